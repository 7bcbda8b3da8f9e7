//! Systems differ in what they do with a folder, and with the files that several programs meet in one: this hides it.

use std::fs::File;
use std::io;
use std::path::Path;

use super::owners::is_the_users;

/// Asks the disk to keep the folder's list of names: after this, a renamed file survives a power cut.
///
/// # Errors
/// What the disk answers. A file system that has no such request is not an error, nor is a folder that one may write
/// in but not list.
#[cfg(unix)]
pub fn sync(folder: &Path) -> io::Result<()> {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => {
            Ok(())
        }
        result => result,
    }
}

/// Windows writes the names with the rename itself and has no such request.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn sync(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Holds a file that was just made, for as long as it is open: whoever sweeps leaves it alone. Says whether it is still there.
#[cfg(unix)]
pub fn hold(file: &File) -> bool {
    use std::fs::TryLockError;
    use std::os::unix::fs::MetadataExt;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => false,
        // A disk that has no locks: its files are swept by their age.
        Err(TryLockError::Error(_)) => true,
        Ok(()) => file.metadata().is_ok_and(|metadata| metadata.nlink() > 0),
    }
}

/// A lock there would keep the file from being renamed.
#[cfg(not(unix))]
pub fn hold(_file: &File) -> bool {
    true
}

/// After so long, nobody is still writing a file.
const FORGOTTEN: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);

/// Removes a file that [`hold`] held, if the program that made it has gone and if it is the user's own.
pub fn remove_if_left(path: &Path) {
    let Ok(metadata) = path.symlink_metadata() else { return };
    if !metadata.is_file() || !is_the_users(&metadata) {
        return;
    }
    let old = metadata.modified().ok().and_then(|time| time.elapsed().ok());
    let forgotten = old.is_some_and(|age| age > FORGOTTEN);
    // Open until it is removed: whoever makes one meanwhile finds it held, and makes another.
    let Ok(file) = File::options().read(true).write(true).open(path) else { return };
    let left = match is_held(&file) {
        Some(held) => !held,
        None => forgotten,
    };
    if left {
        // What cannot be removed is left: nothing depends on it.
        drop(std::fs::remove_file(path));
    }
}

/// Whether a program holds the file, if that can be told. If none does, it is held from now on.
#[cfg(unix)]
fn is_held(file: &File) -> Option<bool> {
    match file.try_lock() {
        Ok(()) => Some(false),
        Err(std::fs::TryLockError::WouldBlock) => Some(true),
        Err(std::fs::TryLockError::Error(_)) => None,
    }
}

#[cfg(not(unix))]
fn is_held(_file: &File) -> Option<bool> {
    None
}

/// Another program holds the file open and does not share it (Windows alone says so).
pub fn in_use(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; the same numbers are other errors elsewhere.
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}
