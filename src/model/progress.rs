//! Progress says how far a design has gone: its counts are shown beside the titles. They are computed, never stored.

use super::catalogue::{Axis, Catalogue, ORIENTATION};
use super::design::{Design, PointState};
use super::place::FieldKey;
use super::signs::holds;

/// How many of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub done: usize,
    pub of: usize,
}

/// Criteria ticked.
pub fn criteria(catalogue: &Catalogue, design: &Design) -> Count {
    let ticked = |id: &str| design.criterion(id).is_some_and(|answer| answer.ticked);
    let done = catalogue.criteria.iter().filter(|criterion| ticked(&criterion.id)).count();
    Count { done, of: catalogue.criteria.len() }
}

/// Axes on which the lab is placed.
pub fn axes(catalogue: &Catalogue, design: &Design) -> Count {
    let placed = |axis: &&Axis| design.axis(&axis.id).is_some_and(|answer| answer.step.is_some());
    Count { done: catalogue.axes.iter().filter(placed).count(), of: catalogue.axes.len() }
}

/// Axes on which the group placed one of the six labs.
pub fn placed(catalogue: &Catalogue, design: &Design, lab: &str) -> Count {
    let placed = |axis: &&Axis| design.lab_step(lab, &axis.id).is_some();
    Count { done: catalogue.axes.iter().filter(placed).count(), of: catalogue.axes.len() }
}

/// Fields that hold a text, the free ones included; a name alone does not count.
pub fn fields(catalogue: &Catalogue, design: &Design) -> Count {
    let known = catalogue.fields.iter().filter(|field| is_filled(design, &field.id));
    let free = design.free_fields.iter().filter(|field| holds(&field.text));
    Count {
        done: known.count() + free.count(),
        of: catalogue.fields.len() + design.free_fields.len(),
    }
}

/// Whether a cell of the sheet holds a text; for the orientation, a choice is one.
pub fn is_cell_filled(design: &Design, key: &FieldKey) -> bool {
    match key {
        FieldKey::Free(id) => design.free_field(*id).is_some_and(|field| holds(&field.text)),
        key => key.catalogue_id().is_some_and(|id| is_filled(design, id)),
    }
}

/// The same of a field of the method.
pub fn is_filled(design: &Design, field: &str) -> bool {
    if field == ORIENTATION {
        holds(&design.orientation.text) || design.orientation.kind.is_some()
    } else {
        design.field(field).is_some_and(|answer| holds(&answer.text))
    }
}

/// Points of vigilance in a given state.
pub fn points_in(catalogue: &Catalogue, design: &Design, state: PointState) -> usize {
    let state_of = |id: &str| design.point(id).map(|answer| answer.state).unwrap_or_default();
    catalogue.points.iter().filter(|point| state_of(&point.id) == state).count()
}
