//! « Et eux, où les placer ? » puts one of the six labs on the five axes, as the group reads it. The source gives no
//! position: none is suggested, nothing is averaged.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::breaks::{self, Breaks, Paged};
use super::frame;
use super::part::Part;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::Step;
use crate::model::catalogue::{Axis, Lab};
use crate::text::{interface, labs as words, values};
use crate::ui::Cx;
use crate::ui::components::axis_rail::AxisRail;
use crate::ui::components::emblem;
use crate::ui::components::rail::Metrics;
use crate::ui::theme::{Face, face, space};
use crate::ui::type_setting as set;

const EMBLEM: f32 = 80.0;
/// From this width on, the emblem stands beside the name, and the place in words between the poles.
const WIDE: f32 = space::BESIDE;
/// From this width on, the place in words is set larger: it holds between the longest poles.
const LARGE_VALUE: f32 = 1100.0;
/// Between the poles of one axis.
const BETWEEN_POLES: f32 = 32.0;
const GAP: f32 = 6.0;
const MOST_SPARE: f32 = 24.0;
/// How far into the rail's own margin the place in words goes.
const UNDER_HANDLE: f32 = 4.0;

/// The keyboard's target on the rail of a lab.
pub fn id(lab: &str, axis: &str) -> Id {
    Id::unique(("placing", lab, axis))
}

pub fn show(ui: &mut Ui, cx: Cx, lab: &str, actions: &mut Actions) {
    let Some(lab) = cx.catalogue.lab(lab) else { return };
    let low = frame::is_low(ui.max_rect());
    frame::show(ui, cx, &Focus::Placing(lab.id.clone()), actions, |ui, room, actions| {
        let plan = Plan::of(ui, cx, lab, room, low);
        frame::paged(ui, cx, &lab.id, room, plan.height, &plan.breaks, |ui, origin| {
            plan.show(ui, cx, origin - room.min, actions);
        });
    });
}

/// The step laid out.
struct Plan<'a> {
    lab: &'a Lab,
    emblem: Option<Rect>,
    head: Part,
    rows: Vec<Row<'a>>,
    breaks: Breaks,
    height: f32,
}

/// An axis laid out.
struct Row<'a> {
    axis: &'a Axis,
    poles: Rect,
    names: [Arc<Galley>; 2],
    /// When the help is asked for.
    help: Option<[Arc<Galley>; 2]>,
    help_top: f32,
    /// The middle of the place in words.
    value: egui::Pos2,
    rail: Rect,
    bottom: f32,
}

impl Paged for Plan<'_> {
    fn height(&self) -> f32 {
        self.height
    }

    fn breaks(&self) -> &Breaks {
        &self.breaks
    }
}

