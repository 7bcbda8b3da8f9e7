//! The order of play of a lab: read when one begins, kept on this computer at each change.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::app::jobs::{Done, Kind};
use crate::app::{App, Notice};
use crate::intent::Action;
use crate::intent::leading::{Lead, Ordered};
use crate::intent::view::Focus;
use crate::model::Text;
use crate::model::edit::Target;
use crate::model::play::{Length, MOST_MINUTES, Play};
use crate::platform::dialogs::Request;
use crate::storage::outputs::{self, Name};
use crate::storage::{ReadError, WriteError, plays};
use crate::text::{Message, interface, leader as words, room};

/// What came of an order of play given to somebody, or taken from somebody.
pub(in crate::app) enum Exchanged {
    Given(PathBuf, Result<(), WriteError>),
    Taken(PathBuf, Result<Option<Play>, ReadError>),
}

impl App {
    /// That of this lab, as it was left; two hours when there is none.
    pub(in crate::app) fn play_kept(&mut self, ctx: &Context) -> Play {
        let id = self.session.design().id;
        let kept = match self.own_play() {
            Some(play) => Some(Play::clone(play)),
            None => self.play_read(ctx),
        };
        let design = self.session.design();
        let mut play = kept.unwrap_or_else(|| Play::of(Length::TwoHours, &self.catalogue, design));
        play.know(&self.catalogue, design);
        self.play = Some((id, Arc::new(play.clone())));
        play
    }

    /// From this computer's folder; one that cannot be read is said.
    fn play_read(&mut self, ctx: &Context) -> Option<Play> {
        match plays::read_or_set_aside(&self.play_path()?) {
            Ok(play) => play,
            Err(aside) => {
                self.notify(ctx, Notice::of(words::set_aside(&aside)));
                None
            }
        }
    }

    fn play_path(&self) -> Option<PathBuf> {
        let folder = self.state_folder.as_ref()?;
        Some(plays::path(folder, self.session.design().id))
    }

    /// The order of play to be looked at or changed: that of the workshop being led, or the one kept.
    pub(in crate::app) fn current_play(&self) -> Option<Arc<Play>> {
        // The one for who drops in is not changed: it is the lab's own that is.
        let led = self.session.view.leading.as_ref().filter(|leading| !leading.still);
        led.map(|leading| Arc::clone(&leading.play)).or_else(|| self.own_play().map(Arc::clone))
    }

    /// The order of play of this lab, as it is kept.
    pub(in crate::app) fn own_play(&self) -> Option<&Arc<Play>> {
        let id = self.session.design().id;
        self.play.as_ref().filter(|(of, _)| *of == id).map(|(_, play)| play)
    }

    /// What is to be written on this computer, when it is not what was.
    fn keep(&mut self, ctx: &Context, play: &Arc<Play>) {
        let id = self.session.design().id;
        if self.play.as_ref().is_some_and(|(of, kept)| *of == id && kept == play) {
            return;
        }
        self.play = Some((id, Arc::clone(play)));
        let Some(path) = self.play_path() else { return };
        match plays::to_text(play, true) {
            Ok(text) => {
                let ctx = ctx.clone();
                self.keeper.keep(path, text, move || ctx.request_repaint());
            }
            Err(error) => self.notify(ctx, Notice::of(words::not_kept(&error))),
        }
    }

    /// Changes the order of play, wherever one is.
    fn change(&mut self, ctx: &Context, change: impl FnOnce(&mut Play)) {
        let Some(now) = self.current_play() else { return };
        let mut play = Play::clone(&now);
        change(&mut play);
        let play = Arc::new(play);
        let leading = self.session.view.leading.as_mut();
        if let Some(leading) = leading.filter(|leading| !leading.still) {
            leading.follow(Arc::clone(&play));
        }
        self.keep(ctx, &play);
    }

    /// The page on which it is changed.
    pub(in crate::app) fn open_order(&mut self, ctx: &Context) {
        self.play_kept(ctx);
        self.go_to(ctx, Focus::Order);
    }

    /// A free field that came is played, one that went is not.
    pub(in crate::app) fn follow_fields(&mut self) {
        let Some(leading) = &mut self.session.view.leading else { return };
        let design = self.session.history.design();
        let mut play = Play::clone(&leading.play);
        // A field that an undo brings back has its minutes and its note again.
        self.gone.extend(play.gone(design));
        play.follow(design);
        play.bring_back(&self.gone);
        if play != *leading.play {
            leading.follow(Arc::new(play));
            if !leading.still {
                self.play = Some((design.id, Arc::clone(&leading.play)));
            }
        }
        let gone = |target: &Target| match target {
            Target::FreeTitle(id) | Target::FreeText(id) => design.free_field(*id).is_none(),
            _ => false,
        };
        leading.writing = leading.writing.take().filter(|target| !gone(target));
        leading.alone = leading.alone.take().filter(|target| !gone(target));
    }

    /// What the person who leads notes for the beat played.
    pub(super) fn note(&mut self, ctx: &Context, note: Text) {
        // In front of a visitor, the steps are not those of the workshop.
        let leading = self.session.view.leading.as_ref().filter(|leading| !leading.still);
        let at = leading.map(|leading| leading.at);
        self.change(ctx, |play| {
            if let Some(beat) = at.and_then(|at| play.beats.get_mut(at)) {
                beat.note = note;
            }
        });
    }

