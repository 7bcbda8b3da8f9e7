//! The poster, in one piece and in sheets.

use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};
use dessiner_un_labo::model::tiling::{BORDER, OVERLAP, REACH, Tiling};

use super::pdf::{Page, bare};
use super::{full, on, overfull, pdf};

const MM: f64 = 72.0 / 25.4;

fn tiled(paper: Paper, tiles: Paper) -> Order {
    Order { tiles: Some(tiles), ..on(Sheet::Poster, paper) }
}

/// Every way to cut every poster.
fn cuts() -> Vec<(Order, Tiling)> {
    let mut all = Vec::new();
    for paper in [Paper::A2, Paper::A1, Paper::A0] {
        for tiles in [Paper::A4, Paper::A3] {
            for whole_sheets in [false, true] {
                let order = Order { whole_sheets, ..tiled(paper, tiles) };
                all.extend(order.tiling().map(|cut| (order, cut)));
            }
        }
    }
    assert!(all.len() > 9);
    all
}

/// Where the marks to cut along stand on a sheet: the least and the greatest, across and down, in millimetres.
fn marks(page: &Page) -> [f64; 4] {
    let mark = (BORDER - REACH - 0.6) * MM;
    let is_mark = |long: f64, thin: f64| thin < 0.1 && (long - mark).abs() < 0.1;
    let sorted = |mut all: Vec<f64>| {
        all.sort_by(f64::total_cmp);
        // Two ends each.
        assert_eq!(all.len(), 4, "{all:?}");
        assert!((all[0] - all[1]).abs() < 0.01 && (all[2] - all[3]).abs() < 0.01, "{all:?}");
        (all[0] / MM, all[3] / MM)
    };
    let paths = &page.paths;
    let upright = paths.iter().filter(|p| is_mark(p.height(), p.width())).map(|p| p.x0);
    let lying = paths.iter().filter(|p| is_mark(p.width(), p.height())).map(|p| p.y0);
    let (left, right) = sorted(upright.collect());
    let (top, bottom) = sorted(lying.collect());
    [left, right, top, bottom]
}

#[test]
fn a_poster_in_sheets_has_a_plan_then_its_sheets_each_with_its_name() {
    for (order, cut) in cuts() {
        let read = pdf(&full(), order);
        assert_eq!(read.pages.len(), 1 + usize::from(cut.sheets()), "{order:?}");
        let plan = &read.pages[0];
        assert!(plan.has("Assembler l’affiche") && plan.has("10 cm"));
        for row in 0..cut.rows {
            for column in 0..cut.columns {
                let name = format!("{}-{}", row + 1, column + 1);
                let sheet = &read.pages[usize::from(1 + row * cut.columns + column)];
                let said = format!("{name} · rangée {}, colonne {}", row + 1, column + 1);
                assert!(plan.has(&name) && sheet.has(&said), "{name}");
                for paper in Paper::ALL {
                    assert_ne!(name, paper.name());
                }
            }
        }
        let found = [plan.width / MM, plan.height / MM];
        assert!((found[0] - cut.width).abs() < 0.1 && (found[1] - cut.height).abs() < 0.1);
    }
}

