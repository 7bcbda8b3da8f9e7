//! What stands for a sign that is not drawn.

/// Stands for a sign that no face draws.
pub const STAND_IN: char = '\u{25af}';
/// Stands, on the screen, for a sign that has no drawing: it takes a place in the text, and none on the line.
pub const NOTHING: char = '\u{200b}';
