//! The whole afternoon of `journey.rs` through the screen reader's bus alone: not a key, not a click of a mouse.

use std::fs;
use std::path::PathBuf;

use crate::canvas::{
    self, BACK, BUTTON, CARD, CELL, ENTRY, EXAMPLE, MODIFIED, POINT, RAIL, SLIDER,
};
use crate::desk::Desk;

const BOX: &str = "check box";
const MENU_ITEM: &str = "menu item";
const CRITERION: &str = "et il porte un positionnement politique";
/// A rail that the example does not place, and a cell that it leaves empty.
const UNPLACED: &str = "AMO, maîtrise d’usage / Maîtrise d’œuvre";
const EMPTY: &str = "Impact recherché, texte";
const SENTENCE: &str = "Équipe dédiée, où çà ? « ÀÇÈ œŒ » l’été";
/// The entry of the system's dialog has no name; nothing of the program has this role.
const DIALOG_ENTRY: &str = "text";

/// The menu opens, the keyboard goes in, and its line is pressed.
#[track_caller]
fn choose(desk: &Desk, menu: &str, line: &str) {
    desk.press(menu, MENU_ITEM);
    desk.wait_for_node("a line of the menu with the keyboard", |node| {
        node.role == MENU_ITEM && node.name != menu && node.is("focused")
    });
    desk.press(line, MENU_ITEM);
}

