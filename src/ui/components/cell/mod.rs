//! A cell of the sheet is its title, a target that opens it in large, and its text, live.
//!
//! Two stops for the keyboard: the title, then the text. The title of a free field is the group's own text.

mod title;

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::writing::{self, Writing};
use super::{emblem, marks, ring};
use crate::intent::view::{FieldKey, Focus};
use crate::intent::{Action, Actions};
use crate::model::place::Place;
use crate::model::signs::holds;
use crate::text::{interface as words, signs};
use crate::ui::Cx;
use crate::ui::fields::{Field, text_id, title_id};
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

const TOP: f32 = 8.0;
/// Under the title, before the text.
const AFTER_TITLE: f32 = 1.0;
const BOTTOM: f32 = 6.0;
/// The line that says how much is hidden, hairline included.
const MORE: f32 = 26.0;
/// Side of the emblem of the orientation.
const EMBLEM: f32 = 40.0;

/// The height below which a cell does not go: its title, two lines and the line that says how much is hidden.
pub const MIN_HEIGHT: f32 =
    TOP + face::LABEL.leading + AFTER_TITLE + 2.0 * face::BODY.leading + MORE + 2.0;

/// The height at which nothing of the text is hidden.
pub fn natural_height(ui: &Ui, cx: Cx, field: &Field, width: f32) -> f32 {
    let inner = width - 2.0 * space::PAD - beside(cx, field);
    let title = title::lines(ui, cx, field, inner) as f32 * face::LABEL.leading;
    TOP + title + AFTER_TITLE + writing(cx, field, false).height(ui, inner) + BOTTOM
}

/// The emblem of the orientation chosen among the six, if one was.
fn emblem_of<'a>(cx: Cx<'a>, field: &Field) -> Option<&'a str> {
    let kind = cx.design.orientation.kind.as_deref()?;
    (field.key == FieldKey::Orientation && cx.catalogue.lab(kind).is_some()).then_some(kind)
}

/// What the emblem takes of the width.
fn beside(cx: Cx, field: &Field) -> f32 {
    emblem_of(cx, field).map_or(0.0, |_| EMBLEM + 6.0)
}

/// A cell laid out.
struct Plan {
    title: Rect,
    text: Rect,
    /// Where « 2 lignes de plus : ouvrir » stands.
    more: Rect,
}

fn plan(ui: &Ui, cx: Cx, field: &Field, rect: Rect) -> Plan {
    let mut inner = rect.shrink2(vec2(space::PAD, 0.0));
    inner.max.x -= beside(cx, field);
    let lines = title::lines(ui, cx, field, inner.width()).min(title::MOST_LINES);
    let title_size = vec2(inner.width(), lines as f32 * face::LABEL.leading);
    let title = Rect::from_min_size(pos2(inner.left(), rect.top() + TOP), title_size);
    let top = title.bottom() + AFTER_TITLE;
    let bottom = rect.bottom() - BOTTOM;
    let overfull = writing(cx, field, false).height(ui, inner.width()) > bottom - top + 0.5
        || signs::under(field.text).is_some();
    // Under the emblem too: the words must hold on one line.
    let more = Rect::from_min_max(
        pos2(inner.left(), rect.bottom() - MORE),
        pos2(rect.right() - space::PAD, rect.bottom()),
    );
    let text_bottom = if overfull { more.top() } else { bottom };
    Plan {
        title,
        text: Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), text_bottom)),
        more,
    }
}

