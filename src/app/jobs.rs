//! What runs off the interface's thread: the disk and the dialogs. A job ends with one [`Done`] and wakes the window.

use std::cell::RefCell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::leading::{Checked, Exchanged};
use super::memory::Recalled;
use super::printing::{Ended, Outcome, Pressed};
use super::saving::Request;
use crate::paper;
use crate::platform::dialogs::Picked;
use crate::platform::printer::Printer;
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
    /// A sheet to be printed or saved, by the task of that number.
    Make(u64),
    /// What this computer remembers.
    Recall,
    /// A file or a folder, in another program.
    Show,
    /// An order of play, given or taken.
    Exchange,
    /// What « Vérifier ce poste » looks at.
    Check,
}

/// What a job brought back.
pub(super) enum Done {
    /// What became of the dialog of that number.
    Picked(u64, Picked),
    Pressed(Box<Pressed>),
    /// The printers.
    Looked(io::Result<Vec<Printer>>),
    Recalled(Recalled),
    Made(Box<Outcome>),
    /// What came of the task of that number, which may have been let go of.
    MadeBy(u64, Box<Outcome>),
    Ended(Box<Ended>),
    Exchanged(Exchanged),
    Checked(Box<Checked>),
    /// The path that no program opened, if it was so.
    Shown(Option<PathBuf>),
    Read {
        file: PathBuf,
        /// How many files were dropped with it.
        others: usize,
        result: Result<Box<Opened>, ReadError>,
    },
    Written {
        request: Request,
        result: Result<(), WriteError>,
    },
    /// The job came to an end it should not have: nothing was done.
    Broken(Kind),
}

/// What is read before anybody waits for it: the file named at the start, what this computer remembers.
pub(super) struct Early(Option<JoinHandle<Done>>);

impl Early {
    pub fn begin(job: impl FnOnce() -> Done + Send + 'static) -> Early {
        Early(Builder::new().name("job".into()).spawn(job).ok())
    }

    pub fn is_done(&self) -> bool {
        self.0.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Waits for its end, but not for long.
    pub fn wait(&self) {
        let waiting = Instant::now();
        while !self.is_done() && waiting.elapsed() < FRAME / 2 {
            std::thread::sleep(FRAME / 100);
        }
    }

    /// Waits for its end; `kind` is what it was to do.
    pub fn end(self, kind: Kind) -> Done {
        self.0.and_then(|job| job.join().ok()).unwrap_or(Done::Broken(kind))
    }
}

/// The window never waits longer than this.
const FRAME: Duration = Duration::from_millis(16);

/// The jobs under way.
pub(super) struct Jobs {
    sender: Sender<(Kind, Done)>,
    receiver: Receiver<(Kind, Done)>,
    under_way: RefCell<Vec<Kind>>,
}

impl Jobs {
    pub fn new() -> Jobs {
        let (sender, receiver) = channel();
        Jobs { sender, receiver, under_way: RefCell::default() }
    }

    /// Runs `job` on a thread of its own; the window is woken when it is done.
    pub fn start(
        &self,
        ctx: &egui::Context,
        kind: Kind,
        job: impl FnOnce() -> Done + Send + 'static,
    ) {
        self.under_way.borrow_mut().push(kind);
        let sender = self.sender.clone();
        let window = ctx.clone();
        let run = move || {
            // A panic in a job must not leave the window waiting for ever.
            let done = catch_unwind(AssertUnwindSafe(job)).unwrap_or(Done::Broken(kind));
            if matches!(kind, Kind::Press | Kind::Make(_)) {
                // Each sheet leaves something in the page engine's memory: it is bounded, however many are made.
                paper::forget();
            }
            // The window may be gone: then nobody waits for the answer.
            drop(sender.send((kind, done)));
            window.request_repaint();
        };
        if Builder::new().name("job".into()).stack_size(paper::STACK).spawn(run).is_err() {
            drop(self.sender.send((kind, Done::Broken(kind))));
            ctx.request_repaint();
        }
    }

    /// Takes in a job begun earlier. If it is done, or about to be, [`Jobs::finished`] gives it at once: a frame without
    /// what it brings would be drawn for nothing.
    pub fn adopt(&self, ctx: &egui::Context, kind: Kind, early: Early) {
        early.wait();
        if early.is_done() {
            self.under_way.borrow_mut().push(kind);
            drop(self.sender.send((kind, early.end(kind))));
        } else {
            self.start(ctx, kind, move || early.end(kind));
        }
    }

    /// What ended since the last call.
    pub fn finished(&self) -> Vec<Done> {
        let ended = self.receiver.try_iter().map(|(kind, done)| {
            let mut under_way = self.under_way.borrow_mut();
            if let Some(at) = under_way.iter().position(|other| *other == kind) {
                under_way.swap_remove(at);
            }
            done
        });
        ended.collect()
    }

    /// Whether a job has not come back yet.
    pub fn any(&self) -> bool {
        !self.under_way.borrow().is_empty()
    }

    /// Whether one that `is` so has not.
    pub fn any_that(&self, is: impl Fn(Kind) -> bool) -> bool {
        self.under_way.borrow().iter().any(|kind| is(*kind))
    }
}

impl Default for Jobs {
    fn default() -> Self {
        Jobs::new()
    }
}
