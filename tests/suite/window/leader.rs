//! The leader's screen: what is edited there shows in the room, and what is private does not.

use std::sync::{Arc, Mutex};

use dessiner_un_labo::intent::leading::Leading;
use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::platform::screens::{Screen, Screens};
use dessiner_un_labo::ui::theme;
use egui::accesskit::Role;
use egui::{Context, FullOutput, Key, Modifiers, Pos2, RawInput, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::layout::texts;
use super::room::{IMAGES, longest, no_two_meet};
use super::{USUAL, Window, full_example};

/// A computer: its screens, which come and go, and a folder for what it keeps.
pub struct Desk {
    pub screens: Fake,
    pub folder: TempDir,
}

#[derive(Clone)]
pub struct Fake(pub Arc<Mutex<Vec<Screen>>>);

impl Screens for Fake {
    fn all(&self) -> Vec<Screen> {
        self.0.lock().unwrap().clone()
    }

    fn watch(&self, _wake: Box<dyn Fn() + Send>) -> bool {
        false
    }
}

pub fn screen(name: &str, x: i32, size: Vec2) -> Screen {
    let (width, height) = (size.x as u32, size.y as u32);
    Screen { name: name.into(), x, y: 0, width, height, scale: 1.0, listed: None }
}

pub const ROOM: Vec2 = vec2(1280.0, 720.0);

impl Desk {
    pub fn with(screens: Vec<Screen>) -> Desk {
        let screens = Fake(Arc::new(Mutex::new(screens)));
        Desk { screens, folder: tempfile::tempdir().unwrap() }
    }

    /// The laptop's own screen, and a projector at its right.
    pub fn two() -> Desk {
        Desk::with(vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, ROOM)])
    }

    pub fn one() -> Desk {
        Desk::with(vec![screen("eDP-1", 0, USUAL)])
    }
}

/// The room's own window.
pub struct Wall {
    ctx: Context,
    size: Vec2,
}

impl Wall {
    pub fn of(size: Vec2) -> Wall {
        let ctx = Context::default();
        theme::install(&ctx);
        Wall { ctx, size }
    }

    /// One pass of it, as the real window gives it one in each of its own.
    pub fn pass(&self, window: &mut Window, events: Vec<egui::Event>) -> FullOutput {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            events,
            time: Some(window.harness.ctx.input(|input| input.time)),
            ..RawInput::default()
        };
        let ctx = window.harness.ctx.clone();
        let app = window.harness.state_mut();
        let mut asked = Vec::new();
        let output = self.ctx.run_ui(input, |ui| asked = app.wall_pass(ui));
        app.apply_from_wall(&ctx, asked, false);
        output
    }

    pub fn words(&self, window: &mut Window) -> Vec<String> {
        let output = self.pass(window, Vec::new());
        texts(&output).into_iter().map(|text| text.words).collect()
    }
}

pub fn leading(window: &Window) -> &Leading {
    window.app().view().leading.as_ref().unwrap()
}

pub fn go_to(window: &mut Window, wanted: impl Fn(&Scene) -> bool) {
    for _ in 0..200 {
        if wanted(leading(window).scene()) {
            return;
        }
        window.press(Key::PageDown);
    }
    panic!("no such step");
}

fn on_an_axis(window: &mut Window) {
    go_to(window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
}

/// As one who means to place does: the keyboard is given to the rail.
pub fn on_a_rail(window: &mut Window) {
    on_an_axis(window);
    window.press(Key::Tab);
    assert!(window.focused().starts_with("Expert / Transversal"), "{}", window.focused());
}

#[test]
fn what_the_leader_changes_shows_in_the_room_in_the_same_frame() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    assert!(window.app().has_wall());
    on_a_rail(&mut window);
    assert!(
        wall.words(&mut window).contains(&"2\u{a0}crans vers Transversal".replace('\u{a0}', " "))
    );
    // One single frame of the leader's window, and the pass of the room's that it makes.
    window.one_frame([Window::key_event(Modifiers::NONE, Key::ArrowLeft)]);
    assert!(wall.words(&mut window).contains(&"1 cran vers Transversal".to_owned()));
    window.run();
    // A text too, letter by letter.
    let note = window.harness.get_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Le labo relie"))
    });
    note.unwrap().click_accesskit();
    window.run();
    window.one_frame(Window::letters("Oh"));
    assert!(wall.words(&mut window).iter().any(|words| words.ends_with("Oh")));
    window.press(Key::Escape);
    assert!(leading(&window).writing.is_none());
    assert!(window.design().axes[0].note.ends_with("Oh"));
}

