//! The window's life: one document, the jobs under way, and the one place where actions are applied.
//!
//! - [`document`]: one open design, with its file and its history.
//! - [`dispatch`]: what each action does. - [`announce`]: what is said of it.
//! - [`heard`]: who follows a change of the design.
//! - [`focusing`]: from one thing in large to another.
//! - [`around`]: the workshops and the next steps, « Où en est-on ? » and the way back from there.
//! - [`files`]: new, open, close. - [`dropping`]: what is dropped on the window. - [`asking`]: the system's dialogs.
//! - [`saving`]: one write at a time.
//! - [`leading`]: what the room sees, and the order of play.
//! - [`menus`]: the menu bar by the keyboard. - [`typing`]: letters that no text was waiting for.
//! - [`painting`]: what a pass shows.
//! - [`keyboard`]: shortcuts and the page keys. - [`lending`]: who has the keyboard when something comes in front.
//! - [`printing`]: the page that prints, the printer, the end of a workshop.
//! - [`services`]: what the desk calls on (jobs, what writes). - [`memory`]: what this computer remembers.
//! - [`screens`]: those of this computer. - [`start`]: opening the real window.

mod announce;
mod around;
mod asking;
mod closing;
mod dispatch;
pub mod document;
mod dropping;
mod files;
mod focusing;
mod heard;
mod keyboard;
mod leading;
mod lending;
mod memory;
mod menus;
mod messages;
mod painting;
mod printing;
mod saving;
mod screens;
mod services;
mod start;
mod typing;
mod window;

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::intent::view::{Focus, Panel};
use crate::intent::{Action, Actions, View};
use crate::model::Catalogue;
use crate::model::room::Room;
use crate::platform::awake::Awake;
use crate::platform::dialogs::Dialogs;
use crate::platform::printer::Printers;
use crate::platform::screens::Screens;
use crate::text::interface as words;
use crate::ui::components::{announcement, writing};
use crate::ui::room;

use self::asking::Asked;
use self::closing::Closing;
use self::document::Document;
use self::files::Read;
use self::leading::Facilitation;
use self::memory::Memory;
use self::messages::{Messages, Notice};
use self::printing::Press;
use self::saving::Saving;
use self::services::Services;
use self::services::jobs::{About, Early};
use self::services::screens::KnownScreens;
pub use self::start::{StartError, run, sentence};
use self::window::WindowState;

/// The whole program behind its windows, part by part; it can be shown in any egui window, a test's included.
pub struct App {
    catalogue: Arc<Catalogue>,
    document: Document,
    window: WindowState,
    facilitation: Facilitation,
    messages: Messages,
    closing: Closing,
    asked: Asked,
    saving: Option<Saving>,
    press: Press,
    memory: Memory,
    services: Services<App>,
    start: Start,
}

/// How the program begins.
#[derive(Default)]
struct Start {
    /// The file named at the start: it is being read before the first frame.
    early: Option<Early<Read>>,
    /// Whether the window is cleared to the colour of the paper.
    on_paper: bool,
    started: bool,
}

impl App {
    /// An empty sheet; reading `file` begins at once, and the first frame shows it if that is done by then.
    pub fn new(catalogue: Arc<Catalogue>, dialogs: Box<dyn Dialogs>, file: Option<PathBuf>) -> App {
        let document = Document::blank(crate::model::Design::empty(&catalogue));
        let early = file.map(|file| Early::begin(files::reading(file, 0, &catalogue)));
        App {
            catalogue,
            document,
            window: WindowState { title: words::window_title("", false), ..WindowState::default() },
            facilitation: Facilitation::default(),
            messages: Messages::default(),
            closing: Closing::default(),
            asked: Asked::default(),
            saving: None,
            press: Press::default(),
            memory: Memory::default(),
            services: Services::with(dialogs),
            start: Start { early, ..Start::default() },
        }
    }

    /// The program on a design already open.
    pub fn on(catalogue: Arc<Catalogue>, dialogs: Box<dyn Dialogs>, document: Document) -> App {
        App { document, ..App::new(catalogue, dialogs, None) }
    }

    /// With other printers than the system's.
    pub fn with_printers(mut self, printers: Arc<dyn Printers>) -> App {
        self.services.printers = printers;
        self
    }

    /// Among these screens.
    pub fn with_screens(mut self, screens: Box<dyn Screens>) -> App {
        self.services.screens = KnownScreens::of(screens);
        self
    }

    /// Remembers what was last used in this file.
    pub fn with_settings(mut self, path: Option<PathBuf>) -> App {
        self.services.places.settings = path;
        self
    }

