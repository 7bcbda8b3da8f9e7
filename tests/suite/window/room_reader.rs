//! What a screen reader finds while one projects: all that the room sees is in the tree of the program's own window, once.

use std::collections::BTreeMap;

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::play::{Beat, Scene};
use egui::accesskit::Live;
use egui::{Key, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::layout::texts;
use super::leader::{Desk, ROOM, Wall, leading, screen};
use super::{USUAL, Window, catalogue, full_example};

/// All that the tree says: names, values, descriptions.
fn told(window: &Window) -> Vec<String> {
    let nodes = window.harness.root().children_recursive();
    let said = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()].into_iter().flatten()
    });
    said.map(|words| plain(&words)).collect()
}

/// The spaces of a line's end are not said.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What is painted and not told; a number beside a line of the chart is in its name.
fn untold(painted: Vec<String>, told: &[String]) -> Vec<String> {
    let words =
        painted.into_iter().filter(|text| text.chars().filter(|it| it.is_alphabetic()).count() > 1);
    words.filter(|text| !told.iter().any(|told| told.contains(&plain(text)))).collect()
}

/// Through every step of the order of play, and every page of each.
fn walk(window: &mut Window, mut check: impl FnMut(&mut Window, &str)) {
    let last = leading(window).play.beats.len() - 1;
    for _ in 0..400 {
        let now = leading(window).clone();
        check(window, &format!("{:?}, page {}", now.scene(), now.page + 1));
        if now.at == last && now.page + 1 >= window.app().shown().pages {
            return;
        }
        window.press(Key::PageDown);
    }
    panic!("the keys lead nowhere");
}

#[test]
fn on_one_screen_all_that_shows_is_told() {
    for design in [full_example(), Design::empty(&catalogue())] {
        for command in ["Projeter", "Cinq minutes, pour un visiteur", "Répétition"] {
            let mut window = Window::on(design.clone(), vec2(1280.0, 720.0), 1.0);
            window.choose_in_menu("Animer", command);
            walk(&mut window, |window, what| {
                let painted = texts(window.harness.output()).into_iter().map(|it| it.words);
                let missing = untold(painted.collect(), &told(window));
                assert!(missing.is_empty(), "{command}, {what}: {missing:#?}");
            });
        }
    }
}

#[test]
fn with_two_screens_what_the_room_sees_is_told_in_the_leaders_window() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    walk(&mut window, |window, what| {
        let painted = wall.words(window);
        let missing = untold(painted, &told(window));
        // A line can end a word earlier in the reduction: a text then stands on its next page.
        assert!(missing.len() <= 1, "{what}: {missing:#?}");
    });
}

#[test]
fn nothing_of_a_step_is_told_twice() {
    let mut window = Window::on(full_example(), vec2(1280.0, 720.0), 1.0);
    window.press(Key::F5);
    walk(&mut window, |window, what| {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for node in window.harness.root().children_recursive() {
            let node = node.accesskit_node();
            let words = [node.label(), node.value()].into_iter().flatten().next();
            let words = words.filter(|_| node.live() == Live::Off).unwrap_or_default();
            if words.len() > 1 {
                *seen.entry(words).or_default() += 1;
            }
        }
        seen.retain(|_, count| *count > 1);
        assert!(seen.is_empty(), "{what}: {seen:#?}");
    });
}

#[test]
fn the_criteria_are_told_in_their_order_after_their_title() {
    let mut window = Window::on(full_example(), vec2(1280.0, 720.0), 1.0);
    window.press(Key::F5);
    let all = told(&window);
    let rank = |part: &str| {
        let part = plain(part);
        all.iter()
            .position(|it| it.starts_with(&part))
            .unwrap_or_else(|| panic!("{part}: {all:#?}"))
    };
    let catalogue = catalogue();
    let mut ranks = vec![rank("C’est quoi un labo")];
    ranks.extend(catalogue.criteria.iter().map(|it| rank(&it.words)));
    ranks.push(rank("Où se place"));
    assert!(ranks.is_sorted(), "{ranks:?}");
}

