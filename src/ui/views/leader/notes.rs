//! The person who leads notes something for this step, which the room never sees; or writes a text, which it does.

use egui::{Id, Rect, Role, Ui, pos2, vec2};

use super::part::{Part, label};
use crate::intent::leading::{Lead, Side};
use crate::intent::{Action, Actions};
use crate::model::edit::Target;
use crate::text::{interface, leader as words, places};
use crate::ui::components::button::{self, Rank};
use crate::ui::components::large_text::LargeText;
use crate::ui::components::writing::{Goes, Writing};
use crate::ui::room;
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

pub fn show(ui: &mut Ui, part: Part, column: Rect, actions: &mut Actions) {
    let Part { cx, leading, .. } = part;
    if let Some(target) = &leading.writing {
        return writing(ui, part, target, column, actions);
    }
    if leading.is_visit() {
        // A visitor's five minutes have no notes: they would be those of another step.
        return;
    }
    if leading.screens.is_hidden() {
        let top = label(ui, part, words::NOTES, "", column);
        let why = set::set(ui, words::HIDDEN, face::STEP, cx.theme.muted, column.width());
        let top = set::paint(ui, pos2(column.left(), top), &why).bottom() + 12.0;
        let size = button::size_within(ui, words::REVEAL, column.width());
        let rect = Rect::from_min_size(pos2(column.left(), top), size);
        let id = Id::unique("reveal");
        if button::place(ui, cx.theme, rect, id, words::REVEAL, Rank::Outlined).clicked() {
            actions.push(Action::Lead(Lead::Reveal));
        }
        return;
    }
    let private = leading.apart().is_some();
    let seen = if private { words::NOTES_HIDDEN } else { words::NOTES_SEEN_TOO };
    let top = label(ui, part, words::NOTES, seen, column);
    let beat = leading.play.beats.get(leading.at);
    // Each step of each lab has its own: the cursor of one, and what is undone there, are not those of another.
    let of = Id::unique(("leader-note", cx.design.id, leading.play.named(leading.at)));
    let writing = Writing {
        id: of,
        goes: Goes::Note(of),
        text: beat.map_or("", |beat| &beat.note),
        hint: words::notes_hint(private),
        name: words::NOTES_NAME,
        face: face::NOTES,
        ink: cx.theme.ink,
        one_line: false,
        exit: Some(super::next_id()),
    };
    LargeText { writing, bar: None }.show(ui, cx.theme, column.with_min_y(top), actions);
}

/// What is written here is read by the room: it does not look like the notes, which are not.
fn public(ui: &Ui, part: Part, column: Rect) -> f32 {
    let theme = part.cx.theme;
    let words =
        set::balanced(ui, words::WRITING, face::FOLLOWING, theme.paper, column.width() - 32.0);
    let plate = column.with_max_y(column.top() + words.size().y + 24.0);
    ui.painter().rect_filled(plate, f32::from(space::RADIUS), theme.ink);
    let rect = set::paint(ui, plate.min + vec2(16.0, 12.0), &words);
    super::said(ui, Id::unique("leader-public"), Role::Status, rect, words.text());
    super::frame(ui, part, column, true);
    plate.bottom() + 12.0
}

fn writing(ui: &mut Ui, part: Part, target: &Target, column: Rect, actions: &mut Actions) {
    let Part { cx, leading, .. } = part;
    let top = public(ui, part, column);
    let size = button::size_within(ui, words::WRITTEN, column.width());
    let column = column.shrink2(vec2(16.0, 14.0));
    let foot = Rect::from_min_size(pos2(column.left(), column.bottom() - size.y), size);
    let text = Rect::from_min_max(
        pos2(column.left(), top),
        column.right_bottom() - vec2(0.0, size.y + 12.0),
    );
    let (id, _) = room::writing_ids(Side::Desk, target);
    let said = cx.design.text(target).unwrap_or_default();
    let writing = Writing {
        id,
        goes: target.clone().into(),
        text: &said,
        hint: interface::WRITE_HERE,
        name: places::text(target),
        face: face::NOTES,
        ink: cx.theme.ink,
        one_line: target.is_of_one_line(),
        exit: None,
    };
    if leading.writing_on == Side::Desk {
        LargeText { writing, bar: None }.show(ui, cx.theme, text, actions);
    } else {
        // It is written on the room's own screen, by a finger: it is read here.
        let galley = set::set(ui, writing.text, face::NOTES, cx.theme.ink, text.width());
        ui.painter_at(text).galley(text.min, galley, cx.theme.ink);
    }
    let id = Id::unique("written");
    if button::place(ui, cx.theme, foot, id, words::WRITTEN, Rank::Primary).clicked() {
        actions.push(Action::Lead(Lead::Written));
    }
}
