//! What can be written of the step that the room looks at: each of its texts has a way to it here, whether or not there is
//! something in it. The room sees nothing of one that is empty, and neither does its image.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::part::Part;
use crate::intent::leading::Lead;
use crate::intent::{Action, Actions};
use crate::model::edit::{Edit, Target};
use crate::text::{leader as words, places};
use crate::ui::components::button::{self, Rank};
use crate::ui::components::{Look, ring};
use crate::ui::room;
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

const GAP: f32 = 10.0;
const PAD: f32 = 14.0;

/// The texts that can be written now.
fn targets(part: Part) -> Vec<Target> {
    let leading = part.leading;
    let busy = leading.writing.is_some() || leading.alone.is_some() || leading.cover.is_some();
    if !leading.is_live() || busy { Vec::new() } else { room::targets(leading.scene()) }
}

/// The height that the ways to them take.
pub fn height(part: Part) -> f32 {
    if targets(part).is_empty() { 0.0 } else { space::FOCUS_TARGET + GAP }
}

/// Shows them on one line at the top of `room`; gives the height that they take.
pub fn show(ui: &mut Ui, part: Part, room: Rect, actions: &mut Actions) -> f32 {
    let theme = part.cx.theme;
    let targets = targets(part);
    if targets.is_empty() {
        return 0.0;
    }
    let middle = room.top() + space::FOCUS_TARGET / 2.0;
    let label = set::set(ui, words::WRITE, face::STRONG, theme.muted, f32::INFINITY);
    let at = set::paint(ui, pos2(room.left(), middle - label.size().y / 2.0), &label);
    let mut left = at.right() + GAP;
    for target in targets {
        let short = places::short_text(&target);
        let galley = set::set(ui, short, face::STRONG, theme.ink, f32::INFINITY);
        let width = (galley.size().x + 2.0 * PAD).max(space::FOCUS_TARGET);
        let rect = Rect::from_min_size(pos2(left, room.top()), vec2(width, space::FOCUS_TARGET));
        left = rect.right() + GAP;
        let response = ui.interact(rect, Id::unique(("leader-write", short)), Sense::click());
        let name = words::write(&target);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
        ring::follow(ui, &response);
        button::paint(ui, theme, rect, "", Rank::Outlined, Look::of(&response));
        set::paint(ui, rect.center() - galley.size() / 2.0, &galley);
        if response.clicked() {
            write(part, target, actions);
        }
    }
    height(part)
}

fn write(part: Part, target: Target, actions: &mut Actions) {
    if let Target::Disagreement(axis) = &target
        && part.cx.design.axis(axis).is_none_or(|answer| answer.disagreement.is_none())
    {
        // It is there from the first word on, as on the page of the axis.
        let (axis, disagreement) = (axis.clone(), Some(Default::default()));
        actions.edit(Edit::Disagree { axis, disagreement });
    }
    actions.push(Action::Lead(Lead::Write(target)));
}
