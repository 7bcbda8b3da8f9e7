//! This says what is shown for each sign, on the screen, in the room and on paper alike.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use super::faces::{Face, face_of, is_written_in_french};
use super::meaning::meant;
use super::spacing;
use super::stand_ins::{NOTHING, STAND_IN};
use crate::model::signs::is_without_drawing;

/// What is shown for one sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// This one, which that face draws.
    Drawn(char, Face),
    /// A space, or one where no line ends, or a tabulation.
    Space(char),
    /// A line ends.
    Break,
    /// Nothing: it has no drawing, or says how its neighbours join.
    Nothing,
    /// A sign that no face draws: [`STAND_IN`].
    StandIn,
    /// A mark that no face draws: nothing, and the word lacks it.
    LostMark,
}

/// What is shown for `sign` inside a line. No control character, private sign or noncharacter ever reaches a face.
pub fn shown(sign: char) -> Shown {
    shown_there(sign, false)
}

/// The same; a sign that `leads` begins a line, and stands apart from what follows.
fn shown_there(sign: char, leads: bool) -> Shown {
    match sign {
        ' ' | '\u{a0}' | '\t' | '\u{3000}' => Shown::Space(sign),
        '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Shown::Break,
        '\u{2007}' | '\u{202f}' => Shown::Space('\u{a0}'),
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' => Shown::Space(' '),
        _ if is_control(sign) || is_without_drawing(sign) => Shown::Nothing,
        _ if is_noncharacter(sign) => Shown::StandIn,
        _ if is_private(sign) => match meant(sign, leads).map(|sign| (sign, face_of(sign))) {
            Some((' ', _)) => Shown::Space(' '),
            Some((sign, Some(face))) => Shown::Drawn(sign, face),
            _ => Shown::StandIn,
        },
        _ => match face_of(sign) {
            Some(face) => Shown::Drawn(sign, face),
            None if is_combining_mark(sign) => Shown::LostMark,
            None => Shown::StandIn,
        },
    }
}

/// `text` as it is shown: as many signs as before, those of another kind put in the place of those that have no drawing.
pub fn as_shown(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_french) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    each(text, |_, _, put| out.push(put));
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// As [`as_shown`], and no line ends where French wants none.
pub fn on_screen(text: &str) -> Cow<'_, str> {
    let mut shown = as_shown(text);
    if shown.contains(' ') && shown.contains([';', ':', '!', '?', '»', '%', '«']) {
        spacing::hold(shown.to_mut());
    }
    shown
}

/// Calls `take` with each sign of `text`, what is shown for it where it stands, and the sign to put there.
fn each(text: &str, mut take: impl FnMut(char, Shown, char)) {
    let mut signs = text.chars().peekable();
    // The face of the letter that marks are set over.
    let mut under: Option<Face> = None;
    let mut starts = true;
    while let Some(sign) = signs.next() {
        let apart = signs.peek().is_none_or(|next| next.is_whitespace());
        let mut what = shown_there(sign, starts && apart);
        starts = what == Shown::Break || starts && matches!(what, Shown::Space(_));
        if let Shown::Drawn(_, face) = what
            && is_combining_mark(sign)
            && under != Some(face)
        {
            // A mark is set over a letter of its own face only.
            what = Shown::LostMark;
        }
        if sign == '\r' && signs.peek() == Some(&'\n') {
            what = Shown::Nothing;
        }
        // Between emoji, it says that they are one.
        let joins = is_joiner(sign) && under == Some(Face::Emoji);
        let put = match what {
            Shown::Drawn(sign, _) | Shown::Space(sign) => sign,
            Shown::Break => '\n',
            Shown::Nothing if joins => sign,
            Shown::Nothing | Shown::LostMark => NOTHING,
            Shown::StandIn => STAND_IN,
        };
        take(sign, what, put);
        match what {
            Shown::Drawn(_, face) => under = Some(face),
            Shown::StandIn => under = Some(Face::Signs),
            Shown::Nothing | Shown::LostMark => {}
            Shown::Space(_) | Shown::Break => under = None,
        }
    }
}

/// What a reader of the text would miss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unseen<'a> {
    /// The word, after the one before it when nothing of it is drawn.
    pub words: &'a str,
    pub script: Option<Script>,
}

/// The writings that are named when their signs are not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    Arabic,
    Hebrew,
    Korean,
    Thai,
    Indian,
    Armenian,
    Georgian,
}

