//! The table has a row a field and a column a lab, ours at the end. In a narrow room the answers stand one under the
//! other.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Role, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::super::card::field_title;
use super::super::ours;
use super::cells::{Cell, OurCell, Slot};
use super::chosen::{fields, labs};
use crate::intent::Actions;
use crate::model::catalogue::{Field, Lab};
use crate::text::{labs as words, values};
use crate::ui::Cx;
use crate::ui::components::emblem;
use crate::ui::theme::{Face, face, line};
use crate::ui::type_setting as set;

/// Between two columns: the box of ours stands out of its column by half of it at most.
const GUTTER: f32 = 32.0;
/// The narrowest column in which a text reads well in large.
const LEAST_COLUMN: f32 = 196.0;
const EMBLEM: f32 = 44.0;
/// The headings of the columns.
const HEAD: f32 = 48.0 + 8.0 + line::RULE + 6.0;
/// From a row's rule to its title, and from its answers to the next rule.
const ABOVE: f32 = 8.0;
const BELOW: f32 = 14.0;

/// The table laid out.
pub struct Table {
    width: f32,
    column: f32,
    /// The headings of the columns; none when the answers stand one under the other.
    pub head: Option<Rect>,
    rows: Vec<Row>,
    /// Where a page can end.
    pub ends: Vec<f32>,
    pub bottom: f32,
}

/// A field, and what each answers.
struct Row {
    top: Pos2,
    title: Arc<Galley>,
    cells: Vec<Cell>,
    ours: OurCell,
}

impl Table {
    /// The table in `room`, which goes on to other pages of `page` points.
    pub fn of(ui: &Ui, cx: Cx, room: Rect, page: f32, low: bool, face: Face) -> Table {
        let labs = labs(cx);
        let count = (labs.len() + 1) as f32;
        let column = (room.width() - (count - 1.0) * GUTTER) / count;
        let columns = !low && column >= LEAST_COLUMN;
        let head = columns.then(|| Rect::from_min_size(room.min, vec2(room.width(), HEAD)));
        let mut top = head.map_or(room.top(), |head| head.bottom());
        let lines = ((page - 2.0 * HEAD - 40.0) / face.leading) as usize;
        let lines = lines.clamp(2, 8);
        let (mut rows, mut ends) = (Vec::new(), Vec::new());
        for field in fields(cx) {
            let at = pos2(room.left(), top);
            let shape = Shape { columns, column, width: room.width(), face, lines };
            let (row, bottom) = Row::of(ui, cx, field, &labs, at, &shape, &mut ends);
            top = bottom;
            ends.push(bottom);
            rows.push(row);
        }
        if rows.is_empty() {
            top += face::FOCUS_HELP.leading + ABOVE;
        }
        Table { width: room.width(), column, head, rows, ends, bottom: top }
    }

    /// Shows the table, `moved` from where it was laid out: the headings stay at the top of what shows.
    pub fn show(&self, ui: &mut Ui, cx: Cx, moved: Vec2, actions: &mut Actions) {
        let clip = ui.clip_rect();
        let head = self.head.map(|head| {
            let head = head.translate(moved);
            let top = head.top().max(clip.top());
            head.translate(vec2(0.0, top - head.top()))
        });
        let top = head.map_or(clip.top(), |head| head.bottom().max(clip.top()));
        let mut under = ui.new_child(UiBuilder::new().max_rect(ui.max_rect()).id_salt("rows"));
        under.set_clip_rect(clip.with_min_y(top));
        let labs = labs(cx);
        for (field, row) in fields(cx).into_iter().zip(&self.rows) {
            row.show(&mut under, cx, field, &labs, self.width, moved, actions);
        }
        if self.rows.is_empty() {
            let at = pos2(under.max_rect().left(), 0.0);
            let left = head.map_or(at.x, |head| head.left());
            let galley =
                set::set(ui, words::NO_FIELD, face::FOCUS_HELP, cx.theme.muted, self.width);
            set::paint(ui, pos2(left, self.bottom + moved.y - galley.size().y), &galley);
        }
        if let Some(head) = head {
            self.headings(ui, cx, &labs, head);
        }
    }

