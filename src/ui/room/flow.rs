//! Texts in the room that a page has: all of it at the size that the last row reads; or, a little smaller, said to be
//! « illisible au fond »; or on as many pages as it takes. Nothing is cut.

use std::sync::Arc;

use egui::{
    Color32, Galley, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::page;
use super::stage::Stage;
use crate::intent::leading::{Lead, Side};
use crate::intent::{Action, Actions};
use crate::model::edit::Target;
use crate::text::focus as words;
use crate::ui::components::ring;
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

/// A text to be set.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The text of the design that it is; none for what the method says.
    pub target: Option<Target>,
    /// In front of the text, in the weight that stands out: « Désaccord assumé : ».
    pub lead: String,
    pub text: String,
    pub hue: Color32,
    pub ink: Color32,
    /// The bar that a recorded disagreement wears.
    pub bar: Option<Color32>,
}

impl Passage {
    /// A text of the design, without anything in front of it.
    pub fn of(target: Target, text: &str, ink: Color32) -> Passage {
        Passage {
            target: Some(target),
            lead: String::new(),
            text: text.to_owned(),
            hue: ink,
            ink,
            bar: None,
        }
    }

    /// A note; while there is none, the invitation to write one, where one can.
    pub fn note(stage: &Stage, target: Target, text: &str) -> Option<Passage> {
        let theme = stage.cx.theme;
        match text.trim() {
            // In its own window, the room sees what there is to read; the leader, where to write.
            "" => (stage.live && stage.side != Side::Wall)
                .then(|| Passage::of(target, words::NOTE_HINT, theme.muted)),
            text => Some(Passage::of(target, text, theme.ink)),
        }
    }

    /// What the method says, after its name.
    pub fn said(lead: &str, text: &str, hue: Color32, ink: Color32) -> Passage {
        let lead = if lead.is_empty() { String::new() } else { format!("{lead}\u{a0}: ") };
        Passage { target: None, lead, text: text.to_owned(), hue, ink, bar: None }
    }
}

/// A text too small for the last row.
#[derive(Clone, Debug, PartialEq)]
pub struct Small {
    pub target: Target,
    /// Its size over the height of the image.
    pub size: f32,
}

/// A text where it stands.
pub struct Placed {
    pub target: Option<Target>,
    pub galley: Arc<Galley>,
    pub rect: Rect,
    pub bar: Option<(Rect, Color32)>,
    /// Whether all of it is on this page.
    pub whole: bool,
    pub face: Face,
}

/// What a page holds.
#[derive(Default)]
pub struct Flow {
    pub placed: Vec<Placed>,
    pub small: Vec<Small>,
    /// How many pages there are.
    pub pages: usize,
}

/// How much smaller than the last row reads a text may be set: under that, it goes on to another page.
const SMALLEST: f32 = 0.6;
const STEPS: [f32; 5] = [0.92, 0.84, 0.76, 0.68, SMALLEST];

/// The page on which letter `at` (a count of characters) of a lone passage stands; the pages are those of [`lay_out`].
pub fn page_of(ui: &Ui, stage: &Stage, passage: &Passage, room: Rect, at: usize) -> usize {
    let set = Set::of(ui, stage, passage, stage.text(), room.width());
    let lines = ((room.height() + 0.5) / set.face.leading) as usize;
    let mut seen = 0;
    let row = set.galley.rows.iter().position(|row| {
        seen += row.char_count_including_newline().0;
        seen > at
    });
    row.unwrap_or(set.galley.rows.len().saturating_sub(1)) / lines.max(1)
}

/// Lays `passages` out: `first` is the room of the first page, `next` that of the others; `page` is the one wanted, from 0.
pub fn lay_out(
    ui: &Ui,
    stage: &Stage,
    passages: &[Passage],
    first: Rect,
    next: Rect,
    page: usize,
) -> Flow {
    let full = stage.text();
    let whole: Vec<Set> =
        passages.iter().map(|passage| Set::of(ui, stage, passage, full, first.width())).collect();
    let natural = height(stage, &whole);
    if natural <= stage.holds(first.height()) {
        return larger(ui, stage, passages, first, natural)
            .unwrap_or_else(|| one_page(stage, whole, first, Vec::new()));
    }
    let paged = |passage: &Passage| {
        passage.target.as_ref().is_some_and(|target| stage.leading.paged.contains(target))
    };
    if !passages.iter().any(paged)
        && let Some(flow) = smaller(ui, stage, passages, first, natural)
    {
        return flow;
    }
    pages(stage, whole, first, next, page)
}

