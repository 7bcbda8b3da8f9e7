//! « Ce qu'ont choisi les six labos » shows their answers to the field that one is writing.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::intent::view::{FieldKey, Toggle};
use crate::intent::{Action, Actions};
use crate::model::catalogue::Lab;
use crate::text::{focus as words, values};
use crate::ui::Cx;
use crate::ui::components::ring;
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

/// Room for the heading and its rule; « masquer » is a target of 44.
const HEAD: f32 = 47.0;
const AROUND: f32 = 9.0;

pub fn height(ui: &Ui, cx: Cx, key: &FieldKey, width: f32) -> f32 {
    HEAD + rows(ui, cx, key, width).iter().map(|row| row.1.size().y + 2.0 * AROUND).sum::<f32>()
}

/// What no page goes through of what shows in `rect`: the heading with the first answer, each of the others.
pub fn lines(ui: &Ui, cx: Cx, key: &FieldKey, rect: Rect) -> Vec<Rect> {
    let mut top = rect.top();
    let mut head = HEAD;
    let rows = rows(ui, cx, key, rect.width()).into_iter().map(|(_, galley)| {
        let bottom = top + std::mem::take(&mut head) + galley.size().y + 2.0 * AROUND;
        let row = rect.with_min_y(top).with_max_y(bottom);
        top = bottom;
        row
    });
    rows.collect()
}

pub fn show(ui: &mut Ui, cx: Cx, key: &FieldKey, rect: Rect, actions: &mut Actions) {
    let hue = cx.theme.examples;
    let hide = hide(ui, cx, rect, actions);
    let width = hide.left() - 12.0 - rect.left();
    let title = set::first_line(ui, words::OTHERS, face::FOCUS_CAPTION, hue, width);
    let at = pos2(rect.left(), rect.top() + (HEAD - line::RULE - title.size().y) / 2.0);
    let response =
        ui.interact(set::paint(ui, at, &title), Id::unique("others-head"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words::OTHERS));
    let rule = rect.top() + HEAD - line::RULE / 2.0;
    ui.painter().hline(rect.x_range(), rule, Stroke::new(line::RULE, hue));

    let mut top = rect.top() + HEAD;
    for (said, galley) in rows(ui, cx, key, rect.width()) {
        let row = set::paint(ui, pos2(rect.left(), top + AROUND), &galley);
        let response = ui.interact(row, Id::unique(("other", &said)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        top = row.bottom() + AROUND;
        let hair = Stroke::new(line::THIN, cx.theme.hair);
        ui.painter().hline(rect.x_range(), top, hair);
    }
}

/// « masquer », at the right of the heading; gives what its words take.
fn hide(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) -> Rect {
    if cx.projected() {
        return Rect::from_min_size(rect.right_top(), vec2(0.0, HEAD));
    }
    let galley = set::set(ui, words::HIDE_OTHERS, face::FOCUS_CAPTION, cx.theme.ink, f32::INFINITY);
    let middle = rect.top() + (HEAD - line::RULE) / 2.0;
    let at = pos2(rect.right() - galley.size().x, middle - galley.size().y / 2.0);
    let text = Rect::from_min_size(at, galley.size());
    let target =
        Rect::from_center_size(text.center(), vec2(text.width() + 16.0, space::FOCUS_TARGET));
    let response = ui.interact(target, Id::unique("hide-others"), Sense::click());
    let name = values::colon(words::HIDE_OTHERS, words::OTHERS);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    ring::follow(ui, &response);
    set::paint(ui, at, &galley);
    let edge = if response.hovered() { cx.theme.ink } else { cx.theme.line };
    ui.painter().hline(text.x_range(), text.bottom() - 2.0, Stroke::new(line::THIN, edge));
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, text.expand(2.0));
    }
    if response.clicked() {
        actions.push(Action::Toggle(Toggle::Others));
    }
    text
}

fn rows(ui: &Ui, cx: Cx, key: &FieldKey, width: f32) -> Vec<(String, Arc<Galley>)> {
    let row = |lab: &Lab| {
        let answer = lab.answer(key.catalogue_id()?, false)?;
        let name = values::kind(lab);
        let after = [values::DOT, answer].concat();
        let galley = set::two_voices_filled(
            ui,
            (&name, face::FOCUS_CAPTION, cx.theme.examples),
            (&after, face::FOCUS_HELP, cx.theme.ink),
            width,
        );
        Some((values::colon(&name, answer), galley))
    };
    cx.catalogue.labs.iter().filter_map(row).collect()
}
