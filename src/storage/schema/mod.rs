//! The frozen types of the file stand here, one module a version, with how to tell which one a file follows.

pub mod extensions;
pub mod v1;

use std::cell::Cell;

use ron::ser::PrettyConfig;
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor};

/// The version of the format: a new major changes what is there, a new minor adds under `extensions` alone.
pub type Version = (u32, u32);

/// What this program writes, of a design that needs no extension.
pub const VERSION: Version = (1, 0);

/// How a file is set: its line end is ron's choice by default, and differs on Windows.
pub fn pretty() -> PrettyConfig {
    PrettyConfig::new().new_line("\n")
}

/// The version that `source` gives itself, if it can be told.
///
/// Looked for before anything else, and without reading what follows: a file from a later program may hold what this
/// one takes for a mistake.
pub fn version(source: &str) -> Option<Version> {
    first(source, "")
}

/// What `source`, a group called `name`, says first of its version; none where it says nothing that can be understood.
pub fn first<T: DeserializeOwned>(source: &str, name: &'static str) -> Option<T> {
    let found = Cell::new(None);
    let mut deserializer = ron::Deserializer::from_str(source).ok()?;
    // It fails when it stops half-way, as it does on finding the version: only the cell matters.
    drop(deserializer.deserialize_struct(name, &[], Peek(&found)));
    found.into_inner()
}

struct Peek<'c, T>(&'c Cell<Option<T>>);

impl<'de, T: DeserializeOwned> Visitor<'de> for Peek<'_, T> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("design")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "version" {
                self.0.set(Some(map.next_value()?));
                break;
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
