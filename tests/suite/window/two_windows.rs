//! Two windows, one workshop: what is asked, typed or said in one of them, and what the other shows of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use dessiner_un_labo::app::App;
use dessiner_un_labo::app::document::Document;
use dessiner_un_labo::intent::leading::{Cover, Side};
use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::design::FreeField;
use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::model::room::Room;
use dessiner_un_labo::platform::screens::{Screen, Screens};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::layout::texts;
use super::leader::{Desk, ROOM, Wall, go_to, leading, on_a_rail, screen};
use super::{USUAL, Window, catalogue, full_example};

/// On an axis whose note takes several pages.
fn on_a_long_note(desk: &Desk) -> Window {
    let mut design = full_example();
    let words = "Une phrase que le groupe tient à garder entière. ".repeat(40);
    design.axes[0].note = words.as_str().into();
    let mut window = Window::leading(design, USUAL, 6, desk);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    window
}

#[test]
fn a_page_key_in_the_middle_of_a_text_turns_its_page_and_not_the_step() {
    for desk in [Desk::one(), Desk::two()] {
        let mut window = on_a_long_note(&desk);
        let wall = Wall::of(ROOM);
        let two = window.app().has_wall();
        let look = |window: &mut Window| {
            if two {
                drop(wall.pass(window, Vec::new()));
                window.run();
            }
        };
        look(&mut window);
        let (at, pages) = (leading(&window).at, window.app().shown().pages);
        assert!(pages > 2, "{pages} pages");
        let note = window.harness.get_all_by_role(Role::Button).find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with("Une phrase"))
        });
        note.unwrap().click_accesskit();
        window.run();
        look(&mut window);
        assert!(leading(&window).writing.is_some());
        window.press(Key::PageDown);
        look(&mut window);
        let now = leading(&window);
        assert_eq!((now.at, now.page, now.writing.is_some()), (at, 1, false));
        assert_eq!(window.app().shown().pages, pages);
    }
}

#[test]
fn the_pages_of_what_has_just_been_typed_are_gone_through_too() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    on_a_rail(&mut window);
    let at = leading(&window).at;
    window.type_text("Une phrase que le groupe tient à garder entière. ");
    let text = "Une autre phrase, que personne n’avait encore dite ce matin. ".repeat(20);
    window.harness.event(Event::Paste(text));
    window.run();
    drop(wall.pass(&mut window, Vec::new()));
    window.run();
    window.press(Key::PageDown);
    assert_eq!((leading(&window).at, leading(&window).page), (at, 1));
}

#[test]
fn a_notice_in_front_of_the_room_leaves_the_arrows_to_the_remote() {
    let desk = Desk::one();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    assert_eq!(window.focused(), "Projeter sur cet écran");
    let place = |window: &Window| (leading(window).at, leading(window).page);
    let (before, mut at) = (window.design().clone(), place(&window));
    for _ in 0..3 {
        window.press(Key::ArrowRight);
        assert!(place(&window) > at, "the room goes on");
        at = place(&window);
        assert_eq!(window.focused(), "Projeter sur cet écran", "a key answers it still");
    }
    window.press(Key::ArrowLeft);
    assert!(place(&window) < at);
    assert_eq!(*window.design(), before);
    window.press(Key::Enter);
    assert!(window.app().has_wall());
}

#[test]
fn an_arrow_never_goes_from_a_button_to_a_handle() {
    let desk = Desk::two();
    for name in ["Démarrer", "Écran noir", "Montrer le temps à la salle"] {
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
        let before = window.design().clone();
        window.harness.get_by_role_and_label(Role::Button, name).focus();
        window.run();
        let at = leading(&window).at;
        for _ in 0..3 {
            for key in [Key::ArrowLeft, Key::ArrowLeft, Key::ArrowUp, Key::ArrowDown] {
                window.press(key);
                assert_eq!(*window.design(), before, "{name}, {key:?}");
            }
        }
        assert_ne!(leading(&window).at, at, "{name}: the room goes back");
    }
}

#[test]
fn a_notice_that_is_not_true_any_more_gives_the_keyboard_back() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.press(Key::F2);
    assert_eq!(window.app().view().focus, Some(Focus::Standing));
    window.press(Key::Tab);
    let before = window.focused();
    assert!(!before.is_empty());
    desk.screens.0.lock().unwrap().pop();
    window.run();
    assert_eq!(window.focused(), "Projeter sur cet écran-ci");
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    assert!(!window.shows("Projeter sur cet écran-ci"));
    assert_eq!(window.focused(), before);
    // Who has gone elsewhere meanwhile stays there.
    desk.screens.0.lock().unwrap().pop();
    window.run();
    window.focus("Fichier");
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    assert_eq!(window.focused(), "Fichier");
}

