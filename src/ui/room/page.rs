//! What every page of the room has: what one is at, over a rule; and where one is in it, at its foot.

use std::fmt::Debug;
use std::hash::Hash;

use egui::accesskit::Live;
use egui::{Color32, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::stage::Stage;
use crate::intent::leading::Side;
use crate::text::room as words;
use crate::ui::type_setting as set;

/// The head of a page.
pub struct Head<'a> {
    pub title: &'a str,
    pub hue: Color32,
    /// « axe 2 sur 5 »
    pub rank: &'a str,
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
    if let Some(left) = stage.left {
        let galley = set::set(
            ui,
            &words::time_left(left),
            stage.strong(),
            stage.cx.theme.ink,
            f32::INFINITY,
        );
        right -= galley.size().x;
        let rect = set::paint(ui, pos2(right, middle - galley.size().y / 2.0), &galley);
        heard(ui, stage, "time", Role::Label, rect, galley.text());
        right -= stage.least();
    }
    if stage.leading.rehearsal {
        let galley =
            set::set(ui, words::REHEARSAL, stage.strong(), stage.cx.theme.muted, f32::INFINITY);
        right -= galley.size().x;
        let at = set::paint(ui, pos2(right, middle - galley.size().y / 2.0), &galley);
        heard(ui, stage, "rehearsal", Role::Label, at, galley.text());
        right -= stage.least();
    }
    if pages > 1 {
        let said = words::page(stage.page.min(pages - 1) + 1, pages);
        let galley = set::set(ui, &said, stage.strong(), stage.cx.theme.muted, f32::INFINITY);
        right -= galley.size().x;
        let at = set::paint(ui, pos2(right, middle - galley.size().y / 2.0), &galley);
        heard(ui, stage, "page", Role::Label, at, galley.text());
        right -= stage.least();
    }
    let mut left = inner.left();
    if let Some(along) = along {
        left = dots(ui, stage, along, pos2(inner.left(), middle), right);
    }
    let half = stage.text().leading / 2.0;
    Rect::from_x_y_ranges(left..=right.max(left), middle - half..=middle + half)
}

/// Gives where they end.
fn dots(ui: &Ui, stage: &Stage, along: Along, at: egui::Pos2, end: f32) -> f32 {
    let radius = stage.u(11.0);
    let gap = stage.u(15.0);
    let stretched = stage.u(58.0);
    let width = stretched + (along.of.saturating_sub(1)) as f32 * (2.0 * radius + gap);
    // Forty free fields do not fit: the rank says where one is.
    if along.of < 2 || at.x + width > end {
        return at.x;
    }
    let ink = stage.cx.theme.ink;
    let mut x = at.x;
    for index in 0..along.of {
        if index == along.at {
            let rect = Rect::from_min_size(pos2(x, at.y - radius), vec2(stretched, 2.0 * radius));
            ui.painter().rect_filled(rect, radius, along.hue);
            x += stretched + gap;
            continue;
        }
        let centre = pos2(x + radius, at.y);
        if index < along.at {
            ui.painter().circle_filled(centre, radius, ink);
        } else {
            let stroke = Stroke::new(stage.u(4.0).max(2.0), ink);
            ui.painter().circle_stroke(centre, radius - stroke.width / 2.0, stroke);
        }
        x += 2.0 * radius + gap;
    }
    x + gap
}

/// « Ne pas toucher », on the one screen there is: over its foot, whatever it shows.
pub fn locked(ui: &Ui, stage: &Stage) {
    let theme = stage.cx.theme;
    let galley = set::set(ui, words::DO_NOT_TOUCH, stage.strong(), theme.paper, f32::INFINITY);
    let size = galley.size() + vec2(stage.u(48.0), stage.u(12.0));
    let centre = pos2(stage.rect.center().x, stage.rect.bottom() - size.y / 2.0 - stage.u(10.0));
    let plate = Rect::from_center_size(centre, size);
    ui.painter().rect_filled(plate, stage.u(8.0), theme.ink);
    let words = set::paint(ui, centre - galley.size() / 2.0, &galley);
    heard(ui, stage, "locked", Role::Label, words, galley.text());
}
