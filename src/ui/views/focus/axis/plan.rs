//! This computes where the parts of an axis in large stand, before anything is painted.

use std::sync::Arc;

use egui::{Galley, Rect, Ui, pos2, vec2};

use super::heads::{self, Part};
use super::ids::wider;
use super::pile;
use crate::model::Text;
use crate::model::catalogue::Axis;
use crate::model::design::AxisAnswer;
use crate::ui::Cx;
use crate::ui::components::rail::{Metrics, span};
use crate::ui::components::{large_text, ring};
use crate::ui::theme::{Face, face, space};
use crate::ui::type_setting as set;
use crate::ui::views::focus::breaks::{Breaks, Head};
use crate::ui::views::focus::frame;

/// Between the poles of one axis.
const BETWEEN_POLES: f32 = 48.0;
const BETWEEN_NARROW: f32 = 12.0;
/// The least of a text under its label.
const LEAST_TEXT: f32 = 90.0;
const MOST_TEXT: f32 = 190.0;
/// Under the names of the poles, on the pages that follow the first.
const AFTER_AGAIN: f32 = 8.0;
/// From this width on, the disagreement and the note stand side by side.
const BESIDE: f32 = space::BESIDE;

/// A pole laid out.
pub struct Side {
    pub name: Arc<Galley>,
    pub help: Arc<Galley>,
}

/// An axis laid out.
pub struct Plan {
    pub poles: Rect,
    pub sides: [Side; 2],
    /// Of both names: as high as the higher.
    pub name_height: f32,
    /// The bottom of the six labs, which pile up from there.
    pub labs: f32,
    pub rail: Rect,
    pub metrics: Metrics,
    /// The height of the span's ends, when they can be moved.
    pub span: Option<f32>,
    /// The top of the place in words.
    pub value: f32,
    /// With their labels; empty when there is nothing to show.
    pub disagreement: Option<Rect>,
    pub note: Option<Rect>,
    /// What the labels and their buttons take of those: of the disagreement, of the note.
    pub heads: [f32; 2],
    pub text: Face,
    /// The names of the poles on the pages that follow the first: there, nothing else says what is spoken of.
    pub again: [Arc<Galley>; 2],
    /// Where a page can end: no line of a text is cut, and no name.
    pub breaks: Breaks,
    pub height: f32,
}

impl Plan {
    pub fn of(ui: &Ui, cx: Cx, axis: &Axis, answer: &AxisAnswer, room: Rect, low: bool) -> Plan {
        let face = pole_face(ui, cx, room.width(), low);
        let help_face = if low { face::FOCUS_HELP } else { face::FOCUS_BODY };
        let sides = sides(ui, cx, axis, face, help_face, room.width());
        let name_height = sides[0].name.size().y.max(sides[1].name.size().y);
        let own = height_of(&sides);
        // The rail stands at one height for all five axes, so that nothing jumps from one to the next.
        let common = highest(ui, cx, face, help_face, room.width());
        let metrics = if low || room.width() < 700.0 { Metrics::MEDIUM } else { Metrics::FOCUS };
        // The end notches are flush with the names of the poles.
        let across = if low { room } else { wider(room, metrics.inset - metrics.line / 2.0) };
        let labs_height = pile::height(ui, cx, axis, room, across, metrics);
        let has_span = answer.disagreement.as_ref().is_some_and(|it| it.span.is_some());
        let movable = has_span && !cx.projected();
        let below = if movable { span::TARGET - 8.0 } else { 0.0 };
        let blocks = Blocks::of(ui, cx, axis, answer, room.width(), help_face);
        let rest = metrics.height() + below + face::FOCUS_ZONE.leading;
        let least_spare = if low { 24.0 } else { 36.0 };
        // A page that would be too full for it gives it up.
        let need = rest + labs_height + blocks.least() + least_spare;
        let holds = common + need <= room.height();
        let above = if holds { common } else { own };
        // As if there were a text under every rail: they all stand at one height.
        let texts = blocks.least().max(LEAST_TEXT + face::FOCUS_CAPTION.leading + 12.0);
        let spare = (room.height() - above - rest - texts).max(least_spare);

        let piled = labs_height + if labs_height > 0.0 { 10.0 } else { 0.0 };
        let larger = frame::larger(room);
        let gap = (spare * 0.35).clamp(piled, piled.max(84.0 * larger));
        let left = (spare - gap).max(0.0);
        let poles_top = room.top() + if low { 0.0 } else { (left * 0.25).min(36.0 * larger) };
        let poles = Rect::from_min_size(pos2(room.left(), poles_top), vec2(room.width(), above));
        let labs = poles.bottom() + gap - 2.0;
        let top = poles.bottom() + gap;
        let rail = Rect::from_x_y_ranges(across.x_range(), top..=top + metrics.height());
        let value = rail.bottom() + below;
        let top = value + face::FOCUS_ZONE.leading + (left * 0.25).clamp(6.0, 28.0 * larger);
        let (disagreement, note, bottom) = blocks.place(room, top);
        let again = again(ui, cx, axis, room.width());
        let texts = [disagreement.zip(blocks.disagreement), note.zip(blocks.note)];
        let names = poles.with_max_y(poles.top() + name_height);
        let breaks = breaks(room, [names, poles, rail], &again, top, &texts);
        Plan {
            poles,
            sides,
            name_height,
            labs,
            rail,
            metrics,
            span: movable.then_some(rail.bottom() + span::TARGET / 2.0 - 10.0),
            value,
            disagreement,
            note,
            heads: blocks.heads(),
            text: help_face,
            again,
            breaks,
            height: bottom - room.top(),
        }
    }

