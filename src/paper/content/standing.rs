//! A page read alone says where a design stands: it has the lists of « Où en est-on ? », each part by its place in the
//! lists of the sheet.

use serde::Serialize;

use super::parts::FieldOnPaper;
use crate::model::Catalogue;
use crate::model::catalogue::CREATION;
use crate::model::design::Design;
use crate::model::place::{FieldKey, Place};
use crate::model::standing::standing;

/// What is decided, what is written, what is open, what is in disagreement.
#[derive(Debug, Serialize)]
pub(super) struct StandingOnPaper {
    decided: Vec<PartOnPaper>,
    written: Vec<PartOnPaper>,
    open: Vec<PartOnPaper>,
    disagreed: Vec<PartOnPaper>,
}

/// A part of the sheet: `at` is its place in the list of its kind.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", content = "at", rename_all = "lowercase")]
enum PartOnPaper {
    Criterion(usize),
    Axis(usize),
    Point(usize),
    Orientation,
    Creation,
    Field(usize),
    /// A free field that nobody named nor wrote, and that no cell shows.
    Invitation,
}

impl StandingOnPaper {
    /// `fields` are those that the sheet shows.
    pub fn of(catalogue: &Catalogue, design: &Design, fields: &[FieldOnPaper]) -> StandingOnPaper {
        let standing = standing(catalogue, design);
        let list = |places: &[Place]| {
            places.iter().filter_map(|it| on_paper(catalogue, design, fields, it)).collect()
        };
        StandingOnPaper {
            decided: list(&standing.decided),
            written: list(&standing.written),
            open: list(&standing.open),
            disagreed: list(&standing.disagreements),
        }
    }
}

fn on_paper(
    catalogue: &Catalogue,
    design: &Design,
    fields: &[FieldOnPaper],
    place: &Place,
) -> Option<PartOnPaper> {
    let rank = || place.rank(catalogue, design).map(|rank| rank.at - 1);
    match place {
        Place::Criterion(_) => rank().map(PartOnPaper::Criterion),
        Place::Axis(_) => rank().map(PartOnPaper::Axis),
        Place::Point(_) => rank().map(PartOnPaper::Point),
        Place::Card(_) => None,
        Place::Field(FieldKey::Orientation) => Some(PartOnPaper::Orientation),
        Place::Field(FieldKey::Known(id)) if &**id == CREATION => Some(PartOnPaper::Creation),
        Place::Field(_) => {
            let own = |field: &FieldOnPaper| field.place.as_ref() == Some(place);
            let shown = fields.iter().position(own).map(PartOnPaper::Field);
            // A free field that nobody wrote is counted all the same: the sheet says as many fields to fill as the screen.
            let free = matches!(place, Place::Field(FieldKey::Free(_)));
            shown.or(free.then_some(PartOnPaper::Invitation))
        }
    }
}
