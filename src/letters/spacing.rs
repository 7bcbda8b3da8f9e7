//! French wants no line to end in some places: before « : », inside « », before « % ». This finds them.

const NO_BREAK: char = '\u{a0}';

/// Whether no line ends between two words, the one before and the one after a space.
pub fn stay_together(before: &str, after: &str) -> bool {
    is_high(after) || before.ends_with('«') || is_dash(after) || ends_a_title(after)
}

/// « Millénaire 3 »: the figure that ends a title is not the first word of a line.
fn ends_a_title(after: &str) -> bool {
    let rest = after.trim_start_matches(|sign: char| sign.is_ascii_digit());
    rest.len() < after.len() && rest.trim_start_matches([' ', NO_BREAK]).starts_with('»')
}

/// « – transformation »: a dash that stands alone ends a line, and begins none. The first of a line is that of a list.
fn is_dash(word: &str) -> bool {
    let mut signs = word.chars();
    matches!(signs.next(), Some('–' | '—')) && signs.next().is_none_or(char::is_whitespace)
}

/// « ! », « % », « » »…: the sign stands after a space, and never first on a line.
fn is_high(word: &str) -> bool {
    word.starts_with([';', ':', '!', '?', '»', '%']) && !word.starts_with("://")
}

/// Makes of each space where no line may end one that does not break, in place: there are as many signs as before.
pub(super) fn hold(text: &mut String) {
    if !text.contains([';', ':', '!', '?', '»', '%', '«', '–', '—']) {
        return;
    }
    let mut held = String::with_capacity(text.len() + 8);
    let mut rest = text.as_str();
    while let Some(at) = rest.find(' ') {
        let (before, from) = rest.split_at(at);
        held.push_str(before);
        rest = &from[1..];
        held.push(if stay_together(&held, rest) { NO_BREAK } else { ' ' });
    }
    held.push_str(rest);
    *text = held;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_hold_what_french_keeps_together() {
        let held = |text: &str| {
            let mut text = text.to_owned();
            hold(&mut text);
            text
        };
        assert_eq!(
            held("« Qui vient ? » : 30 % ; non !"),
            "«\u{a0}Qui vient\u{a0}?\u{a0}»\u{a0}: 30\u{a0}%\u{a0}; non\u{a0}!"
        );
        assert_eq!(held("voir http ://x"), "voir http ://x");
        assert_eq!(held(" a  b "), " a  b ");
        assert_eq!(
            held("l’Allier – transformation — et"),
            "l’Allier\u{a0}– transformation\u{a0}— et"
        );
        assert_eq!(
            held("la revue « Millénaire 3 », les 3 axes"),
            "la revue «\u{a0}Millénaire\u{a0}3\u{a0}», les 3 axes"
        );
        assert_eq!(held("12 –13, –5"), "12 –13, –5", "a figure");
    }
}
