//! This holds what this computer remembers: the settings, and the order of play of the lab that is open; what is still
//! being read, and what waits for it.

use std::collections::HashSet;
use std::path::PathBuf;

use uuid::Uuid;

use super::services::jobs::Early;
use crate::intent::Action;
use crate::model::play::Play;
use crate::model::room::Room;
use crate::storage::aside::Unread;
use crate::storage::settings::Settings;

/// What was read, or why it was not.
pub enum Recalled {
    Settings(Result<Settings, Unread>),
    Play(Uuid, Result<Option<Play>, Unread>),
}

/// What is being read, and what waits for it.
#[derive(Default)]
pub struct Memory {
    /// What was last used on this computer, once it has been read.
    pub kept: Settings,
    /// The room in which one projects.
    pub room: Room,
    /// Somebody measured it.
    pub measured: bool,
    pub settings: Option<Early<Recalled>>,
    pub play: Option<Early<Recalled>>,
    /// How many readings are still to come, once they have been asked for.
    pub awaited: usize,
    pub waiting: Vec<Action>,
    /// Why the order of play was not read: said when it is asked for.
    pub play_unread: Option<Unread>,
    /// What stands on the disk could not be read: it is read again at each need, and before anything is written there.
    pub play_left: bool,
    pub settings_left: bool,
    /// That the order of play cannot be had has been told.
    pub play_told: bool,
    /// The room that is being kept, and the number of what keeps it.
    pub keeping: Option<(u64, String)>,
    /// The files that could not be written, once it has been told.
    pub told: HashSet<PathBuf>,
}
