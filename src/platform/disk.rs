//! This says what a disk has left, and whether one may write in a folder.

use std::io;
use std::path::Path;

/// The bytes that the user may still write on the disk of `folder`.
///
/// # Errors
/// What the system answers.
pub fn available(folder: &Path) -> io::Result<u64> {
    fs4::available_space(folder)
}

/// Writes a file in `folder` and takes it away again.
///
/// # Errors
/// Why one cannot write there.
pub fn try_writing(folder: &Path) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    io::Write::write_all(&mut file, b"essai")?;
    file.as_file().sync_all()?;
    file.close()
}
