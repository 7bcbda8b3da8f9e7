//! The window at the sizes of real screens. A picture of each is kept, to be looked at.

use crate::canvas::{BUTTON, EXAMPLE, RAIL, SLIDER};
use crate::desk::tree::Node;
use crate::desk::{Desk, Setup};

#[track_caller]
fn fills(width: u32, height: u32, scale: f32) {
    let mut desk = Desk::with(Setup { width, height, scale, ..Setup::default() });
    let file = desk.copy_of(EXAMPLE);
    desk.open(&[&file]);
    let frame = desk.wait_for_node("the window", |node| node.role == "frame").rect;
    let screen = (i32::try_from(width).unwrap(), i32::try_from(height).unwrap());
    assert_eq!((frame.x, frame.y, frame.width, frame.height), (0, 0, screen.0, screen.1));
    // Sideways, all is there: a rail lies within the screen's width.
    let rail = desk.find(RAIL, SLIDER);
    assert!(rail.x >= 0 && rail.x + rail.width <= screen.0, "{rail:?} in {screen:?}");
    let picture = desk.screenshot(&format!("canevas-{width}x{height}-{}", scale * 100.0));
    println!("{}", picture.display());
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn the_canvas_fills_small_and_large_screens() {
    for (width, height) in [(1024, 768), (1280, 720), (1366, 768), (1920, 1080)] {
        fills(width, height, 1.0);
    }
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn the_canvas_fills_a_4k_screen_at_200_percent() {
    fills(3840, 2160, 2.0);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn on_a_larger_screen_the_room_sees_the_same_larger() {
    let mut desk = Desk::with(Setup { width: 1920, height: 1080, ..Setup::default() });
    let file = desk.copy_of(EXAMPLE);
    desk.open(&[&file]);
    let title = "C’est quoi un labo ? : ouvrir en grand";
    let at_the_desk = desk.find(title, BUTTON).height;
    let grown = f64::from(at_the_desk) * 1080.0 / 768.0;
    desk.key("F5");
    let is_title = |node: &Node| node.role == BUTTON && node.name == title;
    desk.wait_for_node("the title, larger", |node| {
        is_title(node) && (f64::from(node.rect.height) - grown).abs() <= 2.0
    });
    println!("{}", desk.screenshot("projete-1920x1080").display());
    desk.key("Escape");
    desk.wait_for_node("the title as before", |node| {
        is_title(node) && node.rect.height == at_the_desk
    });
}