/// Whether a text of this height may hold in `room` once its size is multiplied: its area is, by the square. Some way off, it
/// is not even laid out.
fn may_hold(natural: f32, times: f32, room: f32) -> bool {
    natural * times * times * 0.75 <= room
}

/// A short text is read with more ease: larger than the last row needs, when the page is half empty all the same.
fn larger(ui: &Ui, stage: &Stage, passages: &[Passage], room: Rect, natural: f32) -> Option<Flow> {
    let sizes =
        [1.3, 1.15].into_iter().filter(|times| may_hold(natural, *times, room.height() * 0.6));
    sizes.into_iter().find_map(|times| {
        let face = face::room(stage.least() * times, stage.text().weight);
        let of = |passage| Set::of(ui, stage, passage, face, room.width());
        let all: Vec<Set> = passages.iter().map(of).collect();
        (height(stage, &all) <= room.height() * 0.6).then(|| one_page(stage, all, room, Vec::new()))
    })
}

/// A passage set at one size.
struct Set {
    passage: Passage,
    galley: Arc<Galley>,
    face: Face,
    indent: f32,
}

impl Set {
    fn of(ui: &Ui, stage: &Stage, passage: &Passage, face: Face, width: f32) -> Set {
        let indent = if passage.bar.is_some() { stage.u(40.0) } else { 0.0 };
        let width = (width - indent).max(1.0);
        let galley = if passage.lead.is_empty() {
            set::set(ui, &passage.text, face, passage.ink, width)
        } else {
            let lead = (passage.lead.as_str(), face.strong(), passage.hue);
            set::two_voices_filled(ui, lead, (&passage.text, face, passage.ink), width)
        };
        Set { passage: passage.clone(), galley, face, indent }
    }
}

fn height(stage: &Stage, all: &[Set]) -> f32 {
    let texts: f32 = all.iter().map(|set| set.galley.size().y).sum();
    texts + stage.gap() * all.len().saturating_sub(1) as f32
}

fn one_page(stage: &Stage, all: Vec<Set>, room: Rect, small: Vec<Small>) -> Flow {
    let mut top = room.top();
    let placed = all.into_iter().map(|set| {
        let placed = place(stage, set, pos2(room.left(), top), None);
        top = placed.rect.bottom() + stage.gap();
        placed
    });
    Flow { placed: placed.collect(), small, pages: 1 }
}

fn place(stage: &Stage, set: Set, at: Pos2, lines: Option<Arc<Galley>>) -> Placed {
    let whole = lines.is_none();
    let galley = lines.unwrap_or(set.galley);
    let rect = Rect::from_min_size(at + vec2(set.indent, 0.0), galley.size());
    let bar = set.passage.bar.map(|hue| {
        let bar = Rect::from_min_size(at, vec2(stage.u(14.0), rect.height()));
        (bar, hue)
    });
    Placed { target: set.passage.target, galley, rect, bar, whole, face: set.face }
}

/// The group's texts set smaller, the method's as they are; none when they would be too small.
fn smaller(ui: &Ui, stage: &Stage, passages: &[Passage], room: Rect, natural: f32) -> Option<Flow> {
    let shrinks = |passage: &Passage| passage.target.is_some();
    if !passages.iter().any(shrinks) {
        return None;
    }
    let sizes = STEPS.iter().filter(|times| may_hold(natural, **times, room.height()));
    sizes.into_iter().find_map(|times| {
        let least = face::room(stage.least() * times, stage.text().weight);
        let all: Vec<Set> = passages
            .iter()
            .map(|passage| {
                let face = if shrinks(passage) { least } else { stage.text() };
                Set::of(ui, stage, passage, face, room.width())
            })
            .collect();
        (height(stage, &all) <= stage.holds(room.height())).then(|| {
            let targets = passages
                .iter()
                .filter(|passage| shrinks(passage))
                .filter_map(|it| it.target.clone());
            let size = stage.leading.room.least() * times;
            let small = targets.map(|target| Small { target, size }).collect();
            one_page(stage, all, room, small)
        })
    })
}

