//! Each of the six orientations has its emblem: they are read from their SVG once, and drawn at any size in the theme's
//! ink.

use std::sync::OnceLock;

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

use crate::ui::theme::Theme;

/// Side of the box in which the emblems are drawn.
const BOX: f32 = 96.0;

const SOURCES: [(&str, &str); 6] = [
    ("grands-defis", include_str!("../../../assets/emblems/grands-defis.svg")),
    ("prospectif", include_str!("../../../assets/emblems/prospectif.svg")),
    ("incubateur", include_str!("../../../assets/emblems/incubateur.svg")),
    ("incremental", include_str!("../../../assets/emblems/incremental.svg")),
    ("capacitant", include_str!("../../../assets/emblems/capacitant.svg")),
    ("espace-tiers", include_str!("../../../assets/emblems/espace-tiers.svg")),
];

/// A part of an emblem, in units of the box.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Line {
        points: Vec<Pos2>,
        closed: bool,
    },
    /// A filled shape: the disc, or the ring of ground around it.
    Area {
        points: Vec<Pos2>,
        ground: bool,
    },
}

/// Draws the emblem of `lab` with its box filling `rect`; an id without an emblem draws nothing.
pub fn paint(painter: &Painter, theme: &Theme, lab: &str, rect: Rect, ground: Color32) {
    paint_at_least(painter, theme, lab, rect, ground, 0.0);
}

/// As [`paint`], its lines `least` points wide or more.
pub fn paint_at_least(
    painter: &Painter,
    theme: &Theme,
    lab: &str,
    rect: Rect,
    ground: Color32,
    least: f32,
) {
    let scale = rect.width().min(rect.height()) / BOX;
    let place = |points: &[Pos2]| -> Vec<Pos2> {
        points.iter().map(|point| rect.min + point.to_vec2() * scale).collect()
    };
    let stroke = Stroke::new((stroke_units(rect.width()) * scale).max(least), theme.ink);
    for part in parts(lab, rect.width() * painter.pixels_per_point()) {
        painter.add(match part {
            Part::Line { points, closed: true } => Shape::closed_line(place(points), stroke),
            Part::Line { points, closed: false } => Shape::line(place(points), stroke),
            Part::Area { points, ground: hole } => {
                let fill = if *hole { ground } else { theme.ink };
                Shape::convex_polygon(place(points), fill, Stroke::NONE)
            }
        });
    }
}

/// Thicker when small, so that the lines keep their weight (design notes, « Les emblèmes »).
fn stroke_units(width: f32) -> f32 {
    match width {
        ..36.0 => 4.4,
        36.0..64.0 => 4.1,
        64.0..90.0 => 3.6,
        _ => 3.2,
    }
}

/// Below this width, in pixels, curves need fewer lines: a disc is a few pixels wide.
const SMALL: f32 = 64.0;
/// Short lines for each curve of an emblem, small and large.
const LINES: [usize; 2] = [4, 12];

fn parts(lab: &str, width: f32) -> &'static [Part] {
    type Emblems = Vec<(&'static str, [Vec<Part>; 2])>;
    static ALL: OnceLock<Emblems> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        SOURCES.iter().map(|(id, svg)| (*id, read(svg).unwrap_or_default())).collect()
    });
    let found = all.iter().find(|(id, _)| *id == lab);
    found.map_or(&[], |(_, sizes)| &sizes[usize::from(width >= SMALL)])
}

fn read(svg: &str) -> Result<[Vec<Part>; 2], usvg::Error> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default())?;
    Ok(LINES.map(|lines| {
        let mut parts = Vec::new();
        collect(tree.root(), lines, &mut parts);
        parts
    }))
}

fn collect(group: &usvg::Group, lines: usize, parts: &mut Vec<Part>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => collect(inner, lines, parts),
            usvg::Node::Path(path) => {
                let outlines = outlines(path, lines).into_iter();
                parts.extend(outlines.map(|(points, closed)| match path.fill() {
                    Some(fill) => Part::Area { points, ground: is_ground(fill) },
                    None => Part::Line { points, closed },
                }))
            }
            usvg::Node::Image(_) | usvg::Node::Text(_) => {}
        }
    }
}

/// White in the files stands for the ground, whatever it is.
fn is_ground(fill: &usvg::Fill) -> bool {
    matches!(fill.paint(), usvg::Paint::Color(c) if c.red == 255 && c.green == 255 && c.blue == 255)
}

/// The outlines of a path, each curve cut into so many short lines.
fn outlines(path: &usvg::Path, lines: usize) -> Vec<(Vec<Pos2>, bool)> {
    use usvg::tiny_skia_path::PathSegment as S;
    let mut done = Vec::new();
    let mut points: Vec<Pos2> = Vec::new();
    let point = |p: usvg::tiny_skia_path::Point| pos2(p.x, p.y);
    for segment in path.data().segments() {
        match segment {
            S::MoveTo(to) => {
                flush(&mut points, &mut done, false);
                points.push(point(to));
            }
            S::LineTo(to) => points.push(point(to)),
            S::QuadTo(control, to) => {
                let from = points.last().copied().unwrap_or_default();
                curve(&mut points, lines, |t| {
                    let a = from.lerp(point(control), t);
                    a.lerp(point(control).lerp(point(to), t), t)
                });
            }
            S::CubicTo(c1, c2, to) => {
                let from = points.last().copied().unwrap_or_default();
                let (c1, c2, to) = (point(c1), point(c2), point(to));
                curve(&mut points, lines, |t| {
                    let (a, b, c) = (from.lerp(c1, t), c1.lerp(c2, t), c2.lerp(to, t));
                    a.lerp(b, t).lerp(b.lerp(c, t), t)
                });
            }
            S::Close => flush(&mut points, &mut done, true),
        }
    }
    flush(&mut points, &mut done, false);
    done
}

fn curve(points: &mut Vec<Pos2>, lines: usize, at: impl Fn(f32) -> Pos2) {
    points.extend((1..=lines).map(|part| at(part as f32 / lines as f32)));
}

fn flush(points: &mut Vec<Pos2>, done: &mut Vec<(Vec<Pos2>, bool)>, closed: bool) {
    let mut outline = std::mem::take(points);
    if closed && outline.len() > 1 && outline.first() == outline.last() {
        outline.pop();
    }
    if outline.len() > 1 {
        done.push((outline, closed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalogue;

    #[test]
    fn every_lab_has_an_emblem_with_one_disc_inside_its_box() {
        for lab in &Catalogue::built_in().unwrap().labs {
            for width in [SMALL / 2.0, SMALL * 2.0] {
                let parts = parts(&lab.id, width);
                let discs = parts.iter().filter(|p| matches!(p, Part::Area { ground: false, .. }));
                assert_eq!(discs.count(), 1, "{}", lab.id);
                for part in parts {
                    let (Part::Line { points, .. } | Part::Area { points, .. }) = part;
                    let inside =
                        |p: &Pos2| (0.0..=BOX).contains(&p.x) && (0.0..=BOX).contains(&p.y);
                    assert!(points.iter().all(inside));
                }
            }
        }
    }
}
