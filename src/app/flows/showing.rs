//! A pass shows this of a workshop being led: the scene, or the leader's screen; and it asks for the frames that its
//! time needs.

use std::time::Duration;

use egui::{Context, Ui};

use crate::app::desk::App;
use crate::app::services::minute_of_day;
use crate::intent::Actions;
use crate::intent::leading::{Cover, Leading, Side};
use crate::intent::view::Focus;
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
        stage.live = leading.is_live();
        stage.left = self.left(ui.ctx(), leading);
        stage.scrolled = self.facilitation.shown.scrolled;
        room::show(ui, &stage, actions)
    }

    /// The clock of the time given to a step, in seconds: that of the window, and what the computer has slept.
    pub(in crate::app) fn now(&self, ctx: &Context) -> f64 {
        ctx.input(|input| input.time) + (self.services.slept)()
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
            shown: &self.facilitation.shown,
            left: leading.timer.left(leading.minutes(), now),
            minute,
            end: leading.timer.runs().then(|| minute + leading.left_in_all(now)),
            lost: leading.apart().is_some() && self.facilitation.wall.is_none(),
            image: self.image(ctx),
        }
    }

    /// The image that the room sees: that of its own window, else of this one.
    fn image(&self, ctx: &Context) -> Image {
        let own =
            || Image { size: ctx.content_rect().size(), pixels_per_point: ctx.pixels_per_point() };
        self.facilitation.wall.as_ref().map_or_else(own, |wall| wall.image(&self.window.view))
    }

    /// What was seen of the last pass. A scene that has become shorter has no page beyond its last.
    pub(in crate::app) fn saw(&mut self, shown: room::Shown) {
        self.facilitation.shown = shown;
        let pages = self.facilitation.shown.pages;
        let Some(leading) = &mut self.window.view.leading else { return };
        if leading.cover.is_none() && leading.writing.is_none() && pages > 0 {
            leading.page = leading.page.min(pages - 1);
        }
    }

    /// A frame for the minute that changes, where it shows: nothing else would draw it.
    pub(in crate::app) fn keep_time(&self, ctx: &Context) {
        let view = &self.window.view;
        let leading = view.leading.as_ref();
        let desk = leading.is_some_and(Leading::at_the_desk);
        let seen = desk || leading.is_some_and(|leading| leading.timer.shown);
        let now = self.now(ctx);
        let timer = leading.filter(|_| seen).and_then(|leading| leading.timer.next_change(now));
        // The hour of the day, and that of each step.
        let hours = desk || view.focus == Some(Focus::Order);
        let minute = hours.then(|| 60.0 - f64::from(clock::now().second()) + 0.1);
        if let Some(wait) = timer.into_iter().chain(minute).reduce(f64::min) {
            ctx.request_repaint_after(Duration::from_secs_f64(wait.max(1.0)));
        }
    }

    /// When each step begins: of the workshop being led, or of the order of play that one looks at.
    pub(in crate::app) fn keep_hours(&mut self, ctx: &Context) {
        let view = &self.window.view;
        let leading = view.leading.as_ref();
        let minute = minute_of_day();
        self.facilitation.hours = match (leading, view.focus == Some(Focus::Order)) {
            (Some(leading), order) if order || leading.at_the_desk() => {
                leading.hours(minute, self.now(ctx))
            }
            (None, true) => self.current_play().map_or(Vec::new(), |play| {
                let start = play.start.map_or(minute, u32::from);
                play.hours(0, start)
            }),
            _ => Vec::new(),
        };
    }
}
