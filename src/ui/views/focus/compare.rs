//! One field of the method shows across the six labs, and what ours answers at the end, in the same type.

use std::sync::Arc;

use egui::{Galley, Id, Pos2, Rect, Role, Stroke, Ui, Vec2, pos2, vec2};

use super::breaks::{self, Breaks, Paged};
use super::card::{listen, texts_words};
use super::frame;
use super::heading::Heading;
use super::ours::{self, Excerpt, Ours};
use super::part::Part;
use crate::intent::view::{Focus, Toggle};
use crate::intent::{Action, Actions};
use crate::model::catalogue::{Field, Lab};
use crate::text::{labs as words, values};
use crate::ui::Cx;
use crate::ui::components::{emblem, ring};
use crate::ui::theme::{Face, face, line};
use crate::ui::type_setting as set;

/// From this width on, who answers stands at the left of the answer; under it, above.
const BESIDE: f32 = 860.0;
/// Who answers, when it stands at the left.
const WHO: f32 = 284.0;
/// Between the longest of its names and the answer.
const APART: f32 = 24.0;
const EMBLEM: f32 = 44.0;
const SMALL_EMBLEM: f32 = 32.0;
const GAP: f32 = 12.0;
/// Above and below an answer.
const AROUND: f32 = 7.0;
/// What ours has at least, when it is longer than the room.
const LEAST_LINES: usize = 2;
const MOST_LINES: usize = 12;

/// The keyboard's target on « Côte à côte ».
pub fn side_by_side_id() -> Id {
    Id::unique("to-side-by-side")
}

pub fn show(ui: &mut Ui, cx: Cx, field: &str, actions: &mut Actions) {
    let Some(field) = cx.catalogue.field(field) else { return };
    let low = frame::is_low(ui.max_rect());
    listen(ui, cx, actions);
    frame::show(ui, cx, &Focus::Compare(field.id.clone()), actions, |ui, room, actions| {
        let plan = Plan::of(ui, cx, field, room, low);
        frame::paged(ui, cx, &field.id, room, plan.height, &plan.breaks, |ui, origin| {
            plan.show(ui, cx, field, origin - room.min, actions);
        });
    });
}

/// The comparison laid out.
struct Plan {
    heading: Heading,
    /// Whether the whole texts hold without being asked for.
    whole: bool,
    rows: Vec<Row>,
    ours: OurRow,
    breaks: Breaks,
    height: f32,
}

struct Row {
    /// The left end of its rule.
    top: Pos2,
    width: f32,
    who: Who,
    answer: Part,
    bottom: f32,
}

/// Who answers: an emblem, a name, a place.
struct Who {
    emblem: Rect,
    texts: Vec<(Pos2, Arc<Galley>)>,
    bottom: f32,
}

struct OurRow {
    rect: Rect,
    who: Who,
    text: (Pos2, Excerpt),
}

impl Paged for Plan {
    fn height(&self) -> f32 {
        self.height
    }

    fn breaks(&self) -> &Breaks {
        &self.breaks
    }
}

const BODY: Face = face::FOCUS_BODY;
const SMALL: Face = face::FOCUS_SMALL;
const LEAST: Face = face::FOCUS_HELP;

impl Plan {
    /// Whole texts in the largest type in which everything holds; short ones when they do not, unless one asks.
    fn of(ui: &Ui, cx: Cx, field: &Field, room: Rect, low: bool) -> Plan {
        let ways: &[&str] = match cx.projected() {
            true => &[],
            // The longer of its two words: nothing moves when they change.
            false => &[words::FULL_TEXTS, words::SIDE_BY_SIDE],
        };
        let lay_out = |(full, face)| Plan::in_face(ui, cx, field, room, low, ways, full, face);
        let of_itself = [(true, face::FOCUS_TEXT), (true, BODY), (true, SMALL)];
        let mut whole = of_itself.into_iter().map(lay_out);
        if let Some(plan) = whole.find(|plan| plan.height <= room.height()) {
            return plan;
        }
        let full = cx.view.full_texts;
        let types = [(full, BODY), (full, SMALL), (full, LEAST)];
        let plan = breaks::largest(&types, room.height(), lay_out);
        Plan { whole: false, ..plan.unwrap_or_else(|| lay_out((full, LEAST))) }
    }

