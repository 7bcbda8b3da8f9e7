//! Screens that come and go, and the room that is measured.

use dessiner_un_labo::intent::check::State;
use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::model::room::Room;
use dessiner_un_labo::storage::settings;
use egui::{Event, Key, Modifiers, PointerButton, pos2};
use egui_kittest::kittest::Queryable as _;

use super::layout::texts;
use super::leader::{Desk, ROOM, Wall, go_to, leading, longest_but_short, on_a_rail, screen};
use super::{USUAL, Window, full_example};

#[test]
fn a_screen_unplugged_in_mid_sentence_takes_nothing_with_it_and_comes_back() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    on_a_rail(&mut window);
    window.press(Key::ArrowLeft);
    let (before, at) = (window.design().clone(), leading(&window).at);
    desk.screens.0.lock().unwrap().pop();
    window.run();
    assert!(!window.app().has_wall());
    assert!(window.shows_some("L’écran de la salle n’est plus là"));
    // One goes on meanwhile.
    window.press(Key::ArrowLeft);
    assert_ne!(*window.design(), before);
    assert_eq!(leading(&window).at, at);
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    assert!(window.app().has_wall());
    let wall = Wall::of(ROOM);
    assert!(wall.words(&mut window).contains(&"entre les deux".to_owned()));
    assert!(!window.shows_some("n’est plus là"));
}

#[test]
fn without_its_screen_the_room_can_be_shown_here() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    desk.screens.0.lock().unwrap().pop();
    window.run();
    window.activate_button("Projeter sur cet écran-ci");
    assert!(leading(&window).apart().is_none());
    assert!(!window.shows_some("Mes notes"));
    // The screen comes back: nothing changes until it is asked for.
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    assert!(!window.app().has_wall());
    window.activate("Projeter sur cet écran");
    assert!(window.app().has_wall() && window.shows_some("Mes notes"));
}

#[test]
fn the_screen_chosen_last_is_the_one_of_next_time() {
    let desk = Desk::with(vec![
        screen("eDP-1", 0, USUAL),
        screen("HDMI-1", 1366, ROOM),
        screen("HDMI-2", 2646, ROOM),
    ]);
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    assert_eq!(leading(&window).apart(), Some("HDMI-2"));
    window.choose_in_menu("Animer", "Vérifier ce poste");
    window.settle();
    assert!(window.shows_some("La salle verra HDMI-2"));
    let role = egui::accesskit::Role::Button;
    let label = "Projeter sur cet écran";
    let ways = window.harness.get_all_by_role_and_label(role, label);
    // One a screen, in their order: the laptop's own, then the other projector.
    ways.last().unwrap().click_accesskit();
    window.run();
    window.settle();
    assert_eq!(leading(&window).apart(), Some("HDMI-1"));
    let kept = settings::read(&desk.folder.path().join("reglages.ron"));
    assert_eq!(kept.screen.as_deref(), Some("HDMI-1"));
    let again = Window::leading(full_example(), USUAL, 6, &desk);
    assert_eq!(leading(&again).apart(), Some("HDMI-1"));
}

#[test]
fn on_one_screen_the_aids_are_one_key_away() {
    let desk = Desk::one();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    assert!(!window.shows_some("Mes notes"));
    window.press(Key::F6);
    assert!(window.shows_some("Mes notes"));
    assert!(leading(&window).screens.has_aids());
    window.press(Key::Escape);
    assert!(!leading(&window).screens.has_aids(), "one level, not two");
    assert!(!window.shows_some("Mes notes"));
}

#[test]
fn a_finger_on_the_rooms_own_screen_places_and_writes() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    let output = wall.pass(&mut window, Vec::new());
    let pole = texts(&output).into_iter().find(|text| text.words == "Expert").unwrap().rows[0];
    let said = texts(&output).into_iter().find(|it| it.words.contains("crans vers")).unwrap();
    let at = pos2(pole.left(), said.rows[0].top() - 40.0);
    for pressed in [true, false] {
        let press = Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        drop(wall.pass(&mut window, vec![Event::PointerMoved(at), press]));
    }
    drop(wall.pass(&mut window, Vec::new()));
    assert_eq!(window.design().axes[0].step.unwrap().get(), -3);
    // The remote speaks to whichever window the system thinks of.
    let beat = leading(&window).at;
    drop(wall.pass(&mut window, vec![Window::key_event(Modifiers::NONE, Key::PageDown)]));
    assert_eq!(leading(&window).at, beat + 1);
}

