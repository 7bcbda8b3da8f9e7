//! Screens come and go: this says which one the room has, whether it is chosen, unplugged, plugged in again, or shows
//! the same image.

use egui::{Context, ViewportCommand, ViewportId};

use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::intent::Action;
use crate::intent::leading::{Lead, Showing, Side};
use crate::intent::view::Focus;
use crate::platform::screens::Screen;
use crate::storage::settings::Choice;
use crate::text::{interface, leader as words};

impl App {
    /// Looks at the screens, and is told when one comes or goes from the first time that one projects.
    pub(in crate::app) fn watch_screens(&mut self, ctx: &Context) {
        let ctx = ctx.clone();
        self.services.screens.watch(move || ctx.request_repaint_of(ViewportId::ROOT));
        self.services.screens.look();
    }

    /// The screen that the program's own window is on.
    pub(in crate::app) fn own_screen(&self, ctx: &Context) -> Option<usize> {
        let rect = ctx.input(|input| input.viewport().outer_rect)?;
        let centre = rect.center() * ctx.pixels_per_point();
        self.services.screens.all().iter().position(|screen| screen.has(centre.x, centre.y))
    }

    /// Where the room can be shown while the leader keeps this window: the screen last chosen, else any other.
    pub(in crate::app) fn other_screen(&self, ctx: &Context) -> Option<Screen> {
        let own = self.own_screen(ctx);
        let all = self.services.screens.all().iter().enumerate();
        let all =
            all.filter(|(at, screen)| Some(*at) != own && !self.services.screens.is_shared(screen));
        let all: Vec<&Screen> = match self.services.screens.all().len() {
            0 | 1 => Vec::new(),
            _ => all.map(|(_, screen)| screen).collect(),
        };
        let remembered = self.memory.kept.screen.as_deref();
        let last = all.iter().find(|screen| remembered == Some(screen.name.as_str()));
        // Without a place of one's own (some systems do not say it), the last one: the first is the laptop's.
        last.or(all.last()).map(|screen| (*screen).clone())
    }

    /// Shows the room on `screen`, which may be this window's: then the two change places.
    pub(in crate::app) fn show_on(&mut self, ctx: &Context, name: &str) {
        self.services.screens.look();
        let Some(screen) = self.services.screens.named(name).cloned() else {
            return;
        };
        if self.services.screens.is_shared(&screen) {
            return self.notify(ctx, Notice::of(words::same_image()));
        }
        let own = self.own_screen(ctx).and_then(|at| self.services.screens.all().get(at));
        if own.is_some_and(|own| own.name == screen.name) {
            let Some(other) = self.services.screens.all().iter().find(|it| it.name != screen.name)
            else {
                return;
            };
            let points = ctx.pixels_per_point();
            let corner = egui::pos2(other.x as f32, other.y as f32) / points;
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            ctx.send_viewport_cmd(ViewportCommand::Maximized(false));
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(corner + egui::vec2(24.0, 24.0)));
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
        self.remember(ctx, Choice::Screen(screen.name.clone()));
        if self.window.view.focus == Some(Focus::Check) {
            self.open_check(ctx);
        }
        if let Some(leading) = &mut self.window.view.leading {
            leading.screens = Showing::on(Some(&screen.name));
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            self.raise_wall(ctx, &screen);
        }
    }

    /// What was said before the room looks at this window is not for it: it waits until the room looks elsewhere.
    pub(in crate::app) fn put_notice_off(&mut self, ctx: &Context) {
        self.watch_screens(ctx);
        if self.other_screen(ctx).is_none() {
            self.messages.put_off();
        }
    }

    pub(in crate::app) fn bring_notice_back(&mut self, ctx: &Context) {
        if let Some(notice) = self.messages.put_off.take() {
            self.notify(ctx, notice);
        }
    }

    /// What was said of the screens is no longer true.
    pub(in crate::app) fn forget_notice_of_the_room(&mut self, ctx: &Context) {
        if self.messages.notice.as_ref().is_some_and(Notice::is_of_the_room) {
            self.dismiss(ctx);
        }
    }

