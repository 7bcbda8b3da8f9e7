//! The interface's thread while one leads with two windows open: the leader's and the room's, both passes and the tessellation
//! of what both show. Not measured: painting.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use dessiner_un_labo::app::App;
use dessiner_un_labo::app::document::Document;
use dessiner_un_labo::model::{Catalogue, Design};
use dessiner_un_labo::platform::dialogs::SystemDialogs;
use dessiner_un_labo::platform::screens::{Screen, Screens};
use dessiner_un_labo::storage;
use dessiner_un_labo::ui::theme;
use egui::{
    Context, Event, FullOutput, Key, Modifiers, Pos2, RawInput, Rect, Role, Vec2, ViewportId,
    accesskit, pos2, vec2,
};

use crate::EXAMPLE;
use crate::rail::button;
use crate::sheet::{Figure, Measured, median, milliseconds, number, worst};

const LEADER: Vec2 = vec2(1366.0, 768.0);
const ROOMS: [Vec2; 2] = [vec2(1280.0, 720.0), vec2(1920.0, 1080.0)];
const STRIDE: f32 = 4.0;
const FRAMES: usize = 600;

/// A laptop, and a projector at its right.
struct Two(Vec2);

impl Screens for Two {
    fn all(&self) -> Vec<Screen> {
        let screen = |name: &str, x: i32, size: Vec2| Screen {
            name: name.into(),
            x,
            y: 0,
            width: size.x as u32,
            height: size.y as u32,
            scale: 1.0,
            listed: None,
        };
        vec![screen("1", 0, LEADER), screen("2", LEADER.x as i32, self.0)]
    }

    fn watch(&self, _wake: Box<dyn Fn() + Send>) -> bool {
        false
    }
}

pub fn two_windows() -> Measured<Vec<Figure>> {
    let catalogue = Arc::new(Catalogue::built_in()?);
    let full = storage::read(Path::new(EXAMPLE), &catalogue).map_err(|error| error.to_string())?;
    let mut figures = Vec::new();
    for size in ROOMS {
        for (name, design) in [("complet", full.design.clone()), ("très long", long(&full.design))]
        {
            let mut windows = Windows::new(&catalogue, design, size);
            let steps = windows.step_through()?;
            let dragged = windows.drag()?;
            for (what, times) in [("d’une étape à l’autre", steps), ("un rail tiré", dragged)]
            {
                let what =
                    format!("deux fenêtres, {what}, labo {name}, salle en {} × {}", size.x, size.y);
                let found = format!(
                    "{} ms par image en médiane, {} ms au pire de {}",
                    number(median(&times), 2),
                    number(worst(&times), 2),
                    times.len()
                );
                figures.push(Figure::new(what, found).at_most(
                    "≤ 4 ms, la pire",
                    worst(&times),
                    4.0,
                ));
            }
        }
    }
    Ok(figures)
}

/// The same, with notes of three thousand letters.
fn long(design: &Design) -> Design {
    let text: Arc<str> =
        "Une phrase assez longue, que le groupe tient à garder entière. ".repeat(48).into();
    let mut design = design.clone();
    design.axes.iter_mut().for_each(|axis| axis.note = Arc::clone(&text));
    design.points.iter_mut().for_each(|point| point.note = Arc::clone(&text));
    design.fields.iter_mut().for_each(|field| field.text = Arc::clone(&text));
    design
}

struct Windows {
    ctx: Context,
    app: App,
    room: Vec2,
    frames: usize,
}

impl Windows {
    fn new(catalogue: &Arc<Catalogue>, design: Design, room: Vec2) -> Windows {
        let ctx = Context::default();
        theme::install(&ctx);
        let session = Document::opened(design, EXAMPLE.into());
        let app = App::on(Arc::clone(catalogue), Box::new(SystemDialogs), session)
            .with_screens(Box::new(Two(room)));
        let mut windows = Windows { ctx, app, room, frames: 0 };
        windows.frame(Vec::new());
        windows.frame(vec![key(Key::F5)]);
        windows.frame(Vec::new());
        windows
    }

    /// Every step and every page of the order of play; the frame of the key and the one that follows.
    fn step_through(&mut self) -> Measured<Vec<f64>> {
        if !self.app.has_wall() {
            return Err("la salle n’a pas sa fenêtre".into());
        }
        // Letters are drawn once each: a first walk does it, as the first minutes of a workshop do.
        let mut times = Vec::new();
        for _ in 0..120 {
            self.frame(vec![key(Key::PageDown)]);
        }
        for _ in 0..120 {
            times.push(self.frame(vec![key(Key::PageUp)]).0);
            times.push(self.frame(Vec::new()).0);
        }
        Ok(times)
    }

