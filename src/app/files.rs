//! New, open, save, close: nothing unsaved is ever replaced without asking, and a failed open replaces nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use super::jobs::Done;
use super::session::Session;
use super::{App, Saving};
use crate::intent::view::Panel;
use crate::intent::{Action, Command};
use crate::model::Design;
use crate::model::design::Date;
use crate::model::history::Revision;
use crate::platform::clock;
use crate::platform::dialogs::Request;
use crate::storage::{self, Opened, ReadError, WriteError};
use crate::text::{Message, errors, interface as words};

/// What goes on once nothing unsaved stands in its way.
pub(super) enum After {
    Replace(Box<Session>),
    Close,
}

impl App {
    pub(super) fn new_sheet(&mut self, ctx: &Context) {
        let session = Session::blank(Design::empty(&self.catalogue));
        self.ask_then(ctx, After::Replace(Box::new(session)));
    }

    pub(super) fn new_successor(&mut self, ctx: &Context, with_answers: bool) {
        let design = self.session.design().successor(&self.catalogue, with_answers);
        self.ask_then(ctx, After::Replace(Box::new(Session::successor(design))));
    }

    pub(super) fn close(&mut self, ctx: &Context) {
        self.ask_then(ctx, After::Close);
    }

    /// Goes on at once, or asks what to do of what is not saved.
    fn ask_then(&mut self, ctx: &Context, after: After) {
        let closing = matches!(after, After::Close);
        self.after = Some(after);
        self.session.history.end_step();
        if self.session.modified() {
            self.session.view.panel = Some(Panel::Unsaved { closing });
        } else {
            self.go_on(ctx);
        }
    }

