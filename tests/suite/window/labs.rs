//! The six labs: a card in short or in full, its back, and where the group places them.

use dessiner_un_labo::model::Step;
use dessiner_un_labo::storage;
use egui::{Key, Role, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;

use super::{USUAL, Window, catalogue, file_in, full_example};

const CAPACITANT: &str = "Capacitant, les capacités des agents, Isère, 2016";
const PROSPECTIF: &str = "Prospectif, le futur à 10, 20, 50 ans, Grand Lyon, 2009";
const INCUBATEUR: &str = "Incubateur, des projets émergents, Marseille, 2015";
const FULL: &str = "Textes complets";
const SHORT: &str = "Textes courts";
const PLACE: &str = "Placer ce labo sur les cinq axes";
const BACK_OF_PROSPECTIF: &str = "Prospectif, dos de la fiche\u{a0}: ouvrir en grand";
const IN_LARGE: &str = "Six labos, tels que décrits vers 2017, fiche 2 sur 6";
const PLACING: &str = "Et eux, où les placer\u{a0}?, labo 5 sur 6";
const UNPLACED: &str = "Capacitant, Pilote / Support\u{a0}: à placer";

const SHORT_MODES: &str = "Modes d’intervention\u{a0}: animation, formation, démarches de design de service, innovation participative";
const FULL_MODES: &str = "(par exemple la Maison du département)";

fn step(window: &Window, lab: &str, axis: &str) -> Option<i8> {
    window.design().lab_step(lab, axis).map(Step::get)
}

#[test]
fn a_card_in_large_shows_short_texts_and_its_full_ones_a_key_away() {
    let mut window = Window::blank();
    window.focus(CAPACITANT);
    window.press(Key::Enter);
    assert!(window.shows(SHORT_MODES) && !window.shows_some(FULL_MODES));
    assert_eq!(window.focused(), FULL);
    window.press(Key::Space);
    assert!(window.shows_some(FULL_MODES) && !window.shows(SHORT_MODES));
    assert_eq!(window.focused(), SHORT);
    window.press(Key::Enter);
    assert!(window.shows(SHORT_MODES));
    window.click(FULL);
    assert!(window.shows_some(FULL_MODES));
    assert!(!window.modified(), "how one looks is not a change of the lab");
}

#[test]
fn the_space_bar_is_heard_on_a_card_that_has_no_keyboard() {
    let mut window = Window::blank();
    window.click(CAPACITANT);
    window.click_at(pos2(700.0, 560.0));
    assert_eq!(window.focused(), "");
    window.press(Key::Space);
    assert!(window.shows_some(FULL_MODES));
    window.press(Key::F1);
    window.press(Key::Space);
    assert!(window.app().view().full_texts, "under a panel it is not");
}

#[test]
fn all_six_short_cards_are_set_in_one_size() {
    let mut window = Window::on(full_example(), vec2(1280.0, 720.0), 1.0);
    window.click("Grands défis, des missions transversales, Los Angeles, 2015");
    for _ in 0..6 {
        let texts = super::layout::texts(window.harness.output());
        let answers = catalogue().labs.iter().flat_map(|lab| lab.answers.values()).count();
        assert_eq!(answers, 36);
        let is_answer = |words: &str| {
            let labs = &catalogue().labs;
            let mut all = labs.iter().flat_map(|lab| {
                ["equipe", "gouvernance", "sujets", "modes", "impact"]
                    .map(|field| lab.answers[field].brief().to_owned())
            });
            all.any(|answer| answer == words)
        };
        let shown: Vec<_> = texts.iter().filter(|text| is_answer(&text.words)).collect();
        assert_eq!(shown.len(), 5, "{shown:#?}");
        assert!(shown.iter().all(|text| text.smallest == 24.0), "{shown:#?}");
        window.press(Key::PageDown);
    }
}

#[test]
fn a_card_says_how_far_the_group_has_placed_it_and_leads_there() {
    let mut window = Window::blank();
    window.click(CAPACITANT);
    assert!(window.shows("Et nous\u{a0}? pas encore placé"));
    window.click(PLACE);
    assert!(window.shows(PLACING));
    assert!(window.focused().starts_with("Capacitant, Expert / Transversal"));
    window.press(Key::ArrowRight);
    window.press(Key::Tab);
    window.press(Key::Home);
    window.press(Key::Escape);
    assert!(window.shows("Et nous\u{a0}? placé sur 2 axes sur 5"));
    window.press(Key::Escape);
    assert_eq!(window.focused(), CAPACITANT);
}

#[test]
fn nothing_is_placed_before_the_group_places_it_and_the_view_says_so() {
    let mut window = Window::blank();
    window.click("Les placer");
    for lab in &catalogue().labs {
        assert!(window.shows_some("La source ne donne aucune position"));
        assert!(window.shows_some(&lab.name));
        let rails = window.harness.root().children_recursive();
        let rails = rails.filter(|node| node.accesskit_node().role() == Role::Slider);
        let names: Vec<_> = rails.filter_map(|node| node.accesskit_node().label()).collect();
        assert_eq!(names.len(), 5);
        assert!(names.iter().all(|name| name.ends_with("\u{a0}: à placer")), "{names:#?}");
        window.press(Key::PageDown);
    }
    assert!(window.shows("Et eux, où les placer\u{a0}?, labo 6 sur 6"), "the last is the last");
    assert!(!window.modified());
}

#[test]
fn a_lab_is_placed_by_keys_by_the_mouse_and_by_a_screen_reader() {
    let mut window = Window::blank();
    window.click(CAPACITANT);
    window.click(PLACE);
    window.focus(UNPLACED);
    let mut expect = |key, to| {
        window.press(key);
        assert_eq!(step(&window, "capacitant", "pilote-support"), to, "{key:?}");
    };
    expect(Key::ArrowRight, Some(0));
    expect(Key::End, Some(3));
    expect(Key::ArrowLeft, Some(2));
    expect(Key::Delete, None);
    let rail = window.rect(UNPLACED);
    window.click_at(rail.left_center() + vec2(30.0, 0.0));
    assert_eq!(step(&window, "capacitant", "pilote-support"), Some(-3));
    let name = "Capacitant, Pilote / Support\u{a0}: 3 crans vers Pilote";
    window.harness.get_by_label(name).set_value_accesskit(1.0);
    window.run();
    assert!(window.shows("Capacitant, Pilote / Support\u{a0}: 1 cran vers Support"));
    let texts = super::layout::texts(window.harness.output());
    assert!(texts.iter().any(|text| text.words == "1 cran vers Support"), "the value in words");
    assert_eq!(step(&window, "capacitant", "expert-transversal"), None);
    assert!(window.design().axes.iter().all(|axis| axis.step.is_none()), "ours has not moved");
}

#[test]
fn placing_a_lab_is_undone_step_by_step_and_saved() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::opening(&path);
    window.click(CAPACITANT);
    window.click(PLACE);
    window.press(Key::Home);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert_eq!(step(&window, "capacitant", "expert-transversal"), Some(-1));
    window.ctrl(Key::Z);
    assert_eq!(step(&window, "capacitant", "expert-transversal"), Some(-2));
    assert!(window.shows(PLACING), "undo changes the lab, not where one looks");
    assert!(window.modified());
    window.ctrl(Key::S);
    window.settle();
    let saved = storage::read(&path, &catalogue()).unwrap().design;
    assert_eq!(saved.lab_step("capacitant", "expert-transversal").map(Step::get), Some(-2));
    assert_eq!(saved, *window.design());
}

