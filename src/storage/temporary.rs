//! What is being written stands in a temporary file before it takes its name. A program that is killed leaves one
//! behind: the next that writes in that folder sweeps it.

use std::fs::Metadata;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::platform::{folders, owners};

const BEGINNING: &str = ".dessiner-un-labo-";
const END: &str = ".tmp";
/// The letters and digits between both, drawn at random.
const DRAWN: usize = 6;
/// A sweeper can take one away between its making and its being held: the second time is chance enough.
const TRIES: usize = 8;

/// A new hidden file, in the same folder so that the rename does not cross a disk. Removed when dropped. In the place of `old`, it is
/// for its owner alone until it gets its permissions.
pub fn beside(folder: &Path, old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(BEGINNING).suffix(END).rand_bytes(DRAWN);
    let permissions =
        if old.is_some() { owners::of_its_owner_alone() } else { owners::of_a_new_file() };
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    for _ in 0..TRIES {
        let file = builder.tempfile_in(folder)?;
        if folders::hold(file.as_file()) {
            return Ok(file);
        }
    }
    builder.tempfile_in(folder)
}

/// Removes what programs that were killed left in `folder`: ours alone, and none that is still being written.
pub fn sweep(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    // A folder that cannot be read is not swept: nothing depends on it.
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_str().is_some_and(is_ours) {
            folders::remove_if_left(&entry.path());
        }
    }
}

fn is_ours(name: &str) -> bool {
    let drawn = name.strip_prefix(BEGINNING).and_then(|rest| rest.strip_suffix(END));
    drawn.is_some_and(|drawn| {
        drawn.len() == DRAWN && drawn.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_a_killed_program_left_is_swept_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let held = beside(folder.path(), None).unwrap();
        let left = beside(folder.path(), None).unwrap();
        // As a kill does: the file stays, nobody holds it any more.
        let left = left.into_temp_path().keep().unwrap();
        let others = [".dessiner-un-labo-copie.tmp", ".dessiner-un-labo-a/cdef.tmp", "abcdef.tmp"];
        for name in others.iter().filter(|name| !name.contains('/')) {
            fs::write(folder.path().join(name), "à garder").unwrap();
        }
        fs::create_dir(folder.path().join(".dessiner-un-labo-aaaaaa.tmp")).unwrap();
        sweep(folder.path());
        assert!(cfg!(not(unix)) || !left.exists());
        assert!(held.path().exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }

    #[cfg(unix)]
    #[test]
    fn what_replaces_a_file_is_never_open_to_more_people_than_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let old = folder.path().join("secret.ron");
        fs::write(&old, "").unwrap();
        fs::set_permissions(&old, fs::Permissions::from_mode(0o600)).unwrap();
        let file = beside(folder.path(), Some(&fs::metadata(&old).unwrap())).unwrap();
        let mode = file.as_file().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}
