//! What does not fit on a sheet goes on on pages that are read with ease: whole pieces, their sections, on ordinary paper, under a name that
//! ends at a word.

use dessiner_un_labo::model::design::{Design, Workshop};
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};
use dessiner_un_labo::text::around;

use super::pdf::{Letter, Page, Read, bare};
use super::words::texts;
use super::{bytes, full, on, overfull, pdf, with_free_fields, write};
use crate::samples::CATALOGUE;

/// How often the words that begin a piece again are on a page, beside its title.
fn begun_again(page: &Page) -> usize {
    bare(&page.text()).matches("(suite)").count() - 1
}

#[test]
fn what_a_column_has_room_for_is_never_parted_between_two() {
    let mut design = overfull();
    // The last page has one piece of a few lines, then a few.
    for count in [0, 1, 2, 3, 5] {
        with_free_fields(&mut design, count);
        for order in [on(Sheet::Canvas, Paper::A4), on(Sheet::Canvas, Paper::A3)] {
            let read = pdf(&design, order);
            assert!(read.pages.len() > 1, "{order:?}");
            for page in &read.pages[1..] {
                assert_eq!(begun_again(page), 0, "{order:?}: {:?}", page.text());
            }
        }
    }
    // The opposite: a text longer than a column goes on, and says so.
    write(&mut design, Target::FieldText("equipe".into()), &"Un mot de plus. ".repeat(600));
    let read = pdf(&design, on(Sheet::Canvas, Paper::A4));
    assert!(read.pages[1..].iter().map(begun_again).sum::<usize>() > 0);
}