impl<'a> Plan<'a> {
    /// In the largest names that need no more pages than the smallest: a page that shows one axis says little of a lab.
    fn of(ui: &Ui, cx: Cx<'a>, lab: &'a Lab, room: Rect, low: bool) -> Plan<'a> {
        let largest = name_face(ui, cx, room.width());
        let lay_out = |face| Plan::in_face(ui, cx, lab, room, low, face);
        let plan = breaks::largest(&[largest, face::FOCUS_CAPTION], room.height(), lay_out);
        plan.unwrap_or_else(|| lay_out(largest))
    }

    fn in_face(ui: &Ui, cx: Cx<'a>, lab: &'a Lab, room: Rect, low: bool, names: Face) -> Plan<'a> {
        let wide = room.width() >= WIDE;
        let emblem = wide.then(|| Rect::from_min_size(room.min, Vec2::splat(EMBLEM)));
        let left = emblem.map_or(room.left(), |rect| rect.right() + 20.0);
        let (head, bottom) = head(ui, cx, lab, room.with_min_x(left), low);
        let top = bottom.max(emblem.map_or(0.0, |rect| rect.bottom())) + GAP + 2.0;
        let lay_out = |spare: f32| {
            let mut rows: Vec<Row<'a>> = Vec::new();
            for axis in &cx.catalogue.axes {
                let top = rows.last().map_or(top + spare / 2.0, |row| row.bottom + GAP + spare);
                rows.push(Row::of(ui, cx, axis, room.with_min_y(top), names));
            }
            rows
        };
        let rows = lay_out(0.0);
        let bottom = rows.last().map_or(top, |row| row.bottom);
        let spare = (room.bottom() - bottom) / (cx.catalogue.axes.len() as f32 - 0.5);
        let rows = if spare > 0.0 { lay_out(spare.min(MOST_SPARE)) } else { rows };
        let bottom = rows.last().map_or(top, |row| row.bottom);
        let ends = rows.iter().map(|row| row.bottom - room.top());
        let breaks = Breaks::rows([top - GAP - room.top()].into_iter().chain(ends));
        Plan { lab, emblem, head, rows, breaks, height: bottom - room.top() }
    }

    fn show(&self, ui: &mut Ui, cx: Cx, moved: Vec2, actions: &mut Actions) {
        let lab = self.lab;
        if let Some(rect) = self.emblem {
            emblem::paint(ui.painter(), cx.theme, &lab.id, rect.translate(moved), cx.theme.paper);
        }
        self.head.show(ui, Id::unique(("placing-head", &lab.id)), moved);
        for row in &self.rows {
            row.show(ui, cx, lab, moved, actions);
        }
    }
}

/// Who it is, what this kind of lab does, and that the source gives no position; gives where they end. On a low window
/// the rails come first: what it does is on its card.
fn head(ui: &Ui, cx: Cx, lab: &Lab, room: Rect, low: bool) -> (Part, f32) {
    let faces = [face::FOCUS_LONG_TITLE, face::FOCUS_CAPTION];
    let title = set::fitted(ui, &lab.title, &faces, room.width());
    let name = interface::name_and_year(lab);
    let (ink, muted) = (cx.theme.ink, cx.theme.muted);
    let lines = [
        (lab.title.as_str(), title, ink),
        (&name, face::FOCUS_HELP, muted),
        (&lab.purpose, face::FOCUS_HELP, ink),
        (words::NO_POSITION, face::FOCUS_HELP, muted),
    ];
    let shown = lines.iter().enumerate().filter(|(rank, _)| !low || matches!(rank, 0 | 3));
    let (mut texts, mut y) = (Vec::new(), room.top());
    for (_, (text, face, colour)) in shown {
        let galley = set::set(ui, text, *face, *colour, room.width());
        let at = pos2(room.left(), y);
        y += galley.size().y;
        texts.push((at, galley));
    }
    let said = lines.map(|line| line.0).join(" ");
    (Part { role: Role::Heading, texts, said }, y)
}

/// One size for the ten poles: the largest in which no word of any of them is cut.
fn name_face(ui: &Ui, cx: Cx, width: f32) -> Face {
    let faces = [face::FOCUS_ZONE, face::FOCUS_CAPTION];
    let half = (width - BETWEEN_POLES) / 2.0;
    let names = cx.catalogue.axes.iter().flat_map(|axis| [&axis.left.name, &axis.right.name]);
    let fitted = names.map(|name| set::fitted(ui, name, &faces, half));
    fitted.min_by(|a, b| a.size.total_cmp(&b.size)).unwrap_or(face::FOCUS_CAPTION)
}

/// What each pole has of the width: half of it, or what the other leaves when its own half would break a word.
fn rooms(ui: &Ui, axis: &Axis, face: Face, width: f32) -> [f32; 2] {
    let both = width - BETWEEN_POLES / 2.0;
    let half = both / 2.0;
    let [left, right] = [&axis.left.name, &axis.right.name].map(|name| set::width(ui, name, face));
    match (left <= half, right <= half) {
        (true, false) => [left, both - left],
        (false, true) => [both - right, right],
        _ => [half, half],
    }
}