    fn drag(&mut self) -> Measured<Vec<f64>> {
        self.ctx.enable_accesskit();
        let mut rail = None;
        for _ in 0..120 {
            self.frame(vec![key(Key::PageDown)]);
            let (_, output) = self.frame(Vec::new());
            let nodes = output.platform_output.accesskit_update.map(|update| update.nodes);
            let nodes = nodes.unwrap_or_default();
            let sliders = nodes.iter().filter(|(_, node)| node.role() == Role::Slider);
            if let [(id, slider)] = *sliders.collect::<Vec<_>>() {
                rail = slider.bounds().map(|bounds| in_window(&nodes, *id, bounds));
                break;
            }
        }
        self.ctx.disable_accesskit();
        let rail = rail.ok_or("aucun axe dans le déroulé")?;
        let middle = ((rail.y0 + rail.y1) / 2.0) as f32;
        let (from, to) = (rail.x0 as f32 + 20.0, rail.x1 as f32 - 20.0);
        let at = |frame: usize| {
            let along = (frame as f32 * STRIDE) % (2.0 * (to - from));
            pos2(from + along.min(2.0 * (to - from) - along), middle)
        };
        self.frame(vec![Event::PointerMoved(at(0))]);
        self.frame(vec![button(at(0), true)]);
        let before = self.app.document().revision();
        let times = (1..=FRAMES).map(|frame| self.frame(vec![Event::PointerMoved(at(frame))]).0);
        let times = times.collect();
        // Before the release: a drag that comes back where it began has changed nothing.
        let followed = self.app.document().revision() != before;
        self.frame(vec![button(at(FRAMES), false)]);
        if !followed {
            return Err("le rail n’a pas suivi le pointeur".into());
        }
        Ok(times)
    }

    /// One frame of both windows, and how many milliseconds it took.
    fn frame(&mut self, events: Vec<Event>) -> (f64, FullOutput) {
        self.frames += 1;
        let time = Some(self.frames as f64 / 60.0);
        let input = |viewport_id, size: Vec2, events| {
            let mut input = RawInput {
                viewport_id,
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
                time,
                events,
                // What graphics cards have had for fifteen years, and the software renderer too: letters are kept in one picture.
                max_texture_side: Some(8192),
                ..RawInput::default()
            };
            for id in [ViewportId::ROOT, room_window()] {
                input.viewports.insert(id, egui::ViewportInfo::default());
            }
            input
        };
        let room = room_window();
        let started = Instant::now();
        // One within the other, as the real windows are: the room's is shown at the end of the leader's pass.
        let mut inner = None;
        let mut output = self.ctx.run_ui(input(ViewportId::ROOT, LEADER, events), |ui| {
            self.app.show(ui);
            let mut asked = Vec::new();
            let seen = ui.ctx().run_ui(input(room, self.room, Vec::new()), |ui| {
                asked = self.app.wall_pass(ui);
            });
            inner = Some((seen, asked));
        });
        let (mut wall, asked) = inner.unwrap_or_default();
        let shapes = std::mem::take(&mut output.shapes);
        let painted = self.ctx.tessellate(shapes, output.pixels_per_point);
        let shapes = std::mem::take(&mut wall.shapes);
        let seen = self.ctx.tessellate(shapes, wall.pixels_per_point);
        let took = milliseconds(started.elapsed());
        self.app.apply_from_wall(&self.ctx, asked, false);
        drop(std::hint::black_box((painted, seen)));
        // Nobody paints: what was to be sent to the graphics card goes nowhere.
        output.textures_delta.clear();
        wall.textures_delta.clear();
        (took, output)
    }
}

/// What is reduced has its place in an image of another size: where it is in the window.
fn in_window(
    nodes: &[(accesskit::NodeId, accesskit::Node)],
    mut id: accesskit::NodeId,
    mut bounds: accesskit::Rect,
) -> accesskit::Rect {
    while let Some((parent, node)) = nodes.iter().find(|(_, it)| it.children().contains(&id)) {
        if let Some(transform) = node.transform() {
            bounds = transform.transform_rect_bbox(bounds);
        }
        id = *parent;
    }
    bounds
}

fn room_window() -> ViewportId {
    ViewportId::from_hash_of("room")
}

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}
