//! Labs are made, opened and closed here: nothing unsaved is ever replaced without asking, and a failed open replaces
//! nothing.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::{Context, ViewportCommand};

use crate::app::asked::Asking;
use crate::app::closing::After;
use crate::app::desk::App;
use crate::app::document::Document;
use crate::app::messages::Notice;
use crate::app::reading::{Read, reading};
use crate::app::services::jobs::{About, Broken};
use crate::app::services::today;
use crate::intent::view::Panel;
use crate::intent::{Action, Command};
use crate::model::Design;
use crate::platform::dialogs::Request;
use crate::storage::{self, Opened, ReadError};
use crate::text::{Message, dropped, errors, interface as words, journal as log};
use crate::ui::components::apart;

/// Before this, in seconds, what a closing window waits for is not said: it would be gone before it could be read.
const WORTH_SAYING: f64 = 0.3;

impl App {
    pub(in crate::app) fn new_sheet(&mut self, ctx: &Context) {
        let document = Document::blank(Design::empty(&self.catalogue));
        self.ask_then(ctx, After::Replace(Box::new(document), None));
    }

    pub(in crate::app) fn new_successor(&mut self, ctx: &Context, with_answers: bool) {
        let design = self.document.design().successor(&self.catalogue, with_answers);
        self.ask_then(ctx, After::Replace(Box::new(Document::successor(design)), None));
    }

    pub(in crate::app) fn close(&mut self, ctx: &Context) {
        self.ask_then(ctx, After::Close);
    }

    /// Goes on at once, or asks what to do of what is not saved. While a save is under way, waits for it; to close, for a
    /// sheet too.
    pub(in crate::app) fn ask_then(&mut self, ctx: &Context, after: After) {
        // What was tried is not to be saved.
        self.end_rehearsal(ctx);
        // Who asked to close still wants to, whatever file has come meanwhile.
        let after =
            if matches!(self.closing.after, Some(After::Close)) { After::Close } else { after };
        let closing = matches!(after, After::Close);
        self.closing.after = Some(after);
        self.document.end_step();
        if self.saving.is_some() || (closing && self.is_writing()) {
            return ctx.request_repaint();
        }
        let unread = self.document.unread_date();
        let unread = unread.map(|(workshop, typed)| (workshop, typed.clone()));
        if !self.document.is_written() || self.play_would_go() {
            self.raise(Panel::Unsaved { closing });
        } else if let Some((workshop, typed)) = unread {
            // No save will ever take it: to save is not what is asked.
            self.raise(Panel::UnreadDate { closing, workshop, typed });
        } else {
            self.go_on(ctx);
        }
    }

    /// Does what was waiting.
    pub(in crate::app) fn go_on(&mut self, ctx: &Context) {
        if self.closing.after.is_some() && self.document.file().is_none() {
            // Nothing will ever open that lab again: its order of play is of no use to anybody.
            self.forget_play(ctx);
        }
        match self.closing.after.take() {
            Some(After::Replace(document, notice)) => {
                self.replace(ctx, *document);
                if let Some(notice) = notice {
                    self.notify(ctx, notice);
                }
            }
            Some(After::Close) => self.close_now(ctx),
            None => {}
        }
    }

