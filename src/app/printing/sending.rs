//! To the printer, to the computer's viewer, or to files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::press;
use super::task::{GivenUp, Progress};
use crate::app::around::today;
use crate::app::asking::Asking;
use crate::app::jobs::{Done, Kind};
use crate::app::{App, Notice};
use crate::intent::Action;
use crate::intent::printing::{As, Print};
use crate::model::design::Date;
use crate::model::sheet::{Ink, Order, Paper, Sheet};
use crate::model::{Catalogue, Design};
use crate::paper::export::{self, PICTURE_WIDTH};
use crate::paper::{Fault, Format};
use crate::platform::dialogs::Request;
use crate::platform::printer::{Job, PrintError, Sides};
use crate::storage::outputs::{self, Name};
use crate::storage::{self, WriteError};
use crate::text::{interface, printing as words};

/// Where a sheet is to go.
#[derive(Clone, Debug)]
pub(in crate::app) enum Target {
    Printer(String),
    Viewer,
    /// A PDF, at a path that the system's dialog gave, and asked about: it takes its place.
    Asked(PathBuf),
    /// A folder, and a name without an extension: beside what is there already, nothing is replaced.
    Beside(PathBuf, String, Format),
}

/// What came of it.
pub(in crate::app) enum Outcome {
    /// The printer has it: its name, and how many pages.
    Sent(String, Order, usize),
    Opened,
    Saved(Vec<PathBuf>, usize),
    GivenUp,
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
        !done && !matches!(self, Outcome::GivenUp)
    }
}

/// All that is needed to make a sheet, away from the window.
pub(super) struct Making {
    pub catalogue: Arc<Catalogue>,
    pub design: Arc<Design>,
    pub day: Date,
    pub order: Order,
}

impl App {
    pub(super) fn making(&self, order: Order) -> Making {
        let design = self.design_now();
        Making { catalogue: Arc::clone(&self.catalogue), design, day: today(), order }
    }

    /// To the printer chosen; without any, to the viewer.
    pub(super) fn send(&mut self, ctx: &Context) {
        let none = self.press.preview.printers.as_ref().is_some_and(Vec::is_empty);
        match self.session.view.printing.printer.clone() {
            Some(printer) if !none => self.make(ctx, Target::Printer(printer)),
            _ => self.make(ctx, Target::Viewer),
        }
    }

    pub(super) fn open_in_viewer(&mut self, ctx: &Context) {
        self.make(ctx, Target::Viewer);
    }

    fn make(&mut self, ctx: &Context, target: Target) {
        // What is being typed is part of it.
        self.session.history.end_step();
        let Some(progress) = self.begin_task(ctx, 3) else { return };
        let making = self.making(self.session.view.printing.order);
        let (printers, name) = (Arc::clone(&self.printers), self.stem());
        self.jobs.start(ctx, Kind::Make, move || {
            let made = making.pages(&progress).and_then(|pages| match target {
                Target::Asked(path) => Ok(making.save_to(&pages, &path)),
                Target::Beside(folder, base, format) => {
                    let name = Name::free(&folder, base, format.extension());
                    Ok(making.save(&pages, format, name))
                }
                Target::Viewer => {
                    let file = making.passing(&pages, &name, &progress)?;
                    Ok(match printers.open(&file) {
                        Ok(()) => Outcome::Opened,
                        Err(_) => Outcome::NotOpened(file),
                    })
                }
                Target::Printer(printer) => {
                    let file = making.passing(&pages, &name, &progress)?;
                    let sent = printers.print(&making.job(&printer, &file));
                    // The print system has its own copy.
                    drop(file.parent().map(fs::remove_dir_all));
                    Ok(match sent {
                        Ok(()) => Outcome::Sent(printer, making.order, pages.count()),
                        Err(error) => Outcome::NotPrinted(printer, making.order, error),
                    })
                }
            });
            Done::Made(Box::new(made.unwrap_or_else(|outcome| outcome)))
        });
    }

    /// Where to save the sheet: the system asks, or it goes beside the lab's file.
    pub(super) fn ask_where_to_export(&mut self, ctx: &Context, kind: As) {
        let format = match kind {
            As::Pdf => Format::Pdf,
            As::Png => Format::Png(PICTURE_WIDTH),
            As::Svg => Format::Svg,
        };
        let order = self.session.view.printing.order;
        let stem = export::stem(&self.stem(), order);
        if !self.dialogs.available() {
            return self.export_beside(ctx, format);
        }
        let folder = self.folder();
        let name = format!("{stem}.{}", format.extension());
        let request = Request {
            title: words::SAVE_TITLE,
            kind: words::kind_of(format.extension()),
            extension: format.extension(),
            folder: folder.as_deref(),
            name: &name,
        };
        let chosen = self.dialogs.save(request);
        self.wait_for(ctx, Asking::Export(format), chosen);
    }

    /// Beside the lab's file, where no dialog can ask: nothing is replaced.
    pub(in crate::app) fn export_beside(&mut self, ctx: &Context, format: Format) {
        let stem = export::stem(&self.stem(), self.session.view.printing.order);
        let folder = self.folder().unwrap_or_default();
        self.make(ctx, Target::Beside(folder, stem, format));
    }

