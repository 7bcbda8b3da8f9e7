//! The card of a lab shows, face up, its orientation, its emblem, what it is about, where and when; « retourner » comes
//! in its corner when it is pointed at or has the keyboard.

use std::sync::Arc;

use egui::{
    CornerRadius, Galley, Id, Key, Modifiers, Painter, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{Look, emblem, ring, title};
use crate::model::catalogue::Lab;
use crate::text::{interface, labs as words, values};
use crate::ui::theme::{self, Theme, face, line, space};
use crate::ui::type_setting as set;

const EMBLEM: f32 = 32.0;
/// The band of the zone.
pub const TOP: f32 = 4.0;
const BOTTOM: f32 = 8.0;

/// The height of a card across `width`: its texts wrap, they are never cut.
pub fn height(ui: &Ui, lab: &Lab, width: f32) -> f32 {
    let inner = width - 2.0 * space::PAD;
    TOP + 6.0 + EMBLEM + 4.0 + below(ui, lab, inner, Theme::of(ui.ctx()).muted).1 + BOTTOM
}

/// What a person asked of a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// By a click or Enter.
    pub open: bool,
    /// By the space bar, or a click on « retourner ».
    pub turn: bool,
}

/// Shows the card; `turned` says whether its back is shown over it.
pub fn show(ui: &mut Ui, theme: &Theme, id: Id, lab: &Lab, rect: Rect, turned: bool) -> Asked {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), interface::card_name(lab))
    });
    ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(turned));
    ring::follow(ui, &response);
    let corner = Corner::of(ui, theme, lab, rect);
    let turn = corner.as_ref().is_some_and(|corner| corner.listen(ui, id, lab));
    let space = response.has_focus()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    if ui.is_rect_visible(rect) {
        // The words of the corner stand over the card: they are part of it.
        let hovered = ui.rect_contains_pointer(rect);
        let look = Look { focused: response.has_focus(), hovered };
        paint(ui, theme, lab, rect, if turned { Look::default() } else { look });
    }
    Asked { open: !space && opened(ui, &response), turn: space || turn }
}

/// « retourner », at the end of the first line of the card that has room for it.
struct Corner {
    words: Arc<Galley>,
    at: Pos2,
    /// It takes the emblem's place.
    over_emblem: bool,
}

impl Corner {
    fn of(ui: &Ui, theme: &Theme, lab: &Lab, rect: Rect) -> Option<Corner> {
        let words = set::set(ui, words::TURN, face::STRONG_CAPTION, theme.ink, f32::INFINITY);
        let inner = rect.width() - 2.0 * space::PAD;
        let left = rect.right() - space::PAD - words.size().x;
        let beside = |text: &str, face| set::width(ui, text, face) + 8.0 + words.size().x <= inner;
        if beside(&values::kind(lab), face::STRONG) {
            // On the title's line.
            let at = pos2(left, rect.top() + TOP + 6.0 + (EMBLEM - words.size().y) / 2.0 + 3.0);
            return Some(Corner { words, at, over_emblem: true });
        }
        let at = pos2(left, rect.bottom() - BOTTOM - words.size().y);
        beside(&values::place_and_year(lab), face::CAPTION).then_some(Corner {
            words,
            at,
            over_emblem: false,
        })
    }

    /// Whether the words were clicked. The keyboard has the space bar, on the card.
    fn listen(&self, ui: &Ui, card: Id, lab: &Lab) -> bool {
        let text = self.words.rect.translate(self.at.to_vec2());
        let target = text.expand2(vec2(6.0, (space::TARGET - text.height()).max(0.0) / 2.0));
        let response = ui.interact(target, card.with("turn"), Sense::CLICK);
        let label = words::turn_label(lab);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
        if response.hovered() {
            title::underline(ui, &self.words, self.at, theme::ink_of(ui));
        }
        response.clicked()
    }
}

/// Whether a card was opened: by a click or Enter. The space bar is kept for turning it.
fn opened(ui: &Ui, response: &Response) -> bool {
    let enter = response.has_focus()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    enter || response.clicked()
}

/// The card alone.
pub fn paint(ui: &Ui, theme: &Theme, lab: &Lab, rect: Rect, look: Look) {
    let corner = Corner::of(ui, theme, lab, rect).filter(|_| look.hovered || look.focused);
    let painter = ui.painter();
    let edge = if look.hovered {
        Stroke::new(line::MARK, theme.ink)
    } else {
        Stroke::new(line::THIN, theme.line)
    };
    ground(painter, theme, rect, edge);
    if look.focused {
        ring::around(painter, theme, rect);
    }
    let mut at = rect.min + vec2(space::PAD, TOP + 6.0);
    let inner = rect.width() - 2.0 * space::PAD;
    if !corner.as_ref().is_some_and(|corner| corner.over_emblem) {
        let square = pos2(at.x + inner - EMBLEM, at.y);
        let square = Rect::from_min_size(square, vec2(EMBLEM, EMBLEM));
        emblem::paint(painter, theme, &lab.id, square, theme.cell);
    }
    if let Some(corner) = corner {
        set::paint(ui, corner.at, &corner.words);
    }
    let words = values::kind(lab);
    let title = set::set(ui, &words, face::STRONG, theme.ink, inner - EMBLEM - 8.0);
    // The baseline of the emblems is at 84 of 96: the title stands on it.
    set::paint(ui, at + vec2(0.0, (EMBLEM - title.size().y) / 2.0 + 2.0), &title);
    at.y += EMBLEM + 4.0;
    for galley in below(ui, lab, inner, theme.muted).0 {
        set::paint(ui, at, &galley);
        at.y += galley.size().y;
    }
}

/// White, with the band of its zone along its top.
pub fn ground(painter: &Painter, theme: &Theme, rect: Rect, edge: Stroke) {
    let radius = CornerRadius::same(space::RADIUS);
    painter.rect(rect, radius, theme.cell, edge, StrokeKind::Inside);
    let band = Rect::from_min_size(rect.min, vec2(rect.width(), TOP));
    let rounded = CornerRadius { nw: space::RADIUS, ne: space::RADIUS, sw: 0, se: 0 };
    painter.rect_filled(band, rounded, theme.examples);
}

fn below(ui: &Ui, lab: &Lab, width: f32, colour: egui::Color32) -> (Vec<Arc<Galley>>, f32) {
    let texts = [lab.tagline.clone(), values::place_and_year(lab)];
    let galleys: Vec<_> =
        texts.iter().map(|text| set::set(ui, text, face::CAPTION, colour, width)).collect();
    let height = galleys.iter().map(|galley| galley.size().y).sum();
    (galleys, height)
}