/// Cut along its marks, each sheet but the first of a row slides 10 mm under the one before it; so do the rows.
#[test]
fn cut_along_the_marks_and_glued_the_sheets_are_the_size_of_the_poster() {
    for (order, cut) in cuts() {
        let read = pdf(&full(), order);
        let sheet =
            |row: u16, column: u16| marks(&read.pages[usize::from(1 + row * cut.columns + column)]);
        let (long, short) = order.paper.sides();
        let (across, down) = (long * cut.scale, short * cut.scale);
        for row in 0..cut.rows {
            let widths = (0..cut.columns).map(|column| {
                let [left, right, ..] = sheet(row, column);
                assert!((left - 10.0).abs() < 0.05, "{order:?}: {left}");
                right - left
            });
            let glued = widths.sum::<f64>() - f64::from(cut.columns - 1) * OVERLAP;
            assert!((glued - across).abs() < 0.1, "{order:?}, row {row}: {glued}, not {across}");
        }
        for column in 0..cut.columns {
            let heights = (0..cut.rows).map(|row| {
                let [.., top, bottom] = sheet(row, column);
                assert!((top - 10.0).abs() < 0.05, "{order:?}: {top}");
                bottom - top
            });
            let glued = heights.sum::<f64>() - f64::from(cut.rows - 1) * OVERLAP;
            assert!((glued - down).abs() < 0.1, "{order:?}, {column}: {glued}, not {down}");
        }
        let size = format!("{}×{}mm", across.round(), down.round());
        assert!(read.pages[0].has(&size), "{size} is not in {}", read.pages[0].text());
    }
}

/// Marks, triangles, names of sheets: all that is not the poster stands where an office printer reaches.
#[test]
fn every_mark_of_a_sheet_stands_where_a_printer_reaches() {
    for (order, cut) in cuts() {
        let read = pdf(&full(), order);
        for (at, page) in read.pages[1..].iter().enumerate() {
            let inner = |low: f64, high: f64, long: f64| {
                low >= REACH * MM - 0.1 && high <= long - REACH * MM + 0.1
            };
            // Beside the window: what is drawn of the poster out of it is not seen.
            let beside = |x: f64, y: f64| {
                let border = BORDER * MM - 0.2;
                x < border || y < border || x > page.width - border || y > page.height - border
            };
            let small = page.paths.iter().filter(|path| path.width().max(path.height()) < 20.0);
            let marks = small.filter(|path| beside(path.center().x, path.center().y));
            let (column, row) = (at % usize::from(cut.columns), at / usize::from(cut.columns));
            // Those of the poster are cut away by the window; on sheets after the first they reach everywhere.
            if (column, row) != (0, 0) {
                continue;
            }
            let mut found = 0;
            for mark in marks.filter(|mark| mark.x1 < BORDER * MM || mark.y1 < BORDER * MM) {
                assert!(inner(mark.x0, mark.x1, page.width), "{order:?}: {mark:?}");
                assert!(inner(mark.y0, mark.y1, page.height), "{order:?}: {mark:?}");
                found += 1;
            }
            assert!(found > 4, "{order:?}");
            let name = page.find("1-1");
            assert!(name.y - name.size >= REACH * MM - 0.5, "{order:?}: {}", name.y);
        }
    }
}

#[test]
fn the_name_of_the_lab_on_a_sheet_is_whole_or_says_that_it_is_not() {
    let mut design = full();
    design.name = "Le laboratoire d’innovation publique des Trois-Vallons et de leurs voisins du plateau, de la plaine, du littoral, et des îles au large".into();
    for tile in [Paper::A4, Paper::A3] {
        let read = pdf(&design, tiled(Paper::A1, tile));
        let sheet = &read.pages[1];
        let head: String = sheet
            .letters
            .iter()
            .filter(|letter| letter.y < BORDER * MM)
            .map(|letter| letter.text.as_str())
            .collect();
        assert!(head.ends_with('…') || head.ends_with("large"), "{head}");
    }
}

#[test]
fn no_sheet_is_there_for_next_to_nothing_when_whole_ones_are_asked_for() {
    for (order, cut) in cuts().into_iter().filter(|(order, _)| order.whole_sheets) {
        let read = pdf(&full(), order);
        for sheet in &read.pages[1..=usize::from(cut.sheets())] {
            let [left, right, top, bottom] = marks(sheet);
            // More than what its neighbours show of it.
            assert!(right - left > 5.0 * OVERLAP && bottom - top > 5.0 * OVERLAP, "{order:?}");
        }
    }
}

