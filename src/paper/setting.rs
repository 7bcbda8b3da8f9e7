//! The group's words made ready for paper: paragraphs, French spaces, words that can be broken, signs that can be drawn.
//!
//! Nothing typed is lost: a sign that no face on board can draw becomes its number between brackets, as on the screen.

use unicode_normalization::UnicodeNormalization;

use super::fonts;

/// A word longer than this, in characters, can be broken anywhere: no column of ours is narrower than a French word.
const LONGEST_WORD: usize = 28;

const NO_BREAK: char = '\u{a0}';
const BREAK_HERE: char = '\u{200b}';

/// The paragraphs of a text, without the empty ones.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    lines.map(set).filter(|line| !line.is_empty()).collect()
}

/// A text on one line: a name, a title.
pub(super) fn line(text: &str) -> String {
    paragraphs(text).join(" ")
}

fn set(line: &str) -> String {
    let mut set = String::with_capacity(line.len());
    for (at, word) in line.split_whitespace().map(drawable).enumerate() {
        if at > 0 {
            set.push(between(&set, &word));
        }
        push_breakable(&mut set, &word);
    }
    set
}

/// What stands between two words: French sets no line break before « ; », nor inside « ».
fn between(before: &str, word: &str) -> char {
    let high = word.starts_with([';', ':', '!', '?', '»', '%']) && !word.starts_with("://");
    if high || before.ends_with('«') { NO_BREAK } else { ' ' }
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
