//! A step of an order of play, and the scene that it shows.

use uuid::Uuid;

use crate::model::catalogue::Zone;
use crate::model::place::Place;
use crate::model::words::Text;

/// One thing that the room looks at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scene {
    /// The whole sheet: less of it, and larger.
    Overview,
    /// What a lab is, in one sentence.
    Sentence,
    /// A place of the sheet, alone.
    At(Place),
    /// The five axes at once.
    Axes,
    /// What is still to be discussed.
    Open,
    /// Until so many minutes have gone: the hour of return, in large.
    Break,
    /// A step of one's own (a welcome, a round of the table): its words alone, which its beat holds.
    Own(Uuid),
    /// Of a later program, in the word that its file gives: kept, and never shown.
    Unknown(Text),
}

impl Scene {
    /// The zone that it is of, if it is of one.
    pub fn zone(&self) -> Option<Zone> {
        match self {
            Scene::At(place) => Some(place.zone()),
            Scene::Sentence => Some(Zone::Definition),
            Scene::Axes => Some(Zone::Positioning),
            Scene::Overview | Scene::Open | Scene::Break | Scene::Own(_) | Scene::Unknown(_) => {
                None
            }
        }
    }
}

/// A scene of an order of play.
#[derive(Clone, Debug)]
pub struct Beat {
    /// Names it as long as the program runs, wherever it stands in its order; it is in no file.
    pub key: Uuid,
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
        let [title, note] = [Text::default(), Text::default()];
        Beat { key: Uuid::new_v4(), scene, minutes, skipped: false, title, note }
    }
}

/// Two that say the same are one content, whatever their keys.
impl PartialEq for Beat {
    fn eq(&self, other: &Beat) -> bool {
        let Beat { key: _, scene, minutes, skipped, title, note } = self;
        (scene, minutes, skipped, title, note)
            == (&other.scene, &other.minutes, &other.skipped, &other.title, &other.note)
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
