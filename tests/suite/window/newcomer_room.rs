//! What made somebody stumble who led a whole workshop with two screens, from the README alone.

use dessiner_un_labo::intent::leading::Cover;
use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::play::Scene;
use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::leader::{Desk, ROOM, Wall, go_to, leading};
use super::{USUAL, Window, catalogue, full_example};

/// The hour of return that the room reads.
fn return_in(words: &[String]) -> Option<&String> {
    let at = words.iter().position(|it| it == "On reprend à")?;
    words.get(at + 1)
}

#[test]
fn a_break_keeps_its_hour_of_return_under_whatever_comes_in_front() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    go_to(&mut window, |scene| *scene == Scene::Break);
    let before = return_in(&wall.words(&mut window)).cloned();
    assert!(before.is_some());
    window.type_text("b");
    assert!(wall.words(&mut window).is_empty());
    window.type_text("b");
    assert_eq!(return_in(&wall.words(&mut window)), before.as_ref(), "after the black screen");
    for line in ["Mire de la salle", "Salle…"] {
        window.choose_in_menu("Animer", line);
        window.press(Key::Escape);
        assert_eq!(return_in(&wall.words(&mut window)), before.as_ref(), "after {line}");
    }
    window.press(Key::F2);
    window.press(Key::Escape);
    assert_eq!(return_in(&wall.words(&mut window)), before.as_ref(), "after « Où en est-on ? »");
}

#[test]
fn the_black_screen_gives_back_the_chart_that_it_hid() {
    let mut window = Window::leading(full_example(), USUAL, 6, &Desk::two());
    window.choose_in_menu("Animer", "Mire de la salle");
    window.type_text("b");
    assert_eq!(leading(&window).cover, Some(Cover::Black));
    window.type_text("b");
    assert_eq!(leading(&window).cover, Some(Cover::Chart));
}

#[test]
fn the_hour_of_return_follows_the_timer() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    go_to(&mut window, |scene| *scene == Scene::Break);
    let back = |window: &Window| leading(window).back.unwrap();
    let before = back(&window);
    window.activate_button("Démarrer");
    window.activate_button("+\u{a0}5\u{a0}min");
    // The minute may have turned meanwhile.
    let later = (back(&window) + 24 * 60 - before) % (24 * 60);
    assert!((5..=6).contains(&later), "{later}");
    // The minutes of the break itself.
    window.choose_in_menu("Animer", "Déroulé…");
    let before = back(&window);
    window.activate("Pause\u{a0}: une minute de plus");
    assert_eq!(back(&window), (before + 1) % (24 * 60));
}

fn on_a_criterion(window: &mut Window) -> Target {
    go_to(window, |scene| matches!(scene, Scene::At(Place::Criterion(_))));
    match leading(window).scene() {
        Scene::At(Place::Criterion(id)) => Target::CriterionText(id.clone()),
        _ => unreachable!(),
    }
}

#[test]
fn a_word_that_begins_with_the_key_of_the_black_screen_is_written_and_blackens_nothing() {
    for word in ["bibliothèque", "Bientôt. Bon", "labo"] {
        let mut window = Window::leading(Design::empty(&catalogue()), USUAL, 6, &Desk::one());
        let Target::CriterionText(id) = on_a_criterion(&mut window) else { unreachable!() };
        window.type_text(word);
        assert_eq!(leading(&window).cover, None, "{word}");
        let written = window.design().criterion(&id).map(|it| it.text.to_string());
        assert_eq!(written.as_deref(), Some(word));
    }
}

#[test]
fn on_two_screens_a_word_typed_nowhere_leaves_the_room_as_it_was() {
    let mut window = Window::leading(full_example(), USUAL, 6, &Desk::two());
    let wall = Wall::of(ROOM);
    go_to(&mut window, |scene| *scene == Scene::Break);
    let before = wall.words(&mut window);
    for word in ["bonjour", "labo", "fin. B"] {
        window.type_text(word);
        assert_eq!(wall.words(&mut window), before, "{word}");
    }
    // The key itself is still one.
    (0..8).for_each(|_| window.step());
    window.type_text("B");
    assert_eq!(leading(&window).cover, Some(Cover::Black));
}

