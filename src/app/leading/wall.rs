//! The room's own window, on its own screen. The program's window is then the leader's: a screen reader reads that one
//! alone, and the room's has nothing that the leader's has not.

use egui::{
    CentralPanel, Context, Frame, Ui, UiBuilder, ViewportBuilder, ViewportCommand, ViewportId,
};

use crate::app::{App, Notice};
use crate::intent::leading::{Lead, Side};
use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::model::edit::Target;
use crate::platform::screens::{Screen, Screens};
use crate::text::{interface, leader as words};
use crate::ui::components::writing;
use crate::ui::reduced::Image;
use crate::ui::views::focus;
use crate::ui::{Theme, room};

/// The room's window, on one screen.
#[derive(Clone, Debug)]
pub(in crate::app) struct Wall {
    pub screen: Screen,
    id: ViewportId,
    /// Kept as it was made: a change of it would move the window.
    builder: ViewportBuilder,
    /// The keys have been given back to the leader's window.
    settled: bool,
    /// How many times it was sent where it should be: some window managers put it elsewhere.
    sent: u8,
    /// What it is, once it has been drawn.
    drawn: Option<Image>,
}

impl Wall {
    fn on(screen: &Screen, zoom: f32, title: &str) -> Wall {
        let points = screen.scale * zoom;
        // One pixel inside: a window manager takes the very corner of the desktop for no wish at all.
        let inside = if screen.listed.is_some() { 1.0 } else { 0.0 };
        let at = egui::pos2(screen.x as f32 + inside, screen.y as f32 + inside) / points;
        let size = egui::vec2(screen.width as f32, screen.height as f32) / points;
        let builder = ViewportBuilder::default()
            .with_title(title)
            .with_position(at)
            .with_inner_size(size)
            .with_decorations(false)
            // The keys stay where the leader is.
            .with_active(false)
            .with_taskbar(false);
        // A screen that the toolkit does not know is filled by a window of its size.
        let builder = match screen.listed {
            Some(at) => builder.with_monitor(at),
            None => builder,
        };
        let place = (&screen.name, screen.x, screen.y, screen.width, screen.height);
        Wall {
            screen: screen.clone(),
            id: ViewportId::from_hash_of(place),
            builder,
            settled: false,
            sent: 0,
            drawn: None,
        }
    }

    /// The image that the room sees in it; until it is drawn, that of a window as large as its screen.
    pub(super) fn image(&self, zoom: f32) -> Image {
        let pixels = egui::vec2(self.screen.width as f32, self.screen.height as f32);
        let points = self.screen.scale * zoom;
        self.drawn.unwrap_or(Image { size: pixels / points, pixels_per_point: points })
    }
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
        if !std::mem::replace(&mut self.watching, true) {
            let ctx = ctx.clone();
            self.screens.watch(Box::new(move || ctx.request_repaint_of(ViewportId::ROOT)));
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
    pub(in crate::app) fn forget_notice_of_the_room(&mut self) {
        if self.notice.as_ref().is_some_and(Notice::is_of_the_room) {
            self.notice = None;
        }
    }

    pub(in crate::app) fn raise_wall(&mut self, ctx: &Context, screen: &Screen) {
        if let Some(leading) = &mut self.session.view.leading {
            leading.hidden = false;
        }
        self.wall = Some(Wall::on(screen, ctx.zoom_factor(), words::WALL));
        ctx.send_viewport_cmd(ViewportCommand::Focus);
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
        let now = self.screens.all();
        if now == self.known_screens {
            return;
        }
        let usable = |app: &App| app.other_screen(ctx).is_some();
        let before = usable(self);
        self.known_screens = now;
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
                    self.forget_notice_of_the_room();
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
        self.forget_notice_of_the_room();
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

    /// The page keys turn what the room sees of what stands beside the order of play; whether there was a page to turn to.
    pub(in crate::app) fn turn_on_wall(&self, ctx: &Context, by: isize) -> bool {
        let Some(wall) = &self.wall else { return false };
        focus::frame::turn_in(ctx, wall.id, by)
    }

    /// Whether the room has a window of its own, now.
    pub fn has_wall(&self) -> bool {
        self.wall.is_some()
    }

    /// Shows the room's window, in the same frame as the leader's: what has just been changed shows there too.
    pub(in crate::app) fn show_wall(&mut self, ctx: &Context) {
        let Some(wall) = self.wall.clone() else { return };
        let held = self.held();
        // The other window has another size, and so another size of type for what stands beside the order of play.
        let own = ctx.zoom_factor();
        let pixels = egui::vec2(wall.screen.width as f32, wall.screen.height as f32);
        let scale = self.session.view.wall_scale(pixels / wall.screen.scale);
        ctx.options_mut(|options| options.zoom_factor = scale);
        let asked = ctx.show_viewport_immediate(wall.id, wall.builder, |ui, _| self.wall_pass(ui));
        ctx.options_mut(|options| options.zoom_factor = own);
        self.apply_from_wall(ctx, asked, held);
    }

    /// One pass of the room's window; gives what was asked there.
    pub fn wall_pass(&mut self, ui: &mut Ui) -> Vec<Action> {
        let ctx = ui.ctx().clone();
        let mut actions = Actions::default();
        self.keep_on_its_screen(&ctx);
        self.give_keys_back(&ctx);
        let by_key = self.listen_on_wall(&ctx, &mut actions);
        if let Some((id, text)) = self.wall_keyboard.take() {
            writing::give_keyboard(&ctx, id, &text);
        }
        self.paint_wall(ui, &mut actions);
        by_key.into_iter().for_each(|action| actions.push(action));
        actions.take()
    }

    /// A window that was put on another screen is moved to its own, then fills it again; where the window manager has its own
    /// idea of the screen to fill, it stays a window as large as the screen, without edges.
    fn keep_on_its_screen(&mut self, ctx: &Context) {
        const MOST: u8 = 6;
        let Some(wall) = self.wall.as_mut().filter(|wall| wall.sent < MOST) else { return };
        let (rect, full) =
            ctx.input(|input| (input.viewport().outer_rect, input.viewport().fullscreen));
        let Some(rect) = rect else { return };
        let points = ctx.pixels_per_point();
        let centre = rect.center() * points;
        let there = wall.screen.has(centre.x, centre.y);
        if !there {
            let corner = egui::pos2(wall.screen.x as f32, wall.screen.y as f32) / points;
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(corner));
        } else if let (Some(at), Some(false), ..2) = (wall.screen.listed, full, wall.sent) {
            ctx.send_viewport_cmd(ViewportCommand::SetMonitor(at));
        } else {
            return;
        }
        wall.sent += 1;
        ctx.request_repaint_after(std::time::Duration::from_millis(150));
    }

    /// A window that opens is given the keys by some systems, whatever it asks: the first time, they go back to the leader's.
    fn give_keys_back(&mut self, ctx: &Context) {
        let focused = ctx.input(|input| input.viewport().focused == Some(true));
        let Some(wall) = self.wall.as_mut().filter(|wall| focused && !wall.settled) else { return };
        wall.settled = true;
        if !ctx.input(|input| input.pointer.any_down()) {
            ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Focus);
        }
    }

