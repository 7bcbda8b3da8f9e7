//! The room has its words here: what is projected, and what only the person who leads sees.

use std::path::Path;

use super::{Message, errors};
use crate::model::room::{Room, Verdict};
use crate::storage::{ReadError, WriteError, aside};

/// « page 2 sur 3 »
pub fn page(at: usize, of: usize) -> String {
    format!("page {at} sur {of}")
}

/// « Le laboratoire d’innovation publique… (suite page 3) »
pub fn name_goes_on(beginning: &str, page: usize) -> String {
    format!("{beginning}… (suite page\u{a0}{page})")
}

/// On the leader's screen, when the name is too long for the room.
pub const LONG_NAME: &str = "Le nom du labo est trop long pour la salle";

/// « Il s’y lit en entier page 3. »
pub fn whole_name_on(page: usize) -> String {
    format!(
        "On le lit en entier page\u{a0}{page}. Plus court, il tiendrait en tête de chaque page."
    )
}

/// « orienté « capacitant » »
pub fn oriented(orientation: &str) -> String {
    format!("orienté «\u{a0}{orientation}\u{a0}»")
}

/// « et 31 autres rubriques »
pub fn more_fields(count: usize) -> String {
    format!("et {count} autres rubriques")
}

/// What a mark says of a field, or of an axis.
pub fn filled(filled: bool) -> &'static str {
    if filled { "rempli" } else { "à faire" }
}

pub const PAUSE: &str = "Pause";
pub const BACK_AT: &str = "On reprend à";

pub const CHART_ASKS: &str = "Quelle est la plus petite ligne que vous lisez du fond\u{a0}?";

/// « A », « B »…: names for what is pointed at from the back.
pub fn letter(index: usize) -> String {
    let letter = u8::try_from(index).ok().and_then(|index| b'A'.checked_add(index)).unwrap_or(b'Z');
    char::from(letter).to_string()
}

/// « 3 ouverts, 1 désaccord »
pub fn open_count(open: usize, disagreements: usize) -> String {
    let plural = |count: usize| if count > 1 { "s" } else { "" };
    let open = (open > 0).then(|| format!("{open} ouvert{}", plural(open)));
    let other = disagreements;
    let disagreements = (other > 0).then(|| format!("{other} désaccord{}", plural(other)));
    open.into_iter().chain(disagreements).collect::<Vec<_>>().join(", ")
}

/// « et 31 autres, dans « Où en est-on ? » (F2) »
pub fn open_more(count: usize) -> String {
    let others = if count > 1 { "autres" } else { "autre" };
    format!("et {count} {others}, dans «\u{a0}{}\u{a0}» (F2)", super::around::STANDING)
}

/// What an axis with a recorded disagreement is, in the list of what is open.
pub const IN_DISAGREEMENT: &str = "désaccord assumé";

pub const BLACK: &str = "Écran noir";
/// Said when the image comes back.
pub const IMAGE_BACK: &str = "L’image est revenue";

pub const OPEN: &str = "Ce qui reste ouvert";
pub const NOTHING_OPEN: &str = "Rien ne reste ouvert.";

/// What is said when the menus go, and when they come back.
pub const BEGUN: &str = "Projection\u{a0}: Échap pour finir";
pub const ENDED: &str = "Fin de la projection";

/// « encore 4 min », at the foot of the scene.
pub fn time_left(left: i64) -> String {
    if left > 0 { format!("encore {left}\u{a0}min") } else { "temps écoulé".to_owned() }
}

pub const DO_NOT_TOUCH: &str = "Ne pas toucher\u{a0}: l’atelier est en cours";

pub fn timer(runs: bool) -> &'static str {
    if runs { "Le chronomètre tourne" } else { "Le chronomètre est arrêté" }
}

pub fn locked(locked: bool) -> &'static str {
    if locked { "Ne pas toucher\u{a0}: Échap pour reprendre la main" } else { "Vous avez la main" }
}

pub const REHEARSAL: &str = "répétition";
pub const REHEARSAL_BEGUN: &str = "Répétition\u{a0}: rien de ce qui est essayé ne sera gardé";
pub const ORDER_CHANGED: &str = "Le déroulé a changé";

/// « 10,80 m »
pub fn metres(centimetres: u32) -> String {
    format!("{},{:02}\u{a0}m", centimetres / 100, centimetres % 100)
}

pub const MEASURE_TITLE: &str = "Ou bien, mesurez";
pub const IMAGE_HEIGHT: &str = "Hauteur de l’image";
pub const LAST_ROW: &str = "Distance du dernier rang";
pub const KEPT_SIZE: &str = "taille retenue";
pub const SMALLEST_READ: &str = "la plus petite lue";
pub const THREE_LINES: &str = "trois lignes de marge";
pub const SAMPLE: &str = "Celui-ci, que tout le monde doit lire du fond.";
pub const CLOSE: &str = "Revenir (Échap)";
pub const KEEP_ROOM: &str = "Garder";
pub const ROOM_NAME: &str = "Nom de la salle";
pub const ROOM_NAME_HINT: &str = ROOM_NAME;
pub const UNNAMED_ROOM: &str = "Salle sans nom";
pub const EDGES: &str = "Les quatre coins et les quatre pointes touchent le bord de l’image\u{a0}: on doit les voir en entier.";
const TOO_FAR: &str = "Tout ne peut pas se lire de si loin.";
const CLOSER: &str = "Rapprochez les chaises, ou agrandissez l’image.";
pub const LESS: &str = "moins";
pub const MORE: &str = "plus";
const LARGER_KEPT: &str =
    "La ligne lue et la mesure diffèrent\u{a0}: la plus grande taille est gardée.";

