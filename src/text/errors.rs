//! What goes wrong with a file is put into French: what happened, what is safe, what to do next.

use std::io;
use std::path::Path;

use super::Message;
use super::interface::thousands;
use super::shown::line;
use super::warnings::part;
use crate::model::limits;
use crate::storage::{Expected, MAX_BYTES, Position, Problem, ReadError, WriteError};

pub use super::warnings::warning;

/// A file that could not be opened.
pub fn read(path: &Path, error: &ReadError) -> Message {
    let reason = match error {
        // The place comes second: most who see it will not open a text editor.
        ReadError::Invalid { .. } => {
            format!("ce n’est pas un labo dessiné, ou il est abîmé ({})", read_reason(error))
        }
        _ => read_reason(error),
    };
    Message {
        what: format!("{} n’a pas pu être ouvert\u{a0}: {reason}.", named(path)),
        safe: "Le fichier n’a pas été modifié, et le labo déjà ouvert reste tel quel.".into(),
        next: read_next(error),
    }
}

/// A design that could not be saved.
pub fn write(path: &Path, error: &WriteError) -> Message {
    if let WriteError::NotConfirmed(_) = error {
        return Message {
            what: format!("{} est enregistré, mais le disque ne l’a pas confirmé.", named(path)),
            safe:
                "Le fichier est complet\u{a0}; une coupure de courant pourrait encore le ramener \
                   à sa version d’avant."
                    .into(),
            next: "Enregistrez aussi une copie sur un autre disque.".into(),
        };
    }
    if let WriteError::OtherName = error {
        return Message {
            what: format!("{} est enregistré.", named(path)),
            safe: "Ce fichier portait aussi un autre nom sur ce disque (un lien)\u{a0}: sous cet autre nom, la version d’avant est \
                   restée."
                .into(),
            next: "Si l’autre nom doit suivre, refaites ce lien.".into(),
        };
    }
    Message {
        what: format!("{} n’a pas pu être enregistré\u{a0}: {}.", named(path), write_reason(error)),
        safe: write_safe(error).into(),
        next: write_next(error).into(),
    }
}

/// What is known of the disk is said of it, no more: a key that was pulled out has nothing on it.
fn write_safe(error: &WriteError) -> &'static str {
    match error {
        WriteError::ReadOnly
        | WriteError::Anothers
        | WriteError::NoPermission
        | WriteError::Full
        | WriteError::InUse
        | WriteError::TooLarge { .. }
        | WriteError::TooLong { .. }
        | WriteError::Unreadable(_)
        | WriteError::Unwritable(_) => {
            "Rien n’est perdu\u{a0}: le labo reste ouvert avec tous ses changements, et ce qui était sur le disque y est encore."
        }
        _ => "Rien n’est perdu\u{a0}: le labo reste ouvert avec tous ses changements.",
    }
}

/// Why a file cannot be opened, as the end of a sentence.
pub fn read_reason(error: &ReadError) -> String {
    match error {
        ReadError::NotFound => "aucun fichier ne porte ce nom à cet endroit".into(),
        ReadError::NoPermission => "vous n’avez pas le droit de le lire".into(),
        ReadError::Folder => "c’est un dossier, pas un fichier".into(),
        ReadError::NotAFile => "ce n’est pas un fichier ordinaire".into(),
        ReadError::TooLarge { .. } => {
            format!("il dépasse {}, la taille permise pour un labo", megabytes(MAX_BYTES))
        }
        ReadError::TooLargeOnceWritten { size } => format!(
            "une fois mis en forme par ce programme, il ferait {}, et {} est le plus qui puisse être ouvert",
            megabytes(*size),
            megabytes(MAX_BYTES)
        ),
        ReadError::Unwritable(_) => {
            "ce programme ne saurait pas l’enregistrer de nouveau, c’est un défaut du programme"
                .into()
        }
        ReadError::TextPastBound { part, name, length, limit } => format!(
            "{} compte {} caractères, et {} est le plus qui puisse être ouvert",
            self::part(part, name.as_deref()),
            thousands(*length),
            thousands(*limit)
        ),
        ReadError::ListPastBound { part, name, length, limit } => format!(
            "{} compte {} lignes, et {} est le plus qui puisse être ouvert",
            self::part(part, name.as_deref()),
            thousands(*length),
            thousands(*limit)
        ),
        ReadError::PastBound { length } => format!(
            "tous ses textes font {} caractères, et {} est le plus qui puisse être ouvert",
            thousands(*length),
            thousands(limits::ALL_TEXTS)
        ),
        ReadError::Io(error) => format!("la lecture a échoué, {}", system(error)),
        ReadError::Empty => "il est vide".into(),
        ReadError::Binary => "ce n’est pas du texte".into(),
        ReadError::Utf16 => "son texte est codé en UTF-16, et non en UTF-8".into(),
        ReadError::NotUtf8 { at } => {
            format!("{}, un caractère n’est pas codé en UTF-8", place(*at))
        }
        ReadError::NewerVersion { major, minor } => {
            format!("il vient d’une version plus récente du programme (format {major}.{minor})")
        }
        ReadError::NoSuchVersion { major, minor } => {
            format!("la version {major}.{minor} du format n’existe pas")
        }
        ReadError::Invalid { at, problem } => format!("{}, {}", place(*at), self::problem(problem)),
    }
}

