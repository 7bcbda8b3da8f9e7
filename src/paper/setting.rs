//! Words are made ready for paper here: paragraphs, French spaces, where a word can be parted, signs that can be drawn.
//!
//! What is shown for each sign is the screen's choice ([`crate::letters`]). All of it is done here rather than by the page
//! engine, for which rules on every text would be half of its time.

use hypher::{Lang, hyphenate_bounded};
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use super::addresses::BREAK_HERE;
use super::{addresses, marks};
use crate::letters::{self, spacing};

/// A word longer than this, in characters, can be broken anywhere: no column of ours is narrower than a French word.
const LONGEST_WORD: usize = 28;
/// A word longer than this can be parted between two syllables: shorter ones go whole on to the next line.
const LONG_WORD: usize = 12;
/// A last word of so few characters does not stand alone on a line.
const SHORT_WORD: usize = 4;
/// Letters of an endless word that stay together: any column has room for them.
const TOGETHER: usize = 4;
/// Letters of an address that stay together, without a sign of its own between them: any column has room for them.
const TOGETHER_IN_AN_ADDRESS: usize = 13;
/// Nor does one that is hardly longer, with so short a word before it that both fit in the narrowest column.
const HARDLY_LONGER: usize = 10;
const WORD_BEFORE: usize = 10;

const NO_BREAK: char = '\u{a0}';

const PART_HERE: &str = "\u{ad}";
/// Half as wide as a space.
const THIN: &str = "\u{2009}";
const JOINED: &str = "\u{2060}";

/// The paragraphs of a text, without the empty ones.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let text = marks::few(text);
    letters::as_shown(&text).split('\n').map(set).filter(|line| !line.is_empty()).collect()
}

/// A text on one line: a name, a title.
pub(super) fn line(text: &str) -> String {
    paragraphs(text).join(" ")
}

fn set(line: &str) -> String {
    // What takes no place on a line leaves no trace.
    let line = line.replace(letters::NOTHING, "");
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut set = String::with_capacity(line.len());
    let mut tied = false;
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            let last = at + 1 == words.len();
            let free = at > 1 && !tied;
            let space = between(words[at - 1], word, last, free);
            tied = space == NO_BREAK;
            set.push(space);
        }
        push_breakable(&mut set, word);
    }
    set
}

/// What stands between two words (`free`: the first is not tied to the one before it): no line ends before « ; », inside « », in
/// « 120 m² » or « mars 2027 », nor before a last word that is short.
fn between(before: &str, word: &str, last: bool, free: bool) -> char {
    let short = |word: &str, most| word.chars().count() <= most;
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let measured = is_number(before) && short(word, 2);
    let dated = short(word, 5) && is_number(word) && !is_number(before) && short(before, 10);
    let stub = free && short(word, HARDLY_LONGER) && short(before, WORD_BEFORE);
    let alone = last && (short(word, SHORT_WORD) || stub);
    if spacing::stay_together(before, word) || measured || dated || alone { NO_BREAK } else { ' ' }
}

/// An address can be parted after its own signs, and where none comes for long; another word that no column may have room for, anywhere.
fn push_breakable(to: &mut String, word: &str) {
    if addresses::find(word).is_some() {
        return push_pieces(to, &parted_at_signs(word), TOGETHER_IN_AN_ADDRESS);
    }
    if word.chars().count() <= LONGEST_WORD {
        return to.push_str(word);
    }
    push_pieces(to, &parted_at_signs(word), TOGETHER);
}

/// The letters of a word, parted after the signs of an address that a letter follows.
fn parted_at_signs(word: &str) -> Vec<Vec<&str>> {
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    let mut letters = word.graphemes(true).peekable();
    while let Some(letter) = letters.next() {
        let Some(part) = parts.last_mut() else { break };
        part.push(letter);
        let before_a_letter =
            letters.peek().is_some_and(|next| next.starts_with(char::is_alphanumeric));
        if before_a_letter && part.len() > 1 && letter.ends_with(addresses::PARTS) {
            parts.push(Vec::new());
        }
    }
    parts
}

