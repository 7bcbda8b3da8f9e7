//! A page read alone says where a design stands: it has the lists of « Où en est-on ? », each part by its place in the
//! lists of the sheet.

use serde::Serialize;

use super::parts::FieldOnPaper;
use crate::model::design::Design;
use crate::model::standing::{Part, standing};
use crate::model::{Catalogue, Id};

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
        let list = |parts: &[Part]| {
            parts.iter().filter_map(|part| on_paper(catalogue, fields, part)).collect()
        };
        StandingOnPaper {
            decided: list(&standing.decided),
            written: list(&standing.written),
            open: list(&standing.open),
            disagreed: list(&standing.disagreements),
        }
    }
}

fn on_paper(catalogue: &Catalogue, fields: &[FieldOnPaper], part: &Part) -> Option<PartOnPaper> {
    let creation = |id: &Id| &**id == crate::model::catalogue::CREATION;
    match part {
        Part::Criterion(id) => {
            catalogue.criteria.iter().position(|it| it.id == *id).map(PartOnPaper::Criterion)
        }
        Part::Axis(id) => catalogue.axes.iter().position(|it| it.id == *id).map(PartOnPaper::Axis),
        Part::Point(id) => {
            catalogue.points.iter().position(|it| it.id == *id).map(PartOnPaper::Point)
        }
        Part::Orientation => Some(PartOnPaper::Orientation),
        Part::Field(id) if creation(id) => Some(PartOnPaper::Creation),
        Part::Field(_) => field(fields, part),
        // It is counted all the same: the sheet says as many fields to fill as the screen.
        Part::Free(_) => field(fields, part).or(Some(PartOnPaper::Invitation)),
    }
}

fn field(fields: &[FieldOnPaper], part: &Part) -> Option<PartOnPaper> {
    fields.iter().position(|it| it.part.as_ref() == Some(part)).map(PartOnPaper::Field)
}
