//! A sheet on its way: to the place that was given for it, after the one before it, to a printer that does not say what it has.

use std::fs;
use std::sync::atomic::Ordering;

use dessiner_un_labo::platform::dialogs::Picked;
use dessiner_un_labo::platform::printer::PrintError;
use egui::Key;

use super::Window;
use super::printing::{Desk, window};
use crate::samples::names;

#[test]
fn a_picture_of_one_page_takes_the_place_that_was_asked_about() {
    let desk = Desk::default();
    let (folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    for (name, way, start) in
        [("image.png", "Image PNG…", &b"\x89PNG"[..]), ("dessin.svg", "Image SVG…", b"<svg")]
    {
        let path = folder.path().join(name);
        fs::write(&path, "à remplacer").unwrap();
        window.will_choose(Some(&path));
        window.activate(way);
        window.settle();
        assert!(fs::read(&path).unwrap().starts_with(start), "{name}");
    }
    let left: Vec<String> =
        names(folder.path()).into_iter().filter(|name| name.contains("-2")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn pictures_of_several_pages_replace_nothing_that_was_not_asked_about() {
    let desk = Desk::default();
    let (folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.activate("Les cartes");
    window.settle();
    let path = folder.path().join("image.png");
    let taken = folder.path().join("image_2.png");
    fs::write(&path, "à garder").unwrap();
    fs::write(&taken, "à garder").unwrap();
    window.will_choose(Some(&path));
    window.activate("Image PNG…");
    window.settle();
    for path in [path, taken] {
        assert_eq!(fs::read(&path).unwrap(), "à garder".as_bytes());
    }
    let written = names(folder.path());
    assert!(written.iter().any(|name| name.starts_with("image-2_")), "{written:?}");
}

#[test]
fn a_place_that_is_answered_late_is_for_the_sheet_that_asked_for_it() {
    let desk = Desk::default();
    let (folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    let answer = window.will_be_answered_later();
    window.activate_button("Enregistrer en PDF…");
    window.click("Ne plus attendre");
    window.activate("Les cartes");
    (0..4).for_each(|_| window.step());
    let path = folder.path().join("labo_canevas_A4.pdf");
    answer.send(Picked::File(path.clone())).unwrap();
    window.settle();
    assert!(window.shows_some("Enregistré\u{a0}: labo_canevas_A4.pdf, 1 page"));
}

#[test]
fn a_place_that_is_given_while_a_sheet_is_being_made_has_its_turn() {
    let desk = Desk::with(&["Bureau"]);
    let (folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    let path = folder.path().join("ailleurs.pdf");
    let answer = window.will_be_answered_later();
    window.activate_button("Enregistrer en PDF…");
    window.click("Ne plus attendre");
    desk.held.store(true, Ordering::SeqCst);
    window.activate_button("Imprimer");
    while !desk.at_work.load(Ordering::SeqCst) {
        window.step();
    }
    answer.send(Picked::File(path.clone())).unwrap();
    (0..20).for_each(|_| window.step());
    assert!(!path.exists());
    // Another one that is asked for meanwhile is refused in words.
    window.press(Key::Enter);
    window.step();
    desk.held.store(false, Ordering::SeqCst);
    window.settle();
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF"));
    assert_eq!(desk.sent().len(), 1);
}

#[test]
fn a_print_system_that_does_not_answer_is_said_and_the_printer_stays_chosen() {
    let desk = Desk::with(&["Couloir", "Bureau"]);
    let (folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.activate("Couloir");
    window.settle();
    window.press(Key::Escape);
    desk.silent.store(true, Ordering::SeqCst);
    window.ctrl(Key::P);
    window.settle();
    assert!(window.shows_some("L’impression de cet ordinateur ne répond pas"));
    assert!(!window.shows_some("ne connaît pas d’imprimante"));
    window.activate("A3");
    window.settle();
    let kept = fs::read_to_string(folder.path().join("reglages.ron")).unwrap();
    assert!(kept.contains("Couloir"), "{kept}");
    window.press(Key::Escape);
    desk.silent.store(false, Ordering::SeqCst);
    window.ctrl(Key::P);
    window.settle();
    window.press(Key::Enter);
    window.settle();
    assert_eq!(desk.sent()[0].printer, "Couloir");
}

#[test]
fn a_paper_that_the_printer_says_it_lacks_is_sent_anyway_when_that_is_asked() {
    let desk = Desk::with(&["Bureau"]);
    desk.refusals.lock().unwrap().push(PrintError::NoSuchPaper(vec!["Letter".into()]));
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.press(Key::Enter);
    window.settle();
    window.activate_button("Envoyer quand même");
    window.settle();
    let sent = desk.sent();
    assert_eq!((sent.len(), sent[0].anyway), (1, true));
}

#[test]
fn what_ends_a_workshop_is_on_the_paper_and_in_the_ink_last_chosen() {
    let desk = Desk::default();
    let (folder, file, mut first) = window(&desk);
    first.ctrl(Key::P);
    first.settle();
    for choice in ["A3", "en noir seul"] {
        first.activate(choice);
        first.settle();
    }
    // The next day, without a look at the page that prints.
    let mut next = Window::printing(&file, desk.clone());
    next.choose_in_menu("Fichier", "Terminer l’atelier");
    next.settle();
    assert!(folder.path().join("labo_canevas_A3_noir.pdf").exists(), "{:?}", names(folder.path()));
    next.choose_in_menu("Fichier", "Trousse de secours");
    next.settle();
    assert!(folder.path().join("labo_trousse/labo_canevas_A3_noir.pdf").exists());
}