    pub(in crate::app) fn reorder(&mut self, ctx: &Context, asked: Ordered) {
        if self.session.view.is_still() {
            // In front of a visitor, nothing changes.
            return;
        }
        match asked {
            Ordered::Minutes(at, by) => self.change(ctx, |play| {
                if let Some(beat) = play.beats.get_mut(at) {
                    let minutes = i32::from(beat.minutes).saturating_add(by);
                    beat.minutes = minutes.clamp(0, i32::from(MOST_MINUTES)) as u16;
                }
            }),
            Ordered::Skip(at, skipped) => self.change(ctx, |play| {
                if let Some(beat) = play.beats.get_mut(at) {
                    beat.skipped = skipped;
                }
            }),
            Ordered::Shift(at, by) => self.change(ctx, |play| {
                play.shift(at, by);
            }),
            Ordered::Propose(length) => {
                let new = Play::of(length, &self.catalogue, self.session.design());
                self.take_play(ctx, new);
                self.notify_of_order(ctx, words::proposed());
            }
            Ordered::Restore => {
                if let Some(before) = self.play_before.take() {
                    self.take_play(ctx, Play::clone(&before));
                }
            }
            Ordered::Export => self.ask_where_to_give(ctx),
            Ordered::Import => self.ask_what_to_take(ctx),
        }
    }

    /// Another order; the notes of the beats that it shows too are kept.
    fn take_play(&mut self, ctx: &Context, mut new: Play) -> bool {
        new.know(&self.catalogue, self.session.design());
        if new.beats.is_empty() {
            return false;
        }
        self.play_before = self.current_play();
        self.change(ctx, |play| {
            new.take_notes_of(play);
            *play = new;
        });
        self.say(room::ORDER_CHANGED);
        true
    }

    fn ask_where_to_give(&mut self, ctx: &Context) {
        let Some(play) = self.current_play() else { return };
        let name = words::order_file(&self.stem());
        let folder = self.session.file.as_deref().and_then(Path::parent).map(Path::to_path_buf);
        let text = match plays::to_text(&play, false) {
            Ok(text) => text,
            Err(error) => {
                let message = words::not_given(Path::new(&name), &error);
                return self.notify(ctx, Notice::of(message));
            }
        };
        let beside = {
            let text = text.clone();
            move |folder: &Path, base: String| {
                let name = Name::free(folder, base, "ron");
                let path = name.path(".ron");
                match name.write(&[(".ron".to_owned(), text.into_bytes())]) {
                    Ok(written) => {
                        Exchanged::Given(written.into_iter().next().unwrap_or(path), Ok(()))
                    }
                    Err(outputs::NotMade { path, error }) => Exchanged::Given(path, Err(error)),
                }
            }
        };
        let base = name.trim_end_matches(".ron").to_owned();
        let lab = self.session.file.clone();
        if !self.dialogs.available() {
            let folder = folder.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
            let dialog = self.dialog;
            return self.jobs.start(ctx, Kind::Exchange, move || {
                Done::Exchanged(dialog, beside(&folder, base))
            });
        }
        let request = Request {
            title: words::EXPORT_TITLE,
            kind: words::ORDER_KIND,
            extension: "ron",
            folder: folder.as_deref(),
            name: &name,
        };
        let chosen = self.dialogs.save(request);
        let dialog = self.wait_for_dialog();
        self.jobs.start(ctx, Kind::Exchange, move || match pollster::block_on(chosen) {
            // The lab's own file has the same extension: it is not replaced by an order of play.
            Some(path) if lab.as_ref() == Some(&path) => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let folder = path.parent().unwrap_or(Path::new(""));
                Done::Exchanged(dialog, beside(folder, stem))
            }
            Some(path) => {
                let result = outputs::replace(&path, text.as_bytes()).map_err(|not| not.error);
                Done::Exchanged(dialog, Exchanged::Given(path, result))
            }
            None => Done::NoExchange(dialog),
        });
    }

    fn ask_what_to_take(&mut self, ctx: &Context) {
        if !self.dialogs.available() {
            return self.notify(ctx, Notice::of(words::no_dialog()));
        }
        let folder = self.session.file.as_deref().and_then(Path::parent).map(Path::to_path_buf);
        let request = Request {
            title: words::IMPORT_TITLE,
            kind: words::ORDER_KIND,
            extension: "ron",
            folder: folder.as_deref(),
            name: "",
        };
        let chosen = self.dialogs.open(request);
        let dialog = self.wait_for_dialog();
        self.jobs.start(ctx, Kind::Exchange, move || match pollster::block_on(chosen) {
            Some(path) => {
                let result = plays::read(&path);
                Done::Exchanged(dialog, Exchanged::Taken(path, result))
            }
            None => Done::NoExchange(dialog),
        });
    }

    pub(in crate::app) fn exchanged(&mut self, ctx: &Context, exchanged: Exchanged) {
        let message = match exchanged {
            Exchanged::Given(path, Ok(())) => words::given(&path),
            Exchanged::Given(path, Err(error)) => words::not_given(&path, &error),
            Exchanged::Taken(path, Ok(Some(play))) => {
                if self.take_play(ctx, play) {
                    return self.notify_of_order(ctx, words::taken(&path));
                }
                words::not_an_order(&path)
            }
            Exchanged::Taken(path, Ok(None)) => words::not_an_order(&path),
            Exchanged::Taken(path, Err(error)) => crate::text::errors::read(&path, &error),
        };
        self.notify(ctx, Notice::of(message));
    }

    /// Another order replaced the one there was, which can come back.
    fn notify_of_order(&mut self, ctx: &Context, message: Message) {
        let ways = vec![
            (words::RESTORE, Action::Lead(Lead::Order(Ordered::Restore))),
            (interface::UNDERSTOOD, Action::Dismiss),
        ];
        self.notify(ctx, Notice { message, ways, of_a_save: false });
    }

    /// What could not be kept is said once.
    pub(in crate::app) fn keep_faults(&mut self, ctx: &Context) {
        if let Some(error) = self.keeper.fault() {
            self.notify(ctx, Notice::of(words::not_kept(&error)));
        }
    }
}
