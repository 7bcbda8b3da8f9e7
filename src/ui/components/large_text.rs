//! A text of the design shows in large on a sheet of paper of its own, and its hidden lines are always counted.

use egui::{
    Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::ring;
use super::writing::{Writing, Written};
use crate::intent::Actions;
use crate::model::signs::holds;
use crate::text::{interface as words, signs};
use crate::ui::theme::{Theme, face, line, space};
use crate::ui::type_setting as set;

/// Inside the sheet, at the left and at the right.
pub const PAD: f32 = 26.0;
/// The same, in a sheet of one line.
pub const PAD_OF_A_LINE: f32 = 16.0;
/// Above and below the lines.
pub const MARGIN: f32 = 12.0;
/// Under the lines of an overfull text: how many more there are.
const MORE: f32 = 40.0;
const BAR: f32 = 10.0;
/// A text without line breaks says what it hides only when it stands on several lines.
const SAYS: f32 = 120.0;
/// A sheet of one line.
pub const ONE_LINE: f32 = 48.0;

/// A text to be shown in large.
pub struct LargeText<'a> {
    pub writing: Writing<'a>,
    /// The bar that a recorded disagreement wears.
    pub bar: Option<Color32>,
}

impl LargeText<'_> {
    /// The height at which the whole text shows at `width`.
    pub fn height(&self, ui: &Ui, width: f32) -> f32 {
        self.writing.height(ui, width - 2.0 * self.pad(width)) + 2.0 * MARGIN
    }

    /// The height of a text that takes the lines it needs, up to `most` of them.
    pub fn grown(&self, ui: &Ui, width: f32, most: usize) -> f32 {
        let leading = self.writing.face.leading;
        let natural = self.writing.height(ui, width - 2.0 * self.pad(width));
        match (natural / leading).round() as usize {
            0 | 1 => ONE_LINE,
            lines if lines <= most => lines as f32 * leading + 2.0 * MARGIN,
            _ => (most as f32 * leading + MARGIN + MORE).max(SAYS + 1.0),
        }
    }

    pub fn show(&self, ui: &mut Ui, theme: &Theme, rect: Rect, actions: &mut Actions) -> Written {
        let focused = ui.memory(|memory| memory.has_focus(self.writing.id));
        self.paper(ui, theme, rect, focused);
        let area = self.area(ui, rect);
        let written = self.writing.show_in(ui, theme, rect, area, actions);
        self.around(ui, theme, rect, area, &written);
        written
    }

    /// As it shows in another window, where it is being written and has `scrolled` so far.
    pub fn picture(&self, ui: &Ui, theme: &Theme, rect: Rect, scrolled: f32) -> Written {
        self.paper(ui, theme, rect, true);
        let area = self.area(ui, rect);
        let written = Written { focused: true, ..self.writing.picture(ui, theme, area, scrolled) };
        self.around(ui, theme, rect, area, &written);
        self.writing.picture_bound(ui, theme, area);
        written
    }

    fn says(&self, rect: Rect) -> bool {
        !self.writing.one_line || rect.height() > SAYS
    }

    /// Where its lines are.
    fn area(&self, ui: &Ui, rect: Rect) -> Rect {
        let mut area = rect.shrink2(vec2(self.pad(rect.width()), MARGIN.min(rect.height() * 0.15)));
        let unseen = signs::under(self.writing.text);
        let overfull = self.writing.height(ui, area.width()) > area.height() + 0.5;
        if self.says(rect) && (overfull || unseen.is_some()) {
            // Room for the words under the lines.
            area.max.y = rect.bottom() - MORE;
        }
        let leading = self.writing.face.leading;
        if self.writing.one_line && area.height() < 2.0 * leading {
            // One line stands in the middle of its box.
            area = area.shrink2(vec2(0.0, (area.height() - leading).max(0.0) / 2.0));
        }
        area
    }

    /// The ring, and what is hidden.
    fn around(&self, ui: &Ui, theme: &Theme, rect: Rect, area: Rect, written: &Written) {
        if written.focused {
            ring::around(ui.painter(), theme, rect);
        }
        if !self.says(rect) {
            return;
        }
        if let Some(unseen) = signs::under(self.writing.text) {
            say(ui, theme, &self.writing, rect, area, &unseen);
        } else if written.hidden_lines > 0 {
            let above = written.hidden_lines - written.lines_below;
            let said = words::lines_around(above, written.lines_below);
            say(ui, theme, &self.writing, rect, area, &said);
        }
    }

    /// Texts of one line stand in columns, each as wide as it must be: their words begin at the same distance.
    fn pad(&self, width: f32) -> f32 {
        if self.writing.one_line { PAD_OF_A_LINE.min(pad(width)) } else { pad(width) }
    }

    fn paper(&self, ui: &Ui, theme: &Theme, rect: Rect, focused: bool) {
        let empty = !holds(self.writing.text);
        let edge = if empty || focused { theme.line } else { theme.ink };
        let width = if focused || self.writing.one_line { line::THIN } else { line::MARK };
        let radius = CornerRadius::same(space::RADIUS);
        let stroke = Stroke::new(width, edge);
        ui.painter().rect(rect, radius, theme.cell, stroke, StrokeKind::Inside);
        if let Some(hue) = self.bar {
            let bar = Rect::from_min_size(rect.min, vec2(BAR, rect.height()));
            let radius = CornerRadius { nw: space::RADIUS, sw: space::RADIUS, ne: 0, se: 0 };
            ui.painter().rect_filled(bar, radius, hue);
        }
    }
}

/// Inside a sheet of this width.
pub fn pad(width: f32) -> f32 {
    PAD.min(width * 0.06)
}

/// How much is hidden, or what has no shape, under a hairline.
fn say(ui: &Ui, theme: &Theme, writing: &Writing, rect: Rect, area: Rect, said: &str) {
    let hair = Stroke::new(line::THIN, theme.hair);
    ui.painter().hline(area.x_range(), rect.bottom() - MORE + 4.0, hair);
    let galley = set::first_line(ui, said, face::FOCUS_HELP, theme.muted, area.width());
    let middle = rect.bottom() - MORE / 2.0 + 2.0;
    let at = pos2(area.left(), middle - galley.size().y / 2.0);
    let response =
        ui.interact(set::paint(ui, at, &galley), writing.id.with("hidden-lines"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
}

/// What a text is about, above it; gives where the text can start.
pub fn label(ui: &Ui, words: &str, hue: Color32, rect: Rect) -> f32 {
    let galley = set::first_line(ui, words, face::FOCUS_CAPTION, hue, rect.width());
    set::paint(ui, rect.min, &galley).bottom() + 4.0
}
