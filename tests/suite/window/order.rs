//! The order of play, changed by the person who leads.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::play::{Length, Play, Scene};
use dessiner_un_labo::storage::plays;
use egui::Key;

use super::layout::check_focus;
use super::leader::{Desk, leading};
use super::{USUAL, Window, catalogue, full_example};

fn window(desk: &Desk) -> Window {
    let mut window = Window::leading(full_example(), USUAL, 6, desk);
    window.choose_in_menu("Animer", "Déroulé…");
    window
}

#[test]
fn steps_last_longer_are_skipped_and_change_places() {
    let desk = Desk::two();
    let mut window = window(&desk);
    assert!(window.shows_some("En tout\u{a0}: 2\u{a0}h"));
    window.activate("Critère 1\u{a0}: une minute de plus");
    assert_eq!(leading(&window).play.beats[1].minutes, 4);
    window.activate("Critère 2\u{a0}: une minute de moins");
    window.activate("Critère 3\u{a0}: jouer");
    assert!(leading(&window).play.beats[3].skipped);
    assert!(window.shows_some("En tout\u{a0}: 1\u{a0}h\u{a0}57"));
    window.activate("Critère 2\u{a0}: plus tôt");
    assert!(
        matches!(&leading(&window).play.beats[1].scene, Scene::Criterion(id) if &**id == "moyens")
    );
    assert_eq!(leading(&window).play.beats[1].minutes, 2);
    // What is skipped is not gone through.
    window.press(Key::Escape);
    for _ in 0..3 {
        window.press(Key::PageDown);
    }
    assert!(matches!(leading(&window).scene(), Scene::Axis(_)));
    // It is there the next day, and not in the design.
    assert!(!window.modified());
    let play = leading(&window).play.clone();
    drop(window);
    let window = Window::leading(full_example(), USUAL, 6, &desk);
    assert_eq!(leading(&window).play, play);
}

#[test]
fn another_order_keeps_my_notes_and_the_one_before_can_come_back() {
    let desk = Desk::two();
    let mut window = window(&desk);
    window.activate("Critère 1\u{a0}: une minute de plus");
    let mine = leading(&window).play.clone();
    window.activate_button("Quarante minutes");
    assert_eq!(leading(&window).play.minutes(), 40 + extra());
    window.activate("Remettre celui d’avant");
    assert_eq!(leading(&window).play, mine);
}

/// The full example has free fields: a minute each is shared out of the same fourteen.
fn extra() -> u32 {
    let design = full_example();
    Play::of(Length::FortyMinutes, &catalogue(), &design).minutes() - 40
}

#[test]
fn an_order_is_given_without_notes_and_taken_by_a_colleague() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.focus("Mes notes pour cette étape");
    window.type_text("Secret");
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Déroulé…");
    window.activate("Critère 1\u{a0}: une minute de plus");
    let path = desk.folder.path().join("donne.ron");
    window.will_choose(Some(&path));
    window.activate_button("Donner le déroulé…");
    window.settle();
    assert!(window.shows_some("Le déroulé est écrit, sans vos notes."));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(!text.contains("Secret"));

    let theirs = Desk::two();
    let mut window = Window::leading(Design::empty(&catalogue()), USUAL, 6, &theirs);
    window.choose_in_menu("Animer", "Déroulé…");
    window.will_choose(Some(&path));
    window.activate_button("Reprendre un déroulé…");
    window.settle();
    assert_eq!(leading(&window).play.beats[1].minutes, 4);
    // The free fields of another lab are not there.
    let own: Vec<_> =
        window.design().free_fields.iter().map(|field| Scene::Free(field.id)).collect();
    let free = |scene: &Scene| matches!(scene, Scene::Free(_));
    let beats = &leading(&window).play.beats;
    assert!(beats.iter().filter(|beat| free(&beat.scene)).all(|beat| own.contains(&beat.scene)));
    // A file of something else changes nothing.
    let before = leading(&window).play.clone();
    let other = theirs.folder.path().join("labo.ron");
    std::fs::write(&other, "(version: (1, 0))").unwrap();
    window.will_choose(Some(&other));
    window.activate_button("Reprendre un déroulé…");
    window.settle();
    assert!(window.shows_some("n’est pas un déroulé"));
    assert_eq!(leading(&window).play, before);
}

#[test]
fn a_damaged_order_is_as_if_there_were_none_and_is_set_aside() {
    let desk = Desk::two();
    let design = full_example();
    let path = plays::path(&desk.folder.path().join("deroules"), design.id);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "Deroule(version:1,temps:[").unwrap();
    let window = Window::leading(design, USUAL, 6, &desk);
    assert_eq!(leading(&window).play.minutes(), 120 + two_hours_extra());
    drop(window);
    let aside = path.with_extension("abime");
    assert!(std::fs::read_to_string(aside).unwrap().ends_with("temps:["));
}

fn two_hours_extra() -> u32 {
    Play::of(Length::TwoHours, &catalogue(), &full_example()).minutes() - 120
}

#[test]
fn a_free_field_added_while_projecting_is_played() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let before = leading(&window).play.beats.len();
    window.choose_in_menu("Édition", "Ajouter une rubrique");
    assert_eq!(leading(&window).play.beats.len(), before + 1);
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    assert_eq!(leading(&window).play.beats.len(), before);
}

#[test]
fn the_page_holds_at_every_size() {
    for size in super::layout::SIZES {
        for zoom in [1.0, 2.0] {
            let desk = Desk::two();
            let mut window = Window::leading(full_example(), size / zoom, 6, &desk);
            window.choose_in_menu("Animer", "Déroulé…");
            check_focus(&window, size / zoom, 15.0, &format!("{size:?} × {zoom}"));
        }
    }
}

#[test]
fn a_visitor_changes_no_note_and_a_field_that_comes_back_has_its_own() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.focus("Mes notes pour cette étape");
    window.type_text("Secret");
    window.press(Key::Escape);
    let before = leading(&window).play.clone();
    window.choose_in_menu("Animer", "Cinq minutes, pour un visiteur");
    assert!(!window.shows_some("Mes notes"));
    window.activate_button("Revenir à l’atelier");
    assert_eq!(leading(&window).play, before);
    // A free field that comes has its step, which is noted; it is taken back, and comes again.
    window.choose_in_menu("Édition", "Ajouter une rubrique");
    window.press(Key::Escape);
    window.focus("Mes notes pour cette étape");
    window.type_text("Sur le lieu");
    window.press(Key::Escape);
    let before = leading(&window).play.clone();
    window.ctrl(Key::Z);
    assert_ne!(leading(&window).play, before);
    window.ctrl(Key::Y);
    assert_eq!(leading(&window).play, before);
}
