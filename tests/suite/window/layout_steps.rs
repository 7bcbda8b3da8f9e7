//! Every step of the method in large, at each size, zoom and fill: nothing cut, nothing overlapping, nothing too small.

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::design::Disagreement;
use dessiner_un_labo::model::{Edit, Step};
use egui::{Key, Vec2};

use super::layout::{SIZES, check_focus, fills};
use super::{Window, catalogue};

/// Under this height (points) a step may scroll by whatever of a line.
const LOW: f32 = 2000.0;

/// With the six labs placed on one notch, and a disagreement on every axis: what takes most room.
fn crowded(mut design: Design) -> Design {
    let catalogue = catalogue();
    for axis in &catalogue.axes {
        for lab in &catalogue.labs {
            let (lab, axis) = (lab.id.clone(), axis.id.clone());
            Edit::PlaceLab { lab, axis, step: Some(Step::RIGHT) }.apply(&mut design).unwrap();
        }
        let text = "Deux directions tiennent à un labo qui conduit ses projets, ".repeat(4);
        let span = Some((Step::LEFT, Step::RIGHT));
        let disagreement = Some(Disagreement { text: text.as_str().into(), span });
        Edit::Disagree { axis: axis.id.clone(), disagreement }.apply(&mut design).unwrap();
    }
    design
}

/// Walks from the first criterion to the last field, page by page.
fn walk(design: &Design, size: Vec2, zoom: f32, what: &str) {
    let mut window = Window::on(design.clone(), size, zoom);
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    let steps = Focus::steps(&catalogue(), window.design());
    let focus = |window: &Window| window.app().view().focus.clone();
    let mut pages = 0;
    loop {
        let here = focus(&window);
        let what = format!("{what} {size:?} × {zoom}; {here:?}");
        check_focus(&window, size / zoom, LOW, &what);
        if here.as_ref() == steps.last() {
            break;
        }
        window.press(Key::PageDown);
        pages += 1;
        assert!(pages < 1500, "{what}: the page keys lead nowhere");
    }
}

#[test]
fn every_step_holds_at_the_usual_sizes() {
    for (fill, design) in fills() {
        for size in [SIZES[1], SIZES[3]] {
            for zoom in [1.0, 2.0] {
                walk(&design, size, zoom, fill);
            }
        }
    }
}

#[test]
fn every_step_holds_at_the_other_sizes_and_at_300_percent() {
    for (fill, design) in fills() {
        for (size, zoom) in
            [(SIZES[0], 1.0), (SIZES[0], 3.0), (SIZES[3], 3.0), (SIZES[4], 1.0), (SIZES[5], 2.0)]
        {
            walk(&design, size, zoom, fill);
        }
    }
}

#[test]
fn every_step_holds_with_the_six_labs_on_one_notch_and_every_axis_in_disagreement() {
    let design = crowded(Design::empty(&catalogue()));
    for (size, zoom) in [(SIZES[0], 1.0), (SIZES[1], 1.0), (SIZES[3], 1.0), (SIZES[1], 2.0)] {
        walk(&design, size, zoom, "crowded");
    }
}

#[test]
fn at_1280_by_720_the_full_example_fits_without_turning_a_page() {
    let (_, design) = fills().into_iter().find(|(fill, _)| *fill == "full").unwrap();
    let mut window = Window::on(design, SIZES[1], 1.0);
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    let steps = Focus::steps(&catalogue(), window.design());
    for step in &steps {
        assert_eq!(window.app().view().focus.as_ref(), Some(step));
        assert!(!window.shows_some("la suite"), "{step:?}");
        window.press(Key::PageDown);
    }
}
