//! The journal keeps the log: a line for what was opened, saved, printed or refused, and for what went wrong without
//! being shown.
//!
//! What a line may say is decided where lines are made, in [`crate::text::journal`]; here they get their hour, a file of the day
//! and a bound. Only our own lines come in: what the libraries say could hold the title of a window, which is that of a lab.
//! The log is written on a thread of its own; where it cannot be, nothing is, and the program goes on.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tracing::Dispatch;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_appender::rolling::{RollingFileAppender, Rotation};

use crate::platform::{clock, owners};
use crate::text::journal::{self as words, Known, Line};

/// How many days there are, today's included.
pub const DAYS: usize = 7;
/// As many bytes a day are kept: some three thousand lines. What comes after them is dropped, and the file says so.
pub const MOST: u64 = 256 << 10;
const EXTENSION: &str = "txt";

/// The log of a desk; one that keeps nothing until it has a folder.
#[derive(Default)]
pub struct Journal {
    kept: Option<Kept>,
    /// Those of the session, in the order that they came.
    files: Vec<PathBuf>,
}

struct Kept {
    folder: PathBuf,
    dispatch: Dispatch,
    /// Dropped, it waits for what is still to be written, but not for long.
    _guard: WorkerGuard,
}

impl Journal {
    /// Kept in this folder, if something can be.
    pub fn in_folder(folder: &Path) -> Journal {
        Journal { kept: begun(folder).ok(), files: Vec::new() }
    }

    /// Where it is; nowhere when it cannot be kept.
    pub fn folder(&self) -> Option<&Path> {
        self.kept.as_ref().map(|kept| &*kept.folder)
    }

    /// What the log calls a file.
    pub fn known(&mut self, file: &Path) -> Known {
        let known = self.files.iter().position(|it| it == file);
        let at = known.unwrap_or_else(|| {
            self.files.push(file.to_path_buf());
            self.files.len() - 1
        });
        let is_lab = file.extension().is_some_and(|it| it.eq_ignore_ascii_case("ron"));
        Known { number: at + 1, is_lab }
    }

    pub fn note(&self, line: &Line) {
        self.pen().note(line);
    }

    /// What writes in it from another thread.
    pub fn pen(&self) -> Pen {
        Pen(self.kept.as_ref().map(|kept| kept.dispatch.clone()))
    }

    /// What the system's own library is to do of a panic besides what it does: a line, and nothing of its sentence.
    pub fn hear_panics(&self) {
        let pen = self.pen();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if let Some(at) = panic.location() {
                pen.note(&words::panicked(at));
            }
            before(panic);
        }));
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.note(&words::ended());
    }
}

/// Writes in the log from any thread.
#[derive(Clone)]
pub struct Pen(Option<Dispatch>);

impl Pen {
    pub fn note(&self, line: &Line) {
        let Some(dispatch) = &self.0 else { return };
        let now = clock::now().strftime("%F %T");
        tracing::dispatcher::with_default(dispatch, || tracing::info!("{now}  {line}"));
    }
}

fn begun(folder: &Path) -> io::Result<Kept> {
    owners::make_private(folder)?;
    let rolling = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix(words::FILE)
        .filename_suffix(EXTENSION)
        .max_log_files(DAYS)
        .build(folder)
        .map_err(io::Error::other)?;
    let bounded = Bounded { to: rolling, folder: folder.to_path_buf(), day: None, left: 0 };
    let (writer, guard) = NonBlockingBuilder::default().thread_name(words::FILE).finish(bounded);
    let subscriber = tracing_subscriber::fmt()
        .with_writer(writer)
        .with_ansi(false)
        .with_level(false)
        .with_target(false)
        .without_time()
        .finish();
    Ok(Kept { folder: folder.to_path_buf(), dispatch: Dispatch::new(subscriber), _guard: guard })
}

/// The file of a day: days are those of universal time there.
fn file_of(folder: &Path, day: Date) -> PathBuf {
    folder.join(format!("{}.{day}.{EXTENSION}", words::FILE))
}

/// Writes no more than [`MOST`] a day, whatever other windows wrote that day.
struct Bounded<W> {
    to: W,
    folder: PathBuf,
    day: Option<Date>,
    left: u64,
}

