//! The one door by which a design changes, whatever the cause; and what those who follow are told of it.

use std::sync::Arc;

use super::Document;
use crate::model::Design;
use crate::model::edit::{Edit, Effect};
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

impl Document {
    /// Does `change` at the time `now` (seconds, from any origin), and gives what those who follow are to be told; none if
    /// the design is what it was: the change was refused, or there was nothing to change.
    pub fn commit(&mut self, change: Change, now: f64) -> Option<Commit> {
        let before = Arc::clone(self.design());
        let cause = self.do_it(change, now)?;
        Some(Commit { before, cause, ..self.opening() })
    }

    /// What those who follow are told of a design that has just been opened.
    pub fn opening(&self) -> Commit {
        let (before, after) = (Arc::clone(self.design()), Arc::clone(self.design()));
        Commit { revision: self.revision(), before, after, cause: Cause::Opened }
    }

    fn do_it(&mut self, change: Change, now: f64) -> Option<Cause> {
        match change {
            Change::Edit(edit, hand) => {
                // A refusal leaves the design as it was: the controls already stop at the same bounds and say so.
                let done = self.history.apply_as(edit, hand, now) == Ok(Effect::Changed);
                done.then(|| Cause::Edited(edit.clone()))
            }
            Change::Undo => {
                self.history.end_step();
                let deed = self.history.undoable()?.0.clone();
                self.history.undo().then_some(Cause::Undone(deed))
            }
            Change::Redo => {
                self.history.end_step();
                let deed = self.history.redoable()?.0.clone();
                self.history.redo().then_some(Cause::Redone(deed))
            }
            Change::Tidy(edit) => self.history.tidy(edit).then_some(Cause::Tidied),
            Change::EndRehearsal => {
                let before = self.before_rehearsal.take()?;
                self.history.go_back_to(before);
                Some(Cause::Rehearsed)
            }
        }
    }
}
