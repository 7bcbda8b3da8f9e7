//! The printers of this computer, through its own print system; elsewhere, none.

use std::io;
use std::path::Path;
#[cfg(unix)]
use std::process::Command;

use super::printer::{Job, PrintError, Printer, Printers};

/// The system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemPrinters;

impl Printers for SystemPrinters {
    fn list(&self) -> io::Result<Vec<Printer>> {
        list()
    }

    fn print(&self, job: &Job) -> Result<(), PrintError> {
        print(job)
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        super::viewer::open(path)
    }
}

#[cfg(not(unix))]
fn list() -> io::Result<Vec<Printer>> {
    Ok(Vec::new())
}

#[cfg(not(unix))]
fn print(_: &Job) -> Result<(), PrintError> {
    Err(PrintError::Gone)
}

#[cfg(unix)]
fn list() -> io::Result<Vec<Printer>> {
    super::cups::list(&|program| Command::new(program))
}

#[cfg(unix)]
fn print(job: &Job) -> Result<(), PrintError> {
    super::cups::print(&|program| Command::new(program), job)
}