/// What is heard: the words of the live regions that came or changed.
fn heard(window: &mut Window, act: impl FnOnce(&mut Window)) -> Vec<String> {
    let live = |window: &Window| -> Vec<(String, String)> {
        let nodes = window.harness.root().children_recursive().map(|node| node.accesskit_node());
        let live = nodes.filter(|node| node.live() != Live::Off);
        live.map(|node| (format!("{:?}", node.id()), node.label().unwrap_or_default())).collect()
    };
    let before = live(window);
    act(window);
    let after = live(window).into_iter().filter(|it| !before.contains(it));
    after.map(|(_, words)| words).filter(|words| !words.is_empty()).collect()
}

#[test]
fn the_black_screen_is_told_and_said_on_and_off() {
    for desk in [Desk::one(), Desk::two()] {
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        assert_eq!(heard(&mut window, |window| window.type_text(".")), ["Écran noir"]);
        let black =
            |window: &Window| window.harness.query_all_by_label("Écran noir").next().is_some();
        assert!(black(&window));
        let back = heard(&mut window, |window| window.type_text("."));
        assert!(back.contains(&"L’image est revenue".to_owned()), "{back:?}");
        assert_eq!(heard(&mut window, |window| window.type_text("b")), ["Écran noir"]);
        let back = heard(&mut window, |window| window.press(Key::PageDown));
        assert!(back.contains(&"L’image est revenue".to_owned()), "{back:?}");
    }
}

#[test]
fn another_page_of_a_step_is_said() {
    let desk = Desk::with(vec![screen("eDP-1", 0, USUAL)]);
    let mut window = Window::leading(full_example(), vec2(1280.0, 720.0), 6, &desk);
    assert!(window.app().shown().pages > 1);
    let pages = window.app().shown().pages;
    let said = heard(&mut window, |window| window.press(Key::PageDown));
    assert!(said.contains(&format!("page 2 sur {pages}")), "{said:?}");
    let said = heard(&mut window, |window| window.press(Key::PageUp));
    assert!(said.contains(&format!("page 1 sur {pages}")), "{said:?}");
}

#[test]
fn the_break_the_chart_and_the_measures_are_told() {
    for (line, parts) in [
        ("Mire de la salle", ["la plus petite ligne", "E H P T"].as_slice()),
        (
            "Salle…",
            ["la plus petite ligne", "on suppose 6 hauteurs", "Celui-ci, que tout", "Ou bien"]
                .as_slice(),
        ),
    ] {
        for desk in [Desk::one(), Desk::two()] {
            let mut window = Window::leading(full_example(), USUAL, 6, &desk);
            window.press(Key::Escape);
            window.choose_in_menu("Animer", line);
            let all = told(&window);
            for part in parts {
                assert!(all.iter().any(|it| it.contains(&plain(part))), "{line}, {part}: {all:#?}");
            }
        }
    }
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.press(Key::F5);
    while *leading(&window).scene() != Scene::Break {
        window.press(Key::PageDown);
    }
    assert!(told(&window).iter().any(|it| it.starts_with("on reprend à ")));
}

#[test]
fn on_the_canvas_an_axis_is_opened_by_one_node_and_a_note_is_said_once() {
    let window = Window::on(full_example(), USUAL, 1.0);
    let catalogue = catalogue();
    let all = told(&window);
    let opens = |pole: &str| {
        let name = plain(&format!("{pole}\u{a0}: ouvrir en grand"));
        all.iter().filter(|it| **it == name).count()
    };
    for axis in &catalogue.axes {
        assert_eq!(opens(&axis.left.name) + opens(&axis.right.name), 1, "{}", axis.id);
    }
    for note in ["pilote la première année", "un tiers de sujets libres", "une élue, et un relais"]
    {
        let count = all.iter().filter(|it| it.contains(note)).count();
        assert!(count <= 1, "{note}: {count}");
    }
}

#[test]
fn a_step_of_ones_own_is_told() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.choose_in_menu("Animer", "Déroulé…");
    window.activate_button("Ajouter une étape");
    window.type_text("Accueil");
    window.press(Key::F5);
    window.press(Key::PageUp);
    let own = |beat: &Beat| beat.is_own();
    assert!(own(&leading(&window).play.beats[leading(&window).at]));
    assert!(told(&window).contains(&"accueil".to_owned()));
}
