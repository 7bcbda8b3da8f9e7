//! What a hand, a key or a screen reader asks of a handle.

use egui::{Event, Id, Key, Modifiers, PointerButton, Pos2, Response, Ui, Vec2};

use crate::model::Step;
use crate::ui::components::ring;
use crate::ui::reduced;

/// A drag under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gesture {
    /// Where the handle was when it began.
    pub from: Option<Step>,
    /// A finger that goes up or down turns the page, it does not place.
    pub scrolls: bool,
}

/// Whether Escape has just ended the drag: the toolkit stops it, the button still down.
pub fn given_up(ui: &Ui, response: &Response) -> bool {
    response.drag_stopped() && ui.input(|input| input.key_pressed(Key::Escape))
}

/// Where the button was let go during this pass: the pointer may already be elsewhere.
pub fn released_at(ui: &Ui) -> Option<Pos2> {
    let at = ui.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::PointerButton {
                pos, button: PointerButton::Primary, pressed: false, ..
            } => Some(*pos),
            _ => None,
        })
    });
    at.map(|at| reduced::in_layer(ui, at))
}

pub fn swipes(ui: &Ui) -> bool {
    ui.input(|input| {
        let (from, to) = (input.pointer.press_origin(), input.pointer.latest_pos());
        let gone = from.zip(to).map_or(Vec2::ZERO, |(from, to)| to - from);
        input.any_touches() && gone.y.abs() > gone.x.abs()
    })
}

/// Where the keys of this pass lead a handle that has the keyboard, in the order they came: several can come in one.
pub fn keys_of(ui: &Ui, id: Id, from: Option<Step>) -> Option<Option<Step>> {
    ring::take_arrows(ui, id);
    let mut to = None;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } = event else {
                return true;
            };
            let Some(next) = after_key(to.unwrap_or(from), *key) else { return true };
            to = Some(next);
            false
        });
    });
    to
}

/// Where a key leads from `step`; `None` for a key that is not a rail's.
pub fn after_key(step: Option<Step>, key: Key) -> Option<Option<Step>> {
    match key {
        Key::ArrowRight | Key::ArrowUp => Some(moved(step, 1)),
        Key::ArrowLeft | Key::ArrowDown => Some(moved(step, -1)),
        Key::Home => Some(Some(Step::LEFT)),
        Key::End => Some(Some(Step::RIGHT)),
        Key::Delete | Key::Backspace => Some(None),
        _ => None,
    }
}

/// Where a screen reader asks a handle to go: to a step, or by so many notches.
pub fn asked_by_reader(ui: &Ui, id: Id, from: Option<Step>) -> Option<Option<Step>> {
    use egui::accesskit::{Action, ActionData};
    ui.input(|input| {
        let count = |action| input.num_accesskit_action_requests(id, action) as i8;
        let by = count(Action::Increment) - count(Action::Decrement);
        let set =
            input.accesskit_action_requests(id, Action::SetValue).find_map(|asked| {
                match asked.data {
                    Some(ActionData::NumericValue(value)) => {
                        Some(Step::nearest(value as f32 + 3.0))
                    }
                    _ => None,
                }
            });
        set.map(Some).or_else(|| (by != 0).then(|| moved(from, by)))
    })
}

/// So many notches further. A rail that is not placed starts in the middle: the first only brings the handle there.
pub fn moved(step: Option<Step>, notches: i8) -> Option<Step> {
    Some(match step {
        Some(step) => step.moved(notches),
        None => Step::MIDDLE.moved(notches - notches.signum()),
    })
}
