//! New, open, save, close: nothing unsaved is ever replaced without asking, and a failed open replaces nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use super::jobs::{Done, Kind};
use super::session::Session;
use super::{App, Notice};
use crate::intent::view::Panel;
use crate::intent::{Action, Command};
use crate::model::{Catalogue, Design};
use crate::platform::dialogs::Request;
use crate::storage::{self, Opened, ReadError};
use crate::text::{Message, errors, interface as words};

/// What goes on once nothing unsaved stands in its way.
pub(super) enum After {
    /// Another lab, and what is to be said of its file.
    Replace(Box<Session>, Option<Notice>),
    Close,
}

impl App {
    pub(super) fn new_sheet(&mut self, ctx: &Context) {
        let session = Session::blank(Design::empty(&self.catalogue));
        self.ask_then(ctx, After::Replace(Box::new(session), None));
    }

    pub(super) fn new_successor(&mut self, ctx: &Context, with_answers: bool) {
        let design = self.session.design().successor(&self.catalogue, with_answers);
        self.ask_then(ctx, After::Replace(Box::new(Session::successor(design)), None));
    }

    pub(super) fn close(&mut self, ctx: &Context) {
        self.ask_then(ctx, After::Close);
    }

    /// Goes on at once, or asks what to do of what is not saved. While a save is under way, waits for it.
    pub(super) fn ask_then(&mut self, ctx: &Context, after: After) {
        // What was tried is not to be saved.
        self.end_rehearsal(ctx);
        // Who asked to close still wants to, whatever file has come meanwhile.
        let after = if matches!(self.after, Some(After::Close)) { After::Close } else { after };
        let closing = matches!(after, After::Close);
        self.after = Some(after);
        self.session.history.end_step();
        if self.saving.is_some() {
            return;
        }
        if self.session.modified() {
            self.session.view.panel = Some(Panel::Unsaved { closing });
        } else {
            self.go_on(ctx);
        }
    }

