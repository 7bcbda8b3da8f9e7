//! One field in large: its whole text, editable.

use egui::{
    CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

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
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

const PAD: f32 = 26.0;
/// Under the lines of an overfull text: how many more there are.
const MORE: f32 = 44.0;
/// Under the title, and between it and its buttons.
const GAP: f32 = 16.0;
/// The least room for the text: on a lower window the whole focus scrolls.
const LEAST_TEXT: f32 = 150.0;

pub fn show(ui: &mut Ui, cx: Cx, key: &FieldKey, actions: &mut Actions) {
    let Some(field) = Field::of(cx, key) else { return };
    let all = FieldKey::all(cx.catalogue, cx.design);
    let at = all.iter().position(|other| other == key).map_or(0, |index| index + 1);
    let rank = words::field_rank(at, all.len());
    let place = Place { at, of: all.len() };
    let low = focus_frame::is_low(ui.max_rect());
    let room = focus_frame::show(ui, cx, Zone::Design, &rank, place, actions);
    let plan = Plan::of(ui, cx, &field, room, low);
    if plan.text.bottom() <= room.bottom() + 0.5 {
        body(ui, cx, &field, &plan, actions);
        return;
    }
    // The ring around the text stands outside it.
    let clip = room.expand2(vec2(ring::REACH, 0.0));
    let mut area = ui.new_child(UiBuilder::new().max_rect(clip).id_salt("low-focus"));
    ScrollArea::vertical().id_salt(key).auto_shrink(false).animated(false).show(&mut area, |ui| {
        let moved = ui.max_rect().min - clip.min;
        let size = vec2(clip.width(), plan.text.bottom() - room.top() + ring::REACH);
        ui.allocate_exact_size(size, Sense::hover());
        body(ui, cx, &field, &plan.moved(moved), actions);
    });
}

/// A focus laid out.
struct Plan {
    title: Rect,
    title_face: Face,
    /// For a free field: before, after, remove.
    buttons: Vec<Rect>,
    text: Rect,
    text_face: Face,
}

impl Plan {
    fn of(ui: &Ui, cx: Cx, field: &Field, room: Rect, low: bool) -> Plan {
        let sizes: Vec<Vec2> =
            ways(field).iter().map(|(words, _)| button::large_size(ui, words)).collect();
        let taken: f32 = sizes.iter().map(|size| size.x + space::CELL).sum();
        let beside = room.width() - taken >= 360.0;
        let width = if beside { room.width() - taken } else { room.width() };
        let title_face = title_face(ui, field.name(cx), width, low);
        let height = set::height(ui, field.name(cx), title_face, width).max(title_face.leading);
        let title = Rect::from_min_size(room.min, vec2(width, height));

        let mut at = if beside {
            pos2(title.right() + space::CELL, title.top() + 8.0)
        } else {
            title.left_bottom() + vec2(0.0, 8.0)
        };
        let mut bottom = title.bottom();
        let mut buttons = Vec::new();
        for size in sizes {
            if at.x + size.x > room.right() + 1.0 && at.x > room.left() {
                at = pos2(room.left(), at.y + size.y + space::CELL);
            }
            buttons.push(Rect::from_min_size(at, size));
            bottom = bottom.max(at.y + size.y);
            at.x += size.x + space::CELL;
        }
        let top = bottom + if low { GAP / 2.0 } else { GAP };
        let text_bottom = room.bottom().max(top + LEAST_TEXT);
        let text = Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), text_bottom));
        let text_face = if low { face::FOCUS_BODY } else { face::FOCUS_TEXT };
        Plan { title, title_face, buttons, text, text_face }
    }

    fn moved(&self, by: Vec2) -> Plan {
        Plan {
            title: self.title.translate(by),
            title_face: self.title_face,
            buttons: self.buttons.iter().map(|rect| rect.translate(by)).collect(),
            text: self.text.translate(by),
            text_face: self.text_face,
        }
    }
}

/// The largest face in which the name holds on one line, or has no word cut.
fn title_face(ui: &Ui, name: &str, width: f32, low: bool) -> Face {
    if low {
        return set::fitted(ui, name, &[face::FOCUS_LONG_TITLE, face::FOCUS_CAPTION], width);
    }
    let large = set::width(ui, name, face::FOCUS_TITLE) <= width;
    if large { face::FOCUS_TITLE } else { face::FOCUS_LONG_TITLE }
}

