//! The six labs stand where the group placed them on this axis, above the rail: ours is among them. Nothing is
//! averaged.

use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{Plan, wider};
use crate::model::Step;
use crate::model::catalogue::{Axis, Lab};
use crate::text::{focus as words, values};
use crate::ui::Cx;
use crate::ui::components::emblem;
use crate::ui::components::rail::{Geometry, Metrics};
use crate::ui::theme::face;
use crate::ui::type_setting as set;
use crate::ui::views::focus::frame;

const EMBLEM: f32 = 28.0;
const GAP: f32 = 6.0;

/// How a lab shows over its notch: as much of it as the notches' distance holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Its name beside its emblem.
    Beside,
    /// Its name under its emblem.
    Under,
    /// Its emblem, several side by side.
    Alone,
}

impl Form {
    /// `pitch` is the distance of two notches, `margin` how far a name may stand out at a pole.
    fn of(ui: &Ui, placed: &[(&Lab, Step)], pitch: f32, margin: f32) -> Form {
        let name = |(lab, _): &(&Lab, Step)| set::width(ui, &values::kind(lab), face::FOCUS_HELP);
        let name = placed.iter().map(name).fold(0.0, f32::max);
        let holds = |width: f32| width + (width / 2.0 - margin).max(0.0) + 8.0 <= pitch;
        if holds(EMBLEM + GAP + name) {
            Form::Beside
        } else if holds(name) {
            Form::Under
        } else {
            Form::Alone
        }
    }

    fn row(self) -> f32 {
        match self {
            Form::Under => EMBLEM + face::FOCUS_HELP.leading + 4.0,
            Form::Beside | Form::Alone => EMBLEM + 4.0,
        }
    }

    fn width(self, ui: &Ui, lab: &Lab) -> f32 {
        let name = || set::width(ui, &values::kind(lab), face::FOCUS_HELP);
        match self {
            Form::Beside => EMBLEM + GAP + name(),
            Form::Under => name().max(EMBLEM),
            Form::Alone => EMBLEM,
        }
    }

    /// How many stand side by side over one notch.
    fn across(self, pitch: f32) -> usize {
        match self {
            Form::Alone => ((pitch / (EMBLEM + GAP)) as usize).max(1),
            Form::Beside | Form::Under => 1,
        }
    }
}

/// Where the group placed each of the six on `axis`.
pub fn placed<'a>(cx: Cx<'a>, axis: &Axis) -> Vec<(&'a Lab, Step)> {
    let step = |lab: &'a Lab| Some((lab, cx.design.lab_step(&lab.id, &axis.id)?));
    cx.catalogue.labs.iter().filter_map(step).collect()
}

/// The height they take above the rail.
pub fn height(ui: &Ui, cx: Cx, axis: &Axis, room: Rect, metrics: &Metrics) -> f32 {
    if !cx.view.labs_on_axes {
        return 0.0;
    }
    let placed = placed(cx, axis);
    let pitch = room.width() / (Step::COUNT - 1) as f32;
    let form = Form::of(ui, &placed, pitch, margin(ui));
    let most = Step::all().map(|step| placed.iter().filter(|(_, at)| *at == step).count()).max();
    let rows = most.unwrap_or(0).div_ceil(form.across(pitch));
    if rows == 0 { 0.0 } else { rows as f32 * form.row() + metrics.halo }
}

/// A name may stand in the page's margin.
fn margin(ui: &Ui) -> f32 {
    frame::edge(ui.ctx().content_rect().width()) - 10.0
}

pub fn show(ui: &Ui, cx: Cx, axis: &Axis, plan: &Plan, moved: Vec2) {
    if !cx.view.labs_on_axes {
        return;
    }
    let geometry = Geometry::new(plan.rail.translate(moved), plan.metrics);
    let placed = placed(cx, axis);
    let form = Form::of(ui, &placed, geometry.pitch(), margin(ui));
    let across = form.across(geometry.pitch());
    // At the poles the names stay within the page, and in its margin only if they must.
    let widest = placed.iter().map(|(lab, _)| form.width(ui, lab)).fold(0.0, f32::max);
    let out = (widest * 1.5 + 8.0 - geometry.pitch()).clamp(0.0, margin(ui).max(0.0));
    let room = wider(plan.poles, out);
    for step in Step::all() {
        let here: Vec<_> = placed.iter().filter(|(_, at)| *at == step).collect();
        for (rank, (lab, _)) in here.iter().enumerate() {
            let (row, column) = (rank / across, rank % across);
            let in_row = (here.len() - row * across).min(across) as f32;
            let each = form.width(ui, lab);
            let whole = in_row * each + (in_row - 1.0) * GAP;
            let start = geometry.at(step).x - whole / 2.0;
            let start = start.clamp(room.left(), (room.right() - whole).max(room.left()));
            let left = start + column as f32 * (each + GAP);
            let top = plan.labs + moved.y - (row + 1) as f32 * form.row();
            let place = Rect::from_min_size(pos2(left, top), vec2(each, form.row()));
            one(ui, cx, axis, (lab, step), form, place);
        }
    }
}

fn one(ui: &Ui, cx: Cx, axis: &Axis, (lab, step): (&Lab, Step), form: Form, place: Rect) {
    let left = if form == Form::Under { place.center().x - EMBLEM / 2.0 } else { place.left() };
    let square = Rect::from_min_size(pos2(left, place.top()), vec2(EMBLEM, EMBLEM));
    emblem::paint(ui.painter(), cx.theme, &lab.id, square, cx.theme.paper);
    let name = values::kind(lab);
    let galley = set::set(ui, &name, face::FOCUS_HELP, cx.theme.ink, f32::INFINITY);
    match form {
        Form::Beside => {
            let top = square.center().y - galley.size().y / 2.0 + 1.0;
            set::paint(ui, pos2(square.right() + GAP, top), &galley);
        }
        Form::Under => {
            set::paint(ui, pos2(place.left(), square.bottom()), &galley);
        }
        Form::Alone => {}
    }
    let id = Id::unique(("lab-on-axis", &axis.id, &lab.id));
    let response = ui.interact(place, id, Sense::hover());
    let said = words::lab_at(&name, &values::step(axis, Some(step)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if !cx.projected() {
        response.on_hover_text(&said);
    }
}
