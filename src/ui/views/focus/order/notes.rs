//! The person who leads notes something for a step, while she prepares: the room never sees it.

use egui::{Id, Rect, Ui, pos2, vec2};

use super::ids::{GAP, note_id, note_way_id};
use super::tools::pressed;
use crate::intent::Actions;
use crate::model::play::{Beat, Play};
use crate::model::signs::holds;
use crate::text::leader as words;
use crate::ui::Cx;
use crate::ui::components::large_text::LargeText;
use crate::ui::components::writing::{Goes, Writing};
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

/// The button of a step.
pub const WIDTH: f32 = 92.0;
/// What an open note takes under its step: three lines, and what is around them.
pub const HEIGHT: f32 = 3.0 * face::FOCUS_HELP.leading + 40.0;
/// A note shorter than this, in points, says nothing beside its step.
const LEAST: f32 = 90.0;

/// What opens the note, or closes it; says whether it was pressed.
pub fn way(ui: &mut Ui, cx: Cx, at: usize, beat: &Beat, step: &str, rect: Rect) -> bool {
    let noted = holds(&beat.note);
    let shown = if noted { words::NOTED_STEP } else { words::NOTE_STEP };
    let (kind, ink) = match noted {
        true => (face::FOCUS_CAPTION, cx.theme.ink),
        false => (face::FOCUS_HELP, cx.theme.muted),
    };
    let mut said = words::of_step(step, words::STEP_NOTE);
    if noted {
        said = words::of_step(&said, &beat.note);
    }
    pressed(ui, cx, rect, note_way_id(at), &said, |ui, centre| {
        let galley = set::set(ui, shown, kind, ink, f32::INFINITY);
        set::paint(ui, centre - galley.size() / 2.0, &galley);
    })
}

/// The beginning of the note, after the name of its step.
pub fn first_line(ui: &Ui, cx: Cx, beat: &Beat, room: Rect) {
    let room = room.with_min_x(room.left() + GAP);
    // On the one screen there is, the room would read it.
    if !cx.view.projecting() && holds(&beat.note) && room.width() >= LEAST {
        let muted = cx.theme.muted;
        let galley = set::first_line(ui, beat.note.trim(), face::FOCUS_HELP, muted, room.width());
        set::paint(ui, pos2(room.left(), room.center().y - galley.size().y / 2.0), &galley);
    }
}

/// The note, written under its step.
pub fn text(ui: &mut Ui, cx: Cx, play: &Play, at: usize, rect: Rect, actions: &mut Actions) {
    let Some(beat) = play.beats.get(at) else { return };
    // One text, wherever it is written: here, or while one leads.
    let of = Id::unique(("leader-note", cx.design.id, play.named(at)));
    let name = words::of_step(&words::beat(beat, cx.catalogue, cx.design), words::NOTES_NAME);
    let writing = Writing {
        id: note_id(at),
        goes: Goes::StepNote(at, of),
        text: &beat.note,
        hint: words::notes_hint(!cx.view.projecting()),
        name: &name,
        face: face::FOCUS_HELP,
        ink: cx.theme.ink,
        one_line: false,
        exit: Some(note_way_id(at)),
    };
    let left = rect.left() + space::FOCUS_TARGET + GAP;
    let sheet = Rect::from_min_max(pos2(left, rect.top() + 4.0), rect.max - vec2(0.0, 8.0));
    LargeText { writing, bar: None }.show(ui, cx.theme, sheet, actions);
}
