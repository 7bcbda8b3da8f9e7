//! A workshop is led here: the room sees one beat after the other, and there is a way in and a way out.

use egui::{Context, Id};

use crate::app::desk::App;
use crate::app::services::minute_of_day;
use crate::intent::leading::{Clock, Lead, Onward, Pointer, Side};
use crate::model::edit::Target;
use crate::model::place::Place;
use crate::model::play::Scene;
use crate::text::room as words;
use crate::ui::components::writing;
use crate::ui::room;
use crate::ui::views::leader;

impl App {
    pub(in crate::app) fn leave_all(&mut self) {
        self.window.view.focus = None;
        self.window.view.trail.clear();
    }

    /// One level back in the room; whether there was one.
    pub(in crate::app) fn lead_back(&mut self, ctx: &Context) -> bool {
        let Some(leading) = &mut self.window.view.leading else { return false };
        if leading.locked {
            self.lock(ctx, false);
        } else if let Some(cover) = leading.uncover() {
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

    pub(in crate::app) fn lead(&mut self, ctx: &Context, asked: Lead) {
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
                leading.toggle_timer(minute_of_day(), now);
                if leading.timer.runs() && leading.planned_end.is_none() {
                    leading.planned_end = Some(minute_of_day() + leading.left_in_all(now));
                }
                let runs = leading.timer.runs();
                self.say(words::timer(runs));
            }
            Clock::More(minutes) => leading.extend(minutes),
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
    pub(in crate::app) fn lead_on(&mut self, ctx: &Context, by: isize) {
        self.document.end_step();
        let pages = self.facilitation.shown.pages;
        let Some(leading) = &mut self.window.view.leading else { return };
        match leading.onward(by, pages) {
            Some(Onward::Uncovered) => {
                let cover = leading.uncover();
                cover.into_iter().for_each(|cover| self.uncovered(ctx, cover));
            }
            Some(Onward::Page(page)) => {
                leading.page = page;
                leading.writing = None;
                self.give_scene_keyboard(ctx);
                self.say(words::page(page + 1, pages));
            }
            Some(Onward::Whole) => (leading.alone, leading.page) = (None, 0),
            Some(Onward::Step(at)) => self.lead_to(ctx, at),
            None => {}
        }
    }

    fn lead_to(&mut self, ctx: &Context, at: usize) {
        let now = self.now(ctx);
        self.document.end_step();
        let Some(leading) = &mut self.window.view.leading else { return };
        if at < leading.play.beats.len() {
            leading.go_to(at);
            leading.timer.again(now);
            leading.arrive(minute_of_day(), now);
        }
        self.give_scene_keyboard(ctx);
    }

    fn write_at_the_desk(&mut self, ctx: &Context, target: Target) {
        let Some(leading) = &mut self.window.view.leading else { return };
        leading.writing = Some(target.clone());
        leading.writing_on = Side::Desk;
        let text = self.document.design().text(&target).unwrap_or_default();
        let (id, _) = room::writing_ids(Side::Desk, &target);
        writing::give_keyboard(ctx, id, &text);
    }

    /// A free field added while the room looks on: its step, to be named there.
    pub(in crate::app) fn name_in_the_room(&mut self, ctx: &Context, field: uuid::Uuid) {
        let leading = self.window.view.leading.as_ref();
        let scene = Scene::At(Place::free(field));
        if let Some(at) = leading.and_then(|leading| leading.play.find(&scene)) {
            self.lead_to(ctx, at);
            self.write_at_the_desk(ctx, Target::FreeTitle(field));
        }
    }

    /// Out of the text that is written: what is typed stays. Says whether there was one.
    pub(in crate::app) fn leave_writing(&mut self, ctx: &Context) -> bool {
        let leading = self.window.view.leading.as_mut();
        let Some(target) = leading.and_then(|leading| leading.writing.take()) else { return false };
        self.document.end_step();
        let (_, text) = room::writing_ids(Side::Desk, &target);
        ctx.memory_mut(|memory| memory.request_focus(text));
        true
    }

    /// A step that opens gives the keyboard to nothing: the arrows of a remote lead on, they move no handle.
    pub(in crate::app) fn give_scene_keyboard(&self, ctx: &Context) {
        if self.window.view.on_stage().is_none() {
            return;
        }
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
    }
}
