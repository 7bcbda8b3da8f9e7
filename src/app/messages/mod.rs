//! Messages are what is said to the people at the computer: what happened and the ways out, what is told for a moment,
//! what a screen reader says.

mod notice;
mod to_read;

pub use self::notice::Notice;
pub use self::to_read::ToRead;
use crate::intent::Action;
use crate::text::interface as words;

/// What is said.
#[derive(Debug, Default)]
pub struct Messages {
    pub notice: Option<Notice>,
    /// How many notices have come so far.
    pub count: u64,
    /// A save that was done and is to be read about all the same.
    pub to_read: ToRead,
    /// It was there before the room looked at this window, which has nothing to do with it: it comes back after.
    pub put_off: Option<Notice>,
    /// Until when the last save shows over the window, in seconds of its clock.
    pub success: Option<f64>,
    /// What was told last, over the window too.
    pub told: Option<Told>,
    pub voice: Voice,
}

/// The last thing said to a screen reader.
#[derive(Debug, Default)]
pub struct Voice {
    pub words: String,
    /// Changes when the same words are said again.
    pub turn: bool,
}

impl Voice {
    /// Says `words`, once.
    pub fn say(&mut self, words: String) {
        if words == self.words {
            self.turn = !self.turn;
        }
        self.words = words;
    }
}

/// What is shown for a moment.
#[derive(Clone, Debug)]
pub struct Told {
    pub words: String,
    /// In seconds of the window's clock.
    pub until: f64,
    /// It is about the keys of the person who leads, not about the lab.
    pub apart: bool,
}

/// For how long, in seconds.
const TELLING: f64 = 4.0;

impl Messages {
    /// Says `words` at the time `now`, and shows them for a moment; one thing at a time stands there.
    pub fn tell(&mut self, words: String, apart: bool, now: f64) {
        self.told = Some(Told { words: words.clone(), until: now + TELLING, apart });
        self.success = None;
        self.voice.say(words);
    }

    /// What was told is not true any more: it no longer shows.
    pub fn take_back(&mut self, words: &str) {
        self.told.take_if(|told| told.words == words);
    }

    /// A notice comes; gives none when it waits for another to be read.
    pub fn notify(&mut self, notice: Notice) -> bool {
        if self.has_to_be_read() && !notice.of_a_save {
            self.to_read.then.push_back(notice);
            return false;
        }
        self.notice = Some(notice);
        self.count += 1;
        true
    }

    /// The room is about to look at this window: what shows waits, unless it is about the screens, or has to be read.
    pub fn put_off(&mut self) {
        let waits = !self.has_to_be_read();
        let notice = self.notice.take_if(|notice| waits && !notice.is_of_the_room());
        self.put_off = notice.or(self.put_off.take());
    }

    /// Whether what shows is about a save that was done, and has not been read.
    pub fn has_to_be_read(&self) -> bool {
        self.notice.is_some() && self.to_read.number == Some(self.count)
    }

    /// Another lab comes: what is to be read stays, and offers nothing that would write this one in the place of the other.
    pub fn keep_what_is_to_be_read(&mut self) {
        let stays = self.has_to_be_read();
        self.put_off = None;
        self.notice.take_if(|_| !stays);
        if let Some(notice) = &mut self.notice {
            notice.ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
            notice.message.next.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Message;

    fn notice(what: &str) -> Notice {
        let [what, safe, next] = [what, "safe", "next"].map(str::to_owned);
        Notice::of(Message { what, safe, next })
    }

    fn shown(messages: &Messages) -> Option<&str> {
        messages.notice.as_ref().map(|notice| &*notice.message.what)
    }

    #[test]
    fn what_is_to_be_read_of_a_save_is_not_hidden_by_what_follows_it() {
        let mut messages = Messages::default();
        assert!(messages.notify(Notice { of_a_save: true, ..notice("saved, but") }));
        messages.to_read.said(true, messages.count);
        assert!(!messages.notify(notice("the paper is there")));
        assert_eq!(shown(&messages), Some("saved, but"));
        assert_eq!(messages.to_read.then.len(), 1);
        // Another save is about the same file: it takes the place of what was said of the one before.
        assert!(messages.notify(Notice { of_a_save: true, ..notice("saved, but again") }));
        assert_eq!(shown(&messages), Some("saved, but again"));
    }

    #[test]
    fn another_lab_keeps_what_is_to_be_read_and_offers_nothing_of_the_one_before() {
        let mut messages = Messages::default();
        messages.notify(notice("a passing thing"));
        messages.keep_what_is_to_be_read();
        assert_eq!(shown(&messages), None);
        let ways = vec![("again", Action::Retry("a.ron".into()))];
        messages.notify(Notice { ways, of_a_save: true, ..notice("saved, but") });
        messages.to_read.said(true, messages.count);
        messages.keep_what_is_to_be_read();
        assert_eq!(shown(&messages), Some("saved, but"));
        let kept = messages.notice.as_ref().unwrap();
        assert_eq!(kept.ways, [(words::UNDERSTOOD, Action::Dismiss)]);
        assert!(kept.message.next.is_empty());
    }

    #[test]
    fn the_same_words_are_said_again_and_what_is_told_shows_for_a_moment() {
        let mut messages = Messages { success: Some(9.0), ..Messages::default() };
        messages.tell("done".into(), false, 1.0);
        let turn = messages.voice.turn;
        messages.tell("done".into(), true, 2.0);
        assert_ne!(messages.voice.turn, turn);
        let told = messages.told.as_ref().unwrap();
        assert!(told.apart && told.until > 2.0);
        assert_eq!(messages.success, None, "one thing at a time stands there");
    }
}
