//! A design, saved and opened again.

use dessiner_un_labo::model::date::{Date, date};
use dessiner_un_labo::model::design::{FreeField, NextStep, Workshop};
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::{Design, Edit, Text, limits};
use dessiner_un_labo::storage::{self, List, MAX_BYTES, Part, Warning, WriteError};
use dessiner_un_labo::text::errors;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::samples::{self, CATALOGUE, FILE};
use crate::strategies;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_design_saved_and_read_back_is_the_same(design in strategies::design()) {
        let bytes = storage::to_bytes(&design, &CATALOGUE).unwrap();
        let opened = storage::parse(&bytes, &CATALOGUE).unwrap();
        prop_assert_eq!(&opened.design, &design);
        let again = storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
        prop_assert_eq!(String::from_utf8(again).unwrap(), String::from_utf8(bytes).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_same_answers_given_in_another_order_are_the_same_bytes(
        design in strategies::design(),
        seed in any::<u64>(),
    ) {
        let mut shuffled = design.clone();
        for lab in &mut shuffled.labs {
            let by = usize::try_from(seed % 7).unwrap() % lab.steps.len().max(1);
            // The axis that the catalogue does not know has no order but its own.
            if lab.steps.iter().all(|(axis, _)| CATALOGUE.axis(axis).is_some()) {
                lab.steps.rotate_left(by);
            }
        }
        prop_assert_eq!(
            storage::to_bytes(&shuffled, &CATALOGUE).unwrap(),
            storage::to_bytes(&design, &CATALOGUE).unwrap()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_any_edits_make_is_saved_and_read_back(edits in vec(strategies::edit(), 0..40)) {
        let mut design = Design::empty(&CATALOGUE);
        for edit in &edits {
            let known = |id| design.free_field(id).is_some();
            // A free field is always added under a new id.
            if !matches!(edit, Edit::AddFree { field, .. } if known(field.id)) {
                drop(edit.apply(&mut design));
            }
        }
        let bytes = storage::to_bytes(&design, &CATALOGUE).unwrap();
        design.complete(&CATALOGUE);
        // A line without words is nobody, and what is typed for a date and is none is in no file.
        for workshop in &mut design.workshops {
            workshop.unread = None;
            workshop.people.retain(|line| !line.trim().is_empty());
        }
        prop_assert_eq!(storage::parse(&bytes, &CATALOGUE).unwrap().design, design);
    }
}

#[test]
fn an_empty_design_is_read_back_empty_and_without_a_warning() {
    let design = Design::empty(&CATALOGUE);
    let bytes = storage::to_bytes(&design, &CATALOGUE).unwrap();
    let opened = storage::parse(&bytes, &CATALOGUE).unwrap();
    assert_eq!(opened, storage::Opened { design, warnings: Vec::new() });
}

#[test]
fn the_file_speaks_without_the_program() {
    let file = FILE.clone();
    for said in [
        "// Un labo d’innovation publique",
        "    version: (1, 0),\n",
        "    nom: \"Le labo d’essai\",\n",
        "pôles: (\"Pilote\", \"Support\"),\n            cran: Some(2),\n",
        "étendue: Some((-1, 2)),",
        "date: Some(\"2026-11-24\"),",
        "labo: \"Mission innovation du Département de l’Isère\"",
        "critère: \"Il réalise ou accompagne des projets d’innovation publique\"",
        "point: \"La mesure d’impact\",\n            état: à_discuter,",
        "titre: \"Équipe et compétences\"",
        "mots: \"capacitant\"",
        "note: \"Une note\nsur deux lignes\"",
    ] {
        assert!(file.contains(said), "{said} is not in\n{file}");
    }
    assert!(!file.contains("\\u{"), "an escape where there was a letter or a space");
    assert!(!file.contains('\r'));
}

#[test]
fn the_name_comes_first_of_what_the_group_says_and_the_rest_in_the_order_of_the_method() {
    let file = FILE.clone();
    let keys: Vec<&str> = file
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| !line.starts_with([' ', ']', ')', '}']))
        .filter_map(|line| Some(line.split_once(':')?.0))
        .collect();
    let expected = [
        "version",
        "id",
        "parent",
        "méthode",
        "nom",
        "ateliers",
        "critères",
        "axes",
        "six_labos",
        "vigilance",
        "orientation",
        "rubriques",
        "rubriques_libres",
        "prochaines_étapes",
        "extensions",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn a_file_whose_line_ends_an_editor_changed_says_the_same() {
    let mut design = samples::design(&CATALOGUE);
    let carriage: Text = "une\r\ndeux\rtrois\n".into();
    let target = Target::FieldText("sujets".into());
    Edit::Write(target, carriage.clone()).apply(&mut design).unwrap();
    let bytes = storage::to_bytes(&design, &CATALOGUE).unwrap();
    let windows = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
    let opened = storage::parse(windows.as_bytes(), &CATALOGUE).unwrap();
    assert_eq!(opened.design.field("sujets").unwrap().text, carriage);
    assert_eq!(opened.design, design);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let file = FILE.clone();
    let opened = storage::parse(format!("\u{feff}{file}").as_bytes(), &CATALOGUE).unwrap();
    assert!(opened.warnings.is_empty());
    assert_eq!(storage::to_bytes(&opened.design, &CATALOGUE).unwrap(), file.as_bytes());
}

#[test]
fn an_unknown_id_is_kept_warned_of_and_written_back_after_the_known_ones() {
    let unknown = "    axes: [
        (
            id: \"lent-rapide\",
            pôles: (\"Lent\", \"Rapide\"),
            cran: Some(-3),
            note: \"venue d’une autre édition\",
            désaccord: None,
        ),
";
    let file = FILE.clone().replace("    axes: [\n", unknown);
    let opened = storage::parse(file.as_bytes(), &CATALOGUE).unwrap();
    let [warning] = &*opened.warnings else { panic!("{:?}", opened.warnings) };
    let words = Some("Lent / Rapide".into());
    let id = "lent-rapide".into();
    assert_eq!(*warning, Warning::UnknownId { list: List::Axes, id, words });
    assert_eq!(
        errors::warning(warning),
        "l’axe «\u{a0}lent-rapide\u{a0}» (Lent / Rapide) n’est pas de cette édition de la \
         méthode\u{a0}; la réponse est gardée"
    );
    let last = opened.design.axes.last().unwrap();
    assert_eq!(&*last.id, "lent-rapide");
    let written = storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
    let written = String::from_utf8(written).unwrap();
    assert!(written.contains(unknown.strip_prefix("    axes: [\n").unwrap()));
    assert!(written.find("usage-oeuvre") < written.find("lent-rapide"));
}

#[test]
fn an_orientation_among_the_fields_is_an_unknown_field_and_keeps_its_own_words() {
    let field = "            id: \"orientation\",\n            titre: \"Cap\",";
    let known = "            id: \"creation\",\n            titre: \"Création\",";
    let file = FILE.replace(known, field);
    let opened = storage::parse(file.as_bytes(), &CATALOGUE).unwrap();
    let (id, words) = ("orientation".into(), Some("Cap".into()));
    assert_eq!(opened.warnings, [Warning::UnknownId { list: List::Fields, id, words }]);
    let written = storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
    assert!(String::from_utf8(written.clone()).unwrap().contains(field));
    assert_eq!(storage::parse(&written, &CATALOGUE).unwrap().design, opened.design);
}

#[test]
fn a_newer_minor_is_opened_and_what_it_added_is_written_back() {
    let votes = "extensions: {\n        \"votes\": [(axe: \"pilote-support\", /* sept */ crans: [1, 2, 3])],\n    }";
    let file =
        FILE.clone().replace("version: (1, 0)", "version: (1, 7)").replace("extensions: {}", votes);
    let opened = storage::parse(file.as_bytes(), &CATALOGUE).unwrap();
    assert_eq!(opened.warnings, [Warning::NewerMinor(7), Warning::Extension("votes".into())]);
    let written = storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
    assert_eq!(String::from_utf8(written).unwrap(), file);
}

#[test]
fn another_method_or_edition_is_warned_of_and_kept() {
    let file = FILE.clone().replace("édition: \"1\"", "édition: \"2\"");
    let opened = storage::parse(file.as_bytes(), &CATALOGUE).unwrap();
    let (id, edition) = ("dessiner-un-labo".into(), "2".into());
    assert_eq!(opened.warnings, [Warning::OtherMethod { id, edition }]);
    assert_eq!(storage::to_bytes(&opened.design, &CATALOGUE).unwrap(), file.as_bytes());
}

#[test]
fn a_text_over_its_limit_is_warned_of_and_kept_whole() {
    let long = "é".repeat(limits::LONG_TEXT + 1);
    let file = FILE.clone().replace("Six personnes.", &long);
    let opened = storage::parse(file.as_bytes(), &CATALOGUE).unwrap();
    let part = Part::Target(Target::FieldText("equipe".into()));
    let name = Some(CATALOGUE.field("equipe").unwrap().words.as_str().into());
    let (length, limit) = (limits::LONG_TEXT + 1, limits::LONG_TEXT);
    assert_eq!(opened.warnings, [Warning::TextTooLong { part, name, length, limit }]);
    assert_eq!(&*opened.design.field("equipe").unwrap().text, long);
    assert_eq!(storage::to_bytes(&opened.design, &CATALOGUE).unwrap(), file.as_bytes());
}

#[test]
fn a_line_of_people_without_words_is_neither_written_nor_read() {
    let mut design = samples::design(&CATALOGUE);
    let before = storage::to_bytes(&design, &CATALOGUE).unwrap();
    let lines = "Une personne\n\nUne autre\n \n";
    let target = Target::WorkshopPeople(design.workshops[0].key);
    Edit::Write(target, lines.into()).apply(&mut design).unwrap();
    assert_eq!(design.workshops[0].people.len(), 5);
    assert_eq!(storage::to_bytes(&design, &CATALOGUE).unwrap(), before);
    let by_hand = FILE.clone().replace("\"Une autre\",", "\"\", \"Une autre\", \" \",");
    let opened = storage::parse(by_hand.as_bytes(), &CATALOGUE).unwrap();
    assert_eq!(opened.design, samples_of(&opened.design));
}

/// The sample, under the ids of another design.
fn samples_of(other: &Design) -> Design {
    let mut design = samples::design(&CATALOGUE);
    design.id = other.id;
    design.free_fields[0].id = other.free_fields[0].id;
    design
}

#[test]
fn a_text_around_the_sheet_that_is_too_long_is_named() {
    let long = "é".repeat(limits::SHORT_TEXT + 1);
    for (text, says) in [
        ("Salle des pas perdus", "le lieu de l’atelier 1"),
        ("Une animatrice", "le nom de qui anime l’atelier 1"),
        ("Une autre", "une ligne des présents à l’atelier 1"),
        ("Écrire la charte", "le texte de la prochaine étape 1"),
        ("L’équipe", "le nom du responsable de la prochaine étape 1"),
        ("avant l’été", "l’échéance de la prochaine étape 1"),
    ] {
        let file = FILE.clone().replace(&[text, "\""].concat(), &[&long, "\""].concat());
        let opened = storage::parse(file.as_bytes(), &CATALOGUE).unwrap();
        let [warning] = &opened.warnings[..] else { panic!("{text}: {:?}", opened.warnings) };
        let said = errors::warning(warning);
        assert!(said.starts_with(says) && said.contains("501 caractères"), "{said}");
    }
}

#[test]
fn a_list_over_its_limit_is_warned_of_and_kept_whole() {
    let mut design = samples::design(&CATALOGUE);
    design.free_fields = (0..=limits::FREE_FIELDS).map(|_| FreeField::new()).collect();
    let bytes = storage::to_bytes(&design, &CATALOGUE).unwrap();
    let opened = storage::parse(&bytes, &CATALOGUE).unwrap();
    let (length, limit) = (limits::FREE_FIELDS + 1, limits::FREE_FIELDS);
    let (part, name) = (Part::FreeFields, None);
    assert_eq!(opened.warnings, [Warning::ListTooLong { part, name, length, limit }]);
    assert_eq!(opened.design, design);
}

/// Every text of the sheet at its limit, filled with `c`, and as many next steps as can be.
fn fullest(c: char) -> Design {
    let long = || Text::from(c.to_string().repeat(limits::LONG_TEXT));
    let short = || Text::from(c.to_string().repeat(limits::SHORT_TEXT));
    let mut design = samples::design(&CATALOGUE);
    design.name = short();
    design.criteria.iter_mut().for_each(|answer| answer.text = long());
    for answer in &mut design.axes {
        answer.note = long();
        answer.disagreement.get_or_insert_default().text = long();
    }
    for answer in &mut design.points {
        (answer.note, answer.owner, answer.deadline) = (long(), short(), short());
    }
    design.orientation.text = long();
    design.fields.iter_mut().for_each(|answer| answer.text = long());
    let free = || FreeField { title: short(), text: long(), ..FreeField::new() };
    design.free_fields = (0..limits::FREE_FIELDS).map(|_| free()).collect();
    let next = || NextStep { what: short(), who: short(), when: short(), ..NextStep::new() };
    design.next_steps = (0..limits::LIST).map(|_| next()).collect();
    design
}

#[test]
fn a_sheet_with_every_text_at_its_limit_fits_whatever_its_characters() {
    // A quote and a control character are escaped, the last one is among the longest as it is; every character is
    // measured in `literal.rs`.
    for c in ['"', '\u{1}', '\u{1F600}'] {
        let design = fullest(c);
        let bytes = storage::to_bytes(&design, &CATALOGUE).unwrap();
        assert!(bytes.len() as u64 <= MAX_BYTES, "{c:?}: {} bytes", bytes.len());
        let opened = storage::parse(&bytes, &CATALOGUE).unwrap();
        assert_eq!(opened.design, design);
        assert!(opened.warnings.is_empty());
    }
}

#[test]
fn a_design_that_could_not_be_opened_again_is_not_saved() {
    let mut design = fullest('\u{1F600}');
    let short = || Text::from("\u{1F600}".repeat(limits::SHORT_TEXT));
    let people = || (0..limits::LIST).map(|_| short()).collect();
    let workshop = || Workshop { people: people(), ..Workshop::default() };
    design.workshops = (0..limits::LIST).map(|_| workshop()).collect();
    match storage::to_bytes(&design, &CATALOGUE) {
        Err(WriteError::TooLarge { size }) => assert!(size > MAX_BYTES),
        other => panic!("{:?}", other.map(|bytes| bytes.len())),
    }
    let mut twice = samples::design(&CATALOGUE);
    twice.free_fields.push(twice.free_fields[0].clone());
    let error = storage::to_bytes(&twice, &CATALOGUE).unwrap_err();
    assert!(matches!(error, WriteError::Unreadable(_)), "{error:?}");
    let mut broken = samples::design(&CATALOGUE);
    broken.extensions.push(("votes".into(), "(((".into()));
    let error = storage::to_bytes(&broken, &CATALOGUE).unwrap_err();
    assert!(matches!(error, WriteError::Unwritable(_)), "{error:?}");
}

const DAY: Date = date(2026, 11, 24);

#[test]
fn the_suggested_name_sorts_by_date_and_every_system_takes_it() {
    for (name, expected) in [
        ("Le labo des possibles", "2026-11-24_le-labo-des-possibles.ron"),
        ("  L’Atelier d’été\u{a0}: « Œuvrer » ! ", "2026-11-24_l-atelier-d-ete-oeuvrer.ron"),
        ("", "2026-11-24_labo-sans-nom.ron"),
        (" …\n/\\:*?\"<>|. ", "2026-11-24_labo-sans-nom.ron"),
        ("CON", "2026-11-24_con.ron"),
        ("../../etc/passwd", "2026-11-24_etc-passwd.ron"),
    ] {
        assert_eq!(storage::suggested_name(name, DAY), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_suggested_name_is_ascii_and_no_longer_than_80(name in any::<String>(), times in 1..20usize) {
        let file = storage::suggested_name(&name.repeat(times), DAY);
        prop_assert!(file.len() <= 80 && file.starts_with("2026-11-24_") && file.ends_with(".ron"));
        let stem = &file[11..file.len() - 4];
        prop_assert!(!stem.is_empty());
        prop_assert!(stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
    }
}

#[test]
fn a_file_whose_letters_and_marks_were_parted_is_the_same_file() {
    use unicode_normalization::UnicodeNormalization;
    let whole = crate::samples::FILE.clone();
    let parted: String = whole.nfd().collect();
    assert_ne!(parted, *whole);
    let read = |file: &str| storage::parse(file.as_bytes(), &CATALOGUE).unwrap();
    assert_eq!(read(&parted), read(&whole));
}
