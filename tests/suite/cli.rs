//! The commands, as a terminal or a script meets them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use dessiner_un_labo::cli::{self, Asked};
use dessiner_un_labo::model::signs::is_misleading;

use crate::samples::FILE;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dessiner-un-labo"));
    // No display: none of these commands may want one.
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn parse(arguments: &[&str]) -> Result<Asked, String> {
    let arguments = ["dessiner-un-labo"].iter().chain(arguments);
    cli::parse(arguments.map(OsString::from))
}

fn window(path: &str) -> Result<Asked, String> {
    Ok(Asked::Window(Some(path.into())))
}

fn saved(folder: &Path, name: &str, content: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn sound_files_are_said_so_one_line_each_with_their_warnings() {
    let folder = tempfile::tempdir().unwrap();
    let file = FILE.clone();
    let sound = saved(folder.path(), "a.ron", &file);
    let newer = saved(folder.path(), "b.ron", &file.replace("version: (1, 0)", "version: (1, 4)"));
    let output = run(&["verifier", &sound, &newer]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let said = format!(
        "{sound}\u{a0}: sain\n{newer}\u{a0}: sain, 1 avertissement\u{a0}: ce fichier vient d’une \
         version plus récente (format 1.4)\u{a0}; ce qu’elle y a ajouté est gardé\n"
    );
    assert_eq!(text(&output.stdout), said);
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn one_unsound_file_among_others_is_named_and_the_exit_code_is_1() {
    let folder = tempfile::tempdir().unwrap();
    let file = FILE.clone();
    let sound = saved(folder.path(), "a.ron", &file);
    let wrong = saved(folder.path(), "b.ron", &file.replace("cran: Some(2)", "cran: Some(7)"));
    let absent = folder.path().join("absent.ron").to_str().unwrap().to_owned();
    let output = run(&["verifier", &wrong, &sound, &absent]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = text(&output.stdout);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            format!(
                "{wrong}\u{a0}: refusé, ligne 53, colonne 24, un cran est un nombre entier de −3 à 3"
            ),
            format!("{sound}\u{a0}: sain"),
            format!("{absent}\u{a0}: refusé, aucun fichier ne porte ce nom à cet endroit"),
        ]
    );
}

#[test]
fn thousands_of_files_are_as_many_lines_and_a_reader_that_leaves_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let empty = saved(folder.path(), "vide.ron", "");
    let many = vec![&*empty; 5000];
    let output = program().arg("verifier").args(&many).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), many.len());
    let mut left = program();
    left.arg("verifier").args(&many).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut left = left.spawn().unwrap();
    drop(left.stdout.take());
    let output = left.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn many_files_are_told_in_the_order_given_whoever_is_checked_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = FILE.clone();
    // A long file first, and now and then: those after it are done before it.
    let long = file.replace("Une note", &"Une note ".repeat(20_000));
    let slow = saved(folder.path(), "long.ron", &long);
    let sound = saved(folder.path(), "sain.ron", &file);
    let wrong = saved(folder.path(), "vide.ron", "");
    let at = |place: usize| match place {
        place if place % 100 == 0 => &*slow,
        place if place % 3 == 0 => &*sound,
        _ => &*wrong,
    };
    let many: Vec<&str> = (0..1500).map(at).collect();
    let output = program().arg("verifier").args(&many).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "an unsound file among sound ones");
    let said = text(&output.stdout);
    let named: Vec<&str> = said.lines().map(|line| line.split('\u{a0}').next().unwrap()).collect();
    assert!(named == many, "the lines are not in the order of the files");
    let refused = said.lines().filter(|line| line.contains("refusé")).count();
    assert_eq!(refused, many.iter().filter(|name| **name == wrong).count());
    let sound: Vec<&str> = many.into_iter().filter(|name| *name != wrong).collect();
    let output = program().arg("verifier").args(&sound).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "sound files alone");
}

#[test]
fn no_progress_is_shown_where_no_one_looks() {
    let folder = tempfile::tempdir().unwrap();
    let empty = saved(folder.path(), "vide.ron", "");
    let many = vec![&*empty; 5000];
    let output = program().arg("verifier").args(&many).output().unwrap();
    assert_eq!(text(&output.stderr), "");
    let line = format!("{empty}\u{a0}: refusé, ");
    assert!(text(&output.stdout).lines().all(|said| said.starts_with(&line)));
}

