//! « Points de vigilance » shows six points, the state of the talk on each, and the question that starts it.

use std::sync::Arc;

use egui::{Galley, Id, Key, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::model::catalogue::{Point, Zone};
use crate::model::design::{PointAnswer, PointState};
use crate::model::edit::Edit;
use crate::model::place::Place;
use crate::model::progress;
use crate::text::{interface, values};
use crate::ui::Cx;
use crate::ui::columns::Columns;
use crate::ui::components::zone_title::Head;
use crate::ui::components::{marks, ring, title, zone_title};
use crate::ui::theme::{face, line};
use crate::ui::type_setting as set;

const RING: f32 = 9.5;
const INDENT: f32 = 36.0;
const MOST_SPARE: f32 = 44.0;
const TWO_COLUMNS: f32 = 700.0;
const COLUMN_GAP: f32 = 48.0;

pub fn height(ui: &Ui, cx: Cx, width: f32) -> f32 {
    let rows: f32 = rows(ui, cx, width).iter().map(|row| row.1).sum();
    zone_title::HEIGHT + rows
}

/// The most lines of a note, however large the window.
const MOST_LINES: usize = 6;

pub fn show(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let holds =
        |lines: &usize| height(ui, Cx { note_lines: *lines, ..cx }, rect.width()) <= rect.height();
    // Notes have the lines that the column leaves them.
    let cx = Cx { note_lines: (2..=MOST_LINES).rev().find(holds).unwrap_or(1), ..cx };
    let [open, talked] = [PointState::ToDiscuss, PointState::InDiscussion]
        .map(|state| progress::points_in(cx.catalogue, cx.design, state));
    let title = cx.catalogue.title(Zone::Vigilance);
    let count = values::points_open(open, talked);
    let head = Head { zone: Zone::Vigilance, title, note: &count, action: 0.0 };
    zone_title::show(ui, cx, &head, rect, actions);
    let rows = rows(ui, cx, rect.width());
    let need = height(ui, cx, rect.width());
    let spare = ((rect.height() - need).max(0.0) / rows.len().max(1) as f32).min(MOST_SPARE);
    let columns = columns(rect.width());
    let mut top = rect.top() + zone_title::HEIGHT;
    let count = rows.len();
    for (rank, (points, row_height)) in rows.into_iter().enumerate() {
        for (index, point) in points.iter().enumerate() {
            let left = rect.left() + columns.left(index);
            let size = vec2(columns.width, row_height + spare);
            let place = Rect::from_min_size(pos2(left, top), size);
            row(ui, cx, point, place, spare, actions);
            if rank + 1 < count {
                let stroke = Stroke::new(line::THIN, cx.theme.hair);
                ui.painter().hline(place.x_range(), place.bottom(), stroke);
            }
        }
        top += row_height + spare;
    }
}

/// The keyboard's target on a point.
pub fn id(point: &str) -> Id {
    Id::unique(("point", point))
}

fn columns(width: f32) -> Columns {
    Columns::of(width, TWO_COLUMNS, COLUMN_GAP)
}

fn rows<'a>(ui: &Ui, cx: Cx<'a>, width: f32) -> Vec<(&'a [Point], f32)> {
    let columns = columns(width);
    columns.rows(&cx.catalogue.points, |point| Parts::of(ui, cx, point, columns.width).height(cx))
}

/// Above and below the words of a row.
fn pad(cx: Cx) -> f32 {
    if cx.compact { 4.0 } else { 6.0 }
}

/// A row laid out: the point, the state with what follows it, the note.
struct Parts {
    title: Arc<Galley>,
    state: Arc<Galley>,
    note: Option<Arc<Galley>>,
    /// What follows the point and its state, for a screen reader.
    said: String,
}