#[test]
fn a_screen_that_goes_takes_what_offered_it() {
    let desk = Desk::one();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    assert!(window.shows("Projeter sur cet écran"));
    desk.screens.0.lock().unwrap().pop();
    window.run();
    assert!(!window.shows("Projeter sur cet écran"), "there is nothing to project on");
    assert_eq!(window.focused(), "");
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    window.activate("Projeter sur cet écran");
    assert!(window.app().has_wall());
    // It shows the same image: nothing is offered there either.
    let desk = Desk::one();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    desk.screens.0.lock().unwrap()[1].x = 0;
    window.run();
    assert!(!window.shows("Projeter sur cet écran"));
}

#[test]
fn letters_typed_in_the_rooms_window_where_nothing_takes_them_are_told() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    assert!(matches!(leading(&window).scene(), Scene::Overview));
    drop(wall.pass(&mut window, Window::letters("Oui").collect()));
    window.step();
    let told = |window: &Window| window.shows_some("Rien n’a été écrit");
    assert!(told(&window));
    // Where a text takes them, nothing is told.
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Field(FieldKey::Known(_)))));
    let field = texts(&wall.pass(&mut window, Vec::new()));
    let longest = field.iter().max_by_key(|text| text.words.len());
    let text = longest.unwrap().rows[0].center();
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let press = Event::PointerButton { pos: text, button, pressed, modifiers };
        drop(wall.pass(&mut window, vec![Event::PointerMoved(text), press]));
    }
    drop(wall.pass(&mut window, Vec::new()));
    assert_eq!(leading(&window).writing_on, Side::Wall);
    drop(wall.pass(&mut window, Window::letters("Oui").collect()));
    window.step();
    assert!(!told(&window));
}

#[test]
fn a_black_screen_closes_what_hangs_open() {
    for key in ["b", "."] {
        let desk = Desk::two();
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        window.activate("Édition");
        assert!(window.shows("Tout sélectionner"));
        window.type_text(key);
        assert_eq!(leading(&window).cover, Some(Cover::Black));
        assert!(!window.shows("Tout sélectionner"));
    }
}

/// A computer whose screens say when they change, and how often they were asked for.
#[derive(Clone)]
struct Told {
    screens: Desk2,
    asked: Arc<AtomicUsize>,
}

type Desk2 = Arc<std::sync::Mutex<(Vec<Screen>, Option<Box<dyn Fn() + Send>>)>>;

impl Screens for Told {
    fn all(&self) -> Vec<Screen> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        self.screens.lock().unwrap().0.clone()
    }

    fn watch(&self, wake: Box<dyn Fn() + Send>) -> bool {
        self.screens.lock().unwrap().1 = Some(wake);
        true
    }
}

#[test]
fn screens_that_say_when_they_change_are_asked_for_then_alone() {
    let all = vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, ROOM)];
    let told =
        Told { screens: Arc::new(std::sync::Mutex::new((all, None))), asked: Arc::default() };
    let screens = told.clone();
    let mut window = Window::with(USUAL, 1.0, |catalogue, dialogs| {
        App::on(catalogue, dialogs, Document::blank(full_example())).with_screens(Box::new(screens))
    });
    window.press(Key::F5);
    assert!(window.app().has_wall());
    let before = told.asked.load(Ordering::Relaxed);
    for _ in 0..5 {
        window.press(Key::PageDown);
    }
    assert_eq!(told.asked.load(Ordering::Relaxed), before, "nothing came or went");
    {
        let mut screens = told.screens.lock().unwrap();
        screens.0.pop();
        screens.1.as_ref().unwrap()();
    }
    window.run();
    assert!(!window.app().has_wall());
    assert_eq!(told.asked.load(Ordering::Relaxed), before + 1);
}

#[test]
fn things_of_a_list_with_the_same_words_are_each_told() {
    let mut design = Design::empty(&catalogue());
    let named = || FreeField { title: "Marraine".into(), ..FreeField::new() };
    design.free_fields = vec![named(), named(), named()];
    let mut window = Window::projecting(design, USUAL, 6);
    let mut most = 0;
    for _ in 0..4 {
        most = most.max(window.harness.query_all_by_label_contains("Marraine").count());
        window.press(Key::PageDown);
    }
    assert_eq!(most, 3);
}

