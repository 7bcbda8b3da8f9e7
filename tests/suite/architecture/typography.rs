//! French typography, as far as a test can read it: the apostrophe, the no-break spaces, the ellipsis.

use super::looks::{PLACEHOLDER, without_placeholders};

const NO_BREAK: char = '\u{a0}';

/// What is wrong with a French text. `{…}` in a format string stands for a word.
pub fn faults(text: &str) -> Vec<&'static str> {
    faults_in(text)
}

/// The same, for a format string of a source.
pub fn faults_of_format(literal: &str) -> Vec<&'static str> {
    faults_in(&without_placeholders(literal))
}

fn faults_in(text: &str) -> Vec<&'static str> {
    let mut faults: Vec<_> = text.lines().flat_map(faults_in_line).collect();
    faults.dedup();
    faults
}

fn faults_in_line(text: &str) -> Vec<&'static str> {
    // A line that starts with spaces is laid out in columns: the help of a command.
    let in_columns = text.starts_with("  ");
    let letters: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| letters.get(index)).copied();
    let is_word =
        |letter: Option<char>| letter.is_some_and(|it| it.is_alphanumeric() || it == PLACEHOLDER);
    let is_number =
        |letter: Option<char>| letter.is_some_and(|it| it.is_ascii_digit() || it == PLACEHOLDER);
    let mut faults = Vec::new();
    for (index, letter) in letters.iter().copied().enumerate() {
        let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
        match letter {
            '\'' if is_word(before) && is_word(after) => faults.push("' for ’"),
            ':' if after == Some('/') && at(Some(index + 2)) == Some('/') => {}
            ':' if is_number(before) && is_number(after) => faults.push("14:32 for 14 h 32"),
            // `%Y` is a date's format.
            '%' if after.is_some_and(|it| it.is_ascii_alphabetic() || it == '-') => {}
            // « ?! »; `#!`, which begins a script.
            '!' | '?' if matches!(before, Some('!' | '?' | '#')) => {}
            ':' | ';' | '!' | '?' | '%' if letters.len() > 1 && before != Some(NO_BREAK) => {
                faults.push("no no-break space before : ; ! ? %");
            }
            '«' if after != Some(NO_BREAK) => faults.push("no no-break space after «"),
            '»' if before != Some(NO_BREAK) => faults.push("no no-break space before »"),
            '\u{202f}' => faults.push("U+202F, which the face lacks"),
            ' ' | NO_BREAK if !in_columns && matches!(after, Some(' ' | NO_BREAK)) => {
                faults.push("two spaces")
            }
            '.' if after == Some('.') => faults.push("... for …"),
            _ => {}
        }
    }
    faults
}

/// Every string of a RON text, keys included.
pub fn strings(value: &ron::Value) -> Vec<String> {
    match value {
        ron::Value::String(text) => vec![text.clone()],
        ron::Value::Seq(values) => values.iter().flat_map(strings).collect(),
        ron::Value::Map(map) => {
            map.iter().flat_map(|(key, value)| [strings(key), strings(value)].concat()).collect()
        }
        ron::Value::Option(Some(value)) => strings(value),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_is_found() {
        for (text, fault) in [
            ("l'axe", "' for ’"),
            ("Vrai ?", "no no-break space before : ; ! ? %"),
            ("Vrai?", "no no-break space before : ; ! ? %"),
            ("Nom : le labo", "no no-break space before : ; ! ? %"),
            ("un ; deux", "no no-break space before : ; ! ? %"),
            ("Oui !", "no no-break space before : ; ! ? %"),
            ("100 %", "no no-break space before : ; ! ? %"),
            ("« oui\u{a0}»", "no no-break space after «"),
            ("«\u{a0}oui »", "no no-break space before »"),
            ("Vrai\u{202f}?", "U+202F, which the face lacks"),
            ("deux  mots", "two spaces"),
            ("Ouvrir...", "... for …"),
            ("à 14:32", "14:32 for 14 h 32"),
        ] {
            assert!(faults(text).contains(&fault), "{text}: {:?}", faults(text));
        }
        assert_eq!(faults_of_format("l'{nom}"), ["' for ’"]);
        assert_eq!(faults_of_format("{nom} : {}"), ["no no-break space before : ; ! ? %"]);
    }

    #[test]
    fn good_french_passes() {
        for text in [
            "«\u{a0}C’est quoi, un labo\u{a0}?\u{a0}»",
            "Nom\u{a0}: le labo…",
            "100\u{a0}%",
            "Quoi\u{a0}?!",
            "https://exemple.fr",
            "?",
            "à 14\u{a0}h\u{a0}32",
            "Usage\u{a0}:\n  FICHIER    le labo",
            "aujourd’hui, 1er atelier. Puis le 2e.",
        ] {
            assert_eq!(faults(text), [""; 0], "{text}");
        }
        assert_eq!(faults_of_format("{nom:?}\u{a0}: {0:>3} {{…}}"), [""; 0]);
        assert_eq!(faults_of_format("à {hour}\u{a0}h\u{a0}{minute:02}"), [""; 0]);
        assert_eq!(faults_of_format("à {hour}:{minute:02}"), ["14:32 for 14 h 32"]);
        assert_eq!(faults_of_format("%Y-%m-%d"), [""; 0]);
    }

    #[test]
    fn every_string_of_a_ron_text_is_read() {
        let value: ron::Value =
            ron::from_str("(a: \"un\", b: [(c: Some(\"deux\"))], d: {\"trois\": (e: \"quatre\")})")
                .unwrap();
        let found = strings(&value);
        for word in ["un", "deux", "trois", "quatre"] {
            assert!(found.iter().any(|it| it == word), "{word}: {found:?}");
        }
    }
}
