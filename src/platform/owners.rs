//! This says who owns a file, and who may do what with it.

use std::fs::{File, Metadata, Permissions};
use std::io;
use std::path::Path;

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
/// away), and so are the permissions where they exist: a USB key or a share may have none, and refuse to be asked. What
/// only the group of the old file could do, another one cannot.
#[cfg(unix)]
pub fn resemble(file: &File, old: &Metadata) -> io::Result<()> {
    use io::ErrorKind::{PermissionDenied, Unsupported};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    const OF_GROUP: u32 = 0o2070;
    let new = file.metadata()?;
    // The owner first: giving a file away resets some of its permissions. The group by itself, for whoever may only give that.
    let same_group = new.gid() == old.gid() || fchown(file, None, Some(old.gid())).is_ok();
    if new.uid() != old.uid() {
        drop(fchown(file, Some(old.uid()), None));
    }
    let mode = if same_group { old.mode() } else { old.mode() & !OF_GROUP };
    if new.mode() == mode {
        return Ok(());
    }
    match file.set_permissions(Permissions::from_mode(mode)) {
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

/// Whether what stands at `link`, which `metadata` describes, may be a trap: a link that somebody else put where anybody may put
/// one and only its owner may take it away. It is what the system itself mistrusts.
#[cfg(unix)]
pub fn is_a_strangers_link(link: &Path, metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    /// Anybody may write there, and only take away what is theirs.
    const SHARED: u32 = 0o1002;
    let holder = link.parent().filter(|folder| !folder.as_os_str().is_empty());
    let shared = holder
        .unwrap_or(Path::new("."))
        .metadata()
        .map(|holder| holder.mode() & SHARED == SHARED && holder.uid() != metadata.uid());
    metadata.is_symlink() && is_anothers(metadata) && shared.unwrap_or(true)
}

/// Nobody's.
#[cfg(not(unix))]
pub fn is_a_strangers_link(_link: &Path, _metadata: &Metadata) -> bool {
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
