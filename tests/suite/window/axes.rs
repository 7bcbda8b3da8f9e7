//! An axis, in large and in the room: its poles and the names of the labs, whatever stands with them.

use std::collections::BTreeSet;

use dessiner_un_labo::model::catalogue::Axis;
use dessiner_un_labo::model::design::Disagreement;
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::model::room::Room;
use dessiner_un_labo::model::{Design, Edit, Step};
use dessiner_un_labo::text::values;
use egui::{Key, Rect, Vec2, vec2};

use super::layout::{SIZES, Text, texts};
use super::leader::{go_to, leading};
use super::room::{IMAGES, longest};
use super::{Window, catalogue, full_example};

/// Each axis with a long note, a disagreement, and five labs from one pole to the other.
fn crowded() -> Design {
    let mut design = talked_of();
    for axis in &catalogue().axes {
        let steps = [Step::LEFT, Step::LEFT.moved(1), Step::MIDDLE, Step::RIGHT, Step::RIGHT];
        for (lab, step) in catalogue().labs.iter().zip(steps) {
            let (lab, axis) = (lab.id.clone(), axis.id.clone());
            Edit::PlaceLab { lab, axis, step: Some(step) }.apply(&mut design).unwrap();
        }
    }
    design
}

/// Each axis with a long note and a disagreement, and no lab.
fn talked_of() -> Design {
    let mut design = full_example();
    design.labs.clear();
    let long = "Une phrase assez longue, que le groupe tient à garder entière. ".repeat(8);
    for axis in &catalogue().axes {
        let mut edit = |edit: Edit| edit.apply(&mut design).unwrap();
        edit(Edit::Write(Target::AxisNote(axis.id.clone()), long.as_str().into()));
        let span = Some((Step::LEFT, Step::RIGHT));
        let disagreement = Some(Disagreement { text: long.as_str().into(), span });
        edit(Edit::Disagree { axis: axis.id.clone(), disagreement });
    }
    design
}

/// Where a text of these words shows whole; none if a line of it does not.
fn whole(all: &[Text], words: &str) -> Option<Rect> {
    let is = |text: &&Text| text.words.replace('\u{a0}', " ") == words;
    let whole = |text: &&Text| text.visible_rows > 0 && text.cut_rows + text.hidden_rows == 0;
    let text = all.iter().filter(is).find(whole)?;
    text.rows.iter().copied().reduce(Rect::union)
}

/// Calls `look` on every page of every axis in large.
fn every_page(design: Design, size: Vec2, zoom: f32, mut look: impl FnMut(&Window, &Axis, usize)) {
    let mut window = Window::on(design, size, zoom);
    for axis in &catalogue().axes {
        let title = [axis.left.name.as_str(), "\u{a0}: ouvrir en grand"].concat();
        window.activate(&title);
        let here = window.app().view().focus.clone();
        for page in 0.. {
            look(&window, axis, page);
            window.press(Key::PageDown);
            if window.app().view().focus != here {
                break;
            }
        }
        while window.app().view().focus.is_some() {
            window.press(Key::Escape);
        }
    }
}

#[test]
fn the_poles_stand_whole_on_every_page_of_their_axis() {
    let mut pages = 0;
    for (size, zoom) in [
        (SIZES[1], 1.0),
        (SIZES[0], 1.0),
        (SIZES[1], 2.0),
        (SIZES[3], 2.0),
        (SIZES[0], 2.0),
        (SIZES[3], 3.0),
    ] {
        every_page(crowded(), size, zoom, |window, axis, page| {
            let all = texts(window.harness.output());
            for pole in [&axis.left, &axis.right] {
                let what = format!("{size:?} × {zoom}, page {page}: {}", pole.name);
                assert!(whole(&all, &pole.name).is_some(), "{what} is not whole");
            }
            pages += page.min(1);
        });
    }
    assert!(pages > 10, "{pages} pages were turned");
}

#[test]
fn lines_of_the_notes_give_way_before_a_second_page_is_needed() {
    every_page(talked_of(), SIZES[1], 1.0, |window, axis, page| {
        assert_eq!(page, 0, "{}", axis.left.name);
        assert!(window.shows_some("de plus"), "{}: what is hidden is counted", axis.left.name);
    });
}

#[test]
fn each_lab_has_its_name_on_the_axis_within_the_margins_at_any_zoom() {
    for (size, zoom) in [(SIZES[1], 1.0), (SIZES[3], 2.0), (SIZES[0], 2.0), (SIZES[5], 2.0)] {
        let window = size / zoom;
        let edge = if window.x < 900.0 { 28.0 } else { 56.0 } - 1.0;
        let mut seen = BTreeSet::new();
        every_page(crowded(), size, zoom, |shown, axis, _| {
            let all = texts(shown.harness.output());
            for lab in &catalogue().labs[..5] {
                let name = values::kind(lab);
                let Some(rect) = whole(&all, &name) else { continue };
                let inside = rect.left() >= edge && rect.right() <= window.x - edge;
                assert!(inside, "{size:?} × {zoom}, {}: {name} {rect:?}", axis.left.name);
                seen.insert((axis.id.clone(), name));
            }
        });
        assert_eq!(seen.len(), 5 * catalogue().axes.len(), "{size:?} × {zoom}: {seen:?}");
    }
}

#[test]
fn in_the_room_the_names_of_two_poles_are_level() {
    for image in IMAGES {
        for heights in [4, 6] {
            let room = Room { image: 100, distance: 100 * heights, ..Room::default() };
            let mut window = Window::in_room(full_example(), image, room);
            window.choose_in_menu("Animer", "Cinq minutes, pour un visiteur");
            go_to(&mut window, |scene| *scene == Scene::Axes);
            for page in 0..window.app().shown().pages {
                let all = texts(window.harness.output());
                for axis in &catalogue().axes {
                    let [left, right] =
                        [&axis.left, &axis.right].map(|pole| whole(&all, &pole.name));
                    let (Some(left), Some(right)) = (left, right) else { continue };
                    let what = format!("{image:?}, {heights}, page {page}: {}", axis.left.name);
                    assert!((left.bottom() - right.bottom()).abs() < 1.0, "{what}");
                    assert!(left.right() < right.left(), "{what}");
                }
                window.press(Key::PageDown);
            }
        }
    }
}

#[test]
fn in_the_room_the_pages_that_follow_name_their_axis() {
    let mut window = Window::projecting(longest(), vec2(1280.0, 720.0), 6);
    for axis in &catalogue().axes {
        go_to(&mut window, |scene| *scene == Scene::At(Place::Axis(axis.id.clone())));
        let mut pages = 0;
        while *leading(&window).scene() == Scene::At(Place::Axis(axis.id.clone())) {
            if leading(&window).page > 0 {
                let all = texts(window.harness.output());
                let name = values::axis(axis);
                assert!(whole(&all, &name).is_some(), "{name}, page {}", leading(&window).page);
                pages += 1;
            }
            window.press(Key::PageDown);
        }
        assert!(pages > 0, "{}", axis.left.name);
    }
}