    fn headings(&self, ui: &Ui, cx: Cx, labs: &[&Lab], rect: Rect) {
        let muted = cx.theme.muted;
        for index in 0..=labs.len() {
            let left = rect.left() + index as f32 * (self.column + GUTTER);
            let square = Rect::from_min_size(pos2(left, rect.top() + 2.0), Vec2::splat(EMBLEM));
            let (name, second, hue) = match labs.get(index) {
                Some(lab) => {
                    emblem::paint(ui.painter(), cx.theme, &lab.id, square, cx.theme.paper);
                    (values::kind(lab), lab.place.as_str(), cx.theme.examples)
                }
                None => {
                    ours::disc(ui.painter(), cx, square);
                    let second = if ours::name(cx) == words::US { "" } else { words::OUR_LAB };
                    (ours::name(cx).to_owned(), second, cx.theme.design)
                }
            };
            let (x, width) = (square.right() + 12.0, self.column - EMBLEM - 12.0);
            let title = set::first_line(ui, &name, face::FOCUS_CAPTION, hue, width);
            let place = set::first_line(ui, second, face::FOCUS_HELP, muted, width);
            let mut whole = set::paint(ui, pos2(x, rect.top()), &title);
            whole |= set::paint(ui, pos2(x, whole.bottom()), &place);
            let rule = rect.bottom() - 6.0 - line::RULE / 2.0;
            ui.painter().hline(left..=left + self.column, rule, Stroke::new(line::RULE, hue));
            let response =
                ui.interact(whole, ui.scope_id().with(("column", index)), Sense::hover());
            let said = [name.as_str(), second].into_iter().filter(|part| !part.is_empty());
            let said = said.collect::<Vec<_>>().join(", ");
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &said));
        }
    }
}

/// How a row is laid out.
pub struct Shape {
    /// Side by side, or one under the other.
    columns: bool,
    column: f32,
    width: f32,
    face: Face,
    /// The most lines of ours.
    lines: usize,
}

impl Row {
    fn of(
        ui: &Ui,
        cx: Cx,
        field: &Field,
        labs: &[&Lab],
        top: Pos2,
        shape: &Shape,
        ends: &mut Vec<f32>,
    ) -> (Row, f32) {
        let title = set::set(ui, &field.words, face::FOCUS_CAPTION, cx.theme.examples, shape.width);
        let start = top + vec2(0.0, ABOVE + title.size().y + 2.0);
        let Shape { columns, column, width, face, lines } = *shape;
        let mut cells = Vec::new();
        if columns {
            let at = |index: usize| start + vec2(index as f32 * (column + GUTTER), 0.0);
            let slot = |index| Slot { at: at(index), width: column, face, named: false };
            for (index, lab) in labs.iter().enumerate() {
                cells.push(Cell::of(ui, cx, field, lab, slot(index)));
            }
            let ours = OurCell::of(ui, cx, field, slot(labs.len()), lines);
            let lowest = cells.iter().map(|cell| cell.bottom).fold(ours.bottom, f32::max);
            return (Row { top, title, cells, ours }, lowest + BELOW);
        }
        let mut at = start;
        for lab in labs {
            let cell = Cell::of(ui, cx, field, lab, Slot { at, width, face, named: true });
            at.y = cell.bottom + 6.0;
            ends.push(cell.bottom + 4.0);
            cells.push(cell);
        }
        at.y += ours::PAD;
        let ours = OurCell::of(ui, cx, field, Slot { at, width, face, named: true }, lines);
        let bottom = ours.bottom + BELOW;
        (Row { top, title, cells, ours }, bottom)
    }

    #[allow(clippy::too_many_arguments)] // The row, where it stands, and who hears of it.
    fn show(
        &self,
        ui: &mut Ui,
        cx: Cx,
        field: &Field,
        labs: &[&Lab],
        width: f32,
        moved: Vec2,
        actions: &mut Actions,
    ) {
        let top = self.top + moved;
        let hair = Stroke::new(line::THIN, cx.theme.hair);
        ui.painter().hline(top.x..=top.x + width, top.y, hair);
        let at = top + vec2(0.0, ABOVE);
        field_title(ui, cx, field, &self.title, at, cx.theme.examples, actions);
        for (lab, cell) in labs.iter().zip(&self.cells) {
            cell.show(ui, field, lab, moved);
        }
        self.ours.show(ui, cx, field, moved, actions);
    }
}
