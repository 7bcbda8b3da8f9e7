//! The lines of the log say what the program did, for whoever has to understand what went wrong.
//!
//! A line is made here alone, of numbers and of words of ours. Nothing that anybody typed has a way in, and no path either: a
//! file's name is most often that of a lab, its folder that of a person. A file is called by its number in the session.

use std::fmt;
use std::io;
use std::panic::Location;

use crate::storage::aside::Unread;
use crate::storage::{ReadError, WriteError};

/// The first part of the name of each file; the day follows.
pub const FILE: &str = "journal";
/// What a day that is over its bound ends with.
pub const DAY_IS_FULL: &str = "Le journal de ce jour est plein\u{a0}: la suite n’y est pas.\n";

/// One thing that was done, refused, or that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    weight: Weight,
    words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Done,
    Refused,
    Fault,
}

impl fmt::Display for Line {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let weight = match self.weight {
            Weight::Done => "fait",
            Weight::Refused => "refus",
            Weight::Fault => "erreur",
        };
        write!(to, "{weight:8}{}", self.words)
    }
}

fn done(words: impl Into<String>) -> Line {
    Line { weight: Weight::Done, words: words.into() }
}

fn refused(words: impl Into<String>) -> Line {
    Line { weight: Weight::Refused, words: words.into() }
}

fn fault(words: impl Into<String>) -> Line {
    Line { weight: Weight::Fault, words: words.into() }
}

/// A file, as the log calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its place among those of the session, from 1.
    pub number: usize,
    /// Whether its name ends as that of a lab does.
    pub is_lab: bool,
}

impl fmt::Display for Known {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "fichier {}{}", self.number, if self.is_lab { "" } else { " (pas un .ron)" })
    }
}

/// What the program keeps on this computer of its own accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Settings,
    Order,
}

impl Kept {
    fn named(self) -> &'static str {
        match self {
            Kept::Settings => "réglages",
            Kept::Order => "déroulé",
        }
    }
}

