//! The head of a zone shows its name and its count in its hue's company, over a rule of three points.

use egui::{Galley, Id, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::title;
use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::model::catalogue::Zone;
use crate::text::interface;
use crate::ui::Cx;
use crate::ui::theme::{face, line};
use crate::ui::type_setting as set;

/// Height from the top of the words to the bottom of the rule.
pub const HEIGHT: f32 = 32.0;
/// The middle of the words on the title's line, from its top.
const MIDDLE: f32 = 12.0;
/// From the rule to what follows.
pub const AFTER: f32 = 10.0;

/// As [`AFTER`], less when room is scarce.
pub fn after(cx: Cx) -> f32 {
    if cx.compact { AFTER - 3.0 } else { AFTER }
}

/// Between the title, what can be done and the count.
pub const GAP: f32 = 18.0;

/// The head of a zone.
pub struct Head<'a> {
    pub zone: Zone,
    pub title: &'a str,
    /// At the right: a count, a way to do something.
    pub note: &'a str,
    /// The width of the words that the caller shows before the note, in points; 0 for none.
    pub action: f32,
}

/// Shows the head across the width of `rect`, at its top; its title opens the first step of the zone. Says where what
/// stands before the note ends. When all do not hold, the note goes (a screen reader still says it), then the title
/// gets smaller.
pub fn show(ui: &Ui, cx: Cx, head: &Head, rect: Rect, actions: &mut Actions) -> Rect {
    let theme = cx.theme;
    let Head { zone, title, note, action } = *head;
    let (at, width) = (rect.min, rect.width());
    let hue = theme.zone(zone);
    let beside = if action > 0.0 { action + GAP } else { 0.0 };
    let small = set::width(ui, title, face::ZONE) + beside > width;
    let title_face = if small { face::STRONG } else { face::ZONE };
    let words = set::set(ui, title, title_face, hue, width);
    set::paint(ui, at, &words);
    let count = set::set(ui, note, face::CAPTION, theme.muted, f32::INFINITY);
    let holds = words.size().x + beside + GAP + count.size().x <= width;
    let count = if holds { count } else { set::set(ui, "", face::CAPTION, theme.muted, width) };
    let left = at.x + width - count.size().x;
    // On the same baseline as the title: the smaller face sits lower by the difference of the ascents.
    let count_rect = set::paint(ui, pos2(left, at.y + 4.0), &count);
    let y = at.y + HEIGHT - line::RULE / 2.0;
    ui.painter().hline(at.x..=at.x + width, y, Stroke::new(line::RULE, hue));
    label(ui, zone, title, note, Rect::from_min_size(at, egui::vec2(width, HEIGHT)));
    open(ui, cx, zone, &words, at, actions);
    count_rect
}

/// A click on the title opens the zone step by step; the keyboard has Enter on each of its controls.
fn open(ui: &Ui, cx: Cx, zone: Zone, words: &Galley, at: Pos2, actions: &mut Actions) {
    let rect = words.rect.translate(at.to_vec2()).expand2(egui::vec2(0.0, 1.5));
    let response = ui.interact(rect, Id::unique(("zone-title", zone)), Sense::CLICK);
    let label = interface::field_title_label(words.text());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    if response.hovered() {
        title::underline(ui, words, at, cx.theme.zone(zone));
    }
    let first = Focus::steps_of(zone, cx.catalogue, cx.design).into_iter().next();
    if response.clicked()
        && let Some(first) = first
    {
        actions.push(Action::Open(first));
    }
}

/// The middle of the right edge of the words on the title's line: before the count, or at the end when it has gone.
pub fn action_at(rect: Rect, note: Rect) -> Pos2 {
    let gap = if note.width() > 0.0 { GAP } else { 0.0 };
    pos2(note.left() - gap, rect.top() + MIDDLE)
}

/// What a screen reader says of the head.
fn label(ui: &Ui, zone: Zone, title: &str, note: &str, rect: Rect) {
    let id = ui.scope_id().with(("zone", zone));
    let response = ui.interact(rect, id, egui::Sense::hover());
    response.widget_info(|| {
        let words = if note.is_empty() { title.to_owned() } else { [title, note].join(", ") };
        egui::WidgetInfo::labeled(egui::Role::Heading, true, words)
    });
}
