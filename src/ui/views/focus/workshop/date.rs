//! The date of a workshop is typed as people write it, and said in words.

use egui::{Id, Rect, Role, Sense, Ui, pos2, vec2};

use super::one::{One, date_id};
use crate::intent::{Action, Actions, Around};
use crate::model::edit::{Edit, Target};
use crate::text::{around as words, dates};
use crate::ui::Cx;
use crate::ui::components::large_text::{self, LargeText, ONE_LINE};
use crate::ui::components::writing::Writing;
use crate::ui::theme::face;
use crate::ui::type_setting as set;
use crate::ui::views::focus::frame;

/// Wide enough for the longest date in words.
const WIDTH: f32 = 300.0;
const GAP: f32 = 6.0;
/// Between the box and what is said beside it.
const ASIDE: f32 = 16.0;
/// Where less is left beside the box, it is said under it.
const BESIDE: f32 = 180.0;

/// The height of what is said under the box, where it has no room beside: the date in words, or that it is none.
pub fn caption_height(ui: &Ui, width: f32) -> f32 {
    if width >= WIDTH + ASIDE + BESIDE {
        return 0.0;
    }
    set::height(ui, words::NOT_A_DATE, face::FOCUS_CAPTION, width) + GAP
}

/// The date as it is typed; under it, what is understood.
pub fn show(ui: &mut Ui, cx: Cx, one: &One, rect: Rect, actions: &mut Actions) {
    let key = one.workshop.key;
    let said = one.workshop.date.map(dates::words).unwrap_or_default();
    let typed = cx.view.typed_date.as_ref().and_then(|typed| typed.of(one.workshop));
    let typed = one.workshop.unread.as_deref().or(typed);
    let top = large_text::label(ui, words::DATE, cx.theme.ink, rect);
    let name = one.name(words::DATE);
    let writing = Writing {
        id: date_id(key),
        goes: Target::WorkshopDate(key).into(),
        text: typed.unwrap_or(&said),
        hint: words::DATE_HINT,
        name: &name,
        face: one.face,
        ink: cx.theme.ink,
        one_line: true,
        exit: Some(frame::back_id()),
    };
    let size = vec2(WIDTH.min(rect.width()), ONE_LINE);
    let sheet = Rect::from_min_size(pos2(rect.left(), top), size);
    // What is typed is not yet a date: it is translated on its way.
    let mut asked = Actions::default();
    LargeText { writing, bar: None }.show(ui, cx.theme, sheet, &mut asked);
    for action in asked.take() {
        actions.push(match action {
            Action::Edit(Edit::Write(_, typed)) => {
                Action::Around(Around::TypeDate(key, typed.to_string(), None))
            }
            Action::Put(Edit::Write(_, typed), hand) => {
                Action::Around(Around::TypeDate(key, typed.to_string(), Some(hand)))
            }
            Action::Left(_) => Action::Around(Around::LeaveDate(key)),
            other => other,
        });
    }
    let Some(typed) = typed else { return };
    match dates::read(typed) {
        Err(dates::NotADate) => caption(ui, cx, sheet, rect, words::NOT_A_DATE, true),
        Ok(Some(_)) if typed != said => caption(ui, cx, sheet, rect, &said, false),
        Ok(_) => {}
    }
}

/// Beside the box, or under it. Said by a screen reader when it can.
fn caption(ui: &Ui, cx: Cx, sheet: Rect, room: Rect, words: &str, wrong: bool) {
    let ink = if wrong { cx.theme.ink } else { cx.theme.muted };
    let face = if wrong { face::FOCUS_CAPTION } else { face::FOCUS_HELP };
    let under = caption_height(ui, room.width()) > 0.0;
    let left = if under { sheet.left() } else { sheet.right() + ASIDE };
    let galley = set::set(ui, words, face, ink, room.right() - left);
    let top = if under { sheet.bottom() + GAP } else { sheet.center().y - galley.size().y / 2.0 };
    let rect = set::paint(ui, pos2(left, top), &galley);
    let id = Id::unique("date-caption");
    ui.interact(rect, id, Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Status);
        node.set_label(words);
        node.set_live(egui::accesskit::Live::Polite);
    });
}
