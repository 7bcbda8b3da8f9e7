//! What a person chooses to see.

use crate::model::Id;

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
