//! « Salle… »: how small a text may be here. An optometrist's chart that somebody reads from the back, or two measures;
//! when they differ, the larger size is kept. The margin of three lines is a proposal of ours, without a source.

use egui::{Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::cover;
use super::stage::Stage;
use crate::intent::leading::{Cover, Lead, Measured, Side};
use crate::intent::{Action, Actions};
use crate::model::room::{CHART, DISTANCE, IMAGE, MARGIN, PRESSES, Room, of_line};
use crate::text::{check, room as words};
use crate::ui::components::button::{self, Rank};
use crate::ui::components::ring;
use crate::ui::components::stepper::Stepper;
use crate::ui::components::writing::{Goes, Writing};
use crate::ui::theme::{Face, Weight, face, line};
use crate::ui::type_setting as set;

pub fn show(ui: &mut Ui, stage: &Stage, actions: &mut Actions) {
    if !(stage.side == Side::Desk && stage.leading.apart.is_some()) {
        cover::edges(ui, stage);
    }
    let inner = stage.inner();
    let right = inner.left() + inner.width() * 0.62;
    chart(ui, stage, Rect { max: pos2(right - stage.u(48.0), inner.bottom()), ..inner }, actions);
    measures(ui, stage, Rect { min: pos2(right, inner.top()), ..inner }, actions);
}

/// What is said on this page: it is read from near, by whoever measures.
fn said(stage: &Stage, weight: Weight) -> Face {
    face::room(stage.u(23.0), weight)
}

fn title(stage: &Stage) -> Face {
    face::room(stage.u(34.0), Weight::Bold)
}

fn chart(ui: &mut Ui, stage: &Stage, room: Rect, actions: &mut Actions) {
    let theme = stage.cx.theme;
    let asks = set::balanced(ui, words::CHART_ASKS, title(stage), theme.ink, room.width());
    let top = set::paint(ui, room.min, &asks).bottom() + stage.u(6.0);
    let numbers = face::room(stage.u(32.0), Weight::SemiBold);
    let natural =
        |index: usize| (of_line(index as u8 + 1) * stage.rect.height() * 1.2).max(numbers.leading);
    let all: f32 = (0..CHART.len()).map(natural).sum();
    let gap = ((room.bottom() - top - all) / CHART.len() as f32).max(0.0);
    let mut rows = Vec::new();
    let mut y = top;
    for (index, letters) in CHART.iter().enumerate() {
        let height = natural(index) + gap;
        let row = Rect::from_min_size(pos2(room.left(), y), vec2(room.width(), height));
        chart_line(ui, stage, index as u8 + 1, letters, row, numbers, actions);
        rows.push(row);
        y += height;
    }
    if let Some(read) = stage.leading.room.line {
        arrow(ui, stage, &rows, read);
    }
}

/// One line: whoever measures presses the smallest one that was read.
fn chart_line(
    ui: &mut Ui,
    stage: &Stage,
    line: u8,
    letters: &str,
    row: Rect,
    numbers: Face,
    actions: &mut Actions,
) {
    let theme = stage.cx.theme;
    let chosen = stage.leading.room.line == Some(line);
    let target = row.expand2(vec2(stage.u(14.0), 0.0));
    if stage.live {
        let response = ui.interact(target, stage.id(("line", line)), Sense::click());
        let name = words::line(line);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
        if response.clicked() {
            let line = (!chosen).then_some(line);
            actions.push(Action::Lead(Lead::Measure(Measured::Line(line))));
        }
        if response.has_focus() {
            ring::around(ui.painter(), theme, target);
        } else if response.hovered() && !chosen {
            let stroke = Stroke::new(line::THIN, theme.line);
            ui.painter().rect_stroke(target, stage.u(6.0), stroke, StrokeKind::Inside);
        }
    }
    if chosen {
        let stroke = Stroke::new(stage.u(3.0).max(line::MARK), theme.ink);
        ui.painter().rect_stroke(target, stage.u(6.0), stroke, StrokeKind::Inside);
    }
    let ink = if chosen { theme.ink } else { theme.muted };
    let number = set::set(ui, &line.to_string(), numbers, ink, f32::INFINITY);
    set::paint(ui, pos2(row.left(), row.center().y - number.size().y / 2.0), &number);
    let spaced = letters.chars().map(String::from).collect::<Vec<_>>().join(" ");
    let size = face::room(of_line(line) * stage.rect.height(), Weight::Regular);
    let galley = set::set(ui, &spaced, size, theme.ink, f32::INFINITY);
    let at = pos2(row.left() + stage.u(60.0), row.center().y - galley.size().y / 2.0);
    set::paint(ui, at, &galley);
}

/// From the smallest line read to the size kept, three lines above.
fn arrow(ui: &Ui, stage: &Stage, rows: &[Rect], read: u8) {
    let theme = stage.cx.theme;
    let kept = read.saturating_sub(MARGIN).max(1);
    let (Some(from), Some(to)) = (rows.get(usize::from(read) - 1), rows.get(usize::from(kept) - 1))
    else {
        return;
    };
    let x = from.right() - stage.u(12.0);
    let stroke = Stroke::new(stage.u(3.0).max(line::MARK), theme.ink);
    ui.painter().circle_filled(pos2(x, from.center().y), stage.u(8.0), theme.ink);
    label(ui, stage, words::SMALLEST_READ, x - stage.u(20.0), from.center().y, true);
    if kept == read {
        return;
    }
    ui.painter().vline(x, to.center().y..=from.center().y, stroke);
    let tip = pos2(x - stage.u(32.0), to.center().y);
    ui.painter().hline(tip.x..=x, to.center().y, stroke);
    let side = stage.u(9.0);
    let head = vec![tip, tip + vec2(side * 1.6, -side), tip + vec2(side * 1.6, side)];
    ui.painter().add(egui::Shape::convex_polygon(head, theme.ink, Stroke::NONE));
    label(ui, stage, words::KEPT_SIZE, tip.x - stage.u(12.0), to.center().y, true);
    let middle = (to.center().y + from.center().y) / 2.0;
    label(ui, stage, words::THREE_LINES, x - stage.u(14.0), middle, false);
}

/// Words whose right end is at `right`.
fn label(ui: &Ui, stage: &Stage, words: &str, right: f32, middle: f32, strong: bool) {
    let theme = stage.cx.theme;
    let (weight, ink) =
        if strong { (Weight::SemiBold, theme.ink) } else { (Weight::Regular, theme.muted) };
    let galley = set::set(ui, words, said(stage, weight), ink, f32::INFINITY);
    let rect = Rect::from_min_size(
        pos2(right - galley.size().x, middle - galley.size().y / 2.0),
        galley.size(),
    );
    // Over the letters of a long line.
    ui.painter().rect_filled(rect.expand2(vec2(stage.u(6.0), 0.0)), 0.0, theme.paper);
    set::paint(ui, rect.min, &galley);
}

fn measures(ui: &mut Ui, stage: &Stage, room: Rect, actions: &mut Actions) {
    let theme = stage.cx.theme;
    let now = &stage.leading.room;
    let or = set::balanced(ui, words::MEASURE_TITLE, title(stage), theme.ink, room.width());
    let or = set::paint(ui, room.min, &or);
    if stage.live {
        let at = pos2(room.right(), or.center().y);
        let close = button::quiet(ui, theme, at, true, stage.id("close"), words::CLOSE);
        if close.clicked() {
            actions.push(Action::Lead(Lead::Cover(Cover::Measure)));
        }
    }
    let mut top = or.bottom() + stage.u(10.0);
    let asked = [
        (words::IMAGE_HEIGHT, now.image, &IMAGE, PRESSES[0], "image"),
        (words::LAST_ROW, now.distance, &DISTANCE, PRESSES[1], "distance"),
    ];
    for (name, value, range, step, id) in asked {
        let galley = set::set(ui, name, said(stage, Weight::Regular), theme.muted, room.width());
        top = set::paint(ui, pos2(room.left(), top), &galley).bottom() + stage.u(4.0);
        let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), stage.u(56.0)));
        let stepper = Stepper {
            id: stage.id(("measure", id)),
            name,
            value,
            step,
            range: range.clone(),
            words: &words::metres(value),
            face: face::room(stage.u(28.0), Weight::Bold),
        };
        let to =
            if stage.live { stepper.show(ui, theme, rect) } else { stepper.draw(ui, theme, rect) };
        if let Some(to) = to {
            let measured = if id == "image" { Measured::Image(to) } else { Measured::Distance(to) };
            actions.push(Action::Lead(Lead::Measure(measured)));
        }
        top = rect.bottom() + stage.u(14.0);
    }
    let rule = top + stage.u(4.0);
    ui.painter().hline(room.x_range(), rule, Stroke::new(stage.u(3.0).max(line::MARK), theme.ink));
    top = sample(ui, stage, room.with_min_y(rule + stage.u(10.0)));
    keep(ui, stage, room.with_min_y(top + stage.u(10.0)), actions);
}