/// A letter of the poster stands at the same place of the wall, whichever sheet shows it.
#[test]
fn the_sheets_put_together_are_the_poster() {
    let whole = pdf(&full(), on(Sheet::Poster, Paper::A2));
    let order = tiled(Paper::A2, Paper::A4);
    let (sheets, cut) = (pdf(&full(), order), order.tiling().unwrap());
    let columns = usize::from(cut.columns);
    let (step_x, step_y) = ((cut.width - 30.0) * MM, (cut.height - 30.0) * MM);
    let border = 10.0 * MM;
    let (wide, high) = ((cut.width - 10.0) * MM, (cut.height - 10.0) * MM);
    let mut found = 0;
    for letter in whole.pages[0].seen() {
        let shown = sheets.pages[1..].iter().enumerate().any(|(at, sheet)| {
            let (x, y) = ((at % columns) as f64 * step_x, (at / columns) as f64 * step_y);
            sheet.seen().any(|other| {
                // The rest of the poster is on the sheet too, out of its window.
                let seen =
                    other.x >= border && other.x < wide && other.y >= border && other.y < high;
                seen && other.text == letter.text
                    && (other.x - border + x - letter.x).abs() < 0.5
                    && (other.y - border + y - letter.y).abs() < 0.5
            })
        });
        assert!(shown, "{:?} at {}, {} is on no sheet", letter.text, letter.x, letter.y);
        found += 1;
    }
    assert!(found > 1000, "the poster was not read");
}

#[test]
fn the_ruler_measures_ten_centimetres() {
    let read = pdf(&full(), tiled(Paper::A1, Paper::A4));
    let ruler = 100.0 * MM;
    let lines = read.pages[0].paths.iter().filter(|path| path.height() < 0.1);
    assert!(lines.into_iter().any(|path| (path.width() - ruler).abs() < 0.01));
}

#[test]
fn what_does_not_fit_on_a_poster_in_sheets_follows_on_sheets_as_they_are() {
    for tile in [Paper::A4, Paper::A3] {
        let order = tiled(Paper::A2, tile);
        let read = pdf(&overfull(), order);
        let cut = usize::from(order.tiling().unwrap().sheets());
        let rest = &read.pages[1 + cut..];
        assert!(!rest.is_empty());
        assert!(read.pages[0].has("Ce qui n’y a pas tenu suit"), "{}", read.pages[0].text());
        for page in rest {
            let (long, short) = tile.sides();
            assert!((page.width / MM - long).abs() < 0.1 && (page.height / MM - short).abs() < 0.1);
            assert!(page.letters.len() > 100 && page.letters.iter().all(|l| l.size >= 8.99));
        }
        let first = bare(&rest[0].text());
        assert!(first.contains("(suite)") && first.contains("mot"), "{first}");
    }
    let holds = pdf(&full(), tiled(Paper::A2, Paper::A4));
    assert!(!holds.pages[0].has("Ce qui n’y a pas tenu"));
}

#[test]
fn the_bleed_of_a_poster_is_three_millimetres_and_the_marks_are_out_of_it() {
    use super::pdf::boxes;
    for (paper, blank) in [(Paper::A2, false), (Paper::A0, true)] {
        let order = Order { bleed: true, blank, ..on(Sheet::Poster, paper) };
        for some in [None, dessiner_un_labo::model::ranges::Ranges::parse("1")] {
            let bytes = super::set(&overfull(), order).pdf(some.as_ref()).unwrap();
            let (trim, bleed) = (boxes(bytes.clone(), "TrimBox"), boxes(bytes.clone(), "BleedBox"));
            let ([trim], [bleed]) = (&trim[..], &bleed[..]) else { panic!("{trim:?}, {bleed:?}") };
            for (at, (trim, bleed)) in trim.iter().zip(bleed).enumerate() {
                let out = if at < 2 { trim - bleed } else { bleed - trim };
                assert!((out - 3.0 * MM).abs() < 0.01, "{order:?}: {out}");
            }
            // It is still read, words and all.
            let read = super::pdf::Read::of(bytes);
            assert!(read.pages[0].letters.len() > 500);
        }
    }
}
