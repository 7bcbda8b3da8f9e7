//! A task lasts: it says how far it has gone, and whether it was given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Something under way off the interface's thread.
pub struct Task {
    pub progress: Arc<Progress>,
    /// Which one it is, of all those there have been.
    pub number: u64,
    /// Given up before it has acted, it is let go of at once: what it still brings is dropped.
    pub lets_go: bool,
    /// When it began, in seconds of the window's clock.
    pub since: f64,
}

/// Shared by the task and by the window.
#[derive(Debug, Default)]
pub struct Progress {
    pub done: AtomicUsize,
    pub of: usize,
    pub given_up: AtomicBool,
    /// It has begun what cannot be taken back: a file, a print job.
    pub acts: AtomicBool,
    /// All is made: a viewer shows it.
    shows: Arc<AtomicBool>,
}

/// It was given up by the person who waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenUp;

impl Progress {
    pub fn of(steps: usize) -> Progress {
        Progress { of: steps.max(1), ..Progress::default() }
    }

    /// One step is done.
    ///
    /// # Errors
    /// [`GivenUp`]: what remains is not to be done.
    pub fn step(&self) -> Result<(), GivenUp> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.go_on()
    }

    /// What follows cannot be taken back.
    ///
    /// # Errors
    /// [`GivenUp`]: it is not to be begun.
    pub fn act(&self) -> Result<(), GivenUp> {
        self.acts.store(true, Ordering::SeqCst);
        self.go_on()
    }

    /// What follows loses nothing if the program ends before it.
    pub fn only_shows(&self) {
        self.shows.store(true, Ordering::SeqCst);
    }

    /// What says that only that is left.
    pub fn only_shows_from(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.shows)
    }

    pub fn go_on(&self) -> Result<(), GivenUp> {
        if self.is_given_up() { Err(GivenUp) } else { Ok(()) }
    }

    pub fn is_given_up(&self) -> bool {
        self.given_up.load(Ordering::SeqCst)
    }
}
