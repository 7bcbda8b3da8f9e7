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
        ("vierge", "png", &["labo_vierge_A4_1.png", "labo_vierge_A4_2.png"][..]),
        ("bulletins", "svg", &["labo_bulletins_A4_1.svg", "labo_bulletins_A4_2.svg"]),
        ("gros-caracteres", "pdf", &["labo_gros-caracteres_A4.pdf"]),
        ("affiche", "pdf", &["labo_affiche_A2.pdf"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("labo.ron"), &*FILE).unwrap();
        let asked = ["labo.ron", "--feuille", sheet, "--format", format];
        let people: &[&str] = if sheet == "bulletins" { &["--personnes", "8"] } else { &[] };
        let output = export(folder.path(), &[&asked, people].concat());
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

/// Whoever prints many files reads these lines alone.
#[test]
fn a_sign_that_no_paper_shows_is_told_on_the_line_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let unseen = FILE.replacen("Le labo d’essai", "Labo de رسالة", 1);
    assert_ne!(unseen, *FILE);
    fs::write(folder.path().join("a.ron"), unseen).unwrap();
    fs::write(folder.path().join("b.ron"), &*FILE).unwrap();
    let output = export(folder.path(), &["a.ron", "b.ron"]);
    let said: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(output.status.code(), Some(0));
    assert!(
        said[0].starts_with("a.ron\u{a0}: a_canevas_A4.pdf, 1 page (remarque\u{a0}: "),
        "{said:?}"
    );
    assert!(said[0].contains("رسالة"), "{said:?}");
    assert_eq!(said[1], "b.ron\u{a0}: b_canevas_A4.pdf, 1 page");
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
        (
            &["--feuille", "affiche", "--carreaux", "A4", "--format", "svg"],
            "ne s’enregistre pas en svg",
        ),
        (&["--feuille", "affiche", "--feuilles-entieres"], "quand il en faut alors moins"),
        (&["--pages", "3-1"], "«\u{a0}3-1\u{a0}» ne convient pas à «\u{a0}--pages\u{a0}»"),
        (
            &["--feuille", "bulletins", "--personnes", "0"],
            "ne convient pas à «\u{a0}--personnes\u{a0}»",
        ),
        (&["--largeur", "99999999"], "ne convient pas à «\u{a0}--largeur\u{a0}»"),
        (&["--largeur", "800"], "ne se choisit que pour des images png"),
        (&["--largeur", "800", "--format", "svg"], "ne se choisit que pour des images png"),
        (&["--personnes", "12"], "ne sert qu’aux bulletins"),
    ] {
        let output = export(folder.path(), &[&["labo.ron"], asked].concat());
        let error = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{asked:?}: {error}");
        assert!(error.starts_with("Rien n’a été fait\u{a0}: ") && error.contains(said), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}

fn lab(folder: &Path, name: &str) {
    fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
    fs::write(folder.join(name), &*FILE).unwrap();
}

/// The line says the name that the file has.
fn said(output: &Output) -> Vec<String> {
    let line = |line: &str| {
        line.split([' ', '\u{a0}'])
            .find(|word| word.contains(".p"))
            .map(|it| it.trim_end_matches(',').to_owned())
    };
    text(&output.stdout).lines().filter_map(line).collect()
}

#[test]
fn no_two_labs_of_one_run_have_one_file_whatever_they_are_called() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["x/a.ron", "y/a.ron", "a-2.ron", "z/A.ron", "méthode.ron", "t/me\u{301}thode.ron"]
    {
        lab(folder.path(), name);
    }
    let asked = ["x/a.ron", "y/a.ron", "a-2.ron", "z/A.ron", "x/../x/a.ron", "méthode.ron"];
    let asked = [&asked[..], &["t/me\u{301}thode.ron", "--sortie", "d"]].concat();
    for over in [&[][..], &["--remplacer"]] {
        let output = export(folder.path(), &[&asked[..], over].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let mut plain: Vec<String> = said(&output).iter().map(|name| name.to_lowercase()).collect();
        plain.sort();
        plain.dedup();
        assert_eq!(plain.len(), 7, "{output:?}");
    }
    // The second run was asked to replace what the first had made.
    assert_eq!(names(&folder.path().join("d")).len(), 7);
}

#[test]
fn nothing_that_is_there_is_replaced_unless_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    lab(folder.path(), "labo.ron");
    let mine = folder.path().join("labo_canevas_A4.pdf");
    fs::write(&mine, "à garder").unwrap();
    let first = export(folder.path(), &["labo.ron"]);
    let second = export(folder.path(), &["labo.ron"]);
    assert_eq!(said(&first), ["labo_canevas_A4-2.pdf"]);
    assert_eq!(said(&second), ["labo_canevas_A4-3.pdf"]);
    assert_eq!(fs::read_to_string(&mine).unwrap(), "à garder");
    let third = export(folder.path(), &["labo.ron", "--remplacer"]);
    assert_eq!(said(&third), ["labo_canevas_A4.pdf"]);
    assert!(fs::read(&mine).unwrap().starts_with(b"%PDF"));
    assert_eq!(names(folder.path()).len(), 4);
}

