//! Each bad input, refused by name, in place, and in French.

use std::fs;
use std::path::Path;

use dessiner_un_labo::storage::{self, Expected, MAX_BYTES, Opened, Problem, ReadError};
use dessiner_un_labo::text::errors;

use crate::samples::{CATALOGUE, FILE};

fn parse(file: impl AsRef<[u8]>) -> Result<Opened, ReadError> {
    storage::parse(file.as_ref(), &CATALOGUE)
}

fn error(file: impl AsRef<[u8]>) -> ReadError {
    parse(file).expect_err("this file should be refused")
}

/// What is said of the sample file in which `from` was replaced by `to`.
fn said(from: &str, to: &str) -> String {
    let file = FILE.clone();
    assert!(file.contains(from), "{from}");
    errors::read_reason(&error(file.replacen(from, to, 1)))
}

#[test]
fn what_is_not_ron_is_refused_where_it_stops_making_sense() {
    for (file, at, expected) in [
        ("Bonjour,\nvoici notre labo.", (1, 8), Expected::Group),
        ("{\"nom\": \"labo\"}", (1, 1), Expected::Group),
        ("<xml/>", (1, 1), Expected::Group),
        ("(\n  version: (1, 0)\n  id: \"\"\n)", (3, 3), Expected::Comma),
        ("(\n  version (1, 0),\n)", (2, 11), Expected::Colon),
    ] {
        match error(file) {
            ReadError::Invalid { at: found, problem: Problem::Expected(what) } => {
                assert_eq!(((found.line, found.column), what), (at, expected), "{file}");
            }
            other => panic!("{file}: {other:?}"),
        }
    }
}

#[test]
fn a_wrong_type_is_refused_with_its_place_and_what_was_expected() {
    for (from, to, sentence) in [
        (
            "nom: \"Le labo d’essai\"",
            "nom: 3",
            "ligne 10, colonne 10, il fallait un texte entre guillemets droits",
        ),
        (
            "coché: true",
            "coché: oui",
            "ligne 26, colonne 20, il fallait «\u{a0}true\u{a0}» (oui) ou «\u{a0}false\u{a0}» (non)",
        ),
        ("cran: None", "cran: 2", "il fallait «\u{a0}None\u{a0}» (rien) ou «\u{a0}Some(…)\u{a0}»"),
        ("cran: Some(2)", "cran: Some(\"2\")", "il fallait un nombre entier"),
        ("cran: Some(2)", "cran: Some(2.5)", "il fallait une parenthèse fermante «\u{a0})\u{a0}»"),
        ("axes: [", "axes: (", "il fallait une liste, ouverte par un crochet «\u{a0}[\u{a0}»"),
        ("extensions: {}", "extensions: []", "il fallait une accolade ouvrante «\u{a0}{\u{a0}»"),
        ("(\"Pilote\", \"Support\")", "(\"Pilote\")", "il fallait deux valeurs entre parenthèses"),
        (
            "(\"Pilote\", \"Support\")",
            "(\"Pilote\", \"Support\", \"Autre\")",
            "il fallait une parenthèse fermante «\u{a0})\u{a0}»",
        ),
        (
            "état: à_discuter",
            "état: fini",
            "«\u{a0}fini\u{a0}» n’est pas attendu ici (attendus\u{a0}: à_discuter, en_discussion, traité)",
        ),
        ("état: à_discuter", "état: \"traité\"", "il fallait un nom"),
        (
            "version: (1, 0)",
            "version: \"1.0\"",
            "ligne 3, colonne 14, il fallait une parenthèse ouvrante «\u{a0}(\u{a0}»",
        ),
        (
            "version: (1, 0)",
            "version: (99999999999999999999, 0)",
            "ligne 3, colonne 15, ce nombre n’est pas un nombre entier de taille raisonnable",
        ),
        ("version: (1, 0)", "version: (-1, 0)", "ce nombre"),
        ("Some(\"2026-11-24\")", "Some(\"2026-02-30\")", "une date s’écrit \"2026-11-24\""),
        ("Some(\"2026-11-24\")", "Some(\"24/11/2026\")", "une date s’écrit \"2026-11-24\""),
        ("Some(\"2026-11-24\")", "Some(\"2026-1é-24\")", "une date s’écrit \"2026-11-24\""),
        ("parent: None", "parent: Some(\"papa\")", "un identifiant s’écrit comme"),
    ] {
        let said = said(from, to);
        assert!(said.contains(sentence), "{to}: {said}");
    }
}