/// « 6 hauteurs d’image. Le plus petit texte : »; of a room that nobody measured, it is a hypothesis.
pub fn smallest_text(room: &Room, measured: bool) -> String {
    let far = super::measures::heights(room.heights());
    // What nobody can read from the back is not shown as if everybody could.
    let text = if room.is_too_far() { "" } else { " Le plus petit texte\u{a0}:" };
    if measured {
        format!("{far}.{text}")
    } else {
        format!("Salle non mesurée\u{a0}: on suppose {far}.{text}")
    }
}

/// What is to be done of a room; nothing when its last row reads everything.
pub fn verdict(room: &Room) -> String {
    match room.verdict() {
        Verdict::Read => String::new(),
        Verdict::LineKept => LARGER_KEPT.to_owned(),
        Verdict::TooFar => [TOO_FAR, CLOSER].join(" "),
        Verdict::TooLittleRead(line) => [too_little_read(line).as_str(), CLOSER].join(" "),
    }
}

fn too_little_read(line: u8) -> String {
    format!("Ligne {line} lue\u{a0}: tout ne peut pas se lire du fond.")
}

/// What is measured holds until the program is closed, and not longer.
pub fn room_not_kept(name: &str, error: Option<&WriteError>) -> Message {
    let why = error.map(|error| format!("\u{a0}: {}", errors::write_reason(error)));
    Message {
        what: format!(
            "La salle «\u{a0}{name}\u{a0}» n’a pas pu être gardée sur ce poste{}.",
            why.unwrap_or_default()
        ),
        safe: "Ses mesures servent tant que le programme reste ouvert.".into(),
        next:
            "Notez-les pour la prochaine fois\u{a0}: hauteur de l’image, distance du dernier rang."
                .into(),
    }
}

/// The paper, the printer or the screen last used.
pub fn settings_not_kept(error: &WriteError) -> Message {
    Message {
        what: format!(
            "Vos choix n’ont pas pu être gardés sur ce poste\u{a0}: {}.",
            errors::write_reason(error)
        ),
        safe: "Ils servent tant que le programme reste ouvert\u{a0}; le labo n’est pas touché."
            .into(),
        next: "La prochaine fois, ils seront à refaire.".into(),
    }
}

/// What this computer remembers could not be had this time.
pub fn settings_unread(error: &ReadError) -> Message {
    Message {
        what: format!(
            "Les salles et les choix gardés sur ce poste n’ont pas pu être lus\u{a0}: {}.",
            errors::read_reason(error)
        ),
        safe:
            "Leur fichier n’est pas touché, et rien n’est écrit à sa place tant qu’il n’est pas lu."
                .into(),
        next: "Il sera relu dès qu’on en aura besoin.".into(),
    }
}

/// It cannot be understood, or a later program alone does, and now stands there.
pub fn settings_set_aside(path: &Path) -> Message {
    let newer = aside::is_newer(path);
    Message {
        what: if newer {
            "Les salles et les choix gardés sur ce poste viennent d’une version plus récente du programme."
        } else {
            "Les salles et les choix gardés sur ce poste sont illisibles, le fichier est abîmé."
        }
        .into(),
        safe: format!(
            "Rien n’est effacé\u{a0}: {} mis de côté dans {}.",
            if newer { "leur fichier est" } else { "il est" },
            super::shown::path(path)
        ),
        next: if newer {
            "Mesurez de nouveau la salle, ou servez-vous de cette version plus récente."
        } else {
            "Mesurez de nouveau la salle, ou faites relire ce fichier."
        }
        .into(),
    }
}

/// « La salle « Salle du conseil » est gardée »
pub fn room_kept(name: &str) -> String {
    format!("La salle «\u{a0}{name}\u{a0}» est gardée")
}

/// « ligne 7 »: what a line of the chart is called by a screen reader.
pub fn line(number: u8) -> String {
    format!("ligne {number}")
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::text::leader;

    #[test]
    fn what_is_not_kept_or_not_read_is_told_in_french_alone() {
        let system = || io::Error::from_raw_os_error(40);
        let writes = [
            WriteError::Folder,
            WriteError::ReadOnly,
            WriteError::NoPermission,
            WriteError::NoFolder,
            WriteError::Full,
            WriteError::Name,
            WriteError::Io(system()),
        ];
        for error in &writes {
            let all = [
                room_not_kept("Amphi", Some(error)),
                settings_not_kept(error),
                leader::not_kept(error),
                leader::not_given(Path::new("a.ron"), error),
            ];
            for said in all {
                in_french(&said, &error.to_string());
            }
        }
        for error in [ReadError::NoPermission, ReadError::Io(system())] {
            let all = [
                settings_unread(&error),
                leader::not_read_now(&error),
                leader::not_taken(Path::new("a.ron"), &error),
            ];
            for said in all {
                in_french(&said, &error.to_string());
            }
        }
    }

    fn in_french(said: &Message, inner: &str) {
        let whole = [said.what.as_str(), &said.safe, &said.next].join(" ");
        assert!(!whole.contains(inner) && !whole.contains("os error"), "{whole}");
        assert!(said.what.ends_with('.') && !whole.contains("()"), "{whole}");
    }
}
