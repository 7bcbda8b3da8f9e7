//! A field of the canvas shows its question, what the group writes, and on the pages that follow what the six labs
//! chose.

use egui::{Rect, Role, Ui};

use super::flow::Passage;
use super::page;
use super::stage::Stage;
use crate::intent::view::FieldKey;
use crate::model::place::Place;
use crate::model::signs::holds;
use crate::text::{labs, places, values};
use crate::ui::type_setting as set;

/// How many times the least size the name of the field can be.
const TIMES: [f32; 4] = [1.7, 1.45, 1.2, 1.0];

/// The name of the field; gives where what follows can start.
pub fn figure(ui: &Ui, stage: &Stage, key: &FieldKey, room: Rect) -> f32 {
    let ink = stage.cx.theme.ink;
    let place = Place::Field(key.clone());
    let name = places::short(stage.cx.catalogue, stage.cx.design, &place);
    let face = TIMES
        .map(|times| stage.large(times))
        .into_iter()
        .find(|face| set::set(ui, &name, *face, ink, room.width()).rows.len() == 1)
        .unwrap_or_else(|| stage.large(1.0));
    let galley = set::balanced(ui, &name, face, ink, room.width());
    let at = set::paint(ui, room.min, &galley);
    page::heard(ui, stage, "field", Role::Label, at, &name);
    at.bottom() + stage.gap() * 0.5
}

/// What the group writes; while there is nothing, the question.
pub fn passages(stage: &Stage, key: &FieldKey) -> Vec<Passage> {
    let theme = stage.cx.theme;
    let (catalogue, design) = (stage.cx.catalogue, stage.cx.design);
    let target = key.target();
    let mut text = design.text(&target).unwrap_or_default();
    if *key == FieldKey::Orientation {
        let kind = values::orientation_kind(catalogue, &design.orientation).unwrap_or_default();
        text = labs::orientation(kind, &text).into();
    }
    if !holds(&text) {
        let question = places::heading(catalogue, &target);
        return vec![Passage::of(target, &question, theme.muted)];
    }
    vec![Passage::of(target, text.trim(), theme.ink)]
}

/// What the six labs chose; nothing for a field that the group added.
pub fn others(stage: &Stage, key: &FieldKey) -> Vec<Passage> {
    let theme = stage.cx.theme;
    let Some(id) = key.catalogue_id() else { return Vec::new() };
    let answers = stage.cx.catalogue.labs.iter().filter_map(|lab| {
        let text = lab.answer(id, false)?;
        Some(Passage::said(&values::kind(lab), text, theme.examples, theme.ink))
    });
    answers.collect()
}
