//! The interface through its accessibility tree, without a screen: a person's sentence a test.

mod announcements;
mod around;
mod around_dates_kept;
mod around_layout;
mod at_the_ends;
mod axes;
mod back;
mod cells;
mod closing;
mod contrast;
mod dialogs;
mod files;
mod first_frame;
mod folds;
mod gallery;
mod identity;
mod journal;
mod keyboard;
mod keyboard_kept;
mod keys_of_texts;
mod labs;
mod labs_compared;
mod layout;
mod layout_labs;
mod layout_steps;
mod leader;
mod leader_screens;
mod memory;
mod menus;
mod newcomer;
mod newcomer_room;
mod order;
mod paper;
mod preview;
mod printing;
mod rails;
mod reader;
mod remote;
mod rings;
mod room;
mod room_look;
mod room_reader;
mod saving;
mod sending;
mod small_looks;
mod standing;
mod steps;
mod stumbles;
mod themes;
mod two_windows;
mod typing;
mod undo;
mod zones;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use dessiner_un_labo::app::App;
use dessiner_un_labo::app::document::Document;
use dessiner_un_labo::model::room::Room;
use dessiner_un_labo::model::{Catalogue, Design};
use dessiner_un_labo::platform::dialogs::{Chosen, Dialogs, Picked, Request};
use dessiner_un_labo::storage;
use dessiner_un_labo::ui::theme;
use egui::{Event, Key, Modifiers, Pos2, Rect, Ui, UiBuilder, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable};
use egui_kittest::{Harness, HarnessBuilder};
use tempfile::TempDir;

/// The size of the direction's picture.
pub const USUAL: Vec2 = Vec2::new(1366.0, 768.0);

/// The program in a window that is not there, and what its dialogs will answer.
pub struct Window {
    pub harness: Harness<'static, App>,
    answers: Answers,
}

type Answers = Arc<Mutex<Told>>;

/// What a test tells the dialogs, and what they were asked.
#[derive(Default)]
pub struct Told {
    answers: VecDeque<Answer>,
    pub asked: Vec<Asked>,
}

enum Answer {
    Now(Picked),
    /// It stays open until the test answers.
    Later(Receiver<Picked>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub title: String,
    pub folder: Option<PathBuf>,
    pub name: String,
}

pub fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap()
}

pub fn example(name: &str) -> Design {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/labs").join(name);
    storage::read(&path, &catalogue()).unwrap().design
}

pub fn full_example() -> Design {
    example("2026-11-24_le-labo-des-possibles.ron")
}

pub const ASK_CLOSE: &str = "Enregistrer avant de fermer\u{a0}?";
pub const ASK_REPLACE: &str = "Enregistrer avant de passer à un autre labo\u{a0}?";

/// The full example, in a file of this name.
pub fn file_in(folder: &TempDir, name: &str) -> PathBuf {
    let path = folder.path().join(name);
    let bytes = storage::to_bytes(&full_example(), &catalogue()).unwrap();
    storage::write(&path, &bytes).unwrap();
    path
}

pub fn drop_file(window: &mut Window, path: &Path) {
    drop_files(window, &[path]);
}

pub fn drop_files(window: &mut Window, paths: &[&Path]) {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn bytes(&self) -> Result<Vec<u8>, String> {
            std::fs::read(&self.0).map_err(|error| error.to_string())
        }
        fn path(&self) -> &Path {
            &self.0
        }
    }
    for path in paths {
        let file: std::sync::Arc<dyn egui::DroppedFile + Send + Sync> =
            std::sync::Arc::new(Dropped(path.to_path_buf()));
        window.harness.input_mut().dropped_files.push(file);
    }
    window.harness.step();
    window.harness.input_mut().dropped_files.clear();
    window.settle();
}

impl Window {
    pub fn blank() -> Window {
        Window::on(Design::empty(&catalogue()), USUAL, 1.0)
    }

    /// On a design that is in its file.
    pub fn on(design: Design, size: Vec2, zoom: f32) -> Window {
        Window::with(size, zoom, |catalogue, dialogs| {
            App::on(catalogue, dialogs, Document::blank(design))
        })
    }

    /// On a screen whose points are this many pixels.
    pub fn at_scale(design: Design, size: Vec2, scale: f32) -> Window {
        let answers = Answers::default();
        let dialogs = Scripted { answers: answers.clone(), available: true };
        let app = App::on(Arc::new(catalogue()), Box::new(dialogs), Document::blank(design));
        let builder = Harness::builder().with_pixels_per_point(scale);
        Window::finish(builder, size / scale, app, answers)
    }

    /// Projected in a room whose last row is at so many heights of the image.
    pub fn projecting(design: Design, size: Vec2, heights: u32) -> Window {
        let room = Room { image: 100, distance: 100 * heights, ..Room::default() };
        let mut window = Window::in_room(design, size, room);
        window.press(Key::F5);
        window
    }

