//! This computes where the zones of the overview stand. It is pure: given what each needs, it gives rectangles.
//!
//! On a wide window the places are those of the printed sheet: what a lab is and where ours stands at the left, what
//! it will be in the middle, what to watch at the right, the six labs along the bottom. On a narrow one the zones
//! stack in the order of the method.

use egui::{Pos2, Rect, pos2, vec2};

use crate::ui::theme::space;

/// From this width on (points), three columns.
pub const WIDE: f32 = 1180.0;
/// Above the name; less when room is scarce.
const TOP: f32 = 14.0;
const TIGHT_TOP: f32 = 8.0;
const BOTTOM: f32 = 16.0;
const AFTER_HEADER: f32 = 12.0;
const BETWEEN: f32 = 14.0;
/// What rails and points get to breathe when the page scrolls anyway.
const LOOSE: f32 = 30.0;

/// The width of each zone, known before anything is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    pub wide: bool,
    /// Room is scarce.
    pub tight: bool,
    pub header: f32,
    pub left: f32,
    pub middle: f32,
    pub right: f32,
}

/// The least height of each zone at those widths.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Heights {
    pub header: f32,
    pub definition: f32,
    pub positioning: f32,
    pub examples: f32,
    pub vigilance: f32,
    pub design: f32,
}

/// The zones laid out, in the page's coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    pub header: Rect,
    pub definition: Rect,
    pub positioning: Rect,
    pub examples: Rect,
    pub vigilance: Rect,
    pub design: Rect,
    /// The page: as high as the window, or higher when its zones need it.
    pub height: f32,
}

pub fn widths(page: f32) -> Widths {
    let inner = page - 2.0 * space::EDGE;
    if page < WIDE {
        return Widths {
            wide: false,
            tight: false,
            header: inner,
            left: inner,
            middle: inner,
            right: inner,
        };
    }
    let columns = inner - 2.0 * space::COLUMN;
    // The proportions of the printed sheet: 408, 514 and 336 at 1366.
    let left = (columns * 0.324).round();
    let right = (columns * 0.267).round();
    Widths { wide: true, tight: false, header: inner, left, middle: columns - left - right, right }
}

/// Lays the zones out in a window of `size` points; `origin` is the page's top left corner.
pub fn lay_out(origin: Pos2, window_height: f32, widths: &Widths, need: &Heights) -> Sheet {
    if widths.wide {
        columns(origin, window_height, widths, need)
    } else {
        stack(origin, window_height, widths, need)
    }
}

fn columns(origin: Pos2, window_height: f32, widths: &Widths, need: &Heights) -> Sheet {
    let above = if widths.tight { TIGHT_TOP } else { TOP };
    let left = origin.x + space::EDGE;
    let middle = left + widths.left + space::COLUMN;
    let right = middle + widths.middle + space::COLUMN;
    let header =
        Rect::from_min_size(pos2(left, origin.y + above), vec2(widths.header, need.header));
    let top = header.bottom() + AFTER_HEADER;

    let fixed = above + need.header + AFTER_HEADER + BETWEEN + need.examples + BOTTOM;
    let left_need = need.definition + BETWEEN + need.positioning;
    let body = (window_height - fixed).max(left_need).max(need.design).max(need.vigilance);
    // What is spare in the left column goes to the rails first: they are what one looks at.
    let spare = body - left_need;
    let definition = need.definition + (spare * 0.2).min(24.0);
    let positioning = body - definition - BETWEEN;

    let examples_top = top + body + BETWEEN;
    Sheet {
        header,
        definition: Rect::from_min_size(pos2(left, top), vec2(widths.left, definition)),
        positioning: Rect::from_min_size(
            pos2(left, top + definition + BETWEEN),
            vec2(widths.left, positioning),
        ),
        examples: Rect::from_min_size(pos2(left, examples_top), vec2(widths.header, need.examples)),
        vigilance: Rect::from_min_size(pos2(right, top), vec2(widths.right, body)),
        design: Rect::from_min_size(pos2(middle, top), vec2(widths.middle, body)),
        height: fixed + body,
    }
}

