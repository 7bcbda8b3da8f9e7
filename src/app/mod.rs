//! The window's life: one session, the jobs under way, and the one place where actions are applied.
//!
//! - [`session`]: one open design with its file and history.
//! - [`dispatch`]: what each action does. - [`files`]: new, open, save, close.
//! - [`keyboard`]: shortcuts, Escape, the page keys. - [`jobs`]: what runs off the interface's thread.
//! - [`start`]: opening the real window.

mod dispatch;
mod files;
pub mod jobs;
mod keyboard;
pub mod session;
mod start;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Frame, Ui, ViewportCommand};

use crate::intent::view::{Focus, Panel};
use crate::intent::{Action, Actions, Command};
use crate::model::{Catalogue, limits};
use crate::platform::dialogs::Dialogs;
use crate::text::{Message, interface as words};
use crate::ui::components::{message, ring, writing};
use crate::ui::views::{focus_card, focus_cell, menu_bar, notice, overview, panels};
use crate::ui::{Cx, Theme};

use self::files::After;
use self::jobs::Jobs;
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
    /// What had the keyboard before a panel took it.
    before_panel: Option<egui::Id>,
    /// What gets it back as soon as the toolkit lets go of the panel's layer.
    give_back: Option<egui::Id>,
    /// Frames still to be drawn for a panel that has just opened: the toolkit measures it on the first.
    settling: u8,
    /// What had the keyboard at the end of the last pass: the toolkit takes it away on Escape.
    last_focus: Option<egui::Id>,
    /// What had the keyboard before a notice took it.
    before_notice: Option<egui::Id>,
    /// The window may close: nothing is left to save.
    closing: bool,
    shown_title: String,
    /// A file to open before anything is shown.
    to_open: Option<PathBuf>,
    started: bool,
}

/// A save under way, and the one asked for meanwhile.
#[derive(Clone, Debug, Default)]
struct Saving {
    next: Option<PathBuf>,
}

/// What happened, and the ways out.
#[derive(Clone, Debug, PartialEq)]
struct Notice {
    message: Message,
    ways: Vec<(&'static str, Action)>,
}

impl App {
    /// An empty sheet; `file` is opened as soon as the window shows.
    pub fn new(catalogue: Arc<Catalogue>, dialogs: Box<dyn Dialogs>, file: Option<PathBuf>) -> App {
        let session = Session::blank(crate::model::Design::empty(&catalogue));
        App {
            catalogue,
            session,
            generation: 0,
            jobs: Jobs::new(),
            dialogs,
            notice: None,
            after: None,
            saving: None,
            before_panel: None,
            give_back: None,
            settling: 0,
            last_focus: None,
            before_notice: None,
            closing: false,
            shown_title: String::new(),
            to_open: file,
            started: false,
        }
    }

    /// The program on a session already made.
    pub fn on(catalogue: Arc<Catalogue>, dialogs: Box<dyn Dialogs>, session: Session) -> App {
        App { session, ..App::new(catalogue, dialogs, None) }
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
    }

    /// One pass: what was asked from outside, what is shown, and at its end every action, in order.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.start(&ctx);
        let mut actions = Actions::default();
        let held = self.held();
        self.finish_jobs(&ctx);
        self.listen(&ctx, &mut actions);
        self.paint(ui, &mut actions);
        let asked = actions.take();
        if !asked.is_empty() {
            // What was just shown is already old.
            ctx.request_repaint();
        }
        for action in asked {
            self.apply(&ctx, action);
        }
        self.lend_keyboard(&ctx, held);
        self.last_focus = ctx.memory(|memory| memory.focused());
        self.entitle(&ctx);
    }

    fn start(&mut self, ctx: &egui::Context) {
        if std::mem::replace(&mut self.started, true) {
            return;
        }
        match self.to_open.take() {
            Some(file) => self.read(ctx, file),
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
        let theme = Theme::LIGHT;
        let status_words = self.status();
        let enabled = |command| self.enabled(command);
        let status = menu_bar::Status { words: &status_words, enabled: &enabled };
        let ground = Frame::new().fill(theme.paper);
        CentralPanel::default().frame(ground).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(0.0, 0.0);
            menu_bar::show(ui, &theme, &status, actions);
            if let Some(shown) = &self.notice {
                let buttons: Vec<&str> = shown.ways.iter().map(|(words, _)| *words).collect();
                if let Some(pressed) = notice::show(ui, &theme, &shown.message, &buttons) {
                    actions.push(Action::Dismiss);
                    actions.push(shown.ways[pressed].1.clone());
                }
            }
            let cx = Cx {
                catalogue: &self.catalogue,
                design: self.session.design(),
                view: &self.session.view,
                theme: &theme,
                compact: false,
            };
            match &cx.view.focus {
                None => overview::show(ui, cx, actions),
                Some(focus) => {
                    let rest = ui.available_rect_before_wrap();
                    let mut room = ui.new_child(egui::UiBuilder::new().max_rect(rest));
                    match focus {
                        Focus::Field(key) => focus_cell::show(&mut room, cx, key, actions),
                        Focus::Card(lab) => focus_card::show(&mut room, cx, lab, actions),
                    }
                }
            }
            if let Some(panel) = &cx.view.panel {
                let context = panels::Context {
                    theme: &theme,
                    has_file: self.session.file.is_some(),
                    version: env!("CARGO_PKG_VERSION"),
                    exists: &|path| std::path::Path::new(path.trim()).exists(),
                };
                panels::show(ui, panel, &context, actions);
            }
        });
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
        let file = session.file.as_ref().and_then(|file| file.file_name());
        let file = file.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let parts: Vec<&str> =
            [file.as_str(), state.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    fn entitle(&mut self, ctx: &egui::Context) {
        let title = words::window_title(&self.session.design().name, self.session.modified());
        if title != self.shown_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }

    /// Whether a panel keeps the sheet from being edited.
    fn held(&self) -> bool {
        self.session.view.panel.is_some()
    }

    /// A panel that opens takes the keyboard, and gives it back when it closes.
    fn lend_keyboard(&mut self, ctx: &egui::Context, held_before: bool) {
        if self.settling > 0 {
            self.settling -= 1;
            ctx.request_repaint();
        }
        if self.held() && !held_before {
            self.settling = 2;
            ctx.request_repaint();
            self.before_panel = ctx.memory(|memory| memory.focused());
            if let Some(id) = self.before_panel {
                ctx.memory_mut(|memory| memory.surrender_focus(id));
            }
        } else if held_before && !self.held() {
            self.give_back = self.before_panel.take();
        }
        let free = !self.held() && ctx.memory(|memory| memory.top_modal_layer().is_none());
        if self.give_back.is_some() && !free {
            ctx.request_repaint();
        } else if let Some(id) = self.give_back.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Says what happened. The first way out takes the keyboard, unless someone is writing: a letter must not press it.
    fn notify(&mut self, ctx: &egui::Context, message: Message, ways: Vec<(&'static str, Action)>) {
        self.notice = Some(Notice { message, ways });
        if writing::writer(ctx).is_none() && !self.held() {
            self.before_notice = ctx.memory(|memory| memory.focused());
            ring::reach(ctx, message::way_id(0));
        }
    }

    /// The notice has been read: the keyboard goes back where it was.
    fn dismiss(&mut self, ctx: &egui::Context) {
        self.notice = None;
        if let Some(id) = self.before_notice.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn wait_for_dialog(&mut self) {
        self.session.view.panel = Some(Panel::Waiting);
    }
}
