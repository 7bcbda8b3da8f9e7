//! Saving: one write at a time, in the order asked, each of the revision of the moment it was asked for.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Rect, Ui};

use super::jobs::{Done, Kind};
use super::{App, Notice};
use crate::intent::view::Panel;
use crate::intent::{Action, Command};
use crate::model::Design;
use crate::model::history::Revision;
use crate::platform::clock;
use crate::storage::{self, WriteError};
use crate::text::{Message, around, errors, interface as words};
use crate::ui::Cx;
use crate::ui::views::notice;

/// How long a save shows over the window, in seconds.
const SUCCESS: f64 = 4.0;

/// A save under way, and those asked for meanwhile.
#[derive(Debug)]
pub(super) struct Saving {
    now: Request,
    queue: VecDeque<Request>,
}

/// What is to be written, and where.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub file: PathBuf,
    pub design: Arc<Design>,
    pub revision: Revision,
    /// The session it belongs to.
    pub generation: u64,
}

#[cfg(test)]
impl Saving {
    /// A save that a test never ends.
    pub fn of(design: Arc<Design>) -> Saving {
        let (file, revision, generation) = (PathBuf::new(), Revision::default(), 0);
        Saving { now: Request { file, design, revision, generation }, queue: VecDeque::new() }
    }
}

impl App {
    /// To its file, or to one to be chosen.
    pub(super) fn save(&mut self, ctx: &Context) {
        match self.session.file.clone() {
            Some(file) => self.write(ctx, file),
            None => self.ask_where_to_save(ctx),
        }
    }

    /// To a path that the system's dialog gave: it gets its extension, and a file that only this would replace, the
    /// dialog having asked about another name, is asked about.
    pub(super) fn save_to(&mut self, ctx: &Context, path: PathBuf) {
        let named = with_extension(path.clone());
        if named != path && named.exists() {
            self.raise(Panel::Replace(named));
        } else {
            self.write(ctx, named);
        }
    }

    /// To a path written by hand, which nobody has asked about yet.
    pub(super) fn save_by_hand(&mut self, ctx: &Context, path: PathBuf) {
        let named = with_extension(path);
        if named.exists() && self.session.file.as_ref() != Some(&named) {
            self.raise(Panel::Replace(named));
        } else {
            self.write(ctx, named);
        }
    }

    /// Writes the revision of this very moment to `file`, after the saves already asked for.
    pub(super) fn write(&mut self, ctx: &Context, file: PathBuf) {
        self.session.history.end_step();
        let request = Request {
            file,
            design: Arc::clone(self.session.history.design()),
            revision: self.session.history.revision(),
            generation: self.generation,
        };
        match &mut self.saving {
            Some(saving) => saving.queue.push_back(request),
            None => self.start_writing(ctx, request, VecDeque::new()),
        }
    }

    fn start_writing(&mut self, ctx: &Context, request: Request, queue: VecDeque<Request>) {
        self.saving = Some(Saving { now: request.clone(), queue });
        let catalogue = Arc::clone(&self.catalogue);
        self.jobs.start(ctx, Kind::Write, move || {
            let bytes = storage::to_bytes(&request.design, &catalogue);
            let result = bytes.and_then(|bytes| storage::save(&request.file, &bytes));
            Done::Written { request, result }
        });
    }

    /// A write has ended: what it changes, what it says, and what comes after it.
    pub(super) fn written(
        &mut self,
        ctx: &Context,
        request: Request,
        result: Result<(), WriteError>,
    ) {
        // A session that has gone meanwhile has nothing to remember.
        let current = request.generation == self.generation;
        if current && result.as_ref().err().is_none_or(WriteError::is_in_place) {
            let now = clock::now();
            self.session.saved(request.revision, request.file.clone(), (now.hour, now.minute));
            self.remember_folder(&request.file);
        }
        match &result {
            Ok(()) => {
                self.forget_failed_save(ctx);
                self.say_unread_date(ctx, current);
                if let Some((hour, minute)) = self.session.saved_at.filter(|_| current) {
                    self.say(words::saved_at(hour, minute));
                    self.success = Some(ctx.input(|input| input.time) + SUCCESS);
                    self.told = None;
                }
            }
            Err(error) => {
                self.forget_what_follows();
                self.say_failed(ctx, &request, error, current);
            }
        }
        self.go_on_saving(ctx, &request, result.is_ok());
    }

    /// A write that ended as it should not have: those asked for after it are done all the same.
    pub(super) fn write_broken(&mut self, ctx: &Context) {
        self.forget_what_follows();
        if let Some(now) = self.saving.as_ref().map(|saving| saving.now.clone()) {
            self.go_on_saving(ctx, &now, false);
        }
    }

    /// A save that has just been done, over a window whose menu bar does not say it: the one that is projected has none.
    /// There, it is said in what is `free` at the foot of the image.
    pub(super) fn show_success(&self, ui: &Ui, cx: Cx, free: Option<Rect>) {
        let rest = self.success.map_or(0.0, |until| until - ui.input(|input| input.time));
        if let Some((hour, minute)) = self.session.saved_at
            && rest > 0.0
            && !self.session.modified()
        {
            let saved = words::saved_at(hour, minute);
            notice::success(ui, cx, &saved, &self.session.file_name(), free);
            ui.ctx().request_repaint_after(Duration::from_secs_f64(rest));
        }
    }

