//! A cell of the sheet: its title, a target that opens it in large, and its text, live.
//!
//! Two stops for the keyboard: the title, then the text. The title of a free field is the group's own text.

use egui::{
    CornerRadius, Frame, Id, Key, Modifiers, Popup, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::writing::{self, Writing, Written};
use super::{marks, menu_item, ring};
use crate::intent::view::{FieldKey, Focus};
use crate::intent::{Action, Actions};
use crate::model::edit::Target;
use crate::model::limits;
use crate::text::interface as words;
use crate::ui::Cx;
use crate::ui::fields::{Field, text_id, title_id};
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

const TOP: f32 = 8.0;
const TITLE: f32 = 19.0;
const BOTTOM: f32 = 8.0;
/// The line that says how much is hidden, hairline included.
const MORE: f32 = 26.0;

/// The height below which a cell does not go: its title, two lines and the line that says how much is hidden.
pub const MIN_HEIGHT: f32 = TOP + TITLE + 2.0 * face::BODY.leading + MORE + 2.0;

/// The height at which nothing of the text is hidden.
pub fn natural_height(ui: &Ui, field: &Field, width: f32) -> f32 {
    let text = writing(field, false).height(ui, width - 2.0 * space::PAD);
    TOP + TITLE + text + BOTTOM
}

/// Shows the cell in `rect`.
pub fn show(ui: &mut Ui, cx: Cx, field: &Field, rect: Rect, actions: &mut Actions) {
    let focused_text = ui.memory(|memory| memory.has_focus(text_id(&field.key, false)));
    ground(ui, cx, field, rect, focused_text);
    let inner = rect.shrink2(vec2(space::PAD, 0.0));
    let title =
        Rect::from_min_size(pos2(inner.left(), rect.top() + TOP - 1.0), vec2(inner.width(), TITLE));
    match &field.key {
        FieldKey::Free(id) => free_title(ui, cx, field, *id, title, actions),
        _ => known_title(ui, cx, field, title, actions),
    }
    body(ui, cx, field, rect, inner, actions);
}

fn ground(ui: &Ui, cx: Cx, field: &Field, rect: Rect, focused: bool) {
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS);
    if field.text.is_empty() && !focused {
        marks::dashed_box(painter, rect.shrink(0.5), Stroke::new(line::THIN, cx.theme.line));
        return;
    }
    let edge = Stroke::new(line::THIN, cx.theme.line);
    painter.rect(rect, radius, cx.theme.cell, edge, StrokeKind::Inside);
    if focused {
        ring::around(painter, cx.theme, rect);
    }
}

fn known_title(ui: &mut Ui, cx: Cx, field: &Field, rect: Rect, actions: &mut Actions) {
    let galley = set::set(ui, field.title, face::LABEL, cx.theme.design, rect.width());
    let text = Rect::from_min_size(rect.min, galley.size());
    // The words are small: the target is not.
    let target = text.expand2(vec2(4.0, (space::TARGET - text.height()) / 2.0));
    let response = ui.interact(target, title_id(&field.key, false), Sense::click());
    let label = words::field_title_label(field.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    ring::follow(ui, &response);
    set::paint(ui, rect.min, &galley);
    if response.hovered() {
        let stroke = Stroke::new(line::THIN, cx.theme.design);
        ui.painter().hline(text.x_range(), text.bottom() - 1.0, stroke);
    }
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, text.expand2(vec2(3.0, 0.0)));
    }
    let space = ui.input(|input| input.key_pressed(Key::Space));
    if response.clicked() && !space {
        actions.push(Action::Open(Focus::Field(field.key.clone())));
    }
}

fn free_title(
    ui: &mut Ui,
    cx: Cx,
    field: &Field,
    id: uuid::Uuid,
    rect: Rect,
    actions: &mut Actions,
) {
    let own = title_id(&field.key, false);
    if ui.memory(|memory| memory.has_focus(own)) {
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        let by = isize::from(key(Key::ArrowDown)) - isize::from(key(Key::ArrowUp));
        if by != 0 {
            actions.push(Action::Shift(id, by));
        }
    }
    let room = Rect::from_min_max(rect.min, pos2(rect.right() - space::TARGET, rect.bottom()));
    let title = Writing {
        id: own,
        target: Target::FreeTitle(id),
        text: field.title,
        hint: &cx.catalogue.free_field,
        name: words::FREE_NAME_LABEL,
        face: TITLE_FACE,
        one_line: true,
        exit: None,
    };
    let written = title.show(ui, cx.theme, room, actions);
    if written.focused {
        ring::around(ui.painter(), cx.theme, room.expand2(vec2(3.0, -1.0)));
    }
    if written.entered {
        actions.push(Action::Open(Focus::Field(field.key.clone())));
    }
    options(ui, cx, field, id, rect, actions);
}

/// The group's own title is set as the method's.
const TITLE_FACE: crate::ui::theme::Face = face::LABEL;