#[test]
fn what_is_not_understood_is_one_french_sentence_and_the_exit_code_is_2() {
    for (arguments, said) in [
        (&["--zut"][..], "l’option «\u{a0}--zut\u{a0}» n’existe pas"),
        (&["verifier", "--zut"], "l’option «\u{a0}--zut\u{a0}» n’existe pas"),
        (&["verifier"], "il manque le nom d’un fichier"),
        (&["a.ron", "b.ron"], "un seul fichier s’ouvre à la fois"),
        (&["a.ron", "verifier", "b.ron"], "un seul fichier s’ouvre à la fois"),
        (&["--aide=3"], "l’option «\u{a0}--aide\u{a0}» ne prend pas de valeur"),
        (&[""], "un nom de fichier est vide"),
        (&["verifier", ""], "un nom de fichier est vide"),
        (&["exporter", "a.ron", ""], "un nom de fichier est vide"),
        (&["exporter"], "il manque le nom d’un fichier"),
        (
            &["exporter", "a.ron", "--noir", "--noir"],
            "l’option «\u{a0}--noir\u{a0}» est là deux fois",
        ),
        (
            &["exporter", "a.ron", "--papier", "A4", "--papier", "A3"],
            "«\u{a0}--papier\u{a0}» est là deux fois",
        ),
        (&["exporter", "a.ron", "--papier"], "il manque une valeur après «\u{a0}--papier\u{a0}»"),
        (&["exporter", "a.ron", "--papier="], "il manque une valeur après «\u{a0}--papier\u{a0}»"),
        (
            &["exporter", "a.ron", "--noir=oui"],
            "l’option «\u{a0}--noir\u{a0}» ne prend pas de valeur",
        ),
        (&["exporter", "a.ron", "--personnes", "mille"], "«\u{a0}mille\u{a0}» ne convient pas"),
        (&["exporter", "a.ron", "--format", "PDF"], "«\u{a0}PDF\u{a0}» ne convient pas"),
        (&["verifier", "a.ron", "-x"], "l’option «\u{a0}-x\u{a0}» n’existe pas"),
        (&["file://serveur/a.ron"], "n’est pas sur cet ordinateur"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let error = text(&output.stderr);
        assert!(error.starts_with("Rien n’a été fait\u{a0}: ") && error.contains(said), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert!(!error.contains(['<', '>', '[']) && !error.contains("FILE"), "{error}");
        assert_eq!(text(&output.stdout), "");
    }
}

#[test]
fn the_help_and_the_version_are_french_and_exit_with_0() {
    for arguments in [&["--aide"][..], &["-h"], &["--help"], &["verifier", "--aide"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let help = text(&output.stdout);
        assert!(help.contains("Usage\u{a0}: dessiner-un-labo"), "{help}");
        for english in ["Print", "Options:", "Arguments:", "Commands", "<", ">..."] {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
    let version = run(&["--version"]);
    assert_eq!(text(&version.stdout), format!("dessiner-un-labo {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_address_of_this_computer_is_the_file_that_it_names() {
    assert_eq!(parse(&["file:///home/a/mon%20labo.ron"]), window("/home/a/mon labo.ron"));
    assert_eq!(parse(&["file://localhost/%C3%A9.ron"]), window("/é.ron"));
}

#[test]
fn any_name_opens_even_that_of_a_command_or_of_an_option() {
    assert_eq!(parse(&[]), Ok(Asked::Window(None)));
    assert_eq!(parse(&["labo.ron"]), window("labo.ron"));
    assert_eq!(parse(&["--", "verifier"]), window("verifier"));
    assert_eq!(parse(&["./verifier"]), window("./verifier"));
    assert_eq!(parse(&["--", "-h"]), window("-h"));
    assert_eq!(parse(&["help"]), window("help"));
    let files = |names: &[&str]| Ok(Asked::Verify(names.iter().map(PathBuf::from).collect()));
    assert_eq!(parse(&["verifier", "a.ron", "verifier"]), files(&["a.ron", "verifier"]));
    assert_eq!(parse(&["verifier", "--", "-h", "--"]), files(&["-h", "--"]));
}

#[test]
fn what_a_file_says_commands_no_terminal_and_is_told_on_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = FILE.clone();
    let hostile = "a\u{202e}b\u{2066}c\u{2028}d\u{1b}[31m\u{9b}e\nf";
    let unseen = ["\u{f0ff}", hostile].concat();
    // Each puts words of the file in a line of ours: a warning, or why it is refused.
    for (at, (before, after, refused)) in [
        ("extensions: {}", format!("extensions: {{ {hostile:?}: 1 }}"), false),
        ("id: \"dessiner-un-labo\"", format!("id: {hostile:?}"), false),
        ("id: \"equipe\"", format!("id: {hostile:?}"), false),
        ("id: \"projets\"", format!("id: {hostile:?}"), false),
        ("titre: \"Lieu\"", format!("titre: {unseen:?}"), false),
        ("\"Six personnes.\"", format!("{unseen:?}"), false),
        ("lieu: ", format!("r#a{hostile}: "), true),
        ("état: à_discuter", format!("état: {hostile}"), true),
        ("version: (1, 0)", format!("version: (1, 0), {hostile}: 1"), true),
    ]
    .into_iter()
    .enumerate()
    {
        let changed = file.replacen(before, &after, 1);
        assert_ne!(changed, file, "{before}");
        let path = saved(folder.path(), &format!("{at}.ron"), &changed);
        let sheet = folder.path().to_str().unwrap();
        for arguments in [&["verifier", &path][..], &["exporter", &path, "--sortie", sheet]] {
            let output = run(arguments);
            let said = [text(&output.stdout), text(&output.stderr)].concat();
            let bad = |c: char| c != '\n' && is_misleading(c);
            assert!(!said.contains(bad) && said.lines().count() == 1, "{before}: {said:?}");
            assert_eq!(output.status.code(), Some(i32::from(refused)), "{before}: {said:?}");
            if arguments[0] == "verifier" {
                let told = if refused { "refusé" } else { "\\u{202e}" };
                assert!(said.contains(told), "{before}: {said:?}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_unicode_or_holds_a_line_feed_is_one_line_like_any_other() {
    use std::os::unix::ffi::OsStringExt;
    let folder = tempfile::tempdir().unwrap();
    let odd = OsString::from_vec(b"caf\xe9\nsuite.ron".to_vec());
    let path = folder.path().join(&odd);
    fs::write(&path, FILE.clone()).unwrap();
    let output = program().arg("verifier").arg(&path).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let said = text(&output.stdout);
    assert!(said.ends_with("caf\u{fffd}\\nsuite.ron\u{a0}: sain\n"), "{said}");
    assert_eq!(said.lines().count(), 1);
    let asked = cli::parse(["dessiner-un-labo".into(), odd.clone()]);
    assert_eq!(asked, Ok(Asked::Window(Some(odd.into()))));
}
