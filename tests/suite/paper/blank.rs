//! The blank sheet: whatever the filled one holds can be written on it by hand.

use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};
use dessiner_un_labo::text::paper;
use kurbo::Rect;

use super::pdf::{Page, Read, bare};
use super::{empty, on, pdf};
use crate::samples::CATALOGUE;

const MM: f64 = 72.0 / 25.4;

/// The blank sheets, and by how much each is larger than the one that is drawn.
fn orders() -> [(Order, f64); 3] {
    let poster = Order { blank: true, ..on(Sheet::Poster, Paper::A1) };
    let (a4, a3) = (on(Sheet::Blank, Paper::A4), on(Sheet::Blank, Paper::A3));
    [(a4, 1.0), (a3, 1.0), (poster, 841.0 / 420.0)]
}

fn is_line(path: &Rect) -> bool {
    path.height() < 2.0 && path.width() > 7.0 * MM
}

/// How often words stand there, with a line to write on after them.
fn asked(read: &Read, scale: f64, words: &str) -> usize {
    let on_page = |page: &Page| {
        let wanted = bare(words);
        let seen: Vec<_> = page.seen().collect();
        let texts: Vec<String> = seen.iter().map(|letter| bare(&letter.text)).collect();
        let starts = (0..seen.len()).filter(|at| texts[*at..].concat().starts_with(&wanted));
        starts
            .filter(|at| {
                let letter = seen[*at];
                page.paths.iter().filter(|path| is_line(path)).any(|path| {
                    // On the same line, or just under it in a box.
                    let down = path.y0 - letter.y;
                    path.x1 > letter.x + 18.0 * MM
                        && down > -MM
                        && down < 14.0 * MM * scale
                        && path.x0 < letter.x + 80.0 * MM * scale
                })
            })
            .count()
    };
    read.pages.iter().map(on_page).sum()
}

/// Over how many « Responsable » there is a line to write on.
fn noted(read: &Read, scale: f64) -> usize {
    let on_page = |page: &Page| {
        let seen: Vec<_> = page.seen().collect();
        let texts: Vec<String> = seen.iter().map(|letter| bare(&letter.text)).collect();
        let starts = (0..seen.len()).filter(|at| texts[*at..].concat().starts_with("Responsable"));
        starts
            .filter(|at| {
                let letter = seen[*at];
                page.paths.iter().filter(|path| is_line(path)).any(|path| {
                    let up = (letter.y - path.y0) / MM / scale;
                    (5.0..10.0).contains(&up)
                        && (path.x0 - letter.x).abs() < 3.0 * MM * scale
                        && path.width() > 40.0 * MM * scale
                })
            })
            .count()
    };
    read.pages.iter().map(on_page).sum()
}

#[test]
fn all_that_the_filled_sheet_holds_has_its_place() {
    for (order, scale) in orders() {
        let read = pdf(&empty(), order);
        let once = [
            "Table n°",
            "Date",
            "Lieu",
            "Qui animait",
            "Qui a participé",
            "Orientation",
            "Création",
            "Rubrique libre",
            "quoi",
            "quand",
        ];
        for words in once {
            assert!(asked(&read, scale, words) >= 1, "{words} on {order:?}");
        }
        assert!(asked(&read, scale, "Nom du labo") >= 1);
        let times = |words: &str, count: usize| {
            assert_eq!(asked(&read, scale, words), count, "{words} on {order:?}");
        };
        times("Pourquoi\u{a0}? Un désaccord", CATALOGUE.axes.len());
        times("Responsable", CATALOGUE.points.len());
        times("Échéance", CATALOGUE.points.len());
        let shown = read.bare();
        for pole in CATALOGUE.axes.iter().flat_map(|axis| [&axis.left, &axis.right]) {
            assert!(shown.contains(&bare(&pole.name)) && shown.contains(&bare(&pole.help)));
        }
        for point in &CATALOGUE.points {
            assert!(shown.contains(&bare(&point.words)), "{}", point.words);
            assert!(shown.contains(&bare(&point.question)), "{}", point.question);
        }
        assert_eq!(noted(&read, scale), CATALOGUE.points.len(), "{order:?}");
        for criterion in &CATALOGUE.criteria {
            assert!(shown.contains(&bare(&criterion.words)));
            assert!(asked(&read, scale, &criterion.question) >= 1, "{}", criterion.question);
        }
        for field in CATALOGUE.fields.iter().skip(2) {
            assert!(shown.contains(&bare(&field.words)) && shown.contains(&bare(&field.question)));
        }
        for lab in &CATALOGUE.labs {
            assert!(shown.contains(&bare(&lab.place)), "{}", lab.place);
        }
        assert!(shown.contains(&bare("Prochaines étapes")));
        assert!(shown.contains(&bare(&paper::glossary(&CATALOGUE.glossary))));
    }
}

/// A hand writes between two lines that are six millimetres apart at least, and on most sheets eight.
#[test]
fn a_hand_can_write_between_the_lines() {
    for (order, scale) in orders() {
        let read = pdf(&empty(), order);
        for page in &read.pages {
            // The emblems are drawn with shorter ones.
            let wide = 10.5 * MM * scale..150.0 * MM * scale;
            let thin = |path: &&Rect| path.height() < 2.0 && wide.contains(&path.width());
            let lines: Vec<&Rect> = page.paths.iter().filter(thin).collect();
            assert!(lines.len() > 20);
            for line in &lines {
                for other in &lines {
                    let (apart, over) =
                        (other.y0 - line.y0, line.x0 < other.x1 - 1.0 && other.x0 < line.x1 - 1.0);
                    let near = over && apart > 1.0 && apart < 6.0 * MM * scale;
                    assert!(!near, "{order:?}: {line:?} and {other:?}");
                }
            }
        }
    }
}

#[test]
fn the_small_one_is_the_two_sides_of_a_sheet() {
    let read = pdf(&empty(), on(Sheet::Blank, Paper::A4));
    assert_eq!(read.pages.len(), 2);
    assert!(read.pages[0].has("feuille vierge A4, recto"));
    assert!(read.pages[1].has("feuille vierge A4, verso"));
    assert_eq!(pdf(&empty(), on(Sheet::Blank, Paper::A3)).pages.len(), 1);
}

#[test]
fn a_day_has_room_to_be_written() {
    for (order, scale) in orders() {
        let mut found = 0;
        for page in &pdf(&empty(), order).pages {
            let seen: Vec<_> = page.seen().collect();
            let texts: Vec<String> = seen.iter().map(|letter| bare(&letter.text)).collect();
            let starts = (0..seen.len()).filter(|at| texts[*at..].concat().starts_with("Échéance"));
            for letter in starts.map(|at| seen[at]) {
                let beside = page.paths.iter().filter(|path| {
                    is_line(path)
                        && (path.y0 - letter.y).abs() < 2.0 * MM * scale
                        && path.x0 > letter.x
                });
                let line = beside.min_by(|a, b| a.x0.total_cmp(&b.x0)).unwrap();
                assert!(line.width() > 25.0 * MM * scale, "{order:?}: {}", line.width() / MM);
                found += 1;
            }
        }
        assert_eq!(found, CATALOGUE.points.len(), "{order:?}");
    }
}
