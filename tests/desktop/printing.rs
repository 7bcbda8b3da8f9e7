//! From Ctrl+P in the real window to a sheet out of a real print queue; and every sheet before tools that we did not write.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::canvas::{self, BUTTON};
use crate::desk::printing::PRINTER;
use crate::desk::program;

#[test]
#[ignore = "needs Xvfb, openbox, cups, printer-driver-cups-pdf, poppler-utils: run tests/run"]
fn ctrl_p_puts_an_a3_page_with_its_text_out_of_the_printer() {
    let mut desk = crate::desk::Desk::new();
    desk.start_printers();
    let file = desk.copy_of(canvas::EXAMPLE);
    desk.open(&[&file]);
    desk.key("ctrl+p");
    desk.find(PRINTER, "radio button");
    desk.click_on("A3", "radio button");
    let since = SystemTime::now();
    desk.click_on("Imprimer", BUTTON);
    desk.wait_for_node("what was sent", |node| {
        node.name == format!("Envoyé à {PRINTER} : Le canevas rempli, A3, 1 page.")
    });
    let paper = desk.wait_for_paper(since);
    let said = said(Command::new("pdfinfo").arg(&paper));
    assert!(said.contains("(A3)") && line(&said, "Pages:") == "1", "{said}");
    let text = self::said(Command::new("pdftotext").arg(&paper).arg("-"));
    for words in ["Le labo des possibles", "Transformation interne", "Six personnes", "prototypes"]
    {
        assert!(text.contains(words), "{words} is not on the paper: {text}");
    }
    fs::remove_file(paper).unwrap();
}

#[test]
#[ignore = "needs Xvfb, openbox, cups: run tests/run"]
fn without_a_print_server_the_sheet_is_offered_to_the_viewer() {
    let (mut desk, _) = canvas::open_example();
    desk.key("ctrl+p");
    desk.find("Ouvrir pour imprimer", BUTTON);
    desk.key("Escape");
    desk.key("ctrl+q");
    assert_eq!(desk.wait_for_exit(), 0);
}

/// The sheets, on each of their papers.
const SHEETS: [(&str, &[&str]); 6] = [
    ("canevas", &["A4", "A3"]),
    ("vierge", &["A4", "A3"]),
    ("cartes", &["A4", "A3"]),
    ("bulletins", &["A4"]),
    ("gros-caracteres", &["A4"]),
    ("affiche", &["A2", "A1", "A0"]),
];

#[test]
#[ignore = "needs poppler-utils, qpdf and pdfua: run tests/run"]
fn every_sheet_satisfies_tools_that_we_did_not_write() {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join(canvas::EXAMPLE);
    for (sheet, papers) in SHEETS {
        for paper in papers {
            let mut export = Command::new(program());
            export.arg("exporter").arg(&example).args(["--feuille", sheet, "--papier", paper]);
            said(export.arg("--sortie").arg(folder.path()));
        }
    }
    let files: Vec<PathBuf> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 11);
    for file in &files {
        let name = file.display();
        let info = said(Command::new("pdfinfo").arg(file));
        assert_eq!(line(&info, "Tagged:"), "yes", "{name}");
        assert!(!line(&info, "Title:").is_empty(), "{name}");
        // Every face is within the file.
        let fonts = said(Command::new("pdffonts").arg(file));
        let embedded = fonts.lines().skip(2).map(|line| line.contains(" yes yes yes "));
        assert!(
            embedded.clone().count() > 1 && embedded.into_iter().all(|it| it),
            "{name}: {fonts}"
        );
        let tree = said(Command::new("pdfinfo").arg("-struct-text").arg(file));
        assert!(tree.contains("H1"), "{name}: {tree}");
        said(Command::new("qpdf").arg("--check").arg(file));
        let verdict = said(Command::new(pdfua()).arg("check").arg(file));
        assert!(verdict.contains("PASS") && verdict.contains("errors=0"), "{name}: {verdict}");
    }
}

/// The checker of PDF/UA: `tests/run` says where it put it.
fn pdfua() -> PathBuf {
    std::env::var_os("DESSINER_UN_LABO_PDFUA").map_or_else(|| "pdfua".into(), PathBuf::from)
}

#[track_caller]
fn said(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {said}{errors}");
    said
}

fn line<'a>(said: &'a str, name: &str) -> &'a str {
    let found = said.lines().find_map(|line| line.strip_prefix(name));
    found.unwrap_or_else(|| panic!("no {name} in {said}")).trim()
}
