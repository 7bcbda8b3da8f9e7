//! Something stands in front of a scene or points at it: this says what, and where the image of it is.

/// What the person who leads points at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pointer {
    /// Shown until it is put away.
    pub on: bool,
    /// Shown as long as a key is held.
    pub held: bool,
    /// Over the image: from 0 to 1 of its width and of its height.
    pub at: Option<egui::Vec2>,
}

/// What stands in front of a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    Black,
    /// Colours, sizes, sharpness and the edges of the image.
    Chart,
    /// How small a text may be here: the chart, and the two measures.
    Measure,
}

/// What the room sees once one goes on, or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    /// What stood in front has gone: one sees where one is before going on.
    Uncovered,
    /// Another page of the same step, from 0.
    Page(usize),
    /// The step of the text that was shown alone.
    Whole,
    Step(usize),
}

/// Where the image that the room sees is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// In the program's own window.
    Desk,
    /// In a window of the room's own, on its own screen.
    Wall,
    /// A picture of it: nothing is touched there, nothing is said.
    Picture,
}
