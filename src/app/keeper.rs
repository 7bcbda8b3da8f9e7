//! Writes what is kept on this computer (the order of play and its private notes, the settings) off the interface's thread:
//! one write at a time, for each file the last text asked for, and all of them before the program ends.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use crate::storage::{WriteError, aside};

/// After the last change of what is typed: somebody who types is not followed letter by letter.
const PAUSE: Duration = Duration::from_millis(400);

/// What a file is to hold.
#[derive(Debug)]
pub(super) struct Text {
    pub path: PathBuf,
    /// None: what was there goes; aside, if it could not be read.
    pub text: Option<String>,
    pub write: fn(&Path, &str) -> Result<(), WriteError>,
    /// What is there could not be read: it is set aside first.
    pub over_unread: bool,
    /// It was pressed, not typed: it is written at once.
    pub now: bool,
}

/// What came of a text.
#[derive(Debug)]
pub(super) struct Kept {
    /// The number of the last text asked for that it covers.
    pub number: u64,
    pub path: PathBuf,
    pub result: Result<(), WriteError>,
    /// Where what was there now stands.
    pub aside: Option<PathBuf>,
}

/// The thread that writes; begun with the first text.
#[derive(Default)]
pub(super) struct Keeper {
    running: Option<Running>,
    /// How many texts were asked for.
    asked: u64,
    /// The last one that is to be written at once, and the last one whose end is known.
    urgent: u64,
    ended: u64,
    /// What was written without a thread.
    here: Vec<Kept>,
}

struct Running {
    texts: Sender<(u64, Text)>,
    kept: Receiver<Kept>,
    thread: JoinHandle<()>,
}

impl Keeper {
    /// Asks for `text`, and gives its number; `wake` is called when its end is known.
    pub fn keep(&mut self, text: Text, wake: impl Fn() + Send + 'static) -> u64 {
        self.asked += 1;
        let number = self.asked;
        if text.now {
            self.urgent = number;
        }
        let running = self.running.take().or_else(|| begin(wake));
        let unsent = match &running {
            Some(running) => running.texts.send((number, text)).err().map(|unsent| unsent.0.1),
            None => Some(text),
        };
        match unsent {
            None => self.running = running,
            // A computer that has no thread left writes at once.
            Some(text) => self.here.push(Waiting::of(number, text).write()),
        }
        number
    }

    /// What came of the texts since the last call.
    pub fn kept(&mut self) -> Vec<Kept> {
        let mut all = std::mem::take(&mut self.here);
        all.extend(self.running.iter().flat_map(|running| running.kept.try_iter()));
        self.ended = all.iter().map(|kept| kept.number).fold(self.ended, u64::max);
        all
    }

    /// Whether what is to be written at once has not been yet.
    pub fn is_urgent(&self) -> bool {
        self.urgent > self.ended
    }

