//! This works on many files at once, on every core, and says one line of each in the order given.

use std::collections::HashMap;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::paper;
use crate::text::{shown, terminal};

/// So many files are under way at most: a slow one may keep the lines of those after it waiting, never more of them.
const AHEAD: usize = 1024;
/// Lines are shown so often, and the bar with them: each at once would cost more than what it says.
const PACE: Duration = Duration::from_millis(100);
/// Below this many files, the answer comes before a bar could be read.
const WORTH_A_BAR: usize = 500;

/// What is done of a file, given its place in the list.
pub(super) type Work<'a> = dyn Fn(usize, &Path) -> Verdict + Sync + 'a;

/// Does `work` for each file, and says what came of it on `out`. No window, no display.
///
/// Exits with 0 when all went well, 1 otherwise. `progress` is the words of the bar: see [`terminal::PROGRESS`].
pub(super) fn each(
    files: &[PathBuf],
    progress: &str,
    out: &mut dyn Write,
    work: &Work,
) -> ExitCode {
    let mut report = Report::new(out, bar(files.len(), progress));
    for (chunk, some) in files.chunks(AHEAD).enumerate() {
        do_some(some, chunk * AHEAD, work, &mut report);
    }
    if report.end() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// On threads of our own, one a core: the page engine shares its own work out on rayon's, where a file that waits for it would
/// begin another, and so on until the stack is full.
fn do_some(files: &[PathBuf], first: usize, work: &Work, report: &mut Report) {
    let (sender, verdicts) = channel();
    let next = AtomicUsize::new(0);
    let worker = |sender: Sender<(usize, Verdict)>| {
        while let Some((place, file)) = take(files, &next) {
            // A fault of ours on one file is said of that one, and the others go on.
            let verdict = catch_unwind(AssertUnwindSafe(|| work(first + place, file)))
                .unwrap_or_else(|_| Verdict { sound: false, line: terminal::broken(file) });
            // The report outlives the scope: nobody leaves before the last verdict.
            drop(sender.send((place, verdict)));
        }
    };
    std::thread::scope(|scope| {
        let mut started = 0;
        for _ in 0..rayon::current_num_threads().min(files.len()) {
            let (sender, worker) = (sender.clone(), &worker);
            let thread = Builder::new().stack_size(paper::STACK);
            started += usize::from(thread.spawn_scoped(scope, move || worker(sender)).is_ok());
        }
        if started == 0 {
            // A system without another thread to give: all the work is done here, then told.
            worker(sender.clone());
        }
        // The last file to be done hangs up.
        drop(sender);
        tell_in_order(&verdicts, report);
    });
}

fn take<'a>(files: &'a [PathBuf], next: &AtomicUsize) -> Option<(usize, &'a Path)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    Some((place, files.get(place)?))
}

/// What is to be said of one file.
pub(super) struct Verdict {
    pub sound: bool,
    pub line: String,
}

/// Tells each verdict as soon as all those before it are told.
fn tell_in_order(verdicts: &Receiver<(usize, Verdict)>, report: &mut Report) {
    let mut early = HashMap::new();
    let mut next = 0;
    loop {
        match verdicts.recv_timeout(PACE) {
            Ok((place, verdict)) => {
                report.bar.inc(1);
                early.insert(place, verdict);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        while let Some(verdict) = early.remove(&next) {
            report.tell(&verdict);
            next += 1;
        }
        report.show_when_due();
    }
}

/// The lines on their way out, and the bar that goes aside for them.
struct Report<'a> {
    out: &'a mut dyn Write,
    bar: ProgressBar,
    lines: String,
    shown: Instant,
    all_sound: bool,
}

impl Report<'_> {
    fn new(out: &mut dyn Write, bar: ProgressBar) -> Report<'_> {
        Report { out, bar, lines: String::new(), shown: Instant::now(), all_sound: true }
    }

    fn tell(&mut self, verdict: &Verdict) {
        self.all_sound &= verdict.sound;
        self.lines.push_str(&shown::harmless(&verdict.line));
        self.lines.push('\n');
    }

    fn show_when_due(&mut self) {
        if self.shown.elapsed() >= PACE {
            self.show();
        }
    }

    fn show(&mut self) {
        let Report { out, bar, lines, shown, .. } = self;
        if !lines.is_empty() {
            // Whoever read us may have gone (`| head`): what remains to say is the exit code.
            bar.suspend(|| drop(out.write_all(lines.as_bytes()).and_then(|()| out.flush())));
            lines.clear();
        }
        *shown = Instant::now();
    }

    /// Shows what remains; gives whether all were sound.
    fn end(mut self) -> bool {
        self.bar.finish_and_clear();
        self.show();
        self.all_sound
    }
}

/// A bar for a person who waits, not for a handful of files. Where errors go to a file or to a pipe, the library draws none.
fn bar(files: usize, words: &str) -> ProgressBar {
    if files < WORTH_A_BAR {
        return ProgressBar::hidden();
    }
    let plain = ProgressStyle::default_bar();
    let style = plain.clone().template(words).unwrap_or(plain);
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    bar.with_style(style.progress_chars(terminal::PROGRESS_SIGNS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_on_one_file_is_said_of_it_and_the_others_go_on() {
        let files: Vec<PathBuf> = ["a.ron", "b.ron", "c.ron"].map(PathBuf::from).to_vec();
        let mut out = Vec::new();
        let code = each(&files, "", &mut out, &|place, file| {
            assert_ne!(place, 1, "the second one is what breaks");
            Verdict { sound: true, line: file.display().to_string() }
        });
        let said = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!((lines.len(), lines[0], lines[2]), (3, "a.ron", "c.ron"), "{said}");
        assert!(lines[1].starts_with("b.ron\u{a0}: refusé, le programme s’est arrêté"), "{said}");
        assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::FAILURE));
    }
}