/// « ligne 12, colonne 5 »
fn place(at: Position) -> String {
    format!("ligne {}, colonne {}", at.line, at.column)
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::CutShort => "le fichier s’arrête avant sa fin".into(),
        Problem::UnclosedText => "un texte commence sans se refermer par un guillemet droit".into(),
        Problem::UnclosedComment => "un commentaire commence sans se refermer".into(),
        Problem::Expected(expected) => format!("il fallait {}", self::expected(*expected)),
        Problem::AfterTheEnd => "du texte suit la fin du labo".into(),
        Problem::TooDeep => "trop de parenthèses ou de crochets sont emboîtés".into(),
        Problem::UnknownKey { found, meant: Some(meant), .. }
        | Problem::UnknownWord { found, meant: Some(meant), .. } => {
            format!("«\u{a0}{}\u{a0}» doit s’écrire exactement «\u{a0}{meant}\u{a0}»", line(found))
        }
        Problem::UnknownKey { found, known, .. } => {
            format!("le nom «\u{a0}{}\u{a0}» n’est pas attendu ici{}", line(found), among(known))
        }
        Problem::MissingKey(key) => {
            format!("il manque «\u{a0}{key}\u{a0}» dans ce qui s’arrête ici")
        }
        Problem::DuplicateKey(Some(key)) => format!("«\u{a0}{key}\u{a0}» est là deux fois"),
        Problem::DuplicateKey(None) => "un même nom est là deux fois".into(),
        Problem::DuplicateId(id) => {
            format!("deux réponses portent le même identifiant, «\u{a0}{}\u{a0}»", line(id))
        }
        Problem::UnknownWord { found, known, .. } => {
            format!("«\u{a0}{}\u{a0}» n’est pas attendu ici{}", line(found), among(known))
        }
        Problem::NotAStep => "un cran est un nombre entier de −3 à 3".into(),
        Problem::NotADate => {
            "une date s’écrit \"2026-11-24\" (année, mois, jour) et existe au calendrier".into()
        }
        Problem::NotAUuid => {
            "un identifiant s’écrit comme \"67e55044-10b1-426f-9247-bb680e5fe0c8\"".into()
        }
        Problem::Number => "ce nombre n’est pas un nombre entier de taille raisonnable".into(),
        Problem::Escape => {
            "une barre oblique inverse est suivie d’un signe qu’elle n’admet pas (dans un texte, \
             elle s’écrit deux fois)"
                .into()
        }
        Problem::Attribute => "une ligne ne peut pas commencer par un dièse".into(),
        Problem::ReservedName => "aucune extension ne peut s’appeler «\u{a0}version\u{a0}»".into(),
        Problem::Other => "ce qui est écrit là ne se comprend pas".into(),
    }
}

fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "un texte entre guillemets droits",
        Expected::WholeNumber => "un nombre entier",
        Expected::TrueOrFalse => "«\u{a0}true\u{a0}» (oui) ou «\u{a0}false\u{a0}» (non)",
        Expected::SomeOrNone => "«\u{a0}None\u{a0}» (rien) ou «\u{a0}Some(…)\u{a0}»",
        Expected::List => "une liste, ouverte par un crochet «\u{a0}[\u{a0}»",
        Expected::ListEnd => "la fin de la liste, un crochet «\u{a0}]\u{a0}»",
        Expected::Group => "une parenthèse ouvrante «\u{a0}(\u{a0}»",
        Expected::GroupEnd => "une parenthèse fermante «\u{a0})\u{a0}»",
        Expected::Map => "une accolade ouvrante «\u{a0}{\u{a0}»",
        Expected::MapEnd => "une accolade fermante «\u{a0}}\u{a0}»",
        Expected::Colon => "un deux-points «\u{a0}:\u{a0}»",
        Expected::Comma => "une virgule avant ce qui est écrit là",
        Expected::Key => "un nom, sans guillemets",
        Expected::Length => "deux valeurs entre parenthèses",
    }
}