fn stack(origin: Pos2, window_height: f32, widths: &Widths, need: &Heights) -> Sheet {
    let left = origin.x + space::EDGE;
    let mut top = origin.y + TOP;
    let mut next = |height: f32| {
        let rect = Rect::from_min_size(pos2(left, top), vec2(widths.header, height));
        top += height + BETWEEN + 8.0;
        rect
    };
    let header = next(need.header);
    let definition = next(need.definition);
    let positioning = next(need.positioning + LOOSE);
    let examples = next(need.examples);
    let vigilance = next(need.vigilance + LOOSE);
    let design = next(need.design);
    let height = (design.bottom() + BOTTOM - origin.y).max(window_height);
    Sheet { header, definition, positioning, examples, vigilance, design, height }
}

/// Shares `total` among rows that would like `natural` heights: the highest give up first, none that would like more
/// than `least` goes under it; what is left over is shared equally.
pub fn share(total: f32, natural: &[f32], least: f32) -> Vec<f32> {
    let mut rows: Vec<f32> = natural.to_vec();
    if rows.is_empty() {
        return rows;
    }
    let sum: f32 = rows.iter().sum();
    if sum <= total {
        let spare = (total - sum) / rows.len() as f32;
        return rows.iter().map(|row| row + spare).collect();
    }
    let ceiling = ceiling(total, &rows, least);
    for row in &mut rows {
        *row = row.min(ceiling);
    }
    rows
}

/// The height that no row passes, so that together they take `total` (or `least` each when even that is too much).
fn ceiling(total: f32, rows: &[f32], least: f32) -> f32 {
    let mut sorted = rows.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut below = 0.0;
    for (index, row) in sorted.iter().enumerate() {
        let left = (sorted.len() - index) as f32;
        let level = (total - below) / left;
        if level <= *row {
            return level.max(least);
        }
        below += row;
    }
    total.max(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEED: Heights = Heights {
        header: 70.0,
        definition: 174.0,
        positioning: 300.0,
        examples: 130.0,
        vigilance: 400.0,
        design: 330.0,
    };

    #[test]
    fn rows_that_fit_share_what_is_left() {
        assert_eq!(share(340.0, &[100.0, 80.0, 130.0], 90.0), vec![110.0, 90.0, 140.0]);
    }

    #[test]
    fn the_highest_rows_give_up_first_and_none_goes_under_the_least() {
        assert_eq!(share(300.0, &[100.0, 400.0, 70.0], 90.0), vec![100.0, 130.0, 70.0]);
        assert_eq!(share(100.0, &[400.0, 400.0], 90.0), vec![90.0, 90.0]);
        assert_eq!(share(100.0, &[], 90.0), Vec::<f32>::new());
    }

    #[test]
    fn at_1366_the_columns_are_those_of_the_printed_sheet_and_touch_both_edges() {
        let widths = widths(1366.0);
        assert!(widths.wide);
        assert_eq!((widths.left, widths.right), (408.0, 336.0));
        let sheet = lay_out(Pos2::ZERO, 700.0, &widths, &NEED);
        assert_eq!(sheet.definition.left(), space::EDGE);
        assert_eq!(sheet.vigilance.right(), 1366.0 - space::EDGE);
        assert_eq!(sheet.examples.right(), sheet.vigilance.right());
    }

    #[test]
    fn zones_never_overlap_at_any_width_or_height() {
        for page in (320..4000).step_by(53) {
            for window in [300.0, 700.0, 2000.0] {
                let sheet = lay_out(Pos2::ZERO, window, &widths(page as f32), &NEED);
                let zones = [
                    sheet.header,
                    sheet.definition,
                    sheet.positioning,
                    sheet.examples,
                    sheet.vigilance,
                    sheet.design,
                ];
                for (index, zone) in zones.iter().enumerate() {
                    assert!(zone.right() <= page as f32 && zone.bottom() <= sheet.height + 0.01);
                    for other in &zones[index + 1..] {
                        assert!(
                            !zone.shrink(0.01).intersects(other.shrink(0.01)),
                            "{page} {window}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_page_that_fits_is_exactly_as_high_as_the_window() {
        let sheet = lay_out(Pos2::ZERO, 760.0, &widths(1366.0), &NEED);
        assert!((sheet.height - 760.0).abs() < 0.01);
    }
}
