//! A notice stands over the sheet until it is read.

use crate::intent::Action;
use crate::intent::leading::Lead;
use crate::text::{Message, interface as words};

/// What happened, and the ways out.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub message: Message,
    pub ways: Vec<(&'static str, Action)>,
    /// The next save that succeeds makes it untrue.
    pub of_a_save: bool,
}

impl Notice {
    /// Something to read, and nothing to do of it.
    pub fn of(message: Message) -> Notice {
        let ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
        Notice { message, ways, of_a_save: false }
    }

    /// Whether what it offers concerns the room.
    pub fn is_of_the_room(&self) -> bool {
        self.ways.iter().any(|(_, way)| matches!(way, Action::Lead(Lead::Screen(_) | Lead::Here)))
    }
}
