//! A page read alone says where a design stands: it has the lists of « Où en est-on ? », each part by its place in the
//! lists of the sheet.

use serde::Serialize;

use super::parts::FieldOnPaper;
use crate::model::design::Design;
use crate::model::signs::holds;
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
}

impl StandingOnPaper {
    /// `fields` are those that the sheet shows. A free field without a name nor a text is an invitation: it leaves nothing open.
    pub fn of(catalogue: &Catalogue, design: &Design, fields: &[FieldOnPaper]) -> StandingOnPaper {
        let standing = standing(catalogue, design);
        let list = |parts: &[Part]| {
            let asks = parts.iter().filter(|part| !invites(design, part));
            asks.filter_map(|part| on_paper(catalogue, fields, part)).collect()
        };
        StandingOnPaper {
            decided: list(&standing.decided),
            written: list(&standing.written),
            open: list(&standing.open),
            disagreed: list(&standing.disagreements),
        }
    }
}

fn invites(design: &Design, part: &Part) -> bool {
    let Part::Free(id) = part else { return false };
    design.free_field(*id).is_some_and(|free| !holds(&free.title) && !holds(&free.text))
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
        Part::Field(_) | Part::Free(_) => {
            fields.iter().position(|it| it.part.as_ref() == Some(part)).map(PartOnPaper::Field)
        }
    }
}
