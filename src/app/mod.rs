//! The window's life: one session, the jobs under way, and the one place where actions are applied.
//!
//! - [`session`]: one open design with its file and history.
//! - [`dispatch`]: what each action does. - [`announce`]: what is said of it.
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
mod dispatch;
mod dropping;
mod files;
mod focusing;
mod keyboard;
mod leading;
mod lending;
mod memory;
mod menus;
mod painting;
mod printing;
mod saving;
mod screens;
mod services;
pub mod session;
mod start;
mod to_read;
mod typing;

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::intent::leading::{Lead, Leading};
use crate::intent::view::{Focus, Panel};
use crate::intent::{Action, Actions};
use crate::model::order_steps::OrderSteps;
use crate::model::play::Play;
use crate::model::room::Room;
use crate::model::{Catalogue, History};
use crate::platform::awake::Awake;
use crate::platform::clock;
use crate::platform::dialogs::Dialogs;
use crate::platform::printer::{Printers, SystemPrinters};
use crate::platform::screens::{NoScreens, Screen, Screens};
use crate::storage::settings::Settings;
use crate::text::{Message, interface as words};
use crate::ui::components::{announcement, writing};
use crate::ui::room;

use self::announce::{Told, Voice};
use self::asking::Asked;
use self::files::{After, Read};
use self::leading::plugged::Watch;
use self::leading::wall::Wall;
use self::lending::Lending;
use self::memory::Memory;
use self::printing::{Ending, Press, Task};
use self::saving::Saving;
use self::services::jobs::{About, Early, Jobs};
use self::services::keeper::Keeper;
use self::session::Session;
pub use self::start::{StartError, run, sentence};
use self::to_read::ToRead;

/// The whole program behind its window; it can be shown in any egui window, a test's included.
pub struct App {
    catalogue: Arc<Catalogue>,
    session: Session,
    /// Counts the sessions shown: a job that ends tells which one it worked for.
    generation: u64,
    jobs: Jobs<App>,
    dialogs: Box<dyn Dialogs>,
    notice: Option<Notice>,
    /// How many notices have come so far.
    notices: u64,
    /// What waits for a question to be answered, or for a save to end.
    after: Option<After>,
    saving: Option<Saving>,
    /// A save that was done and is to be read about all the same.
    to_read: ToRead,
    /// Until when the last save shows over the window, in seconds of its clock.
    success: Option<f64>,
    /// What was told last, over the window too.
    told: Option<Told>,
    /// Who has the keyboard when something comes in front.
    lending: Lending,
    voice: Voice,
    printers: Arc<dyn Printers>,
    /// Where what was last used is remembered.
    settings: Option<PathBuf>,
    press: Press,
    /// What lasts, off the interface's thread.
    task: Option<Task>,
    /// What follows the save under way.
    ending: Option<Ending>,
    asked: Asked,
    /// Where a file was last opened or written.
    folder_used: Option<PathBuf>,
    /// Since when the window is to close, in seconds of its clock.
    closing_since: Option<f64>,
    /// What was typed after a shortcut, in the same frame: it comes first on the next.
    deferred: Vec<egui::Event>,
    /// The same, in the room's window.
    wall_deferred: Vec<egui::Event>,
    /// The window may close: nothing is left to save.
    closing: bool,
    shown_title: String,
    /// What the room last saw: how many pages there are, and what its last row cannot read.
    shown: room::Shown,
    /// The room in which one projects.
    room: Room,
    /// Somebody measured it.
    measured: bool,
    screens: Box<dyn Screens>,
    known_screens: Vec<Screen>,
    watch: Watch,
    /// The room's own window, while there is a screen for it.
    wall: Option<Wall>,
    /// The text that is to have the keyboard in the room's window, and what it holds.
    wall_keyboard: Option<(egui::Id, String)>,
    /// What was last used on this computer, once it has been read.
    kept: Settings,
    memory: Memory,
    /// The folder of the orders of play.
    state_folder: Option<PathBuf>,
    /// The order of play of a lab, by the lab's id.
    play: Option<(uuid::Uuid, OrderSteps)>,
    /// When each step of the order of play begins, in minutes of the day.
    hours: Vec<Option<u32>>,
    /// The order of play that another one has just replaced.
    play_before: Option<Arc<Play>>,
    keeper: Keeper,
    awake: Awake,
    /// The seconds that the computer has slept.
    slept: fn() -> f64,
    /// The projection that was left last, and the lab it was of.
    paused: Option<(uuid::Uuid, Leading)>,
    /// The design as it was before a rehearsal.
    before_rehearsal: Option<History>,
    /// The file named at the start: it is being read before the first frame.
    early: Option<Early<Read>>,
    /// Whether the window is cleared to the colour of the paper.
    on_paper: bool,
    started: bool,
}

/// What happened, and the ways out.
#[derive(Clone, Debug, PartialEq)]
struct Notice {
    message: Message,
    ways: Vec<(&'static str, Action)>,
    /// The next save that succeeds makes it untrue.
    of_a_save: bool,
}

impl Notice {
    /// Whether what it offers concerns the room.
    fn is_of_the_room(&self) -> bool {
        self.ways.iter().any(|(_, way)| matches!(way, Action::Lead(Lead::Screen(_) | Lead::Here)))
    }

