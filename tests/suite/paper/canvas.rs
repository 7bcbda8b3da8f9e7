//! The canvas: what matters stays on its first page, what nobody wrote does not look written, what goes on is found again.

use dessiner_un_labo::model::design::{Design, NextStep, Workshop};
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::sheet::{Ink, Order, Paper, Sheet};

use super::pdf::{Page, bare};
use super::words::{is_there, texts};
use super::{empty, examples, full, on, overfull, pdf, with_free_fields, write};
use crate::samples::CATALOGUE;

const PAPERS: [Paper; 2] = [Paper::A4, Paper::A3];

fn first_page_has(design: &Design, paper: Paper, words: &str) -> bool {
    pdf(design, on(Sheet::Canvas, paper)).pages[0].has(words)
}

#[test]
fn next_steps_and_disagreements_stay_on_the_first_page() {
    for (name, design) in examples() {
        for paper in PAPERS {
            for step in &design.next_steps {
                for said in [&step.what, &step.who, &step.when] {
                    assert!(first_page_has(&design, paper, said), "{name}, {paper:?}: {said}");
                }
            }
            for disagreement in design.axes.iter().filter_map(|axis| axis.disagreement.as_ref()) {
                let said = &disagreement.text;
                assert!(first_page_has(&design, paper, said), "{name}, {paper:?}: {said}");
            }
        }
    }
}

#[test]
fn an_example_of_the_program_holds_on_an_a3_page_and_only_who_was_there_leaves_an_a4_one() {
    for (name, design) in examples() {
        assert_eq!(pdf(&design, on(Sheet::Canvas, Paper::A3)).pages.len(), 1, "{name}");
        let mut alone = design.clone();
        alone.workshops.clear();
        let read = pdf(&design, on(Sheet::Canvas, Paper::A4));
        assert_eq!(read.pages.len(), 1, "{name}");
        let first = &read.pages[0];
        for text in texts(&alone) {
            assert!(
                bare(&first.text()).to_lowercase().contains(&text.to_lowercase()),
                "{name}: {text}"
            );
        }
    }
}

#[test]
fn one_long_text_does_not_send_the_others_to_another_page() {
    let mut design = full();
    write(
        &mut design,
        Target::AxisNote("expert-transversal".into()),
        &"Un avis de plus. ".repeat(300),
    );
    let read = pdf(&design, on(Sheet::Canvas, Paper::A3));
    assert!(read.pages.len() > 1);
    write(&mut design, Target::AxisNote("expert-transversal".into()), "");
    for text in texts(&design) {
        assert!(
            bare(&read.pages[0].text()).to_lowercase().contains(&text.to_lowercase()),
            "{text}"
        );
    }
}

#[test]
fn next_steps_are_a_table_and_a_place_to_write_when_there_are_none() {
    for paper in PAPERS {
        let order = on(Sheet::Canvas, paper);
        let read = pdf(&full(), order);
        assert_eq!(read.tagged("Table"), 1, "{paper:?}");
        // The heads, then four steps.
        assert_eq!((read.tagged("TH"), read.tagged("TD")), (3, 12), "{paper:?}");
        let read = pdf(&empty(), order);
        for head in ["Prochaines étapes", "Quoi", "Qui", "Quand"] {
            assert!(read.pages[0].has(head), "{paper:?}: {head}");
        }
        let under = read.pages[0].find("Quoi").y;
        let rules =
            read.pages[0].paths.iter().filter(|path| path.y0 > under && path.y1 < under + 60.0);
        assert!(
            rules.filter(|path| path.height() < 0.1).count() >= 6,
            "{paper:?}: nowhere to write"
        );
    }
}

#[test]
fn a_hundred_steps_and_a_hundred_workshops_go_on_and_none_is_lost() {
    let mut design = full();
    let step = |at: usize| NextStep {
        what: format!("Faire la chose {at}").into(),
        who: format!("la personne {at}").into(),
        when: format!("le jour {at}").into(),
        ..NextStep::new()
    };
    let workshop =
        |at: usize| Workshop { place: format!("la salle {at}").into(), ..Workshop::default() };
    design.next_steps = (0..100).map(step).collect();
    design.workshops = (0..100).map(workshop).collect();
    for order in
        [on(Sheet::Canvas, Paper::A4), on(Sheet::Canvas, Paper::A3), on(Sheet::Minutes, Paper::A4)]
    {
        let read = pdf(&design, order);
        assert!(
            read.pages[0].has("Faire la chose 0")
                && read.pages[0].has("autres étapes, suite feuille")
        );
        for text in texts(&design) {
            is_there(&read, &text, 2 + read.pages.len());
        }
    }
}

