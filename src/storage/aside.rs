//! What the program keeps on this computer and cannot read is never written over. Before anything takes its place, it
//! is set aside under a name that nothing has.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{ReadError, WriteError};

/// Why there is nothing, though there is a file. It is where it was.
#[derive(Debug)]
pub enum Unread {
    /// Nothing in it can be understood.
    Damaged,
    /// A later program wrote it, and that one alone knows what it says.
    Newer,
    /// It could not be had this time: a share that does not answer, a right that may be given back.
    Passing(ReadError),
}

impl Unread {
    /// It was read, and what was to be joined to it cannot be said in a file.
    pub(super) fn unwritable(error: WriteError) -> Unread {
        Unread::Passing(ReadError::Io(io::Error::other(error)))
    }
}

/// Reads again what could not be read, and gives the text (none when nothing is to be kept) joined to it; none when there is
/// nothing there.
pub type Merge = fn(&Path, Option<&str>) -> Result<Option<String>, Unread>;

/// Reads with `read`, which gives none for what it does not understand.
///
/// # Errors
/// [`Unread`]: there is a file, and nothing of it.
pub fn read<T>(
    path: &Path,
    read: impl FnOnce(&Path) -> Result<Option<T>, ReadError>,
) -> Result<Option<T>, Unread> {
    match read(path) {
        Ok(Some(read)) => Ok(Some(read)),
        Ok(None) if !fs::exists(path).unwrap_or(true) => Ok(None),
        Err(error @ (ReadError::Io(_) | ReadError::NoPermission)) => Err(Unread::Passing(error)),
        Err(ReadError::NewerVersion { .. }) => Err(Unread::Newer),
        Ok(None) | Err(_) => Err(Unread::Damaged),
    }
}

/// Gives the file at `path` a name of its own, beside it: « deroule.abime », « deroule_2.abime »…, or « deroule.plus-recent ».
///
/// # Errors
/// What the disk answers: it is where it was.
pub fn set_aside(path: &Path, why: &Unread) -> io::Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = if matches!(why, Unread::Newer) { NEWER } else { DAMAGED };
    let named = |count: usize| match count {
        1 => path.with_file_name(format!("{stem}.{ending}")),
        count => path.with_file_name(format!("{stem}_{count}.{ending}")),
    };
    // A folder that stands there is no file of ours: it does not take the place of a file, and its name alone is free or not.
    let is_folder = path.symlink_metadata()?.is_dir();
    for count in 1..MOST {
        let aside = named(count);
        if is_folder {
            match aside.symlink_metadata() {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    return fs::rename(path, &aside).map(|()| aside);
                }
                Ok(_) => continue,
                Err(error) => return Err(error),
            }
        }
        // The name is taken before it is used: of two programs at once, each has its own.
        match fs::File::create_new(&aside) {
            Ok(_) => {
                return fs::rename(path, &aside).map(|()| aside.clone()).inspect_err(|_| {
                    drop(fs::remove_file(&aside));
                });
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Whether what stands aside at `path` is a later program's, and not damaged.
pub fn is_newer(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == NEWER)
}

const DAMAGED: &str = "abime";
const NEWER: &str = "plus-recent";
/// More files set aside than anybody has.
const MOST: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_takes_a_free_name_each_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reglages.ron");
        let mut asides = Vec::new();
        for content in ["un", "deux", "trois"] {
            fs::write(&path, content).unwrap();
            assert!(matches!(read::<()>(&path, |_| Ok(None)), Err(Unread::Damaged)));
            asides.push(set_aside(&path, &Unread::Damaged).unwrap());
            assert!(!path.exists());
        }
        let contents: Vec<_> = asides.iter().map(|it| fs::read_to_string(it).unwrap()).collect();
        assert_eq!(contents, ["un", "deux", "trois"]);
        assert!(matches!(read::<()>(&path, |_| Ok(None)), Ok(None)), "nothing was there");
    }

    #[test]
    fn a_folder_that_stands_there_is_set_aside_with_all_that_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reglages.ron");
        for name in ["un", "deux"] {
            fs::create_dir(&path).unwrap();
            fs::write(path.join(name), name).unwrap();
            let unread = read::<()>(&path, |_| Err(ReadError::Folder));
            assert!(matches!(unread, Err(Unread::Damaged)));
            let aside = set_aside(&path, &Unread::Damaged).unwrap();
            assert_eq!(fs::read_to_string(aside.join(name)).unwrap(), name);
            assert!(!path.exists());
        }
    }

    #[test]
    fn what_a_later_program_wrote_is_not_said_to_be_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reglages.ron");
        fs::write(&path, "un").unwrap();
        let unread =
            read::<()>(&path, |_| Err(ReadError::NewerVersion { major: 2, minor: 0 })).unwrap_err();
        assert!(matches!(unread, Unread::Newer));
        let aside = set_aside(&path, &unread).unwrap();
        assert_eq!(aside, folder.path().join("reglages.plus-recent"));
        assert!(is_newer(&aside) && !is_newer(&path));
        assert_eq!(fs::read_to_string(&aside).unwrap(), "un");
    }

    #[test]
    fn what_could_not_be_had_this_time_is_not_taken_for_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reglages.ron");
        fs::write(&path, "un").unwrap();
        let passing = || ReadError::Io(io::ErrorKind::TimedOut.into());
        let unread = read::<()>(&path, |_| Err(passing()));
        assert!(matches!(unread, Err(Unread::Passing(ReadError::Io(_)))));
        assert!(matches!(read::<()>(&path, |_| Err(ReadError::Folder)), Err(Unread::Damaged)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "un");
    }
}
