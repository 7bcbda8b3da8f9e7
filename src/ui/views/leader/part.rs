//! What every part of the leader's screen reads, and what they share.

use egui::{Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use crate::intent::leading::Leading;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::ring;
use crate::ui::reduced::Image;
use crate::ui::room::Shown;
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

pub const FOOT: f32 = 90.0;

/// What the leader's screen knows beside the design and the view.
pub struct Desk<'a> {
    /// What the room last saw.
    pub shown: &'a Shown,
    /// Minutes left of the beat.
    pub left: i64,
    /// The hour, in minutes of the day.
    pub minute: u32,
    /// When the workshop will end, in minutes of the day; when a timer runs.
    pub end: Option<u32>,
    /// The room's screen is not there any more.
    pub lost: bool,
    /// The room's image.
    pub image: Image,
}

/// All that the parts read.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    pub cx: Cx<'a>,
    pub leading: &'a Leading,
    pub desk: &'a Desk<'a>,
}

/// Says to a screen reader what stands in `rect`.
pub fn said(ui: &Ui, id: Id, role: Role, rect: Rect, words: &str) {
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
}

/// What a part is, and something at its right; gives where the part starts.
pub fn label(ui: &Ui, part: Part, words: &str, right: &str, rect: Rect) -> f32 {
    let theme = part.cx.theme;
    let own = set::first_line(ui, words, face::STRONG, theme.muted, rect.width());
    let at = set::paint(ui, rect.min, &own);
    said(ui, Id::unique(("leader", words)), Role::Label, at, words);
    let room = rect.width() - own.size().x - 12.0;
    if !right.is_empty() && set::width(ui, right, face::BODY) <= room {
        let galley = set::set(ui, right, face::BODY, theme.muted, f32::INFINITY);
        set::paint(ui, pos2(rect.right() - galley.size().x, rect.top()), &galley);
    }
    at.bottom() + 6.0
}

/// A button that says its key: « Suivant  Page suiv. ».
pub fn keyed(
    ui: &mut Ui,
    part: Part,
    rect: Rect,
    id: Id,
    (words, key): (&str, &str),
    rank: Rank,
) -> bool {
    let theme = part.cx.theme;
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    ring::follow(ui, &response);
    button::paint(ui, theme, rect, "", rank, crate::ui::components::Look::of(&response));
    let ink = if rank == Rank::Primary { theme.paper } else { theme.ink };
    let own = fitted(ui, words, rect.width() - 12.0);
    let words = set::set(ui, words, own, ink, f32::INFINITY);
    let key = set::set(
        ui,
        key,
        face::CAPTION,
        if rank == Rank::Primary { ink } else { theme.muted },
        f32::INFINITY,
    );
    let both = words.size().x + 10.0 + key.size().x;
    let whole = key.size().x > 0.0 && both + 16.0 <= rect.width();
    let width = if whole { both } else { words.size().x };
    let left = rect.center().x - width / 2.0;
    let at = set::paint(ui, pos2(left, rect.center().y - words.size().y / 2.0), &words);
    if whole {
        set::paint(ui, pos2(at.right() + 10.0, rect.center().y - key.size().y / 2.0), &key);
    }
    response.clicked()
}

/// The largest of the usual faces in which `words` hold on one line.
pub fn fitted(ui: &Ui, words: &str, width: f32) -> Face {
    let faces = [face::ZONE, face::STRONG, face::STRONG_CAPTION];
    let holds = |face: &&Face| set::width(ui, words, **face) <= width;
    faces.iter().find(holds).copied().unwrap_or(face::STRONG_CAPTION)
}

/// The edge of something framed.
pub fn frame(ui: &Ui, part: Part, rect: Rect, strong: bool) {
    let width = if strong { line::RULE } else { line::THIN };
    let colour = if strong { part.cx.theme.ink } else { part.cx.theme.line };
    let radius = f32::from(space::RADIUS);
    ui.painter().rect_stroke(rect, radius, Stroke::new(width, colour), egui::StrokeKind::Inside);
}
