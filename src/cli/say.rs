//! What the commands say, where errors go.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::text::shown;

/// The exit code of a command that was not understood, or of a window that cannot open.
const USAGE: u8 = 2;

/// Says a sentence where errors go, and gives the code of what could not even start.
pub fn fail(sentence: &str) -> ExitCode {
    drop(writeln!(io::stderr(), "{}", shown::harmless(sentence)));
    ExitCode::from(USAGE)
}
