//! One chooses here which labs and which fields stand side by side. Projected, nobody is there to choose: nothing
//! shows.

use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::super::card;
use crate::intent::view::Toggle;
use crate::intent::{Action, Actions};
use crate::model::catalogue::{Field, Lab};
use crate::text::{labs as words, values};
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::choice::{self, Choice};
use crate::ui::components::emblem;
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

/// Between the choices and the table.
const AFTER: f32 = 16.0;

/// The choices laid out.
pub struct Choosers {
    /// « Deux ou trois… », and « Textes complets ».
    hint: Rect,
    texts: Rect,
    labs: Vec<Rect>,
    fields: Vec<Rect>,
    /// Where a page can end.
    pub ends: Vec<f32>,
    pub bottom: f32,
}

impl Choosers {
    pub fn of(ui: &Ui, cx: Cx, room: Rect) -> Choosers {
        if cx.projected() {
            let none = Vec::new;
            let rect = Rect::NOTHING;
            let bottom = room.top();
            return Choosers {
                hint: rect,
                texts: rect,
                labs: none(),
                fields: none(),
                ends: vec![bottom],
                bottom,
            };
        }
        let (hint, texts, top) = first_row(ui, room);
        let sizes: Vec<Vec2> = cx
            .catalogue
            .labs
            .iter()
            .map(|lab| choice::size_of_many(ui, &values::kind(lab), true))
            .collect();
        let (labs, height) = choice::flow(room.with_min_y(top), &sizes);
        let top = top + height + space::CELL;
        let sizes: Vec<Vec2> = cx
            .catalogue
            .fields
            .iter()
            .map(|it| choice::size_of_many(ui, &it.words, false))
            .collect();
        let (fields, height) = choice::flow(room.with_min_y(top), &sizes);
        let bottom = top + height + AFTER;
        let mut ends: Vec<f32> = [&texts, &hint].map(|rect| rect.bottom() + 6.0).to_vec();
        ends.extend(labs.iter().chain(&fields).map(|rect| rect.bottom() + 6.0));
        ends.push(bottom);
        ends.sort_by(f32::total_cmp);
        Choosers { hint, texts, labs, fields, ends, bottom }
    }

    pub fn show(&self, ui: &mut Ui, cx: Cx, moved: Vec2, actions: &mut Actions) {
        if cx.projected() {
            return;
        }
        self.hint(ui, cx, moved);
        for (lab, rect) in cx.catalogue.labs.iter().zip(&self.labs) {
            lab_choice(ui, cx, lab, rect.translate(moved), actions);
        }
        for (field, rect) in cx.catalogue.fields.iter().zip(&self.fields) {
            field_choice(ui, cx, field, rect.translate(moved), actions);
        }
        let rect = self.texts.translate(moved);
        let (id, words) = (card::texts_id(), card::texts_words(cx));
        if button::place(ui, cx.theme, rect, id, words, Rank::Outlined).clicked() {
            actions.push(Action::Toggle(Toggle::FullTexts));
        }
    }

    /// Said aloud when it changes: why a fourth choice is refused.
    fn hint(&self, ui: &Ui, cx: Cx, moved: Vec2) {
        let rect = self.hint.translate(moved);
        let galley = set::set(ui, hint(cx), face::FOCUS_HELP, cx.theme.muted, rect.width());
        let painted = set::paint(ui, rect.min, &galley);
        let response = ui.interact(painted, Id::unique("side-by-side-hint"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, hint(cx)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
}

fn hint(cx: Cx) -> &'static str {
    if cx.view.side_by_side.has_room() { words::TWO_OR_THREE } else { words::MOST_THREE }
}

/// The hint and the button, side by side or one under the other; gives where they end.
fn first_row(ui: &Ui, room: Rect) -> (Rect, Rect, f32) {
    let size = button::size_within(ui, words::FULL_TEXTS, room.width());
    let longest = [words::TWO_OR_THREE, words::MOST_THREE];
    let left = room.width() - size.x - 24.0;
    let beside = longest.iter().all(|words| set::width(ui, words, face::FOCUS_HELP) <= left);
    let width = if beside { left } else { room.width() };
    // The higher of the two: nothing moves when the third is chosen.
    let heights = longest.map(|words| set::height(ui, words, face::FOCUS_HELP, width));
    let height = heights[0].max(heights[1]);
    if beside {
        let texts = Rect::from_min_size(pos2(room.right() - size.x, room.top()), size);
        let top = texts.center().y - height / 2.0;
        let hint = Rect::from_min_size(pos2(room.left(), top), vec2(width, height));
        return (hint, texts, texts.bottom() + space::CELL);
    }
    let hint = Rect::from_min_size(room.min, vec2(width, height));
    let texts = Rect::from_min_size(hint.left_bottom() + vec2(0.0, 8.0), size);
    (hint, texts, texts.bottom() + space::CELL)
}

/// A lab to be shown or not; a fourth cannot be chosen.
fn lab_choice(ui: &mut Ui, cx: Cx, lab: &Lab, rect: Rect, actions: &mut Actions) {
    let all = &cx.view.side_by_side;
    let chosen = all.labs.contains(&lab.id);
    let words = values::kind(lab);
    let choice = Choice { id: super::chosen::id(&lab.id), words: &words, chosen, many: true };
    let refused = !chosen && !all.has_room();
    let ground = cx.theme.cell;
    let response = ui.scope(|ui| {
        if refused {
            ui.disable();
        }
        choice.show(
            ui,
            cx.theme,
            rect,
            Some(&|painter, square| emblem::paint(painter, cx.theme, &lab.id, square, ground)),
        )
    });
    let response = response.inner;
    if refused {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(self::words::MOST_THREE);
        });
    }
    if response.clicked() {
        actions.push(Action::Pick(all.with_lab(&lab.id)));
    }
}

fn field_choice(ui: &mut Ui, cx: Cx, field: &Field, rect: Rect, actions: &mut Actions) {
    let all = &cx.view.side_by_side;
    let chosen = all.fields.contains(&field.id);
    let id = Id::unique(("side-by-side-field", &field.id));
    let choice = Choice { id, words: &field.words, chosen, many: true };
    if choice.show(ui, cx.theme, rect, None).clicked() {
        actions.push(Action::Pick(all.with_field(&field.id)));
    }
}
