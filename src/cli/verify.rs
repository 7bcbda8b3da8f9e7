//! « verifier » says whether each file is sound.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use super::many::{self, Verdict};
use super::say::fail;
use crate::model::Catalogue;
use crate::storage;
use crate::text::terminal;

/// Says whether each file is sound, one line each, on `out`. No window, no display.
///
/// Exits with 0 when all are sound (warnings included), 1 otherwise.
pub fn verify(files: &[PathBuf], out: &mut dyn Write) -> ExitCode {
    let catalogue = match Catalogue::built_in() {
        Ok(catalogue) => catalogue,
        Err(_) => return fail(terminal::DAMAGED),
    };
    many::each(files, terminal::PROGRESS, out, &|_, file| {
        let found = storage::read(file, &catalogue);
        Verdict { sound: found.is_ok(), line: terminal::verdict(file, &found) }
    })
}
