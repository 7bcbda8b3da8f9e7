//! What is remembered of this computer from one day to the next. Nothing of a design is here, and losing it loses nothing.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::aside::{self, Unread};
use super::error::{ReadError, WriteError};
use super::file;
use crate::model::limits;
use crate::model::room::{CHART, DISTANCE, IMAGE, MOST_ROOMS, Room};
use crate::model::sheet::{Ink, Paper};

/// The paper, the ink, the printer, the room and its screen last used; and the rooms that are kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    pub paper: Paper,
    pub ink: Ink,
    pub printer: Option<String>,
    /// The screen that the room was shown on.
    pub screen: Option<String>,
    /// The last one used first.
    pub rooms: Vec<Room>,
    /// The name of the room one was in.
    pub room: Option<String>,
}

/// As it is written.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Written {
    papier: String,
    noir: bool,
    imprimante: Option<String>,
    ecran: Option<String>,
    salles: Vec<WrittenRoom>,
    salle: Option<String>,
}

/// A room: measures in centimetres, and the smallest line of the chart that was read.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct WrittenRoom {
    nom: String,
    image: u32,
    distance: u32,
    ligne: Option<u8>,
}

impl WrittenRoom {
    /// None for measures that are none.
    fn read(self) -> Option<Room> {
        let WrittenRoom { nom, image, distance, ligne } = self;
        let name: String = nom.chars().take(limits::ROOM_NAME).collect();
        let line = ligne.filter(|line| (1..=CHART.len()).contains(&usize::from(*line)));
        let told = IMAGE.contains(&image) && DISTANCE.contains(&distance) && !name.is_empty();
        told.then_some(Room { name, image, distance, line })
    }
}

/// What was remembered; the defaults when there is nothing, or nothing that can be read.
pub fn read(path: &Path) -> Settings {
    understood(path).ok().flatten().unwrap_or_default()
}

/// The same; a file that is there and cannot be read is told apart: it is not to be written over.
///
/// # Errors
/// [`Unread`]: what there is are the defaults.
pub fn recall(path: &Path) -> Result<Settings, Unread> {
    aside::read(path, understood).map(Option::unwrap_or_default)
}

fn understood(path: &Path) -> Result<Option<Settings>, ReadError> {
    let bytes = match file::read(path) {
        Err(ReadError::NotFound) => return Ok(None),
        bytes => bytes?,
    };
    Ok(String::from_utf8(bytes).ok().and_then(|text| from_text(&text)))
}

/// What was remembered at `path`, and could not be read, with what `text` says joined to it.
///
/// # Errors
/// [`Unread`], still.
pub fn merge(path: &Path, text: Option<&str>) -> Result<Option<String>, Unread> {
    let Some(kept) = aside::read(path, understood)? else { return Ok(None) };
    let joined = match text.and_then(from_text) {
        Some(mine) => kept.joined_by(mine),
        None => kept,
    };
    to_text(&joined).map(Some).map_err(Unread::unwritable)
}

/// None for what cannot be understood.
pub fn from_text(text: &str) -> Option<Settings> {
    ron::from_str::<Written>(text).ok().map(Settings::of)
}

impl Settings {
    /// What was remembered, and could not be read while `mine` was chosen: what was chosen goes first.
    #[must_use]
    pub fn joined_by(self, mine: Settings) -> Settings {
        let untold = Settings::default();
        let known = |room: &Room| mine.rooms.iter().any(|it| it.name == room.name);
        let others: Vec<Room> = self.rooms.into_iter().filter(|room| !known(room)).collect();
        Settings {
            paper: if mine.paper == untold.paper { self.paper } else { mine.paper },
            ink: if mine.ink == untold.ink { self.ink } else { mine.ink },
            printer: mine.printer.or(self.printer),
            screen: mine.screen.or(self.screen),
            rooms: mine.rooms.into_iter().chain(others).take(MOST_ROOMS).collect(),
            room: mine.room.or(self.room),
        }
    }

    fn of(written: Written) -> Settings {
        let paper = Paper::ALL.into_iter().find(|paper| paper.name() == written.papier);
        Settings {
            paper: paper.unwrap_or_default(),
            ink: if written.noir { Ink::Black } else { Ink::Colour },
            printer: written.imprimante,
            screen: written.ecran,
            rooms: written
                .salles
                .into_iter()
                .filter_map(WrittenRoom::read)
                .take(MOST_ROOMS)
                .collect(),
            room: written.salle,
        }
    }
}

/// What is to be remembered, as text.
///
/// # Errors
/// [`WriteError::Unwritable`].
pub fn to_text(settings: &Settings) -> Result<String, WriteError> {
    let written = Written {
        papier: settings.paper.name().to_owned(),
        noir: settings.ink == Ink::Black,
        imprimante: settings.printer.clone(),
        ecran: settings.screen.clone(),
        salles: settings
            .rooms
            .iter()
            .map(|room| WrittenRoom {
                nom: room.name.clone(),
                image: room.image,
                distance: room.distance,
                ligne: room.line,
            })
            .collect(),
        salle: settings.room.clone(),
    };
    ron::to_string(&written).map_err(WriteError::Unwritable)
}

/// Remembers.
///
/// # Errors
/// [`WriteError`]: it will be as it was, next time.
pub fn write(path: &Path, text: &str) -> Result<(), WriteError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    file::write(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_comes_back_and_a_damaged_file_is_as_if_there_were_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/reglages.ron");
        assert_eq!(read(&path), Settings::default());
        let settings = Settings {
            paper: Paper::A3,
            ink: Ink::Black,
            printer: Some("Bureau «\u{a0}2\u{a0}»".into()),
            screen: Some("HDMI-1".into()),
            rooms: vec![
                Room { name: "Salle du conseil".into(), line: Some(7), ..Room::default() },
                Room { name: "Amphi".into(), image: 300, distance: 1500, line: None },
            ],
            room: Some("Amphi".into()),
        };
        write(&path, &to_text(&settings).unwrap()).unwrap();
        assert_eq!(read(&path), settings);
        assert_eq!(recall(&path).unwrap(), settings);
        for damaged in [
            "",
            "(papier: 3)",
            "(papier: \"A9\", neuf: 1)",
            "(salles: [(nom: \"x\", image: 0, distance: 9)])",
            "\u{0}",
        ] {
            fs::write(&path, damaged).unwrap();
            assert_eq!(read(&path), Settings::default(), "{damaged:?}");
        }
        // Cut short, it is not as if there were none.
        let whole = to_text(&settings).unwrap();
        fs::write(&path, &whole[..whole.floor_char_boundary(whole.len() / 2)]).unwrap();
        assert!(matches!(recall(&path), Err(Unread::Damaged)));
    }
}
