//! The words of a line must hold in so many rows: what the group wrote is cut first, then the name; never the answer.

use std::sync::Arc;

use egui::{Color32, Galley, Ui};

use crate::text::around::{Line, shortened};
use crate::text::values;
use crate::ui::theme::Face;
use crate::ui::type_setting as set;

/// What a text of the group cannot do without, in characters.
const TEXT: usize = 24;

/// The two voices of a line, and the room of both.
pub struct Words<'a> {
    pub ui: &'a Ui,
    pub name: Face,
    pub more: Face,
    pub ink: Color32,
    pub width: f32,
    /// A name is not cut shorter than this, in characters.
    pub least: usize,
}

impl Words<'_> {
    /// The line in at most `rows` rows; in more of them when the answer needs more.
    pub fn set(&self, line: &Line, rows: usize) -> Arc<Galley> {
        let whole = self.lay_out(&line.name, &line.answer, &line.more);
        if whole.rows.len() <= rows {
            return whole;
        }
        let holds = |galley: &Arc<Galley>| galley.rows.len() <= rows;
        // With as much of the text as there is room for, if the name leaves some.
        let of_text = |name: &str| {
            longest(&line.more, TEXT, |text| holds(&self.lay_out(name, &line.answer, text)))
                .map(|text| self.lay_out(name, &line.answer, &text))
        };
        if let Some(set) = (!line.more.is_empty()).then(|| of_text(&line.name)).flatten() {
            return set;
        }
        let kept = if line.more.is_empty() { String::new() } else { shortened(&line.more, TEXT) };
        let with = |name: &str| self.lay_out(name, &line.answer, &kept);
        let name = longest(&line.name, self.least, |name| holds(&with(name)));
        let name = name.unwrap_or_else(|| shortened(&line.name, self.least));
        of_text(&name).unwrap_or_else(|| with(&name))
    }

    /// The fewest rows that the line can take: its answer whole, beside the start of its name and of its text.
    pub fn fewest(&self, line: &Line) -> usize {
        let name = shortened(&line.name, self.least);
        let text = shortened(&line.more, TEXT);
        self.lay_out(&name, &line.answer, &text).rows.len()
    }

    /// Name and answer whole, and the start of the text.
    pub fn matters(&self, line: &Line) -> usize {
        self.lay_out(&line.name, &line.answer, &shortened(&line.more, TEXT)).rows.len()
    }

    pub fn whole(&self, line: &Line) -> Arc<Galley> {
        self.lay_out(&line.name, &line.answer, &line.more)
    }

    fn lay_out(&self, name: &str, answer: &str, more: &str) -> Arc<Galley> {
        let parts: Vec<&str> = [answer, more].into_iter().filter(|part| !part.is_empty()).collect();
        let set = |rest: &str| {
            let second = (rest, self.more, self.ink);
            set::two_voices_filled(self.ui, (name, self.name, self.ink), second, self.width)
        };
        // What is between two things said of one has nothing to say at the end of a line: the end says it.
        let mut rest = String::new();
        let mut whole = set(&rest);
        for part in parts {
            let apart = if name.is_empty() && rest.is_empty() { "" } else { values::DOT };
            let beside = [rest.as_str(), apart, part].concat();
            let galley = set(&beside);
            let under = [rest.as_str(), "\n", part].concat();
            (whole, rest) = match lonely_dots(&galley) > lonely_dots(&whole) {
                true => (set(&under), under),
                false => (galley, beside),
            };
        }
        // A value that is kept in one piece is wider than a narrow column.
        if set::breaks_a_word(&whole) { set(&rest.replace('\u{a0}', " ")) } else { whole }
    }
}

/// How many lines end with what stands between two things.
fn lonely_dots(galley: &Galley) -> usize {
    let ends = galley.rows.iter().rev().skip(1);
    ends.filter(|row| row.text().trim_end().ends_with(values::DOT.trim())).count()
}

/// The longest start of `text`, not shorter than `least` characters, for which `holds`.
fn longest(text: &str, least: usize, holds: impl Fn(&str) -> bool) -> Option<String> {
    let (mut low, mut high) = (least, text.chars().count());
    if high <= least {
        return holds(text).then(|| text.to_owned());
    }
    let first = shortened(text, low);
    let mut best = holds(&first).then_some(first)?;
    while low < high {
        let middle = (low + high).div_ceil(2);
        let tried = shortened(text, middle);
        if holds(&tried) {
            best = tried;
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    Some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_start_that_holds_is_kept_in_whole_words() {
        let text = "Un plateau de cent vingt mètres carrés";
        let kept = |most: usize| longest(text, 8, |start| start.chars().count() <= most);
        assert_eq!(kept(100).as_deref(), Some(text));
        assert_eq!(kept(20).as_deref(), Some("Un plateau de cent…"));
        assert_eq!(kept(2), None);
        assert_eq!(longest("court", 8, |_| true).as_deref(), Some("court"));
    }
}
