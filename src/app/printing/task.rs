//! What lasts: how far it has gone, and whether it was given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use egui::Context;

use crate::app::App;
use crate::text::printing as words;

/// Before this, in seconds, nothing shows: it would be gone before it could be read.
const WORTH_SHOWING: f64 = 0.3;
/// Between two looks at how far it has gone.
const PACE: Duration = Duration::from_millis(100);

/// Something under way off the interface's thread.
pub(in crate::app) struct Task {
    progress: Arc<Progress>,
    /// When it began, in seconds of the window's clock.
    since: f64,
}

/// Shared by the task and by the window.
#[derive(Debug)]
pub(super) struct Progress {
    done: AtomicUsize,
    of: usize,
    cancelled: AtomicBool,
}

/// It was given up by the person who waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GivenUp;

impl Progress {
    /// One step is done.
    ///
    /// # Errors
    /// [`GivenUp`]: what remains is not to be done.
    pub fn step(&self) -> Result<(), GivenUp> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.go_on()
    }

    pub fn go_on(&self) -> Result<(), GivenUp> {
        if self.cancelled.load(Ordering::Relaxed) { Err(GivenUp) } else { Ok(()) }
    }
}

impl App {
    /// A task of so many steps begins; none begins while another one lasts.
    pub(super) fn begin_task(&mut self, ctx: &Context, of: usize) -> Option<Arc<Progress>> {
        if self.task.is_some() {
            return None;
        }
        let (done, cancelled) = (AtomicUsize::new(0), AtomicBool::new(false));
        let progress = Arc::new(Progress { done, of: of.max(1), cancelled });
        let since = ctx.input(|input| input.time);
        self.task = Some(Task { progress: Arc::clone(&progress), since });
        self.press.preview.state.clear();
        ctx.request_repaint_after(Duration::from_secs_f64(WORTH_SHOWING));
        Some(progress)
    }

    /// Shows how far it has gone, once it lasts.
    pub(in crate::app) fn keep_task(&mut self, ctx: &Context) {
        let preview = &mut self.press.preview;
        let Some(task) = &self.task else {
            preview.progress = None;
            return;
        };
        if ctx.input(|input| input.time) - task.since >= WORTH_SHOWING {
            let done = task.progress.done.load(Ordering::Relaxed);
            preview.progress = Some(done as f32 / task.progress.of as f32);
            preview.state = words::under_way(done, task.progress.of);
        }
        ctx.request_repaint_after(PACE);
    }

    pub(in crate::app) fn cancel_task(&mut self) {
        if let Some(task) = &self.task {
            task.progress.cancelled.store(true, Ordering::Relaxed);
        }
    }

    pub(in crate::app) fn task_ended(&mut self) {
        self.task = None;
        self.press.preview.progress = None;
    }
}