/// Why there is no sheet.
#[derive(Debug)]
pub enum NoSheet<'a> {
    /// What was asked makes no sheet.
    Refused,
    /// What is written takes too many pages.
    TooLong,
    NoSuchPage,
    /// The page engine could not: it may say words of the group, which are not repeated.
    Engine,
    NotWritten(&'a WriteError),
    NoPassingFile(&'a io::Error),
    NoViewer,
    NoPrintSystem,
    PrinterGone,
    /// In its own words, which may be anybody's.
    PrinterRefused,
    NoSuchPaper,
}

pub fn begun(version: &'static str) -> Line {
    done(format!("début\u{a0}: version {version}, {}", std::env::consts::OS))
}

pub fn ended() -> Line {
    done("fin")
}

pub fn opened(file: Known, warnings: usize) -> Line {
    let remarks = match warnings {
        0 => String::new(),
        count => format!(", à savoir\u{a0}: {count}"),
    };
    done(format!("ouvert\u{a0}: {file}{remarks}"))
}

pub fn not_opened(file: Known, error: &ReadError) -> Line {
    refused(format!("pas ouvert\u{a0}: {file}, {}", read_cause(error)))
}

/// What was dropped is no file of this computer, or came at a time when nothing can be opened.
pub fn not_taken() -> Line {
    refused("déposé, pas ouvert")
}

/// A visit, a rehearsal or a bound does not let it be done.
pub fn not_now() -> Line {
    refused("pas fait\u{a0}: visite, répétition ou limite")
}

pub fn saved(file: Known) -> Line {
    done(format!("enregistré\u{a0}: {file}"))
}

pub fn not_saved(file: Known, error: &WriteError) -> Line {
    let words = format!("enregistrement\u{a0}: {file}, {}", write_cause(error));
    if error.is_in_place() { done(words) } else { fault(words) }
}

pub fn sent(pages: usize, copies: u16) -> Line {
    done(format!("imprimé\u{a0}: pages {pages}, exemplaires {copies}"))
}

pub fn shown_in_viewer() -> Line {
    done("ouvert ailleurs")
}

pub fn sheets_saved(files: usize, pages: usize) -> Line {
    done(format!("mis en fichiers\u{a0}: pages {pages}, fichiers {files}"))
}

/// « Terminer l’atelier » or « Trousse de secours »: so many sheets, and so many that could not be made.
pub fn left_on_paper(made: usize, missing: usize) -> Line {
    let words = format!("mis sur papier\u{a0}: feuilles {made}, manquantes {missing}");
    if missing == 0 { done(words) } else { fault(words) }
}

pub fn given_up() -> Line {
    done("feuille abandonnée")
}

pub fn not_made(why: &NoSheet) -> Line {
    let because = match why {
        NoSheet::Refused => "demande impossible",
        NoSheet::TooLong => "trop de pages",
        NoSheet::NoSuchPage => "pages absentes",
        NoSheet::Engine => "moteur de pages",
        NoSheet::NoViewer => "aucun programme pour l’ouvrir",
        NoSheet::NoPrintSystem => "aucun service d’impression",
        NoSheet::PrinterGone => "imprimante partie",
        NoSheet::PrinterRefused => "refus de l’imprimante",
        NoSheet::NoSuchPaper => "papier absent",
        NoSheet::NotWritten(error) => {
            return fault(format!("pas de feuille\u{a0}: {}", write_cause(error)));
        }
        NoSheet::NoPassingFile(error) => {
            return fault(format!("pas de feuille\u{a0}: fichier de passage, {}", system(error)));
        }
    };
    let line = format!("pas de feuille\u{a0}: {because}");
    if matches!(why, NoSheet::Engine) { fault(line) } else { refused(line) }
}

pub fn order_given() -> Line {
    done("déroulé donné")
}

pub fn order_not_given(error: &WriteError) -> Line {
    fault(format!("déroulé pas donné\u{a0}: {}", write_cause(error)))
}

pub fn order_taken() -> Line {
    done("déroulé repris")
}

/// Why, when it could not be read.
pub fn order_not_taken(error: Option<&ReadError>) -> Line {
    let why = error.map_or_else(|| "pas un déroulé d’ici".to_owned(), read_cause);
    refused(format!("déroulé pas repris\u{a0}: {why}"))
}

pub fn not_kept(what: Kept, error: &WriteError) -> Line {
    fault(format!("{} pas gardés\u{a0}: {}", what.named(), write_cause(error)))
}

pub fn not_recalled(what: Kept, why: &Unread) -> Line {
    let why = match why {
        Unread::Damaged => "abîmés".to_owned(),
        Unread::Newer => "d’un programme plus récent".to_owned(),
        Unread::Passing(error) => read_cause(error),
    };
    fault(format!("{} pas relus\u{a0}: {why}", what.named()))
}

pub fn set_aside(what: Kept) -> Line {
    done(format!("{} mis de côté", what.named()))
}

/// The system goes to sleep while one projects: it was asked not to.
pub fn not_awake() -> Line {
    fault("l’ordinateur peut s’endormir pendant la projection")
}

/// A dialog of the system failed.
pub fn no_dialog() -> Line {
    fault("pas de fenêtre du système pour choisir un fichier")
}

/// What runs away from the window ended as it should not have.
pub fn broken() -> Line {
    fault("un travail s’est arrêté en route")
}

/// At a place of the source: what was being done is in the sentence that goes with it, which may be anybody's.
pub fn panicked(at: &Location) -> Line {
    fault(format!("défaut du programme\u{a0}: {}, ligne {}", at.file(), at.line()))
}

fn system(error: &io::Error) -> String {
    match error.raw_os_error() {
        Some(number) => format!("erreur {number} du système"),
        None => "erreur du système".to_owned(),
    }
}

fn read_cause(error: &ReadError) -> String {
    let because = match error {
        ReadError::NotFound => "introuvable",
        ReadError::NoPermission => "lecture interdite",
        ReadError::Folder => "un dossier",
        ReadError::NotAFile => "pas un fichier ordinaire",
        ReadError::Empty => "vide",
        ReadError::Binary => "pas du texte",
        ReadError::Utf16 => "en UTF-16",
        ReadError::TooLarge { size } | ReadError::TooLargeOnceWritten { size } => {
            return format!("trop grand, octets {size}");
        }
        ReadError::TextPastBound { length, .. }
        | ReadError::ListPastBound { length, .. }
        | ReadError::PastBound { length } => return format!("trop long, {length}"),
        ReadError::Unwritable(error) => {
            return format!("ne pourrait pas être réenregistré, {}", write_cause(error));
        }
        ReadError::Io(error) => return system(error),
        ReadError::NotUtf8 { at } => {
            return format!("pas en UTF-8, ligne {}, colonne {}", at.line, at.column);
        }
        ReadError::NewerVersion { major, minor } | ReadError::NoSuchVersion { major, minor } => {
            return format!("format {major}.{minor}");
        }
        ReadError::Invalid { at, .. } => {
            return format!("mal formé, ligne {}, colonne {}", at.line, at.column);
        }
    };
    because.to_owned()
}

fn write_cause(error: &WriteError) -> String {
    let because = match error {
        WriteError::Folder => "un dossier",
        WriteError::NotAFile => "pas un fichier ordinaire",
        WriteError::ReadOnly => "en lecture seule",
        WriteError::Anothers => "à quelqu’un d’autre",
        WriteError::AnothersLink => "lien de quelqu’un d’autre",
        WriteError::Exists => "existe déjà",
        WriteError::NoPermission => "écriture interdite",
        WriteError::NoFolder => "dossier absent",
        WriteError::Full => "disque plein",
        WriteError::Name => "nom refusé par le système",
        WriteError::InUse => "tenu par un autre programme",
        WriteError::OtherName => "écrit, un autre nom garde l’ancien",
        WriteError::Io(error) => return system(error),
        WriteError::NotConfirmed(error) => {
            return format!("écrit, non confirmé, {}", system(error));
        }
        WriteError::TooLarge { size } => return format!("trop grand, octets {size}"),
        WriteError::TooLong { length } => return format!("trop long, {length}"),
        WriteError::Unreadable(error) => {
            return format!("ne se rouvrirait pas, {}", read_cause(error));
        }
        WriteError::Unwritable(_) => "ne peut pas s’écrire",
    };
    because.to_owned()
}
