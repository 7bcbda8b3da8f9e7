//! A change says what is to be done to a design, and what those who follow are told of it.

use std::sync::Arc;

use crate::model::Design;
use crate::model::edit::Edit;
use crate::model::history::{Deed, Revision};
use crate::model::strokes::Manner;

/// What is to be done to a design.
#[derive(Clone, Copy, Debug)]
pub enum Change<'a> {
    /// An edit; and what only the hand knows of it, that it pasted or cut.
    Edit(&'a Edit, Option<Manner>),
    /// One step back.
    Undo,
    /// One undone step again.
    Redo,
    /// Something goes that nobody wrote, as if it had never come: there is nothing to undo of it.
    Tidy(&'a Edit),
    /// What a rehearsal tried goes.
    EndRehearsal,
}

/// Why a design is another one.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    Edited(Edit),
    Undone(Deed),
    Redone(Deed),
    Tidied,
    /// A rehearsal is over.
    Rehearsed,
    /// It was opened: there is nothing before it.
    Opened,
}

/// A change of a design that was done.
#[derive(Clone, Debug)]
pub struct Commit {
    /// What the design now is. Its number never comes twice for two contents, from one opening to the next as well.
    pub revision: Revision,
    pub before: Arc<Design>,
    pub after: Arc<Design>,
    pub cause: Cause,
}
