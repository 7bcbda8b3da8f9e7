//! The poster, in one piece and in sheets.

use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};

use super::{full, on, overfull, pdf};

fn tiled(paper: Paper, tiles: Paper) -> Order {
    Order { tiles: Some(tiles), ..on(Sheet::Poster, paper) }
}

#[test]
fn a_poster_in_sheets_has_a_plan_then_its_sheets_each_with_its_name() {
    for (paper, tiles, rows, columns) in
        [(Paper::A0, Paper::A4, 5, 5), (Paper::A2, Paper::A4, 2, 4), (Paper::A1, Paper::A3, 2, 4)]
    {
        let read = pdf(&full(), tiled(paper, tiles));
        assert_eq!(read.pages.len(), 1 + rows * columns, "{paper:?} in {tiles:?}");
        let plan = &read.pages[0];
        assert!(plan.has("Assembler l’affiche") && plan.has("10 cm"));
        for row in 0..rows {
            for column in 0..columns {
                let name = format!("{}{}", char::from(b'A' + row as u8), column + 1);
                let sheet = &read.pages[1 + row * columns + column];
                assert!(plan.has(&name) && sheet.has(&format!("feuille {name}")), "{name}");
            }
        }
        let (long, short) = tiles.sides();
        let found = [plan.width, plan.height].map(|points| points / 72.0 * 25.4);
        assert!(
            (found[0].max(found[1]) - long).abs() < 0.1
                && (found[0].min(found[1]) - short).abs() < 0.1
        );
    }
}

/// A letter of the poster stands at the same place of the wall, whichever sheet shows it.
#[test]
fn the_sheets_put_together_are_the_poster() {
    let mm = 72.0 / 25.4;
    let whole = pdf(&full(), on(Sheet::Poster, Paper::A2));
    let sheets = pdf(&full(), tiled(Paper::A2, Paper::A4));
    // Sheets of 190 × 277 mm between their borders, that share 10 mm; four to a row.
    let (step_x, step_y, border) = (180.0 * mm, 267.0 * mm, 10.0 * mm);
    let (wide, high) = (border + 190.0 * mm, border + 277.0 * mm);
    let mut found = 0;
    for letter in whole.pages[0].seen() {
        let shown = sheets.pages[1..].iter().enumerate().any(|(at, sheet)| {
            let (x, y) = ((at % 4) as f64 * step_x, (at / 4) as f64 * step_y);
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
    let ruler = 100.0 / 25.4 * 72.0;
    let lines = read.pages[0].paths.iter().filter(|path| path.height() < 0.1);
    assert!(lines.into_iter().any(|path| (path.width() - ruler).abs() < 0.01));
}

#[test]
fn what_does_not_fit_on_a_poster_is_cut_into_sheets_too() {
    let whole = pdf(&overfull(), on(Sheet::Poster, Paper::A2)).pages.len();
    assert!(whole > 1);
    let read = pdf(&overfull(), tiled(Paper::A2, Paper::A4));
    assert_eq!(read.pages.len(), whole * 9);
    assert!(read.pages[9].has("Assembler l’affiche") && read.pages[10].has("feuille 2A1"));
}
