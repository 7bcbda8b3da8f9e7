//! What is on paper is what the group said, whole, in the order of the method, and said in words where it is drawn.

use dessiner_un_labo::model::design::Design;
use dessiner_un_labo::model::sheet::{Paper, Sheet};
use dessiner_un_labo::text::{dates, paper};

use super::pdf::{Read, bare};
use super::{bytes, empty, full, on, overfull, pdf, with_free_fields};
use crate::samples::CATALOGUE;

/// Every text of a design.
pub fn texts(design: &Design) -> Vec<String> {
    let mut all = vec![design.name.clone(), design.orientation.text.clone()];
    all.extend(design.criteria.iter().map(|it| it.text.clone()));
    for axis in &design.axes {
        all.push(axis.note.clone());
        all.extend(axis.disagreement.iter().map(|it| it.text.clone()));
    }
    for point in &design.points {
        all.extend([&point.note, &point.owner, &point.deadline].map(Clone::clone));
    }
    all.extend(design.fields.iter().map(|it| it.text.clone()));
    for field in &design.free_fields {
        all.extend([field.title.clone(), field.text.clone()]);
    }
    for workshop in &design.workshops {
        all.extend([workshop.place.clone(), workshop.led_by.clone()]);
        all.extend(workshop.people.iter().cloned());
        all.extend(workshop.date.map(|date| dates::words(date).into()));
    }
    for step in &design.next_steps {
        all.extend([&step.what, &step.who, &step.when].map(Clone::clone));
    }
    all.iter().map(|text| bare(text)).filter(|text| !text.is_empty()).collect()
}

/// Whether `text` is there, whole, or parted in `most` pieces in their order.
#[track_caller]
pub fn is_there(read: &Read, text: &str, most: usize) {
    let shown = read.bare().to_lowercase();
    let mut rest = text.to_lowercase();
    let mut from = 0;
    for _ in 0..most {
        let mut lengths: Vec<usize> =
            rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
        // The longest beginning that is found from here on.
        let found = lengths.partition_point(|length| shown[from..].contains(&rest[..*length]));
        if found == 0 {
            break;
        }
        let length = lengths.swap_remove(found - 1);
        from += shown[from..].find(&rest[..length]).unwrap() + length;
        rest = rest[length..].to_owned();
        if rest.is_empty() {
            return;
        }
    }
    let start: String = rest.chars().take(60).collect();
    panic!("not on paper: {start:?}… of {text:?}, in {shown:?}");
}

#[test]
fn every_character_typed_is_on_the_canvas_and_on_the_large_copy() {
    let mut forty = full();
    with_free_fields(&mut forty, 40);
    for design in [full(), overfull(), forty] {
        for order in [
            on(Sheet::Canvas, Paper::A4),
            on(Sheet::Canvas, Paper::A3),
            on(Sheet::LargePrint, Paper::A4),
            on(Sheet::Poster, Paper::A1),
        ] {
            let read = pdf(&design, order);
            let mut here = design.clone();
            // On a small page that nothing goes on from, who was there is where the page says.
            if read.pages.len() == 1 && read.bare().contains(&bare("sur le relevé")) {
                let minutes = pdf(&design, on(Sheet::Minutes, Paper::A4));
                let alone = Design { workshops: std::mem::take(&mut here.workshops), ..empty() };
                texts(&alone).iter().for_each(|text| is_there(&minutes, text, 1));
            }
            for text in texts(&here) {
                // Parted once where it goes on, and again where a page or a column ends.
                is_there(&read, &text, 2 + read.pages.len());
            }
        }
    }
}

#[test]
fn what_goes_on_elsewhere_is_said_on_both_sides() {
    for paper in [Paper::A4, Paper::A3] {
        let read = pdf(&overfull(), on(Sheet::Canvas, paper));
        let (first, rest) = read.pages.split_first().unwrap();
        assert!(!rest.is_empty());
        assert!(first.has("suite feuille 2"), "{:?}", first.text());
        assert!(rest[0].has("(suite)") && rest[0].has("ce qui n’a pas tenu sur la feuille"));
        // A long text goes on, a shorter one is there from its beginning.
        assert!(rest.iter().any(|page| page.has("suite de la feuille 1")));
        assert!(rest.iter().any(|page| page.has("en entier\u{a0}; commence feuille 1")));
        let last = format!("feuille {0}/{0}", read.pages.len());
        assert!(rest.last().unwrap().has(&last), "{:?}", rest.last().unwrap().text());
    }
}

