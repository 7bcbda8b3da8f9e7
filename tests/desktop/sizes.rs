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
fn the_room_sees_a_type_that_its_last_row_can_read() {
    let mut desk = Desk::with(Setup { width: 1920, height: 1080, ..Setup::default() });
    let file = desk.copy_of(EXAMPLE);
    desk.open(&[&file]);
    let title = "C’est quoi un labo ? : ouvrir en grand";
    desk.find(title, BUTTON);
    desk.key("F5");
    // The rank of an axis is of the least size: at six heights of the image, 49 points on 1080 lines, a line 1.28 as high.
    let least = 6.0 / 2.0 * 0.01 * 1080.0 / 0.668 * 1.28;
    let in_large = |node: &Node| {
        node.name == "Pilote : conduit lui-même les projets"
            && f64::from(node.rect.height) > 1.5 * least
    };
    // Two pages of the whole sheet, three criteria, an axis.
    for _ in 0..6 {
        desk.key("Next");
    }
    desk.wait_for_node("a pole, in large", in_large);
    println!("{}", desk.screenshot("projete-1920x1080").display());
    desk.key("Escape");
    desk.find("Revenir au canevas", BUTTON);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn the_first_window_holds_in_the_work_area_with_its_edges() {
    for (width, height, scale) in
        [(1024, 768, 1.0), (1366, 768, 1.0), (1920, 1080, 1.0), (1366, 768, 2.0)]
    {
        let setup = Setup { width, height, scale, reader: false, edges: true, ..Setup::default() };
        let mut desk = Desk::with(setup);
        desk.open::<&str>(&[]);
        let ([left, top, wide, high], inner) = desk.place();
        let (right, bottom) = (left + wide, top + high);
        let what = format!("{width} × {height} at {scale}: {left} {top} {right} {bottom}");
        assert!(left >= 0 && top >= 0, "{what}");
        assert!(right <= width as i32 && bottom <= height as i32, "{what}");
        // All of a small screen; on a large one, what it was made for.
        let small = wide == width as i32 && high == height as i32;
        assert!(if width == 1920 { inner == [1366, 768] } else { small }, "{what}");
        println!(
            "{}",
            desk.screenshot(&format!("premiere-fenetre-{width}x{height}-{scale}")).display()
        );
    }
}
