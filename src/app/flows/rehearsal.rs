//! In a rehearsal everything works, and nothing of what is tried stays in the design.

use egui::Context;

use crate::app::desk::App;
use crate::app::document::Change;
use crate::intent::leading::Kind;
use crate::text::room as words;

impl App {
    /// Begins one, or ends it.
    pub(in crate::app) fn rehearse(&mut self, ctx: &Context) {
        if self.document.rehearses() {
            return self.stop_leading(ctx);
        }
        if self.window.view.leading.is_none() {
            self.begin_projection(ctx, false);
        }
        if let Some(leading) = &mut self.window.view.leading {
            leading.kind = Kind::Rehearsal;
            self.document.rehearse();
            self.say(words::REHEARSAL_BEGUN);
        }
    }

    /// The design is again what it was.
    pub(in crate::app) fn end_rehearsal(&mut self, ctx: &Context) {
        if self.document.rehearses() {
            if let Some(leading) = &mut self.window.view.leading {
                leading.kind = Kind::Workshop;
            }
            self.commit(ctx, Change::EndRehearsal);
        }
    }
}
