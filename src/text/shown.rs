//! What comes from outside, as it is shown: the name of a file, a word of its content, what another program says. Signs that show
//! nothing and change what is around them are shown by their numbers; they cannot command a terminal, nor dress a name as another.

use std::borrow::Cow;
use std::path::Path;

use crate::model::signs::is_misleading;

/// The same, on one line, with nothing in it that misleads.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(is_misleading) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if is_misleading(letter) {
            out.extend(letter.escape_default());
        } else {
            out.push(letter);
        }
    }
    out.into()
}

/// The name of a file, without its folder.
pub fn name(path: &Path) -> String {
    escaped(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()).into_owned()
}

/// A whole path.
pub fn path(path: &Path) -> String {
    escaped(&path.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

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
