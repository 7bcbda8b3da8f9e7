//! Every page of the room says what one is at, over a rule, and where one is in it, at its foot.

use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use egui::accesskit::Live;
use egui::{Color32, Galley, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::stage::Stage;
use crate::intent::leading::Side;
use crate::text::room as words;
use crate::ui::components::dots::Dots;
use crate::ui::type_setting as set;

/// The head of a page.
pub struct Head<'a> {
    pub title: &'a str,
    pub hue: Color32,
    /// « axe 2 sur 5 »
    pub rank: &'a str,
}

/// How many lines a head takes.
pub fn head_lines(ui: &Ui, stage: &Stage, title: &str, rank: &str) -> usize {
    let (face, width) = (stage.strong(), stage.inner().width());
    let lines = |words: &str| set::set(ui, words, face, stage.cx.theme.ink, width).rows.len();
    let beside = set::width(ui, title, face) + stage.least() + set::width(ui, rank, face) <= width;
    lines(title) + if beside || rank.is_empty() { 0 } else { lines(rank) }
}

/// Shows the head, and gives the room under it and above the foot.
pub fn head(ui: &Ui, stage: &Stage, head: &Head) -> Rect {
    let inner = stage.inner();
    let face = stage.strong();
    let muted = stage.cx.theme.muted;
    let rank = set::set(ui, head.rank, face, muted, inner.width());
    let gap = stage.least();
    // Beside the title when both hold on the line; under it otherwise.
    let beside = set::width(ui, head.title, face) + gap + rank.size().x <= inner.width();
    let title = set::balanced(ui, head.title, face, head.hue, inner.width());
    let mut bottom = set::paint(ui, inner.min, &title).bottom();
    let rank_top = if beside { inner.top() } else { bottom };
    let rank_at = if beside { inner.right() - rank.size().x } else { inner.left() };
    if !head.rank.is_empty() {
        bottom = bottom.max(set::paint(ui, pos2(rank_at, rank_top), &rank).bottom());
    }
    let said = [head.title, head.rank].into_iter().filter(|part| !part.is_empty());
    heard(
        ui,
        stage,
        "head",
        Role::Heading,
        Rect { max: pos2(inner.right(), bottom), ..inner },
        &said.collect::<Vec<_>>().join(", "),
    );
    let rule = bottom + stage.u(8.0);
    ui.painter().hline(inner.x_range(), rule, Stroke::new(stage.u(6.0).max(2.0), head.hue));
    let foot = inner.bottom() - stage.text().leading - stage.u(8.0);
    Rect::from_min_max(pos2(inner.left(), rule + stage.u(22.0)), pos2(inner.right(), foot))
}

