//! « Vérifier ce poste » says what was looked at on this computer, and what to do of it.

use super::Action;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    pub state: State,
    /// What there is, in one plain sentence.
    pub what: String,
    /// What to do; empty when there is nothing to do.
    pub next: String,
    /// A way to do it.
    pub way: Option<(&'static str, Action)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Good,
    /// One can do without, or it is to be known.
    Known,
    /// The workshop would suffer.
    Bad,
}
