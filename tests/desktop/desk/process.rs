//! Processes that never outlive the test: killed with their children on drop, and ended by the kernel if the test
//! itself is killed.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

pub struct Running {
    child: Child,
}

/// `program`, in its own process group, to be ended when the calling thread ends. Not by KILL: the bus of screen readers
/// would leave a child behind.
pub fn command(program: &str) -> Command {
    let mut command = Command::new("setsid");
    command.args(["setpriv", "--pdeathsig", "TERM", "--", program]).stdin(Stdio::null());
    command
}

impl Running {
    /// Starts a command made by [`command`]; what it prints goes to `log`.
    pub fn start(name: &str, command: &mut Command, log: &Path) -> Self {
        let log = File::create(log).unwrap();
        command.stdout(log.try_clone().unwrap()).stderr(log);
        let child =
            command.spawn().unwrap_or_else(|error| panic!("{name}: {error}; see tests/run"));
        Self { child }
    }

    /// The same, for a service that prints one line when it is ready; gives that line.
    pub fn start_and_read(name: &str, command: &mut Command, log: &Path) -> (Self, String) {
        command.stdout(Stdio::piped()).stderr(File::create(log).unwrap());
        let mut child =
            command.spawn().unwrap_or_else(|error| panic!("{name}: {error}; see tests/run"));
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let line = line.trim().to_owned();
        assert!(
            !line.is_empty(),
            "{name} did not start: {}",
            std::fs::read_to_string(log).unwrap_or_default()
        );
        (Self { child }, line)
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Its exit, if it has come.
    pub fn exit(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }

    /// As `kill -9`: no chance to write anything.
    pub fn kill(&mut self) {
        let group = format!("kill -KILL -{} 2>/dev/null", self.child.id());
        let _ = Command::new("sh").args(["-c", &group]).status();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Asks `what` again and again until it answers; panics after `patience`, saying what was awaited.
#[track_caller]
pub fn wait_for<T>(awaited: &str, patience: Duration, mut what: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = what() {
            return found;
        }
        assert!(started.elapsed() < patience, "not seen in {patience:?}: {awaited}");
        std::thread::sleep(Duration::from_millis(40));
    }
}

/// What a command that succeeds prints.
#[track_caller]
pub fn output(command: &mut Command) -> String {
    let output =
        command.output().unwrap_or_else(|error| panic!("{command:?}: {error}; see tests/run"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}: {errors}", output.status);
    String::from_utf8_lossy(&output.stdout).into_owned()
}