#[test]
fn the_canvas_is_read_in_the_order_of_the_method() {
    let read = pdf(&full(), on(Sheet::Canvas, Paper::A3));
    let shown = read.bare();
    let zones = [
        "C’est quoi un labo",
        "Où se place-t-il",
        "Six labos",
        "Points de vigilance",
        "Le labo que nous dessinons",
    ];
    let places: Vec<usize> = zones.iter().map(|zone| shown.find(&bare(zone)).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    let axes = CATALOGUE.axes.iter().map(|axis| shown.find(&bare(&axis.left.help)).unwrap());
    assert!(axes.is_sorted());
}

#[test]
fn a_drawing_says_its_value_in_words() {
    let read = pdf(&full(), on(Sheet::Canvas, Paper::A3));
    let said = &read.alternatives;
    for wanted in [
        "Expert / Transversal\u{a0}: 2 crans vers Transversal",
        "AMO, maîtrise d’usage / Maîtrise d’œuvre\u{a0}: à placer",
        "coché",
        "non coché",
        "traité",
        "à discuter",
    ] {
        assert!(said.iter().any(|alt| alt == wanted), "{wanted:?} is not among {said:?}");
    }
    let held =
        "positions tenues, de «\u{a0}entre les deux\u{a0}» à «\u{a0}2 crans vers Support\u{a0}»";
    assert!(said.iter().any(|alt| alt.ends_with(held)), "{said:?}");
    // Three boxes, five rails, six rings: what repeats words is not said twice.
    assert_eq!(said.len(), 14, "{said:?}");
}

#[test]
fn in_large_type_each_drawing_is_followed_by_its_value() {
    let read = pdf(&full(), on(Sheet::LargePrint, Paper::A4));
    let shown = read.bare();
    for wanted in [
        "2 crans vers Transversal",
        "1 cran vers Support",
        "entre les deux",
        "à placer",
        "en discussion",
        "pas encore ; à écrire : lesquelles",
        "Quoi",
        "Quand",
    ] {
        assert!(shown.contains(&bare(wanted)), "{wanted:?}");
    }
}

#[test]
fn an_answer_to_what_this_edition_does_not_ask_is_on_paper_too() {
    let mut design = full();
    design.fields.push(dessiner_un_labo::model::design::FieldAnswer {
        id: "plus-tard".into(),
        words: Some("Une rubrique de plus tard".into()),
        text: "sa réponse gardée".into(),
    });
    for order in [on(Sheet::Canvas, Paper::A3), on(Sheet::LargePrint, Paper::A4)] {
        let read = pdf(&design, order);
        is_there(&read, &bare("Une rubrique de plus tard"), 1);
        is_there(&read, &bare("sa réponse gardée"), 1);
    }
}

#[test]
fn the_same_design_and_day_give_the_same_bytes() {
    for design in [empty(), full(), overfull()] {
        for order in super::every_order() {
            let first = bytes(&design, order);
            // Set again from nothing, not from what the engine remembers.
            (0..20).for_each(|_| dessiner_un_labo::paper::forget());
            assert!(first == bytes(&design, order), "{order:?}");
        }
    }
}

#[test]
fn the_paper_tells_which_file_it_shows() {
    let mut design = full();
    let before = dessiner_un_labo::paper::code_of(&design, &CATALOGUE);
    assert!(pdf(&design, on(Sheet::Canvas, Paper::A3)).bare().contains(&before));
    design.name = "Le labo des possible".into();
    let after = dessiner_un_labo::paper::code_of(&design, &CATALOGUE);
    assert_ne!(before, after);
    assert_eq!(after.len(), 5);
}

#[test]
fn every_word_that_a_template_asks_for_exists_and_each_is_used() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/paper");
    let mut templates = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        templates += &std::fs::read_to_string(entry.unwrap().path()).unwrap();
    }
    for (key, _) in paper::WORDS {
        assert!(templates.contains(&format!("\"{key}\"")), "{key} is said nowhere");
    }
}
