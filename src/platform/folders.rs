//! What a system does with a folder, and with who owns and may change a file in it.

use std::fs::{File, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};

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

/// The permissions that a new file of the user gets: theirs, less what their umask takes away.
#[cfg(unix)]
pub fn of_a_new_file() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

/// The folder decides.
#[cfg(not(unix))]
pub fn of_a_new_file() -> Option<Permissions> {
    None
}

/// Makes a folder, and those above it that are missing, for its owner alone.
///
/// # Errors
/// What the disk answers.
#[cfg(unix)]
pub fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// A user's own folders are private already.
///
/// # Errors
/// What the disk answers.
#[cfg(not(unix))]
pub fn make_private(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// Gives `file` the owner and the permissions of the file it is about to replace.
///
/// # Errors
/// When the permissions cannot be set. The owner is kept if the system lets us (only an administrator may give a file
/// away), and so are the permissions where they exist: a USB key or a share may have none, and refuse to be asked.
#[cfg(unix)]
pub fn resemble(file: &File, old: &Metadata) -> io::Result<()> {
    use io::ErrorKind::{PermissionDenied, Unsupported};
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        // The owner first: giving a file away resets some of its permissions.
        drop(fchown(file, Some(old.uid()), Some(old.gid())));
    }
    if new.mode() == old.mode() {
        return Ok(());
    }
    match file.set_permissions(old.permissions()) {
        Err(error) if matches!(error.kind(), PermissionDenied | Unsupported) => Ok(()),
        result => result,
    }
}

/// The folder decides.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn resemble(_file: &File, _old: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Another program holds the file open and does not share it (Windows alone says so).
pub fn in_use(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; the same numbers are other errors elsewhere.
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

/// Where what the program keeps of each lab for this computer alone stands (the order of play, its private notes).
pub fn orders() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let folders = etcetera::choose_base_strategy().ok()?;
    // Windows and macOS have no folder of that name: theirs for a program's data is what they use for it.
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(state.join("dessiner-un-labo").join("deroules"))
}

/// Where what was last used is remembered on this computer; nowhere when it has no such place.
pub fn settings() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join("dessiner-un-labo").join("reglages.ron"))
}
