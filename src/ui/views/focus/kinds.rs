//! The orientation is one of the six, with its emblem, or the group's own words alone.

use egui::{Id, Rect, Ui, Vec2};

use crate::intent::Actions;

use crate::model::edit::Edit;
use crate::text::values;
use crate::ui::Cx;
use crate::ui::components::choice::{self, Choice};
use crate::ui::components::emblem;
use crate::ui::theme::space;

pub fn height(ui: &Ui, cx: Cx, rect: Rect) -> f32 {
    places(ui, cx, rect).1
}

/// In columns that they fill: six, three, two or one.
fn places(ui: &Ui, cx: Cx, rect: Rect) -> (Vec<Rect>, f32) {
    let sizes = sizes(ui, cx);
    let widest = sizes.first().map_or(0.0, |size| size.x);
    let width = |columns: usize| columns as f32 * (widest + space::CELL) - space::CELL;
    let fits = |columns: &usize| width(*columns) <= rect.width();
    let columns = [6, 3, 2].into_iter().find(fits).unwrap_or(1);
    choice::flow(rect.with_max_x(rect.left() + width(columns).min(rect.width())), &sizes)
}

/// The six choices; the one already chosen, chosen again, is none of them.
pub fn show(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let (places, _) = places(ui, cx, rect);
    for (lab, place) in cx.catalogue.labs.iter().zip(places) {
        let chosen = cx.design.orientation.kind.as_deref() == Some(&*lab.id);
        let words = values::kind(lab);
        let choice = Choice { id: id(&lab.id), words: &words, chosen, many: false };
        let ground = cx.theme.cell;
        let response = choice.show(
            ui,
            cx.theme,
            place,
            Some(&|painter, square| emblem::paint(painter, cx.theme, &lab.id, square, ground)),
        );
        if response.clicked() {
            actions.edit(Edit::Orient((!chosen).then(|| lab.id.clone())));
        }
    }
}

/// The keyboard's target on one of the six.
pub fn id(lab: &str) -> Id {
    Id::unique(("kind", lab))
}

fn sizes(ui: &Ui, cx: Cx) -> Vec<Vec2> {
    let all = cx.catalogue.labs.iter().map(|lab| choice::size(ui, &values::kind(lab), true));
    let widest = all.fold(Vec2::ZERO, Vec2::max);
    // One width for all: they line up.
    vec![widest; cx.catalogue.labs.len()]
}
