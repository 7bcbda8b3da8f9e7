//! A line of a menu has words at the left, its key at the right, and is inverted when pointed at or reached. A line
//! that is one choice among others, or that is on or off, has a tick before its words.

use egui::{Event, EventFilter, Id, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::marks;
use crate::ui::theme::{Theme, face};
use crate::ui::type_setting as set;

pub const HEIGHT: f32 = 28.0;
const PAD: f32 = 14.0;
/// Side of the square in which the tick is drawn, in the margin of the words.
const TICK: f32 = 16.0;
/// What the ticks of a menu take before the words of all its lines.
const TICKS: f32 = 18.0;

/// Whether a line says something of the state of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// It does something.
    None,
    /// One among several, and whether it is the one.
    Radio(bool),
    /// On or off.
    Check(bool),
}

/// A line to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    pub words: &'a str,
    /// « Ctrl+S », or nothing.
    pub key: &'a str,
    pub enabled: bool,
    pub tick: Tick,
}

/// The lines of a menu share these.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub width: f32,
    /// Where the words begin.
    indent: f32,
}

impl Column {
    /// As wide as the widest of `items`, and `least` points.
    pub fn of(ui: &Ui, items: &[Item], least: f32) -> Column {
        let ticks = items.iter().any(|item| item.tick != Tick::None);
        let indent = if ticks { PAD + TICKS } else { PAD };
        let width = items.iter().map(|item| indent + item.width(ui) + PAD).fold(least, f32::max);
        // In a window too narrow for a thing that is undone, its end gives way.
        let most = (ui.ctx().content_rect().width() - 2.0 * PAD).max(least);
        // Whole points: a hairline ends where the frame begins.
        Column { width: width.min(most).ceil(), indent }
    }

    /// The hairline between two groups.
    pub fn separator(&self, ui: &mut Ui, theme: &Theme) {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width, 9.0), Sense::hover());
        let stroke = egui::Stroke::new(crate::ui::theme::line::THIN, theme.hair);
        ui.painter().hline(rect.x_range(), rect.center().y, stroke);
    }
}

impl Item<'_> {
    fn width(&self, ui: &Ui) -> f32 {
        let gap = if self.key.is_empty() { 0.0 } else { 32.0 };
        set::width(ui, self.words, face::BODY) + gap + set::width(ui, self.key, face::CAPTION)
    }

    fn info(&self) -> WidgetInfo {
        let (role, on) = match self.tick {
            Tick::None => return WidgetInfo::labeled(Role::MenuItem, self.enabled, self.words),
            Tick::Radio(on) => (Role::MenuItemRadio, on),
            Tick::Check(on) => (Role::MenuItemCheckBox, on),
        };
        WidgetInfo::selected(role, self.enabled, on, self.words)
    }
}

/// Shows the line across its column; it closes the menu when clicked.
pub fn show(ui: &mut Ui, theme: &Theme, item: &Item, column: Column) -> Response {
    let enabled = item.enabled;
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(column.width, HEIGHT), sense);
    response.widget_info(|| item.info());
    if response.has_focus() {
        // Left and right go to the next menu, not to what stands beside.
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    // One line is lit: the one pointed at, or the one reached, whichever came last.
    let lit = enabled && if by_key(ui) { response.has_focus() } else { response.hovered() };
    paint(ui, theme, rect, item, column, lit);
    if response.clicked() {
        ui.close();
    }
    response
}

/// The line alone.
pub fn paint(ui: &Ui, theme: &Theme, rect: Rect, item: &Item, column: Column, lit: bool) {
    let Item { words, key, enabled, tick } = *item;
    if lit {
        ui.painter().rect_filled(rect, 0.0, theme.ink);
    }
    let (ink, second) = match (enabled, lit) {
        (true, true) => (theme.paper, theme.paper),
        (true, false) => (theme.ink, theme.muted),
        (false, _) => (theme.line, theme.line),
    };
    let right = set::set(ui, key, face::CAPTION, second, f32::INFINITY);
    let beside = if key.is_empty() { 0.0 } else { right.size().x + PAD };
    let room = rect.width() - column.indent - PAD - beside;
    let left = set::first_line(ui, words, face::BODY, ink, room + 0.5);
    let at = pos2(rect.left() + column.indent, rect.center().y - left.size().y / 2.0);
    set::paint(ui, at, &left);
    if matches!(tick, Tick::Radio(true) | Tick::Check(true)) {
        let centre = pos2(rect.left() + PAD + TICK / 4.0, rect.center().y);
        marks::tick(ui.painter(), centre, TICK, ink);
    }
    let x = rect.right() - PAD - right.size().x;
    set::paint(ui, pos2(x, rect.center().y - right.size().y / 2.0), &right);
}

/// Whether a screen reader asks for what opens a menu: the keyboard then goes into it.
pub fn asked_for(ui: &Ui, id: Id) -> bool {
    ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click))
}

/// Whether the keyboard spoke after the pointer.
fn by_key(ui: &Ui) -> bool {
    let id = Id::unique("menu-by-key");
    let before = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let now = ui.input(|input| {
        let key =
            input.events.iter().any(|event| matches!(event, Event::Key { pressed: true, .. }));
        key || (before && !input.pointer.is_moving())
    });
    ui.data_mut(|data| data.insert_temp(id, now));
    now
}