#[test]
fn what_is_private_is_on_one_screen_alone() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Mes notes pour cette étape")
        .focus();
    window.run();
    window.type_text("Ne pas parler du budget");
    let wall = Wall::of(ROOM);
    let seen = wall.words(&mut window).join("\n");
    assert!(!seen.contains("budget") && !seen.contains("Mes notes") && !seen.contains("min"));
    // Each step has its own; it is there when one comes back.
    window.press(Key::PageDown);
    assert!(leading(&window).play.beats[1].note.is_empty());
    window.press(Key::PageUp);
    window.press(Key::PageUp);
    assert_eq!(&*leading(&window).play.beats[0].note, "Ne pas parler du budget");
    assert!(!window.modified(), "it is not a part of the design");
    let id = window.design().id;
    drop(window);
    let kept = desk.folder.path().join("deroules").join(format!("{id}.ron"));
    assert!(std::fs::read_to_string(kept).unwrap().contains("Ne pas parler du budget"));
    let window = Window::leading(full_example(), USUAL, 6, &desk);
    assert_eq!(&*leading(&window).play.beats[0].note, "Ne pas parler du budget");
}

#[test]
fn every_step_holds_on_the_leaders_screen() {
    for (size, zoom) in [
        (USUAL, 1.0),
        (vec2(1280.0, 720.0), 1.0),
        (vec2(1024.0, 768.0), 1.0),
        (vec2(1920.0, 1080.0), 1.0),
        (USUAL, 2.0),
        (vec2(1024.0, 768.0), 2.0),
    ] {
        for (fill, design) in [("full", full_example()), ("longest", longest())] {
            let desk = Desk::two();
            let mut window = Window::leading(design, size / zoom, 6, &desk);
            let wall = Wall::of(ROOM);
            for step in 0..40 {
                drop(wall.pass(&mut window, Vec::new()));
                window.run();
                let what = format!("{fill} {size:?} × {zoom}, step {step}");
                check(&window, size / zoom, &what);
                window.press(Key::PageDown);
            }
        }
    }
}

/// Nothing leaves the window; no two texts overlap outside the reduced image; what is pressed is large enough.
fn check(window: &Window, size: Vec2, what: &str) {
    let output = window.harness.output();
    let image = |words: &str| window.harness.query_all_by_label(words).next().is_some();
    assert!(image("Ce que la salle voit"), "{what}");
    let all = texts(output);
    let mut rows = Vec::new();
    for (at, text) in all.iter().enumerate() {
        // What is reduced is smaller: it is a picture of the room.
        if text.smallest < 12.9 {
            continue;
        }
        for row in &text.rows {
            let inside = row.left() >= -0.5 && row.right() <= size.x + 0.5;
            assert!(inside, "{what}: {:?} leaves the window", text.words);
            rows.push((at, *row));
        }
    }
    let seen = window.rect("Ce que la salle voit").bottom();
    let outside = |row: &Rect| row.left() > size.x * 0.42 || row.top() < seen;
    rows.retain(|(_, row)| outside(row));
    no_two_meet(&all, &rows, what);
    for name in
        ["Précédent", "Suivant", "Écran noir", "Ne pas toucher", "Quitter", "+\u{a0}5\u{a0}min"]
    {
        let rect = window.rect_of_button(name);
        assert!(rect.height() >= 43.9 && rect.width() >= 44.0, "{what}: {name} is {rect:?}");
    }
}

#[test]
fn every_warning_offers_ways_out_that_work() {
    for room in IMAGES {
        ways_out_of_every_warning(room);
    }
}