/// What the method asks, part by part.
fn questions() -> Vec<String> {
    let criteria = CATALOGUE.criteria.iter().map(|it| &it.question);
    let fields = CATALOGUE.fields.iter().map(|it| &it.question);
    let points = CATALOGUE.points.iter().map(|it| &it.question);
    criteria.chain(fields).chain(points).cloned().collect()
}

#[test]
fn what_nobody_wrote_never_looks_like_an_answer() {
    let mut orders: Vec<Order> = PAPERS.map(|paper| on(Sheet::Canvas, paper)).into();
    orders.push(on(Sheet::LargePrint, Paper::A4));
    orders.extend(orders.clone().into_iter().map(|order| Order { ink: Ink::Black, ..order }));
    for order in orders {
        let shown = pdf(&empty(), order).bare().to_lowercase();
        for question in questions() {
            let said = bare(&question).to_lowercase();
            let leads = ["à écrire : ", "à discuter : ", "pas encore écrit : "];
            let led = leads.map(|lead| shown.matches(&(bare(lead) + &said)).count());
            // Every time that it is said, and once at the least.
            let times = shown.matches(&said).count();
            assert_eq!(times, led.iter().sum::<usize>(), "{order:?}: {question}");
            assert!(times > 0 || order.sheet == Sheet::LargePrint, "{order:?}: {question}");
        }
    }
}

#[test]
fn a_cell_to_fill_is_drawn_away_from_the_words_above_it() {
    let mut found = 0;
    for (name, design) in examples() {
        for paper in PAPERS {
            let page = &pdf(&design, on(Sheet::Canvas, paper)).pages[0];
            // Those of the cells: the boxes of the middle column, which are neither lines nor marks.
            let boxes = page.paths.iter().filter(|path| {
                (20.0..200.0).contains(&path.height()) && (120.0..400.0).contains(&path.width())
            });
            for cell in boxes {
                let above = page.seen().filter(|letter| {
                    letter.x > cell.x0 && letter.x < cell.x1 && letter.y < cell.y0
                });
                let lowest = above.map(|letter| letter.y + 0.2 * letter.size).fold(0.0, f64::max);
                assert!(cell.y0 - lowest > 1.5 / 25.4 * 72.0, "{name}, {paper:?}: {cell:?}");
                found += 1;
            }
        }
    }
    assert!(found > 6);
}

/// What stands in each column of a page that goes on: its letters, from the top down.
fn columns(page: &Page, count: usize) -> Vec<Vec<&super::pdf::Letter>> {
    let footer = page.height - 12.0 / 25.4 * 72.0 - 12.0;
    let title = 20.0 / 25.4 * 72.0;
    let mut columns: Vec<Vec<_>> = (0..count).map(|_| Vec::new()).collect();
    for letter in page.seen().filter(|letter| letter.y > title && letter.y < footer) {
        columns[((letter.x / page.width) * count as f64) as usize].push(letter);
    }
    columns
}

#[test]
fn a_page_that_goes_on_says_of_which_lab_and_each_column_of_what() {
    let design = overfull();
    let mut names: Vec<String> = CATALOGUE.criteria.iter().map(|it| it.words.clone()).collect();
    names.extend(CATALOGUE.axes.iter().map(dessiner_un_labo::text::values::axis));
    names.extend(CATALOGUE.points.iter().map(|it| it.words.clone()));
    names.extend(CATALOGUE.fields.iter().map(|it| it.words.clone()));
    names.extend(
        ["Les ateliers", "Prochaines étapes", "Lieu et financement", "Valeurs"].map(Into::into),
    );
    for (paper, count) in [(Paper::A4, 2), (Paper::A3, 3)] {
        let read = pdf(&design, on(Sheet::Canvas, paper));
        for page in &read.pages[1..] {
            assert!(
                page.text().starts_with("Le laboratoire d’innovation publique"),
                "{:?}",
                page.text()
            );
            assert!(bare(&page.text()).contains("(suite)"));
            for column in columns(page, count).iter().filter(|column| !column.is_empty()) {
                let said: String =
                    column.iter().take(60).map(|letter| letter.text.as_str()).collect();
                let begins = |name: &String| {
                    bare(&said)
                        .to_lowercase()
                        .starts_with(&bare(name).to_lowercase()[..bare(name).len().min(20)])
                };
                assert!(names.iter().any(begins), "{paper:?}: {said:?}");
            }
        }
    }
}

