//! This holds what waits for the work under way to end: another lab, a paper, or the window itself, which is to close.

use super::document::Document;
use super::messages::Notice;

/// What goes on once nothing unsaved stands in its way.
pub enum After {
    /// Another lab, and what is to be said of its file.
    Replace(Box<Document>, Option<Notice>),
    Close,
}

/// What is to follow a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Workshop,
    Kit,
}

#[derive(Default)]
pub struct Closing {
    /// What waits for a question to be answered, or for a save to end.
    pub after: Option<After>,
    /// What follows the save under way.
    pub ending: Option<Ending>,
    /// Since when the window is to close, in seconds of its clock.
    pub since: Option<f64>,
    /// The window may close: nothing is left to save.
    pub done: bool,
}
