//! « Salle… » finds how small a text may be here. It shows an optometrist's chart that somebody reads from the back, or two
//! measures; when they differ, the larger size is kept. The margin of three lines is a proposal of ours, without a
//! source.

use egui::accesskit::Live;
use egui::{Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::stage::{self, Stage};
use super::{cover, page};
use crate::intent::leading::{Cover, Lead, Measured, Side};
use crate::intent::{Action, Actions};
use crate::model::room::{CHART, DISTANCE, IMAGE, MARGIN, PRESSES, Room, of_line};
use crate::text::room as words;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::stepper::{Stepper, Typed};
use crate::ui::components::writing::{Goes, Writing};
use crate::ui::components::{Look, ring};
use crate::ui::theme::{Face, Weight, face, line};
use crate::ui::type_setting as set;

/// What has the keyboard when the page opens: the line that was read, else the first.
pub fn first_id(room: &Room) -> Id {
    stage::id(Side::Desk, ("line", room.line.unwrap_or(1)))
}

/// The keyboard's target on the name of the room: the one text of the page.
pub fn name_id() -> Id {
    stage::id(Side::Desk, NAME)
}

const NAME: &str = "room-name";
/// The height of the image, and how far the last row is.
const FIGURES: [&str; 2] = ["image", "distance"];

pub fn show(ui: &mut Ui, stage: &Stage, actions: &mut Actions) {
    if !(stage.side == Side::Desk && stage.leading.apart().is_some()) {
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
    let asked = set::paint(ui, room.min, &asks);
    page::heard(ui, stage, "asks", Role::Heading, asked, words::CHART_ASKS);
    let top = asked.bottom() + stage.u(6.0);
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
        let letters = chart_line(ui, stage, index as u8 + 1, letters, row, numbers, actions);
        rows.push(Line { row, end: letters.right() });
        y += height;
    }
    if let Some(read) = stage.leading.room.line {
        arrow(ui, stage, &rows, read);
    }
}

/// A line of the chart: its row, and where its letters end.
struct Line {
    row: Rect,
    end: f32,
}

/// One line: whoever measures presses the smallest one that was read. Gives where its letters are.
fn chart_line(
    ui: &mut Ui,
    stage: &Stage,
    line: u8,
    letters: &str,
    row: Rect,
    numbers: Face,
    actions: &mut Actions,
) -> Rect {
    let theme = stage.cx.theme;
    let spaced = cover::spaced(letters);
    let chosen = stage.leading.room.line == Some(line);
    let target = row.expand2(vec2(stage.u(14.0), 0.0));
    if stage.live {
        let response = ui.interact(target, stage.id(("line", line)), Sense::click());
        let name = words::line(line);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(spaced.as_str()));
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
    let size = face::room(of_line(line) * stage.rect.height(), Weight::Regular);
    let galley = set::set(ui, &spaced, size, theme.ink, f32::INFINITY);
    let at = pos2(row.left() + stage.u(60.0), row.center().y - galley.size().y / 2.0);
    set::paint(ui, at, &galley)
}

/// From the smallest line read to the size kept, three lines above.
fn arrow(ui: &Ui, stage: &Stage, lines: &[Line], read: u8) {
    let theme = stage.cx.theme;
    let kept = read.saturating_sub(MARGIN).max(1);
    let at = |line: u8| lines.get(usize::from(line).checked_sub(1)?);
    let (Some(from), Some(to)) = (at(read), at(kept)) else { return };
    let x = from.row.right() - stage.u(12.0);
    let (from_y, to_y) = (from.row.center().y, to.row.center().y);
    let stroke = Stroke::new(stage.u(3.0).max(line::MARK), theme.ink);
    ui.painter().circle_filled(pos2(x, from_y), stage.u(8.0), theme.ink);
    label(ui, stage, words::SMALLEST_READ, x - stage.u(20.0), from_y, from.end, true);
    if kept == read {
        return;
    }
    ui.painter().vline(x, to_y..=from_y, stroke);
    let tip = pos2(x - stage.u(32.0), to_y);
    ui.painter().hline(tip.x..=x, to_y, stroke);
    let side = stage.u(9.0);
    let head = vec![tip, tip + vec2(side * 1.6, -side), tip + vec2(side * 1.6, side)];
    ui.painter().add(egui::Shape::convex_polygon(head, theme.ink, Stroke::NONE));
    label(ui, stage, words::KEPT_SIZE, tip.x - stage.u(12.0), to_y, to.end, true);
    // Between two lines of letters, of which the longer stops it.
    let middle = (to_y + from_y) / 2.0;
    let around =
        lines.iter().filter(|line| line.row.expand(stage.u(8.0)).y_range().contains(middle));
    let end = around.map(|line| line.end).fold(from.row.left(), f32::max);
    label(ui, stage, words::THREE_LINES, x - stage.u(14.0), middle, end, false);
}

/// Words whose right end is at `right`, on one line or on two: they never touch the letters, which end at `letters`.
fn label(ui: &Ui, stage: &Stage, words: &str, right: f32, middle: f32, letters: f32, strong: bool) {
    let theme = stage.cx.theme;
    let (weight, ink) =
        if strong { (Weight::SemiBold, theme.ink) } else { (Weight::Regular, theme.muted) };
    let room = right - letters - stage.u(28.0);
    let of = |lines| set::broken(ui, words, said(stage, weight), ink, f32::INFINITY, lines, true);
    let galley = [of(1), of(2)].into_iter().find(|galley| galley.size().x <= room);
    let Some(galley) = galley else {
        // The arrow says it alone.
        let at = Rect::from_center_size(pos2(right, middle), vec2(1.0, 1.0));
        return page::heard(ui, stage, ("label", words), Role::Label, at, words);
    };
    let at = set::paint(ui, pos2(right, middle - galley.size().y / 2.0), &galley);
    page::heard(ui, stage, ("label", words), Role::Label, at, words);
}

/// What stands at the right, one thing under the other, as airy as there is room for.
#[derive(Clone, Copy)]
struct Airs {
    /// The height of a figure, of the name, of the foot.
    row: f32,
    gap: f32,
}

fn measures(ui: &mut Ui, stage: &Stage, room: Rect, actions: &mut Actions) {
    let theme = stage.cx.theme;
    let airs = [(56.0, 14.0), (50.0, 8.0), (46.0, 4.0)];
    let airs = airs.map(|(row, gap)| Airs { row: stage.u(row), gap: stage.u(gap) });
    let names = said(stage, Weight::Regular).leading;
    let needs = |air: &Airs| {
        let figures = 2.0 * (names + stage.u(4.0) + air.row + air.gap);
        let kept = air.gap + name_height(ui, stage, room.width(), *air) + air.gap + air.row;
        let sample = stage.u(14.0) + sample(ui, stage, room, false);
        title(stage).leading + stage.u(10.0) + figures + sample + kept
    };
    let air = airs.iter().find(|air| needs(air) <= room.height()).copied().unwrap_or(airs[2]);
    let now = &stage.leading.room;
    let or = set::first_line(ui, words::MEASURE_TITLE, title(stage), theme.ink, room.width());
    let or = set::paint(ui, room.min, &or);
    page::heard(ui, stage, "measures", Role::Heading, or, words::MEASURE_TITLE);
    let mut top = or.bottom() + stage.u(10.0);
    let asked = [
        (words::IMAGE_HEIGHT, now.image, &IMAGE, PRESSES[0], FIGURES[0]),
        (words::LAST_ROW, now.distance, &DISTANCE, PRESSES[1], FIGURES[1]),
    ];
    for (name, value, range, step, id) in asked {
        let galley = set::set(ui, name, said(stage, Weight::Regular), theme.muted, room.width());
        top = set::paint(ui, pos2(room.left(), top), &galley).bottom() + stage.u(4.0);
        let rect = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), air.row));
        let stepper = Stepper {
            id: stage.id(("measure", id)),
            name,
            value,
            step,
            range: range.clone(),
            words: &words::metres(value),
            face: face::room(stage.u(28.0), Weight::Bold),
            typed: Typed::Metres,
        };
        if !stage.live {
            stepper.draw(ui, theme, rect);
        } else if let Some(to) = stepper.show(ui, theme, rect) {
            let measured =
                if id == FIGURES[0] { Measured::Image(to) } else { Measured::Distance(to) };
            actions.push(Action::Lead(Lead::Measure(measured)));
        }
        top = rect.bottom() + air.gap;
    }
    let rule = top + stage.u(4.0);
    ui.painter().hline(room.x_range(), rule, Stroke::new(stage.u(3.0).max(line::MARK), theme.ink));
    top += stage.u(14.0);
    top += sample(ui, stage, room.with_min_y(top), true);
    keep(ui, stage, room.with_min_y(top + air.gap), air, actions);
}

