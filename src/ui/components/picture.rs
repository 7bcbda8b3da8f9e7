//! The help shows pictures of the real program: they are decoded off the interface's thread the first time they are
//! shown.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex};

use egui::{ColorImage, Context, Id, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle};
use egui::{TextureOptions, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{Theme, line};

/// The pictures that the program carries, by the name of their file.
const SOURCES: [(&str, &[u8]); 9] = [
    ("canevas.png", include_bytes!("../../../docs/aide/images/canevas.png")),
    ("animateur.png", include_bytes!("../../../docs/aide/images/animateur.png")),
    ("deroule.png", include_bytes!("../../../docs/aide/images/deroule.png")),
    ("salle.png", include_bytes!("../../../docs/aide/images/salle.png")),
    ("axe.png", include_bytes!("../../../docs/aide/images/axe.png")),
    ("comparer.png", include_bytes!("../../../docs/aide/images/comparer.png")),
    ("point.png", include_bytes!("../../../docs/aide/images/point.png")),
    ("rubrique.png", include_bytes!("../../../docs/aide/images/rubrique.png")),
    ("bilan.png", include_bytes!("../../../docs/aide/images/bilan.png")),
];

/// All pictures have the proportions of the window they were taken in.
const RATIO: f32 = 720.0 / 1280.0;

/// The height of a picture across `width`.
pub fn height(width: f32) -> f32 {
    (width * RATIO).round()
}

/// Shows the picture in `rect`; a screen reader says what it shows.
pub fn show(ui: &Ui, theme: &Theme, name: &str, shows: &str, rect: Rect) {
    let response = ui.interact(rect, Id::unique(("picture", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, shows));
    if !ui.is_rect_visible(rect) {
        return;
    }
    if let Some(texture) = texture(ui.ctx(), name) {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, whole, crate::ui::theme::UNTINTED);
    }
    let edge = Stroke::new(line::THIN, theme.line);
    ui.painter().rect_stroke(rect.expand2(vec2(1.0, 1.0)), 0.0, edge, StrokeKind::Outside);
}

/// What became of each picture.
type Shelf = Arc<Mutex<HashMap<String, State>>>;

#[derive(Clone)]
enum State {
    Reading,
    Read(Arc<ColorImage>),
    Loaded(TextureHandle),
    /// A picture that cannot be read shows as an empty frame: its words are said all the same.
    Unreadable,
}

fn texture(ctx: &Context, name: &str) -> Option<TextureHandle> {
    let shelf: Shelf =
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Shelf>(Id::unique("pictures")).clone());
    let state = shelf.lock().ok()?.get(name).cloned();
    match state {
        Some(State::Loaded(texture)) => Some(texture),
        Some(State::Read(image)) => {
            let texture = ctx.load_texture(name, image, TextureOptions::LINEAR);
            shelf.lock().ok()?.insert(name.to_owned(), State::Loaded(texture.clone()));
            Some(texture)
        }
        Some(State::Reading | State::Unreadable) => None,
        None => {
            read(ctx, shelf, name);
            None
        }
    }
}

fn read(ctx: &Context, shelf: Shelf, name: &str) {
    let Some((_, bytes)) = SOURCES.iter().find(|(source, _)| *source == name) else { return };
    if let Ok(mut shelf) = shelf.lock() {
        shelf.insert(name.to_owned(), State::Reading);
    }
    let (ctx, name) = (ctx.clone(), name.to_owned());
    let job = move || {
        let state = decode(bytes).map_or(State::Unreadable, |image| State::Read(Arc::new(image)));
        if let Ok(mut shelf) = shelf.lock() {
            shelf.insert(name, state);
        }
        ctx.request_repaint();
    };
    // Without a thread, the frame stays empty.
    drop(std::thread::Builder::new().name("picture".into()).spawn(job));
}

fn decode(bytes: &[u8]) -> Option<ColorImage> {
    let reader = image::ImageReader::with_format(Cursor::new(bytes), image::ImageFormat::Png);
    let image = reader.decode().ok()?.to_rgba8();
    let size = [image.width() as usize, image.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, image.as_raw()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::help::{Block, Page};

    #[test]
    fn every_picture_of_the_help_is_carried_can_be_read_and_is_shown_somewhere() {
        let pages = Page::ALL.into_iter().flat_map(Page::blocks);
        let named: Vec<&str> = pages
            .filter_map(|block| match block {
                Block::Picture { name, .. } => Some(name.as_str()),
                _ => None,
            })
            .collect();
        let carried: Vec<&str> = SOURCES.iter().map(|(name, _)| *name).collect();
        assert_eq!(named.len(), carried.len());
        assert!(named.iter().all(|name| carried.contains(name)), "{named:?}");
        for (name, bytes) in SOURCES {
            let [width, height] = decode(bytes).unwrap().size;
            assert_eq!(width * 720, height * 1280, "{name}");
        }
    }
}
