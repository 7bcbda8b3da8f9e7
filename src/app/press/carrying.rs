//! A sheet is made and carried where it is to go, away from the window: to a printer, to the computer's viewer, to
//! files.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::setting::set;
use super::task::{GivenUp, Progress};
use crate::model::design::Date;
use crate::model::ranges::Ranges;
use crate::model::sheet::{Edge, Ink, Order};
use crate::model::{Catalogue, Design};
use crate::paper::export;
use crate::paper::{Fault, Format, Pages};
use crate::platform::passing::Passing;
use crate::platform::printer::{Job, PrintError, Printers, Sides};
use crate::storage::WriteError;
use crate::storage::outputs::{self, Made, Name, NotMade};

/// Where a sheet is to go.
#[derive(Clone, Debug)]
pub enum Target {
    /// Called so; whatever papers it says that it has (`true`).
    Printer(String, bool),
    Viewer,
    /// At a path that the system's dialog gave, and asked about: what is made takes its place, when it is one file.
    Asked(PathBuf, Format),
    /// A folder, and a name without an extension: beside what is there already, nothing is replaced.
    Beside(PathBuf, String, Format),
}

/// What came of it.
pub enum Outcome {
    /// The printer has it: its name, how many pages, and how many times.
    Sent(String, Order, usize, u16),
    Opened,
    Saved(Vec<PathBuf>, usize),
    /// Before anything was done; or while a printer was being told (`true`).
    GivenUp(bool),
    Fault(Fault),
    NotWritten(PathBuf, WriteError),
    NotPrinted(String, Order, PrintError),
    NotOpened(PathBuf),
    /// No folder for a passing file.
    NoRoom(io::Error),
}

impl Outcome {
    /// Whether it is to be read: nothing was made of what was asked.
    pub fn went_wrong(&self) -> bool {
        let done = matches!(self, Outcome::Sent(..) | Outcome::Opened | Outcome::Saved(..));
        !done && !matches!(self, Outcome::GivenUp(_))
    }
}

/// All that is needed to make a sheet, away from the window.
pub struct Making {
    pub catalogue: Arc<Catalogue>,
    pub design: Arc<Design>,
    pub day: Date,
    pub order: Order,
    /// The pages of it; none is all of them.
    pub some: Option<Ranges>,
    pub copies: u16,
}

/// A sheet, and where it is to go.
pub struct Carried {
    pub making: Making,
    pub target: Target,
    /// What files of the lab are called.
    pub stem: String,
}

impl Carried {
    pub fn carry_out(self, printers: &dyn Printers, progress: &Progress) -> Outcome {
        self.carried(printers, progress).unwrap_or_else(|outcome| outcome)
    }

    fn carried(self, printers: &dyn Printers, progress: &Progress) -> Result<Outcome, Outcome> {
        let Carried { making, target, stem } = self;
        let pages = making.pages(progress)?;
        let some = making.some.as_ref();
        let chosen = pages.chosen(some).map_err(Outcome::Fault)?.len();
        match target {
            Target::Asked(path, format) => {
                let made = making.files(&pages, format, &|| !progress.is_given_up())?;
                progress.act()?;
                Ok(saved(in_its_place(&path, format, &made), chosen))
            }
            Target::Beside(folder, base, format) => {
                let made = making.files(&pages, format, &|| !progress.is_given_up())?;
                progress.act()?;
                let name = Name::free(&folder, base, format.extension());
                Ok(saved(name.write(&made), chosen))
            }
            Target::Viewer => {
                let (passing, file) = making.passing(&pages, &stem, some, progress)?;
                progress.act()?;
                progress.only_shows();
                let opened = printers.open(&file);
                passing.leave();
                Ok(if opened.is_ok() { Outcome::Opened } else { Outcome::NotOpened(file) })
            }
            Target::Printer(printer, anyway) => {
                // The print system takes its pages out of the whole sheet.
                let (passing, file) = making.passing(&pages, &stem, None, progress)?;
                let some = some.map(Ranges::to_string);
                let job = Job {
                    anyway,
                    title: pages.title(),
                    pages: some.as_deref(),
                    ..making.job(&printer, &file, &progress.given_up)
                };
                let sent = progress.act().map(|()| printers.print(&job));
                // The print system has its own copy.
                passing.remove();
                Ok(match sent? {
                    Ok(()) => Outcome::Sent(printer, making.order, chosen, making.copies),
                    Err(PrintError::GivenUp) => Outcome::GivenUp(true),
                    Err(error) => Outcome::NotPrinted(printer, making.order, error),
                })
            }
        }
    }
}

