//! Version 1 of the file is described as it stands on the disk: French keys, in the order of the method.
//!
//! Frozen: a file written today opens in ten years. What comes later goes under `extensions` (a new minor version), or
//! into a module of its own (a new major one). Told to people in `docs/format-du-fichier.md`.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

use ron::value::RawValue;
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Unexpected, Visitor};
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::Version;
use crate::model::Step;
use crate::model::date::{self, Date};
use crate::storage::literal::Words;

/// What an error says it expected when a value has the right type but not the right sense: read back in `read.rs`.
pub mod expected {
    pub const STEP: &str = "step";
    pub const DATE: &str = "date";
    pub const UUID: &str = "uuid";
    pub const OTHER_ID: &str = "other-id";
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lab<'f> {
    pub version: Version,
    pub id: LabId,
    pub parent: Option<LabId>,
    #[serde(rename = "méthode")]
    pub method: Method,
    #[serde(rename = "nom")]
    pub name: Words,
    #[serde(rename = "ateliers")]
    pub workshops: Vec<Workshop>,
    #[serde(rename = "critères", deserialize_with = "distinct")]
    pub criteria: Vec<Criterion>,
    #[serde(deserialize_with = "distinct")]
    pub axes: Vec<Axis>,
    #[serde(rename = "six_labos", deserialize_with = "distinct")]
    pub labs: Vec<LabPlacing>,
    #[serde(rename = "vigilance", deserialize_with = "distinct")]
    pub points: Vec<Point>,
    pub orientation: Orientation,
    #[serde(rename = "rubriques", deserialize_with = "distinct")]
    pub fields: Vec<Field>,
    #[serde(rename = "rubriques_libres", deserialize_with = "distinct")]
    pub free_fields: Vec<FreeField>,
    #[serde(rename = "prochaines_étapes")]
    pub next_steps: Vec<NextStep>,
    /// The one untyped part: what a later minor version adds, by name. Those that are known have types in `extensions/`.
    #[serde(borrow, with = "serde_with::rust::maps_duplicate_key_is_error")]
    pub extensions: BTreeMap<Words, &'f RawValue>,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    pub id: Words,
    #[serde(rename = "édition")]
    pub edition: Words,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workshop {
    pub date: Option<Day>,
    #[serde(rename = "lieu")]
    pub place: Words,
    #[serde(rename = "animation")]
    pub led_by: Words,
    #[serde(rename = "présents")]
    pub people: Vec<Words>,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: Words,
    #[serde(rename = "critère")]
    pub words: Words,
    #[serde(rename = "coché")]
    pub ticked: bool,
    #[serde(rename = "texte")]
    pub text: Words,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    pub id: Words,
    #[serde(rename = "pôles")]
    pub poles: (Words, Words),
    #[serde(rename = "cran")]
    pub step: Option<Notch>,
    pub note: Words,
    #[serde(rename = "désaccord")]
    pub disagreement: Option<Disagreement>,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    #[serde(rename = "texte")]
    pub text: Words,
    #[serde(rename = "étendue")]
    pub span: Option<(Notch, Notch)>,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabPlacing {
    pub id: Words,
    #[serde(rename = "labo")]
    pub words: Words,
    #[serde(rename = "places", deserialize_with = "distinct")]
    pub steps: Vec<LabStep>,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabStep {
    #[serde(rename = "axe")]
    pub axis: Words,
    #[serde(rename = "pôles")]
    pub poles: (Words, Words),
    #[serde(rename = "cran")]
    pub step: Notch,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub id: Words,
    #[serde(rename = "point")]
    pub words: Words,
    #[serde(rename = "état")]
    pub state: State,
    pub note: Words,
    #[serde(rename = "responsable")]
    pub owner: Words,
    #[serde(rename = "échéance")]
    pub deadline: Words,
}

#[derive(Clone, Copy, Debug, Serialize, serde::Deserialize)]
pub enum State {
    #[serde(rename = "à_discuter")]
    ToDiscuss,
    #[serde(rename = "en_discussion")]
    InDiscussion,
    #[serde(rename = "traité")]
    Settled,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Orientation {
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    #[serde(rename = "texte")]
    pub text: Words,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub id: Words,
    #[serde(rename = "mots")]
    pub words: Words,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: Words,
    #[serde(rename = "titre")]
    pub words: Words,
    #[serde(rename = "texte")]
    pub text: Words,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreeField {
    pub id: LabId,
    #[serde(rename = "titre")]
    pub title: Words,
    #[serde(rename = "texte")]
    pub text: Words,
}

#[derive(Debug, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    #[serde(rename = "quoi")]
    pub what: Words,
    #[serde(rename = "qui")]
    pub who: Words,
    #[serde(rename = "quand")]
    pub when: Words,
}

/// A step: −3…3.
#[derive(Clone, Copy, Debug)]
pub struct Notch(pub Step);

impl Serialize for Notch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i8(self.0.get())
    }
}

impl<'de> Deserialize<'de> for Notch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        Step::try_from(number)
            .map(Notch)
            .map_err(|_| de::Error::invalid_value(Unexpected::Signed(number), &expected::STEP))
    }
}

/// A day that exists: `"2026-11-24"`.
#[derive(Clone, Copy, Debug)]
pub struct Day(pub Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        date::read(&text)
            .map(Day)
            .ok_or_else(|| de::Error::invalid_value(Unexpected::Str(&text), &expected::DATE))
    }
}

/// The id of a design or of a free field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LabId(pub Uuid);

impl Serialize for LabId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for LabId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Uuid::try_parse(&text)
            .map(LabId)
            .map_err(|_| de::Error::invalid_value(Unexpected::Str(&text), &expected::UUID))
    }
}

/// An entry that no other entry of its list may have the id of.
pub trait Entry {
    type Id: Clone + Eq + Hash;
    fn id(&self) -> &Self::Id;
    fn shown(&self) -> String;
}

macro_rules! entry {
    ($($entry:ty: $id:ident),*) => {$(
        impl Entry for $entry {
            type Id = Words;

            fn id(&self) -> &Words {
                &self.$id
            }

            fn shown(&self) -> String {
                self.$id.0.to_string()
            }
        }
    )*};
}

entry!(Criterion: id, Axis: id, LabPlacing: id, LabStep: axis, Point: id, Field: id);

impl Entry for FreeField {
    type Id = LabId;

    fn id(&self) -> &LabId {
        &self.id
    }

    fn shown(&self) -> String {
        self.id.0.to_string()
    }
}

/// Reads a list and refuses a second entry under one id, where it stands.
pub fn distinct<'de, D: Deserializer<'de>, T: Entry + Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    struct Distinct<T>(PhantomData<T>);

    impl<'de, T: Entry + Deserialize<'de>> Visitor<'de> for Distinct<T> {
        type Value = Vec<T>;

        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("list")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let (mut entries, mut seen) = (Vec::<T>::new(), HashSet::new());
            while let Some(entry) = list.next_element::<T>()? {
                if !seen.insert(entry.id().clone()) {
                    let id = entry.shown();
                    let found = Unexpected::Other(&id);
                    return Err(de::Error::invalid_value(found, &expected::OTHER_ID));
                }
                entries.push(entry);
            }
            Ok(entries)
        }
    }

    deserializer.deserialize_seq(Distinct(PhantomData))
}
