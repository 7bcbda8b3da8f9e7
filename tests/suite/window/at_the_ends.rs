//! What is first, last or too large for its place: nothing looks active that does nothing, and nothing ends without a word.

use dessiner_un_labo::intent::view::{FieldKey, Focus};
use dessiner_un_labo::model::Text;
use dessiner_un_labo::model::place::Place;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::layout::texts;
use super::{USUAL, Window, catalogue, full_example};

fn enabled(window: &Window, label: &str) -> bool {
    let role = egui::accesskit::Role::Button;
    !window.harness.get_by_role_and_label(role, label).accesskit_node().is_disabled()
}

#[test]
fn a_free_field_is_not_offered_a_move_that_does_nothing() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    let steps = Focus::steps(&catalogue(), window.design());
    let is_free = |step: &&Focus| matches!(step, Focus::At(Place::Field(FieldKey::Free(_))));
    let before = steps.iter().take_while(|step| !is_free(step)).count();
    for _ in 0..before {
        window.press(Key::PageDown);
    }
    assert!(!enabled(&window, "Déplacer avant") && enabled(&window, "Déplacer après"));
    // Moved to the end by the keyboard, the button keeps it: nothing was left to move, and nothing is lost.
    window.focus("Déplacer après");
    window.press(Key::Space);
    assert!(enabled(&window, "Déplacer avant") && !enabled(&window, "Déplacer après"));
    assert_eq!(window.focused(), "Déplacer après");
    let after = window.design().clone();
    window.press(Key::Space);
    assert_eq!(*window.design(), after);
}

#[test]
fn after_the_last_step_one_looks_at_where_one_stands() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    let count = Focus::steps(&catalogue(), window.design()).len();
    for _ in 1..count {
        assert!(window.shows("Suivant"));
        window.press(Key::PageDown);
    }
    assert!(!window.shows("Suivant"));
    window.activate_button("Où en est-on\u{a0}?");
    assert!(window.shows("Décidé ou écrit, 14"));
}

#[test]
fn ctrl_0_gives_the_usual_size_back() {
    let mut window = Window::blank();
    window.ctrl(Key::Plus);
    window.ctrl(Key::Plus);
    assert!(window.app().view().zoom > 1.1);
    window.press_with(Modifiers::COMMAND, Key::Num0);
    assert_eq!(window.app().view().zoom, 1.0);
}

#[test]
fn a_large_window_shows_whole_notes_where_it_has_room_under_them() {
    let design = full_example();
    let points = || design.points.iter().map(|point| &point.note);
    let criteria = || design.criteria.iter().map(|criterion| &criterion.text);
    let check = |size: Vec2, notes: Vec<&Text>| {
        let window = Window::on(design.clone(), size, 1.0);
        let shown = texts(window.harness.output());
        let notes = notes.into_iter().filter(|note| !note.is_empty());
        for note in notes {
            let text = shown.iter().find(|text| text.words == **note);
            assert!(text.is_some_and(|text| !text.elided), "{size:?}: « {note} »");
        }
    };
    assert!(points().filter(|note| note.len() > 40).count() > 1);
    check(USUAL, points().collect());
    check(Vec2::new(1920.0, 1080.0), points().chain(criteria()).collect());
}

#[test]
fn no_word_of_the_list_of_shortcuts_stands_under_its_scroll_bar() {
    for size in [Vec2::new(1024.0, 560.0), Vec2::new(880.0, 500.0)] {
        let mut window = Window::on(full_example(), size, 1.0);
        window.press(Key::F1);
        let list = texts(window.harness.output());
        let right = list.iter().filter(|text| text.words.starts_with("élément suivant"));
        let row = right.flat_map(|text| &text.rows).map(|row| row.right()).fold(0.0, f32::max);
        let edge = window.rect("Fermer").left() + (size.x - 64.0).min(900.0);
        assert!(row > 0.0 && row <= edge - 10.0, "{size:?}: {row} beside {edge}");
    }
}

#[test]
fn a_long_name_is_whole_at_every_scale_of_the_screen() {
    for scale in [1.0, 1.1, 1.25, 1.5, 1.75, 2.25] {
        for letters in (40..=120).step_by(16) {
            let mut design = full_example();
            let name = "Le laboratoire départemental des possibles ".repeat(4);
            let name: String = name.chars().take(letters).collect();
            design.name = name.trim().into();
            let window = Window::at_scale(design, USUAL * scale, scale);
            let shown = texts(window.harness.output());
            let text = shown.iter().find(|text| text.words == name.trim());
            let text = text.unwrap_or_else(|| panic!("{name} is not shown"));
            assert_eq!((text.hidden_rows, text.cut_rows), (0, 0), "{scale}, {letters}: {text:?}");
        }
    }
}
