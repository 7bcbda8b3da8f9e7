//! Saves are done here: one write at a time, in the order asked, each of the revision of the moment it was asked for.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Ui};

use crate::app::closing::After;
use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::app::saves::Request;
use crate::app::saves::Saving;
use crate::app::saves::with_extension;
use crate::app::services::jobs::About;
use crate::intent::view::Panel;
use crate::intent::{Action, Command};
use crate::platform::clock;
use crate::storage::{self, WriteError};
use crate::text::{Message, around, errors, interface as words, journal as log};
use crate::ui::Cx;
use crate::ui::views::free::Free;
use crate::ui::views::notice;

/// How long a save shows over the window, in seconds.
const SUCCESS: f64 = 4.0;

impl App {
    /// To its file, or to one to be chosen.
    pub(in crate::app) fn save(&mut self, ctx: &Context) {
        match self.document.file().map(Path::to_path_buf) {
            Some(file) => self.write(ctx, file),
            None => self.ask_where_to_save(ctx),
        }
    }

    /// To a path that the system's dialog gave: it gets its extension, and a file that only this would replace, the
    /// dialog having asked about another name, is asked about.
    pub(in crate::app) fn save_to(&mut self, ctx: &Context, path: PathBuf) {
        let named = self.file_of(path.clone());
        if named != path && named.exists() {
            self.raise(Panel::Replace(named));
        } else {
            self.write(ctx, named);
        }
    }

    /// To a path written by hand, which nobody has asked about yet.
    pub(in crate::app) fn save_by_hand(&mut self, ctx: &Context, path: PathBuf) {
        let named = self.file_of(path);
        if named.exists() && self.document.file() != Some(&*named) {
            self.raise(Panel::Replace(named));
        } else {
            self.write(ctx, named);
        }
    }

    /// The file that a path names: in a folder, one that has the name of the lab.
    fn file_of(&self, path: PathBuf) -> PathBuf {
        let ends = path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
        with_extension(if ends || path.is_dir() { path.join(self.name_to_suggest()) } else { path })
    }

    /// Writes the revision of this very moment to `file`, after the saves already asked for.
    pub(in crate::app) fn write(&mut self, ctx: &Context, file: PathBuf) {
        self.document.end_step();
        let request = Request {
            file,
            design: Arc::clone(self.document.design()),
            revision: self.document.revision(),
            key: self.document.key(),
        };
        match &mut self.saving {
            Some(saving) => saving.queue.push_back(request),
            None => self.start_writing(ctx, request, VecDeque::new()),
        }
    }

    fn start_writing(&mut self, ctx: &Context, request: Request, queue: VecDeque<Request>) {
        self.saving = Some(Saving { now: request.clone(), queue });
        let catalogue = Arc::clone(&self.catalogue);
        let about = About::touching(request.file.clone()).that_must_end();
        let asked = request.clone();
        let write = move || {
            let bytes = storage::to_bytes(&asked.design, &catalogue);
            bytes.and_then(|bytes| storage::save(&asked.file, &bytes))
        };
        self.services.jobs.start(ctx, about, write, |app: &mut App, ctx, result| match result {
            Ok(result) => app.written(ctx, request, result),
            Err(_) => app.write_broken(ctx),
        });
    }

    /// A write has ended: what it changes, what it says, and what comes after it.
    pub(in crate::app) fn written(
        &mut self,
        ctx: &Context,
        request: Request,
        result: Result<(), WriteError>,
    ) {
        // A document that has gone meanwhile has nothing to remember.
        let current = request.key == self.document.key();
        let in_place = result.as_ref().err().is_none_or(WriteError::is_in_place);
        let known = self.services.journal.known(&request.file);
        self.services.journal.note(&match &result {
            Ok(()) => log::saved(known),
            Err(error) => log::not_saved(known, error),
        });
        if current && in_place {
            let now = clock::now();
            self.document.saved(request.revision, request.file.clone(), (now.hour(), now.minute()));
            self.remember_folder(&request.file);
        }
        match &result {
            Ok(()) => {
                self.forget_failed_save(ctx);
                self.say_unread_date(ctx, current);
                if let Some((hour, minute)) = self.document.saved_at().filter(|_| current) {
                    self.say(words::saved_at(hour, minute));
                    self.messages.success = Some(ctx.input(|input| input.time) + SUCCESS);
                    self.messages.told = None;
                }
            }
            Err(error) => {
                if !in_place {
                    self.forget_what_follows();
                }
                self.say_failed(ctx, &request, error, current);
                self.messages.to_read.said(in_place, self.messages.count);
            }
        }
        self.go_on_saving(ctx, &request, in_place);
    }

