//! These errors say what can go wrong with a file, typed where it happens. `text::errors` puts them into French.

use std::io;

use thiserror::Error;
use uuid::Uuid;

use crate::letters::Script;
use crate::model::edit::Target;
use crate::model::{Text, limits};
use crate::platform::folders;

/// A place in a text file, counted from 1, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Why a file could not be opened. It is left as it was.
#[derive(Debug, Error)]
pub enum ReadError {
    #[error("no such file")]
    NotFound,
    #[error("no permission to read")]
    NoPermission,
    #[error("a folder, not a file")]
    Folder,
    /// A device, a pipe, a socket: what has no end to read to.
    #[error("not a regular file")]
    NotAFile,
    #[error("{size} bytes or more, at most {} are read", super::size::MAX_BYTES)]
    TooLarge { size: u64 },
    /// The program would write it larger than it reads.
    #[error("{size} bytes once written, at most {} are", super::size::MAX_BYTES)]
    TooLargeOnceWritten { size: u64 },
    /// It is understood, and could not be put in a file again: a fault of the program, found before anything was typed in it.
    #[error("could not be saved: {0}")]
    Unwritable(#[source] Box<WriteError>),
    /// A text so long that nothing could be done with it.
    #[error("{part:?}: {length} characters, at most {limit} are opened")]
    TextPastBound { part: Part, name: Option<Text>, length: usize, limit: usize },
    /// A list so long that nothing could be done with it.
    #[error("{part:?}: {length} lines, at most {limit} are opened")]
    ListPastBound { part: Part, name: Option<Text>, length: usize, limit: usize },
    /// All the texts together.
    #[error("{length} characters, at most {} are opened", limits::ALL_TEXTS)]
    PastBound { length: usize },
    #[error("cannot be read: {0}")]
    Io(#[source] io::Error),
    /// Nothing, or blanks alone.
    #[error("empty")]
    Empty,
    /// A picture, a PDF, a program: no text has zero bytes.
    #[error("binary")]
    Binary,
    /// Text, in the two-byte encoding that some editors call « Unicode ».
    #[error("UTF-16")]
    Utf16,
    #[error("not UTF-8 at {at:?}")]
    NotUtf8 { at: Position },
    /// The file comes from a later program, and only that one knows what it says.
    #[error("version {major}.{minor} of the format, later than ours")]
    NewerVersion { major: u32, minor: u32 },
    /// A major version that never was.
    #[error("there is no version {major}.{minor} of the format")]
    NoSuchVersion { major: u32, minor: u32 },
    #[error("at {at:?}: {problem:?}")]
    Invalid { at: Position, problem: Problem },
}

/// What is wrong at a place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file stops before its end.
    CutShort,
    /// A text whose closing quote is missing.
    UnclosedText,
    UnclosedComment,
    /// Something else stands where this was expected.
    Expected(Expected),
    /// Something follows what should be the end.
    AfterTheEnd,
    /// Brackets within brackets, beyond any real file.
    TooDeep,
    UnknownKey {
        found: String,
        known: &'static [&'static str],
        /// The one that only accents or capitals tell apart.
        meant: Option<&'static str>,
    },
    MissingKey(&'static str),
    /// The name of the key, when it is one of ours.
    DuplicateKey(Option<&'static str>),
    /// Two answers under one id.
    DuplicateId(String),
    UnknownWord {
        found: String,
        known: &'static [&'static str],
        /// The one that only accents or capitals tell apart.
        meant: Option<&'static str>,
    },
    NotAStep,
    NotADate,
    NotAUuid,
    /// A number that no whole number of the format can be.
    Number,
    /// A backslash followed by what means nothing.
    Escape,
    /// `#![enable(…)]`: the format has none.
    Attribute,
    /// An extension under a name that the format keeps for itself.
    ReservedName,
    /// What the parser alone understands; the position tells more.
    Other,
}

/// What was expected at a place of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    WholeNumber,
    TrueOrFalse,
    SomeOrNone,
    /// `[`
    List,
    /// `]`
    ListEnd,
    /// `(`
    Group,
    /// `)`
    GroupEnd,
    /// `{`
    Map,
    /// `}`
    MapEnd,
    Colon,
    Comma,
    Key,
    /// A group with a given number of values.
    Length,
}

/// A list of the file whose entries have an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    Criteria,
    Axes,
    Labs,
    /// Where one of the six labs is placed.
    LabAxes,
    Points,
    Orientation,
    Fields,
}

