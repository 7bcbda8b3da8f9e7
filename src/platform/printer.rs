//! The printers of this computer, through its own print system: CUPS by its commands on Linux and macOS.
//!
//! Elsewhere, or where no printer is known, the sheet is opened in the computer's viewer, which prints it.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use thiserror::Error;

/// A printer of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    pub name: String,
    /// The one that the computer would choose.
    pub preferred: bool,
}

/// On which edge a sheet printed on both sides is turned over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    One,
    LongEdge,
    ShortEdge,
}

/// What is sent to a printer.
#[derive(Clone, Debug)]
pub struct Job<'a> {
    pub printer: &'a str,
    pub file: &'a Path,
    pub title: &'a str,
    /// « A4 »: given, never left to be guessed.
    pub paper: &'a str,
    pub sides: Sides,
    pub black: bool,
}

/// Why nothing came out.
#[derive(Debug, Error)]
pub enum PrintError {
    /// The print system is not there, or does not answer.
    #[error("no print system: {0}")]
    NoSystem(io::Error),
    /// The printer was there, and is no longer known.
    #[error("printer gone")]
    Gone,
    /// It said no, with its own words.
    #[error("refused: {0}")]
    Refused(String),
    #[error("does not take this paper")]
    NoSuchPaper,
}

/// Where the printers come from: the system, or a test.
pub trait Printers: Send + Sync {
    fn list(&self) -> Vec<Printer>;

    /// # Errors
    /// [`PrintError`]
    fn print(&self, job: &Job) -> Result<(), PrintError>;

    /// Shows a file or a folder in the program that this computer opens it with.
    ///
    /// # Errors
    /// What the system answers when it has no such program.
    fn open(&self, path: &Path) -> io::Result<()>;
}

/// The system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemPrinters;

impl Printers for SystemPrinters {
    fn list(&self) -> Vec<Printer> {
        list()
    }

    fn print(&self, job: &Job) -> Result<(), PrintError> {
        print(job)
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        opener::open(path).map_err(|error| match error {
            opener::OpenError::Io(error) => error,
            other => io::Error::other(other.to_string()),
        })
    }
}

#[cfg(not(unix))]
fn list() -> Vec<Printer> {
    Vec::new()
}

#[cfg(not(unix))]
fn print(_: &Job) -> Result<(), PrintError> {
    Err(PrintError::Gone)
}

#[cfg(unix)]
fn list() -> Vec<Printer> {
    let Some(names) = said("lpstat", ["-e"]) else { return Vec::new() };
    let preferred = said("lpstat", ["-d"]).and_then(|said| preferred(&said));
    let names = names.lines().map(str::trim).filter(|name| !name.is_empty());
    names
        .map(|name| Printer {
            name: name.to_owned(),
            preferred: preferred.as_deref() == Some(name),
        })
        .collect()
}

#[cfg(unix)]
fn print(job: &Job) -> Result<(), PrintError> {
    // A printer that vanished since it was listed is told apart from one that says no.
    let known = said("lpstat", ["-e"]).unwrap_or_default();
    if !known.lines().any(|name| name.trim() == job.printer) {
        return Err(PrintError::Gone);
    }
    let takes = said("lpoptions", ["-p", job.printer, "-l"]).map(|said| papers(&said));
    if takes.is_some_and(|papers| !papers.is_empty() && !papers.iter().any(|p| p == job.paper)) {
        return Err(PrintError::NoSuchPaper);
    }
    let media = format!("media={}", job.paper);
    let sides = match job.sides {
        Sides::One => "sides=one-sided",
        Sides::LongEdge => "sides=two-sided-long-edge",
        Sides::ShortEdge => "sides=two-sided-short-edge",
    };
    let mut command = quiet("lp");
    command.args(["-d", job.printer, "-t", job.title]);
    // The page is the paper: nothing to enlarge, to reduce or to turn.
    command.args(["-o", &media, "-o", sides, "-o", "print-scaling=none"]);
    if job.black {
        command.args(["-o", "print-color-mode=monochrome"]);
    }
    let output = answered(command.arg("--").arg(job.file)).map_err(PrintError::NoSystem)?;
    if output.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&output.stderr);
    Err(PrintError::Refused(words.trim().trim_start_matches("lp: ").to_owned()))
}

/// What a command of the print system says in the language it was written in, when it succeeds.
#[cfg(unix)]
fn said<const N: usize>(program: &str, arguments: [impl AsRef<OsStr>; N]) -> Option<String> {
    let output = answered(quiet(program).args(arguments)).ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(unix)]
fn quiet(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("LC_ALL", "C").stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A print server that does not answer must not keep anyone waiting for ever.
#[cfg(unix)]
const PATIENCE: Duration = Duration::from_secs(20);

#[cfg(unix)]
fn answered(command: &mut Command) -> io::Result<Output> {
    let mut child = command.spawn()?;
    let start = std::time::Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > PATIENCE {
            drop(child.kill());
            drop(child.wait());
            return Err(io::ErrorKind::TimedOut.into());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output()
}

/// « system default destination: Bureau »
#[cfg(unix)]
fn preferred(said: &str) -> Option<String> {
    let (_, name) = said.lines().next()?.split_once(": ")?;
    Some(name.trim().to_owned())
}

/// The papers in what `lpoptions -l` says: « PageSize/Media Size: *A4 A3 Letter Custom.WIDTHxHEIGHT »
#[cfg(unix)]
fn papers(said: &str) -> Vec<String> {
    let line =
        said.lines().find(|line| line.starts_with("PageSize/") || line.starts_with("media/"));
    let sizes = line.and_then(|line| line.split_once(": ")).map_or("", |(_, sizes)| sizes);
    let mut found: Vec<String> = Vec::new();
    for size in sizes.split_whitespace() {
        let name = iso(size.trim_start_matches('*'));
        if let Some(name) = name.filter(|name| !found.iter().any(|known| known == name)) {
            found.push(name.to_owned());
        }
    }
    found
}

/// « A4 », for « A4 », « A4.Borderless » or « iso_a4_210x297mm ».
#[cfg(unix)]
fn iso(size: &str) -> Option<&'static str> {
    const KNOWN: [(&str, &str); 5] = [
        ("A4", "iso_a4_"),
        ("A3", "iso_a3_"),
        ("A2", "iso_a2_"),
        ("A1", "iso_a1_"),
        ("A0", "iso_a0_"),
    ];
    let named = |(name, long): &&(&str, &str)| {
        size == *name
            || size.strip_prefix(name).is_some_and(|r| r.starts_with('.'))
            || size.starts_with(long)
    };
    KNOWN.iter().find(named).map(|(name, _)| *name)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_papers_are_those_that_the_printer_names_one_way_or_the_other() {
        let said = "Resolution/Output: *600dpi\nPageSize/Media Size: Letter *A4 A4.Borderless A3 Custom.WIDTHxHEIGHT\n";
        assert_eq!(papers(said), ["A4", "A3"]);
        assert_eq!(papers("media/Media Size: *iso_a3_297x420mm na_letter_8.5x11in\n"), ["A3"]);
        assert!(papers("Duplex/2-Sided: *None\n").is_empty());
    }

    #[test]
    fn the_preferred_printer_is_the_one_that_the_system_names() {
        assert_eq!(
            preferred("system default destination: Bureau 2\n").as_deref(),
            Some("Bureau 2")
        );
        assert_eq!(preferred("no system default destination\n"), None);
    }
}
