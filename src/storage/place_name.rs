//! What the sheet calls the places of a design.

use super::error::Part;
use crate::model::edit::Target;
use crate::model::signs::holds;
use crate::model::{Catalogue, Design, Text, standing};

/// What the sheet calls the place where a text stands, when it has a name there: of a workshop or a next step, its number.
pub fn name(catalogue: &Catalogue, design: &Design, part: &Part) -> Option<Text> {
    let target = match part {
        Part::Target(target) => target,
        Part::Person(key) | Part::People(key) => &Target::WorkshopPeople(*key),
        _ => return None,
    };
    let rank = |rank: Option<usize>| Some(rank?.to_string().into());
    Some(match target {
        Target::CriterionText(id) => catalogue.criterion(id)?.words.as_str().into(),
        Target::AxisNote(id) | Target::Disagreement(id) => {
            let axis = catalogue.axis(id)?;
            [&*axis.left.name, &*axis.right.name].join(" / ").into()
        }
        Target::PointNote(id) | Target::PointOwner(id) | Target::PointDeadline(id) => {
            catalogue.point(id)?.words.as_str().into()
        }
        Target::FieldText(id) => catalogue.field(id)?.words.as_str().into(),
        Target::FreeText(id) => {
            let title = &design.free_field(*id)?.title;
            holds(title).then(|| title.clone())?
        }
        Target::WorkshopDate(key)
        | Target::WorkshopPlace(key)
        | Target::WorkshopLedBy(key)
        | Target::WorkshopPeople(key) => rank(standing::workshop_rank(design, *key))?,
        Target::NextStepWhat(key) | Target::NextStepWho(key) | Target::NextStepWhen(key) => {
            rank(standing::step_rank(design, *key))?
        }
        Target::Name | Target::OrientationText | Target::FreeTitle(_) => return None,
    })
}
