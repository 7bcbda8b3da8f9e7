//! The leader's screen and the order of play have their words here.

use std::path::Path;

use super::Message;
pub use super::beats::{UNNAMED_STEP, beat, beat_in_full, step_said};
pub use super::dates::{hour, minutes};
pub use super::order::{
    ORDER_SUFFIX, RESTORE, given, not_an_order, not_given, not_taken, order_step_to_take,
    order_stepped, proposed, read_again, removed, taken, taken_too_late,
};
use super::{errors, places, shown};
use crate::model::edit::Target;
use crate::storage::{ReadError, WriteError, aside};

/// The title of the room's window.
pub const WALL: &str = "Dessiner un labo, écran de la salle";

pub const SEEN: &str = "Ce que la salle voit";
pub const NEXT: &str = "Ensuite";
pub const NOTHING_NEXT: &str = "Fin du déroulé";
pub const LEFT: &str = "Reste pour cette étape";
pub const MIN: &str = "min";
pub const NOTES: &str = "Mes notes";
pub const NOTES_NAME: &str = "Mes notes pour cette étape";
pub const HIDDEN: &str = "Cachées\u{a0}: la salle voit peut-être cet écran.";
pub const REVEAL: &str = "Montrer mes notes";
pub const NOTES_HIDDEN: &str = "la salle ne les voit pas";
pub const NOTES_SEEN: &str = "La salle voit cet écran\u{a0}: F6 le cache";
pub const NOTES_SEEN_TOO: &str = "la salle les voit";
pub const WRITING: &str = "La salle voit ce que vous écrivez";
pub const WRITTEN: &str = "Fini d’écrire";
pub const ORDER: &str = "Déroulé";
pub const START: &str = "Démarrer";
pub const STOP: &str = "Arrêter";
pub const MORE: &str = "+\u{a0}5\u{a0}min";
pub const SHOW_TIME: &str = "Montrer le temps à la salle";
pub const HIDE_TIME: &str = "Cacher le temps à la salle";
pub const CHANGE: &str = "Changer le déroulé…";
pub const PREVIOUS: &str = "Précédent";
pub const FOLLOWING: &str = "Suivant";
pub const BLACK: &str = "Écran noir";
pub const BLACK_OFF: &str = "Rendre l’image";
pub const BLACK_KEY: &str = "B";
pub const POINTER: &str = "Pointeur";
pub const POINTER_OFF: &str = "Ranger le pointeur";
pub const LOCK: &str = "Ne pas toucher";
pub const QUIT: &str = "Quitter";
pub const ESCAPE: &str = "Échap";
pub const REHEARSAL: &str = "Répétition\u{a0}: le labo restera comme avant";
pub const VISIT: &str = "Cinq minutes, pour un visiteur\u{a0}: rien ne change";
pub const NOTHING_CHANGES: &str = "Rien ne change pendant les cinq minutes du visiteur";
pub const BACK_TO_WORKSHOP: &str = "Revenir à l’atelier";
pub const END: &str = "Terminer l’atelier";
/// What ends a visitor's five minutes.
pub const BACK_TO_CANVAS: &str = super::focus::BACK;
pub const WILL_SEE: &str = "Ce que la salle verra";
pub const STEP: &str = "L’étape";
pub const ALONE: &str = "La montrer seule";
pub const ALONE_OFF: &str = "Revenir à l’étape";
pub const SHORTEN: &str = "La raccourcir";
pub const ON_NEXT_PAGE: &str = "Suite page suivante";
pub const BACK_TO_ROOM: &str = "Revenir à l’image";

pub const LOCKED_TITLE: &str = "Ne pas toucher";
pub const LOCKED_MORE: &str = "L’atelier est en cours. La projection continue.";
pub const UNLOCK: &str = "Reprendre la main";

pub const PROJECT_THERE: &str = "Projeter sur cet écran";
pub const PROJECT_HERE: &str = "Projeter sur cet écran-ci";
pub const NOT_NOW: &str = "Pas maintenant";

/// What invites to write a note: where the room sees it, nothing says that it does not.
pub fn notes_hint(private: bool) -> &'static str {
    if private { "Pour vous seulement, à cette étape…" } else { "Pour cette étape…" }
}

/// « projeté dans la salle du conseil, écran HDMI-1 »
pub fn projected(room: &str, screen: Option<&str>) -> String {
    let place = match room.trim() {
        "" => "projeté".to_owned(),
        room => format!("projeté\u{a0}: {room}"),
    };
    match screen {
        Some(screen) => format!("{place}, écran {screen}"),
        None => format!("{place}, sur cet écran"),
    }
}

