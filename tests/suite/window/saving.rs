//! Save, save as, close: nothing is lost.

use std::fs;

use dessiner_un_labo::storage;
use egui::{Key, Modifiers, Vec2};
use tempfile::TempDir;

use super::layout::{Text, texts};
use super::{ASK_CLOSE, ASK_REPLACE, Window, catalogue, drop_file, file_in, full_example};

fn closes(window: &Window) -> bool {
    window.app().closing()
}

#[test]
fn opening_over_unsaved_work_asks_and_cancel_keeps_it() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::blank();
    window.type_text("Le mien");
    drop_file(&mut window, &path);
    assert!(window.shows(ASK_REPLACE));
    window.click("Annuler");
    assert_eq!(&*window.design().name, "Le mien");
    drop_file(&mut window, &path);
    window.click("Ne pas enregistrer");
    window.settle();
    assert_eq!(*window.design(), full_example());
}

#[test]
fn saving_first_then_going_on_loses_nothing() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mine = folder.path().join("le-mien.ron");
    let mut window = Window::blank();
    window.type_text("Le mien");
    drop_file(&mut window, &path);
    window.will_choose(Some(&mine));
    window.click("Enregistrer");
    window.settle();
    assert_eq!(*window.design(), full_example());
    let saved = storage::read(&mine, &catalogue()).unwrap().design;
    assert_eq!(&*saved.name, "Le mien");
}

#[test]
fn save_writes_to_the_same_file_and_the_title_loses_its_mark() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::opening(&path);
    window.focus("Nom du labo");
    window.press(Key::End);
    window.type_text(" bis");
    assert!(window.modified());
    window.ctrl(Key::S);
    window.settle();
    assert!(!window.modified());
    let saved = storage::read(&path, &catalogue()).unwrap().design;
    assert_eq!(saved, *window.design());
}

#[test]
fn a_letter_typed_just_after_a_save_shows_as_modified_and_undo_comes_back_to_the_saved_state() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::opening(&file_in(&folder, "a.ron"));
    window.focus("Nom du labo");
    window.press(Key::End);
    window.type_text("a");
    window.ctrl(Key::S);
    window.settle();
    window.type_text("b");
    assert!(window.modified());
    window.ctrl(Key::Z);
    assert!(!window.modified());
}

#[test]
fn what_is_typed_while_a_save_is_under_way_stays_modified() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::opening(&file_in(&folder, "a.ron"));
    window.focus("Nom du labo");
    window.press(Key::End);
    window.type_text("a");
    let save = Window::key_event(Modifiers::COMMAND, Key::S);
    window.one_frame([save].into_iter().chain(Window::letters("b")));
    window.settle();
    assert!(window.modified());
    assert!(window.design().name.ends_with("ab"));
}

#[test]
fn a_save_that_fails_keeps_everything_and_offers_two_ways_out() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::opening(&path);
    window.focus("Nom du labo");
    window.press(Key::End);
    window.type_text("!");
    // The key is pulled out.
    drop(folder);
    window.ctrl(Key::S);
    window.settle();
    assert!(window.modified());
    assert!(window.shows_some("Rien n’est perdu"));
    let other = TempDir::new().unwrap();
    let elsewhere = other.path().join("ailleurs.ron");
    window.will_choose(Some(&elsewhere));
    window.click("Enregistrer ailleurs…");
    window.settle();
    assert!(!window.modified());
    assert_eq!(storage::read(&elsewhere, &catalogue()).unwrap().design, *window.design());
}

#[test]
fn a_failed_save_before_closing_does_not_close() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::opening(&file_in(&folder, "a.ron"));
    window.focus("Nom du labo");
    window.type_text("x");
    drop(folder);
    window.ctrl(Key::Q);
    window.click("Enregistrer");
    window.settle();
    assert!(!closes(&window) && window.modified());
}

#[test]
fn the_extension_is_added_and_a_file_replaced_unseen_is_asked_about() {
    let folder = TempDir::new().unwrap();
    let other = file_in(&folder, "labo.ron");
    let before = fs::read(&other).unwrap();
    let mut window = Window::blank();
    window.type_text("Le mien");
    window.will_choose(Some(&folder.path().join("labo")));
    window.ctrl(Key::S);
    window.settle();
    assert!(window.shows("Remplacer ce fichier\u{a0}?"));
    window.click("Annuler");
    assert_eq!(fs::read(&other).unwrap(), before);
    window.will_choose(Some(&folder.path().join("neuf")));
    window.ctrl(Key::S);
    window.settle();
    assert!(folder.path().join("neuf.ron").is_file());
}