#[test]
fn another_ink_or_another_cut_is_another_file() {
    let folder = tempfile::tempdir().unwrap();
    lab(folder.path(), "labo.ron");
    let poster = ["labo.ron", "--feuille", "affiche"];
    for options in
        [&[][..], &["--noir"], &["--fond-perdu"], &["--vierge"], &["--noir", "--fond-perdu"]]
    {
        let asked = [&poster[..], options, &["--remplacer"]].concat();
        assert_eq!(export(folder.path(), &asked).status.code(), Some(0));
    }
    let found = names(folder.path());
    assert!(found.contains(&"labo_affiche_A2_fond-perdu_noir.pdf".to_owned()), "{found:?}");
    assert_eq!(found.len(), 1 + 5, "{found:?}");
}

#[test]
fn the_pages_of_an_earlier_export_are_not_mixed_with_the_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    lab(folder.path(), "labo.ron");
    let asked =
        |people| ["labo.ron", "--feuille", "bulletins", "--format", "svg", "--personnes", people];
    export(folder.path(), &asked("12"));
    let before = names(folder.path());
    // The second run of the two replaces what the first made: nothing piles up.
    for _ in 0..2 {
        let output = export(folder.path(), &[&asked("8")[..], &["--remplacer"]].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(text(&output.stdout).contains("ils restent, sous leur nom"), "{output:?}");
        let all = names(folder.path());
        let new: Vec<&String> = all.iter().filter(|name| !before.contains(name)).collect();
        assert_eq!(new, ["labo_bulletins_A4-2_1.svg", "labo_bulletins_A4-2_2.svg"]);
    }
}

#[test]
fn a_name_with_dots_keeps_them_and_a_long_one_is_cut_where_it_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let long = "é".repeat(120) + ".ron";
    lab(folder.path(), "labo.v1.2.ron");
    lab(folder.path(), &long);
    let output = export(folder.path(), &["labo.v1.2.ron", &long, "--sortie", "d"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let found = names(&folder.path().join("d"));
    assert!(found.contains(&"labo.v1.2_canevas_A4.pdf".to_owned()), "{found:?}");
    assert!(found.iter().any(|name| name.starts_with("éééé") && name.ends_with("_canevas_A4.pdf")));
}

#[test]
fn two_names_that_are_cut_at_one_place_are_still_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    for long in ["L".repeat(230), "é".repeat(115)] {
        let [first, second] = ["x", "y"].map(|under| format!("{under}/{long}.ron"));
        lab(folder.path(), &first);
        lab(folder.path(), &second);
        let asked = [&*first, &second, &first, "--feuille", "vierge", "--sortie", "d"];
        let output = export(folder.path(), &asked);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    }
    assert_eq!(names(&folder.path().join("d")).len(), 6);
}

#[test]
fn many_pages_apart_have_a_name_that_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    lab(folder.path(), "labo.ron");
    let pages: Vec<String> = (1..300).step_by(2).map(|page| page.to_string()).collect();
    let output =
        export(folder.path(), &["labo.ron", "--feuille", "cartes", "--pages", &pages.join(",")]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(said(&output), ["labo_cartes_A4_pages_1+…+299.pdf"]);
}

