//! Each change is said, for those who do not see it.
//!
//! A control that has the keyboard speaks for itself, but not well enough: its new name is told to the screen reader,
//! and Orca drops a name that looks too much like the one before (« 2 crans… », « 3 crans… »). So its value alone is
//! said; of any other control, the name too. Two are always heard, and not said again: a box, whose tick is a state, and
//! a choice that takes the keyboard when it is made, whose name is the value.
//!
//! What is done away from what one looks at is *told*: said, and shown over the window for a moment.

use std::time::Duration;

use egui::{Context, Ui};

use crate::app::desk::App;
use crate::app::document::{Cause, Commit};
use crate::model::Design;
use crate::model::edit::Edit;
use crate::model::history::Deed;
use crate::text::{edits, interface as words, leader};
use crate::ui::Cx;
use crate::ui::views::free::Free;
use crate::ui::views::notice;

impl App {
    /// Says `words`, and shows them for a moment.
    pub(in crate::app) fn tell(&mut self, ctx: &Context, words: impl Into<String>) {
        self.messages.tell(words.into(), false, ctx.input(|input| input.time));
    }

    /// As [`App::tell`], to the person at the keyboard alone: a room that looks on does not see it.
    pub(in crate::app) fn tell_apart(&mut self, ctx: &Context, words: impl Into<String>) {
        self.messages.tell(words.into(), true, ctx.input(|input| input.time));
    }

    /// Shows what was told last, while it is still news, in what is `free`.
    pub(in crate::app) fn show_told(&self, ui: &Ui, cx: Cx, free: Free) {
        let Some(told) = &self.messages.told else { return };
        let rest = told.until - ui.input(|input| input.time);
        let room = matches!(free, Free::InTheRoom(_)) || cx.projected();
        if rest > 0.0 && !(told.apart && room) {
            notice::success(ui, cx, &told.words, "", free);
            ui.ctx().request_repaint_after(Duration::from_secs_f64(rest));
        }
    }

    /// Says `words`, once.
    pub(in crate::app) fn say(&mut self, words: impl Into<String>) {
        self.messages.voice.say(words.into());
    }

    /// Says what has just changed.
    pub(in crate::app) fn say_commit(&mut self, ctx: &Context, commit: &Commit) {
        let Commit { before, after, .. } = commit;
        match &commit.cause {
            Cause::Edited(edit) => self.say_edit(ctx, before, after, edit),
            // What was taken back, or done again, shows too: it may be far from what one looks at.
            Cause::Undone(deed) | Cause::Redone(deed) => {
                let undo = matches!(commit.cause, Cause::Undone(_));
                let here = holder(deed, before, after);
                self.tell(ctx, edits::stepped(&self.catalogue, here, deed, undo));
            }
            Cause::Rehearsed => self.tell(ctx, leader::REHEARSED),
            Cause::Opened => self.say(words::opened(&after.name)),
            Cause::Tidied => {}
        }
    }

    fn say_edit(&mut self, ctx: &Context, before: &Design, after: &Design, edit: &Edit) {
        let Some(said) = edits::said(&self.catalogue, before, after, edit) else { return };
        let focused = focused(ctx).unwrap_or_default();
        if focused.starts_with(&said.about) {
            if !matches!(edit, Edit::Tick { .. }) {
                self.say(said.value);
            }
        } else if focused != said.value {
            self.say(said.whole());
        }
    }

    /// What the menu says of the next undo, or of the next redo: the thing itself.
    pub(in crate::app) fn step_to_take(&self, undo: bool) -> Option<String> {
        if let Some(step) = self.order_step(undo) {
            return step.map(|deed| leader::order_step_to_take(deed, undo));
        }
        let (deed, after) = self.document.next_step(undo)?;
        let here = holder(deed, self.document.design(), after);
        Some(edits::step_to_take(&self.catalogue, here, deed, undo))
    }
}

/// A free field is only in one of the two designs when it was added or removed.
fn holder<'a>(deed: &Deed, before: &'a Design, after: &'a Design) -> &'a Design {
    match &*deed.edit {
        Edit::RemoveFree(id) if before.free_field(*id).is_none() => after,
        _ => before,
    }
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
