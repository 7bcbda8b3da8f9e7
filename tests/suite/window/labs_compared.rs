//! One field across the six labs, and two or three labs side by side: ours stands with them.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::design::Orientation;
use egui::{Key, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::{USUAL, Window, catalogue, full_example};

const GOVERNANCE: &str = "Six labos, tels que décrits vers 2017, rubrique 4 sur 7";
const OURS: &str = "Gouvernance, Le labo des possibles\u{a0}: Rattaché à la direction générale";
const GAND: &str =
    "Gouvernance, Gand\u{a0}: rattachée directement au maire et au conseil municipal";
const SIDE_BY_SIDE: &str = "Côte à côte";
const BESIDE_OURS: &str = "À côté du nôtre";
const MOST: &str = "Trois au plus\u{a0}: en retirer un pour en ajouter un autre";

/// The comparison at « Gouvernance ».
fn governance(design: Design) -> Window {
    let mut window = Window::on(design, USUAL, 1.0);
    window.click("Comparer");
    for _ in 0..3 {
        window.press(Key::PageDown);
    }
    assert!(window.shows(GOVERNANCE));
    window
}

/// The names of what is chosen, or of what can be.
fn choices(window: &Window, chosen: bool) -> Vec<String> {
    let nodes = window.harness.root().children_recursive().collect::<Vec<_>>();
    let boxes = nodes.iter().filter(|node| node.accesskit_node().role() == Role::CheckBox);
    let on = boxes.filter(|node| {
        node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::from(chosen))
    });
    on.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn one_field_is_compared_across_the_six_and_ours_stands_at_the_end() {
    let window = governance(full_example());
    for lab in &catalogue().labs {
        let start = [", ", &lab.place, "\u{a0}: ", &lab.answers["gouvernance"].full].concat();
        assert!(window.shows_some(&start), "{start}");
    }
    let ours = window.harness.get_by_label_contains(OURS).rect();
    let last = window.harness.get_by_label_contains("Espace tiers, Gand").rect();
    assert!(ours.top() > last.top());
    let texts = super::layout::texts(window.harness.output());
    let size =
        |start: &str| texts.iter().find(|text| text.words.starts_with(start)).unwrap().smallest;
    assert_eq!(size("Rattaché à la direction générale"), size("rattachée directement au maire et"));
}

#[test]
fn our_empty_answer_invites_and_leads_to_its_field_and_back() {
    let mut window = governance(Design::empty(&catalogue()));
    let invites = "Gouvernance, Nous\u{a0}: À qui est-il rattaché, qui décide\u{a0}?";
    window.click(invites);
    assert_eq!(window.focused(), "Gouvernance, texte");
    window.type_text("Une élue");
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(window.shows(GOVERNANCE), "Escape comes back to the comparison");
    assert!(window.shows("Gouvernance, Nous\u{a0}: Une élue"));
    window.press(Key::Escape);
    assert!(window.shows("Comparer"), "then to the canvas");
}

#[test]
fn orientations_are_compared_by_what_each_kind_of_lab_does() {
    let mut design = Design::empty(&catalogue());
    design.orientation =
        Orientation { kind: Some("prospectif".into()), words: None, text: "à dix ans".into() };
    let mut window = Window::on(design, USUAL, 1.0);
    window.click("Comparer");
    assert!(
        window.shows_some("Orientation, Isère\u{a0}: Développe")
            || window.shows_some("Isère\u{a0}: Développe les capacités")
    );
    assert!(window.shows("Orientation, Nous\u{a0}: Prospectif · à dix ans"));
    assert!(!window.shows("Textes complets"), "there is no shorter text");
}

#[test]
fn page_keys_lead_from_field_to_field() {
    let mut window = Window::blank();
    window.click("Comparer");
    for (at, field) in catalogue().fields.iter().enumerate() {
        assert!(window.shows(&field.words), "{}", field.words);
        let rank = ["rubrique ", &(at + 1).to_string(), " sur 7"].concat();
        assert!(window.shows_some(&rank), "{rank}");
        window.press(Key::PageDown);
    }
    assert!(window.shows_some("rubrique 7 sur 7"));
    assert!(!window.shows("Suivant"));
}

#[test]
fn whole_texts_show_when_they_hold_and_are_a_key_away_when_they_do_not() {
    let whole = "plateforme de financement participatif, budget participatif\u{a0};";
    let open = |size, zoom| {
        let mut window = Window::on(full_example(), size, zoom);
        window.focus("Affichage");
        window.press(Key::Enter);
        window.click("Comparer les six labos");
        while !window.shows("Modes d’intervention") {
            window.press(Key::PageDown);
        }
        window
    };
    let window = open(vec2(1920.0, 1080.0), 1.0);
    assert!(window.shows_some(whole) && !window.shows("Textes complets"));
    let mut window = open(vec2(1024.0, 768.0), 1.0);
    assert!(!window.shows_some(whole));
    window.click("Textes complets");
    assert!(window.shows_some(whole));
    window.click("Textes courts");
    assert!(!window.shows_some(whole));
}

#[test]
fn a_long_answer_of_ours_says_how_many_lines_are_hidden() {
    let mut design = full_example();
    let long: String = (1..=90).map(|line| format!("ligne {line}\n")).collect();
    let at = design.fields.iter().position(|field| &*field.id == "gouvernance").unwrap();
    design.fields[at].text = long.trim().into();
    let window = governance(design);
    let texts = super::layout::texts(window.harness.output());
    let shown = texts.iter().find(|text| text.words.starts_with("ligne 1\n")).unwrap();
    let more =
        texts.iter().find(|text| text.words.ends_with("lignes de plus\u{a0}: ouvrir")).unwrap();
    let hidden: usize = more.words.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(shown.visible_rows + hidden, 90);
    assert!(shown.visible_rows >= 2);
}

#[test]
fn the_title_of_a_field_on_a_card_opens_the_comparison_and_escape_comes_back_to_the_card() {
    let mut window = Window::blank();
    window.click("Espace tiers, avec les acteurs du territoire, Gand, 2003");
    window.focus("Gouvernance\u{a0}: comparer les six labos");
    window.press(Key::Enter);
    assert!(window.shows(GOVERNANCE));
    assert!(window.shows("Revenir à la fiche"));
    window.press(Key::PageDown);
    window.press(Key::Escape);
    assert!(window.shows_some("Policy Participation Unit, Gand · 2003"));
    window.press(Key::Escape);
    assert!(window.shows("Comparer"));
}

#[test]
fn side_by_side_starts_with_the_first_two_or_with_the_card_one_comes_from() {
    let mut window = governance(full_example());
    window.click(SIDE_BY_SIDE);
    let fields: Vec<String> = catalogue().fields.iter().map(|field| field.words.clone()).collect();
    let expected = [vec!["Grands défis".to_owned(), "Prospectif".to_owned()], fields].concat();
    assert_eq!(choices(&window, true), expected);
    window.click("Revenir à la comparaison");
    assert!(window.shows(GOVERNANCE));

    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.click("Espace tiers, avec les acteurs du territoire, Gand, 2003");
    window.click(BESIDE_OURS);
    assert_eq!(choices(&window, true)[0], "Espace tiers");
    assert_eq!(choices(&window, true).len(), 8);
    assert!(
        window.shows(GAND) || {
            window.press(Key::PageDown);
            window.shows(GAND)
        }
    );
    assert!(window.shows_some(OURS));
    window.press(Key::Escape);
    assert!(window.shows_some("Policy Participation Unit, Gand · 2003"));
}

#[test]
fn a_fourth_lab_is_refused_and_the_reason_is_said() {
    let mut window = governance(full_example());
    window.click(SIDE_BY_SIDE);
    assert!(window.shows("Deux ou trois des six labos, à côté du nôtre"));
    window.click("Espace tiers");
    assert!(window.shows(MOST));
    let refused = ["Incubateur", "Incrémental", "Capacitant"];
    for lab in refused {
        let node = window.harness.get_by_label(lab);
        assert!(node.accesskit_node().is_disabled(), "{lab}");
        let at = node.rect().center();
        window.click_at(at);
        window.activate(lab);
    }
    assert_eq!(choices(&window, true)[..3], ["Grands défis", "Prospectif", "Espace tiers"]);
    window.click("Prospectif");
    assert!(!window.shows(MOST));
    window.click("Capacitant");
    assert_eq!(choices(&window, true)[..3], ["Grands défis", "Capacitant", "Espace tiers"]);
    assert!(!window.modified());
}

#[test]
fn fields_are_chosen_and_each_cell_says_its_field_and_its_lab() {
    let mut window = governance(full_example());
    window.click(SIDE_BY_SIDE);
    window.click("Espace tiers");
    for field in &catalogue().fields {
        if field.words != "Gouvernance" {
            window.click(&field.words);
        }
    }
    assert_eq!(choices(&window, true)[3..], ["Gouvernance"]);
    assert!(window.shows(GAND));
    assert!(window.shows_some("Gouvernance, Los Angeles\u{a0}: rattachée directement au maire"));
    let ours = window.harness.get_by_label_contains(OURS);
    assert_eq!(ours.accesskit_node().role(), Role::Button);
    assert!(ours.rect().left() > window.rect(GAND).right(), "ours is the last column");
    window.click("Gouvernance");
    assert!(window.shows_some("Espace tiers") && !window.shows(GAND));
    let texts = super::layout::texts(window.harness.output());
    assert!(texts.iter().any(|text| text.words == "Aucune rubrique choisie."));
}

#[test]
fn the_headings_of_the_columns_stay_on_every_page() {
    let mut window = governance(full_example());
    window.click(SIDE_BY_SIDE);
    window.click("Espace tiers");
    let mut pages = 0;
    loop {
        let texts = super::layout::texts(window.harness.output());
        for name in ["Grands défis", "Prospectif", "Espace tiers", "Le labo des possibles"] {
            let shown = texts.iter().any(|text| text.words == name && text.visible_rows == 1);
            assert!(shown, "{name} is not on page {pages}");
        }
        if !texts.iter().any(|text| text.words.starts_with("la suite")) {
            break;
        }
        window.press(Key::PageDown);
        pages += 1;
    }
    assert!((1..6).contains(&pages), "{pages}");
    assert!(window.shows_some("Impact recherché, Gand"));
    for _ in 0..pages {
        window.press(Key::PageUp);
    }
    let texts = super::layout::texts(window.harness.output());
    assert!(texts.iter().any(|text| text.words.starts_with("Deux ou trois") || text.words == MOST));
}

#[test]
fn every_answer_shows_whole_on_some_page() {
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), vec2(1366.0, 768.0), vec2(683.0, 430.0)]
    {
        let mut window = Window::on(full_example(), size, 1.0);
        window.activate("Comparer");
        window.activate(SIDE_BY_SIDE);
        window.activate("Espace tiers");
        let mut whole = Vec::new();
        for _ in 0..40 {
            for text in super::layout::texts(window.harness.output()) {
                if text.cut_rows + text.hidden_rows == 0 {
                    whole.push(text.words);
                }
            }
            window.press(Key::PageDown);
        }
        let catalogue = catalogue();
        for id in ["grands-defis", "prospectif", "espace-tiers"] {
            let lab = catalogue.lab(id).unwrap();
            let answers = lab.answers.values().map(|answer| answer.brief());
            for answer in answers.chain([lab.purpose.as_str()]) {
                assert!(whole.iter().any(|words| words.ends_with(answer)), "{size:?}: {answer}");
            }
        }
        for answer in window.design().fields.iter().filter(|answer| !answer.text.is_empty()) {
            assert!(whole.iter().any(|words| *words == *answer.text), "{size:?}: {}", answer.text);
        }
    }
}

