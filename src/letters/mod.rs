//! Letters choose which face draws a sign, what is shown for one that none draws, and what is taken of what is typed or
//! pasted.
//!
//! The screen, the room and the paper all read it, so that what shows is what prints. It names nothing else of ours.
//!
//! - [`faces`]: the faces on board, and which of them draws a sign. - [`shown`]: what is shown for each sign. - [`spacing`]:
//!   where French wants no line to end. - [`typed`]: the door of the clipboard and of the keyboard.

pub mod faces;
mod meaning;
mod shown;
pub mod spacing;
mod stand_ins;
mod typed;

pub use shown::{Script, Shown, Unseen, as_shown, on_screen, shown, unseen};
pub use stand_ins::{NOTHING, STAND_IN};
pub use unicode_normalization::char::is_combining_mark as is_mark;

pub use typed::{composed, composes, typed};
