//! The settings remember how this computer was last used, from one day to the next. Nothing of a design is here, and
//! losing it loses nothing.
//!
//! The file has a version. What a later program only adds keeps the same one, and is written back as it stood; what changes the
//! sense of what is there takes the next, and a file of that program is never written over.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::aside::{self, Unread};
use super::error::{ReadError, WriteError};
use super::whole::Whole;
use super::{file, schema};
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

/// What was just chosen, to be found again next time.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    Printing {
        paper: Paper,
        ink: Ink,
        printer: Option<String>,
    },
    Screen(String),
    /// A room under its name: it takes the place of the one that had it, and is the one where one is.
    Room(Room),
}

/// What this program writes.
const VERSION: u32 = 1;

/// As it is written.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Written {
    /// 0 where there is none, as before there was one: it says the same as 1.
    version: u32,
    papier: String,
    noir: bool,
    imprimante: Option<String>,
    ecran: Option<String>,
    salles: Vec<Whole<WrittenRoom>>,
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
    fn of(room: &Room) -> WrittenRoom {
        let Room { name, image, distance, line } = room.clone();
        WrittenRoom { nom: name, image, distance, ligne: line }
    }

    /// None for measures that are none.
    fn read(&self) -> Option<Room> {
        let WrittenRoom { nom, image, distance, ligne } = self;
        let name: String = nom.chars().take(limits::ROOM_NAME).collect();
        let line = ligne.filter(|line| (1..=CHART.len()).contains(&usize::from(*line)));
        let told = IMAGE.contains(image) && DISTANCE.contains(distance) && !name.is_empty();
        told.then_some(Room { name, image: *image, distance: *distance, line })
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
    Ok(written(path)?.map(|written| Settings::of(written.known)))
}

/// What stands at `path`, whole; none when there is nothing, or nothing that can be understood.
fn written(path: &Path) -> Result<Option<Whole<Written>>, ReadError> {
    let bytes = match file::read(path) {
        Err(ReadError::NotFound) => return Ok(None),
        bytes => bytes?,
    };
    String::from_utf8(bytes).map_or(Ok(None), |text| parse(&text))
}

fn parse(text: &str) -> Result<Option<Whole<Written>>, ReadError> {
    match schema::first(text, "") {
        Some(major) if major > VERSION => Err(ReadError::NewerVersion { major, minor: 0 }),
        _ => Ok(ron::from_str(text).ok()),
    }
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
    parse(text).ok().flatten().map(|written| Settings::of(written.known))
}

impl Settings {
    /// Remembers `choice`: the only way by which what is remembered changes while the program runs.
    pub fn remember(&mut self, choice: Choice) {
        match choice {
            Choice::Printing { paper, ink, printer } => {
                (self.paper, self.ink, self.printer) = (paper, ink, printer);
            }
            Choice::Screen(name) => self.screen = Some(name),
            Choice::Room(room) => {
                self.rooms.retain(|other| other.name != room.name);
                self.room = Some(room.name.clone());
                self.rooms.insert(0, room);
                self.rooms.truncate(MOST_ROOMS);
            }
        }
    }

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
                .iter()
                .filter_map(|room| room.known.read())
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
        version: VERSION,
        papier: settings.paper.name().to_owned(),
        noir: settings.ink == Ink::Black,
        imprimante: settings.printer.clone(),
        ecran: settings.screen.clone(),
        salles: settings.rooms.iter().map(|room| WrittenRoom::of(room).into()).collect(),
        salle: settings.room.clone(),
    };
    ron::to_string(&written).map_err(WriteError::Unwritable)
}

/// Puts `text` (see [`to_text`]) in the file at `path`, with what a later program added there; the file of one that changed the
/// sense of it is set aside first.
///
/// # Errors
/// [`WriteError`]: it will be as it was, next time.
pub fn write(path: &Path, text: &str) -> Result<(), WriteError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match (written(path), ron::from_str(text)) {
        (Ok(Some(there)), Ok(mine)) => {
            let text = ron::to_string(&in_place_of(there, mine)).map_err(WriteError::Unwritable)?;
            return file::write(path, text.as_bytes());
        }
        (Err(ReadError::NewerVersion { .. }), _) => {
            aside::set_aside(path, &Unread::Newer)?;
        }
        _ => {}
    }
    file::write(path, text.as_bytes())
}

