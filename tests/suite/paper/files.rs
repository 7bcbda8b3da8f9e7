//! The files that sheets become: what they are called, some pages of them, pictures that say what they are.

use std::collections::HashMap;
use std::io::Cursor;

use dessiner_un_labo::model::ranges::Ranges;
use dessiner_un_labo::model::sheet::{Ink, Order, Paper, Sheet};
use dessiner_un_labo::paper::Fault;
use dessiner_un_labo::paper::export::{PICTURE_WIDTH, picture_width};
use dessiner_un_labo::text::pages::document_title;

use super::pdf::{Read, bare};
use super::{bytes, every_order, full, on, overfull, pdf, set};

/// Every order that gives another paper.
fn orders() -> Vec<Order> {
    let mut all = Vec::new();
    for order in every_order() {
        all.extend([order, Order { ink: Ink::Black, ..order }]);
        if order.sheet == Sheet::Poster {
            for tiles in [None, Some(Paper::A4), Some(Paper::A3)] {
                for (blank, whole_sheets) in [(false, false), (true, false), (false, true)] {
                    let other = Order { tiles, blank, whole_sheets, ..order };
                    if other.check().is_ok() && other != order {
                        all.push(other);
                    }
                }
            }
        }
    }
    all
}

#[test]
fn each_sheet_is_called_by_the_lab_and_by_what_it_is() {
    let mut titles: HashMap<String, Order> = HashMap::new();
    for order in orders() {
        let title = document_title("Le labo des possibles", order);
        let other = titles.insert(title.clone(), order);
        assert_eq!(other, None, "{title}");
    }
    for order in every_order() {
        let title = document_title("Le labo des possibles", order);
        assert!(title.starts_with("Le labo des possibles — "), "{title}");
        let read = pdf(&full(), order);
        assert!(read.titles.contains(&title), "{title:?} is not among {:?}", read.titles);
    }
}

#[test]
fn some_pages_of_a_sheet_are_those_pages() {
    let cards = set(&full(), on(Sheet::Cards, Paper::A4));
    let whole = pdf(&full(), on(Sheet::Cards, Paper::A4));
    let some = Ranges::parse("2-3, 6").unwrap();
    let read = Read::of(cards.pdf(Some(&some)).unwrap());
    let texts = |read: &Read, pages: &[usize]| -> Vec<String> {
        pages.iter().map(|page| read.pages[*page].text()).collect()
    };
    assert_eq!(texts(&read, &[0, 1, 2]), texts(&whole, &[1, 2, 5]));
    assert_eq!(read.pages.len(), 3);
    let none = Ranges::parse("90").unwrap();
    assert!(matches!(cards.pdf(Some(&none)), Err(Fault::NoPage(14))));
}

#[test]
fn each_page_is_called_what_its_sheet_says() {
    let labels = |order: Order| super::pdf::page_labels(bytes(&full(), order));
    let canvas = super::pdf::page_labels(bytes(&overfull(), on(Sheet::Canvas, Paper::A4)));
    assert_eq!(canvas[..2], [(0, "feuille ".to_owned(), 1), (1, "feuille ".to_owned(), 2)]);
    // What follows the cards is counted apart, as it says at its foot.
    let order = on(Sheet::Cards, Paper::A4);
    let (read, cards) =
        (pdf(&overfull(), order), super::pdf::page_labels(bytes(&overfull(), order)));
    let first = read.pages.iter().position(|page| page.has("suite 1/")).unwrap();
    assert!(cards.contains(&(first, "suite ".to_owned(), 1)), "{cards:?}");
    let cards = labels(on(Sheet::Cards, Paper::A4));
    let called = |at: usize| cards.iter().find(|label| label.0 == at).map(|label| label.1.as_str());
    assert_eq!(
        [called(0), called(1), called(6), called(7)],
        [Some("1 recto"), Some("1 verso"), Some("4 recto"), Some("4 verso")],
        "{cards:?}"
    );
    let tiles = Order { tiles: Some(Paper::A4), ..on(Sheet::Poster, Paper::A1) };
    let cut = tiles.tiling().unwrap();
    let labels = labels(tiles);
    assert!(labels.contains(&(0, "plan ".to_owned(), 1)), "{labels:?}");
    for row in 0..usize::from(cut.rows) {
        let first = (1 + row * usize::from(cut.columns), format!("{}-", row + 1), 1);
        assert!(labels.contains(&first), "{labels:?}");
    }
}