    /// The window goes, whatever is under way.
    pub(in crate::app) fn close_now(&mut self, ctx: &Context) {
        self.closing.done = true;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Whether something is being written that the end of the program would stop half-way.
    fn is_writing(&self) -> bool {
        self.saving.is_some() || self.services.jobs.any_that_must_end() || self.press.is_to_make()
    }

    /// A window that is to close says what it waits for, once it lasts, and closes when that is done.
    pub(in crate::app) fn keep_closing(&mut self, ctx: &Context) {
        let told = matches!(self.window.view.panel, Some(Panel::Finishing { .. }));
        if !matches!(self.closing.after, Some(After::Close)) {
            self.closing.since = None;
            if told {
                self.window.view.panel = None;
            }
            return;
        }
        // A question that stands in front of it decides first.
        let free = matches!(
            self.window.view.panel,
            None | Some(Panel::Shortcuts | Panel::About | Panel::Finishing { .. })
        );
        if !free {
            self.closing.since = None;
            return;
        }
        if self.messages.has_to_be_read() {
            self.closing.since = None;
            return;
        }
        if self.is_writing() {
            let now = ctx.input(|input| input.time);
            let lasts = now - *self.closing.since.get_or_insert(now);
            if lasts < WORTH_SAYING {
                ctx.request_repaint_after(Duration::from_secs_f64(WORTH_SAYING - lasts));
            } else if !told {
                let sheet = self.saving.is_none();
                self.raise(Panel::Finishing { sheet });
                ctx.request_repaint();
            }
            return;
        }
        self.window.view.panel = None;
        self.closing.since = None;
        self.ask_then(ctx, After::Close);
    }

    /// Another lab takes the place of this one.
    pub(in crate::app) fn replace(&mut self, ctx: &Context, mut document: Document) {
        if self.window.view.leading.is_some() {
            self.leave_the_room(ctx);
        }
        self.facilitation.paused = None;
        self.forget_what_waits();
        // The size of the interface is the room's, not the design's.
        self.window.view = self.window.view.for_another_lab();
        document.goes_on_from(&mut self.document);
        self.document = document;
        self.messages.keep_what_is_to_be_read();
        self.begin_recall_of_play();
        self.forget_keyboard(ctx);
        apart::forget(ctx);
        let opening = self.document.opening();
        self.heard(ctx, &opening);
        self.welcome(ctx);
    }

    pub(in crate::app) fn ask_what_to_open(&mut self, ctx: &Context) {
        if !self.services.dialogs.available() {
            return self.ask_by_hand(ctx, Asking::Open);
        }
        let folder = self.folder();
        let request = Request {
            title: words::OPEN_TITLE,
            kind: words::FILE_KIND,
            extension: words::FILE_EXTENSION,
            folder: folder.as_deref(),
            name: "",
        };
        let chosen = self.services.dialogs.open(request);
        self.wait_for(ctx, Asking::Open, chosen);
    }

    pub(in crate::app) fn ask_where_to_save(&mut self, ctx: &Context) {
        if !self.services.dialogs.available() {
            return self.ask_by_hand(ctx, Asking::Save);
        }
        let (folder, name) = (self.folder(), self.name_to_suggest());
        let request = Request {
            title: words::SAVE_TITLE,
            kind: words::FILE_KIND,
            extension: words::FILE_EXTENSION,
            folder: folder.as_deref(),
            name: &name,
        };
        let chosen = self.services.dialogs.save(request);
        self.wait_for(ctx, Asking::Save, chosen);
    }

    /// The name of its file; for a lab that has none, one made of its own.
    pub(in crate::app) fn name_to_suggest(&self) -> String {
        let own = self.document.file().and_then(Path::file_name);
        own.map_or_else(|| self.suggested_name(), |name| name.to_string_lossy().into_owned())
    }

    pub(in crate::app) fn suggested_name(&self) -> String {
        storage::suggested_name(&self.document.design().name, today())
    }

    pub(in crate::app) fn read(&self, ctx: &Context, file: PathBuf) {
        self.read_among(ctx, file, 0);
    }

    /// The same for one that was dropped with so many `others`.
    pub(in crate::app) fn read_among(&self, ctx: &Context, file: PathBuf, others: usize) {
        let about = About::touching(file.clone());
        self.services.jobs.start(ctx, about, reading(file, others, &self.catalogue), App::has_read);
    }

    /// What the desk does of each job that has ended.
    pub(in crate::app) fn finish_jobs(&mut self, ctx: &Context) {
        for end in self.services.jobs.finished(ctx) {
            end(self, ctx);
        }
    }

    /// What could not be written is to be read before the window goes.
    pub(in crate::app) fn stay_open_if(&mut self, wrong: bool) {
        if wrong && matches!(self.closing.after, Some(After::Close)) {
            self.closing.after = None;
        }
    }

    /// A job ended as it should not have: nothing was done, and nothing else changes.
    pub(in crate::app) fn say_broken(&mut self, ctx: &Context, _: Broken) {
        self.services.journal.note(&log::broken());
        self.notify(ctx, Notice::of(App::broken_message()));
    }

    /// A file that was to be opened has been read, or not.
    pub(in crate::app) fn has_read(&mut self, ctx: &Context, read: Result<Read, Broken>) {
        match read {
            Ok(Read { file, others, result }) => self.opened(ctx, file, others, result),
            Err(broken) => self.say_broken(ctx, broken),
        }
    }

    fn opened(
        &mut self,
        ctx: &Context,
        file: PathBuf,
        others: usize,
        result: Result<Box<Opened>, ReadError>,
    ) {
        let others = dropped::left_out(others);
        let file = std::path::absolute(&file).unwrap_or(file);
        let known = self.services.journal.known(&file);
        match result {
            Ok(opened) => {
                let Opened { design, warnings } = *opened;
                self.services.journal.note(&log::opened(known, warnings.len()));
                self.remember_folder(&file);
                let document = Document::opened(design, file);
                let warnings = warnings.iter().map(errors::warning);
                let remarks: Vec<String> = others.into_iter().chain(warnings).collect();
                // They are said with the lab that they are about: another may have to be saved first.
                let notice = (!remarks.is_empty()).then(|| {
                    let ways = vec![(words::UNDERSTOOD, Action::Dismiss)];
                    Notice { message: remarked(&remarks), ways, of_a_save: false }
                });
                self.ask_then(ctx, After::Replace(Box::new(document), notice));
            }
            Err(error) => {
                self.services.journal.note(&log::not_opened(known, &error));
                let ways = vec![
                    (words::OPEN_OTHER, Action::Command(Command::Open)),
                    (words::UNDERSTOOD, Action::Dismiss),
                ];
                if ctx.memory(|memory| memory.focused().is_none()) {
                    self.welcome(ctx);
                }
                let mut message = errors::read(&file, &error);
                if let Some(others) = others {
                    message.next = [&*message.next, &dropped::also(&others)].join(" ");
                }
                self.notify(ctx, Notice { message, ways, of_a_save: false });
            }
        }
    }
}

/// What a person should know of a file that was opened.
fn remarked(remarks: &[String]) -> Message {
    const MOST: usize = 3;
    let mut what = [
        words::warnings(remarks.len()),
        &remarks[..remarks.len().min(MOST)].join(words::BETWEEN_REMARKS),
    ]
    .join(" ");
    if remarks.len() > MOST {
        what = [what.as_str(), &words::more_remarks(remarks.len() - MOST)].join(" ");
    }
    what.push('.');
    Message { what, safe: words::WARNINGS_SAFE.into(), next: String::new() }
}
