//! The program's icon is a rail and its handle on a sheet of paper, drawn rather than stored.

use egui::{Color32, IconData, Pos2, Rect, Vec2, pos2};

use super::theme::Theme;

/// Side of the icon, in pixels.
const SIDE: u32 = 128;
/// A pixel on an edge is the mean of so many samples a side: edges are smooth.
const SAMPLES: u32 = 4;

/// The icon, not premultiplied.
pub fn icon() -> IconData {
    // The colours at the corners of the pixels: where the four of one are the same, so is all between them. The window
    // waits for its icon.
    let side = SIDE as usize + 1;
    let corner = |x: usize, y: usize| colour(pos2(x as f32, y as f32) / SIDE as f32);
    let corners: Vec<_> = (0..side * side).map(|i| corner(i % side, i / side)).collect();
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let at = y as usize * side + x as usize;
            let first = corners[at];
            let plain = [at + 1, at + side, at + side + 1].into_iter().all(|i| corners[i] == first);
            rgba.extend(if plain { whole(first) } else { mixed(x, y) });
        }
    }
    IconData { rgba, width: SIDE, height: SIDE }
}

/// A pixel of one colour.
fn whole(colour: Option<Color32>) -> [u8; 4] {
    colour.map_or([0; 4], |colour| [colour.r(), colour.g(), colour.b(), 255])
}

/// A pixel on an edge.
fn mixed(x: u32, y: u32) -> [u8; 4] {
    let mut sums = [0u32; 4];
    for sample in 0..SAMPLES * SAMPLES {
        let at = |whole: u32, part: u32| {
            (whole as f32 + (part as f32 + 0.5) / SAMPLES as f32) / SIDE as f32
        };
        let point = pos2(at(x, sample % SAMPLES), at(y, sample / SAMPLES));
        if let Some(colour) = colour(point) {
            for (sum, part) in sums.iter_mut().zip([colour.r(), colour.g(), colour.b(), 255]) {
                *sum += u32::from(part);
            }
        }
    }
    let covered = (sums[3] / 255).max(1);
    let mean = |sum: u32| (sum / covered) as u8;
    let alpha = (sums[3] / (SAMPLES * SAMPLES)) as u8;
    [mean(sums[0]), mean(sums[1]), mean(sums[2]), alpha]
}

/// The colour at a point of the unit square; none outside the sheet.
fn colour(at: Pos2) -> Option<Color32> {
    let theme = Theme::LIGHT;
    let sheet = Rect::from_min_max(pos2(0.04, 0.04), pos2(0.96, 0.96));
    if !in_rounded(at, sheet, 0.16) {
        return None;
    }
    if !in_rounded(at, sheet.shrink(0.045), 0.12) {
        return Some(theme.ink);
    }
    let handle = pos2(0.57, 0.5);
    let distance = (at - handle).length();
    if distance < 0.15 {
        return Some(theme.positioning);
    }
    let rail = Rect::from_center_size(pos2(0.5, 0.5), Vec2::new(0.65, 0.05));
    let notch = |x: f32| Rect::from_center_size(pos2(x, 0.5), Vec2::new(0.05, 0.26));
    let on_rail = rail.contains(at) || [0.2, 0.8].into_iter().any(|x| notch(x).contains(at));
    // A ring of paper around the handle.
    Some(if on_rail && distance > 0.19 { theme.ink } else { theme.paper })
}

fn in_rounded(at: Pos2, rect: Rect, radius: f32) -> bool {
    let inner = rect.shrink(radius);
    let nearest = at.clamp(inner.min, inner.max);
    rect.contains(at) && (at - nearest).length() <= radius
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pixel_is_what_its_samples_say() {
        let icon = icon();
        for (index, pixel) in (0u32..).zip(icon.rgba.chunks_exact(4)) {
            assert_eq!(pixel, mixed(index % SIDE, index / SIDE));
        }
    }

    #[test]
    fn the_icon_has_clear_corners_and_a_handle() {
        let icon = icon();
        assert_eq!(icon.rgba.len(), (SIDE * SIDE * 4) as usize);
        let at = |x: u32, y: u32| {
            let start = ((y * SIDE + x) * 4) as usize;
            icon.rgba[start..start + 4].to_vec()
        };
        assert_eq!(at(0, 0)[3], 0);
        let blue = Theme::LIGHT.positioning;
        assert_eq!(at(SIDE * 57 / 100, SIDE / 2), vec![blue.r(), blue.g(), blue.b(), 255]);
    }
}
