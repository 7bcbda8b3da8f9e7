//! « verifier » in a terminal: a bar for who waits, and nothing of it in the file that keeps the lines.

use std::fs;
use std::process::Command;

use crate::desk::process::output;
use crate::desk::program;

#[test]
#[ignore = "needs script, from bsdutils: run tests/run"]
fn in_a_terminal_many_files_have_a_bar_that_stays_out_of_the_lines() {
    let folder = tempfile::tempdir().unwrap();
    let example = "examples/labs/2026-11-24_le-labo-des-possibles.ron";
    let example = fs::read(format!("{}/{example}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for number in 0..1500 {
        fs::write(folder.path().join(format!("{number:04}.ron")), &example).unwrap();
    }
    let in_terminal = |command: &str| {
        let command = format!("'{}' verifier {command}", program().display());
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--log-out", "/dev/null", "--command", &command]);
        output(script.current_dir(folder.path()).env("TERM", "xterm"))
    };
    let bar = "fichiers vérifiés sur";
    assert!(in_terminal("*.ron > lignes").contains(bar), "no bar for 1,500 files");
    assert!(!in_terminal("00*.ron > peu").contains(bar), "a bar for 100 files");
    let lines = fs::read_to_string(folder.path().join("lignes")).unwrap();
    let expected: String = (0..1500).map(|n| format!("{n:04}.ron\u{a0}: sain\n")).collect();
    assert!(lines == expected, "not the lines alone, in order");
    // Both on one screen: the bar is wiped out (`\x1b[2K`) before each group of lines.
    let screen = in_terminal("*.ron");
    let left_on = |line: &str| line.rsplit("\x1b[2K").next().unwrap().replace('\r', "");
    let left: Vec<String> = screen.lines().map(left_on).filter(|line| !line.is_empty()).collect();
    assert_eq!(left, expected.lines().collect::<Vec<_>>());
}