impl<W: Write> Write for Bounded<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        if self.day != Some(today) {
            self.day = Some(today);
            let there = file_of(&self.folder, today).metadata().map_or(0, |it| it.len());
            self.left = MOST.saturating_sub(there);
        }
        let length = line.len() as u64;
        if length <= self.left {
            self.left -= length;
            self.to.write_all(line)?;
        } else if self.left > 0 {
            self.left = 0;
            self.to.write_all(words::DAY_IS_FULL.as_bytes())?;
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(folder: &Path) -> String {
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        std::fs::read_to_string(file_of(folder, today)).unwrap()
    }

    #[test]
    fn a_line_has_its_hour_and_the_file_its_day() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("state/journal");
        let mut journal = Journal::in_folder(&inside);
        assert_eq!(journal.folder(), Some(&*inside));
        let [first, second] = ["a.ron", "b.txt"].map(|name| journal.known(Path::new(name)));
        assert_eq!(journal.known(Path::new("a.ron")), first);
        journal.note(&words::saved(first));
        journal.note(&words::saved(second));
        drop(journal);
        let written = written(&inside);
        let lines: Vec<&str> = written.lines().collect();
        assert_eq!(lines.len(), 3, "{written}");
        assert!(lines[0].ends_with("  fait    enregistré\u{a0}: fichier 1"), "{written}");
        assert!(lines[1].ends_with("fichier 2 (pas un .ron)"), "{written}");
        assert!(lines[2].ends_with("  fin"), "it says that the program ended: {written}");
        assert!(lines[0].starts_with("20") && lines[0].as_bytes()[13] == b':', "{written}");
    }

    #[test]
    fn a_day_has_a_bound_whoever_writes_and_says_when_it_is_full() {
        let folder = tempfile::tempdir().unwrap();
        let line = vec![b'x'; 1000];
        for _ in 0..3 {
            let to = RollingFileAppender::builder()
                .rotation(Rotation::DAILY)
                .filename_prefix(words::FILE)
                .filename_suffix(EXTENSION)
                .build(folder.path())
                .unwrap();
            let of = folder.path().to_path_buf();
            let mut bounded = Bounded { to, folder: of, day: None, left: 0 };
            for _ in 0..MOST / 1000 * 2 / 3 {
                assert_eq!(bounded.write(&line).unwrap(), line.len());
            }
        }
        let written = written(folder.path());
        assert!(written.len() as u64 <= MOST + words::DAY_IS_FULL.len() as u64);
        assert!(written.len() as u64 > MOST - 1000, "{}", written.len());
        assert!(written.ends_with(words::DAY_IS_FULL));
    }

    #[test]
    fn days_that_are_too_many_go() {
        let folder = tempfile::tempdir().unwrap();
        for day in 1..=20 {
            let path = file_of(folder.path(), jiff::civil::date(2026, 1, day));
            std::fs::write(path, "old\n").unwrap();
        }
        std::fs::write(folder.path().join("autre.txt"), "mine").unwrap();
        let journal = Journal::in_folder(folder.path());
        journal.note(&words::ended());
        drop(journal);
        let names = || std::fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name());
        let of_days = names().filter(|name| name.to_string_lossy().starts_with(words::FILE));
        assert_eq!(of_days.count(), DAYS);
        assert!(names().any(|name| name == "autre.txt"), "what is not the log's is left");
        assert!(written(folder.path()).ends_with("fin\n"));
    }

    #[test]
    fn without_a_folder_nothing_is_kept_and_nothing_stops() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a-file");
        std::fs::write(&file, "").unwrap();
        let journal = Journal::in_folder(&file.join("journal"));
        assert_eq!(journal.folder(), None);
        journal.note(&words::ended());
    }

    /// `/dev/full` answers each write as a full disk does.
    #[cfg(target_os = "linux")]
    #[test]
    fn on_a_full_disk_lines_are_lost_and_nothing_stops() {
        let folder = tempfile::tempdir().unwrap();
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        std::os::unix::fs::symlink("/dev/full", file_of(folder.path(), today)).unwrap();
        let journal = Journal::in_folder(folder.path());
        assert!(journal.folder().is_some());
        for _ in 0..100 {
            journal.note(&words::ended());
        }
    }
}
