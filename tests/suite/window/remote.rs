//! A presentation remote sends page keys or arrows, F5, Escape, B or « . », whatever the person who leads is doing: it leads
//! on or does nothing, it never moves what the group placed, never shows the room what is behind.

use dessiner_un_labo::intent::leading::Cover;
use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::ui::views::focus::frame;
use egui::{Event, Key, Modifiers, pos2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::leader::{Desk, ROOM, Wall, go_to, leading, on_a_rail};
use super::{USUAL, Window, full_example};

fn on_an_axis(desk: &Desk) -> Window {
    let mut window = Window::leading(full_example(), USUAL, 6, desk);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    window
}

fn focus(window: &Window) -> Option<Focus> {
    window.app().view().focus.clone()
}

#[test]
fn arrows_lead_on_and_never_move_the_handle() {
    for desk in [Desk::one(), Desk::two()] {
        let mut window = on_an_axis(&desk);
        let (before, at) = (window.design().clone(), leading(&window).at);
        for (key, by) in [
            (Key::ArrowRight, 1),
            (Key::ArrowDown, 2),
            (Key::ArrowLeft, 1),
            (Key::ArrowUp, 0),
            (Key::ArrowUp, -1),
        ] {
            window.press(key);
            assert_eq!(leading(&window).at, at.strict_add_signed(by), "{key:?}");
        }
        assert_eq!(*window.design(), before);
    }
}

#[test]
fn arrows_lead_on_after_a_press_on_next_and_from_the_rooms_own_window() {
    let desk = Desk::two();
    let mut window = on_an_axis(&desk);
    let at = leading(&window).at;
    window.focus("Suivant");
    window.press(Key::Space);
    assert_eq!(window.focused(), "Suivant", "pressed by the keyboard, it keeps it");
    window.press(Key::ArrowRight);
    assert_eq!((leading(&window).at, window.focused().as_str()), (at + 2, "Suivant"));
    let wall = Wall::of(ROOM);
    let before = window.design().clone();
    drop(wall.pass(&mut window, vec![Window::key_event(Modifiers::NONE, Key::ArrowLeft)]));
    assert_eq!(leading(&window).at, at + 1);
    assert_eq!(*window.design(), before);
}

#[test]
fn a_rail_that_was_deliberately_given_the_keyboard_hears_the_arrows() {
    let desk = Desk::one();
    let mut window = on_an_axis(&desk);
    on_a_rail(&mut window);
    let at = leading(&window).at;
    window.press(Key::ArrowLeft);
    assert_eq!((leading(&window).at, window.design().axes[0].step.unwrap().get()), (at, 1));
    // The next step gives it to nothing again.
    window.press(Key::PageDown);
    let before = window.design().clone();
    window.press(Key::ArrowLeft);
    assert_eq!((leading(&window).at, window.design()), (at, &before));
}

#[test]
fn what_stands_beside_the_order_of_play_gives_the_keyboard_to_nothing_either() {
    let desk = Desk::two();
    let mut window = on_an_axis(&desk);
    window.press(Key::F2);
    window.harness.get_by_label_contains("Pilote / Support\u{a0}: 1 cran").click_accesskit();
    window.run();
    assert_eq!(focus(&window), Some(Focus::At(Place::Axis("pilote-support".into()))));
    let before = window.design().clone();
    window.press(Key::ArrowLeft);
    window.type_text("b");
    assert_eq!(leading(&window).cover, Some(Cover::Black), "no text took the letter");
    assert_eq!(*window.design(), before);
}

#[test]
fn projecting_gives_the_keyboard_to_nothing_and_shows_the_first_page_whatever_is_in_front() {
    type Opens = fn(&mut Window);
    let compare: Opens = |window| window.activate("Comparer");
    let side_by_side: Opens = |window| {
        window.activate("Comparer");
        window.activate("Côte à côte");
    };
    let place: Opens = |window| window.activate("Les placer");
    let standing: Opens = |window| window.press(Key::F2);
    let next_steps: Opens = |window| window.choose_in_menu("Édition", "Prochaines étapes");
    for (what, opens) in [
        ("compare", compare),
        ("side by side", side_by_side),
        ("place", place),
        ("standing", standing),
        ("next steps", next_steps),
    ] {
        for desk in [Desk::one(), Desk::two()] {
            let mut window = Window::leading(full_example(), vec2(1024.0, 600.0), 6, &desk);
            window.press(Key::Escape);
            window.press(Key::Escape);
            opens(&mut window);
            let there = focus(&window);
            assert!(there.is_some(), "{what}");
            for _ in 0..3 {
                window.press(Key::PageDown);
                if focus(&window) != there {
                    window.press(Key::PageUp);
                }
            }
            let before = window.design().clone();
            window.press(Key::F5);
            assert_eq!(focus(&window), there, "{what}");
            assert_eq!(window.focused(), "", "{what}: nothing has the keyboard");
            assert_eq!(frame::offset(&window.harness.ctx), 0.0, "{what}: from its first page");
            for key in [Key::ArrowRight, Key::ArrowLeft, Key::End] {
                window.press(key);
            }
            assert_eq!(*window.design(), before, "{what}");
        }
    }
}

#[test]
fn the_key_that_projects_pressed_again_never_ends_the_projection() {
    for desk in [Desk::one(), Desk::two()] {
        let mut window = on_an_axis(&desk);
        let at = leading(&window).at;
        for _ in 0..3 {
            window.press(Key::F5);
            assert_eq!(leading(&window).at, at);
            assert_eq!(window.app().has_wall(), desk.screens.0.lock().unwrap().len() == 2);
        }
        // From the room's own window too.
        if window.app().has_wall() {
            let wall = Wall::of(ROOM);
            drop(wall.pass(&mut window, vec![Window::key_event(Modifiers::NONE, Key::F5)]));
            assert!(window.app().has_wall());
        }
    }
}

#[test]
fn with_a_page_of_the_program_in_front_the_room_goes_on() {
    for (line, page) in [
        ("Déroulé…", Focus::Order),
        ("Vérifier ce poste", Focus::Check),
        ("Mener l’atelier", Focus::Help(dessiner_un_labo::text::help::Page::Lead)),
    ] {
        let desk = Desk::two();
        let mut window = on_an_axis(&desk);
        let (before, at) = (window.design().clone(), leading(&window).at);
        let menu = if line == "Mener l’atelier" { "Aide" } else { "Animer" };
        window.choose_in_menu(menu, line);
        window.settle();
        assert_eq!(focus(&window), Some(page.clone()));
        window.press(Key::PageDown);
        assert_eq!((leading(&window).at, focus(&window)), (at + 1, Some(page.clone())), "{line}");
        window.press(Key::PageUp);
        assert_eq!(leading(&window).at, at, "{line}");
        let wall = Wall::of(ROOM);
        assert!(!wall.words(&mut window).is_empty());
        window.type_text(".");
        assert!(wall.words(&mut window).is_empty(), "{line}: the room is black");
        window.type_text(".");
        assert!(!wall.words(&mut window).is_empty(), "{line}");
        for key in [Key::ArrowRight, Key::ArrowLeft, Key::ArrowDown, Key::ArrowUp] {
            window.press(key);
        }
        assert_eq!(*window.design(), before, "{line}");
        window.press(Key::F5);
        assert_eq!((focus(&window), window.app().has_wall()), (None, true), "{line}");
    }
}

#[test]
fn on_one_screen_a_page_of_the_program_gives_way_to_the_image() {
    for key in [Key::PageDown, Key::F5, Key::Escape] {
        let desk = Desk::one();
        let mut window = on_an_axis(&desk);
        let at = leading(&window).at;
        window.press(Key::F6);
        window.activate_button("Changer le déroulé…");
        assert_eq!(focus(&window), Some(Focus::Order));
        // The size of the desk, and a way out that shows.
        assert_eq!(window.app().view().scale(USUAL), 1.0);
        assert!(window.shows("Revenir à l’étape projetée"));
        for _ in 0..9 {
            if focus(&window).is_some() {
                window.press(key);
            }
        }
        assert_eq!((focus(&window), leading(&window).at), (None, at), "{key:?}");
    }
}

#[test]
fn with_a_menu_open_the_room_goes_on_and_nothing_is_chosen() {
    let desk = Desk::two();
    let mut window = on_an_axis(&desk);
    let (before, at) = (window.design().clone(), leading(&window).at);
    window.activate("Fichier");
    assert!(window.shows("Enregistrer sous…"));
    window.press(Key::PageDown);
    assert_eq!(leading(&window).at, at + 1);
    assert!(!window.shows("Enregistrer sous…"), "it is closed");
    window.activate("Animer");
    window.press(Key::F5);
    assert!(window.app().has_wall() && !window.shows("Répétition"));
    window.activate("Édition");
    window.type_text("b");
    assert_eq!(leading(&window).cover, Some(Cover::Black));
    assert!(!window.shows("Annuler"), "nothing hangs over a black screen");
    window.press(Key::Escape);
    assert_eq!(leading(&window).cover, None);
    assert_eq!(*window.design(), before);
}

#[test]
fn in_a_private_note_a_letter_is_a_letter_and_the_page_keys_lead_on() {
    let desk = Desk::two();
    let mut window = on_an_axis(&desk);
    let at = leading(&window).at;
    window.focus("Mes notes pour cette étape");
    window.type_text("b.");
    assert_eq!((leading(&window).cover, &*leading(&window).play.beats[at].note), (None, "b."));
    window.press(Key::PageDown);
    assert_eq!(leading(&window).at, at + 1);
}

#[test]
fn left_for_the_canvas_the_time_goes_on_and_the_projection_comes_back_where_it_was() {
    for desk in [Desk::one(), Desk::two()] {
        let mut window = on_an_axis(&desk);
        window.press(Key::PageDown);
        if !window.app().has_wall() {
            window.press(Key::F6);
        }
        window.activate_button("Démarrer");
        let before = leading(&window).clone();
        while window.app().view().leading.is_some() || focus(&window).is_some() {
            window.press(Key::Escape);
        }
        window.press(Key::F5);
        let after = leading(&window);
        assert_eq!((after.at, after.timer), (before.at, before.timer));
        assert!(after.timer.runs());
        let said = "La projection reprend\u{a0}: Pilote\u{a0}/ Support, 6\u{a0}min restent sur 6";
        assert!(window.shows(said), "it is said");
    }
}

#[test]
fn begun_again_at_another_step_the_time_still_runs() {
    let desk = Desk::two();
    let mut window = on_an_axis(&desk);
    window.activate_button("Démarrer");
    let at = leading(&window).at;
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.activate("Gouvernance\u{a0}: ouvrir en grand");
    window.press(Key::F5);
    let after = leading(&window);
    assert_eq!(*after.scene(), Scene::At(Place::Field(FieldKey::Known("gouvernance".into()))));
    assert!(after.timer.runs() && after.played.contains(&at));
}

#[test]
fn escape_during_a_drag_puts_the_handle_back_and_leaves_nothing_else() {
    let rail = "Pilote / Support\u{a0}: 1 cran vers Support";
    for projects in [false, true] {
        let mut window = Window::on(full_example(), USUAL, 1.0);
        if projects {
            window.press(Key::F5);
            go_to(&mut window, |scene| *scene == Scene::At(Place::Axis("pilote-support".into())));
        } else {
            window.activate("Pilote / Support\u{a0}: 1 cran vers Support");
        }
        let before = window.design().clone();
        let rect = window.rect(rail);
        let handle = pos2(rect.left() + rect.width() * 0.645, rect.center().y);
        window.harness.hover_at(handle);
        window.harness.step();
        window.harness.drag_at(handle);
        window.harness.step();
        for step in 1..=3 {
            window.harness.hover_at(handle - vec2(rect.width() * 0.15 * step as f32, 0.0));
            window.harness.step();
        }
        assert_ne!(*window.design(), before, "it follows the hand");
        window.harness.key_press(Key::Escape);
        window.harness.step();
        window.harness.step();
        assert_eq!(*window.design(), before);
        window.harness.hover_at(handle + vec2(40.0, 0.0));
        window.harness.drop_at(handle + vec2(40.0, 0.0));
        window.run();
        assert_eq!(*window.design(), before, "the button that is let go places nothing");
        assert!(!window.modified());
        assert_eq!(window.app().view().leading.is_some(), projects, "one level");
    }
}

#[test]
fn escape_during_a_drag_puts_an_end_of_a_disagreement_back() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.activate("Pilote\u{a0}: ouvrir en grand");
    let before = window.design().clone();
    let end = window.harness.get_by_label_contains("bout gauche du désaccord").rect().center();
    window.harness.hover_at(end);
    window.harness.step();
    window.harness.drag_at(end);
    window.harness.step();
    window.harness.hover_at(end - vec2(300.0, 0.0));
    window.harness.step();
    window.harness.step();
    assert_ne!(*window.design(), before);
    window.harness.key_press(Key::Escape);
    window.harness.step();
    window.harness.drop_at(end - vec2(300.0, 0.0));
    window.run();
    assert_eq!(*window.design(), before);
    assert!(focus(&window).is_some(), "one level");
}

