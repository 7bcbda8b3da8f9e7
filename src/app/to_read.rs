//! What is to be known of a save that was done all the same: what follows the save is done, and does not hide it.

use egui::Context;

use super::{App, Notice};

#[derive(Debug, Default)]
pub(super) struct ToRead {
    /// The number of its notice.
    number: Option<u64>,
    /// What is said once it was read.
    then: Option<Notice>,
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
            self.to_read.then = Some(notice);
            return None;
        }
        Some(notice)
    }

    pub(super) fn tell_what_waited(&mut self, ctx: &Context) {
        if let Some(notice) = self.to_read.then.take() {
            self.notify(ctx, notice);
        }
    }
}
