//! A file or a folder opens in the program that this computer has for it; whether it did open is known.

use std::io;
use std::path::Path;

/// Shows `path`.
///
/// # Errors
/// This computer has no such program, or it says that it failed.
#[cfg(target_os = "linux")]
pub fn open(path: &Path) -> io::Result<()> {
    // What asks the desktop, the first that there is. They are asked by ourselves: a library that lets go of them at once never
    // hears that they found nothing.
    const WAYS: [(&str, &[&str]); 2] = [("xdg-open", &[]), ("gio", &["open"])];
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for (program, first) in WAYS {
        match ask(program, first, path) {
            Ok(()) => return Ok(()),
            // One that is there and failed says more than one that is not.
            Err(error) if error.kind() != io::ErrorKind::NotFound => last = error,
            Err(_) => {}
        }
    }
    Err(last)
}

#[cfg(target_os = "linux")]
fn ask(program: &str, first: &[&str], path: &Path) -> io::Result<()> {
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};
    use std::thread::{Builder, sleep};
    use std::time::{Duration, Instant};

    /// A program that is still there after this is the one that shows the file: it ends when it is closed.
    const PATIENCE: Duration = Duration::from_secs(5);
    const PACE: Duration = Duration::from_millis(10);
    let mut command = Command::new(program);
    command.args(first).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // It outlives us, and what stops us from a terminal.
    let mut child = command.process_group(0).spawn()?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            let failed = || io::Error::other(format!("{program}: {status}"));
            return if status.success() { Ok(()) } else { Err(failed()) };
        }
        sleep(PACE);
    }
    // Somebody has to hear of its end.
    drop(Builder::new().name("viewer".into()).spawn(move || drop(child.wait())));
    Ok(())
}

/// Shows `path`.
///
/// # Errors
/// What the system answers when it has no such program.
#[cfg(not(target_os = "linux"))]
pub fn open(path: &Path) -> io::Result<()> {
    opener::open(path).map_err(|error| match error {
        opener::OpenError::Io(error) => error,
        other => io::Error::other(other.to_string()),
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_open_is_known() {
        let path = Path::new("labo.pdf");
        assert!(ask("true", &[], path).is_ok());
        let failed = ask("false", &[], path).unwrap_err();
        assert_ne!(failed.kind(), io::ErrorKind::NotFound);
        let absent = ask("no-such-program-of-any-desktop", &[], path).unwrap_err();
        assert_eq!(absent.kind(), io::ErrorKind::NotFound);
    }
}
