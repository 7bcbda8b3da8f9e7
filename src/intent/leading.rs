//! What is shown to the room, and how far one has gone in the order of play.

use crate::model::edit::Target;
use crate::model::play::{Play, Scene};
use crate::model::room::Room;

/// A workshop being led.
#[derive(Clone, Debug, PartialEq)]
pub struct Leading {
    pub room: Room,
    pub play: Play,
    /// The beat played, by its place in the order of play.
    pub at: usize,
    /// The page of its scene, from 0.
    pub page: usize,
    /// In front of the scene.
    pub cover: Option<Cover>,
    /// The text being written, on the room's screen.
    pub writing: Option<Target>,
    /// Nothing can be changed: somebody drops in.
    pub still: bool,
}

/// What stands in front of a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    Black,
    /// The hour of return.
    Break {
        hour: u8,
        minute: u8,
    },
    /// The chart of sizes, and the edges of the image.
    Chart,
}

impl Leading {
    pub fn new(room: Room, play: Play) -> Leading {
        let at = play.first().unwrap_or(0);
        Leading { room, play, at, page: 0, cover: None, writing: None, still: false }
    }

    /// What the room looks at, under what may stand in front of it.
    pub fn scene(&self) -> &Scene {
        self.play.beats.get(self.at).map_or(&Scene::Overview, |beat| &beat.scene)
    }

    /// To another beat: from its first page.
    pub fn go_to(&mut self, at: usize) {
        self.at = at;
        self.page = 0;
        self.writing = None;
        self.cover = None;
    }
}

/// What the room's screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    /// In front of the scene; asked for again, it goes.
    Cover(Cover),
    /// This text is to be written.
    Write(Target),
}