    /// To a path that the dialog gave: what it names is replaced, it has asked; nothing else is.
    pub(in crate::app) fn export_chosen(&mut self, ctx: &Context, path: PathBuf, format: Format) {
        let has_it = path.extension().is_some_and(|e| e.eq_ignore_ascii_case(format.extension()));
        if has_it && format == Format::Pdf {
            return self.make(ctx, Target::Asked(path));
        }
        // The dialog asked about another name: the pages of a picture have their own.
        let name = if has_it { path.file_stem() } else { path.file_name() };
        let name = name.unwrap_or_default().to_string_lossy().into_owned();
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        self.make(ctx, Target::Beside(folder, name, format));
    }

    /// What files of this lab are called, without an extension.
    pub(in crate::app) fn stem(&self) -> String {
        let named = self.session.file.as_deref().and_then(Path::file_stem);
        named.map_or_else(
            || {
                let suggested = storage::suggested_name(&self.session.design().name, today());
                suggested.trim_end_matches(".ron").to_owned()
            },
            |stem| stem.to_string_lossy().into_owned(),
        )
    }

    /// Says what came of a sheet.
    pub(in crate::app) fn made(&mut self, ctx: &Context, outcome: Outcome) {
        self.task_ended();
        let said = match outcome {
            Outcome::Sent(printer, order, pages) => words::sent(&printer, order, pages),
            Outcome::Opened => words::OPENED.to_owned(),
            Outcome::Saved(paths, pages) => words::saved(&paths, pages),
            Outcome::GivenUp => words::GIVEN_UP.to_owned(),
            failed => return self.say_not_made(ctx, failed),
        };
        self.say(said.clone());
        self.press.preview.state = said;
    }

    /// No program of this computer opens it.
    pub(in crate::app) fn say_not_opened(&mut self, ctx: &Context, path: PathBuf) {
        self.say_not_made(ctx, Outcome::NotOpened(path));
    }

    fn say_not_made(&mut self, ctx: &Context, failed: Outcome) {
        let save = (words::SAVE_PDF, Action::Print(Print::Save(As::Pdf)));
        let (message, way) = match failed {
            Outcome::NotPrinted(printer, order, error) => {
                if matches!(error, PrintError::Gone) {
                    self.look_for_printers(ctx);
                }
                let known = match &error {
                    PrintError::Refused(why) => words::NotPrinted::Refused(why),
                    PrintError::NoSuchPaper => words::NotPrinted::NoSuchPaper,
                    PrintError::Gone => words::NotPrinted::Gone,
                    PrintError::NoSystem(_) => words::NotPrinted::NoSystem,
                };
                (words::not_printed(&printer, order, known), Some(save))
            }
            Outcome::NotWritten(path, error) => (words::not_written(&path, &error), Some(save)),
            Outcome::NotOpened(path) => (words::not_opened(&path), Some(save)),
            Outcome::Fault(fault) => (words::not_set(&fault.said()), None),
            Outcome::NoRoom(error) => (words::no_room(&WriteError::from(error)), None),
            _ => return,
        };
        let mut ways: Vec<_> = way.into_iter().collect();
        ways.push((interface::UNDERSTOOD, Action::Dismiss));
        self.notify(ctx, Notice { message, ways, of_a_save: false });
    }
}

impl Making {
    pub fn pages(&self, progress: &Progress) -> Result<crate::paper::Pages, Outcome> {
        let pages = press::set(&self.catalogue, &self.design, self.day, self.order)
            .map_err(Outcome::Fault)?;
        progress.step()?;
        Ok(pages)
    }

    pub fn save(&self, pages: &crate::paper::Pages, format: Format, name: Name) -> Outcome {
        match export::outputs(pages, format) {
            Ok(made) => saved(name.write(&made), pages),
            Err(fault) => Outcome::Fault(fault),
        }
    }

    /// In the place of what a dialog asked about.
    fn save_to(&self, pages: &crate::paper::Pages, path: &Path) -> Outcome {
        let written = |bytes: Vec<u8>| {
            let written = outputs::replace(path, &bytes).map(|()| vec![path.to_path_buf()]);
            saved(written, pages)
        };
        pages.pdf().map_or_else(Outcome::Fault, written)
    }

    /// A file of the system's own folder for passing files, under a name that a person recognises.
    fn passing(
        &self,
        pages: &crate::paper::Pages,
        name: &str,
        progress: &Progress,
    ) -> Result<PathBuf, Outcome> {
        let bytes = pages.pdf().map_err(Outcome::Fault)?;
        progress.step()?;
        let folder = tempfile::Builder::new().prefix("dessiner-un-labo-").tempdir();
        let file = folder.map_err(Outcome::NoRoom)?.keep();
        let file = file.join(format!("{}.pdf", export::stem(name, self.order)));
        fs::write(&file, bytes).map_err(Outcome::NoRoom)?;
        Ok(file)
    }

    fn job<'a>(&self, printer: &'a str, file: &'a Path) -> Job<'a> {
        let Order { sheet, paper, ink, tiles, .. } = self.order;
        let sides = match sheet {
            Sheet::Cards if paper == Paper::A3 => Sides::ShortEdge,
            Sheet::Cards => Sides::LongEdge,
            _ => Sides::One,
        };
        let title = words::name(sheet);
        let paper = tiles.unwrap_or(paper).name();
        Job { printer, file, title, paper, sides, black: ink == Ink::Black }
    }
}

impl From<GivenUp> for Outcome {
    fn from(_: GivenUp) -> Outcome {
        Outcome::GivenUp
    }
}

fn saved(written: Result<Vec<PathBuf>, outputs::NotMade>, pages: &crate::paper::Pages) -> Outcome {
    match written {
        Ok(paths) => Outcome::Saved(paths, pages.count()),
        Err(outputs::NotMade { path, error }) => Outcome::NotWritten(path, error),
    }
}
