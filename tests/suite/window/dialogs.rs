//! The system's dialogs: what they open on, what is done of an answer that comes late, and of a dialog that fails.

use std::fs;

use dessiner_un_labo::platform::dialogs::Picked;
use dessiner_un_labo::storage;
use egui::Key;
use tempfile::TempDir;

use super::leader::{Desk, leading};
use super::{ASK_CLOSE, USUAL, Window, catalogue, drop_file, file_in, full_example};

#[test]
fn a_dialog_has_a_title_and_opens_beside_the_lab_or_where_one_last_was() {
    let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let mut window = Window::opening(&file_in(&first, "a.ron"));
    window.will_choose(None);
    window.ctrl(Key::O);
    window.settle();
    window.will_choose(Some(&second.path().join("b.ron")));
    window.press_with(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::S);
    window.settle();
    window.ctrl(Key::N);
    window.settle();
    window.will_choose(None);
    window.ctrl(Key::O);
    window.settle();
    let asked = window.asked();
    let folders: Vec<_> = asked.iter().map(|asked| asked.folder.as_deref()).collect();
    let (first, second) = (Some(first.path()), Some(second.path()));
    assert_eq!(folders, [first, first, second]);
    let titles: Vec<_> = asked.iter().map(|asked| asked.title.as_str()).collect();
    assert_eq!(titles, ["Ouvrir un labo", "Enregistrer le labo", "Ouvrir un labo"]);
}

#[test]
fn a_dialog_that_is_left_open_can_still_be_answered() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("labo.ron");
    let mut window = Window::blank();
    window.type_text("Le mien");
    let answer = window.will_be_answered_later();
    window.ctrl(Key::S);
    window.click("Ne plus attendre");
    window.type_text(" et le tien");
    answer.send(Picked::File(path.clone())).unwrap();
    window.settle();
    assert!(!window.modified());
    let saved = storage::read(&path, &catalogue()).unwrap().design;
    assert_eq!(&*saved.name, "Le mien et le tien");
}

#[test]
fn a_dialog_answered_under_the_question_of_the_closing_window_answers_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("labo.ron");
    let mut window = Window::blank();
    window.type_text("Le mien");
    let answer = window.will_be_answered_later();
    window.ctrl(Key::S);
    window.press(Key::Escape);
    window.ctrl(Key::Q);
    assert!(window.shows(ASK_CLOSE));
    answer.send(Picked::File(path.clone())).unwrap();
    window.settle();
    assert!(path.is_file() && window.app().closing());
}

#[test]
fn a_dialog_closed_late_changes_nothing() {
    let mut window = Window::blank();
    window.type_text("Le mien");
    let answer = window.will_be_answered_later();
    window.ctrl(Key::S);
    window.click("Ne plus attendre");
    answer.send(Picked::Nothing).unwrap();
    window.settle();
    assert!(window.modified() && !window.shows_some("Rien n’a été écrit"));
}

#[test]
fn an_answer_about_a_lab_that_has_gone_writes_nothing_and_is_said() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("labo.ron");
    let mut window = Window::blank();
    window.type_text("Le mien");
    let answer = window.will_be_answered_later();
    window.ctrl(Key::S);
    window.click("Ne plus attendre");
    window.ctrl(Key::N);
    window.click("Ne pas enregistrer");
    answer.send(Picked::File(path.clone())).unwrap();
    window.settle();
    assert!(window.shows_some("Rien n’a été écrit dans «\u{a0}labo.ron\u{a0}»"));
    assert!(!path.exists());
}

#[test]
fn an_answer_that_comes_under_another_question_waits_for_it() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::blank();
    let answer = window.will_be_answered_later();
    window.ctrl(Key::O);
    window.click("Ne plus attendre");
    window.press(Key::F1);
    answer.send(Picked::File(path)).unwrap();
    window.settle();
    assert!(window.shows("Raccourcis du clavier") && window.design().name.is_empty());
    window.press(Key::Escape);
    window.settle();
    assert_eq!(*window.design(), full_example());
}

#[test]
fn where_the_dialog_fails_a_path_is_written_by_hand() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::blank();
    window.type_text("Le mien");
    window.will_fail();
    window.ctrl(Key::S);
    window.settle();
    assert!(window.shows("Où enregistrer ce labo\u{a0}?"));
    assert_eq!(window.focused(), "Chemin du fichier");
    window.ctrl(Key::A);
    let path = folder.path().join("le-mien.ron");
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter);
    window.settle();
    assert!(path.is_file() && !window.modified());
    window.will_fail();
    window.ctrl(Key::O);
    window.settle();
    assert!(window.shows("Quel fichier ouvrir\u{a0}?"));
    window.press(Key::Escape);
    window.ctrl(Key::P);
    window.settle();
    window.will_fail();
    window.activate("Enregistrer en PDF…");
    window.settle();
    let sheet = folder.path().join("le-mien_canevas_A4.pdf");
    assert!(fs::read(sheet).unwrap().starts_with(b"%PDF"));
}

#[test]
fn closing_after_a_dialog_that_fails_asks_for_a_path_and_then_closes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("labo.ron");
    let mut window = Window::blank();
    window.type_text("Le mien");
    window.ctrl(Key::Q);
    window.will_fail();
    window.click("Enregistrer");
    window.settle();
    window.ctrl(Key::A);
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter);
    window.settle();
    assert!(path.is_file() && window.app().closing());
}

#[test]
fn without_any_dialog_an_order_of_play_is_taken_by_its_path() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.choose_in_menu("Animer", "Déroulé…");
    window.activate("Critère 1\u{a0}: une minute de plus");
    let given = leading(&window).play.clone();
    let path = desk.folder.path().join("donne.ron");
    window.will_choose(Some(&path));
    window.activate_button("Donner le déroulé…");
    window.settle();
    window.activate("Compris");
    window.activate("Critère 1\u{a0}: une minute de moins");
    assert_ne!(leading(&window).play.beats, given.beats);
    window.will_fail();
    window.activate_button("Reprendre un déroulé…");
    window.settle();
    assert!(window.shows("Quel déroulé reprendre\u{a0}?"));
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter);
    window.settle();
    assert_eq!(leading(&window).play.beats, given.beats);
}

#[test]
fn a_name_that_ends_with_a_space_is_not_the_one_without() {
    let folder = TempDir::new().unwrap();
    let other = file_in(&folder, "labo.ron");
    let before = fs::read(&other).unwrap();
    let mut window = Window::blank();
    window.type_text("Le mien");
    window.will_choose(Some(&folder.path().join("labo.ron ")));
    window.ctrl(Key::S);
    window.settle();
    assert_eq!(fs::read(&other).unwrap(), before);
    assert!(!window.modified(), "it is in a file of its own");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_written_and_read_as_it_is() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(std::ffi::OsStr::from_bytes(b"\xe9t\xe9.ron"));
    let mut window = Window::blank();
    window.type_text("Le mien");
    window.will_choose(Some(&path));
    window.ctrl(Key::S);
    window.settle();
    assert!(path.is_file() && !window.modified());
    window.ctrl(Key::N);
    drop_file(&mut window, &path);
    assert_eq!(&*window.design().name, "Le mien");
}
