//! The rail of an axis: where our lab stands on it, or where the group places one of the six. It draws the rail, says its
//! place in words, and pushes the edit of whoever moves it: no view pairs a rail with an edit itself.

use egui::{Id, Rect, Response, Ui};

use super::rail::{Geometry, Metrics, Rail, Span};
use crate::intent::{Action, Actions};
use crate::model::Step;
use crate::model::catalogue::{Axis, Lab};
use crate::model::edit::Edit;
use crate::text::{focus as words, labs, values};
use crate::ui::Cx;

/// A rail of an axis, to be shown.
#[derive(Clone, Copy)]
pub struct AxisRail<'a> {
    pub id: Id,
    pub axis: &'a Axis,
    /// The one of the six that the group places; none for our own.
    pub lab: Option<&'a Lab>,
    /// As [`Rail::answers_hover`].
    pub answers_hover: bool,
}

/// A rail as it was shown.
pub struct Placed {
    /// Where its handle now is.
    pub step: Option<Step>,
    /// It was moved during this pass.
    pub moved: bool,
    pub response: Response,
}

impl AxisRail<'_> {
    fn step(&self, cx: Cx) -> Option<Step> {
        match self.lab {
            Some(lab) => cx.design.lab_step(&lab.id, &self.axis.id),
            None => cx.design.axis(&self.axis.id)?.step,
        }
    }

    /// The span of the recorded disagreement, which is about our own lab.
    fn span(&self, cx: Cx) -> Option<(Step, Step)> {
        let ours = cx.design.axis(&self.axis.id).filter(|_| self.lab.is_none());
        ours?.disagreement.as_ref()?.span
    }

    fn edit(&self, step: Option<Step>) -> Edit {
        let axis = self.axis.id.clone();
        match self.lab {
            Some(lab) => Edit::PlaceLab { lab: lab.id.clone(), axis, step },
            None => Edit::Place { axis, step },
        }
    }

    /// The whole rail in words, its place included.
    pub fn said(&self, cx: Cx) -> String {
        let said = values::axis_with_step(self.axis, self.step(cx));
        self.lab.map_or(said.clone(), |lab| labs::rail(lab, &said))
    }

    fn with<T>(&self, cx: Cx, show: impl FnOnce(&Rail) -> T) -> T {
        show(&Rail {
            id: self.id,
            step: self.step(cx),
            span: self.span(cx),
            unplaced: &values::step(self.axis, None),
            name: &self.said(cx),
            answers_hover: self.answers_hover,
        })
    }

    /// Shows it in `rect`, and pushes the edit of whoever moves it.
    pub fn show(
        &self,
        ui: &mut Ui,
        cx: Cx,
        rect: Rect,
        metrics: Metrics,
        actions: &mut Actions,
    ) -> Placed {
        let (moved, response) = self.with(cx, |rail| rail.show(ui, cx.theme, rect, metrics));
        push(actions, moved.to.map(|step| self.edit(step)), moved.released);
        let step = moved.to.unwrap_or(self.step(cx));
        Placed { step, moved: moved.to.is_some(), response }
    }

    /// Draws it where nothing can be touched; gives where its handle is.
    pub fn draw(&self, ui: &Ui, cx: Cx, rect: Rect, metrics: Metrics) -> Option<Step> {
        self.with(cx, |rail| rail.draw(ui, cx.theme, rect, metrics));
        self.step(cx)
    }

    /// Shows the two ends of the recorded disagreement at the height `y`, each a handle, when it has a span.
    pub fn show_span(
        &self,
        ui: &mut Ui,
        cx: Cx,
        geometry: &Geometry,
        y: f32,
        actions: &mut Actions,
    ) {
        let Some(ends) = self.span(cx) else { return };
        let name = values::axis(self.axis);
        let said = [(ends.0, true), (ends.1, false)]
            .map(|(step, left)| words::span_end(&name, left, &values::step(self.axis, Some(step))));
        let names = [said[0].as_str(), said[1].as_str()];
        let span = Span { id: span_id(self.id), ends, names };
        let spanned = span.show(ui, cx.theme, geometry, y);
        let axis = self.axis.id.clone();
        push(actions, spanned.to.map(|to| Edit::Span { axis, span: Some(to) }), spanned.released);
    }
}

/// The keyboard's target on the two ends of the span of a rail: each is this one, with its rank.
pub fn span_id(rail: Id) -> Id {
    rail.with("span")
}

/// A gesture that is over is a step to undo.
fn push(actions: &mut Actions, edit: Option<Edit>, released: bool) {
    edit.into_iter().for_each(|edit| actions.edit(edit));
    if released {
        actions.push(Action::EndStep);
    }
}