impl Parts {
    fn of(ui: &Ui, cx: Cx, point: &Point, width: f32) -> Parts {
        let width = width - INDENT;
        let default = PointAnswer::default();
        let answer = cx.design.point(&point.id).unwrap_or(&default);
        let mut after: Vec<&str> = Vec::new();
        after.extend([&*answer.owner, &*answer.deadline].iter().filter(|text| !text.is_empty()));
        // The question starts the talk: a note means that it has begun.
        if answer.note.is_empty() {
            after.push(&point.question);
        }
        let after: String = after.iter().flat_map(|text| [values::DOT, text]).collect();
        let muted = cx.theme.muted;
        // The note has a node of its own: it is said once.
        let said = after.trim_start_matches(values::DOT).to_owned();
        Parts {
            said,
            title: set::balanced(ui, &point.words, face::STRONG, cx.theme.ink, width),
            state: set::two_voices(
                ui,
                (values::point_state(answer.state), face::STRONG_CAPTION, muted),
                (&after, face::CAPTION, muted),
                width,
            ),
            note: (!answer.note.is_empty()).then(|| {
                let (face, ink) = (face::CAPTION, cx.theme.ink);
                set::first_lines(ui, &answer.note, face, ink, width, cx.note_lines)
            }),
        }
    }

    fn height(&self, cx: Cx) -> f32 {
        let note = self.note.as_ref().map_or(0.0, |note| note.size().y);
        self.title.size().y + self.state.size().y + note + 2.0 * pad(cx) + 2.0
    }
}

/// One point: its ring, its words, its state. `spare` is the height that it may take beyond what it needs.
pub fn row(ui: &mut Ui, cx: Cx, point: &Point, rect: Rect, spare: f32, actions: &mut Actions) {
    let state = cx.design.point(&point.id).map(|answer| answer.state).unwrap_or_default();
    let parts = Parts::of(ui, cx, point, rect.width());
    let top = rect.top() + pad(cx) + spare / 2.0;
    let left = rect.left() + INDENT;

    // The title opens its focus; the ring and the words of the state change it.
    let target = Rect::from_min_max(rect.min, pos2(left - 4.0, rect.bottom()));
    let response = ui.interact(target, id(&point.id), Sense::click());
    let name = values::point_with_state(point, state);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(&*parts.said));
    ring::follow(ui, &response);

    let title = set::paint(ui, pos2(left, top), &parts.title);
    let mut opened = opened_by(ui, cx, point, title, &parts.title, Role::Button);
    let state_rect = set::paint(ui, pos2(left, title.bottom() + 1.0), &parts.state);
    if let Some(note) = &parts.note {
        let rect = set::paint(ui, pos2(left, state_rect.bottom()), note);
        opened |= opened_by(ui, cx, point, rect, note, Role::Label);
    }
    // One node a row: for a pointer, the words of the state are the same control.
    let on_words = ui.rect_contains_pointer(state_rect);
    let centre = pos2(rect.left() + RING, title.top() + 10.0);
    marks::point_state(ui.painter(), cx.theme, centre, RING, state);
    if response.has_focus() {
        ring::around_disc(ui.painter(), cx.theme, centre, RING);
    } else if response.hovered() || on_words {
        let stroke = Stroke::new(line::THIN, cx.theme.ink);
        ui.painter().circle_stroke(centre, RING + 2.5, stroke);
    }
    let enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if enter || opened {
        actions.push(Action::Open(Focus::At(Place::Point(point.id.clone()))));
    }
    let words_clicked = on_words && ui.input(|input| input.pointer.primary_clicked());
    if (response.clicked() && !enter) || words_clicked {
        actions.edit(Edit::SetPoint { point: point.id.clone(), state: state.next() });
    }
}

/// Whether words of the point were clicked: they open it. The keyboard has Enter, on its ring.
fn opened_by(ui: &Ui, cx: Cx, point: &Point, rect: Rect, words: &Galley, role: Role) -> bool {
    // Upwards alone: the state's own words are under the title.
    let target = rect.with_min_y(rect.top() - 4.0);
    let response = ui.interact(target, id(&point.id).with(role), Sense::CLICK);
    let label = match role {
        Role::Button => interface::field_title_label(&point.words),
        _ => words.text().to_owned(),
    };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), &label));
    if response.hovered() {
        title::underline(ui, words, rect.min, cx.theme.ink);
    }
    response.clicked()
}
