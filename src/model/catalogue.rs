//! The catalogue holds what the method says: its zones, criteria, axes, labs, points and fields, each under a stable
//! id.
//!
//! The words live in `assets/catalogue.ron`, built into the program. Nothing of the group is here.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::Id;

/// The five zones, in the order of the method: the order of reading, of the keyboard and of the page keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    Definition,
    Positioning,
    Examples,
    Vigilance,
    Design,
}

impl Zone {
    pub const ALL: [Zone; 5] =
        [Zone::Definition, Zone::Positioning, Zone::Examples, Zone::Vigilance, Zone::Design];
}

/// The whole method.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    pub method: String,
    pub edition: String,
    /// The title of an empty sheet.
    pub sheet: String,
    zones: ZoneTitles,
    pub criteria: Vec<Criterion>,
    pub axes: Vec<Axis>,
    pub labs: Vec<Lab>,
    pub points: Vec<Point>,
    /// The seven fields, orientation first.
    pub fields: Vec<Field>,
    /// What a free field could be about, shown while it has no name.
    pub free_field: String,
    pub glossary: Vec<Gloss>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ZoneTitles {
    definition: String,
    positioning: String,
    /// As the title of one of its steps, in large.
    positioning_step: String,
    examples: String,
    vigilance: String,
    design: String,
}

/// One of the three cumulative criteria: they read as one sentence that grows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: Id,
    pub words: String,
    /// « Lesquels ? »: what its text answers.
    pub question: String,
}

/// Two poles, neither better than the other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    pub id: Id,
    pub left: Pole,
    pub right: Pole,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pole {
    pub name: String,
    pub help: String,
}

/// A real lab, as described around 2017. The source gives it no position on the axes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lab {
    /// Also the id of the orientation it stands for.
    pub id: Id,
    /// In lower case, as in a sentence.
    pub orientation: String,
    pub title: String,
    pub tagline: String,
    pub place: String,
    pub year: String,
    pub purpose: String,
    pub name: String,
    /// Field id to what this lab answers; « orientation » is not among them.
    pub answers: BTreeMap<String, Answer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub full: String,
    /// For where room is scarce; the full text stays one key away.
    #[serde(default)]
    short: Option<String>,
}

impl Lab {
    /// What it answers to a field, in full or in short; for the orientation, what this kind of lab does.
    pub fn answer(&self, field: &str, full: bool) -> Option<&str> {
        match field {
            ORIENTATION => Some(&self.purpose),
            id => {
                let answer = self.answers.get(id)?;
                Some(if full { &answer.full } else { answer.brief() })
            }
        }
    }
}

impl Answer {
    /// The short text; the full one when it is short enough.
    pub fn brief(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.full)
    }
}

/// A point of vigilance, and the question that starts the talk.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub id: Id,
    pub words: String,
    pub question: String,
}

/// A field of the canvas, and the question that invites to fill it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: Id,
    pub words: String,
    pub question: String,
}

/// A word that not everyone knows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gloss {
    pub word: String,
    pub meaning: String,
}

/// The field whose answer is one of the six orientations, or the group's own words.
pub const ORIENTATION: &str = "orientation";
/// The field that says when the lab is created.
pub const CREATION: &str = "creation";

/// The catalogue built into the program cannot be read: a fault of the program, not of a user.
#[derive(Debug, Error)]
#[error("built-in catalogue: {0}")]
pub struct BrokenCatalogue(#[from] ron::error::SpannedError);

impl Catalogue {
    /// Reads the catalogue that the program carries.
    ///
    /// # Errors
    /// When `assets/catalogue.ron` was broken at build time; a test keeps it sound.
    pub fn built_in() -> Result<Catalogue, BrokenCatalogue> {
        Ok(ron::from_str(include_str!("../../assets/catalogue.ron"))?)
    }

    pub fn title(&self, zone: Zone) -> &str {
        match zone {
            Zone::Definition => &self.zones.definition,
            Zone::Positioning => &self.zones.positioning,
            Zone::Examples => &self.zones.examples,
            Zone::Vigilance => &self.zones.vigilance,
            Zone::Design => &self.zones.design,
        }
    }

    /// The title of a zone over one of its steps: « Où se place notre labo ? »
    pub fn step_title(&self, zone: Zone) -> &str {
        match zone {
            Zone::Positioning => &self.zones.positioning_step,
            zone => self.title(zone),
        }
    }

    pub fn axis(&self, id: &str) -> Option<&Axis> {
        self.axes.iter().find(|axis| &*axis.id == id)
    }

    pub fn lab(&self, id: &str) -> Option<&Lab> {
        self.labs.iter().find(|lab| &*lab.id == id)
    }

    pub fn point(&self, id: &str) -> Option<&Point> {
        self.points.iter().find(|point| &*point.id == id)
    }

    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| &*criterion.id == id)
    }

    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| &*field.id == id)
    }
}
