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
    // The owner first: giving a file away resets some of its permissions. The group by itself, for whoever may only give that.
    if new.gid() != old.gid() {
        drop(fchown(file, None, Some(old.gid())));
    }
    if new.uid() != old.uid() {
        drop(fchown(file, Some(old.uid()), None));
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

/// Gives a file that only this program knows yet the permissions of its owner alone: it gets those of the file that it replaces once it
/// is written, and is never open to more people than that one.
#[cfg(unix)]
pub fn of_its_owner_alone() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o600))
}

/// The folder decides.
#[cfg(not(unix))]
pub fn of_its_owner_alone() -> Option<Permissions> {
    None
}

/// Whether what this describes belongs to the user.
#[cfg(unix)]
pub fn is_the_users(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(metadata) == rustix::process::geteuid().as_raw()
}

/// Only the administrator makes links there, and the folder decides of the rest.
#[cfg(not(unix))]
pub fn is_the_users(_metadata: &Metadata) -> bool {
    true
}

/// Whether it belongs to somebody who is neither the user nor the administrator.
#[cfg(unix)]
pub fn is_anothers(metadata: &Metadata) -> bool {
    !is_the_users(metadata) && std::os::unix::fs::MetadataExt::uid(metadata) != 0
}

/// Nobody's.
#[cfg(not(unix))]
pub fn is_anothers(_metadata: &Metadata) -> bool {
    false
}

/// Whether the file that is there may be written in by the user, as the system sees it: a rename would not ask.
#[cfg(unix)]
pub fn may_be_changed(file: &Path) -> bool {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    accessat(CWD, file, Access::WRITE_OK, AtFlags::EACCESS) != Err(rustix::io::Errno::ACCESS)
}

/// A file that may not is marked so.
#[cfg(not(unix))]
pub fn may_be_changed(_file: &Path) -> bool {
    true
}

/// Whether the file has other names on its disk (hard links): they keep the old content when one of them is replaced.
#[cfg(unix)]
pub fn has_other_names(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

/// The system does not say.
#[cfg(not(unix))]
pub fn has_other_names(_metadata: &Metadata) -> bool {
    false
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

/// Where the user keeps documents, in this system's own words for it; nowhere when it has no such place.
pub fn documents() -> Option<PathBuf> {
    dirs::document_dir().filter(|folder| folder.is_dir()).or_else(dirs::home_dir)
}

/// The user's own folder, for a path written by hand: « ~ » and « ~/Documents/labo.ron » start there.
pub fn from_home(path: &str) -> Option<PathBuf> {
    let rest = path.strip_prefix('~')?;
    let inside = rest.is_empty() || rest.starts_with(std::path::is_separator);
    let home = dirs::home_dir().filter(|_| inside)?;
    Some(home.join(rest.trim_start_matches(std::path::is_separator)))
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
