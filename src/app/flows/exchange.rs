//! An order of play is given to somebody, without its private notes, or taken from somebody.

use std::path::{Path, PathBuf};

use egui::Context;
use uuid::Uuid;

use crate::app::asked::Asking;
use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::app::saves::with_extension;
use crate::app::services::jobs::{About, Broken};
use crate::model::play::Play;
use crate::platform::dialogs::Request;
use crate::storage::outputs::{self, Name};
use crate::storage::{ReadError, WriteError, plays};
use crate::text::{journal as log, leader as words};

/// What came of an order of play given to somebody, or taken from somebody.
pub(in crate::app) enum Exchanged {
    Given(PathBuf, Result<(), WriteError>),
    /// What was read, and the lab that was open when it was asked for.
    Taken {
        path: PathBuf,
        key: Uuid,
        read: Result<Option<Play>, ReadError>,
    },
}

impl Exchanged {
    /// Whether something was to be written, and was not.
    pub fn went_wrong(&self) -> bool {
        matches!(self, Exchanged::Given(_, Err(_)))
    }
}

impl App {
    pub(in crate::app) fn ask_where_to_give(&mut self, ctx: &Context) {
        if !self.services.dialogs.available() {
            return self.give_order_beside(ctx);
        }
        let (folder, name) = (self.folder(), self.order_file());
        let request = Request {
            title: words::EXPORT_TITLE,
            kind: words::ORDER_KIND,
            extension: "ron",
            folder: folder.as_deref(),
            name: &name,
        };
        let chosen = self.services.dialogs.save(request);
        self.wait_for(ctx, Asking::GiveOrder, chosen);
    }

    /// Beside the lab's file, where no dialog can ask: nothing is replaced.
    pub(in crate::app) fn give_order_beside(&mut self, ctx: &Context) {
        let folder = self.folder().unwrap_or_default();
        self.give(ctx, folder.join(self.order_file()), false);
    }

    fn order_file(&self) -> String {
        outputs::joined(&self.stem(), words::ORDER_SUFFIX) + ".ron"
    }

    /// The order of play, without its private notes, in the file that a dialog named, and asked about.
    pub(in crate::app) fn give_order(&mut self, ctx: &Context, path: PathBuf) {
        let named = with_extension(path.clone());
        // Nobody asked about another name.
        let asked = named == path;
        self.give(ctx, named, asked);
    }

    fn give(&mut self, ctx: &Context, path: PathBuf, replace: bool) {
        let Some(play) = self.current_play() else { return };
        let about = About::touching(path.clone()).that_must_end();
        let write = move || match plays::to_text(&play, false) {
            // A lab has the same extension, and a name leads to it in more than one way: an order of play takes the place
            // of nothing but an order of play.
            Ok(text) if replace && matches!(plays::read(&path), Ok(Some(_))) => {
                let result = outputs::replace(&path, text.as_bytes());
                Exchanged::Given(path, result.map_err(|not| not.error))
            }
            Ok(text) => beside(&path, text),
            Err(error) => Exchanged::Given(path, Err(error)),
        };
        self.services.jobs.start(ctx, about, write, App::exchanged);
    }

    pub(in crate::app) fn ask_what_to_take(&mut self, ctx: &Context) {
        if !self.services.dialogs.available() {
            return self.ask_by_hand(ctx, Asking::TakeOrder);
        }
        let folder = self.folder();
        let request = Request {
            title: words::IMPORT_TITLE,
            kind: words::ORDER_KIND,
            extension: "ron",
            folder: folder.as_deref(),
            name: "",
        };
        let chosen = self.services.dialogs.open(request);
        self.wait_for(ctx, Asking::TakeOrder, chosen);
    }

    pub(in crate::app) fn read_order(&mut self, ctx: &Context, path: PathBuf) {
        let key = self.document.key();
        let about = About::touching(path.clone()).that_must_end();
        let read = move || {
            let read = plays::read(&path);
            Exchanged::Taken { path, key, read }
        };
        self.services.jobs.start(ctx, about, read, App::exchanged);
    }