#[test]
fn what_goes_on_from_the_minutes_stands_under_the_name_of_its_list() {
    let mut design = overfull();
    let long = "Deux avis dans le groupe, un essai. ".repeat(60);
    write(&mut design, Target::Disagreement("pilote-support".into()), &long);
    let read = pdf(&design, on(Sheet::Minutes, Paper::A4));
    let rest: String = read.pages[1..].iter().map(|page| bare(&page.text())).collect();
    let heads = [around::DECIDED, around::OPEN, around::DISAGREED, around::WRITTEN];
    let places: Vec<usize> = heads
        .iter()
        .map(|head| rest.find(&bare(head)).unwrap_or_else(|| panic!("{head} is not in {rest}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    // What each of them holds comes after its name.
    let field = CATALOGUE.fields.iter().find(|field| &*field.id == "gouvernance").unwrap();
    assert!(rest.rfind(&bare(&field.words)).unwrap() > places[3]);
}

#[test]
fn what_goes_on_from_a_poster_in_one_piece_is_on_paper_that_an_office_has() {
    for paper in [Paper::A2, Paper::A0] {
        for bleed in [false, true] {
            let read = pdf(&overfull(), Order { bleed, ..on(Sheet::Poster, paper) });
            assert!(read.pages.len() > 1);
            for page in &read.pages[1..] {
                let (long, short) = Paper::A4.sides();
                let found = (page.width / 72.0 * 25.4, page.height / 72.0 * 25.4);
                let near = (found.0 - long).abs() < 0.1 && (found.1 - short).abs() < 0.1;
                assert!(near, "{paper:?}: {found:?}");
                assert!(page.letters.iter().all(|letter| letter.size >= 8.99));
            }
        }
    }
}

/// The words before each « … » of what is said beside the texts: titles, feet, names on tiles.
fn cut_names(page: &Page, begins: &str) -> Vec<String> {
    let text = page.text();
    let starts = text.match_indices(begins).map(|(at, _)| at);
    starts.filter_map(|at| text[at..].split_once('…').map(|(name, _)| name.to_owned())).collect()
}

#[test]
fn a_name_that_is_cut_is_cut_at_a_word() {
    let mut design = overfull();
    let name = "Laboratoire interdépartemental d’expérimentations administratives, territoriales et citoyennes des communautés d’agglomération de Valombre-sur-Lisière et des Trois-Vallons réunies";
    write(&mut design, Target::Name, name);
    let is_whole = |cut: &str| {
        let rest = name.strip_prefix(cut).unwrap_or_else(|| panic!("{cut:?} is not of the name"));
        rest.is_empty() || !rest.starts_with(char::is_alphanumeric)
    };
    let mut found = 0;
    let tiles = Order { tiles: Some(Paper::A4), ..on(Sheet::Poster, Paper::A2) };
    for order in [
        on(Sheet::Canvas, Paper::A4),
        on(Sheet::Minutes, Paper::A4),
        on(Sheet::LargePrint, Paper::A4),
        on(Sheet::Cards, Paper::A4),
        on(Sheet::Ballots, Paper::A4),
        tiles,
    ] {
        for page in &pdf(&design, order).pages {
            for cut in cut_names(page, "Laboratoire interdé") {
                // A line may end where a space is.
                let cut = cut.replace('\u{a0}', " ");
                if cut.len() < name.len() {
                    assert!(is_whole(cut.trim_end()), "{order:?}: {cut:?}");
                    found += 1;
                }
            }
        }
    }
    assert!(found > 10, "nothing was cut: {found}");
}

/// A lab whose every part has an address where there is room for few letters.
fn with_addresses() -> (Design, [&'static str; 3]) {
    let addresses = [
        "https://labo.valombre-sur-lisiere.exemple.fr/experimentations/departementales/administration-2027",
        "visites-et-apprentissages@communautedecommunes-des-trois-vallons.exemple.fr",
        "ecrivez-nous@administration-departementale.exemple.fr",
    ];
    let mut design = full();
    design.next_steps[0].who = format!("Marius, {} et d’autres", addresses[1]).into();
    design.next_steps[1].who = addresses[2].into();
    write(&mut design, Target::FieldText("modes".into()), &format!("Voir {} enfin.", addresses[0]));
    write(&mut design, Target::PointOwner("impact".into()), addresses[1]);
    (design, addresses)
}

#[test]
fn an_address_is_copied_from_paper_as_it_was_typed() {
    let (design, addresses) = with_addresses();
    for order in [
        on(Sheet::Canvas, Paper::A4),
        on(Sheet::Canvas, Paper::A3),
        on(Sheet::Minutes, Paper::A4),
        on(Sheet::LargePrint, Paper::A4),
        on(Sheet::Cards, Paper::A4),
    ] {
        let shown: String = pdf(&design, order).pages.iter().map(Page::text).collect();
        let of_cards = order.sheet == Sheet::Cards;
        for address in addresses.iter().filter(|it| !of_cards || !it.starts_with("ecrivez")) {
            assert!(shown.contains(address), "{order:?}: {address} is not in {shown}");
        }
        let links = super::pdf::links(bytes(&design, order));
        for address in addresses.iter().filter(|it| !of_cards || !it.starts_with("ecrivez")) {
            let leads = |link: &String| link.trim_start_matches("mailto:") == *address;
            assert!(links.iter().any(leads), "{order:?}: {address} is not among {links:?}");
        }
    }
}

/// Letters that follow each other, each with the next one that is seen.
fn pairs(page: &Page) -> Vec<(&Letter, &Letter)> {
    let seen: Vec<&Letter> = page.seen().collect();
    seen.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

#[test]
fn no_line_ends_with_the_mark_between_two_things() {
    let mut lines = 0;
    for design in [full(), overfull(), with_addresses().0] {
        for sheet in [Sheet::Canvas, Sheet::Minutes, Sheet::Cards, Sheet::LargePrint] {
            for page in &pdf(&design, on(sheet, Paper::A4)).pages {
                for (mark, next) in pairs(page).iter().filter(|(mark, _)| mark.text == "·") {
                    assert!((next.y - mark.y).abs() < 1.0, "{sheet:?}: {:?}", page.text());
                    lines += 1;
                }
            }
        }
    }
    assert!(lines > 50);
}

/// Four workshops, the latest of which everyone came to.
fn with_workshops() -> Design {
    let mut design = full();
    let workshop = |month: i8, place: &str, people: usize| Workshop {
        date: dessiner_un_labo::model::design::Date::new(2027, month, 9).ok(),
        place: place.into(),
        led_by: "Inès et Marius".into(),
        people: (0..people)
            .map(|at| format!("des agents de la direction {month}-{at}").into())
            .collect(),
        ..Workshop::default()
    };
    // Noted in no order.
    design.workshops = vec![
        workshop(3, "Salle des mariages", 9),
        workshop(6, "Ancienne trésorerie", 9),
        workshop(1, "Centre social", 9),
        workshop(5, "Médiathèque", 9),
    ];
    design
}

fn told(design: &Design, at: usize) -> Vec<String> {
    let alone = Design {
        workshops: vec![design.workshops[at].clone()],
        ..dessiner_un_labo::model::Design::empty(&CATALOGUE)
    };
    texts(&alone)
}

#[test]
fn the_head_of_the_minutes_begins_with_the_latest_workshop_and_never_cuts_it() {
    let mut design = with_workshops();
    for name in ["Le labo", &"Un labo d’un très long nom, ".repeat(6)] {
        write(&mut design, Target::Name, name.trim());
        for point in &CATALOGUE.points {
            write(
                &mut design,
                Target::PointNote(point.id.clone()),
                &"Un avis de plus. ".repeat(30),
            );
        }
        let read: &Read = &pdf(&design, on(Sheet::Minutes, Paper::A4));
        let first = bare(&read.pages[0].text());
        let head = &first[..first.find(&bare(around::DECIDED)).unwrap()];
        for said in told(&design, 1) {
            assert!(head.contains(&said), "{said:?} is not in {head:?}");
        }
        let places = [1, 3].map(|at| head.find(&bare(&design.workshops[at].place)));
        assert!(places[0].is_some() && places[0] < places[1], "{head:?}");
        // The others go on, with who was there.
        let all = read.bare();
        for said in (0..4).flat_map(|at| told(&design, at)) {
            assert!(all.contains(&said), "{said:?} is nowhere");
        }
        assert!(first.contains("suitefeuille2"));
    }
}

#[test]
fn on_a_small_canvas_who_was_there_gives_way_before_a_word_of_the_group() {
    let design = with_workshops();
    let read = pdf(&design, on(Sheet::Canvas, Paper::A4));
    assert_eq!(read.pages.len(), 1, "a page for the workshops alone");
    let mut alone = design.clone();
    alone.workshops.clear();
    for said in texts(&alone) {
        assert!(read.bare().to_lowercase().contains(&said.to_lowercase()), "{said}");
    }
    assert!(read.bare().contains(&bare("sur le relevé")));
    let minutes = pdf(&design, on(Sheet::Minutes, Paper::A4)).bare();
    for said in (0..4).flat_map(|at| told(&design, at)) {
        assert!(minutes.contains(&said), "{said:?} is not on the minutes");
    }
}