#[test]
fn a_placed_lab_shows_on_its_axis_in_large() {
    let mut window = Window::blank();
    window.click(CAPACITANT);
    window.click(PLACE);
    window.press(Key::End);
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.click("Expert\u{a0}: ouvrir en grand");
    assert!(window.shows("Capacitant\u{a0}: 3 crans vers Transversal"));
}

#[test]
fn page_keys_lead_from_lab_to_lab_and_the_menu_opens_the_first_not_yet_placed() {
    let mut window = Window::blank();
    window.focus("Affichage");
    window.press(Key::Enter);
    window.click("Placer les six labos sur les axes");
    assert!(window.shows("Et eux, où les placer\u{a0}?, labo 1 sur 6"));
    for _ in 0..5 {
        window.press(Key::End);
        window.press(Key::Tab);
    }
    window.press(Key::PageDown);
    assert!(window.shows("Et eux, où les placer\u{a0}?, labo 2 sur 6"));
    assert!(window.focused().starts_with("Prospectif, Expert"));
    window.press(Key::PageUp);
    assert!(window.focused().starts_with("Grands défis, Expert"));
    // Back where one came from: no card was open.
    window.press(Key::Escape);
    window.click("Les placer");
    assert!(window.shows("Et eux, où les placer\u{a0}?, labo 2 sur 6"));
}