/// Says to a screen reader what stands in `rect`.
pub fn heard(ui: &Ui, stage: &Stage, name: impl Hash + Debug, role: Role, rect: Rect, words: &str) {
    if words.is_empty() || stage.unseen || stage.side == Side::Picture {
        return;
    }
    let response = ui.interact(rect, stage.id(name), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
    if role == Role::Heading {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    }
}

/// Where one is among the things of a zone, from 0.
#[derive(Clone, Copy)]
pub struct Along {
    pub at: usize,
    pub of: usize,
    pub hue: Color32,
}

/// Dots, the one of this scene stretched; « page 2 sur 3 ». Gives what is free between the two.
pub fn foot(ui: &Ui, stage: &Stage, along: Option<Along>, pages: usize) -> Rect {
    let inner = stage.inner();
    let middle = inner.bottom() - stage.text().leading / 2.0;
    let mut right = inner.right();
    for said in said(stage, pages) {
        let galley = said.set(ui, stage);
        right -= galley.size().x;
        let rect = set::paint(ui, pos2(right, middle - galley.size().y / 2.0), &galley);
        heard(ui, stage, said.name, Role::Label, rect, galley.text());
        right -= stage.least();
    }
    if is_locked(stage) {
        let size = plate_size(ui, stage);
        if right - size.x < inner.left() {
            locked(ui, stage);
        } else {
            right -= size.x;
            plate(ui, stage, Rect::from_center_size(pos2(right + size.x / 2.0, middle), size));
            right -= stage.least();
        }
    }
    let mut left = inner.left();
    if let Some(along) = along {
        left = dots(ui, stage, along, pos2(inner.left(), middle), right);
    }
    let half = stage.text().leading / 2.0;
    Rect::from_x_y_ranges(left..=right.max(left), middle - half..=middle + half)
}

/// The width that the words of the foot take at its right.
pub fn foot_taken(ui: &Ui, stage: &Stage, pages: usize) -> f32 {
    let words = said(stage, pages).map(|said| said.set(ui, stage).size().x + stage.least());
    let plate = if is_locked(stage) { plate_size(ui, stage).x + stage.least() } else { 0.0 };
    words.sum::<f32>() + plate
}

/// Words of the foot.
struct Said {
    name: &'static str,
    words: String,
    quiet: bool,
}

impl Said {
    fn set(&self, ui: &Ui, stage: &Stage) -> Arc<Galley> {
        let theme = stage.cx.theme;
        let ink = if self.quiet { theme.muted } else { theme.ink };
        set::set(ui, &self.words, stage.strong(), ink, f32::INFINITY)
    }
}

/// From the right on.
fn said(stage: &Stage, pages: usize) -> impl Iterator<Item = Said> {
    let time = stage.left.map(words::time_left);
    let time = time.map(|words| Said { name: "time", words, quiet: false });
    let rehearsal = stage.leading.is_rehearsal().then(|| words::REHEARSAL.to_owned());
    let rehearsal = rehearsal.map(|words| Said { name: "rehearsal", words, quiet: true });
    let page = (pages > 1).then(|| words::page(stage.page.min(pages - 1) + 1, pages));
    let page = page.map(|words| Said { name: "page", words, quiet: true });
    time.into_iter().chain(rehearsal).chain(page)
}

/// Gives where they end.
fn dots(ui: &Ui, stage: &Stage, along: Along, at: egui::Pos2, end: f32) -> f32 {
    let dots = Dots {
        at: along.at,
        of: along.of,
        hue: along.hue,
        radius: stage.u(11.0),
        gap: stage.u(15.0),
        stretched: stage.u(58.0),
        stroke: stage.u(4.0).max(2.0),
    };
    // Forty free fields do not fit: the rank says where one is.
    if along.of < 2 || at.x + dots.width() > end {
        return at.x;
    }
    dots.paint(ui.painter(), stage.cx.theme, at);
    at.x + dots.width() + 2.0 * dots.gap
}

/// « Ne pas toucher », on the one screen there is: at the foot, whatever shows.
pub fn is_locked(stage: &Stage) -> bool {
    stage.leading.locked && stage.side == Side::Desk
}

/// As [`is_locked`], over what has no foot, or too much in it.
pub fn locked(ui: &Ui, stage: &Stage) {
    let size = plate_size(ui, stage);
    let centre = pos2(stage.rect.center().x, stage.rect.bottom() - size.y / 2.0 - stage.u(10.0));
    plate(ui, stage, Rect::from_center_size(centre, size));
}

fn do_not_touch(ui: &Ui, stage: &Stage) -> Arc<Galley> {
    set::set(ui, words::DO_NOT_TOUCH, stage.strong(), stage.cx.theme.paper, f32::INFINITY)
}

fn plate_size(ui: &Ui, stage: &Stage) -> Vec2 {
    do_not_touch(ui, stage).size() + vec2(stage.u(48.0), stage.u(12.0))
}

fn plate(ui: &Ui, stage: &Stage, plate: Rect) {
    let galley = do_not_touch(ui, stage);
    ui.painter().rect_filled(plate, stage.u(8.0), stage.cx.theme.ink);
    let words = set::paint(ui, plate.center() - galley.size() / 2.0, &galley);
    heard(ui, stage, "locked", Role::Label, words, galley.text());
}