#[test]
fn a_room_is_measured_named_kept_and_found_again() {
    let desk = Desk::one();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Salle…");
    window.focus("Distance du dernier rang\u{a0}: 6,00\u{a0}m");
    window.press(Key::ArrowRight);
    assert_eq!(leading(&window).room.distance, 620);
    window.activate("Hauteur de l’image\u{a0}: plus");
    assert_eq!(leading(&window).room.image, 105);
    window.activate("ligne 7");
    assert_eq!(leading(&window).room.line, Some(7));
    window.harness.get_by_label("Nom de la salle").focus();
    window.run();
    window.type_text("Salle B.");
    window.activate_button("Garder");
    window.settle();
    assert!(window.app().view().leading.is_none(), "one is where one was");
    let kept = settings::read(&desk.folder.path().join("reglages.ron"));
    let room = Room { name: "Salle B.".into(), image: 105, distance: 620, line: Some(7) };
    assert_eq!(
        (kept.rooms.as_slice(), kept.room.as_deref()),
        ([room.clone()].as_slice(), Some("Salle B."))
    );
    drop(window);
    // The next day.
    let again = Window::leading(full_example(), USUAL, 6, &desk);
    assert_eq!(leading(&again).room, room);
}

#[test]
fn the_page_of_the_room_holds_at_every_size() {
    for image in super::layout::SIZES {
        for heights in [2, 4, 6, 8, 12] {
            let desk = Desk::one();
            let mut window = Window::leading(full_example(), image, heights, &desk);
            window.press(Key::Escape);
            window.choose_in_menu("Animer", "Salle…");
            for line in [None, Some("ligne 1"), Some("ligne 5"), Some("ligne 8")] {
                if let Some(line) = line {
                    window.activate(line);
                }
                let what = format!("{image:?}, {heights} heights, {line:?}");
                let all = texts(window.harness.output());
                for text in &all {
                    assert_eq!(text.cut_rows + text.hidden_rows, 0, "{what}: {:?}", text.words);
                    for row in &text.rows {
                        let page = egui::Rect::from_min_size(egui::Pos2::ZERO, image);
                        assert!(page.contains_rect(*row), "{what}: {:?} {row:?}", text.words);
                    }
                }
            }
        }
    }
}

#[test]
fn this_computer_is_checked_in_plain_sentences() {
    for (desk, said) in [(Desk::two(), "Plusieurs écrans"), (Desk::one(), "Un seul écran")] {
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        window.press(Key::Escape);
        window.choose_in_menu("Animer", "Vérifier ce poste");
        window.settle();
        for part in [said, "On peut écrire", "Il reste", "La salle n’a pas été mesurée"] {
            assert!(window.shows_some(part), "{part}");
        }
        super::layout::check_focus(&window, USUAL, 18.0, "check");
        window.activate_button("Mesurer la salle");
        assert!(window.shows("ligne 7"));
    }
}

#[test]
fn a_lab_without_a_file_is_checked_where_it_would_be_saved() {
    let mut window = Window::blank();
    window.choose_in_menu("Animer", "Vérifier ce poste");
    window.settle();
    assert!(window.shows_some("le dossier où ce labo s’enregistrera"));
    let here = std::env::current_dir().unwrap();
    assert!(!window.shows_some(here.to_str().unwrap()), "nobody saves beside the program");
}

#[test]
fn when_both_screens_show_the_same_image_the_notes_are_hidden() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    assert!(window.shows_some("Mes notes"));
    desk.screens.0.lock().unwrap()[1].x = 0;
    window.run();
    assert!(!window.app().has_wall() && !window.shows_some("Mes notes"));
    assert!(window.shows_some("la même image"));
    window.activate("Compris");
    // From the start, the room sees what the leader does: the scene alone.
    window.press(Key::Escape);
    window.press(Key::F5);
    assert!(!window.app().has_wall() && !window.shows_some("Mes notes"));
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Vérifier ce poste");
    window.settle();
    assert!(window.shows_some("la salle verrait vos notes"));
}