/// The words of `text` in which a sign is not drawn, in reading order.
pub fn unseen(text: &str) -> impl Iterator<Item = Unseen<'_>> {
    let mut before = None;
    // Most texts have nothing to look for.
    let words = if text.chars().all(is_french) { "" } else { text }.split_whitespace();
    words.filter_map(move |word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let (mut lost, mut drawn) = (None, false);
        each(word, |sign, what, _| match what {
            Shown::StandIn | Shown::LostMark => lost = lost.or(Some(sign)),
            Shown::Drawn(sign, _) if sign.is_alphanumeric() => drawn = true,
            _ => {}
        });
        let word = word.trim_end_matches([',', '.', ';', ':', '!', '?', ')', '»']);
        let start = if drawn { at } else { before.unwrap_or(at) };
        before = if drawn { Some(at) } else { before };
        let sign = lost?;
        Some(Unseen { words: &text[start..at + word.len()], script: script_of(sign) })
    })
}

fn script_of(sign: char) -> Option<Script> {
    Some(match sign {
        '\u{530}'..='\u{58f}' => Script::Armenian,
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => Script::Hebrew,
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' => Script::Arabic,
        '\u{900}'..='\u{dff}' => Script::Indian,
        '\u{e00}'..='\u{e7f}' => Script::Thai,
        '\u{10a0}'..='\u{10ff}' => Script::Georgian,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}' => {
            Script::Korean
        }
        _ => return None,
    })
}

/// Whether `sign` is one that French writes, shown as it is: no look at any file is needed to know it.
fn is_french(sign: char) -> bool {
    matches!(sign, '\n' | '\t') || is_written_in_french(sign)
}

/// C0, C1 and DEL.
pub(super) fn is_control(sign: char) -> bool {
    sign.is_control()
}

/// The 66 codes that will never be a sign.
pub(super) fn is_noncharacter(sign: char) -> bool {
    u32::from(sign) & 0xFFFE == 0xFFFE || ('\u{fdd0}'..='\u{fdef}').contains(&sign)
}

fn is_private(sign: char) -> bool {
    matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Joins emoji into one, or says which look a sign takes.
fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200d}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_length_and_its_ordinary_signs() {
        let text = "Mme Nguyễn-Le\u{a0}Goff → suite ✓\nПривет\t中";
        assert_eq!(as_shown(text), text);
        let odd = "a\0b\u{f0b7}\u{b}c\r\nשלום \u{f0ff}\u{200f}x\u{301}→\u{301}";
        assert_eq!(as_shown(odd), "a\u{200b}b•\nc\u{200b}\n▯▯▯▯ ▯\u{200b}x\u{301}→\u{200b}");
        assert_eq!(as_shown(odd).chars().count(), odd.chars().count());
    }

    #[test]
    fn a_sign_of_a_word_processor_is_a_bullet_at_the_head_of_a_line_and_a_letter_inside_it() {
        let pasted = "\u{f06c}\tl’écart type \u{f073}\n \u{f077} \u{f077} = 3\n\u{f06c}2";
        assert_eq!(as_shown(pasted), "●\tl’écart type σ\n ⬥ ω = 3\nλ2");
    }

    #[test]
    fn emoji_stay_joined_and_nothing_else_does() {
        assert_eq!(as_shown("👩\u{200d}🔬 a\u{200d}b"), "👩\u{200d}🔬 a\u{200b}b");
    }

    #[test]
    fn what_is_not_drawn_is_told_with_its_word() {
        let told: Vec<_> = unseen("Bonjour שלום, a\u{e000}b, été ① 中 x\u{1ab0}")
            .map(|it| (it.words, it.script))
            .collect();
        assert_eq!(
            told,
            [("Bonjour שלום", Some(Script::Hebrew)), ("a\u{e000}b", None), ("x\u{1ab0}", None)]
        );
        let alone: Vec<_> = unseen("dit مرحبا").map(|it| it.words).collect();
        assert_eq!(alone, ["dit مرحبا"]);
        assert_eq!(unseen("a\0b\u{200b}").count(), 0, "nothing is missed");
    }

    #[test]
    fn on_the_screen_lines_do_not_end_before_a_colon() {
        assert_eq!(on_screen("Qui ?\nن : 2"), "Qui\u{a0}?\n▯\u{a0}: 2");
    }
}
