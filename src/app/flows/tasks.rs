//! A task begins, shows how far it has gone, is given up, ends.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use egui::Context;

use crate::app::desk::App;
use crate::app::press::carrying::Outcome;
use crate::app::press::task::{Progress, Task};
use crate::text::{pages, printing as words};

/// Before this, in seconds, nothing shows: it would be gone before it could be read.
const WORTH_SHOWING: f64 = 0.3;
/// Between two looks at how far it has gone.
const PACE: Duration = Duration::from_millis(100);

impl App {
    /// A task of so many steps begins; none begins while another one lasts.
    pub(in crate::app) fn begin_task(&mut self, ctx: &Context, of: usize) -> Option<Arc<Progress>> {
        if self.press.task.is_some() {
            return None;
        }
        let progress = Arc::new(Progress::of(of));
        let since = ctx.input(|input| input.time);
        self.press.tasks += 1;
        let number = self.press.tasks;
        self.press.task =
            Some(Task { progress: Arc::clone(&progress), number, lets_go: false, since });
        self.press.preview.state.clear();
        ctx.request_repaint_after(Duration::from_secs_f64(WORTH_SHOWING));
        Some(progress)
    }

    /// Shows how far it has gone, once it lasts.
    pub(in crate::app) fn keep_task(&mut self, ctx: &Context) {
        let preview = &mut self.press.preview;
        let Some(task) = &self.press.task else {
            preview.progress = None;
            return self.make_next(ctx);
        };
        if ctx.input(|input| input.time) - task.since >= WORTH_SHOWING {
            let done = task.progress.done.load(Ordering::Relaxed);
            preview.progress = Some(done as f32 / task.progress.of as f32);
            preview.state = if task.progress.is_given_up() {
                pages::STOPPING.to_owned()
            } else {
                words::under_way(done, task.progress.of)
            };
        }
        ctx.request_repaint_after(PACE);
    }

    /// The task that has just begun is one to let go of; gives its number.
    pub(in crate::app) fn lets_go(&mut self) -> u64 {
        if let Some(task) = &mut self.press.task {
            task.lets_go = true;
        }
        self.last_task()
    }

    /// The number of the task that began last.
    pub(in crate::app) fn last_task(&self) -> u64 {
        self.press.tasks
    }

    /// Whether the task of that number is still waited for.
    pub(in crate::app) fn waits_for(&self, number: u64) -> bool {
        self.press.task.as_ref().is_some_and(|task| task.number == number)
    }

    pub(in crate::app) fn cancel_task(&mut self, ctx: &Context) {
        let Some(task) = &self.press.task else { return };
        task.progress.given_up.store(true, Ordering::SeqCst);
        if task.lets_go && !task.progress.acts.load(Ordering::SeqCst) {
            self.made(ctx, Outcome::GivenUp(false));
        }
    }

    pub(in crate::app) fn task_ended(&mut self) {
        self.press.task = None;
        self.press.preview.progress = None;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::app::document::Document;
    use crate::app::services::jobs::{About, Broken};
    use crate::model::{Catalogue, Design};
    use crate::platform::dialogs::SystemDialogs;

    fn app() -> (App, Context) {
        let catalogue = Arc::new(Catalogue::built_in().unwrap());
        let session = Document::blank(Design::empty(&catalogue));
        (App::on(catalogue, Box::new(SystemDialogs), session), Context::default())
    }

    #[test]
    fn a_task_let_go_of_that_breaks_does_not_end_the_one_that_follows() {
        let (mut app, ctx) = app();
        app.begin_task(&ctx, 3).unwrap();
        let first = app.lets_go();
        app.cancel_task(&ctx);
        app.begin_task(&ctx, 3).unwrap();
        let second = app.last_task();
        app.task_broken(&ctx, first, Broken);
        assert!(app.waits_for(second));
        app.task_broken(&ctx, second, Broken);
        assert!(!app.waits_for(second));
    }

    #[test]
    fn a_window_that_closes_waits_for_a_sheet_and_not_for_the_viewer_that_shows_it() {
        let (mut app, ctx) = app();
        let progress = app.begin_task(&ctx, 3).unwrap();
        let (end, ended) = channel::<()>();
        let about = About::nothing().that_must_end_unless(progress.only_shows_from());
        let work = move || assert!(ended.recv().is_err());
        app.services.jobs.start(&ctx, about, work, |_: &mut App, _, _| ());
        app.close(&ctx);
        assert!(!app.closing.done, "the sheet is being made");
        progress.only_shows();
        app.close(&ctx);
        assert!(app.closing.done);
        drop(end);
    }
}
