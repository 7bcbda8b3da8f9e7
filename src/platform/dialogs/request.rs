//! What is asked of a dialog, and what becomes of it.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;

/// What became of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Exactly as it was answered: a space at its end, or letters that are no text, are a part of it.
    File(PathBuf),
    /// It was closed, and nothing was chosen.
    Nothing,
    /// It never showed, or ended as it should not have: nobody has answered.
    Failed,
}

/// What will become of a dialog that is open.
pub type Chosen = Pin<Box<dyn Future<Output = Picked> + Send>>;

/// What a dialog shows before anything is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub title: &'a str,
    /// « Labo dessiné »: what `.ron` files are called.
    pub kind: &'a str,
    /// « ron », « pdf »: without its dot.
    pub extension: &'a str,
    /// Where it opens; where the system wants when this folder is not there.
    pub folder: Option<&'a Path>,
    /// The name suggested for a file to be saved.
    pub name: &'a str,
}

impl<'a> Request<'a> {
    /// The folder, if it is there.
    pub fn there(&self) -> Option<&'a Path> {
        self.folder.filter(|folder| folder.is_dir())
    }
}

/// Where the dialogs come from: the system, or a test.
pub trait Dialogs {
    /// Whether there may be one: without, nothing is worth asking.
    fn available(&self) -> bool;
    fn open(&self, request: Request) -> Chosen;
    fn save(&self, request: Request) -> Chosen;
}
