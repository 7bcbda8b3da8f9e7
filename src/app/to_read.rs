//! What is to be known of a save that was done all the same: what follows the save is done, and does not hide it.

use std::collections::VecDeque;

use egui::Context;

use super::{App, Notice};
use crate::intent::Action;
use crate::text::interface as words;

#[derive(Debug, Default)]
pub(super) struct ToRead {
    /// The number of its notice.
    number: Option<u64>,
    /// What is said once it was read, in the order that it came.
    then: VecDeque<Notice>,
}

impl ToRead {
    /// The notice of that number is the last one of a save, which was done or was not.
    pub fn said(&mut self, done: bool, number: u64) {
        self.number = done.then_some(number);
    }
}

impl App {
    /// Whether what shows is about a save that was done, and has not been read.
    pub(super) fn has_to_be_read(&self) -> bool {
        self.notice.is_some() && self.to_read.number == Some(self.notices)
    }

    /// What can be said now: nothing, while what is to be read has not been; it waits.
    pub(super) fn after_what_is_to_be_read(&mut self, notice: Notice) -> Option<Notice> {
        if self.has_to_be_read() && !notice.of_a_save {
            self.to_read.then.push_back(notice);
            return None;
        }
        Some(notice)
    }

    /// Another lab comes: what is to be read stays, and offers nothing that would write this one in the place of the other.
    pub(super) fn keep_what_is_to_be_read(&mut self) {
        let stays = self.has_to_be_read();
        self.notice.take_if(|_| !stays);
        if let Some(notice) = &mut self.notice {
            notice.ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
            notice.message.next.clear();
        }
    }

    pub(super) fn tell_what_waited(&mut self, ctx: &Context) {
        if let Some(notice) = self.to_read.then.pop_front() {
            self.notify(ctx, notice);
        }
    }
}
