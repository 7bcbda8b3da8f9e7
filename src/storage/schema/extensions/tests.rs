//! These tests hold an extension that no other program knows, and what the door asks of any.

use serde::{Deserialize, Serialize};

use super::{Extension, last_minor};
use crate::model::design::Workshop;
use crate::model::edit::Target;
use crate::model::{Catalogue, Design, limits};
use crate::storage::error::{Expected, Part, Problem, ReadError, Warning};
use crate::storage::literal::Words;
use crate::storage::schema::v1::{Entry, Notch, distinct};
use crate::storage::{Opened, parse, to_bytes};

/// What is typed for the dates that are none yet.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drafts {
    #[serde(rename = "saisies", deserialize_with = "distinct")]
    drafts: Vec<Draft>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Draft {
    /// From 1.
    #[serde(rename = "atelier")]
    workshop: Words,
    #[serde(rename = "texte")]
    text: Words,
    #[serde(rename = "cran")]
    step: Option<Notch>,
}

impl Entry for Draft {
    type Id = Words;

    fn id(&self) -> &Words {
        &self.workshop
    }

    fn shown(&self) -> String {
        self.workshop.0.to_string()
    }
}

impl Extension for Drafts {
    const NAME: &'static str = "dates_en_cours";
    const MINOR: u32 = 1;

    fn read(self, design: &mut Design, _: &Catalogue, warnings: &mut Vec<Warning>) {
        for Draft { workshop, text, .. } in self.drafts {
            let at = workshop.0.parse().unwrap_or(usize::MAX).wrapping_sub(1);
            let Some(there) = design.workshops.get_mut(at) else { continue };
            let (length, limit) = (text.0.chars().count(), limits::SHORT_TEXT);
            if length > limit {
                let part = Part::Target(Target::WorkshopDate(there.key));
                warnings.push(Warning::TextTooLong { part, name: None, length, limit });
            }
            there.unread = Some(text.0);
        }
    }

    fn written(design: &Design, _: &Catalogue) -> Option<Drafts> {
        let drafts: Vec<Draft> = design
            .workshops
            .iter()
            .enumerate()
            .filter_map(|(at, workshop)| Some((at + 1, workshop.unread.as_ref()?)))
            .map(|(rank, text)| Draft {
                workshop: Words(rank.to_string().into()),
                text: text.into(),
                step: None,
            })
            .collect();
        (!drafts.is_empty()).then_some(Drafts { drafts })
    }
}

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

/// Two workshops, with what is typed for the date of the second.
fn design(unread: Option<&str>) -> Design {
    let mut design = Design::empty(&catalogue());
    let second = Workshop { unread: unread.map(Into::into), ..Workshop::default() };
    design.workshops = vec![Workshop::default(), second];
    design
}

fn file(design: &Design) -> String {
    String::from_utf8(to_bytes(design, &catalogue()).unwrap()).unwrap()
}

fn read(file: &str) -> Result<Opened, ReadError> {
    parse(file.as_bytes(), &catalogue())
}

/// The file of a lab whose extensions are `extensions`.
fn with(extensions: &str) -> String {
    file(&design(None)).replace("extensions: {}", &format!("extensions: {{{extensions}}}"))
}

#[test]
fn a_known_extension_is_read_without_a_word_and_comes_back_as_the_same_bytes() {
    let design = design(Some("31 février,\nou mars"));
    let file = file(&design);
    assert!(file.contains("\n    version: (1, 1),\n"), "{file}");
    // Its lines begin where they would in the file, those of its texts where they did.
    let stands = "    extensions: {
        \"dates_en_cours\": (
            saisies: [
                (
                    atelier: \"2\",
                    texte: \"31 février,
ou mars\",
                    cran: None,
                ),
            ],
        ),
    },
)";
    assert!(file.contains(stands), "{file}");
    let opened = read(&file).unwrap();
    assert_eq!(opened, Opened { design, warnings: Vec::new() });
}

