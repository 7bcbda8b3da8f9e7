//! This says what came of what was dropped on the window.

use std::path::Path;

use super::shown::line;
use super::{Message, errors};

/// What is in front of the sheet comes first.
pub fn under_a_question(path: &Path) -> Message {
    Message {
        what: format!(
            "{} n’a pas été ouvert\u{a0}: une question attendait une réponse.",
            errors::named(path)
        ),
        safe: "Rien n’a changé.".into(),
        next: "Déposez-le de nouveau.".into(),
    }
}

/// The window goes as soon as what is being written is.
pub fn while_closing(path: &Path) -> Message {
    Message {
        what: format!("{} n’a pas été ouvert\u{a0}: la fenêtre va se fermer.", errors::named(path)),
        safe: "Rien n’a changé.".into(),
        next: "Ouvrez-le au prochain lancement du programme.".into(),
    }
}

/// A text, a picture without a name…
pub fn is_no_file() -> Message {
    Message {
        what: "Ce qui a été déposé n’est pas un fichier.".into(),
        safe: "Rien n’a changé.".into(),
        next: "Déposez un fichier de labo, dont le nom finit par «\u{a0}.ron\u{a0}».".into(),
    }
}

/// The address of something on a network.
pub fn elsewhere(address: &str) -> Message {
    Message {
        what: format!("«\u{a0}{}\u{a0}» n’est pas sur cet ordinateur.", line(address)),
        safe: "Rien n’a changé\u{a0}: ce programme ne va rien chercher sur le réseau.".into(),
        next: "Enregistrez d’abord ce fichier sur cet ordinateur, puis ouvrez-le.".into(),
    }
}

/// So many files were dropped with the one that was opened.
pub fn left_out(others: usize) -> Option<String> {
    match others {
        0 => None,
        1 => Some("l’autre fichier déposé n’est pas ouvert, un seul labo s’ouvre à la fois".into()),
        _ => Some(format!(
            "les {} autres fichiers déposés ne sont pas ouverts, un seul labo s’ouvre à la fois",
            super::interface::thousands(others)
        )),
    }
}

/// The same, as a sentence of its own.
pub fn also(remark: &str) -> String {
    super::values::capitalised(remark) + "."
}