/// At full size, line after line, on as many pages as it takes.
fn pages(stage: &Stage, all: Vec<Set>, first: Rect, next: Rect, wanted: usize) -> Flow {
    let mut flow = Flow { pages: 1, ..Flow::default() };
    let mut room = first;
    let mut top = room.top();
    // A figure that leaves no line under it has its page to itself.
    let mut begun = all.first().is_some_and(|set| first.height() < set.face.leading);
    for set in all {
        let leading = set.face.leading;
        let count = set.galley.rows.len();
        let mut from = 0;
        while from < count {
            let fits = ((room.bottom() - top + 0.5) / leading) as usize;
            // A line alone at the foot of a page is not left there.
            let lonely = fits < 2 && count - from > 1;
            if (fits == 0 || lonely) && begun {
                flow.pages += 1;
                (room, top, begun) = (next, next.top(), false);
                continue;
            }
            // A page too low for a line shows one all the same: there is none so low.
            let until = (from + fits.max(1)).min(count);
            let height = (until - from) as f32 * leading;
            if flow.pages - 1 == wanted {
                let part =
                    Set { galley: Arc::clone(&set.galley), passage: set.passage.clone(), ..set };
                let lines = (until - from < count).then(|| lines(&set.galley, from, until));
                flow.placed.push(place(stage, part, pos2(room.left(), top), lines));
            }
            top += height;
            begun = true;
            from = until;
        }
        top += stage.gap();
    }
    flow
}

/// Some lines of a text, moved up to its beginning.
fn lines(galley: &Galley, from: usize, until: usize) -> Arc<Galley> {
    let mut part = galley.clone();
    let up = galley.rows.get(from).map_or(0.0, |row| row.pos.y);
    part.rows = galley.rows[from..until].to_vec();
    for row in &mut part.rows {
        row.pos.y -= up;
    }
    let height = part.rows.last().map_or(0.0, |row| row.pos.y + row.size.y);
    part.rect.max.y = part.rect.min.y + height;
    part.mesh_bounds = part.rect;
    part.num_vertices = part.rows.iter().map(|row| row.visuals.mesh.vertices.len()).sum();
    part.num_indices = part.rows.iter().map(|row| row.visuals.mesh.indices.len()).sum();
    Arc::new(part)
}

/// On the leader's screen alone: around what the last row cannot read.
fn frame(ui: &Ui, stage: &Stage, placed: &Placed) {
    let whole = placed.bar.map_or(placed.rect, |(bar, _)| placed.rect.union(bar));
    let stroke = Stroke::new(line::RULE, stage.cx.theme.ink);
    let radius = f32::from(space::RADIUS);
    ui.painter().rect_stroke(whole.expand(stage.u(8.0)), radius, stroke, StrokeKind::Outside);
}

/// Paints what was laid out; where one can write, a text is a control that opens for it.
pub fn paint(ui: &Ui, stage: &Stage, flow: &Flow, actions: &mut Actions) {
    for (at, placed) in flow.placed.iter().enumerate() {
        if let Some((bar, hue)) = placed.bar {
            ui.painter().rect_filled(bar, 0.0, hue);
        }
        set::paint(ui, placed.rect.min, &placed.galley);
        let small = |target: &Target| stage.small.iter().any(|small| small.target == *target);
        if stage.is_reduced() && placed.target.as_ref().is_some_and(small) {
            frame(ui, stage, placed);
        }
        let words = placed.galley.text();
        let Some(target) = placed.target.as_ref().filter(|_| stage.live) else {
            page::heard(ui, stage, ("text", at), Role::Label, placed.rect, words);
            continue;
        };
        let response =
            ui.interact(stage.target(placed.rect), stage.id(("text", target)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
        if response.has_focus() {
            ring::around(ui.painter(), stage.cx.theme, placed.rect);
        }
        if response.clicked() {
            actions.push(Action::Lead(Lead::Write(target.clone())));
        }
    }
}
