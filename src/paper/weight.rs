//! This weighs how much paper a design takes. A sheet of thousands of pages is no use to anybody, and would take the
//! memory of the whole computer.

use crate::model::Design;
use crate::model::sheet::{Order, Sheet};
use crate::storage;

/// What a line weighs beside the letters on it: the page engine keeps as much of it as of so many letters.
const LINE: usize = 30;
/// The same, of a sign that no Latin face has: it is written in several letters.
const FAR: usize = 10;
/// From here on, signs are of other writings.
const FAR_FROM: char = '\u{590}';
/// Those are ours all the same: dashes, quotes, arrows, ticks, boxes.
const NEAR: std::ops::RangeInclusive<char> = '\u{1e00}'..='\u{2bff}';

/// The most that is set, in letters: a sheet whose texts are all as long as typing allows.
const MOST: usize = 1_400_000;
/// In large type, a page holds a quarter as much.
const MOST_IN_LARGE: usize = 900_000;

/// Whether `design` is more than what `order` can show.
pub fn is_too_much(design: &Design, order: Order) -> bool {
    let most = match order.sheet {
        Sheet::LargePrint => MOST_IN_LARGE,
        // Nothing that the group wrote is on them.
        Sheet::Blank | Sheet::Ballots => return false,
        _ => MOST,
    };
    of(design) > most
}

fn of(design: &Design) -> usize {
    let mut all = 0usize;
    storage::texts(design, &mut |measured| {
        let text = measured.text;
        if !text.is_empty() {
            all += LINE + text.chars().map(weight).sum::<usize>();
        }
    });
    all
}

fn weight(letter: char) -> usize {
    match letter {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => LINE,
        letter if letter < FAR_FROM || NEAR.contains(&letter) => 1,
        _ => FAR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalogue;
    use crate::model::design::FreeField;
    use crate::model::limits::{FREE_FIELDS, LONG_TEXT};

    fn with(text: &str, fields: usize) -> Design {
        let mut design = Design::empty(&Catalogue::built_in().unwrap());
        let field = || FreeField { text: text.into(), ..FreeField::new() };
        design.free_fields = std::iter::repeat_with(field).take(fields).collect();
        design
    }

    #[test]
    fn a_sheet_of_long_texts_is_set_and_a_sheet_of_as_many_lines_is_not() {
        let canvas = Order::of(Sheet::Canvas);
        let words = "mot ".repeat(LONG_TEXT / 4);
        assert!(!is_too_much(&with(&words, FREE_FIELDS), canvas));
        let lines = "a\n".repeat(LONG_TEXT / 2);
        assert!(is_too_much(&with(&lines, FREE_FIELDS), canvas));
        assert!(!is_too_much(&with(&lines, FREE_FIELDS), Order::of(Sheet::Blank)));
        assert!(!is_too_much(&with("", 10_000), Order::of(Sheet::LargePrint)));
    }
}
