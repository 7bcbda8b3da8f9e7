//! A setter sets lines in the type of a standing, and measures the lists they make.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Ui, pos2};

use super::content::{Content, What};
use super::cut::Words;
use super::fit::{Fit, Need, fit};
use crate::text::around::{self as words, Line};
use crate::ui::Cx;
use crate::ui::theme::{Face, face};
use crate::ui::type_setting as set;

/// The two voices of a line, and the room of its mark.
#[derive(Clone, Copy)]
pub struct Type {
    pub name: Face,
    pub more: Face,
    /// Side of the square in which a mark is drawn.
    pub mark: f32,
    pub indent: f32,
    /// A name is not cut shorter than this, in characters: one would no longer know what is spoken of.
    pub least: usize,
}

pub const SMALL_TYPE: Type =
    Type { name: face::FOCUS_CAPTION, more: face::FOCUS_HELP, mark: 24.0, indent: 46.0, least: 44 };
pub const LARGE_TYPE: Type =
    Type { name: face::FOCUS_ZONE, more: face::FOCUS_BODY, mark: 30.0, indent: 58.0, least: 44 };

/// The same with shorter names, rather than a second page.
pub const SHORT_NAMES: Type = Type { least: 28, ..SMALL_TYPE };

/// Sets lines in a type.
pub struct Setter<'a> {
    pub ui: &'a Ui,
    pub cx: Cx<'a>,
    pub of: Type,
}

impl Setter<'_> {
    pub fn line(&self) -> f32 {
        self.of.more.leading
    }

    /// A line in at most `rows` rows, or in as many more as its answer needs.
    pub fn galley(&self, line: &Line, width: f32, rows: usize) -> Arc<Galley> {
        self.words(width).set(line, rows)
    }

    fn words(&self, width: f32) -> Words<'_> {
        let Type { name, more, indent, least, .. } = self.of;
        Words { ui: self.ui, name, more, ink: self.cx.theme.ink, width: width - indent, least }
    }

    /// The first `count` lines of a list, its names, and the words for what is left out, in a room.
    pub fn fit(&self, content: &Content, count: usize, width: f32, room: f32) -> Fit {
        let words = self.words(width);
        let mut broken = 0;
        let shown = content.lines.iter().take(count);
        let mut needs: Vec<Need> = shown
            .map(|(_, line)| {
                let least = words.fewest(line);
                let whole = words.whole(line);
                broken += usize::from(set::breaks_a_word(&whole));
                let whole = whole.rows.len().min(content.most).max(least);
                let matters = words.matters(line).clamp(least, whole);
                Need { least, matters, whole }
            })
            .collect();
        let names = self.names(content, Pos2::ZERO, width).1;
        for more in [names, usize::from(content.leaves_out(count))] {
            if more > 0 {
                needs.push(Need { least: more, matters: more, whole: more });
            }
        }
        Fit { broken, ..fit(&needs, self.line(), room) }
    }

    /// The names of the fields that are still empty, one after the other from `at` on; and how many lines they take.
    pub fn names(
        &self,
        content: &Content,
        at: Pos2,
        width: f32,
    ) -> (Vec<(What, Rect, Arc<Galley>)>, usize) {
        let mut all = Vec::new();
        if content.names.is_empty() {
            return (all, 0);
        }
        let (ink, muted) = (self.cx.theme.ink, self.cx.theme.muted);
        let start = set::set(self.ui, words::TO_FILL, self.of.more, muted, f32::INFINITY);
        let width_of = |words: &str| set::width(self.ui, words, self.of.more);
        let space = width_of(&["x", "x"].join(" ")) - width_of("xx");
        let left = at.x + self.of.indent;
        let right = at.x + width;
        let mut to = pos2(left + start.size().x + space, at.y);
        all.push((What::Names, Rect::from_min_size(pos2(left, at.y), start.size()), start));
        let last = content.names.len() - 1;
        for (index, (part, name)) in content.names.iter().enumerate() {
            let words = if index < last { [name, words::COMMA].concat() } else { name.clone() };
            let galley = set::first_line(self.ui, &words, self.of.more, ink, right - left);
            let size = galley.size();
            if to.x + size.x > right + 0.5 && to.x > left {
                to = pos2(left, to.y + self.line());
            }
            all.push((What::Name(part.clone()), Rect::from_min_size(to, size), galley));
            to.x += size.x + space;
        }
        let rows = ((to.y - at.y) / self.line()).round() as usize + 1;
        (all, rows)
    }
}
