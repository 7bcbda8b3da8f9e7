//! The order of play is a list of zones, and within the one played its steps. A step is gone to by pressing it.

use egui::{Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::part::{Part, label};
use crate::intent::leading::Lead;
use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::model::play::Beat;
use crate::text::leader as words;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::{marks, ring};
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

const CHANGE: f32 = 44.0;
const INDENT: f32 = 26.0;
const MARK: f32 = 26.0;
const PAD: f32 = 10.0;
const BAR: f32 = 14.0;

/// A line of the list.
struct Line {
    name: String,
    minutes: u32,
    /// When it begins, in minutes of the day; not what has been.
    begins: Option<u32>,
    /// Where it leads.
    to: usize,
    state: State,
    inner: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Past,
    Here,
    /// The zone of the step played.
    Around,
    Ahead,
}

fn lines(part: Part) -> Vec<Line> {
    let Part { cx, leading, .. } = part;
    let beats = &leading.play.beats;
    let mut all = Vec::new();
    let mut from = 0;
    while from < beats.len() {
        let of = beats[from].scene.zone();
        let until = match of {
            Some(_) => from + beats[from..].iter().take_while(|it| it.scene.zone() == of).count(),
            None => from + 1,
        };
        let group = &beats[from..until];
        let played: Vec<(usize, &Beat)> =
            group.iter().enumerate().filter(|(_, beat)| !beat.skipped).collect();
        let here = (from..until).contains(&leading.at);
        if let Some((first, _)) = played.first() {
            let minutes = played.iter().map(|(_, beat)| u32::from(beat.minutes)).sum();
            let state = |past: bool, here: bool, whole| match (here, past) {
                (true, _) => whole,
                (_, true) => State::Past,
                _ => State::Ahead,
            };
            let several = of.filter(|_| group.len() > 1);
            let name = match several {
                Some(zone) => cx.catalogue.step_title(zone).to_owned(),
                None => words::beat(&group[*first], cx.catalogue, cx.design),
            };
            let whole = if several.is_some() { State::Around } else { State::Here };
            let past = |index: &usize| leading.played.contains(&(from + index));
            let state_of = state(played.iter().all(|(index, _)| past(index)), here, whole);
            let hour = |at: usize| cx.hours.get(at).copied().flatten();
            let begins = hour(from + first).filter(|_| state_of != State::Past);
            all.push(Line {
                name,
                minutes,
                begins,
                to: from + first,
                state: state_of,
                inner: false,
            });
            if several.is_some() && here {
                all.extend(played.iter().map(|(index, beat)| {
                    let state = state(past(index), from + index == leading.at, State::Here);
                    Line {
                        name: words::beat(beat, cx.catalogue, cx.design),
                        minutes: u32::from(beat.minutes),
                        begins: hour(from + index).filter(|_| state != State::Past),
                        to: from + index,
                        state,
                        inner: true,
                    }
                }));
            }
        }
        from = until;
    }
    all
}

/// The hour and the minutes stand side by side, or one over the other in a narrow column.
const HOUR: f32 = 74.0;
const MINUTES: f32 = 64.0;
const NARROW: f32 = 300.0;

fn name_width(width: f32, line: &Line) -> f32 {
    let time = if width < NARROW { HOUR } else { HOUR + MINUTES };
    width - MARK - time - if line.inner { INDENT } else { 0.0 }
}

/// The step played stands out, as the zones do.
fn kind(line: &Line) -> Face {
    if line.inner && line.state != State::Here { face::STEP } else { face::ZONE }
}

fn line_height(ui: &Ui, line: &Line, width: f32) -> f32 {
    let words = set::height(ui, &line.name, kind(line), name_width(width, line));
    let times = if width < NARROW && line.begins.is_some() { 2.0 } else { 1.0 };
    (words.max(times * face::BODY.leading) + 16.0).max(40.0)
}

/// The height of the whole list at `width`.
pub fn height(ui: &Ui, part: Part, width: f32) -> f32 {
    let lines: f32 = lines(part).iter().map(|line| line_height(ui, line, width)).sum();
    face::STRONG.leading + 6.0 + lines + CHANGE + 24.0
}

pub fn show(ui: &mut Ui, part: Part, column: Rect, actions: &mut Actions) {
    let total = words::minutes(part.leading.play.minutes());
    let top = label(ui, part, words::ORDER, &total, column);
    // A visitor has another order: that of the workshop is not changed in front of one.
    let height = if part.leading.is_visit() { 0.0 } else { CHANGE };
    let change = column.with_min_y(column.bottom() - height);
    let all = lines(part);
    let room =
        Rect::from_min_max(pos2(column.left(), top), pos2(column.right(), change.top() - 10.0));
    let heights: Vec<f32> = all.iter().map(|line| line_height(ui, line, column.width())).collect();
    // What is lit stands out of the column.
    let wide = room.expand2(vec2(PAD, 0.0));
    // The scroll bar stands in the margin.
    let clip = wide.with_max_x(wide.right() + BAR);
    let mut area = ui.new_child(UiBuilder::new().max_rect(clip).id_salt("order"));
    let mut scroll = ScrollArea::vertical().id_salt("order").auto_shrink(false).animated(false);
    let at = all.iter().position(|line| line.state == State::Here);
    if let Some(to) = at.and_then(|at| arrived(ui, part.leading.at, at, &heights, room.height())) {
        scroll = scroll.vertical_scroll_offset(to);
    }
    let shown = scroll.show(&mut area, |ui| {
        let origin = ui.max_rect().min;
        let whole: f32 = heights.iter().sum();
        ui.allocate_exact_size(vec2(clip.width(), whole), Sense::hover());
        // No name is cut at the edges: a line that does not show whole waits for its turn.
        ui.set_clip_rect(whole_lines(ui.clip_rect(), origin.y, &heights));
        let mut y = origin.y;
        for (line, height) in all.iter().zip(&heights) {
            let rect = Rect::from_min_size(pos2(origin.x, y), vec2(wide.width(), *height));
            self::line(ui, part, line, rect, actions);
            y += height;
        }
    });
    ui.data_mut(|data| {
        data.insert_temp(
            shown_id(),
            Seen { at: part.leading.at, offset: shown.state.clamped_offset().y },
        );
    });
    let id = Id::unique("change-order");
    if part.leading.is_visit() {
        return;
    }
    if button::place(ui, part.cx.theme, change, id, words::CHANGE, Rank::Outlined).clicked() {
        actions.push(Action::Open(Focus::Order));
    }
}

/// What the list showed in the last pass.
#[derive(Clone, Copy)]
struct Seen {
    /// The step played.
    at: usize,
    offset: f32,
}

fn shown_id() -> Id {
    Id::unique("order-shown")
}

/// From where the list shows once the step played is not the one of the pass before: from a line, with the one before it in
/// sight. None when it is in sight already.
fn arrived(ui: &Ui, step: usize, line: usize, heights: &[f32], room: f32) -> Option<f32> {
    let before = ui.data(|data| data.get_temp::<Seen>(shown_id()));
    if before.is_some_and(|before| before.at == step) {
        return None;
    }
    let top = |line: usize| heights[..line.min(heights.len())].iter().sum::<f32>();
    let offset = before.map_or(0.0, |before| before.offset);
    let from = top(line.saturating_sub(1));
    let seen = from >= offset - 0.5 && top(line + 2) <= offset + room + 0.5;
    (!seen).then_some(from)
}

/// What of `clip` shows whole lines, the first of which begins at `top`; all of it when not even one does.
fn whole_lines(clip: Rect, top: f32, heights: &[f32]) -> Rect {
    let mut y = top;
    let mut ends: Option<(f32, f32)> = None;
    for height in heights {
        let (from, to) = (y, y + height);
        if from >= clip.top() - 0.5 && to <= clip.bottom() + 0.5 {
            ends = Some((ends.map_or(from, |ends| ends.0), to));
        }
        y = to;
    }
    ends.map_or(clip, |(from, to)| clip.with_min_y(from).with_max_y(to))
}

fn line(ui: &mut Ui, part: Part, line: &Line, rect: Rect, actions: &mut Actions) {
    let theme = part.cx.theme;
    let here = line.state == State::Here;
    let id = Id::unique(("leader-line", line.to, line.inner));
    let response = ui.interact(rect, id, Sense::click());
    let state = match line.state {
        State::Past => words::PLAYED,
        State::Here | State::Around => words::PLAYING,
        State::Ahead => "",
    };
    let minutes = u16::try_from(line.minutes).unwrap_or(u16::MAX);
    let name = words::step_said(&line.name, line.begins, minutes, state);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    ring::follow(ui, &response);
    let (ink, muted) = if here { (theme.paper, theme.paper) } else { (theme.ink, theme.muted) };
    if here {
        ui.painter().rect_filled(rect, f32::from(space::RADIUS), theme.ink);
    } else if response.hovered() {
        let stroke = egui::Stroke::new(line::THIN, theme.line);
        let radius = f32::from(space::RADIUS);
        ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    }
    let inner = rect.shrink2(vec2(PAD, 0.0));
    let width = inner.width();
    let left = inner.left() + if line.inner { INDENT } else { 0.0 };
    let kind = kind(line);
    let words = set::balanced(ui, &line.name, kind, ink, name_width(inner.width(), line));
    let top = rect.center().y - words.size().y / 2.0;
    mark(
        ui,
        line,
        pos2(left + 8.0, top + kind.leading / 2.0),
        ink,
        if here { theme.ink } else { theme.paper },
    );
    set::paint(ui, pos2(left + MARK, top), &words);
    let time = |words: &str| set::set(ui, words, face::BODY, muted, f32::INFINITY);
    let minutes = time(&words::minutes(line.minutes));
    let middle = rect.center().y;
    let begins = line.begins.map(|begins| time(&words::hour(begins)));
    // The column, as `name_width` has it: what is lit stands out of it.
    let over = width < NARROW && begins.is_some();
    let down = if over { minutes.size().y / 2.0 } else { 0.0 };
    let at = |time: &egui::Galley, right: f32, y: f32| {
        pos2(right - time.size().x, y - time.size().y / 2.0)
    };
    set::paint(ui, at(&minutes, inner.right(), middle + down), &minutes);
    if let Some(begins) = &begins {
        let right = inner.right() - if over { 0.0 } else { MINUTES };
        set::paint(ui, at(begins, right, middle - down), begins);
    }
    if response.has_focus() {
        ring::around_in(ui.painter(), theme.ink, rect.shrink(4.0));
    }
    if response.clicked() {
        actions.push(Action::Lead(Lead::GoTo(line.to)));
    }
}

/// A disc with a tick, a bar, a ring: past, here, ahead.
fn mark(ui: &Ui, line: &Line, centre: egui::Pos2, ink: egui::Color32, ground: egui::Color32) {
    let radius = 8.0;
    match line.state {
        State::Past => {
            ui.painter().circle_filled(centre, radius, ink);
            marks::tick(ui.painter(), centre, radius * 2.0, ground);
        }
        State::Here | State::Around => {
            let bar = Rect::from_center_size(centre, vec2(2.0 * radius, 8.0));
            ui.painter().rect_filled(bar, 4.0, ink);
        }
        State::Ahead => {
            let stroke = egui::Stroke::new(line::MARK, ink);
            ui.painter().circle_stroke(centre, radius - 1.0, stroke);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_lines_show() {
        let clip = Rect::from_min_max(pos2(0.0, 100.0), pos2(50.0, 200.0));
        let shown = |top| {
            let shown = whole_lines(clip, top, &[40.0, 40.0, 60.0, 40.0]);
            (shown.top(), shown.bottom())
        };
        assert_eq!(shown(100.0), (100.0, 180.0));
        assert_eq!(shown(80.0), (120.0, 160.0));
        assert_eq!(shown(20.0), (100.0, 200.0));
        assert_eq!(whole_lines(clip, 90.0, &[300.0]), clip, "a line higher than the column");
    }
}
