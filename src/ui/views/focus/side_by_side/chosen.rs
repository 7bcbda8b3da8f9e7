//! What is compared, in the order of the method.

use egui::Id;

use crate::model::catalogue::{Field, Lab};
use crate::ui::Cx;

/// The keyboard's target on the choice of a lab.
pub fn id(lab: &str) -> Id {
    Id::unique(("side-by-side", lab))
}

/// The labs chosen, in the method's order.
pub fn labs<'a>(cx: Cx<'a>) -> Vec<&'a Lab> {
    let chosen = &cx.view.side_by_side.labs;
    cx.catalogue.labs.iter().filter(|lab| chosen.contains(&lab.id)).collect()
}

/// The fields chosen, in the method's order.
pub fn fields<'a>(cx: Cx<'a>) -> Vec<&'a Field> {
    let chosen = &cx.view.side_by_side.fields;
    cx.catalogue.fields.iter().filter(|field| chosen.contains(&field.id)).collect()
}
