//! The order of play of a lab: read when one begins, kept on this computer at each change.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::app::asking::Asking;
use crate::app::jobs::{Done, Kind};
use crate::app::{App, Notice};
use crate::intent::Action;
use crate::intent::leading::{Lead, Ordered};
use crate::intent::view::Focus;
use crate::model::Text;
use crate::model::edit::Target;
use crate::model::play::{Asleep, Beat, Length, MOST_BEATS, MOST_MINUTES, Play};
use crate::platform::dialogs::Request;
use crate::storage::outputs::{self, Name};
use crate::storage::{ReadError, WriteError, plays};
use crate::text::{Message, interface, leader as words, room};
use crate::ui::components::ring;
use crate::ui::views::focus::order as view;

/// What came of an order of play given to somebody, or taken from somebody.
pub(in crate::app) enum Exchanged {
    Given(PathBuf, Result<(), WriteError>),
    Taken(PathBuf, Result<Option<Play>, ReadError>),
}

impl Exchanged {
    /// Whether something was to be written, and was not.
    pub fn went_wrong(&self) -> bool {
        matches!(self, Exchanged::Given(_, Err(_)))
    }
}

impl App {
    /// That of this lab, as it was left; two hours when there is none. What could not be read of it is said.
    pub(in crate::app) fn play_kept(&mut self, ctx: &Context) -> Play {
        let id = self.session.design().id;
        let kept = self.own_play().map(|play| Play::clone(play));
        self.say_play_unread(ctx);
        let design = self.session.design();
        let mut play = kept.unwrap_or_else(|| Play::of(Length::TwoHours, &self.catalogue, design));
        play.know(&self.catalogue, design);
        self.play = Some((id, Arc::new(play.clone())));
        play
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
        match plays::to_text(play, true) {
            Ok(text) => self.keep_play(ctx, Some(text)),
            Err(error) => self.notify(ctx, Notice::of(words::not_kept(&error))),
        }
    }

    /// Whether what was prepared for the workshop would go with this lab: it is in no file, and nothing will ever open it again.
    pub(in crate::app) fn play_would_go(&self) -> bool {
        let Some(play) = self.own_play().filter(|_| self.session.file.is_none()) else {
            return false;
        };
        let design = self.session.design();
        let mut proposed = Play::of(Length::TwoHours, &self.catalogue, design);
        proposed.know(&self.catalogue, design);
        let noted = |it: &Asleep| !it.beat.note.is_empty();
        (&play.beats, play.start) != (&proposed.beats, proposed.start)
            || play.asleep.iter().any(noted)
    }

