//! One of the six labs in full, « tel que décrit vers 2017 » : laid out in the largest type that holds, then painted.

use std::sync::Arc;

use egui::accesskit::Live;
use egui::{Color32, Galley, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::catalogue::{CREATION, Lab, ORIENTATION};
use crate::text::interface as words;
use crate::ui::Cx;
use crate::ui::components::emblem;
use crate::ui::theme::{Face, face, line};
use crate::ui::type_setting as set;

const EMBLEM: f32 = 88.0;
const GUTTER: f32 = 52.0;
/// From this width on, the fields stand in two columns.
const TWO_COLUMNS: f32 = 780.0;

pub fn show(ui: &mut Ui, cx: Cx, lab: &str, actions: &mut Actions) {
    let Some(lab) = cx.catalogue.lab(lab) else { return };
    let focus = Focus::Card(lab.id.clone());
    frame::show(ui, cx, &focus, actions, |ui, room, _| {
        let card = fitted(ui, cx, lab, room);
        frame::body(ui, cx, &lab.id, room, card.height, |ui, origin| {
            paint(ui, cx, lab, &card, origin - room.min);
        });
    });
}

/// A card laid out.
struct Card {
    /// What is read together: the head, then one a field.
    parts: Vec<Part>,
    rules: Vec<(Pos2, f32)>,
    emblem: Option<Rect>,
    height: f32,
}

struct Part {
    role: Role,
    texts: Vec<(Pos2, Arc<Galley>)>,
    said: String,
}

/// In the largest face with which the card holds in the room; the smallest scrolls when it must.
fn fitted(ui: &Ui, cx: Cx, lab: &Lab, room: Rect) -> Card {
    let small = face::FOCUS_HELP;
    let faces = [face::FOCUS_BODY, face::FOCUS_SMALL];
    let mut cards = faces.into_iter().map(|face| lay_out(ui, cx, lab, room, face));
    let fitting = cards.find(|card| card.height <= room.height());
    fitting.unwrap_or_else(|| lay_out(ui, cx, lab, room, small))
}

fn lay_out(ui: &Ui, cx: Cx, lab: &Lab, room: Rect, body: Face) -> Card {
    let beside = room.width() >= TWO_COLUMNS;
    let corner = pos2(room.right() - EMBLEM, room.top());
    let emblem = beside.then(|| Rect::from_min_size(corner, vec2(EMBLEM, EMBLEM)));
    let text_width = if beside { room.width() - EMBLEM - 24.0 } else { room.width() };
    let (head, head_bottom) = head(ui, cx, lab, room.min, text_width, body);
    let top = head_bottom.max(emblem.map_or(0.0, |rect| rect.bottom())) + 16.0;
    let mut card = Card { parts: vec![head], rules: Vec::new(), emblem, height: 0.0 };
    let bottom =
        fields(ui, cx, lab, Rect::from_min_max(pos2(room.left(), top), room.max), body, &mut card);
    card.height = bottom - room.top();
    card
}

/// Title, name, what this kind of lab does; gives where they end.
fn head(ui: &Ui, cx: Cx, lab: &Lab, origin: Pos2, width: f32, body: Face) -> (Part, f32) {
    let faces = [face::FOCUS_TITLE, face::FOCUS_LONG_TITLE];
    let title_face = set::fitted(ui, &lab.title, &faces, width);
    let name = words::name_and_year(lab);
    let lines: [(&str, Face, Color32); 3] = [
        (&lab.title, title_face, cx.theme.ink),
        (&name, body, cx.theme.muted),
        (&lab.purpose, body, cx.theme.ink),
    ];
    let mut texts = Vec::new();
    let mut y = origin.y;
    for (text, face, colour) in lines {
        let galley = set::set(ui, text, face, colour, width);
        let height = galley.size().y;
        texts.push((pos2(origin.x, y), galley));
        y += height + 2.0;
    }
    let said = [lab.title.as_str(), &name, &lab.purpose].join(". ");
    (Part { role: Role::Heading, texts, said }, y)
}

/// What the lab answers, field by field, the left column first; gives where the highest column ends.
fn fields(ui: &Ui, cx: Cx, lab: &Lab, room: Rect, body: Face, card: &mut Card) -> f32 {
    let shown: Vec<_> = cx
        .catalogue
        .fields
        .iter()
        .filter(|field| &*field.id != ORIENTATION && &*field.id != CREATION)
        .filter_map(|field| Some((field, lab.answers.get(&*field.id)?)))
        .collect();
    let columns = if room.width() >= TWO_COLUMNS { 2 } else { 1 };
    let each = (room.width() - (columns as f32 - 1.0) * GUTTER) / columns as f32;
    let mut bottom = room.top();
    for (column, fields) in shown.chunks(shown.len().div_ceil(columns).max(1)).enumerate() {
        let left = room.left() + column as f32 * (each + GUTTER);
        let mut y = room.top();
        for (field, answer) in fields {
            card.rules.push((pos2(left, y), each));
            let title = set::set(ui, &field.words, face::FOCUS_CAPTION, cx.theme.examples, each);
            let text = set::set(ui, &answer.full, body, cx.theme.ink, each);
            let text_top = y + 10.0 + title.size().y + 2.0;
            let said = [field.words.as_str(), answer.full.as_str()].join("\u{a0}: ");
            y = text_top + text.size().y + 14.0;
            let texts = vec![
                (pos2(left, text_top - title.size().y - 2.0), title),
                (pos2(left, text_top), text),
            ];
            card.parts.push(Part { role: Role::Label, texts, said });
        }
        bottom = bottom.max(y);
    }
    bottom
}

/// Paints the card, `moved` from where it was laid out: the page may have scrolled.
fn paint(ui: &Ui, cx: Cx, lab: &Lab, card: &Card, moved: egui::Vec2) {
    if let Some(rect) = card.emblem {
        emblem::paint(ui.painter(), cx.theme, &lab.id, rect.translate(moved), cx.theme.paper);
    }
    for (at, width) in &card.rules {
        let (left, y) = (at.x + moved.x, at.y + moved.y);
        ui.painter().hline(left..=left + width, y, Stroke::new(line::THIN, cx.theme.hair));
    }
    for (index, part) in card.parts.iter().enumerate() {
        let mut whole = Rect::NOTHING;
        for (at, galley) in &part.texts {
            whole |= set::paint(ui, *at + moved, galley);
        }
        let response = ui.interact(whole, ui.scope_id().with(("part", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(part.role, true, &part.said));
        if part.role == Role::Heading {
            // Nothing of a card takes the keyboard: its head is said when it opens.
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
        }
    }
}
