//! The order of play of a lab is read when one begins, and kept on this computer at each change.

use std::sync::Arc;

use egui::Context;

use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::intent::Action;
use crate::intent::leading::{Lead, Ordered};
use crate::intent::view::Focus;
use crate::model::Text;
use crate::model::edit::Target;
use crate::model::order_steps::{Change, OrderDeed, OrderSteps};
use crate::model::play::{Asleep, Beat, Length, MOST_BEATS, MOST_MINUTES, Play};
use crate::storage::plays;
use crate::text::{Message, interface, leader as words, room};
use crate::ui::components::{ring, writing};
use crate::ui::views::focus::order as view;

impl App {
    /// That of this lab, as it was left; two hours when there is none. What could not be read of it is said.
    pub(in crate::app) fn play_kept(&mut self, ctx: &Context) -> Play {
        let kept = self.own_play().map(|play| Play::clone(play));
        self.say_play_unread(ctx);
        let play = self.play_to_show(kept);
        match self.document.order_mut() {
            Some(steps) => steps.amend(Arc::new(play.clone())),
            none => *none = Some(OrderSteps::new(play.clone())),
        }
        play
    }

    /// What was kept, or two hours, as this lab and this method can show it.
    fn play_to_show(&self, kept: Option<Play>) -> Play {
        let design = self.document.design();
        let proposed = || Play::of(Length::TwoHours, &self.catalogue, design);
        let mut play = match kept {
            None => proposed(),
            // All of it is of a later program: it stays asleep.
            Some(kept) if kept.beats.is_empty() => Play { beats: proposed().beats, ..kept },
            Some(kept) => kept,
        };
        play.know(&self.catalogue, design);
        play
    }

    /// What was kept has been read at last: what was done meanwhile joins it, and is a step back.
    pub(in crate::app) fn play_found(&mut self, ctx: &Context, found: Play) {
        let Some(mine) = self.own_play().map(Arc::clone) else {
            *self.document.order_mut() = Some(OrderSteps::new(found));
            return;
        };
        let found = self.play_to_show(Some(found.joined_by(&mine)));
        self.change(ctx, Change::Replaced, 0, |play| *play = found);
        self.notify(ctx, Notice::of(words::read_again()));
    }

    /// The order of play to be looked at or changed: that of the workshop being led, or the one kept.
    pub(in crate::app) fn current_play(&self) -> Option<Arc<Play>> {
        // The one for who drops in is not changed: it is the lab's own that is.
        let led = self.window.view.leading.as_ref().filter(|leading| !leading.is_visit());
        led.map(|leading| Arc::clone(&leading.play)).or_else(|| self.own_play().map(Arc::clone))
    }

    /// The order of play of this lab, as it is kept.
    pub(in crate::app) fn own_play(&self) -> Option<&Arc<Play>> {
        self.document.order().map(OrderSteps::play)
    }

    /// What is to be written on this computer.
    fn keep(&mut self, ctx: &Context, play: &Play) {
        match plays::to_text(play, true) {
            Ok(text) => self.keep_play(ctx, Some(text)),
            Err(error) => self.notify(ctx, Notice::of(words::not_kept(&error))),
        }
    }

    /// Whether what was prepared for the workshop would go with this lab: it is in no file, and nothing will ever open it again.
    pub(in crate::app) fn play_would_go(&self) -> bool {
        let Some(play) = self.own_play().filter(|_| self.document.file().is_none()) else {
            return false;
        };
        let design = self.document.design();
        let mut proposed = Play::of(Length::TwoHours, &self.catalogue, design);
        proposed.know(&self.catalogue, design);
        let noted = |it: &Asleep| !it.beat.note.is_empty();
        (&play.beats, play.start) != (&proposed.beats, proposed.start)
            || play.asleep.iter().any(noted)
    }

    /// A lab that was never in a file takes its order of play with it.
    pub(in crate::app) fn forget_play(&mut self, ctx: &Context) {
        if self.document.order_mut().take().is_some() {
            self.keep_play(ctx, None);
        }
    }

    /// Changes the order of play, wherever one is: `what` is done to the beat `at`.
    pub(in crate::app) fn change(
        &mut self,
        ctx: &Context,
        what: Change,
        at: usize,
        change: impl FnOnce(&mut Play),
    ) {
        let Some(now) = self.current_play() else { return };
        let mut play = Play::clone(&now);
        change(&mut play);
        let time = ctx.input(|input| input.time);
        match self.document.order_mut() {
            Some(steps) => steps.change(Arc::new(play), what, at, time),
            none => *none = Some(OrderSteps::new(play)),
        }
        self.play_changed(ctx, &now);
    }

