//! The model is the pure heart: it says what the method says, what the group says, how that changes and is undone.
//!
//! Nothing here has heard of a window, of a file or of a sentence of the interface.

pub mod catalogue;
pub mod date;
pub mod design;
pub mod edit;
pub mod history;
pub mod limits;
pub mod lines;
pub mod order_steps;
pub mod own_steps;
mod paper;
pub mod place;
pub mod play;
pub mod position;
pub mod progress;
pub mod ranges;
pub mod room;
pub mod sheet;
pub mod signs;
pub mod standing;
pub mod steps;
pub mod strokes;
pub mod target;
pub mod tiling;
pub mod timer;
mod words;

pub use catalogue::Catalogue;
pub use design::Design;
pub use edit::Edit;
pub use history::History;
pub use place::Place;
pub use position::Step;
pub use words::{Id, Text};
