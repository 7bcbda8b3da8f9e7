//! The labels of what the group says of an axis, and the buttons beside them.

use egui::{Id, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::ids::{id, mark_id};
use super::pile::placed;
use crate::intent::Action;
use crate::intent::view::Toggle;
use crate::model::Step;
use crate::model::catalogue::Axis;
use crate::model::design::{AxisAnswer, Disagreement};
use crate::model::edit::Edit;
use crate::text::focus as words;
use crate::ui::Cx;
use crate::ui::components::button;
use crate::ui::components::choice;
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

pub fn way_id(axis: &Axis, what: &str) -> Id {
    id(&axis.id).with(("way", what))
}

pub fn disagreement_id(axis: &Axis) -> Id {
    id(&axis.id).with("disagreement")
}

/// A button of a label's row.
pub struct Way {
    /// The keyboard's target: the button that takes its place has the same, and keeps the keyboard.
    pub id: Id,
    pub words: &'static str,
    pub action: Action,
    /// A text that takes the keyboard.
    pub then: Option<Id>,
    /// An end of the span that it shows.
    pub mark: Option<Id>,
}

/// Projected, what was recorded stands; what is to be recorded has its button, as the texts have their boxes.
pub fn disagreement_ways(
    cx: Cx,
    axis: &Axis,
    step: Option<Step>,
    disagreement: &Disagreement,
) -> Vec<Way> {
    if cx.projected() {
        return Vec::new();
    }
    let span = |span| Action::Edit(Edit::Span { axis: axis.id.clone(), span });
    let middle = step.unwrap_or(Step::MIDDLE);
    let (words, action) = match disagreement.span {
        Some(_) => (words::REMOVE_SPAN, span(None)),
        // A notch on each side of where our lab is, to be moved.
        None => (words::ADD_SPAN, span(Some((middle.moved(-1), middle.moved(1))))),
    };
    let mark = disagreement.span.is_none().then(|| mark_id(&axis.id));
    let removed = Edit::Disagree { axis: axis.id.clone(), disagreement: None };
    vec![
        Way { id: way_id(axis, "span"), words, action, then: None, mark },
        Way {
            id: way_id(axis, "disagreement"),
            words: words::REMOVE_DISAGREEMENT,
            action: Action::Edit(removed),
            then: None,
            mark: None,
        },
    ]
}

pub fn note_ways(cx: Cx, axis: &Axis, answer: &AxisAnswer) -> Vec<Way> {
    let mut ways = Vec::new();
    if !placed(cx, axis).is_empty() && !cx.projected() {
        let words = if cx.view.labs_on_axes { words::HIDE_LABS } else { words::SHOW_LABS };
        let action = Action::Toggle(Toggle::LabsOnAxes);
        ways.push(Way { id: way_id(axis, "labs"), words, action, then: None, mark: None });
    }
    if answer.disagreement.is_none() {
        let disagreement = Some(Disagreement::default());
        let edit = Edit::Disagree { axis: axis.id.clone(), disagreement };
        let then = Some(disagreement_id(axis));
        let (id, words) = (way_id(axis, "disagreement"), words::ADD_DISAGREEMENT);
        ways.push(Way { id, words, action: Action::Edit(edit), then, mark: None });
    }
    ways
}

/// The height of the label of a text and of its buttons at `width`.
pub fn head_height(
    ui: &Ui,
    cx: Cx,
    axis: &Axis,
    answer: &AxisAnswer,
    part: Part,
    width: f32,
) -> f32 {
    let rect = Rect::from_min_size(Pos2::ZERO, vec2(width, 0.0));
    match (part, &answer.disagreement) {
        (Part::Disagreement, Some(disagreement)) => {
            let ways = disagreement_ways(cx, axis, answer.step, disagreement);
            places(ui, words::DISAGREEMENT, &ways, rect).1
        }
        _ => places(ui, words::NOTE, &note_ways(cx, axis, answer), rect).1,
    }
}

/// The two texts under a rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Disagreement,
    Note,
}

/// Where the buttons stand: at the right of the label, or in rows under it when they do not hold there. Gives the
/// height that label and buttons take, up to the text.
pub fn places(ui: &Ui, label: &str, ways: &[Way], rect: Rect) -> (Vec<Rect>, f32) {
    let sizes: Vec<Vec2> = ways.iter().map(|way| button::large_size(ui, way.words)).collect();
    let taken: f32 = sizes.iter().map(|size| size.x + space::CELL).sum();
    if ways.is_empty() {
        return (Vec::new(), face::FOCUS_CAPTION.leading + 4.0);
    }
    let words = set::width(ui, label, face::FOCUS_CAPTION);
    if words + taken <= rect.width() {
        let mut left = rect.right() - taken + space::CELL;
        let place = |size: Vec2| {
            let place = Rect::from_min_size(pos2(left, rect.top()), size);
            left = place.right() + space::CELL;
            place
        };
        return (sizes.into_iter().map(place).collect(), ROW);
    }
    let label = face::FOCUS_CAPTION.leading + 4.0;
    let (places, height) = choice::flow(rect.translate(vec2(0.0, label)), &sizes);
    (places, label + height + AFTER)
}

/// Under a label and its buttons.
pub const AFTER: f32 = 8.0;

/// A label and its buttons on one row.
pub const ROW: f32 = button::LARGE_HEIGHT + AFTER;

/// From the top of the buttons of a row to its label.
pub const MIDDLE: f32 = 14.0;
