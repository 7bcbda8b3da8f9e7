//! Files that only pass, to the printer or to a viewer: in a folder of their owner's alone, taken away once nobody needs them.
//!
//! A folder says by a lock whether the program that made it still runs: those of programs that are gone are swept at the next start.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

/// How the folders are called, before signs of their own.
const PREFIX: &str = "dessiner-un-labo-";
/// Held while the program runs.
const LOCK: &str = ".lock";
/// A folder without a lock is that of an earlier version: after so long, nobody reads it any more.
const OLD: Duration = Duration::from_secs(24 * 60 * 60);

/// A folder for a file that passes.
#[derive(Debug)]
pub struct Passing {
    folder: PathBuf,
    lock: File,
}

impl Passing {
    /// Makes one, in the system's own place for them.
    ///
    /// # Errors
    /// What the disk answers.
    pub fn new() -> io::Result<Passing> {
        Passing::within(&tempfile::env::temp_dir())
    }

    fn within(place: &Path) -> io::Result<Passing> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        private(&mut builder);
        let folder = builder.tempdir_in(place)?.keep();
        let lock = create(&folder.join(LOCK))?;
        // A disk that knows of no locks: the folder is as one of an earlier version.
        drop(lock.try_lock());
        Ok(Passing { folder, lock })
    }

    /// Writes a file there, for its owner alone.
    ///
    /// # Errors
    /// What the disk answers.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let path = self.folder.join(name);
        create(&path)?.write_all(bytes)?;
        Ok(path)
    }

    /// Another program reads what is there, nobody knows how long: until the next start.
    pub fn leave(self) {
        static LEFT: Mutex<Vec<File>> = Mutex::new(Vec::new());
        if let Ok(mut left) = LEFT.lock() {
            left.push(self.lock);
        }
    }

    /// Nobody needs it any more.
    pub fn remove(self) {
        // What could not be taken away will be at the next start.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Takes away, on a thread of its own, what programs that are gone have left.
pub fn sweep() {
    drop(std::thread::Builder::new().spawn(|| sweep_in(&tempfile::env::temp_dir())));
}

fn sweep_in(place: &Path) {
    // Whose folders are ours, the system says of one that we make.
    let Ok(probe) = tempfile::tempdir_in(place) else { return };
    let Ok(us) = fs::symlink_metadata(probe.path()) else { return };
    let Ok(entries) = fs::read_dir(place) else { return };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let Ok(found) = fs::symlink_metadata(entry.path()) else { continue };
        if ours && found.is_dir() && same_owner(&found, &us) && is_left(&entry.path(), &found) {
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}

/// Whether nobody holds it.
fn is_left(folder: &Path, found: &fs::Metadata) -> bool {
    let lock = folder.join(LOCK);
    let is_lock = fs::symlink_metadata(&lock).is_ok_and(|lock| lock.is_file());
    if is_lock {
        return OpenOptions::new()
            .write(true)
            .open(&lock)
            .is_ok_and(|lock| lock.try_lock().is_ok());
    }
    let age = found.modified().ok().and_then(|at| SystemTime::now().duration_since(at).ok());
    age.is_some_and(|age| age > OLD)
}

#[cfg(unix)]
fn private(builder: &mut tempfile::Builder) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o700));
}

/// A user's own folder of passing files is private already.
#[cfg(not(unix))]
fn private(_: &mut tempfile::Builder) {}

/// A file that was not there, for its owner alone.
#[cfg(unix)]
fn create(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(unix)]
fn same_owner(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.uid() == other.uid()
}

/// One sees only one's own.
#[cfg(not(unix))]
fn same_owner(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_that_is_gone_has_left_is_swept_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let gone = {
            let gone = Passing::within(place.path()).unwrap();
            gone.write("a.pdf", b"%PDF").unwrap();
            gone.folder.clone()
        };
        let runs = Passing::within(place.path()).unwrap();
        let kept = runs.write("b.pdf", b"%PDF").unwrap();
        let [earlier, recent, other] =
            ["dessiner-un-labo-Ab1", "dessiner-un-labo-Ab2", "autre"].map(|n| place.path().join(n));
        for folder in [&earlier, &recent, &other] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join("c.pdf"), "%PDF").unwrap();
        }
        let file = place.path().join("dessiner-un-labo-fichier");
        fs::write(&file, "à garder").unwrap();
        let before = SystemTime::now() - 2 * OLD;
        for old in [&earlier, &other] {
            File::open(old).unwrap().set_modified(before).unwrap();
        }
        sweep_in(place.path());
        assert!(!gone.exists() && !earlier.exists());
        assert!(kept.exists() && recent.exists() && other.exists() && file.exists());
        runs.remove();
        assert!(!kept.exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_passes_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let passing = Passing::within(place.path()).unwrap();
        let file = passing.write("a.pdf", b"%PDF").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&passing.folder), mode(&file)), (0o700, 0o600));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_a_folder_is_not_followed() {
        let place = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        fs::write(other.path().join("à garder"), "x").unwrap();
        std::os::unix::fs::symlink(other.path(), place.path().join("dessiner-un-labo-lien"))
            .unwrap();
        sweep_in(place.path());
        assert!(other.path().join("à garder").exists());
    }
}