/// « (attendus : a, b, c) », when there are few.
fn among(known: &[&str]) -> String {
    const MOST: usize = 6;
    match known.len() {
        1..=MOST => format!(" (attendus\u{a0}: {})", known.join(", ")),
        _ => String::new(),
    }
}

fn read_next(error: &ReadError) -> String {
    match error {
        ReadError::NotFound => "Vérifiez que la clé ou le dossier est bien là, puis rouvrez le \
                                fichier par «\u{a0}Ouvrir…\u{a0}»."
            .into(),
        ReadError::NoPermission => "Demandez à la personne qui vous l’a confié d’en permettre la \
                                    lecture, ou une copie."
            .into(),
        ReadError::Io(_) => "Copiez le fichier sur un autre disque, puis ouvrez la copie.".into(),
        ReadError::NewerVersion { .. } => {
            "Ouvrez-le avec cette version plus récente, ou mettez ce programme à jour.".into()
        }
        ReadError::Utf16 | ReadError::NotUtf8 { .. } => {
            "Ouvrez-le dans un éditeur de texte, enregistrez-le avec l’encodage UTF-8, puis \
             rouvrez-le ici."
                .into()
        }
        ReadError::TooLargeOnceWritten { .. }
        | ReadError::TextPastBound { .. }
        | ReadError::ListPastBound { .. }
        | ReadError::PastBound { .. } => {
            "Raccourcissez-le dans un éditeur de texte, ou rouvrez une copie plus ancienne.".into()
        }
        ReadError::NoSuchVersion { .. } | ReadError::Invalid { .. } | ReadError::Unwritable(_) => {
            "Rouvrez une copie plus ancienne, ou corrigez cet endroit dans un éditeur de texte."
                .into()
        }
        ReadError::Folder
        | ReadError::NotAFile
        | ReadError::TooLarge { .. }
        | ReadError::Empty
        | ReadError::Binary => {
            "Choisissez un fichier de labo, dont le nom finit par «\u{a0}.ron\u{a0}».".into()
        }
    }
}

/// Why `path` was not written, as the end of a sentence.
pub fn write_reason_of(path: &Path, error: &WriteError) -> String {
    format!("{} n’a pas pu être écrit\u{a0}: {}", named(path), write_reason(error))
}

/// The same, without the name.
pub fn write_reason(error: &WriteError) -> String {
    match error {
        WriteError::Folder => "un dossier porte déjà ce nom".into(),
        WriteError::NotAFile => "ce nom n’est pas celui d’un fichier ordinaire".into(),
        WriteError::ReadOnly => "le fichier est en lecture seule".into(),
        WriteError::Anothers => "il est à quelqu’un d’autre, qui ne permet que de le lire".into(),
        WriteError::AnothersLink => {
            "quelqu’un d’autre a mis là un lien vers un autre endroit, qui n’est pas suivi".into()
        }
        WriteError::Exists => "quelque chose porte déjà ce nom".into(),
        WriteError::OtherName => "un autre de ses noms garde la version d’avant".into(),
        WriteError::NoPermission => "vous n’avez pas le droit d’écrire dans ce dossier".into(),
        WriteError::NoFolder => "le dossier n’existe plus, ou la clé a été retirée".into(),
        WriteError::Full => "il n’y a plus assez de place sur le disque".into(),
        WriteError::Name => "ce nom n’est pas accepté ici (trop long, ou un signe interdit)".into(),
        WriteError::InUse => "un autre programme tient ce fichier ouvert".into(),
        WriteError::Io(error) | WriteError::NotConfirmed(error) => {
            format!("l’écriture a échoué, {}", system(error))
        }
        WriteError::TooLarge { size } => format!(
            "avec tous ses textes, il ferait {}, et {} est le plus qui puisse être rouvert",
            megabytes(*size),
            megabytes(MAX_BYTES)
        ),
        WriteError::TooLong { length } => format!(
            "tous ses textes font {} caractères, et {} est le plus qui puisse être rouvert",
            thousands(*length),
            thousands(limits::ALL_TEXTS)
        ),
        WriteError::Unreadable(_) | WriteError::Unwritable(_) => {
            "le programme n’aurait pas su le rouvrir, c’est un défaut du programme".into()
        }
    }
}

