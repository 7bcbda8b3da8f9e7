//! Where no window can open, the program says so in one French sentence, and its exit code is 2.

use crate::desk::{Desk, Setup, process, program};

/// One line, that ends as a sentence does; nothing of a panic or of the toolkit's own English.
#[track_caller]
fn one_french_sentence(said: &str) {
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(lines.len(), 1, "one sentence, not: {said}");
    assert!(lines[0].ends_with(['.', '!']), "a whole sentence, not: {said}");
    assert!(lines[0].contains(['é', 'è', 'à', '’']), "a French sentence, not: {said}");
    assert!(!said.contains("panicked") && !said.contains("Error"), "no inner words: {said}");
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn without_a_display_it_says_so_and_exits_2() {
    let home = tempfile::tempdir().unwrap();
    let mut command = process::command(program().to_str().unwrap());
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", home.path());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    one_french_sentence(&String::from_utf8(output.stderr).unwrap());
    assert!(output.stdout.is_empty());
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn without_usable_opengl_it_says_so_and_exits_2() {
    let mut desk = Desk::with(Setup { opengl: false, reader: false, ..Setup::default() });
    desk.start::<&str>(&[]);
    assert_eq!(desk.wait_for_exit(), 2, "{}", desk.said());
    one_french_sentence(&desk.said());
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_display_that_has_gone_and_a_scale_that_is_none_keep_no_window_from_opening() {
    let mut desk = Desk::with(Setup { reader: false, ..Setup::default() });
    desk.say("WAYLAND_DISPLAY", "wayland-9");
    for scale in ["0", "1000", "abc"] {
        desk.say("WINIT_X11_SCALE_FACTOR", scale);
        desk.open::<&str>(&[]);
        desk.kill();
    }
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn with_nothing_but_a_display_that_has_gone_it_says_so_and_exits_2() {
    let mut desk = Desk::with(Setup { reader: false, ..Setup::default() });
    for display in ["", ":9999"] {
        desk.say("DISPLAY", display);
        desk.say("WAYLAND_DISPLAY", "wayland-9");
        desk.start::<&str>(&[]);
        assert_eq!(desk.wait_for_exit(), 2, "{}", desk.said());
        one_french_sentence(&desk.said());
    }
}
