//! The copy in large type: ours first, the name of the lab on each page, no line alone.

use dessiner_un_labo::model::design::{Design, NextStep};
use dessiner_un_labo::model::sheet::{Paper, Sheet};

use super::pdf::{Page, bare};
use super::{empty, examples, full, on, pdf};
use crate::samples::CATALOGUE;

fn pages(design: &Design) -> std::sync::Arc<super::pdf::Read> {
    pdf(design, on(Sheet::LargePrint, Paper::A4))
}

/// The lines of a page above its footer: each with its first letter.
fn lines(page: &Page) -> Vec<(f64, String)> {
    let mut lines: Vec<(f64, String)> = Vec::new();
    let footer = page.height - 30.0 / 25.4 * 72.0;
    for letter in page.seen().filter(|letter| letter.y < footer) {
        match lines.iter_mut().find(|(y, _)| (*y - letter.y).abs() < 3.0) {
            Some((_, said)) => said.push_str(&letter.text),
            None => lines.push((letter.y, letter.text.clone())),
        }
    }
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    lines
}

#[test]
fn ours_comes_before_the_six_labs_in_the_order_of_the_method() {
    let shown = pages(&full()).bare();
    let zones = [
        "C’est quoi un labo",
        "Où se place-t-il",
        "Points de vigilance",
        "Le labo que nous dessinons",
        "Prochaines étapes",
        "Six labos, tels que décrits",
    ];
    let places: Vec<usize> = zones.iter().map(|zone| shown.find(&bare(zone)).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn the_name_of_the_lab_is_at_the_foot_of_each_page() {
    for design in [full(), super::overfull()] {
        for page in &pages(&design).pages {
            let footer = page.height - 30.0 / 25.4 * 72.0;
            let said: String =
                page.letters.iter().filter(|it| it.y > footer).map(|it| it.text.as_str()).collect();
            let name: String = design.name.chars().take(20).collect();
            assert!(bare(&said).starts_with(&bare(&name)), "{said:?}");
        }
    }
}

#[test]
fn no_bullet_stands_alone_and_the_last_page_is_more_than_two_lines() {
    let mut designs: Vec<Design> = examples().into_iter().map(|(_, design)| design).collect();
    designs.push(empty());
    // As many people as push the lists over every place where a page can end.
    for count in 9..24 {
        let mut design = full();
        design.workshops[0].people =
            (0..count).map(|at| format!("une personne {at}").into()).collect();
        designs.push(design);
    }
    for design in designs {
        let read = pages(&design);
        for page in &read.pages {
            let lines = lines(page);
            let person = |line: &(f64, String)| line.1.starts_with("•unepersonne");
            if let [first, second, .., before, last] = lines.as_slice() {
                assert!(!person(first) || person(second), "{lines:?}");
                assert!(!person(last) || person(before), "{lines:?}");
            }
        }
        let last = lines(read.pages.last().unwrap());
        assert!(last.len() > 2, "{last:?}");
    }
    assert!(CATALOGUE.labs.len() > 2);
}

#[test]
fn a_step_is_whole_on_its_page_unless_it_is_longer_than_one() {
    // A row of a third of a page, wherever a page ends.
    for before in 0..6 {
        let mut design = full();
        let step = |name: &str, words: usize| NextStep {
            what: format!("{name} début. {}{name} fin.", "Un mot de plus. ".repeat(words)).into(),
            who: format!("{name} qui").into(),
            ..NextStep::new()
        };
        design.next_steps = (0..before).map(|at| step(&format!("courte{at}"), 1)).collect();
        design.next_steps.extend(["une", "deux", "trois", "quatre"].map(|name| step(name, 30)));
        let read = pages(&design);
        for step in &design.next_steps {
            let name = step.who.strip_suffix(" qui").unwrap();
            let on = |words: &str| {
                let words = format!("{name} {words}");
                read.pages.iter().position(|page| page.has(&words)).unwrap()
            };
            assert_eq!(on("début."), on("fin."), "{before}: {name}");
        }
    }
}
