//! How the sheets look: a few small pictures, kept, that a change is compared with.
//!
//! `DESSINER_UN_LABO_IMAGES=tests/pictures cargo test --test suite looks` makes them again: look at them before they are kept.

use std::path::{Path, PathBuf};

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};

use super::{empty, full, on, overfull, set};

const WIDTH: u32 = 480;
/// By how much a square of the picture may differ, on average, out of 255: less than a line of text that moves.
const MOST: f64 = 6.0;
/// The side of a square, in pixels.
const SQUARE: u32 = 16;

#[track_caller]
fn compare(name: &str, design: &Design, order: Order, page: usize) {
    let png = set(design, order).png(page, WIDTH).unwrap();
    let kept =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(format!("{name}.png"));
    if let Some(folder) = std::env::var_os("DESSINER_UN_LABO_IMAGES") {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(PathBuf::from(folder));
        std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
        return;
    }
    let new = image::load_from_memory(&png).unwrap().to_luma8();
    let old = image::open(&kept).unwrap_or_else(|error| panic!("{name}: {error}")).to_luma8();
    assert_eq!(new.dimensions(), old.dimensions(), "{name}");
    let (width, height) = new.dimensions();
    for top in (0..height).step_by(SQUARE as usize) {
        for left in (0..width).step_by(SQUARE as usize) {
            let (mut sum, mut count) = (0.0, 0.0);
            for y in top..(top + SQUARE).min(height) {
                for x in left..(left + SQUARE).min(width) {
                    let [a, b] = [&new, &old].map(|image| f64::from(image.get_pixel(x, y).0[0]));
                    sum += (a - b).abs();
                    count += 1.0;
                }
            }
            assert!(sum / count <= MOST, "{name} has changed at {left}, {top}: by {}", sum / count);
        }
    }
}

/// An A1 in as few sheets as it fits, a little smaller.
fn whole_sheets() -> Order {
    Order { tiles: Some(Paper::A4), whole_sheets: true, ..on(Sheet::Poster, Paper::A1) }
}

#[test]
fn the_sheets_look_as_they_were_looked_at() {
    compare("canevas-A3", &full(), on(Sheet::Canvas, Paper::A3), 0);
    compare("canevas-A4", &full(), on(Sheet::Canvas, Paper::A4), 0);
    compare("releve", &full(), on(Sheet::Minutes, Paper::A4), 0);
    compare("canevas-A4-trop-plein", &overfull(), on(Sheet::Canvas, Paper::A4), 0);
    compare("canevas-A3-vide", &empty(), on(Sheet::Canvas, Paper::A3), 0);
    compare("suite-A3", &overfull(), on(Sheet::Canvas, Paper::A3), 1);
    compare("vierge-A3", &empty(), on(Sheet::Blank, Paper::A3), 0);
    compare("vierge-A4", &empty(), on(Sheet::Blank, Paper::A4), 0);
    compare("vierge-A4-verso", &empty(), on(Sheet::Blank, Paper::A4), 1);
    compare("cartes-A4-recto", &empty(), on(Sheet::Cards, Paper::A4), 0);
    compare("cartes-A4-verso", &empty(), on(Sheet::Cards, Paper::A4), 1);
    compare("bulletins", &full(), on(Sheet::Ballots, Paper::A4), 0);
    compare("gros-caracteres", &full(), on(Sheet::LargePrint, Paper::A4), 1);
    compare("affiche-feuille", &full(), whole_sheets(), 5);
    compare("plan", &full(), Order { tiles: Some(Paper::A4), ..on(Sheet::Poster, Paper::A0) }, 0);
}