    #[allow(clippy::too_many_arguments)] // What a layout depends on, each of its own kind.
    fn in_face(
        ui: &Ui,
        cx: Cx,
        field: &Field,
        room: Rect,
        low: bool,
        ways: &[&str],
        full: bool,
        face: Face,
    ) -> Plan {
        let heading = Heading::of(ui, &field.words, ways, room, low);
        let mut top = heading.bottom + 10.0;
        let mut at = vec![heading.bottom + 4.0 - room.top()];
        let mut rows = Vec::new();
        for lab in &cx.catalogue.labs {
            let row = Row::of(ui, cx, field, lab, room.with_min_y(top), full, face);
            top = row.bottom;
            at.push(top - room.top());
            rows.push(row);
        }
        let around = 2.0 * (AROUND + ours::PAD);
        let left = room.bottom() - top - around;
        // When the six leave no room for ours, it is on another page, and the last of them with it: nothing is compared alone.
        let paged = left < LEAST_LINES as f32 * face.leading;
        let last = rows.last().map_or(0.0, |row| row.bottom - row.top.y);
        let left = if paged { room.height() - 2.0 * ring::REACH - last - around } else { left };
        let lines = ((left / face.leading) as usize).clamp(LEAST_LINES, MOST_LINES);
        let ours = OurRow::of(ui, cx, field, room.with_min_y(top), face, lines);
        let height = ours.rect.bottom() + 2.0 - room.top();
        if last + ours.rect.bottom() + 2.0 - top <= room.height() - 2.0 * ring::REACH {
            at.pop();
        }
        at.push(height);
        Plan { heading, whole: full, rows, ours, breaks: Breaks::rows(at), height }
    }

    fn show(&self, ui: &mut Ui, cx: Cx, field: &Field, moved: Vec2, actions: &mut Actions) {
        self.heading.show_title(ui, cx, &field.words, &field.words, moved);
        let texts = super::card::texts_id();
        if !self.whole && self.heading.button(ui, cx, 0, texts, texts_words(cx), moved) {
            actions.push(Action::Toggle(Toggle::FullTexts));
        }
        let id = side_by_side_id();
        if self.heading.button(ui, cx, 1, id, words::SIDE_BY_SIDE, moved) {
            actions.push(Action::Open(Focus::SideBySide));
        }
        for (lab, row) in cx.catalogue.labs.iter().zip(&self.rows) {
            row.show(ui, cx, lab, moved);
        }
        self.ours.show(ui, cx, field, moved, actions);
    }
}

impl Row {
    fn of(ui: &Ui, cx: Cx, field: &Field, lab: &Lab, room: Rect, full: bool, face: Face) -> Row {
        let inner = room.with_min_y(room.top() + AROUND);
        let name = values::kind(lab);
        let who = Who::of(ui, cx, (&name, cx.theme.examples), &lab.place, inner);
        let (at, width) = who.beside(inner);
        let text = lab.answer(&field.id, full).unwrap_or_default();
        let galley = set::set(ui, text, face, cx.theme.ink, width);
        let bottom = (at.y + galley.size().y).max(who.bottom) + AROUND;
        let who_said = [name.as_str(), lab.place.as_str()].join(", ");
        let said = words::answer_of(&field.words, &who_said, text);
        let answer = Part { role: Role::Label, texts: vec![(at, galley)], said };
        Row { top: room.min, width: room.width(), who, answer, bottom }
    }

