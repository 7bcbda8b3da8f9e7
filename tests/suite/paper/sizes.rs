//! Nothing is too small to be read, nothing too near an edge to be printed, no page is empty.

use dessiner_un_labo::model::sheet::{Ink, Order, Paper, Sheet};

use super::pdf::{Page, Read};
use super::{empty, every_order, full, on, overfull, pdf};

/// The least size of type on a page, in points: on a card, the fronts come first, then the backs.
fn least(order: Order, page: usize, of_cards: usize) -> f64 {
    match order.sheet {
        Sheet::LargePrint => 18.0,
        Sheet::Cards if page < of_cards && page.is_multiple_of(2) => 18.0,
        _ => 9.0,
    }
}

#[track_caller]
fn check(order: Order, page: usize, shown: &Page, least: f64) {
    let smallest = shown.letters.iter().min_by(|a, b| a.size.total_cmp(&b.size));
    let smallest = smallest.unwrap_or_else(|| panic!("{order:?}: page {page} is empty"));
    assert!(
        smallest.size >= least - 0.01,
        "{order:?}, page {page}: {:?} is {} points, in {:?}",
        smallest.text,
        smallest.size,
        shown.text()
    );
    // What office printers cannot reach; a poster's own edge is farther still.
    let margin = 10.0 / 25.4 * 72.0 - 1.0;
    for letter in shown.seen() {
        let inside = letter.x >= margin
            && letter.x <= shown.width - margin
            && letter.y >= margin
            && letter.y <= shown.height - margin;
        assert!(
            inside,
            "{order:?}, page {page}: {:?} at {:.0}, {:.0}, in {:?}",
            letter.text,
            letter.x,
            letter.y,
            shown.text()
        );
    }
}

/// How many pages are fronts and backs: a sheet of cards has the marks to cut along, a continuation has none.
fn cards(read: &Read, order: Order) -> usize {
    if order.sheet != Sheet::Cards {
        return 0;
    }
    let first = read.pages[0].paths.len();
    assert!(first > 0);
    read.pages.iter().take_while(|page| !page.has("ce qui n’a pas tenu sur la feuille")).count()
}

#[test]
fn nothing_is_under_its_size_nor_out_of_reach_of_a_printer_on_any_sheet() {
    for design in [empty(), full(), overfull()] {
        for order in every_order() {
            let read = pdf(&design, order);
            let cards = cards(&read, order);
            for (at, page) in read.pages.iter().enumerate() {
                check(order, at, page, least(order, at, cards));
            }
        }
    }
}

#[test]
fn a_page_is_of_its_paper_and_the_canvas_lies() {
    let design = full();
    for order in every_order() {
        let (long, short) = order.paper.sides();
        let upright = order.sheet.is_upright(order.paper);
        let wanted = if upright { (short, long) } else { (long, short) };
        for page in &pdf(&design, order).pages {
            let found = (page.width / 72.0 * 25.4, page.height / 72.0 * 25.4);
            let near = (found.0 - wanted.0).abs() < 0.1 && (found.1 - wanted.1).abs() < 0.1;
            assert!(near, "{order:?}: {found:?} rather than {wanted:?}");
        }
    }
}

#[test]
fn the_full_example_holds_on_one_a3_page() {
    assert_eq!(pdf(&full(), on(Sheet::Canvas, Paper::A3)).pages.len(), 1);
    for paper in [Paper::A4, Paper::A3] {
        assert_eq!(pdf(&empty(), on(Sheet::Canvas, paper)).pages.len(), 1);
    }
}

#[test]
fn in_black_alone_there_is_no_colour() {
    let design = full();
    for order in every_order() {
        let black = super::set(&design, Order { ink: Ink::Black, ..order });
        let colour = super::set(&design, order);
        let is_grey = |pixel: &[u8]| pixel[0] == pixel[1] && pixel[1] == pixel[2];
        let greys = |pages: &dessiner_un_labo::paper::Pages| {
            let picture = pages.picture(0, 300).unwrap();
            picture.rgba.chunks_exact(4).all(is_grey)
        };
        assert!(greys(&black), "{order:?}");
        assert!(!greys(&colour), "{order:?}: the test would not see a hue");
    }
}

#[test]
fn the_names_of_the_poles_are_large_on_a_poster_to_fill() {
    // Two metres away, what subtends ten minutes of arc can be read with good eyes at half of what they can do: a capital of
    // 5.8 mm. That of the face is 0.67 of its size.
    let least = 2000.0 * (10.0_f64 / 60.0).to_radians().tan() / 0.67 / 25.4 * 72.0;
    for paper in [Paper::A2, Paper::A1, Paper::A0] {
        let order = Order { blank: true, ..on(Sheet::Poster, paper) };
        let read = pdf(&empty(), order);
        for pole in ["Expert", "Transversal", "Transformation interne", "Maîtrise d’œuvre"] {
            let size = read.pages[0].find(pole).size;
            assert!(size >= least, "{paper:?}: {pole} is {size} points, under {least}");
        }
    }
}

/// Ink, and not the place of letters alone: the accent of a capital is the highest of a sheet.
#[test]
fn no_ink_is_nearer_to_an_edge_than_an_office_printer_reaches() {
    // The long name, with the highest accents, on the sheets that go on; the others on an ordinary lab.
    for (mut design, name) in [
        (full(), "Le laboratoire"),
        (full(), "Éclosion"),
        (overfull(), "Ấn tượng, ÉTÉ et ÅNGSTRÖM, un labo dont le nom est long"),
    ] {
        super::write(&mut design, dessiner_un_labo::model::edit::Target::Name, name);
        for order in every_order().filter(|order| order.sheet != Sheet::Poster) {
            let pages = super::set(&design, order);
            for page in [0, 1, pages.count() - 1].into_iter().filter(|page| *page < pages.count()) {
                let (wide, _) = pages.size(page).unwrap();
                // Four dots to the millimetre, as near as one of them.
                let picture =
                    pages.picture(page, (wide / 72.0 * 25.4 * 4.0).round() as u32).unwrap();
                let (width, height) = (picture.width as usize, picture.height as usize);
                let reach = 4 * 10 - 1;
                // The marks to cut along, in the middle and at the quarters, are there to be reached as far as can be.
                let is_mark = |x: usize, y: usize| {
                    let near = |at: usize, long: usize| {
                        [long / 4, long / 2, 3 * long / 4]
                            .iter()
                            .any(|mark| at.abs_diff(*mark) < 20)
                    };
                    matches!(order.sheet, Sheet::Cards | Sheet::Ballots)
                        && (near(x, width) || near(y, height))
                };
                for y in 0..height {
                    // Of a line within reach, its two ends alone are to be looked at.
                    let within = y >= reach && y < height - reach;
                    let middle = if within { width - reach } else { reach };
                    for x in (0..reach).chain(middle..width) {
                        let dark = picture.rgba[4 * (y * width + x)] < 160;
                        assert!(
                            !dark || is_mark(x, y),
                            "{order:?}, {name:?}, page {page}: {}, {} mm",
                            x / 4,
                            y / 4
                        );
                    }
                }
            }
        }
    }
}