#[test]
fn a_click_while_the_pointer_lights_the_room_touches_nothing() {
    let design = full_example();
    for held in [false, true] {
        for desk in [Desk::one(), Desk::two()] {
            let mut window = Window::leading(design.clone(), USUAL, 6, &desk);
            for _ in 0..14 {
                if held {
                    window.harness.event(Event::ModifiersChanged(Modifiers::COMMAND));
                } else if !leading(&window).pointer.on {
                    let two = window.app().has_wall();
                    if !two {
                        window.press(Key::F6);
                    }
                    window.activate_button("Pointeur");
                    if !two {
                        window.press(Key::F6);
                    }
                }
                let image = if window.app().has_wall() {
                    let seen = window.rect("Ce que la salle voit");
                    egui::Rect::from_min_size(seen.left_bottom(), vec2(500.0, 290.0))
                } else {
                    window.harness.ctx.content_rect()
                };
                for x in 1..8 {
                    for y in 1..6 {
                        let part = vec2(x as f32 / 8.0, y as f32 / 6.0);
                        let at = image.min + image.size() * part;
                        window.harness.hover_at(at);
                        window.harness.step();
                        window.harness.drag_at(at);
                        window.harness.step();
                        window.harness.drop_at(at);
                        window.harness.step();
                    }
                }
                assert_eq!(*window.design(), design, "{:?}", leading(&window).scene());
                assert!(leading(&window).writing.is_none());
                window.press(Key::PageDown);
            }
        }
    }
}