#[test]
fn the_space_bar_shows_the_back_of_a_card_and_turns_it_again() {
    let mut window = Window::blank();
    window.focus(PROSPECTIF);
    window.press(Key::Space);
    assert!(window.shows(BACK_OF_PROSPECTIF));
    assert!(window.shows(
        "Gouvernance\u{a0}: rattachée à la direction «\u{a0}Territoires et partenariats\u{a0}»"
    ));
    assert!(
        window.shows("Équipe et compétences\u{a0}: 14 personnes, et beaucoup d’expertise externe")
    );
    assert!(!window.shows(IN_LARGE));
    assert_eq!(window.focused(), PROSPECTIF);
    window.press(Key::Space);
    assert!(!window.shows(BACK_OF_PROSPECTIF));
}

#[test]
fn escape_turns_a_card_back_and_nothing_else() {
    let mut window = Window::blank();
    window.focus(PROSPECTIF);
    window.press(Key::Space);
    window.press(Key::Escape);
    assert!(!window.shows(BACK_OF_PROSPECTIF));
    assert_eq!(window.focused(), PROSPECTIF);
}

#[test]
fn going_to_another_card_or_clicking_elsewhere_turns_it_back() {
    let mut window = Window::blank();
    window.focus(PROSPECTIF);
    window.press(Key::Space);
    window.press(Key::Tab);
    assert_eq!(window.focused(), INCUBATEUR);
    assert!(!window.shows(BACK_OF_PROSPECTIF));
    window.focus(PROSPECTIF);
    window.press(Key::Space);
    window.click_at(pos2(1200.0, 300.0));
    assert!(!window.shows(BACK_OF_PROSPECTIF));
}

#[test]
fn enter_or_a_click_on_the_back_opens_the_card_in_large() {
    let mut window = Window::blank();
    window.focus(PROSPECTIF);
    window.press(Key::Space);
    window.press(Key::Enter);
    assert!(window.shows(IN_LARGE));
    window.press(Key::Escape);
    assert!(!window.shows(BACK_OF_PROSPECTIF));
    window.press(Key::Space);
    // Not where the card itself is: what the back covers takes no click.
    let back = window.rect(BACK_OF_PROSPECTIF);
    window.click_at(back.left_top() + vec2(20.0, 60.0));
    assert!(window.shows(IN_LARGE));
    assert!(!window.modified());
}

#[test]
fn a_click_on_turn_in_the_corner_shows_the_back_and_escape_leaves_the_keyboard_on_its_card() {
    let mut window = Window::blank();
    let card = window.rect(PROSPECTIF);
    window.harness.hover_at(card.center());
    window.run();
    let texts = super::layout::texts(window.harness.output());
    assert!(texts.iter().any(|text| text.words == "retourner"));
    let corner = window.rect("Retourner la fiche\u{a0}: Prospectif");
    assert!(card.contains_rect(corner.shrink(1.0)), "{corner:?}");
    window.click_at(corner.center());
    assert!(window.shows(BACK_OF_PROSPECTIF));
    window.press(Key::Escape);
    assert_eq!(window.focused(), PROSPECTIF);
    assert!(!window.shows(BACK_OF_PROSPECTIF));
}

#[test]
fn a_screen_reader_hears_that_a_card_is_turned() {
    let mut window = Window::blank();
    let turned = |window: &Window| {
        let node = window.harness.get_by_label(PROSPECTIF);
        node.accesskit_node().data().is_expanded()
    };
    assert_eq!(turned(&window), Some(false));
    window.activate("Retourner la fiche\u{a0}: Prospectif");
    assert_eq!(turned(&window), Some(true));
}

#[test]
fn what_is_on_the_back_is_read_aloud_as_it_comes_and_a_change_of_texts_is_said() {
    let mut window = Window::blank();
    window.focus(PROSPECTIF);
    window.press(Key::Space);
    assert!(
        window.shows_some("Prospectif, dos de la fiche. Équipe et compétences\u{a0}: 14 personnes")
    );
    window.press(Key::Enter);
    window.press(Key::Space);
    assert!(window.shows("Textes complets affichés"));
}

#[test]
fn where_a_back_has_no_room_the_space_bar_opens_the_card() {
    let mut window = Window::on(full_example(), USUAL, 3.0);
    window.focus(PROSPECTIF);
    window.press(Key::Space);
    assert!(!window.shows(BACK_OF_PROSPECTIF));
    assert!(window.shows(IN_LARGE));
}
