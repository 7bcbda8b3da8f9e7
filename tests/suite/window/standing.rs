//! « Où en est-on ? », by the keyboard alone.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::text::values;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::around::full;
use super::layout::{SIZES, texts};
use super::{Window, catalogue, example};

#[test]
fn f2_says_where_one_stands_and_leads_back_to_where_one_was() {
    let mut window = full();
    window.focus("Sujets, texte");
    window.press(Key::F2);
    assert!(window.shows("Décidé ou écrit, 14") && window.shows("Encore ouvert, 8"));
    assert!(window.shows("En désaccord, 1") && window.shows("Prochaines étapes, 4"));
    assert!(window.shows("Où en est-on\u{a0}?, dernier atelier\u{a0}: 24 novembre 2026, Ancienne trésorerie de Valombre-sur-Lisière"));
    window.press(Key::F2);
    assert_eq!(window.focused(), "Sujets, texte");
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Sujets\u{a0}: ouvrir en grand");
    window.press(Key::Enter);
    window.press(Key::F2);
    assert!(window.shows("Revenir à l’étape"));
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Sujets, texte");
    assert!(window.shows("Revenir au canevas"));
}

#[test]
fn a_line_of_where_one_stands_opens_its_step_and_escape_leads_back() {
    let mut window = full();
    window.focus("Expert / Transversal\u{a0}: 2 crans vers Transversal");
    window.press(Key::Enter);
    window.press(Key::F2);
    assert!(window.focused().starts_with("Il réalise ou accompagne"));
    for (line, shows) in [
        ("Pilote / Support\u{a0}: 1 cran vers Support", "axe 2 sur 5"),
        (
            "Ne pas devenir le G.O. de l’administration\u{a0}: en discussion, deux avis",
            "point 3 sur 6",
        ),
        ("Gouvernance\u{a0}: Rattaché à la direction générale", "rubrique 4 sur 9"),
        ("Impact recherché\u{a0}: à remplir", "rubrique 7 sur 9"),
    ] {
        window.harness.get_by_label_contains(line).focus();
        window.run();
        window.press(Key::Enter);
        assert!(window.shows_some(shows), "{line}");
        // Out of the text first, when the step opens on one.
        for _ in 0..2 {
            if !window.shows("Décidé ou écrit, 14") {
                window.press(Key::Escape);
            }
        }
        assert!(window.shows("Décidé ou écrit, 14"), "{line}");
    }
    window.harness.get_by_label_contains("Visiter deux labos").focus();
    window.run();
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Étape 1, quoi");
    // One level at a time: out of the text, back to where one stands, then to where one was.
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(window.shows("Décidé ou écrit, 14"));
    window.press(Key::Escape);
    assert!(window.shows_some("axe 1 sur 5"));
}

#[test]
fn the_tab_key_reads_where_one_stands_column_by_column() {
    let mut window = full();
    window.press(Key::F2);
    let mut order = vec![window.focused()];
    for _ in 0..30 {
        window.press(Key::Tab);
        order.push(window.focused());
    }
    let rank = |start: &str| {
        let found = order.iter().position(|name| name.starts_with(start));
        found.unwrap_or_else(|| panic!("« {start} » is not reached: {order:#?}"))
    };
    let starts = [
        "Il réalise",
        "Expert / Transversal",
        "Le portage",
        "Orientation",
        "Valeurs",
        "et il porte",
        "AMO, maîtrise d’usage / Maîtrise d’œuvre\u{a0}: à placer",
        "Sortir du petit cercle",
        "Impact recherché\u{a0}: à remplir",
        "Pilote / Support",
        "Placer le cinquième axe",
        "Présenter la feuille",
        "Revenir au canevas",
    ];
    assert!(starts.map(rank).is_sorted(), "{order:#?}");
}

#[test]
fn of_an_empty_sheet_everything_is_open_and_nothing_else_is_said() {
    let mut window = Window::blank();
    window.press(Key::F2);
    assert!(window.shows("Rien n’est encore décidé."));
    assert!(window.shows("Aucun désaccord n’est noté."));
    assert!(window.shows("Encore ouvert, 22"));
    assert!(!window.shows_some("dernier atelier") && !window.shows_some("Prochaines étapes,"));
}

#[test]
fn a_name_is_shortened_before_an_answer_and_no_word_is_broken() {
    let names = ["2026-11-24_le-labo-des-possibles.ron", "2027-01-14_la-petite-fabrique.ron"];
    for name in names.into_iter().chain(["2027-03-09_l-etabli.ron"]) {
        let design = example(name);
        for size in SIZES {
            let mut window = Window::on(design.clone(), size, 1.0);
            window.press(Key::F2);
            let shown = texts(window.harness.output());
            let said: Vec<String> =
                shown.iter().map(|text| text.words.replace('\u{a0}', " ")).collect();
            for answer in answers(&design) {
                assert!(
                    said.iter().any(|said| said.contains(&answer)),
                    "{name}, {size:?}: « {answer} » is cut: {said:#?}"
                );
            }
            let broken: Vec<&String> =
                shown.iter().filter_map(|text| text.broken.as_ref()).collect();
            assert!(broken.is_empty(), "{name}, {size:?}: {broken:?}");
        }
    }
}

/// Where each axis stands, who cares for what and by when.
fn answers(design: &Design) -> Vec<String> {
    let catalogue = catalogue();
    let axes = catalogue
        .axes
        .iter()
        .map(|axis| values::step(axis, design.axis(&axis.id).and_then(|answer| answer.step)));
    let points = design.points.iter().flat_map(|point| [&point.owner, &point.deadline]);
    let steps = design.next_steps.iter().flat_map(|step| [&step.who, &step.when]);
    let texts = points.chain(steps).map(|text| text.replace('\u{a0}', " "));
    axes.chain(texts).filter(|text| !text.is_empty()).collect()
}
