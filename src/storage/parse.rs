//! What opens can be saved.

use super::error::{ReadError, WriteError};
use super::opened::Opened;
use super::read::understood;
use super::size::MAX_BYTES;
use super::unseen::unseen;
use super::write::rendered;
use crate::model::Catalogue;

/// Reads a design from the bytes of a file. What opens can be saved.
///
/// # Errors
/// [`ReadError`], among those that concern the content.
pub fn parse(bytes: &[u8], catalogue: &Catalogue) -> Result<Opened, ReadError> {
    let mut opened = understood(bytes, catalogue)?;
    // Written by us, a line of a file is longer, never as much as that: an ordinary lab is known to fit. What another program
    // added is written again as it can be, so that is tried.
    let known = bytes.len() as u64 * LONGER <= MAX_BYTES && opened.design.extensions.is_empty();
    if !known {
        fits(rendered(&opened.design, catalogue))?;
    }
    opened.warnings.extend(unseen(catalogue, &opened.design));
    Ok(opened)
}

/// So many times longer, at the very most, is what is written of a file: an id of one letter gets a line, its indents and its quotes.
const LONGER: u64 = 64;

/// Whether what would be written of a design can be.
fn fits(written: Result<Vec<u8>, WriteError>) -> Result<(), ReadError> {
    let size = written.map_err(|error| ReadError::Unwritable(Box::new(error)))?.len() as u64;
    if size > MAX_BYTES { Err(ReadError::TooLargeOnceWritten { size }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_saved_again_does_not_open() {
        let fault = WriteError::Unwritable(ron::Error::ExceededRecursionLimit);
        assert!(matches!(fits(Err(fault)), Err(ReadError::Unwritable(_))));
        let most = usize::try_from(MAX_BYTES).unwrap();
        assert!(fits(Ok(vec![0; most])).is_ok());
        let refused = fits(Ok(vec![0; most + 1]));
        assert!(matches!(refused, Err(ReadError::TooLargeOnceWritten { .. })));
    }
}
