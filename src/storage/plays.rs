//! The order of play of a lab stands on this computer alone: one file a lab, in the system's folder for a program's
//! state. It is never in the `.ron` file of the lab; a copy without the private notes can be given to somebody.

use std::fs::{self, Metadata, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::aside::{self, Unread};
use super::error::{ReadError, WriteError};
use super::{file, schema};
use crate::model::catalogue::ORIENTATION;
use crate::model::place::{FieldKey, Place};
use crate::model::play::{Asleep, Beat, MOST_BEATS, MOST_MINUTES, Play, Scene};
use crate::platform::owners;

/// As it is written.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename = "Deroule")]
struct Written {
    version: u32,
    /// In minutes of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    debut: Option<u16>,
    temps: Vec<WrittenBeat>,
    /// What is not played now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    en_sommeil: Vec<WrittenBeat>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, rename = "Temps")]
struct WrittenBeat {
    montre: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    titre: String,
    minutes: u16,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    saute: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    /// Where a beat that is not played stood.
    #[serde(skip_serializing_if = "Option::is_none")]
    rang: Option<usize>,
}

impl WrittenBeat {
    fn of(beat: &Beat, with_notes: bool, rang: Option<usize>) -> WrittenBeat {
        WrittenBeat {
            montre: code(&beat.scene),
            titre: beat.title.to_string(),
            minutes: beat.minutes,
            saute: beat.skipped,
            note: if with_notes { beat.note.to_string() } else { String::new() },
            rang,
        }
    }

    /// Whole, past the bounds of what can be typed too: it is written back.
    fn read(self) -> Beat {
        let scene = scene(&self.montre).unwrap_or_else(|| Scene::Unknown(self.montre.into()));
        let minutes = self.minutes.min(MOST_MINUTES);
        let (title, note) = (self.titre.into(), self.note.into());
        Beat { skipped: self.saute, title, note, ..Beat::new(scene, minutes) }
    }
}

const VERSION: u32 = 1;

/// The file of the lab `design`, in the folder of all of them.
pub fn path(folder: &Path, design: Uuid) -> PathBuf {
    folder.join(format!("{design}.ron"))
}

/// What is shown, in one word that this format keeps.
fn code(scene: &Scene) -> String {
    match scene {
        Scene::Overview => "ensemble".into(),
        Scene::Sentence => "phrase".into(),
        Scene::At(Place::Criterion(id)) => format!("critere:{id}"),
        Scene::At(Place::Axis(id)) => format!("axe:{id}"),
        Scene::Axes => "axes".into(),
        Scene::At(Place::Card(id)) => format!("labo:{id}"),
        Scene::At(Place::Point(id)) => format!("point:{id}"),
        Scene::Open => "ouvert".into(),
        Scene::At(Place::Field(FieldKey::Orientation)) => format!("rubrique:{ORIENTATION}"),
        Scene::At(Place::Field(FieldKey::Known(id))) => format!("rubrique:{id}"),
        Scene::At(Place::Field(FieldKey::Free(id))) => format!("libre:{id}"),
        Scene::Break => "pause".into(),
        Scene::Own(id) => format!("propre:{id}"),
        Scene::Unknown(code) => code.to_string(),
    }
}

fn scene(code: &str) -> Option<Scene> {
    let Some((kind, id)) = code.split_once(':') else {
        return Some(match code {
            "ensemble" => Scene::Overview,
            "phrase" => Scene::Sentence,
            "axes" => Scene::Axes,
            "ouvert" => Scene::Open,
            "pause" => Scene::Break,
            _ => return None,
        });
    };
    Some(match kind {
        "critere" => Scene::At(Place::Criterion(id.into())),
        "axe" => Scene::At(Place::Axis(id.into())),
        "labo" => Scene::At(Place::Card(id.into())),
        "point" => Scene::At(Place::Point(id.into())),
        "rubrique" => Scene::At(Place::field(id)),
        "libre" => Scene::At(Place::free(id.parse().ok()?)),
        "propre" => Scene::Own(id.parse().ok()?),
        _ => return None,
    })
}

/// An order of play as text; with its private notes, or without.
///
/// # Errors
/// [`WriteError::Unwritable`].
pub fn to_text(play: &Play, with_notes: bool) -> Result<String, WriteError> {
    let temps = play.beats.iter().map(|beat| WrittenBeat::of(beat, with_notes, None));
    // What is not played concerns nobody else.
    let asleep = play.asleep.iter().filter(|_| with_notes);
    let en_sommeil = asleep.map(|it| WrittenBeat::of(&it.beat, with_notes, it.at));
    let (temps, en_sommeil) = (temps.collect(), en_sommeil.collect());
    let written = Written { version: VERSION, debut: play.start, temps, en_sommeil };
    let pretty = ron::ser::PrettyConfig::new().new_line("\n").depth_limit(2);
    let mut text = ron::ser::to_string_pretty(&written, pretty).map_err(WriteError::Unwritable)?;
    text.push('\n');
    Ok(text)
}

/// Reads an order of play. What this program does not know how to show, or could not play, is not played, and is kept.
pub fn from_text(text: &str) -> Option<Play> {
    let written: Written = ron::from_str(text).ok().filter(|it: &Written| it.version == VERSION)?;
    let (mut beats, mut asleep) = (Vec::new(), Vec::new());
    for (rank, beat) in written.temps.into_iter().map(WrittenBeat::read).enumerate() {
        match beat.scene {
            Scene::Unknown(_) => asleep.push(Asleep { beat, at: Some(rank) }),
            _ if beats.len() < MOST_BEATS => beats.push(beat),
            _ => asleep.push(Asleep { beat, at: None }),
        }
    }
    asleep.extend(written.en_sommeil.into_iter().map(|it| Asleep { at: it.rang, beat: it.read() }));
    let start = written.debut.filter(|minute| *minute < 24 * 60);
    let nothing = beats.is_empty() && asleep.is_empty();
    (!nothing).then_some(Play { beats, asleep, start })
}

/// Reads the order of play in the file at `path`; none when there is no file, or nothing in it that can be read.
///
/// # Errors
/// [`ReadError`]: there is a file, and it cannot be had, or a later program alone knows what it says.
pub fn read(path: &Path) -> Result<Option<Play>, ReadError> {
    let bytes = match file::read(path) {
        Err(ReadError::NotFound) => return Ok(None),
        bytes => bytes?,
    };
    let Ok(text) = String::from_utf8(bytes) else { return Ok(None) };
    match schema::first(&text, "Deroule") {
        Some(major) if major > VERSION => Err(ReadError::NewerVersion { major, minor: 0 }),
        _ => Ok(from_text(&text)),
    }
}

/// As [`read`], for the program's own file: one that cannot be read is not to be written over, somebody could still save the
/// notes that are in it. It is of use again from then on: nothing sweeps it for a while.
///
/// # Errors
/// [`Unread`]
pub fn recall(path: &Path) -> Result<Option<Play>, Unread> {
    let recalled = aside::read(path, read);
    if matches!(recalled, Ok(Some(_))) {
        touch(path);
    }
    recalled
}

fn touch(path: &Path) {
    // Where it may not be touched, it is as old as it says.
    let file = OpenOptions::new().append(true).open(path);
    drop(file.and_then(|file| file.set_modified(SystemTime::now())));
}

/// How long an order of play stays that nothing needs any more: its lab may be on a key, and come back after years.
const KEPT: Duration = Duration::from_secs(10 * 366 * 24 * 3600);

/// Takes away the orders of play of `folder` that were neither read nor written for ten years: those of labs that are removed
/// elsewhere, or that never had a file, nobody asks for. Nothing else of that folder is touched.
pub fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let now = SystemTime::now();
    for entry in entries.flatten() {
        let found = entry.metadata().ok().filter(Metadata::is_file);
        let since =
            found.and_then(|it| it.modified().ok()).and_then(|at| now.duration_since(at).ok());
        if since.is_some_and(|since| since > KEPT) && is_an_order(&entry.path()) {
            // What resists stays.
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// Whether [`path`] calls a file so.
fn is_an_order(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let id = stem.and_then(|stem| Uuid::parse_str(stem).ok());
    id.zip(path.parent()).is_some_and(|(id, folder)| self::path(folder, id) == path)
}

/// The order of play at `path`, which could not be read, with the one that `text` says joined to it.
///
/// # Errors
/// [`Unread`], still.
pub fn merge(path: &Path, text: Option<&str>) -> Result<Option<String>, Unread> {
    let Some(kept) = recall(path)? else { return Ok(None) };
    let joined = match text.and_then(from_text) {
        Some(mine) => kept.joined_by(&mine),
        None => kept,
    };
    to_text(&joined, true).map(Some).map_err(Unread::unwritable)
}

/// Writes `text` in the file at `path`, in a folder of its owner's alone, which is made if it must: notes are private.
///
/// # Errors
/// [`WriteError`]: the file is as it was.
pub fn write(path: &Path, text: &str) -> Result<(), WriteError> {
    if let Some(folder) = path.parent() {
        owners::make_private(folder)?;
    }
    file::write(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::play::Length;
    use crate::model::{Catalogue, Design};

    fn play() -> Play {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        design.free_fields.push(crate::model::design::FreeField::new());
        let mut play = Play::of(Length::TwoHours, &catalogue, &design);
        play.beats[3].note = "Demander un exemple.\n«\u{a0}Budget\u{a0}» : \"non\"".into();
        play.beats[4].skipped = true;
        let short = Play::of(Length::FiveMinutes, &catalogue, &design);
        play.beats.extend(short.beats);
        let beat = |id| Beat { note: "à part".into(), ..Beat::new(Scene::At(Place::free(id)), 4) };
        play.asleep.push(Asleep { beat: beat(Uuid::new_v4()), at: Some(7) });
        play.asleep.push(Asleep { beat: beat(Uuid::new_v4()), at: None });
        play.beats.insert(0, Beat { title: "Accueil, «\u{a0}café\u{a0}»".into(), ..Beat::own() });
        play.start = Some(14 * 60 + 5);
        play
    }

    #[test]
    fn an_order_of_before_the_steps_of_ones_own_is_read_as_it_was() {
        let old = "Deroule(version:1,temps:[Temps(montre:\"axes\",minutes:3,note:\"Ici\"),Temps(montre:\"pause\",minutes:9,saute:true)])";
        let play = from_text(old).unwrap();
        let expected = [
            Beat { note: "Ici".into(), ..Beat::new(Scene::Axes, 3) },
            Beat { skipped: true, ..Beat::new(Scene::Break, 9) },
        ];
        assert_eq!((play.beats.as_slice(), play.start), (expected.as_slice(), None));
    }

    #[test]
    fn what_a_newer_program_adds_is_not_played_and_is_written_back() {
        let newer = "Deroule(version:1,salle:\"B\",debut:Some(5000),temps:[Temps(montre:\"film:x\",note:\"Ici\"),Temps(montre:\"pause\",minutes:9,couleur:3)])";
        let play = from_text(newer).unwrap();
        assert_eq!((play.beats.len(), play.start), (1, None));
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        let mut shown = play;
        // What follows is what the program does of it when it shows and changes it.
        shown.know(&catalogue, &design);
        shown.follow(&design);
        shown.beats[0].minutes += 1;
        let again = from_text(&to_text(&shown, true).unwrap()).unwrap();
        assert_eq!(again, shown);
        let film = &again.asleep[0];
        assert_eq!((&film.beat.scene, &*film.beat.note), (&Scene::Unknown("film:x".into()), "Ici"));
        assert_eq!(film.at, Some(0));
    }

    #[test]
    fn an_order_of_a_later_program_is_said_to_be_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        std::fs::write(&path, "Deroule(version:2,temps:{\"axes\":3})").unwrap();
        assert!(matches!(read(&path), Err(ReadError::NewerVersion { major: 2, .. })));
        assert!(matches!(recall(&path), Err(Unread::Newer)));
        std::fs::write(&path, "Deroule(version:\"deux\")").unwrap();
        assert!(matches!(recall(&path), Err(Unread::Damaged)));
    }

    #[test]
    fn every_scene_comes_back_with_its_minutes_and_its_note() {
        let play = play();
        let text = to_text(&play, true).unwrap();
        assert_eq!(from_text(&text), Some(play));
    }

    #[test]
    fn what_is_given_to_somebody_has_no_private_note() {
        let text = to_text(&play(), false).unwrap();
        assert!(!text.contains("exemple") && !text.contains("note") && !text.contains("sommeil"));
        let read = from_text(&text).unwrap();
        assert!(read.beats.iter().all(|beat| beat.note.is_empty()));
        assert_eq!(read.minutes(), play().minutes());
    }

    /// As if it had been written so many days ago.
    fn aged(path: &Path, days: u64) {
        let then = SystemTime::now() - Duration::from_secs(days * 24 * 3600);
        let file = OpenOptions::new().append(true).open(path).unwrap();
        file.set_modified(then).unwrap();
    }

    #[test]
    fn an_order_that_nothing_needed_for_ten_years_goes_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let order = |days: u64| {
            let path = path(folder.path(), Uuid::new_v4());
            write(&path, &to_text(&play(), true).unwrap()).unwrap();
            aged(&path, days);
            path
        };
        let (forgotten, of_earlier_years, coming_back) = (order(3700), order(3600), order(3700));
        let others = ["notes.ron", "8d0f3a52-91c4-4e77-a1b6-5f20c93d7e18.abime", "labo"];
        let others = others.map(|name| folder.path().join(name));
        for other in &others {
            fs::write(other, "à garder").unwrap();
            aged(other, 5000);
        }
        let inside = path(folder.path(), Uuid::new_v4());
        fs::create_dir(&inside).unwrap();
        // Its lab is opened again.
        assert!(recall(&coming_back).unwrap().is_some());
        sweep(folder.path());
        assert!(!forgotten.exists());
        let kept = [&of_earlier_years, &coming_back, &inside].into_iter().chain(&others);
        kept.for_each(|path| assert!(path.exists(), "{}", path.display()));
        // A clock that went back says nothing of what is to come.
        let file = OpenOptions::new().append(true).open(&coming_back).unwrap();
        file.set_modified(SystemTime::now() + KEPT * 2).unwrap();
        sweep(folder.path());
        assert!(coming_back.exists());
        sweep(&folder.path().join("absent"));
    }

    #[cfg(unix)]
    #[test]
    fn notes_are_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = path(&folder.path().join("a/deroules"), Uuid::new_v4());
        write(&path, "x").unwrap();
        let mode = std::fs::metadata(path.parent().unwrap()).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }

    #[test]
    fn a_damaged_or_hostile_file_gives_what_can_be_read_or_nothing() {
        for text in ["", "(", "Deroule(version:2,temps:[])", "Deroule(version:1,temps:[])", "3"] {
            assert_eq!(from_text(text), None, "{text}");
        }
        let beat = |code: &str, minutes: u16, note: &str| {
            format!("Temps(montre:{code:?},minutes:{minutes},note:{note:?}),")
        };
        let many = beat("pause", 65535, &"é".repeat(9000)).repeat(500) + &beat("libre:x", 1, "");
        let play = from_text(&format!("Deroule(version:1,temps:[{many}])")).unwrap();
        assert_eq!(play.beats.len(), MOST_BEATS);
        assert_eq!(play.beats[0].minutes, MOST_MINUTES);
        // What is past the bounds is played no more than could be typed, and is all there.
        assert_eq!(play.beats.len() + play.asleep.len(), 501);
        let all = play.beats.iter().chain(play.asleep.iter().map(|it| &it.beat));
        let whole = all.filter(|beat| beat.note.chars().count() == 9000);
        assert_eq!(whole.count(), 500);
    }
}
