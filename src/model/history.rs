//! Revisions and steps: undo and redo without end.
//!
//! Every edit makes a new *revision*, a number that never comes twice for two contents. A *step*, what one undo takes
//! back, is a range of revisions. A snapshot shares every text with its neighbours, so keeping one a step is cheap.

use std::sync::Arc;

use super::design::Design;
use super::edit::{Edit, Effect, Group, Refused, Target};

/// A step of typing ends when nothing was typed for this long, in seconds.
pub const TYPING_PAUSE: f64 = 3.0;

/// The number of a revision: two equal numbers mean the same content.
pub type Revision = u64;

/// A design and every state it went through since it was opened.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Snapshot>,
    present: Snapshot,
    future: Vec<Snapshot>,
    /// The group of the step under way, and when its last edit came (seconds).
    open: Option<(Group, f64)>,
    last_number: Revision,
}

#[derive(Clone, Debug)]
struct Snapshot {
    revision: Revision,
    design: Arc<Design>,
    /// The last edit of the step that led here; `None` where it all began.
    made_by: Option<Arc<Edit>>,
}

impl History {
    pub fn new(design: Design) -> History {
        History {
            past: Vec::new(),
            present: Snapshot { revision: 0, design: Arc::new(design), made_by: None },
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

    /// Applies `edit` at the time `now` (seconds, from any origin): it joins the step under way if it is of the same
    /// group, and starts a new one otherwise.
    ///
    /// # Errors
    /// [`Refused`]; nothing has changed.
    pub fn apply(&mut self, edit: &Edit, now: f64) -> Result<Effect, Refused> {
        let mut design = Design::clone(&self.present.design);
        if edit.apply(&mut design)? == Effect::Unchanged {
            return Ok(Effect::Unchanged);
        }
        let group = edit.group();
        if !self.joins(&group, now) {
            self.end_step();
            self.past.push(self.present.clone());
        }
        self.open = (group != Group::Alone).then_some((group, now));
        self.future.clear();
        self.last_number += 1;
        let made_by = Some(Arc::new(edit.clone()));
        self.present = Snapshot { revision: self.last_number, design: Arc::new(design), made_by };
        Ok(Effect::Changed)
    }

    fn joins(&self, group: &Group, now: f64) -> bool {
        match &self.open {
            Some((Group::Typing(open), last)) => {
                *group == Group::Typing(open.clone()) && now - last < TYPING_PAUSE
            }
            Some((open, _)) => open == group,
            None => false,
        }
    }

    /// Ends the step under way: the next edit starts another. A step that came back to where it began is forgotten.
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
        let typing = matches!(&self.open, Some((Group::Typing(open), _)) if open == target);
        if typing {
            self.end_step();
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What the next undo would take back: the last edit of the step.
    pub fn undoable(&self) -> Option<Arc<Edit>> {
        self.past.last().and_then(|_| self.present.made_by.clone())
    }

    /// What the next redo would do again.
    pub fn redoable(&self) -> Option<Arc<Edit>> {
        self.future.last().and_then(|after| after.made_by.clone())
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