/// What the buttons of a free field do.
fn ways(field: &Field) -> Vec<(&'static str, Action)> {
    let FieldKey::Free(id) = field.key else { return Vec::new() };
    vec![
        (words::OPTION_BEFORE, Action::Shift(id, -1)),
        (words::OPTION_AFTER, Action::Shift(id, 1)),
        (words::OPTION_REMOVE, Action::RemoveFree(id)),
    ]
}

fn body(ui: &mut Ui, cx: Cx, field: &Field, plan: &Plan, actions: &mut Actions) {
    title(ui, cx, field, plan, actions);
    for ((words, action), place) in ways(field).into_iter().zip(&plan.buttons) {
        let id = ui.scope_id().with(words);
        if button::place(ui, cx.theme, *place, id, words, Rank::Outlined).clicked() {
            actions.push(action);
        }
    }
    text(ui, cx, field, plan, actions);
}

/// The name of the field; that of a free one is written here.
fn title(ui: &mut Ui, cx: Cx, field: &Field, plan: &Plan, actions: &mut Actions) {
    let FieldKey::Free(id) = field.key else {
        let width = plan.title.width();
        let galley = set::set(ui, field.title, plan.title_face, cx.theme.ink, width);
        set::paint(ui, plan.title.min, &galley);
        return;
    };
    let title = Writing {
        id: title_id(&field.key, true),
        target: Target::FreeTitle(id),
        text: field.title,
        hint: field.name(cx),
        name: words::FREE_NAME_LABEL,
        face: plan.title_face,
        ink: cx.theme.ink,
        one_line: true,
        exit: Some(focus_frame::back_id()),
    };
    if title.show(ui, cx.theme, plan.title, actions).focused {
        ring::around(ui.painter(), cx.theme, plan.title.expand2(vec2(4.0, 0.0)));
    }
}

fn text(ui: &mut Ui, cx: Cx, field: &Field, plan: &Plan, actions: &mut Actions) {
    let focused = ui.memory(|memory| memory.has_focus(text_id(&field.key, true)));
    paper(ui, cx, field, plan.text, focused);
    let label = words::field_text_label(field.name(cx));
    let mut writing = cell::large(cx, field);
    writing.name = &label;
    writing.face = plan.text_face;
    writing.exit = Some(focus_frame::back_id());
    let mut area = plan.text.shrink2(vec2(PAD.min(plan.text.width() * 0.06), 16.0));
    let undrawable = set::undrawable(ui, field.text, plan.text_face);
    let overfull = writing.height(ui, area.width()) > area.height();
    if overfull || !undrawable.is_empty() {
        // Room for the words under the lines.
        area.max.y = plan.text.bottom() - MORE;
    }
    let written = writing.show(ui, cx.theme, area, actions);
    if written.focused {
        ring::around(ui.painter(), cx.theme, plan.text);
    }
    let said = if !undrawable.is_empty() {
        words::undrawable(&undrawable)
    } else if written.hidden_lines > 0 {
        words::lines_around(written.hidden_lines - written.lines_below, written.lines_below)
    } else {
        return;
    };
    let line = Stroke::new(line::THIN, cx.theme.hair);
    ui.painter().hline(area.x_range(), plan.text.bottom() - MORE + 4.0, line);
    let galley = set::first_line(ui, &said, face::FOCUS_HELP, cx.theme.muted, area.width());
    let middle = plan.text.bottom() - MORE / 2.0 + 2.0;
    let rect = set::paint(ui, pos2(area.left(), middle - galley.size().y / 2.0), &galley);
    let response = ui.interact(rect, ui.scope_id().with("hidden-lines"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}

fn paper(ui: &Ui, cx: Cx, field: &Field, rect: Rect, focused: bool) {
    let edge = if field.text.is_empty() || focused { cx.theme.line } else { cx.theme.ink };
    let radius = CornerRadius::same(space::RADIUS);
    let width = if focused { line::THIN } else { line::MARK };
    let stroke = Stroke::new(width, edge);
    ui.painter().rect(rect, radius, cx.theme.cell, stroke, StrokeKind::Inside);
}
