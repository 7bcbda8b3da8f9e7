//! A cover stands in front of a scene: it is nothing at all, the hour of return, or the chart of sizes.

use egui::{Rect, Role, Shape, Stroke, Ui, pos2, vec2};

use super::page;
use super::stage::Stage;
use crate::intent::leading::{Cover, Side};
use crate::model::room::{CHART, of_line};
use crate::text::{dates, room as words, values};
use crate::ui::theme::{BLACK_SCREEN, Face, Weight, face};
use crate::ui::type_setting as set;

pub fn show(ui: &Ui, stage: &Stage, cover: Cover) {
    match cover {
        Cover::Black => {
            ui.painter().rect_filled(stage.rect, 0.0, BLACK_SCREEN);
            page::heard(ui, stage, "black", Role::Label, stage.rect, words::BLACK);
        }
        Cover::Chart | Cover::Measure => chart(ui, stage),
    }
}

/// A break: the hour of return; its name alone where it has not begun.
pub fn rest(ui: &Ui, stage: &Stage) {
    if let Some(back) = stage.leading.back {
        return pause(ui, stage, &dates::hour(back));
    }
    let large = face::room(stage.u(160.0), Weight::Bold);
    let word = set::set(ui, words::PAUSE, large, stage.cx.theme.ink, f32::INFINITY);
    let at = set::paint(ui, stage.rect.center() - word.size() / 2.0, &word);
    page::heard(ui, stage, "pause", Role::Heading, at, words::PAUSE);
}

fn pause(ui: &Ui, stage: &Stage, hour: &str) {
    let theme = stage.cx.theme;
    let middle = stage.rect.center();
    let large = face::room(stage.u(220.0), Weight::Bold);
    let said = face::room(stage.u(64.0).max(stage.least()), Weight::SemiBold);
    let back = set::set(ui, words::BACK_AT, said, theme.muted, f32::INFINITY);
    let hour = set::set(ui, hour, large, theme.ink, f32::INFINITY);
    let top = middle.y - (back.size().y + hour.size().y) / 2.0;
    let above = set::paint(ui, pos2(middle.x - back.size().x / 2.0, top), &back);
    let at = set::paint(ui, pos2(middle.x - hour.size().x / 2.0, above.bottom()), &hour);
    let said = [words::BACK_AT, hour.text()].join(" ");
    page::heard(ui, stage, "pause", Role::Heading, above | at, &said);
}

