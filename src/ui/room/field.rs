//! A field of the canvas shows its question, what the group writes, and on the pages that follow what the six labs
//! chose.

use egui::{Rect, Role, Ui};

use super::flow::Passage;
use super::page;
use super::stage::Stage;
use crate::intent::view::FieldKey;
use crate::model::edit::Target;
use crate::model::signs::holds;
use crate::text::{interface, labs, values};
use crate::ui::type_setting as set;

/// How many times the least size the name of the field can be.
const TIMES: [f32; 4] = [1.7, 1.45, 1.2, 1.0];

/// The name of the field; gives where what follows can start.
pub fn figure(ui: &Ui, stage: &Stage, key: &FieldKey, room: Rect) -> f32 {
    let ink = stage.cx.theme.ink;
    let name = name(stage, key);
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

pub fn name(stage: &Stage, key: &FieldKey) -> String {
    let design = stage.cx.design;
    match key {
        FieldKey::Free(id) => design.free_field(*id).map_or(String::new(), |free| {
            values::free_name(stage.cx.catalogue, design, free).to_owned()
        }),
        key => {
            let field = key.catalogue_id().and_then(|id| stage.cx.catalogue.field(id));
            field.map_or(String::new(), |field| field.words.clone())
        }
    }
}

/// What the group writes; while there is nothing, the question.
pub fn passages(stage: &Stage, key: &FieldKey) -> Vec<Passage> {
    let theme = stage.cx.theme;
    let (target, text, question) = written(stage, key);
    if !holds(&text) {
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

fn written(stage: &Stage, key: &FieldKey) -> (Target, String, String) {
    let design = stage.cx.design;
    match key {
        FieldKey::Free(id) => {
            let text = design.free_field(*id).map_or(String::new(), |free| free.text.to_string());
            (Target::FreeText(*id), text, interface::WRITE_HERE.to_owned())
        }
        key => {
            let id = key.catalogue_id().unwrap_or_default();
            let question =
                stage.cx.catalogue.field(id).map_or(String::new(), |field| field.question.clone());
            if *key == FieldKey::Orientation {
                let orientation = &design.orientation;
                let kind =
                    values::orientation_kind(stage.cx.catalogue, orientation).unwrap_or_default();
                return (
                    Target::OrientationText,
                    labs::orientation(kind, &orientation.text),
                    question,
                );
            }
            let text = design.field(id).map_or(String::new(), |answer| answer.text.to_string());
            (Target::FieldText(id.into()), text, question)
        }
    }
}
