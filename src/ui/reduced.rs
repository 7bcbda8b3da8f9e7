//! Something that is laid out at another size shows here as a picture: the same lines, the same places, smaller.
//!
//! What it holds is laid out in a layer of its own, at its own size and with the pixels of the screen that it is for, so that
//! nothing is rounded otherwise. Shapes are then scaled; letters are drawn anew at the size they show, since a picture of
//! large ones would be torn. A hand, a key or a screen reader finds there what it sees.
//!
//! - `kept`: what is the same as in the pass before.

mod kept;

use std::sync::Arc;

use egui::accesskit::Affine;
use egui::emath::{GuiRounding as _, TSTransform};
use egui::epaint::text::PlacedRow;
use egui::epaint::{ClippedShape, TextShape};
use egui::text::LayoutJob;
use egui::{Color32, Galley, Id, LayerId, Pos2, Rect, Shape, Ui, UiBuilder, Vec2};

use self::kept::{Letters, Picture};
use crate::ui::theme::face;
use crate::ui::type_setting as set;

/// What an image is laid out for: its size, in points, and how many pixels each has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Image {
    pub size: Vec2,
    pub pixels_per_point: f32,
}

impl Image {
    /// How many times smaller it is in a place of this size.
    pub fn scale_in(&self, place: Vec2) -> f32 {
        (place.x / self.size.x.max(1.0)).min(place.y / self.size.y.max(1.0))
    }
}

/// Where an image shows smaller.
pub struct Reduced {
    pub name: Id,
    pub of: Image,
    /// Its top left corner is that of the image.
    pub place: Rect,
}

impl Reduced {
    pub fn scale(&self) -> f32 {
        self.of.scale_in(self.place.size())
    }

    /// Shows `add`, which is given a page of the image's own size.
    pub fn show<R>(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
        let (result, shapes) = self.draw(ui, add);
        paint(ui, shapes);
        result
    }

    /// As [`Reduced::show`], a picture that nobody touches: while it `is` one of the same thing, it is not drawn anew. Else it
    /// is of what `of` gives.
    pub fn show_kept<K: Send + Sync + 'static>(
        &self,
        ui: &mut Ui,
        is: impl FnOnce(&K) -> bool,
        of: impl FnOnce() -> K,
        add: impl FnOnce(&mut Ui),
    ) {
        let key = self.name.with("picture");
        let points = ui.ctx().pixels_per_point();
        let letters = set::set(ui, ".", face::CAPTION, Color32::PLACEHOLDER, f32::INFINITY);
        let kept: Option<Arc<Picture<K>>> = ui.data(|data| data.get_temp(key));
        let same = kept.filter(|kept| {
            let there = (kept.place, kept.clip) == (self.place, ui.clip_rect());
            there
                && kept.to == self.to()
                && kept.points == points
                && Arc::ptr_eq(&kept.letters, &letters)
                && is(&kept.of)
        });
        let picture = same.unwrap_or_else(|| {
            let ((), shapes) = self.draw(ui, add);
            let (of, place, clip, to) = (of(), self.place, ui.clip_rect(), self.to());
            Arc::new(Picture { of, place, clip, to, points, letters, shapes })
        });
        paint(ui, picture.shapes.clone());
        ui.data_mut(|data| data.insert_temp(key, picture));
    }

    fn to(&self) -> TSTransform {
        TSTransform::new(self.place.min.to_vec2(), self.scale())
    }

    /// What `add` paints, smaller.
    fn draw<R>(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> (R, Vec<(Rect, Shape)>) {
        let to = self.to();
        let layer = LayerId::new(ui.layer_id().order, self.name);
        let ctx = ui.ctx().clone();
        ctx.set_sublayer(ui.layer_id(), layer);
        ctx.set_transform_layer(layer, to);
        let page = Rect::from_min_size(Pos2::ZERO, self.of.size);
        let own = ctx.pixels_per_point();
        ctx.input_mut(|input| input.pixels_per_point = self.of.pixels_per_point);
        let mut image =
            ui.new_child(UiBuilder::new().layer_id(layer).max_rect(page).id_salt(self.name));
        image.set_clip_rect(to.inverse() * ui.clip_rect().intersect(self.place));
        ctx.accesskit_node_builder(image.unique_id(), |node| {
            let [scale, x, y] = [to.scaling, to.translation.x, to.translation.y].map(f64::from);
            node.set_transform(Affine::new([scale, 0.0, 0.0, scale, x, y]));
        });
        let result = add(&mut image);
        ctx.input_mut(|input| input.pixels_per_point = own);
        let painted = ctx.graphics_mut(|graphics| std::mem::take(graphics.entry(layer)));
        let kept = Letters::of(ui, self.name, to, own);
        let mut letters = kept.lock();
        let shapes = painted.all_entries().map(|ClippedShape { clip_rect, shape, .. }| {
            (to * *clip_rect, smaller(ui, shape, to, &mut letters))
        });
        let shapes = shapes.collect();
        letters.forget_unseen();
        (result, shapes)
    }
}

fn paint(ui: &Ui, shapes: Vec<(Rect, Shape)>) {
    let layer = ui.layer_id();
    ui.ctx().graphics_mut(|graphics| {
        let list = graphics.entry(layer);
        for (clip, shape) in shapes {
            list.add(clip, shape);
        }
    });
}

/// A rectangle of what `ui` shows, where the window has it.
pub fn in_window(ui: &Ui, rect: Rect) -> Rect {
    ui.ctx().layer_transform_to_global(ui.layer_id()).map_or(rect, |to| to * rect)
}

