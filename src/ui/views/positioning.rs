//! « Où se place-t-il ? » shows five rails, two poles each, neither better than the other.

use std::sync::Arc;

use egui::{Align, Galley, Id, Key, Rangef, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::intent::view::Focus;
use crate::intent::{Action, Actions, Command};
use crate::model::Step;
use crate::model::catalogue::{Axis, Zone};
use crate::model::design::AxisAnswer;
use crate::model::place::Place;
use crate::model::progress;
use crate::text::{interface as words, values};
use crate::ui::Cx;
use crate::ui::columns::Columns;
use crate::ui::components::axis_rail::{AxisRail, Placed};
use crate::ui::components::note::{self, Note};
use crate::ui::components::rail::{Geometry, Metrics};
use crate::ui::components::zone_title::Head;
use crate::ui::components::{button, plate, title, zone_title};
use crate::ui::theme::face;
use crate::ui::type_setting as set;

/// Height of a rail itself: its handle, and the ring around it.
const RAIL: f32 = 25.0;
/// As [`RAIL`], when room is scarce.
const COMPACT_RAIL: f32 = 24.0;
/// Between the poles of one axis.
const BETWEEN_POLES: f32 = 16.0;
/// What a rail takes at most when there is room to spare.
const MOST_SPARE: f32 = 36.0;
/// From this width on, two rails side by side.
const TWO_COLUMNS: f32 = 700.0;

/// Between two rails, one above the other.
fn gap(cx: Cx) -> f32 {
    if cx.compact { 0.0 } else { 2.0 }
}

/// From the title's rule to the first poles, whose own leading is part of it.
fn after_title(cx: Cx) -> f32 {
    zone_title::after(cx) - 4.0
}

pub fn height(ui: &Ui, cx: Cx, width: f32) -> f32 {
    let rows = rows(ui, cx, width).iter().map(|row| row.1 + gap(cx)).sum::<f32>();
    zone_title::HEIGHT + after_title(cx) + rows - gap(cx)
}

pub fn show(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let count = values::axes(progress::axes(cx.catalogue, cx.design));
    let title = cx.catalogue.title(Zone::Positioning);
    let words = if cx.view.help { words::HIDE_HELP } else { words::SHOW_HELP };
    let action = set::width(ui, words, face::STRONG_CAPTION);
    let head = Head { zone: Zone::Positioning, title, note: &count, action };
    let note = zone_title::show(ui, cx, &head, rect, actions);
    let at = zone_title::action_at(rect, note);
    if button::quiet(ui, cx.theme, at, true, help_id(), words).clicked() {
        actions.push(Action::Command(Command::PoleHelp));
    }

    let rows = rows(ui, cx, rect.width());
    let need = height(ui, cx, rect.width());
    let spare = ((rect.height() - need).max(0.0) / rows.len().max(1) as f32).min(MOST_SPARE);
    let columns = columns(rect.width());
    let mut top = rect.top() + zone_title::HEIGHT + after_title(cx);
    for (axes, row_height) in rows {
        for (index, axis) in axes.iter().enumerate() {
            let left = rect.left() + columns.left(index);
            let size = vec2(columns.width, row_height + spare);
            row(ui, cx, axis, Rect::from_min_size(pos2(left, top), size), spare, actions);
        }
        top += row_height + gap(cx) + spare;
    }
}

/// The keyboard's target on « Afficher l’aide ».
pub fn help_id() -> Id {
    Id::unique("pole-help")
}

/// The keyboard's target on an axis.
pub fn id(axis: &str) -> Id {
    Id::unique(("axis", axis))
}

const COLUMN_GAP: f32 = 48.0;

fn columns(width: f32) -> Columns {
    Columns::of(width, TWO_COLUMNS, COLUMN_GAP)
}

/// The axes row by row, and the height of each row.
fn rows<'a>(ui: &Ui, cx: Cx<'a>, width: f32) -> Vec<(&'a [Axis], f32)> {
    let columns = columns(width);
    columns.rows(&cx.catalogue.axes, |axis| Parts::of(ui, cx, axis, columns.width).height())
}