/// Three discs that open a menu: move, remove. The keyboard has Alt and the arrows, and the focus.
fn options(ui: &mut Ui, cx: Cx, field: &Field, id: uuid::Uuid, title: Rect, actions: &mut Actions) {
    let centre = pos2(title.right() - space::TARGET / 2.0 + 4.0, title.center().y);
    let rect = Rect::from_center_size(centre, vec2(space::TARGET, space::TARGET));
    let response = ui.interact(rect, Id::unique(("field options", id)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words::OPTIONS));
    let ink = if response.hovered() { cx.theme.ink } else { cx.theme.muted };
    for step in [-1.0, 0.0, 1.0] {
        ui.painter().circle_filled(centre + vec2(step * 6.0, 0.0), 1.75, ink);
    }
    let frame = Frame::popup(ui.style()).inner_margin(0.0);
    Popup::menu(&response).frame(frame).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let items = [
            (words::OPTION_OPEN, Action::Open(Focus::Field(field.key.clone()))),
            (words::OPTION_BEFORE, Action::Shift(id, -1)),
            (words::OPTION_AFTER, Action::Shift(id, 1)),
            (words::OPTION_REMOVE, Action::RemoveFree(id)),
        ];
        let width =
            items.iter().map(|(words, _)| menu_item::width(ui, words, "")).fold(0.0, f32::max);
        for (words, action) in items {
            if menu_item::show(ui, cx.theme, words, "", true, width).clicked() {
                actions.push(action);
            }
        }
    });
}

fn body(ui: &mut Ui, cx: Cx, field: &Field, rect: Rect, inner: Rect, actions: &mut Actions) {
    let label = words::field_text_label(field.name(cx));
    let mut writing = writing(field, false);
    writing.name = &label;
    let top = rect.top() + TOP + TITLE;
    let whole = rect.bottom() - 4.0 - top;
    let overfull = writing.height(ui, inner.width()) > whole + 0.5;
    let room = if overfull { rect.bottom() - MORE - top } else { whole };
    let area = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), room));
    let written = writing.show(ui, cx.theme, area, actions);
    footer(ui, cx, field, rect, inner, &written, actions);
}

/// Whole lines, a hairline, « 2 lignes de plus : ouvrir »; or that the limit is reached.
fn footer(
    ui: &mut Ui,
    cx: Cx,
    field: &Field,
    rect: Rect,
    inner: Rect,
    written: &Written,
    actions: &mut Actions,
) {
    let middle = rect.bottom() - MORE / 2.0;
    if written.full {
        let limit = words::full(limits::of(&field.target));
        let galley = set::set(ui, &limit, face::STRONG_CAPTION, cx.theme.ink, inner.width());
        let at = pos2(inner.right() - galley.size().x, middle - galley.size().y / 2.0);
        ui.painter().rect_filled(
            galley.rect.translate(at.to_vec2()).expand(3.0),
            0.0,
            cx.theme.cell,
        );
        set::paint(ui, at, &galley);
    }
    if written.hidden_lines == 0 {
        return;
    }
    ui.painter().hline(
        inner.x_range(),
        rect.bottom() - MORE + 1.0,
        Stroke::new(line::THIN, cx.theme.hair),
    );
    let more = words::hidden_lines(written.hidden_lines);
    if quiet(ui, cx, field, pos2(inner.left(), middle + 1.0), &more).clicked() {
        actions.push(Action::Open(Focus::Field(field.key.clone())));
    }
}

/// For a pointer: the keyboard has the title.
fn quiet(ui: &mut Ui, cx: Cx, field: &Field, at: Pos2, words: &str) -> Response {
    let id = ui.scope_id().with(("more", &field.key));
    let galley = set::set(ui, words, face::STRONG_CAPTION, cx.theme.ink, f32::INFINITY);
    let text = Rect::from_min_size(at - vec2(0.0, galley.size().y / 2.0), galley.size());
    let response = ui.interact(text.expand2(vec2(6.0, 4.0)), id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    set::paint(ui, text.min, &galley);
    if response.hovered() {
        ui.painter().hline(
            text.x_range(),
            text.bottom() - 1.0,
            Stroke::new(line::THIN, cx.theme.ink),
        );
    }
    response
}

fn writing<'a>(field: &Field<'a>, large: bool) -> Writing<'a> {
    Writing {
        id: text_id(&field.key, large),
        target: field.target.clone(),
        text: field.text,
        hint: field.question,
        name: field.title,
        face: if large { face::FOCUS_TEXT } else { face::BODY },
        one_line: false,
        exit: Some(title_id(&field.key, large)),
    }
}

/// The text of a cell in large, for the focus.
pub fn large<'a>(field: &Field<'a>) -> Writing<'a> {
    writing(field, true)
}

/// Gives the keyboard to a cell's text.
pub fn reach(ctx: &egui::Context, key: &FieldKey, large: bool, text: &str) {
    writing::give_keyboard(ctx, text_id(key, large), text);
}