/// How far the last row is, the smallest text of this room as it is, and what to do of it; gives the height that they take.
fn sample(ui: &Ui, stage: &Stage, room: Rect, shown: bool) -> f32 {
    let theme = stage.cx.theme;
    let now = &stage.leading.room;
    let heights = words::smallest_text(now, stage.leading.measured);
    let warning = words::verdict(now);
    let sample = if now.is_too_far() { "" } else { words::SAMPLE };
    let parts = [
        (heights.as_str(), said(stage, Weight::Regular), theme.muted),
        (sample, stage.text(), theme.ink),
        (warning.as_str(), said(stage, Weight::SemiBold), theme.ink),
    ];
    let mut top = room.top();
    for (index, (words, face, ink)) in parts.into_iter().enumerate() {
        if words.is_empty() {
            continue;
        }
        let galley = set::set(ui, words, face, ink, room.width());
        if shown {
            let at = set::paint(ui, pos2(room.left(), top), &galley);
            page::heard(ui, stage, ("result", index), Role::Label, at, words);
            let id = stage.id(("result", index));
            ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
        }
        top += galley.size().y + stage.u(3.0);
    }
    top - room.top()
}

/// In what type the name is written, and on how many lines: it shows whole.
fn name_type(ui: &Ui, stage: &Stage, width: f32) -> (Face, usize) {
    let name = &stage.leading.room.name;
    let faces = [23.0, 19.0, 16.0].map(|size| face::room(stage.u(size), Weight::SemiBold));
    let inner = width - stage.u(36.0);
    match faces.iter().find(|face| set::width(ui, name, **face) <= inner) {
        Some(face) => (*face, 1),
        None => (faces[2], set::set(ui, name, faces[2], stage.cx.theme.ink, inner).rows.len()),
    }
}

