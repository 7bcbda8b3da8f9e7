//! A thin line says that it is done, with the name of the file when there is one. It is for the eyes alone: what it says is
//! announced too.

use egui::{CornerRadius, Painter, Rect, Stroke, StrokeKind, Ui, Vec2, vec2};

use crate::ui::theme::{Face, Theme, face, line, space};
use crate::ui::type_setting as set;

const PAD: Vec2 = vec2(14.0, 8.0);
/// The same, in the smaller type.
const SMALL_PAD: Vec2 = vec2(10.0, 3.0);
/// Between the words and the name of the file, on one line.
const GAP: f32 = 28.0;

pub struct Success<'a> {
    pub words: &'a str,
    pub file: &'a str,
    /// Of the words, and of the name of the file.
    pub faces: [Face; 2],
}

impl Success<'_> {
    fn pad(&self) -> Vec2 {
        if self.faces[0].size < face::FOCUS_CAPTION.size { SMALL_PAD } else { PAD }
    }

    /// What it takes of `width`, edge included: one line, or the name of the file under the words.
    pub fn size(&self, ui: &Ui, width: f32) -> Vec2 {
        let [words, file] = [(self.words, self.faces[0]), (self.file, self.faces[1])];
        let inner = width - 2.0 * self.pad().x;
        let gap = if self.file.is_empty() { 0.0 } else { GAP };
        let apart = set::width(ui, words.0, words.1) + gap + set::width(ui, file.0, file.1);
        if apart <= inner {
            return vec2(apart, words.1.leading.max(file.1.leading)) + 2.0 * self.pad();
        }
        let height = |(text, face)| set::height(ui, text, face, inner);
        let under = if self.file.is_empty() { 0.0 } else { height(file) };
        vec2(inner, height(words) + under) + 2.0 * self.pad()
    }

    /// Paints it over the whole of `rect`, of [`Success::size`] at least.
    pub fn paint(&self, ui: &Ui, painter: &Painter, theme: &Theme, rect: Rect) {
        let radius = CornerRadius::same(space::RADIUS);
        let edge = Stroke::new(line::THIN, theme.line);
        painter.rect(rect, radius, theme.cell, edge, StrokeKind::Inside);
        let area = rect.shrink2(self.pad());
        let words = set::set(ui, self.words, self.faces[0], theme.ink, area.width());
        let file = set::set(ui, self.file, self.faces[1], theme.muted, area.width());
        let beside = words.size().x + GAP + file.size().x <= area.width() + 0.5;
        let below = area.right_bottom() - file.size();
        let at = if beside {
            egui::pos2(below.x, area.center().y - file.size().y / 2.0)
        } else {
            egui::pos2(area.left(), below.y)
        };
        painter.galley(area.min, words, theme.ink);
        painter.galley(at, file, theme.muted);
    }
}