#[test]
fn where_one_projects_is_told_whole_and_shown_as_far_as_there_is_room() {
    let long = "Salle des mariages de l’ancienne mairie annexe, deuxième étage au fond du couloir";
    for size in [vec2(1024.0, 768.0), USUAL] {
        let desk = Desk::with(vec![screen("eDP-1", 0, size), screen("HDMI-1", 1366, ROOM)]);
        let mut window = Window::with(size, 1.0, |catalogue, dialogs| {
            let room = Room { name: long.into(), ..Room::default() };
            App::on(catalogue, dialogs, Document::blank(full_example()))
                .in_room(room)
                .with_screens(Box::new(desk.screens.clone()))
        });
        window.press(Key::F5);
        assert!(window.shows_some(long), "{size:?}: told whole");
        let all = texts(window.harness.output());
        let place = all.iter().find(|text| text.words.contains("Salle des mar"));
        let place = place.unwrap_or_else(|| panic!("{size:?}: nothing shows"));
        let row = place.rows[0];
        let beside = all.iter().map(|text| text.rows.first().copied().unwrap_or(row));
        let beside =
            beside.filter(|it| it.left() > row.left() && it.y_range().contains(row.center().y));
        for other in beside {
            assert!(row.right() < other.left(), "{size:?}: {row:?}, {other:?}");
        }
    }
}

#[test]
fn a_measure_is_typed_and_a_point_in_it_darkens_nothing() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Field(FieldKey::Known(_)))));
    window.choose_in_menu("Animer", "Salle…");
    let figure = window.harness.get_all_by_role(Role::SpinButton).last().unwrap();
    figure.focus();
    window.run();
    window.type_text("7.4");
    assert_eq!(leading(&window).room.distance, 740);
    assert_eq!(leading(&window).cover, Some(Cover::Measure));
    assert!(leading(&window).writing.is_none());
    assert!(!window.shows_some("Rien n’a été écrit"));
}

#[test]
fn the_hour_of_start_is_typed() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.choose_in_menu("Animer", "Déroulé…");
    let figure = window.harness.get_all_by_role(Role::SpinButton).next().unwrap();
    figure.focus();
    window.run();
    window.type_text("1432");
    assert_eq!(leading(&window).play.start, Some(14 * 60 + 32));
    assert!(!window.shows_some("Rien n’a été écrit"));
    window.harness.get_by_label_contains("Commence à\u{a0}: 14").focus();
    window.type_text("x");
    assert!(window.shows_some("Rien n’a été écrit"), "what is no figure is told");
    // A press goes on to the round hours that people say.
    window.press(Key::ArrowUp);
    assert_eq!(leading(&window).play.start, Some(14 * 60 + 35));
}

#[test]
fn a_lock_moves_nothing_of_the_image() {
    for size in [USUAL, vec2(1024.0, 768.0)] {
        let mut design = full_example();
        design.axes[0].note = "".into();
        design.axes[0].disagreement = None;
        let desk = Desk::with(vec![screen("eDP-1", 0, size)]);
        let mut window = Window::leading(design, size, 6, &desk);
        go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
        let image = |window: &Window| {
            let all = texts(window.harness.output());
            let all = all.into_iter().filter(|text| !text.words.starts_with("Ne pas toucher"));
            all.map(|text| (text.words.clone(), text.rows)).collect::<Vec<_>>()
        };
        let before = image(&window);
        window.press(Key::F6);
        window.activate_button("Ne pas toucher");
        assert!(leading(&window).locked);
        assert_eq!(image(&window), before, "{size:?}");
        // What says so covers no words.
        let all = texts(window.harness.output());
        let said =
            all.iter().find(|text| text.words.starts_with("Ne pas toucher")).unwrap().rows[0];
        let others = all.iter().filter(|text| !text.words.starts_with("Ne pas toucher"));
        for other in others.flat_map(|text| &text.rows) {
            assert!(!other.intersects(said.expand(8.0)), "{size:?}: {other:?}");
        }
    }
}

#[test]
fn with_the_last_row_of_figures_scrolled_away_the_keyboard_brings_a_figure_back() {
    let desk = Desk::two();
    let size = vec2(683.0, 384.0);
    let mut window = Window::leading(full_example(), size, 6, &desk);
    window.choose_in_menu("Animer", "Déroulé…");
    for _ in 0..30 {
        window.press(Key::Tab);
    }
    let page = window.harness.ctx.content_rect();
    for turn in 0..60 {
        window.press_with(Modifiers::SHIFT, Key::Tab);
        let focused = window.harness.root();
        let node = focused.children_recursive().find(|node| node.is_focused());
        let Some(node) = node else { continue };
        assert!(page.intersects(node.rect()), "{turn}: {} is off the page", window.focused());
        if window.focused().starts_with("Commence à") {
            return;
        }
    }
    panic!("never reached");
}

#[test]
fn a_rail_in_the_rooms_window_still_hears_its_arrows() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    on_a_rail(&mut window);
    let (at, step) = (leading(&window).at, window.design().axes[0].step.unwrap().get());
    window.press(Key::ArrowLeft);
    assert_eq!(leading(&window).at, at);
    assert_eq!(window.design().axes[0].step.unwrap().get(), step - 1);
}
