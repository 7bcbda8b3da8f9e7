//! What is said of each change, for those who do not see it.
//!
//! A control that has the keyboard speaks for itself, but not well enough: its new name is told to the screen reader,
//! and Orca drops a name that looks too much like the one before (« 2 crans… », « 3 crans… »). So its value alone is
//! said; of any other control, the name too. Two are always heard, and not said again: a box, whose tick is a state, and
//! a choice that takes the keyboard when it is made, whose name is the value.

use std::sync::Arc;

use egui::Context;

use super::App;
use crate::intent::Command;
use crate::model::edit::Edit;
use crate::model::{Catalogue, Design};
use crate::text::{edits, interface as words};

/// The last thing said.
#[derive(Debug, Default)]
pub(super) struct Voice {
    pub words: String,
    /// Changes when the same words are said again.
    pub turn: bool,
}

impl App {
    /// Says `words`, once.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        let words = words.into();
        if words == self.voice.words {
            self.voice.turn = !self.voice.turn;
        }
        self.voice.words = words;
    }

    /// Says what `edit` has just changed.
    pub(super) fn say_edit(&mut self, ctx: &Context, before: &Design, edit: &Edit) {
        let Some(said) = edits::said(&self.catalogue, before, self.session.design(), edit) else {
            return;
        };
        let focused = focused(ctx).unwrap_or_default();
        if focused.starts_with(&said.about) {
            if !matches!(edit, Edit::Tick { .. }) {
                self.say(said.value);
            }
        } else if focused != said.value {
            self.say(said.whole());
        }
    }

    /// Says what is taken back, or done again.
    pub(super) fn say_step(&mut self, command: Command, edit: Option<Arc<Edit>>, before: &Design) {
        let Some(edit) = edit else { return };
        let about = about(&self.catalogue, before, self.session.design(), &edit);
        self.say(match command {
            Command::Redo => edits::redone(&about),
            _ => edits::undone(&about),
        });
    }

    /// Says why a command does nothing.
    pub(super) fn say_refused(&mut self, command: Command) {
        match command {
            Command::Undo => self.say(edits::NOTHING_TO_UNDO),
            Command::Redo => self.say(edits::NOTHING_TO_REDO),
            _ => {}
        }
    }

    /// Says the name of the lab that has come.
    pub(super) fn say_opened(&mut self) {
        self.say(words::opened(&self.session.design().name));
    }
}

/// A free field is only in one of the two designs when it was added or removed.
fn about(catalogue: &Catalogue, before: &Design, after: &Design, edit: &Edit) -> String {
    let here = match edit {
        Edit::RemoveFree(id) if before.free_field(*id).is_none() => after,
        _ => before,
    };
    edits::about(catalogue, here, edit)
}

/// The name of what has the keyboard.
fn focused(ctx: &Context) -> Option<String> {
    let id = ctx.memory(|memory| memory.focused())?;
    // Asking for the node of what shows nothing would make one.
    if !ctx.has_accesskit_node(id) {
        return None;
    }
    ctx.accesskit_node_builder(id, |node| node.label().map(str::to_owned)).flatten()
}