#[test]
fn a_step_out_of_range_is_refused() {
    for step in ["4", "-4", "255", "-9223372036854775808"] {
        let said = said("cran: Some(2)", &format!("cran: Some({step})"));
        assert!(said.ends_with("un cran est un nombre entier de −3 à 3"), "{step}: {said}");
        // The parser has read the minus sign apart.
        assert!(said.contains("ligne 53, colonne 2"), "{said}");
    }
    let said = said("cran: Some(2)", "cran: Some(99999999999999999999)");
    assert!(said.ends_with("ce nombre n’est pas un nombre entier de taille raisonnable"), "{said}");
}

#[test]
fn a_duplicate_key_is_refused_in_a_group_in_a_map_and_among_ids() {
    let said_of = |from: &str, to: &str| said(from, to);
    let name = said_of("nom: \"Le labo d’essai\",", "nom: \"Un\", nom: \"Deux\",");
    assert_eq!(name, "ligne 10, colonne 16, «\u{a0}nom\u{a0}» est là deux fois");
    let extension = said_of("extensions: {}", "extensions: {\"a\": 1, \"b\": 2, \"a\": 3}");
    assert!(extension.ends_with("un même nom est là deux fois"), "{extension}");
    for (from, to) in [
        ("\"expert-transversal\"", "\"pilote-support\""),
        ("id: \"projets\"", "id: \"moyens\""),
        ("id: \"grands-defis\"", "id: \"prospectif\""),
        ("id: \"portage\"", "id: \"g-o\""),
        ("id: \"creation\"", "id: \"equipe\""),
    ] {
        let said = said_of(from, to);
        assert!(said.contains("deux réponses portent le même identifiant, «\u{a0}"), "{said}");
    }
    let place = "(axe: \"pilote-support\", pôles: (\"\", \"\"), cran: 1),";
    let said = said_of("places: []", &format!("places: [{place} {place}]"));
    assert!(said.contains("le même identifiant, «\u{a0}pilote-support\u{a0}»"), "{said}");
    let field = "(id: \"67e55044-10b1-426f-9247-bb680e5fe0c8\", titre: \"\", texte: \"\"),";
    let said = said_of("rubriques_libres: [", &format!("rubriques_libres: [{field}{field}"));
    assert!(said.contains("le même identifiant, «\u{a0}67e55044-"), "{said}");
}

#[test]
fn a_key_that_is_missing_or_unknown_is_named() {
    let missing = said("            note: \"\",\n", "");
    assert!(
        missing.ends_with("il manque «\u{a0}note\u{a0}» dans ce qui s’arrête ici"),
        "{missing}"
    );
    let unknown = said("responsable: ", "responsables: ");
    assert!(
        unknown.contains("le nom «\u{a0}responsables\u{a0}» n’est pas attendu ici"),
        "{unknown}"
    );
    for (from, to) in [("pôles", "poles"), ("nom:", "Nom:")] {
        let word = from.trim_end_matches(':');
        let said = said(from, to);
        assert!(
            said.ends_with(&format!("doit s’écrire exactement «\u{a0}{word}\u{a0}»")),
            "{said}"
        );
    }
    let state = said("état: à_discuter", "état: a_discuter");
    assert!(state.ends_with("doit s’écrire exactement «\u{a0}à_discuter\u{a0}»"), "{state}");
    let unversioned = said("    version: (1, 0),\n", "");
    assert!(unversioned.contains("il manque «\u{a0}version\u{a0}»"), "{unversioned}");
}

