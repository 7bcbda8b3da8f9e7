//! Leading a workshop: what the room sees, beat after beat, and the way in and out of it.
//!
//! - [`begin`]: in front of the room, and back. - [`covers`]: what stands in front of what it sees.
//! - [`wall`]: the room's own window. - [`measure`]: the room.
//! - [`order`]: the order of play, kept on this computer. - [`exchange`]: given, and taken.
//! - [`showing`]: the scene, or the leader's screen, and the time.
//! - [`rehearsal`]: what is tried and does not stay. - [`check`]: « Vérifier ce poste ».

mod begin;
mod check;
mod covers;
mod exchange;
mod measure;
mod order;
mod plugged;
mod rehearsal;
mod scenes;
mod showing;
mod wall;

use egui::{Context, Id};

use self::showing::{left_in_all, minute_of_day};
use self::wall::Wall;
use super::App;
use crate::intent::Action;
use crate::intent::leading::{Clock, Cover, Lead, Leading, Pointer, Side};
use crate::model::edit::Target;
use crate::model::play::Scene;
use crate::text::room as words;
use crate::ui::components::writing;
use crate::ui::room;
use crate::ui::views::leader;

/// What a workshop being led has beside what is seen of it.
#[derive(Default)]
pub(super) struct Facilitation {
    /// The room's own window, while there is a screen for it.
    pub wall: Option<Wall>,
    /// What the room last saw: how many pages there are, and what its last row cannot read.
    pub shown: room::Shown,
    /// When each step of the order of play begins, in minutes of the day.
    pub hours: Vec<Option<u32>>,
    /// The projection that was left last, of the lab that is open.
    pub paused: Option<Leading>,
}

impl App {
    pub(super) fn leave_all(&mut self) {
        self.window.view.focus = None;
        self.window.view.trail.clear();
    }

    /// One level back in the room; whether there was one.
    pub(super) fn lead_back(&mut self, ctx: &Context) -> bool {
        let Some(leading) = &mut self.window.view.leading else { return false };
        if leading.locked {
            self.lock(ctx, false);
        } else if let Some(cover) = leading.cover.take() {
            self.uncovered(ctx, cover);
        } else if leading.alone.take().is_some() {
            leading.page = 0;
        } else if leading.pointer.on {
            leading.pointer.on = false;
        } else if leading.screens.put_aids_away() {
        } else {
            self.stop_leading(ctx);
        }
        true
    }

    pub(super) fn lead(&mut self, ctx: &Context, asked: Lead) {
        let now = self.now(ctx);
        let asked = match asked {
            Lead::Order(asked) => return self.reorder(ctx, asked),
            // « Vérifier ce poste » asks for it before anything is projected.
            Lead::Screen(name) => return self.show_on(ctx, &name),
            other => other,
        };
        let Some(leading) = &mut self.window.view.leading else { return };
        match asked {
            Lead::Turn(by) => {
                // « Suivant » pressed by the keyboard keeps it; so does what a notice asks.
                let keeps = |id: &Id| leader::keeps(*id) || self.is_way_out(*id);
                let kept = ctx.memory(|memory| memory.focused()).filter(keeps);
                self.lead_on(ctx, by);
                if let Some(id) = kept {
                    ctx.memory_mut(|memory| memory.request_focus(id));
                }
            }
            Lead::GoTo(at) => self.lead_to(ctx, at),
            Lead::Cover(cover) => self.cover(ctx, cover),
            Lead::Stage => self.show_stage_again(ctx),
            Lead::Alone(target) => {
                leading.alone = Some(target).filter(|it| leading.alone.as_ref() != Some(it));
                leading.page = 0;
            }
            Lead::Page(target) if leading.paged.contains(&target) => {}
            Lead::Page(target) => leading.paged.push(target),
            Lead::Write(target) => self.write_at_the_desk(ctx, target),
            Lead::Written => {
                self.leave_writing(ctx);
            }
            Lead::Timer(asked) => self.time(asked, now),
            Lead::Note(note) => self.note(ctx, note),
            Lead::Lock(locked) => self.lock(ctx, locked),
            Lead::Aids => self.toggle_aids(ctx),
            Lead::Pointer(pointer) => leading.pointer = pointer,
            Lead::Measure(asked) => self.measure(ctx, asked),
            Lead::Here => self.show_here(ctx),
            Lead::Reveal => leading.screens.reveal(),
            Lead::Screen(_) | Lead::Order(_) => {}
        }
    }

