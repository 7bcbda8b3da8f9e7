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
