//! This computes where the parts of a rail stand. It is pure: it needs no window.

use egui::{Pos2, Rect, Vec2, pos2};

use crate::model::Step;
use crate::ui::theme::{Face, face, line};

/// The sizes of a rail, in points: the overview, the focus and the room each have theirs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    pub line: f32,
    /// Height of a notch; the middle one is taller.
    pub notch: f32,
    pub middle: f32,
    pub handle_radius: f32,
    /// The ring of paper around the handle.
    pub halo: f32,
    /// Room around the handle for that ring, and for the keyboard's.
    pub ring: f32,
    /// From the rectangle's edge to the end notch.
    pub inset: f32,
    /// Of « à placer ».
    pub words: Face,
    /// The stroke of its edge.
    pub mark: f32,
    /// The stroke of the keyboard's ring.
    pub around: f32,
    /// From the words « à placer » to their edge, both sides together.
    pub lozenge: Vec2,
}

/// At the desk.
const LOZENGE: Vec2 = Vec2::new(44.0, 8.0);

impl Metrics {
    pub const OVERVIEW: Metrics = Metrics {
        line: 2.0,
        notch: 13.0,
        middle: 22.0,
        handle_radius: 11.0,
        halo: 3.0,
        ring: 7.0,
        inset: 18.0,
        words: face::CAPTION,
        mark: line::MARK,
        around: line::RULE,
        lozenge: LOZENGE,
    };
    /// One rail in large.
    pub const FOCUS: Metrics = Metrics {
        line: 5.0,
        notch: 36.0,
        middle: 60.0,
        handle_radius: 29.0,
        halo: 7.0,
        ring: 9.0,
        inset: 40.0,
        words: face::FOCUS_COUNT,
        mark: line::MARK,
        around: line::RULE,
        lozenge: LOZENGE,
    };
    /// Five rails on one screen, or one on a low one.
    pub const MEDIUM: Metrics = Metrics {
        line: 3.0,
        notch: 20.0,
        middle: 32.0,
        handle_radius: 15.0,
        halo: 4.0,
        ring: 7.0,
        inset: 24.0,
        words: face::FOCUS_HELP,
        mark: line::MARK,
        around: line::RULE,
        lozenge: LOZENGE,
    };

    /// The height of a rail: its handle, what surrounds it, and the keyboard's ring.
    pub fn height(&self) -> f32 {
        let handle = 2.0 * (self.handle_radius + self.ring);
        handle.max(self.middle).max(self.words.leading + self.ring * 1.7)
    }
}

/// A rail laid out in a rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometry {
    pub rect: Rect,
    pub metrics: Metrics,
}

impl Geometry {
    pub fn new(rect: Rect, metrics: Metrics) -> Geometry {
        Geometry { rect, metrics }
    }

    fn left(&self) -> f32 {
        self.rect.left() + self.metrics.inset
    }

    fn right(&self) -> f32 {
        (self.rect.right() - self.metrics.inset).max(self.left() + 1.0)
    }

    /// From one notch to the next, in points.
    pub fn pitch(&self) -> f32 {
        (self.right() - self.left()) / (Step::COUNT - 1) as f32
    }

    /// The centre of a notch.
    pub fn at(&self, step: Step) -> Pos2 {
        pos2(self.left() + self.pitch() * step.index() as f32, self.rect.center().y)
    }

    /// The step whose notch is nearest to `x`: anywhere on the rail is a notch.
    pub fn nearest(&self, x: f32) -> Step {
        Step::nearest((x - self.left()) / self.pitch())
    }

    pub fn ends(&self) -> [Pos2; 2] {
        [self.at(Step::LEFT), self.at(Step::RIGHT)]
    }

    /// The two ends of a notch's stroke.
    pub fn notch(&self, step: Step) -> [Pos2; 2] {
        let height = if step == Step::MIDDLE { self.metrics.middle } else { self.metrics.notch };
        let half = Vec2::new(0.0, height / 2.0);
        [self.at(step) - half, self.at(step) + half]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn geometry() -> Geometry {
        Geometry::new(
            Rect::from_min_size(pos2(10.0, 20.0), Vec2::new(408.0, 32.0)),
            Metrics::OVERVIEW,
        )
    }

    #[test]
    fn every_notch_is_where_a_click_on_it_says() {
        let geometry = geometry();
        for step in Step::all() {
            assert_eq!(geometry.nearest(geometry.at(step).x), step);
            let almost_half = geometry.pitch() * 0.49;
            assert_eq!(geometry.nearest(geometry.at(step).x + almost_half), step);
            assert_eq!(geometry.nearest(geometry.at(step).x - almost_half), step);
        }
    }

    #[test]
    fn beyond_the_ends_is_the_pole_and_no_step_is_nobler_than_another() {
        let geometry = geometry();
        assert_eq!(geometry.nearest(-1e6), Step::LEFT);
        assert_eq!(geometry.nearest(1e6), Step::RIGHT);
        let [left, right] = geometry.ends();
        assert_eq!(left.x - geometry.rect.left(), geometry.rect.right() - right.x);
        assert_eq!(geometry.at(Step::MIDDLE).x, geometry.rect.center().x);
    }

    #[test]
    fn a_rail_narrower_than_its_insets_still_has_seven_notches() {
        let narrow = Geometry::new(
            Rect::from_min_size(Pos2::ZERO, Vec2::new(10.0, 32.0)),
            Metrics::OVERVIEW,
        );
        assert!(narrow.pitch() > 0.0);
        assert_eq!(narrow.nearest(narrow.at(Step::RIGHT).x), Step::RIGHT);
    }
}
