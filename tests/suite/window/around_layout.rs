//! What stands around the sheet cuts nothing, overlaps nothing, and says what it hides: empty, full and overfull.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::date::Date;
use dessiner_un_labo::model::design::{NextStep, Workshop};
use egui::{Key, Vec2};
use egui_kittest::kittest::NodeT;

use super::around::open;
use super::layout::{LOW, SIZES, check_focus, overfull, texts};
use super::{Window, catalogue, full_example};

/// A hundred of everything, each at its limit.
fn all_at_their_limits() -> Design {
    let mut design = overfull();
    let long = "Un texte très long, qui ne tient pas. ".repeat(13);
    let word = "anticonstitutionnellement".repeat(20);
    let (long, word) = (&long[..long.floor_char_boundary(490)], &word[..500]);
    design.workshops = (0..100)
        .map(|at| Workshop {
            date: Date::new(2026, 1 + at % 12, 1 + at % 28),
            place: if at % 2 == 0 { long.into() } else { word.into() },
            led_by: long.into(),
            people: (0..100)
                .map(|line| if line % 3 == 0 { word.into() } else { long.into() })
                .collect(),
        })
        .collect();
    design.next_steps = (0..100)
        .map(|at| NextStep {
            what: if at % 2 == 0 { long.into() } else { word.into() },
            who: long.into(),
            when: if at % 3 == 0 { "avril 2027".into() } else { word.into() },
        })
        .collect();
    design
}

fn fills() -> [(&'static str, Design); 3] {
    let empty = Design::empty(&catalogue());
    [("empty", empty), ("full", full_example()), ("overfull", all_at_their_limits())]
}

/// On these windows, under this zoom, what does not fit is on further pages.
fn everywhere(check: impl Fn(&mut Window, Vec2, &str)) {
    for (fill, design) in fills() {
        for size in SIZES {
            for zoom in [1.0, 2.0, 3.0] {
                let mut window = Window::on(design.clone(), size, zoom);
                check(&mut window, size / zoom, &format!("{fill} {size:?} × {zoom}"));
            }
        }
    }
}

/// Whether the foot says that there is more; projected or not.
fn says_more(window: &Window) -> bool {
    texts(window.harness.output()).iter().any(|text| text.words.starts_with("la suite"))
}

/// Checks every page, up to a few; what is paged is cut at the edge of a page, and says so.
fn check_pages(window: &mut Window, points: Vec2, what: &str) {
    for page in 1..=4 {
        let low = if says_more(window) || page > 1 { f32::INFINITY } else { LOW };
        check_focus(window, points, low, &format!("{what}, page {page}"));
        if !says_more(window) {
            return;
        }
        window.press(Key::PageDown);
    }
}

#[test]
fn a_workshop_holds_at_every_size() {
    everywhere(|window, points, what| {
        open(window, "L’atelier…");
        check_pages(window, points, &format!("workshop, {what}"));
    });
}

#[test]
fn the_next_steps_hold_at_every_size() {
    everywhere(|window, points, what| {
        open(window, "Prochaines étapes");
        check_pages(window, points, &format!("next steps, {what}"));
    });
}

#[test]
fn where_one_stands_holds_at_every_size() {
    everywhere(|window, points, what| {
        window.press(Key::F2);
        check_pages(window, points, &format!("standing, {what}"));
    });
}

#[test]
fn where_one_stands_is_one_screen_at_1280_by_720_empty_or_full() {
    for design in [Design::empty(&catalogue()), full_example()] {
        for size in [SIZES[0], SIZES[1], SIZES[3], SIZES[4], SIZES[5]] {
            let mut window = Window::on(design.clone(), size, 1.0);
            window.press(Key::F2);
            assert!(!says_more(&window), "{size:?}");
        }
    }
    let mut window = Window::on(all_at_their_limits(), SIZES[1], 1.0);
    window.press(Key::F2);
    assert!(says_more(&window));
}

#[test]
fn every_control_around_the_sheet_has_a_name_and_a_large_target() {
    for open_it in ["L’atelier…", "Prochaines étapes", "Où en est-on\u{a0}?"] {
        for design in [Design::empty(&catalogue()), full_example()] {
            let mut window = Window::on(design, SIZES[1], 1.0);
            open(&mut window, open_it);
            let standing = open_it.starts_with("Où");
            for node in window.harness.root().children_recursive() {
                let tree = node.accesskit_node();
                let control = matches!(tree.role(), egui::Role::Button | egui::Role::RadioButton);
                if !control || tree.raw_bounds().is_none() {
                    continue;
                }
                let rect = node.rect();
                let label = tree.label().unwrap_or_default();
                // A line of « Où en est-on ? » is as high as its words: all must hold on one screen.
                let least = if standing && label != "Revenir au canevas" { 23.9 } else { 43.9 };
                assert!(!label.is_empty() && rect.height() >= least, "{label}: {rect:?}");
            }
        }
    }
}
