//! What stands around the sheet cuts nothing, overlaps nothing, and says what it hides: empty, full and overfull.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::date::Date;
use dessiner_un_labo::model::design::{NextStep, Workshop};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, Vec2, pos2, vec2};
use egui_kittest::kittest::NodeT;

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
            date: Date::new(2026, 1 + at % 12, 1 + at % 28).ok(),
            place: if at % 2 == 0 { long.into() } else { word.into() },
            led_by: long.into(),
            people: (0..100)
                .map(|line| if line % 3 == 0 { word.into() } else { long.into() })
                .collect(),
            ..Workshop::new()
        })
        .collect();
    design.next_steps = (0..100)
        .map(|at| NextStep {
            what: if at % 2 == 0 { long.into() } else { word.into() },
            who: long.into(),
            when: if at % 3 == 0 { "avril 2027".into() } else { word.into() },
            ..NextStep::new()
        })
        .collect();
    design
}

/// Opens by its menu, in few frames: an overfull sheet is long to lay out.
fn open(window: &mut Window, command: &str) {
    window.focus(match command {
        "Imprimer…" => "Fichier",
        "Où en est-on\u{a0}?" => "Affichage",
        _ => "Édition",
    });
    window.press(Key::Enter);
    window.activate(command);
}

/// Every view around the sheet, one after the other in one window: an overfull sheet is long to lay out.
fn check_all(fill: &str, design: &Design, combinations: impl Iterator<Item = (Vec2, f32)>) {
    for (size, zoom) in combinations {
        let mut window = Window::on(design.clone(), size, zoom);
        for command in ["L’atelier…", "Prochaines étapes", "Où en est-on\u{a0}?", "Imprimer…"]
        {
            if command == "Imprimer…" && design.workshops.len() > 10 {
                // It shows no word of the design itself, and would set hundreds of pages each time.
                continue;
            }
            open(&mut window, command);
            let what = format!("{command}, {fill} {size:?} × {zoom}");
            check_pages(&mut window, size / zoom, &what);
        }
    }
}

fn all_sizes() -> impl Iterator<Item = (Vec2, f32)> {
    SIZES.into_iter().flat_map(|size| [1.0, 2.0, 3.0].map(|zoom| (size, zoom)))
}

/// Whether the foot says that there is more; projected or not.
fn says_more(window: &Window) -> bool {
    texts(window.harness.output()).iter().any(|text| text.words.starts_with("la suite"))
}

/// Checks every page, up to a few; what is paged is cut at the edge of a page, and says so.
fn check_pages(window: &mut Window, points: Vec2, what: &str) {
    for page in 1..=2 {
        let low = if says_more(window) || page > 1 { f32::INFINITY } else { LOW };
        check_focus(window, points, low, &format!("{what}, page {page}"));
        if !says_more(window) {
            return;
        }
        window.press(Key::PageDown);
    }
}

#[test]
fn what_stands_around_the_sheet_holds_at_every_size_empty_and_full() {
    check_all("empty", &Design::empty(&catalogue()), all_sizes());
    check_all("full", &full_example(), all_sizes());
}

#[test]
fn what_stands_around_the_sheet_holds_with_everything_at_its_limit() {
    let some = [
        (SIZES[0], 1.0),
        (SIZES[1], 1.0),
        (SIZES[1], 2.0),
        (SIZES[3], 3.0),
        (SIZES[4], 1.0),
        (SIZES[5], 2.0),
    ];
    check_all("overfull", &all_at_their_limits(), some.into_iter());
}

#[test]
fn where_one_stands_is_one_screen_at_1280_by_720_empty_or_full() {
    for design in [Design::empty(&catalogue()), full_example()] {
        // At 1024 × 768 a full lab turns a page, rather than cutting its answers.
        for size in [SIZES[1], SIZES[3], SIZES[4], SIZES[5]] {
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
    for open_it in ["L’atelier…", "Prochaines étapes", "Où en est-on\u{a0}?", "Imprimer…"] {
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

#[test]
fn a_text_that_does_not_fit_its_box_says_how_much_it_hides() {
    let mut design = all_at_their_limits();
    design.next_steps.truncate(5);
    // High enough for no page to be cut, so that every box answers for itself.
    let size = Vec2::new(1280.0, 1600.0);
    for command in ["Prochaines étapes", "L’atelier…"] {
        for zoom in [1.0, 1.5] {
            let mut window = Window::on(design.clone(), size * zoom, zoom);
            open(&mut window, command);
            assert!(!says_more(&window));
            check_focus(&window, size, LOW, command);
            let all = texts(window.harness.output());
            let said = all.iter().filter(|text| text.words.contains("de plus, en dessous"));
            assert!(said.count() >= 3, "{command}");
        }
    }
}

#[test]
fn a_step_far_down_a_long_list_is_reached_by_the_tab_key() {
    let mut window = Window::on(all_at_their_limits(), SIZES[1], 1.0);
    open(&mut window, "Prochaines étapes");
    let page = window.harness.ctx.content_rect();
    let mut seen = Vec::new();
    while window.focused() != "Étape 20, quoi" {
        let now = window.focused();
        assert!(!seen.contains(&now), "« {now} » comes twice");
        let node = window.harness.root().children_recursive().find(|node| node.is_focused());
        let rect = node.unwrap().rect();
        assert!(page.contains(rect.center()), "« {now} » is out of the window, at {rect:?}");
        seen.push(now);
        window.press(Key::Tab);
    }
    assert!(seen.contains(&"Étape 19, qui".to_owned()));
    // Scrolled far away by the wheel, the keyboard is where it was, and goes on from there.
    window.harness.hover_at(pos2(1200.0, 400.0));
    window.harness.step();
    window.one_frame([Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 50_000.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    }]);
    window.run();
    assert!(!page.intersects(window.rect("Étape 20, quoi")));
    assert!(!window.shows("Étape 15, quoi"), "the page has not moved far enough");
    window.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.focused(), "Étape 19, quand");
}
