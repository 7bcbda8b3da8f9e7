//! The keyboard's ring stands around what has the keyboard, and crosses no words, at any zoom.

use dessiner_un_labo::ui::Theme;
use egui::{FullOutput, Key, Rect, Shape, StrokeKind, vec2};
use egui_kittest::kittest::NodeT as _;

use super::layout::{SIZES, Text, texts};
use super::{Window, full_example};

/// The rings of a frame: where the stroke of each begins and ends, as far as it shows.
fn rings(output: &FullOutput) -> Vec<(Rect, Rect, Rect)> {
    let mut all = Vec::new();
    for clipped in &output.shapes {
        if let Shape::Rect(rect) = &clipped.shape {
            let stroke = rect.stroke;
            let ring = stroke.width == 3.0 && stroke.color == Theme::LIGHT.ink;
            if ring && rect.stroke_kind == StrokeKind::Outside {
                all.push((rect.rect, rect.rect.expand(stroke.width), clipped.clip_rect));
            }
        }
    }
    all
}

/// The letters of a row: without what is left above and below them.
fn ink(row: &Rect) -> Rect {
    row.shrink2(vec2(0.0, row.height() * 0.12))
}

/// The words that a ring goes through.
fn crossed(window: &Window) -> Vec<(String, Rect)> {
    let output = window.harness.output();
    let all: Vec<Text> = texts(output);
    let mut crossed = Vec::new();
    for (inner, outer, clip) in rings(output) {
        for text in &all {
            // The space that ends a text is no letter.
            let space = if text.words.ends_with(' ') { 5.0 } else { 0.0 };
            for row in text.rows.iter().map(ink) {
                let row = row.with_max_x(row.right() - space);
                let seen = outer.intersect(clip);
                let meets = row.intersect(seen);
                let met = meets.width() > 1.0 && meets.height() > 1.0;
                if met && !inner.expand(1.0).contains_rect(row.intersect(clip)) {
                    crossed.push((text.words.clone(), outer));
                }
            }
        }
    }
    crossed
}

type Opens = fn(&mut Window);

const PAGES: [(&str, Opens); 12] = [
    ("the canvas", |_| ()),
    ("a criterion", |window| window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand")),
    ("an axis", |window| window.activate("Pilote\u{a0}: ouvrir en grand")),
    ("a field", |window| window.activate("Gouvernance\u{a0}: ouvrir en grand")),
    ("compare", |window| window.activate("Comparer")),
    ("side by side", |window| {
        window.activate("Comparer");
        window.activate("Côte à côte");
    }),
    ("place", |window| window.activate("Les placer")),
    ("standing", |window| window.press(Key::F2)),
    ("next steps", |window| window.choose_in_menu("Édition", "Prochaines étapes")),
    ("workshops", |window| window.choose_in_menu("Édition", "L’atelier…")),
    ("print", |window| window.ctrl(Key::P)),
    ("order", |window| window.choose_in_menu("Animer", "Déroulé…")),
];

#[test]
fn the_ring_crosses_no_words() {
    let mut faults = Vec::new();
    for (size, zoom) in [(SIZES[3], 1.0), (SIZES[1], 2.0), (SIZES[3], 2.0)] {
        for (name, opens) in PAGES {
            let mut window = Window::on(full_example(), size, zoom);
            opens(&mut window);
            window.settle();
            for stop in 0..45 {
                for (words, ring) in crossed(&window) {
                    let node = window.harness.root().children_recursive();
                    let focused = node.into_iter().find(egui_kittest::Node::is_focused);
                    let on = focused.and_then(|node| node.accesskit_node().label());
                    let what =
                        format!("{name} × {zoom}, stop {stop}: {on:?} over {words:?}, {ring:?}");
                    faults.push(what);
                }
                window.press(Key::Tab);
            }
        }
    }
    assert!(faults.is_empty(), "{} :\n{}", faults.len(), faults.join("\n"));
}
