//! This counts how far one has gone down a focus that does not fit in the window, and its pages.

use egui::{Context, Id, Rect, ViewportId};

use super::breaks;
use crate::intent::leading::Side;
use crate::model::history::Revision;
use crate::ui::Cx;
use crate::ui::components::ring;
use crate::ui::theme::face;

/// How far one has gone down a focus that does not fit, in points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    pub offset: f32,
    pub height: f32,
    pub room: f32,
    /// Where the next pass is to show.
    pub asked: Option<f32>,
    /// Where each page starts, when it cannot be anywhere.
    pub starts: Vec<f32>,
    /// What the pages are of.
    pub of: Option<Id>,
}

const PAGES: &str = "focus-pages";

pub fn pages(ctx: &Context) -> Pages {
    pages_in(ctx, ctx.viewport_id())
}

/// Each window has its own: the room's shows less at once.
fn pages_in(ctx: &Context, window: ViewportId) -> Pages {
    let key = ring::of(window, PAGES);
    ctx.data(|data| data.get_temp(key)).unwrap_or_default()
}

pub fn keep(ctx: &Context, pages: Pages) {
    keep_in(ctx, ctx.viewport_id(), pages);
}

fn keep_in(ctx: &Context, window: ViewportId, pages: Pages) {
    let key = ring::of(window, PAGES);
    ctx.data_mut(|data| data.insert_temp(key, pages));
}

/// Whether something of the focus is under what shows.
pub fn more(ctx: &Context) -> bool {
    let pages = pages(ctx);
    pages.offset + pages.room < pages.height - 1.0
}

/// How far down the focus shows, in points.
pub fn offset(ctx: &Context) -> f32 {
    pages(ctx).offset
}

/// A focus that opens shows from so far down: its beginning, or where one was.
pub fn show_from(ctx: &Context, offset: f32) {
    show_from_in(ctx, ctx.viewport_id(), offset);
}

/// As [`show_from`], in another window.
pub fn show_from_in(ctx: &Context, window: ViewportId, offset: f32) {
    keep_in(ctx, window, Pages { asked: Some(offset), ..Pages::default() });
}

/// Shows the next page of a focus that does not fit, or the one before; says whether there was one.
pub fn turn(ctx: &Context, by: isize) -> bool {
    turn_in(ctx, ctx.viewport_id(), by)
}

/// As [`turn`], in another window.
pub fn turn_in(ctx: &Context, window: ViewportId, by: isize) -> bool {
    let now = pages_in(ctx, window);
    let last = (now.height - now.room).max(0.0);
    // A line or two of the page before stays in sight.
    let step = (now.room - 2.0 * face::FOCUS_BODY.leading).max(40.0);
    let to = if now.starts.is_empty() {
        Some(now.offset + step * by as f32)
    } else {
        breaks::turned(&now.starts, now.offset, by)
    };
    let to = to.unwrap_or(now.offset).clamp(0.0, last);
    if (to - now.offset).abs() < 1.0 {
        return false;
    }
    keep_in(ctx, window, Pages { asked: Some(to), ..now });
    ctx.request_repaint();
    true
}

const FOLLOWED: &str = "focus-followed";

/// The control that has the keyboard in the program's own window, where it stands in the room's, if it has just been reached
/// there, or what it shows has changed: the room looks at what is done.
pub fn followed(ctx: &Context, cx: Cx) -> Option<Rect> {
    let reached = cx.reached.filter(|_| cx.side == Side::Wall)?;
    let key = ring::of_window(ctx, FOLLOWED);
    let before: Option<(Id, Revision)> = ctx.data(|data| data.get_temp(key));
    ctx.data_mut(|data| data.insert_temp(key, reached));
    if before == Some(reached) {
        return None;
    }
    ctx.viewport(|window| window.this_pass.widgets.get(reached.0).map(|widget| widget.rect))
}
