//! The steps of the method in large: opened, walked through, written in, left.

use dessiner_un_labo::intent::view::{FieldKey, Focus};
use dessiner_un_labo::model::design::PointState;
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::model::{Design, Step};
use egui::{Key, Vec2};

use super::{Window, catalogue, full_example};

const RAIL: &str = "Pilote / Support\u{a0}: ";

fn focus(window: &Window) -> Option<Focus> {
    window.app().view().focus.clone()
}

fn open_axis(design: Design) -> Window {
    let mut window = Window::on(design, super::USUAL, 1.0);
    window.activate("Pilote\u{a0}: ouvrir en grand");
    assert_eq!(focus(&window), Some(Focus::At(Place::Axis("pilote-support".into()))));
    window
}

#[test]
fn the_criteria_are_revealed_one_after_the_other_and_each_says_which() {
    let mut window = Window::blank();
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    assert!(window.shows("C’est quoi un labo\u{a0}?, critère 1 sur 3"));
    assert!(!window.shows_some("grâce à une ingénierie"));
    window.press(Key::Space);
    assert!(window.design().criteria[0].ticked);
    window.focus("Il réalise ou accompagne des projets d’innovation publique, lesquels\u{a0}?");
    window.type_text("L’accueil des maisons de services");
    // Along from within a text too.
    window.press(Key::PageDown);
    assert!(window.shows_some("grâce à une ingénierie"));
    assert!(!window.shows_some("et il porte un positionnement"));
    window.press(Key::PageDown);
    assert!(window.shows_some("et il porte un positionnement"));
    assert!(window.shows_some(", lesquelles\u{a0}?"));
    assert_eq!(&*window.design().criteria[0].text, "L’accueil des maisons de services");
}

#[test]
fn the_page_keys_lead_through_the_whole_method_and_stop_at_its_ends() {
    let mut window = Window::blank();
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    let steps = Focus::steps(&catalogue(), window.design());
    for step in &steps[1..] {
        window.press(Key::PageDown);
        assert_eq!(focus(&window).as_ref(), Some(step));
    }
    window.press(Key::PageDown);
    assert_eq!(focus(&window).as_ref(), steps.last());
    for step in steps.iter().rev().skip(1) {
        window.press(Key::PageUp);
        assert_eq!(focus(&window).as_ref(), Some(step));
    }
    window.press(Key::PageUp);
    assert_eq!(focus(&window).as_ref(), steps.first());
}

#[test]
fn the_buttons_lead_along_and_back_as_the_keys_do() {
    let mut window = open_axis(Design::empty(&catalogue()));
    window.click("Suivant");
    assert_eq!(focus(&window), Some(Focus::At(Place::Axis("externe-interne".into()))));
    window.click("Précédent");
    window.click("Revenir au canevas");
    assert_eq!(focus(&window), None);
}

#[test]
fn the_overview_comes_back_where_it_was_with_the_keyboard_where_one_left() {
    let mut window = Window::on(full_example(), Vec2::new(1024.0, 768.0), 1.0);
    for _ in 0..4 {
        window.press(Key::PageDown);
    }
    assert_eq!(window.focused(), "Le portage politique et technique\u{a0}: traité");
    let before = window.rect("Le portage politique et technique\u{a0}: traité");
    window.press(Key::Enter);
    assert_eq!(focus(&window), Some(Focus::At(Place::Point("portage".into()))));
    window.press(Key::Escape);
    assert_eq!(window.rect("Le portage politique et technique\u{a0}: traité"), before);
    assert_eq!(window.focused(), "Le portage politique et technique\u{a0}: traité");
}

#[test]
fn an_axis_is_placed_by_its_keys_and_says_its_place_in_words() {
    let mut window = open_axis(Design::empty(&catalogue()));
    assert_eq!(window.focused(), [RAIL, "à placer"].concat());
    window.press(Key::ArrowRight);
    assert_eq!(window.focused(), [RAIL, "entre les deux"].concat());
    window.press(Key::End);
    assert_eq!(window.focused(), [RAIL, "3 crans vers Support"].concat());
    window.press(Key::Delete);
    assert_eq!(window.design().axis("pilote-support").unwrap().step, None);
    window.focus("Pilote / Support, note");
    window.type_text("selon les sujets");
    assert_eq!(&*window.design().axis("pilote-support").unwrap().note, "selon les sujets");
}

#[test]
fn a_disagreement_is_recorded_with_its_span_undone_and_shown_on_the_overview() {
    let mut window = open_axis(Design::empty(&catalogue()));
    let disagreement =
        |window: &Window| window.design().axis("pilote-support").unwrap().disagreement.clone();
    window.click("Noter un désaccord");
    assert_eq!(window.focused(), "Pilote / Support, désaccord assumé");
    window.type_text("deux directions y tiennent");
    assert_eq!(&*disagreement(&window).unwrap().text, "deux directions y tiennent");

    window.click("Montrer l’étendue");
    let at = |steps: i8| Step::MIDDLE.moved(steps);
    assert_eq!(disagreement(&window).unwrap().span, Some((at(-1), at(1))));
    let end = "Pilote / Support, bout gauche du désaccord\u{a0}: ";
    window.focus(&[end, "1 cran vers Pilote"].concat());
    window.press(Key::ArrowLeft);
    assert_eq!(window.focused(), [end, "2 crans vers Pilote"].concat());
    // It stops at the other end.
    window.press(Key::End);
    assert_eq!(disagreement(&window).unwrap().span, Some((at(1), at(1))));
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(disagreement(&window).unwrap().span, None);
    assert_eq!(&*disagreement(&window).unwrap().text, "deux directions y tiennent");

    window.press(Key::Escape);
    window.press(Key::Escape);
    assert_eq!(focus(&window), None);
    assert!(window.shows_some("Désaccord assumé\u{a0}: deux directions y tiennent"));
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(disagreement(&window), None);
}

