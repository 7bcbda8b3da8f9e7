//! The disk is reached here: reading is bounded, writing is atomic. It knows nothing of what the bytes mean.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::error::{ReadError, WriteError};
use super::size::MAX_BYTES;
use super::temporary;
use crate::platform::{folders, owners};

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
/// the new one. A link of the user's own is followed, nobody else's is; the permissions of an existing file are kept.
///
/// What a program that was killed left in the folder is swept.
///
/// # Errors
/// [`WriteError`]; unless it [is in place](WriteError::is_in_place), the old file is whole, and nothing is left beside it.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let target = followed(path)?;
    let old = old(&target)?;
    let folder = trusted_folder_of(&target)?;
    temporary::sweep(folder);
    let temporary = filled(folder, old.as_ref(), bytes)?;
    // On failure the temporary file comes back in the error, and is removed with it.
    temporary.persist(&target).map_err(|failure| WriteError::from(failure.error))?;
    folders::sync(folder).map_err(WriteError::NotConfirmed)?;
    match old {
        Some(old) if owners::has_other_names(&old) => Err(WriteError::OtherName),
        _ => Ok(()),
    }
}

/// The same, for what is the program's own: that another name of the file keeps the old content is not to be said.
///
/// # Errors
/// [`WriteError`], as [`save`].
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    match save(path, bytes) {
        Err(WriteError::OtherName) => Ok(()),
        result => result,
    }
}

/// Puts `bytes` in a new file at `path`, whole or not at all. Nothing that is there is replaced, nor any link followed.
///
/// # Errors
/// [`WriteError::Exists`] when the name is taken, by anything; another [`WriteError`].
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    use io::ErrorKind::{AlreadyExists, InvalidInput, PermissionDenied, Unsupported};
    if path.symlink_metadata().is_ok() {
        return Err(WriteError::Exists);
    }
    let folder = trusted_folder_of(path)?;
    let temporary = filled(folder, None, bytes)?;
    match temporary.persist_noclobber(path) {
        Ok(_) => {}
        Err(failure) if failure.error.kind() == AlreadyExists => return Err(WriteError::Exists),
        Err(failure)
            if matches!(failure.error.kind(), InvalidInput | PermissionDenied | Unsupported) =>
        {
            take_and_fill(path, failure.file)?;
        }
        Err(failure) => return Err(failure.error.into()),
    }
    folders::sync(folder).map_err(WriteError::NotConfirmed)
}

/// For a disk that cannot rename without replacing: the name is taken first, by an empty file of ours.
fn take_and_fill(path: &Path, temporary: NamedTempFile) -> Result<(), WriteError> {
    match File::create_new(path) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(WriteError::Exists);
        }
        Err(error) => return Err(error.into()),
    }
    temporary.persist(path).map(drop).map_err(|failure| {
        drop(fs::remove_file(path));
        failure.error.into()
    })
}

/// Puts `bytes` in the place of what is at `path`, whole or not at all. A link that stands there is replaced, not followed.
///
/// # Errors
/// [`WriteError`], as [`save`].
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let is_link = path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    let old = if is_link { None } else { old(path)? };
    let folder = trusted_folder_of(path)?;
    let temporary = filled(folder, old.as_ref(), bytes)?;
    temporary.persist(path).map_err(|failure| WriteError::from(failure.error))?;
    folders::sync(folder).map_err(WriteError::NotConfirmed)
}

/// What is at `target`, which is no link, if it is a file that the user may change.
fn old(target: &Path) -> Result<Option<Metadata>, WriteError> {
    let old = match fs::symlink_metadata(target) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    // A rename would not ask.
    if old.is_dir() {
        Err(WriteError::Folder)
    } else if !old.is_file() {
        Err(WriteError::NotAFile)
    } else if old.permissions().readonly() {
        Err(WriteError::ReadOnly)
    } else if !owners::may_be_changed(target) {
        Err(if owners::is_the_users(&old) { WriteError::ReadOnly } else { WriteError::Anothers })
    } else {
        Ok(Some(old))
    }
}

fn folder_of(target: &Path) -> Result<&Path, WriteError> {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => Ok(folder),
        Some(_) => Ok(Path::new(".")),
        None => Err(WriteError::Folder),
    }
}

/// The folder that a file is written in: a link to one is followed, as the system does, unless a stranger put it where anybody may.
fn trusted_folder_of(target: &Path) -> Result<&Path, WriteError> {
    let folder = folder_of(target)?;
    match folder.symlink_metadata() {
        Ok(link) if owners::is_a_strangers_link(folder, &link) => Err(WriteError::AnothersLink),
        _ => Ok(folder),
    }
}

/// A temporary file of `folder` that holds `bytes`, safe on the disk, with the permissions of `old`.
fn filled(
    folder: &Path,
    old: Option<&Metadata>,
    bytes: &[u8],
) -> Result<NamedTempFile, WriteError> {
    let mut temporary = temporary::beside(folder, old)?;
    temporary.write_all(bytes)?;
    if let Some(old) = old {
        owners::resemble(temporary.as_file(), old)?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Where the links that start at `path` end; the end may not exist yet. One that somebody else put there may lead to what they
/// could not write in themselves: it is not followed.
fn followed(path: &Path) -> Result<PathBuf, WriteError> {
    let mut target = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => {
                if owners::is_anothers(&metadata) {
                    return Err(WriteError::AnothersLink);
                }
                let link = fs::read_link(&target)?;
                target = target.parent().unwrap_or(Path::new("")).join(link);
            }
            _ => return Ok(target),
        }
    }
    Err(WriteError::NotAFile)
}