    /// Waits until all is written.
    pub fn finish(&mut self) {
        if let Some(Running { texts, thread, kept }) = self.running.take() {
            drop(texts);
            drop(thread.join());
            self.here.extend(kept.try_iter());
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
    let (said, kept) = channel();
    let thread = Builder::new().name("keeper".into()).spawn(move || {
        let tell = |kept| {
            drop(said.send(kept));
            wake();
        };
        run(&received, &tell);
    });
    Some(Running { texts, kept, thread: thread.ok()? })
}

/// A text that is to be written.
struct Waiting {
    number: u64,
    text: Text,
}

impl Waiting {
    fn of(number: u64, text: Text) -> Waiting {
        Waiting { number, text }
    }

    /// In the place of `before`, which was not written: what it had to set aside still is.
    fn after(mut self, before: Option<Waiting>) -> Waiting {
        self.text.over_unread |= before.is_some_and(|before| before.text.over_unread);
        self
    }

    fn write(&mut self) -> Kept {
        let (result, aside) = match self.set_aside() {
            Ok(aside) => (self.put(), aside),
            Err(error) => (Err(error), None),
        };
        Kept { number: self.number, path: self.text.path.clone(), result, aside }
    }

    fn set_aside(&mut self) -> Result<Option<PathBuf>, WriteError> {
        // A link that leads nowhere is something too.
        let there = std::fs::symlink_metadata(&self.text.path).is_ok();
        if !self.text.over_unread || !there {
            return Ok(None);
        }
        let aside = aside::set_aside(&self.text.path)?;
        self.text.over_unread = false;
        Ok(Some(aside))
    }

    fn put(&self) -> Result<(), WriteError> {
        let Text { path, text, write, .. } = &self.text;
        match text {
            Some(text) => write(path, text),
            None => match std::fs::remove_file(path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
                _ => Ok(()),
            },
        }
    }
}

fn run(received: &Receiver<(u64, Text)>, tell: &dyn Fn(Kept)) {
    let mut waiting: HashMap<PathBuf, Waiting> = HashMap::new();
    // What could not be written: it is tried again with the next text, and at the end.
    let mut failing: HashMap<PathBuf, Waiting> = HashMap::new();
    loop {
        let urgent = waiting.values().any(|it| it.text.now);
        let pause = if urgent { Duration::ZERO } else { PAUSE };
        let next = if waiting.is_empty() {
            received.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            received.recv_timeout(pause)
        };
        match next {
            Ok((number, text)) => {
                waiting.extend(failing.drain());
                let path = text.path.clone();
                let before = waiting.remove(&path);
                waiting.insert(path, Waiting::of(number, text).after(before));
            }
            Err(ended) => {
                let over = ended == RecvTimeoutError::Disconnected;
                if over {
                    waiting.extend(failing.drain());
                }
                for (path, mut text) in waiting.drain() {
                    let kept = text.write();
                    if kept.result.is_err() {
                        failing.insert(path, text);
                    }
                    tell(kept);
                }
                if over {
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::plays;

    fn text(path: PathBuf, text: &str) -> Text {
        let text = Some(text.to_owned());
        Text { path, text, write: plays::write, over_unread: false, now: false }
    }

    #[test]
    fn the_last_text_of_each_file_is_written_before_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let mut keeper = Keeper::default();
        let path = |name: &str| folder.path().join("deroules").join(name);
        for count in 0..200 {
            let now = count % 7 == 0;
            keeper.keep(Text { now, ..text(path("a"), &format!("{count}")) }, || {});
            keeper.keep(text(path("b"), &format!("b{count}")), || {});
        }
        keeper.finish();
        assert_eq!(std::fs::read_to_string(path("a")).unwrap(), "199");
        assert_eq!(std::fs::read_to_string(path("b")).unwrap(), "b199");
        let last = keeper.kept().iter().map(|kept| kept.number).max();
        assert_eq!(last, Some(400));
    }

    #[test]
    fn what_cannot_be_written_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a-file");
        std::fs::write(&file, "x").unwrap();
        let (woken, waking) = channel();
        let mut keeper = Keeper::default();
        keeper.keep(text(file.join("in-it"), ""), move || woken.send(()).unwrap_or_default());
        waking.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(keeper.kept()[0].result.is_err());
    }

    #[test]
    fn what_could_not_be_read_is_set_aside_once_and_what_is_forgotten_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.ron");
        std::fs::write(&path, "avant").unwrap();
        let mut keeper = Keeper::default();
        keeper.keep(Text { over_unread: true, ..text(path.clone(), "un") }, || {});
        keeper.keep(text(path.clone(), "deux"), || {});
        keeper.finish();
        let aside: Vec<_> = keeper.kept().into_iter().filter_map(|kept| kept.aside).collect();
        assert_eq!(std::fs::read_to_string(&aside[0]).unwrap(), "avant");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "deux");
        keeper.keep(Text { text: None, ..text(path.clone(), "") }, || {});
        keeper.finish();
        assert!(!path.exists());
    }
}