    /// What the names of the poles take of the pages that follow the first.
    pub fn again_height(&self) -> f32 {
        again_height(&self.again)
    }
}

/// Where a page can end: under the poles, under the rail, under each text (a label stays with the text it is about, unless
/// they hold on no page).
fn breaks(
    room: Rect,
    [names, poles, rail]: [Rect; 3],
    again: &[Arc<Galley>; 2],
    texts_top: f32,
    texts: &[Option<(Rect, f32)>],
) -> Breaks {
    let page = room.height() - 2.0 * ring::REACH - again_height(again);
    let mut at = vec![texts_top];
    // All that says where our lab is, and the six, stays together if it can.
    if texts_top - poles.top() > room.height() - ring::REACH {
        at.push(poles.bottom());
    }
    if poles.height() > page {
        at.push(names.bottom());
    }
    if texts_top - poles.bottom() > page {
        at.push(rail.top());
    }
    for (rect, head) in texts.iter().flatten() {
        if rect.height() > page {
            at.push(rect.top() + head);
        }
        at.push(rect.bottom() + 4.0);
    }
    at.sort_by(f32::total_cmp);
    at.dedup();
    let head = Head { from: poles.top() - room.top(), height: again_height(again) };
    Breaks { at: at.into_iter().map(|y| y - room.top()).collect(), head: Some(head) }
}

fn again_height(again: &[Arc<Galley>; 2]) -> f32 {
    again[0].size().y.max(again[1].size().y) + AFTER_AGAIN
}

/// Both names, in one size and on as few lines as they need.
fn again(ui: &Ui, cx: Cx, axis: &Axis, width: f32) -> [Arc<Galley>; 2] {
    let (face, ink) = (face::FOCUS_CAPTION, cx.theme.positioning);
    let [left, right] = rooms(ui, axis, face, width);
    [
        set::balanced(ui, &axis.left.name, face, ink, left),
        set::balanced_right(ui, &axis.right.name, face, ink, right),
    ]
}

/// What stands under the rail.
struct Blocks {
    /// The heights of their labels, when they are there.
    disagreement: Option<f32>,
    note: Option<f32>,
    beside: bool,
    /// Of each text: what the longer one needs, within bounds.
    text: f32,
    /// What it gives down to when lines are lacking, before anything above it does.
    least_text: f32,
}

impl Blocks {
    fn of(ui: &Ui, cx: Cx, axis: &Axis, answer: &AxisAnswer, width: f32, face: Face) -> Blocks {
        let disagreement = answer.disagreement.is_some();
        let note = true;
        let beside = width >= BESIDE;
        let each = if beside && disagreement && note { half(width) } else { width };
        let label = |part| heads::head_height(ui, cx, axis, answer, part, each);
        let texts = [Some(&answer.note), answer.disagreement.as_ref().map(|it| &it.text)];
        let need = |text: &Text| {
            set::height(ui, text, face, each - 2.0 * large_text::PAD) + 2.0 * large_text::MARGIN
        };
        let text = texts.into_iter().flatten().map(need).fold(LEAST_TEXT, f32::max);
        let mut blocks = Blocks {
            text: text.min(MOST_TEXT),
            least_text: LEAST_TEXT.min(text),
            disagreement: disagreement.then(|| label(Part::Disagreement)),
            note: note.then(|| label(Part::Note)),
            beside,
        };
        if let (true, Some(one), Some(other)) = (beside, blocks.disagreement, blocks.note) {
            // Side by side, both texts begin at one height.
            let common = one.max(other);
            (blocks.disagreement, blocks.note) = (Some(common), Some(common));
        }
        blocks
    }

    fn heads(&self) -> [f32; 2] {
        [self.disagreement, self.note].map(Option::unwrap_or_default)
    }

    fn all(&self) -> impl Iterator<Item = f32> {
        [self.disagreement, self.note].into_iter().flatten()
    }

    /// What the labels take, one above the other or side by side, and how many texts stand one above the other.
    fn labels_and_rows(&self) -> (f32, f32) {
        if self.beside {
            (self.all().fold(0.0, f32::max), if self.all().next().is_some() { 1.0 } else { 0.0 })
        } else {
            (self.all().sum(), self.all().count() as f32)
        }
    }

