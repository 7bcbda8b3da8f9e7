//! What is remembered of this computer from one day to the next. Nothing of a design is here, and losing it loses nothing.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::WriteError;
use super::file;
use crate::model::sheet::{Ink, Paper};

/// The paper, the ink and the printer last used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    pub paper: Paper,
    pub ink: Ink,
    pub printer: Option<String>,
}

/// As it is written.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Written {
    papier: String,
    noir: bool,
    imprimante: Option<String>,
}

/// What was remembered; the defaults when there is nothing, or nothing that can be read.
pub fn read(path: &Path) -> Settings {
    let text = file::read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let written: Written = text.and_then(|text| ron::from_str(&text).ok()).unwrap_or_default();
    let paper = Paper::ALL.into_iter().find(|paper| paper.name() == written.papier);
    Settings {
        paper: paper.unwrap_or_default(),
        ink: if written.noir { Ink::Black } else { Ink::Colour },
        printer: written.imprimante,
    }
}

/// Remembers.
///
/// # Errors
/// [`WriteError`]: it will be as it was, next time.
pub fn write(path: &Path, settings: &Settings) -> Result<(), WriteError> {
    let written = Written {
        papier: settings.paper.name().to_owned(),
        noir: settings.ink == Ink::Black,
        imprimante: settings.printer.clone(),
    };
    let text = ron::to_string(&written).map_err(WriteError::Unwritable)?;
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
        };
        write(&path, &settings).unwrap();
        assert_eq!(read(&path), settings);
        for damaged in ["", "(papier: 3)", "(papier: \"A9\", neuf: 1)", "\u{0}"] {
            fs::write(&path, damaged).unwrap();
            assert_eq!(read(&path), Settings::default(), "{damaged:?}");
        }
    }
}