    /// Nor what offers a screen that has gone, or that shows what this window does.
    fn forget_offers_of_lost_screens(&mut self, ctx: &Context) {
        let is_there = |name: &String| {
            let screen = self.services.screens.named(name);
            screen.is_some_and(|screen| !self.services.screens.is_shared(screen))
        };
        let is_lost = |way: &(&str, Action)| matches!(&way.1, Action::Lead(Lead::Screen(name)) if !is_there(name));
        if self.messages.notice.as_ref().is_some_and(|notice| notice.ways.iter().any(is_lost)) {
            self.dismiss(ctx);
        }
    }

    /// While one projects: a screen that goes takes the room's window with it, and one that comes back has it again.
    pub(in crate::app) fn keep_screens(&mut self, ctx: &Context) {
        let Some(leading) = &self.window.view.leading else {
            self.facilitation.wall = None;
            return;
        };
        let wanted = leading.apart().map(str::to_owned);
        if !self.services.screens.may_have_changed() {
            return;
        }
        let before = self.other_screen(ctx).is_some();
        if !self.services.screens.look() {
            return;
        }
        self.forget_offers_of_lost_screens(ctx);
        let found = wanted.as_ref().and_then(|name| self.services.screens.named(name).cloned());
        match (wanted, found) {
            (Some(name), None) => {
                if let Some(leading) = &mut self.window.view.leading {
                    // The one screen left may be the room's, as some systems tell it.
                    leading.screens.lose();
                    leading.writing_on = Side::Desk;
                }
                if self.facilitation.wall.take().is_some() {
                    // The system may have put the leader's window elsewhere: it is not touched.
                    self.document.end_step();
                    self.say_lost(ctx, &name);
                }
            }
            (Some(_), Some(screen)) if self.services.screens.is_shared(&screen) => {
                self.hide_what_is_private(ctx)
            }
            (Some(_), Some(screen)) => {
                let there =
                    self.facilitation.wall.as_ref().is_some_and(|wall| wall.screen == screen);
                // Alone, it may be the one that this window is on: nothing is shown over the leader's.
                if !there && self.services.screens.all().len() > 1 {
                    self.raise_wall(ctx, &screen);
                    self.forget_notice_of_the_room(ctx);
                    self.say(words::found(&screen.name));
                }
            }
            (None, _) => {
                if let Some(screen) = self.other_screen(ctx).filter(|_| !before) {
                    let ways = vec![
                        (words::PROJECT_THERE, Action::Lead(Lead::Screen(screen.name.clone()))),
                        (words::NOT_NOW, Action::Dismiss),
                    ];
                    let message = words::plugged(&screen.name);
                    self.notify(ctx, Notice { message, ways, of_a_save: false });
                }
            }
        }
        ctx.request_repaint();
    }

    /// Both screens show the same image from now on: the room sees this window, so the scene takes the place of the notes.
    fn hide_what_is_private(&mut self, ctx: &Context) {
        self.show_here(ctx);
        self.notify(ctx, Notice::of(words::same_image()));
    }

    /// The room looks at this window.
    pub(in crate::app) fn show_here(&mut self, ctx: &Context) {
        self.facilitation.wall = None;
        self.forget_notice_of_the_room(ctx);
        self.messages.put_off();
        if self.window.view.focus.as_ref().is_some_and(|focus| !focus.is_for_the_room()) {
            self.leave_all();
        }
        if let Some(leading) = &mut self.window.view.leading {
            leading.screens = Showing::default();
            leading.writing_on = Side::Desk;
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        }
    }

    /// The leader's screen says it, and shows the way out; over anything else, a notice does.
    fn say_lost(&mut self, ctx: &Context, name: &str) {
        let message = words::lost(name);
        if self.window.view.focus.is_none() {
            return self.say([message.what, message.next].join(" "));
        }
        let ways = vec![
            (words::PROJECT_HERE, Action::Lead(Lead::Here)),
            (interface::UNDERSTOOD, Action::Dismiss),
        ];
        self.notify(ctx, Notice { message, ways, of_a_save: false });
    }
}
