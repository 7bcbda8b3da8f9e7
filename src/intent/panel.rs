//! What is asked over the sheet, and what a person answers.

use std::path::PathBuf;

use uuid::Uuid;

use crate::model::Text;

/// A panel over the sheet; while it is there the sheet takes no edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    Shortcuts,
    About,
    /// « Enregistrer avant de fermer ? »
    Unsaved {
        closing: bool,
    },
    /// All is in the file but what was typed for the date of a workshop, which is none.
    UnreadDate {
        closing: bool,
        workshop: Uuid,
        typed: Text,
    },
    /// « Nouveau à partir de ce labo… »
    Successor,
    /// The path of a file, where the system has no dialog.
    Path {
        goal: Goal,
        suggested: String,
    },
    /// A file already there would be replaced.
    Replace(PathBuf),
    /// A dialog of the system is open.
    Waiting,
    /// The window closes as soon as what is being written is: a sheet, or a file.
    Finishing {
        sheet: bool,
    },
}

/// What a path is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    Open,
    Save,
    /// An order of play that somebody gave.
    TakeOrder,
}

/// What a person answers to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Cancel,
    Save,
    DontSave,
    WithAnswers,
    WithoutAnswers,
    Replace,
    /// To the box of the date that cannot be read.
    ToDate,
    /// Without waiting for what is being written.
    CloseNow,
}
