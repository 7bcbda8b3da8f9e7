//! This says who follows a change of the design, whatever its cause, and in what order.

use egui::Context;

use crate::app::desk::App;
use crate::app::document::{Cause, Change, Commit};

impl App {
    /// Does `change`, and tells those who follow. Says whether the design is another one.
    pub(in crate::app) fn commit(&mut self, ctx: &Context, change: Change) -> bool {
        let now = ctx.input(|input| input.time);
        let Some(commit) = self.document.commit(change, now) else { return false };
        self.heard(ctx, &commit);
        true
    }

    /// Tells those who follow: the voice first, since it names what has the keyboard; then the window, which leaves what is
    /// gone; then the order of play and what the room sees, which have a step for each field. The preview and the title
    /// compare revisions when they are drawn.
    pub(in crate::app) fn heard(&mut self, ctx: &Context, commit: &Commit) {
        self.say_commit(ctx, commit);
        self.leave_what_is_gone(ctx, &commit.before);
        if matches!(commit.cause, Cause::Undone(_) | Cause::Redone(_)) {
            self.stay_in_the_lists(ctx, &commit.before);
        }
        self.follow_fields();
    }
}
