//! The whole afternoon of `journey.rs` by the keyboard alone: the mouse is never touched.

use std::fs;

use crate::canvas::{
    self, BACK, BUTTON, CARD, CELL, ENTRY, EXAMPLE, MODIFIED, POINT, RAIL, SLIDER,
};
use crate::desk::Desk;

const CRITERION: &str = "et il porte un positionnement politique";
/// A rail that the example does not place.
const UNPLACED: &str = "AMO, maîtrise d’usage / Maîtrise d’œuvre";
const SENTENCE: &str = "Équipe dédiée, où çà ? « ÀÇÈ œŒ » l’été";

/// Presses a key until what has the keyboard is called so.
#[track_caller]
fn walk(desk: &Desk, key: &str, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..30 {
        let focused = desk.focused().map(|node| node.name).unwrap_or_default();
        if focused.contains(name) {
            return;
        }
        seen.push(focused.clone());
        desk.key(key);
        desk.wait_for_node("the keyboard elsewhere", |node| {
            node.is("focused") && node.name != focused
        });
    }
    panic!("{key} does not lead to « {name} »: {seen:#?}");
}

/// The next zone, its first control.
#[track_caller]
fn next_zone(desk: &Desk, first: &str) {
    desk.key("Next");
    desk.wait_for_focus(first);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_lab_drawn_by_the_keyboard_alone_is_saved_and_reopened_the_same() {
    let mut desk = Desk::new();
    let example = desk.copy_of(EXAMPLE);
    let before = fs::read(&example).unwrap();
    desk.open(&[&example]);

    tick_and_place(&desk);
    open_a_card_and_discuss(&desk);
    write(&desk);

    let saved = canvas::save_as(&desk, "notre-labo.ron");
    // The dialog gives the keyboard back where it took it.
    desk.wait_for_focus(CELL);
    let drawn = desk.tree();
    quit_by_the_menu(&desk);
    assert_eq!(desk.wait_for_exit(), 0);
    assert_eq!(fs::read(&example).unwrap(), before);

    // Reopened by the system's dialog: the same on the screen; saved again: the same bytes.
    desk.open::<&str>(&[]);
    desk.key("ctrl+o");
    let dialog = desk.wait_for_dialog();
    desk.type_text(saved.to_str().unwrap());
    desk.key("Return");
    desk.wait_until_closed(&dialog);
    desk.wait_for_title(|title| title.starts_with("Le labo des possibles"));
    assert_eq!(canvas::differences(&drawn, &desk.tree()), [""; 0]);
    let again = canvas::save_as(&desk, "encore.ron");
    assert_eq!(fs::read_to_string(again).unwrap(), fs::read_to_string(saved).unwrap());
}

fn tick_and_place(desk: &Desk) {
    next_zone(desk, "Il réalise");
    walk(desk, "Tab", CRITERION);
    desk.key("space");
    desk.wait_for_node("the criterion ticked", |node| {
        node.name.contains(CRITERION) && node.is("checked")
    });
    next_zone(desk, "Expert / Transversal");
    walk(desk, "Tab", RAIL);
    desk.key("Home");
    desk.find("Pilote / Support : 3 crans vers Pilote", SLIDER);
    desk.key("Right");
    desk.key("Right");
    desk.find("Pilote / Support : 1 cran vers Pilote", SLIDER);
    walk(desk, "Tab", UNPLACED);
    desk.key("Right");
    desk.find(&format!("{UNPLACED} : entre les deux"), SLIDER);
    desk.key("Delete");
    desk.find(&format!("{UNPLACED} : à placer"), SLIDER);
    desk.key("ctrl+z");
    desk.find(&format!("{UNPLACED} : entre les deux"), SLIDER);
    desk.wait_for_title(|title| title.contains(MODIFIED));
}

fn open_a_card_and_discuss(desk: &Desk) {
    next_zone(desk, "Grands défis");
    walk(desk, "Tab", CARD);
    desk.key("Return");
    desk.find(BACK, BUTTON);
    desk.key("Next");
    desk.find("fiche 3 sur 6", "heading");
    desk.key("Prior");
    desk.find("fiche 2 sur 6", "heading");
    desk.key("Escape");
    desk.wait_until_gone(BACK, BUTTON);
    // The keyboard finds what it left.
    desk.wait_for_focus(CARD);
    next_zone(desk, "Le portage");
    walk(desk, "Tab", POINT);
    desk.key("space");
    desk.find(&format!("{POINT} : en discussion"), BUTTON);
}

fn write(desk: &Desk) {
    next_zone(desk, "Orientation : ouvrir en grand");
    walk(desk, "Tab", CELL);
    desk.key("ctrl+a");
    desk.type_text(SENTENCE);
    desk.wait_for_node("the words typed", |node| node.name.contains(CELL) && node.text == SENTENCE);
    // Out of the text, to its title, in large, and back.
    let title = "Équipe et compétences : ouvrir en grand";
    desk.key("Escape");
    desk.wait_for_focus(title);
    desk.key("Return");
    desk.find(BACK, BUTTON);
    desk.wait_for_focus(CELL);
    desk.key("Escape");
    desk.key("Escape");
    desk.wait_until_gone(BACK, BUTTON);
    desk.wait_for_focus(title);
    desk.key("Tab");
    desk.wait_for_node("the text with the keyboard", |node| {
        node.role == ENTRY && node.name.contains(CELL) && node.is("focused")
    });
}

/// Back to the first control of the window, which is the menu bar.
fn quit_by_the_menu(desk: &Desk) {
    for _ in 0..5 {
        desk.key("Prior");
    }
    desk.wait_for_focus("Nom du labo");
    walk(desk, "shift+Tab", "Fichier");
    desk.key("Return");
    desk.wait_for_focus("Nouveau");
    walk(desk, "Down", "Quitter");
    desk.key("Return");
}