#[test]
fn a_visitor_interrupts_a_workshop_and_it_goes_on_where_it_was() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    window.activate_button("Démarrer");
    window.run();
    let before = leading(&window).clone();
    window.choose_in_menu("Animer", "Cinq minutes, pour un visiteur");
    assert!(leading(&window).is_visit() && window.app().has_wall());
    window.activate_button("Revenir à l’atelier");
    let after = leading(&window);
    assert_eq!((after.at, after.timer, after.is_visit()), (before.at, before.timer, false));
    assert!(window.app().has_wall());
}

#[test]
fn a_projection_left_and_begun_again_at_the_same_step_keeps_its_time() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    window.activate_button("Démarrer");
    window.activate_button("+\u{a0}5\u{a0}min");
    let before = leading(&window).clone();
    window.press(Key::Escape);
    window.press(Key::F5);
    let after = leading(&window);
    assert_eq!((after.at, after.timer, &after.played), (before.at, before.timer, &before.played));
}

#[test]
fn a_longer_break_says_the_new_hour() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    go_to(&mut window, |scene| *scene == Scene::Break);
    let hour = |window: &Window| leading(window).back.unwrap();
    let before = hour(&window);
    window.activate_button("+\u{a0}5\u{a0}min");
    assert_eq!(hour(&window), (before + 5) % (24 * 60));
}

#[test]
fn one_verdict_on_the_page_of_the_room_and_when_this_computer_is_checked() {
    for (line, verdict) in
        [(5, "tout ne peut pas se lire du fond"), (6, "la plus grande taille est gardée"), (8, "")]
    {
        let desk = Desk::one();
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        window.press(Key::Escape);
        window.choose_in_menu("Animer", "Salle…");
        assert!(window.shows_some("Salle non mesurée\u{a0}: on suppose 6\u{a0}hauteurs d’image"));
        window.activate(&format!("ligne {line}"));
        assert!(!window.shows_some("on suppose"), "somebody went to the back");
        let said = |window: &Window, part: &str| part.is_empty() || window.shows_some(part);
        assert!(said(&window, verdict), "line {line}");
        window.press(Key::Escape);
        window.choose_in_menu("Animer", "Vérifier ce poste");
        window.settle();
        assert!(said(&window, verdict), "line {line}");
        assert!(!window.shows_some("n’a pas été mesurée"));
        let checks = window.app().view().checks.clone().unwrap();
        let room = checks.iter().find(|it| it.what.contains("dernier rang")).unwrap();
        let state = if line == 5 { State::Bad } else { State::Good };
        assert_eq!(room.state, state, "line {line}");
    }
}

