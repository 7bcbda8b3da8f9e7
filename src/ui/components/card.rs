//! The card of a lab, face up: emblem, orientation, what it is about, where and when.

use egui::{
    CornerRadius, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::{Look, emblem, ring};
use crate::model::catalogue::Lab;
use crate::text::{interface, values};
use crate::ui::theme::{Theme, UNSEEN, face, line, space};
use crate::ui::type_setting as set;

const EMBLEM: f32 = 32.0;
const TOP: f32 = 4.0;

/// The height of a card across `width`: its texts wrap, they are never cut.
pub fn height(ui: &Ui, lab: &Lab, width: f32) -> f32 {
    let inner = width - 2.0 * space::PAD;
    TOP + 6.0 + EMBLEM + 4.0 + below(ui, lab, inner, UNSEEN).1 + 8.0
}

/// Shows the card; a click or Enter opens it.
pub fn show(ui: &mut Ui, theme: &Theme, id: Id, lab: &Lab, rect: Rect) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), interface::card_name(lab))
    });
    ring::follow(ui, &response);
    if ui.is_rect_visible(rect) {
        paint(ui, theme, lab, rect, Look::of(&response));
    }
    response
}

/// Whether a card was opened: by a click or Enter. The space bar is kept for turning it.
pub fn opened(ui: &Ui, response: &Response) -> bool {
    let enter = response.has_focus()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let space = ui.input(|input| input.key_pressed(Key::Space));
    enter || (response.clicked() && !space)
}

/// The card alone.
pub fn paint(ui: &Ui, theme: &Theme, lab: &Lab, rect: Rect, look: Look) {
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS);
    let edge = if look.hovered {
        Stroke::new(line::MARK, theme.ink)
    } else {
        Stroke::new(line::THIN, theme.line)
    };
    painter.rect(rect, radius, theme.cell, edge, StrokeKind::Inside);
    let band = Rect::from_min_size(rect.min, vec2(rect.width(), TOP));
    let rounded = CornerRadius { nw: space::RADIUS, ne: space::RADIUS, sw: 0, se: 0 };
    painter.rect_filled(band, rounded, theme.examples);
    if look.focused {
        ring::around(painter, theme, rect);
    }

    let mut at = rect.min + vec2(space::PAD, TOP + 6.0);
    let inner = rect.width() - 2.0 * space::PAD;
    let emblem_rect = Rect::from_min_size(at, vec2(EMBLEM, EMBLEM));
    emblem::paint(painter, theme, &lab.id, emblem_rect, theme.cell);
    let title = set::set(
        ui,
        &values::capitalised(&lab.orientation),
        face::STRONG,
        theme.ink,
        inner - EMBLEM - 8.0,
    );
    // The baseline of the emblems is at 84 of 96: the title stands on it.
    set::paint(ui, at + vec2(EMBLEM + 10.0, (EMBLEM - title.size().y) / 2.0 + 2.0), &title);
    at.y += EMBLEM + 4.0;
    for galley in below(ui, lab, inner, theme.muted).0 {
        set::paint(ui, at, &galley);
        at.y += galley.size().y;
    }
}

fn below(
    ui: &Ui,
    lab: &Lab,
    width: f32,
    colour: egui::Color32,
) -> (Vec<std::sync::Arc<egui::Galley>>, f32) {
    let texts = [lab.tagline.clone(), values::place_and_year(lab)];
    let galleys: Vec<_> =
        texts.iter().map(|text| set::set(ui, text, face::CAPTION, colour, width)).collect();
    let height = galleys.iter().map(|galley| galley.size().y).sum();
    (galleys, height)
}