#[track_caller]
fn save_as(desk: &Desk, name: &str) -> PathBuf {
    let file = desk.folder().join(name);
    choose(desk, "Fichier", "Enregistrer sous");
    let dialog = desk.wait_for_dialog();
    desk.set_text("", DIALOG_ENTRY, file.to_str().unwrap());
    desk.hears("Enregistré à ", |desk| desk.press("OK", BUTTON));
    desk.wait_until_closed(&dialog);
    desk.wait_for_file(&file);
    desk.wait_for_title(|title| !title.contains(MODIFIED));
    file
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_lab_drawn_through_the_screen_reader_s_bus_alone_is_heard_saved_and_reopened_the_same() {
    let mut desk = Desk::new();
    let example = desk.copy_of(EXAMPLE);
    let before = fs::read(&example).unwrap();
    desk.listen();
    desk.open(&[&example]);
    desk.wait_for_node("the window called by its lab", |node| {
        node.role == "frame" && node.name == "Le labo des possibles · Dessiner un labo"
    });

    place(&desk);
    tick_and_discuss(&desk);
    write(&desk);
    open_a_card(&desk);
    undo(&desk);

    let saved = save_as(&desk, "notre-labo.ron");
    let drawn = desk.tree();
    choose(&desk, "Fichier", "Quitter");
    assert_eq!(desk.wait_for_exit(), 0);
    assert_eq!(fs::read(&example).unwrap(), before);

    // Reopened by the system's dialog: the same on the screen; saved again: the same bytes.
    desk.open(&[&example]);
    desk.wait_for_title(|title| title.starts_with("Le labo des possibles"));
    choose(&desk, "Fichier", "Ouvrir");
    let dialog = desk.wait_for_dialog();
    // The dialog opens beside the lab that is open; the line is chosen by giving it the keyboard.
    desk.act("focus", "notre-labo.ron", "table cell", "");
    desk.wait_for_node("a file chosen", |node| node.name == "OK" && node.is("sensitive"));
    desk.hears("Ouvert : Le labo des possibles", |desk| desk.press("OK", BUTTON));
    desk.wait_until_closed(&dialog);
    desk.wait_for_title(|title| title.starts_with("Le labo des possibles"));
    assert_eq!(canvas::differences(&drawn, &desk.tree()), [""; 0]);
    let again = save_as(&desk, "encore.ron");
    assert_eq!(fs::read_to_string(again).unwrap(), fs::read_to_string(saved).unwrap());
}

fn place(desk: &Desk) {
    desk.hears("Pilote / Support, 3 crans vers Pilote", |desk| desk.set_value(RAIL, SLIDER, -3.0));
    desk.find("Pilote / Support : 3 crans vers Pilote", SLIDER);
    // Not placed, it has no number to change: it is pressed first.
    desk.hears(&format!("{UNPLACED}, entre les deux"), |desk| desk.press(UNPLACED, SLIDER));
    desk.hears(&format!("{UNPLACED}, 1 cran vers Maîtrise d’œuvre"), |desk| {
        desk.set_value(UNPLACED, SLIDER, 1.0);
    });
    // With the keyboard on it, its own name and number are told, and the words of its value are announced alone.
    desk.focus(RAIL, SLIDER);
    let heard = desk.hears("2 crans vers Support", |desk| desk.set_value(RAIL, SLIDER, 2.0));
    let name = "Pilote / Support : 2 crans vers Support";
    assert_eq!(desk.find_node(name, SLIDER).value, Some(2.0));
    for property in ["accessible-name", "accessible-value"] {
        let event = format!("object:property-change:{property}");
        let told = heard.iter().any(|heard| heard.event == event && heard.name == name);
        assert!(told, "{event} in {heard:#?}");
    }
    assert_eq!(heard.iter().filter(|heard| heard.announces()).count(), 1, "{heard:#?}");
    desk.wait_for_title(|title| title.contains(MODIFIED));
}

fn tick_and_discuss(desk: &Desk) {
    desk.hears(CRITERION, |desk| desk.press(CRITERION, BOX));
    desk.wait_for_node("the criterion ticked", |node| {
        node.name.contains(CRITERION) && node.is("checked")
    });
    desk.hears(&format!("{POINT}, en discussion"), |desk| {
        desk.press(&format!("{POINT} : à discuter"), BUTTON);
    });
    desk.find(&format!("{POINT} : en discussion"), BUTTON);
}

fn write(desk: &Desk) {
    let holds = |cell: &str, text: &str| {
        let (cell, text) = (cell.to_owned(), text.to_owned());
        desk.wait_for_node("the words written", move |node| {
            node.name.contains(&cell) && node.text == text
        });
    };
    desk.set_text(CELL, ENTRY, SENTENCE);
    holds(CELL, SENTENCE);
    assert_eq!(desk.act("length", CELL, ENTRY, ""), SENTENCE.chars().count().to_string());
    desk.set_text(EMPTY, ENTRY, "Moins de papier,\nplus de temps");
    holds(EMPTY, "Moins de papier,\nplus de temps");

    // The caret can be read and moved.
    desk.focus(CELL, ENTRY);
    desk.act("caret", CELL, ENTRY, "6");
    desk.wait_until_drawn();
    assert_eq!(desk.act("offset", CELL, ENTRY, ""), "6");
    // The bridge to this bus (accesskit_unix 0.24) replaces whole texts, and does no part of one.
    for verb in ["insert", "delete"] {
        let refused = desk.act_refused(verb, CELL, ENTRY, "abc");
        assert!(refused.contains("not supported"), "now it works, use it here: {refused}");
    }
}

fn open_a_card(desk: &Desk) {
    desk.hears("Six labos, tels que décrits vers 2017, fiche 2 sur 6", |desk| {
        desk.press(CARD, BUTTON);
    });
    desk.press(BACK, BUTTON);
    desk.wait_until_gone(BACK, BUTTON);
    desk.wait_for_focus(CARD);
}

fn undo(desk: &Desk) {
    let point = format!("{POINT} : à discuter");
    desk.press(&format!("{POINT} : en discussion"), BUTTON);
    desk.find(&format!("{POINT} : traité"), BUTTON);
    // It says which state was given, as the rail says its place.
    let told = format!("l’état « traité », {POINT}");
    desk.hears(&format!("Annulé : {told}"), |desk| {
        choose(desk, "Édition", &format!("Annuler : {told}"))
    });
    desk.find(&format!("{POINT} : en discussion"), BUTTON);
    desk.hears(&format!("Rétabli : {told}"), |desk| {
        choose(desk, "Édition", &format!("Rétablir : {told}"))
    });
    desk.press(&format!("{POINT} : traité"), BUTTON);
    desk.find(&point, BUTTON);
    desk.press(&point, BUTTON);
    desk.find(&format!("{POINT} : en discussion"), BUTTON);
}
