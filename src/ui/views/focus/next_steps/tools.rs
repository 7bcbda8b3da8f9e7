//! The buttons beside a line: up, down, remove.

use egui::{Id, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};
use uuid::Uuid;

use super::line::{add_id, id};
use crate::intent::Actions;
use crate::model::edit::Edit;
use crate::text::around as words;
use crate::ui::Cx;
use crate::ui::components::ring;
use crate::ui::theme::line;

/// What can be done of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Tool {
    Up,
    Down,
    Remove,
}

const TOOLS: [Tool; 3] = [Tool::Up, Tool::Down, Tool::Remove];

fn tool_id(key: Uuid, tool: Tool) -> Id {
    Id::unique(("next-step-tool", key, tool))
}

/// Beside the line that has the keyboard or the pointer. Gives what has the keyboard once the line is removed.
pub fn show(ui: &mut Ui, cx: Cx, rects: [Rect; 3], at: usize, actions: &mut Actions) -> Option<Id> {
    let mut reached = None;
    let steps = &cx.design.next_steps;
    let (key, last) = (steps[at].key, steps.len() - 1);
    for (tool, rect) in TOOLS.into_iter().zip(rects) {
        let (words, useful) = match tool {
            Tool::Up => (words::step_up(at + 1), at > 0),
            Tool::Down => (words::step_down(at + 1), at < last),
            Tool::Remove => (words::step_remove(at + 1), true),
        };
        if !useful {
            continue;
        }
        let response = ui.interact(rect, tool_id(key, tool), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
        ring::follow(ui, &response);
        let ink = if response.hovered() { cx.theme.ink } else { cx.theme.muted };
        paint(ui, tool, rect, Stroke::new(line::MARK, ink));
        if response.has_focus() {
            ring::around(ui.painter(), cx.theme, rect.shrink(4.0));
        }
        if !response.clicked() {
            continue;
        }
        match tool {
            Tool::Up => shift(ui, cx, at, -1, |to| kept(key, to, last, tool), actions),
            Tool::Down => shift(ui, cx, at, 1, |to| kept(key, to, last, tool), actions),
            Tool::Remove => {
                actions.edit_alone(Edit::RemoveNextSteps(vec![key]));
                // To the one that takes its place, or the last that is left.
                let next = steps.get(at + 1).or(at.checked_sub(1).map(|before| &steps[before]));
                reached = Some(next.map_or_else(add_id, |next| id(next.key, 0)));
            }
        }
    }
    reached
}

/// A line moved by a button keeps the keyboard there, or on its words once the button is of no more use.
fn kept(key: Uuid, at: usize, last: usize, tool: Tool) -> Id {
    let useful = if tool == Tool::Up { at > 0 } else { at < last };
    if useful { tool_id(key, tool) } else { id(key, 0) }
}

/// Whether the keyboard's target is a button of a line.
pub fn is_of(target: Id, key: Uuid) -> bool {
    TOOLS.iter().any(|tool| target == tool_id(key, *tool))
}

/// Two strokes that point up or down; a cross.
fn paint(ui: &Ui, tool: Tool, rect: Rect, stroke: Stroke) {
    const REACH: f32 = 7.0;
    let at = |x: f32, y: f32| rect.center() + vec2(x, y) * REACH;
    let lines = match tool {
        Tool::Up => vec![vec![at(-1.0, 0.5), at(0.0, -0.5), at(1.0, 0.5)]],
        Tool::Down => vec![vec![at(-1.0, -0.5), at(0.0, 0.5), at(1.0, -0.5)]],
        Tool::Remove => {
            vec![vec![at(-0.9, -0.9), at(0.9, 0.9)], vec![at(-0.9, 0.9), at(0.9, -0.9)]]
        }
    };
    ui.painter().extend(lines.into_iter().map(|points| Shape::line(points, stroke)));
}

/// Moves a line by so many places, and gives the keyboard to what `then` names once it is there.
pub fn shift(
    ui: &Ui,
    cx: Cx,
    at: usize,
    by: isize,
    then: impl FnOnce(usize) -> Id,
    actions: &mut Actions,
) {
    let to = at.checked_add_signed(by).filter(|to| *to < cx.design.next_steps.len());
    if let Some(to) = to {
        actions.edit_alone(Edit::MoveNextStep { key: cx.design.next_steps[at].key, to });
        ring::reach(ui.ctx(), then(to));
    }
}
