//! Revisions and steps: undo and redo without end, and nothing lost between them.
//!
//! Every edit makes a new *revision*, a number that never comes twice for two contents. A *step*, what one undo takes
//! back, is a range of revisions: the strokes that a person would call one thing (see [`strokes`](super::strokes)), in
//! one text; a gesture on one rail. What has shown for [`SHOWN`] is always the end of a step, so an undo never passes
//! over anything that somebody had time to read. A snapshot shares every text with its neighbours, so keeping one a
//! step is cheap.
//!
//! An edit that comes after some undos throws nothing away: what was undone, and the way back from it, become a part of
//! the past ([`Steps`]). An undo then takes back the edit first, as everywhere; further ones walk through what had been
//! undone, one thing at a time, and on to what was before it.

use std::sync::Arc;

use super::design::Design;
use super::edit::{Edit, Effect, Group, Refused, Target};
pub use super::steps::SHOWN;
use super::steps::{Steps, Way};
use super::strokes::{Manner, Run, Stroke};

/// The number of a revision: two equal numbers mean the same content.
pub type Revision = u64;

/// A design and every state it went through since it was opened.
#[derive(Clone, Debug)]
pub struct History {
    steps: Steps<Snapshot, Deed>,
    open: Option<Open>,
    last_number: Revision,
}

/// The step under way.
#[derive(Clone, Debug)]
struct Open {
    group: Group,
    /// When its last edit came, in seconds.
    last: f64,
    /// What is done to the text, when it is one.
    run: Option<Run>,
}

#[derive(Clone, Debug)]
struct Snapshot {
    revision: Revision,
    design: Arc<Design>,
}

/// What one undo takes back.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// Its last edit.
    pub edit: Arc<Edit>,
    /// What it did to a text, when it is of one.
    pub manner: Option<Manner>,
    /// It is itself an undo of that edit: taking it back does the edit again.
    pub is_an_undo: bool,
}

impl Way for Deed {
    fn reversed(self) -> Deed {
        Deed { is_an_undo: !self.is_an_undo, ..self }
    }
}

impl History {
    pub fn new(design: Design) -> History {
        let first = Snapshot { revision: 0, design: Arc::new(design) };
        History { steps: Steps::new(first), open: None, last_number: 0 }
    }

    /// As it was in `before`, a copy taken earlier; the numbers of what was tried since name nothing else.
    pub fn go_back_to(&mut self, before: History) {
        let last_number = self.last_number.max(before.last_number);
        *self = History { last_number, ..before };
    }

    pub fn design(&self) -> &Arc<Design> {
        &self.steps.content().design
    }

    pub fn revision(&self) -> Revision {
        self.steps.content().revision
    }

    /// Applies `edit` at the time `now` (seconds, from any origin): it joins the step under way if it goes on with the
    /// same thing, and starts a new one otherwise.
    ///
    /// # Errors
    /// [`Refused`]; nothing has changed.
    pub fn apply(&mut self, edit: &Edit, now: f64) -> Result<Effect, Refused> {
        self.apply_as(edit, None, now)
    }

    /// As [`History::apply`], by a hand that pasted or cut: that is a step of its own.
    ///
    /// # Errors
    /// [`Refused`]; nothing has changed.
    pub fn apply_as(
        &mut self,
        edit: &Edit,
        hand: Option<Manner>,
        now: f64,
    ) -> Result<Effect, Refused> {
        let mut design = Design::clone(self.design());
        let written = edit.written(&mut design);
        if edit.apply(&mut design)? == Effect::Unchanged {
            return Ok(Effect::Unchanged);
        }
        let stroke = written.map(|(before, after)| Stroke::between(&before, &after));
        let group = edit.group();
        let alone = hand.is_some() || group == Group::Alone;
        let joined = if alone { None } else { self.joined(&group, stroke, now) };
        let run = joined.unwrap_or(stroke.map(Run::of));
        if joined.is_none() {
            self.end_step();
        }
        self.last_number += 1;
        let snapshot = Snapshot { revision: self.last_number, design: Arc::new(design) };
        let manner = hand.or(run.map(|run| run.manner));
        let deed = Deed { edit: Arc::new(edit.clone()), manner, is_an_undo: false };
        if joined.is_some() {
            self.steps.go_on(snapshot, deed);
        } else {
            self.steps.step(snapshot, deed);
        }
        self.open = (!alone).then_some(Open { group, last: now, run });
        Ok(Effect::Changed)
    }

    /// What the step under way becomes with this; `None` if it is another thing.
    fn joined(&self, group: &Group, stroke: Option<Stroke>, now: f64) -> Option<Option<Run>> {
        let open = self.open.as_ref()?;
        if open.group != *group || now - open.last >= SHOWN {
            return None;
        }
        match (open.run, stroke) {
            (Some(run), Some(stroke)) => run.with(stroke).map(Some),
            (run, _) => Some(run),
        }
    }

    /// Ends the step under way: the next edit starts another. A step that came back to where it began is forgotten: in
    /// between, nothing showed for long.
    pub fn end_step(&mut self) {
        if self.open.take().is_some() {
            self.steps.forget_if(|before, after| before.design == after.design);
        }
    }

    /// Ends the step under way if it is of typing in `target`: another one goes on.
    pub fn end_typing(&mut self, target: &Target) {
        let typing = |open: &Open| matches!(&open.group, Group::Typing(open) if open == target);
        if self.open.as_ref().is_some_and(typing) {
            self.end_step();
        }
    }

    pub fn can_undo(&self) -> bool {
        self.steps.undoable().is_some()
    }

    pub fn can_redo(&self) -> bool {
        self.steps.redoable().is_some()
    }

    /// What the next undo would take back, and the design that it would give.
    pub fn undoable(&self) -> Option<(&Deed, &Design)> {
        self.steps.undoable().map(|(deed, before)| (deed, &*before.design))
    }

    /// What the next redo would do again, and the design that it would give.
    pub fn redoable(&self) -> Option<(&Deed, &Design)> {
        self.steps.redoable().map(|(deed, after)| (deed, &*after.design))
    }

    /// Takes one step back. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.end_step();
        self.steps.undo()
    }

    /// Takes one undone step again. Says whether there was one.
    pub fn redo(&mut self) -> bool {
        self.end_step();
        self.steps.redo()
    }
}
