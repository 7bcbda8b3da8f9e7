//! What the sheet calls a part of a file: who is told of it finds it.

use super::error::Part;
use crate::model::target::Owner;
use crate::model::{Catalogue, Design, Text, standing};

/// What the sheet calls the place where a text stands, when it has a name there: of a workshop or a next step, its number.
pub fn name(catalogue: &Catalogue, design: &Design, part: &Part) -> Option<Text> {
    let owner = match part {
        Part::Target(target) => target.owner(),
        Part::Person(key) | Part::People(key) => Owner::Workshop(*key),
        _ => return None,
    };
    let number = |rank: Option<usize>| Some(rank?.to_string().into());
    match owner {
        Owner::Sheet => None,
        Owner::Place(place) => place.name(catalogue, design),
        Owner::Workshop(key) => number(standing::workshop_rank(design, key)),
        Owner::NextStep(key) => number(standing::step_rank(design, key)),
    }
}
