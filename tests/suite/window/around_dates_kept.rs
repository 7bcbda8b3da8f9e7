//! A date that is typed and is not one stands nowhere but in its box: nothing drops it without a word.

use egui::Key;

use super::{ASK_CLOSE, Window};

fn with_an_impossible_date() -> Window {
    let mut window = Window::blank();
    window.focus("Édition");
    window.press(Key::Enter);
    window.activate("L’atelier…");
    window.activate("Noter l’atelier d’aujourd’hui");
    window.focus("Atelier 1, date");
    window.ctrl(Key::A);
    window.type_text("31/02/2026");
    window
}

#[test]
fn closing_asks_about_a_date_that_cannot_be_read() {
    let mut window = with_an_impossible_date();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("labo.ron");
    window.will_choose(Some(&path));
    window.ctrl(Key::S);
    window.settle();
    assert!(path.exists());
    // What was saved is said, and what was not.
    assert!(window.shows_some("La date «\u{a0}31/02/2026\u{a0}» ne se lit pas"));
    assert!(window.modified());
    window.ctrl(Key::Q);
    assert!(window.shows(ASK_CLOSE));
    assert!(!window.app().closing());
}

#[test]
fn an_undo_takes_an_impossible_date_back_first_and_says_so() {
    let mut window = with_an_impossible_date();
    assert!(window.app().session().unread_date().is_some());
    window.ctrl(Key::Z);
    assert!(window.app().session().unread_date().is_none());
    assert!(window.shows("Annulé\u{a0}: Date"));
    assert_eq!(window.design().workshops.len(), 1);
}

#[test]
fn a_redo_puts_an_impossible_date_back_in_its_box() {
    let mut window = with_an_impossible_date();
    window.ctrl(Key::Z);
    window.ctrl(Key::Y);
    assert_eq!(window.app().session().unread_date(), Some("31/02/2026"));
    assert!(window.shows("Rétabli\u{a0}: Date"));
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert!(window.design().workshops.is_empty(), "then what came before it");
}
