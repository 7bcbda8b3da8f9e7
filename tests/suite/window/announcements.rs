//! What is said of each change to those who do not see it: once, in words, and again when it happens again.

use std::collections::BTreeSet;

use dessiner_un_labo::model::Design;
use egui::accesskit::Live;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Window, catalogue, file_in, full_example};

const RAIL: &str = "Pilote / Support\u{a0}: à placer";
const POINT: &str = "La mesure d’impact\u{a0}: à discuter";

/// The live regions and what they say.
fn live(window: &Window) -> BTreeSet<(String, String)> {
    let nodes = window.harness.root().children_recursive();
    nodes
        .map(|node| node.accesskit_node())
        .filter(|node| node.live() != Live::Off)
        .map(|node| (format!("{:?}", node.id()), node.label().unwrap_or_default()))
        .collect()
}

/// What a screen reader hears of this: what the live regions that came, or changed their name, say.
fn heard(window: &mut Window, act: impl FnOnce(&mut Window)) -> Vec<String> {
    let before = live(window);
    act(window);
    let mut heard: Vec<_> =
        live(window).difference(&before).map(|(_, words)| words.clone()).collect();
    heard.sort();
    heard
}

fn saved_at(words: &[String]) -> bool {
    words.len() == 1 && words[0].starts_with("Enregistré à ")
}

#[test]
fn a_rail_moved_is_said_in_words_and_shortly_when_it_has_the_keyboard() {
    let mut window = Window::blank();
    let said = heard(&mut window, |window| {
        window.harness.get_by_label(RAIL).set_value_accesskit(2.0);
        window.run();
    });
    assert_eq!(said, ["Pilote / Support, 2 crans vers Support"]);
    window.focus("Pilote / Support\u{a0}: 2 crans vers Support");
    assert_eq!(
        heard(&mut window, |window| window.press(Key::ArrowRight)),
        ["3 crans vers Support"]
    );
    assert_eq!(heard(&mut window, |window| window.press(Key::Delete)), ["à placer"]);
    let none = heard(&mut window, |window| window.press(Key::Delete));
    assert_eq!(none, [""; 0], "nothing has changed");
}

#[test]
fn a_drag_is_said_at_each_notch_and_once() {
    let mut window = Window::blank();
    let rail = window.rect(RAIL);
    window.harness.hover_at(rail.left_center());
    window.harness.drag_at(rail.left_center());
    window.harness.run_steps(4);
    let said = heard(&mut window, |window| {
        window.harness.hover_at(rail.right_center());
        window.harness.run_steps(4);
    });
    assert_eq!(said, ["3 crans vers Support"]);
    window.harness.drop_at(rail.right_center());
}

#[test]
fn a_criterion_and_a_point_are_said() {
    let mut window = Window::blank();
    let criterion = &catalogue().criteria[0].words;
    let name = [criterion, "\u{a0}: non coché"].concat();
    let said = heard(&mut window, |window| window.activate(&name));
    assert_eq!(said, [[criterion, ", coché"].concat()]);
    // With the keyboard on it, its state is said already.
    window.focus(&[criterion, "\u{a0}: coché"].concat());
    assert_eq!(heard(&mut window, |window| window.press(Key::Space)), [""; 0]);

    let said = heard(&mut window, |window| window.activate(POINT));
    assert_eq!(said, ["La mesure d’impact, en discussion"]);
    window.focus("La mesure d’impact\u{a0}: en discussion");
    assert_eq!(heard(&mut window, |window| window.press(Key::Space)), ["traité"]);
}

