//! Closing with unsaved work asks first, whichever way the window is closed.

use crate::canvas::{
    ASKS_TO_SAVE, BUTTON, CANCEL, DONT_SAVE, MODIFIED, RAIL, SLIDER, open_example,
};
use crate::desk::Desk;

fn asked(desk: &Desk) {
    desk.wait_for_node("the question", |node| node.name.contains(ASKS_TO_SAVE));
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn closing_with_unsaved_work_asks_and_annuler_keeps_the_program_open() {
    let (mut desk, file) = open_example();
    let before = std::fs::read(&file).unwrap();
    desk.click_on(RAIL, SLIDER);
    desk.key("End");
    desk.find("Pilote / Support : 3 crans vers Support", SLIDER);
    desk.wait_for_title(|title| title.contains(MODIFIED));

    desk.close_window();
    asked(&desk);
    desk.click_on(CANCEL, BUTTON);
    desk.wait_until_gone(DONT_SAVE, BUTTON);
    assert!(desk.is_open());
    assert!(desk.title().contains(MODIFIED));
    desk.find("Pilote / Support : 3 crans vers Support", SLIDER);

    desk.key("ctrl+q");
    asked(&desk);
    desk.click_on(DONT_SAVE, BUTTON);
    assert_eq!(desk.wait_for_exit(), 0);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn closing_with_nothing_unsaved_asks_nothing() {
    let (mut desk, _) = open_example();
    desk.close_window();
    assert_eq!(desk.wait_for_exit(), 0);
}
