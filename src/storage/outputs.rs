//! The names of the files that the program makes. No two things made have one name, and nothing that is there is replaced unless
//! that was asked for.
//!
//! A thing is one file (« labo_canevas_A4.pdf »), or its pages (« labo_canevas_A4_1.png », « labo_canevas_A4_2.png »…), and its name
//! is what they have in common. Two names that some disk would take for one (capitals, accents composed or not) are one here.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization;

use super::error::WriteError;
use super::file;
use crate::model::signs::is_misleading;

/// The longest name, in bytes, that every system takes.
const LONGEST: usize = 255;
/// What may still come after a name: a number, that of a page, an extension.
const AFTER: usize = 24;

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

/// Names, as the least careful disk compares them.
#[derive(Debug, Default)]
struct Taken {
    names: HashSet<String>,
    /// The names of the things whose pages they may be.
    things: HashSet<String>,
}

impl Taken {
    /// What is in a folder; nothing, of one that is not there yet.
    fn of(folder: &Path) -> Taken {
        let mut taken = Taken::default();
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        for entry in folder.read_dir().into_iter().flatten().flatten() {
            taken.add(&entry.file_name().to_string_lossy());
        }
        taken
    }

    fn add(&mut self, name: &str) {
        let name = folded(name);
        self.things.extend(thing(&name));
        self.names.insert(name);
    }

    /// Whether a file called so, or a page of it, is among them; or whether it would pass for a page of another.
    fn holds(&self, name: &str) -> bool {
        let name = folded(name);
        self.names.contains(&name)
            || self.things.contains(&name)
            || thing(&name).is_some_and(|thing| self.names.contains(&thing))
    }
}

/// « labo_canevas_A4.png », for « labo_canevas_A4_12.png ».
fn thing(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (stem, page) = stem.rsplit_once('_')?;
    let is_page = !page.is_empty() && page.bytes().all(|byte| byte.is_ascii_digit());
    is_page.then(|| format!("{stem}.{extension}"))
}

fn folded(name: &str) -> String {
    let plain: String = name.nfkc().collect();
    plain.to_uppercase().to_lowercase().nfkc().collect()
}

/// `start` and `end` as one name that every system takes: signs that show nothing become « _ », and a start that is too long is cut.
pub fn joined(start: &str, end: &str) -> String {
    let room = LONGEST.saturating_sub(AFTER + end.len());
    let mut name: String =
        start.chars().map(|letter| if is_misleading(letter) { '_' } else { letter }).collect();
    if name.len() > room {
        let at = (0..=room).rev().find(|at| name.is_char_boundary(*at)).unwrap_or(0);
        name.truncate(at);
    }
    name + end
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
        let given = self.given.entry(real.clone()).or_default();
        let found = self.found.entry(real).or_insert_with_key(|folder| Taken::of(folder));
        let mut name = Name { folder: folder.to_path_buf(), base, extension, number: 1 };
        let taken = |name: &str| given.holds(name) || !over && found.holds(name);
        while taken(&name.file()) {
            name.number += 1;
        }
        given.add(&name.file());
        name
    }
}

