//! Revisions and steps: undo and redo without end, and nothing lost between them.
//!
//! Every edit makes a new *revision*, a number that never comes twice for two contents. A *step*, what one undo takes
//! back, is a range of revisions: the strokes that a person would call one thing (see [`strokes`](super::strokes)), in
//! one text; a gesture on one rail. What has shown for [`SHOWN`] is always the end of a step, so an undo never passes
//! over anything that somebody had time to read. A snapshot shares every text with its neighbours, so keeping one a
//! step is cheap.
//!
//! An edit that comes after some undos throws nothing away: what was undone, and the way back from it, become a part of
//! the past. An undo then takes back the edit first, as everywhere; further ones walk through what had been undone, one
//! thing at a time, and on to what was before it.

use std::sync::Arc;

use super::design::Design;
use super::edit::{Edit, Effect, Group, Refused, Target};
use super::strokes::{Manner, Run, Stroke};

/// What showed for this long, in seconds, is the end of a step.
pub const SHOWN: f64 = 1.0;

/// The number of a revision: two equal numbers mean the same content.
pub type Revision = u64;

/// A design and every state it went through since it was opened.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Snapshot>,
    present: Snapshot,
    future: Vec<Snapshot>,
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
    /// What led here from the state before; `None` where it all began.
    deed: Option<Deed>,
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

impl Deed {
    fn reversed(self) -> Deed {
        Deed { is_an_undo: !self.is_an_undo, ..self }
    }
}

impl History {
    pub fn new(design: Design) -> History {
        History {
            past: Vec::new(),
            present: Snapshot { revision: 0, design: Arc::new(design), deed: None },
            future: Vec::new(),
            open: None,
            last_number: 0,
        }
    }

    /// As it was in `before`, a copy taken earlier; the numbers of what was tried since name nothing else.
    pub fn go_back_to(&mut self, before: History) {
        let last_number = self.last_number.max(before.last_number);
        *self = History { last_number, ..before };
    }

    pub fn design(&self) -> &Arc<Design> {
        &self.present.design
    }

    pub fn revision(&self) -> Revision {
        self.present.revision
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
        let mut design = Design::clone(&self.present.design);
        let written = edit.written(&mut design);
        if edit.apply(&mut design)? == Effect::Unchanged {
            return Ok(Effect::Unchanged);
        }
        let stroke = written.map(|(before, after)| Stroke::between(&before, &after));
        let group = edit.group();
        let alone = hand.is_some() || group == Group::Alone;
        let joined = if alone { None } else { self.joined(&group, stroke, now) };
        let run = match joined {
            Some(run) => run,
            None => {
                self.end_step();
                self.keep_what_was_undone();
                self.past.push(self.present.clone());
                stroke.map(Run::of)
            }
        };
        self.open = (!alone).then_some(Open { group, last: now, run });
        self.last_number += 1;
        self.present = Snapshot {
            revision: self.last_number,
            design: Arc::new(design),
            deed: Some(Deed {
                edit: Arc::new(edit.clone()),
                manner: hand.or(run.map(|run| run.manner)),
                is_an_undo: false,
            }),
        };
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

    /// What was undone becomes a part of the past, forth and back again: an edit that comes now leaves it within reach.
    fn keep_what_was_undone(&mut self) {
        if self.future.is_empty() {
            return;
        }
        let here = self.present.clone();
        let forth: Vec<Snapshot> = self.future.drain(..).rev().collect();
        self.past.push(here.clone());
        self.past.extend(forth.iter().cloned());
        // Back from the last of them, each time to the one before it.
        let before = [&here].into_iter().chain(&forth);
        let back: Vec<Snapshot> = before
            .zip(&forth)
            .map(|(before, after)| Snapshot {
                deed: after.deed.clone().map(Deed::reversed),
                ..before.clone()
            })
            .collect();
        self.past.extend(back.iter().skip(1).rev().cloned());
        if let Some(first) = back.into_iter().next() {
            self.present = first;
        }
    }

    /// Ends the step under way: the next edit starts another. A step that came back to where it began is forgotten: in
    /// between, nothing showed for long.
    pub fn end_step(&mut self) {
        if self.open.take().is_none() {
            return;
        }
        if let Some(before) = self.past.pop_if(|before| before.design == self.present.design) {
            self.present = before;
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
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What the next undo would take back, and the design that it would give.
    pub fn undoable(&self) -> Option<(&Deed, &Design)> {
        let before = self.past.last()?;
        Some((self.present.deed.as_ref()?, &before.design))
    }

    /// What the next redo would do again, and the design that it would give.
    pub fn redoable(&self) -> Option<(&Deed, &Design)> {
        let after = self.future.last()?;
        Some((after.deed.as_ref()?, &after.design))
    }

    /// Takes one step back. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.end_step();
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, before));
        true
    }

    /// Takes one undone step again. Says whether there was one.
    pub fn redo(&mut self) -> bool {
        self.end_step();
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, after));
        true
    }
}
