//! What comes from outside is shown through here: the name of a file, a word of its content, what another program says.
//! Signs that show nothing and change what is around them are shown by their numbers; they cannot command a terminal,
//! nor dress a name as another.

use std::borrow::Cow;
use std::path::Path;

use crate::model::signs::is_misleading;

/// The same, on one line, with nothing in it that misleads: what is shown by its number is told apart from the same letters.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter| is_misleading(letter) || letter == '\\') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        if is_misleading(letter) {
            out.extend(letter.escape_default());
            continue;
        }
        // Alone, it is what it is: only before these would it be read as a sign shown by its number.
        let after = &text[at + letter.len_utf8()..];
        if letter == '\\' && (after.starts_with(['n', 'r', 't', '\\']) || after.starts_with("u{")) {
            out.push('\\');
        }
        out.push(letter);
    }
    out.into()
}

/// A whole line made of what is shown already: nothing in it commands a terminal.
pub fn harmless(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for letter in line.chars() {
        if is_misleading(letter) {
            out.extend(letter.escape_default());
        } else {
            out.push(letter);
        }
    }
    out
}

/// The name of a file, without its folder.
pub fn name(path: &Path) -> String {
    escaped(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()).into_owned()
}

/// A whole path.
pub fn path(path: &Path) -> String {
    let path = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR != '\\' {
        return escaped(&path).into_owned();
    }
    // There, it parts folders.
    path.split('\\').map(escaped).collect::<Vec<_>>().join("\\")
}

/// What a file says is quoted only in part, and on one line, without signs that mislead.
pub(super) fn line(quoted: &str) -> String {
    const MOST: usize = 40;
    beginning(quoted, MOST)
}

/// The same, of so many letters at most.
pub(super) fn beginning(quoted: &str, most: usize) -> String {
    let spaced = |c: char| if c.is_whitespace() { ' ' } else { c };
    let start: String = quoted.chars().take(most).map(spaced).collect();
    let start = escaped(&start);
    if quoted.chars().nth(most).is_some() { format!("{start}…") } else { start.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backslash_is_not_taken_for_a_sign_shown_by_its_number() {
        let shown = [r"a\nb", "a\nb", r"a\\nb", r"a\u{1b}", "a\u{1b}", r"a\b c\"].map(escaped);
        assert_eq!(shown, [r"a\\nb", r"a\nb", r"a\\\\nb", r"a\\u{1b}", r"a\u{1b}", r"a\b c\"]);
        let all: std::collections::HashSet<_> = shown.iter().collect();
        assert_eq!(all.len(), shown.len());
        assert!(shown.iter().all(|shown| harmless(shown) == **shown));
    }

    #[test]
    fn no_sign_that_has_no_drawing_passes_for_nothing() {
        for sign in "\u{ad}\u{34f}\u{115f}\u{3164}\u{ffa0}\u{17b4}\u{180b}\u{1d173}".chars() {
            let name = format!("labo{sign}.ron");
            assert_eq!(escaped(&name), format!("labo{}.ron", sign.escape_default()));
        }
        for spelt in ["☎\u{fe0e} ☎\u{fe0f}", "نامه\u{200c}ها", "👩\u{200d}🎨"] {
            assert_eq!(escaped(spelt), spelt);
        }
    }

    #[test]
    fn what_misleads_is_shown_by_its_number_and_the_rest_as_it_is() {
        let plain = "« L’été\u{a0}», 漢字 👩\u{200d}🎨 e\u{301}.ron";
        assert_eq!(escaped(plain), plain);
        let shown = escaped("a\nb\u{1b}[31m\u{202e}c\u{2066}d\u{2028}e\u{feff}f\u{9b}g\u{e0041}");
        assert_eq!(
            shown,
            "a\\nb\\u{1b}[31m\\u{202e}c\\u{2066}d\\u{2028}e\\u{feff}f\\u{9b}g\\u{e0041}"
        );
    }
}
