//! The head stands over the columns: it says the lab, where it is projected, the hour.

use egui::{Id, Rect, Role, Stroke, Ui, pos2};

use super::part::{Part, said};
use crate::model::signs::holds;
use crate::text::leader as words;
use crate::ui::theme::{face, line};
use crate::ui::type_setting as set;

pub fn show(ui: &Ui, part: Part, rect: Rect) {
    let Part { cx, leading, desk } = part;
    let theme = cx.theme;
    let middle = rect.center().y;
    let hour = set::set(ui, &words::hour(desk.minute), face::LONG_TITLE, theme.ink, f32::INFINITY);
    let at = pos2(rect.right() - hour.size().x, middle - hour.size().y / 2.0);
    set::paint(ui, at, &hour);
    let name = if holds(&cx.design.name) { &*cx.design.name } else { &*cx.catalogue.sheet };
    let room = rect.width() - hour.size().x - 24.0;
    let galley = match set::width(ui, name, face::LONG_TITLE) <= room * 0.45 {
        true => set::first_line(ui, name, face::LONG_TITLE, theme.ink, room * 0.45),
        // The head has the height of two lines of a smaller type.
        false => set::first_lines(ui, name, face::ZONE, theme.ink, room * 0.45, 2),
    };
    let own = set::paint(ui, pos2(rect.left(), middle - galley.size().y / 2.0), &galley);
    said(ui, Id::unique("leader-head"), Role::Heading, own, name);
    let place = match (leading.is_rehearsal(), desk.lost) {
        _ if leading.is_visit() => words::VISIT.to_owned(),
        (true, _) => words::REHEARSAL.to_owned(),
        (_, true) => words::SCREEN_LOST.to_owned(),
        _ if leading.apart().is_none() => words::NOTES_SEEN.to_owned(),
        _ => words::projected(&leading.room.name, leading.apart()),
    };
    let loud =
        leading.is_rehearsal() || desk.lost || leading.is_visit() || leading.apart().is_none();
    let (kind, ink) = if loud { (face::STRONG, theme.ink) } else { (face::BODY, theme.muted) };
    let left = (rect.left() + rect.width() * 0.423).max(own.right() + 24.0);
    let galley = set::first_line(ui, &place, kind, ink, at.x - 24.0 - left);
    let shown = set::paint(ui, pos2(left, middle - galley.size().y / 2.0), &galley);
    said(ui, Id::unique("leader-place"), Role::Label, shown, &place);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(line::MARK, theme.ink));
}