fn ways_out_of_every_warning(room: Vec2) {
    let mut seen = 0;
    for step in 0..31 {
        let desk = Desk::with(vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, room)]);
        let mut window = Window::leading(longest_but_short(), USUAL, 6, &desk);
        let wall = Wall::of(room);
        for _ in 0..step {
            window.press(Key::PageDown);
        }
        drop(wall.pass(&mut window, Vec::new()));
        window.run();
        let Some(small) = window.app().shown().small.first().cloned() else { continue };
        seen += 1;
        assert!(window.shows_some("Illisible au fond"), "step {step}");
        for way in ["La montrer seule", "Suite page suivante"] {
            window.activate_button(way);
            drop(wall.pass(&mut window, Vec::new()));
            window.run();
            assert_eq!(window.app().shown().small, [], "step {step}, {way}");
            assert!(!window.shows_some("Illisible au fond"), "step {step}, {way}");
            if way == "La montrer seule" {
                window.activate_button("Revenir à l’étape");
                drop(wall.pass(&mut window, Vec::new()));
                window.run();
                assert!(window.shows_some("Illisible au fond"), "step {step}: it comes back");
            }
        }
        let mut window = Window::leading(longest_but_short(), USUAL, 6, &desk);
        for _ in 0..step {
            window.press(Key::PageDown);
        }
        drop(wall.pass(&mut window, Vec::new()));
        window.run();
        window.activate_button("La raccourcir");
        assert_eq!(leading(&window).writing, Some(small.target));
        window.ctrl(Key::A);
        window.type_text("Court.");
        window.activate_button("Fini d’écrire");
        drop(wall.pass(&mut window, Vec::new()));
        window.run();
        let others = window.app().shown().small.len();
        assert!(others == 0 || window.shows_some("Illisible au fond"), "step {step}");
    }
    assert!(seen >= 3, "{room:?}: only {seen} steps have a text that is too small");
}

/// Texts a little too long for their step, so that they are set smaller rather than on pages.
pub fn longest_but_short() -> Design {
    let mut design = full_example();
    let words = "Une phrase assez longue, que le groupe tient à garder entière. ".repeat(6);
    for axis in &mut design.axes {
        axis.note = words.as_str().into();
    }
    for point in &mut design.points {
        point.note = words.as_str().into();
    }
    design
}

/// So many seconds later.
fn later(window: &mut Window, seconds: f64) {
    let now = window.harness.ctx.input(|input| input.time);
    window.harness.input_mut().time = Some(now + seconds);
    window.harness.step();
    window.harness.input_mut().time = None;
    window.harness.step();
}

#[test]
fn the_time_runs_is_stopped_extended_and_shown_and_ends_nothing() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    on_an_axis(&mut window);
    assert!(window.shows("6\u{a0}min restent sur 6"));
    window.activate_button("Démarrer");
    let at = leading(&window).at;
    later(&mut window, 61.0);
    assert!(window.shows("5\u{a0}min restent sur 6"));
    assert!(!wall.words(&mut window).iter().any(|words| words.contains("encore")));
    window.harness.get_by_label("Montrer le temps à la salle").click_accesskit();
    window.harness.step();
    window.harness.step();
    assert!(wall.words(&mut window).contains(&"encore 5\u{a0}min".to_owned()));
    window.harness.get_by_label("+\u{a0}5\u{a0}min").click_accesskit();
    window.harness.step();
    window.harness.step();
    assert!(window.shows("10\u{a0}min restent sur 11"));
    later(&mut window, 3600.0);
    assert!(window.shows_some("Temps dépassé"));
    assert_eq!(leading(&window).at, at, "time ends nothing");
    window.harness.get_by_label("Arrêter").click_accesskit();
    window.harness.step();
    window.run();
    assert!(window.shows("Démarrer"));
}