pub const SCREEN_LOST: &str = "L’écran de la salle n’est plus là";

pub fn lost(screen: &str) -> Message {
    Message {
        what: format!("L’écran de la salle ({screen}) n’est plus là."),
        safe: "Rien n’est perdu\u{a0}: l’étape, le texte et le chronomètre sont ici.".into(),
        next: "Rebranchez-le\u{a0}: la projection reprendra seule.".into(),
    }
}

pub fn same_image() -> Message {
    Message {
        what: "Les deux écrans montrent maintenant la même image.".into(),
        safe: "La salle voit l’étape\u{a0}; vos notes sont cachées.".into(),
        next: "Choisissez «\u{a0}Étendre\u{a0}» dans les réglages d’affichage pour les retrouver."
            .into(),
    }
}

/// Said for a moment: what was tried has gone, as it was announced.
pub const REHEARSED: &str = "Fin de la répétition\u{a0}: le labo est comme avant";

pub fn found(screen: &str) -> String {
    format!("L’écran {screen} est là\u{a0}: la projection reprend")
}

pub fn plugged(screen: &str) -> Message {
    Message {
        what: format!("Un écran vient d’être branché ({screen})."),
        safe: "La projection continue sur cet écran-ci.".into(),
        next: "Vous pouvez projeter là-bas et garder vos notes ici.".into(),
    }
}

/// « prévu : 6 min »
pub fn planned(minutes: u16) -> String {
    format!("prévu\u{a0}: {}", self::minutes(u32::from(minutes)))
}

/// « Fin de l’atelier vers 12 h 04, prévue à 12 h 00 »
pub fn end(expected: u32, planned: Option<u32>) -> String {
    let expected_at = hour(expected);
    match planned {
        Some(planned) if planned != expected => {
            format!("Fin de l’atelier vers {expected_at}, prévue à {}", hour(planned))
        }
        _ => format!("Fin de l’atelier vers {expected_at}, comme prévu"),
    }
}

pub const STOPPED: &str = "Le chronomètre est arrêté";

/// « 4 min restent sur 6 », for who does not see the blocks.
pub fn time_said(left: i64, given: u16) -> String {
    match left {
        ..=-1 => format!("Temps dépassé de {}\u{a0}min", -left),
        0 => "Temps écoulé".to_owned(),
        1 => format!("1\u{a0}min reste sur {given}"),
        _ => format!("{left}\u{a0}min restent sur {given}"),
    }
}

/// « Illisible au fond : la note de l’axe »
pub fn unreadable(target: &Target) -> String {
    format!("Illisible au fond\u{a0}: {}", places::text(target))
}

/// « La salle voit seulement la note de l’axe »
pub fn shown_alone(target: &Target) -> String {
    format!("La salle ne voit que {}", places::text(target))
}

/// Before what can be written of a step.
pub const WRITE: &str = "Écrire";

/// « Écrire la note de l’axe »
pub fn write(target: &Target) -> String {
    format!("Écrire {}", places::text(target))
}

/// « Elle se lit jusqu’à 8,3 m ; le dernier rang est à 10,8 m. »; of a room that nobody measured, it is a hypothesis.
pub fn reach(centimetres: u32, last_row: u32, measured: bool) -> String {
    let [reach, last] = [centimetres, last_row].map(super::measures::metres_said);
    if measured {
        format!("Elle se lit jusqu’à {reach}\u{a0}; le dernier rang est à {last}.")
    } else {
        format!(
            "Salle non mesurée\u{a0}: si le dernier rang est à {last}, elle se lit jusqu’à {reach}."
        )
    }
}

pub fn and_others(count: usize) -> String {
    if count == 1 {
        "Un autre texte de cette étape aussi.".into()
    } else {
        format!("{count} autres textes de cette étape aussi.")
    }
}

pub const PLAYED: &str = "passé";
pub const PLAYING: &str = "en cours";
pub const SKIPPED: &str = "sauté";

pub const ORDER_TITLE: &str = "Le déroulé de l’atelier";
pub const ORDER_WHY: &str = "Il reste sur ce poste, avec vos notes\u{a0}; il n’entre ni dans le fichier du labo ni sur le papier.";
pub const TWO_HOURS: &str = "Deux heures";
pub const FORTY_MINUTES: &str = "Quarante minutes";
pub const EXPORT: &str = "Donner le déroulé…";
pub const IMPORT: &str = "Reprendre un déroulé…";
pub const EXPORT_TITLE: &str = "Donner le déroulé, sans vos notes";
pub const IMPORT_TITLE: &str = "Reprendre un déroulé";
pub const ORDER_KIND: &str = "Déroulé d’atelier";
pub const LESS: &str = "une minute de moins";
pub const MORE_MINUTE: &str = "une minute de plus";
pub const NOTE_STEP: &str = "Noter";
pub const NOTED_STEP: &str = "Ma note";
pub const STEP_NOTE: &str = "ma note";
pub const UP: &str = "plus tôt";
pub const DOWN: &str = "plus tard";
pub const KEEP: &str = "jouer";

