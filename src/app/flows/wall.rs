//! The room has its own window, on its own screen. The program's window is then the leader's: a screen reader reads
//! that one alone, and the room's has nothing that the leader's has not.

use egui::{CentralPanel, Context, Frame, Ui, UiBuilder, ViewportCommand, ViewportId};

use crate::app::desk::App;
use crate::app::window::wall::Wall;
use crate::intent::leading::{Lead, Side};
use crate::intent::{Action, Actions};
use crate::model::edit::Target;
use crate::platform::screens::Screen;
use crate::ui::components::writing;
use crate::ui::reduced::Image;
use crate::ui::views::focus;
use crate::ui::{Theme, room};

impl App {
    pub(in crate::app) fn raise_wall(&mut self, ctx: &Context, screen: &Screen) {
        if let Some(leading) = &mut self.window.view.leading {
            leading.screens.find();
        }
        let wall = Wall::on(screen);
        focus::frame::show_from_in(ctx, wall.id, 0.0);
        self.facilitation.wall = Some(wall);
        self.bring_notice_back(ctx);
        ctx.send_viewport_cmd(ViewportCommand::Focus);
    }

    /// The page keys turn what the room sees of what stands beside the order of play; whether there was a page to turn to.
    pub(in crate::app) fn turn_on_wall(&self, ctx: &Context, by: isize) -> bool {
        let Some(wall) = &self.facilitation.wall else { return false };
        focus::frame::turn_in(ctx, wall.id, by)
    }

    /// Whether the room has a window of its own, now.
    pub fn has_wall(&self) -> bool {
        self.facilitation.wall.is_some()
    }

    /// Shows the room's window, in the same frame as the leader's: what has just been changed shows there too.
    pub(in crate::app) fn show_wall(&mut self, ctx: &Context) {
        let Some(wall) = &mut self.facilitation.wall else { return };
        let (id, zoom) = (wall.id, wall.zoom(&self.window.view));
        let first = wall.window(zoom);
        let builder = wall.builder.get_or_insert(first).clone();
        let held = self.held();
        let own = ctx.zoom_factor();
        ctx.options_mut(|options| options.zoom_factor = zoom);
        let asked = ctx.show_viewport_immediate(id, builder, |ui, _| self.wall_pass(ui));
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
        let keyboard = self.facilitation.wall.as_mut().and_then(|wall| wall.keyboard.take());
        if let Some((id, text)) = keyboard {
            writing::give_keyboard(&ctx, id, &text);
        }
        self.paint_wall(ui, &mut actions);
        self.tell_of_no_text(&ctx);
        by_key.into_iter().for_each(|action| actions.push(action));
        actions.take()
    }