fn name_height(ui: &Ui, stage: &Stage, width: f32, air: Airs) -> f32 {
    let (face, lines) = name_type(ui, stage, width);
    air.row.max(face.leading * lines as f32 + stage.u(14.0))
}

/// The name under which it is kept; those that are kept already; at the foot, the ways out.
fn keep(ui: &mut Ui, stage: &Stage, room: Rect, air: Airs, actions: &mut Actions) {
    let theme = stage.cx.theme;
    if !stage.live {
        return;
    }
    let height = name_height(ui, stage, room.width(), air);
    let name = Rect::from_min_size(room.min, vec2(room.width(), height));
    let (face, lines) = name_type(ui, stage, room.width());
    let writing = Writing {
        id: stage.id(NAME),
        goes: Goes::RoomName,
        text: &stage.leading.room.name,
        hint: words::ROOM_NAME_HINT,
        name: words::ROOM_NAME,
        face,
        ink: theme.ink,
        one_line: true,
        exit: Some(stage.id("keep")),
    };
    let stroke = Stroke::new(line::MARK, theme.ink);
    ui.painter().rect(name, stage.u(6.0), theme.cell, stroke, StrokeKind::Inside);
    // A rounding must not hide the last line.
    let inside = vec2(name.width() - stage.u(36.0), face.leading * lines as f32 + 0.5);
    let inside = Rect::from_center_size(name.center(), inside);
    let written = writing.show_in(ui, theme, name, inside, actions);
    if written.focused {
        ring::around(ui.painter(), theme, name);
    }
    let others: Vec<&Room> =
        stage.leading.rooms.iter().filter(|it| it.name != stage.leading.room.name).collect();
    let foot = room.with_min_y(room.bottom() - air.row);
    let between = room.with_min_y(name.bottom() + air.gap).with_max_y(foot.top() - air.gap);
    rooms(ui, stage, between, &others, actions);
    let [close, kept] = [words::CLOSE, words::KEEP_ROOM]
        .map(|words| set::width(ui, words, said(stage, Weight::SemiBold)) + stage.u(36.0));
    let kept = foot.with_min_x(foot.right() - kept.max(stage.u(150.0)).min(room.width() / 2.0));
    let close = foot.with_max_x((foot.left() + close).min(kept.left() - stage.u(10.0)));
    // In the order in which they are read.
    let closed = pressed(ui, stage, close, "close", words::CLOSE, Rank::Outlined);
    let kept = pressed(ui, stage, kept, "keep", words::KEEP_ROOM, Rank::Primary);
    if kept || written.entered {
        actions.push(Action::Lead(Lead::Measure(Measured::Keep)));
    } else if closed {
        actions.push(Action::Lead(Lead::Cover(Cover::Measure)));
    }
}

