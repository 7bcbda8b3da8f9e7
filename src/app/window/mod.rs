//! A window has a state of its own, which is not the design's: what is looked at, who has the keyboard, what was typed
//! and waits for its turn.

pub mod lending;
pub mod wall;
pub mod word;

use egui::Event;

use self::lending::Lending;
use self::word::Word;
use crate::intent::View;

/// The state of the program's own window.
#[derive(Default)]
pub struct WindowState {
    pub view: View,
    /// Who has the keyboard when something comes in front.
    pub lending: Lending,
    /// What was typed after a shortcut, in the same frame: it comes first on the next.
    pub deferred: Vec<Event>,
    /// The letters typed while no text has the keyboard.
    pub word: Word,
    /// The title that the system was last given.
    pub title: String,
}
