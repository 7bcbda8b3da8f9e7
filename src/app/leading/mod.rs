//! Leading a workshop: what the room sees, beat after beat, and the way in and out of it.
//!
//! - [`wall`]: the room's own window. - [`order`]: the order of play, kept on this computer. - [`measure`]: the room.
//! - [`showing`]: the scene, or the leader's screen, and the time.
//! - [`rehearsal`]: what is tried and does not stay. - [`check`]: « Vérifier ce poste ».

mod check;
mod measure;
mod order;
mod rehearsal;
mod scenes;
mod showing;
pub(super) mod wall;

use egui::{Context, ViewportCommand};

pub(super) use self::check::Checked;
pub(super) use self::order::Exchanged;
use self::scenes::{focus_of, scene_of};
use self::showing::{left_in_all, minute_of_day};
use super::App;
use crate::intent::Action;
use crate::intent::leading::{Clock, Cover, Lead, Leading, Pointer, Side};
use crate::model::edit::Target;
use crate::model::play::{Length, Play, Scene};
use crate::text::room as words;
use crate::ui::components::writing;
use crate::ui::room;
use crate::ui::views::leader;

impl App {
    /// Shows the room the step one is at; or, while it is shown, stops.
    pub(super) fn project(&mut self, ctx: &Context) {
        if self.session.view.leading.is_some() {
            return self.stop_leading(ctx);
        }
        let play = self.play_kept(ctx);
        let mut leading = self.led(play);
        let focus = self.session.view.focus.clone();
        if let Some(at) =
            focus.as_ref().and_then(scene_of).and_then(|scene| leading.play.find(&scene))
        {
            leading.at = at;
            // What stands beside the order of play (a comparison, « Où en est-on ? ») stays in front.
            if focus == focus_of(leading.scene()) {
                self.leave_all();
            }
        } else if focus.as_ref().is_some_and(|focus| !focus.is_for_the_room()) {
            self.leave_all();
        }
        self.resume(&mut leading);
        self.begin_leading(ctx, leading);
    }

    /// A projection that was left and is begun again at the same step goes on with its time.
    fn resume(&mut self, leading: &mut Leading) {
        let id = self.session.design().id;
        let Some((_, left)) = self.paused.as_ref().filter(|(of, _)| *of == id) else { return };
        if left.play != leading.play {
            return;
        }
        leading.played = left.played.clone();
        leading.planned_end = left.planned_end;
        if left.play.beats.get(left.at).map(|beat| &beat.scene) == Some(leading.scene()) {
            (leading.at, leading.page, leading.timer) = (left.at, left.page, left.timer);
        }
    }

    /// For somebody who drops in: the sentence, the five rails, what is open. Nothing is changed by mistake.
    pub(super) fn five_minutes(&mut self, ctx: &Context) {
        if self.session.view.is_still() {
            return;
        }
        let play = Play::of(Length::FiveMinutes, &self.catalogue, self.session.design());
        let behind = self.session.view.leading.take().map(Box::new);
        let here = behind.as_ref().map(|behind| (behind.apart.clone(), behind.room.clone()));
        let mut leading = Leading { still: true, behind, ..self.led(play) };
        self.leave_all();
        match here {
            // The workshop waits behind, and its time goes on: it comes back as it was.
            Some((apart, room)) => {
                (leading.apart, leading.room) = (apart, room);
                self.session.view.leading = Some(leading);
                self.give_scene_keyboard(ctx);
            }
            None => self.begin_leading(ctx, leading),
        }
    }

    /// Something in front of the room's first scene; or of the one that it looks at.
    pub(super) fn show_cover(&mut self, ctx: &Context, cover: Cover) {
        if self.session.view.leading.is_some() {
            self.leave_all();
            return self.lead(ctx, Lead::Cover(cover));
        }
        let play = self.play_kept(ctx);
        let leading = Leading { cover: Some(cover), ..self.led(play) };
        self.leave_all();
        self.begin_leading(ctx, leading);
    }

    pub(super) fn leave_all(&mut self) {
        self.session.view.focus = None;
        self.session.view.trail.clear();
    }

