//! These shapes speak without colour: the tick of a criterion, the ring of a point of vigilance, a dashed edge.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::model::design::PointState;
use crate::ui::theme::{Theme, line, space};

/// A square box, ticked or not; `size` is its side.
pub fn tick_box(painter: &Painter, theme: &Theme, rect: Rect, ticked: bool) {
    tick_box_of(painter, theme, rect, ticked, line::MARK);
}

/// As [`tick_box`], its edge `wide` points wide.
pub fn tick_box_of(painter: &Painter, theme: &Theme, rect: Rect, ticked: bool, wide: f32) {
    let radius = 2.0 * wide;
    if ticked {
        painter.rect_filled(rect, radius, theme.ink);
        tick(painter, rect.center(), rect.width(), theme.paper);
    } else {
        let stroke = Stroke::new(wide, theme.ink);
        painter.rect(rect, radius, theme.cell, stroke, StrokeKind::Inside);
    }
}

/// A ring (to discuss), a half disc (in discussion), a disc with a tick (settled).
pub fn point_state(painter: &Painter, theme: &Theme, centre: Pos2, radius: f32, state: PointState) {
    point_state_of(painter, theme, (centre, radius), state, line::MARK);
}

/// As [`point_state`], its ring `wide` points wide.
pub fn point_state_of(
    painter: &Painter,
    theme: &Theme,
    (centre, radius): (Pos2, f32),
    state: PointState,
    wide: f32,
) {
    let hue = theme.vigilance;
    let ring = Stroke::new(wide, hue);
    let inside = radius - wide / 2.0;
    match state {
        PointState::ToDiscuss => {
            painter.circle(centre, inside, theme.cell, ring);
        }
        PointState::InDiscussion => {
            painter.circle(centre, inside, theme.cell, ring);
            painter.add(half_disc(centre, inside, hue));
        }
        PointState::Settled => {
            painter.circle_filled(centre, radius, hue);
            tick(painter, centre, radius * 2.0, theme.paper);
        }
    }
}

/// A tick drawn in a square of side `size`.
pub fn tick(painter: &Painter, centre: Pos2, size: f32, colour: Color32) {
    let at = |x: f32, y: f32| centre + vec2(x, y) * size;
    let points = vec![at(-0.22, 0.02), at(-0.06, 0.18), at(0.24, -0.18)];
    painter.add(Shape::line(points, Stroke::new((size * 0.13).max(line::MARK), colour)));
}

/// The dashed edge of what is still empty.
pub fn dashed_box(painter: &Painter, rect: Rect, stroke: Stroke) {
    let radius = f32::from(space::RADIUS);
    dashed_outline(painter, rect, radius, stroke);
}

/// A dashed outline with round corners of the given radius.
pub fn dashed_outline(painter: &Painter, rect: Rect, radius: f32, stroke: Stroke) {
    let mut outline = rounded_outline(rect, radius);
    if let Some(first) = outline.first().copied() {
        outline.push(first);
    }
    let dash = stroke.width / line::MARK;
    painter.extend(Shape::dashed_line(&outline, stroke, 4.0 * dash.max(1.0), 3.0 * dash.max(1.0)));
}

fn half_disc(centre: Pos2, radius: f32, colour: Color32) -> Shape {
    let points = arc(centre, radius, 90.0, 270.0);
    Shape::convex_polygon(points, colour, Stroke::NONE)
}

/// Points along an arc, in degrees, clockwise from the right.
fn arc(centre: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    const PARTS: usize = 24;
    (0..=PARTS)
        .map(|part| {
            let angle = (from + (to - from) * part as f32 / PARTS as f32).to_radians();
            centre + Vec2::angled(angle) * radius
        })
        .collect()
}

fn rounded_outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let r = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let inner = rect.shrink(r);
    [
        arc(pos2(inner.right(), inner.top()), r, -90.0, 0.0),
        arc(pos2(inner.right(), inner.bottom()), r, 0.0, 90.0),
        arc(pos2(inner.left(), inner.bottom()), r, 90.0, 180.0),
        arc(pos2(inner.left(), inner.top()), r, 180.0, 270.0),
    ]
    .concat()
}
