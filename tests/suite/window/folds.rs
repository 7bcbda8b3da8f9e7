//! Where a page ends: at a line, whatever shows on it, and on each of its pages.

use dessiner_un_labo::model::Design;
use egui::{Key, Vec2};

use super::layout::{SIZES, texts};
use super::leader::Desk;
use super::{Window, full_example};

type Opens = fn(&mut Window);

/// Every page that has folds, and how it is opened.
const PAGES: [(&str, Opens); 6] = [
    ("help", |window| window.choose_in_menu("Aide", "Préparer l’atelier")),
    ("check", |window| window.choose_in_menu("Animer", "Vérifier ce poste")),
    ("print", |window| window.ctrl(Key::P)),
    ("an axis", |window| window.activate("Pilote\u{a0}: ouvrir en grand")),
    ("compare", |window| window.activate("Comparer")),
    ("place", |window| window.activate("Les placer")),
];

/// What a line of is cut at an edge.
fn cut(window: &Window) -> Vec<String> {
    let all = texts(window.harness.output());
    all.into_iter().filter(|text| text.cut_rows > 0).map(|text| text.words).collect()
}

/// Looks at each page of what was opened.
fn walk(window: &mut Window, what: &str) -> usize {
    let here = window.app().view().focus.clone();
    let mut pages = 0;
    for page in 0..60 {
        let cut = cut(window);
        assert!(cut.is_empty(), "{what}, page {page}: {cut:?}");
        pages += 1;
        let before = dessiner_un_labo::ui::views::focus::frame::offset(&window.harness.ctx);
        window.press(Key::PageDown);
        let after = dessiner_un_labo::ui::views::focus::frame::offset(&window.harness.ctx);
        if window.app().view().focus != here || after <= before {
            break;
        }
    }
    pages
}

fn on(design: &Design, size: Vec2, zoom: f32) -> Window {
    Window::on(design.clone(), size, zoom)
}

#[test]
fn a_page_ends_at_a_line_at_any_zoom() {
    let mut pages = 0;
    for (size, zoom) in [(SIZES[1], 1.0), (SIZES[1], 2.0), (SIZES[3], 2.0), (SIZES[0], 2.0)] {
        for (name, opens) in PAGES {
            let mut window = on(&full_example(), size, zoom);
            opens(&mut window);
            window.settle();
            assert!(window.app().view().focus.is_some(), "{name}");
            pages += walk(&mut window, &format!("{name}, {size:?} × {zoom}"));
        }
    }
    assert!(pages > 40, "{pages} pages");
}

#[test]
fn in_a_narrow_window_the_page_keys_show_the_sheet_before_they_turn_it() {
    let mut window = on(&full_example(), SIZES[1], 2.0);
    window.ctrl(Key::P);
    window.settle();
    window.press(Key::PageDown);
    assert_eq!(window.app().view().printing.page, 0);
    assert!(dessiner_un_labo::ui::views::focus::frame::offset(&window.harness.ctx) > 0.0);
}

#[test]
fn the_list_of_the_leaders_screen_cuts_no_line_wherever_one_is() {
    for (size, zoom) in [(SIZES[1], 1.0), (SIZES[3], 1.0), (SIZES[4], 1.0)] {
        for desk in [Desk::one(), Desk::two()] {
            let mut window = Window::leading(full_example(), size / zoom, 6, &desk);
            if !window.app().has_wall() {
                window.press(Key::F6);
            }
            for step in 0..40 {
                let cut = cut(&window);
                assert!(cut.is_empty(), "{size:?}, step {step}: {cut:?}");
                window.press(Key::PageDown);
            }
        }
    }
}
