//! A list that is still empty says what it is for, and what begins it, in a dashed edge.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::frame;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::marks;
use crate::ui::theme::{face, line};
use crate::ui::type_setting as set;

const PAD: f32 = 32.0;
const GAP: f32 = 8.0;

/// What invites to begin.
pub struct Invitation<'a> {
    /// The keyboard's target on the button.
    pub id: Id,
    pub what: &'a str,
    pub why: &'a str,
    pub way: &'a str,
}

struct Plan {
    pad: f32,
    what: Arc<Galley>,
    why: Arc<Galley>,
    way: Vec2,
    height: f32,
}

impl Invitation<'_> {
    /// Shows it at the top of `room`; says whether it was accepted.
    pub fn show(&self, ui: &mut Ui, cx: Cx, room: Rect, low: bool) -> bool {
        let plan = self.plan(ui, cx, room.width(), low);
        let mut accepted = false;
        frame::body(ui, cx, self.id, room, plan.height, |ui, origin| {
            let whole = Rect::from_min_size(origin, vec2(room.width(), plan.height));
            marks::dashed_box(ui.painter(), whole, Stroke::new(line::MARK, cx.theme.line));
            let what = set::paint(ui, origin + Vec2::splat(plan.pad), &plan.what);
            let why = set::paint(ui, what.left_bottom() + vec2(0.0, GAP), &plan.why);
            let response = ui.interact(what | why, self.id.with("words"), Sense::hover());
            let said = [self.what, self.why].join(" ");
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
            let at = pos2(what.left(), why.bottom() + 2.0 * GAP);
            let rect = Rect::from_min_size(at, plan.way);
            accepted =
                button::place(ui, cx.theme, rect, self.id, self.way, Rank::Primary).clicked();
        });
        accepted
    }

    fn plan(&self, ui: &Ui, cx: Cx, width: f32, low: bool) -> Plan {
        let (strong, body) = if low {
            (face::FOCUS_CAPTION, face::FOCUS_HELP)
        } else {
            (face::FOCUS_LONG_TITLE, face::FOCUS_BODY)
        };
        let pad = if low { PAD / 2.0 } else { PAD };
        let inner = width - 2.0 * pad;
        let what = set::balanced(ui, self.what, strong, cx.theme.ink, inner);
        let why = set::balanced(ui, self.why, body, cx.theme.muted, inner);
        let way = button::large_size(ui, self.way);
        let way = vec2(way.x.min(inner), way.y);
        let height = what.size().y + why.size().y + way.y + 3.0 * GAP + 2.0 * pad;
        Plan { pad, what, why, way, height }
    }
}
