//! One goes in front of the room here, and back to the desk.

use std::sync::Arc;

use egui::{Context, ViewportCommand};

use crate::app::desk::App;
use crate::app::services::minute_of_day;
use crate::app::window::lending;
use crate::intent::leading::{Kind, Leading, Showing};
use crate::intent::view::Focus;
use crate::model::play::{Length, Play};
use crate::text::{journal as log, leader as words_of, room as words};
use crate::ui::views::focus::frame;

impl App {
    /// Shows the room the step one is at; or, while it is shown, stops.
    pub(in crate::app) fn project(&mut self, ctx: &Context) {
        if self.window.view.leading.is_some() {
            return self.stop_leading(ctx);
        }
        self.begin_projection(ctx, true);
    }

    /// A projection; one that `resumes` goes on with the time of the one that was left.
    pub(in crate::app) fn begin_projection(&mut self, ctx: &Context, resumes: bool) {
        self.put_notice_off(ctx);
        let play = self.play_kept(ctx);
        let mut leading = self.led(play);
        let focus = self.window.view.focus.clone();
        let found =
            focus.as_ref().and_then(Focus::scene).and_then(|scene| leading.play.find(&scene));
        if let Some(at) = found {
            leading.at = at;
            // What stands beside the order of play (a comparison, « Où en est-on ? ») stays in front.
            if focus == Focus::of_scene(leading.scene()) {
                self.leave_all();
            }
        } else if focus.as_ref().is_some_and(|focus| !focus.is_for_the_room()) {
            self.leave_all();
        }
        let now = self.now(ctx);
        let resumed = resumes && self.resume(&mut leading, found.is_none(), now);
        let step = leading.play.beats.get(leading.at);
        let step = step.map(|it| words_of::beat(it, &self.catalogue, self.document.design()));
        let (minutes, timer) = (leading.minutes(), leading.timer);
        self.begin_leading(ctx, leading);
        if resumed {
            let time = words_of::time_said(timer.left(minutes, now), timer.given(minutes));
            self.say(words_of::resumed(&step.unwrap_or_default(), &time));
        }
    }

    /// A projection that was left goes on with its time: at its step when one is there, or at no step in particular
    /// (`anywhere`). Says whether it does.
    pub(in crate::app) fn resume(
        &mut self,
        leading: &mut Leading,
        anywhere: bool,
        now: f64,
    ) -> bool {
        let Some(mut left) = self.facilitation.paused.clone() else { return false };
        // The order of play may have changed meanwhile.
        left.follow(Arc::clone(&leading.play));
        leading.played = left.played.clone();
        leading.began = left.began.clone();
        leading.planned_end = left.planned_end;
        let there = left.scene() == leading.scene();
        if there || anywhere && left.timer.begun() {
            (leading.at, leading.page, leading.timer) = (left.at, left.page, left.timer);
            leading.back = left.back;
            return left.timer.begun();
        }
        // At another step, as one goes to it while projecting.
        leading.timer = left.timer;
        leading.timer.again(now);
        if !leading.played.contains(&left.at) {
            leading.played.push(left.at);
        }
        false
    }

    /// The key that projects, once more: the room sees its step, whatever was in front; it never ends a projection, or a
    /// remote that sends it twice would show the room what is behind.
    pub(in crate::app) fn show_stage_again(&mut self, ctx: &Context) {
        let Some(leading) = &mut self.window.view.leading else { return };
        if leading.aside.as_ref().is_some_and(|aside| aside.alone) {
            // Nothing was projected yet but a page of the room.
            self.stop_leading(ctx);
            return self.begin_projection(ctx, true);
        }
        leading.screens.put_aids_away();
        leading.aside = None;
        leading.clear_front();
        self.leave_writing(ctx);
        self.leave_all();
        self.give_scene_keyboard(ctx);
        self.say(words::BEGUN);
    }

    /// For somebody who drops in: the sentence, the five rails, what is open. Nothing is changed by mistake.
    pub(in crate::app) fn five_minutes(&mut self, ctx: &Context) {
        let play = Play::of(Length::FiveMinutes, &self.catalogue, self.document.design());
        let behind = self.window.view.leading.take().map(Box::new);
        let here = behind.as_ref().map(|behind| (behind.screens.clone(), behind.room.clone()));
        let mut leading = Leading { kind: Kind::Visit { behind }, ..self.led(play) };
        self.leave_all();
        match here {
            // The workshop waits behind, and its time goes on: it comes back as it was.
            Some((screens, room)) => {
                (leading.screens, leading.room) = (screens, room);
                leading.screens.put_aids_away();
                self.window.view.leading = Some(leading);
                self.give_scene_keyboard(ctx);
            }
            None => {
                self.put_notice_off(ctx);
                self.begin_leading(ctx, leading);
            }
        }
    }

    pub(in crate::app) fn led(&mut self, play: Play) -> Leading {
        let measured = self.memory.measured || !self.memory.room.name.is_empty();
        let rooms = self.memory.kept.rooms.clone();
        Leading { rooms, measured, ..Leading::new(self.memory.room.clone(), play) }
    }

    pub(in crate::app) fn begin_leading(&mut self, ctx: &Context, mut leading: Leading) {
        self.document.end_step();
        self.window.view.turned = None;
        self.watch_screens(ctx);
        let other = self.other_screen(ctx);
        leading.arrive(minute_of_day(), self.now(ctx));
        leading.screens = Showing::on(other.as_ref().map(|screen| &*screen.name));
        self.window.view.leading = Some(leading);
        match other {
            Some(screen) => self.raise_wall(ctx, &screen),
            None => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true)),
        }
        let pen = self.services.journal.pen();
        self.services.awake.hold(move || pen.note(&log::not_awake()));
        // Whatever stands there, a step or what is beside them: the first key leads on, from the first page.
        lending::surrender(ctx);
        frame::show_from(ctx, 0.0);
        self.say(words::BEGUN);
    }

    /// Back at the desk, on the step that the room was looking at.
    pub(in crate::app) fn stop_leading(&mut self, ctx: &Context) {
        let Some(mut leading) = self.window.view.leading.take() else { return };
        if let Kind::Visit { behind } = &mut leading.kind
            && let Some(mut behind) = behind.take()
        {
            // The room may have changed its screen meanwhile.
            behind.screens = leading.screens;
            behind.screens.put_aids_away();
            self.window.view.leading = Some(*behind);
            self.leave_all();
            return self.give_scene_keyboard(ctx);
        }
        self.end_rehearsal(ctx);
        self.document.end_step();
        self.forget_notice_of_the_room(ctx);
        let begun = leading.has_begun();
        if begun && !leading.is_visit() && !leading.is_rehearsal() {
            self.facilitation.paused = Some(leading.clone());
        }
        self.leave_the_room(ctx);
        if let Some(aside) = leading.aside.take_if(|aside| aside.alone) {
            return self.come_back(ctx, *aside);
        }
        // What stood beside the order of play is still what one looks at.
        let scene = Focus::of_scene(leading.scene()).filter(|_| self.window.view.focus.is_none());
        // A field tried in a rehearsal has gone with it.
        let scene = scene.filter(|focus| focus.is_there(self.document.design()));
        if let Some(focus) = scene {
            self.window.view.trail.clear();
            self.open_focus(ctx, focus);
        }
        self.say(words::ENDED);
    }

    /// Nothing is projected any more.
    pub(in crate::app) fn leave_the_room(&mut self, ctx: &Context) {
        self.facilitation.wall = None;
        self.bring_notice_back(ctx);
        self.services.awake.release();
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
    }
}