#[test]
fn a_newer_major_is_refused_and_left_alone_even_if_nothing_else_makes_sense() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demain.ron");
    for rest in ["", ", carte: @@@ 12", ", nom: 3)", ", version: (1, 0))"] {
        let file = format!("(version: (2, 3){rest}");
        fs::write(&path, &file).unwrap();
        let error = storage::read(&path, &CATALOGUE).unwrap_err();
        assert!(matches!(error, ReadError::NewerVersion { major: 2, minor: 3 }), "{error:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), file);
    }
    let moved = said("(\n    version: (1, 0),", "(\n    couleur: (a: [1]), version: (2, 0),");
    assert!(moved.contains("une version plus récente du programme (format 2.0)"), "{moved}");
    let never = said("version: (1, 0)", "version: (0, 9)");
    assert_eq!(never, "la version 0.9 du format n’existe pas");
}

#[test]
fn an_empty_file_is_named_as_such() {
    for file in ["", " ", "\n\n\t\r\n", "\u{feff}"] {
        assert!(matches!(error(file), ReadError::Empty), "{file:?}");
    }
    let comment = errors::read_reason(&error("// rien d’autre"));
    assert!(comment.contains("il fallait une parenthèse ouvrante"), "{comment}");
}

#[test]
fn two_hundred_megabytes_are_refused_without_being_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("film.ron");
    fs::File::create(&path).unwrap().set_len(200_000_000).unwrap();
    let error = storage::read(&path, &CATALOGUE).unwrap_err();
    assert!(matches!(error, ReadError::TooLarge { size: 200_000_000 }), "{error:?}");
    let message = errors::read(&path, &error);
    assert!(message.what.contains("il dépasse 8\u{a0}Mo"), "{}", message.what);
}

#[test]
fn a_file_just_under_the_bound_opens_and_one_byte_over_is_refused() {
    let file = FILE.clone();
    let filled = |size: u64| {
        let blanks = usize::try_from(size).unwrap() - file.len();
        file.clone() + &" ".repeat(blanks)
    };
    parse(filled(MAX_BYTES)).unwrap();
    assert!(matches!(error(filled(MAX_BYTES + 1)), ReadError::TooLarge { .. }));
}