    fn show(&self, ui: &Ui, cx: Cx, lab: &Lab, moved: Vec2) {
        let top = self.top + moved;
        let hair = Stroke::new(line::THIN, cx.theme.hair);
        ui.painter().hline(top.x..=top.x + self.width, top.y, hair);
        let emblem = self.who.emblem.translate(moved);
        emblem::paint(ui.painter(), cx.theme, &lab.id, emblem, cx.theme.paper);
        self.who.paint(ui, moved);
        self.answer.show(ui, Id::unique(("compared", &lab.id)), moved);
    }
}

impl Who {
    fn of(ui: &Ui, cx: Cx, name: (&str, egui::Color32), place: &str, room: Rect) -> Who {
        let beside = room.width() >= BESIDE;
        let side = if beside { EMBLEM } else { SMALL_EMBLEM };
        let emblem = Rect::from_min_size(room.min + vec2(0.0, 2.0), Vec2::splat(side));
        let left = emblem.right() + GAP;
        let (name, hue) = name;
        if beside {
            let width = WHO - EMBLEM - GAP - APART;
            let name = set::first_lines(ui, name, face::FOCUS_CAPTION, hue, width, 2);
            let place = set::first_line(ui, place, face::FOCUS_HELP, cx.theme.muted, width);
            let second = pos2(left, room.top() + name.size().y);
            let bottom = second.y + place.size().y;
            return Who {
                emblem,
                texts: vec![(pos2(left, room.top()), name), (second, place)],
                bottom,
            };
        }
        let width = room.right() - left;
        let after = if place.is_empty() { String::new() } else { [values::DOT, place].concat() };
        let both = set::width(ui, name, face::FOCUS_CAPTION)
            + set::width(ui, &after, face::FOCUS_HELP)
            <= width;
        let galley = if both {
            let place = (after.as_str(), face::FOCUS_HELP, cx.theme.muted);
            set::two_voices(ui, (name, face::FOCUS_CAPTION, hue), place, width)
        } else {
            set::first_line(ui, name, face::FOCUS_CAPTION, hue, width)
        };
        let at = pos2(left, emblem.center().y - galley.size().y / 2.0);
        Who { emblem, texts: vec![(at, galley)], bottom: emblem.bottom() }
    }

    /// Where the answer stands, and its width.
    fn beside(&self, room: Rect) -> (Pos2, f32) {
        if room.width() >= BESIDE {
            (pos2(room.left() + WHO, room.top()), room.width() - WHO)
        } else {
            (pos2(room.left(), self.bottom + 4.0), room.width())
        }
    }

    fn paint(&self, ui: &Ui, moved: Vec2) {
        for (at, galley) in &self.texts {
            set::paint(ui, *at + moved, galley);
        }
    }
}

impl OurRow {
    fn of(ui: &Ui, cx: Cx, field: &Field, room: Rect, face: Face, lines: usize) -> OurRow {
        let top = room.top() + ours::PAD;
        let inner = room.with_min_y(top);
        let name = (ours::name(cx), cx.theme.design);
        // « Nous » says it by itself.
        let second = if ours::name(cx) == words::US { "" } else { words::OUR_LAB };
        let who = Who::of(ui, cx, name, second, inner);
        let (at, width) = who.beside(inner);
        let excerpt = Ours::of(cx, field).excerpt(ui, cx, face, width, lines);
        let bottom = (at.y + excerpt.height()).max(who.bottom);
        let rect = ours::around(inner.min, inner.width(), bottom - top);
        OurRow { rect, who, text: (at, excerpt) }
    }

    fn show(&self, ui: &mut Ui, cx: Cx, field: &Field, moved: Vec2, actions: &mut Actions) {
        Ours::of(cx, field).show(ui, cx, self.rect.translate(moved), actions);
        ours::disc(ui.painter(), cx, self.who.emblem.translate(moved));
        self.who.paint(ui, moved);
        let (at, excerpt) = &self.text;
        excerpt.paint(ui, cx, *at + moved);
    }
}
