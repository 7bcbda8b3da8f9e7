//! Pages are finished before they leave: what is copied from them is what was written, and each says which one it is.

use std::ops::Range;
use std::str::FromStr;

use typst::layout::{Em, Frame, FrameItem};
use typst::model::{Document, Numbering, NumberingPattern};
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};

use crate::model::sheet::{Order, Sheet};
use crate::text::pages as words;

/// Where a word can be parted, and where a line may not end: once the lines are set, only whoever copies them meets these.
const SET: [char; 2] = ['\u{ad}', '\u{2060}'];

/// The pages of `document`, made for `order`, as they are written to a PDF.
pub(super) fn finished(document: &PagedDocument, order: Order) -> PagedDocument {
    let mut pages: Vec<Page> = document.pages().to_vec();
    // A card has two sides, and no number: what follows the cards is counted apart.
    let sides =
        if order.sheet == Sheet::Cards { pages.iter().filter(is_a_side).count() } else { 0 };
    for (at, page) in pages.iter_mut().enumerate() {
        clear(&mut page.frame);
        label(page, at, sides, order);
    }
    PagedDocument::new(pages.into_iter().collect(), document.info().clone())
}

/// Whether the template says itself what the page is called: « 1 recto ».
fn is_a_side(page: &&Page) -> bool {
    matches!(&page.numbering, Some(Numbering::Pattern(pattern)) if !pattern.suffix.is_empty())
}

/// What a reader's program calls the page, where the sheet does not say it itself. `sides` pages are those of cards.
fn label(page: &mut Page, at: usize, sides: usize, order: Order) {
    if at < sides {
        page.number = at as u64 / 2 + 1;
        return;
    }
    if page.numbering.is_some() {
        return;
    }
    let (before, number) = words::label(order, at - sides);
    // The numerals are those of « 1 ».
    let Ok(mut pattern) = NumberingPattern::from_str("1") else { return };
    page.number = number;
    if let Some(first) = pattern.pieces.make_mut().first_mut() {
        first.0 = before.into();
    }
    page.numbering = Some(Numbering::Pattern(pattern));
}

fn is_to_clear(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Text(text) => text.text.contains(SET),
        FrameItem::Group(group) => is_to_clear(&group.frame),
        _ => false,
    })
}

fn clear(frame: &mut Frame) {
    if !is_to_clear(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Text(text) if text.text.contains(SET) => clear_text(text),
            FrameItem::Group(group) => clear(&mut group.frame),
            _ => {}
        }
        true
    });
}

/// Takes what shows nothing out of a line. A hyphen that is drawn where a word was parted stays, with its sign.
fn clear_text(text: &mut TextItem) {
    let goes = |glyph: &Glyph| {
        let signs = text.text.get(glyph.range()).unwrap_or_default();
        glyph.x_advance == Em::zero()
            && !signs.is_empty()
            && signs.chars().all(|it| SET.contains(&it))
    };
    text.glyphs.retain(|glyph| !goes(glyph));
    let drawn: Vec<Range<usize>> = text.glyphs.iter().map(Glyph::range).collect();
    let is_gone = |at: usize, sign: char| {
        SET.contains(&sign)
            // Drawn alone, it is the hyphen of a line's end.
            && !drawn.iter().any(|range| *range == (at..at + sign.len_utf8()))
    };
    let mut kept = String::with_capacity(text.text.len());
    let mut places = Vec::with_capacity(text.text.len() + 1);
    for (at, sign) in text.text.char_indices() {
        let place = kept.len();
        if !is_gone(at, sign) {
            kept.push(sign);
        }
        places.extend(std::iter::repeat_n(place, sign.len_utf8()));
    }
    places.push(kept.len());
    let place = |at: u16| places.get(usize::from(at)).map_or(0, |place| *place as u16);
    for glyph in &mut text.glyphs {
        glyph.range = place(glyph.range.start)..place(glyph.range.end);
    }
    text.text = kept.into();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::date;
    use crate::model::edit::{Edit, Target};
    use crate::model::sheet::Paper;
    use crate::model::{Catalogue, Design};
    use crate::paper::Pages;

    fn texts(frame: &Frame, all: &mut Vec<TextItem>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Text(text) => all.push(text.clone()),
                FrameItem::Group(group) => texts(&group.frame, all),
                _ => {}
            }
        }
    }

    #[test]
    fn what_parts_and_holds_words_is_not_copied_and_nothing_else_is_lost() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        let long = "Où répond-il\u{a0}? « préfiguration » expérimentation communautarisation ";
        let written = long.repeat(9);
        for field in ["equipe", "sujets"] {
            let edit = Edit::Write(Target::FieldText(field.into()), written.as_str().into());
            edit.apply(&mut design).unwrap();
        }
        let day = date(2026, 11, 28);
        let (mut held, mut parted) = (0, 0);
        for sheet in [Sheet::Canvas, Sheet::Minutes, Sheet::Cards] {
            let order = Order { sheet, paper: Paper::A4, ..Order::default() };
            let pages = Pages::set(&catalogue, &design, day, "AAAAA", order).unwrap();
            let (mut before, mut after) = (Vec::new(), Vec::new());
            for page in pages.document.pages() {
                texts(&page.frame, &mut before);
            }
            for page in finished(&pages.document, order).pages() {
                texts(&page.frame, &mut after);
            }
            assert_eq!(before.len(), after.len());
            for (before, after) in before.iter().zip(&after) {
                assert_eq!(before.width(), after.width(), "{:?}", before.text);
                let bare = |text: &TextItem| text.text.as_str().replace(SET, "");
                assert_eq!(bare(before), bare(after));
                held += before.text.matches(SET).count();
                for (at, sign) in after.text.char_indices().filter(|(_, it)| SET.contains(it)) {
                    // The hyphen of a line's end, the last that is drawn.
                    assert_eq!((sign, at + 2), ('\u{ad}', after.text.len()), "{:?}", after.text);
                    parted += 1;
                }
                let whole = 0..after.text.len();
                assert!(after.glyphs.iter().all(|it| it.range().end <= whole.end));
                let first = after.glyphs.first().map_or(0, |glyph| glyph.range().start);
                assert_eq!(first, 0, "{:?}", after.text);
            }
        }
        assert!(held > parted && parted > 0, "nothing was tried: {held}, {parted}");
    }
}
