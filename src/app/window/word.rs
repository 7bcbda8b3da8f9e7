//! A letter that is a key (« B », the black screen) may be the first of a word that somebody types without looking. It does
//! at once what it is the key of; when another letter follows at once, it was typing: what it did is taken back.

use egui::Event;

use crate::intent::leading::Cover;

/// What stands in front of the room's scene, and under it.
type Front = (Option<Cover>, Option<Cover>);

/// The longest between two letters of one word, in seconds.
const AT_ONCE: f64 = 1.0;

/// The last letters typed while no text had the keyboard.
#[derive(Debug, Default)]
pub struct Word {
    /// A letter that is a key, and has just been typed.
    key: String,
    /// One that did what it is the key of, and what stood in front before it.
    acted: Option<String>,
    before: Front,
    /// The last letter was of a word.
    begun: bool,
    /// When it was typed, in seconds of the window's clock.
    at: f64,
}

impl Word {
    fn goes_on(&mut self, now: f64) {
        if now - self.at > AT_ONCE {
            *self = Word::default();
        }
        self.at = now;
    }

    /// Whether `key`, a letter that is one, is of a word all the same.
    pub fn takes(&mut self, key: &str, now: f64) -> bool {
        if now - self.at > AT_ONCE {
            self.begun = false;
        }
        if self.begun {
            self.at = now;
        }
        key.clone_into(&mut self.key);
        self.begun
    }

    /// The last key typed does what it is the key of; `before` stood in front. A second one at once takes it back: no word
    /// begins so, somebody means it.
    pub fn acts(&mut self, now: f64, before: Front) {
        let key = std::mem::take(&mut self.key);
        self.goes_on(now);
        self.before = before;
        self.acted = if self.acted.is_none() { Some(key) } else { None };
    }

    /// A letter that is no key was typed: gives the one before it that is of the same word, and what stood in front then.
    pub fn letter(&mut self, now: f64) -> Option<(String, Front)> {
        self.goes_on(now);
        self.begun = true;
        Some((self.acted.take()?, self.before))
    }
}

/// What is typed; a space is what it is to the control that hears it.
pub fn letters(event: &Event) -> Option<&str> {
    match event {
        Event::Text(typed) if !typed.trim().is_empty() => Some(typed),
        _ => None,
    }
}

/// The key of the black screen, read as a character: any keyboard has it.
pub fn is_black(typed: &str) -> bool {
    matches!(typed, "." | "b" | "B")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Front = (None, None);

    fn key(word: &mut Word, now: f64, before: Front) {
        assert!(!word.takes("b", now));
        word.acts(now, before);
    }

    #[test]
    fn a_letter_that_follows_at_once_says_that_it_was_a_word() {
        let mut word = Word::default();
        key(&mut word, 10.0, NOTHING);
        assert_eq!(word.letter(10.2), Some(("b".into(), NOTHING)));
        assert_eq!(word.letter(10.4), None, "once");
        assert!(word.takes("b", 10.6), "« bibliothèque »");
        assert!(!word.takes("b", 12.0), "that is a key again");
        let mut word = Word::default();
        key(&mut word, 10.0, NOTHING);
        assert_eq!(word.letter(14.0), None, "black, and something else later");
    }

    #[test]
    fn the_same_key_twice_is_meant() {
        let mut word = Word::default();
        let chart = (Some(Cover::Chart), None);
        key(&mut word, 10.0, chart);
        assert_eq!(word.letter(10.2), Some(("b".into(), chart)), "what was there is there again");
        let mut word = Word::default();
        key(&mut word, 20.0, NOTHING);
        key(&mut word, 20.3, (Some(Cover::Black), None));
        assert_eq!(word.letter(20.6), None);
        // Later, each is one.
        let black = (Some(Cover::Black), None);
        key(&mut word, 30.0, NOTHING);
        key(&mut word, 40.0, black);
        assert_eq!(word.letter(40.1), Some(("b".into(), black)));
    }
}
