//! The files that a newcomer meets: the examples, and the one in the documentation of the format.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use dessiner_un_labo::model::progress;
use dessiner_un_labo::storage;

use crate::samples::CATALOGUE;

fn examples() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/labs");
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn each_example_is_sound_and_saves_as_the_same_bytes() {
    let examples = examples();
    assert!(examples.len() >= 3, "{examples:?}");
    let mut ids = BTreeSet::new();
    for path in examples {
        let opened = storage::read(&path, &CATALOGUE).unwrap();
        assert_eq!(opened.warnings, [], "{path:?}");
        let bytes = storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
        let file = fs::read_to_string(&path).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), file, "{path:?}");
        let name = path.file_name().unwrap().to_str().unwrap();
        let date = opened.design.workshops.last().unwrap().date.unwrap();
        assert_eq!(name, storage::suggested_name(&opened.design.name, date));
        assert!(ids.insert(opened.design.id), "two examples under one id");
    }
}

#[test]
fn the_examples_show_one_nearly_complete_one_just_begun_and_one_in_disagreement() {
    let mut designs: Vec<_> =
        examples().iter().map(|path| storage::read(path, &CATALOGUE).unwrap().design).collect();
    designs.sort_by_key(|design| progress::fields(&CATALOGUE, design).done);
    let filled = |at: usize| progress::fields(&CATALOGUE, &designs[at]).done;
    assert!(filled(0) == 0 && filled(designs.len() - 1) >= 7);
    let disagreements = |at: usize| {
        let axes = designs[at].axes.iter();
        axes.filter(|axis| axis.disagreement.as_ref().is_some_and(|d| d.span.is_some())).count()
    };
    assert!((0..designs.len()).any(|at| disagreements(at) >= 3));
}

#[test]
fn the_examples_follow_french_typography() {
    for path in examples() {
        let file = fs::read_to_string(&path).unwrap();
        assert!(!file.contains('\''), "{path:?}: a straight apostrophe");
        for text in file.split('"').skip(1).step_by(2) {
            for wrong in ["« ", " »", " :", " ;", " !", " ?"] {
                assert!(!text.contains(wrong), "{path:?}: {wrong:?} in {text}");
            }
        }
    }
}

#[test]
fn the_example_in_the_documentation_opens_and_gives_each_key_its_place() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/format-du-fichier.md");
    let page = fs::read_to_string(page).unwrap();
    let example = page.split("```ron\n").nth(1).unwrap().split("```").next().unwrap();
    let opened = storage::parse(example.as_bytes(), &CATALOGUE).unwrap();
    assert_eq!(opened.warnings, []);
    let written = storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
    let written = String::from_utf8(written).unwrap();
    // What the page shows is what the program writes, less the answers that it leaves out.
    let mut lines = written.lines();
    for line in example.lines() {
        assert!(lines.any(|found| found == line), "{line}");
    }
    let ids = CATALOGUE.criteria.iter().map(|c| &c.id);
    let ids = ids.chain(CATALOGUE.axes.iter().map(|a| &a.id));
    let ids = ids.chain(CATALOGUE.labs.iter().map(|l| &l.id));
    let ids = ids.chain(CATALOGUE.points.iter().map(|p| &p.id));
    for id in ids.chain(CATALOGUE.fields.iter().map(|f| &f.id)) {
        assert!(page.contains(&format!("`{id}`")), "{id} is not in the page");
    }
}
