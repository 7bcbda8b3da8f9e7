//! This finds the addresses in a text: those of pages and of people. On paper they are parted where they can be, and
//! they are links.

use std::collections::BTreeMap;

/// A line may end here. The templates put nothing in its place, so that what is copied from the page has nothing either.
pub(super) const BREAK_HERE: char = '\u{200b}';

use serde::Serialize;
use serde_json::Value;

/// The signs of an address that a line may end with.
pub(super) const PARTS: [char; 9] = ['/', '.', '@', '-', '_', '?', '&', '=', '#'];
/// Links in one sheet: beyond, addresses stay plain words.
const MOST: usize = 400;
/// Bytes in one of them: no browser goes further, and a page cannot be parted in it.
const LONGEST: usize = 2_000;
/// Bytes in all of them: the page engine refuses a rule that is larger than some bound.
const MOST_BYTES: usize = 40_000;

/// An address in a word: what is shown, and where it leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Address<'a> {
    pub shown: &'a str,
    pub target: String,
}

/// The address that `word` is, without the punctuation around it. Pages of the web and people only: nothing else of a
/// computer can be reached from a sheet.
pub(super) fn find(word: &str) -> Option<Address<'_>> {
    // Most words are none.
    if !word.contains(['@', '/', '.']) {
        return None;
    }
    let opening = ['(', '[', '«', '"', '“', '<', '\'', '‘', ',', ';'];
    let mut shown =
        word.trim_start_matches(|sign: char| opening.contains(&sign) || sign.is_whitespace());
    shown = shown
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '»', '"', '”', '>', ']', '\'', '’', '…']);
    // A bracket that opens in the address closes it.
    while shown.ends_with(')') && shown.matches('(').count() < shown.matches(')').count() {
        shown = &shown[..shown.len() - 1];
    }
    if shown.is_empty()
        || !shown
            .chars()
            .all(|sign| sign.is_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(sign))
    {
        return None;
    }
    let lower = shown.to_lowercase();
    let target = if lower.starts_with("http://") || lower.starts_with("https://") {
        is_host(lower.split_once("//")?.1).then(|| shown.to_owned())?
    } else if let Some(person) = lower.strip_prefix("mailto:") {
        is_person(person).then(|| shown.to_owned())?
    } else if is_person(shown) {
        format!("mailto:{shown}")
    } else if lower.starts_with("www.") && is_host(&lower) {
        format!("https://{shown}")
    } else {
        return None;
    };
    Some(Address { shown, target: ascii(&target) })
}

/// A link is of ASCII alone.
fn ascii(target: &str) -> String {
    target.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii() {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
        out
    })
}

/// « exemple.fr/… »
fn is_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    host.starts_with(char::is_alphanumeric) && host.len() > 1
}

/// « nom@exemple.fr »
fn is_person(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    let plain = |part: &str, more: &str| {
        !part.is_empty() && part.chars().all(|sign| sign.is_alphanumeric() || more.contains(sign))
    };
    plain(name, "._%+-'")
        && plain(host, ".-")
        && host.contains('.')
        && host.split('.').all(|part| !part.is_empty())
}

/// The links of a sheet, as the templates make them: one rule for all of them.
#[derive(Debug, Default, Serialize)]
pub(super) struct Links {
    /// What matches any of them; none when there is no address.
    pattern: Option<String>,
    /// By what is shown, with the places where it can be parted.
    targets: BTreeMap<String, String>,
    /// Whether some word can be parted at [`BREAK_HERE`].
    parted: bool,
    /// The most places to part a word, and the most addresses, in one text.
    #[serde(skip)]
    most: (usize, usize),
}

/// The page engine gives up on a text to which its rules apply five hundred times. Past this, addresses are no links, and what is copied
/// from the page has signs of no width where words were parted.
const MOST_IN_A_TEXT: usize = 200;

impl Links {
    /// Of all that `data` shows.
    pub fn of(data: &Value) -> Links {
        let mut links = Links::default();
        // All of the data together is no text.
        match data {
            Value::Object(fields) => fields.values().for_each(|value| {
                links.gather(value);
            }),
            data => {
                links.gather(data);
            }
        }
        let (partings, addresses) = links.most;
        links.parted &= partings <= MOST_IN_A_TEXT;
        if addresses > MOST_IN_A_TEXT {
            links.targets.clear();
        }
        let mut left = MOST_BYTES;
        links.targets.retain(|shown, _| match left.checked_sub(shown.len()) {
            Some(rest) => {
                left = rest;
                true
            }
            None => false,
        });
        // The longest first: an address that begins as another does is found whole.
        let mut shown: Vec<&String> = links.targets.keys().collect();
        shown.sort_by_key(|shown| std::cmp::Reverse(shown.len()));
        let all: Vec<String> = shown.into_iter().map(|shown| escaped(shown)).collect();
        links.pattern = (!all.is_empty()).then(|| all.join("|"));
        links
    }

