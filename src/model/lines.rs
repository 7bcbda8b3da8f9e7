//! A list of short texts is written as the lines of one text: who was at a workshop.

use super::Text;
use super::limits::{LIST, SHORT_TEXT};

/// The list as one text, a line each.
pub fn join(list: &[Text]) -> String {
    let lines: Vec<&str> = list.iter().map(|line| &**line).collect();
    lines.join("\n")
}

/// The lines of a text. The empty one that a line feed has just begun is one of them, so that typing eats nothing.
pub fn split(text: &str) -> Vec<Text> {
    if text.is_empty() { Vec::new() } else { text.split('\n').map(Text::from).collect() }
}

/// How large a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub lines: usize,
    /// Characters in the longest line.
    pub longest: usize,
}

impl Size {
    pub fn of(text: &str) -> Size {
        let lengths = text.split('\n').map(|line| line.chars().count());
        let longest = lengths.max().unwrap_or(0);
        Size { lines: if text.is_empty() { 0 } else { 1 + text.matches('\n').count() }, longest }
    }

    /// Whether a list of this size can become one of the size `after`: one that is over a bound (an older file) can
    /// shrink, not grow.
    pub fn takes(self, after: Size) -> bool {
        after.lines <= LIST.max(self.lines) && after.longest <= SHORT_TEXT.max(self.longest)
    }
}

/// The start of `inserted` that the list `text` can take at the character `at`: typing stops at the bounds.
pub fn fitting<'a>(text: &str, at: usize, inserted: &'a str) -> &'a str {
    let start = text.char_indices().nth(at).map_or(text.len(), |(index, _)| index);
    let (before, after) = text.split_at(start);
    let mut length = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
    let rest = after.split('\n').next().map_or(0, |line| line.chars().count());
    let mut lines = 1 + text.matches('\n').count();
    let mut end = 0;
    for (index, letter) in inserted.char_indices() {
        if letter == '\n' {
            lines += 1;
            length = 0;
        } else {
            length += 1;
        }
        if lines > LIST || length > SHORT_TEXT {
            break;
        }
        // What follows the cursor ends up on the last line of what is inserted.
        if length + rest <= SHORT_TEXT {
            end = index + letter.len_utf8();
        }
    }
    &inserted[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_and_its_lines_say_the_same() {
        for text in ["", "Inès", "Inès\nMarius", "Inès\n", "\n", "\n\nInès"] {
            assert_eq!(join(&split(text)), text);
        }
        assert_eq!(split(""), Vec::<Text>::new());
        assert_eq!(split("Inès\n").len(), 2);
    }

    #[test]
    fn typing_stops_at_500_characters_a_line_and_at_100_lines() {
        let line = "é".repeat(SHORT_TEXT);
        assert_eq!(fitting("", 0, &[&line, "é"].concat()), line);
        assert_eq!(fitting(&line, SHORT_TEXT, "x"), "");
        assert_eq!(fitting(&line, SHORT_TEXT, "\nx"), "\nx");
        assert_eq!(fitting(&line, 0, "a\nb"), "a\n");
        assert_eq!(fitting("abc", 1, "xy"), "xy");
        let list = "a\n".repeat(LIST - 1);
        assert_eq!(fitting(&list, list.len(), "b\nc"), "b");
        assert_eq!(fitting("", 0, &"a\n".repeat(LIST)), &"a\n".repeat(LIST)[..2 * LIST - 1]);
    }

    #[test]
    fn a_list_over_a_bound_shrinks_and_does_not_grow() {
        let size = |lines, longest| Size { lines, longest };
        assert!(size(3, 20).takes(size(LIST, SHORT_TEXT)));
        assert!(!size(3, 20).takes(size(LIST + 1, 20)) && !size(3, 20).takes(size(2, 501)));
        assert!(size(150, 20).takes(size(149, 20)) && !size(150, 20).takes(size(151, 20)));
        assert_eq!(Size::of(""), size(0, 0));
        assert_eq!(Size::of("été\n"), size(2, 3));
    }
}
