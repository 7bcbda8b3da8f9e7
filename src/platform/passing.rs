//! Some files only pass, to the printer or to a viewer: they stand in a folder of their owner's alone, and are taken
//! away once nobody needs them.
//!
//! A folder says by a lock whether the program that made it still runs: those of programs that are gone are swept at the next start.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

/// How the folders are called, before signs of their own.
const PREFIX: &str = "dessiner-un-labo-";
/// How many signs of its own each has.
const SIGNS: usize = 6;
/// Held while the program runs: a folder without it is not one of ours.
const LOCK: &str = ".lock";
/// What those files are called at their end: nothing else is ever taken away.
const KIND: &str = "pdf";
/// What is left waits until the window is there: it keeps nobody waiting.
const PATIENCE: Duration = Duration::from_secs(2);

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
        builder.prefix(PREFIX).rand_bytes(SIGNS);
        private(&mut builder);
        loop {
            let folder = builder.tempdir_in(place)?.keep();
            let path = folder.join(LOCK);
            let lock = match create(&path) {
                Ok(lock) => lock,
                Err(error) => {
                    drop(fs::remove_dir(&folder));
                    return Err(error);
                }
            };
            // Another program that sweeps may have come between: what it takes for left, it takes away.
            if held(&lock) && fs::symlink_metadata(&path).is_ok() {
                return Ok(Passing { folder, lock });
            }
        }
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
        let Passing { folder, lock } = self;
        // Some systems take nothing away that is held.
        drop(lock);
        // What could not be taken away will be at the next start.
        drop(fs::remove_dir_all(folder));
    }
}

/// Takes away, on a thread of its own and not at once, what programs that are gone have left; then does `more` of that kind.
pub fn sweep(more: impl FnOnce() + Send + 'static) {
    let swept = || {
        std::thread::sleep(PATIENCE);
        sweep_in(&tempfile::env::temp_dir());
        more();
    };
    drop(std::thread::Builder::new().name("sweep".into()).spawn(swept));
}

fn sweep_in(place: &Path) {
    let Ok(entries) = fs::read_dir(place) else { return };
    let called = entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_ours));
    let folders: Vec<PathBuf> = called.map(|entry| entry.path()).collect();
    if folders.is_empty() {
        return;
    }
    // Whose folders are ours, the system says of one that we make.
    let Ok(probe) = tempfile::tempdir_in(place) else { return };
    let Ok(us) = fs::symlink_metadata(probe.path()) else { return };
    for folder in folders {
        let found = fs::symlink_metadata(&folder);
        if found.is_ok_and(|found| found.is_dir() && same_owner(&found, &us)) {
            take_away(&folder);
        }
    }
}

/// Whether we could have called a folder so.
fn is_ours(name: &str) -> bool {
    let signs = name.strip_prefix(PREFIX);
    signs.is_some_and(|signs| {
        signs.len() == SIGNS && signs.bytes().all(|sign| sign.is_ascii_alphanumeric())
    })
}

/// A folder whose lock nobody holds any more, and that holds nothing but what we put there: somebody may have called theirs
/// as we call ours.
fn take_away(folder: &Path) {
    let path = folder.join(LOCK);
    let Some(files) = passing_files(folder) else { return };
    let Ok(lock) = OpenOptions::new().write(true).open(&path) else { return };
    if lock.try_lock().is_err() {
        return;
    }
    // What resists stays, and its folder with it.
    files.iter().for_each(|file| drop(fs::remove_file(file)));
    drop(fs::remove_file(&path));
    drop(lock);
    drop(fs::remove_dir(folder));
}

/// The files that passed there, when there is a lock and nothing else; none otherwise.
fn passing_files(folder: &Path) -> Option<Vec<PathBuf>> {
    let (mut files, mut locked) = (Vec::new(), false);
    for entry in fs::read_dir(folder).ok()? {
        let path = entry.ok()?.path();
        if !fs::symlink_metadata(&path).ok()?.is_file() {
            return None;
        } else if path.file_name()? == LOCK {
            locked = true;
        } else if path.extension()? == KIND {
            files.push(path);
        } else {
            return None;
        }
    }
    locked.then_some(files)
}

/// Holds a lock that was just made. Says whether nobody else does.
fn held(lock: &File) -> bool {
    // On a disk that knows of no locks, the folder is never taken for left.
    !matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock))
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
        let file = place.path().join("dessiner-un-labo-fichie");
        fs::write(&file, "à garder").unwrap();
        sweep_in(place.path());
        assert!(!gone.exists());
        assert!(kept.exists() && file.exists());
        runs.remove();
        assert!(!kept.exists());
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1, "the probe went too");
    }

    #[test]
    fn a_folder_of_somebody_is_never_swept_however_it_is_called_and_however_old() {
        let place = tempfile::tempdir().unwrap();
        let years_ago = std::time::SystemTime::now() - Duration::from_secs(1 << 26);
        let ours = format!("{PREFIX}Ab1Cd2");
        let folders: [(&str, &[&str]); 9] = [
            // Sources that were unpacked, sheets that were exported, one with our own number of signs.
            ("dessiner-un-labo-main", &["Cargo.toml", "src/main.rs"]),
            ("dessiner-un-labo-essais", &["canevas.pdf"]),
            ("dessiner-un-labo-", &["a.pdf", LOCK]),
            ("dessiner-un-labo-Ab1Cd23", &["a.pdf", LOCK]),
            ("dessiner-un-labo-Ab_Cd2", &["a.pdf", LOCK]),
            ("autre-dessiner-un-labo-Ab1Cd2", &["a.pdf", LOCK]),
            (&ours, &["a.pdf", LOCK, "notes.txt"]),
            ("dessiner-un-labo-Ab1Cd4", &[LOCK, "dossier/a.pdf"]),
            ("dessiner-un-labo-Ab1Cd5", &["a.pdf", ".lock/a.pdf"]),
        ];
        for (name, files) in folders {
            let folder = place.path().join(name);
            for file in files {
                let file = folder.join(file);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, "à garder").unwrap();
            }
            File::open(&folder).unwrap().set_modified(years_ago).unwrap();
        }
        sweep_in(place.path());
        for (name, files) in folders {
            for file in files {
                assert!(place.path().join(name).join(file).exists(), "{name}/{file}");
            }
        }
    }

    #[test]
    fn while_another_program_sweeps_each_folder_made_stays() {
        let place = tempfile::tempdir().unwrap();
        std::thread::scope(|threads| {
            threads.spawn(|| (0..500).for_each(|_| sweep_in(place.path())));
            let made: Vec<Passing> =
                (0..300).map(|_| Passing::within(place.path()).unwrap()).collect();
            for passing in made {
                passing.write("a.pdf", b"%PDF").unwrap();
                passing.remove();
            }
        });
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
        fs::write(other.path().join("a.pdf"), "x").unwrap();
        fs::write(other.path().join(LOCK), "").unwrap();
        std::os::unix::fs::symlink(other.path(), place.path().join("dessiner-un-labo-lien00"))
            .unwrap();
        sweep_in(place.path());
        assert!(other.path().join("a.pdf").exists());
    }
}
