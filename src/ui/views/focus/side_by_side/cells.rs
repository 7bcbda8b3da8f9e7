//! One answer of the table: a text in its column, or after its lab's name; ours in its box.

use std::sync::Arc;

use egui::{Galley, Id, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::super::compare::answer;
use super::super::ours::{self, Excerpt, Ours};
use crate::intent::Actions;
use crate::model::catalogue::{Field, Lab};
use crate::text::{labs as words, values};
use crate::ui::Cx;
use crate::ui::theme::{Face, face};
use crate::ui::type_setting as set;

const DOT: &str = "\u{a0}· ";

/// What one of the six answers.
pub struct Cell {
    at: Pos2,
    text: Arc<Galley>,
    pub bottom: f32,
    said: String,
}

impl Cell {
    /// In its own column, under its lab's heading.
    pub fn alone(
        ui: &Ui,
        cx: Cx,
        field: &Field,
        lab: &Lab,
        at: Pos2,
        face: Face,
        width: f32,
    ) -> Cell {
        let answer = answer(lab, field, cx.view.full_texts);
        Cell::new(field, lab, at, set::set(ui, answer, face, cx.theme.ink, width), answer)
    }

    /// After its lab's name.
    pub fn named(
        ui: &Ui,
        cx: Cx,
        field: &Field,
        lab: &Lab,
        at: Pos2,
        face: Face,
        width: f32,
    ) -> Cell {
        let answer = answer(lab, field, cx.view.full_texts);
        let name = values::capitalised(&lab.orientation);
        let after = [DOT, answer].concat();
        let galley = set::two_voices(
            ui,
            (&name, face::FOCUS_CAPTION, cx.theme.examples),
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
    pub fn alone(
        ui: &Ui,
        cx: Cx,
        field: &Field,
        at: Pos2,
        face: Face,
        width: f32,
        lines: usize,
    ) -> OurCell {
        let text = Ours::of(cx, field).excerpt(ui, cx, face, width, lines);
        let rect = ours::around(at, width, text.height());
        OurCell { rect, name: None, at, bottom: at.y + text.height(), text }
    }

    pub fn named(
        ui: &Ui,
        cx: Cx,
        field: &Field,
        at: Pos2,
        face: Face,
        width: f32,
        lines: usize,
    ) -> OurCell {
        let name = set::first_line(ui, ours::name(cx), face::FOCUS_CAPTION, cx.theme.design, width);
        let start = at + vec2(0.0, name.size().y + 2.0);
        let text = Ours::of(cx, field).excerpt(ui, cx, face, width, lines);
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
