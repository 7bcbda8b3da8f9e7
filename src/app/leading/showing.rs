//! What a pass shows of a workshop being led: the scene, or the leader's screen; and the frames that its time asks for.

use std::time::Duration;

use egui::{Context, Ui};

use crate::app::App;
use crate::intent::Actions;
use crate::intent::leading::{Cover, Leading, Side};
use crate::platform::clock;
use crate::ui::reduced::Image;
use crate::ui::views::leader;
use crate::ui::{Cx, room};

impl App {
    /// The scene in the whole of what is left of the window, or what the person who leads has.
    pub(in crate::app) fn show_stage(
        &self,
        ui: &mut Ui,
        cx: Cx,
        leading: &Leading,
        actions: &mut Actions,
    ) -> room::Shown {
        if leading.at_the_desk() && leading.cover != Some(Cover::Measure) {
            let desk = self.desk_of(ui.ctx(), leading);
            return leader::show(ui, cx, leading, &desk, actions);
        }
        let room = ui.available_rect_before_wrap();
        let mut stage = room::Stage::of(cx, leading, room, Side::Desk);
        stage.live = !leading.still && !leading.locked;
        stage.left = self.left(ui.ctx(), leading);
        room::show(ui, &stage, actions)
    }

    /// The clock of the time given to a step, in seconds: that of the window, and what the computer has slept.
    pub(in crate::app) fn now(&self, ctx: &Context) -> f64 {
        ctx.input(|input| input.time) + (self.slept)()
    }

    /// What is left of the beat's time, when the room is to see it.
    pub(in crate::app) fn left(&self, ctx: &Context, leading: &Leading) -> Option<i64> {
        let now = self.now(ctx);
        leading.timer.shown.then(|| leading.timer.left(leading.minutes(), now))
    }

    /// What the leader's screen shows beside the design.
    fn desk_of(&self, ctx: &Context, leading: &Leading) -> leader::Desk<'_> {
        let now = self.now(ctx);
        let minute = minute_of_day();
        leader::Desk {
            shown: &self.shown,
            left: leading.timer.left(leading.minutes(), now),
            minute,
            end: leading.timer.runs().then(|| minute + left_in_all(leading, now)),
            lost: leading.apart.is_some() && self.wall.is_none(),
            image: self.image(ctx),
        }
    }

    /// The image that the room sees: that of its own window, else of this one.
    fn image(&self, ctx: &Context) -> Image {
        let own =
            || Image { size: ctx.content_rect().size(), pixels_per_point: ctx.pixels_per_point() };
        self.wall.as_ref().map_or_else(own, |wall| wall.image(ctx.zoom_factor()))
    }

    /// What was seen of the last pass. A scene that has become shorter has no page beyond its last.
    pub(in crate::app) fn saw(&mut self, shown: room::Shown) {
        self.shown = shown;
        let pages = self.shown.pages;
        let Some(leading) = &mut self.session.view.leading else { return };
        if leading.cover.is_none() && leading.writing.is_none() && pages > 0 {
            leading.page = leading.page.min(pages - 1);
        }
    }

    /// A frame for the minute that changes, of the hour and of what is left: nothing else would draw it.
    pub(in crate::app) fn keep_time(&self, ctx: &Context) {
        let Some(leading) = &self.session.view.leading else { return };
        let now = self.now(ctx);
        let minute = leading.at_the_desk().then(|| 60.0 - f64::from(clock::now().second) + 0.1);
        let seen = leading.at_the_desk() || leading.timer.shown;
        let left = leading.timer.next_change(now).filter(|_| seen);
        if let Some(wait) = left.into_iter().chain(minute).reduce(f64::min) {
            ctx.request_repaint_after(Duration::from_secs_f64(wait.max(1.0)));
        }
    }
}

pub(super) fn minute_of_day() -> u32 {
    let now = clock::now();
    u32::from(now.hour.unsigned_abs()) * 60 + u32::from(now.minute.unsigned_abs())
}

/// The minutes left of this beat, and all those of the beats that follow.
pub(super) fn left_in_all(leading: &Leading, now: f64) -> u32 {
    let after = leading.play.beats.iter().skip(leading.at + 1).filter(|beat| !beat.skipped);
    let after: u32 = after.map(|beat| u32::from(beat.minutes)).sum();
    let here = leading.timer.left(leading.minutes(), now).max(0);
    u32::try_from(here).unwrap_or(0) + after
}
