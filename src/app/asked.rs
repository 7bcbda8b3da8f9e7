//! This holds the dialogs that are open: the one that the sheet waits for, and those that nobody waits for any more.

use std::path::PathBuf;

use uuid::Uuid;

use super::press::Export;

/// What a dialog is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    Open,
    Save,
    /// A sheet, as it was when it was asked for.
    Export(Export),
    /// An order of play, to be given to somebody.
    GiveOrder,
    /// One that somebody gave.
    TakeOrder,
}

/// A dialog that is open.
#[derive(Clone, Debug)]
pub struct Dialog {
    pub number: u64,
    pub asking: Asking,
    /// The document that it is of.
    pub key: Uuid,
}

/// The dialogs that are open.
#[derive(Debug, Default)]
pub struct Asked {
    /// How many there have been.
    pub last: u64,
    /// The one that the sheet waits for.
    pub waited: Option<Dialog>,
    /// Those that nobody waits for any more, and that are still open.
    pub left: Vec<Dialog>,
    /// What was answered while something else was being asked.
    pub late: Vec<(Dialog, PathBuf)>,
    /// Where a file was last opened or written.
    pub folder_used: Option<PathBuf>,
}
