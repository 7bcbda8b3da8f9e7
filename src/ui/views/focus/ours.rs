//! Our lab answers a field that the six answered too: its words stand beside theirs, in the same type, in the hue of
//! the design.

use std::borrow::Cow;
use std::sync::Arc;

use egui::{
    Color32, CornerRadius, Galley, Id, Painter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};

use crate::intent::view::{FieldKey, Focus};
use crate::intent::{Action, Actions};
use crate::model::catalogue::{Field, ORIENTATION};
use crate::model::place::Place;
use crate::model::signs::holds;
use crate::text::{interface, labs as words, signs};
use crate::ui::Cx;
use crate::ui::components::{marks, ring};
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

/// Between what is around a text of ours and the text.
pub const PAD: f32 = 12.0;
/// The line that says how much is hidden, hairline included.
const MORE: f32 = 34.0;

/// Our answer to a field of the method.
pub struct Ours<'a> {
    key: FieldKey,
    field: &'a Field,
    text: Cow<'a, str>,
}

/// The name of our lab; « Nous » until it has one.
pub fn name<'a>(cx: Cx<'a>) -> &'a str {
    let name = cx.design.name.trim();
    if name.is_empty() { words::US } else { name }
}

/// The emblem's place: a disc, the handle that is in each of the six emblems.
pub fn disc(painter: &Painter, cx: Cx, square: Rect) {
    painter.circle_filled(square.center(), square.width() * 0.22, cx.theme.design);
}

impl<'a> Ours<'a> {
    pub fn of(cx: Cx<'a>, field: &'a Field) -> Ours<'a> {
        if &*field.id != ORIENTATION {
            let text = cx.design.field(&field.id).map_or("", |answer| &answer.text);
            return Ours { key: FieldKey::Known(field.id.clone()), field, text: text.into() };
        }
        let ours = &cx.design.orientation;
        let lab = ours.kind.as_deref().and_then(|kind| cx.catalogue.lab(kind));
        let kind = lab.map(|lab| lab.orientation.as_str()).or(ours.words.as_deref());
        let text = words::orientation(kind.unwrap_or_default(), &ours.text);
        Ours { key: FieldKey::Orientation, field, text: text.into() }
    }

    pub fn is_empty(&self) -> bool {
        !holds(&self.text)
    }

    /// The text, or the question that invites to write one.
    fn shown(&self) -> &str {
        if self.is_empty() { &self.field.question } else { &self.text }
    }

    /// The text on `lines` lines at most.
    pub fn excerpt(&self, ui: &Ui, cx: Cx, face: Face, width: f32, lines: usize) -> Excerpt {
        let ink = if self.is_empty() { cx.theme.muted } else { cx.theme.ink };
        Excerpt::of(ui, cx, self.shown(), face, ink, width, lines)
    }

    /// Shows the box in `rect`: a button that opens the field in large. Its texts are the caller's.
    pub fn show(&self, ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
        let response = ui.interact(rect, id(&self.field.id), Sense::click());
        let said = words::answer_of(&self.field.words, name(cx), self.shown());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &said));
        ring::follow(ui, &response);
        let edge = match response.hovered() {
            true => Stroke::new(line::MARK, cx.theme.ink),
            false => Stroke::new(line::THIN, cx.theme.line),
        };
        if self.is_empty() {
            marks::dashed_box(ui.painter(), rect.shrink(0.5), edge);
        } else {
            let radius = CornerRadius::same(space::RADIUS);
            ui.painter().rect(rect, radius, cx.theme.cell, edge, StrokeKind::Inside);
        }
        if response.has_focus() {
            ring::around(ui.painter(), cx.theme, rect);
        }
        if response.clicked() {
            actions.push(Action::Open(Focus::At(Place::Field(self.key.clone()))));
        }
    }
}

/// The keyboard's target on our answer to a field.
pub fn id(field: &str) -> Id {
    Id::unique(("ours", field))
}

/// A text cut after whole lines, and how many more there are.
pub struct Excerpt {
    text: Arc<Galley>,
    /// What is hidden, or what has no shape.
    more: Option<Arc<Galley>>,
    width: f32,
}

impl Excerpt {
    fn of(
        ui: &Ui,
        cx: Cx,
        text: &str,
        face: Face,
        ink: Color32,
        width: f32,
        lines: usize,
    ) -> Excerpt {
        let whole = set::set(ui, text, face, ink, width);
        let hidden = whole.rows.len().saturating_sub(lines);
        let text_galley =
            if hidden == 0 { whole } else { set::lines(ui, text, face, ink, width, lines) };
        let said = match (hidden, signs::under(text)) {
            (_, Some(unseen)) => Some(unseen),
            (0, None) => None,
            (hidden, None) => Some(interface::hidden_lines(hidden)),
        };
        let more =
            said.map(|said| set::first_line(ui, &said, face::FOCUS_CAPTION, cx.theme.ink, width));
        Excerpt { text: text_galley, more, width }
    }

    pub fn height(&self) -> f32 {
        self.text.size().y + if self.more.is_some() { MORE } else { 0.0 }
    }

    pub fn paint(&self, ui: &Ui, cx: Cx, at: Pos2) {
        let rect = set::paint(ui, at, &self.text);
        if let Some(more) = &self.more {
            let hair = Stroke::new(line::THIN, cx.theme.hair);
            ui.painter().hline(at.x..=at.x + self.width, rect.bottom() + 5.0, hair);
            set::paint(ui, pos2(at.x, rect.bottom() + MORE - more.size().y), more);
        }
    }
}

/// The box around a text of ours that stands at `at`.
pub fn around(at: Pos2, width: f32, height: f32) -> Rect {
    Rect::from_min_size(at, Vec2::new(width, height)).expand2(vec2(PAD, PAD - 2.0))
}
