//! The wall is the room's own window, on its own screen.

use egui::{Event, Id, Vec2, ViewportBuilder, ViewportId, vec2};

use crate::intent::view::View;
use crate::platform::screens::Screen;
use crate::text::leader as words;
use crate::ui::reduced::Image;

/// The room's window, on one screen.
#[derive(Clone, Debug)]
pub struct Wall {
    pub screen: Screen,
    pub id: ViewportId,
    /// Kept as the first pass made it: a change of it would move the window.
    pub builder: Option<ViewportBuilder>,
    /// The keys have been given back to the leader's window.
    pub settled: bool,
    /// How many times it was sent where it should be: some window managers put it elsewhere.
    pub sent: u8,
    /// What it is, once it has been drawn.
    pub drawn: Option<Image>,
    /// What was typed there after a shortcut, in the same frame: it comes first on the next.
    pub deferred: Vec<Event>,
    /// The text that is to have the keyboard there, and what it holds.
    pub keyboard: Option<(Id, String)>,
}

impl Wall {
    pub fn on(screen: &Screen) -> Wall {
        let place = (&screen.name, screen.x, screen.y, screen.width, screen.height);
        Wall {
            screen: screen.clone(),
            id: ViewportId::from_hash_of(place),
            builder: None,
            settled: false,
            sent: 0,
            drawn: None,
            deferred: Vec::new(),
            keyboard: None,
        }
    }

    /// The window, which fills its screen at the `zoom` that it is made at. That of the leader's window is another one.
    pub fn window(&self, zoom: f32) -> ViewportBuilder {
        let screen = &self.screen;
        let points = screen.scale * zoom;
        // One pixel inside: a window manager takes the very corner of the desktop for no wish at all.
        let inside = if screen.listed.is_some() { 1.0 } else { 0.0 };
        let at = egui::pos2(screen.x as f32 + inside, screen.y as f32 + inside) / points;
        let builder = ViewportBuilder::default()
            .with_title(words::WALL)
            .with_position(at)
            .with_inner_size(pixels(screen) / points)
            .with_decorations(false)
            // The keys stay where the leader is.
            .with_active(false)
            .with_taskbar(false);
        // A screen that the toolkit does not know is filled by a window of its size.
        match screen.listed {
            Some(at) => builder.with_monitor(at),
            None => builder,
        }
    }

    /// The image that the room sees in it; until it is drawn, that of a window as large as its screen.
    pub fn image(&self, view: &View) -> Image {
        let points = self.screen.scale * self.zoom(view);
        let size = pixels(&self.screen) / points;
        self.drawn.unwrap_or(Image { size, pixels_per_point: points })
    }

    /// By how much its points are multiplied. It has another size than the leader's window, and so another size of type for
    /// what stands beside the order of play.
    pub fn zoom(&self, view: &View) -> f32 {
        view.wall_scale(pixels(&self.screen) / self.screen.scale)
    }
}

fn pixels(screen: &Screen) -> Vec2 {
    vec2(screen.width as f32, screen.height as f32)
}