/// The same, where a line may end between two parts, and inside those of more than `together` letters: in pieces of one length.
fn push_pieces(to: &mut String, parts: &[Vec<&str>], together: usize) {
    let pieces = parts.iter().flat_map(|part| {
        let count = part.len().div_ceil(together).max(1);
        part.chunks(part.len().div_ceil(count).max(1))
    });
    for (at, piece) in pieces.enumerate() {
        if at > 0 {
            to.push(BREAK_HERE);
        }
        to.extend(piece.iter().copied());
    }
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
            if before.ends_with(char::is_alphabetic)
                && is_inversion(after)
                && !is_in_an_address(&out, after)
            {
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

/// Whether the word that ends what is `before`, and goes on with what is `after`, is an address.
fn is_in_an_address(before: &str, after: &str) -> bool {
    let start = before.rsplit(SPACES).next().unwrap_or_default();
    let end = after.split(SPACES).next().unwrap_or_default();
    addresses::find(&[start, end].concat().replace(SET, "")).is_some()
}

/// « il », « t-il »…: what follows the hyphen of a question.
fn is_inversion(after: &str) -> bool {
    const WORDS: [&str; 10] = ["t", "il", "ils", "elle", "elles", "on", "nous", "vous", "ce", "je"];
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    WORDS.contains(&&after[..end])
}

/// The last word is left whole: a line with the end of a word alone is no line. So is an address: a hyphen in it would be a sign of it.
fn with_partings(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(end) = rest.find(SPACES) {
        let (word, after) = rest.split_at(end);
        let last = !after.contains(char::is_alphabetic);
        push_parted(&mut out, word, last);
        let next = after.find(|sign| !SPACES.contains(&sign)).unwrap_or(after.len());
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    push_parted(&mut out, rest, true);
    out
}

/// What shows nothing in a word.
const SET: [char; 2] = [BREAK_HERE, '\u{2060}'];
/// What stands between two words, once spaces are set.
const SPACES: [char; 3] = [' ', NO_BREAK, '\u{2009}'];

/// What stands between two spaces, its words parted (`ends`: no word follows).
fn push_parted(out: &mut String, words: &str, ends: bool) {
    if words.contains(['@', '/', '.']) && addresses::find(&words.replace(SET, "")).is_some() {
        return out.push_str(words);
    }
    let mut rest = words;
    while let Some(start) = rest.find(char::is_alphabetic) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_alphabetic()).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        let length = word.chars().count();
        let last = ends && !after.contains(char::is_alphabetic);
        if length > LONG_WORD && length <= LONGEST_WORD && !last {
            let syllables: Vec<&str> = hyphenate_bounded(word, Lang::French, 3, 4).collect();
            out.push_str(&syllables.join(PART_HERE));
        } else {
            out.push_str(word);
        }
        rest = after;
    }
    out.push_str(rest);
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
        assert_eq!(set("change le travail des agents."), "change le travail des\u{a0}agents.");
        assert_eq!(set("une préfiguration territoriale"), "une préfiguration territoriale");
    }

    #[test]
    fn only_long_words_are_parted_and_endless_ones_anywhere() {
        assert_eq!(
            with_partings("une administration de terrain"),
            "une admi\u{ad}nis\u{ad}tra\u{ad}tion de terrain"
        );
        let endless = "x".repeat(40);
        let parted = &paragraphs(&endless)[0];
        assert_eq!(parted.matches(BREAK_HERE).count(), 9);
        assert!(parted.split(BREAK_HERE).all(|part| part.len() == 4));
        assert_eq!(with_partings(&endless), endless);
    }

    #[test]
    fn no_line_holds_the_end_of_a_word_alone() {
        let text = "politiques publiques, administration, soutenabilité.";
        let set = with_partings(text);
        assert!(
            set.ends_with("soutenabilité.") && set.contains("admi\u{ad}nis\u{ad}tra\u{ad}tion")
        );
    }

    #[test]
    fn an_address_is_parted_after_its_own_signs_only() {
        let parted = |text: &str| paragraphs(text)[0].replace(BREAK_HERE, "|");
        assert_eq!(
            parted("https://www.exemple.fr/labo-public/page?id=12&b=deux"),
            "https://|www.|exemple.|fr/|labo-|public/|page?|id=|12&|b=|deux"
        );
        assert_eq!(
            parted("prenom.nom@collectivite-locale.fr,"),
            "prenom.|nom@|collectivite-|locale.|fr,"
        );
        assert_eq!(parted("auto-saisine"), "auto-saisine");
        assert_eq!(parted("a@communautedecommunes.fr"), "a@|communauted|ecommunes.|fr");
    }

    #[test]
    fn no_hyphen_is_put_in_an_address() {
        for address in [
            "https://exemple.fr/experimentations/departementales/administration",
            "visites-et-apprentissages@communaute-territoriale.fr",
            "ecrivez-nous@labo.fr",
        ] {
            for text in [format!("Voir {address} pour la suite"), format!("({address}), enfin")] {
                let mut data = serde_json::json!({ "text": paragraphs(&text) });
                dress(&mut data, true);
                let set = data["text"][0].as_str().unwrap();
                assert!(!set.contains(PART_HERE) && !set.contains(JOINED), "{set:?}");
                assert!(set.replace(BREAK_HERE, "").contains(address), "{set:?}");
            }
        }
    }

    #[test]
    fn what_is_shown_for_a_sign_is_what_the_screen_shows() {
        assert_eq!(paragraphs("été ש\0\u{200d} \u{f0b7} a\u{b}b"), ["été ▯ •\u{a0}a", "b"]);
    }
}
