//! The desk itself, tried on a dialog of the system: when these fail, look here before looking at the program.

use crate::desk::{Desk, Setup};

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn what_is_typed_arrives_letter_for_letter() {
    let mut desk = Desk::new();
    let sentence = "Équipe dédiée, où çà ? « ÀÇÈ œŒ » l’été";
    desk.start_other("zenity", &["--entry", "--title", "Essai", "--text", "Écrire ici"]);
    let window = desk.wait_for_window("Essai");
    assert!(desk.find("Écrire ici", "label").height > 0);
    desk.type_text(sentence);
    desk.wait_for_node("the sentence in the entry", |node| node.text == sentence);
    desk.key("Return");
    desk.wait_until_closed(&window);
    assert_eq!(desk.wait_for_exit(), 0);
    assert_eq!(desk.said().trim_end(), sentence);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_button_is_found_by_its_name_and_clicked() {
    let mut desk = Desk::with(Setup { width: 1024, ..Setup::default() });
    desk.start_other(
        "zenity",
        &["--question", "--title", "Essai", "--text", "Non ?", "--cancel-label", "Surtout pas"],
    );
    desk.wait_for_window("Essai");
    assert_eq!((desk.shot().width(), desk.shot().height()), (1024, 768));
    desk.click_on("Surtout pas", "push button");
    assert_eq!(desk.wait_for_exit(), 1);
}
