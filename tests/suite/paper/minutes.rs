//! The page that goes to who was not there: read alone, it says what is decided, what is open, who disagrees, and what comes next.

use dessiner_un_labo::model::Step;
use dessiner_un_labo::model::design::{Design, PointState};
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::sheet::{Paper, Sheet};
use dessiner_un_labo::model::standing::standing;
use dessiner_un_labo::text::{around, paper};

use super::pdf::bare;
use super::words::{is_there, texts};
use super::{empty, examples, full, longest, on, overfull, pdf, with_free_fields, write};
use crate::samples::CATALOGUE;

fn of(design: &Design) -> std::sync::Arc<super::pdf::Read> {
    pdf(design, on(Sheet::Minutes, Paper::A4))
}

#[test]
fn a_lab_of_ordinary_length_holds_on_one_page_with_all_that_its_group_said() {
    for (name, design) in examples() {
        let read = of(&design);
        assert_eq!(read.pages.len(), 1, "{name}");
        for text in texts(&design) {
            is_there(&read, &text, 1);
        }
    }
}

#[test]
fn it_says_what_the_screen_says_in_the_same_order() {
    for (name, design) in examples() {
        let shown = of(&design).bare().to_lowercase();
        let place = |words: &str| {
            let found = shown.find(&bare(words).to_lowercase());
            found.unwrap_or_else(|| panic!("{name}: {words:?} is not in {shown}"))
        };
        let heads =
            [around::DECIDED, around::OPEN, around::DISAGREED, around::WRITTEN, around::NEXT_STEPS];
        let places: Vec<usize> = heads.iter().map(|head| place(head)).collect();
        assert!(places.is_sorted(), "{name}: {places:?}");
        let standing = standing(&CATALOGUE, &design);
        let lists = [&standing.decided, &standing.open, &standing.disagreements, &standing.written];
        for (at, parts) in lists.into_iter().enumerate() {
            // Between the head of its list and the next one.
            let under = &shown[places[at]..places[at + 1]];
            // A part that nobody named nor wrote is one of those that the screen counts.
            let count = format!("{}{}", bare(heads[at]).to_lowercase(), parts.len());
            assert!(under.starts_with(&count), "{name}: {count:?} does not begin {under:?}");
            let blank = |place: &Place| matches!(place, Place::Field(FieldKey::Free(id)) if design.free_field(*id).is_some_and(|it| it.title.is_empty() && it.text.is_empty()));
            for part in parts {
                let line = around::line(&CATALOGUE, &design, part).unwrap();
                let name = if blank(part) { paper::FREE_FIELD } else { &line.name };
                let said = bare(name).to_lowercase();
                assert!(under.contains(&said), "{name}: {said:?} is not in {under:?}");
            }
        }
    }
}

#[test]
fn where_a_lab_stands_is_on_the_first_page_however_much_was_said() {
    let mut forty = full();
    with_free_fields(&mut forty, 40);
    for (told, design) in [("overfull", overfull()), ("forty", forty), ("longest", longest())] {
        let read = of(&design);
        assert!(read.pages.len() > 1, "{told}");
        let first = &read.pages[0];
        for words in [around::DECIDED, around::OPEN, around::DISAGREED, around::NEXT_STEPS] {
            assert!(first.has(words), "{told}: {words}");
        }
        // What is open is named, however long the fields are.
        for point in &CATALOGUE.points {
            let state = design.point(&point.id).map(|answer| answer.state).unwrap_or_default();
            assert!(
                state == PointState::Settled || first.has(&point.words),
                "{told}: {}",
                point.id
            );
        }
        for axis in design.axes.iter().filter(|axis| axis.disagreement.is_some()) {
            let poles = CATALOGUE.axis(&axis.id).unwrap();
            assert!(first.has(&dessiner_un_labo::text::values::axis(poles)), "{told}: {}", axis.id);
        }
        for step in &design.next_steps {
            assert!(first.has(&step.what), "{told}: {}", step.what);
        }
        assert!(first.has("suite feuille 2"), "{told}");
        for text in texts(&design) {
            is_there(&read, &text, 3 + read.pages.len());
        }
    }
}

#[test]
fn with_nothing_decided_it_says_so() {
    let read = of(&empty());
    assert_eq!(read.pages.len(), 1);
    for words in [
        around::NOTHING_DECIDED,
        around::NOTHING_WRITTEN,
        around::NOTHING_DISAGREED,
        around::NO_STEP,
        "Labo sans nom",
    ] {
        assert!(read.pages[0].has(words), "{words}");
    }
}

/// What a question says, alone on paper, passes for what somebody answered.
#[test]
fn it_holds_no_question_of_the_method_and_no_hole() {
    let mut design = full();
    design.next_steps[0].who = "".into();
    for design in [empty(), design] {
        let read = of(&design);
        for point in &CATALOGUE.points {
            assert!(!read.pages[0].has(&point.question), "{}", point.id);
        }
        let asked = read.pages[0].has("à nommer");
        assert_eq!(asked, !design.next_steps.is_empty());
    }
}

