//! A pass is one frame, in order: what was asked from outside, what is shown, and at its end every action.

use egui::Ui;

use super::desk::App;
use super::services::jobs::About;
use crate::intent::view::Focus;
use crate::intent::{Action, Actions, Command};
use crate::ui::components::{announcement, writing};

impl App {
    /// One pass: what was asked from outside, what is shown, and at its end every action, in order.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.start(&ctx);
        let mut actions = Actions::default();
        let held = self.held();
        self.finish_jobs(&ctx);
        self.hear_late(&ctx);
        self.keep_closing(&ctx);
        self.keep_task(&ctx);
        self.keep_screens(&ctx);
        self.keep_faults(&ctx);
        let by_key = self.listen(&ctx, &mut actions);
        self.keep_hours(&ctx);
        self.paint(ui, &mut actions);
        announcement::show(&ctx, &self.messages.voice.words, self.messages.voice.turn);
        // After what was typed before it.
        by_key.into_iter().for_each(|action| actions.push(action));
        self.apply_all(&ctx, actions.take(), held);
        self.tell_of_no_text(&ctx);
        self.keep_preview(&ctx);
        self.keep_time(&ctx);
        self.lend_keyboard(&ctx);
        self.entitle(&ctx);
    }

    pub(in crate::app) fn apply_all(
        &mut self,
        ctx: &egui::Context,
        asked: Vec<Action>,
        held: bool,
    ) {
        if !asked.is_empty() {
            // What was just shown is already old.
            ctx.request_repaint();
        }
        let key = self.document.key();
        let steps = self.window.view.focus == Some(Focus::NextSteps);
        for action in asked {
            if matches!(action, Action::Command(Command::Undo | Command::Redo)) && !held {
                // A step that came back to where it began is no step.
                self.document.end_step();
            }
            if let Err(refusal) = self.may(ctx, &action, held) {
                self.refuse(ctx, refusal);
                continue;
            }
            if !self.remembers(ctx, &action) {
                continue;
            }
            self.apply(ctx, action);
            if self.document.key() != key {
                // What follows was asked of the lab that has just gone.
                return;
            }
        }
        if steps && self.window.view.focus != Some(Focus::NextSteps) {
            self.drop_blank_steps(ctx);
        }
    }

    fn start(&mut self, ctx: &egui::Context) {
        if std::mem::replace(&mut self.start.started, true) {
            return;
        }
        ctx.set_theme(self.window.view.theme);
        match self.start.early.take() {
            Some(reading) => {
                self.services.jobs.adopt(ctx, About::nothing(), reading, App::has_read)
            }
            None => {
                self.begin_recall_of_play();
                self.welcome(ctx);
            }
        }
        self.begin_recall();
    }

    /// An empty sheet is ready to type.
    pub(in crate::app) fn welcome(&self, ctx: &egui::Context) {
        let name = &self.document.design().name;
        if name.is_empty() {
            let id = crate::ui::views::header::name_id();
            writing::give_keyboard(ctx, id, name);
        }
    }
}
