//! One open design, with its file, its history and what is shown of it. A value, not a global.

use std::path::{Path, PathBuf};

use crate::intent::View;
use crate::model::history::Revision;
use crate::model::{Design, History, Text};
use crate::text::shown;

/// A design being drawn.
#[derive(Clone, Debug)]
pub struct Session {
    pub history: History,
    /// `None` until it is saved for the first time.
    pub file: Option<PathBuf>,
    /// The revision that is in the file; `None` for a design that has never been in one and is worth keeping.
    saved: Option<Revision>,
    /// The hour and minute of the last save.
    pub saved_at: Option<(i8, i8)>,
    pub view: View,
}

impl Session {
    /// An empty sheet: closing it loses nothing.
    pub fn blank(design: Design) -> Session {
        let history = History::new(design);
        Session { saved: Some(history.revision()), ..Session::unsaved(history) }
    }

    /// A design made from another one: it is in no file yet.
    pub fn successor(design: Design) -> Session {
        Session::unsaved(History::new(design))
    }

    /// A design just read from `file`.
    pub fn opened(design: Design, file: PathBuf) -> Session {
        Session { file: Some(file), ..Session::blank(design) }
    }

    fn unsaved(history: History) -> Session {
        Session { history, file: None, saved: None, saved_at: None, view: View::default() }
    }

    pub fn design(&self) -> &Design {
        self.history.design()
    }

    /// Whether something is not in the file: the design, or a date that is typed and cannot be read.
    pub fn modified(&self) -> bool {
        !self.is_written() || self.unread_date().is_some()
    }

    /// Whether the design is in the file as it is, but for what no file can hold: by a comparison of revisions, never a flag.
    pub fn is_written(&self) -> bool {
        self.saved == Some(self.history.revision())
    }

    /// The first workshop for whose date something is typed that is none, and what is.
    pub fn unread_date(&self) -> Option<(usize, &Text)> {
        let mut all = self.design().workshops.iter().enumerate();
        all.find_map(|(at, workshop)| workshop.unread.as_ref().map(|typed| (at, typed)))
    }

    /// The name of its file, without the folder; empty for a design that has none. Letters that are no text show as « ? ».
    pub fn file_name(&self) -> String {
        let name = self.file.as_ref().and_then(|file| file.file_name());
        let name = name.map(|name| shown::name(Path::new(name))).unwrap_or_default();
        name.replace('\u{fffd}', "?")
    }

    /// `revision` is now in `file`.
    pub fn saved(&mut self, revision: Revision, file: PathBuf, at: (i8, i8)) {
        self.saved = Some(revision);
        self.file = Some(file);
        self.saved_at = Some(at);
    }
}