#[test]
fn a_file_is_of_the_version_that_what_it_holds_asks_for() {
    assert_eq!(last_minor(), 1);
    let plain = file(&design(None));
    assert!(plain.contains("version: (1, 0),") && plain.contains("extensions: {},"), "{plain}");
    // One of that version that holds nothing of it is read without a word, and is of the first one again.
    let opened = read(&plain.replace("(1, 0)", "(1, 1)")).unwrap();
    assert_eq!(opened.warnings, []);
    assert_eq!(file(&opened.design), plain);
    // A later one stays of its own.
    let later = file(&design(Some("demain"))).replace("(1, 1)", "(1, 4)");
    let opened = read(&later).unwrap();
    assert_eq!(opened.warnings, [Warning::NewerMinor(4)]);
    assert_eq!(file(&opened.design), later);
}

#[test]
fn known_and_unknown_extensions_stand_in_one_table_and_all_come_back() {
    let raw = "\"a\": [1 /* un */, 2],\n        ";
    let later = "\n        \"z\": r#\"«\"#,";
    let known = file(&design(Some("demain")));
    let known = known.split_once("extensions: {").unwrap().1;
    let known = known.split_once("\n    },\n)").unwrap().0.trim_start();
    let file = with(&format!("\n        {raw}{known}{later}\n    ")).replace("(1, 0)", "(1, 1)");
    let opened = read(&file).unwrap();
    let names: Vec<_> = ["a", "z"].map(|name| Warning::Extension(name.into())).into();
    assert_eq!(opened.warnings, names);
    assert_eq!(opened.design.workshops[1].unread.as_deref(), Some("demain"));
    assert_eq!(self::file(&opened.design), file);
}

#[test]
fn what_is_wrong_in_a_known_extension_is_said_with_its_place_in_the_file() {
    let key = |found: &str, meant| Problem::UnknownKey {
        found: found.into(),
        known: &["atelier", "texte", "cran"],
        meant,
    };
    let entry =
        "\"dates_en_cours\": (saisies: [\n (atelier: \"1\", texte: \"a\", cran: Some(2)),\n ";
    for (wrong, problem) in [
        ("(atelier: \"2\", texte: 3, cran: None)", Problem::Expected(Expected::Text)),
        ("(atelier: \"2\", texte: \"a\", cran: Some(4))", Problem::NotAStep),
        ("(atelier: \"2\", Texte: \"a\", cran: None)", key("Texte", Some("texte"))),
        ("(atelier: \"2\", texte: \"a\", mot: \"\")", key("mot", None)),
        ("(atelier: \"2\")", Problem::MissingKey("texte")),
        ("(atelier: \"1\", texte: \"b\", cran: None)", Problem::DuplicateId("1".into())),
    ] {
        let file = with(&format!("{entry}{wrong}\n])"));
        let line = 1 + file[..file.find(wrong).unwrap()].matches('\n').count();
        match read(&file) {
            Err(ReadError::Invalid { at, problem: found }) => {
                assert_eq!((at.line, &found), (line, &problem), "{wrong}");
                assert!(at.column > 1 && at.column <= 2 + wrong.chars().count(), "{at:?}: {wrong}");
            }
            other => panic!("{wrong}: {other:?}"),
        }
    }
    // On the line where it begins, the column is that of the file too.
    let file = with("\"dates_en_cours\": (saisie: [])");
    let Err(ReadError::Invalid { at, .. }) = read(&file) else { panic!("it is a fault") };
    let line = file.lines().nth(at.line - 1).unwrap();
    let before: String = line.chars().take(at.column - 1).collect();
    assert!(before.ends_with("(") || before.ends_with("(saisie"), "{before}");
}

#[test]
fn what_is_too_long_in_a_known_extension_is_warned_of() {
    let long = "é".repeat(limits::SHORT_TEXT + 1);
    let opened = read(&file(&design(Some(&long)))).unwrap();
    let part = Part::Target(Target::WorkshopDate(opened.design.workshops[1].key));
    let (length, limit) = (limits::SHORT_TEXT + 1, limits::SHORT_TEXT);
    assert_eq!(opened.warnings, [Warning::TextTooLong { part, name: None, length, limit }]);
}