    /// Keeps the orders of play in this folder.
    pub fn with_state(mut self, folder: Option<PathBuf>) -> App {
        self.services.places.orders = folder;
        self
    }

    /// On a computer that has slept for so many seconds.
    pub fn having_slept(mut self, slept: fn() -> f64) -> App {
        self.services.slept = slept;
        self
    }

    /// Keeps the computer awake while one projects.
    pub fn awake(mut self) -> App {
        self.services.awake = Awake::real();
        self
    }

    /// In a window that is cleared to the colour of the paper: that ground is not painted a second time. To a renderer
    /// without a graphics card, it is a third of a frame.
    pub fn on_paper(mut self) -> App {
        self.start.on_paper = true;
        self
    }

    /// In a room that was measured.
    pub fn in_room(mut self, room: Room) -> App {
        self.memory.room = room;
        self
    }

    /// What the room saw of the last pass.
    pub fn shown(&self) -> &room::Shown {
        &self.facilitation.shown
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn view(&self) -> &View {
        &self.window.view
    }

    /// Whether the window has been told to close: nothing is left to save.
    pub fn closing(&self) -> bool {
        self.closing.done
    }

    /// Whether a file or a dialog is still being waited for.
    pub fn busy(&self) -> bool {
        self.services.jobs.any()
            || self.services.keeper.is_urgent()
            || self.start.early.as_ref().is_some_and(|reading| !reading.is_done())
    }

    /// One pass: what was asked from outside, what is shown, and at its end every action, in order.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.start(&ctx);
        let mut actions = Actions::default();
        let held = self.held();
        self.finish_jobs(&ctx);
        self.hear_late(&ctx);
        self.keep_closing(&ctx);
        self.keep_task(&ctx);
        self.keep_screens(&ctx);
        self.keep_faults(&ctx);
        let by_key = self.listen(&ctx, &mut actions);
        self.keep_hours(&ctx);
        self.paint(ui, &mut actions);
        announcement::show(&ctx, &self.messages.voice.words, self.messages.voice.turn);
        // After what was typed before it.
        by_key.into_iter().for_each(|action| actions.push(action));
        self.apply_all(&ctx, actions.take(), held);
        self.tell_of_no_text(&ctx);
        self.keep_preview(&ctx);
        self.keep_time(&ctx);
        self.lend_keyboard(&ctx);
        self.entitle(&ctx);
    }

    fn apply_all(&mut self, ctx: &egui::Context, asked: Vec<Action>, held: bool) {
        if !asked.is_empty() {
            // What was just shown is already old.
            ctx.request_repaint();
        }
        let key = self.document.key();
        let steps = self.window.view.focus == Some(Focus::NextSteps);
        for action in asked {
            // A screen reader can reach the sheet under a panel: it takes no edit from there either.
            if held && action.changes_the_sheet() {
                continue;
            }
            let still = self.window.view.is_still();
            if still && action.changes_the_design() || self.is_locked_against(&action) {
                continue;
            }
            if !self.remembers(ctx, &action) {
                continue;
            }
            self.apply(ctx, action);
            if self.document.key() != key {
                // What follows was asked of the lab that has just gone.
                return;
            }
        }
        if steps && self.window.view.focus != Some(Focus::NextSteps) {
            self.drop_blank_steps(ctx);
        }
    }

    fn start(&mut self, ctx: &egui::Context) {
        if std::mem::replace(&mut self.start.started, true) {
            return;
        }
        ctx.set_theme(self.window.view.theme);
        match self.start.early.take() {
            Some(reading) => {
                self.services.jobs.adopt(ctx, About::nothing(), reading, App::has_read)
            }
            None => {
                self.begin_recall_of_play();
                self.welcome(ctx);
            }
        }
        self.begin_recall();
    }

    /// An empty sheet is ready to type.
    fn welcome(&self, ctx: &egui::Context) {
        let name = &self.document.design().name;
        if name.is_empty() {
            let id = crate::ui::views::header::name_id();
            writing::give_keyboard(ctx, id, name);
        }
    }

    /// Whether a panel keeps the sheet from being edited.
    fn held(&self) -> bool {
        self.window.view.panel.is_some()
    }

    /// The number of the panel in front, if there is one.
    fn front(&self) -> Option<u64> {
        self.window.view.panel.as_ref().map(|_| self.window.view.panels)
    }

    /// Puts a panel in front, in the place of any other.
    fn raise(&mut self, panel: Panel) {
        self.window.view.raise(panel);
    }

    /// This panel goes, not another one that came meanwhile.
    fn lower(&mut self, panel: &Panel) {
        self.window.view.panel.take_if(|front| front == panel);
    }
}
