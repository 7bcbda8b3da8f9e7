//! One field in large: its whole text, editable.

use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::focus_frame::{self, Place};
use crate::intent::view::FieldKey;
use crate::intent::{Action, Actions};
use crate::model::catalogue::Zone;
use crate::model::edit::Target;
use crate::text::interface as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::writing::Writing;
use crate::ui::components::{cell, ring};
use crate::ui::fields::{Field, text_id, title_id};
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

const PAD: f32 = 26.0;
/// Under the lines of an overfull text: how many more there are.
const MORE: f32 = 44.0;

pub fn show(ui: &mut Ui, cx: Cx, key: &FieldKey, actions: &mut Actions) {
    let Some(field) = Field::of(cx, key) else { return };
    let all = FieldKey::all(cx.catalogue, cx.design);
    let at = all.iter().position(|other| other == key).map_or(0, |index| index + 1);
    let rank = words::field_rank(at, all.len());
    let place = Place { at, of: all.len() };
    let room = focus_frame::show(ui, cx, Zone::Design, &rank, place, actions);
    let title = title(ui, cx, &field, room, actions);
    let top = title.bottom() + 16.0;
    let text = Rect::from_min_max(pos2(room.left(), top), room.max);
    let focused = ui.memory(|memory| memory.has_focus(text_id(&field.key, true)));
    paper(ui, cx, &field, text, focused);

    let label = words::field_text_label(field.name(cx));
    let mut writing = cell::large(cx, &field);
    writing.name = &label;
    writing.exit = Some(focus_frame::back_id());
    let mut area = text.shrink2(vec2(PAD, 20.0));
    let undrawable = set::undrawable(ui, field.text, face::FOCUS_TEXT);
    let overfull = writing.height(ui, area.width()) > area.height();
    if overfull || !undrawable.is_empty() {
        // Room for the words under the lines.
        area.max.y = text.bottom() - MORE;
    }
    let written = writing.show(ui, cx.theme, area, actions);
    if written.focused {
        ring::around(ui.painter(), cx.theme, text);
    }
    let say = if !undrawable.is_empty() {
        words::undrawable(&undrawable)
    } else if written.hidden_lines > 0 {
        words::lines_around(written.hidden_lines - written.lines_below, written.lines_below)
    } else {
        return;
    };
    let line = Stroke::new(line::THIN, cx.theme.hair);
    ui.painter().hline(area.x_range(), text.bottom() - MORE + 4.0, line);
    let galley = set::first_line(ui, &say, face::FOCUS_HELP, cx.theme.muted, area.width());
    let at = pos2(area.left(), text.bottom() - MORE / 2.0 + 2.0 - galley.size().y / 2.0);
    set::paint(ui, at, &galley);
}

/// The name of the field; a free one is edited here, and moved or removed by the buttons beside it.
fn title(ui: &mut Ui, cx: Cx, field: &Field, room: Rect, actions: &mut Actions) -> Rect {
    let FieldKey::Free(id) = field.key else {
        let face = set::fitted(
            ui,
            field.title,
            &[face::FOCUS_TITLE, face::FOCUS_LONG_TITLE],
            room.width(),
        );
        let galley = set::set(ui, field.title, face, cx.theme.ink, room.width());
        return set::paint(ui, room.min, &galley);
    };
    let buttons = [
        (words::OPTION_BEFORE, Action::Shift(id, -1)),
        (words::OPTION_AFTER, Action::Shift(id, 1)),
        (words::OPTION_REMOVE, Action::RemoveFree(id)),
    ];
    let taken: f32 = buttons.iter().map(|(words, _)| button::width(ui, words) + space::CELL).sum();
    let beside = room.width() - taken >= 360.0;
    let width = if beside { room.width() - taken } else { room.width() };
    let shown = if field.title.is_empty() { cx.catalogue.free_field.as_str() } else { field.title };
    let large = set::width(ui, shown, face::FOCUS_TITLE) <= width;
    let title = Writing {
        id: title_id(&field.key, true),
        target: Target::FreeTitle(id),
        text: field.title,
        hint: &cx.catalogue.free_field,
        name: words::FREE_NAME_LABEL,
        face: if large { face::FOCUS_TITLE } else { face::FOCUS_LONG_TITLE },
        ink: cx.theme.ink,
        one_line: true,
        exit: None,
    };
    let height = title.height(ui, width).min(room.height() * 0.4);
    let rect = Rect::from_min_size(room.min, vec2(width, height));
    if title.show(ui, cx.theme, rect, actions).focused {
        ring::around(ui.painter(), cx.theme, rect.expand2(vec2(4.0, 0.0)));
    }
    let mut at = if beside {
        pos2(rect.right() + space::CELL, rect.top() + 8.0)
    } else {
        rect.left_bottom() + vec2(0.0, 8.0)
    };
    let mut bottom = rect.bottom();
    for (words, action) in buttons {
        let place = Rect::from_min_size(at, vec2(button::width(ui, words), button::HEIGHT));
        if button::place(ui, cx.theme, place, ui.scope_id().with(words), words, Rank::Outlined)
            .clicked()
        {
            actions.push(action);
        }
        at.x = place.right() + space::CELL;
        bottom = bottom.max(place.bottom());
    }
    Rect::from_min_max(rect.min, pos2(room.right(), bottom))
}

fn paper(ui: &Ui, cx: Cx, field: &Field, rect: Rect, focused: bool) {
    let edge = if field.text.is_empty() || focused { cx.theme.line } else { cx.theme.ink };
    let radius = CornerRadius::same(space::RADIUS);
    let width = if focused { line::THIN } else { line::MARK };
    let stroke = Stroke::new(width, edge);
    ui.painter().rect(rect, radius, cx.theme.cell, stroke, StrokeKind::Inside);
}
