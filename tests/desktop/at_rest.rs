//! At rest, nothing is drawn: a laptop in a long workshop keeps its battery and its silence.

use std::time::Duration;

use crate::canvas::{CELL, ENTRY, open_example};
use crate::desk::Desk;

/// Frames drawn in ten seconds, once the screen is still.
pub fn frames_in_ten_seconds(desk: &Desk) -> u64 {
    desk.wait_until_drawn();
    // What a click has set going (a tooltip's delay, a fade) is not rest.
    std::thread::sleep(Duration::from_secs(2));
    let before = desk.frames();
    assert!(before > 0, "the program does not count its frames");
    std::thread::sleep(Duration::from_secs(10));
    desk.frames() - before
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn at_rest_no_frame_is_drawn_in_ten_seconds() {
    let (desk, _) = open_example();
    assert_eq!(frames_in_ten_seconds(&desk), 0);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn with_the_keyboard_in_a_text_no_frame_is_drawn_in_ten_seconds() {
    let (desk, _) = open_example();
    desk.click_in_text(CELL, ENTRY);
    desk.wait_for_node("a text with the keyboard", |node| {
        node.name.contains(CELL) && node.is("focused")
    });
    let before = desk.frames();
    desk.type_text("é");
    desk.wait_until_drawn();
    assert!(desk.frames() > before, "a letter typed draws a frame: they are counted");
    assert_eq!(frames_in_ten_seconds(&desk), 0);
}