#[test]
fn closing_unsaved_work_asks_and_each_answer_does_what_it_says() {
    let mut window = Window::blank();
    window.type_text("a");
    window.ctrl(Key::Q);
    assert!(window.shows(ASK_CLOSE) && !closes(&window));
    window.press(Key::Escape);
    assert!(!window.shows(ASK_CLOSE));
    window.ctrl(Key::Q);
    window.click("Ne pas enregistrer");
    assert!(closes(&window));
}

#[test]
fn enter_on_the_question_saves() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.ron");
    let mut window = Window::blank();
    window.type_text("a");
    window.ctrl(Key::Q);
    assert_eq!(window.focused(), "Enregistrer");
    window.will_choose(Some(&path));
    window.press(Key::Enter);
    window.settle();
    assert!(path.is_file());
}

#[test]
fn a_sheet_left_as_it_opened_closes_without_a_question() {
    let mut window = Window::blank();
    window.ctrl(Key::Q);
    assert!(closes(&window) && !window.shows(ASK_CLOSE));
}

#[test]
fn without_any_dialog_a_path_is_written_by_hand() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::without_dialogs();
    window.type_text("Le mien");
    window.ctrl(Key::S);
    assert!(window.shows("Où enregistrer ce labo\u{a0}?"));
    window.ctrl(Key::A);
    let path = folder.path().join("le-mien.ron");
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter);
    window.settle();
    assert!(path.is_file() && !window.modified());
    window.ctrl(Key::O);
    assert!(window.shows("Quel fichier ouvrir\u{a0}?"));
    window.type_text(file_in(&folder, "a.ron").to_str().unwrap());
    window.click("Ouvrir");
    window.settle();
    assert_eq!(*window.design(), full_example());
}

#[test]
fn saving_elsewhere_while_a_save_is_under_way_writes_both_files() {
    let folder = TempDir::new().unwrap();
    let first = file_in(&folder, "a.ron");
    let second = folder.path().join("b.ron");
    let mut window = Window::opening(&first);
    window.focus("Nom du labo");
    window.press(Key::End);
    window.type_text("a");
    window.will_choose(Some(&second));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.settle();
    for path in [&first, &second] {
        assert_eq!(storage::read(path, &catalogue()).unwrap().design, *window.design());
    }
    assert!(!window.modified());
}

#[test]
fn a_path_written_by_hand_over_another_file_is_asked_about_and_forgotten_when_given_up() {
    let folder = TempDir::new().unwrap();
    let other = file_in(&folder, "a.ron");
    let before = fs::read(&other).unwrap();
    let mut window = Window::without_dialogs();
    window.type_text("Le mien");
    window.ctrl(Key::O);
    window.type_text(other.to_str().unwrap());
    window.press(Key::Escape);
    window.ctrl(Key::S);
    window.ctrl(Key::A);
    window.type_text(other.to_str().unwrap());
    window.press(Key::Enter);
    window.settle();
    assert!(window.shows("Remplacer ce fichier\u{a0}?"));
    window.press(Key::Escape);
    assert_eq!(fs::read(&other).unwrap(), before);
    window.ctrl(Key::O);
    assert!(!window.shows_some("a.ron"), "the path given up is still there");
}

#[test]
fn a_question_that_comes_as_a_dialog_closes_is_still_and_gives_the_keyboard_back() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::blank();
    window.click("Gouvernance, texte");
    window.type_text("a");
    window.will_choose(Some(&path));
    window.ctrl(Key::O);
    window.settle();
    assert!(window.shows(ASK_REPLACE));
    assert_eq!(window.harness.run(), 1, "frames are asked for at rest");
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Gouvernance, texte");
}

#[test]
fn a_save_from_the_menu_by_the_mouse_gives_the_keyboard_back_to_the_text() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::opening(&file_in(&folder, "a.ron"));
    window.click("Gouvernance, texte");
    window.press(Key::End);
    window.type_text("a");
    window.click("Fichier");
    window.click("Enregistrer");
    window.settle();
    assert_eq!(window.focused(), "Gouvernance, texte");
}

