//! A text stands in the file between quotes, its lines as lines, with as little escaped as can be.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use crate::letters;
use crate::model::Text;

/// A text that reads as any string does, and is written to be read by a person: ron's own choices are `\u{a0}` for a
/// no-break space, or raw strings that a carriage return would not survive.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words(pub Text);

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Our own literal goes through ron's pretty printer as a raw value, which checks it.
        ron::value::RawValue::from_boxed_ron(literal(&self.0).into())
            .map_err(ser::Error::custom)?
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        // Letters and marks that were escaped apart.
        Ok(Words(match letters::composed(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(composed) => composed.into(),
        }))
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Words(text.into())
    }
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Self {
        Words(text.clone())
    }
}

/// A file with its letters and marks composed, in its keys as in its texts; a mark that follows an escape stays apart from
/// it (`\r` and an accent are not `\ŕ`): it is composed once the text has been read.
pub(super) fn composed(source: &str) -> Cow<'_, str> {
    if let Cow::Borrowed(same) = letters::composed(source) {
        return Cow::Borrowed(same);
    }
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        out += &letters::composed(before);
        let signs = if from[1..].starts_with('x') { 4 } else { 2 };
        let end = from.char_indices().nth(signs).map_or(from.len(), |(end, _)| end);
        out += &from[..end];
        rest = &from[end..];
    }
    Cow::Owned(out + &letters::composed(rest))
}

/// `text` between quotes. No character takes more than four bytes, whatever it is: this is what bounds a file.
///
/// A line feed stays one, so that lines are lines. A carriage return is escaped: a bare one before a line feed is the
/// mark of an editor or of a mail program, and reading takes it away.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        // Every byte escaped is a character of its own, so the slices fall between characters.
        if byte == b'\n' || !(byte.is_ascii_control() || byte == b'"' || byte == b'\\') {
            continue;
        }
        out.push_str(&text[copied..at]);
        copied = at + 1;
        out.push('\\');
        match byte {
            b'\r' => out.push('r'),
            b'\t' => out.push('t'),
            b'"' | b'\\' => out.push(char::from(byte)),
            control => {
                out.push('x');
                out.extend(char::from_digit(u32::from(control >> 4), 16));
                out.extend(char::from_digit(u32::from(control & 15), 16));
            }
        }
    }
    out.push_str(&text[copied..]);
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_text_is_written_as_it_reads() {
        assert_eq!(literal("« C’est l'été\u{a0}»\nÀ suivre"), "\"« C’est l'été\u{a0}»\nÀ suivre\"");
    }

    #[test]
    fn a_file_is_composed_and_its_escapes_are_not() {
        let parted = "me\u{301}thode: \"e\u{301}\\r\u{301}\\x1b\u{307}\\\"n\u{303}\"";
        assert_eq!(composed(parted), "méthode: \"é\\r\u{301}\\x1b\u{307}\\\"ñ\"");
        let words: Words = ron::from_str(&composed("\"a\\n\u{301}e\\u{301}\"")).unwrap();
        assert_eq!(&*words.0, "a\n\u{301}é");
    }

    #[test]
    fn any_character_comes_back_and_takes_four_bytes_at_most() {
        for c in ('\0'..=char::MAX).step_by(7).chain('\0'..'\u{3000}') {
            let text: String = [c, 'a', c].iter().collect();
            let written = literal(&text);
            assert!(written.len() <= 2 + 1 + 2 * 4, "{c:?}");
            assert_eq!(ron::from_str::<String>(&written).as_ref(), Ok(&text), "{c:?}");
        }
    }
}
