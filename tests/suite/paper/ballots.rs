//! The ballots: filled in without counting, and typed back by their numbers.

use dessiner_un_labo::model::design::{Date, Workshop};
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};

use super::pdf::{Letter, Page, bare};
use super::{empty, full, on, pdf};
use crate::samples::CATALOGUE;

/// The letters of one of the four ballots of a page, and whether a box drawn there holds a point.
fn quarter(page: &Page, at: usize) -> Vec<&Letter> {
    let inside = |letter: &&Letter| {
        let (right, below) = (letter.x > page.width / 2.0, letter.y > page.height / 2.0);
        (right, below) == (at % 2 == 1, at / 2 == 1)
    };
    page.letters.iter().filter(inside).collect()
}

#[test]
fn a_ballot_has_a_number_of_its_own_and_no_name() {
    let read = pdf(&full(), on(Sheet::Ballots, Paper::A4));
    assert_eq!(read.pages.len(), 3);
    let code = dessiner_un_labo::paper::code_of(&full(), &CATALOGUE);
    for (at, page) in read.pages.iter().enumerate() {
        for of_page in 1..=4 {
            assert!(page.has(&format!("{code}{}", 4 * at + of_page)));
        }
        assert_eq!(page.text().matches("ne se prononce pas").count(), 4);
    }
}

#[test]
fn each_line_of_a_ballot_has_seven_numbers_each_in_its_circle() {
    let read = pdf(&full(), on(Sheet::Ballots, Paper::A4));
    let page = &read.pages[0];
    let circle = 5.0 / 25.4 * 72.0;
    let round: Vec<_> = page
        .paths
        .iter()
        .filter(|path| (path.width() - circle).abs() < 2.0 && (path.height() - circle).abs() < 2.0)
        .collect();
    for at in 0..4 {
        let letters = quarter(page, at);
        let shown: String = letters.iter().map(|letter| letter.text.as_str()).collect();
        assert_eq!(shown.matches("1234567").count(), CATALOGUE.axes.len(), "{shown}");
        let mut numbers = 0;
        for letter in letters {
            let Ok(number) = letter.text.parse::<u32>() else { continue };
            let inside = |path: &&&kurbo::Rect| {
                path.contains(kurbo::Point::new(
                    letter.x + letter.size * 0.25,
                    letter.y - letter.size * 0.3,
                ))
            };
            if (1..=7).contains(&number) && round.iter().any(|path| inside(&path)) {
                numbers += 1;
            }
        }
        assert_eq!(numbers, 7 * CATALOGUE.axes.len());
    }
}

#[test]
fn a_ballot_says_what_its_poles_mean_whose_it_is_and_of_which_day() {
    let read = pdf(&full(), on(Sheet::Ballots, Paper::A4));
    for at in 0..4 {
        let shown: String = quarter(&read.pages[0], at).iter().map(|l| l.text.as_str()).collect();
        let shown = bare(&shown);
        for pole in CATALOGUE.axes.iter().flat_map(|axis| [&axis.left, &axis.right]) {
            assert!(shown.contains(&bare(&pole.name)), "{} in {shown}", pole.name);
            assert!(shown.contains(&bare(&pole.help)), "{} in {shown}", pole.help);
        }
        let said = bare("AMO : assistance à maîtrise d’ouvrage");
        assert_eq!(shown.matches(&said).count(), 1, "{shown}");
        for wanted in ["Le labo des possibles · 24 novembre 2026", "ne se prononce pas"] {
            assert!(shown.contains(&bare(wanted)), "{wanted} in {shown}");
        }
    }
}

#[test]
fn the_day_is_that_of_the_workshop_to_come() {
    let mut design = empty();
    for (year, month, day) in [(2026, 9, 1), (2027, 3, 2), (2026, 12, 1)] {
        let date = Date::new(year, month, day).ok();
        design.workshops.push(Workshop { date, ..Workshop::default() });
    }
    let read = pdf(&design, on(Sheet::Ballots, Paper::A4));
    // Printed on 24 November.
    assert!(read.pages[0].has("1er décembre 2026"), "{}", read.pages[0].text());
}

/// Ballots are printed the day before: that day is not the one of the vote.
#[test]
fn a_day_that_nobody_said_is_left_to_be_written() {
    let read = pdf(&empty(), on(Sheet::Ballots, Paper::A4));
    assert!(
        !read.pages[0].has("novembre") && !read.pages[0].has("2026"),
        "{}",
        read.pages[0].text()
    );
}

#[test]
fn a_ballot_more_than_there_are_people_says_that_it_is_spare() {
    for (people, spare) in [(4, 0), (5, 3), (7, 1)] {
        let order = Order { people, ..on(Sheet::Ballots, Paper::A4) };
        let shown = pdf(&full(), order).bare();
        assert_eq!(shown.matches(&bare("de réserve")).count(), spare, "{people}");
        assert_eq!(shown.matches(&bare("le numéro sert à compter")).count(), people as usize);
    }
}

#[test]
fn any_number_of_people_has_its_ballots() {
    for (people, pages) in [(1, 1), (4, 1), (5, 2), (7, 2), (120, 30)] {
        let order = Order { people, ..on(Sheet::Ballots, Paper::A4) };
        assert_eq!(pdf(&full(), order).pages.len(), pages, "{people}");
    }
}

#[test]
fn no_two_bookmarks_of_a_sheet_are_the_same() {
    for order in super::every_order() {
        let read = pdf(&full(), order);
        let mut titles = read.titles.clone();
        titles.sort();
        let twins = titles.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twins, None, "{order:?}");
    }
}