    fn least(&self) -> f32 {
        let (labels, rows) = self.labels_and_rows();
        labels + rows * (self.text + 8.0)
    }

    /// The disagreement, the note, and where the lower one ends.
    fn place(&self, room: Rect, top: f32) -> (Option<Rect>, Option<Rect>, f32) {
        let (labels, rows) = self.labels_and_rows();
        let left = (room.bottom() - top - labels) / rows.max(1.0) - 8.0;
        // When it has another page, it gives nothing.
        let least = if left < self.least_text { self.text } else { self.least_text };
        let text = left.clamp(least, MOST_TEXT * frame::larger(room));
        let both = self.disagreement.is_some() && self.note.is_some();
        let width = if both && self.beside { half(room.width()) } else { room.width() };
        let mut at = pos2(room.left(), top);
        let mut next = |label: f32| {
            let label = if self.beside { labels } else { label };
            let rect = Rect::from_min_size(at, vec2(width, label + text));
            at = if self.beside {
                pos2(rect.right() + space::COLUMN, top)
            } else {
                pos2(room.left(), rect.bottom() + 8.0)
            };
            rect
        };
        let disagreement = self.disagreement.map(&mut next);
        let note = self.note.map(&mut next);
        let bottom = note.or(disagreement).map_or(top, |rect| rect.bottom() + 8.0);
        (disagreement, note, bottom)
    }
}

/// One of two columns.
fn half(width: f32) -> f32 {
    (width - space::COLUMN) / 2.0
}

/// What each pole has of the width: half, or more when its longest word needs it and the other leaves it.
fn rooms(ui: &Ui, axis: &Axis, face: Face, width: f32) -> [f32; 2] {
    let both = width - between(width);
    let half = both / 2.0;
    match [&axis.left, &axis.right].map(|pole| widest_word(ui, &pole.name, face)) {
        [left, right] if left > half && right < half => [both - right, right],
        [left, right] if right > half && left < half => [left, both - left],
        _ => [half, half],
    }
}

fn between(width: f32) -> f32 {
    if width < 500.0 { BETWEEN_NARROW } else { BETWEEN_POLES }
}

fn widest_word(ui: &Ui, words: &str, face: Face) -> f32 {
    // A point more, so that a word measured alone is not broken for a rounding.
    words.split(' ').map(|word| set::width(ui, word, face) + 1.0).fold(0.0, f32::max)
}

/// One size for the ten poles: the largest in which no word of any of them is cut.
fn pole_face(ui: &Ui, cx: Cx, width: f32, low: bool) -> Face {
    let faces = [
        face::POLE,
        face::FOCUS_TITLE,
        face::SENTENCE,
        face::FOCUS_LONG_TITLE,
        face::FOCUS_CAPTION,
    ];
    let faces = if low { &faces[3..] } else { &faces[..] };
    let holds = |face: &&Face| {
        cx.catalogue.axes.iter().all(|axis| {
            let [left, right] =
                [&axis.left, &axis.right].map(|pole| widest_word(ui, &pole.name, **face));
            left + right <= width - between(width)
        })
    };
    faces.iter().find(holds).copied().unwrap_or(face::FOCUS_CAPTION)
}

fn sides(ui: &Ui, cx: Cx, axis: &Axis, face: Face, help: Face, width: f32) -> [Side; 2] {
    let half = (width - between(width)) / 2.0;
    let rooms = rooms(ui, axis, face, width);
    let ink = cx.theme.ink;
    let poles = [&axis.left, &axis.right];
    let lines = |index: usize| set::set(ui, &poles[index].name, face, ink, rooms[index]).rows.len();
    // When one name needs two lines, the other takes two if it can.
    let lines = lines(0).max(lines(1));
    let muted = cx.theme.muted;
    [
        Side {
            name: set::broken(ui, &axis.left.name, face, ink, rooms[0], lines, false),
            help: set::balanced(ui, &axis.left.help, help, muted, half),
        },
        Side {
            name: set::broken(ui, &axis.right.name, face, ink, rooms[1], lines, true),
            help: set::balanced_right(ui, &axis.right.help, help, muted, half),
        },
    ]
}

/// What the poles of an axis take at most, among the five.
fn highest(ui: &Ui, cx: Cx, face: Face, help: Face, width: f32) -> f32 {
    let all = cx.catalogue.axes.iter();
    all.map(|axis| height_of(&sides(ui, cx, axis, face, help, width))).fold(0.0, f32::max)
}

fn height_of(sides: &[Side; 2]) -> f32 {
    let highest = |of: fn(&Side) -> f32| of(&sides[0]).max(of(&sides[1]));
    highest(|side| side.name.size().y) + 4.0 + highest(|side| side.help.size().y)
}
