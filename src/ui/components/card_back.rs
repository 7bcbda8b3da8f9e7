//! The back of a card shows what the lab answers, in short, over the sheet and above the card it belongs to.

use std::sync::Arc;

use egui::{
    Area, Galley, Id, Order, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::{card, ring};
use crate::model::catalogue::{Field, Lab};
use crate::text::{interface, labs as words, values};
use crate::ui::theme::{Theme, face, line, space};
use crate::ui::type_setting as set;

/// The width of a back, when the window has it.
const WIDTH: f32 = 460.0;
const GUTTER: f32 = 18.0;
/// Between two fields, one above the other.
const GAP: f32 = 8.0;
/// From the window's edges.
const EDGE: f32 = 8.0;

/// A back laid out.
pub struct Back {
    pub rect: Rect,
    texts: Vec<(Pos2, Arc<Galley>)>,
    /// What is said of each field, and where it stands.
    answers: Vec<(Rect, String)>,
    rule: f32,
}

impl Back {
    /// Over `card`, its bottom on the card's, inside `window`; `None` when the window is too small for it.
    pub fn of<'a>(
        ui: &Ui,
        theme: &Theme,
        lab: &'a Lab,
        answers: impl Iterator<Item = (&'a Field, &'a str)>,
        card: Rect,
        window: Rect,
    ) -> Option<Back> {
        let room = window.shrink(EDGE);
        let width = WIDTH.min(room.width());
        let mut back = Back::at_origin(ui, theme, lab, answers, width);
        let size = back.rect.size();
        if size.y > room.height() {
            return None;
        }
        let left = card.left().min(room.right() - width).max(room.left());
        let top = (card.bottom().min(room.bottom()) - size.y).max(room.top());
        back.move_to(vec2(left, top));
        Some(back)
    }

    fn at_origin<'a>(
        ui: &Ui,
        theme: &Theme,
        lab: &'a Lab,
        answers: impl Iterator<Item = (&'a Field, &'a str)>,
        width: f32,
    ) -> Back {
        let inner = width - 2.0 * space::PAD;
        let (mut texts, rule) = head(ui, theme, lab, inner);
        let each = (inner - GUTTER) / 2.0;
        let parts: Vec<_> = answers
            .map(|(field, text)| {
                let title = set::set(ui, &field.words, face::STRONG_CAPTION, theme.examples, each);
                let said = values::colon(&field.words, text);
                (title, set::set(ui, text, face::CAPTION, theme.ink, each), said)
            })
            .collect();
        let rows = parts.len().div_ceil(2);
        let mut said = Vec::new();
        let (mut bottom, mut last) = (rule, rule);
        for column in 0..2 {
            let x = space::PAD + column as f32 * (each + GUTTER);
            let mut y = rule + GAP;
            for (title, text, words) in parts.iter().skip(column * rows).take(rows) {
                let second = pos2(x, y + title.size().y);
                let whole =
                    Rect::from_min_max(pos2(x, y), pos2(x + each, second.y + text.size().y));
                texts.push((whole.min, title.clone()));
                texts.push((second, text.clone()));
                said.push((whole, words.clone()));
                y = whole.bottom() + GAP;
            }
            bottom = bottom.max(y);
            last = y;
        }
        // In the place that the last column leaves, or under both.
        let way = set::set(ui, words::OPEN_BACK, face::CAPTION, theme.muted, inner);
        let fits = way.size().x <= each && last + way.size().y + GAP <= bottom;
        let (x, top) = match fits {
            true => (space::PAD + each + GUTTER, bottom - GAP - way.size().y),
            false => (space::PAD, bottom + 2.0),
        };
        bottom = bottom.max(top + way.size().y + GAP);
        texts.push((pos2(x, top), way));
        let height = bottom + space::PAD - GAP;
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(width, height));
        Back { rect, texts, answers: said, rule }
    }

    fn move_to(&mut self, by: Vec2) {
        self.rect = self.rect.translate(by);
        self.rule += by.y;
        self.texts.iter_mut().for_each(|(at, _)| *at += by);
        self.answers.iter_mut().for_each(|(rect, _)| *rect = rect.translate(by));
    }

    /// Shows the back over everything of the sheet; says whether it was clicked.
    pub fn show(&self, ui: &Ui, theme: &Theme, id: Id, lab: &Lab, focused: bool) -> bool {
        let area = Area::new(id.with("back")).order(Order::Middle).movable(false).fade_in(false);
        let shown = area.fixed_pos(self.rect.min).constrain(false).show(ui.ctx(), |ui| {
            ui.allocate_exact_size(self.rect.size(), Sense::hover());
            ui.set_clip_rect(ui.ctx().content_rect());
            let response = ui.interact(self.rect, id.with("back"), Sense::CLICK);
            let label = words::back_label(lab);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
            card::ground(ui.painter(), theme, self.rect, Stroke::new(line::MARK, theme.ink));
            if focused {
                ring::around(ui.painter(), theme, self.rect);
            }
            let hair = Stroke::new(line::THIN, theme.hair);
            let inner = self.rect.shrink(space::PAD);
            ui.painter().hline(inner.x_range(), self.rule, hair);
            for (at, galley) in &self.texts {
                set::paint(ui, *at, galley);
            }
            for (index, (rect, said)) in self.answers.iter().enumerate() {
                let part = ui.interact(*rect, id.with(("back", index)), Sense::hover());
                part.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
            }
            response.clicked()
        });
        shown.inner
    }
}

/// Which lab it is: the card is under its back.
fn head(ui: &Ui, theme: &Theme, lab: &Lab, width: f32) -> (Vec<(Pos2, Arc<Galley>)>, f32) {
    let title = values::kind(lab);
    let title = set::set(ui, &title, face::STRONG, theme.ink, width);
    let name = interface::name_and_year(lab);
    let name = set::set(ui, &name, face::CAPTION, theme.muted, width);
    let at = pos2(space::PAD, card::TOP + 6.0);
    let second = pos2(at.x, at.y + title.size().y);
    let rule = second.y + name.size().y + 6.0;
    (vec![(at, title), (second, name)], rule)
}
