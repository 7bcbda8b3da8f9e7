//! The page shows as it will come out, page by page, larger when one wants to read it.

use egui::{Context, Id, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder};
use egui::{Vec2, WidgetInfo, pos2, vec2};

use crate::intent::printing::Print;
use crate::intent::{Action, Actions};
use crate::text::printing as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::theme::{UNTINTED, face, line, space};
use crate::ui::type_setting as set;

/// The least height that a page is shown in, in points.
pub const LEAST: f32 = 190.0;
/// The widest picture of a page, in pixels: what a small graphics card holds.
const WIDEST: f32 = 4000.0;

pub fn show(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let tools = Rect::from_min_size(rect.min, vec2(rect.width(), space::FOCUS_TARGET));
    self::tools(ui, cx, tools, actions);
    let room = rect.with_min_y(tools.bottom() + space::CELL);
    let shows = ui.clip_rect().intersect(room).height() > room.height() / 2.0;
    ui.data_mut(|data| data.insert_temp(shows_id(), shows));
    let preview = cx.preview;
    if let Some(fault) = &preview.fault {
        let galley = set::set(ui, fault, face::FOCUS_HELP, cx.theme.ink, room.width());
        let shown = set::paint(ui, room.min, &galley);
        let response = ui.interact(shown, Id::unique("preview-fault"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, fault));
        return;
    }
    if preview.size.x <= 0.0 || preview.size.y <= 0.0 {
        // Nothing is known of the page yet: it is asked for as wide as the room.
        return draw(ui, cx, room.width(), actions);
    }
    let whole = fitted(preview.size, room.size());
    let size = whole * cx.view.printing.zoom;
    draw(ui, cx, size.x, actions);
    if size.x <= room.width() + 0.5 && size.y <= room.height() + 0.5 {
        let at = pos2(room.center().x - size.x / 2.0, room.top());
        return paint(ui, cx, Rect::from_min_size(at, size));
    }
    let mut area = ui.new_child(UiBuilder::new().max_rect(room).id_salt("preview"));
    ScrollArea::both().id_salt("preview").auto_shrink(false).animated(false).show(
        &mut area,
        |ui| {
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            paint(ui, cx, rect);
        },
    );
}

fn shows_id() -> Id {
    Id::unique("preview-shows")
}

/// Whether most of the page was in sight in the last pass.
pub fn shows(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(shows_id())).unwrap_or(false)
}

/// The page within the room, whole, in its own proportions.
fn fitted(page: Vec2, room: Vec2) -> Vec2 {
    page * (room.x / page.x).min(room.y / page.y)
}

/// Asks for a picture as fine as the screen, when there is none yet.
fn draw(ui: &Ui, cx: Cx, width: f32, actions: &mut Actions) {
    let pixels = (width * ui.ctx().pixels_per_point()).round().clamp(64.0, WIDEST) as u32;
    if cx.view.printing.pixels != pixels {
        actions.push(Action::Print(Print::Draw(pixels)));
    }
}

fn paint(ui: &Ui, cx: Cx, rect: Rect) {
    let response = ui.interact(rect, Id::unique("preview-page"), Sense::hover());
    let said = words::page_said(cx.view.printing.page, cx.preview.pages, &cx.preview.said);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    if let Some(picture) = &cx.preview.picture {
        let all = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        ui.painter().image(picture.id(), rect, all, UNTINTED);
    }
    let edge = Stroke::new(line::THIN, cx.theme.line);
    ui.painter().rect_stroke(rect, 0.0, edge, StrokeKind::Outside);
}

/// Which page, the ones before and after, nearer and farther.
fn tools(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let printing = &cx.view.printing;
    let pages = cx.preview.pages;
    let mut left = rect.left();
    let mut way = |ui: &mut Ui, id: &str, words: &str, print: Print| {
        let size = button::large_size(ui, words);
        let place = Rect::from_min_size(pos2(left, rect.top()), size);
        left = place.right() + space::CELL;
        if button::place(ui, cx.theme, place, Id::unique(id), words, Rank::Outlined).clicked() {
            actions.push(Action::Print(print));
        }
    };
    if printing.zoomed(1) > printing.zoom {
        way(ui, "preview-nearer", words::NEARER, Print::Zoom(1));
    }
    if printing.zoomed(-1) < printing.zoom {
        way(ui, "preview-farther", words::FARTHER, Print::Zoom(-1));
    }
    if pages > 1 {
        if printing.page > 0 {
            way(ui, "preview-before", words::PAGE_BEFORE, Print::Turn(-1));
        }
        if printing.page + 1 < pages {
            way(ui, "preview-after", words::PAGE_AFTER, Print::Turn(1));
        }
    }
    if pages == 0 {
        return;
    }
    let said = words::page(printing.page, pages);
    let galley = set::set(ui, &said, face::FOCUS_HELP, cx.theme.muted, f32::INFINITY);
    let at = pos2(rect.right() - galley.size().x, rect.center().y - galley.size().y / 2.0);
    if at.x > left {
        let shown = set::paint(ui, at, &galley);
        let response = ui.interact(shown, Id::unique("preview-rank"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    }
}
