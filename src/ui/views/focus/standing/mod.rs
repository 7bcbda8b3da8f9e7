//! « Où en est-on ? » shows whoever comes late what is decided, what is open, what is in disagreement, on one screen.
//!
//! - [`content`]: what there is to say. - [`fit`]: how many lines each thing gets. - [`cut`]: what a line keeps of them. - [`setter`], [`plan`]: where it stands; `pages`: on which page.
//! - [`marks`]: the shapes beside the lines.

mod content;
mod cut;
mod fit;
mod marks;
mod pages;
mod plan;
mod setter;

use egui::{CursorIcon, Id, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use self::content::What;
use self::plan::{Block, Placed, Plan};
use super::frame;
use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::text::around as words;
use crate::ui::Cx;
use crate::ui::components::{ring, title};
use crate::ui::theme::{face, line};
use crate::ui::type_setting as set;

/// The keyboard's target on a line, in the order in which they are read.
pub fn id(index: usize) -> Id {
    Id::unique(("standing", index))
}

pub fn show(ui: &mut Ui, cx: Cx, actions: &mut Actions) {
    frame::show(ui, cx, &Focus::Standing, actions, |ui, room, actions| {
        let plan = Plan::of(ui, cx, room);
        frame::paged(ui, cx, "standing", room, plan.height, &plan.breaks, |ui, origin| {
            let moved = origin - room.min;
            for block in &plan.blocks {
                head_of(ui, cx, block, moved);
                for placed in &block.lines {
                    self::line(ui, cx, &plan, placed, moved, actions);
                }
            }
        });
    });
}

fn head_of(ui: &Ui, cx: Cx, block: &Block, moved: Vec2) {
    let rect = block.head.translate(moved);
    let count = block.count.to_string();
    let count = set::set(ui, &count, face::FOCUS_COUNT, cx.theme.muted, rect.width());
    let room = rect.width() - count.size().x - 12.0;
    let face = set::fitted(ui, block.words, &[face::FOCUS_ZONE, face::FOCUS_CAPTION], room);
    let holds = set::width(ui, block.words, face) <= room;
    let face = if holds { face } else { face::FOCUS_CAPTION };
    let words = set::first_line(ui, block.words, face, cx.theme.ink, room);
    let bottom = rect.bottom() - 6.0;
    set::paint(ui, pos2(rect.left(), bottom - words.size().y), &words);
    set::paint(ui, pos2(rect.right() - count.size().x, bottom - count.size().y), &count);
    let y = rect.bottom() - line::MARK / 2.0;
    ui.painter().hline(rect.x_range(), y, Stroke::new(line::MARK, cx.theme.ink));
    let response = ui.interact(
        rect,
        Id::unique(("standing-head", block.words, block.head.top() as i32)),
        Sense::hover(),
    );
    let said = words::column(block.words, block.count);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &said));
    if let Some((at, empty)) = &block.empty {
        let rect = set::paint(ui, *at + moved, empty);
        let id = Id::unique(("standing-empty", block.words));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, empty.text()));
    }
}

/// A line: its mark, its words; it opens what it is about.
fn line(ui: &mut Ui, cx: Cx, plan: &Plan, placed: &Placed, moved: Vec2, actions: &mut Actions) {
    let rect = placed.rect.translate(moved);
    let words = placed.words.translate(moved);
    if let Some(mark) = placed.mark {
        let square = Rect::from_center_size(mark + moved, vec2(plan.mark, plan.mark));
        marks::paint(ui.painter(), cx, &placed.what, square);
    }
    let Some(target) = target(&placed.what) else {
        set::paint(ui, words.min, &placed.galley);
        return;
    };
    let response = ui.interact(rect, id(placed.index), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &placed.said));
    ring::follow(ui, &response);
    set::paint(ui, words.min, &placed.galley);
    if response.hovered() {
        title::underline(ui, &placed.galley, words.min, cx.theme.ink);
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.has_focus() {
        // Names stand one after the other, a space apart.
        let air = if matches!(placed.what, What::Name(_)) { 0.0 } else { 4.0 };
        ring::around(ui.painter(), cx.theme, words.expand2(vec2(air, 0.0)));
    }
    if response.clicked() {
        actions.push(Action::Open(target));
    }
}

/// What a line opens; nothing for words that only introduce.
fn target(what: &What) -> Option<Focus> {
    match what {
        What::Place(place) | What::Name(place) => Some(Focus::At(place.clone())),
        What::Step | What::MoreSteps => Some(Focus::NextSteps),
        What::Names => None,
    }
}