/// The few words that say where an axis stands hold together only where a column has room for them.
#[test]
fn no_line_of_the_first_column_runs_into_the_second() {
    let mut design = full();
    for axis in &mut design.axes {
        axis.step = Step::all().nth(5);
    }
    // A second column that needs more room than the first, which is then as narrow as it can be.
    for (at, point) in design.points.iter_mut().enumerate() {
        point.note =
            format!("Deux avis dans le groupe, un essai de plus, no {at}. ").repeat(9).into();
        point.state = PointState::ToDiscuss;
    }
    let read = of(&design);
    let page = &read.pages[0];
    let second = page.find(around::OPEN).x;
    assert!(second < 0.5 * page.width, "the first column is not the narrow one");
    let gutter = second - 9.0 / 25.4 * 72.0;
    let (top, bottom) = (page.find(around::DECIDED).y, page.find(around::NEXT_STEPS).y);
    for letter in page.seen().filter(|letter| letter.y > top && letter.y < bottom) {
        let over = letter.x > gutter && letter.x < second - 1.0;
        assert!(!over, "{:?} at {}, {}", letter.text, letter.x, letter.y);
    }
}

/// What was decided, what is open and who disagrees is named on the first page before a word of what the group wrote is said there.
#[test]
fn no_name_gives_way_before_what_the_group_wrote() {
    let words = |count: usize| "Un avis de plus. ".repeat(count);
    for (fields, notes, people, free, name) in [
        (12, 2, 3, 0, 1),
        (30, 0, 40, 0, 8),
        (6, 12, 12, 4, 1),
        (40, 4, 80, 12, 12),
        (3, 30, 3, 30, 1),
        (2, 1, 9, 40, 20),
        (80, 80, 99, 9, 3),
    ] {
        let mut design = full();
        with_free_fields(&mut design, free);
        for field in ["equipe", "sujets", "modes", "gouvernance"] {
            write(
                &mut design,
                Target::FieldText(field.into()),
                &format!("Extrait. {}", words(fields)),
            );
        }
        for (point, axis) in CATALOGUE.points.iter().zip(&CATALOGUE.axes) {
            write(&mut design, Target::PointNote(point.id.clone()), &words(notes));
            write(&mut design, Target::PointOwner(point.id.clone()), &words(notes.min(20)));
            write(&mut design, Target::AxisNote(axis.id.clone()), &words(notes));
        }
        write(&mut design, Target::Name, &"Un labo de plus ".repeat(name));
        for workshop in &mut design.workshops {
            workshop.people = (0..people).map(|at| format!("une personne {at}").into()).collect();
        }
        let told = format!("{fields} {notes} {people} {free} {name}");
        let first = bare(&of(&design).pages[0].text()).to_lowercase();
        let standing = standing(&CATALOGUE, &design);
        let all = [&standing.decided, &standing.open, &standing.disagreements];
        let named = all.into_iter().flatten().filter(|part| !part.is_field()).all(|part| {
            let line = around::line(&CATALOGUE, &design, part).unwrap();
            first.contains(&bare(&line.name).to_lowercase())
        });
        assert!(named || !first.contains("extrait"), "{told}: {first}");
        // And there is always room for those.
        assert!(named, "{told}: {first}");
    }
}

/// Where something goes on, the page before is full.
#[test]
fn a_page_that_goes_on_leaves_no_room_for_more() {
    let mut long = full();
    for point in &CATALOGUE.points {
        write(&mut long, Target::PointNote(point.id.clone()), &"Deux avis, un essai. ".repeat(12));
    }
    let mut many = overfull();
    with_free_fields(&mut many, 12);
    for (told, design) in [("overfull", overfull()), ("long", long), ("many", many)] {
        let read = of(&design);
        assert!(read.pages.len() > 1, "{told}");
        let page = &read.pages[0];
        // No name is kept to say that there are more.
        for point in &CATALOGUE.points {
            assert!(page.has(&point.words), "{told}: {}", point.id);
        }
        let foot = page.find("Tout le reste est sur").y - 1.28 * 9.0;
        let lowest = page.seen().map(|letter| letter.y).filter(|y| *y < foot - 6.0);
        let empty = (foot - lowest.fold(0.0, f64::max)) / 72.0 * 25.4;
        assert!(empty < 15.0, "{told}: {empty} mm are left");
        // Each column, down to who does what next.
        let (top, bottom) = (page.find(around::DECIDED).y, page.find(around::NEXT_STEPS).y);
        let second = page
            .find(if page.find(around::OPEN).x > 100.0 { around::OPEN } else { around::DISAGREED })
            .x;
        for is_first in [true, false] {
            let lines = page.seen().filter(|it| {
                it.y > top && it.y < bottom - 6.0 && (it.x < second - 2.0) == is_first
            });
            let lines: Vec<_> = lines.collect();
            let said: String = lines.iter().map(|letter| letter.text.as_str()).collect();
            // A column that says all that it has may be short.
            if !bare(&said).contains("suitefeuille") {
                continue;
            }
            let lowest = lines.iter().map(|letter| letter.y).fold(0.0, f64::max);
            let empty = (bottom - lowest) / 72.0 * 25.4;
            assert!(empty < 22.0, "{told}: {empty} mm are left in a column");
        }
    }
}