/// The smallest text of this room, as it is; gives where it ends.
fn sample(ui: &Ui, stage: &Stage, room: Rect) -> f32 {
    let theme = stage.cx.theme;
    let now = &stage.leading.room;
    let heights = words::smallest_text(&check::heights(now.heights()));
    let galley = set::set(ui, &heights, said(stage, Weight::Regular), theme.muted, room.width());
    let top = set::paint(ui, room.min, &galley).bottom() + stage.u(2.0);
    let galley = set::set(ui, words::SAMPLE, stage.text(), theme.ink, room.width());
    let mut bottom = set::paint(ui, pos2(room.left(), top), &galley).bottom();
    let warning = if now.is_too_far() {
        words::TOO_FAR
    } else if now.line.is_some() && now.least() > now.measured() * 1.05 {
        words::LARGER_KEPT
    } else {
        return bottom;
    };
    let galley = set::set(ui, warning, said(stage, Weight::SemiBold), theme.ink, room.width());
    bottom = set::paint(ui, pos2(room.left(), bottom + stage.u(4.0)), &galley).bottom();
    bottom
}

/// The name under which it is kept; those that are kept already.
fn keep(ui: &mut Ui, stage: &Stage, room: Rect, actions: &mut Actions) {
    let theme = stage.cx.theme;
    if !stage.live {
        return;
    }
    let height = stage.u(56.0);
    let wide = stage.u(172.0).min(room.width() * 0.4);
    let gap = stage.u(14.0);
    let name = Rect::from_min_size(room.min, vec2(room.width() - wide - gap, height));
    let writing = Writing {
        id: name_id(stage),
        goes: Goes::RoomName,
        text: &stage.leading.room.name,
        hint: words::ROOM_NAME_HINT,
        name: words::ROOM_NAME,
        face: said(stage, Weight::SemiBold),
        ink: theme.ink,
        one_line: true,
        exit: Some(stage.id("keep")),
    };
    let stroke = Stroke::new(line::MARK, theme.ink);
    ui.painter().rect(name, stage.u(6.0), theme.cell, stroke, StrokeKind::Inside);
    let leading = writing.face.leading;
    let inside = Rect::from_center_size(name.center(), vec2(name.width() - stage.u(36.0), leading));
    let written = writing.show(ui, theme, inside, actions);
    if written.focused {
        ring::around(ui.painter(), theme, name);
    }
    let button = Rect::from_min_size(pos2(room.right() - wide, room.top()), vec2(wide, height));
    let kept = button::place(ui, theme, button, stage.id("keep"), words::KEEP_ROOM, Rank::Primary);
    if kept.clicked() || written.entered {
        actions.push(Action::Lead(Lead::Measure(Measured::Keep)));
    }
    let others: Vec<&Room> =
        stage.leading.rooms.iter().filter(|it| it.name != stage.leading.room.name).collect();
    rooms(ui, stage, room.with_min_y(button.bottom() + stage.u(10.0)), &others, actions);
}