#[test]
fn the_first_word_typed_on_a_list_that_is_empty_is_its_first() {
    for leads in [false, true] {
        let blank = Design::empty(&catalogue());
        let mut window = match leads {
            true => Window::leading(blank, USUAL, 6, &Desk::two()),
            false => Window::on(blank, USUAL, 1.0),
        };
        window.choose_in_menu("Édition", "Prochaines étapes");
        window.type_text("Convoquer");
        let steps = &window.design().next_steps;
        assert_eq!(steps.len(), 1);
        assert_eq!(&*steps[0].what, "Convoquer");
        assert!(!window.shows_some("Rien n’a été écrit"));
        window.press(Key::Escape);
        window.press(Key::Escape);
        window.choose_in_menu("Édition", "L’atelier…");
        window.type_text("Mairie");
        assert_eq!(&*window.design().workshops[0].place, "Mairie");
    }
}

#[test]
fn what_was_said_of_a_word_that_went_nowhere_goes_once_one_is_written() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    let told = |window: &Window| {
        let all = super::layout::texts(window.harness.output());
        all.iter().any(|text| text.words.starts_with("Rien n’a été écrit"))
    };
    window.press(Key::F2);
    window.type_text("zut");
    window.step();
    assert!(told(&window));
    window.press(Key::Escape);
    window.harness.get_by_label("Nom du labo").focus();
    window.step();
    window.one_frame(Window::letters("!"));
    window.step();
    assert!(window.design().name.ends_with('!'));
    assert!(!told(&window), "it was written");
}

#[test]
fn what_comes_next_is_what_the_next_key_shows() {
    let mut window = Window::leading(full_example(), USUAL, 6, &Desk::two());
    let wall = Wall::of(ROOM);
    let mut pages = 0;
    for _ in 0..60 {
        drop(wall.pass(&mut window, Vec::new()));
        window.step();
        let (at, page, count) =
            (leading(&window).at, leading(&window).page, window.app().shown().pages);
        // After the name of the step: alone, it is what was said of the page turned to before.
        let says_so = window.shows_some(", page 2 sur");
        window.press(Key::PageDown);
        drop(wall.pass(&mut window, Vec::new()));
        let turned = leading(&window).at == at && leading(&window).page == page + 1;
        if page == 0 && count > 1 {
            assert!(turned && says_so, "step {at}");
            pages += 1;
        } else if page == 0 {
            assert!(!says_so, "step {at}");
        }
    }
    assert!(pages > 2, "no step has two pages");
}

/// Which step, and the ways to its texts.
type Ways = (fn(&Scene) -> bool, &'static [&'static str]);

#[test]
fn each_text_of_a_step_has_a_way_to_it_on_the_leaders_screen() {
    for design in [full_example(), Design::empty(&catalogue())] {
        let mut window = Window::leading(design, USUAL, 6, &Desk::two());
        let wall = Wall::of(ROOM);
        let cases: [Ways; 4] = [
            (|it| matches!(it, Scene::At(Place::Criterion(_))), &["Écrire la réponse du critère"]),
            (
                |it| matches!(it, Scene::At(Place::Axis(_))),
                &["Écrire la note de l’axe", "Écrire la note du désaccord"],
            ),
            (
                |it| matches!(it, Scene::At(Place::Point(_))),
                &[
                    "Écrire la note du point",
                    "Écrire la personne responsable",
                    "Écrire la date de l’échéance",
                ],
            ),
            (
                |it| *it == Scene::At(Place::Field(FieldKey::Known("gouvernance".into()))),
                &["Écrire la réponse de la rubrique"],
            ),
        ];
        for (scene, ways) in cases {
            go_to(&mut window, scene);
            for way in ways {
                drop(wall.pass(&mut window, Vec::new()));
                window.activate_button(way);
                assert!(leading(&window).writing.is_some(), "{way}");
                window.type_text("Vu");
                let target = leading(&window).writing.clone().unwrap();
                let written = window.design().text(&target).unwrap_or_default();
                assert!(written.ends_with("Vu"), "{way}: {written}");
                window.press(Key::Escape);
            }
        }
    }
}

