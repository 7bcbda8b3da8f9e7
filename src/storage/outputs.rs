//! The files that the program makes get their names here. No two things made have one name, and nothing that is there
//! is replaced unless that was asked for.
//!
//! A thing is one file (« labo_canevas_A4.pdf »), or its pages (« labo_canevas_A4_1.png », « labo_canevas_A4_2.png »…), and its name
//! is what they have in common. Two names that some disk would take for one (capitals, accents composed or not) are one here.

mod taken;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use self::taken::joined;
use self::taken::{Taken, cut, folded};
use super::error::WriteError;
use super::{file, temporary};

/// What stands after the name of a file of a thing, and its bytes: « _2.png » for the second page.
pub type Made = (String, Vec<u8>);

/// A file that was not written.
#[derive(Debug)]
pub struct NotMade {
    pub path: PathBuf,
    pub error: WriteError,
}

/// The name of a thing to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    folder: PathBuf,
    base: String,
    extension: &'static str,
    /// The first number that is free.
    number: u64,
}

/// The names already given.
#[derive(Debug, Default)]
pub struct Names {
    given: HashMap<PathBuf, Taken>,
    /// What each folder held when it was first looked at.
    found: HashMap<PathBuf, Taken>,
    /// Each folder, by the ways it was named.
    real: HashMap<PathBuf, PathBuf>,
}

impl Names {
    /// Whether that name was given before.
    pub fn is_given(&mut self, folder: &Path, base: &str, extension: &str) -> bool {
        let name = format!("{base}.{extension}");
        let real = self.real(folder);
        self.given.get(&real).is_some_and(|given| given.holds(&name))
    }

    /// The folder itself, by whichever way it is named.
    fn real(&mut self, named: &Path) -> PathBuf {
        if let Some(real) = self.real.get(named) {
            return real.clone();
        }
        let folder = if named.as_os_str().is_empty() { Path::new(".") } else { named };
        let real = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        self.real.insert(named.to_path_buf(), real.clone());
        real
    }

    /// Gives a name: that one, or it followed by a number, if another thing has it. With `over`, what is on the disk is to be replaced:
    /// only what was given is another thing.
    pub fn give(
        &mut self,
        folder: &Path,
        base: String,
        extension: &'static str,
        over: bool,
    ) -> Name {
        let real = self.real(folder);
        let first_look = |folder: &PathBuf| {
            temporary::sweep(folder);
            Taken::of(folder)
        };
        let given = self.given.entry(real.clone()).or_default();
        let found = self.found.entry(real).or_insert_with_key(first_look);
        let base = cut(base, 0);
        let mut name = Name { folder: folder.to_path_buf(), base, extension, number: 1 };
        name.settle(given, &|name| !over && found.holds(&name.file()));
        name
    }

    /// Gives `name` the first number, from the one after its own, that nothing else was given and that is not `taken`.
    fn give_another(&mut self, name: &mut Name, taken: &dyn Fn(&Name) -> bool) {
        let real = self.real(&name.folder);
        name.number += 1;
        name.settle(self.given.entry(real).or_default(), taken);
    }
}

impl Name {
    /// The first name like that one that is free now.
    pub fn free(folder: &Path, base: String, extension: &'static str) -> Name {
        Names::default().give(folder, base, extension, false)
    }

    /// Takes the first number, from its own, that is not among those `given`, nor `taken`.
    fn settle(&mut self, given: &mut Taken, taken: &dyn Fn(&Name) -> bool) {
        while given.holds(&self.file()) || taken(self) {
            self.number += 1;
        }
        given.add(&self.file());
    }

    fn numbered(&self) -> String {
        if self.number == 1 { self.base.clone() } else { format!("{}-{}", self.base, self.number) }
    }

    fn file(&self) -> String {
        format!("{}.{}", self.numbered(), self.extension)
    }

    /// Where one of its files stands.
    pub fn path(&self, suffix: &str) -> PathBuf {
        self.folder.join(self.numbered() + suffix)
    }

    /// Writes the thing beside what is there; gives the paths of its files. All of it is written, or nothing.
    ///
    /// # Errors
    /// [`NotMade`]
    pub fn write(self, made: &[Made]) -> Result<Vec<PathBuf>, NotMade> {
        self.write_among(made, &Mutex::default())
    }

    /// The same; it takes none of the names that others were given.
    ///
    /// # Errors
    /// [`NotMade`]
    pub fn write_among(
        mut self,
        made: &[Made],
        names: &Mutex<Names>,
    ) -> Result<Vec<PathBuf>, NotMade> {
        loop {
            match self.create(made) {
                // Somebody took the name meanwhile.
                Err(NotMade { error: WriteError::Exists, .. }) => {
                    let taken = Taken::of(&self.folder);
                    locked(names).give_another(&mut self, &|name| taken.holds(&name.file()));
                }
                result => return result,
            }
        }
    }

    fn create(&self, made: &[Made]) -> Result<Vec<PathBuf>, NotMade> {
        let mut written: Vec<PathBuf> = Vec::new();
        for (suffix, bytes) in made {
            let path = self.path(suffix);
            match file::create(&path, bytes) {
                Err(error) if !error.is_in_place() => {
                    // They are new, and ours: half of a thing is not kept.
                    for path in written {
                        drop(std::fs::remove_file(path));
                    }
                    return Err(NotMade { path, error });
                }
                _ => written.push(path),
            }
        }
        Ok(written)
    }

    /// Writes the thing in the place of what has its name. If that is pages, and more of them or counted otherwise, nobody could tell
    /// the old ones from the new: they stay, and the thing takes the place of what has the next number, of those that `names` did not
    /// give.
    ///
    /// # Errors
    /// [`NotMade`]; each file is whole.
    pub fn write_over(
        mut self,
        made: &[Made],
        names: &Mutex<Names>,
    ) -> Result<Vec<PathBuf>, NotMade> {
        let there = Taken::of(&self.folder);
        let is_mixed = |name: &Name| {
            let file = |(suffix, _): &Made| folded(&(name.numbered() + suffix));
            there.holds_beside(&made.iter().map(file).collect(), &name.file())
        };
        // Its own name was given to it, and is not another's.
        if is_mixed(&self) {
            locked(names).give_another(&mut self, &is_mixed);
        }
        let mut written = Vec::new();
        for (suffix, bytes) in made {
            let path = self.path(suffix);
            match file::replace(&path, bytes) {
                Err(error) if !error.is_in_place() => return Err(NotMade { path, error }),
                _ => written.push(path),
            }
        }
        Ok(written)
    }
}

fn locked(names: &Mutex<Names>) -> MutexGuard<'_, Names> {
    names.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Replaces the file at `path`, which somebody was asked about.
///
/// # Errors
/// [`NotMade`]
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), NotMade> {
    temporary::sweep(path.parent().unwrap_or(Path::new("")));
    match file::replace(path, bytes) {
        Err(error) if !error.is_in_place() => Err(NotMade { path: path.to_path_buf(), error }),
        _ => Ok(()),
    }
}

/// Makes a folder that was not there: called so, or so and a number.
///
/// # Errors
/// [`NotMade`]
pub fn new_folder(parent: &Path, name: &str) -> Result<PathBuf, NotMade> {
    let numbered = (2u64..).map(|number| format!("{name}-{number}"));
    for name in std::iter::once(name.to_owned()).chain(numbered) {
        let path = parent.join(name);
        match std::fs::create_dir(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(NotMade { path, error: error.into() }),
        }
    }
    Err(NotMade { path: parent.join(name), error: WriteError::Exists })
}

#[cfg(test)]
mod tests;
