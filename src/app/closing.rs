//! What waits for the work under way to end: another lab, a paper, or the window itself, which is to close.

use super::files::After;
use super::printing::Ending;

#[derive(Default)]
pub(super) struct Closing {
    /// What waits for a question to be answered, or for a save to end.
    pub after: Option<After>,
    /// What follows the save under way.
    pub ending: Option<Ending>,
    /// Since when the window is to close, in seconds of its clock.
    pub since: Option<f64>,
    /// The window may close: nothing is left to save.
    pub done: bool,
}
