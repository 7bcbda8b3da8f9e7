//! Files that version 1 of the format wrote once and for all: no later program changes a byte of them.

use std::fs;
use std::path::Path;

use dessiner_un_labo::storage::{self, List, Warning};

use crate::samples::{self, CATALOGUE};

/// The name of each, and what is to be said of it.
fn frozen() -> Vec<(&'static str, Vec<Warning>)> {
    let unknown = |list, id: &str, words: Option<&str>| Warning::UnknownId {
        list,
        id: id.into(),
        words: words.map(Into::into),
    };
    let elsewhere = vec![
        Warning::NewerMinor(7),
        Warning::Extension("cartes".into()),
        Warning::Extension("plan d’accès".into()),
        Warning::OtherMethod { id: "dessiner-un-labo".into(), edition: "2".into() },
        unknown(List::Criteria, "durable", Some("Il dure")),
        unknown(List::Axes, "lent-rapide", Some("Lent / Rapide")),
        unknown(List::LabAxes, "lent-rapide", None),
        unknown(List::Labs, "frugal", Some("Un labo frugal")),
        unknown(List::Points, "usure", Some("L’usure")),
        unknown(List::Orientation, "frugal", Some("frugal")),
        unknown(List::Fields, "budget", Some("Budget")),
    ];
    vec![
        ("vide.ron", vec![]),
        ("rempli.ron", vec![]),
        ("signes.ron", vec![]),
        ("venu-d-ailleurs.ron", elsewhere),
    ]
}

#[test]
fn each_frozen_file_opens_as_it_did_and_saves_as_the_same_bytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/v1");
    let mut names: Vec<_> = frozen().iter().map(|(name, _)| (*name).to_owned()).collect();
    names.sort();
    assert_eq!(samples::names(&folder), names);
    for (name, warnings) in frozen() {
        let path = folder.join(name);
        let opened = storage::read(&path, &CATALOGUE).unwrap();
        assert_eq!(opened.warnings, warnings, "{name}");
        let bytes = storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
        let file = fs::read_to_string(&path).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), file, "{name}");
    }
}
