//! Dots say where one is among the things of a zone: each has a disc, the one of now is stretched, those to come are
//! hollow.

use egui::{Color32, Painter, Pos2, Rect, Stroke, pos2, vec2};

use crate::ui::theme::Theme;

pub struct Dots {
    /// From 0.
    pub at: usize,
    pub of: usize,
    pub hue: Color32,
    pub radius: f32,
    pub gap: f32,
    /// The width of the one of now.
    pub stretched: f32,
    /// The line of those to come.
    pub stroke: f32,
}

impl Dots {
    pub fn width(&self) -> f32 {
        self.stretched + self.of.saturating_sub(1) as f32 * (2.0 * self.radius + self.gap)
    }

    /// From `start`, the middle of their left edge.
    pub fn paint(&self, painter: &Painter, theme: &Theme, start: Pos2) {
        let radius = self.radius;
        let mut x = start.x;
        for index in 0..self.of {
            if index == self.at {
                let size = vec2(self.stretched, 2.0 * radius);
                let disc = Rect::from_min_size(pos2(x, start.y - radius), size);
                painter.rect_filled(disc, radius, self.hue);
                x += self.stretched + self.gap;
                continue;
            }
            let centre = pos2(x + radius, start.y);
            if index < self.at {
                painter.circle_filled(centre, radius, theme.ink);
            } else {
                let stroke = Stroke::new(self.stroke, theme.ink);
                painter.circle_stroke(centre, radius - self.stroke / 2.0, stroke);
            }
            x += 2.0 * radius + self.gap;
        }
    }
}
