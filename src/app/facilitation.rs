//! A workshop being led has this beside what is seen of it: the room's window, what the room saw, the hours.

use super::window::wall::Wall;
use crate::intent::leading::Leading;
use crate::ui::room;

/// What a workshop being led has beside what is seen of it.
#[derive(Default)]
pub struct Facilitation {
    /// The room's own window, while there is a screen for it.
    pub wall: Option<Wall>,
    /// What the room last saw: how many pages there are, and what its last row cannot read.
    pub shown: room::Shown,
    /// When each step of the order of play begins, in minutes of the day.
    pub hours: Vec<Option<u32>>,
    /// The projection that was left last, of the lab that is open.
    pub paused: Option<Leading>,
}