#[test]
fn what_is_undone_and_redone_is_named() {
    let mut window = Window::blank();
    window.activate(RAIL);
    window.activate(POINT);
    let undo = |window: &mut Window| heard(window, |window| window.ctrl(Key::Z));
    assert_eq!(
        undo(&mut window),
        ["Annulé\u{a0}: l’état «\u{a0}en discussion\u{a0}», La mesure d’impact"]
    );
    assert_eq!(undo(&mut window), ["Annulé\u{a0}: la place sur Pilote / Support"]);
    assert_eq!(undo(&mut window), ["Rien à annuler"]);
    assert_eq!(undo(&mut window), ["Rien à annuler"], "the same words again are heard again");
    let redo = heard(&mut window, |window| window.ctrl(Key::Y));
    assert_eq!(redo, ["Rétabli\u{a0}: la place sur Pilote / Support"]);
    window.click("Gouvernance, texte");
    window.type_text("Une élue");
    assert_eq!(undo(&mut window), ["Annulé\u{a0}: la frappe dans Gouvernance"]);
}

#[test]
fn what_is_typed_is_not_said_again() {
    let mut window = Window::blank();
    window.click("Gouvernance, texte");
    assert_eq!(heard(&mut window, |window| window.type_text("Une élue")), [""; 0]);
}

#[test]
fn a_free_field_added_moved_and_removed_is_said_and_its_undo_names_it() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    let added = heard(&mut window, |window| window.activate("Ajouter une rubrique"));
    assert_eq!(added, ["Rubrique ajoutée, rubrique 10 sur 10"]);
    window.type_text("Outils");
    let moved = heard(&mut window, |window| window.press_with(Modifiers::ALT, Key::ArrowUp));
    assert_eq!(moved, ["Outils, rubrique 9 sur 10"]);
    window.activate("Déplacer ou retirer la rubrique Outils");
    let removed = heard(&mut window, |window| window.activate("Retirer la rubrique"));
    assert_eq!(removed, ["Rubrique retirée, Outils"]);
    let undo = |window: &mut Window| heard(window, |window| window.ctrl(Key::Z));
    assert_eq!(undo(&mut window), ["Annulé\u{a0}: le retrait de la rubrique Outils"]);
    assert_eq!(undo(&mut window), ["Annulé\u{a0}: le déplacement de la rubrique Outils"]);
}

#[test]
fn saving_is_said_each_time_even_in_the_same_minute() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::opening(&file_in(&folder, "a.ron"));
    for _ in 0..2 {
        let said = heard(&mut window, |window| {
            window.ctrl(Key::S);
            window.settle();
        });
        assert!(saved_at(&said), "{said:?}");
    }
}

#[test]
fn a_file_opened_is_said_by_the_name_of_its_lab() {
    let folder = tempfile::tempdir().unwrap();
    let file = file_in(&folder, "a.ron");
    let mut window = Window::blank();
    let said = heard(&mut window, |window| super::drop_file(window, &file));
    assert_eq!(said, ["Ouvert\u{a0}: Le labo des possibles"]);
}

#[test]
fn a_focus_says_its_heading_when_it_opens_and_at_each_page() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    let title = "Sujets\u{a0}: ouvrir en grand";
    let said = heard(&mut window, |window| window.activate(title));
    assert_eq!(said, ["Le labo que nous dessinons, rubrique 5 sur 9"]);
    let said = heard(&mut window, |window| window.press(Key::PageDown));
    assert_eq!(said, ["Le labo que nous dessinons, rubrique 6 sur 9"]);
    let back = heard(&mut window, |window| window.activate("Revenir au canevas"));
    assert_eq!(back, [""; 0]);
    // Nothing of a card has the keyboard: what it is called is said too.
    let card = "Prospectif, le futur à 10, 20, 50 ans, Grand Lyon, 2009";
    let said = heard(&mut window, |window| window.activate(card));
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.contains(&"Six labos, tels que décrits vers 2017, fiche 2 sur 6".to_owned()));
    assert!(
        said.iter().any(|words| words.starts_with("Un labo «\u{a0}prospectif\u{a0}»")),
        "{said:?}"
    );
}