#[test]
fn the_room_follows_the_axis_that_is_placed_at_the_desk() {
    let small = vec2(1024.0, 768.0);
    let desk = Desk::with(vec![
        super::leader::screen("eDP-1", 0, USUAL),
        super::leader::screen("HDMI-1", 1366, small),
    ]);
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let lab = catalogue().labs[0].id.clone();
    window.choose_in_menu("Affichage", "Placer les six labos sur les axes");
    assert!(matches!(window.app().view().focus, Some(Focus::Placing(_))), "{lab}");
    let wall = Wall::of(small / 1.6);
    let seen = |window: &mut Window, name: &str| {
        (0..3).for_each(|_| drop(wall.pass(window, Vec::new())));
        let output = wall.pass(window, Vec::new());
        let all = super::layout::texts(&output);
        let text = all.into_iter().find(|text| text.words == name);
        text.is_some_and(|text| text.visible_rows > 0 && text.cut_rows == 0)
    };
    let axes = catalogue().axes;
    let (first, last) = (&axes[0].left.name, &axes[axes.len() - 1].left.name);
    assert!(seen(&mut window, first) && !seen(&mut window, last), "two pages");
    let reach = |window: &mut Window, at: usize| {
        let axis = &axes[at];
        let part = format!("{} / {}", axis.left.name, axis.right.name);
        let rails = window.harness.get_all_by_role(Role::Slider);
        let rail = rails
            .into_iter()
            .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains(&part)));
        rail.unwrap().focus();
        window.run();
    };
    reach(&mut window, axes.len() - 1);
    window.press(Key::ArrowRight);
    assert!(seen(&mut window, last), "the last");
    reach(&mut window, 0);
    window.press(Key::ArrowRight);
    assert!(seen(&mut window, first), "the first");
}

#[test]
fn projected_where_one_stands_shows_whole_lines_under_their_heads_on_every_page() {
    let heads = ["Décidé ou écrit", "Encore ouvert", "En désaccord", "Prochaines étapes"];
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), USUAL, vec2(1920.0, 1080.0)] {
        for design in [full_example(), super::newcomer::with_steps(19)] {
            let mut window = Window::on(design, size, 1.0);
            window.press(Key::F2);
            window.press(Key::F5);
            let mut pages = Vec::new();
            for _ in 0..60 {
                let all = super::layout::texts(window.harness.output());
                let shown: Vec<_> = all.iter().filter(|text| text.visible_rows > 0).collect();
                for text in &shown {
                    let what = format!("{size:?}, page {}: {}", pages.len(), text.words);
                    assert_eq!(text.cut_rows + text.hidden_rows, 0, "{what}");
                }
                let said = shown.iter().any(|text| heads.contains(&text.words.as_str()));
                assert!(said, "{size:?}, page {}: what is it a list of?", pages.len());
                let words: Vec<String> = shown.iter().map(|text| text.words.clone()).collect();
                if pages.last() == Some(&words) {
                    break;
                }
                pages.push(words);
                window.press(Key::PageDown);
            }
            let seen = |part: &str| pages.iter().flatten().any(|words| words.contains(part));
            assert!(seen("Pilote\u{a0}/ Support") && seen("La mesure d’impact"), "{size:?}");
        }
    }
}

#[test]
fn the_names_of_what_is_still_empty_are_one_space_apart() {
    let mut window = Window::on(Design::empty(&catalogue()), USUAL, 1.0);
    window.press(Key::F2);
    let all = super::layout::texts(window.harness.output());
    let at = all.iter().position(|text| text.words.starts_with("À remplir")).unwrap();
    let mut beside = 0;
    for pair in all[at..at + 6].windows(2) {
        let (left, right) = (pair[0].rows[0], pair[1].rows[0]);
        if (left.top() - right.top()).abs() < 1.0 {
            let apart = right.left() - left.right();
            assert!((2.0..7.0).contains(&apart), "{:?}: {apart}", pair[1].words);
            beside += 1;
        }
    }
    assert!(beside > 1);
}

#[test]
fn the_first_line_stands_at_one_place_whether_or_not_all_of_them_hold() {
    for projects in [false, true] {
        let top = |count: usize| {
            let mut window = Window::on(super::newcomer::with_steps(count), USUAL, 1.0);
            window.choose_in_menu("Édition", "Prochaines étapes");
            if projects {
                window.press(Key::F5);
            }
            let all = super::layout::texts(window.harness.output());
            all.iter().find(|text| text.words == "Personne 1").unwrap().rows[0].top()
        };
        assert_eq!(top(5), top(30), "projected: {projects}");
    }
}
