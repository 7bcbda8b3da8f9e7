//! New, open: a failed open replaces nothing.

use std::fs;
use std::path::Path;

use egui::Key;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;

use super::{ASK_REPLACE, Window, drop_file, drop_files, file_in, full_example};

#[test]
fn a_file_named_on_the_command_line_opens_as_it_was() {
    let folder = TempDir::new().unwrap();
    let window = Window::opening(&file_in(&folder, "a.ron"));
    assert_eq!(*window.design(), full_example());
    assert!(!window.modified());
}

#[test]
fn open_through_the_dialog() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::blank();
    window.will_choose(Some(&path));
    window.ctrl(Key::O);
    window.settle();
    assert_eq!(*window.design(), full_example());
}

#[test]
fn a_file_dropped_on_the_window_opens() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::blank();
    drop_file(&mut window, &path);
    assert_eq!(*window.design(), full_example());
}

#[test]
fn of_several_files_dropped_the_lab_opens_and_the_others_are_said() {
    let folder = TempDir::new().unwrap();
    let (lab, other) = (file_in(&folder, "a.ron"), file_in(&folder, "b.ron"));
    let picture = folder.path().join("photo.png");
    fs::write(&picture, "image").unwrap();
    let mut window = Window::blank();
    drop_files(&mut window, &[&picture, &lab, &other]);
    assert_eq!(window.app().document().file_name(), "a.ron");
    assert!(window.shows_some("les 2 autres fichiers déposés ne sont pas ouverts"));
    window.click("Compris");
    drop_file(&mut window, &other);
    assert_eq!(window.app().document().file_name(), "b.ron");
    assert!(!window.shows_some("déposés"));
    drop_files(&mut window, &[&picture, &picture]);
    assert!(window.shows_some("L’autre fichier déposé n’est pas ouvert"));
}

#[test]
fn what_is_dropped_and_does_not_open_is_said() {
    let folder = TempDir::new().unwrap();
    let lab = file_in(&folder, "a b.ron");
    let mut window = Window::blank();
    for (dropped, said) in [
        (Path::new("https://exemple.fr/labo.ron"), "n’est pas sur cet ordinateur"),
        (Path::new(""), "n’est pas un fichier"),
        (folder.path(), "c’est un dossier"),
    ] {
        drop_file(&mut window, dropped);
        assert!(window.shows_some(said), "{said}");
        window.click("Compris");
    }
    let address = format!("file://{}/a%20b.ron", folder.path().display());
    drop_file(&mut window, Path::new(&address));
    assert_eq!(*window.design(), full_example());
    window.focus("Nom du labo");
    window.type_text("x");
    drop_file(&mut window, &lab);
    assert!(window.shows(ASK_REPLACE));
    drop_file(&mut window, &lab);
    window.click("Annuler");
    assert!(window.shows_some("une question attendait une réponse"));
}

#[test]
fn a_file_dropped_on_a_page_that_asks_nothing_opens() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::blank();
    window.press(Key::F1);
    drop_file(&mut window, &path);
    assert_eq!(*window.design(), full_example());
    assert!(window.app().view().panel.is_none());
}

#[cfg(unix)]
#[test]
fn a_name_that_hides_something_shows_it() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a\n\u{202e}nor.ron");
    let window = Window::opening(&path);
    assert_eq!(window.app().document().file_name(), "a\\n\\u{202e}nor.ron");
}

#[test]
fn a_failed_open_says_why_and_leaves_the_open_design_alone() {
    let folder = TempDir::new().unwrap();
    let bad = folder.path().join("mauvais.ron");
    fs::write(&bad, "ceci n'est pas un labo").unwrap();
    let mut window = Window::blank();
    window.type_text("Le mien");
    drop_file(&mut window, &bad);
    assert_eq!(&*window.design().name, "Le mien");
    assert!(window.shows_some("mauvais.ron"));
    assert!(window.shows_some("le labo déjà ouvert reste tel quel"));
    window.click("Compris");
    assert!(!window.shows_some("mauvais.ron"));
}

#[test]
fn a_file_that_is_not_there_is_said_and_the_sheet_is_ready() {
    let mut window = Window::opening(Path::new("/n/existe/pas.ron"));
    assert!(window.shows_some("pas.ron"));
    assert_eq!(window.focused(), "Ouvrir un autre fichier…");
    window.press(Key::Escape);
    assert!(!window.shows_some("pas.ron"));
    assert_eq!(window.focused(), "Nom du labo");
}