impl<'a> Row<'a> {
    fn of(ui: &Ui, cx: Cx, axis: &'a Axis, room: Rect, face: Face) -> Row<'a> {
        let half = (room.width() - BETWEEN_POLES) / 2.0;
        let (ink, muted) = (cx.theme.ink, cx.theme.muted);
        let [left, right] = rooms(ui, axis, face, room.width());
        let names = [
            set::balanced(ui, &axis.left.name, face, ink, left),
            set::balanced_right(ui, &axis.right.name, face, ink, right),
        ];
        let help = cx.view.help.then(|| {
            let small = face::FOCUS_HELP;
            [
                set::balanced(ui, &axis.left.help, small, muted, half),
                set::balanced_right(ui, &axis.right.help, small, muted, half),
            ]
        });
        let highest = |pair: &[Arc<Galley>; 2]| pair[0].size().y.max(pair[1].size().y);
        let poles = Rect::from_min_size(room.min, vec2(room.width(), highest(&names)));
        let rail_top = poles.bottom() + help.as_ref().map_or(0.0, highest);
        let metrics = Metrics::MEDIUM;
        // The end notches are flush with the names of the poles.
        let wider = metrics.inset - metrics.line / 2.0;
        let rail =
            Rect::from_min_size(pos2(room.left(), rail_top), vec2(room.width(), metrics.height()));
        let rail = rail.expand2(vec2(wider, 0.0));
        let (value, bottom) = if room.width() >= WIDE {
            (pos2(room.center().x, poles.top() + face.leading / 2.0), rail.bottom())
        } else {
            // Under the handle itself, in what is kept around it for a ring.
            let bottom = rail.bottom() + face::FOCUS_HELP.leading - UNDER_HANDLE;
            (pos2(room.center().x, bottom - face::FOCUS_HELP.leading / 2.0), bottom)
        };
        Row { axis, poles, names, help, help_top: poles.bottom(), value, rail, bottom }
    }

    fn show(&self, ui: &mut Ui, cx: Cx, lab: &Lab, moved: Vec2, actions: &mut Actions) {
        let axis = self.axis;
        let poles = self.poles.translate(moved);
        for (index, name) in self.names.iter().enumerate() {
            let x = if index == 0 { poles.left() } else { poles.right() };
            // Both on their last line, next to the rail.
            let rect = set::paint(ui, pos2(x, poles.bottom() - name.size().y), name);
            if let Some(help) = &self.help {
                set::paint(ui, pos2(x, self.help_top + moved.y), &help[index]);
            }
            let pole = if index == 0 { &axis.left } else { &axis.right };
            let said = values::pole(pole);
            let response =
                ui.interact(rect, id(&lab.id, &axis.id).with(("pole", index)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        }
        let step = self.rail(ui, cx, lab, moved, actions);
        // « à placer » is written on the rail itself.
        if step.is_some() {
            let words = values::step(axis, step);
            let large = self.poles.width() >= LARGE_VALUE;
            let face = if large { face::FOCUS_SMALL } else { face::FOCUS_HELP };
            let galley = set::set(ui, &words, face, cx.theme.ink, f32::INFINITY);
            set::paint(ui, self.value + moved - galley.size() / 2.0, &galley);
        }
    }

    fn rail(
        &self,
        ui: &mut Ui,
        cx: Cx,
        lab: &Lab,
        moved: Vec2,
        actions: &mut Actions,
    ) -> Option<Step> {
        let axis = self.axis;
        let id = id(&lab.id, &axis.id);
        let rail = AxisRail { id, axis, lab: Some(lab), answers_hover: true };
        let rect = self.rail.translate(moved);
        let placed = rail.show(ui, cx, rect, Metrics::MEDIUM, actions);
        ui.ctx().accesskit_node_builder(placed.response.id, |node| {
            node.set_description(values::axis_help(axis));
        });
        placed.step
    }
}
