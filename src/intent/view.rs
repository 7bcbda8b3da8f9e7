//! The state of the view: what is shown of the design, never a part of it, never saved with it, never undone.

use std::path::PathBuf;

use uuid::Uuid;

use crate::model::catalogue::{CREATION, Catalogue, ORIENTATION};
use crate::model::{Design, Id};

/// What the window shows.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// `None` is the overview.
    pub focus: Option<Focus>,
    /// A panel over everything.
    pub panel: Option<Panel>,
    /// The help under the poles of every rail.
    pub help: bool,
    /// The size of the whole interface, 1.0 to 3.0.
    pub zoom: f32,
}

pub const ZOOM_MIN: f32 = 1.0;
pub const ZOOM_MAX: f32 = 3.0;
/// What « plus grand » and « plus petit » go through.
pub const ZOOMS: [f32; 9] = [1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0];

impl Default for View {
    fn default() -> Self {
        View { focus: None, panel: None, help: false, zoom: ZOOM_MIN }
    }
}

/// One thing at a time, in large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    Field(FieldKey),
    /// One of the six labs.
    Card(Id),
}

/// A cell of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FieldKey {
    Orientation,
    /// One of the six other fields of the method.
    Known(Id),
    Free(Uuid),
}

impl FieldKey {
    /// Every cell, in the order of the method, the free ones last.
    pub fn all(catalogue: &Catalogue, design: &Design) -> Vec<FieldKey> {
        let known = catalogue.fields.iter().map(|field| match &*field.id {
            ORIENTATION => FieldKey::Orientation,
            _ => FieldKey::Known(field.id.clone()),
        });
        known.chain(design.free_fields.iter().map(|field| FieldKey::Free(field.id))).collect()
    }

    /// The cells of the grid: all but the two that stand beside the name.
    pub fn grid(catalogue: &Catalogue, design: &Design) -> Vec<FieldKey> {
        let beside_the_name = |key: &FieldKey| match key {
            FieldKey::Orientation => true,
            FieldKey::Known(id) => &**id == CREATION,
            FieldKey::Free(_) => false,
        };
        FieldKey::all(catalogue, design).into_iter().filter(|key| !beside_the_name(key)).collect()
    }
}

/// A panel over the sheet; while it is there the sheet takes no edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    Shortcuts,
    About,
    /// « Enregistrer avant de fermer ? »
    Unsaved {
        closing: bool,
    },
    /// « Nouveau à partir de ce labo… »
    Successor,
    /// The path of a file, where the system has no dialog.
    Path {
        saving: bool,
        suggested: String,
    },
    /// A file already there would be replaced.
    Replace(PathBuf),
    /// A dialog of the system is open.
    Waiting,
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
}