#[test]
fn a_computer_left_open_hears_nothing_but_the_way_out() {
    for desk in [Desk::two(), Desk::one()] {
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        on_an_axis(&mut window);
        if !window.app().has_wall() {
            window.press(Key::F6);
        }
        window.activate_button("Ne pas toucher");
        assert!(window.shows_some("Ne pas toucher"));
        let (before, at) = (window.design().clone(), leading(&window).at);
        for key in [Key::ArrowRight, Key::Space, Key::PageDown, Key::Delete, Key::F6, Key::F11] {
            window.press(key);
            window.type_text("b.");
        }
        for key in [Key::Z, Key::S, Key::N, Key::O, Key::P, Key::Q] {
            window.ctrl(key);
        }
        for part in 1..10 {
            window.click_at(egui::pos2(USUAL.x * part as f32 / 10.0, 130.0));
        }
        window.press(Key::Escape);
        assert!(!leading(&window).locked);
        assert_eq!((window.design(), leading(&window).at), (&before, at));
        assert!(!window.app().closing() && leading(&window).cover.is_none());
    }
}

#[test]
fn nothing_of_a_rehearsal_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = super::file_in(&folder, "a.ron");
    let bytes = std::fs::read(&file).unwrap();
    let mut window = Window::opening(&file);
    let before = window.design().clone();
    window.choose_in_menu("Animer", "Répétition");
    assert!(leading(&window).is_rehearsal());
    on_a_rail(&mut window);
    window.press(Key::ArrowLeft);
    assert_ne!(*window.design(), before);
    window.ctrl(Key::S);
    window.settle();
    assert!(window.shows_some("C’est une répétition"));
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
    window.activate("Compris");
    window.press(Key::Escape);
    assert_eq!(*window.design(), before);
    assert!(!window.modified());
    window.ctrl(Key::Z);
    assert_eq!(*window.design(), before, "an undo finds nothing of it");
}

#[test]
fn closing_during_a_rehearsal_asks_nothing_of_what_was_tried() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::opening(&super::file_in(&folder, "a.ron"));
    window.choose_in_menu("Animer", "Répétition");
    on_a_rail(&mut window);
    window.press(Key::ArrowLeft);
    window.ctrl(Key::Q);
    assert!(window.app().closing());
}

#[test]
fn a_large_pointer_follows_the_hand_and_what_it_is_on_comes_forward() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    let shapes = |window: &mut Window| wall.pass(window, Vec::new()).shapes.len();
    let without = shapes(&mut window);
    window.activate_button("Pointeur");
    window.harness.hover_at(egui::pos2(200.0, 250.0));
    window.run();
    assert!(leading(&window).pointer.at.is_some());
    assert!(shapes(&mut window) > without + 3, "a ring, and veils around a column");
    window.harness.hover_at(egui::pos2(1200.0, 700.0));
    window.run();
    assert_eq!(leading(&window).pointer.at, None, "outside the image it goes");
    window.press(Key::Escape);
    assert!(!leading(&window).pointer.on, "one level back");
    // Held: as long as Ctrl is, and only once the hand moves.
    window.harness.event(egui::Event::ModifiersChanged(Modifiers::COMMAND));
    window.harness.step();
    assert!(!leading(&window).pointer.held);
    window.harness.hover_at(egui::pos2(200.0, 250.0));
    window.harness.step();
    window.harness.step();
    assert!(leading(&window).pointer.at.is_some());
    window.harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.harness.step();
    window.run();
    assert_eq!(leading(&window).pointer.at, None);
}

#[test]
fn at_rest_a_frame_a_minute_at_most_is_drawn_and_none_where_no_hour_shows() {
    let delay = |window: &Window| {
        let output = &window.harness.output().viewport_output[&egui::ViewportId::ROOT];
        output.repaint_delay
    };
    let desk = Desk::one();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    // `run` fails when a frame follows each frame.
    window.run();
    window.harness.step();
    assert_eq!(delay(&window), std::time::Duration::MAX, "the room sees no hour");
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.run();
    window.harness.step();
    let minute = std::time::Duration::from_secs(1)..=std::time::Duration::from_secs(61);
    assert!(minute.contains(&delay(&window)), "{:?}", delay(&window));
    window.activate_button("Démarrer");
    window.harness.step();
    assert!(minute.contains(&delay(&window)), "{:?}", delay(&window));
    window.activate_button("Arrêter");
    // Without the leader's screen there is no hour, and no frame.
    window.press(Key::Escape);
    window.harness.step();
    assert_eq!(delay(&window), std::time::Duration::MAX);
}