/// `mine`, with what `there` has and this program does not know.
fn in_place_of(there: Whole<Written>, mut mine: Whole<Written>) -> Whole<Written> {
    mine.rest = there.rest;
    let rooms = &mut mine.known.salles;
    for room in there.known.salles {
        match rooms.iter_mut().find(|it| it.known.nom == room.known.nom) {
            Some(same) => same.rest = room.rest,
            // Its measures are past what this program takes: another one takes them.
            None if room.known.read().is_none() => rooms.push(room),
            // It was given up.
            None => {}
        }
    }
    mine
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
        fs::write(&path, "(version: \"deux\")").unwrap();
        assert!(matches!(recall(&path), Err(Unread::Damaged)));
        // Cut short, it is not as if there were none.
        let whole = to_text(&settings).unwrap();
        fs::write(&path, &whole[..whole.floor_char_boundary(whole.len() / 2)]).unwrap();
        assert!(matches!(recall(&path), Err(Unread::Damaged)));
    }

    fn said(path: &Path) -> String {
        fs::read_to_string(path).unwrap()
    }

    #[test]
    fn a_file_of_before_there_were_versions_is_read_and_gets_one_when_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reglages.ron");
        let before = "(papier:\"A3\",noir:true,imprimante:None,ecran:Some(\"HDMI-1\"),salles:[(nom:\"Amphi\",image:300,distance:1500,ligne:None)],salle:Some(\"Amphi\"))";
        fs::write(&path, before).unwrap();
        let settings = recall(&path).unwrap();
        assert_eq!((settings.paper, settings.rooms.len()), (Paper::A3, 1));
        write(&path, &to_text(&settings).unwrap()).unwrap();
        assert_eq!(said(&path), before.replacen('(', "(version:1,", 1));
        assert_eq!(recall(&path).unwrap(), settings);
    }

    #[test]
    fn what_a_later_program_adds_is_written_back_with_each_choice() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reglages.ron");
        let added = ["theme:Some((clair:true))", "cle:\"x\"", "tables:8"];
        let [theme, key, tables] = added;
        fs::write(
            &path,
            format!("(version:1,{theme},salles:[(nom:\"Amphi\",image:300,distance:1500,{tables}),(nom:\"Stade\",image:9000,distance:90000,{key}),(nom:\"B\",image:200,distance:900)],papier:\"A3\")"),
        )
        .unwrap();
        let mut settings = recall(&path).unwrap();
        let names = |of: &Settings| of.rooms.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&settings), ["Amphi", "B"], "no room is so large");
        let other = Room { name: "C".into(), ..Room::default() };
        let choices = [
            Choice::Printing { paper: Paper::A4, ink: Ink::Black, printer: None },
            Choice::Screen("HDMI-1".into()),
            Choice::Room(other),
        ];
        for choice in choices {
            settings.remember(choice);
            write(&path, &to_text(&settings).unwrap()).unwrap();
            assert_eq!(recall(&path).unwrap(), settings);
            let said = said(&path);
            assert!(added.iter().all(|it| said.matches(it).count() == 1), "{said}");
            assert!(said.contains("Stade") && said.contains("90000"), "{said}");
        }
        assert_eq!(names(&settings), ["C", "Amphi", "B"]);
        // A room that is given up goes with what was added to it.
        settings.rooms.retain(|room| room.name != "Amphi");
        write(&path, &to_text(&settings).unwrap()).unwrap();
        let said = said(&path);
        assert!(!said.contains(tables) && said.contains(theme) && said.contains(key), "{said}");
    }

    #[test]
    fn a_file_of_a_later_version_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reglages.ron");
        let later = "(version:2,papier:Some(A3),salles:{\"Amphi\":(3,15)})";
        fs::write(&path, later).unwrap();
        assert_eq!(read(&path), Settings::default());
        assert!(matches!(recall(&path), Err(Unread::Newer)));
        let mine = to_text(&Settings { paper: Paper::A3, ..Settings::default() }).unwrap();
        assert!(matches!(merge(&path, Some(&mine)), Err(Unread::Newer)));
        assert_eq!(said(&path), later);
        write(&path, &mine).unwrap();
        assert_eq!(said(&path), mine);
        assert_eq!(said(&folder.path().join("reglages.plus-recent")), later);
    }

    #[test]
    fn the_room_last_kept_comes_first_once_and_the_oldest_goes() {
        let mut settings = Settings::default();
        let room = |at: usize| Room { name: format!("Salle {at}"), ..Room::default() };
        (0..MOST_ROOMS + 2).for_each(|at| settings.remember(Choice::Room(room(at))));
        settings.remember(Choice::Room(Room { image: 300, ..room(5) }));
        assert_eq!(settings.room.as_deref(), Some("Salle 5"));
        assert_eq!((settings.rooms[0].image, settings.rooms.len()), (300, MOST_ROOMS));
        assert_eq!(settings.rooms.iter().filter(|it| it.name == "Salle 5").count(), 1);
        assert_eq!(settings.rooms.last(), Some(&room(2)));
    }
}
