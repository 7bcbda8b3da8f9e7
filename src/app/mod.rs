//! The window's life: one session, the jobs under way, and the one place where actions are applied.
//!
//! - [`session`]: one open design with its file and history.
//! - [`dispatch`]: what each action does. - [`announce`]: what is said of it.
//! - [`focusing`]: from one thing in large to another.
//! - [`around`]: the workshops and the next steps, « Où en est-on ? » and the way back from there.
//! - [`files`]: new, open, close. - [`saving`]: one write at a time.
//! - [`leading`]: what the room sees, and the order of play.
//! - [`keyboard`]: shortcuts and the page keys. - [`lending`]: who has the keyboard when something comes in front.
//! - [`printing`]: the page that prints, the printer, the end of a workshop.
//! - [`jobs`]: what runs off the interface's thread.
//! - [`start`]: opening the real window.

mod announce;
mod around;
mod dispatch;
mod files;
mod focusing;
mod jobs;
mod keyboard;
mod leading;
mod lending;
mod printing;
mod saving;
pub mod session;
mod start;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Frame, ThemePreference, Ui, ViewportCommand};

use crate::intent::view::Panel;
use crate::intent::{Action, Actions, Command};
use crate::model::room::Room;
use crate::model::{Catalogue, limits};
use crate::platform::dialogs::Dialogs;
use crate::platform::printer::{Printers, SystemPrinters};
use crate::text::{Message, interface as words, values};
use crate::ui::components::menu_item::Tick;
use crate::ui::components::{announcement, writing};
use crate::ui::views::{focus, menu_bar, notice, overview, panels};
use crate::ui::{Cx, Theme, room};

use self::announce::Voice;
use self::files::After;
use self::jobs::{Early, Jobs};
use self::lending::Lending;
use self::printing::{Ending, Press, Task};
use self::saving::Saving;
use self::session::Session;
pub use self::start::{StartError, run, sentence};

/// The whole program behind its window; it can be shown in any egui window, a test's included.
pub struct App {
    catalogue: Arc<Catalogue>,
    session: Session,
    /// Counts the sessions shown: a job that ends tells which one it worked for.
    generation: u64,
    jobs: Jobs,
    dialogs: Box<dyn Dialogs>,
    notice: Option<Notice>,
    /// What waits for a question to be answered, or for a save to end.
    after: Option<After>,
    saving: Option<Saving>,
    /// Until when the last save shows over the window, in seconds of its clock.
    success: Option<f64>,
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
    /// The number of the last dialog of the system: a late answer to another one is dropped.
    dialog: u64,
    /// What was typed after a shortcut, in the same frame: it comes first on the next.
    deferred: Vec<egui::Event>,
    /// The window may close: nothing is left to save.
    closing: bool,
    shown_title: String,
    /// What the room last saw: how many pages there are, and what its last row cannot read.
    shown: room::Shown,
    /// The room in which one projects.
    room: Room,
    /// The file named at the start: it is being read before the first frame.
    early: Option<Early>,
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
        let early = file.map(|file| Early::begin(files::reading(file, &catalogue)));
        App {
            catalogue,
            session,
            generation: 0,
            jobs: Jobs::new(),
            dialogs,
            notice: None,
            after: None,
            saving: None,
            success: None,
            lending: Lending::default(),
            voice: Voice::default(),
            printers: Arc::new(SystemPrinters),
            settings: None,
            press: Press::default(),
            task: None,
            ending: None,
            dialog: 0,
            deferred: Vec::new(),
            closing: false,
            shown_title: String::new(),
            shown: room::Shown::default(),
            room: Room::default(),
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
        self.jobs.any() || self.early.as_ref().is_some_and(|reading| !reading.is_done())
    }