    /// A window that was put on another screen is moved to its own, then fills it again; where the window manager has its own
    /// idea of the screen to fill, it stays a window as large as the screen, without edges.
    fn keep_on_its_screen(&mut self, ctx: &Context) {
        const MOST: u8 = 6;
        let Some(wall) = self.facilitation.wall.as_mut().filter(|wall| wall.sent < MOST) else {
            return;
        };
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
        let Some(wall) = self.facilitation.wall.as_mut().filter(|wall| focused && !wall.settled)
        else {
            return;
        };
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
                    // What comes beside the order of play again comes from its first page.
                    focus::frame::show_from(ui.ctx(), 0.0);
                    let rect = ui.available_rect_before_wrap();
                    let mut stage = room::Stage::of(cx, leading, rect, Side::Wall);
                    stage.live = leading.is_live();
                    stage.left = self.left(ui.ctx(), leading);
                    stage.scrolled = self.facilitation.shown.scrolled;
                    let pixels_per_point = ui.ctx().pixels_per_point();
                    let drawn = Image { size: rect.size(), pixels_per_point };
                    shown = Some((room::show(ui, &stage, actions), drawn));
                }
            }
        });
        if let Some((shown, drawn)) = shown {
            // What is said to the leader is what this image has, and so is its picture.
            let known = self.facilitation.wall.as_mut().and_then(|wall| wall.drawn.replace(drawn));
            if self.facilitation.shown != shown || known != Some(drawn) {
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
        let Some(leading) = &mut self.window.view.leading else { return };
        leading.writing = Some(target.clone());
        leading.writing_on = Side::Wall;
        let (id, _) = room::writing_ids(Side::Wall, target);
        let text = self.document.design().text(target).unwrap_or_default().into_owned();
        if let Some(wall) = &mut self.facilitation.wall {
            wall.keyboard = Some((id, text));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use egui::{RawInput, Rect, Vec2, pos2, vec2};

    use super::*;
    use crate::app::document::Document;
    use crate::model::{Catalogue, Design};
    use crate::platform::dialogs::SystemDialogs;
    use crate::platform::screens::Screens;
    use crate::ui::theme;

    struct Fixed(Vec<Screen>);

    impl Screens for Fixed {
        fn all(&self) -> Vec<Screen> {
            self.0.clone()
        }

        fn watch(&self, _wake: Box<dyn Fn() + Send>) -> bool {
            false
        }
    }

    /// The corner and the size in pixels, as the toolkit would make the window; and the image that the leader is shown before it
    /// is drawn.
    fn made(desk: Vec2, room: &Screen) -> ([Vec2; 2], Image) {
        let own = Screen { name: "eDP-1".into(), x: 0, scale: 1.0, listed: None, ..room.clone() };
        let own = Screen { width: desk.x as u32, height: desk.y as u32, ..own };
        let room = Screen { x: own.width as i32, ..room.clone() };
        let ctx = Context::default();
        ctx.set_embed_viewports(false);
        theme::install(&ctx);
        let seen = Arc::new(Mutex::new(None));
        let scale = room.scale;
        let told = Arc::clone(&seen);
        Context::set_immediate_viewport_renderer(move |ctx, viewport| {
            let points = scale * ctx.zoom_factor();
            let builder = &viewport.builder;
            let at = builder.position.unwrap().to_vec2() * points;
            *told.lock().unwrap() = Some([at, builder.inner_size.unwrap() * points]);
            let mut input = RawInput { viewport_id: viewport.ids.this, ..RawInput::default() };
            input.viewports.insert(viewport.ids.this, egui::ViewportInfo::default());
            let mut show = viewport.viewport_ui_cb;
            drop(ctx.run_ui(input, |ui| show(ui)));
        });
        let catalogue = Arc::new(Catalogue::built_in().unwrap());
        let session = Document::blank(Design::empty(&catalogue));
        let app = App::on(catalogue, Box::new(SystemDialogs), session);
        let mut app = app.with_screens(Box::new(Fixed(vec![own, room])));
        let mut image = None;
        for _ in 0..3 {
            let wanted = app.window.view.scale(desk);
            ctx.set_zoom_factor(wanted);
            let window = Rect::from_min_size(pos2(0.0, 0.0), desk / wanted);
            let input = RawInput { screen_rect: Some(window), ..RawInput::default() };
            let pass = |ui: &mut Ui| {
                app.show(ui);
                if app.window.view.leading.is_none() {
                    app.project(ui.ctx());
                }
                let view = &app.window.view;
                image = image.or(app.facilitation.wall.as_ref().map(|wall| wall.image(view)));
                app.show_wall(ui.ctx());
            };
            drop(ctx.run_ui(input, pass));
        }
        let made = seen.lock().unwrap().take().unwrap();
        (made, image.unwrap())
    }

    #[test]
    fn the_window_of_the_room_fills_its_screen_whatever_the_size_of_the_leaders() {
        let (width, height) = (1280, 720);
        let name = "HDMI-1".to_owned();
        for desk in [vec2(1366.0, 768.0), vec2(1920.0, 1080.0), vec2(3840.0, 2160.0)] {
            for scale in [1.0, 1.5] {
                let name = name.clone();
                let room = Screen { name, x: 0, y: 0, width, height, scale, listed: None };
                let ([at, size], image) = made(desk, &room);
                let off = (size - vec2(1280.0, 720.0)).abs().max_elem();
                assert!(off < 0.5, "{desk:?}, {scale}: {size:?}");
                assert!((at - vec2(desk.x, 0.0)).abs().max_elem() < 0.5, "{desk:?}: {at:?}");
                let pixels = image.size * image.pixels_per_point;
                assert!((pixels - size).abs().max_elem() < 0.5, "{desk:?}: {image:?}");
                assert_eq!(image.pixels_per_point, scale, "as large as the room's own points");
            }
        }
    }
}
