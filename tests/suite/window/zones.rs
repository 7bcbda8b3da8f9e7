//! Definition, vigilance, cards.

use dessiner_un_labo::model::design::PointState;
use egui::{Key, pos2, vec2};

use super::{Window, full_example};

const FIRST: &str = "Il réalise ou accompagne des projets d’innovation publique\u{a0}: ";

#[test]
fn a_criterion_is_ticked_by_a_click_or_the_space_bar_and_counted() {
    let mut window = Window::blank();
    assert!(window.shows("C’est quoi un labo\u{a0}?, 0 critère sur 3"));
    let row = window.rect(&[FIRST, "non coché"].concat());
    window.click_at(row.left_top() + vec2(9.0, 10.0));
    assert!(window.design().criteria[0].ticked);
    assert!(window.shows("C’est quoi un labo\u{a0}?, 1 critère sur 3"));
    window.focus(&[FIRST, "coché"].concat());
    window.press(Key::Space);
    assert!(!window.design().criteria[0].ticked);
}

#[test]
fn a_point_goes_through_its_three_states_and_the_count_follows() {
    let mut window = Window::blank();
    let state = |window: &Window| window.design().point("impact").unwrap().state;
    assert!(window.shows("Points de vigilance, 6 à discuter"));
    window.focus("La mesure d’impact\u{a0}: à discuter");
    window.press(Key::Space);
    assert_eq!(state(&window), PointState::InDiscussion);
    assert!(window.shows("Points de vigilance, 5 à discuter"));
    window.click("La mesure d’impact\u{a0}: en discussion");
    assert_eq!(state(&window), PointState::Settled);
    window.press(Key::Space);
    assert_eq!(state(&window), PointState::ToDiscuss);
}

#[test]
fn the_words_of_a_state_can_be_clicked_too() {
    let mut window = Window::blank();
    let row = window.rect("Le portage politique et technique\u{a0}: à discuter");
    // Under the title, right of the ring.
    let words = pos2(row.right() + 30.0, row.top() + 40.0);
    window.harness.hover_at(words);
    window.harness.drag_at(words);
    window.harness.drop_at(words);
    window.run();
    assert_eq!(window.design().points[0].state, PointState::InDiscussion);
}

#[test]
fn a_card_opens_by_a_click_or_enter_and_escape_comes_back_to_it() {
    let mut window = Window::blank();
    let card = "Espace tiers, avec les acteurs du territoire, Gand, 2003";
    window.click(card);
    assert!(window.shows_some("Policy Participation Unit, Gand · 2003"));
    assert!(
        window.shows("Gouvernance\u{a0}: rattachée directement au maire et au conseil municipal")
    );
    window.press(Key::Escape);
    assert!(window.shows(card));
    assert_eq!(window.focused(), card);
    window.press(Key::Enter);
    assert!(window.shows_some("Policy Participation Unit"));
    window.click("Revenir au canevas");
    assert!(window.shows(card));
}

#[test]
fn the_space_bar_does_not_open_a_card() {
    let mut window = Window::blank();
    window.focus("Capacitant, les capacités des agents, Isère, 2016");
    window.press(Key::Space);
    assert!(window.shows("Capacitant, les capacités des agents, Isère, 2016"));
}

#[test]
fn a_screen_reader_opens_a_card() {
    let mut window = Window::blank();
    window.activate("Incubateur, des projets émergents, Marseille, 2015");
    assert!(window.shows_some("Marseille Solutions et le Lab Zéro"));
}

#[test]
fn what_has_no_room_on_the_overview_shows_its_first_line() {
    let window = Window::on(full_example(), egui::vec2(1920.0, 1080.0), 1.0);
    let texts = super::layout::texts(window.harness.output());
    for start in [
        "Deux par an, de la commande",
        "Désaccord assumé\u{a0}: Deux directions",
        "Une élue, et un relais",
    ] {
        assert!(texts.iter().any(|text| text.words.starts_with(start)), "{start}");
    }
}

#[test]
fn the_bubble_of_a_pole_goes_when_a_panel_comes_before_it() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    let bubble = |window: &Window| {
        let texts = super::layout::texts(window.harness.output());
        texts.iter().any(|text| text.words.starts_with("Expert\u{a0}: apporte"))
    };
    window.harness.hover_at(pos2(40.0, 360.0));
    for _ in 0..5 {
        window.harness.step();
    }
    assert!(bubble(&window));
    window.press(Key::F1);
    assert!(!bubble(&window));
}
