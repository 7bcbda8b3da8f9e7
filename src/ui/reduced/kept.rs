//! This finds what of a picture is the same as in the pass before, and is not drawn anew.

use std::collections::HashMap;
use std::sync::Arc;

use egui::emath::TSTransform;
use egui::epaint::TextShape;
use egui::mutex::Mutex;
use egui::{Galley, Id, Pos2, Rect, Shape, Ui};

/// The texts of a picture, each with its letters as they show smaller.
#[derive(Default)]
pub struct Letters {
    /// The place of the picture, and how many pixels a point of it has: elsewhere, letters are drawn anew.
    at: Option<(TSTransform, f32)>,
    texts: HashMap<Key, Text>,
}

/// A text by its own galley, and where it stands: a rounding to whole pixels depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    galley: usize,
    at: [u32; 2],
}

struct Text {
    /// Held, so that nothing else takes its address.
    _of: Arc<Galley>,
    at: Pos2,
    small: Arc<Galley>,
    /// It shows in this pass.
    seen: bool,
}

impl Letters {
    /// Those of the picture of that name.
    pub fn of(ui: &Ui, name: Id, to: TSTransform, points: f32) -> Arc<Mutex<Letters>> {
        let kept: Arc<Mutex<Letters>> =
            ui.data_mut(|data| Arc::clone(data.get_temp_mut_or_default(name.with("letters"))));
        let mut letters = kept.lock();
        if letters.at != Some((to, points)) {
            letters.texts.clear();
            letters.at = Some((to, points));
        }
        drop(letters);
        kept
    }

    /// As `draw` drew it the first time.
    pub fn get(&mut self, text: &TextShape, draw: impl FnOnce() -> TextShape) -> TextShape {
        let galley = Arc::as_ptr(&text.galley) as usize;
        let key = Key { galley, at: [text.pos.x.to_bits(), text.pos.y.to_bits()] };
        let kept = self.texts.entry(key).or_insert_with(|| {
            let small = draw();
            let of = Arc::clone(&text.galley);
            Text { _of: of, at: small.pos, small: small.galley, seen: true }
        });
        kept.seen = true;
        TextShape { pos: kept.at, galley: Arc::clone(&kept.small), ..text.clone() }
    }

    /// At the end of a pass: what did not show is let go.
    pub fn forget_unseen(&mut self) {
        self.texts.retain(|_, text| std::mem::take(&mut text.seen));
    }
}

/// A whole picture: what it is of, and all that is painted.
pub struct Picture<K> {
    pub of: K,
    pub place: Rect,
    pub clip: Rect,
    pub to: TSTransform,
    pub points: f32,
    /// The letters are kept in a picture of the toolkit's, which it may begin again: this is then another one.
    pub letters: Arc<Galley>,
    pub shapes: Vec<(Rect, Shape)>,
}
