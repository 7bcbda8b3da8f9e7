//! A stepper is a figure between two buttons: less, more. Held, a button goes on. It can be typed too.
//!
//! - `typed`: what the signs of a figure make.

mod typed;

use std::ops::RangeInclusive;

use egui::{Context, Id, Key, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

pub use self::typed::Typed;
use super::ring;
use crate::text::room as words;
use crate::ui::theme::{Face, Theme, line, space};
use crate::ui::type_setting as set;

/// A figure to be shown.
pub struct Stepper<'a> {
    pub id: Id,
    /// What a screen reader calls it.
    pub name: &'a str,
    pub value: u32,
    pub step: u32,
    pub range: RangeInclusive<u32>,
    /// The value, in words.
    pub words: &'a str,
    pub face: Face,
    pub typed: Typed,
}

/// Whether what has the keyboard is a figure: digits and points are its own.
pub fn is_figure(ctx: &Context, id: Id) -> bool {
    ctx.data(|data| data.get_temp::<Figure>(id)).is_some()
}

/// Remembered of each.
#[derive(Clone)]
struct Figure;

/// How long a button is held before it goes on, and then how often, in seconds.
const WAITS: f64 = 0.45;
const GOES_ON: f64 = 0.07;

impl Stepper<'_> {
    /// Shows it; gives the value that is asked for.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, rect: Rect) -> Option<u32> {
        let [less, value, more] = parts(rect);
        let mut to = None;
        for (part, name, by) in [(less, words::LESS, -1), (more, words::MORE, 1)] {
            let response = ui.interact(part, self.id.with(name), Sense::click());
            let said = crate::text::values::colon(self.name, name);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &said));
            if response.clicked() && !self.went_on(ui) || self.held(ui, &response) {
                to = Some(self.moved(by));
            }
            ring::follow(ui, &response);
            if response.has_focus() {
                ring::around(ui.painter(), theme, part.shrink(4.0));
            }
        }
        let response = ui.interact(value, self.id, Sense::click());
        ring::follow_to(ui, response.id, response.gained_focus(), rect);
        ui.data_mut(|data| data.insert_temp(self.id, Figure));
        let said = crate::text::values::colon(self.name, self.words);
        response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, ui.is_enabled(), &said));
        if response.clicked() {
            response.request_focus();
        }
        if response.has_focus() {
            to = self.keys(ui).or(to);
        }
        self.draw(ui, theme, rect);
        if response.has_focus() {
            ring::around(ui.painter(), theme, rect);
        }
        to.filter(|to| *to != self.value)
    }

    /// Draws it where nothing can be touched.
    pub fn draw(&self, ui: &Ui, theme: &Theme, rect: Rect) {
        let [less, value, more] = parts(rect);
        let stroke = Stroke::new(line::MARK, theme.ink);
        ui.painter().rect(rect, f32::from(space::RADIUS), theme.cell, stroke, StrokeKind::Inside);
        for (part, edge, plus) in [(less, less.right(), false), (more, more.left(), true)] {
            let apart = Stroke::new(line::THIN, theme.line);
            ui.painter().vline(edge, part.y_range().shrink(line::MARK), apart);
            let arm = self.face.size * 0.28;
            let thick = Stroke::new((self.face.size * 0.11).max(line::MARK), theme.ink);
            let centre = part.center();
            ui.painter().hline(centre.x - arm..=centre.x + arm, centre.y, thick);
            if plus {
                ui.painter().vline(centre.x, centre.y - arm..=centre.y + arm, thick);
            }
        }
        let galley = set::set(ui, self.words, self.face, theme.ink, f32::INFINITY);
        set::paint(ui, value.center() - galley.size() / 2.0, &galley);
    }

    /// On the round figures that people say.
    fn moved(&self, by: i64) -> u32 {
        let to = i64::from(self.value) + by * i64::from(self.step);
        let to = u32::try_from(to.max(0)).unwrap_or(0);
        let step = self.step.max(1);
        let round = to.saturating_add(step / 2) / step * step;
        round.clamp(*self.range.start(), *self.range.end())
    }

    /// Whether the button has been held long enough to go on in this pass.
    fn held(&self, ui: &Ui, response: &egui::Response) -> bool {
        let key = self.id.with("held");
        if !response.is_pointer_button_down_on() {
            if !response.clicked() && !ui.input(|input| input.pointer.any_released()) {
                // Let go elsewhere: the next press is a press.
                ui.data_mut(|data| data.remove::<bool>(self.id.with("went-on")));
            }
            return false;
        }
        let now = ui.input(|input| input.time);
        let begins = response.contains_pointer() && ui.input(|input| input.pointer.any_pressed());
        let next = ui.data(|data| data.get_temp::<f64>(key)).filter(|_| !begins);
        let Some(next) = next else {
            ui.data_mut(|data| {
                data.insert_temp(key, now + WAITS);
                data.remove::<bool>(self.id.with("went-on"));
            });
            ui.ctx().request_repaint_after_secs(WAITS as f32);
            return false;
        };
        let due = now >= next;
        if due {
            ui.data_mut(|data| {
                data.insert_temp(key, now + GOES_ON);
                data.insert_temp(self.id.with("went-on"), true);
            });
        }
        ui.ctx().request_repaint_after_secs(GOES_ON as f32);
        due
    }

    /// The release that ends a long press is not one more press.
    fn went_on(&self, ui: &Ui) -> bool {
        ui.data_mut(|data| data.remove_temp::<bool>(self.id.with("went-on"))).unwrap_or(false)
    }

    fn keys(&self, ui: &Ui) -> Option<u32> {
        ring::take_arrows(ui, self.id);
        let pressed = |key| ui.input(|input| input.num_presses(key)) as i64;
        let by = pressed(Key::ArrowRight) + pressed(Key::ArrowUp)
            - pressed(Key::ArrowLeft)
            - pressed(Key::ArrowDown);
        let to = if by != 0 { Some(self.moved(by)) } else { None };
        let home = (pressed(Key::Home) > 0).then_some(*self.range.start());
        let end = (pressed(Key::End) > 0).then_some(*self.range.end());
        to.or(home).or(end).or_else(|| {
            let most = *self.range.end();
            let typed = typed::hear(ui, self.id, self.typed, self.value, most);
            // « 0 », or nothing left, is the beginning of a figure.
            typed.filter(|figure| self.range.contains(figure))
        })
    }
}

/// Less, the value, more.
fn parts(rect: Rect) -> [Rect; 3] {
    let side = rect.height().min(rect.width() / 3.0);
    [
        rect.with_max_x(rect.left() + side),
        Rect::from_min_max(pos2(rect.left() + side, rect.top()), rect.max - vec2(side, 0.0)),
        rect.with_min_x(rect.right() - side),
    ]
}
