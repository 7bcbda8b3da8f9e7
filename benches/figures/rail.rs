//! The interface's thread while a rail is dragged: the pass of `App::show` and the tessellation of what it shows. Not
//! measured: painting, which is the graphics card's (or its software stand-in's), and the toolkit's reading of the mouse.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use dessiner_un_labo::app::App;
use dessiner_un_labo::app::document::Document;
use dessiner_un_labo::model::{Catalogue, Design};
use dessiner_un_labo::platform::dialogs::SystemDialogs;
use dessiner_un_labo::storage;
use dessiner_un_labo::ui::theme;
use egui::{
    Context, Event, FullOutput, Modifiers, PointerButton, Pos2, RawInput, Rect, Role, Vec2, pos2,
    vec2,
};

use crate::EXAMPLE;
use crate::sheet::{Figure, Measured, median, milliseconds, number, worst};

const FRAMES: usize = 600;
/// Points that the pointer moves in a frame: a brisk hand, some 400 points a second.
const STRIDE: f32 = 7.0;
const SIZES: [Vec2; 2] = [vec2(1366.0, 768.0), vec2(1920.0, 1080.0)];

pub fn drag() -> Measured<Vec<Figure>> {
    let catalogue = Arc::new(Catalogue::built_in()?);
    let full = storage::read(Path::new(EXAMPLE), &catalogue).map_err(|error| error.to_string())?;
    let mut figures = Vec::new();
    for (name, design) in [("complet", full.design), ("vide", Design::empty(&catalogue))] {
        for size in SIZES {
            let times = Window::new(&catalogue, design.clone(), size).drag_first_rail()?;
            let what = format!("un rail tiré, labo {name}, {} × {}", size.x, size.y);
            let (median, worst) = (median(&times), worst(&times));
            let found = format!(
                "{} ms par image en médiane, {} ms au pire de {}",
                number(median, 2),
                number(worst, 2),
                times.len()
            );
            figures.push(Figure::new(what, found).at_most("≤ 4 ms, la pire", worst, 4.0));
        }
    }
    Ok(figures)
}

/// The program in a window that is not there.
struct Window {
    ctx: Context,
    app: App,
    size: Vec2,
    frames: usize,
}

impl Window {
    fn new(catalogue: &Arc<Catalogue>, design: Design, size: Vec2) -> Window {
        let ctx = Context::default();
        theme::install(&ctx);
        let session = Document::opened(design, EXAMPLE.into());
        let app = App::on(Arc::clone(catalogue), Box::new(SystemDialogs), session);
        Window { ctx, app, size, frames: 0 }
    }

    /// Presses the first handle's place and goes from one end of the rail to the other and back; milliseconds a frame.
    fn drag_first_rail(&mut self) -> Measured<Vec<f64>> {
        let rail = self.first_rail()?;
        let (from, to) = (rail.left() + 18.0, rail.right() - 18.0);
        let at = |frame: usize| {
            let (gone, length) = (frame as f32 * STRIDE, to - from);
            let along = gone % (2.0 * length);
            pos2(from + along.min(2.0 * length - along), rail.center().y)
        };
        self.frame(vec![Event::PointerMoved(at(0))]);
        self.frame(vec![button(at(0), true)]);
        let before = self.app.document().revision();
        let times = (1..=FRAMES).map(|frame| self.frame(vec![Event::PointerMoved(at(frame))]).0);
        let times = times.collect();
        self.frame(vec![button(at(FRAMES), false)]);
        if self.app.document().revision() == before {
            return Err("le rail n’a pas suivi le pointeur".into());
        }
        Ok(times)
    }

    /// The rectangle of the first rail, as a screen reader is told it.
    fn first_rail(&mut self) -> Measured<Rect> {
        self.ctx.enable_accesskit();
        self.frame(Vec::new());
        let (_, output) = self.frame(Vec::new());
        self.ctx.disable_accesskit();
        let nodes = output.platform_output.accesskit_update.map(|update| update.nodes);
        let nodes = nodes.unwrap_or_default();
        let rail = nodes.iter().find(|(_, node)| node.role() == Role::Slider);
        let rect = rail.and_then(|(_, node)| node.bounds()).ok_or("aucun rail à l’écran")?;
        let corner = |x: f64, y: f64| pos2(x as f32, y as f32);
        Ok(Rect::from_min_max(corner(rect.x0, rect.y0), corner(rect.x1, rect.y1)))
    }

    /// One frame, and how many milliseconds it took.
    fn frame(&mut self, events: Vec<Event>) -> (f64, FullOutput) {
        self.frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.frames as f64 / 60.0),
            events,
            ..RawInput::default()
        };
        let started = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.show(ui));
        let shapes = std::mem::take(&mut output.shapes);
        let painted = self.ctx.tessellate(shapes, output.pixels_per_point);
        let took = milliseconds(started.elapsed());
        drop(std::hint::black_box(painted));
        // Nobody paints: what was to be sent to the graphics card goes nowhere.
        output.textures_delta.clear();
        (took, output)
    }
}

pub fn button(pos: Pos2, pressed: bool) -> Event {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    Event::PointerButton { pos, button, pressed, modifiers }
}