#[test]
fn new_from_this_lab_with_its_answers() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    let parent = window.design().id;
    window.click("Fichier");
    window.click("Nouveau à partir de ce labo…");
    window.click("Avec les réponses");
    let next = window.design();
    assert_eq!(next.parent, Some(parent));
    assert_ne!(next.id, parent);
    assert_eq!(next.name, full_example().name);
    assert_eq!(next.fields, full_example().fields);
    assert!(next.workshops.is_empty() && next.next_steps.is_empty());
    assert!(window.modified(), "it is in no file yet");
}

#[test]
fn new_from_this_lab_without_its_answers() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    window.click("Fichier");
    window.click("Nouveau à partir de ce labo…");
    window.click("Sans les réponses");
    let (next, before) = (window.design(), full_example());
    assert_eq!(next.parent, Some(before.id));
    assert_eq!(&*next.name, "");
    assert_eq!(next.labs, before.labs);
    let titles = |d: &dessiner_un_labo::model::Design| {
        d.free_fields.iter().map(|f| f.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(next), titles(&before));
    assert!(next.free_fields.iter().all(|field| field.text.is_empty()));
    assert!(next.axes.iter().all(|axis| axis.step.is_none()));
}

#[test]
fn warnings_of_an_opened_file_are_shown_and_can_be_dismissed() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let text = fs::read_to_string(&path).unwrap().replace("version: (1, 0)", "version: (1, 7)");
    fs::write(&path, text).unwrap();
    let mut window = Window::opening(&path);
    assert!(window.shows_some("Ouvert, avec une remarque"));
    window.click("Compris");
    assert!(!window.shows_some("Ouvert, avec une remarque"));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("extensions: {}", "extensions: {\"x\": 1}")).unwrap();
    assert!(Window::opening(&path).shows_some("Ouvert, avec des remarques"));
}

#[test]
fn what_an_opening_had_to_say_waits_until_the_room_looks_elsewhere() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let text = fs::read_to_string(&path).unwrap().replace("version: (1, 0)", "version: (1, 7)");
    fs::write(&path, text).unwrap();
    let said = "Ouvert, avec une remarque";
    for begins in ["Projeter", "Cinq minutes, pour un visiteur"] {
        let mut window = Window::opening(&path);
        assert!(window.shows_some(said));
        if begins == "Projeter" {
            window.press(egui::Key::F5);
        } else {
            window.choose_in_menu("Animer", begins);
        }
        assert!(window.app().view().projecting(), "{begins}");
        assert!(!window.shows_some(said), "{begins}: it is not for the room");
        while window.app().view().leading.is_some() {
            window.press(egui::Key::Escape);
        }
        assert!(window.shows_some(said), "{begins}: it is still to be read");
        window.activate("Compris");
        assert!(!window.shows_some(said));
    }
}

#[test]
fn warnings_come_with_their_lab_after_the_question_about_the_one_before() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let text = fs::read_to_string(&path).unwrap().replace("version: (1, 0)", "version: (1, 7)");
    fs::write(&path, text).unwrap();
    let mut window = Window::blank();
    window.type_text("Un autre labo");
    drop_file(&mut window, &path);
    assert!(window.shows(super::ASK_REPLACE));
    assert!(!window.shows_some("Ouvert, avec une remarque"));
    window.click("Ne pas enregistrer");
    assert!(window.shows_some("Ouvert, avec une remarque"));
}

#[test]
fn a_failed_open_does_not_take_the_keyboard_from_who_is_writing() {
    let folder = TempDir::new().unwrap();
    let bad = folder.path().join("mauvais.ron");
    fs::write(&bad, "").unwrap();
    let mut window = Window::blank();
    window.click("Gouvernance, texte");
    window.type_text("a");
    drop_file(&mut window, &bad);
    assert!(window.shows_some("mauvais.ron"));
    window.type_text("b c");
    assert_eq!(&*window.design().field("gouvernance").unwrap().text, "ab c");
}

#[test]
fn under_a_question_the_sheet_takes_no_edit_even_from_a_screen_reader() {
    let mut window = Window::blank();
    window.type_text("a");
    window.ctrl(Key::Q);
    window.activate("Pilote / Support\u{a0}: à placer");
    let rail = window.harness.get_by_label("Pilote / Support\u{a0}: à placer");
    rail.increment_accesskit();
    window.run();
    window.activate("La mesure d’impact\u{a0}: à discuter");
    assert_eq!(window.design().axis("pilote-support").unwrap().step, None);
    assert_eq!(window.design().points[5].state, Default::default());
}
