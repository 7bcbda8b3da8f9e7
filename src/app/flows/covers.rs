//! Something comes in front of what the room sees, and goes again: the black screen, the chart, the measures.

use egui::Context;

use crate::app::desk::App;
use crate::intent::command::Menu;
use crate::intent::leading::{Aside, Cover, Lead, Leading};
use crate::intent::view::Focus;
use crate::text::room as words;
use crate::ui::components::ring;
use crate::ui::room::measure;

impl App {
    /// Something in front of the room's first scene, or of the one that it looks at; without it, one is where one was.
    pub(in crate::app) fn show_cover(&mut self, ctx: &Context, cover: Cover) {
        let aside = Aside {
            focus: self.window.view.focus.clone(),
            trail: self.window.view.trail.clone(),
            keyboard: self.keyboard(ctx),
            alone: self.window.view.leading.is_none(),
        };
        self.leave_all();
        if let Some(leading) = &mut self.window.view.leading {
            if leading.cover != Some(cover) && leading.aside.is_none() {
                leading.aside = Some(Box::new(aside));
            }
            self.lead(ctx, Lead::Cover(cover));
            return self.reach_what_is_measured(ctx);
        }
        let play = self.play_kept(ctx);
        let aside = Some(Box::new(aside));
        let leading = Leading { cover: Some(cover), aside, ..self.led(play) };
        self.begin_leading(ctx, leading);
        self.reach_what_is_measured(ctx);
    }

    /// The page of the measures has a list to choose from: the keyboard is there, or the first arrow would leave it.
    fn reach_what_is_measured(&self, ctx: &Context) {
        let leading = self.window.view.leading.as_ref();
        let measuring = leading.filter(|it| it.cover == Some(Cover::Measure));
        if let Some(leading) = measuring {
            ring::reach(ctx, measure::first_id(&leading.room));
        }
    }

    /// What stood in front has gone: it is said, and one is where one was before it came.
    pub(in crate::app) fn uncovered(&mut self, ctx: &Context, was: Cover) {
        if was == Cover::Black {
            self.say(words::IMAGE_BACK);
        }
        let Some(leading) = &mut self.window.view.leading else { return };
        if leading.cover.is_some() {
            // The black screen stood in front of something else, which stays.
            return;
        }
        match leading.aside.take() {
            Some(aside) if aside.alone => {
                leading.aside = Some(aside);
                self.stop_leading(ctx);
            }
            Some(aside) => self.come_back(ctx, *aside),
            None => {}
        }
    }

    /// Back to what the chart or the measures came in front of.
    pub(in crate::app) fn come_back(&mut self, ctx: &Context, aside: Aside) {
        let there = aside.focus.filter(|focus| focus.is_there(self.document.design()));
        self.window.view.trail = aside.trail;
        let Some(focus) = there else {
            self.leave_all();
            if self.window.view.leading.is_none() {
                ring::come_back(ctx, self.keyboard_of_the_sheet(ctx, aside.keyboard, Menu::Room));
            }
            return;
        };
        let looks = focus == Focus::Check;
        self.window.view.focus = Some(focus);
        match aside.keyboard {
            // What was found there may have changed.
            _ if looks => self.open_check(ctx),
            Some(id) => ring::come_back(ctx, id),
            None => {}
        }
    }

    /// The black screen goes before what it hides does; whether there was one.
    pub(in crate::app) fn leave_black(&mut self, ctx: &Context) -> bool {
        let view = &self.window.view;
        view.focus.is_some() && view.on_stage().is_some() && self.lead_back(ctx)
    }

    /// In front of the scene; asked for again, it goes.
    pub(in crate::app) fn cover(&mut self, ctx: &Context, cover: Cover) {
        let Some(leading) = &mut self.window.view.leading else { return };
        if leading.cover == Some(cover) {
            leading.uncover();
            return self.uncovered(ctx, cover);
        }
        leading.put_in_front(cover);
        if cover == Cover::Black {
            self.say(words::BLACK);
        }
    }
}
