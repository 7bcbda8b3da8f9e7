//! One of the six labs shows in large what it is, then what it answers to the fields of the method, on as many pages as
//! needed.

use egui::{Rect, Role, Ui, Vec2, pos2};

use super::flow::Passage;
use super::page;
use super::stage::Stage;
use crate::model::catalogue::{CREATION, Lab};
use crate::text::values;
use crate::ui::components::emblem;
use crate::ui::type_setting as set;

/// The emblem, the kind, what labs of this kind do; gives where what follows can start.
pub fn figure(ui: &Ui, stage: &Stage, lab: &Lab, room: Rect) -> f32 {
    let theme = stage.cx.theme;
    let side = stage.u(150.0);
    let left = room.left() + side + stage.u(36.0);
    let width = room.right() - left;
    emblem::paint(
        ui.painter(),
        theme,
        &lab.id,
        Rect::from_min_size(room.min, Vec2::splat(side)),
        theme.paper,
    );
    let mut top = room.top();
    for (index, (words, face, ink)) in [
        (values::kind(lab).as_str(), stage.large(1.7), theme.ink),
        (lab.purpose.as_str(), stage.text(), theme.ink),
        (values::place_and_year(lab).as_str(), stage.strong(), theme.muted),
    ]
    .into_iter()
    .enumerate()
    {
        let galley = set::balanced(ui, words, face, ink, width);
        let at = set::paint(ui, pos2(left, top), &galley);
        page::heard(ui, stage, ("card", index), Role::Label, at, words);
        top = at.bottom() + stage.u(4.0);
    }
    top.max(room.top() + side) + stage.gap()
}

/// The name, then the fields, in their short texts.
pub fn passages(stage: &Stage, lab: &Lab) -> Vec<Passage> {
    let theme = stage.cx.theme;
    let mut all =
        vec![Passage { lead: lab.name.clone(), ..Passage::said("", "", theme.ink, theme.ink) }];
    // The year stands under the purpose already.
    let fields = stage.cx.catalogue.fields.iter().filter(|field| &*field.id != CREATION);
    all.extend(fields.filter_map(|field| {
        let text = lab.answers.get(&*field.id)?.brief();
        Some(Passage::said(&field.words, text, theme.examples, theme.ink))
    }));
    all
}
