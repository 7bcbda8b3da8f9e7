//! The help shows page by page how to prepare a workshop, lead it and end it, with pictures of the real program.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Galley, Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::breaks::Breaks;
use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::text::help::{Block, Page, Run, plain};
use crate::ui::Cx;
use crate::ui::components::picture;
use crate::ui::theme::{Face, face};
use crate::ui::type_setting as set;

/// Lines longer than this are not read well.
const MOST_WIDTH: f32 = 860.0;
const MOST_PICTURE: f32 = 560.0;
/// A picture stands beside the words when at least this is left for it.
const LEAST_PICTURE: f32 = 300.0;
const BESIDE: f32 = 48.0;
const INDENT: f32 = 28.0;
const GAP: f32 = 14.0;

pub fn show(ui: &mut Ui, cx: Cx, page: Page, actions: &mut Actions) {
    let low = frame::is_low(ui.max_rect());
    frame::show(ui, cx, &Focus::Help(page), actions, |ui, room, _| {
        let (parts, height) = lay_out(ui, cx, page, room, low);
        let breaks = Breaks::between(parts.iter().flat_map(|part| part.lines(room.top())));
        frame::paged(ui, cx, page.title(), room, height, &breaks, |ui, origin| {
            for (index, part) in parts.iter().enumerate() {
                self::part(ui, cx, page, index, part, origin - room.min);
            }
        });
    });
}

/// A block laid out.
struct Part {
    rect: Rect,
    kind: Kind,
}

impl Part {
    /// The top and the bottom of each of its lines, from `top` down. A heading stays with what it is the heading of.
    fn lines(&self, top: f32) -> Vec<(f32, f32)> {
        let at = self.rect.top() - top;
        match &self.kind {
            Kind::Picture { .. } => vec![(at, at + self.rect.height())],
            Kind::Words { role: Role::Heading, .. } => {
                vec![(at, at + self.rect.height() + 2.0 * GAP)]
            }
            Kind::Words { galley, .. } => {
                let rows = galley.rows.iter().map(|row| row.rect());
                rows.map(|row| (at + row.top(), at + row.bottom())).collect()
            }
        }
    }
}

enum Kind {
    Words { galley: Arc<Galley>, role: Role, said: String, bullet: bool },
    Picture { name: &'static str, shows: &'static str },
}

fn lay_out(ui: &Ui, cx: Cx, page: Page, room: Rect, low: bool) -> (Vec<Part>, f32) {
    let width = room.width().min(MOST_WIDTH);
    let body = if low { face::FOCUS_HELP } else { face::FOCUS_BODY };
    let left = room.width() - width - BESIDE;
    let mut top = room.top();
    // Under the last picture that stands beside the words.
    let mut under = top;
    let mut parts = Vec::new();
    // The title stands in the head already.
    for block in page.blocks().iter().skip(1) {
        let beside = matches!(block, Block::Picture { .. }) && left >= LEAST_PICTURE;
        if beside {
            // Beside what it shows, which comes before it.
            let last = parts.last().map_or(top, |part: &Part| part.rect.top());
            let at = pos2(room.right() - left.min(MOST_PICTURE), under.max(last));
            let (rect, kind) = one(ui, cx, block, at, left, body);
            under = rect.bottom() + 2.0 * GAP;
            parts.push(Part { rect, kind });
            continue;
        }
        let (rect, kind) = one(ui, cx, block, pos2(room.left(), top), width, body);
        top = rect.bottom() + GAP;
        parts.push(Part { rect, kind });
    }
    (parts, top.max(under) - room.top())
}

fn one(
    ui: &Ui,
    cx: Cx,
    block: &'static Block,
    at: egui::Pos2,
    width: f32,
    body: Face,
) -> (Rect, Kind) {
    let (galley, role, said, bullet) = match block {
        Block::Picture { name, shows } => {
            let wide = width.min(MOST_PICTURE);
            let rect = Rect::from_min_size(at, vec2(wide, picture::height(wide)));
            return (rect, Kind::Picture { name, shows });
        }
        Block::Title(words) | Block::Heading(words) => {
            let face = if body.size < 20.0 { face::FOCUS_CAPTION } else { face::FOCUS_LONG_TITLE };
            let galley = set::balanced(ui, words, face, cx.theme.ink, width);
            (galley, Role::Heading, words.clone(), false)
        }
        Block::Paragraph(runs) => {
            (runs_set(ui, cx, runs, body, width), Role::Label, plain(runs), false)
        }
        Block::Item(runs) => {
            (runs_set(ui, cx, runs, body, width - INDENT), Role::Label, plain(runs), true)
        }
    };
    let above = if role == Role::Heading { 12.0 } else { 0.0 };
    let left = if bullet { INDENT } else { 0.0 };
    let rect = Rect::from_min_size(at + vec2(left, above), galley.size());
    (rect, Kind::Words { galley, role, said, bullet })
}

/// Words of two weights in one paragraph.
fn runs_set(ui: &Ui, cx: Cx, runs: &[Run], body: Face, width: f32) -> Arc<Galley> {
    let strong = body.strong();
    let mut whole: Option<LayoutJob> = None;
    for run in runs {
        let face = if run.strong { strong } else { body };
        match &mut whole {
            None => whole = Some(set::job(&run.words, face, cx.theme.ink, width)),
            Some(job) => set::append(job, &run.words, face, cx.theme.ink),
        }
    }
    set::lay_out(ui, whole.unwrap_or_default())
}

fn part(ui: &Ui, cx: Cx, page: Page, index: usize, part: &Part, moved: Vec2) {
    let rect = part.rect.translate(moved);
    match &part.kind {
        Kind::Picture { name, shows } => picture::show(ui, cx.theme, name, shows, rect),
        Kind::Words { galley, role, said, bullet } => {
            let id = Id::unique(("help", page, index));
            let response = ui.interact(rect, id, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(*role, true, said));
            set::paint(ui, rect.min, galley);
            if *bullet {
                let first = galley.rows.first().map_or(0.0, |row| row.rect().center().y);
                let at = pos2(rect.left() - INDENT + 8.0, rect.top() + first);
                ui.painter().circle_filled(at, 4.0, cx.theme.ink);
            }
        }
    }
}