/// « E H P T »
pub fn spaced(letters: &str) -> String {
    letters.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

/// Eight lines of letters, each 1.26 times smaller than the one above; corners and points that touch the last pixel; the
/// pairs of colours that carry meaning; circles that must be round.
fn chart(ui: &Ui, stage: &Stage) {
    edges(ui, stage);
    let theme = stage.cx.theme;
    let inner = stage.inner();
    let title =
        set::balanced(ui, words::CHART_ASKS, stage.strong(), theme.ink, inner.width() * 0.62);
    let asked = set::paint(ui, inner.min, &title);
    page::heard(ui, stage, "asks", Role::Heading, asked, words::CHART_ASKS);
    let mut top = asked.bottom() + stage.u(10.0);
    let numbers = face::room(stage.u(30.0), Weight::SemiBold);
    for (index, letters) in CHART.iter().enumerate() {
        let line = u8::try_from(index + 1).unwrap_or(u8::MAX);
        let size = of_line(line) * stage.rect.height();
        let row = (size * 1.2).max(numbers.leading * 1.1);
        let number = set::set(ui, &line.to_string(), numbers, theme.muted, f32::INFINITY);
        set::paint(ui, pos2(inner.left(), top + (row - number.size().y) / 2.0), &number);
        let spaced = spaced(letters);
        let galley =
            set::set(ui, &spaced, face::room(size, Weight::Regular), theme.ink, f32::INFINITY);
        let at = pos2(inner.left() + stage.u(60.0), top + (row - galley.size().y) / 2.0);
        let at = set::paint(ui, at, &galley);
        let said = values::colon(&words::line(line), &spaced);
        page::heard(ui, stage, ("line", line), Role::Label, at, &said);
        top += row;
    }
    pairs(ui, stage, inner);
    if stage.side == Side::Desk && stage.leading.apart().is_none() {
        // On the one screen there is, nothing else says how to leave.
        let out = set::set(ui, words::CLOSE, said(stage), theme.muted, f32::INFINITY);
        let at = pos2(inner.right() - out.size().x, inner.bottom() - out.size().y);
        let at = set::paint(ui, at, &out);
        page::heard(ui, stage, "out", Role::Label, at, words::CLOSE);
    }
}

/// Read from near, by whoever is at the keyboard.
fn said(stage: &Stage) -> Face {
    face::room(stage.u(23.0), Weight::Regular)
}

/// The colours that carry meaning, on the ground they stand on; two circles, and lines one, two and three points wide.
fn pairs(ui: &Ui, stage: &Stage, inner: Rect) {
    let theme = stage.cx.theme;
    let left = inner.left() + inner.width() * 0.68;
    let size = stage.u(46.0);
    let hues = [
        theme.definition,
        theme.positioning,
        theme.examples,
        theme.vigilance,
        theme.design,
        theme.muted,
        theme.line,
    ];
    let mut top = inner.top() + stage.u(20.0);
    for (index, hue) in hues.into_iter().enumerate() {
        let number = set::set(ui, &words::letter(index), stage.strong(), hue, f32::INFINITY);
        let rect = Rect::from_min_size(pos2(left, top), vec2(size * 2.0, size));
        ui.painter().rect_filled(rect, 0.0, hue);
        set::paint(
            ui,
            pos2(rect.right() + stage.u(18.0), rect.center().y - number.size().y / 2.0),
            &number,
        );
        top += (size + stage.u(10.0)).max(number.size().y);
    }
    let radius = stage.u(52.0);
    let centre = pos2(left + radius, (top + radius + stage.u(10.0)).min(inner.bottom() - radius));
    for times in [1.0, 0.66, 0.33] {
        ui.painter().circle_stroke(centre, radius * times, Stroke::new(stage.u(2.0), theme.ink));
    }
    for (index, width) in [1.0, 2.0, 3.0, 1.0, 2.0, 3.0].into_iter().enumerate() {
        let x = centre.x + radius + stage.u(30.0) + stage.u(10.0) * index as f32;
        let stroke = Stroke::new(width, theme.ink);
        ui.painter().vline(x, centre.y - radius..=centre.y + radius, stroke);
    }
}

/// Four corners and four points that touch the last pixel: when one is not whole, the projector cuts the image.
pub fn edges(ui: &Ui, stage: &Stage) {
    let rect = stage.rect;
    let ink = stage.cx.theme.ink;
    let (arm, thick, side) = (stage.u(44.0), stage.u(6.0), stage.u(16.0));
    for (corner, x, y) in [
        (rect.left_top(), 1.0, 1.0),
        (rect.right_top(), -1.0, 1.0),
        (rect.left_bottom(), 1.0, -1.0),
        (rect.right_bottom(), -1.0, -1.0),
    ] {
        for size in [vec2(arm * x, thick * y), vec2(thick * x, arm * y)] {
            ui.painter().rect_filled(Rect::from_two_pos(corner, corner + size), 0.0, ink);
        }
    }
    for (tip, inward) in [
        (rect.center_top(), vec2(0.0, 1.0)),
        (rect.center_bottom(), vec2(0.0, -1.0)),
        (rect.left_center(), vec2(1.0, 0.0)),
        (rect.right_center(), vec2(-1.0, 0.0)),
    ] {
        let across = inward.rot90() * side;
        let base = tip + inward * side;
        let points = vec![tip, base + across, base - across];
        ui.painter().add(Shape::convex_polygon(points, ink, Stroke::NONE));
    }
}