    /// The order of play is another one than `before`: it is played, and kept.
    fn play_changed(&mut self, ctx: &Context, before: &Arc<Play>) {
        let Some(play) = self.own_play().map(Arc::clone).filter(|play| play != before) else {
            return;
        };
        let leading = self.window.view.leading.as_mut();
        if let Some(leading) = leading.filter(|leading| !leading.is_visit()) {
            leading.follow(Arc::clone(&play));
        }
        self.keep(ctx, &play);
    }

    /// Whether the page of the order of play shows: there, an undo is of that order.
    fn shows_order(&self) -> bool {
        self.window.view.focus == Some(Focus::Order) && self.own_play().is_some()
    }

    /// The next undo of what shows, or the next redo, when that is the order of play.
    pub(in crate::app) fn order_step(&self, undo: bool) -> Option<Option<OrderDeed>> {
        let steps = self.document.order().filter(|_| self.shows_order())?;
        Some(steps.next(undo))
    }

    /// One step of the order of play back, or forth again.
    pub(in crate::app) fn walk_order(&mut self, ctx: &Context, undo: bool) {
        let Some(before) = self.current_play() else { return };
        let walked = self.document.order_mut().as_mut().and_then(|steps| steps.walk(undo));
        let Some(deed) = walked else { return };
        // The lab may have changed meanwhile.
        self.follow_fields();
        self.play_changed(ctx, &before);
        self.tell(ctx, words::order_stepped(deed, undo));
    }

    /// The page on which it is changed.
    pub(in crate::app) fn open_order(&mut self, ctx: &Context) {
        self.play_kept(ctx);
        self.go_to(ctx, Focus::Order);
    }

    /// A free field that came is played, one that went is not; what was noted of it sleeps, and comes back with it. So it is
    /// of the order of play of this lab, whether or not it is being played.
    pub(in crate::app) fn follow_fields(&mut self) {
        let design = Arc::clone(self.document.design());
        if let Some(steps) = self.document.order_mut() {
            let mut followed = Play::clone(steps.play());
            followed.follow(&design);
            if followed != **steps.play() {
                steps.amend(Arc::new(followed));
            }
        }
        let own = self.own_play().map(Arc::clone);
        let Some(leading) = &mut self.window.view.leading else { return };
        if !leading.is_visit()
            && let Some(play) = own.filter(|play| *play != leading.play)
        {
            leading.follow(play);
        }
        let gone = |target: &Target| !target.owner().is_there(&design);
        leading.writing = leading.writing.take().filter(|target| !gone(target));
        leading.alone = leading.alone.take().filter(|target| !gone(target));
    }

    /// What the person who leads notes for the beat played.
    pub(in crate::app) fn note(&mut self, ctx: &Context, note: Text) {
        // In front of a visitor, the steps are not those of the workshop.
        let leading = self.window.view.leading.as_ref().filter(|leading| !leading.is_visit());
        let at = leading.map(|leading| leading.at);
        let Some(at) = at else { return };
        self.change(ctx, Change::Noted, at, |play| {
            if let Some(beat) = play.beats.get_mut(at) {
                beat.note = note;
            }
        });
    }

