//! What is done with the six labs, at every size, zoom and fill: nothing cut, nothing overlapping, nothing too small.

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::ui::Theme;
use egui::{Key, Rect, Shape, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::layout::{LOW, LOW_WHEN_FULL, check_focus, fills, texts};
use super::{Window, catalogue, full_example};

const SIZES: [Vec2; 5] = [
    Vec2::new(1024.0, 768.0),
    Vec2::new(1280.0, 720.0),
    Vec2::new(1366.0, 768.0),
    Vec2::new(1920.0, 1080.0),
    Vec2::new(3840.0, 2160.0),
];

const ZOOMS: [f32; 3] = [1.0, 2.0, 3.0];

/// Each size at each zoom, but those that come to the same number of points.
fn sizes() -> impl Iterator<Item = (Vec2, f32)> {
    let all = SIZES.into_iter().flat_map(|size| ZOOMS.map(|zoom| (size, zoom)));
    all.filter(|(size, zoom)| size.x < 3000.0 || *zoom == 1.0)
}

/// A window on each fill, at each size and zoom; what is empty is only looked at without zoom.
fn everywhere(mut look: impl FnMut(&mut Window, Vec2, &str)) {
    for (fill, design) in fills() {
        for (size, zoom) in sizes().filter(|(_, zoom)| fill != "empty" || *zoom == 1.0) {
            let mut window = Window::on(design.clone(), size, zoom);
            let what = format!("{fill} {size:?} × {zoom}");
            look(&mut window, size / zoom, &what);
        }
    }
}

/// From the menu: on a narrow window the canvas has no button for it.
fn ask(window: &mut Window, command: &str) {
    window.focus("Affichage");
    window.press(Key::Enter);
    window.activate(command);
}

/// Checks every page from here on, through `steps` steps of the same kind; says how many pages there were.
fn walk(window: &mut Window, points: Vec2, low: f32, steps: usize, what: &str) -> usize {
    let mut page = 0;
    let mut seen = vec![window.app().view().focus.clone()];
    loop {
        check_focus(window, points, low, &format!("{what}, page {page}"));
        let before = window.app().view().focus.clone();
        let shown = shapes_of(window);
        window.press(Key::PageDown);
        let now = window.app().view().focus.clone();
        if now != before {
            if seen.len() == steps {
                return page + 1;
            }
            seen.push(now);
        } else if shapes_of(window) == shown {
            assert_eq!(seen.len(), steps, "{what}");
            return page + 1;
        }
        page += 1;
        assert!(page < 200, "{what}");
    }
}

/// Where the texts of a frame stand.
fn shapes_of(window: &Window) -> Vec<(String, Vec<Rect>)> {
    texts(window.harness.output()).into_iter().map(|text| (text.words, text.rows)).collect()
}

#[test]
fn the_placing_of_the_six_holds() {
    everywhere(|window, points, what| {
        ask(window, "Placer les six labos sur les axes");
        let first = catalogue().labs.len() - at(window);
        walk(window, points, LOW, first, &format!("placing {what}"));
    });
}

/// The rank, from 0, of the lab that is being placed.
fn at(window: &Window) -> usize {
    let Some(Focus::Placing(lab)) = &window.app().view().focus else { panic!("not there") };
    catalogue().labs.iter().position(|other| other.id == *lab).unwrap()
}

#[test]
fn at_1280_by_720_the_five_rails_are_on_one_screen() {
    for lab in 0..6 {
        let mut window = Window::on(Design::empty(&catalogue()), Vec2::new(1280.0, 720.0), 1.0);
        ask(&mut window, "Placer les six labos sur les axes");
        for _ in 0..lab {
            window.press(Key::PageDown);
        }
        let shown = texts(window.harness.output());
        assert!(!shown.iter().any(|text| text.words.starts_with("la suite")), "lab {lab}");
        for axis in &catalogue().axes {
            for pole in [&axis.left.name, &axis.right.name] {
                let text = shown.iter().find(|text| text.words == *pole).unwrap();
                assert!(text.smallest >= 22.0 && text.hidden_rows + text.cut_rows == 0, "{pole}");
            }
        }
    }
}

#[test]
fn the_comparison_of_a_field_holds() {
    everywhere(|window, points, what| {
        ask(window, "Comparer les six labos");
        walk(window, points, LOW_WHEN_FULL, 7, &format!("compare {what}"));
    });
}

#[test]
fn labs_side_by_side_hold() {
    everywhere(|window, points, what| {
        ask(window, "Comparer les six labos");
        window.activate("Côte à côte");
        // Two columns beside an empty one, three beside a full one.
        if !what.starts_with("empty") {
            window.activate("Capacitant");
        }
        walk(window, points, LOW_WHEN_FULL, 1, &format!("side by side {what}"));
    });
}

#[test]
fn a_card_in_full_holds_page_by_page() {
    for size in SIZES {
        for zoom in ZOOMS {
            let mut window = Window::on(full_example(), size, zoom);
            let first = card_at(&window, &catalogue().labs[0].place);
            window.activate(&first);
            window.activate("Textes complets");
            // Through the six cards, until the points of vigilance.
            for page in 0..60 {
                if !matches!(window.app().view().focus, Some(Focus::At(Place::Card(_)))) {
                    assert!(page >= 6, "{size:?} × {zoom}");
                    break;
                }
                let what = format!("cards {size:?} × {zoom}, page {page}");
                check_focus(&window, size / zoom, LOW_WHEN_FULL, &what);
                window.press(Key::PageDown);
            }
        }
    }
}

#[test]
fn the_back_of_a_card_stays_in_the_window_and_holds_its_texts() {
    let mut turned = 0;
    for size in SIZES {
        for zoom in ZOOMS {
            let mut window = Window::on(Design::empty(&catalogue()), size, zoom);
            for lab in &catalogue().labs {
                let name = card_at(&window, &lab.place);
                window.focus(&name);
                window.press(Key::Space);
                let what = format!("{} {size:?} × {zoom}", lab.id);
                if window.app().view().turned.is_some() {
                    turned += 1;
                    check_back(&window, size / zoom, &what);
                }
                window.press(Key::Escape);
            }
        }
    }
    assert!(turned > 60, "{turned}");
}

/// The name of the card of the lab at `place`.
fn card_at(window: &Window, place: &str) -> String {
    let start = [", ", place, ", "].concat();
    let card = window.harness.get_by_label_contains(&start);
    card.accesskit_node().label().unwrap()
}

/// What is painted from the back's ground on is the back.
fn check_back(window: &Window, page: Vec2, what: &str) {
    let output = window.harness.output();
    let cell = Theme::LIGHT.cell;
    let is_ground = |shape: &Shape| match shape {
        Shape::Rect(rect) if rect.fill == cell && rect.rect.height() > 100.0 => Some(rect.rect),
        _ => None,
    };
    let grounds = output.shapes.iter().enumerate();
    let mut grounds = grounds.filter_map(|(at, clipped)| Some((at, is_ground(&clipped.shape)?)));
    let (at, rect) = grounds.next_back().unwrap();
    assert!(rect.left() >= 0.0 && rect.right() <= page.x, "{what}: {rect:?}");
    assert!(rect.top() >= 32.0 && rect.bottom() <= page.y, "{what}: {rect:?}");
    let mut rows = Vec::new();
    for clipped in &output.shapes[at..] {
        let Shape::Text(text) = &clipped.shape else { continue };
        assert!(text.galley.job.sections.iter().all(|part| part.format.font_id.size >= 13.0));
        rows.extend(text.galley.rows.iter().map(|row| row.rect().translate(text.pos.to_vec2())));
    }
    assert!(rows.len() > 10, "{what}: {}", rows.len());
    for (index, row) in rows.iter().enumerate() {
        assert!(rect.contains_rect(*row), "{what}: {row:?} out of {rect:?}");
        for other in &rows[index + 1..] {
            let both = row.intersect(*other);
            assert!(both.width() < 1.0 || both.height() < 2.0, "{what}: {row:?} {other:?}");
        }
    }
}
