//! The cards: a back falls behind its front, and ours is the seventh.

use dessiner_un_labo::model::sheet::{Paper, Sheet};

use super::pdf::Page;
use super::{empty, full, on, pdf};
use crate::samples::CATALOGUE;

/// The marks to cut along, in points, rounded: what is thin and short. A back is turned over its vertical axis.
fn marks(page: &Page, turned: bool) -> Vec<(i32, i32, i32, i32)> {
    let short = 6.0 / 25.4 * 72.0;
    let mut marks: Vec<_> = page
        .paths
        .iter()
        .filter(|path| path.width().min(path.height()) < 0.1)
        .filter(|path| (path.width().max(path.height()) - short).abs() < 0.5)
        .map(|path| {
            let (x0, x1) = if turned {
                (page.width - path.x1, page.width - path.x0)
            } else {
                (path.x0, path.x1)
            };
            (x0, path.y0, x1, path.y1)
        })
        .map(|(a, b, c, d)| {
            (a.round() as i32, b.round() as i32, c.round() as i32, d.round() as i32)
        })
        .collect();
    marks.sort_unstable();
    marks
}

#[test]
fn the_marks_of_a_back_mirror_those_of_its_front() {
    for (paper, count) in [(Paper::A4, 2), (Paper::A3, 6)] {
        let read = pdf(&full(), on(Sheet::Cards, paper));
        for pair in read.pages.chunks_exact(2) {
            let (front, back) = (marks(&pair[0], false), marks(&pair[1], true));
            assert!(front.len() >= count, "{paper:?}: {front:?}");
            assert_eq!(front, back, "{paper:?}");
        }
    }
}

#[test]
fn the_back_of_a_card_falls_behind_its_front() {
    for (paper, columns, each) in [(Paper::A4, 1.0, 2), (Paper::A3, 2.0, 4)] {
        let read = pdf(&empty(), on(Sheet::Cards, paper));
        for (at, lab) in CATALOGUE.labs.iter().enumerate() {
            let sheet = at / each;
            let (front, back) = (&read.pages[2 * sheet], &read.pages[2 * sheet + 1]);
            let kind = dessiner_un_labo::text::values::kind(lab);
            let (front_at, back_at) = (front.find(&kind), back.find(&lab.title));
            let column = |x: f64| (x / front.width * columns).floor();
            assert_eq!(
                column(front_at.x),
                columns - 1.0 - column(back_at.x),
                "{kind} on {paper:?}"
            );
            let row = |y: f64| (y / front.height * 2.0).floor();
            assert_eq!(row(front_at.y), row(back_at.y), "{kind} on {paper:?}");
        }
    }
}

#[test]
fn ours_is_the_seventh_once_something_is_written() {
    let (before, after) =
        (pdf(&empty(), on(Sheet::Cards, Paper::A4)), pdf(&full(), on(Sheet::Cards, Paper::A4)));
    // Six labs and six points, two to a sheet, both sides.
    assert_eq!(before.pages.len(), 12);
    assert_eq!(after.pages.len(), 14);
    assert!(before.bare().contains("carte6/6") && after.bare().contains("carte7/7"));
    let last = after.pages.last().unwrap();
    assert!(last.has("Six personnes, dont deux designers"), "{:?}", last.text());
}