/// Shows the cell in `rect`.
pub fn show(ui: &mut Ui, cx: Cx, field: &Field, rect: Rect, actions: &mut Actions) {
    let plan = plan(ui, cx, field, rect);
    ground(ui, cx, field, rect);
    if let Some(kind) = emblem_of(cx, field) {
        let corner = pos2(rect.right() - space::PAD - EMBLEM + 4.0, rect.top() + space::CELL);
        let place = Rect::from_min_size(corner, vec2(EMBLEM, EMBLEM));
        let ground = if !holds(field.text) { cx.theme.paper } else { cx.theme.cell };
        emblem::paint(ui.painter(), cx.theme, kind, place, ground);
    }
    let hidden_title = match &field.key {
        FieldKey::Free(id) => {
            // What is under the rule is the text; what is over it is only what the field is called.
            let hair = Stroke::new(line::THIN, cx.theme.hair);
            let y = plan.title.bottom() + AFTER_TITLE - 0.5;
            ui.painter().hline(plan.title.x_range(), y, hair);
            title::free(ui, cx, field, *id, plan.title, actions)
        }
        _ => {
            title::known(ui, cx, field, plan.title, actions);
            0
        }
    };
    let label = words::field_text_label(&field.spoken(cx));
    let mut writing = writing(cx, field, false);
    writing.name = &label;
    // Under the title, all of the cell but the line that says how much is hidden.
    let foot =
        if plan.more.top() < plan.text.bottom() { rect.bottom() } else { plan.text.bottom() };
    let boxed = Rect::from_min_max(pos2(rect.left(), plan.text.top()), pos2(rect.right(), foot));
    let written = writing.show_in(ui, cx.theme, boxed, plan.text, actions);
    if written.hidden_lines + hidden_title > 0 {
        say_more(ui, cx, field, plan.more, written.hidden_lines + hidden_title, actions);
    } else if let Some(unseen) = signs::under(field.text) {
        say(ui, cx, plan.more, &unseen);
    }
}

fn ground(ui: &Ui, cx: Cx, field: &Field, rect: Rect) {
    let painter = ui.painter();
    let focused = ui.memory(|memory| memory.has_focus(text_id(&field.key, false)));
    let edge = Stroke::new(line::THIN, cx.theme.line);
    if !holds(field.text) && !focused {
        marks::dashed_box(painter, rect.shrink(0.5), edge);
        return;
    }
    let radius = CornerRadius::same(space::RADIUS);
    painter.rect(rect, radius, cx.theme.cell, edge, StrokeKind::Inside);
    if focused {
        ring::around(painter, cx.theme, rect);
    }
}

fn say(ui: &Ui, cx: Cx, rect: Rect, words: &str) {
    let galley = set::first_line(ui, words, face::STRONG_CAPTION, cx.theme.ink, rect.width());
    set::paint(ui, pos2(rect.left(), rect.center().y - galley.size().y / 2.0), &galley);
}

/// A hairline, « 2 lignes de plus : ouvrir ». For a pointer: the keyboard has the title.
fn say_more(ui: &mut Ui, cx: Cx, field: &Field, rect: Rect, count: usize, actions: &mut Actions) {
    let hair = Stroke::new(line::THIN, cx.theme.hair);
    ui.painter().hline(rect.x_range(), rect.top() + 1.0, hair);
    let more = words::hidden_lines(count);
    let galley = set::set(ui, &more, face::STRONG_CAPTION, cx.theme.ink, rect.width());
    let at = pos2(rect.left(), rect.center().y + 1.0 - galley.size().y / 2.0);
    let text = Rect::from_min_size(at, galley.size());
    let id = ui.scope_id().with(("more", &field.key));
    let response = ui.interact(text.expand2(vec2(6.0, 4.0)), id, Sense::CLICK);
    let label = [more.as_str(), &field.spoken(cx)].join(" ");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    set::paint(ui, text.min, &galley);
    if response.hovered() {
        let stroke = Stroke::new(line::THIN, cx.theme.ink);
        ui.painter().hline(text.x_range(), text.bottom() - 1.0, stroke);
    }
    if response.clicked() {
        actions.push(Action::Open(Focus::At(Place::Field(field.key.clone()))));
    }
}

fn writing<'a>(cx: Cx<'a>, field: &Field<'a>, large: bool) -> Writing<'a> {
    Writing {
        id: text_id(&field.key, large),
        goes: field.target.clone().into(),
        text: field.text,
        hint: field.question,
        name: field.title,
        face: if large { face::FOCUS_TEXT } else { face::BODY },
        ink: cx.theme.ink,
        one_line: false,
        exit: Some(title_id(&field.key, large)),
    }
}

/// The text of a cell in large, for the focus.
pub fn large<'a>(cx: Cx<'a>, field: &Field<'a>) -> Writing<'a> {
    writing(cx, field, true)
}

/// Gives the keyboard to a cell's text.
pub fn reach(ctx: &egui::Context, key: &FieldKey, large: bool, text: &str) {
    writing::give_keyboard(ctx, text_id(key, large), text);
}
