//! A point of vigilance shows how far the talk has gone, the question that starts it, and what the group says.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::flow::Passage;
use super::page;
use super::stage::Stage;
use crate::intent::Actions;
use crate::model::catalogue::Point;
use crate::model::design::PointAnswer;
use crate::model::edit::{Edit, Target};
use crate::model::signs::holds;
use crate::text::{focus as words, values};
use crate::ui::components::{marks, ring};
use crate::ui::type_setting as set;

/// How many times the least size the point can be.
const TIMES: [f32; 4] = [1.7, 1.45, 1.2, 1.0];
/// The most lines it takes at a size larger than the least.
const LINES: usize = 2;

/// The ring, the point and its question; gives where what follows can start.
pub fn figure(ui: &mut Ui, stage: &Stage, point: &Point, room: Rect, actions: &mut Actions) -> f32 {
    let theme = stage.cx.theme;
    let state = stage.cx.design.point(&point.id).map(|answer| answer.state).unwrap_or_default();
    let radius = stage.u(30.0).max(stage.least() * 0.7);
    let left = room.left() + 2.0 * radius + stage.u(26.0);
    let width = room.right() - left;
    let face = TIMES
        .map(|times| stage.large(times))
        .into_iter()
        .find(|face| set::set(ui, &point.words, *face, theme.ink, width).rows.len() <= LINES)
        .unwrap_or_else(|| stage.large(1.0));
    let title = set::balanced(ui, &point.words, face, theme.ink, width);
    let centre = pos2(room.left() + radius, room.top() + face.leading / 2.0);
    marks::point_state_of(ui.painter(), theme, (centre, radius), state, stage.pen().mark);
    let title = set::paint(ui, pos2(left, room.top()), &title);
    let said = set::set(ui, values::point_state(state), stage.strong(), theme.vigilance, width);
    let said = set::paint(ui, pos2(left, title.bottom()), &said);
    let name = values::point_with_state(point, state);
    if !stage.is_touched() {
        page::heard(ui, stage, ("point", &point.id), Role::Label, title.union(said), &name);
    } else {
        let target =
            Rect::from_center_size(centre, vec2(2.0, 2.0) * radius).union(said).union(title);
        let target = stage.target(target);
        let response = ui.interact(target, stage.id(("point", &point.id)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
        if response.has_focus() {
            ring::disc(ui.painter(), theme.ink, centre, radius, stage.ring());
        }
        if response.clicked() {
            actions.edit(Edit::SetPoint { point: point.id.clone(), state: state.next() });
        }
    }
    said.bottom() + stage.gap()
}

/// The question; then who, until when, and what is said of it.
pub fn passages(stage: &Stage, point: &Point) -> Vec<Passage> {
    let theme = stage.cx.theme;
    let mut all = vec![Passage::said("", &point.question, theme.muted, theme.muted)];
    let none = PointAnswer::default();
    let answer = stage.cx.design.point(&point.id).unwrap_or(&none);
    let named = [
        (words::OWNER, Target::PointOwner(point.id.clone()), &answer.owner),
        (words::DEADLINE, Target::PointDeadline(point.id.clone()), &answer.deadline),
    ];
    for (name, target, text) in named {
        if holds(text) {
            let said = Passage::said(name, text.trim(), theme.vigilance, theme.ink);
            all.push(Passage { target: Some(target), ..said });
        }
    }
    all.extend(Passage::note(stage, Target::PointNote(point.id.clone()), &answer.note));
    all
}
