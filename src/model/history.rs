//! The history keeps revisions and steps: undo and redo have no end, and nothing is lost between them.
//!
//! Every edit makes a new *revision*, a number that never comes twice for two contents. A *step*, what one undo takes
//! back, is a range of revisions: the strokes that a person would call one thing (see [`strokes`](super::strokes)), in
//! one text; a gesture on one rail. What has shown for [`SHOWN`] is always the end of a step, so an undo never passes
//! over anything that somebody had time to read. A snapshot shares every text with its neighbours, so keeping one a
//! step is cheap.
//!
//! An edit that comes after some undos throws nothing away: what was undone becomes a part of the past ([`Steps`]). An undo
//! then takes back the edit first, as everywhere; the next one gives back at once all that had been undone, and further ones
//! walk through it, one thing at a time, and on to what was before it.

use std::sync::Arc;

use uuid::Uuid;

use super::design::Design;
use super::edit::{Edit, Effect, Group, Refused, Target};
use super::steps::{Steps, Way};
pub use super::strokes::SHOWN;
use super::strokes::{Manner, Open, Stroke};

/// The number of a revision: two equal numbers mean the same content, and none ever comes twice for two contents, from one
/// opening of a file to the next as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Revision {
    opening: Uuid,
    /// Counts inside the opening.
    number: u64,
}

impl Revision {
    /// The key of the history that it is of.
    pub fn opening(&self) -> Uuid {
        self.opening
    }
}

/// A design and every state it went through since it was opened.
#[derive(Clone, Debug)]
pub struct History {
    /// Drawn at random: the numbers of another opening are others.
    opening: Uuid,
    steps: Steps<Snapshot, Deed>,
    /// The step under way.
    open: Option<Open<Group>>,
    last_number: u64,
}

#[derive(Clone, Debug)]
struct Snapshot {
    revision: Revision,
    design: Arc<Design>,
}

/// Whatever their numbers, two that say the same are one content.
impl PartialEq for Snapshot {
    fn eq(&self, other: &Snapshot) -> bool {
        self.design == other.design
    }
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
    /// How many things it does at once: more than one only for the undo of them all, and then the edit is the last of them.
    pub count: usize,
}

impl Way for Deed {
    fn count(&self) -> usize {
        self.count
    }

    fn undone(self, count: usize) -> Deed {
        if count == self.count {
            // It is alone.
            return Deed { is_an_undo: !self.is_an_undo, ..self };
        }
        Deed { is_an_undo: true, manner: None, count, ..self }
    }
}

impl History {
    pub fn new(design: Design) -> History {
        let opening = Uuid::new_v4();
        let revision = Revision { opening, number: 0 };
        let first = Snapshot { revision, design: Arc::new(design) };
        History { opening, steps: Steps::new(first), open: None, last_number: 0 }
    }

    /// As it was in `before`, a copy taken earlier; the numbers of what was tried since name nothing else.
    pub fn go_back_to(&mut self, before: History) {
        let last_number = self.last_number.max(before.last_number);
        *self = History { last_number, ..before };
    }

    /// What no other opening has: a key of this history.
    pub fn opening(&self) -> Uuid {
        self.opening
    }

    fn next_revision(&mut self) -> Revision {
        self.last_number += 1;
        Revision { opening: self.opening, number: self.last_number }
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
        let written = edit.written(&design);
        if edit.apply(&mut design)? == Effect::Unchanged {
            return Ok(Effect::Unchanged);
        }
        let stroke = written.map(|(before, after)| Stroke::between(&before, &after));
        let group = edit.group();
        let alone = hand.is_some() || group == Group::Alone;
        let open = if alone { None } else { self.open.clone() };
        let joined = open.and_then(|open| open.with(&group, stroke, now));
        if joined.is_none() {
            self.end_step();
        }
        let goes_on = joined.is_some();
        let open = joined.unwrap_or_else(|| Open::new(group, stroke, now));
        let snapshot = Snapshot { revision: self.next_revision(), design: Arc::new(design) };
        let manner = hand.or(open.manner());
        let deed = Deed { edit: Arc::new(edit.clone()), manner, is_an_undo: false, count: 1 };
        if goes_on {
            self.steps.go_on(snapshot, deed);
        } else {
            self.steps.step(snapshot, deed);
        }
        self.open = (!alone).then_some(open);
        Ok(Effect::Changed)
    }

    /// Ends the step under way: the next edit starts another. A step that came back to where it began is forgotten: in
    /// between, nothing showed for long.
    pub fn end_step(&mut self) {
        if self.open.take().is_some() {
            self.steps.forget_empty();
        }
    }

    /// Ends the step under way if it is of typing in `target`: another one goes on.
    pub fn end_typing(&mut self, target: &Target) {
        let typing =
            |open: &Open<Group>| matches!(open.group(), Group::Typing(open) if open == target);
        if self.open.as_ref().is_some_and(typing) {
            self.end_step();
        }
    }

    /// Takes away of what shows something that nobody wrote, as if it had never come: an undo has nothing to do of it. Says
    /// whether something changed; where there is nothing to undo, nothing does.
    pub fn tidy(&mut self, edit: &Edit) -> bool {
        self.end_step();
        if !self.can_undo() {
            return false;
        }
        let mut design = Design::clone(self.design());
        if edit.apply(&mut design) != Ok(Effect::Changed) {
            return false;
        }
        let revision = self.next_revision();
        self.steps.amend(Snapshot { revision, design: Arc::new(design) });
        // Adding it may be all that the last step did.
        self.steps.forget_empty();
        true
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