    pub fn in_room(design: Design, size: Vec2, room: Room) -> Window {
        Window::with(size, 1.0, |catalogue, dialogs| {
            App::on(catalogue, dialogs, Document::blank(design)).in_room(room)
        })
    }

    /// Projected in a room, on a computer with these screens, which keeps what it must in `folder`.
    pub fn leading(design: Design, size: Vec2, heights: u32, desk: &leader::Desk) -> Window {
        Window::leading_asleep(design, size, heights, desk, || 0.0)
    }

    /// The same, on a computer that has slept for so many seconds.
    pub fn leading_asleep(
        design: Design,
        size: Vec2,
        heights: u32,
        desk: &leader::Desk,
        slept: fn() -> f64,
    ) -> Window {
        let room = Room { image: 100, distance: 100 * heights, ..Room::default() };
        let mut window = Window::with(size, 1.0, |catalogue, dialogs| {
            App::on(catalogue, dialogs, Document::blank(design))
                .in_room(room)
                .with_screens(Box::new(desk.screens.clone()))
                .with_settings(Some(desk.folder.path().join("reglages.ron")))
                .with_state(Some(desk.folder.path().join("deroules")))
                .having_slept(slept)
        });
        window.press(Key::F5);
        // What this computer remembers may still be on its way.
        window.settle();
        window
    }

    /// As named on the command line.
    pub fn opening(file: &Path) -> Window {
        let file = file.to_path_buf();
        let mut window =
            Window::with(USUAL, 1.0, |catalogue, dialogs| App::new(catalogue, dialogs, Some(file)));
        window.settle();
        window
    }

    /// On a file, beside these printers.
    pub fn printing(file: &Path, desk: printing::Desk) -> Window {
        Window::beside(file, desk)
    }

    /// The same, beside printers of another kind.
    pub fn beside(
        file: &Path,
        desk: impl dessiner_un_labo::platform::printer::Printers + 'static,
    ) -> Window {
        Window::printing_in(file, desk, USUAL)
    }

    /// The same, in a window of that size.
    pub fn printing_in(
        file: &Path,
        desk: impl dessiner_un_labo::platform::printer::Printers + 'static,
        size: Vec2,
    ) -> Window {
        let file = file.to_path_buf();
        let mut window = Window::with(size, 1.0, |catalogue, dialogs| {
            App::new(catalogue, dialogs, Some(file.clone()))
                .with_printers(Arc::new(desk))
                .with_settings(Some(file.with_file_name("reglages.ron")))
        });
        window.settle();
        window
    }

    /// Opens a menu, and chooses one of its commands.
    pub fn choose_in_menu(&mut self, menu: &str, command: &str) {
        self.focus(menu);
        self.press(Key::Enter);
        self.activate(command);
    }

    /// A button, where a menu or a heading has the same name.
    pub fn activate_button(&mut self, label: &str) {
        let role = egui::accesskit::Role::Button;
        let button = self.harness.get_all_by_role_and_label(role, label).next();
        button.unwrap_or_else(|| panic!("no button {label}")).click_accesskit();
        self.run();
    }

    pub fn rect_of_button(&self, label: &str) -> Rect {
        self.harness.get_by_role_and_label(egui::accesskit::Role::Button, label).rect()
    }

    /// How many frames were drawn.
    pub fn frames(&self) -> u64 {
        self.harness.ctx.cumulative_frame_nr()
    }

    fn with(
        size: Vec2,
        zoom: f32,
        app: impl FnOnce(Arc<Catalogue>, Box<dyn Dialogs>) -> App,
    ) -> Window {
        let answers = Answers::default();
        let dialogs = Scripted { answers: answers.clone(), available: true };
        Window::build(size, zoom, app(Arc::new(catalogue()), Box::new(dialogs)), answers)
    }

    /// On a computer that has no dialog at all.
    pub fn without_dialogs() -> Window {
        let answers = Answers::default();
        let dialogs = Scripted { answers: answers.clone(), available: false };
        let app = App::new(Arc::new(catalogue()), Box::new(dialogs), None);
        Window::build(USUAL, 1.0, app, answers)
    }

    fn build(size: Vec2, zoom: f32, app: App, answers: Answers) -> Window {
        Window::finish(Harness::builder(), size / zoom, app, answers)
    }

    fn finish(builder: HarnessBuilder<App>, size: Vec2, app: App, answers: Answers) -> Window {
        let harness = builder
            .with_size(size)
            .with_context_setup(theme::install)
            .with_max_steps(20)
            .build_ui_state(fill, app);
        let mut window = Window { harness, answers };
        window.run();
        window
    }

    /// What the next dialog will answer: a path, or none when it is closed.
    pub fn will_choose(&self, path: Option<&Path>) {
        let picked = path.map_or(Picked::Nothing, |path| Picked::File(path.to_path_buf()));
        self.answers.lock().unwrap().answers.push_back(Answer::Now(picked));
    }