/// A text or a list that has a bound. What the sheet calls the place where it stands, when it has a name there, goes with it:
/// see [`name`](super::name).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A text of the sheet.
    Target(Target),
    /// One of those who were at a workshop, by its key.
    Person(Uuid),
    Workshops,
    /// Those who were at a workshop.
    People(Uuid),
    NextSteps,
    FreeFields,
    /// An id of a list, or the words that come with one.
    Word(List),
    /// The entries of a list.
    Answers(List),
    Method,
    Extension,
    Extensions,
}

/// What a reader should know of a file that was opened all the same: kept, and written back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The file's minor version, later than ours.
    NewerMinor(u32),
    /// A part that a later program added.
    Extension(Text),
    /// Another method, or another edition of it.
    OtherMethod { id: Text, edition: Text },
    /// An id that the catalogue does not have, and the words that the file gives for it.
    UnknownId { list: List, id: Text, words: Option<Text> },
    /// More characters than typing would allow.
    TextTooLong { part: Part, name: Option<Text>, length: usize, limit: usize },
    /// More lines than typing would allow.
    ListTooLong { part: Part, name: Option<Text>, length: usize, limit: usize },
    /// A text with signs that no face draws: the first of its words that has some, and how many others do.
    Unseen { part: Part, name: Option<Text>, words: Text, script: Option<Script>, others: usize },
}

/// Why a design could not be saved. The old file, if any, is whole.
#[derive(Debug, Error)]
pub enum WriteError {
    #[error("a folder, not a file")]
    Folder,
    /// A device, a pipe, a loop of links.
    #[error("not a regular file")]
    NotAFile,
    /// The file itself may not be changed.
    #[error("read-only")]
    ReadOnly,
    /// The same, and it is somebody else's.
    #[error("somebody else's, to be read alone")]
    Anothers,
    /// A link that somebody else put there: it may lead anywhere.
    #[error("somebody else's link")]
    AnothersLink,
    /// The name of a new file is taken.
    #[error("there is something of that name")]
    Exists,
    /// Nothing may be written in the folder.
    #[error("no permission to write there")]
    NoPermission,
    #[error("no such folder")]
    NoFolder,
    #[error("no room left")]
    Full,
    #[error("a name that this system does not take")]
    Name,
    #[error("another program holds the file")]
    InUse,
    #[error("cannot be written: {0}")]
    Io(#[source] io::Error),
    /// The new content is in place, but the disk did not confirm that it would survive a power cut.
    #[error("written, not confirmed: {0}")]
    NotConfirmed(#[source] io::Error),
    /// The new content is in place, and the old one keeps another name that the file had (a hard link).
    #[error("written, another name keeps the old content")]
    OtherName,
    #[error("{size} bytes, at most {} are written", super::size::MAX_BYTES)]
    TooLarge { size: u64 },
    #[error("{length} characters, at most {} are written", limits::ALL_TEXTS)]
    TooLong { length: usize },
    /// What would be written could not be opened again: a fault of the program, found before any harm.
    #[error("would not open again: {0}")]
    Unreadable(#[source] Box<ReadError>),
    /// The same, found while the text was being made.
    #[error("cannot be put in a file: {0}")]
    Unwritable(#[source] ron::Error),
}

impl WriteError {
    /// The new content is in place, and something is to be known of it.
    pub fn is_in_place(&self) -> bool {
        matches!(self, WriteError::NotConfirmed(_) | WriteError::OtherName)
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{IsADirectory, NotADirectory, NotFound, PermissionDenied};
        match error.kind() {
            NotFound | NotADirectory => ReadError::NotFound,
            PermissionDenied => ReadError::NoPermission,
            IsADirectory => ReadError::Folder,
            _ => ReadError::Io(error),
        }
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{
            FileTooLarge, InvalidFilename, IsADirectory, NotADirectory, NotFound, PermissionDenied,
            QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        if folders::in_use(&error) {
            return WriteError::InUse;
        }
        match error.kind() {
            NotFound | NotADirectory => WriteError::NoFolder,
            PermissionDenied | ReadOnlyFilesystem => WriteError::NoPermission,
            StorageFull | QuotaExceeded | FileTooLarge => WriteError::Full,
            InvalidFilename => WriteError::Name,
            IsADirectory => WriteError::Folder,
            _ => WriteError::Io(error),
        }
    }
}