#[test]
fn the_columns_of_the_last_page_are_of_one_height() {
    let mut forty = full();
    with_free_fields(&mut forty, 40);
    for (paper, count) in [(Paper::A4, 2), (Paper::A3, 3)] {
        for design in [overfull(), forty.clone()] {
            let read = pdf(&design, on(Sheet::Canvas, paper));
            let last = read.pages.last().unwrap();
            let lowest: Vec<f64> = columns(last, count)
                .iter()
                .map(|column| column.iter().map(|letter| letter.y).fold(0.0, f64::max))
                .collect();
            let spread = lowest.iter().fold(0.0, |a: f64, b| a.max(*b))
                - lowest.iter().fold(f64::MAX, |a, b| a.min(*b));
            // A piece that a column has room for stays whole: the last one is lower than the others by its own height at the most.
            let bottom = lowest.iter().fold(0.0, |a: f64, b| a.max(*b));
            let ends = ["Les ateliers", "Rubrique libre no 39"].iter().find(|name| last.has(name));
            let whole = ends.map_or(0.0, |name| bottom - last.find(name).y + 20.0);
            assert!(spread < f64::max(110.0, whole), "{paper:?}: the columns end at {lowest:?}");
        }
    }
}

#[test]
fn one_space_parts_what_goes_on_from_where() {
    let mut forty = full();
    with_free_fields(&mut forty, 40);
    for paper in PAPERS {
        let page = &pdf(&forty, on(Sheet::Canvas, paper)).pages[0];
        let comma = page.find("autres rubriques, suite");
        let at = page.letters.iter().position(|letter| std::ptr::eq(letter, comma)).unwrap();
        let letters: Vec<_> = page.letters[at..].iter().collect();
        let comma = letters.iter().position(|letter| letter.text == ",").unwrap();
        let next = letters[comma..].iter().find(|letter| letter.text == "s").unwrap();
        // A comma, one space and no more.
        assert!(next.x - letters[comma].x < 0.56 * next.size, "{paper:?}");
    }
}

/// The words of the program are small and grey, its lead bold: those of the group never are, however they begin.
#[test]
fn what_the_group_says_is_set_as_its_own_however_it_begins() {
    let mut design = full();
    for (point, note) in CATALOGUE.points.iter().zip([
        "en discussion avec la DRH",
        "à discuter en comité",
        "traité par le service voisin",
        "à écrire ensemble",
        "Un mot",
        "Un mot de plus",
    ]) {
        write(&mut design, Target::PointNote(point.id.clone()), note);
    }
    let said = "Désaccord\u{a0}: aucun entre nous";
    let axis = CATALOGUE
        .axes
        .iter()
        .find(|axis| design.axis(&axis.id).is_none_or(|answer| answer.disagreement.is_none()));
    write(&mut design, Target::AxisNote(axis.unwrap().id.clone()), said);
    write(&mut design, Target::CriterionText("projets".into()), &format!("Nous\n{said}"));
    for paper in PAPERS {
        let read = pdf(&design, on(Sheet::Canvas, paper));
        let page = &read.pages[0];
        let size = |words: &str| page.find(words).size;
        for note in
            ["avec la DRH", "en comité", "par le service voisin", "ensemble", "Un mot de plus"]
        {
            assert_eq!(size(note), size("Un mot"), "{paper:?}: {note}");
        }
        // As wide as where nothing is bold.
        let places: Vec<f64> = page
            .letters
            .windows(said.chars().count())
            .filter(|letters| {
                let text: String = letters.iter().map(|letter| letter.text.as_str()).collect();
                bare(&text).starts_with(&bare("Désaccord\u{a0}: aucun"))
            })
            .map(|letters| (letters[8].x - letters[0].x) / letters[0].size)
            .collect();
        assert_eq!(places.len(), 2, "{paper:?}");
        assert!((places[0] - places[1]).abs() < 0.01, "{paper:?}: {places:?}");
    }
}