/// An axis laid out: what stands above and below its rail.
struct Parts {
    poles: [Arc<Galley>; 2],
    help: Option<[Arc<Galley>; 2]>,
    /// The first thing to know of the axis beside its place; empty when there is none.
    note: String,
    mark: &'static str,
    /// The height that it takes under the rail; none when it stands between the poles.
    note_under: Option<f32>,
    rail: f32,
}

impl Parts {
    fn of(ui: &Ui, cx: Cx, axis: &Axis, width: f32) -> Parts {
        let half = (width - BETWEEN_POLES) / 2.0;
        // A pole may be long when the other is short: each has what the other leaves.
        let [left, right] =
            [&axis.left.name, &axis.right.name].map(|name| set::width(ui, name, face::STRONG));
        let (left_room, right_room) = match (left <= half, right <= half) {
            (false, true) => (width - BETWEEN_POLES - right, half),
            (true, false) => (half, width - BETWEEN_POLES - left),
            _ => (half, half),
        };
        let ink = cx.theme.ink;
        let muted = cx.theme.muted;
        let answer = cx.design.axis(&axis.id);
        let (note, mark) = answer.map(note_of).unwrap_or_default();
        Parts {
            poles: [
                set::set(ui, &axis.left.name, face::STRONG, ink, left_room),
                set::set_right(ui, &axis.right.name, face::STRONG, ink, right_room),
            ],
            help: cx.view.help.then(|| {
                [
                    set::balanced(ui, &axis.left.help, face::CAPTION, muted, half),
                    set::balanced_right(ui, &axis.right.help, face::CAPTION, muted, half),
                ]
            }),
            note_under: (!note.is_empty() && !cx.compact)
                .then(|| note::height(ui, &note, width, cx.note_lines)),
            rail: if cx.compact { COMPACT_RAIL } else { RAIL },
            note,
            mark,
        }
    }

    fn height(&self) -> f32 {
        let pair = |pair: &[Arc<Galley>; 2]| pair[0].size().y.max(pair[1].size().y);
        let note = self.note_under.map_or(0.0, |height| height + 2.0);
        pair(&self.poles) + self.help.as_ref().map_or(0.0, pair) + self.rail + note
    }
}

/// The first thing to know of an axis beside its place, and its mark: a recorded disagreement, or a note.
fn note_of(answer: &AxisAnswer) -> (String, &'static str) {
    match &answer.disagreement {
        Some(disagreement) => {
            ([words::DISAGREEMENT, &disagreement.text].concat(), words::DISAGREEMENT_MARK)
        }
        None => (answer.note.to_string(), words::NOTE_MARK),
    }
}

/// One axis: its poles, its rail, its note. `spare` is the height that it may take beyond what it needs.
pub fn row(ui: &mut Ui, cx: Cx, axis: &Axis, rect: Rect, spare: f32, actions: &mut Actions) {
    let parts = Parts::of(ui, cx, axis, rect.width());
    let mut top = rect.top() + spare * 0.25;
    top += pair(ui, rect, top, &parts.poles, Align::BOTTOM);
    let poles = Rect::from_min_max(rect.min, pos2(rect.right(), top));
    if let Some(help) = &parts.help {
        top += pair(ui, rect, top, help, Align::TOP);
    }
    names(ui, cx, axis, poles, &parts, actions);
    let note = Note {
        id: id(&axis.id).with("note"),
        text: &parts.note,
        mark: parts.mark,
        hue: cx.theme.positioning,
    };
    if !parts.note.is_empty() && parts.note_under.is_none() {
        let last = |galley: &Galley| galley.rows.last().map_or(0.0, |row| row.size.x) + 12.0;
        let (left, right) = (last(&parts.poles[0]), last(&parts.poles[1]));
        let range = Rangef::new(rect.left() + left, rect.right() - right);
        let shown = note.between(ui, range, rect.center().x, poles.bottom() - 2.0);
        open_when(shown, axis, actions);
    }
    let rail_height = parts.rail + spare * 0.25;
    let rail_rect = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), rail_height));
    rail(ui, cx, axis, rail_rect, actions);
    if parts.note_under.is_some() {
        let at = pos2(rect.left(), rail_rect.bottom());
        let shown = note.under(ui, at, rect.width(), cx.note_lines);
        open_when(shown, axis, actions);
    }
}

