//! What a pass over the room showed.

use egui::Rect;

use crate::model::edit::Target;

/// What a pass over the room showed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub pages: usize,
    /// The texts that the last row cannot read.
    pub small: Vec<Small>,
    /// What can be brought forward, each as a whole.
    pub blocks: Vec<Rect>,
    /// What recedes behind nothing: the rail that one speaks of.
    pub kept: Option<Rect>,
    /// The page, from 0, that has the whole of a name too long for the first.
    pub named: Option<usize>,
    /// How far the text that is being written has scrolled.
    pub scrolled: f32,
    /// What is free at the foot, between what stands at its two ends.
    pub free: Option<Rect>,
}

/// A text too small for the last row.
#[derive(Clone, Debug, PartialEq)]
pub struct Small {
    pub target: Target,
    /// Its size over the height of the image.
    pub size: f32,
}
