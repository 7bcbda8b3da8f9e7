//! The state of the view: what is shown of the design, never a part of it, never saved with it, never undone.

use std::path::PathBuf;

use egui::{ThemePreference, Vec2, vec2};

use crate::model::Id;

use super::around::TypedDates;
pub use super::focus::{FieldKey, Focus, Place};
use super::printing::Printing;

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
    /// Light, dark, or as the system says.
    pub theme: ThemePreference,
    /// The room looks on: no menu bar, no scroll bar, no button of the desk.
    pub projecting: bool,
    /// « Ce qu'ont choisi les six labos », beside a field in large.
    pub others: bool,
    /// The six labs where the group placed them, on an axis in large.
    pub labs_on_axes: bool,
    /// The whole texts of a card rather than the short ones.
    pub full_texts: bool,
    /// The card that shows its back on the overview.
    pub turned: Option<Id>,
    pub side_by_side: SideBySide,
    /// What Escape leads back through, the last first: a comparison comes back to the card it was opened from.
    pub trail: Vec<Behind>,
    pub dates: TypedDates,
    pub printing: Printing,
}

/// Where one was: the overview or a focus, what had the keyboard, and the page that showed.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// `None` is the overview.
    pub focus: Option<Focus>,
    pub keyboard: Option<egui::Id>,
    /// How far down, in points.
    pub offset: f32,
}

/// What can be shown or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toggle {
    Others,
    LabsOnAxes,
    FullTexts,
}

/// What is compared side by side, as chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideBySide {
    pub labs: Vec<Id>,
    pub fields: Vec<Id>,
}

impl SideBySide {
    /// How many labs stand beside ours at most: more do not hold in a type that a room can read.
    pub const MOST: usize = 3;

    /// Whether another lab can be added.
    pub fn has_room(&self) -> bool {
        self.labs.len() < SideBySide::MOST
    }

    /// With `lab` added, or taken away if it was there.
    #[must_use]
    pub fn with_lab(&self, lab: &Id) -> SideBySide {
        SideBySide { labs: with(&self.labs, lab), ..self.clone() }
    }

    /// With `field` added, or taken away if it was there.
    #[must_use]
    pub fn with_field(&self, field: &Id) -> SideBySide {
        SideBySide { fields: with(&self.fields, field), ..self.clone() }
    }
}

fn with(all: &[Id], one: &Id) -> Vec<Id> {
    let mut all = all.to_vec();
    match all.iter().position(|other| other == one) {
        Some(at) => {
            all.remove(at);
        }
        None => all.push(one.clone()),
    }
    all
}

pub const ZOOM_MIN: f32 = 1.0;
pub const ZOOM_MAX: f32 = 3.0;
/// What « plus grand » and « plus petit » go through.
pub const ZOOMS: [f32; 9] = [1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0];

impl Default for View {
    fn default() -> Self {
        View {
            focus: None,
            panel: None,
            help: false,
            zoom: ZOOM_MIN,
            theme: ThemePreference::System,
            projecting: false,
            others: true,
            labs_on_axes: true,
            full_texts: false,
            turned: None,
            side_by_side: SideBySide::default(),
            trail: Vec::new(),
            dates: TypedDates::default(),
            printing: Printing::default(),
        }
    }
}

/// The window that the sizes of the type are made for, in points: on a larger one, the room sees them larger.
const USUAL: Vec2 = vec2(1366.0, 768.0);

impl View {
    /// By how much everything is multiplied, in a window of `size` points at 100 %: the zoom; and when the room looks on, as
    /// much more as the window allows. At the desk a larger window shows more; from the back of a room, the same, larger.
    pub fn scale(&self, size: Vec2) -> f32 {
        let room = if self.projecting { (size / USUAL).min_elem().max(1.0) } else { 1.0 };
        self.zoom * room
    }

    pub fn toggle(&mut self, what: Toggle) {
        let shown = match what {
            Toggle::Others => &mut self.others,
            Toggle::LabsOnAxes => &mut self.labs_on_axes,
            Toggle::FullTexts => &mut self.full_texts,
        };
        *shown = !*shown;
    }

    /// What stays of it when another lab is opened: how one looks, not what one looks at.
    #[must_use]
    pub fn for_another_lab(&self) -> View {
        View {
            focus: None,
            panel: None,
            turned: None,
            trail: Vec::new(),
            side_by_side: SideBySide::default(),
            dates: TypedDates::default(),
            ..self.clone()
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_room_sees_larger_what_a_larger_window_shows() {
        let scale = |projecting, zoom, size: [f32; 2]| {
            View { projecting, zoom, ..View::default() }.scale(size.into())
        };
        assert_eq!(scale(false, 1.0, [3840.0, 2160.0]), 1.0);
        assert_eq!(scale(false, 1.5, [1920.0, 1080.0]), 1.5);
        assert_eq!(scale(true, 1.0, [1366.0, 768.0]), 1.0);
        assert_eq!(scale(true, 1.0, [1024.0, 768.0]), 1.0, "never smaller");
        assert_eq!(scale(true, 1.0, [2732.0, 1536.0]), 2.0);
        assert_eq!(scale(true, 1.5, [2732.0, 1536.0]), 3.0);
        assert_eq!(scale(true, 1.0, [2732.0, 768.0]), 1.0, "as far as the smaller side allows");
    }
}