    /// Takes in all of `data`; how many places it has to part a word, and how many addresses, in what a template may join into one text.
    fn gather(&mut self, data: &Value) -> (usize, usize) {
        let add = |(a, b): (usize, usize), (c, d): (usize, usize)| (a + c, b + d);
        let found = match data {
            Value::String(text) => self.count(text),
            // Who was there, and where, stand on one line. What is a thing of its own is told apart from the others.
            Value::Array(all) => all.iter().fold((0, 0), |found, one| {
                let inner = self.gather(one);
                if one.is_object() { found } else { add(found, inner) }
            }),
            Value::Object(fields) => fields.values().fold((0, 0), |found, one| {
                let inner = self.gather(one);
                if one.is_object() { found } else { add(found, inner) }
            }),
            _ => (0, 0),
        };
        self.most = (self.most.0.max(found.0), self.most.1.max(found.1));
        found
    }

    /// Takes in the addresses of a text; how many places it has to part a word, and how many addresses.
    fn count(&mut self, text: &str) -> (usize, usize) {
        let partings = text.matches(BREAK_HERE).count();
        self.parted |= partings > 0;
        let mut addresses = 0;
        if text.contains(['@', '/', '.']) {
            for word in text.split([' ', '\u{a0}', '\u{2009}', '\u{2060}']) {
                addresses += usize::from(self.take(word));
            }
        }
        (partings, addresses)
    }

    /// Whether the word holds an address.
    fn take(&mut self, word: &str) -> bool {
        let plain = word.replace([BREAK_HERE, '\u{ad}'], "");
        let Some(address) = find(&plain) else { return false };
        // What is shown of the word, with its partings: from the first to the last sign of the address.
        let Some(start) = plain.find(address.shown) else { return false };
        let (mut from, mut to) = (None, word.len());
        let mut at = 0;
        for (place, sign) in word.char_indices() {
            if matches!(sign, BREAK_HERE | '\u{ad}') {
                continue;
            }
            if at == start {
                from = from.or(Some(place));
            }
            at += sign.len_utf8();
            if at == start + address.shown.len() {
                to = place + sign.len_utf8();
                break;
            }
        }
        if let Some(shown) = from.and_then(|from| word.get(from..to))
            && self.targets.len() < MOST
            && shown.len() <= LONGEST
        {
            self.targets.insert(shown.to_owned(), address.target);
        }
        true
    }
}

/// For a regular expression: as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        if sign.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(word: &str) -> Option<String> {
        find(word).map(|address| address.target)
    }

    #[test]
    fn pages_and_people_are_addresses_and_nothing_else_is() {
        for (word, leads) in [
            ("https://www.exemple.fr/a?b=c#d", "https://www.exemple.fr/a?b=c#d"),
            (
                "(https://fr.exemple.org/wiki/Labo_(lieu)),",
                "https://fr.exemple.org/wiki/Labo_(lieu)",
            ),
            ("HTTP://exemple.fr.", "HTTP://exemple.fr"),
            ("www.exemple.fr", "https://www.exemple.fr"),
            ("prenom.nom@ville-de-x.fr;", "mailto:prenom.nom@ville-de-x.fr"),
            ("mailto:a@b.fr", "mailto:a@b.fr"),
        ] {
            assert_eq!(target(word).as_deref(), Some(leads), "{word}");
        }
        for word in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "et/ou",
            "12.5",
            "a@b",
            "@labo",
            "etc.",
            "M.",
            "http://",
            "c:/x",
            "ftp://exemple.fr",
            "https://",
            "n@n@n.fr",
        ] {
            assert_eq!(target(word), None, "{word}");
        }
    }

    #[test]
    fn the_links_of_a_sheet_are_known_by_what_it_shows() {
        let data = serde_json::json!({ "text": ["voir https://|a.|fr/|b, et a@|b.|fr".replace('|', "\u{200b}")] });
        let links = Links::of(&data);
        let targets: Vec<_> = links.targets.values().map(String::as_str).collect();
        assert_eq!(targets, ["mailto:a@b.fr", "https://a.fr/b"]);
        assert!(links.parted);
        assert!(links.pattern.unwrap().starts_with("https\\:"));
    }
}