#[test]
fn a_folder_and_a_missing_file_are_named_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let read = |path: &Path| storage::read(path, &CATALOGUE).unwrap_err();
    assert!(matches!(read(folder.path()), ReadError::Folder));
    assert!(matches!(read(&folder.path().join("absent.ron")), ReadError::NotFound));
    let file = folder.path().join("fichier");
    fs::write(&file, "").unwrap();
    assert!(matches!(read(&file.join("dessous.ron")), ReadError::NotFound));
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_device_are_refused_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("tuyau.ron");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    for path in [&*pipe, Path::new("/dev/zero"), Path::new("/dev/tty")] {
        let error = storage::read(path, &CATALOGUE).unwrap_err();
        assert!(matches!(error, ReadError::NotAFile), "{error:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_without_read_permission_is_refused_as_such() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.ron");
    fs::write(&path, FILE.clone()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    match storage::read(&path, &CATALOGUE) {
        Err(error) => assert!(matches!(error, ReadError::NoPermission), "{error:?}"),
        // An administrator reads everything: then the answer of the system is what is tested.
        Ok(_) => assert!(fs::File::open(&path).is_ok()),
    }
    let refused = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    let said = errors::read_reason(&ReadError::from(refused));
    assert_eq!(said, "vous n’avez pas le droit de le lire");
}

#[test]
fn a_binary_file_and_other_encodings_are_named_as_such() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert!(matches!(error(png), ReadError::Binary));
    let file = FILE.clone();
    let latin: Vec<u8> = file.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    match error(latin) {
        ReadError::NotUtf8 { at } => {
            let before = file.split('é').next().unwrap();
            assert_eq!((at.line, at.column), (1, before.chars().count() + 1));
        }
        other => panic!("{other:?}"),
    }
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(file.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(matches!(error(wide), ReadError::Utf16));
    assert!(matches!(error(file.replace("labo", "la\0bo")), ReadError::Binary));
}

#[test]
fn a_hundred_thousand_brackets_do_no_harm_wherever_they_are() {
    let file = FILE.clone();
    for (open, close) in
        [("[", "]"), ("(", ")"), ("{", "}"), ("Some(", ")"), ("a(", ")"), ("{1:", "}")]
    {
        let nested = open.repeat(100_000) + &close.repeat(100_000);
        error(&nested);
        error(open.repeat(100_000));
        for part in ["axes: [", "nom: \"Le labo d’essai\"", "parent: None"] {
            let key = part.split_once(' ').unwrap().0;
            error(file.replacen(part, &format!("{key} {nested}"), 1));
        }
        let extension = format!("extensions: {{\"x\": {nested}}}");
        let error = error(file.replacen("extensions: {}", &extension, 1));
        assert!(matches!(error, ReadError::Invalid { problem: Problem::TooDeep, .. }), "{error:?}");
        let before = format!("(\n    x: {nested},\n    version");
        parse(file.replacen("(\n    version", &before, 1)).unwrap_err();
    }
    error("/*".repeat(100_000));
    error("(".repeat(7_000_000));
    error(format!("(version: (1, {}0", "0".repeat(7_000_000)));
    error(format!("({}: 1)", "é".repeat(3_000_000)));
}

#[test]
fn the_extensions_of_ron_are_not_those_of_the_format() {
    let file = FILE.clone();
    for attribute in ["enable(implicit_some)", "enable(unwrap_variant_newtypes)", "enable(demain)"]
    {
        let error = error(format!("#![{attribute}]\n{file}"));
        assert!(
            matches!(error, ReadError::Invalid { problem: Problem::Attribute, .. }),
            "{error:?}"
        );
    }
}

#[test]
fn a_file_cut_short_is_refused_at_every_length() {
    let file = FILE.clone();
    let end = file.trim_end().len();
    for length in (0..end).filter(|at| file.is_char_boundary(*at)).step_by(17) {
        match storage::parse(&file.as_bytes()[..length], &CATALOGUE) {
            Err(ReadError::Invalid { problem, .. }) => assert!(
                // A word cut in two is not one that nobody knows.
                !matches!(problem, Problem::UnknownKey { .. } | Problem::UnknownWord { .. }),
                "{length}: {problem:?}"
            ),
            Err(ReadError::Empty) => assert_eq!(length, 0),
            other => panic!("{length}: {other:?}"),
        }
    }
}

#[test]
fn what_follows_the_end_an_open_text_and_a_reserved_name_are_refused() {
    let file = FILE.clone();
    let after = errors::read_reason(&error(file + "suite"));
    assert!(after.ends_with("colonne 1, du texte suit la fin du labo"), "{after}");
    let reserved = said("extensions: {}", "extensions: {\"version\": (1, 2)}");
    assert!(reserved.ends_with("aucune extension ne peut s’appeler «\u{a0}version\u{a0}»"));
    let open = said("quand: \"avant l’été\"", "quand: \"avant l’été");
    assert!(open.ends_with("un texte commence sans se refermer par un guillemet droit"), "{open}");
    let escape = said("Six personnes.", "C:\\dossier");
    assert!(escape.contains("une barre oblique inverse"), "{escape}");
}

#[test]
fn a_message_says_what_happened_what_is_safe_and_what_to_do() {
    let path = Path::new("/media/clé/labo.ron");
    let message = errors::read(path, &ReadError::NewerVersion { major: 2, minor: 0 });
    assert_eq!(
        message.what,
        "Le fichier «\u{a0}labo.ron\u{a0}» n’a pas pu être ouvert\u{a0}: il vient d’une version \
         plus récente du programme (format 2.0)."
    );
    assert_eq!(
        message.safe,
        "Le fichier n’a pas été modifié, et le labo déjà ouvert reste tel quel."
    );
    assert!(message.next.starts_with("Ouvrez-le avec cette version plus récente"));
}

#[test]
fn any_attribute_is_refused_where_it_stands_and_a_comment_about_one_is_not() {
    for attribute in
        ["#![type = \"labo\"]", "#![schema = \"x\"]", "#![enable()]", "#![enable(implicit_some)]"]
    {
        for before in ["", "// un /* commentaire\n", "/* un /* dans */ un\n */ "] {
            let file = [before, attribute, &FILE].concat();
            match error(&file) {
                ReadError::Invalid { at, problem: Problem::Attribute } => {
                    assert_eq!(at.line, 1 + before.matches('\n').count(), "{file}");
                }
                other => panic!("{before}{attribute}: {other:?}"),
            }
        }
    }
    parse(["// #![type = \"x\"]\n/* #![enable()] */", &FILE].concat()).unwrap();
}

#[test]
fn five_keys_that_may_be_absent_are_read_as_nothing() {
    let file = FILE.clone();
    let without = |key: &str| {
        let line = |line: &&str| !line.trim_start().starts_with(key);
        file.lines().filter(line).collect::<Vec<_>>().join("\n")
    };
    for key in ["parent: None", "date: Some", "cran: None", "désaccord: None"] {
        let shorter = without(key);
        assert!(shorter.len() < file.len(), "{key}");
        parse(shorter).unwrap();
    }
    let kind = "type: Some((\n            id: \"capacitant\",\n            mots: \"capacitant\",\n        )),";
    assert!(file.contains(kind));
    assert_eq!(parse(file.replace(kind, "")).unwrap().design.orientation.kind, None);
}

/// The sample file in which `from` was replaced by `to`.
fn with(from: &str, to: &str) -> String {
    assert!(FILE.contains(from), "{from}");
    FILE.replacen(from, to, 1)
}

#[test]
fn past_the_hard_bounds_a_file_is_refused_and_at_them_it_is_opened_and_saved() {
    let text = |length: usize| "é".repeat(length);
    let field = |at: usize| {
        format!("(id: \"00000000-0000-4000-8000-{at:012}\", titre: \"\", texte: \"x\"),")
    };
    let free = |count: usize| {
        let fields: String = (0..count).map(field).collect();
        with("rubriques_libres: [", &format!("rubriques_libres: [{fields}"))
    };
    let step = "(quoi: \"x\", qui: \"\", quand: \"\"),";
    let answer = |at: usize| format!("(id: \"{at}\", critère: \"\", coché: false, texte: \"\"),");
    let answers = |count: usize| (0..count).map(answer).collect::<String>();
    let name = "\"Le labo d’essai\"";
    for (held, over, said) in [
        (
            with(name, &format!("\"{}\"", text(5_000))),
            with(name, &format!("\"{}\"", text(5_001))),
            "le nom du labo compte 5\u{a0}001 caractères, et 5\u{a0}000 est le plus",
        ),
        (
            with("\"Six personnes.\"", &format!("\"{}\"", text(200_000))),
            with("\"Six personnes.\"", &format!("\"{}\"", text(200_001))),
            "compte 200\u{a0}001 caractères, et 200\u{a0}000 est le plus",
        ),
        (
            with("\"Une personne\",", &format!("\"{}\",", text(5_000))),
            with("\"Une personne\",", &format!("\"{}\",", text(5_001))),
            "une ligne des présents à l’atelier 1 compte",
        ),
        // One field is there already.
        (free(399), free(400), "la liste des rubriques libres compte 401 lignes, et 400 est"),
        (
            with("prochaines_étapes: [", &format!("prochaines_étapes: [{}", step.repeat(999))),
            with("prochaines_étapes: [", &format!("prochaines_étapes: [{}", step.repeat(1_000))),
            "la liste des prochaines étapes compte 1\u{a0}001 lignes",
        ),
        (
            with("\"Une personne\",", &"\"x\",".repeat(999)),
            with("\"Une personne\",", &"\"x\",".repeat(1_000)),
            "la liste des présents à l’atelier 1 compte 1\u{a0}001 lignes",
        ),
        // Three are known to the method.
        (
            with("critères: [", &format!("critères: [{}", answers(997))),
            with("critères: [", &format!("critères: [{}", answers(998))),
            "la liste des critères compte 1\u{a0}001 lignes",
        ),
        (
            with("extensions: {}", &format!("extensions: {{\"{}\": 1}}", text(5_000))),
            with("extensions: {}", &format!("extensions: {{\"{}\": 1}}", text(5_001))),
            "une extension compte 5\u{a0}001 caractères",
        ),
    ] {
        let opened = parse(&held).unwrap_or_else(|error| panic!("{said}: {error:?}"));
        storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
        let refused = errors::read_reason(&error(&over));
        assert!(refused.contains(said), "{refused}");
        let message = errors::read(Path::new("labo.ron"), &error(&over));
        assert!(message.next.starts_with("Raccourcissez-le"), "{message:?}");
    }
}

#[test]
fn two_million_characters_in_all_are_opened_and_not_one_more() {
    let texts = |count: usize| {
        let field = |at: usize, length: usize| {
            let text = "x".repeat(length);
            format!("(id: \"00000000-0000-4000-8000-{at:012}\", titre: \"\", texte: \"{text}\"),")
        };
        let whole: String = (0..count / 200_000).map(|at| field(at, 200_000)).collect();
        let rest = field(999, count % 200_000);
        with("rubriques_libres: [", &format!("rubriques_libres: [{whole}{rest}"))
    };
    let before = storage::length(&parse(texts(0)).unwrap().design);
    let opened = parse(texts(2_000_000 - before)).unwrap();
    storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
    let said = errors::read_reason(&error(texts(2_000_001 - before)));
    let wanted =
        "tous ses textes font 2\u{a0}000\u{a0}001 caractères, et 2\u{a0}000\u{a0}000 est le plus";
    assert!(said.contains(wanted), "{said}");
}

#[test]
fn what_would_be_too_large_once_written_is_refused_when_it_is_read() {
    // A hundred lists of people, that take six times their room once each is on its line.
    let people = ["\"x\",".repeat(1_000), "\"x\",".repeat(1_000)].concat();
    let workshop =
        |people: &str| format!("(date: None, lieu: \"\", animation: \"\", présents: [{people}]),");
    let one = workshop(&people[..4_000]);
    let many = |count: usize| with("ateliers: [", &format!("ateliers: [{}", one.repeat(count)));
    let file = many(500);
    assert!((file.len() as u64) < MAX_BYTES);
    let refused = error(&file);
    assert!(matches!(refused, ReadError::TooLargeOnceWritten { .. }), "{refused:?}");
    let said = errors::read_reason(&refused);
    assert!(said.contains("une fois mis en forme") && said.contains("8\u{a0}Mo"), "{said}");
    let opened = parse(many(100)).unwrap();
    storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
    // The poles of an axis that the method does not know are written again beside each of its steps.
    let poles = format!("(\"{0}\", \"{0}\")", "é".repeat(4_000));
    let axis =
        format!("axes: [(id: \"z\", pôles: {poles}, cran: None, note: \"\", désaccord: None),");
    let lab = |at: usize| {
        format!(
            "(id: \"l{at}\", labo: \"\", places: [(axe: \"z\", pôles: (\"\", \"\"), cran: 1)]),"
        )
    };
    let labs: String = (0..900).map(lab).collect();
    let file = with("axes: [", &axis).replacen("six_labos: [", &format!("six_labos: [{labs}"), 1);
    assert!(matches!(error(&file), ReadError::PastBound { .. }));
}

/// The first list that is too long is found before anything is looked for in another: a hundred thousand answers times as many placings
/// would keep a computer busy for minutes.
#[test]
fn lists_that_are_far_too_long_are_refused_before_their_texts_are_read() {
    let axis = |at: usize| format!("(id:\"a{at:05}\",pôles:(\"\",\"\"),note:\"\"),");
    let step = |at: usize| format!("(axe:\"a{at:05}\",pôles:(\"\",\"\"),cran:1),");
    let axes: String = (0..90_000).map(axis).collect();
    let steps: String = (0..90_000).rev().map(step).collect();
    let lab = format!("six_labos: [(id: \"z\", labo: \"\", places: [{steps}]),");
    // A text past its bound comes before both in the file.
    let long = format!("\"{}\"", "é".repeat(5_001));
    let file = with("\"Le labo d’essai\"", &long);
    let file = file.replacen("axes: [", &format!("axes: [{axes}"), 1);
    let file = file.replacen("six_labos: [", &lab, 1);
    assert!((file.len() as u64) < MAX_BYTES);
    let refused = error(&file);
    let limit = 1_000;
    assert!(
        matches!(refused, ReadError::ListPastBound { limit: found, .. } if found == limit),
        "{refused:?}"
    );
    let said = errors::read_reason(&refused);
    assert!(said.starts_with("la liste des axes compte 90\u{a0}005 lignes"), "{said}");
}