/// A button in the type of this page, which grows with the image.
fn pressed(ui: &mut Ui, stage: &Stage, rect: Rect, id: &str, words: &str, rank: Rank) -> bool {
    let theme = stage.cx.theme;
    let response = ui.interact(rect, stage.id(id), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    button::paint(ui, theme, rect, "", rank, Look::of(&response));
    let ink = if rank == Rank::Primary { theme.paper } else { theme.ink };
    let faces = [23.0, 19.0, 16.0].map(|size| face::room(stage.u(size), Weight::SemiBold));
    let holds = |face: &&Face| set::width(ui, words, **face) <= rect.width() - stage.u(16.0);
    let face = faces.iter().find(holds).unwrap_or(&faces[2]);
    let galley = set::set(ui, words, *face, ink, f32::INFINITY);
    set::paint(ui, rect.center() - galley.size() / 2.0, &galley);
    response.clicked()
}

/// The rooms that were measured before, as many as there is room for; without any, what the edges are for.
fn rooms(ui: &mut Ui, stage: &Stage, room: Rect, kept: &[&Room], actions: &mut Actions) {
    let theme = stage.cx.theme;
    let gap = stage.u(8.0);
    let (mut at, mut bottom) = (room.min, room.top());
    for other in kept {
        let size = button::size_within(ui, &other.name, room.width());
        if at.x + size.x > room.right() && at.x > room.left() {
            at = pos2(room.left(), bottom + gap);
        }
        let rect = Rect::from_min_size(at, size);
        if rect.bottom() > room.bottom() {
            break;
        }
        let id = stage.id(("kept", &other.name));
        if button::place(ui, theme, rect, id, &other.name, Rank::Outlined).clicked() {
            actions.push(Action::Lead(Lead::Measure(Measured::Take((*other).clone()))));
        }
        at.x = rect.right() + gap;
        bottom = bottom.max(rect.bottom());
    }
    if kept.is_empty() {
        let galley =
            set::set(ui, words::EDGES, said(stage, Weight::Regular), theme.ink, room.width());
        if galley.size().y <= room.height() {
            let at = set::paint(ui, room.min, &galley);
            page::heard(ui, stage, "edges", Role::Label, at, words::EDGES);
        }
    }
}
