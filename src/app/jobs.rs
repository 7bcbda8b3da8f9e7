//! What runs off the interface's thread: the disk and the dialogs. A job ends with one [`Done`] and wakes the window.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::leading::{Checked, Exchanged};
use super::printing::{Ended, Outcome, Pressed};
use super::saving::Request;
use crate::paper::Format;
use crate::platform::printer::Printer;
use crate::storage::settings::Settings;
use crate::storage::{Opened, ReadError, WriteError};

/// What a job was to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Dialog,
    Read,
    Write,
    /// A page to be shown.
    Press,
    /// The printers.
    Look,
    /// A sheet to be printed or saved.
    Make,
    /// What is to be remembered.
    Remember,
    /// A file or a folder, in another program.
    Show,
    /// An order of play, given or taken.
    Exchange,
    /// What « Vérifier ce poste » looks at.
    Check,
}

/// What a job brought back.
pub(super) enum Done {
    /// The dialog of that number, to open a file, was answered.
    ToOpen(u64, Option<PathBuf>),
    /// A dialog to save one was.
    ToSave(u64, Option<PathBuf>),
    /// Where a sheet is to be saved.
    ToExport(u64, Format, Option<PathBuf>),
    Pressed(Box<Pressed>),
    /// What was last used, if it was asked for, and the printers.
    Looked(Option<Settings>, Vec<Printer>),
    Remembered,
    Made(Box<Outcome>),
    Ended(Box<Ended>),
    /// The dialog of that number was answered, and what came of it.
    Exchanged(u64, Exchanged),
    /// It was closed.
    NoExchange(u64),
    Checked(Box<Checked>),
    /// The path that no program opened, if it was so.
    Shown(Option<PathBuf>),
    Read {
        file: PathBuf,
        result: Result<Box<Opened>, ReadError>,
    },
    Written {
        request: Request,
        result: Result<(), WriteError>,
    },
    /// The job came to an end it should not have: nothing was done.
    Broken(Kind),
}

/// The file named at the start, whose reading begins before there is a window to wake.
pub(super) struct Early(Option<JoinHandle<Done>>);

impl Early {
    pub fn begin(job: impl FnOnce() -> Done + Send + 'static) -> Early {
        Early(Builder::new().name("job".into()).spawn(job).ok())
    }

    pub fn is_done(&self) -> bool {
        self.0.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Waits for its end, but not for long.
    fn wait(&self) {
        let waiting = Instant::now();
        while !self.is_done() && waiting.elapsed() < FRAME / 2 {
            std::thread::sleep(FRAME / 100);
        }
    }

    /// Waits for its end.
    fn end(self) -> Done {
        self.0.and_then(|job| job.join().ok()).unwrap_or(Done::Broken(Kind::Read))
    }
}

/// As much as the first thread of a program has: the page engine is made for that.
const STACK: usize = 8 << 20;

/// The window never waits longer than this.
const FRAME: Duration = Duration::from_millis(16);

/// The jobs under way.
pub(super) struct Jobs {
    sender: Sender<Done>,
    receiver: Receiver<Done>,
    under_way: Cell<usize>,
}

impl Jobs {
    pub fn new() -> Jobs {
        let (sender, receiver) = channel();
        Jobs { sender, receiver, under_way: Cell::new(0) }
    }

    /// Runs `job` on a thread of its own; the window is woken when it is done.
    pub fn start(
        &self,
        ctx: &egui::Context,
        kind: Kind,
        job: impl FnOnce() -> Done + Send + 'static,
    ) {
        self.under_way.set(self.under_way.get() + 1);
        let sender = self.sender.clone();
        let window = ctx.clone();
        let run = move || {
            // A panic in a job must not leave the window waiting for ever.
            let done = catch_unwind(AssertUnwindSafe(job)).unwrap_or(Done::Broken(kind));
            // The window may be gone: then nobody waits for the answer.
            drop(sender.send(done));
            window.request_repaint();
        };
        if Builder::new().name("job".into()).stack_size(STACK).spawn(run).is_err() {
            drop(self.sender.send(Done::Broken(kind)));
            ctx.request_repaint();
        }
    }

    /// Takes in a job begun earlier. If it is done, or about to be, [`Jobs::finished`] gives it at once: a frame without
    /// what it brings would be drawn for nothing.
    pub fn adopt(&self, ctx: &egui::Context, early: Early) {
        early.wait();
        if early.is_done() {
            self.under_way.set(self.under_way.get() + 1);
            drop(self.sender.send(early.end()));
        } else {
            self.start(ctx, Kind::Read, || early.end());
        }
    }

    /// What ended since the last call.
    pub fn finished(&self) -> Vec<Done> {
        let done: Vec<Done> = self.receiver.try_iter().collect();
        self.under_way.set(self.under_way.get().saturating_sub(done.len()));
        done
    }

    /// Whether a job has not come back yet.
    pub fn any(&self) -> bool {
        self.under_way.get() > 0
    }
}

impl Default for Jobs {
    fn default() -> Self {
        Jobs::new()
    }
}