impl Name {
    /// The first name like that one that is free now.
    pub fn free(folder: &Path, base: String, extension: &'static str) -> Name {
        Names::default().give(folder, base, extension, false)
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
    pub fn write(mut self, made: &[Made]) -> Result<Vec<PathBuf>, NotMade> {
        loop {
            match self.create(made) {
                // Somebody took the name meanwhile.
                Err(NotMade { error: WriteError::Exists, .. }) => {
                    let taken = Taken::of(&self.folder);
                    self.number += 1;
                    while taken.holds(&self.file()) {
                        self.number += 1;
                    }
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
    /// the old ones from the new: they stay, and the thing gets another name, of those that `names` did not give.
    ///
    /// # Errors
    /// [`NotMade`]; each file is whole.
    pub fn write_over(self, made: &[Made], names: &Mutex<Names>) -> Result<Vec<PathBuf>, NotMade> {
        let mut others = Taken::default();
        let mine: HashSet<String> =
            made.iter().map(|(suffix, _)| folded(&(self.numbered() + suffix))).collect();
        for name in Taken::of(&self.folder).names {
            if !mine.contains(&name) {
                others.add(&name);
            }
        }
        if others.holds(&self.file()) {
            let mut names = names.lock().unwrap_or_else(PoisonError::into_inner);
            let other = names.give(&self.folder, self.base, self.extension, false);
            drop(names);
            return other.write(made);
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

/// Replaces the file at `path`, which somebody was asked about.
///
/// # Errors
/// [`NotMade`]
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), NotMade> {
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
mod tests {
    use std::fs;

    use super::*;

    fn page(suffix: &str) -> Made {
        (suffix.to_owned(), suffix.as_bytes().to_vec())
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn file_of(name: &Name) -> String {
        name.path(".pdf").file_name().unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn names_that_some_disk_takes_for_one_are_given_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut given = Names::default();
        let mut give = |base: &str| file_of(&given.give(folder.path(), base.into(), "pdf", true));
        assert_eq!(give("méthode"), "méthode.pdf");
        assert_eq!(give("me\u{301}thode"), "me\u{301}thode-2.pdf");
        assert_eq!(give("MÉTHODE"), "MÉTHODE-3.pdf");
        assert_eq!(give("méthode-2"), "méthode-2-2.pdf");
        assert_eq!(give("x_1"), "x_1.pdf");
        assert_eq!(give("x"), "x-2.pdf");
    }

    #[test]
    fn one_folder_named_in_two_ways_gives_a_name_once() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        let mut given = Names::default();
        let first = given.give(&folder.path().join("a"), "x".into(), "pdf", true);
        let second = given.give(&folder.path().join("a/../a/."), "x".into(), "pdf", true);
        assert_ne!(file_of(&first), file_of(&second));
    }

    #[test]
    fn the_pages_of_an_earlier_run_are_not_mixed_with_the_new_ones() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x_3.png"), "ancien").unwrap();
        let write = |over| {
            let mut names = Names::default();
            let name = names.give(folder.path(), "x".into(), "png", over);
            let made = [page("_1.png"), page("_2.png")];
            if over { name.write_over(&made, &Mutex::new(names)) } else { name.write(&made) }
        };
        write(false).unwrap();
        assert_eq!(names(folder.path()), ["x-2_1.png", "x-2_2.png", "x_3.png"]);
        write(true).unwrap();
        assert_eq!(names(folder.path()).len(), 5);
        assert_eq!(fs::read_to_string(folder.path().join("x_3.png")).unwrap(), "ancien");
        fs::remove_file(folder.path().join("x_3.png")).unwrap();
        write(true).unwrap();
        write(true).unwrap();
        assert_eq!(names(folder.path()).len(), 6, "{:?}", names(folder.path()));
    }

    #[test]
    fn a_name_taken_since_it_was_given_is_not_replaced_even_after_a_thousand() {
        let folder = tempfile::tempdir().unwrap();
        let name = Name::free(folder.path(), "x".into(), "pdf");
        fs::write(folder.path().join("x.pdf"), "à garder").unwrap();
        for number in 2..1200 {
            fs::write(folder.path().join(format!("x-{number}.pdf")), "à garder").unwrap();
        }
        let written = name.write(&[page(".pdf")]).unwrap();
        assert_eq!(written, [folder.path().join("x-1200.pdf")]);
        assert_eq!(fs::read_to_string(folder.path().join("x.pdf")).unwrap(), "à garder");
    }

    #[test]
    fn half_of_a_thing_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let name = Name::free(folder.path(), "x".into(), "png");
        let failed = name.write(&[page("_1.png"), page("/absent/_2.png")]).unwrap_err();
        assert!(matches!(failed.error, WriteError::NoFolder), "{failed:?}");
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }

    #[test]
    fn a_long_name_is_cut_and_a_sign_that_shows_nothing_is_replaced() {
        let name = joined(&"é".repeat(200), "_canevas_A4");
        assert!(name.len() <= LONGEST - AFTER && name.ends_with("é_canevas_A4"));
        assert_eq!(joined("a\n\u{202e}b.c", "_x"), "a__b.c_x");
    }

    #[test]
    fn a_new_folder_takes_the_place_of_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x_trousse"), "un fichier").unwrap();
        assert_eq!(
            new_folder(folder.path(), "x_trousse").unwrap().file_name().unwrap(),
            "x_trousse-2"
        );
        assert_eq!(
            new_folder(folder.path(), "x_trousse").unwrap().file_name().unwrap(),
            "x_trousse-3"
        );
    }
}
