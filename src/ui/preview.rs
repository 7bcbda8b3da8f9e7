//! The page that prints knows this of the sheet and of the printers: the program fills it in, the view reads it.

use egui::{TextureHandle, Vec2};

/// The sheet as it would come out.
#[derive(Clone, Default)]
pub struct Preview {
    /// How many pages there are; 0 until the sheet has been set once.
    pub pages: usize,
    /// The size of the page that shows, in points of paper.
    pub size: Vec2,
    /// The page that shows, and its picture. It may be of a moment ago, while a newer one is being set.
    pub picture: Option<TextureHandle>,
    /// What a screen reader has instead of the picture: the words on the page.
    pub said: String,
    /// Why there is nothing to show.
    pub fault: Option<String>,
    /// The names of the printers; none yet while they are looked for.
    pub printers: Option<Vec<String>>,
    /// The print system did not answer: what printers there are is not known.
    pub no_print_system: bool,
    /// What the sheet will not show, and where.
    pub unseen: String,
    /// What was last done, or is being done.
    pub state: String,
    /// How far what is being done has gone, from 0 to 1, once it lasts.
    pub progress: Option<f32>,
}
