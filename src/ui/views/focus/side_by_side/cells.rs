//! One answer of the table is a text in its column, or after its lab's name; ours is in its box.

use std::sync::Arc;

use egui::{Galley, Id, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::super::ours::{self, Excerpt, Ours};
use crate::intent::Actions;
use crate::model::catalogue::{Field, Lab};
use crate::text::{labs as words, values};
use crate::ui::Cx;
use crate::ui::theme::{Face, face};
use crate::ui::type_setting as set;

/// What one of the six answers.
pub struct Cell {
    at: Pos2,
    text: Arc<Galley>,
    pub bottom: f32,
    said: String,
}

/// Where a cell stands.
#[derive(Clone, Copy)]
pub struct Slot {
    pub at: Pos2,
    pub width: f32,
    pub face: Face,
    /// Without a heading over its column, an answer follows its lab's name.
    pub named: bool,
}

impl Cell {
    pub fn of(ui: &Ui, cx: Cx, field: &Field, lab: &Lab, slot: Slot) -> Cell {
        let answer = lab.answer(&field.id, cx.view.full_texts).unwrap_or_default();
        let Slot { at, width, face, named } = slot;
        if !named {
            return Cell::new(
                field,
                lab,
                at,
                set::set(ui, answer, face, cx.theme.ink, width),
                answer,
            );
        }
        let after = [values::DOT, answer].concat();
        let galley = set::two_voices(
            ui,
            (&values::kind(lab), face::FOCUS_CAPTION, cx.theme.examples),
            (&after, face, cx.theme.ink),
            width,
        );
        Cell::new(field, lab, at, galley, answer)
    }

    fn new(field: &Field, lab: &Lab, at: Pos2, text: Arc<Galley>, answer: &str) -> Cell {
        let bottom = at.y + text.size().y;
        Cell { at, text, bottom, said: words::answer_of(&field.words, &lab.place, answer) }
    }

    pub fn show(&self, ui: &Ui, field: &Field, lab: &Lab, moved: Vec2) {
        let rect = set::paint(ui, self.at + moved, &self.text);
        let id = Id::unique(("cell", &field.id, &lab.id));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.said));
    }
}

/// What ours answers, in the box that opens it.
pub struct OurCell {
    rect: Rect,
    name: Option<(Pos2, Arc<Galley>)>,
    at: Pos2,
    text: Excerpt,
    pub bottom: f32,
}

impl OurCell {
    pub fn of(ui: &Ui, cx: Cx, field: &Field, slot: Slot, lines: usize) -> OurCell {
        let Slot { at, width, face, named } = slot;
        let text = Ours::of(cx, field).excerpt(ui, cx, face, width, lines);
        if !named {
            let rect = ours::around(at, width, text.height());
            return OurCell { rect, name: None, at, bottom: at.y + text.height(), text };
        }
        let name = set::first_line(ui, ours::name(cx), face::FOCUS_CAPTION, cx.theme.design, width);
        let start = at + vec2(0.0, name.size().y + 2.0);
        let rect = ours::around(at, width, start.y - at.y + text.height());
        let bottom = start.y + text.height() + ours::PAD;
        OurCell { rect, name: Some((at, name)), at: start, bottom, text }
    }

    pub fn show(&self, ui: &mut Ui, cx: Cx, field: &Field, moved: Vec2, actions: &mut Actions) {
        Ours::of(cx, field).show(ui, cx, self.rect.translate(moved), actions);
        if let Some((at, name)) = &self.name {
            set::paint(ui, *at + moved, name);
        }
        self.text.paint(ui, cx, self.at + moved);
    }
}
