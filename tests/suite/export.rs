//! « exporter », as a terminal or a script meets it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::samples::{FILE, names};

fn export(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dessiner-un-labo"));
    // No display: it may not want one.
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").current_dir(folder);
    command.arg("exporter").args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_line_for_each_file_in_their_order_and_1_when_one_was_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ron"), &*FILE).unwrap();
    fs::write(folder.path().join("b.ron"), "pas un labo").unwrap();
    let output = export(folder.path(), &["b.ron", "a.ron", "c.ron", "--sortie", "pdf"]);
    assert_eq!(output.status.code(), Some(1));
    let said: Vec<&str> = text(&output.stdout).lines().collect();
    assert!(said[0].starts_with("b.ron\u{a0}: refusé, "), "{said:?}");
    assert_eq!(said[1], "a.ron\u{a0}: a_canevas_A4.pdf, 1 page");
    assert_eq!(said[2], "c.ron\u{a0}: refusé, aucun fichier ne porte ce nom à cet endroit");
    assert_eq!(names(&folder.path().join("pdf")), ["a_canevas_A4.pdf"]);
}

#[test]
fn every_sheet_comes_in_every_format_beside_its_design() {
    for (sheet, format, wanted) in [
        ("vierge", "png", &["labo_vierge_A4.png"][..]),
        ("bulletins", "svg", &["labo_bulletins_A4_1.svg", "labo_bulletins_A4_2.svg"]),
        ("grand-caractere", "pdf", &["labo_grand-caractere_A4.pdf"]),
        ("affiche", "pdf", &["labo_affiche_A2.pdf"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("labo.ron"), &*FILE).unwrap();
        let asked = ["labo.ron", "--feuille", sheet, "--format", format, "--personnes", "8"];
        let output = export(folder.path(), &asked);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let mut found = names(folder.path());
        found.retain(|name| name != "labo.ron");
        assert_eq!(found, wanted);
        let start = fs::read(folder.path().join(wanted[0])).unwrap();
        let mark: &[u8] = match format {
            "png" => b"\x89PNG",
            "svg" => b"<svg",
            _ => b"%PDF",
        };
        assert!(start.starts_with(mark), "{sheet} in {format}");
    }
}

#[test]
fn a_picture_is_as_wide_as_asked() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("labo.ron"), &*FILE).unwrap();
    export(folder.path(), &["labo.ron", "--format", "png", "--largeur", "640"]);
    let picture = image::open(folder.path().join("labo_canevas_A4.png")).unwrap();
    assert_eq!((picture.width(), picture.height()), (640, 453));
}

#[test]
fn two_designs_of_one_name_do_not_take_one_anothers_place() {
    let folder = tempfile::tempdir().unwrap();
    for under in ["un", "deux"] {
        fs::create_dir(folder.path().join(under)).unwrap();
        fs::write(folder.path().join(under).join("labo.ron"), &*FILE).unwrap();
    }
    let asked = ["un/labo.ron", "deux/labo.ron", "--feuille", "vierge", "--sortie", "pdf"];
    assert_eq!(export(folder.path(), &asked).status.code(), Some(0));
    let wanted = ["labo-2_vierge_A4.pdf", "labo_vierge_A4.pdf"];
    assert_eq!(names(&folder.path().join("pdf")), wanted);
}

#[test]
fn many_files_at_once_are_all_written() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<String> = (0..60).map(|at| format!("l{at:02}.ron")).collect();
    for file in &files {
        fs::write(folder.path().join(file), &*FILE).unwrap();
    }
    let mut asked: Vec<&str> = files.iter().map(String::as_str).collect();
    asked.extend(["--papier", "A3", "--sortie", "pdf"]);
    let output = export(folder.path(), &asked);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(names(&folder.path().join("pdf")).len(), files.len());
}

#[test]
fn what_no_sheet_answers_is_one_french_sentence_and_the_exit_code_is_2() {
    let folder = tempfile::tempdir().unwrap();
    for (asked, said) in [
        (
            &["--feuille", "bulletins", "--papier", "A3"][..],
            "n’est pas dessiné pour du A3, mais pour du A4",
        ),
        (&["--feuille", "canevas", "--papier", "A0"], "mais pour du A4 ou A3"),
        (&["--feuille", "vierge", "--carreaux", "A4"], "ne se découpe pas"),
        (&["--feuille", "affiche", "--carreaux", "A1"], "en feuilles A4 ou A3, pas A1"),
        (
            &["--feuille", "poster"],
            "«\u{a0}poster\u{a0}» ne convient pas à «\u{a0}--feuille\u{a0}»",
        ),
        (&["--papier", "Letter"], "«\u{a0}Letter\u{a0}» ne convient pas"),
        (&["--largeur", "99999999"], "ne convient pas à «\u{a0}--largeur\u{a0}»"),
    ] {
        let output = export(folder.path(), &[&["labo.ron"], asked].concat());
        let error = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{asked:?}: {error}");
        assert!(error.starts_with("Rien n’a été fait\u{a0}: ") && error.contains(said), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}
