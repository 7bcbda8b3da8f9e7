//! A document is one design being worked on, and all that belongs to it: its history, its file, what of it is saved,
//! its order of play, what a rehearsal tries. It is a value: a program can hold several.
//!
//! - [`commit`]: the one door by which a design changes. - [`change`]: what goes through it.

pub mod change;
mod commit;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

pub use self::change::{Cause, Change, Commit};
use crate::model::edit::Target;
use crate::model::history::{Deed, Revision};
use crate::model::order_steps::OrderSteps;
use crate::model::play::Play;
use crate::model::{Design, History, Text};
use crate::text::shown;

/// A design being drawn.
#[derive(Clone, Debug)]
pub struct Document {
    history: History,
    /// `None` until it is saved for the first time.
    file: Option<PathBuf>,
    /// The revision that is in the file; `None` for a design that has never been in one and is worth keeping.
    saved: Option<Revision>,
    /// The hour and minute of the last save.
    saved_at: Option<(i8, i8)>,
    /// The order of play, once it has been asked for.
    order: Option<OrderSteps>,
    /// The order of play that another one has just replaced.
    order_before: Option<Arc<Play>>,
    /// While one rehearses: the history as it was before.
    before_rehearsal: Option<History>,
}

impl Document {
    /// An empty sheet: closing it loses nothing.
    pub fn blank(design: Design) -> Document {
        let history = History::new(design);
        Document { saved: Some(history.revision()), ..Document::unsaved(history) }
    }

    /// A design made from another one: it is in no file yet.
    pub fn successor(design: Design) -> Document {
        Document::unsaved(History::new(design))
    }

    /// A design just read from `file`.
    pub fn opened(design: Design, file: PathBuf) -> Document {
        Document { file: Some(file), ..Document::blank(design) }
    }

    fn unsaved(history: History) -> Document {
        Document {
            history,
            file: None,
            saved: None,
            saved_at: None,
            order: None,
            order_before: None,
            before_rehearsal: None,
        }
    }

    /// Names this opening of this design, and no other: what a job worked for is found by it, or known to be gone.
    pub fn key(&self) -> Uuid {
        self.history.opening()
    }

    pub fn design(&self) -> &Arc<Design> {
        self.history.design()
    }

    pub fn revision(&self) -> Revision {
        self.history.revision()
    }

    /// What the next undo would take back, or the next redo would do again, and the design that it would give.
    pub fn next_step(&self, undo: bool) -> Option<(&Deed, &Design)> {
        if undo { self.history.undoable() } else { self.history.redoable() }
    }

    /// The gesture is over: the next edit starts another step.
    pub fn end_step(&mut self) {
        self.history.end_step();
    }

    /// The same, if the step under way is of typing in `target`.
    pub fn end_typing(&mut self, target: &Target) {
        self.history.end_typing(target);
    }

    /// Begins a rehearsal: what is tried from now on will not stay.
    pub fn rehearse(&mut self) {
        self.end_step();
        self.before_rehearsal.get_or_insert_with(|| self.history.clone());
    }

    pub fn rehearses(&self) -> bool {
        self.before_rehearsal.is_some()
    }

    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    pub fn saved_at(&self) -> Option<(i8, i8)> {
        self.saved_at
    }

    /// Whether something is not in the file: the design, or a date that is typed and cannot be read.
    pub fn modified(&self) -> bool {
        !self.is_written() || self.unread_date().is_some()
    }

    /// Whether the design is in the file as it is, but for what no file can hold: by a comparison of revisions, never a flag.
    pub fn is_written(&self) -> bool {
        self.saved == Some(self.history.revision())
    }

    /// The first workshop for whose date something is typed that is none, and what is.
    pub fn unread_date(&self) -> Option<(Uuid, &Text)> {
        let mut all = self.design().workshops.iter();
        all.find_map(|workshop| workshop.unread.as_ref().map(|typed| (workshop.key, typed)))
    }

    /// The name of its file, without the folder; empty for a design that has none. Letters that are no text show as « ? ».
    pub fn file_name(&self) -> String {
        let name = self.file().and_then(Path::file_name);
        let name = name.map(|name| shown::name(Path::new(name))).unwrap_or_default();
        name.replace('\u{fffd}', "?")
    }

    /// `revision` is now in `file`.
    pub fn saved(&mut self, revision: Revision, file: PathBuf, at: (i8, i8)) {
        self.saved = Some(revision);
        self.file = Some(file);
        self.saved_at = Some(at);
    }

    /// The steps of its order of play, once it has been asked for.
    pub fn order(&self) -> Option<&OrderSteps> {
        self.order.as_ref()
    }

    pub fn order_mut(&mut self) -> &mut Option<OrderSteps> {
        &mut self.order
    }

    /// The order of play that another one has just replaced.
    pub fn order_before_mut(&mut self) -> &mut Option<Arc<Play>> {
        &mut self.order_before
    }

    /// The same lab, opened once more, goes on with the order of play that it had: what is written of it on the disk may be
    /// older.
    pub fn goes_on_from(&mut self, before: &mut Document) {
        if before.design().id == self.design().id {
            self.order = before.order.take();
        }
    }
}

#[cfg(test)]
mod tests;
