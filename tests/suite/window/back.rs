//! The way back: to what was open before, the keyboard and the page where they were.

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::design::Workshop;
use dessiner_un_labo::ui::Theme;
use egui::{Key, Shape, Vec2};

use super::layout::texts;
use super::{Window, full_example};

fn focus(window: &Window) -> Option<Focus> {
    window.app().view().focus.clone()
}

#[test]
fn a_step_opened_from_where_one_stands_leads_back_to_its_line() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    window.press(Key::F2);
    for _ in 0..6 {
        window.press(Key::Tab);
    }
    let line = window.focused();
    window.press(Key::Enter);
    assert!(!matches!(focus(&window), None | Some(Focus::Standing)));
    while !matches!(focus(&window), None | Some(Focus::Standing)) {
        window.press(Key::Escape);
    }
    assert_eq!(focus(&window), Some(Focus::Standing));
    assert_eq!(window.focused(), line);
}

#[test]
fn the_placing_opened_from_the_sheet_leads_back_to_the_sheet() {
    let mut window = Window::blank();
    window.click("Les placer");
    assert!(matches!(focus(&window), Some(Focus::Placing(_))));
    window.press(Key::Escape);
    assert_eq!(focus(&window), None);
}

/// Three workshops, the first one taken away and back again; the second one shows.
fn second_of_three() -> Window {
    let mut design = full_example();
    let at = |place: &str| Workshop { place: place.into(), ..Workshop::default() };
    design.workshops = ["a", "b", "c"].map(at).to_vec();
    let mut window = Window::on(design, super::USUAL, 1.0);
    window.activate("Édition");
    window.activate("L’atelier…");
    // The last one opens.
    window.press(Key::PageUp);
    window.press(Key::PageUp);
    window.activate("Retirer cet atelier");
    window.ctrl(Key::Z);
    assert_eq!(place_shown(&window), "a", "what comes back shows");
    window.press(Key::PageDown);
    assert_eq!(place_shown(&window), "b");
    window
}

/// The place of the workshop that shows.
fn place_shown(window: &Window) -> String {
    let Some(Focus::Workshop(Some(key))) = focus(window) else { panic!("none shows") };
    window.design().workshop(key).unwrap().place.to_string()
}

#[test]
fn when_an_earlier_workshop_goes_the_one_that_shows_stays() {
    let mut window = second_of_three();
    window.ctrl(Key::Y);
    assert_eq!(window.design().workshops.len(), 2);
    assert_eq!(place_shown(&window), "b", "now the first");
}

#[test]
fn when_an_earlier_workshop_goes_the_way_back_leads_to_the_same_one() {
    let mut window = second_of_three();
    window.press(Key::F2);
    window.ctrl(Key::Y);
    assert_eq!(window.design().workshops.len(), 2);
    window.press(Key::Escape);
    assert_eq!(place_shown(&window), "b", "now the first");
}

#[test]
fn an_owner_too_long_for_its_line_grows_then_says_what_it_hides() {
    let mut design = full_example();
    let point = design.points.iter_mut().find(|point| &*point.id == "impact").unwrap();
    point.owner = "la directrice générale adjointe chargée des ressources et ".repeat(8).into();
    point.deadline = "avant l’été, si le comité le confirme".into();
    for size in [Vec2::new(1280.0, 720.0), Vec2::new(1920.0, 1080.0)] {
        let mut window = Window::on(design.clone(), size, 1.0);
        window.focus("La mesure d’impact\u{a0}: à discuter");
        window.press(Key::Enter);
        let all = texts(window.harness.output());
        let owner = all.iter().find(|text| text.words.starts_with("la directrice")).unwrap();
        assert!(owner.visible_rows >= 2 && owner.hidden_rows > 0, "{size:?}: {owner:?}");
        let said = [&owner.hidden_rows.to_string(), " lignes de plus"].concat();
        assert!(all.iter().any(|text| text.words.starts_with(&said)), "{size:?}: {said}");
        let deadline = all.iter().find(|text| text.words.starts_with("avant l’été")).unwrap();
        assert_eq!((deadline.visible_rows, deadline.hidden_rows), (2, 0), "{size:?}");
    }
}

#[test]
fn a_projected_sheet_has_no_scroll_bar() {
    let bars = |window: &Window| {
        let page = window.harness.ctx.content_rect();
        let shapes = window.harness.output().shapes.iter();
        let at_the_edge = shapes.filter(|clipped| match &clipped.shape {
            Shape::Rect(bar) => {
                let thin = bar.rect.width() <= 10.0 && bar.rect.height() > 20.0;
                thin && bar.rect.right() > page.right() - 12.0 && bar.fill != Theme::LIGHT.paper
            }
            _ => false,
        });
        at_the_edge.count()
    };
    let mut window = Window::on(full_example(), Vec2::new(1024.0, 768.0), 1.0);
    assert!(bars(&window) > 0, "the sheet should not fit");
    window.press(Key::F5);
    assert_eq!(bars(&window), 0);
}