    /// A date that cannot be read is in no file: it is said, not dropped.
    fn say_unread_date(&mut self, ctx: &Context, current: bool) {
        if let Some(typed) = self.session.unread_date().filter(|_| current) {
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
            if !(sound && same && next.generation == done.generation) {
                return self.start_writing(ctx, next, saving.queue);
            }
        }
        if sound && done.generation == self.generation {
            self.end_on_paper(ctx, done);
        }
        if let Some(after) = self.after.take() {
            // Something may have been typed since: it asks again.
            self.ask_then(ctx, after);
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
        if self.notice.as_ref().is_some_and(|notice| notice.of_a_save) {
            self.dismiss(ctx);
        }
    }
}

fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".ron");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::app::session::Session;
    use crate::intent::view::Answer;
    use crate::model::edit::{Edit, Target};
    use crate::model::{Catalogue, Step};
    use crate::platform::dialogs::SystemDialogs;

    /// The program with a save under way that ends only when a test says so.
    fn saving(folder: &tempfile::TempDir) -> (App, Context, Request) {
        let ctx = Context::default();
        let catalogue = Arc::new(Catalogue::built_in().unwrap());
        let design = Design::empty(&catalogue);
        let file = folder.path().join("a.ron");
        let session = Session::opened(design, file.clone());
        let mut app = App::on(catalogue, Box::new(SystemDialogs), session);
        edit(&mut app, "Le labo");
        let request = Request {
            file,
            design: Arc::clone(app.session.history.design()),
            revision: app.session.history.revision(),
            generation: app.generation,
        };
        app.saving = Some(Saving { now: request.clone(), queue: VecDeque::new() });
        (app, ctx, request)
    }

    fn edit(app: &mut App, name: &str) {
        let edit = Edit::Write(Target::Name, name.into());
        app.session.history.apply(&edit, 0.0).unwrap();
        app.session.history.end_step();
    }

    fn wait(app: &mut App, ctx: &Context) {
        let start = Instant::now();
        while app.busy() {
            assert!(start.elapsed() < Duration::from_secs(10));
            app.finish_jobs(ctx);
        }
    }

    fn full() -> WriteError {
        WriteError::Full
    }

    #[test]
    fn a_save_that_ends_after_another_lab_came_leaves_that_one_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, request) = saving(&folder);
        let blank = Session::blank(Design::empty(&app.catalogue));
        app.replace(&ctx, blank);
        app.written(&ctx, request, Ok(()));
        assert!(app.session.file.is_none() && !app.session.modified());
    }

    #[test]
    fn a_failed_save_of_a_lab_that_has_gone_offers_nothing_that_would_write_this_one_there() {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, request) = saving(&folder);
        let blank = Session::blank(Design::empty(&app.catalogue));
        app.replace(&ctx, blank);
        app.written(&ctx, request, Err(full()));
        let ways = app.notice.unwrap().ways;
        assert_eq!(ways, vec![(words::UNDERSTOOD, Action::Dismiss)]);
    }

    #[test]
    fn closing_waits_for_the_save_and_asks_again_for_what_was_typed_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, request) = saving(&folder);
        app.close(&ctx);
        assert!(!app.closing && app.session.view.panel.is_none(), "a save is under way");
        edit(&mut app, "Le labo, et une lettre de plus");
        app.written(&ctx, request, Ok(()));
        assert!(!app.closing);
        assert_eq!(app.session.view.panel, Some(Panel::Unsaved { closing: true }));
        app.apply(&ctx, Action::Answer(Answer::Cancel));
        assert!(app.after.is_none(), "the next save must not close the window");
    }

    #[test]
    fn closing_goes_on_when_the_save_has_everything() {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, request) = saving(&folder);
        app.close(&ctx);
        app.written(&ctx, request, Ok(()));
        assert!(app.closing);
    }

    #[test]
    fn a_save_asked_for_elsewhere_is_done_even_when_the_first_fails_and_writes_the_moment_it_was_asked()
     {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, request) = saving(&folder);
        let elsewhere = folder.path().join("b.ron");
        app.write(&ctx, elsewhere.clone());
        let axis = app.catalogue.axes[0].id.clone();
        let later = Edit::Place { axis, step: Some(Step::LEFT) };
        app.session.history.apply(&later, 0.0).unwrap();
        app.written(&ctx, request, Err(full()));
        wait(&mut app, &ctx);
        let saved = storage::read(&elsewhere, &app.catalogue).unwrap().design;
        assert_eq!(&*saved.name, "Le labo");
        assert_eq!(saved.axes[0].step, None);
        assert!(app.session.modified());
    }

    #[test]
    fn trying_again_writes_to_the_very_same_name() {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, mut request) = saving(&folder);
        request.file = folder.path().join("labo.txt");
        app.written(&ctx, request.clone(), Err(full()));
        let retry = app.notice.take().unwrap().ways[0].1.clone();
        app.apply(&ctx, retry);
        wait(&mut app, &ctx);
        assert!(request.file.is_file());
    }

    #[test]
    fn a_write_that_breaks_leaves_those_asked_for_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, _) = saving(&folder);
        let elsewhere = folder.path().join("b.ron");
        app.write(&ctx, elsewhere.clone());
        app.broken(&ctx, Kind::Write);
        assert!(app.notice.as_ref().is_some_and(|it| it.message.what == words::BROKEN_WRITE_WHAT));
        wait(&mut app, &ctx);
        assert!(elsewhere.is_file());
        assert!(app.saving.is_none());
    }

    #[test]
    fn a_job_that_breaks_gives_up_nothing_of_what_waits_for_a_save() {
        for kind in [Kind::Read, Kind::Show, Kind::Check, Kind::Recall, Kind::Look] {
            let folder = tempfile::tempdir().unwrap();
            let (mut app, ctx, request) = saving(&folder);
            app.close(&ctx);
            app.broken(&ctx, kind);
            app.written(&ctx, request, Ok(()));
            assert!(app.closing, "{kind:?}");
        }
    }
}