    fn paint_wall(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let theme = Theme::of(ui.ctx());
        let cx = self.cx(theme, Side::Wall);
        let Some(leading) = &cx.view.leading else { return };
        let mut shown = None;
        CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(0.0, 0.0);
            match &cx.view.focus {
                Some(focus) if focus.is_for_the_room() && leading.cover.is_none() => {
                    // A picture of what the leader has in front: it is changed there.
                    let rest = ui.available_rect_before_wrap();
                    let mut image = ui.new_child(UiBuilder::new().max_rect(rest));
                    image.visuals_mut().disabled_alpha = 1.0;
                    image.disable();
                    focus::show(&mut image, cx, focus, &mut Actions::default());
                }
                _ => {
                    let rect = ui.available_rect_before_wrap();
                    let mut stage = room::Stage::of(cx, leading, rect, Side::Wall);
                    stage.live = !leading.still && !leading.locked;
                    stage.left = self.left(ui.ctx(), leading);
                    let pixels_per_point = ui.ctx().pixels_per_point();
                    let drawn = Image { size: rect.size(), pixels_per_point };
                    shown = Some((room::show(ui, &stage, actions), drawn));
                }
            }
        });
        if let Some((shown, drawn)) = shown {
            // What is said to the leader is what this image has, and so is its picture.
            let known = self.wall.as_mut().and_then(|wall| wall.drawn.replace(drawn));
            if self.shown != shown || known != Some(drawn) {
                ui.ctx().request_repaint_of(ViewportId::ROOT);
            }
            self.saw(shown);
        }
    }

    /// What was asked in the room's window is done as if it had been asked in the leader's.
    pub fn apply_from_wall(&mut self, ctx: &Context, asked: Vec<Action>, held: bool) {
        for action in &asked {
            if let Action::Lead(Lead::Write(target)) = action {
                self.write_on_wall(target);
            }
        }
        let asked =
            asked.into_iter().filter(|action| !matches!(action, Action::Lead(Lead::Write(_))));
        self.apply_all(ctx, asked.collect(), held);
    }

    pub(in crate::app) fn write_on_wall(&mut self, target: &Target) {
        let Some(leading) = &mut self.session.view.leading else { return };
        leading.writing = Some(target.clone());
        leading.writing_on = Side::Wall;
        let (id, _) = room::writing_ids(Side::Wall, target);
        let text = room::text_of(self.session.design(), target).to_owned();
        self.wall_keyboard = Some((id, text));
    }
}
