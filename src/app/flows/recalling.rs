//! What this computer remembers is read back: the settings, and the order of play of the lab that is open. It is read off the
//! interface's thread as soon as there is a lab; what is asked before it has come waits for it.

use std::path::PathBuf;

use egui::Context;

use crate::app::desk::App;
use crate::app::memory::Recalled;
use crate::app::messages::Notice;
use crate::app::services::jobs::{About, Broken, Early};
use crate::app::services::keeper::{Kept, Text, is_in_place};
use crate::intent::printing::Print;
use crate::intent::view::Focus;
use crate::intent::{Action, Command};
use crate::model::order_steps::OrderSteps;
use crate::model::room::Room;
use crate::storage::aside::{Merge, Unread};
use crate::storage::plays;
use crate::storage::settings::{self, Choice, Settings};
use crate::text::{journal as log, leader, room as words};

impl App {
    /// Begins to read the settings.
    pub(in crate::app) fn begin_recall(&mut self) {
        if let Some(path) = self.services.places.settings.clone() {
            let read = move || Recalled::Settings(settings::recall(&path));
            self.memory.settings = Some(Early::begin(read));
        }
    }

    /// Begins to read the order of play of the lab that is open.
    pub(in crate::app) fn begin_recall_of_play(&mut self) {
        (self.memory.play_unread, self.memory.play_left) = (None, false);
        self.memory.play_told = false;
        self.read_play();
    }

    fn read_play(&mut self) {
        let id = self.document.design().id;
        self.memory.play = self
            .play_path()
            .map(|path| Early::begin(move || Recalled::Play(id, plays::recall(&path))));
    }

    /// Whether all that `action` needs has been read; it is done later if not.
    pub(in crate::app) fn remembers(&mut self, ctx: &Context, action: &Action) -> bool {
        if !needs_memory(action) {
            return true;
        }
        if self.memory.awaited == 0 {
            self.read_again();
        }
        let memory = &mut self.memory;
        for early in [memory.settings.take(), memory.play.take()].into_iter().flatten() {
            early.wait();
            if early.is_done() {
                // Of one that ended as it should not have, there are the defaults.
                match early.end() {
                    Ok(recalled) => self.take_in(ctx, recalled),
                    Err(Broken) => self.services.journal.note(&log::broken()),
                }
            } else {
                self.memory.awaited += 1;
                self.services.jobs.adopt(ctx, About::nothing(), early, App::recalled);
            }
        }
        if self.memory.awaited > 0 {
            self.memory.waiting.push(action.clone());
        }
        self.memory.awaited == 0
    }

    /// What could not be had, and may be now.
    fn read_again(&mut self) {
        if self.memory.play_left && self.memory.play.is_none() {
            self.read_play();
        }
        if self.memory.settings_left && self.memory.settings.is_none() {
            self.begin_recall();
        }
    }

    fn take_in(&mut self, ctx: &Context, recalled: Recalled) {
        match recalled {
            Recalled::Settings(Ok(kept)) => {
                if std::mem::take(&mut self.memory.settings_left) {
                    // What was chosen meanwhile stays.
                    self.memory.kept = kept.joined_by(std::mem::take(&mut self.memory.kept));
                    self.write_settings(ctx);
                } else {
                    self.remember_as(kept);
                }
            }
            Recalled::Settings(Err(unread)) => {
                self.services.journal.note(&log::not_recalled(log::Kept::Settings, &unread));
                let again = std::mem::replace(&mut self.memory.settings_left, true);
                match unread {
                    Unread::Damaged | Unread::Newer => self.set_settings_aside(ctx),
                    Unread::Passing(error) if !again => {
                        self.notify(ctx, Notice::of(words::settings_unread(&error)));
                    }
                    Unread::Passing(_) => {}
                }
            }
            Recalled::Play(id, result) if id == self.document.design().id => {
                match result {
                    Ok(play) => {
                        let left = std::mem::take(&mut self.memory.play_left);
                        match play {
                            Some(play) if left => self.play_found(ctx, play),
                            // What is here already is what is to be there.
                            Some(play) if self.own_play().is_none() => {
                                *self.document.order_mut() = Some(OrderSteps::new(play));
                            }
                            _ => {}
                        }
                    }
                    Err(unread) => {
                        self.services.journal.note(&log::not_recalled(log::Kept::Order, &unread));
                        self.memory.play_left = true;
                        self.memory.play_unread = Some(unread);
                    }
                }
            }
            // Of a lab that has gone.
            Recalled::Play(..) => {}
        }
    }

    /// A reading that was awaited has come: what waited for all of them is done. Of one that ended as it should not have,
    /// there are the defaults.
    pub(in crate::app) fn recalled(&mut self, ctx: &Context, recalled: Result<Recalled, Broken>) {
        match recalled {
            Ok(recalled) => self.take_in(ctx, recalled),
            Err(Broken) => self.services.journal.note(&log::broken()),
        }
        self.memory.awaited = self.memory.awaited.saturating_sub(1);
        if self.memory.awaited == 0 {
            let held = self.held();
            let waiting = std::mem::take(&mut self.memory.waiting);
            self.apply_all(ctx, waiting, held);
        }
    }

    /// What waited was asked of a lab that has gone.
    pub(in crate::app) fn forget_what_waits(&mut self) {
        self.memory.waiting.clear();
    }

    fn remember_as(&mut self, kept: Settings) {
        let last = kept.room.as_deref();
        if let Some(room) = kept.rooms.iter().find(|room| Some(room.name.as_str()) == last) {
            self.memory.room = room.clone();
        }
        self.memory.kept = kept;
    }