    fn led(&mut self, play: Play) -> Leading {
        Leading { rooms: self.kept.rooms.clone(), ..Leading::new(self.room.clone(), play) }
    }

    fn begin_leading(&mut self, ctx: &Context, mut leading: Leading) {
        self.session.history.end_step();
        self.session.view.turned = None;
        self.look_for_screens();
        self.watch_screens(ctx);
        let other = self.other_screen(ctx);
        leading.apart = other.as_ref().map(|screen| screen.name.clone());
        self.session.view.leading = Some(leading);
        match other {
            Some(screen) => self.raise_wall(ctx, &screen),
            None => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true)),
        }
        self.awake.hold();
        self.give_scene_keyboard(ctx);
        self.say(words::BEGUN);
    }

    /// Back at the desk, on the step that the room was looking at.
    pub(super) fn stop_leading(&mut self, ctx: &Context) {
        let Some(leading) = self.session.view.leading.take() else { return };
        if let Some(mut behind) = leading.behind {
            // The room may have changed its screen meanwhile.
            behind.apart = leading.apart;
            behind.aids = false;
            self.session.view.leading = Some(*behind);
            self.leave_all();
            return self.give_scene_keyboard(ctx);
        }
        self.end_rehearsal(ctx);
        self.session.history.end_step();
        self.forget_notice_of_the_room();
        let begun = leading.timer.begun() || !leading.played.is_empty();
        if begun && !leading.still && !leading.rehearsal {
            self.paused = Some((self.session.design().id, leading.clone()));
        }
        self.leave_the_room(ctx);
        // What stood beside the order of play is still what one looks at.
        let scene = focus_of(leading.scene()).filter(|_| self.session.view.focus.is_none());
        // A field tried in a rehearsal has gone with it.
        let scene = scene.filter(|focus| focus.is_there(self.session.design()));
        if let Some(focus) = scene {
            self.session.view.trail.clear();
            self.open_focus(ctx, focus);
        }
        self.say(words::ENDED);
    }

    /// Nothing is projected any more.
    pub(super) fn leave_the_room(&mut self, ctx: &Context) {
        self.wall = None;
        self.awake.release();
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
    }

    /// One level back in the room; whether there was one.
    pub(super) fn lead_back(&mut self, ctx: &Context) -> bool {
        let Some(leading) = &mut self.session.view.leading else { return false };
        if leading.locked {
            self.lock(ctx, false);
        } else if leading.cover.take().is_some() {
        } else if leading.alone.take().is_some() {
            leading.page = 0;
        } else if leading.pointer.on {
            leading.pointer.on = false;
        } else if leading.aids {
            leading.aids = false;
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
        let Some(leading) = &mut self.session.view.leading else { return };
        match asked {
            Lead::Turn(by) => {
                // « Suivant » pressed by the keyboard keeps it.
                let kept = ctx.memory(|memory| memory.focused()).filter(|id| leader::keeps(*id));
                self.lead_on(ctx, by);
                if let Some(id) = kept {
                    ctx.memory_mut(|memory| memory.request_focus(id));
                }
            }
            Lead::GoTo(at) => self.lead_to(ctx, at),
            Lead::Cover(cover) => {
                leading.cover = Some(cover).filter(|it| leading.cover != Some(*it));
            }
            Lead::Alone(target) => {
                leading.alone = Some(target).filter(|it| leading.alone.as_ref() != Some(it));
                leading.page = 0;
            }
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
            Lead::Reveal => leading.hidden = false,
            Lead::Screen(_) | Lead::Order(_) => {}
        }
    }

    fn time(&mut self, asked: Clock, now: f64) {
        let Some(leading) = &mut self.session.view.leading else { return };
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
        let Some(leading) = &mut self.session.view.leading else { return };
        leading.locked = locked;
        // On the one screen there is, what the room sees stays.
        leading.aids = false;
        leading.pointer = Pointer::default();
        self.session.history.end_step();
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
        let Some(leading) = &mut self.session.view.leading else { return };
        if leading.apart.is_none() {
            leading.aids = !leading.aids;
            self.leave_writing(ctx);
            self.give_scene_keyboard(ctx);
        }
    }

    /// The next page of the scene, else the next beat; or back.
    pub(super) fn lead_on(&mut self, ctx: &Context, by: isize) {
        self.session.history.end_step();
        let pages = self.shown.pages;
        let Some(leading) = &mut self.session.view.leading else { return };
        let pause = *leading.scene() == Scene::Break;
        if leading.cover.take().is_some() && !pause {
            // What stood in front goes first: one sees where one is before going on.
            return;
        }
        let page = leading.page.checked_add_signed(by).filter(|page| *page < pages);
        if let Some(page) = page {
            leading.page = page;
            leading.writing = None;
            self.give_scene_keyboard(ctx);
        } else if leading.alone.take().is_some() {
            leading.page = 0;
        } else if let Some(at) = leading.play.neighbour(leading.at, by) {
            self.lead_to(ctx, at);
        }
    }

    fn lead_to(&mut self, ctx: &Context, at: usize) {
        let now = self.now(ctx);
        self.session.history.end_step();
        let Some(leading) = &mut self.session.view.leading else { return };
        if at < leading.play.beats.len() {
            leading.go_to(at);
            leading.timer.again(now);
        }
        self.keep_break();
        self.give_scene_keyboard(ctx);
    }

    fn write_at_the_desk(&mut self, ctx: &Context, target: Target) {
        let Some(leading) = &mut self.session.view.leading else { return };
        leading.writing = Some(target.clone());
        leading.writing_on = Side::Desk;
        let text = room::text_of(self.session.design(), &target);
        let (id, _) = room::writing_ids(Side::Desk, &target);
        writing::give_keyboard(ctx, id, text);
    }

    /// A free field added while the room looks on: its step, to be named there.
    pub(super) fn name_in_the_room(&mut self, ctx: &Context, field: uuid::Uuid) {
        let leading = self.session.view.leading.as_ref();
        if let Some(at) = leading.and_then(|leading| leading.play.find(&Scene::Free(field))) {
            self.lead_to(ctx, at);
            self.write_at_the_desk(ctx, Target::FreeTitle(field));
        }
    }

    /// Out of the text that is written: what is typed stays. Says whether there was one.
    pub(super) fn leave_writing(&mut self, ctx: &Context) -> bool {
        let leading = self.session.view.leading.as_mut();
        let Some(target) = leading.and_then(|leading| leading.writing.take()) else { return false };
        self.session.history.end_step();
        let (_, text) = room::writing_ids(Side::Desk, &target);
        ctx.memory_mut(|memory| memory.request_focus(text));
        true
    }

    /// The control of the scene that opens has the keyboard.
    pub(super) fn give_scene_keyboard(&self, ctx: &Context) {
        let Some(leading) = self.session.view.on_stage() else { return };
        let first = if leading.still { None } else { room::first_control(leading.scene()) };
        match first.or(leading.at_the_desk().then(leader::next_id)) {
            Some(id) => ctx.memory_mut(|memory| memory.request_focus(id)),
            // Nothing to press: what had the keyboard at the desk keeps none of it.
            None => ctx.memory_mut(|memory| {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
            }),
        }
    }

    /// The hour of return, when the beat is a break.
    fn keep_break(&mut self) {
        let Some(leading) = &mut self.session.view.leading else { return };
        let Some(beat) = leading.play.beats.get(leading.at) else { return };
        if beat.scene == Scene::Break && leading.cover.is_none() {
            let minutes = minute_of_day() + u32::from(beat.minutes);
            leading.cover = Some(Cover::until(minutes));
        }
    }

    /// Whether « Ne pas toucher » leaves this undone.
    pub(super) fn is_locked_against(&self, action: &Action) -> bool {
        let locked = self.session.view.leading.as_ref().is_some_and(|leading| leading.locked);
        locked && !matches!(action, Action::Back | Action::Lead(Lead::Lock(false)))
    }
}