    /// One pass: what was asked from outside, what is shown, and at its end every action, in order.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.start(&ctx);
        let mut actions = Actions::default();
        let held = self.held();
        self.finish_jobs(&ctx);
        self.keep_task(&ctx);
        let by_key = self.listen(&ctx, &mut actions);
        self.paint(ui, &mut actions);
        announcement::show(&ctx, &self.voice.words, self.voice.turn);
        // After what was typed before it.
        by_key.into_iter().for_each(|action| actions.push(action));
        self.apply_all(&ctx, actions.take(), held);
        self.keep_preview(&ctx);
        self.lend_keyboard(&ctx, held);
        self.entitle(&ctx);
    }

    fn apply_all(&mut self, ctx: &egui::Context, asked: Vec<Action>, held: bool) {
        if !asked.is_empty() {
            // What was just shown is already old.
            ctx.request_repaint();
        }
        let generation = self.generation;
        for action in asked {
            // A screen reader can reach the sheet under a panel: it takes no edit from there either.
            if held && action.changes_the_sheet() {
                continue;
            }
            let still = self.session.view.leading.as_ref().is_some_and(|leading| leading.still);
            if still && action.changes_the_design() {
                continue;
            }
            self.apply(ctx, action);
            if self.generation != generation {
                // What follows was asked of the lab that has just gone.
                break;
            }
        }
    }

    fn start(&mut self, ctx: &egui::Context) {
        if std::mem::replace(&mut self.started, true) {
            return;
        }
        ctx.set_theme(self.session.view.theme);
        match self.early.take() {
            Some(reading) => self.jobs.adopt(ctx, reading),
            None => self.welcome(ctx),
        }
    }

    /// An empty sheet is ready to type.
    fn welcome(&self, ctx: &egui::Context) {
        let name = &self.session.design().name;
        if name.is_empty() {
            let id = crate::ui::views::header::name_id();
            writing::give_keyboard(ctx, id, name);
        }
    }

    fn paint(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let theme = Theme::of(ui.ctx());
        let status_words = self.status();
        let enabled = |command| self.enabled(command);
        let tick = |command| self.tick(command);
        let status = menu_bar::Status { words: &status_words, enabled: &enabled, tick: &tick };
        let mut shown = room::Shown::default();
        let ground = if self.on_paper { Frame::new() } else { Frame::new().fill(theme.paper) };
        CentralPanel::default().frame(ground).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(0.0, 0.0);
            let told =
                !self.session.view.projecting() && menu_bar::show(ui, theme, &status, actions);
            if let Some(shown) = &self.notice {
                let buttons: Vec<&str> = shown.ways.iter().map(|(words, _)| *words).collect();
                if let Some(pressed) = notice::show(ui, theme, &shown.message, &buttons) {
                    actions.push(Action::Dismiss);
                    actions.push(shown.ways[pressed].1.clone());
                }
            }
            let cx = Cx {
                catalogue: &self.catalogue,
                design: self.session.design(),
                view: &self.session.view,
                theme,
                preview: &self.press.preview,
                compact: false,
            };
            if let Some(leading) = cx.view.on_stage() {
                shown = leading::show(ui, cx, leading, actions);
            } else {
                match &cx.view.focus {
                    None => overview::show(ui, cx, actions),
                    Some(focus) => {
                        let rest = ui.available_rect_before_wrap();
                        let mut room = ui.new_child(egui::UiBuilder::new().max_rect(rest));
                        focus::show(&mut room, cx, focus, actions);
                    }
                }
            }
            if !told {
                self.show_success(ui, cx);
            }
            if let Some(panel) = &cx.view.panel {
                let context = panels::Context {
                    theme,
                    has_file: self.session.file.is_some(),
                    version: env!("CARGO_PKG_VERSION"),
                };
                panels::show(ui, panel, &context, actions);
            }
        });
        self.shown = shown;
    }

    /// What a menu can offer now.
    fn enabled(&self, command: Command) -> bool {
        match command {
            Command::Undo => self.session.history.can_undo(),
            Command::Redo => self.session.history.can_redo(),
            Command::AddFree => self.session.design().free_fields.len() < limits::FREE_FIELDS,
            _ => true,
        }
    }

    /// What a menu ticks.
    fn tick(&self, command: Command) -> Tick {
        let view = &self.session.view;
        match command {
            Command::LightTheme => Tick::Radio(view.theme == ThemePreference::Light),
            Command::DarkTheme => Tick::Radio(view.theme == ThemePreference::Dark),
            Command::SystemTheme => Tick::Radio(view.theme == ThemePreference::System),
            Command::PoleHelp => Tick::Check(view.help),
            _ => Tick::None,
        }
    }

    /// At the right of the menu bar: the file, and whether the design is in it.
    fn status(&self) -> String {
        let session = &self.session;
        let state = match (self.saving.is_some(), session.modified(), session.saved_at) {
            (true, ..) => words::SAVING.to_owned(),
            (_, true, _) if session.file.is_some() => words::UNSAVED_MARK.to_owned(),
            (_, true, _) => words::NEVER_SAVED.to_owned(),
            (_, false, Some((hour, minute))) => words::saved_at(hour, minute),
            (_, false, None) => String::new(),
        };
        let file = session.file_name();
        let parts: Vec<&str> =
            [file.as_str(), state.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(values::DOT)
    }

    fn entitle(&mut self, ctx: &egui::Context) {
        let title = words::window_title(&self.session.design().name, self.session.modified());
        // Without the mark of unsaved work: at each change of its name, a window is called again.
        let called = words::window_title(&self.session.design().name, false);
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |window| window.set_label(called));
        if title != self.shown_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }

    /// Whether a panel keeps the sheet from being edited.
    fn held(&self) -> bool {
        self.session.view.panel.is_some()
    }

    /// The sheet waits; gives the number of the dialog that it waits for.
    fn wait_for_dialog(&mut self) -> u64 {
        self.session.view.panel = Some(Panel::Waiting);
        self.dialog += 1;
        self.dialog
    }
}
