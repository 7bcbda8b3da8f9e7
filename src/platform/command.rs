//! A command of the system is run, and its answer read, within a time that is kept whatever it leaves behind it.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
    pub success: bool,
    pub words: String,
    /// In its own words, what went wrong.
    pub errors: String,
}

/// What does not answer must not keep anyone waiting for ever.
const PATIENCE: Duration = Duration::from_secs(20);
/// Once a command has ended, its words are there: what still holds its output is a child that it left.
const GRACE: Duration = Duration::from_millis(300);
/// Between two looks at it.
const PACE: Duration = Duration::from_millis(5);
/// As many bytes of an answer are kept: those after them are read, so that it can end, and let go.
const MOST: usize = 4 << 20;

/// Runs `command` until it ends or `given_up` is set; it is asked not to translate what it says, which is read by programs.
///
/// # Errors
/// There is no such command, it did not end in time ([`io::ErrorKind::TimedOut`]), or it was given up
/// ([`io::ErrorKind::Interrupted`]): then it was killed.
pub fn answer(command: &mut Command, given_up: &AtomicBool) -> io::Result<Answer> {
    command.env("LC_ALL", "C").stdin(Stdio::null());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    // Read while it runs: a pipe that is full would keep it from ending.
    let words = child.stdout.take().map(read);
    let errors = child.stderr.take().map(read);
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if given_up.load(Ordering::Relaxed) {
            return Err(killed(child, io::ErrorKind::Interrupted));
        }
        if start.elapsed() > PATIENCE {
            return Err(killed(child, io::ErrorKind::TimedOut));
        }
        std::thread::sleep(PACE);
    };
    let end = Instant::now() + GRACE;
    let [words, errors] = [words, errors].map(|pieces| gathered(pieces, end));
    Ok(Answer { success: status.success(), words, errors })
}

fn killed(mut child: Child, why: io::ErrorKind) -> io::Error {
    // It may have ended meanwhile: that is as well.
    drop(child.kill());
    drop(child.wait());
    why.into()
}

/// The pieces of what comes out of a pipe, on a thread that ends with it.
fn read(mut pipe: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (sender, pieces) = channel();
    let run = move || {
        let mut piece = vec![0; 64 << 10];
        let mut kept = 0;
        loop {
            match pipe.read(&mut piece) {
                Ok(0) => return,
                Ok(read) if kept < MOST => {
                    kept += read;
                    // Nobody waits any more.
                    if sender.send(piece[..read].to_vec()).is_err() {
                        return;
                    }
                }
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return,
            }
        }
    };
    // Without a thread there is nobody to read, and nothing was said.
    drop(Builder::new().name("pipe".into()).spawn(run));
    pieces
}

/// The pieces put together: all of them, or those that have come by `end`.
fn gathered(pieces: Option<Receiver<Vec<u8>>>, end: Instant) -> String {
    let mut all = Vec::new();
    if let Some(pieces) = pieces {
        while let Ok(piece) = pieces.recv_timeout(end.saturating_duration_since(Instant::now())) {
            all.extend(piece);
        }
    }
    String::from_utf8_lossy(&all).into_owned()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_long_answer_is_read_while_the_command_runs() {
        let go_on = AtomicBool::new(false);
        let script = "i=0; while [ $i -lt 9000 ]; do echo Copieur_du_batiment_$i; i=$((i+1)); done; echo faute >&2; exit 3";
        let Answer { success, words, errors } = answer(&mut shell(script), &go_on).unwrap();
        assert!(!success);
        assert_eq!(words.lines().count(), 9000);
        assert_eq!(errors, "faute\n");
    }

    /// The child that is left ends when the test writes to it, and not before: an answer that waited for it would wait for ever.
    #[test]
    fn a_child_left_behind_does_not_keep_the_answer() {
        let folder = tempfile::tempdir().unwrap();
        let (gate, done) = (folder.path().join("gate"), folder.path().join("done"));
        let fifo = Command::new("mkfifo").arg(&gate).status().unwrap();
        assert!(fifo.success());
        let script = format!(
            "echo request id is Bureau-1; (read x < '{}'; : > '{}') & exit 0",
            gate.display(),
            done.display()
        );
        let go_on = AtomicBool::new(false);
        let said = answer(&mut shell(&script), &go_on).unwrap();
        assert!(said.success && said.words == "request id is Bureau-1\n", "{said:?}");
        assert!(!done.exists(), "it waited for the child");
        std::fs::write(&gate, "go\n").unwrap();
    }

    #[test]
    fn what_is_given_up_is_killed_at_once() {
        let given_up = AtomicBool::new(true);
        let error = answer(&mut shell("exec sleep 600"), &given_up).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::Interrupted);
    }
}
