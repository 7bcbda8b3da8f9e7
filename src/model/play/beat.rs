//! A step of an order of play, and the scene that it shows.

use uuid::Uuid;

use crate::model::{Id, Text};

/// One thing that the room looks at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scene {
    /// The whole sheet: less of it, and larger.
    Overview,
    /// What a lab is, in one sentence.
    Sentence,
    Criterion(Id),
    Axis(Id),
    /// The five axes at once.
    Axes,
    Card(Id),
    Point(Id),
    /// What is still to be discussed.
    Open,
    /// A field of the method, the orientation among them.
    Field(Id),
    Free(Uuid),
    /// Until so many minutes have gone: the hour of return, in large.
    Break,
    /// A step of one's own (a welcome, a round of the table): its words alone, which its beat holds.
    Own(Uuid),
    /// Of a later program, in the word that its file gives: kept, and never shown.
    Unknown(Text),
}

/// A scene of an order of play.
#[derive(Clone, Debug, PartialEq)]
pub struct Beat {
    pub scene: Scene,
    /// 0 to 600.
    pub minutes: u16,
    pub skipped: bool,
    /// What a step of one's own is called; the other scenes have the words of the method.
    pub title: Text,
    /// Seen by the person who leads alone.
    pub note: Text,
}

impl Beat {
    pub fn new(scene: Scene, minutes: u16) -> Beat {
        Beat { scene, minutes, skipped: false, title: "".into(), note: "".into() }
    }
}

/// A beat that is not played now.
#[derive(Clone, Debug, PartialEq)]
pub struct Asleep {
    pub beat: Beat,
    /// Its place, when it went with its free field: it comes back there with it. None when another order took the place of
    /// the one it was in: its note goes to whatever shows the same thing.
    pub at: Option<usize>,
}
