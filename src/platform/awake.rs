//! The computer is kept awake while one projects: neither its screen nor itself goes to sleep in mid-sentence.

use std::sync::mpsc::{Sender, channel};
use std::thread::Builder;

/// Holds the computer awake, or lets it go.
#[derive(Debug, Default)]
pub struct Awake {
    /// A test's window holds nothing.
    real: bool,
    /// Dropped, it ends the thread that holds.
    held: Option<Sender<()>>,
}

impl Awake {
    /// One that asks the system.
    pub fn real() -> Awake {
        Awake { real: true, held: None }
    }

    /// Asks the system, on a thread of its own: it may take its time to answer. A system that refuses goes on as usual, and
    /// `refused` is told.
    pub fn hold(&mut self, refused: impl FnOnce() + Send + 'static) {
        if !self.real || self.held.is_some() {
            return;
        }
        let (held, until) = channel::<()>();
        let thread = Builder::new().name("awake".into()).spawn(move || {
            let mut asked = keepawake::Builder::default();
            asked.display(true).idle(true).sleep(true);
            asked.reason("Projection").app_name("Dessiner un labo");
            let holding = asked.app_reverse_domain("dessiner-un-labo").create();
            if holding.is_err() {
                refused();
            }
            // Nothing is ever sent: it waits until the sender is dropped.
            until.recv().ok();
            drop(holding);
        });
        self.held = thread.is_ok().then_some(held);
    }

    pub fn release(&mut self) {
        self.held = None;
    }
}
