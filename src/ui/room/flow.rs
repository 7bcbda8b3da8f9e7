//! Texts flow in the room that a page has: all of it shows at the size that the last row reads; or, a little smaller,
//! said to be « illisible au fond »; or on as many pages as it takes. Nothing is cut.

mod pages;

use std::sync::Arc;

use egui::{
    Color32, Galley, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use self::pages::{Heights, Lines, Part};
use super::page;
use super::shown::Small;
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
            // In its own window, the room sees what there is to read, and so does its picture. A lock moves nothing.
            "" => (stage.side == Side::Desk && !stage.is_reduced() && !stage.leading.is_visit())
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
    let loose = Column::of(ui, stage, passages, |_| full, first.width());
    let natural = loose.height();
    if natural <= first.height() {
        return larger(ui, stage, passages, first, natural)
            .unwrap_or_else(|| loose.one_page(stage, first, Vec::new()));
    }
    if closer_height(stage, &loose) <= first.height() {
        let close = Column::of(ui, stage, passages, |_| full.closer(), first.width());
        return close.one_page(stage, first, Vec::new());
    }
    let paged = |passage: &Passage| {
        passage.target.as_ref().is_some_and(|target| stage.leading.paged.contains(target))
    };
    if !passages.iter().any(paged)
        && let Some(flow) = smaller(ui, stage, passages, first, natural)
    {
        return flow;
    }
    let room = Heights { first: first.height(), next: next.height() };
    let apart = pages::of(&loose.lines(false), loose.gap, room);
    // Lines a little closer to each other, when they make a page less.
    let closer = pages::of(&loose.lines(true), closer_gap(stage), room);
    if closer.len() < apart.len() {
        let close = Column::of(ui, stage, passages, |_| full.closer(), first.width());
        return close.page(stage, &closer, first, next, page);
    }
    loose.page(stage, &apart, first, next, page)
}

/// The least height that `passages` take in one piece, at the size that the last row reads.
pub fn least_height(ui: &Ui, stage: &Stage, passages: &[Passage], width: f32) -> f32 {
    let full = stage.text();
    closer_height(stage, &Column::of(ui, stage, passages, |_| full, width))
}

fn closer_gap(stage: &Stage) -> f32 {
    stage.gap() * 0.6
}

fn closer_height(stage: &Stage, loose: &Column) -> f32 {
    let lines: f32 = loose.lines(true).iter().map(|it| it.count as f32 * it.leading).sum();
    lines + closer_gap(stage) * loose.sets.len().saturating_sub(1) as f32
}

/// Whether a text of this height may hold in `room` once its size is multiplied: its area is, by the square. Some way off, it
/// is not even laid out.
fn may_hold(natural: f32, times: f32, room: f32) -> bool {
    natural * times * times * 0.7 <= room
}