/// One file takes the place that was asked about; several have names of their own, which nobody was asked about: they stand beside.
fn in_its_place(path: &Path, format: Format, made: &[Made]) -> Result<Vec<PathBuf>, NotMade> {
    if let [(_, bytes)] = made {
        return outputs::replace(path, bytes).map(|()| vec![path.to_path_buf()]);
    }
    let base = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    Name::free(folder, base, format.extension()).write(made)
}

impl Making {
    pub fn pages(&self, progress: &Progress) -> Result<Pages, Outcome> {
        let pages =
            set(&self.catalogue, &self.design, self.day, self.order).map_err(Outcome::Fault)?;
        progress.step()?;
        Ok(pages)
    }

    pub fn save(&self, pages: &Pages, format: Format, name: Name) -> Outcome {
        match self.files(pages, format, &|| true) {
            Ok(made) => saved(name.write(&made), pages.count()),
            Err(failed) => failed,
        }
    }

    fn files(
        &self,
        pages: &Pages,
        format: Format,
        go_on: &dyn Fn() -> bool,
    ) -> Result<Vec<Made>, Outcome> {
        export::outputs(pages, format, self.some.as_ref(), go_on).map_err(|fault| match fault {
            Fault::GivenUp => Outcome::GivenUp(false),
            fault => Outcome::Fault(fault),
        })
    }

    /// A file that passes, under a name that a person recognises.
    fn passing(
        &self,
        pages: &Pages,
        name: &str,
        some: Option<&Ranges>,
        progress: &Progress,
    ) -> Result<(Passing, PathBuf), Outcome> {
        let bytes = pages.pdf(some).map_err(Outcome::Fault)?;
        progress.step()?;
        let passing = Passing::new().map_err(Outcome::NoRoom)?;
        let name = export::stem(name, self.order, some) + ".pdf";
        match passing.write(&name, &bytes) {
            Ok(file) => Ok((passing, file)),
            Err(error) => {
                passing.remove();
                Err(Outcome::NoRoom(error))
            }
        }
    }

    /// All of its pages, without a title, on a paper that the printer says that it has.
    fn job<'a>(&self, printer: &'a str, file: &'a Path, given_up: &'a AtomicBool) -> Job<'a> {
        let Order { paper, ink, tiles, .. } = self.order;
        let sides = match self.order.turned() {
            Some(Edge::Short) => Sides::ShortEdge,
            Some(Edge::Long) => Sides::LongEdge,
            None => Sides::One,
        };
        let paper = tiles.unwrap_or(paper).name();
        let (black, copies) = (ink == Ink::Black, self.copies);
        let (title, pages, anyway) = ("", None, false);
        Job { printer, file, title, paper, sides, black, copies, pages, anyway, given_up }
    }
}

impl From<GivenUp> for Outcome {
    fn from(_: GivenUp) -> Outcome {
        Outcome::GivenUp(false)
    }
}

fn saved(written: Result<Vec<PathBuf>, NotMade>, pages: usize) -> Outcome {
    match written {
        Ok(paths) => Outcome::Saved(paths, pages),
        Err(NotMade { path, error }) => Outcome::NotWritten(path, error),
    }
}