#[test]
fn an_end_of_the_span_is_dragged_in_one_step() {
    let mut design = Design::empty(&catalogue());
    let at = |steps: i8| Step::MIDDLE.moved(steps);
    let axis = design.axes.iter_mut().find(|axis| &*axis.id == "pilote-support").unwrap();
    axis.disagreement = Some(Default::default());
    axis.disagreement.as_mut().unwrap().span = Some((at(-1), at(1)));
    let mut window = open_axis(design);
    let span = |window: &Window| {
        window.design().axis("pilote-support").unwrap().disagreement.as_ref().unwrap().span
    };
    let right = window.rect("Pilote / Support, bout droit du désaccord\u{a0}: 1 cran vers Support");
    let left = window.rect("Pilote / Support, bout gauche du désaccord\u{a0}: 1 cran vers Pilote");
    let pitch = (right.center().x - left.center().x) / 2.0;
    window.drag(right.center(), right.center() + Vec2::new(2.0 * pitch, 0.0));
    assert_eq!(span(&window), Some((at(-1), at(3))));
    window.ctrl(Key::Z);
    assert_eq!(span(&window), Some((at(-1), at(1))));
}

#[test]
fn a_point_in_large_has_its_state_its_note_its_owner_and_its_deadline() {
    let mut window = Window::blank();
    window.focus("La mesure d’impact\u{a0}: à discuter");
    window.press(Key::Enter);
    assert!(window.shows("La mesure d’impact. À quoi verra-t-on que le labo est utile\u{a0}? Qui mesure, quand\u{a0}?"));
    assert_eq!(window.focused(), "à discuter");
    window.press(Key::Space);
    assert_eq!(window.focused(), "en discussion");
    window.click("traité");
    for (label, text) in
        [("note", "Un tableau"), ("responsable", "la cheffe"), ("échéance", "avant l’été")]
    {
        window.focus(&["La mesure d’impact, ", label].concat());
        window.type_text(text);
    }
    let point = window.design().point("impact").unwrap();
    assert_eq!(point.state, PointState::Settled);
    assert_eq!(
        [&*point.note, &*point.owner, &*point.deadline],
        ["Un tableau", "la cheffe", "avant l’été"]
    );
}

#[test]
fn an_orientation_is_one_of_the_six_or_ones_own_words_alone() {
    let mut window = Window::blank();
    window.activate("Orientation\u{a0}: ouvrir en grand");
    window.click("Capacitant");
    assert_eq!(window.design().orientation.kind.as_deref(), Some("capacitant"));
    window.click("Incubateur");
    assert_eq!(window.design().orientation.kind.as_deref(), Some("incubateur"));
    window.click("Incubateur");
    assert_eq!(window.design().orientation.kind, None);
    window.focus("Orientation, texte");
    window.type_text("à notre façon");
    assert_eq!(&*window.design().orientation.text, "à notre façon");
}

#[test]
fn what_the_six_labs_answered_stands_beside_a_field_and_can_be_hidden() {
    let mut window = Window::blank();
    window.activate("Gouvernance\u{a0}: ouvrir en grand");
    let gand = "Espace tiers\u{a0}: rattachée directement au maire et au conseil municipal";
    assert!(window.shows(gand));
    window.click("masquer\u{a0}: Ce qu’ont choisi les six labos");
    assert!(!window.shows(gand));
    // It stays so from field to field.
    window.press(Key::PageDown);
    assert!(!window.shows_some("Espace tiers\u{a0}: "));
    window.click("Ce qu’ont choisi les six labos");
    assert!(window.shows_some("Espace tiers\u{a0}: participation"));
}

/// What the room looks at.
fn scene(window: &Window) -> Option<Scene> {
    window.app().view().on_stage().map(|leading| leading.scene().clone())
}

#[test]
fn projecting_hides_the_menus_and_ends_in_one_key() {
    let mut window = Window::blank();
    window.press(Key::F5);
    assert!(!window.shows("Fichier"));
    assert_eq!(scene(&window), Some(Scene::Overview));
    // The whole sheet first, on as many pages as it takes; then the method, step by step.
    while scene(&window) == Some(Scene::Overview) {
        window.press(Key::PageDown);
    }
    assert_eq!(scene(&window), Some(Scene::At(Place::Criterion("projets".into()))));
    assert!(!window.shows("Revenir au canevas") && !window.shows("Suivant"));
    window.press(Key::PageUp);
    assert_eq!(scene(&window), Some(Scene::Overview));
    while scene(&window) == Some(Scene::Overview) {
        window.press(Key::PageDown);
    }
    window.press(Key::Escape);
    assert!(window.shows("Fichier"));
    assert_eq!(
        focus(&window),
        Some(Focus::At(Place::Criterion("projets".into()))),
        "where the room was"
    );
}

#[test]
fn projecting_shows_the_present_step() {
    let mut window = Window::blank();
    window.activate("Gouvernance\u{a0}: ouvrir en grand");
    window.press(Key::F5);
    assert_eq!(
        scene(&window),
        Some(Scene::At(Place::Field(FieldKey::Known("gouvernance".into()))))
    );
    assert!(!window.shows("Fichier"));
    window.press(Key::Escape);
    assert!(window.shows("Fichier"));
    assert_eq!(
        focus(&window),
        Some(Focus::At(Place::Field(FieldKey::Known("gouvernance".into()))))
    );
}
