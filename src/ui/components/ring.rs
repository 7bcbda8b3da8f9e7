//! The keyboard's ring has one shape everywhere, three points wide, two away.

use egui::{
    Color32, Context, EventFilter, Id, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui,
    ViewportId,
};

use crate::ui::reduced;
use crate::ui::theme::{Theme, line, space};

const GAP: f32 = 2.0;
/// How far around a control the page shows when it scrolls to it.
pub const REACH: f32 = 10.0;
/// How much above a control reached from elsewhere.
const ABOVE: f32 = 48.0;
const REACHED: &str = "reached";
const COME_BACK: &str = "come-back";

/// The name of what is remembered for this window alone: the room's has its own.
pub fn of_window(ctx: &Context, name: &str) -> Id {
    of(ctx.viewport_id(), name)
}

/// As [`of_window`], for another window.
pub fn of(window: ViewportId, name: &str) -> Id {
    Id::unique((window, name))
}

/// The control that has the keyboard keeps the arrows for itself: they do not move the keyboard.
pub fn take_arrows(ui: &Ui, id: Id) {
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    ui.data_mut(|data| data.insert_temp(id, Arrows));
}

/// Whether a control does something of the arrows.
pub fn takes_arrows(ctx: &Context, id: Id) -> bool {
    ctx.data(|data| data.get_temp::<Arrows>(id)).is_some()
}

/// Remembered of each that does.
#[derive(Clone)]
struct Arrows;

/// Around a box.
pub fn around(painter: &Painter, theme: &Theme, rect: Rect) {
    around_in(painter, theme.ink, rect);
}

/// Around a box, in the colour that shows on its ground.
pub fn around_in(painter: &Painter, colour: Color32, rect: Rect) {
    boxed(painter, colour, rect, line::RULE);
}

/// Around a disc of the given radius.
pub fn around_disc(painter: &Painter, theme: &Theme, centre: Pos2, radius: f32) {
    disc(painter, theme.ink, centre, radius, line::RULE);
}

/// As [`around_disc`], `wide` points wide.
pub fn disc(painter: &Painter, colour: Color32, centre: Pos2, radius: f32, wide: f32) {
    painter.circle_stroke(centre, radius + gap(wide) + wide / 2.0, Stroke::new(wide, colour));
}

/// Around a box, `wide` points wide.
pub fn boxed(painter: &Painter, colour: Color32, rect: Rect, wide: f32) {
    let radius = f32::from(space::RADIUS + 2) * wide / line::RULE;
    let stroke = Stroke::new(wide, colour);
    painter.rect_stroke(rect.expand(gap(wide)), radius, stroke, StrokeKind::Outside);
}

/// How far from what it is around a ring of this width stands.
pub fn gap(wide: f32) -> f32 {
    GAP * wide / line::RULE
}

/// Gives the keyboard to a control that the page may have to scroll to. The toolkit only tells a control that it
/// gained the keyboard when this happened before its pass; what is asked for at the end of one is remembered here.
pub fn reach(ctx: &Context, id: Id) {
    ctx.memory_mut(|memory| memory.request_focus(id));
    let key = of_window(ctx, REACHED);
    ctx.data_mut(|data| data.insert_temp(key, id));
}

/// Gives the keyboard back to a control of a page that is shown again as it was: it moves only if it must.
pub fn come_back(ctx: &Context, id: Id) {
    ctx.memory_mut(|memory| memory.request_focus(id));
    let key = of_window(ctx, COME_BACK);
    ctx.data_mut(|data| data.insert_temp(key, id));
}

/// Whether `reach` was just asked for this control.
pub fn reached(ui: &Ui, id: Id) -> bool {
    let key = of_window(ui.ctx(), REACHED);
    ui.data(|data| data.get_temp::<Id>(key)) == Some(id)
}

/// Brings a control that has just taken the keyboard into view: the page may have to scroll.
pub fn follow(ui: &Ui, response: &Response) {
    follow_to(ui, response.id, response.gained_focus(), response.rect);
}

/// As [`follow`], to a part of the control.
pub fn follow_to(ui: &Ui, id: Id, gained: bool, rect: Rect) {
    let rect = reduced::in_window(ui, rect);
    let come_back = of_window(ui.ctx(), COME_BACK);
    if reached(ui, id) {
        let key = of_window(ui.ctx(), REACHED);
        ui.data_mut(|data| data.remove::<Id>(key));
        // The head of its zone comes with it.
        let mut around = rect.expand(REACH);
        around.min.y -= ABOVE;
        ui.scroll_to_rect(around, None);
    } else if ui.data(|data| data.get_temp::<Id>(come_back)) == Some(id) {
        ui.data_mut(|data| data.remove::<Id>(come_back));
        ui.scroll_to_rect(rect.expand(line::RULE + GAP), None);
    } else if gained {
        ui.scroll_to_rect(rect.expand(REACH), None);
    }
}