/// « En tout : 2 h, de 14 h 00 à 16 h 00 »
pub fn in_all(minutes: u32, start: u32, end: u32) -> String {
    let (from, to) = (hour(start), hour(end));
    format!("En tout\u{a0}: {}, de {from} à {to}", self::minutes(minutes))
}

pub const BEGINS_AT: &str = "Commence à";
pub const NOW: &str = "Maintenant";
pub const BEGINS_NOW: &str = "Commencer maintenant";
pub const ADD_STEP: &str = "Ajouter une étape";
pub const STEP_NAME_HINT: &str = "Accueil, tour de table…";
pub const STEP_NAME: &str = "nom de l’étape";
pub const REMOVE: &str = "retirer";
pub const STEP_ADDED: &str = "Étape ajoutée";

/// « Accueil, retiré »
pub fn step_removed(name: &str) -> String {
    format!("{name}, retiré du déroulé")
}

/// « La projection reprend : Pilote / Support, 4 min restent sur 6 »
pub fn resumed(step: &str, time: &str) -> String {
    format!("La projection reprend\u{a0}: {step}, {time}")
}

/// « Pilote / Support : une minute de plus »
pub fn of_step(step: &str, what: &str) -> String {
    super::values::colon(step, what)
}

pub fn not_kept(error: &WriteError) -> Message {
    Message {
        what: format!(
            "Le déroulé et vos notes n’ont pas pu être gardés sur ce poste\u{a0}: {}.",
            errors::write_reason(error)
        ),
        safe: "Ils sont là tant que le programme reste ouvert\u{a0}; le labo n’est pas touché."
            .into(),
        next: match error {
            WriteError::Full => {
                "Faites de la place sur le disque, puis changez quelque chose au déroulé."
            }
            _ => "Notez-les aussi ailleurs avant de fermer le programme.",
        }
        .into(),
    }
}

/// They could not be had this time.
pub fn not_read_now(error: &ReadError) -> Message {
    Message {
        what: format!(
            "Le déroulé et les notes de ce labo n’ont pas pu être lus cette fois\u{a0}: {}.",
            errors::read_reason(error)
        ),
        safe: "Leur fichier n’est pas touché, et rien n’est écrit à sa place tant qu’il n’est pas lu."
            .into(),
        next: "Il sera relu dès que vous rouvrirez le déroulé ou projetterez\u{a0}; le déroulé de deux heures est proposé en attendant."
            .into(),
    }
}

pub fn set_aside(path: &Path) -> Message {
    let why = if aside::is_newer(path) { NEWER } else { DAMAGED };
    Message {
        what: format!("Le déroulé et les notes de ce labo n’ont pas pu être lus\u{a0}: {why}."),
        safe: format!("Le labo est intact. Ce qui n’a pas été lu est dans {}.", shown::path(path)),
        next: "Le déroulé de deux heures est proposé à la place.".into(),
    }
}

const DAMAGED: &str = "le fichier est abîmé";
const NEWER: &str = "le fichier vient d’une version plus récente du programme";

/// What was there is set aside, and what was to take its place could not be written.
pub fn and_set_aside(message: Message, path: &Path) -> Message {
    let aside = format!("Ce qui n’a pas été lu est dans {}.", shown::path(path));
    Message { safe: [message.safe.as_str(), &aside].join(" "), ..message }
}

pub fn rehearsal_keeps_nothing() -> Message {
    Message {
        what: "C’est une répétition\u{a0}: rien ne peut être enregistré.".into(),
        safe: "Le labo d’avant est intact.".into(),
        next: "Quittez la répétition (Échap), puis enregistrez.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_as_people_say_them() {
        let (planned, late) = (Some(12 * 60), 12 * 60 + 4);
        let said = "Fin de l’atelier vers 12\u{a0}h\u{a0}04, prévue à 12\u{a0}h\u{a0}00";
        assert_eq!(end(late, planned), said);
        assert_eq!(time_said(-3, 6), "Temps dépassé de 3\u{a0}min");
        assert_eq!(time_said(1, 6), "1\u{a0}min reste sur 6");
    }
}