    /// Does what was waiting.
    pub(super) fn go_on(&mut self, ctx: &Context) {
        match self.after.take() {
            Some(After::Replace(session)) => self.replace(ctx, *session),
            Some(After::Close) => {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            None => {}
        }
    }

    fn replace(&mut self, ctx: &Context, mut session: Session) {
        // The size of the interface is the room's, not the design's.
        session.view.zoom = self.session.view.zoom;
        session.view.help = self.session.view.help;
        self.session = session;
        self.generation += 1;
        if let Some(saving) = &mut self.saving {
            // Asked for the session that goes: it must not be done to this one.
            saving.next = None;
        }
        self.notice = None;
        self.before_notice = None;
        self.before_panel = None;
        self.give_back = None;
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
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
            folder: self.folder(),
            name: "",
        };
        let chosen = self.dialogs.open(request);
        self.jobs.start(ctx, move || Done::ToOpen(pollster::block_on(chosen)));
        self.wait_for_dialog();
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
            folder: self.folder(),
            name: &name,
        };
        let chosen = self.dialogs.save(request);
        self.jobs.start(ctx, move || Done::ToSave(pollster::block_on(chosen)));
        self.wait_for_dialog();
    }

    fn suggested_name(&self) -> String {
        let now = clock::now();
        let today = Date { year: now.year, month: now.month, day: now.day };
        storage::suggested_name(&self.session.design().name, today)
    }

    fn folder(&self) -> Option<&Path> {
        self.session.file.as_deref().and_then(Path::parent)
    }

    pub(super) fn read(&self, ctx: &Context, file: PathBuf) {
        let catalogue = Arc::clone(&self.catalogue);
        self.jobs.start(ctx, move || {
            let result = storage::read(&file, &catalogue).map(Box::new);
            Done::Read { file, result }
        });
    }

    /// To its file, or to one to be chosen.
    pub(super) fn save(&mut self, ctx: &Context) {
        match self.session.file.clone() {
            Some(file) => self.write(ctx, file),
            None => self.ask_where_to_save(ctx),
        }
    }

    /// To a path just chosen: it gets its extension, and a file that this would replace unseen is asked about.
    pub(super) fn save_to(&mut self, ctx: &Context, path: PathBuf) {
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
            return self.write(ctx, path);
        }
        let mut name = path.clone().into_os_string();
        name.push(".ron");
        let named = PathBuf::from(name);
        if named.exists() {
            self.session.view.panel = Some(Panel::Replace(named));
        } else {
            self.write(ctx, named);
        }
    }

    /// Writes the revision of this very moment.
    pub(super) fn write(&mut self, ctx: &Context, file: PathBuf) {
        if let Some(saving) = &mut self.saving {
            saving.next = Some(file);
            return;
        }
        self.saving = Some(Saving::default());
        self.session.history.end_step();
        let design = Arc::clone(self.session.history.design());
        let revision = self.session.history.revision();
        let catalogue = Arc::clone(&self.catalogue);
        let generation = self.generation;
        self.jobs.start(ctx, move || {
            let bytes = storage::to_bytes(&design, &catalogue);
            let result = bytes.and_then(|bytes| storage::write(&file, &bytes));
            Done::Written { generation, file, revision, result }
        });
    }

    pub(super) fn finish_jobs(&mut self, ctx: &Context) {
        for done in self.jobs.finished() {
            match done {
                Done::ToOpen(path) => {
                    self.dialog_closed();
                    if let Some(path) = path {
                        self.read(ctx, path);
                    }
                }
                Done::ToSave(path) => {
                    self.dialog_closed();
                    match path {
                        Some(path) => self.save_to(ctx, path),
                        // Cancelled: what was to follow the save does not.
                        None => self.after = None,
                    }
                }
                Done::Read { file, result } => self.opened(ctx, file, result),
                Done::Written { generation, file, revision, result } => {
                    let saved = (generation == self.generation).then_some(revision);
                    self.written(ctx, file, saved, result);
                }
                Done::Broken => {
                    self.session.view.panel = None;
                    self.saving = None;
                    self.after = None;
                    let ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
                    self.notify(ctx, App::broken_message(), ways);
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
                self.ask_then(ctx, After::Replace(Box::new(session)));
                if !remarks.is_empty() {
                    let ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
                    self.notify(ctx, remarked(&remarks), ways);
                }
            }
            Err(error) => {
                let ways = vec![
                    (words::OPEN_OTHER, Action::Command(Command::Open)),
                    (words::UNDERSTOOD, Action::Dismiss),
                ];
                self.welcome(ctx);
                self.notify(ctx, errors::read(&file, &error), ways);
            }
        }
    }

    /// `revision` is the one written of the session that is open; `None` when another one was.
    fn written(
        &mut self,
        ctx: &Context,
        file: PathBuf,
        revision: Option<Revision>,
        result: Result<(), WriteError>,
    ) {
        let next = self.saving.take().and_then(|saving| saving.next);
        let now = clock::now();
        let written = matches!(result, Ok(()) | Err(WriteError::NotConfirmed(_)));
        // A session that has gone meanwhile has nothing to remember.
        if let Some(revision) = revision.filter(|_| written) {
            self.session.saved(revision, file.clone(), (now.hour, now.minute));
        }
        if let Err(error) = &result {
            let ways = vec![
                (words::RETRY, Action::SaveTo(file.clone())),
                (words::SAVE_ELSEWHERE, Action::Command(Command::SaveAs)),
                (words::LATER, Action::Dismiss),
            ];
            self.notify(ctx, errors::write(&file, error), ways);
            self.after = None;
            return;
        }
        self.notice = None;
        if let Some(next) = next.filter(|next| *next != file || self.session.modified()) {
            self.write(ctx, next);
        } else if self.after.is_some() && !self.session.modified() {
            self.go_on(ctx);
        }
    }
}

/// What a person should know of a file that was opened.
fn remarked(remarks: &[String]) -> Message {
    const MOST: usize = 3;
    let mut what = [words::WARNINGS, &remarks[..remarks.len().min(MOST)].join(" ; ")].join(" ");
    if remarks.len() > MOST {
        what = [what.as_str(), &words::more_remarks(remarks.len() - MOST)].join(" ");
    }
    Message { what, safe: words::WARNINGS_SAFE.into(), next: String::new() }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::model::Catalogue;
    use crate::platform::dialogs::SystemDialogs;

    fn wait(app: &mut App, ctx: &Context) {
        let start = Instant::now();
        while app.busy() {
            assert!(start.elapsed() < Duration::from_secs(10));
            app.finish_jobs(ctx);
        }
    }

    #[test]
    fn a_save_that_ends_after_another_lab_came_leaves_that_one_alone() {
        let ctx = Context::default();
        let catalogue = Arc::new(Catalogue::built_in().unwrap());
        let mut app = App::new(catalogue, Box::new(SystemDialogs), None);
        app.saving = Some(Saving { next: Some(PathBuf::from("/n/existe/pas.ron")) });
        let session = Session::blank(Design::empty(&app.catalogue));
        app.replace(&ctx, session);
        app.jobs.start(&ctx, || Done::Written {
            generation: 0,
            file: PathBuf::from("ancien.ron"),
            revision: 7,
            result: Ok(()),
        });
        wait(&mut app, &ctx);
        assert!(app.session.file.is_none() && !app.session.modified());
        assert!(app.notice.is_none(), "the other save asked for was done to the new sheet");
    }
}
