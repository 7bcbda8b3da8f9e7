//! Words made ready for paper: paragraphs, French spaces, where a word can be parted, signs that can be drawn.
//!
//! Nothing typed is lost: a sign that no face on board can draw becomes its number between brackets, as on the screen. All
//! of it is done here rather than by the page engine, for which rules on every text would be half of its time.

use hypher::{Lang, hyphenate_bounded};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::{fonts, marks};

/// A word longer than this, in characters, can be broken anywhere: no column of ours is narrower than a French word.
const LONGEST_WORD: usize = 28;
/// A word longer than this can be parted between two syllables: shorter ones go whole on to the next line.
const LONG_WORD: usize = 12;
/// A last word of so few characters does not stand alone on a line.
const SHORT_WORD: usize = 4;

const NO_BREAK: char = '\u{a0}';
const BREAK_HERE: char = '\u{200b}';
const PART_HERE: &str = "\u{ad}";
/// Half as wide as a space.
const THIN: &str = "\u{2009}";
const JOINED: &str = "\u{2060}";

/// The paragraphs of a text, without the empty ones.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let text = marks::few(text);
    let lines = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    lines.map(set).filter(|line| !line.is_empty()).collect()
}

/// A text on one line: a name, a title.
pub(super) fn line(text: &str) -> String {
    paragraphs(text).join(" ")
}

fn set(line: &str) -> String {
    let words: Vec<String> = line.split_whitespace().map(drawable).collect();
    let mut set = String::with_capacity(line.len());
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            let last = at + 1 == words.len();
            set.push(between(&words[at - 1], word, last));
        }
        push_breakable(&mut set, word);
    }
    set
}

/// What stands between two words: no line ends before « ; », inside « », in « 120 m² » or « mars 2027 », nor before a last
/// word that is short.
fn between(before: &str, word: &str, last: bool) -> char {
    let short = |word: &str, most| word.chars().count() <= most;
    let high = word.starts_with([';', ':', '!', '?', '»', '%']) && !word.starts_with("://");
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let measured = is_number(before) && short(word, 2);
    let dated = short(word, 5) && is_number(word) && !is_number(before) && short(before, 10);
    let alone = last && short(word, SHORT_WORD);
    if high || before.ends_with('«') || measured || dated || alone { NO_BREAK } else { ' ' }
}

fn push_breakable(to: &mut String, word: &str) {
    let breaks = word.chars().count() > LONGEST_WORD;
    for (at, letter) in word.chars().enumerate() {
        // A mark stays with the letter that it is set over.
        if breaks && at > 0 && !is_mark(letter) {
            to.push(BREAK_HERE);
        }
        to.push(letter);
    }
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter) || is_invisible(letter)
}

/// The word, with the number of each sign that has no drawing in its place.
fn drawable(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.nfc() {
        if is_invisible(letter) {
            // Says how its neighbours join; alone it has nothing to show.
        } else if fonts::draws(letter) {
            out.push(letter);
        } else {
            out.push_str(&crate::text::paper::sign(letter));
        }
    }
    out
}

/// Joiners, direction marks, variation selectors: signs without a drawing of their own.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Sets the spaces of everything that a template shows, and the places where the long words of its texts can be parted
/// (`parted`: large type is not).
pub(super) fn dress(data: &mut Value, parted: bool) {
    dress_under("", data, parted);
}

/// What is read as running text: a name or a title is not parted.
const TEXTS: [&str; 6] = ["text", "note", "disagreement", "purpose", "workshops", "next_steps"];
/// What is not shown: file names, and what a screen reader says.
const NOT_SHOWN: [&str; 4] = ["id", "emblem", "said", "paper"];

fn dress_under(key: &str, data: &mut Value, parted: bool) {
    match data {
        Value::String(text) => {
            *text = spaced(text);
            if parted && TEXTS.contains(&key) {
                *text = with_partings(text);
            }
        }
        // A list is of the kind of what holds it.
        Value::Array(all) => all.iter_mut().for_each(|one| dress_under(key, one, parted)),
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                if !NOT_SHOWN.contains(&name.as_str()) {
                    let of_texts = TEXTS.contains(&key) && !TEXTS.contains(&name.as_str());
                    dress_under(if of_texts { key } else { name }, value, parted);
                }
            }
        }
        _ => {}
    }
}

/// Thin spaces where French wants them, and « viendrait-il » in one piece.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find([NO_BREAK, '-']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let dash = from.starts_with('-');
        let after = &from[if dash { 1 } else { NO_BREAK.len_utf8() }..];
        if dash {
            out.push('-');
            if before.ends_with(char::is_alphabetic) && is_inversion(after) {
                out.push_str(JOINED);
            }
        } else if after.starts_with([';', '!', '?', '»']) {
            out.push_str(THIN);
        } else if before.ends_with('«') {
            out.push_str(THIN);
            out.push_str(JOINED);
        } else {
            out.push(NO_BREAK);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// « il », « t-il »…: what follows the hyphen of a question.
fn is_inversion(after: &str) -> bool {
    const WORDS: [&str; 10] = ["t", "il", "ils", "elle", "elles", "on", "nous", "vous", "ce", "je"];
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    WORDS.contains(&&after[..end])
}

fn with_partings(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphabetic) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_alphabetic()).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        let length = word.chars().count();
        if length > LONG_WORD && length <= LONGEST_WORD {
            let syllables: Vec<&str> = hyphenate_bounded(word, Lang::French, 3, 4).collect();
            out.push_str(&syllables.join(PART_HERE));
        } else {
            out.push_str(word);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spaces_keep_signs_with_their_words() {
        assert_eq!(paragraphs("Qui vient ?"), ["Qui vient\u{a0}?"]);
        assert_eq!(spaced("Qui\u{a0}?"), "Qui\u{2009}?");
        assert_eq!(
            spaced("« a\u{a0}: b »".replace(' ', "\u{a0}").as_str()),
            "«\u{2009}\u{2060}a\u{a0}:\u{a0}b\u{2009}»"
        );
        assert_eq!(
            spaced("viendrait-il, auto-saisine, place-t-il"),
            "viendrait-\u{2060}il, auto-saisine, place-\u{2060}t-\u{2060}il"
        );
    }

    #[test]
    fn what_belongs_together_stays_on_one_line() {
        let set = |text: &str| paragraphs(text).remove(0);
        assert_eq!(set("fait en octobre 2026"), "fait en octobre\u{a0}2026");
        assert_eq!(set("un plateau de 120 m² ouvert"), "un plateau de\u{a0}120\u{a0}m² ouvert");
        assert_eq!(set("après une préfiguration d’un an"), "après une préfiguration d’un\u{a0}an");
    }

    #[test]
    fn only_long_words_are_parted_and_endless_ones_anywhere() {
        assert_eq!(
            with_partings("une administration de terrain"),
            "une admi\u{ad}nis\u{ad}tra\u{ad}tion de terrain"
        );
        let endless = "x".repeat(40);
        assert_eq!(paragraphs(&endless)[0].matches(BREAK_HERE).count(), 39);
        assert_eq!(with_partings(&endless), endless);
    }

    #[test]
    fn a_sign_is_composed_drawn_or_named() {
        assert_eq!(paragraphs("e\u{301}te\u{301} 中\u{200d}"), ["été [U+4E2D]"]);
    }
}
