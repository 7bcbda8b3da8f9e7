//! Files spoilt at random: no panic, and what is read can be written and read again.

use dessiner_un_labo::storage;
use dessiner_un_labo::text::errors;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::samples::{CATALOGUE, FILE};
use crate::strategies;

/// One way to spoil a file.
#[derive(Clone, Debug)]
enum Spoil {
    Flip(Index, u8),
    Cut(Index),
    /// Takes a part away.
    Remove(Index, usize),
    /// Puts a part of the file at another place of it.
    Copy(Index, usize, Index),
    Insert(Index, Vec<u8>),
}

fn spoil() -> impl Strategy<Value = Spoil> {
    let token = proptest::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "\\",
        ",",
        ":",
        "//",
        "/*",
        "*/",
        "#",
        "r#\"",
        "None",
        "Some(",
        "true",
        "-4",
        "9999999999999999999999",
        "1e400",
        "NaN",
        "\r\n",
        "\u{feff}",
        "\0",
        "version: (1, 9),",
        "\"x\": [(1)],",
        "é",
        "'",
        "b'",
        "..",
        "\u{202e}",
        "\\u{d800}",
    ]);
    prop_oneof![
        1 => (any::<Index>(), any::<u8>()).prop_map(|(at, bits)| Spoil::Flip(at, bits)),
        1 => any::<Index>().prop_map(Spoil::Cut),
        1 => (any::<Index>(), 0..60usize).prop_map(|(at, length)| Spoil::Remove(at, length)),
        1 => (any::<Index>(), 0..200usize, any::<Index>())
            .prop_map(|(from, length, to)| Spoil::Copy(from, length, to)),
        1 => (any::<Index>(), vec(any::<u8>(), 0..4)).prop_map(|(at, bytes)| Spoil::Insert(at, bytes)),
        4 => (any::<Index>(), token)
            .prop_map(|(at, token)| Spoil::Insert(at, token.as_bytes().to_vec())),
    ]
}

fn spoilt(mut file: Vec<u8>, spoils: &[Spoil]) -> Vec<u8> {
    for spoil in spoils {
        let length = file.len() + 1;
        match spoil {
            Spoil::Flip(at, bits) => {
                if let Some(byte) = file.get_mut(at.index(length)) {
                    *byte ^= bits;
                }
            }
            Spoil::Cut(at) => file.truncate(at.index(length)),
            Spoil::Remove(at, size) => {
                let from = at.index(length);
                file.drain(from..(from + size).min(length - 1));
            }
            Spoil::Copy(from, size, to) => {
                let from = from.index(length);
                let part = file[from..(from + size).min(length - 1)].to_vec();
                let to = to.index(length);
                file.splice(to..to, part);
            }
            Spoil::Insert(at, bytes) => {
                let at = at.index(length);
                file.splice(at..at, bytes.iter().copied());
            }
        }
    }
    file
}

/// Whatever was read can be written, and is then read the same.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    match storage::parse(bytes, &CATALOGUE) {
        Err(error) => prop_assert!(!errors::read_reason(&error).is_empty()),
        Ok(opened) => {
            for warning in &opened.warnings {
                prop_assert!(!errors::warning(warning).contains('\n'));
            }
            let written = storage::to_bytes(&opened.design, &CATALOGUE).unwrap();
            let again = storage::parse(&written, &CATALOGUE).unwrap();
            prop_assert_eq!(&again.design, &opened.design);
            prop_assert_eq!(storage::to_bytes(&again.design, &CATALOGUE).unwrap(), written);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_file_spoilt_at_random_is_read_or_refused(spoils in vec(spoil(), 1..4)) {
        check(&spoilt(FILE.clone().into_bytes(), &spoils))?;
    }

    #[test]
    fn what_surrounds_and_fills_an_extension_is_read_or_refused(spoils in vec(spoil(), 1..5)) {
        let extension = b"[(\xc3\xa9t\xc3\xa9: Some(\"x\"), /* c */ n: -1.5), {1: 'a'}] // fin\n".to_vec();
        let extension = String::from_utf8_lossy(&spoilt(extension, &spoils)).into_owned();
        let file = FILE.clone();
        let file = file.replace("extensions: {}", &format!("extensions: {{\"x\": {extension}\n}}"));
        check(file.as_bytes())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_design_spoilt_at_random_is_read_or_refused(
        design in strategies::design(),
        spoils in vec(spoil(), 1..3),
    ) {
        check(&spoilt(storage::to_bytes(&design, &CATALOGUE).unwrap(), &spoils))?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        check(&bytes)?;
    }
}
