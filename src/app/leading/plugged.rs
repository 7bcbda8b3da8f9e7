//! Which screen the room has, while screens come and go: chosen, unplugged, plugged in again, or showing the same image.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::{Context, ViewportCommand, ViewportId};

use crate::app::{App, Notice};
use crate::intent::Action;
use crate::intent::leading::{Lead, Side};
use crate::intent::view::Focus;
use crate::platform::screens::{Screen, Screens};
use crate::text::{interface, leader as words};

/// How the program knows that a screen comes or goes.
#[derive(Default)]
pub(in crate::app) enum Watch {
    #[default]
    Unasked,
    /// The system says it: whether one has, since the list was last read. To ask at each frame would be to wait for its answer
    /// at each frame.
    Told(Arc<AtomicBool>),
    /// It does not: the list is looked at with each frame.
    Looked,
}

impl App {
    /// Among these screens.
    pub fn with_screens(self, screens: Box<dyn Screens>) -> App {
        App { screens, ..self }
    }

    /// The screens, now.
    pub(in crate::app) fn look_for_screens(&mut self) {
        self.known_screens = self.screens.all();
    }

    /// A frame when one comes or goes, from the first time that one projects.
    pub(in crate::app) fn watch_screens(&mut self, ctx: &Context) {
        if !matches!(self.watch, Watch::Unasked) {
            return;
        }
        let ctx = ctx.clone();
        let moved = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&moved);
        let wake = move || {
            seen.store(true, Ordering::Release);
            ctx.request_repaint_of(ViewportId::ROOT);
        };
        let told = self.screens.watch(Box::new(wake));
        self.watch = if told { Watch::Told(moved) } else { Watch::Looked };
    }

    /// Whether a screen may have come or gone since this was last asked.
    fn may_have_moved(&self) -> bool {
        match &self.watch {
            Watch::Told(moved) => moved.swap(false, Ordering::AcqRel),
            Watch::Unasked | Watch::Looked => true,
        }
    }

    /// The screen that the program's own window is on.
    pub(in crate::app) fn own_screen(&self, ctx: &Context) -> Option<usize> {
        let rect = ctx.input(|input| input.viewport().outer_rect)?;
        let centre = rect.center() * ctx.pixels_per_point();
        self.known_screens.iter().position(|screen| screen.has(centre.x, centre.y))
    }

    /// Where the room can be shown while the leader keeps this window: the screen last chosen, else any other.
    pub(in crate::app) fn other_screen(&self, ctx: &Context) -> Option<Screen> {
        let own = self.own_screen(ctx);
        let all = self.known_screens.iter().enumerate();
        let all = all.filter(|(at, screen)| Some(*at) != own && !self.is_shared(screen));
        let all: Vec<&Screen> = match self.known_screens.len() {
            0 | 1 => Vec::new(),
            _ => all.map(|(_, screen)| screen).collect(),
        };
        let remembered = self.kept.screen.as_deref();
        let last = all.iter().find(|screen| remembered == Some(screen.name.as_str()));
        // Without a place of one's own (some systems do not say it), the last one: the first is the laptop's.
        last.or(all.last()).map(|screen| (*screen).clone())
    }

    /// Shows the room on `screen`, which may be this window's: then the two change places.
    pub(in crate::app) fn show_on(&mut self, ctx: &Context, name: &str) {
        self.look_for_screens();
        let Some(screen) = self.known_screens.iter().find(|screen| screen.name == name).cloned()
        else {
            return;
        };
        if self.is_shared(&screen) {
            return self.notify(ctx, Notice::of(words::same_image()));
        }
        let own = self.own_screen(ctx).and_then(|at| self.known_screens.get(at));
        if own.is_some_and(|own| own.name == screen.name) {
            let Some(other) = self.known_screens.iter().find(|it| it.name != screen.name) else {
                return;
            };
            let points = ctx.pixels_per_point();
            let corner = egui::pos2(other.x as f32, other.y as f32) / points;
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            ctx.send_viewport_cmd(ViewportCommand::Maximized(false));
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(corner + egui::vec2(24.0, 24.0)));
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
        self.kept.screen = Some(screen.name.clone());
        self.remember(ctx);
        if self.session.view.focus == Some(Focus::Check) {
            self.open_check(ctx);
        }
        if let Some(leading) = &mut self.session.view.leading {
            leading.apart = Some(screen.name.clone());
            leading.aids = false;
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            self.raise_wall(ctx, &screen);
        }
    }

    /// What was said of the screens is no longer true.
    pub(in crate::app) fn forget_notice_of_the_room(&mut self, ctx: &Context) {
        if self.notice.as_ref().is_some_and(Notice::is_of_the_room) {
            self.dismiss(ctx);
        }
    }

    /// Nor what offers a screen that has gone, or that shows what this window does.
    fn forget_offers_of_lost_screens(&mut self, ctx: &Context) {
        let is_there = |name: &String| {
            let screen = self.known_screens.iter().find(|screen| screen.name == *name);
            screen.is_some_and(|screen| !self.is_shared(screen))
        };
        let is_lost = |way: &(&str, Action)| matches!(&way.1, Action::Lead(Lead::Screen(name)) if !is_there(name));
        if self.notice.as_ref().is_some_and(|notice| notice.ways.iter().any(is_lost)) {
            self.dismiss(ctx);
        }
    }

    /// Whether another screen shows the same image, or a part of it: nothing can be kept from the room there.
    pub(in crate::app) fn is_shared(&self, screen: &Screen) -> bool {
        self.known_screens.iter().any(|other| other.name != screen.name && other.overlaps(screen))
    }

    /// While one projects: a screen that goes takes the room's window with it, and one that comes back has it again.
    pub(in crate::app) fn keep_screens(&mut self, ctx: &Context) {
        let Some(leading) = &self.session.view.leading else {
            self.wall = None;
            return;
        };
        let wanted = leading.apart.clone();
        if !self.may_have_moved() {
            return;
        }
        let now = self.screens.all();
        if now == self.known_screens {
            return;
        }
        let usable = |app: &App| app.other_screen(ctx).is_some();
        let before = usable(self);
        self.known_screens = now;
        self.forget_offers_of_lost_screens(ctx);
        let found = wanted.as_ref().and_then(|name| {
            self.known_screens.iter().find(|screen| screen.name == *name).cloned()
        });
        match (wanted, found) {
            (Some(name), None) => {
                if let Some(leading) = &mut self.session.view.leading {
                    // The one screen left may be the room's, as some systems tell it.
                    leading.hidden = true;
                    leading.writing_on = Side::Desk;
                }
                if self.wall.take().is_some() {
                    // The system may have put the leader's window elsewhere: it is not touched.
                    self.session.history.end_step();
                    self.say_lost(ctx, &name);
                }
            }
            (Some(_), Some(screen)) if self.is_shared(&screen) => self.hide_what_is_private(ctx),
            (Some(_), Some(screen)) => {
                let there = self.wall.as_ref().is_some_and(|wall| wall.screen == screen);
                // Alone, it may be the one that this window is on: nothing is shown over the leader's.
                if !there && self.known_screens.len() > 1 {
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
        self.wall = None;
        self.forget_notice_of_the_room(ctx);
        if self.session.view.focus.as_ref().is_some_and(|focus| !focus.is_for_the_room()) {
            self.leave_all();
        }
        if let Some(leading) = &mut self.session.view.leading {
            leading.apart = None;
            leading.aids = false;
            leading.writing_on = Side::Desk;
            leading.hidden = false;
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        }
    }

    /// The leader's screen says it, and shows the way out; over anything else, a notice does.
    fn say_lost(&mut self, ctx: &Context, name: &str) {
        let message = words::lost(name);
        if self.session.view.focus.is_none() {
            return self.say([message.what, message.next].join(" "));
        }
        let ways = vec![
            (words::PROJECT_HERE, Action::Lead(Lead::Here)),
            (interface::UNDERSTOOD, Action::Dismiss),
        ];
        self.notify(ctx, Notice { message, ways, of_a_save: false });
    }
}
