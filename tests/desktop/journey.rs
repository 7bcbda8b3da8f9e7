//! A whole afternoon in one test: the design on the screen, the design in the file and the design reopened are the same.

use std::fs;

use crate::canvas::{self, BACK, BUTTON, CARD, CELL, ENTRY, MODIFIED, POINT, RAIL, SLIDER};
use crate::desk::Desk;

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_lab_drawn_by_keys_and_mouse_is_saved_reopened_the_same_and_saved_again_to_the_same_bytes() {
    let (mut desk, example) = canvas::open_example();
    let before = fs::read(&example).unwrap();

    // A rail, by the mouse, by a drag, by the keys.
    let rail = desk.find(RAIL, SLIDER);
    desk.click(canvas::notch(rail, -3));
    desk.find("Pilote / Support : 3 crans vers Pilote", SLIDER);
    desk.drag(canvas::notch(rail, -3), canvas::notch(rail, 1));
    desk.find("Pilote / Support : 1 cran vers Support", SLIDER);
    desk.key("Right");
    desk.find("Pilote / Support : 2 crans vers Support", SLIDER);
    desk.wait_for_title(|title| title.contains(MODIFIED));

    // A text, with the accents of French.
    desk.click_in_text(CELL, ENTRY);
    desk.key("ctrl+End");
    desk.type_text("Équipe dédiée, où çà ? « ÀÇÈ œŒ » l’été");
    let ends_so = |text: &str| text.ends_with("Équipe dédiée, où çà ? « ÀÇÈ œŒ » l’été");
    desk.wait_for_node("the words typed", |node| node.name.contains(CELL) && ends_so(&node.text));

    // A card, opened and closed.
    desk.click_on(CARD, BUTTON);
    desk.find(BACK, BUTTON);
    desk.key("Escape");
    desk.wait_until_gone(BACK, BUTTON);

    // A vigilance point: one click, one state further.
    desk.click_on(&format!("{POINT} : à discuter"), BUTTON);
    desk.find(&format!("{POINT} : en discussion"), BUTTON);

    // Saved elsewhere by the real dialog, and closed: nothing is asked.
    desk.click_on(RAIL, SLIDER);
    desk.key("Home");
    desk.find("Pilote / Support : 3 crans vers Pilote", SLIDER);
    let saved = canvas::save_as(&desk, "notre-labo.ron");
    let drawn = desk.tree();
    desk.key("ctrl+q");
    assert_eq!(desk.wait_for_exit(), 0);
    assert_eq!(
        fs::read(&example).unwrap(),
        before,
        "saving elsewhere touched the file that was open"
    );

    // Reopened: the same on the screen; saved again: the same bytes.
    desk.open(&[&saved]);
    assert_eq!(canvas::differences(&drawn, &desk.tree()), [""; 0]);
    let again = canvas::save_as(&desk, "encore.ron");
    assert_eq!(fs::read_to_string(again).unwrap(), fs::read_to_string(saved).unwrap());
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn cancelling_the_dialog_writes_nothing_and_leaves_the_work_unsaved() {
    let mut desk = Desk::new();
    desk.open::<&str>(&[]);
    desk.click_on(RAIL, SLIDER);
    desk.wait_for_title(|title| title.contains(MODIFIED));
    desk.key("ctrl+shift+s");
    let dialog = desk.wait_for_dialog();
    desk.key("Escape");
    desk.wait_until_closed(&dialog);
    desk.wait_until_drawn();
    assert!(desk.title().contains(MODIFIED));
    assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 0);
}
