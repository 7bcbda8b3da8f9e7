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

/// What is typed for the date, and is none.
fn words(window: &Window) -> String {
    let unread = window.app().document().unread_date();
    unread.map(|(_, typed)| typed.to_string()).unwrap_or_default()
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
    // It is in no file, and no save will ever take it: that is not what is asked.
    window.ctrl(Key::Q);
    assert!(!window.shows(ASK_CLOSE) && !window.app().closing());
    assert!(window.shows_some("«\u{a0}31/02/2026\u{a0}», ne peut pas entrer dans le fichier"));
    assert_eq!(window.focused(), "Y revenir");
    window.activate("Y revenir");
    assert_eq!(window.focused(), "Atelier 1, date");
    window.ctrl(Key::Q);
    window.activate("Fermer sans cette date");
    assert!(window.app().closing());
}

#[test]
fn a_lab_saved_as_it_closes_is_not_asked_about_for_ever_for_a_date_that_cannot_be_read() {
    let mut window = with_an_impossible_date();
    let folder = tempfile::tempdir().unwrap();
    window.will_choose(Some(&folder.path().join("labo.ron")));
    window.ctrl(Key::Q);
    assert!(window.shows(ASK_CLOSE));
    window.activate_button("Enregistrer");
    window.settle();
    assert!(!window.shows(ASK_CLOSE));
    window.activate("Fermer sans cette date");
    assert!(window.app().closing());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn an_undo_takes_an_impossible_date_back_first_and_says_so() {
    let mut window = with_an_impossible_date();
    assert!(window.app().document().unread_date().is_some());
    window.ctrl(Key::Z);
    assert!(window.app().document().unread_date().is_none());
    assert!(window.shows("Annulé\u{a0}: la date de l’atelier 1"));
    assert_eq!(window.design().workshops.len(), 1);
}

#[test]
fn a_redo_puts_an_impossible_date_back_in_its_box() {
    let mut window = with_an_impossible_date();
    window.ctrl(Key::Z);
    window.ctrl(Key::Y);
    assert_eq!(words(&window), "31/02/2026");
    assert!(window.shows("Rétabli\u{a0}: la date de l’atelier 1"));
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert!(window.design().workshops.is_empty(), "then what came before it");
}

#[test]
fn words_that_a_date_took_the_place_of_are_within_reach_from_any_page_and_after_their_workshop_went()
 {
    let mut window = with_an_impossible_date();
    // Ten seconds.
    (0..40).for_each(|_| window.step());
    window.ctrl(Key::A);
    window.type_text("24/11/2026");
    assert_eq!(words(&window), "");
    assert!(window.design().workshops[0].date.is_some());
    // From the sheet, where the box does not show.
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(window.app().view().focus.is_none());
    window.ctrl(Key::Z);
    assert_eq!(words(&window), "31/02/2026");
    window.choose_in_menu("Édition", "L’atelier…");
    window.activate("Retirer cet atelier");
    window.ctrl(Key::Z);
    assert_eq!(words(&window), "31/02/2026");
    window.ctrl(Key::Y);
    window.ctrl(Key::Z);
    assert_eq!(words(&window), "31/02/2026");
}

#[test]
fn a_date_shows_as_it_is_typed_then_in_words() {
    let mut window = with_an_impossible_date();
    window.ctrl(Key::A);
    window.type_text("2/1/2027");
    let value = |window: &Window| {
        use egui_kittest::kittest::{NodeT as _, Queryable as _};
        window.harness.get_by_label("Atelier 1, date").accesskit_node().value()
    };
    assert_eq!(value(&window).as_deref(), Some("2/1/2027"));
    window.press(Key::Escape);
    assert_eq!(value(&window).as_deref(), Some("2 janvier 2027"));
}
