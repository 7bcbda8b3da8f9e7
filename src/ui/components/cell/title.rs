//! The title of a cell is a target for the method's fields, and the group's own words for the free ones.

use egui::{
    Frame, Id, Key, Modifiers, Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use uuid::Uuid;

use crate::intent::view::{FieldKey, Focus};
use crate::intent::{Action, Actions};
use crate::model::edit::Target;
use crate::model::place::Place;
use crate::text::interface as words;
use crate::ui::Cx;
use crate::ui::components::menu_item::{self, Column, Item, Tick};
use crate::ui::components::ring;
use crate::ui::components::writing::Writing;
use crate::ui::fields::{Field, title_id};
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

const FACE: Face = face::LABEL;
/// What a long name takes of the cell; the rest is one key away.
pub const MOST_LINES: usize = 2;

/// How many lines the whole title takes in a cell that is `width` inside.
pub fn lines(ui: &Ui, cx: Cx, field: &Field, width: f32) -> usize {
    match &field.key {
        FieldKey::Free(id) => {
            let height = name(cx, field, *id).height(ui, width - space::TARGET);
            (height / FACE.leading).round() as usize
        }
        _ => 1,
    }
}

/// A target that opens the field in large.
pub fn known(ui: &mut Ui, cx: Cx, field: &Field, rect: Rect, actions: &mut Actions) {
    let galley = set::set(ui, field.title, FACE, cx.theme.design, rect.width());
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
        ring::around(ui.painter(), cx.theme, text.expand2(vec2(3.0, -2.0)));
    }
    // The space bar ticks and turns; it does not open.
    let space = ui.input(|input| input.key_pressed(Key::Space));
    if response.clicked() && !space {
        actions.push(Action::Open(Focus::At(Place::Field(field.key.clone()))));
    }
}

/// The name of a free field, written in place; Enter opens the field. Gives how many of its lines are hidden.
pub fn free(
    ui: &mut Ui,
    cx: Cx,
    field: &Field,
    id: Uuid,
    rect: Rect,
    actions: &mut Actions,
) -> usize {
    let own = title_id(&field.key, false);
    if ui.memory(|memory| memory.has_focus(own)) {
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        let by = isize::from(key(Key::ArrowDown)) - isize::from(key(Key::ArrowUp));
        if by != 0 {
            actions.push(Action::Shift(id, by));
        }
    }
    let room = Rect::from_min_max(rect.min, pos2(rect.right() - space::TARGET, rect.bottom()));
    let label = field.naming(cx);
    let written = Writing { name: &label, ..name(cx, field, id) }.show(ui, cx.theme, room, actions);
    if written.focused {
        // Clear of the three discs at its right, and of the text under it.
        let around = room.with_max_x(room.right() - 6.0).expand2(vec2(3.0, -2.5));
        ring::around(ui.painter(), cx.theme, around);
    }
    if written.entered {
        actions.push(Action::Open(Focus::At(Place::Field(field.key.clone()))));
    }
    options(ui, cx, field, id, rect, actions);
    written.hidden_lines
}

fn name<'a>(cx: Cx<'a>, field: &Field<'a>, id: Uuid) -> Writing<'a> {
    Writing {
        id: title_id(&field.key, false),
        goes: Target::FreeTitle(id).into(),
        text: field.title,
        hint: field.name(cx),
        name: words::FREE_NAME_LABEL,
        face: FACE,
        ink: cx.theme.design,
        one_line: true,
        exit: None,
    }
}

/// Three discs that open a menu: move, remove. The keyboard has Alt and the arrows, and the focus.
fn options(ui: &mut Ui, cx: Cx, field: &Field, id: Uuid, title: Rect, actions: &mut Actions) {
    let centre = pos2(title.right() - space::TARGET / 2.0 + 4.0, title.top() + FACE.leading / 2.0);
    let rect = Rect::from_center_size(centre, vec2(space::TARGET, space::TARGET));
    let response = ui.interact(rect, Id::unique(("field-options", id)), Sense::CLICK);
    let label = field.options(cx);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    let ink = if response.hovered() { cx.theme.ink } else { cx.theme.muted };
    for step in [-1.0, 0.0, 1.0] {
        ui.painter().circle_filled(centre + vec2(step * 6.0, 0.0), 1.75, ink);
    }
    let frame = Frame::popup(ui.style()).inner_margin(0.0).corner_radius(0.0);
    let mut reach = menu_item::asked_for(ui, response.id);
    Popup::menu(&response).frame(frame).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let all = &cx.design.free_fields;
        let first = all.first().is_some_and(|field| field.id == id);
        let last = all.last().is_some_and(|field| field.id == id);
        let items = [
            (words::OPTION_OPEN, true, Action::Open(Focus::At(Place::Field(field.key.clone())))),
            (words::OPTION_BEFORE, !first, Action::Shift(id, -1)),
            (words::OPTION_AFTER, !last, Action::Shift(id, 1)),
            (words::OPTION_REMOVE, true, Action::RemoveFree(id)),
        ];
        let lines = items.each_ref().map(|(words, enabled, _)| Item {
            words,
            key: "",
            enabled: *enabled,
            tick: Tick::None,
        });
        let column = Column::of(ui, &lines, 0.0);
        for (line, (.., action)) in lines.iter().zip(items.iter().cloned()) {
            let item = menu_item::show(ui, cx.theme, line, column);
            if line.enabled && std::mem::take(&mut reach) {
                item.request_focus();
            }
            if item.clicked() {
                actions.push(action);
            }
        }
    });
}