    pub(in crate::app) fn exchanged(
        &mut self,
        ctx: &Context,
        exchanged: Result<Exchanged, Broken>,
    ) {
        self.stay_open_if(exchanged.as_ref().map_or(true, Exchanged::went_wrong));
        let exchanged = match exchanged {
            Ok(exchanged) => exchanged,
            Err(broken) => return self.say_broken(ctx, broken),
        };
        self.note_exchange(&exchanged);
        let message = match exchanged {
            Exchanged::Given(path, Ok(())) => words::given(&path),
            Exchanged::Given(path, Err(error)) => words::not_given(&path, &error),
            // It was asked for another lab.
            Exchanged::Taken { path, key, .. } if key != self.document.key() => {
                words::taken_too_late(&path)
            }
            Exchanged::Taken { path, read: Ok(Some(play)), .. } => {
                if self.take_play(ctx, play, true) {
                    return self.notify_of_order(ctx, words::taken(&path));
                }
                words::not_an_order(&path)
            }
            Exchanged::Taken { path, read: Ok(None), .. } => words::not_an_order(&path),
            Exchanged::Taken { path, read: Err(error), .. } => words::not_taken(&path, &error),
        };
        self.notify(ctx, Notice::of(message));
    }
}

impl App {
    fn note_exchange(&self, exchanged: &Exchanged) {
        self.services.journal.note(&match exchanged {
            Exchanged::Given(_, Ok(())) => log::order_given(),
            Exchanged::Given(_, Err(error)) => log::order_not_given(error),
            Exchanged::Taken { read: Ok(Some(_)), .. } => log::order_taken(),
            Exchanged::Taken { read: Ok(None), .. } => log::order_not_taken(None),
            Exchanged::Taken { read: Err(error), .. } => log::order_not_taken(Some(error)),
        });
    }
}

/// Beside what is there: under the first name like this one that nothing has.
fn beside(path: &Path, text: String) -> Exchanged {
    let base = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = Name::free(path.parent().unwrap_or(Path::new("")), base, "ron");
    let path = name.path(".ron");
    match name.write(&[(".ron".to_owned(), text.into_bytes())]) {
        Ok(written) => Exchanged::Given(written.into_iter().next().unwrap_or(path), Ok(())),
        Err(outputs::NotMade { path, error }) => Exchanged::Given(path, Err(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::document::Document;
    use crate::intent::leading::{Lead, Ordered};
    use crate::model::play::Length;
    use crate::model::{Catalogue, Design};
    use crate::platform::dialogs::SystemDialogs;

    #[test]
    fn an_order_read_for_a_lab_that_has_gone_is_not_given_to_the_one_that_came() {
        let ctx = Context::default();
        let catalogue = Arc::new(Catalogue::built_in().unwrap());
        let lab = || Document::blank(Design::empty(&catalogue));
        let mut app = App::on(Arc::clone(&catalogue), Box::new(SystemDialogs), lab());
        let asked_for = app.document.key();
        app.replace(&ctx, lab());
        app.open_order(&ctx);
        let mine = app.own_play().cloned();
        let theirs = Play::of(Length::FortyMinutes, &catalogue, app.document.design());
        let taken =
            |key| Exchanged::Taken { path: "a.ron".into(), key, read: Ok(Some(theirs.clone())) };
        app.exchanged(&ctx, Ok(taken(asked_for)));
        assert_eq!(app.own_play().cloned(), mine);
        assert!(
            app.messages.notice.as_ref().is_some_and(|it| it.message.what.contains("trop tard"))
        );
        let now = app.document.key();
        app.exchanged(&ctx, Ok(taken(now)));
        assert_ne!(app.own_play().cloned(), mine);
        app.lead(&ctx, Lead::Order(Ordered::Restore));
        assert_eq!(app.own_play().cloned(), mine);
    }
}