/// What is under the leader's columns is said too: the layout test of the room covers the image.
#[test]
fn the_image_that_the_leader_sees_is_the_one_of_the_room() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let wall = Wall::of(ROOM);
    for _ in 0..31 {
        let room = wall.words(&mut window);
        let leader: Vec<String> =
            texts(window.harness.output()).into_iter().map(|text| text.words).collect();
        let whole = |text: &String| !leader.contains(text);
        let missing: Vec<&String> = room.iter().filter(|text| whole(text)).collect();
        // A line can end a word earlier in the reduction: a page then ends a line later.
        assert!(missing.len() <= 1, "{:?}: {missing:?}", leading(&window).scene());
        window.press(Key::PageDown);
    }
}

#[test]
fn a_handle_is_dragged_in_the_reduced_image() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    on_an_axis(&mut window);
    let rail = window.rect("Expert / Transversal\u{a0}: 2 crans vers Transversal");
    let from = egui::pos2(rail.left() + rail.width() * 0.77, rail.center().y);
    window.drag(from, egui::pos2(rail.left() + 20.0, rail.center().y));
    assert_eq!(window.design().axes[0].step.unwrap().get(), -3);
}

#[test]
fn an_undo_in_the_notes_takes_nothing_back_of_the_lab() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    on_a_rail(&mut window);
    window.press(Key::ArrowLeft);
    let before = window.design().clone();
    window.focus("Mes notes pour cette étape");
    window.type_text("oups");
    window.ctrl(Key::Z);
    assert_eq!(*window.design(), before);
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    assert_ne!(*window.design(), before, "outside, it does");
}

#[test]
fn a_workshop_cannot_be_put_in_rehearsal_by_a_visit_and_a_lost_screen_hides_the_notes() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.choose_in_menu("Animer", "Cinq minutes, pour un visiteur");
    window.choose_in_menu("Animer", "Répétition");
    desk.screens.0.lock().unwrap().pop();
    window.run();
    window.activate_button("Revenir à l’atelier");
    assert!(!leading(&window).is_rehearsal());
    let window_notes = |window: &Window| window.shows("Mes notes pour cette étape");
    desk.screens.0.lock().unwrap().push(screen("HDMI-1", 1366, ROOM));
    window.run();
    assert!(window.app().has_wall() && window_notes(&window));
    desk.screens.0.lock().unwrap().pop();
    window.run();
    assert!(!window_notes(&window), "the screen that is left may be the room's");
    window.activate_button("Montrer mes notes");
    assert!(window_notes(&window));
}

#[test]
fn what_a_rehearsal_tried_is_never_taken_for_what_comes_after() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::opening(&super::file_in(&folder, "a.ron"));
    window.choose_in_menu("Animer", "Répétition");
    on_a_rail(&mut window);
    window.press(Key::ArrowLeft);
    let tried = window.app().document().revision();
    window.press(Key::Escape);
    window.press(Key::F5);
    on_a_rail(&mut window);
    window.press(Key::ArrowLeft);
    assert_ne!(window.app().document().revision(), tried);
}

#[test]
fn a_note_emptied_at_once_comes_back_with_an_undo() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    on_an_axis(&mut window);
    window.focus("Mes notes pour cette étape");
    window.type_text("Donner la parole au fond");
    let note = |window: &Window| {
        use egui_kittest::kittest::{NodeT, Queryable};
        let node = window.harness.get_by_label("Mes notes pour cette étape");
        node.accesskit_node().value().unwrap_or_default()
    };
    window.one_frame([
        Window::key_event(Modifiers::COMMAND, Key::A),
        Window::key_event(Modifiers::NONE, Key::Delete),
    ]);
    window.run();
    assert_eq!(note(&window), "");
    window.ctrl(Key::Z);
    assert_eq!(note(&window), "Donner la parole au fond");
    window.type_text(".");
    assert_eq!(note(&window), "Donner la parole au fond.", "the cursor is at the end of it");
}