    pub(in crate::app) fn reorder(&mut self, ctx: &Context, asked: Ordered) {
        if !matches!(asked, Ordered::Minutes(..) | Ordered::Skip(..) | Ordered::Note(..)) {
            // The place of the step may be another's.
            self.window.view.noted =
                self.window.view.noted.filter(|_| matches!(asked, Ordered::OpenNote(_)));
        }
        match asked {
            Ordered::Minutes(at, by) => self.change(ctx, Change::Minutes, at, |play| {
                if let Some(beat) = play.beats.get_mut(at) {
                    let minutes = i32::from(beat.minutes).saturating_add(by);
                    beat.minutes = minutes.clamp(0, i32::from(MOST_MINUTES)) as u16;
                }
            }),
            Ordered::Skip(at, skipped) => self.change(ctx, Change::Skipped, at, |play| {
                if let Some(beat) = play.beats.get_mut(at) {
                    beat.skipped = skipped;
                }
            }),
            Ordered::Shift(at, by) => self.shift_step(ctx, at, by),
            Ordered::Add(at) => self.add_step(ctx, at),
            Ordered::Name(at, name) => self.change(ctx, Change::Named, at, |play| {
                if let Some(beat) = play.beats.get_mut(at).filter(|beat| beat.is_own()) {
                    beat.title = name;
                }
            }),
            Ordered::Note(at, note) => self.change(ctx, Change::Noted, at, |play| {
                if let Some(beat) = play.beats.get_mut(at) {
                    beat.note = note;
                }
            }),
            Ordered::OpenNote(at) => self.open_note(ctx, at),
            Ordered::Remove(at) => self.remove_step(ctx, at),
            Ordered::Start(minute) => {
                self.change(ctx, Change::Start, 0, |play| play.start = minute)
            }
            Ordered::Propose(length) => {
                let mut new = Play::of(length, &self.catalogue, self.document.design());
                if let Some(now) = self.current_play() {
                    new.start = now.start;
                }
                self.take_play(ctx, new, true);
                self.notify_of_order(ctx, words::proposed());
            }
            Ordered::Restore => {
                if let Some(before) = self.document.order_before_mut().take() {
                    self.take_play(ctx, Play::clone(&before), false);
                }
            }
            Ordered::Export => self.ask_where_to_give(ctx),
            Ordered::Import => self.ask_what_to_take(ctx),
        }
    }

    /// The note of a step, ready to be written; asked for again, it closes.
    fn open_note(&mut self, ctx: &Context, at: usize) {
        let noted = &mut self.window.view.noted;
        *noted = if *noted == Some(at) { None } else { Some(at) };
        if noted.is_none() {
            return ring::reach(ctx, view::note_way_id(at));
        }
        let play = self.current_play();
        let note =
            play.as_deref().and_then(|play| play.beats.get(at)).map(|beat| beat.note.clone());
        writing::give_keyboard(ctx, view::note_id(at), &note.unwrap_or_default());
    }

    /// A step of one's own, ready to be named.
    fn add_step(&mut self, ctx: &Context, at: usize) {
        let Some(now) = self.current_play().filter(|play| play.beats.len() < MOST_BEATS) else {
            return;
        };
        let at = at.min(now.beats.len());
        self.change(ctx, Change::Added, at, |play| play.beats.insert(at, Beat::own()));
        ring::reach(ctx, view::name_id(at));
        self.say(words::STEP_ADDED);
    }

    /// What takes its place has the keyboard; it can come back, as an order that was replaced can.
    fn remove_step(&mut self, ctx: &Context, at: usize) {
        let Some(now) = self.current_play() else { return };
        let Some(beat) = now.beats.get(at).filter(|beat| beat.is_own()) else { return };
        let name = words::beat(beat, &self.catalogue, self.document.design());
        self.change(ctx, Change::Removed, at, |play| {
            play.beats.remove(at);
        });
        let last = now.beats.len().saturating_sub(2);
        ring::reach(ctx, view::tick_id(at.min(last)));
        self.say(words::step_removed(&name));
        if !beat.title.trim().is_empty() || !beat.note.is_empty() {
            *self.document.order_before_mut() = Some(now);
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
        self.change(ctx, Change::Moved, at, |play| {
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

    /// Another order; the notes of the beats that it shows too are kept, and so are one's own steps if it `joins` them.
    pub(in crate::app) fn take_play(&mut self, ctx: &Context, mut new: Play, joins: bool) -> bool {
        new.know(&self.catalogue, self.document.design());
        if new.beats.is_empty() {
            return false;
        }
        let now = self.current_play();
        if let Some(now) = now.as_ref().filter(|_| joins) {
            new.take_own_steps_of(now);
        }
        *self.document.order_before_mut() = now;
        self.change(ctx, Change::Replaced, 0, |play| {
            new.take_notes_of(play);
            *play = new;
        });
        self.say(room::ORDER_CHANGED);
        true
    }

    /// Another order replaced the one there was, which can come back.
    pub(in crate::app) fn notify_of_order(&mut self, ctx: &Context, message: Message) {
        let ways = vec![
            (words::RESTORE, Action::Lead(Lead::Order(Ordered::Restore))),
            (interface::UNDERSTOOD, Action::Dismiss),
        ];
        self.notify(ctx, Notice { message, ways, of_a_save: false });
    }
}