#[test]
fn a_picture_says_how_large_it_is_on_paper() {
    for (order, width) in [
        (on(Sheet::Canvas, Paper::A4), 2400),
        (on(Sheet::Canvas, Paper::A3), 640),
        (on(Sheet::LargePrint, Paper::A4), 500),
    ] {
        let png = set(&full(), order).png(0, width).unwrap();
        let reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        let info = reader.info();
        let told = info.pixel_dims.unwrap();
        assert_eq!(told.unit, png::Unit::Meter);
        let (long, short) = order.paper.sides();
        let side = if order.sheet == Sheet::LargePrint { short } else { long };
        let metres = f64::from(info.width) / f64::from(told.xppu);
        assert!((metres * 1000.0 - side).abs() < 0.5, "{order:?}: {metres} m");
        assert_eq!(told.xppu, told.yppu);
    }
}

#[test]
fn a_picture_of_a_poster_is_fine_enough_to_be_read() {
    for paper in [Paper::A2, Paper::A1, Paper::A0] {
        let width = picture_width(on(Sheet::Poster, paper));
        let to_the_inch = f64::from(width) / (paper.sides().0 / 25.4);
        assert!(to_the_inch > 149.0, "{paper:?}: {to_the_inch}");
    }
    assert_eq!(picture_width(on(Sheet::Canvas, Paper::A4)), PICTURE_WIDTH);
    let tiled = Order { tiles: Some(Paper::A4), ..on(Sheet::Poster, Paper::A0) };
    assert_eq!(picture_width(tiled), PICTURE_WIDTH);
}

#[test]
fn a_drawing_has_a_title_and_its_words() {
    let order = on(Sheet::Canvas, Paper::A3);
    let svg = set(&full(), order).svg(0).unwrap();
    let part = |from: &str, to: &str| {
        let start = svg.find(from).unwrap() + from.len();
        svg[start..start + svg[start..].find(to).unwrap()].to_owned()
    };
    assert_eq!(
        part("<title id=\"title\">", "</title>"),
        document_title("Le labo des possibles", order)
    );
    let words = bare(&part("<desc id=\"words\">", "</desc>"));
    for wanted in
        ["Le labo des possibles", "Six personnes, dont deux designers", "Prochaines étapes"]
    {
        assert!(words.contains(&bare(wanted)), "{wanted} is not in {words}");
    }
    let head = &svg[..svg.find('>').unwrap()];
    assert!(head.contains("role=\"img\"") && head.contains("aria-labelledby=\"title\""));
    // It is still a drawing that others read.
    usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
}

/// A text that the group wrote is a paragraph of the structure, not a run of words in the air: on the axes too.
#[test]
fn each_paragraph_of_an_axis_is_one_in_the_structure() {
    use dessiner_un_labo::model::design::Disagreement;
    let with = |text: &str| {
        let mut design = full();
        for axis in &mut design.axes {
            axis.note = text.into();
            let written = Disagreement { text: text.into(), ..Disagreement::default() };
            axis.disagreement = (!text.is_empty()).then_some(written);
        }
        design
    };
    for order in [on(Sheet::Canvas, Paper::A3), on(Sheet::Canvas, Paper::A4)] {
        let count = |text: &str| pdf(&with(text), order).tagged("P");
        let axes = full().axes.len();
        let (none, one, three) = (count(""), count("Oui."), count("Oui.\nNon.\nSelon."));
        // Where nothing is written, there may be lines to write on: they are paragraphs too.
        assert!(one > none, "{order:?}: {none} then {one}");
        assert!(three >= one + 4 * axes, "{order:?}: {one} then {three}");
    }
}
