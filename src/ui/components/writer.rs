//! The writer is the text that has the keyboard: where its cursor stands and what it holds is remembered from one pass
//! to the next, because the toolkit takes the keyboard away before the next pass begins, and the selection with it.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, TextEdit};

use super::ring;

#[derive(Clone, Debug, PartialEq)]
pub struct Writer {
    pub id: Id,
    /// Where the keyboard goes on Escape.
    pub exit: Option<Id>,
    /// It is in no history: undo is the text's own.
    pub apart: bool,
    /// The text as this pass left it.
    pub text: Arc<str>,
    pub selection: Option<CCursorRange>,
}

impl Writer {
    pub fn has_selection(&self) -> bool {
        self.selection.is_some_and(|range| !range.is_empty())
    }
}

const WRITER: &str = "writer";

/// The text that had the keyboard during the last pass and still has it.
pub fn writer(ctx: &Context) -> Option<Writer> {
    last_writer(ctx).filter(|writer| ctx.memory(|memory| memory.has_focus(writer.id)))
}

/// The text that had the keyboard last.
pub fn last_writer(ctx: &Context) -> Option<Writer> {
    let key = ring::of_window(ctx, WRITER);
    ctx.data(|data| data.get_temp::<Writer>(key))
}

/// The text `id`, that has just been shown, has the keyboard and holds `text`.
pub fn remember(ctx: &Context, id: Id, exit: Option<Id>, apart: bool, text: &str) {
    let state = TextEdit::load_state(ctx, id);
    let selection = state.and_then(|state| state.cursor.char_range());
    let writer = Writer { id, exit, apart, text: text.into(), selection };
    let key = ring::of_window(ctx, WRITER);
    ctx.data_mut(|data| data.insert_temp(key, writer));
}

/// Whether `id` is a text.
pub fn is_text(ctx: &Context, id: Id) -> bool {
    TextEdit::load_state(ctx, id).is_some()
}

/// Gives the keyboard to the text `id`, the cursor at its end.
pub fn give_keyboard(ctx: &Context, id: Id, text: &str) {
    ring::reach(ctx, id);
    put_cursor(ctx, id, text.chars().count());
}

/// The cursor of the text `id` goes after so many characters.
pub fn put_cursor(ctx: &Context, id: Id, at: usize) {
    select(ctx, id, CCursorRange::one(CCursor::new(at)));
}

pub fn select(ctx: &Context, id: Id, range: CCursorRange) {
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    TextEdit::store_state(ctx, id, state);
}

/// Where, in characters, what differs between two texts ends in the second.
pub fn end_of_change(before: &str, after: &str) -> usize {
    let head = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let (length, rest) =
        (after.chars().count(), before.chars().count().min(after.chars().count()) - head);
    let tail = before.chars().rev().zip(after.chars().rev()).take(rest);
    length - tail.take_while(|(a, b)| a == b).count()
}