/// Paints one text at each end of a line, both on its top or on its bottom; gives the height they take.
fn pair(ui: &Ui, rect: Rect, top: f32, pair: &[Arc<Galley>; 2], align: Align) -> f32 {
    let height = pair[0].size().y.max(pair[1].size().y);
    let place =
        |galley: &Galley| top + if align == Align::TOP { 0.0 } else { height - galley.size().y };
    set::paint(ui, pos2(rect.left(), place(&pair[0])), &pair[0]);
    set::paint(ui, pos2(rect.right(), place(&pair[1])), &pair[1]);
    height
}

fn open_when(note: note::Shown, axis: &Axis, actions: &mut Actions) {
    if note.clicked {
        actions.push(Action::Open(Focus::At(Place::Axis(axis.id.clone()))));
    }
}

/// The names of the poles open their axis, and say what they mean when pointed at, unless it is written under them.
fn names(ui: &mut Ui, cx: Cx, axis: &Axis, poles: Rect, parts: &Parts, actions: &mut Actions) {
    let [left, right] = [&parts.poles[0], &parts.poles[1]].map(|pole| pole.size().x);
    let names = [
        Rect::from_min_max(poles.min, pos2(poles.left() + left, poles.bottom())),
        Rect::from_min_max(pos2(poles.right() - right, poles.top()), poles.max),
    ];
    for (index, name) in names.into_iter().enumerate() {
        // The keyboard has Enter, on the rail.
        let target = name.with_min_y(name.top() - 4.0);
        let response = ui.interact(target, id(&axis.id).with(("pole", index)), Sense::CLICK);
        if index == 0 {
            // Both open the same thing: to a screen reader, they are one.
            let label = words::field_title_label(&axis.left.name);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
        }
        if response.hovered() {
            let at = if index == 0 { name.min } else { name.right_top() };
            title::underline(ui, &parts.poles[index], at, cx.theme.ink);
        }
        if response.clicked() {
            actions.push(Action::Open(Focus::At(Place::Axis(axis.id.clone()))));
        }
        if cx.view.help || !plate::bubbles(ui) {
            continue;
        }
        response.on_hover_ui(|ui| {
            for pole in [&axis.left, &axis.right] {
                ui.label(values::pole(pole));
            }
            ui.label(words::OPEN_AXIS);
        });
    }
}

fn rail(ui: &mut Ui, cx: Cx, axis: &Axis, rect: Rect, actions: &mut Actions) {
    let rail = AxisRail { id: id(&axis.id), axis, lab: None, answers_hover: true };
    let Placed { step, moved, response } = rail.show(ui, cx, rect, Metrics::OVERVIEW, actions);
    // The note has a node of its own: it is said once.
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(values::axis_help(axis));
    });
    if moved && response.dragged() {
        say(ui, cx, axis, step, rect);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        actions.push(Action::Open(Focus::At(Place::Axis(axis.id.clone()))));
    }
}

/// The value in words, beside the hand that drags.
fn say(ui: &Ui, cx: Cx, axis: &Axis, step: Option<Step>, rect: Rect) {
    let handle = Geometry::new(rect, Metrics::OVERVIEW).at(step.unwrap_or(Step::MIDDLE));
    plate::under(ui, cx.theme, id(&axis.id), &values::step(axis, step), rect, handle.x);
}
