//! The keeper writes what is kept on this computer (the order of play and its private notes, the settings) off the
//! interface's thread: one write at a time, for each file the last text asked for, and all of them before the program
//! ends.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use crate::storage::aside::{self, Merge, Unread};
use crate::storage::{ReadError, WriteError};

/// After the last change of what is typed: somebody who types is not followed letter by letter.
const PAUSE: Duration = Duration::from_millis(400);

/// What a file is to hold.
#[derive(Debug)]
pub struct Text {
    pub path: PathBuf,
    /// None: what was there goes; if it could not be read, it is read again, and set aside when it is damaged.
    pub text: Option<String>,
    pub write: fn(&Path, &str) -> Result<(), WriteError>,
    /// What is there could not be read: this reads it again first. What can be read is joined, what is damaged is set aside,
    /// and over what cannot be had this time nothing is written.
    pub over: Option<Merge>,
    /// It was pressed, not typed: it is written at once.
    pub now: bool,
}

/// What came of a text.
#[derive(Debug)]
pub struct Kept {
    /// The number of the last text asked for that it covers.
    pub number: u64,
    pub path: PathBuf,
    pub result: Result<(), WriteError>,
    /// Where what was there now stands.
    pub aside: Option<PathBuf>,
    /// What was there could be read at last: what is there now, the text joined to it.
    pub found: Option<String>,
}

/// The thread that writes; begun with the first text.
#[derive(Default)]
pub struct Keeper {
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

    /// In the place of `before`, which was not written: what it had to read again still is.
    fn after(mut self, before: Option<Waiting>) -> Waiting {
        self.text.over = self.text.over.or(before.and_then(|before| before.text.over));
        self
    }

    fn write(&mut self) -> Kept {
        let (mut aside, mut found) = (None, None);
        let result = match self.read_again() {
            Ok(None) => self.put(),
            Ok(Some(joined)) => {
                let Text { path, write, .. } = &self.text;
                let result = write(path, &joined);
                found = Some(joined);
                result
            }
            Err(Unread::Passing(error)) => Err(not_now(error)),
            Err(unread) => match aside::set_aside(&self.text.path, &unread) {
                Ok(path) => {
                    aside = Some(path);
                    self.text.over = None;
                    self.put()
                }
                Err(error) => Err(error.into()),
            },
        };
        if is_in_place(&result) {
            self.text.over = None;
        }
        Kept { number: self.number, path: self.text.path.clone(), result, aside, found }
    }

    /// What could not be read, and the text joined to it; none when there is nothing of that kind.
    fn read_again(&self) -> Result<Option<String>, Unread> {
        let Text { path, text, over, .. } = &self.text;
        over.map_or(Ok(None), |merge| merge(path, text.as_deref()))
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

/// Whether what was asked for is there, even if something is to be known of it.
pub fn is_in_place(result: &Result<(), WriteError>) -> bool {
    result.as_ref().err().is_none_or(WriteError::is_in_place)
}

/// What is there cannot be had this time: nothing was written over it.
fn not_now(error: ReadError) -> WriteError {
    match error {
        ReadError::Io(error) => WriteError::Io(error),
        _ => WriteError::NoPermission,
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
                    if !is_in_place(&kept.result) {
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
        Text { path, text, write: plays::write, over: None, now: false }
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
        keeper.keep(Text { over: Some(plays::merge), ..text(path.clone(), "un") }, || {});
        keeper.keep(text(path.clone(), "deux"), || {});
        keeper.finish();
        let aside: Vec<_> = keeper.kept().into_iter().filter_map(|kept| kept.aside).collect();
        assert_eq!(std::fs::read_to_string(&aside[0]).unwrap(), "avant");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "deux");
        keeper.keep(Text { text: None, ..text(path.clone(), "") }, || {});
        keeper.finish();
        assert!(!path.exists());
    }

    #[test]
    fn nothing_is_written_over_what_cannot_be_had_now_and_what_can_again_is_joined() {
        fn absent(_: &Path, _: Option<&str>) -> Result<Option<String>, Unread> {
            Err(Unread::Passing(ReadError::Io(std::io::ErrorKind::TimedOut.into())))
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.ron");
        let order = |note: &str| {
            format!("Deroule(version:1,temps:[Temps(montre:\"axes\",minutes:3,note:\"{note}\")])")
        };
        std::fs::write(&path, order("Avant")).unwrap();
        let mut keeper = Keeper::default();
        keeper.keep(Text { over: Some(absent), ..text(path.clone(), &order("Après")) }, || {});
        keeper.finish();
        let kept = keeper.kept();
        assert!(kept.iter().all(|kept| kept.result.is_err() && kept.aside.is_none()));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), order("Avant"));
        keeper
            .keep(Text { over: Some(plays::merge), ..text(path.clone(), &order("Après")) }, || {});
        keeper.finish();
        let found = keeper.kept().pop().unwrap().found;
        let written = std::fs::read_to_string(&path).unwrap();
        assert_eq!(found.as_deref(), Some(written.as_str()));
        assert_eq!(&*plays::from_text(&written).unwrap().beats[0].note, "Avant\nAprès");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is set aside");
    }

    #[test]
    fn what_is_in_place_is_not_written_again_with_each_text_that_follows() {
        fn unsure(path: &Path, text: &str) -> Result<(), WriteError> {
            let before = std::fs::read_to_string(path).unwrap_or_default();
            std::fs::write(path, before + text)?;
            Err(WriteError::NotConfirmed(std::io::ErrorKind::Other.into()))
        }
        let folder = tempfile::tempdir().unwrap();
        let [path, other] = ["a.ron", "b.ron"].map(|name| folder.path().join(name));
        let (woken, waking) = channel();
        let mut keeper = Keeper::default();
        let wake = move || woken.send(()).unwrap_or_default();
        keeper.keep(Text { write: unsure, now: true, ..text(path.clone(), "x") }, wake);
        waking.recv_timeout(Duration::from_secs(20)).unwrap();
        keeper.keep(Text { now: true, ..text(other, "y") }, || {});
        keeper.finish();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "x");
    }
}
