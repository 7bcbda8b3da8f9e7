//! The disk: bounded reading, atomic writing. Knows nothing of what the bytes mean.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::MAX_BYTES;
use super::error::{ReadError, WriteError};
use crate::platform::folders;

/// Links followed before they are taken for a loop, as Linux does.
const MAX_LINKS: usize = 40;

/// Reads a whole file of at most [`MAX_BYTES`].
///
/// # Errors
/// [`ReadError`], among those that concern the file and not its content.
pub fn read(path: &Path) -> Result<Vec<u8>, ReadError> {
    // Before opening: to open a pipe waits for somebody to write in it, and to open a device may act on it.
    regular(&fs::metadata(path)?)?;
    let file = File::open(path)?;
    let size = regular(&file.metadata()?)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    // The file may grow while it is read.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { size: bytes.len() as u64 });
    }
    Ok(bytes)
}

/// The size of a file that can be read from one end to the other.
fn regular(metadata: &Metadata) -> Result<u64, ReadError> {
    if metadata.is_dir() {
        Err(ReadError::Folder)
    } else if !metadata.is_file() {
        Err(ReadError::NotAFile)
    } else if metadata.len() > MAX_BYTES {
        Err(ReadError::TooLarge { size: metadata.len() })
    } else {
        Ok(metadata.len())
    }
}

/// Puts `bytes` in the file at `path`, whole or not at all: at every moment the name leads to the old content or to
/// the new one. A link is followed; the permissions of an existing file are kept.
///
/// # Errors
/// [`WriteError`]; the old file is whole, and nothing is left beside it. After [`WriteError::NotConfirmed`] alone, the
/// new content is in place.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let target = followed(path)?;
    let old = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(WriteError::Folder);
        } else if !old.is_file() {
            return Err(WriteError::NotAFile);
        } else if old.permissions().readonly() {
            // A rename would not ask.
            return Err(WriteError::ReadOnly);
        }
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) => Path::new("."),
        None => return Err(WriteError::Folder),
    };
    let mut temporary = beside(folder)?;
    temporary.write_all(bytes)?;
    if let Some(old) = &old {
        folders::resemble(temporary.as_file(), old)?;
    }
    temporary.as_file().sync_all()?;
    // On failure the temporary file comes back in the error, and is removed with it.
    temporary.persist(&target).map_err(|failure| WriteError::from(failure.error))?;
    folders::sync(folder).map_err(WriteError::NotConfirmed)
}

/// A new hidden file, in the same folder so that the rename does not cross a disk. Removed when dropped.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dessiner-un-labo-").suffix(".tmp");
    match folders::of_a_new_file() {
        Some(permissions) => builder.permissions(permissions).tempfile_in(folder),
        None => builder.tempfile_in(folder),
    }
}

/// Where the links that start at `path` end; the end may not exist yet.
fn followed(path: &Path) -> Result<PathBuf, WriteError> {
    let mut target = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => {
                let link = fs::read_link(&target)?;
                target = target.parent().unwrap_or(Path::new("")).join(link);
            }
            _ => return Ok(target),
        }
    }
    Err(WriteError::NotAFile)
}
