//! The printers of this computer are reached through its own print system: CUPS by its commands on Linux and macOS.
//!
//! Elsewhere, or where no printer is known, the sheet is opened in the computer's viewer, which prints it.

use std::io;
use std::path::Path;
use std::sync::atomic::AtomicBool;

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
    /// What it is called in the queue.
    pub title: &'a str,
    /// « A4 »: given, never left to be guessed.
    pub paper: &'a str,
    pub sides: Sides,
    pub black: bool,
    pub copies: u16,
    /// « 1-3,5 »; all of them when there is none.
    pub pages: Option<&'a str>,
    /// Whatever papers the printer says that it has.
    pub anyway: bool,
    /// Set by who no longer wants it.
    pub given_up: &'a AtomicBool,
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
    /// The papers that it has, under the names that its maker gave them.
    #[error("does not take this paper, but {0:?}")]
    NoSuchPaper(Vec<String>),
    /// It was given up before the print system had it.
    #[error("given up")]
    GivenUp,
}

/// Where the printers come from: the system, or a test.
pub trait Printers: Send + Sync {
    /// # Errors
    /// The print system is not there, or does not answer: what printers there are is not known.
    fn list(&self) -> io::Result<Vec<Printer>>;

    /// # Errors
    /// [`PrintError`]
    fn print(&self, job: &Job) -> Result<(), PrintError>;

    /// Shows a file or a folder in the program that this computer opens it with.
    ///
    /// # Errors
    /// What the system answers when it has no such program.
    fn open(&self, path: &Path) -> io::Result<()>;
}
