//! Two real screens: the leader's window on one, the room's on the other.

use crate::canvas::{BUTTON, EXAMPLE};
use crate::desk::{Desk, Setup};

const SECOND: (u32, u32) = (1280, 720);

fn desk_of_two() -> Desk {
    let mut desk = Desk::with(Setup { second: Some(SECOND), ..Setup::default() });
    let file = desk.copy_of(EXAMPLE);
    desk.open(&[&file]);
    desk.key("F5");
    desk.find("Suivant", BUTTON);
    desk
}

/// On the first axis: two pages of the whole sheet, three criteria.
fn to_the_first_axis(desk: &Desk) {
    for _ in 0..5 {
        desk.key("Next");
    }
    desk.find("Expert / Transversal : 2 crans vers Transversal", "slider");
}

/// How much of the screen is not the paper it stands on.
fn inked(screen: &[[u8; 3]]) -> usize {
    let paper = screen[SECOND.0 as usize * 3 + 3];
    screen.iter().filter(|pixel| **pixel != paper).count()
}

#[test]
#[ignore = "needs Xorg, openbox, xdotool: run tests/run"]
fn what_the_leader_changes_is_seen_in_the_room_within_one_frame() {
    let desk = desk_of_two();
    to_the_first_axis(&desk);
    let before = desk.second_screen();
    assert!(inked(&before) > 10_000, "the room sees nothing");
    // The keyboard goes to the rail only when it is asked to.
    desk.key("Tab");
    let frames = desk.frames();
    desk.key("Left");
    desk.find("Expert / Transversal : 1 cran vers Transversal", "slider");
    let after = desk.second_screen();
    assert_ne!(before, after, "the room has not seen it");
    // The frame of the key, that of what it changed, and no other; the release of the key may make one.
    let drawn = desk.frames() - frames;
    assert!(drawn <= 4, "{drawn} frames");
    println!("{}", desk.screenshot("deux-ecrans").display());
    // What is private is on one of the two alone.
    desk.click_in_text("Mes notes pour cette étape", "entry");
    desk.type_text("pour moi");
    desk.find("Mes notes pour cette étape", "entry");
    assert_eq!(after, desk.second_screen());
}

#[test]
#[ignore = "needs Xorg, openbox, xdotool: run tests/run"]
fn a_screen_unplugged_loses_no_edit_and_is_found_again() {
    let desk = desk_of_two();
    to_the_first_axis(&desk);
    desk.key("Tab");
    desk.key("Left");
    desk.find("Expert / Transversal : 1 cran vers Transversal", "slider");
    desk.unplug();
    desk.find("Projeter sur cet écran-ci", BUTTON);
    assert_eq!(desk.windows().len(), 1, "the room's window is not over the leader's");
    desk.find("Expert / Transversal : 1 cran vers Transversal", "slider");
    desk.key("Left");
    desk.find("Expert / Transversal : entre les deux", "slider");
    desk.plug(SECOND);
    desk.wait_until_gone("Projeter sur cet écran-ci", BUTTON);
    assert!(inked(&desk.second_screen()) > 10_000, "the room sees nothing");
}

#[test]
#[ignore = "needs Xorg, openbox, xdotool: run tests/run"]
fn at_rest_with_both_windows_open_a_frame_is_drawn_when_the_minute_changes_and_no_other() {
    let desk = desk_of_two();
    to_the_first_axis(&desk);
    // The hour shows: a minute may change meanwhile, and draws both windows.
    let drawn = crate::at_rest::frames_in_ten_seconds(&desk);
    assert!(drawn <= 4, "{drawn} frames in ten seconds");
    // A running time draws one a minute: what is left is said in whole minutes.
    desk.press("Démarrer", BUTTON);
    desk.find("Arrêter", BUTTON);
    let drawn = crate::at_rest::frames_in_ten_seconds(&desk);
    assert!(drawn <= 10, "{drawn} frames in ten seconds");
}

#[test]
#[ignore = "needs Xorg, openbox, xdotool: run tests/run"]
fn the_remote_turns_the_page_wherever_the_system_sends_its_keys() {
    let desk = desk_of_two();
    // A finger on the room's own screen: its window has the keys now.
    desk.click((1366 + 640, 700));
    to_the_first_axis(&desk);
    let before = desk.second_screen();
    desk.key("b");
    let black = desk.second_screen();
    assert!(black.iter().all(|pixel| *pixel == [0, 0, 0]), "the screen is not black");
    desk.key("b");
    assert_eq!(desk.second_screen(), before);
}