    fn time(&mut self, asked: Clock, now: f64) {
        let Some(leading) = &mut self.window.view.leading else { return };
        match asked {
            Clock::Toggle => {
                leading.timer.toggle(now);
                if leading.timer.runs() && leading.planned_end.is_none() {
                    leading.planned_end = Some(minute_of_day() + left_in_all(leading, now));
                }
                let runs = leading.timer.runs();
                self.say(words::timer(runs));
            }
            Clock::More(minutes) => {
                leading.timer.extend(minutes);
                if let Some(Cover::Break { hour, minute }) = leading.cover {
                    let back = u32::from(hour) * 60 + u32::from(minute) + u32::from(minutes);
                    leading.cover = Some(Cover::until(back));
                }
            }
            Clock::Show(shown) => leading.timer.shown = shown,
        }
    }

    fn lock(&mut self, ctx: &Context, locked: bool) {
        let Some(leading) = &mut self.window.view.leading else { return };
        leading.locked = locked;
        // On the one screen there is, what the room sees stays.
        leading.screens.put_aids_away();
        leading.pointer = Pointer::default();
        self.document.end_step();
        if locked && let Some(id) = ctx.memory(|memory| memory.focused()) {
            ctx.memory_mut(|memory| memory.surrender_focus(id));
        }
        self.say(words::locked(locked));
        if !locked {
            self.give_scene_keyboard(ctx);
        }
    }

    /// On one screen: what only the person who leads should see, or the scene again.
    fn toggle_aids(&mut self, ctx: &Context) {
        let Some(leading) = &mut self.window.view.leading else { return };
        if leading.screens.toggle_aids() {
            self.leave_writing(ctx);
            self.give_scene_keyboard(ctx);
        }
    }

    /// The next page of the scene, else the next beat; or back.
    pub(super) fn lead_on(&mut self, ctx: &Context, by: isize) {
        self.document.end_step();
        let pages = self.facilitation.shown.pages;
        let Some(leading) = &mut self.window.view.leading else { return };
        let pause = *leading.scene() == Scene::Break;
        if let Some(cover) = leading.cover.take()
            && !(pause && matches!(cover, Cover::Break { .. }))
        {
            // What stood in front goes first: one sees where one is before going on.
            return self.uncovered(ctx, cover);
        }
        // A text that is being written may have made them fewer.
        let here = leading.page.min(pages.saturating_sub(1));
        let page = here.checked_add_signed(by).filter(|page| *page < pages);
        if let Some(page) = page {
            leading.page = page;
            leading.writing = None;
            self.give_scene_keyboard(ctx);
            self.say(words::page(page + 1, pages));
        } else if leading.alone.take().is_some() {
            leading.page = 0;
        } else if let Some(at) = leading.play.neighbour(leading.at, by) {
            self.lead_to(ctx, at);
        }
    }

    fn lead_to(&mut self, ctx: &Context, at: usize) {
        let now = self.now(ctx);
        self.document.end_step();
        let Some(leading) = &mut self.window.view.leading else { return };
        if at < leading.play.beats.len() {
            leading.go_to(at);
            leading.timer.again(now);
        }
        self.keep_break();
        self.give_scene_keyboard(ctx);
    }

    fn write_at_the_desk(&mut self, ctx: &Context, target: Target) {
        let Some(leading) = &mut self.window.view.leading else { return };
        leading.writing = Some(target.clone());
        leading.writing_on = Side::Desk;
        let text = room::text_of(self.document.design(), &target);
        let (id, _) = room::writing_ids(Side::Desk, &target);
        writing::give_keyboard(ctx, id, text);
    }

    /// A free field added while the room looks on: its step, to be named there.
    pub(super) fn name_in_the_room(&mut self, ctx: &Context, field: uuid::Uuid) {
        let leading = self.window.view.leading.as_ref();
        if let Some(at) = leading.and_then(|leading| leading.play.find(&Scene::Free(field))) {
            self.lead_to(ctx, at);
            self.write_at_the_desk(ctx, Target::FreeTitle(field));
        }
    }

    /// Out of the text that is written: what is typed stays. Says whether there was one.
    pub(super) fn leave_writing(&mut self, ctx: &Context) -> bool {
        let leading = self.window.view.leading.as_mut();
        let Some(target) = leading.and_then(|leading| leading.writing.take()) else { return false };
        self.document.end_step();
        let (_, text) = room::writing_ids(Side::Desk, &target);
        ctx.memory_mut(|memory| memory.request_focus(text));
        true
    }

    /// A step that opens gives the keyboard to nothing: the arrows of a remote lead on, they move no handle.
    pub(super) fn give_scene_keyboard(&self, ctx: &Context) {
        if self.window.view.on_stage().is_none() {
            return;
        }
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
    }

    /// Whether « Ne pas toucher » leaves this undone.
    pub(super) fn is_locked_against(&self, action: &Action) -> bool {
        let locked = self.window.view.leading.as_ref().is_some_and(|leading| leading.locked);
        locked && !matches!(action, Action::Back | Action::Lead(Lead::Lock(false)))
    }
}
