//! An order of play that is given or taken, and what is done to it, have their words here.

use std::path::Path;

use super::{Message, edits, errors, shown, values};
use crate::model::order_steps::{Change, OrderDeed};
use crate::storage::{ReadError, WriteError};

/// What the name of an order of play that is given ends with.
pub const ORDER_SUFFIX: &str = "_deroule";

pub fn given(path: &Path) -> Message {
    Message {
        what: "Le déroulé est écrit, sans vos notes.".into(),
        safe: format!("Il est dans {}.", shown::path(path)),
        next: "Donnez ce fichier\u{a0}: «\u{a0}Reprendre un déroulé…\u{a0}» le relit.".into(),
    }
}

pub fn not_given(path: &Path, error: &WriteError) -> Message {
    let why = errors::write_reason_of(path, error);
    Message {
        what: format!("{}.", values::capitalised(&why)),
        safe: "Votre déroulé est toujours ici.".into(),
        next: errors::next_of_output(error).into(),
    }
}

/// A file that was to give an order of play, and cannot be had.
pub fn not_taken(path: &Path, error: &ReadError) -> Message {
    Message {
        what: format!(
            "{} n’a pas pu être ouvert\u{a0}: {}.",
            shown::name(path),
            errors::read_reason(error)
        ),
        safe: "Votre déroulé n’a pas changé.".into(),
        next: "Choisissez un fichier écrit par «\u{a0}Donner le déroulé…\u{a0}».".into(),
    }
}

/// An order of play that was read after its lab had gone.
pub fn taken_too_late(path: &Path) -> Message {
    Message {
        what: format!("Le déroulé de {} a été lu trop tard.", shown::name(path)),
        safe: "Un autre labo est ouvert\u{a0}: son déroulé n’a pas changé.".into(),
        next: "Rouvrez le labo voulu, puis «\u{a0}Reprendre un déroulé…\u{a0}».".into(),
    }
}

/// What was kept, and could not be read until now.
pub fn read_again() -> Message {
    Message {
        what: "Le déroulé et les notes gardés de ce labo ont pu être lus.".into(),
        safe: "Ils sont de nouveau là\u{a0}; vos notes et vos étapes de tout à l’heure les ont rejoints."
            .into(),
        next: "Vérifiez le déroulé\u{a0}: Annuler, sur sa page, rend celui d’avant.".into(),
    }
}

/// « Annulé : le retrait d’une étape », once it was taken back (`undo`), or done again.
pub fn order_stepped(deed: OrderDeed, undo: bool) -> String {
    let what = order_deed(deed);
    if undo == deed.is_an_undo { edits::redone(&what) } else { edits::undone(&what) }
}

/// « Annuler : le retrait d’une étape »: a line of the menu.
pub fn order_step_to_take(deed: OrderDeed, undo: bool) -> String {
    edits::to_take(&order_deed(deed), deed.is_an_undo, undo)
}

fn order_deed(deed: OrderDeed) -> String {
    if deed.count > 1 {
        return format!("{} changements du déroulé", deed.count);
    }
    match deed.change {
        Change::Minutes => "la durée d’une étape",
        Change::Skipped => "le choix de jouer une étape",
        Change::Moved => "le déplacement d’une étape",
        Change::Added => "l’ajout d’une étape",
        Change::Named => "le nom d’une étape",
        Change::Removed => "le retrait d’une étape",
        Change::Noted => "une note privée",
        Change::Start => "l’heure du début",
        Change::Replaced => "le changement de déroulé",
    }
    .into()
}

pub const RESTORE: &str = "Remettre celui d’avant";

pub fn proposed() -> Message {
    Message {
        what: "Le déroulé a été remplacé.".into(),
        safe: "Les étapes que vous avez ajoutées restent, et vos notes sur les étapes communes."
            .into(),
        next: "Celui d’avant peut revenir.".into(),
    }
}

/// A step of one's own went.
pub fn removed(name: &str) -> Message {
    Message {
        what: format!("«\u{a0}{name}\u{a0}» n’est plus dans le déroulé."),
        safe: "Le reste du déroulé n’a pas changé.".into(),
        next: "L’étape et sa note peuvent revenir.".into(),
    }
}

pub fn taken(path: &Path) -> Message {
    let name = shown::name(path);
    Message {
        what: format!("Le déroulé est maintenant celui de {name}."),
        safe: "Les étapes que vous avez ajoutées restent, et vos notes sur les étapes communes."
            .into(),
        next: "Vérifiez les durées\u{a0}: elles ont pu changer.".into(),
    }
}

pub fn not_an_order(path: &Path) -> Message {
    let name = shown::name(path);
    Message {
        what: format!("{name} n’est pas un déroulé que ce programme sait lire."),
        safe: "Votre déroulé n’a pas changé.".into(),
        next: "Choisissez un fichier écrit par «\u{a0}Donner le déroulé…\u{a0}».".into(),
    }
}