/// What the window shows of the last save, and where.
fn told(window: &Window) -> Vec<Text> {
    let all = texts(window.harness.output()).into_iter();
    all.filter(|text| text.words.starts_with("Enregistré à ")).collect()
}

#[test]
fn a_save_shows_for_a_moment_over_a_window_without_a_menu_bar() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::opening(&file_in(&folder, "a.ron"));
    window.press(Key::F5);
    window.ctrl(Key::S);
    window.settle();
    assert_eq!(told(&window).len(), 1);
    assert!(told(&window)[0].rows[0].center().y > window.harness.ctx.content_rect().center().y);
    let time = |window: &Window| window.harness.ctx.input(|input| input.time);
    let saved = time(&window);
    while time(&window) < saved + 5.0 {
        window.harness.step();
    }
    assert!(told(&window).is_empty());
    window.ctrl(Key::S);
    window.settle();
    // Past the two pages of the whole sheet, to the first criterion.
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    window.press(Key::Tab);
    window.press(Key::Space);
    assert!(window.modified());
    assert!(told(&window).is_empty(), "what is on the sheet is no more what is in the file");
}

#[test]
fn under_a_menu_bar_a_save_shows_there_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::opening(&file_in(&folder, "a.ron"));
    window.ctrl(Key::S);
    window.settle();
    assert!(told(&window).is_empty(), "{:?}", told(&window));
    assert!(window.shows_some("a.ron") && window.shows_some("Enregistré à "));
    window.harness.set_size(Vec2::new(1280.0, 720.0) / 3.0);
    window.ctrl(Key::S);
    window.settle();
    assert_eq!(told(&window).len(), 1, "the bar has no room for it");
}

#[test]
fn a_long_name_never_pushes_the_state_of_the_file_off_the_bar() {
    for size in [Vec2::new(1024.0, 768.0), super::USUAL] {
        let folder = tempfile::tempdir().unwrap();
        let name = format!("2026-11-24_{}_v2.ron", "préfiguration-".repeat(13));
        let mut window = Window::opening(&file_in(&folder, &name));
        window.harness.set_size(size);
        window.focus("Nom du labo");
        window.press(Key::End);
        window.type_text("a");
        let bar = |window: &Window, end: &str| {
            let all = texts(window.harness.output()).into_iter().map(|text| {
                let words = text.words.replace('\u{a0}', " ");
                Text { words, ..text }
            });
            let mut found = all.filter(|text| text.words.ends_with(end));
            let text = found.next().unwrap_or_else(|| panic!("{size:?}: « {end} » does not show"));
            assert!(text.rows[0].right() <= size.x && text.rows[0].top() < 32.0);
            text.words
        };
        let shown = bar(&window, "v2.ron · modifié");
        assert!(shown.starts_with("2026-11-24") && shown.contains('…'), "{shown}");
        // Who listens hears the whole of it.
        assert!(window.shows_some(&name));
        window.ctrl(Key::S);
        window.settle();
        assert!(told(&window).is_empty(), "the bar says it");
        let all = texts(window.harness.output());
        let words = all.iter().map(|text| text.words.replace('\u{a0}', " "));
        assert!(words.into_iter().any(|words| words.contains("v2.ron · Enregistré à ")));
    }
}

#[test]
fn a_folder_typed_in_the_place_of_a_file_gets_the_lab_under_its_own_name() {
    for end in ["", "/"] {
        let folder = TempDir::new().unwrap();
        let mut window = Window::without_dialogs();
        window.type_text("Le mien");
        window.ctrl(Key::S);
        window.ctrl(Key::A);
        window.type_text(&format!("{}{end}", folder.path().display()));
        window.press(Key::Enter);
        window.settle();
        let found = crate::samples::names(folder.path());
        assert!(matches!(&*found, [name] if name.ends_with("_le-mien.ron")), "{found:?}");
        assert!(!window.modified());
    }
}

#[test]
fn saving_under_another_name_starts_from_the_name_that_the_file_has() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::opening(&file_in(&folder, "atelier de mars.ron"));
    window.will_choose(None);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.settle();
    let asked = window.asked();
    assert_eq!(asked[0].name, "atelier de mars.ron");
    assert_eq!(asked[0].folder.as_deref(), Some(folder.path()));
}
