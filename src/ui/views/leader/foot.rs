//! The foot stands under the columns: one goes along the order of play there, chooses what stands in front of the
//! image, and finds the way out.

use egui::{EventFilter, Id, Rect, Stroke, Ui, pos2, vec2};

use super::part::{FOOT, Part, keyed};
use crate::intent::leading::{Cover, Lead, Pointer};
use crate::intent::{Action, Actions, Command};
use crate::text::{commands, leader as words};
use crate::ui::components::button::Rank;
use crate::ui::theme::{line, space};

const HEIGHT: f32 = 48.0;
const GAP: f32 = 10.0;
/// Three rows of two, and what is around them.
pub const LOW: f32 = 3.0 * HEIGHT + 2.0 * GAP + 24.0;

/// « Suivant »: it has the keyboard when a step has nothing to press.
pub fn next_id() -> Id {
    Id::unique("leader-next")
}

/// Whether a button keeps the keyboard from one step to the next.
pub fn keeps(id: Id) -> bool {
    id == next_id() || id == previous_id()
}

fn previous_id() -> Id {
    Id::unique("leader-previous")
}

/// Under the buttons, nothing is pressed.
pub fn free(window: Rect) -> Rect {
    let under = FOOT - 14.0 - HEIGHT;
    window.with_min_y(window.bottom() - under + 1.0).shrink2(vec2(space::EDGE, 0.0))
}

/// Six buttons, two under each column.
pub fn show(ui: &mut Ui, part: Part, foot: Rect, columns: &[Rect; 3], actions: &mut Actions) {
    let hair = Stroke::new(line::THIN, part.cx.theme.hair);
    ui.painter().hline(foot.x_range(), foot.top(), hair);
    let top = foot.top() + 14.0;
    let row = |column: Rect, share: f32| {
        let room = column.width() - GAP;
        let first = Rect::from_min_size(pos2(column.left(), top), vec2(room * share, HEIGHT));
        [first, first.with_min_x(first.right() + GAP).with_max_x(column.right())]
    };
    let [previous, next] = row(columns[0], 0.325);
    let [black, pointer] = row(columns[1], 0.5);
    let [lock, quit] = row(columns[2], 0.5);
    buttons(ui, part, [previous, next, black, pointer, lock, quit], actions);
}

/// In a small window: three rows of two.
pub fn low(ui: &mut Ui, part: Part, rect: Rect, actions: &mut Actions) {
    let width = (rect.width() - GAP) / 2.0;
    let at = |index: usize| {
        let (row, column) = ((index / 2) as f32, (index % 2) as f32);
        let moved = vec2(column * (width + GAP), 12.0 + row * (HEIGHT + GAP));
        Rect::from_min_size(rect.min + moved, vec2(width, HEIGHT))
    };
    buttons(ui, part, std::array::from_fn(at), actions);
}

fn buttons(ui: &mut Ui, part: Part, at: [Rect; 6], actions: &mut Actions) {
    let leading = part.leading;
    for id in [previous_id(), next_id()] {
        // The arrows of a remote lead on from here: they do not move the keyboard.
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    }
    let [previous, next, black, pointer, lock, quit] = at;
    let mut press = |rect, id, words, rank, action: Action| {
        if keyed(ui, part, rect, id, words, rank) {
            actions.push(action);
        }
    };
    let before = (words::PREVIOUS, commands::PAGE_UP);
    press(previous, previous_id(), before, Rank::Outlined, Action::Lead(Lead::Turn(-1)));
    let after = (words::FOLLOWING, commands::PAGE_DOWN);
    press(next, next_id(), after, Rank::Primary, Action::Lead(Lead::Turn(1)));
    let dark = leading.cover == Some(Cover::Black);
    let image = (if dark { words::BLACK_OFF } else { words::BLACK }, words::BLACK_KEY);
    let id = Id::unique("leader-black");
    press(black, id, image, Rank::Outlined, Action::Lead(Lead::Cover(Cover::Black)));
    let out = leading.pointer.on;
    let point = (if out { words::POINTER_OFF } else { words::POINTER }, commands::CTRL);
    let turned = Pointer { on: !out, at: None, held: false };
    let id = Id::unique("leader-pointer");
    press(pointer, id, point, Rank::Outlined, Action::Lead(Lead::Pointer(turned)));
    let id = Id::unique("leader-lock");
    press(lock, id, (words::LOCK, ""), Rank::Outlined, Action::Lead(Lead::Lock(true)));
    let (out, action) = if leading.interrupts() {
        (words::BACK_TO_WORKSHOP, Action::Command(Command::Project))
    } else if leading.apart().is_none() {
        (words::BACK_TO_ROOM, Action::Lead(Lead::Aids))
    } else {
        (words::QUIT, Action::Command(Command::Project))
    };
    press(quit, Id::unique("leader-quit"), (out, words::ESCAPE), Rank::Outlined, action);
}