#[test]
fn a_room_that_nobody_measured_is_told_as_a_hypothesis() {
    let desk = Desk::two();
    let mut window = Window::leading(longest_but_short(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    for _ in 0..40 {
        drop(wall.pass(&mut window, Vec::new()));
        window.run();
        if !window.app().shown().small.is_empty() {
            break;
        }
        window.press(Key::PageDown);
    }
    assert!(
        window.shows_some("Salle non mesurée\u{a0}: si le dernier rang est à 6"),
        "a hypothesis"
    );
    window.choose_in_menu("Animer", "Salle…");
    // As good eyes as the distance supposes: nothing else changes.
    window.activate("ligne 8");
    window.press(Key::Escape);
    drop(wall.pass(&mut window, Vec::new()));
    window.run();
    assert!(window.shows_some("le dernier rang est à 6\u{a0}m."), "a fact, once measured");
}

#[test]
fn from_the_chart_and_the_measures_one_is_where_one_was() {
    for line in ["Salle…", "Mire de la salle"] {
        for desk in [Desk::one(), Desk::two()] {
            let design = full_example();
            let mut window = Window::leading(design.clone(), USUAL, 6, &desk);
            window.press(Key::Escape);
            // From a step in large.
            window.activate("Gouvernance\u{a0}: ouvrir en grand");
            let focus = window.app().view().focus.clone();
            for key in [Key::Escape, Key::PageDown] {
                window.choose_in_menu("Animer", line);
                assert!(leading(&window).cover.is_some());
                window.press(key);
                let view = &window.app().view();
                assert!(view.leading.is_none() && !window.app().has_wall(), "{line}, {key:?}");
                assert_eq!(view.focus, focus, "{line}, {key:?}");
            }
            // The key that projects does what it says.
            window.choose_in_menu("Animer", line);
            window.press(Key::F5);
            assert_eq!(leading(&window).cover, None);
            assert_eq!(
                *leading(&window).scene(),
                Scene::At(Place::Field(FieldKey::Known("gouvernance".into())))
            );
            // While one projects, the step is there again.
            if window.app().has_wall() {
                window.choose_in_menu("Animer", line);
                window.press(Key::Escape);
                assert_eq!(
                    *leading(&window).scene(),
                    Scene::At(Place::Field(FieldKey::Known("gouvernance".into())))
                );
                assert!(leading(&window).cover.is_none());
            }
        }
    }
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Vérifier ce poste");
    window.settle();
    window.activate_button("Mesurer la salle");
    window.activate("ligne 8");
    window.activate_button("Revenir (Échap)");
    window.settle();
    assert!(window.app().view().leading.is_none());
    assert!(window.shows_some("le dernier rang est à"), "it is looked at again");
}

#[test]
fn on_the_page_of_the_room_no_words_meet_and_its_name_shows_whole() {
    use egui::vec2;
    for image in
        [vec2(1024.0, 768.0), vec2(1280.0, 720.0), vec2(1366.0, 768.0), vec2(1920.0, 1080.0)]
    {
        for heights in [2, 4, 6, 8, 12] {
            for name in
                ["", "Salle du conseil", "Salle des mariages de l’ancienne mairie, 2e étage, fond"]
            {
                let room = Room {
                    name: name.into(),
                    image: 100,
                    distance: 100 * heights,
                    ..Room::default()
                };
                let mut window = Window::in_room(full_example(), image, room);
                window.choose_in_menu("Animer", "Salle…");
                for line in [None, Some(1), Some(3), Some(4), Some(5), Some(6), Some(7), Some(8)] {
                    if let Some(line) = line {
                        window.activate(&format!("ligne {line}"));
                    }
                    let what = format!("{image:?}, {heights} heights, {name}, line {line:?}");
                    let all = texts(window.harness.output());
                    let page = egui::Rect::from_min_size(egui::Pos2::ZERO, image);
                    let rows: Vec<(usize, egui::Rect)> = all
                        .iter()
                        .enumerate()
                        .flat_map(|(at, text)| text.rows.iter().map(move |row| (at, *row)))
                        .collect();
                    super::room::no_two_meet(&all, &rows, &what);
                    apart(&all, &rows, &what);
                    for text in &all {
                        assert_eq!(text.cut_rows + text.hidden_rows, 0, "{what}: {}", text.words);
                        assert!(text.rows.iter().all(|row| page.contains_rect(*row)), "{what}");
                    }
                    let shown = |words: &str| all.iter().any(|text| text.words == words);
                    assert!(name.is_empty() || shown(name), "{what}");
                    assert!(shown("Revenir (Échap)") && shown("Garder"), "{what}");
                }
            }
        }
    }
}

/// On one line, two texts leave at least a word's space between them: to touch is not to overlap, and reads as one word.
fn apart(all: &[super::layout::Text], rows: &[(usize, egui::Rect)], what: &str) {
    const APART: f32 = 10.0;
    for (index, (of, row)) in rows.iter().enumerate() {
        for (other, beside) in &rows[index + 1..] {
            let shared = row.y_range().intersection(beside.y_range()).span();
            if of == other || shared < row.height().min(beside.height()) * 0.25 {
                continue;
            }
            let gap = (beside.left() - row.right()).max(row.left() - beside.right());
            assert!(
                gap >= APART,
                "{what}: {gap} between « {} » and « {} »",
                all[*of].words,
                all[*other].words
            );
        }
    }
}

#[test]
fn where_the_room_sees_the_notes_nothing_says_that_it_does_not() {
    for (desk, private) in [(Desk::one(), false), (Desk::two(), true)] {
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        if !private {
            window.press(Key::F6);
        }
        let all = texts(window.harness.output());
        let says = |words: &str| all.iter().any(|text| text.words.contains(words));
        assert!(says("Mes notes"));
        assert_eq!(says("Pour vous seulement"), private);
        assert_eq!(says("la salle ne les voit pas"), private);
        assert_eq!(says("la salle les voit"), !private);
    }
}