    /// Does what was waiting.
    pub(super) fn go_on(&mut self, ctx: &Context) {
        match self.after.take() {
            Some(After::Replace(session, notice)) => {
                self.replace(ctx, *session);
                if let Some(notice) = notice {
                    self.notify(ctx, notice);
                }
            }
            Some(After::Close) => {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            None => {}
        }
    }

    pub(super) fn replace(&mut self, ctx: &Context, mut session: Session) {
        if self.session.view.leading.is_some() {
            self.leave_the_room(ctx);
        }
        (self.paused, self.play_before, self.wall_keyboard) = (None, None, None);
        self.gone.clear();
        // The size of the interface is the room's, not the design's.
        session.view = self.session.view.for_another_lab();
        self.session = session;
        self.generation += 1;
        self.notice = None;
        self.forget_keyboard(ctx);
        self.say_opened();
        self.welcome(ctx);
    }

    pub(super) fn ask_what_to_open(&mut self, ctx: &Context) {
        if !self.dialogs.available() {
            let suggested = String::new();
            self.session.view.panel = Some(Panel::Path { saving: false, suggested });
            return;
        }
        let request = Request {
            title: words::OPEN_TITLE,
            kind: words::FILE_KIND,
            extension: words::FILE_EXTENSION,
            folder: self.folder(),
            name: "",
        };
        let chosen = self.dialogs.open(request);
        let dialog = self.wait_for_dialog();
        self.jobs
            .start(ctx, Kind::Dialog, move || Done::ToOpen(dialog, pollster::block_on(chosen)));
    }

    pub(super) fn ask_where_to_save(&mut self, ctx: &Context) {
        let name = self.suggested_name();
        if !self.dialogs.available() {
            let folder = self.folder().map(Path::to_path_buf);
            let folder = folder.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
            let suggested = folder.join(name).display().to_string();
            self.session.view.panel = Some(Panel::Path { saving: true, suggested });
            return;
        }
        let request = Request {
            title: words::SAVE_TITLE,
            kind: words::FILE_KIND,
            extension: words::FILE_EXTENSION,
            folder: self.folder(),
            name: &name,
        };
        let chosen = self.dialogs.save(request);
        let dialog = self.wait_for_dialog();
        self.jobs
            .start(ctx, Kind::Dialog, move || Done::ToSave(dialog, pollster::block_on(chosen)));
    }

    fn suggested_name(&self) -> String {
        storage::suggested_name(&self.session.design().name, super::around::today())
    }

    fn folder(&self) -> Option<&Path> {
        self.session.file.as_deref().and_then(Path::parent)
    }

    pub(super) fn read(&self, ctx: &Context, file: PathBuf) {
        self.jobs.start(ctx, Kind::Read, reading(file, &self.catalogue));
    }

    pub(super) fn finish_jobs(&mut self, ctx: &Context) {
        for done in self.jobs.finished() {
            match done {
                // Nobody waits for that dialog any more.
                Done::ToOpen(dialog, _)
                | Done::ToSave(dialog, _)
                | Done::ToExport(dialog, ..)
                | Done::Exchanged(dialog, _)
                | Done::NoExchange(dialog)
                    if dialog != self.dialog => {}
                Done::ToOpen(_, path) => {
                    self.dialog_closed();
                    if let Some(path) = path {
                        self.read(ctx, path);
                    }
                }
                Done::ToSave(_, path) => {
                    self.dialog_closed();
                    match path {
                        Some(path) => self.save_to(ctx, path),
                        // Cancelled: what was to follow the save does not.
                        None => {
                            self.after = None;
                            self.ending = None;
                        }
                    }
                }
                Done::ToExport(_, format, path) => {
                    self.dialog_closed();
                    if let Some(path) = path {
                        self.export_chosen(ctx, path, format);
                    }
                }
                Done::Pressed(pressed) => self.pressed(ctx, *pressed),
                Done::Looked(last, found) => self.looked(last, found),
                // If it could not be, next time is as the last: nothing to say.
                Done::Remembered => {}
                Done::Made(outcome) => self.made(ctx, *outcome),
                Done::Ended(ended) => self.ended(ctx, *ended),
                Done::Exchanged(_, exchanged) => {
                    self.dialog_closed();
                    self.exchanged(ctx, exchanged);
                }
                Done::NoExchange(_) => self.dialog_closed(),
                Done::Checked(checked) => self.checked(ctx, &checked),
                Done::Shown(None) => {}
                Done::Shown(Some(path)) => self.say_not_opened(ctx, path),
                Done::Read { file, result } => self.opened(ctx, file, result),
                Done::Written { request, result } => self.written(ctx, request, result),
                Done::Broken(kind) => {
                    // A write under way goes on when something else has broken.
                    match kind {
                        Kind::Dialog => self.dialog_closed(),
                        Kind::Write => self.saving = None,
                        Kind::Read | Kind::Show | Kind::Check => {}
                        Kind::Exchange => self.dialog_closed(),
                        Kind::Press => return self.press_broken(),
                        Kind::Look => self.looked(None, Vec::new()),
                        Kind::Remember => return,
                        Kind::Make => self.task_ended(),
                    }
                    self.ending = None;
                    self.after = None;
                    let ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
                    let message = App::broken_message();
                    self.notify(ctx, Notice { message, ways, of_a_save: false });
                }
            }
        }
    }

    /// The scrim goes, not a question that came meanwhile.
    fn dialog_closed(&mut self) {
        if self.session.view.panel == Some(Panel::Waiting) {
            self.session.view.panel = None;
        }
    }

    fn opened(&mut self, ctx: &Context, file: PathBuf, result: Result<Box<Opened>, ReadError>) {
        match result {
            Ok(opened) => {
                let Opened { design, warnings } = *opened;
                let file = std::path::absolute(&file).unwrap_or(file);
                let session = Session::opened(design, file);
                let remarks: Vec<String> = warnings.iter().map(errors::warning).collect();
                // They are said with the lab that they are about: another may have to be saved first.
                let notice = (!remarks.is_empty()).then(|| {
                    let ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
                    Notice { message: remarked(&remarks), ways, of_a_save: false }
                });
                self.ask_then(ctx, After::Replace(Box::new(session), notice));
            }
            Err(error) => {
                let ways = vec![
                    (words::OPEN_OTHER, Action::Command(Command::Open)),
                    (words::UNDERSTOOD, Action::Dismiss),
                ];
                if ctx.memory(|memory| memory.focused().is_none()) {
                    self.welcome(ctx);
                }
                let message = errors::read(&file, &error);
                self.notify(ctx, Notice { message, ways, of_a_save: false });
            }
        }
    }
}

/// The job that reads a file.
pub(super) fn reading(
    file: PathBuf,
    catalogue: &Arc<Catalogue>,
) -> impl FnOnce() -> Done + Send + 'static {
    let catalogue = Arc::clone(catalogue);
    move || {
        let result = storage::read(&file, &catalogue).map(Box::new);
        if result.is_ok() {
            sweep_beside(&file);
        }
        Done::Read { file, result }
    }
}

/// What a program that was killed left beside the file goes, without keeping anybody waiting.
fn sweep_beside(file: &Path) {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).to_path_buf();
    drop(std::thread::Builder::new().name("sweep".into()).spawn(move || storage::sweep(&folder)));
}

/// What a person should know of a file that was opened.
fn remarked(remarks: &[String]) -> Message {
    const MOST: usize = 3;
    let mut what =
        [words::WARNINGS, &remarks[..remarks.len().min(MOST)].join(words::BETWEEN_REMARKS)]
            .join(" ");
    if remarks.len() > MOST {
        what = [what.as_str(), &words::more_remarks(remarks.len() - MOST)].join(" ");
    }
    Message { what, safe: words::WARNINGS_SAFE.into(), next: String::new() }
}