    /// A lab that was never in a file takes its order of play with it.
    pub(in crate::app) fn forget_play(&mut self, ctx: &Context) {
        if self.play.take().is_some() {
            self.keep_play(ctx, None);
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

    /// A free field that came is played, one that went is not; what was noted of it sleeps, and comes back with it. So it is
    /// of the order of play of this lab, whether or not it is being played.
    pub(in crate::app) fn follow_fields(&mut self) {
        let design = Arc::clone(self.session.history.design());
        if let Some((_, play)) = self.play.as_mut().filter(|(of, _)| *of == design.id) {
            let mut followed = Play::clone(play);
            followed.follow(&design);
            if followed != **play {
                *play = Arc::new(followed);
            }
        }
        let own = self.own_play().map(Arc::clone);
        let Some(leading) = &mut self.session.view.leading else { return };
        if !leading.still
            && let Some(play) = own.filter(|play| *play != leading.play)
        {
            leading.follow(play);
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
            Ordered::Shift(at, by) => self.shift_step(ctx, at, by),
            Ordered::Add(at) => self.add_step(ctx, at),
            Ordered::Name(at, name) => self.change(ctx, |play| {
                if let Some(beat) = play.beats.get_mut(at).filter(|beat| beat.is_own()) {
                    beat.title = name;
                }
            }),
            Ordered::Remove(at) => self.remove_step(ctx, at),
            Ordered::Start(minute) => self.change(ctx, |play| play.start = minute),
            Ordered::Propose(length) => {
                let mut new = Play::of(length, &self.catalogue, self.session.design());
                if let Some(now) = self.current_play() {
                    new.take_own_steps_of(&now);
                    new.start = now.start;
                }
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

    /// A step of one's own, ready to be named.
    fn add_step(&mut self, ctx: &Context, at: usize) {
        let Some(now) = self.current_play().filter(|play| play.beats.len() < MOST_BEATS) else {
            return;
        };
        let at = at.min(now.beats.len());
        self.change(ctx, |play| play.beats.insert(at, Beat::own()));
        ring::reach(ctx, view::name_id(at));
        self.say(words::STEP_ADDED);
    }

    /// What takes its place has the keyboard; it can come back, as an order that was replaced can.
    fn remove_step(&mut self, ctx: &Context, at: usize) {
        let Some(now) = self.current_play() else { return };
        let Some(beat) = now.beats.get(at).filter(|beat| beat.is_own()) else { return };
        let name = words::beat(beat, &self.catalogue, self.session.design());
        self.change(ctx, |play| {
            play.beats.remove(at);
        });
        let last = now.beats.len().saturating_sub(2);
        ring::reach(ctx, view::tick_id(at.min(last)));
        self.say(words::step_removed(&name));
        if !beat.title.trim().is_empty() || !beat.note.is_empty() {
            self.play_before = Some(now);
            self.notify_of_order(ctx, words::removed(&name));
        }
    }

    /// The keyboard goes with the step: pressed again, it moves on.
    fn shift_step(&mut self, ctx: &Context, at: usize, by: isize) {
        let Some(now) = self.current_play() else { return };
        let last = now.beats.len().saturating_sub(1);
        let to = at.saturating_add_signed(by).min(last);
        let focused = ctx.memory(|memory| memory.focused());
        let own = [-1, 1].into_iter().find(|by| focused == Some(view::move_id(at, *by)));
        self.change(ctx, |play| {
            play.shift(at, by);
        });
        if let Some(by) = own {
            // At an end, the other way is the one that is left.
            let by = if to == 0 {
                1
            } else if to == last {
                -1
            } else {
                by
            };
            ring::reach(ctx, view::move_id(to, by));
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
        if !self.dialogs.available() {
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
        let chosen = self.dialogs.save(request);
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

    /// The order of play, without its private notes, in the file at `path`.
    pub(in crate::app) fn give_order(&mut self, ctx: &Context, path: PathBuf) {
        // The lab's own file has the same extension: it is not replaced by an order of play.
        let own = self.session.file.as_ref() == Some(&path);
        self.give(ctx, path, !own);
    }

    fn give(&mut self, ctx: &Context, path: PathBuf, replace: bool) {
        let Some(play) = self.current_play() else { return };
        self.jobs.start(ctx, Kind::Exchange, move || {
            Done::Exchanged(match plays::to_text(&play, false) {
                Ok(text) if replace => {
                    let result = outputs::replace(&path, text.as_bytes());
                    Exchanged::Given(path, result.map_err(|not| not.error))
                }
                Ok(text) => beside(&path, text),
                Err(error) => Exchanged::Given(path, Err(error)),
            })
        });
    }

    fn ask_what_to_take(&mut self, ctx: &Context) {
        if !self.dialogs.available() {
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
        let chosen = self.dialogs.open(request);
        self.wait_for(ctx, Asking::TakeOrder, chosen);
    }

    pub(in crate::app) fn read_order(&mut self, ctx: &Context, path: PathBuf) {
        self.jobs.start(ctx, Kind::Exchange, move || {
            let result = plays::read(&path);
            Done::Exchanged(Exchanged::Taken(path, result))
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
            Exchanged::Taken(path, Err(error)) => words::not_taken(&path, &error),
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
