//! Something is to be known of a save that was done all the same: what follows the save is done, and does not hide it.

use std::collections::VecDeque;

use super::notice::Notice;

/// The notice that is to be read first, and those that wait for that.
#[derive(Debug, Default)]
pub struct ToRead {
    /// The number of that notice.
    pub number: Option<u64>,
    /// What is said once it was read, in the order that it came.
    pub then: VecDeque<Notice>,
}

impl ToRead {
    /// The notice of that number is the last one of a save, which was done or was not.
    pub fn said(&mut self, done: bool, number: u64) {
        self.number = done.then_some(number);
    }
}