/// A short text is read with more ease: larger than the last row needs, when the page is half empty all the same.
fn larger(ui: &Ui, stage: &Stage, passages: &[Passage], room: Rect, natural: f32) -> Option<Flow> {
    let sizes =
        [1.3, 1.15].into_iter().filter(|times| may_hold(natural, *times, room.height() * 0.6));
    sizes.into_iter().find_map(|times| {
        let face = face::room(stage.least() * times, stage.text().weight);
        let all = Column::of(ui, stage, passages, |_| face, room.width());
        (all.height() <= room.height() * 0.6).then(|| all.one_page(stage, room, Vec::new()))
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

    /// Its lines, as they are or closer to each other: they break at the same words.
    fn lines(&self, closer: bool) -> Lines {
        let own = self.galley.rows.first().map_or(self.face.leading, |row| row.height());
        let leading = if closer { own.min(self.face.closer().leading.ceil()) } else { own };
        Lines { count: self.galley.rows.len(), leading }
    }
}

/// Passages one under the other.
struct Column {
    sets: Vec<Set>,
    gap: f32,
}

impl Column {
    fn of(
        ui: &Ui,
        stage: &Stage,
        passages: &[Passage],
        face: impl Fn(&Passage) -> Face,
        width: f32,
    ) -> Column {
        let set = |passage| Set::of(ui, stage, passage, face(passage), width);
        let sets: Vec<Set> = passages.iter().map(set).collect();
        let close = sets.first().is_some_and(|set| set.face == set.face.closer());
        Column { sets, gap: if close { closer_gap(stage) } else { stage.gap() } }
    }

    fn lines(&self, closer: bool) -> Vec<Lines> {
        self.sets.iter().map(|set| set.lines(closer)).collect()
    }

    fn height(&self) -> f32 {
        let texts: f32 = self.sets.iter().map(|set| set.galley.size().y).sum();
        texts + self.gap * self.sets.len().saturating_sub(1) as f32
    }

    fn one_page(&self, stage: &Stage, room: Rect, small: Vec<Small>) -> Flow {
        let mut top = room.top();
        let placed = self.sets.iter().map(|set| {
            let placed = place(stage, set, pos2(room.left(), top), None);
            top = placed.rect.bottom() + self.gap;
            placed
        });
        Flow { placed: placed.collect(), small, pages: 1 }
    }

    /// The wanted page of `pages`.
    fn page(
        &self,
        stage: &Stage,
        pages: &[Vec<Part>],
        first: Rect,
        next: Rect,
        wanted: usize,
    ) -> Flow {
        let room = if wanted == 0 { first } else { next };
        let parts = pages.get(wanted).map_or(&[][..], Vec::as_slice);
        let placed = parts.iter().filter_map(|part| {
            let set = self.sets.get(part.of)?;
            let whole = part.until - part.from == set.galley.rows.len();
            let lines = (!whole).then(|| set::rows(&set.galley, part.from, part.until));
            Some(place(stage, set, room.min + vec2(0.0, part.top), lines))
        });
        Flow { placed: placed.collect(), small: Vec::new(), pages: pages.len() }
    }
}

fn place(stage: &Stage, set: &Set, at: Pos2, lines: Option<Arc<Galley>>) -> Placed {
    let whole = lines.is_none();
    let galley = lines.unwrap_or_else(|| Arc::clone(&set.galley));
    let rect = Rect::from_min_size(at + vec2(set.indent, 0.0), galley.size());
    let bar = set.passage.bar.map(|hue| {
        let bar = Rect::from_min_size(at, vec2(stage.u(14.0), rect.height()));
        (bar, hue)
    });
    Placed { target: set.passage.target.clone(), galley, rect, bar, whole, face: set.face }
}

/// The group's texts set smaller, the method's as they are; none when they would be too small.
fn smaller(ui: &Ui, stage: &Stage, passages: &[Passage], room: Rect, natural: f32) -> Option<Flow> {
    let shrinks = |passage: &Passage| passage.target.is_some();
    if !passages.iter().any(shrinks) {
        return None;
    }
    let sizes = STEPS.iter().filter(|times| may_hold(natural, **times, room.height()));
    sizes.into_iter().find_map(|times| {
        let least = face::room(stage.least() * times, stage.text().weight).closer();
        let full = stage.text().closer();
        let face = |passage: &Passage| if shrinks(passage) { least } else { full };
        let all = Column::of(ui, stage, passages, face, room.width());
        (all.height() <= room.height()).then(|| {
            let targets = passages
                .iter()
                .filter(|passage| shrinks(passage))
                .filter_map(|it| it.target.clone());
            let size = stage.leading.room.least() * times;
            let small = targets.map(|target| Small { target, size }).collect();
            all.one_page(stage, room, small)
        })
    })
}

/// On the leader's screen alone: around what the last row cannot read. Texts that follow each other are in one frame.
fn frames(ui: &Ui, stage: &Stage, flow: &Flow) {
    let small = |placed: &&Placed| {
        let target = placed.target.as_ref();
        target.is_some_and(|target| stage.small.iter().any(|small| small.target == *target))
    };
    let mut around: Option<Rect> = None;
    let close = |around: &mut Option<Rect>| {
        let Some(rect) = around.take() else { return };
        // Half-way to what stands above and under it at most.
        let reach = closer_gap(stage) / 2.0;
        let wide = (line::RULE / stage.scale).min(reach * 0.8);
        let radius = f32::from(space::RADIUS) / stage.scale;
        let stroke = Stroke::new(wide, stage.cx.theme.ink);
        let rect = rect.expand2(vec2(stage.u(8.0), reach - wide));
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Outside);
    };
    for placed in &flow.placed {
        if small(&placed) {
            let whole = placed.bar.map_or(placed.rect, |(bar, _)| placed.rect.union(bar));
            around = Some(around.map_or(whole, |around| around.union(whole)));
        } else {
            close(&mut around);
        }
    }
    close(&mut around);
}

/// Paints what was laid out; where one can write, a text is a control that opens for it.
pub fn paint(ui: &Ui, stage: &Stage, flow: &Flow, actions: &mut Actions) {
    if stage.is_reduced() {
        frames(ui, stage, flow);
    }
    for (at, placed) in flow.placed.iter().enumerate() {
        if let Some((bar, hue)) = placed.bar {
            ui.painter().rect_filled(bar, 0.0, hue);
        }
        set::paint(ui, placed.rect.min, &placed.galley);
        let words = placed.galley.text();
        let Some(target) = placed.target.as_ref().filter(|_| stage.is_touched()) else {
            page::heard(ui, stage, ("text", at), Role::Label, placed.rect, words);
            continue;
        };
        let response =
            ui.interact(stage.target(placed.rect), stage.id(("text", target)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
        if response.has_focus() {
            ring::boxed(ui.painter(), stage.cx.theme.ink, placed.rect, stage.ring());
        }
        if response.clicked() {
            actions.push(Action::Lead(Lead::Write(target.clone())));
        }
    }
}