#[test]
fn what_a_name_hides_is_shown_on_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let name = "a\u{1b}[31m\n\u{202e}b\u{2066}c\u{2028}.ron";
    lab(folder.path(), name);
    for arguments in [
        &[name][..],
        &[name, "--sortie", "d\u{1b}[0m"],
        &["absent\u{202e}.ron"],
        &["--zut\u{1b}"],
        &[name, "--papier", "\u{1b}c"],
    ] {
        let output = export(folder.path(), arguments);
        let said = [text(&output.stdout), text(&output.stderr)].concat();
        let bad = |c: char| c.is_control() && c != '\n' || "\u{202e}\u{2066}\u{2028}".contains(c);
        assert!(!said.contains(bad) && said.lines().count() == 1, "{said:?}");
        assert!(said.contains("\\u{1b}") || said.contains("\\u{202e}"), "{said:?}");
    }
    let found = names(folder.path());
    let made = found.iter().find(|name| name.ends_with(".pdf")).unwrap();
    assert!(!made.contains(|c: char| c.is_control() || c == '\u{202e}'), "{made:?}");
}

#[cfg(unix)]
#[test]
fn a_link_planted_where_a_sheet_goes_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    lab(folder.path(), "labo.ron");
    let theirs = folder.path().join("à-eux");
    fs::write(&theirs, "à garder").unwrap();
    let link = folder.path().join("labo_canevas_A4.pdf");
    for target in [theirs.clone(), folder.path().join("pas-encore-là")] {
        drop(fs::remove_file(&link));
        std::os::unix::fs::symlink(&target, &link).unwrap();
        let output = export(folder.path(), &["labo.ron"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(link.is_symlink());
        let output = export(folder.path(), &["labo.ron", "--remplacer"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(!link.is_symlink() && fs::read(&link).unwrap().starts_with(b"%PDF"));
    }
    assert_eq!(fs::read_to_string(&theirs).unwrap(), "à garder");
    assert!(!folder.path().join("pas-encore-là").exists());
}

#[test]
fn an_address_of_this_computer_is_a_file_and_another_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    lab(folder.path(), "mon labo é.ron");
    let address = format!("file://{}/mon%20labo%20%C3%A9.ron", folder.path().display());
    let output = export(folder.path(), &[&address]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(names(folder.path()).contains(&"mon labo é_canevas_A4.pdf".to_owned()));
    for address in ["file://serveur/labo.ron", "https://exemple.fr/labo.ron"] {
        let output = export(folder.path(), &[address]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains("n’est pas sur cet ordinateur"), "{output:?}");
    }
}

#[test]
fn some_pages_are_a_file_of_their_own_that_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("labo.ron"), &*FILE).unwrap();
    let cards = |more: &[&str]| {
        export(
            folder.path(),
            &[&["labo.ron", "--feuille", "cartes", "--sortie", "s"], more].concat(),
        )
    };
    let output = cards(&["--pages", "2-3, 6"]);
    let said = "labo.ron\u{a0}: labo_cartes_A4_pages_2-3+6.pdf, 3 pages\n";
    assert_eq!(text(&output.stdout), said);
    cards(&["--pages", "2,4", "--format", "png", "--largeur", "100"]);
    let wanted =
        ["labo_cartes_A4_02.png", "labo_cartes_A4_04.png", "labo_cartes_A4_pages_2-3+6.pdf"];
    assert_eq!(names(&folder.path().join("s")), wanted);
    let output = cards(&["--pages", "80-90"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stdout).contains("aucune de ces pages n’existe\u{a0}: la feuille en a 14")
    );
}

#[test]
fn whole_sheets_are_asked_for_and_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("labo.ron"), &*FILE).unwrap();
    let asked = ["labo.ron", "--feuille", "affiche", "--papier", "A1", "--carreaux", "A4"];
    let output = export(folder.path(), &[&asked[..], &["--feuilles-entieres"]].concat());
    // The plan, and nine sheets rather than fifteen.
    let said = "labo.ron\u{a0}: labo_affiche_A1_en_A4_entieres.pdf, 10 pages\n";
    assert_eq!(text(&output.stdout), said);
}
