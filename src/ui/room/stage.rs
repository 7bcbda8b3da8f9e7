//! The stage is the image that the room sees: its sizes all follow from its height and from how far the last row is.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Rect, Ui, UiBuilder, Vec2, pos2, vec2};

use super::shown::Small;
use crate::intent::leading::{Leading, Side};
use crate::ui::Cx;
use crate::ui::components::rail::Metrics;
use crate::ui::theme::{Face, Pen, Weight, face, line, space};

/// The height that the measures of the design are given for, in points.
const LINES: f32 = 720.0;

/// Where a scene is shown: the room's whole screen, or its reduction on the leader's.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    pub cx: Cx<'a>,
    pub leading: &'a Leading,
    pub rect: Rect,
    /// What is shown can be touched.
    pub live: bool,
    pub side: Side,
    /// The minutes left, when the room is to see them.
    pub left: Option<i64>,
    /// What the last row cannot read, as the room's own image has it.
    pub small: &'a [Small],
    /// How much smaller than the room's own image it shows.
    pub scale: f32,
    /// How far the text that is being written has scrolled, where it is.
    pub scrolled: f32,
    /// The page of the scene, from 0: one that there is, whatever has become shorter since it was turned to.
    pub(super) page: usize,
    /// It is laid out to be measured: nothing is painted, said or touched.
    pub(super) unseen: bool,
}

impl<'a> Stage<'a> {
    /// The image of `side` in `rect`, where nothing is touched.
    pub fn of(cx: Cx<'a>, leading: &'a Leading, rect: Rect, side: Side) -> Stage<'a> {
        let (live, left, small) = (false, None, &[][..]);
        let (scale, scrolled, page, unseen) = (1.0, 0.0, leading.page, false);
        Stage { cx, leading, rect, live, side, left, small, scale, scrolled, page, unseen }
    }

    /// Whether it has controls.
    pub fn is_touched(&self) -> bool {
        self.live && !self.unseen
    }
}

/// The name of a control of a scene, in the window that shows it.
pub fn id(side: Side, name: impl Hash + Debug) -> Id {
    Id::unique(("room", side, name))
}

impl Stage<'_> {
    /// The name of a control of its scene.
    pub fn id(&self, name: impl Hash + Debug) -> Id {
        id(self.side, name)
    }

    /// What a finger has to touch `rect`: 44 points at least on the room's own image.
    pub fn target(&self, rect: Rect) -> Rect {
        let least = vec2(space::FOCUS_TARGET, space::FOCUS_TARGET);
        let more =
            if self.is_reduced() { Vec2::ZERO } else { (least - rect.size()).max(Vec2::ZERO) };
        rect.expand2(more / 2.0)
    }

    /// The reduction of the room's image that the leader has.
    pub fn is_reduced(&self) -> bool {
        self.side == Side::Desk && self.leading.at_the_desk()
    }

    /// A measure of the design (in points of an image 720 high) on this image.
    pub fn u(&self, points: f32) -> f32 {
        points * self.rect.height() / LINES
    }

    /// The smallest type that the last row can read, in points.
    pub fn least(&self) -> f32 {
        self.leading.room.least() * self.rect.height()
    }

    /// The strokes that carry meaning: as far as letters are read, so are they.
    pub fn pen(&self) -> Pen {
        Pen::room(self.least())
    }

    /// The keyboard's ring: as wide as any on the leader's screen, and seen from the back in the room.
    pub fn ring(&self) -> f32 {
        if self.is_reduced() { line::RULE / self.scale } else { self.pen().rule }
    }

    /// What is read.
    pub fn text(&self) -> Face {
        face::room(self.least(), Weight::Regular)
    }

    /// The same, where it must stand out.
    pub fn strong(&self) -> Face {
        face::room(self.least(), Weight::SemiBold)
    }

    /// `times` the least size, in bold, for what one speaks of.
    pub fn large(&self, times: f32) -> Face {
        face::room(self.least() * times, Weight::Bold)
    }

    /// The image without its margins: what a projector may cut away at the edges holds nothing.
    pub fn inner(&self) -> Rect {
        let side = self.u(64.0).min(self.rect.width() * 0.05);
        self.rect.shrink2(vec2(side, self.u(28.0)))
    }

    pub fn gap(&self) -> f32 {
        self.least() * 0.55
    }

    /// A rail across the page, or one of several.
    pub fn rail(&self, alone: bool) -> Metrics {
        let k = if alone { 1.0 } else { 0.5 };
        let pen = self.pen();
        let ring = self.u(if alone { 11.0 } else { 7.0 });
        Metrics {
            // As wide as any mark at least, and no wider than the design has it when the last row is near.
            line: self.u(5.0 * k).max(pen.mark.min(self.u(4.0))),
            notch: self.u(38.0 * k),
            middle: self.u(66.0 * k),
            handle_radius: self.u(37.0 * k),
            halo: self.u(9.0 * k),
            ring,
            inset: self.u(46.0 * k),
            words: self.text(),
            mark: pen.mark,
            around: self.ring().min(ring * 0.6),
            lozenge: vec2(self.u(60.0), self.u(8.0)),
        }
    }

    /// The rectangle of a rail whose end notches are flush with `left` and `right`.
    pub fn rail_rect(&self, metrics: &Metrics, left: f32, right: f32, top: f32) -> Rect {
        let out = metrics.inset - metrics.line / 2.0;
        Rect::from_min_max(pos2(left - out, top), pos2(right + out, top + metrics.height()))
    }
}

/// Where a scene is laid out and not shown.
pub fn hidden(ui: &mut Ui, stage: &Stage) -> Ui {
    ui.new_child(UiBuilder::new().max_rect(stage.rect).id_salt("unseen").invisible())
}
