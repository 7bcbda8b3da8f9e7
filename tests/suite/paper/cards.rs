//! The cards: a back falls behind its front, and ours is the seventh.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::design::FreeField;
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::sheet::{Paper, Sheet};

use super::pdf::Page;
use super::words::{is_there, texts};
use super::{empty, full, on, pdf, write};
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

/// So many free fields, of titles and texts so long.
fn with_fields(count: usize, title: usize, text: usize) -> Design {
    let mut design = full();
    let long = |start: String, length: usize| -> String {
        let words = "un mot que le groupe a tenu à garder tel quel ".chars().cycle();
        start.chars().chain(words).take(length).collect::<String>().trim().to_owned()
    };
    design.free_fields = (0..count)
        .map(|at| FreeField {
            title: long(format!("Rubrique {at}, "), title).into(),
            text: long(format!("Réponse {at}\u{a0}: "), text).into(),
            ..FreeField::new()
        })
        .collect();
    design
}

#[test]
fn our_card_holds_its_fields_or_goes_on_on_another_card() {
    for paper in [Paper::A4, Paper::A3] {
        for (count, title, text) in
            [(11, 20, 90), (4, 90, 200), (6, 66, 60), (12, 120, 300), (40, 30, 90)]
        {
            let design = with_fields(count, title, text);
            let read = pdf(&design, on(Sheet::Cards, paper));
            let told = format!("{count} fields, {title} and {text} characters, {paper:?}");
            // On cards, not on reading pages that follow them.
            assert!(!read.bare().contains("voirsuite"), "{told}");
            assert!(read.bare().contains("(suite)"), "{told}");
            for field in &design.free_fields {
                for text in [&field.title, &field.text] {
                    is_there(&read, &super::pdf::bare(text), 1);
                }
            }
        }
    }
}

#[test]
fn a_card_of_ours_says_all_that_its_group_wrote_in_its_fields_however_long() {
    for (count, title, text) in [(3, 500, 20), (12, 500, 3_000), (40, 20, 2_000)] {
        let design = with_fields(count, title, text);
        let read = pdf(&design, on(Sheet::Cards, Paper::A4));
        for field in &design.free_fields {
            for text in [&field.title, &field.text] {
                is_there(&read, &super::pdf::bare(text), 2 + read.pages.len());
            }
        }
    }
}

#[test]
fn what_goes_on_from_a_card_is_called_by_one_name_on_both_sides() {
    let mut design = full();
    let long = "Une phrase de plus, que le groupe a tenu à garder. ".repeat(20);
    write(&mut design, Target::OrientationText, &long);
    write(&mut design, Target::PointNote("impact".into()), &long.repeat(3));
    for (paper, cards) in [(Paper::A4, 14), (Paper::A3, 8)] {
        let read = pdf(&design, on(Sheet::Cards, paper));
        let (cards, rest) = read.pages.split_at(cards);
        assert_eq!(rest.len(), 1, "{paper:?}");
        assert!(rest[0].has("suite 1/1"), "{paper:?}: {:?}", rest[0].text());
        let led = |page: &&Page| page.has("voir suite 1");
        assert_eq!(cards.iter().filter(led).count(), 2, "{paper:?}");
        // And from there to the cards, as these call themselves.
        for name in ["carte 7/7", "point de vigilance 6/6"] {
            assert!(rest[0].has(name), "{paper:?}: {name}");
            assert!(cards.iter().any(|page| page.has(name) || page.has("Point de vigilance 6/6")));
        }
        assert!(!read.bare().contains("feuille1"), "{paper:?}");
    }
    // Where other cards follow, ours says so.
    let read = pdf(&with_fields(12, 120, 300), on(Sheet::Cards, Paper::A4));
    assert!(read.bare().contains("suitecarte8") && read.bare().contains("carte8/"));
}

#[test]
fn when_a_lab_was_created_has_the_room_that_is_left_on_its_card() {
    let mut design = full();
    let long =
        "1er septembre 2027, après une préfiguration d’un an menée avec trois communes voisines";
    write(&mut design, Target::FieldText("creation".into()), long);
    write(
        &mut design,
        Target::OrientationText,
        "capacitant d’abord\u{a0}: former et outiller les agents des trois communes, avec une part d’incrémental",
    );
    for (paper, count) in [(Paper::A4, 14), (Paper::A3, 8)] {
        let read = pdf(&design, on(Sheet::Cards, paper));
        assert_eq!(read.pages.len(), count, "{paper:?}");
        let front = &read.pages[count - 2];
        assert!(front.has(long) && front.has("avec une part d’incrémental"), "{:?}", front.text());
    }
}

#[test]
fn a_lab_without_an_answer_has_its_card_with_lines_to_write_on() {
    let mut design = empty();
    write(&mut design, Target::Name, "Le nôtre");
    let read = pdf(&design, on(Sheet::Cards, Paper::A4));
    let last = read.pages.last().unwrap();
    assert!(last.has("Le nôtre") && last.has("carte 7/7"));
    for field in CATALOGUE.fields.iter().skip(2) {
        assert!(last.has(&field.words) && last.has("à écrire"), "{}", field.words);
    }
    assert!(texts(&design).iter().all(|text| read.bare().contains(text)));
}

#[test]
fn no_word_is_parted_on_the_face_of_a_card() {
    let mut design = full();
    write(
        &mut design,
        Target::OrientationText,
        "une administration anticonstitutionnellement expérimentale, territoriale, interministérielle, pluridisciplinaire et partenariale",
    );
    write(
        &mut design,
        Target::FieldText("creation".into()),
        "2027, après une préfiguration départementale",
    );
    for paper in [Paper::A4, Paper::A3] {
        let read = pdf(&design, on(Sheet::Cards, paper));
        for front in read.pages.iter().step_by(2) {
            let lines = front.letters.windows(2).filter(|pair| pair[1].y > pair[0].y + 2.0);
            for pair in lines {
                assert!(
                    !matches!(pair[0].text.as_str(), "-" | "\u{ad}" | "\u{2010}"),
                    "{:?}",
                    front.text()
                );
            }
        }
    }
}

#[test]
fn an_address_is_a_link_on_a_card_too() {
    let mut design = full();
    for (target, address) in [
        (Target::OrientationText, "https://labo-public.exemple.fr/le-projet"),
        (Target::FieldText("creation".into()), "prenom@collectivite-locale.fr"),
    ] {
        write(&mut design, target, &format!("Voir là-bas\u{a0}: {address} pour la suite."));
    }
    let links = super::pdf::links(super::bytes(&design, on(Sheet::Cards, Paper::A4)));
    for wanted in
        ["https://labo-public.exemple.fr/le-projet", "mailto:prenom@collectivite-locale.fr"]
    {
        assert!(links.iter().any(|link| link == wanted), "{wanted} is not among {links:?}");
    }
}