    /// A write that ended as it should not have: those asked for after it are done all the same.
    pub(in crate::app) fn write_broken(&mut self, ctx: &Context) {
        self.services.journal.note(&log::broken());
        self.forget_what_follows();
        if let Some(now) = self.saving.as_ref().map(|saving| saving.now.clone()) {
            self.go_on_saving(ctx, &now, false);
        }
        self.notify(ctx, Notice::of(App::broken_write_message()));
    }

    /// A save that has just been done, over a window whose menu bar does not say it: the one that is projected has none.
    /// There, it is said in what is `free` at the foot of the image.
    pub(in crate::app) fn show_success(&self, ui: &Ui, cx: Cx, free: Free) {
        let rest = self.messages.success.map_or(0.0, |until| until - ui.input(|input| input.time));
        if let Some((hour, minute)) = self.document.saved_at()
            && rest > 0.0
            && !self.document.modified()
        {
            let saved = words::saved_at(hour, minute);
            notice::success(ui, cx, &saved, &self.document.file_name(), free);
            ui.ctx().request_repaint_after(Duration::from_secs_f64(rest));
        }
    }

    /// A date that cannot be read is in no file: it is said, not dropped.
    fn say_unread_date(&mut self, ctx: &Context, current: bool) {
        if let Some((_, typed)) = self.document.unread_date().filter(|_| current) {
            let message = around::unread_date(typed);
            let ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
            self.notify(ctx, Notice { message, ways, of_a_save: true });
        }
    }

    /// The next save asked for, unless it is the one just done; then what waited for the last.
    fn go_on_saving(&mut self, ctx: &Context, done: &Request, sound: bool) {
        let Some(mut saving) = self.saving.take() else { return };
        while let Some(next) = saving.queue.pop_front() {
            let same = next.file == done.file && next.revision == done.revision;
            if !(sound && same && next.key == done.key) {
                return self.start_writing(ctx, next, saving.queue);
            }
        }
        if sound && done.key == self.document.key() {
            self.end_on_paper(ctx, done);
        }
        match self.closing.after.take() {
            // The window goes once it is read, or at once when that is asked for again.
            Some(After::Close) if self.messages.has_to_be_read() => {
                self.closing.after = Some(After::Close)
            }
            // Something may have been typed since: it asks again.
            Some(after) => self.ask_then(ctx, after),
            None => {}
        }
    }

    fn say_failed(&mut self, ctx: &Context, request: &Request, error: &WriteError, current: bool) {
        let mut message = errors::write(&request.file, error);
        let ways = if matches!(error, WriteError::OtherName) {
            vec![(words::UNDERSTOOD, Action::Dismiss)]
        } else if current {
            vec![
                (words::RETRY, Action::Retry(request.file.clone())),
                (words::SAVE_ELSEWHERE, Action::Command(Command::SaveAs)),
                (words::LATER, Action::Dismiss),
            ]
        } else {
            // The lab it was about is no longer open: nothing of the one that is must be written there.
            message = Message { safe: words::GONE_SAFE.into(), next: String::new(), ..message };
            vec![(words::UNDERSTOOD, Action::Dismiss)]
        };
        self.notify(ctx, Notice { message, ways, of_a_save: true });
    }

    fn forget_failed_save(&mut self, ctx: &Context) {
        if self.messages.notice.as_ref().is_some_and(|notice| notice.of_a_save) {
            self.dismiss(ctx);
        }
    }
}

#[cfg(test)]
mod tests;