fn name_id(stage: &Stage) -> Id {
    stage.id("room-name")
}

/// The rooms that were measured before, as many as there is room for; without any, what the edges are for.
fn rooms(ui: &mut Ui, stage: &Stage, room: Rect, kept: &[&Room], actions: &mut Actions) {
    let theme = stage.cx.theme;
    let height = stage.u(46.0).max(button::LARGE_HEIGHT.min(stage.u(60.0)));
    let mut at = room.min;
    for other in kept {
        let width = (button::large_size(ui, &other.name).x).min(room.width());
        if at.x + width > room.right() && at.x > room.left() {
            at = pos2(room.left(), at.y + height + stage.u(8.0));
        }
        if at.y + height > room.bottom() {
            break;
        }
        let rect = Rect::from_min_size(at, vec2(width, height));
        let id = stage.id(("kept", &other.name));
        if button::place(ui, theme, rect, id, &other.name, Rank::Outlined).clicked() {
            actions.push(Action::Lead(Lead::Measure(Measured::Take((*other).clone()))));
        }
        at.x = rect.right() + stage.u(8.0);
    }
    if kept.is_empty() {
        let galley =
            set::set(ui, words::EDGES, said(stage, Weight::Regular), theme.ink, room.width());
        if galley.size().y <= room.height() {
            set::paint(ui, room.min, &galley);
        }
    }
}
