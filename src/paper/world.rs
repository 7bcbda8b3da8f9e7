//! The page engine may see our templates, the emblems, one file of data, and nothing else of the computer.

use std::sync::{LazyLock, OnceLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::fonts;

macro_rules! files {
    ($($name:literal => $path:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../assets/", $path)))),*]
    };
}

/// The templates and the drawings, under the names that templates call them by.
const FILES: &[(&str, &[u8])] = files![
    "style.typ" => "paper/style.typ",
    "fit.typ" => "paper/fit.typ",
    "drawings.typ" => "paper/drawings.typ",
    "canvas.typ" => "paper/canvas.typ",
    "canvas-sheet.typ" => "paper/canvas-sheet.typ",
    "canvas-measures.typ" => "paper/canvas-measures.typ",
    "canvas-left.typ" => "paper/canvas-left.typ",
    "canvas-middle.typ" => "paper/canvas-middle.typ",
    "canvas-right.typ" => "paper/canvas-right.typ",
    "steps.typ" => "paper/steps.typ",
    "minutes.typ" => "paper/minutes.typ",
    "continued.typ" => "paper/continued.typ",
    "blank.typ" => "paper/blank.typ",
    "cards.typ" => "paper/cards.typ",
    "ballots.typ" => "paper/ballots.typ",
    "large.typ" => "paper/large.typ",
    "tiles.typ" => "paper/tiles.typ",
    "emblems/grands-defis.svg" => "emblems/grands-defis.svg",
    "emblems/prospectif.svg" => "emblems/prospectif.svg",
    "emblems/incubateur.svg" => "emblems/incubateur.svg",
    "emblems/incremental.svg" => "emblems/incremental.svg",
    "emblems/capacitant.svg" => "emblems/capacitant.svg",
    "emblems/espace-tiers.svg" => "emblems/espace-tiers.svg",
];

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The templates, each parsed the first time that it is asked for.
static SOURCES: [OnceLock<Source>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

/// What every sheet is made with, and the sheet's own template.
const SHARED: [&str; 4] = ["style.typ", "fit.typ", "drawings.typ", "continued.typ"];

/// What the canvas is made with besides.
const CANVAS: [&str; 6] = [
    "canvas-sheet.typ",
    "canvas-measures.typ",
    "canvas-left.typ",
    "canvas-middle.typ",
    "canvas-right.typ",
    "steps.typ",
];

/// Parses what a page set by `template` begins with.
pub(super) fn read_ahead(template: &str) {
    LazyLock::force(&LIBRARY);
    let own: &[&str] = match template {
        "canvas.typ" => &CANVAS,
        "minutes.typ" => &["steps.typ"],
        _ => &[],
    };
    for name in [template].iter().chain(&SHARED).chain(own) {
        let found = FILES.iter().position(|(known, _)| known == name);
        // What cannot be read is an error where it is asked for.
        if let Some((id, at)) = id(name).zip(found)
            && let Ok(text) = std::str::from_utf8(FILES[at].1)
        {
            SOURCES[at].get_or_init(|| Source::new(id, text.to_owned()));
        }
    }
}

/// One page set by one template.
pub(super) struct Sandbox {
    main: FileId,
    data: Bytes,
    /// The poster that tiles are cut from.
    poster: Option<Bytes>,
}

impl Sandbox {
    /// `template` is one of [`FILES`]; `data` is what it reads, in JSON.
    pub fn new(template: &'static str, data: Vec<u8>, poster: Option<Vec<u8>>) -> Option<Sandbox> {
        Some(Sandbox {
            main: id(template)?,
            data: Bytes::new(data),
            poster: poster.map(Bytes::new),
        })
    }
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Sandbox {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts::faces().book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let bytes = self.file(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        let name = id.get().vpath().get_without_slash();
        let known = FILES.iter().position(|(known, _)| *known == name).map(|at| &SOURCES[at]);
        let parse = || Source::new(id, text.to_owned());
        Ok(known.map_or_else(parse, |source| source.get_or_init(parse).clone()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        let name = path.vpath().get_without_slash();
        // A package has the same paths as we do: it is refused, not looked up.
        let ours = matches!(path.root(), VirtualRoot::Project);
        match name {
            "data.json" if ours => Ok(self.data.clone()),
            "poster.pdf" if ours => self.poster.clone().ok_or(FileError::AccessDenied),
            _ => FILES
                .iter()
                .find(|(known, _)| ours && *known == name)
                .map(|(_, bytes)| Bytes::new(*bytes))
                .ok_or(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::faces().fonts.get(index).cloned()
    }

    /// The day comes with the data: two runs on two days differ only by what they were told.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
