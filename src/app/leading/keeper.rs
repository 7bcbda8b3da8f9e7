//! Writes the order of play and its private notes on this computer, off the interface's thread: a moment after the last
//! letter typed, one write at a time, and at once when the program closes.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use crate::storage::{WriteError, plays};

/// After the last change: somebody who types is not followed letter by letter.
const PAUSE: Duration = Duration::from_millis(400);

/// The thread that writes; begun with the first text.
#[derive(Default)]
pub struct Keeper {
    running: Option<Running>,
    /// Why what no thread could write was not written.
    fault: Option<WriteError>,
}

struct Running {
    texts: Sender<(PathBuf, String)>,
    faults: Receiver<WriteError>,
    thread: JoinHandle<()>,
}

impl Keeper {
    /// `text` is what the file at `path` is to hold; `wake` is called when it could not be written.
    pub fn keep(&mut self, path: PathBuf, text: String, wake: impl Fn() + Send + 'static) {
        if let Some(running) = &self.running {
            match running.texts.send((path, text)) {
                Ok(()) => return,
                // That thread has ended: another one begins with this text.
                Err(unsent) => return self.begin(unsent.0, wake),
            }
        }
        self.begin((path, text), wake);
    }

    fn begin(&mut self, first: (PathBuf, String), wake: impl Fn() + Send + 'static) {
        self.running = begin(wake);
        let unsent = match &self.running {
            Some(running) => running.texts.send(first).err().map(|unsent| unsent.0),
            None => Some(first),
        };
        // A computer that has no thread left writes at once.
        if let Some((path, text)) = unsent {
            self.fault = plays::write(&path, &text).err();
        }
    }

    /// Why the last write failed, once.
    pub fn fault(&mut self) -> Option<WriteError> {
        let last = self.running.as_ref().and_then(|running| running.faults.try_iter().last());
        last.or_else(|| self.fault.take())
    }

    /// Waits until all is written.
    pub fn finish(&mut self) {
        if let Some(Running { texts, thread, .. }) = self.running.take() {
            drop(texts);
            drop(thread.join());
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}

fn begin(wake: impl Fn() + Send + 'static) -> Option<Running> {
    let (texts, received) = channel();
    let (said, faults) = channel();
    let thread = Builder::new().name("keeper".into()).spawn(move || {
        let failed = |error| {
            drop(said.send(error));
            wake();
        };
        run(&received, &failed);
    });
    Some(Running { texts, faults, thread: thread.ok()? })
}

fn run(received: &Receiver<(PathBuf, String)>, failed: &dyn Fn(WriteError)) {
    let mut waiting: HashMap<PathBuf, String> = HashMap::new();
    // What could not be written: it is tried again with the next text, and at the end.
    let mut failing: HashMap<PathBuf, String> = HashMap::new();
    loop {
        let next = if waiting.is_empty() {
            received.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            received.recv_timeout(PAUSE)
        };
        match next {
            Ok((path, text)) => {
                waiting.extend(failing.drain());
                waiting.insert(path, text);
            }
            Err(ended) => {
                if ended == RecvTimeoutError::Disconnected {
                    waiting.extend(failing.drain());
                }
                for (path, text) in waiting.drain() {
                    if let Err(error) = plays::write(&path, &text) {
                        failed(error);
                        failing.insert(path, text);
                    }
                }
                if ended == RecvTimeoutError::Disconnected {
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_text_of_each_file_is_written_before_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let mut keeper = Keeper::default();
        let path = |name: &str| folder.path().join("deroules").join(name);
        for count in 0..200 {
            keeper.keep(path("a"), format!("{count}"), || {});
            keeper.keep(path("b"), format!("b{count}"), || {});
        }
        keeper.finish();
        assert_eq!(std::fs::read_to_string(path("a")).unwrap(), "199");
        assert_eq!(std::fs::read_to_string(path("b")).unwrap(), "b199");
    }

    #[test]
    fn what_cannot_be_written_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a-file");
        std::fs::write(&file, "x").unwrap();
        let (woken, waking) = channel();
        let mut keeper = Keeper::default();
        keeper.keep(file.join("in-it"), String::new(), move || woken.send(()).unwrap_or_default());
        waking.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(keeper.fault().is_some());
    }
}