    /// What is chosen is what there will be next time. Gives the number of what keeps it, or none where nothing can be.
    pub(in crate::app) fn remember(&mut self, ctx: &Context, choice: Choice) -> Option<u64> {
        self.memory.kept.remember(choice);
        self.write_settings(ctx)
    }

    fn write_settings(&mut self, ctx: &Context) -> Option<u64> {
        match settings::to_text(&self.memory.kept) {
            Ok(text) => self.keep_settings(ctx, Some(text)),
            Err(error) => {
                self.services.journal.note(&log::not_kept(log::Kept::Settings, &error));
                None
            }
        }
    }

    fn keep_settings(&mut self, ctx: &Context, text: Option<String>) -> Option<u64> {
        let path = self.services.places.settings.clone()?;
        let over = self.memory.settings_left.then_some(settings::merge as Merge);
        let text = Text { path, text, write: settings::write, over, now: true };
        let ctx = ctx.clone();
        Some(self.services.keeper.keep(text, move || ctx.request_repaint()))
    }

    fn set_settings_aside(&mut self, ctx: &Context) {
        self.keep_settings(ctx, None);
    }

    /// The same, of a room that was measured: it is said when it is done.
    pub(in crate::app) fn remember_room(&mut self, ctx: &Context, room: Room) {
        let name = room.name.clone();
        match self.remember(ctx, Choice::Room(room)) {
            Some(number) => self.memory.keeping = Some((number, name)),
            None => self.notify(ctx, Notice::of(words::room_not_kept(&name, None))),
        }
    }

    /// Why the order of play was not read, once: what cannot be understood is set aside, which is said when it is done.
    pub(in crate::app) fn say_play_unread(&mut self, ctx: &Context) {
        match self.memory.play_unread.take() {
            Some(Unread::Damaged | Unread::Newer) => {
                self.memory.play_left = true;
                self.keep_play(ctx, None);
            }
            Some(Unread::Passing(error))
                if !std::mem::replace(&mut self.memory.play_told, true) =>
            {
                self.notify(ctx, Notice::of(leader::not_read_now(&error)));
            }
            Some(Unread::Passing(_)) | None => {}
        }
    }

    /// The order of play `text` of the lab that is open; none when it is of no more use.
    pub(in crate::app) fn keep_play(&mut self, ctx: &Context, text: Option<String>) {
        let Some(path) = self.play_path() else { return };
        let over = self.memory.play_left.then_some(plays::merge as Merge);
        let now = text.is_none();
        let text = Text { path, text, write: plays::write, over, now };
        let ctx = ctx.clone();
        self.services.keeper.keep(text, move || ctx.request_repaint());
    }

    pub(in crate::app) fn play_path(&self) -> Option<PathBuf> {
        let folder = self.services.places.orders.as_ref()?;
        Some(plays::path(folder, self.document.design().id))
    }

    /// What came of what was to be kept.
    pub(in crate::app) fn keep_faults(&mut self, ctx: &Context) {
        for kept in self.services.keeper.kept() {
            self.kept(ctx, kept);
        }
    }

    fn kept(&mut self, ctx: &Context, kept: Kept) {
        let Kept { number, path, result, aside, found } = kept;
        let settings = self.services.places.settings.as_ref() == Some(&path);
        let play = self.play_path().as_ref() == Some(&path);
        let what = if settings { log::Kept::Settings } else { log::Kept::Order };
        if let Err(error) = &result {
            self.services.journal.note(&log::not_kept(what, error));
        }
        if aside.is_some() {
            self.services.journal.note(&log::set_aside(what));
        }
        let room = self.memory.keeping.take_if(|(kept, _)| settings && *kept <= number);
        if is_in_place(&result) {
            self.memory.told.remove(&path);
            self.memory.settings_left &= !settings;
            self.memory.play_left &= !play;
            if let Some((_, name)) = room {
                self.say(words::room_kept(&name));
            }
            let found = found.as_deref();
            if let Some(found) = found.filter(|_| settings).and_then(settings::from_text) {
                self.memory.kept = found;
            } else if let Some(found) = found.filter(|_| play).and_then(plays::from_text) {
                self.play_found(ctx, found);
            }
            match aside {
                Some(aside) if settings => {
                    self.notify(ctx, Notice::of(words::settings_set_aside(&aside)));
                }
                Some(aside) => self.notify(ctx, Notice::of(leader::set_aside(&aside))),
                None => {}
            }
        } else if let Err(error) = result {
            // Said once, until it can be: whoever types, or chooses, is not stopped at each letter.
            let known = !self.memory.told.insert(path);
            let message = match room {
                Some((_, name)) => words::room_not_kept(&name, Some(&error)),
                None if known && aside.is_none() => return,
                None if settings => words::settings_not_kept(&error),
                None => leader::not_kept(&error),
            };
            let message = match aside {
                Some(aside) => leader::and_set_aside(message, &aside),
                None => message,
            };
            self.notify(ctx, Notice::of(message));
        }
    }
}

/// What is to be known of this computer before it is done.
fn needs_memory(action: &Action) -> bool {
    use Command::{
        Chart, Check, EndWorkshop, FiveMinutes, Measure, Order, Print as Press, Project, Rehearse,
        RescueKit,
    };
    match action {
        Action::Command(command) => {
            matches!(
                command,
                Chart
                    | Check
                    | EndWorkshop
                    | FiveMinutes
                    | Measure
                    | Order
                    | Press
                    | Project
                    | Rehearse
                    | RescueKit
            )
        }
        Action::Open(focus) => *focus == Focus::Order,
        Action::Print(asked) => matches!(asked, Print::Order(_) | Print::Printer(_)),
        _ => false,
    }
}
