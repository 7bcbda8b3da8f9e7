//! The extensions of a file that this program knows have a module each, beside this one, and a row each in [`KNOWN`].
//!
//! An extension is frozen as the version itself is: one published does not change, what it would lack is another one under
//! another name. A file that holds none of them is written as before there were any. Told to people in
//! `docs/format-du-fichier.md`.
#![cfg_attr(
    not(test),
    expect(dead_code, reason = "the door stands before the first one that goes through it")
)]

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use ron::value::RawValue;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::pretty;
use crate::model::{Catalogue, Design};
use crate::storage::error::{Warning, WriteError};
use crate::storage::fault::Fault;

/// What an extension is: its type is what stands in the file, as those of [`v1`](super::v1) are, and refuses what they refuse.
pub trait Extension: Serialize + DeserializeOwned {
    /// What it is called among the extensions of a file.
    const NAME: &'static str;
    /// The minor version that brought it: a file that holds it is of that version at least.
    const MINOR: u32;

    /// Puts what the file says into the design, which has all the rest, and what deserves a warning into `warnings`.
    fn read(self, design: &mut Design, catalogue: &Catalogue, warnings: &mut Vec<Warning>);

    /// What the file is to say of the design; none when it holds nothing of this kind.
    fn written(design: &Design, catalogue: &Catalogue) -> Option<Self>;
}

/// An extension that this program knows, whatever its type.
#[derive(Clone, Copy)]
pub struct Known {
    pub name: &'static str,
    pub minor: u32,
    pub read: Read,
    pub written: Written,
}

/// Reads what the file says of it. The place of a fault is counted from there.
type Read = fn(&str, &mut Design, &Catalogue, &mut Vec<Warning>) -> Result<(), Fault>;

/// What the file is to say of it, set as it stands there; none when the design holds nothing of it.
type Written = fn(&Design, &Catalogue) -> Result<Option<Box<RawValue>>, WriteError>;

/// One row an extension.
pub const KNOWN: &[Known] = &[
    #[cfg(test)]
    Known::of::<tests::Drafts>(),
];

impl Known {
    pub const fn of<E: Extension>() -> Known {
        Known { name: E::NAME, minor: E::MINOR, read: read::<E>, written: written::<E> }
    }

    pub fn named(name: &str) -> Option<&'static Known> {
        KNOWN.iter().find(|known| known.name == name)
    }
}

/// The last minor version whose extensions are known.
pub fn last_minor() -> u32 {
    KNOWN.iter().map(|known| known.minor).max().unwrap_or_default()
}

fn read<E: Extension>(
    source: &str,
    design: &mut Design,
    catalogue: &Catalogue,
    warnings: &mut Vec<Warning>,
) -> Result<(), Fault> {
    let mut deserializer = ron::Deserializer::from_str(source)?;
    let content = E::deserialize(&mut deserializer)
        .and_then(|content| deserializer.end().map(|()| content))
        .map_err(|code| deserializer.span_error(code))?;
    content.read(design, catalogue, warnings);
    Ok(())
}

fn written<E: Extension>(
    design: &Design,
    catalogue: &Catalogue,
) -> Result<Option<Box<RawValue>>, WriteError> {
    let Some(content) = E::written(design, catalogue) else { return Ok(None) };
    // Set among the extensions of a file, so that its lines begin where they would there, and taken back from them.
    let around = Around { extensions: BTreeMap::from([(E::NAME.to_owned(), content)]) };
    let text = ron::ser::to_string_pretty(&around, pretty()).map_err(WriteError::Unwritable)?;
    let around: Around<Box<RawValue>> =
        ron::from_str(&text).map_err(|error| WriteError::Unwritable(error.code))?;
    Ok(around.extensions.into_values().next())
}

#[derive(Deserialize, Serialize)]
struct Around<T> {
    extensions: BTreeMap<String, T>,
}