#[test]
fn the_help_comes_back_to_what_one_was_comparing() {
    let mut window = governance(full_example());
    window.focus("Aide");
    window.press(Key::Enter);
    window.press(Key::Enter);
    assert!(!window.shows(GOVERNANCE));
    window.press(Key::PageDown);
    window.press(Key::Escape);
    assert!(window.shows(GOVERNANCE));
}

#[test]
fn the_keyboard_alone_goes_from_the_canvas_to_a_table_and_back() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.focus("Espace tiers, avec les acteurs du territoire, Gand, 2003");
    let tab_to = |window: &mut Window, name: &str| {
        for _ in 0..40 {
            if window.focused() == name {
                return;
            }
            window.press(Key::Tab);
        }
        panic!("« {name} » is not reached: {}", window.focused());
    };
    window.press(Key::Enter);
    tab_to(&mut window, BESIDE_OURS);
    window.press(Key::Space);
    tab_to(&mut window, "Capacitant");
    window.press(Key::Space);
    assert_eq!(choices(&window, true)[..2], ["Capacitant", "Espace tiers"]);
    tab_to(&mut window, "Textes complets");
    window.press(Key::Space);
    assert!(window.shows("Textes courts"));
    tab_to(&mut window, "Gouvernance\u{a0}: comparer les six labos");
    window.press(Key::Enter);
    assert!(window.shows(GOVERNANCE));
    window.press(Key::Escape);
    assert!(window.shows("Textes courts"));
    window.press(Key::Escape);
    assert!(window.shows_some("Policy Participation Unit"));
    window.press(Key::Escape);
    assert!(window.shows("Comparer"));
}

#[test]
fn projected_the_room_sees_answers_and_nothing_to_press() {
    let mut window = governance(full_example());
    window.press(Key::F5);
    for name in [SIDE_BY_SIDE, "Textes complets", "Revenir au canevas"] {
        assert!(!window.shows(name), "{name}");
    }
    assert!(window.shows_some("Gouvernance, Espace tiers, Gand"));
    // The comparison, what it was opened from, the room, and the field that the room was looking at.
    for _ in 0..5 {
        if !window.shows("Comparer") {
            window.press(Key::Escape);
        }
    }
    assert!(window.shows("Comparer"));
}