/// A place in the window, where what `ui` shows has it.
pub fn in_layer(ui: &Ui, at: Pos2) -> Pos2 {
    ui.ctx().layer_transform_from_global(ui.layer_id()).map_or(at, |from| from * at)
}

fn smaller(ui: &Ui, shape: &Shape, to: TSTransform, kept: &mut Letters) -> Shape {
    match shape {
        Shape::Vec(shapes) => {
            Shape::Vec(shapes.iter().map(|shape| smaller(ui, shape, to, kept)).collect())
        }
        Shape::Text(text) => Shape::Text(kept.get(text, || letters(ui, text, to))),
        other => {
            let mut shape = other.clone();
            shape.transform(to);
            shape
        }
    }
}

/// The same rows at the same places, with letters of the size that they show.
fn letters(ui: &Ui, text: &TextShape, to: TSTransform) -> TextShape {
    let points = ui.ctx().pixels_per_point();
    let mut small = text.clone();
    small.pos = (to * text.pos).round_to_pixels(points);
    let galley = Arc::make_mut(&mut small.galley);
    let words: Vec<(usize, char)> = galley.job.text.char_indices().collect();
    let mut first = 0;
    for (row, placed) in galley.rows.iter_mut().zip(&text.galley.rows) {
        let anew = row_anew(ui, &text.galley.job, placed, words.get(first..), to.scaling);
        first += placed.char_count_including_newline().0;
        redraw(row, &anew, (text.pos, small.pos), to, points);
    }
    resize(galley, to.scaling, points);
    small
}

/// The letters of a row, laid out at the size that they show.
fn row_anew(
    ui: &Ui,
    job: &LayoutJob,
    row: &PlacedRow,
    words: Option<&[(usize, char)]>,
    scale: f32,
) -> Arc<Galley> {
    let mut anew = LayoutJob::default();
    anew.wrap.max_width = f32::INFINITY;
    let mut of = usize::MAX;
    let mut run = String::new();
    let mut close = |run: &mut String, of: usize| {
        if let Some(section) = job.sections.get(of).filter(|_| !run.is_empty()) {
            let mut format = section.format.clone();
            format.font_id.size *= scale;
            format.line_height = None;
            // The colours of the letters stay those of the row.
            format.color = Color32::PLACEHOLDER;
            anew.append(run, 0.0, format);
        }
        run.clear();
    };
    for (at, glyph) in row.glyphs.iter().enumerate() {
        let byte = words.and_then(|words| words.get(at)).map_or(job.text.len(), |(byte, _)| *byte);
        let section = job.sections.iter().rposition(|it| it.byte_range.start.0 <= byte);
        let section = section.unwrap_or(0);
        if section != of {
            close(&mut run, of);
            of = section;
        }
        run.push(glyph.chr);
    }
    close(&mut run, of);
    ui.fonts_mut(|fonts| fonts.layout_job(anew))
}

/// Gives `row`, which is still of its own size, the letters of `anew`.
fn redraw(
    placed: &mut PlacedRow,
    anew: &Galley,
    (was, now): (Pos2, Pos2),
    to: TSTransform,
    points: f32,
) {
    let scale = to.scaling;
    let place = placed.pos;
    placed.pos *= scale;
    let origin = now + placed.pos.to_vec2();
    let row = Arc::make_mut(&mut placed.row);
    row.size *= scale;
    let visuals = &mut row.visuals;
    for vertex in &mut visuals.mesh.vertices {
        vertex.pos *= scale;
    }
    let small = anew.rows.first().filter(|small| small.glyphs.len() == row.glyphs.len());
    if let (Some(small), Some(first)) = (small, row.glyphs.first()) {
        let small_first = small.glyphs[0].pos + small.pos.to_vec2();
        // The first letter of the row, on its baseline.
        let start = to * (was + place.to_vec2() + first.pos.to_vec2());
        let shift = start.round_to_pixels(points) - small_first - origin.to_vec2();
        let shift = shift + small.pos.to_vec2();
        for (large, own) in row.glyphs.iter().zip(&small.glyphs) {
            if large.uv_rect.is_nothing() {
                continue;
            }
            let at = large.first_vertex as usize;
            let Some(quad) = visuals.mesh.vertices.get_mut(at..at + 4) else { continue };
            let own_at = own.first_vertex as usize;
            let drawn = small.visuals.mesh.vertices.get(own_at..own_at + 4);
            match drawn.filter(|_| !own.uv_rect.is_nothing()) {
                Some(drawn) => {
                    for (vertex, drawn) in quad.iter_mut().zip(drawn) {
                        (vertex.pos, vertex.uv) = (drawn.pos + shift, drawn.uv);
                    }
                }
                // Too small to be drawn at all.
                None => quad.iter_mut().for_each(|vertex| vertex.pos = Pos2::ZERO),
            }
        }
    }
    visuals.mesh_bounds = visuals.mesh.calc_bounds();
}

fn resize(galley: &mut Galley, scale: f32, points: f32) {
    galley.rect = galley.rect * scale;
    galley.pixels_per_point = points;
    let mut bounds = Rect::NOTHING;
    for row in &galley.rows {
        bounds |= row.visuals.mesh_bounds.translate(row.pos.to_vec2());
    }
    galley.mesh_bounds = bounds;
    let job = Arc::make_mut(&mut galley.job);
    for section in &mut job.sections {
        section.format.font_id.size *= scale;
        section.format.line_height = section.format.line_height.map(|height| height * scale);
    }
}