    /// Something to read, and nothing to do of it.
    fn of(message: Message) -> Notice {
        let ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
        Notice { message, ways, of_a_save: false }
    }
}

impl App {
    /// An empty sheet; reading `file` begins at once, and the first frame shows it if that is done by then.
    pub fn new(catalogue: Arc<Catalogue>, dialogs: Box<dyn Dialogs>, file: Option<PathBuf>) -> App {
        let session = Session::blank(crate::model::Design::empty(&catalogue));
        let early = file.map(|file| Early::begin(files::reading(file, 0, &catalogue)));
        App {
            catalogue,
            session,
            generation: 0,
            jobs: Jobs::new(),
            dialogs,
            notice: None,
            notices: 0,
            after: None,
            saving: None,
            to_read: ToRead::default(),
            success: None,
            told: None,
            lending: Lending::default(),
            voice: Voice::default(),
            printers: Arc::new(SystemPrinters),
            settings: None,
            press: Press::default(),
            task: None,
            ending: None,
            asked: Asked::default(),
            folder_used: None,
            closing_since: None,
            deferred: Vec::new(),
            wall_deferred: Vec::new(),
            closing: false,
            shown_title: words::window_title("", false),
            shown: room::Shown::default(),
            room: Room::default(),
            measured: false,
            screens: Box::new(NoScreens),
            known_screens: Vec::new(),
            watch: Watch::Unasked,
            wall: None,
            wall_keyboard: None,
            kept: Settings::default(),
            memory: Memory::default(),
            state_folder: None,
            play: None,
            hours: Vec::new(),
            play_before: None,
            keeper: Keeper::default(),
            awake: Awake::default(),
            slept: clock::slept,
            paused: None,
            before_rehearsal: None,
            early,
            on_paper: false,
            started: false,
        }
    }

    /// The program on a session already made.
    pub fn on(catalogue: Arc<Catalogue>, dialogs: Box<dyn Dialogs>, session: Session) -> App {
        App { session, ..App::new(catalogue, dialogs, None) }
    }

    /// With other printers than the system's.
    pub fn with_printers(self, printers: Arc<dyn Printers>) -> App {
        App { printers, ..self }
    }

    /// Remembers what was last used in this file.
    pub fn with_settings(self, path: Option<PathBuf>) -> App {
        App { settings: path, ..self }
    }

    /// Keeps the orders of play in this folder.
    pub fn with_state(self, folder: Option<PathBuf>) -> App {
        App { state_folder: folder, ..self }
    }

    /// On a computer that has slept for so many seconds.
    pub fn having_slept(self, slept: fn() -> f64) -> App {
        App { slept, ..self }
    }

    /// Keeps the computer awake while one projects.
    pub fn awake(self) -> App {
        App { awake: Awake::real(), ..self }
    }

    /// In a window that is cleared to the colour of the paper: that ground is not painted a second time. To a renderer
    /// without a graphics card, it is a third of a frame.
    pub fn on_paper(self) -> App {
        App { on_paper: true, ..self }
    }

    /// In a room that was measured.
    pub fn in_room(self, room: Room) -> App {
        App { room, ..self }
    }

    /// What the room saw of the last pass.
    pub fn shown(&self) -> &room::Shown {
        &self.shown
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Whether the window has been told to close: nothing is left to save.
    pub fn closing(&self) -> bool {
        self.closing
    }

    /// Whether a file or a dialog is still being waited for.
    pub fn busy(&self) -> bool {
        self.jobs.any()
            || self.keeper.is_urgent()
            || self.early.as_ref().is_some_and(|reading| !reading.is_done())
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
        announcement::show(&ctx, &self.voice.words, self.voice.turn);
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
        let generation = self.generation;
        let steps = self.session.view.focus == Some(Focus::NextSteps);
        for action in asked {
            // A screen reader can reach the sheet under a panel: it takes no edit from there either.
            if held && action.changes_the_sheet() {
                continue;
            }
            let still = self.session.view.is_still();
            if still && action.changes_the_design() || self.is_locked_against(&action) {
                continue;
            }
            if !self.remembers(ctx, &action) {
                continue;
            }
            self.apply(ctx, action);
            if self.generation != generation {
                // What follows was asked of the lab that has just gone.
                return;
            }
        }
        if steps && self.session.view.focus != Some(Focus::NextSteps) {
            self.drop_blank_steps();
        }
    }

    fn start(&mut self, ctx: &egui::Context) {
        if std::mem::replace(&mut self.started, true) {
            return;
        }
        ctx.set_theme(self.session.view.theme);
        match self.early.take() {
            Some(reading) => self.jobs.adopt(ctx, About::nothing(), reading, App::has_read),
            None => {
                self.begin_recall_of_play();
                self.welcome(ctx);
            }
        }
        self.begin_recall();
    }

    /// An empty sheet is ready to type.
    fn welcome(&self, ctx: &egui::Context) {
        let name = &self.session.design().name;
        if name.is_empty() {
            let id = crate::ui::views::header::name_id();
            writing::give_keyboard(ctx, id, name);
        }
    }

    /// Whether a panel keeps the sheet from being edited.
    fn held(&self) -> bool {
        self.session.view.panel.is_some()
    }

    /// The number of the panel in front, if there is one.
    fn front(&self) -> Option<u64> {
        self.session.view.panel.as_ref().map(|_| self.session.view.panels)
    }

    /// Puts a panel in front, in the place of any other.
    fn raise(&mut self, panel: Panel) {
        self.session.view.raise(panel);
    }

    /// This panel goes, not another one that came meanwhile.
    fn lower(&mut self, panel: &Panel) {
        self.session.view.panel.take_if(|front| front == panel);
    }
}