fn write_next(error: &WriteError) -> &'static str {
    match error {
        WriteError::NoFolder => {
            "Remettez la clé et enregistrez de nouveau, ou enregistrez ailleurs par «\u{a0}Enregistrer sous…\u{a0}»."
        }
        WriteError::ReadOnly | WriteError::Anothers | WriteError::AnothersLink => {
            "Enregistrez sous un autre nom, ou ailleurs, par «\u{a0}Enregistrer sous…\u{a0}»."
        }
        WriteError::Full => {
            "Libérez de la place, ou enregistrez ailleurs par «\u{a0}Enregistrer sous…\u{a0}»."
        }
        WriteError::InUse => "Fermez l’autre programme, puis enregistrez de nouveau.",
        WriteError::TooLarge { .. } | WriteError::TooLong { .. } => {
            "Raccourcissez les textes les plus longs ou les listes, puis enregistrez de nouveau."
        }
        WriteError::Name | WriteError::Folder | WriteError::NotAFile | WriteError::Exists => {
            "Choisissez un autre nom par «\u{a0}Enregistrer sous…\u{a0}»."
        }
        WriteError::Unreadable(_) | WriteError::Unwritable(_) => {
            "Annulez le dernier changement (Ctrl+Z), puis enregistrez de nouveau."
        }
        _ => "Enregistrez dans un autre dossier par «\u{a0}Enregistrer sous…\u{a0}».",
    }
}

/// What to do when a file that the program makes, and that is not the lab, could not be written.
pub fn next_of_output(error: &WriteError) -> &'static str {
    match error {
        WriteError::Full => "Libérez de la place, ou choisissez un autre disque.",
        WriteError::InUse => "Fermez l’autre programme, puis recommencez.",
        WriteError::NoFolder => "Remettez la clé, ou choisissez un autre dossier.",
        WriteError::Name
        | WriteError::Folder
        | WriteError::NotAFile
        | WriteError::Exists
        | WriteError::ReadOnly
        | WriteError::Anothers => "Choisissez un autre nom.",
        _ => "Choisissez un autre dossier.",
    }
}

/// What the system answers, in our words: its own may be in any language. Its number can be looked up by whoever helps.
fn system(error: &io::Error) -> String {
    use io::ErrorKind as K;
    let said = match error.kind() {
        K::NotFound => "ce n’est plus là",
        K::PermissionDenied => "ce n’est pas permis",
        K::TimedOut | K::WouldBlock => "le disque ne répond pas",
        K::HostUnreachable
        | K::NetworkUnreachable
        | K::NetworkDown
        | K::NotConnected
        | K::ConnectionRefused
        | K::ConnectionReset
        | K::ConnectionAborted
        | K::BrokenPipe
        | K::StaleNetworkFileHandle => "le disque du réseau ne répond pas",
        K::ResourceBusy | K::ExecutableFileBusy | K::Deadlock => "un autre programme s’en sert",
        K::OutOfMemory => "la mémoire de l’ordinateur est pleine",
        K::UnexpectedEof | K::WriteZero => "le disque s’est arrêté avant la fin",
        K::Unsupported => "ce disque ne sait pas le faire",
        K::InvalidInput | K::InvalidFilename | K::InvalidData => "ce nom n’est pas accepté ici",
        K::StorageFull | K::QuotaExceeded | K::FileTooLarge => "il n’y a plus assez de place",
        K::ReadOnlyFilesystem => "on ne peut que lire sur ce disque",
        _ => "le disque a refusé",
    };
    match error.raw_os_error() {
        Some(code) => format!("{said} (erreur {code} du système)"),
        None => said.to_owned(),
    }
}

/// « Le fichier « x.ron » »
pub(super) fn named(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    format!("Le fichier «\u{a0}{}\u{a0}»", line(&name.to_string_lossy()))
}

/// « 8 Mo », « 12,4 Mo »: rounded up, so that a size over the bound never reads as the bound.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    match tenths % 10 {
        0 => format!("{}\u{a0}Mo", tenths / 10),
        rest => format!("{},{rest}\u{a0}Mo", tenths / 10),
    }
}
