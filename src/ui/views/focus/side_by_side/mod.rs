//! Two or three of the six labs stand beside ours, on the fields that one chooses.
//!
//! - [`choosers`]: which labs, which fields. - [`table`]: what they answer. - [`cells`]: one answer.

mod cells;
mod choosers;
mod chosen;
mod table;

use egui::{Rect, Ui};

use self::choosers::Choosers;
pub use self::chosen::id;
use self::table::Table;
use super::breaks::{self, Breaks, Paged};
use super::card::listen;
use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::ui::Cx;
use crate::ui::theme::{Face, face};

pub fn show(ui: &mut Ui, cx: Cx, actions: &mut Actions) {
    listen(ui, cx, actions);
    frame::show(ui, cx, &Focus::SideBySide, actions, |ui, room, actions| {
        let low = frame::is_low(ui.max_rect());
        let plan = Plan::of(ui, cx, room, low);
        frame::paged(ui, cx, "side-by-side", room, plan.height, &plan.breaks, |ui, origin| {
            let moved = origin - room.min;
            plan.choosers.show(ui, cx, moved, actions);
            plan.table.show(ui, cx, moved, actions);
        });
    });
}

/// The choices and the table laid out.
struct Plan {
    choosers: Choosers,
    table: Table,
    breaks: Breaks,
    height: f32,
}

impl Paged for Plan {
    fn height(&self) -> f32 {
        self.height
    }

    fn breaks(&self) -> &Breaks {
        &self.breaks
    }
}

impl Plan {
    fn of(ui: &Ui, cx: Cx, room: Rect, low: bool) -> Plan {
        let smallest = face::FOCUS_HELP;
        let faces = [face::FOCUS_BODY, face::FOCUS_SMALL, smallest];
        let lay_out = |face| Plan::in_face(ui, cx, room, low, face);
        let plan = breaks::largest(&faces, room.height(), lay_out);
        plan.unwrap_or_else(|| lay_out(smallest))
    }

    fn in_face(ui: &Ui, cx: Cx, room: Rect, low: bool, face: Face) -> Plan {
        let choosers = Choosers::of(ui, cx, room);
        let rest = room.with_min_y(choosers.bottom);
        let table = Table::of(ui, cx, rest, room.height(), low, face);
        let ends = choosers.ends.iter().chain(&table.ends).map(|y| y - room.top());
        let head = table
            .head
            .map(|head| breaks::Head { from: head.top() - room.top(), height: head.height() });
        let breaks = Breaks { at: ends.collect(), head };
        let height = table.bottom - room.top();
        Plan { choosers, table, breaks, height }
    }
}
