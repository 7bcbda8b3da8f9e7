//! No letter is drawn over another, nor across a rule.

use std::collections::HashMap;

use dessiner_un_labo::model::design::Design;
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};
use kurbo::Rect;

use super::pdf::{Letter, Page};
use super::{empty, every_order, full, longest, on, overfull, pdf, with_free_fields, write};
use crate::samples::CATALOGUE;

/// The middle of a letter: narrower than the narrowest, as high as the lowest.
fn heart(letter: &Letter) -> Rect {
    let (size, x, y) = (letter.size, letter.x, letter.y);
    Rect::new(x + 0.02 * size, y - 0.45 * size, x + 0.15 * size, y)
}

fn meet(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/// What is drawn over something else on a page, in words.
fn clash(page: &Page) -> Option<String> {
    const CELL: f64 = 12.0;
    let mut places: HashMap<(i64, i64), Vec<&Letter>> = HashMap::new();
    let cell = |x: f64, y: f64| ((x / CELL) as i64, (y / CELL) as i64);
    let around = |words: &Letter| -> String {
        let at = page.letters.iter().position(|l| std::ptr::eq(l, words)).unwrap();
        let end = (at + 12).min(page.letters.len());
        page.letters[at.saturating_sub(12)..end].iter().map(|l| l.text.as_str()).collect()
    };
    for letter in page.seen() {
        let heart = heart(letter);
        let (left, top) = cell(heart.x0, heart.y0);
        let (right, bottom) = cell(heart.x1, heart.y1);
        for place in (left..=right).flat_map(|x| (top..=bottom).map(move |y| (x, y))) {
            let here = places.entry(place).or_default();
            if let Some(other) = here.iter().find(|other| meet(heart, self::heart(other))) {
                return Some(format!("{:?} over {:?}", around(letter), around(other)));
            }
            here.push(letter);
        }
    }
    let is_rule = |path: &&Rect| path.height() < 3.0 && path.width() > 60.0;
    for rule in page.paths.iter().filter(is_rule) {
        // What hangs under the line too. « à placer » stands on its rail, on a ground of its own.
        let crosses = |letter: &&Letter| {
            let heart = heart(letter);
            let hung = Rect { y1: heart.y1 + 0.18 * letter.size, ..heart };
            meet(hung, *rule) && !around(letter).contains("à placer")
        };
        if let Some(letter) = page.seen().find(crosses) {
            return Some(format!("{:?} across the rule at {rule:?}", around(letter)));
        }
    }
    None
}

#[track_caller]
fn check(design: &Design, order: Order, told: &str) {
    for (at, page) in pdf(design, order).pages.iter().enumerate() {
        if let Some(clash) = clash(page) {
            panic!("{order:?}, {told}, page {}: {clash}", at + 1);
        }
    }
}

#[test]
fn nothing_is_drawn_over_anything_on_any_sheet() {
    let mut forty = full();
    with_free_fields(&mut forty, 40);
    let designs =
        [("empty", empty()), ("full", full()), ("overfull", overfull()), ("forty", forty)];
    for (told, design) in &designs {
        for order in every_order().filter(|order| order.tiles.is_none()) {
            check(design, order, told);
        }
    }
}

#[test]
fn nothing_is_drawn_over_anything_when_every_text_is_the_longest() {
    let longest = longest();
    for sheet in [Sheet::Canvas, Sheet::Cards, Sheet::Ballots] {
        check(&longest, on(sheet, Paper::A4), "longest");
    }
}

/// Between full and overfull: a few long texts among short ones, where what has no room pushes what has.
#[test]
fn nothing_is_drawn_over_anything_while_the_canvas_fills_up() {
    let words = |count: usize| "Deux avis dans le groupe, un essai. ".repeat(count);
    for paper in [Paper::A4, Paper::A3] {
        for count in [2, 5, 9] {
            let mut design = full();
            for (axis, point) in CATALOGUE.axes.iter().zip(&CATALOGUE.points) {
                write(&mut design, Target::PointNote(point.id.clone()), &words(count));
                check(&design, on(Sheet::Canvas, paper), &format!("{} × {count}", point.id));
                write(&mut design, Target::AxisNote(axis.id.clone()), &words(count));
                check(&design, on(Sheet::Canvas, paper), &format!("{} × {count}", axis.id));
            }
            for id in ["equipe", "gouvernance", "sujets", "modes", "impact"] {
                write(&mut design, Target::FieldText(id.into()), &words(2 * count));
                check(&design, on(Sheet::Canvas, paper), &format!("{id} × {count}"));
            }
        }
    }
}

/// Cells that are full, and one that is still empty: it keeps the room of its question.
#[test]
fn nothing_is_drawn_over_the_one_cell_that_is_still_empty() {
    for paper in [Paper::A4, Paper::A3] {
        for count in 5..=9 {
            for long in [30, 60] {
                let mut design = full();
                design.free_fields.clear();
                with_free_fields(&mut design, count);
                let text = "Deux avis dans le groupe, un essai. ".repeat(long);
                for free in design.free_fields.clone() {
                    write(&mut design, Target::FreeText(free.id), &text);
                }
                for id in ["equipe", "sujets", "modes", "impact"] {
                    write(&mut design, Target::FieldText(id.into()), &text);
                }
                write(&mut design, Target::FieldText("gouvernance".into()), "");
                check(&design, on(Sheet::Canvas, paper), &format!("{count} full, {long}"));
            }
        }
    }
}