    /// The next dialog will not show.
    pub fn will_fail(&self) {
        self.answers.lock().unwrap().answers.push_back(Answer::Now(Picked::Failed));
    }

    /// The next dialog stays open until it is answered with what this gives.
    pub fn will_be_answered_later(&self) -> Sender<Picked> {
        let (answer, waiting) = channel();
        self.answers.lock().unwrap().answers.push_back(Answer::Later(waiting));
        answer
    }

    /// What the dialogs were asked, the first one first.
    pub fn asked(&self) -> Vec<Asked> {
        self.answers.lock().unwrap().asked.clone()
    }

    /// Runs until `there`.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, there: impl Fn(&Window) -> bool) {
        let start = Instant::now();
        self.run();
        while !there(self) {
            assert!(start.elapsed() < Duration::from_secs(20), "{what} never comes");
            std::thread::sleep(Duration::from_millis(2));
            self.run();
        }
    }

    pub fn run(&mut self) {
        self.harness.run();
    }

    /// One frame, where something goes on asking for others.
    pub fn step(&mut self) {
        self.harness.step();
    }

    /// As a screen reader does, where something goes on asking for frames.
    pub fn activate_in_steps(&mut self, label: &str) {
        self.harness.get_by_label(label).click_accesskit();
        (0..4).for_each(|_| self.step());
    }

    /// Runs until no file and no dialog is waited for.
    pub fn settle(&mut self) {
        let start = Instant::now();
        self.run();
        while self.app().busy() {
            assert!(start.elapsed() < Duration::from_secs(20), "a job never ends");
            std::thread::sleep(Duration::from_millis(2));
            self.run();
        }
        self.run();
    }

    pub fn app(&self) -> &App {
        self.harness.state()
    }

    pub fn design(&self) -> &Design {
        self.app().document().design()
    }

    pub fn modified(&self) -> bool {
        self.app().document().modified()
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.run();
    }

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    pub fn ctrl(&mut self, key: Key) {
        self.press_with(Modifiers::COMMAND, key);
    }

    /// All of these in one single frame: the harness gives each queued event a frame of its own.
    pub fn one_frame(&mut self, events: impl IntoIterator<Item = Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
    }

    /// A key pressed, as an event.
    pub fn key_event(modifiers: Modifiers, key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    pub fn letters(text: &str) -> impl Iterator<Item = Event> {
        text.chars().map(|letter| Event::Text(letter.to_string()))
    }

    /// Types as a keyboard does: one event a letter.
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(Event::Text(letter.to_string()));
        }
        self.run();
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.run();
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        self.harness.drag_at(at);
        self.harness.drop_at(at);
        self.run();
    }

    /// As a screen reader does.
    pub fn activate(&mut self, label: &str) {
        self.harness.get_by_label(label).click_accesskit();
        self.run();
    }

    pub fn focus(&mut self, label: &str) {
        self.harness.get_by_label(label).focus();
        self.run();
    }

    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }

    pub fn shows_some(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    pub fn rect(&self, label: &str) -> Rect {
        self.harness.get_by_label(label).rect()
    }

    /// Presses, moves in a few steps and releases.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.step();
        self.harness.drag_at(from);
        self.harness.step();
        for part in 1..=4 {
            self.harness.hover_at(from.lerp(to, part as f32 / 4.0));
            self.harness.step();
        }
        self.harness.drop_at(to);
        self.run();
    }

    /// The name of what has the keyboard.
    pub fn focused(&self) -> String {
        let node = self.harness.root();
        let focused = node.children_recursive().find(|node| node.is_focused());
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }
}

/// As the real window does: to its edges, where the harness would leave a margin.
fn fill(ui: &mut Ui, app: &mut App) {
    let window = ui.ctx().content_rect();
    ui.set_clip_rect(window);
    ui.scope_builder(UiBuilder::new().max_rect(window), |ui| app.show(ui));
}

/// Dialogs that answer what a test told them.
struct Scripted {
    answers: Answers,
    available: bool,
}

impl Scripted {
    fn next(&self, request: Request) -> Chosen {
        let mut told = self.answers.lock().unwrap();
        told.asked.push(Asked {
            title: request.title.into(),
            folder: request.folder.map(Path::to_path_buf),
            name: request.name.into(),
        });
        let answer = told.answers.pop_front().expect("an unexpected dialog");
        Box::pin(async move {
            match answer {
                Answer::Now(picked) => picked,
                Answer::Later(waiting) => waiting.recv().unwrap_or(Picked::Nothing),
            }
        })
    }
}

impl Dialogs for Scripted {
    fn available(&self) -> bool {
        self.available
    }

    fn open(&self, request: Request) -> Chosen {
        self.next(request)
    }

    fn save(&self, request: Request) -> Chosen {
        self.next(request)
    }
}
