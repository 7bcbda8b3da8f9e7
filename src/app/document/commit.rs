//! A design changes by this one door, whatever the cause.

use std::sync::Arc;

use super::Document;
use super::change::{Cause, Change, Commit};
use crate::model::edit::Effect;

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
