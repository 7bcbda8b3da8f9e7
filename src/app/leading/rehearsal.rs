//! A rehearsal: everything works, and nothing of what is tried stays in the design.

use egui::Context;

use crate::app::App;
use crate::text::{leader, room as words};

impl App {
    /// Begins one, or ends it.
    pub(in crate::app) fn rehearse(&mut self, ctx: &Context) {
        if self.before_rehearsal.is_some() {
            return self.stop_leading(ctx);
        }
        if self.session.view.is_still() {
            return;
        }
        self.session.history.end_step();
        let before = self.session.history.clone();
        if self.session.view.leading.is_none() {
            self.begin_projection(ctx, false);
        }
        if let Some(leading) = &mut self.session.view.leading {
            leading.rehearsal = true;
            self.before_rehearsal = Some(before);
            self.say(words::REHEARSAL_BEGUN);
        }
    }

    /// The design is again what it was.
    pub(in crate::app) fn end_rehearsal(&mut self, ctx: &Context) {
        let Some(before) = self.before_rehearsal.take() else { return };
        let tried = std::sync::Arc::clone(self.session.history.design());
        self.session.history.go_back_to(before);
        self.leave_what_is_gone(ctx, &tried);
        if let Some(leading) = &mut self.session.view.leading {
            leading.rehearsal = false;
        }
        self.tell(ctx, leader::REHEARSED);
    }
}
