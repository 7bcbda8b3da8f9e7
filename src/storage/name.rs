//! The program suggests this name for a file.

use deunicode::deunicode;

use crate::model::design::Date;

/// The longest name suggested, in characters (all of them ASCII).
const MAX_NAME: usize = 80;

/// `2026-11-24_nom-du-labo.ron`: sorts by date, and is taken by every system.
///
/// The date in front keeps it clear of the names that Windows reserves (CON, AUX…).
pub fn suggested_name(name: &str, date: Date) -> String {
    let date = format!("{date}_");
    let room = MAX_NAME - date.len() - ".ron".len();
    let slug = slug(name, room);
    let slug = if slug.is_empty() { "labo-sans-nom" } else { &slug };
    format!("{date}{slug}.ron")
}

/// The letters and digits of `name`, without accents, words joined by hyphens; whole words as far as `room` allows.
fn slug(name: &str, room: usize) -> String {
    let mut slug = String::new();
    // A name of 20 000 characters needs no more than its start.
    let start: String = name.chars().take(4 * room).collect();
    let plain = deunicode(&start).to_ascii_lowercase();
    for word in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let joined = slug.len() + usize::from(!slug.is_empty()) + word.len();
        if joined > room {
            if slug.is_empty() {
                slug.push_str(&word[..room]);
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}