#[test]
fn a_step_in_large_says_its_changes_once() {
    let mut window = Window::blank();
    window.focus(POINT);
    let said = heard(&mut window, |window| window.press(Key::Enter));
    assert_eq!(said, ["Points de vigilance, point 6 sur 6"]);
    // The choice that takes the keyboard says what it is.
    assert_eq!(heard(&mut window, |window| window.press(Key::Space)), [""; 0]);
    assert_eq!(window.focused(), "en discussion");
    let said = heard(&mut window, |window| window.ctrl(Key::Z));
    assert_eq!(said, ["Annulé\u{a0}: l’état «\u{a0}en discussion\u{a0}», La mesure d’impact"]);
    window.activate("Revenir au canevas");
    window.activate("Pilote\u{a0}: ouvrir en grand");
    assert_eq!(heard(&mut window, |window| window.press(Key::End)), ["3 crans vers Support"]);
    let said = heard(&mut window, |window| window.activate("Noter un désaccord"));
    assert_eq!(said, ["Pilote / Support, désaccord"]);
    let said = heard(&mut window, |window| window.activate("Montrer l’étendue"));
    assert_eq!(said, ["désaccord, de 2 crans vers Support à 3 crans vers Support"]);
}

#[test]
fn what_changes_of_the_view_is_said() {
    let mut window = Window::on(Design::empty(&catalogue()), super::USUAL, 1.0);
    let plus = Window::key_event(Modifiers::COMMAND, Key::Plus);
    let mut zoom = |key: &Event| {
        heard(&mut window, |window| {
            window.one_frame([key.clone()]);
            window.run();
        })
    };
    assert_eq!(zoom(&plus), ["110\u{a0}%"]);
    assert_eq!(zoom(&plus), ["125\u{a0}%"]);
    let minus = Window::key_event(Modifiers::COMMAND, Key::Minus);
    assert_eq!(zoom(&minus), ["110\u{a0}%"]);
    let said = heard(&mut window, |window| window.activate("Afficher l’aide"));
    assert_eq!(said, ["Aide sous les pôles affichée"]);
    window.activate("Affichage");
    let said = heard(&mut window, |window| window.activate("Thème sombre"));
    assert_eq!(said, ["Thème sombre, choisi"]);
    let said = heard(&mut window, |window| window.press(Key::F5));
    assert_eq!(said, ["Dessiner un labo…", "Projection\u{a0}: Échap pour finir"]);
    let said = heard(&mut window, |window| window.press(Key::Escape));
    assert_eq!(said, ["Fin de la projection"]);
}

#[test]
fn a_workshop_added_is_said_and_an_undo_names_its_part() {
    let mut window = Window::blank();
    window.activate("Édition");
    window.activate("L’atelier…");
    let said = heard(&mut window, |window| window.activate("Noter l’atelier d’aujourd’hui"));
    // The heading says which one is now open.
    assert_eq!(said, ["Ateliers, 1", "L’atelier, atelier 1 sur 1"]);
    let typed = heard(&mut window, |window| window.type_text("Mairie"));
    assert_eq!(typed, [""; 0], "what is typed is heard letter by letter");
    let said = heard(&mut window, |window| window.ctrl(Key::Z));
    assert_eq!(said, ["Annulé\u{a0}: la frappe dans le lieu de l’atelier 1"]);
}

#[test]
fn a_limit_reached_is_said() {
    let mut window = Window::blank();
    window.click("Gouvernance, texte");
    let said = heard(&mut window, |window| {
        window.harness.event(Event::Paste("é".repeat(20_010)));
        window.run();
    });
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("10 caractères collés n’ont pas trouvé place"));
    assert_eq!(said[1], "limite atteinte\u{a0}: 20\u{a0}000 caractères");
}

#[test]
fn at_rest_an_announcement_draws_no_frame() {
    let mut window = Window::blank();
    window.activate(RAIL);
    assert_eq!(window.harness.run(), 1);
}
