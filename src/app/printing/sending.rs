//! To the printer, to the computer's viewer, or to files.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

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
use crate::model::ranges::Ranges;
use crate::model::sheet::{Edge, Ink, Order, Paper, Sheet};
use crate::model::{Catalogue, Design};
use crate::paper::export;
use crate::paper::{Fault, Format};
use crate::platform::dialogs::Request;
use crate::platform::passing::Passing;
use crate::platform::printer::{Job, PrintError, Sides};
use crate::storage::outputs::{self, Made, Name, NotMade};
use crate::storage::{self, WriteError};
use crate::text::{interface, pages as said, printing as words};

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
pub(super) struct Making {
    pub catalogue: Arc<Catalogue>,
    pub design: Arc<Design>,
    pub day: Date,
    pub order: Order,
    /// The pages of it; none is all of them.
    pub some: Option<Ranges>,
    pub copies: u16,
}

impl App {
    pub(super) fn making(&self, order: Order) -> Making {
        let design = self.design_now();
        let catalogue = Arc::clone(&self.catalogue);
        Making { catalogue, design, day: today(), order, some: None, copies: 1 }
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
        let printing = &self.session.view.printing;
        let (order, copies) = (printing.order, printing.copies);
        let some = match printing.some() {
            Ok(some) => some,
            Err(typed) => {
                let refused = said::not_pages(typed);
                return self.say_on_page(refused);
            }
        };
        let Some(progress) = self.begin_task(ctx, 3) else { return };
        let task = self.lets_go();
        let making = Making { some, copies, ..self.making(order) };
        let (printers, name) = (Arc::clone(&self.printers), self.stem());
        self.jobs.start(ctx, Kind::Make(task), move || {
            let made = making.pages(&progress).and_then(|pages| {
                let chosen = pages.chosen(making.some.as_ref()).map_err(Outcome::Fault)?.len();
                match target {
                    Target::Asked(path) => {
                        let bytes = pages.pdf(making.some.as_ref()).map_err(Outcome::Fault)?;
                        progress.act()?;
                        let written = outputs::replace(&path, &bytes).map(|()| vec![path]);
                        Ok(saved(written, chosen))
                    }
                    Target::Beside(folder, base, format) => {
                        let made = making.files(&pages, format, &|| !progress.is_given_up())?;
                        progress.act()?;
                        let name = Name::free(&folder, base, format.extension());
                        Ok(saved(name.write(&made), chosen))
                    }
                    Target::Viewer => {
                        let (passing, file) =
                            making.passing(&pages, &name, making.some.as_ref(), &progress)?;
                        progress.act()?;
                        progress.only_shows();
                        let opened = printers.open(&file);
                        passing.leave();
                        Ok(if opened.is_ok() { Outcome::Opened } else { Outcome::NotOpened(file) })
                    }
                    Target::Printer(printer) => {
                        // The print system takes its pages out of the whole sheet.
                        let (passing, file) = making.passing(&pages, &name, None, &progress)?;
                        let sent = progress.act().map(|()| {
                            let some = making.some.as_ref().map(Ranges::to_string);
                            let (title, wanted) = (pages.title(), &progress.given_up);
                            printers.print(&making.job(
                                &printer,
                                &file,
                                title,
                                some.as_deref(),
                                wanted,
                            ))
                        });
                        // The print system has its own copy.
                        passing.remove();
                        Ok(match sent? {
                            Ok(()) => Outcome::Sent(printer, making.order, chosen, making.copies),
                            Err(PrintError::GivenUp) => Outcome::GivenUp(true),
                            Err(error) => Outcome::NotPrinted(printer, making.order, error),
                        })
                    }
                }
            });
            Done::MadeBy(task, Box::new(made.unwrap_or_else(|outcome| outcome)))
        });
    }

    /// Where to save the sheet: the system asks, or it goes beside the lab's file.
    pub(super) fn ask_where_to_export(&mut self, ctx: &Context, kind: As) {
        let format = match kind {
            As::Pdf => Format::Pdf,
            As::Png => Format::Png(export::picture_width(self.session.view.printing.order)),
            As::Svg => Format::Svg,
        };
        let printing = &self.session.view.printing;
        let order = printing.order;
        let some = match printing.some() {
            Ok(some) => some.filter(|_| kind == As::Pdf),
            Err(typed) => {
                let refused = said::not_pages(typed);
                return self.say_on_page(refused);
            }
        };
        let stem = export::stem(&self.stem(), order, some.as_ref());
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
        let printing = &self.session.view.printing;
        // What is no pages is said by what makes them.
        let some = printing.some().ok().flatten().filter(|_| format == Format::Pdf);
        let stem = export::stem(&self.stem(), printing.order, some.as_ref());
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

    /// Says what came of a task, unless nobody waits for it any more.
    pub(in crate::app) fn made_by(&mut self, ctx: &Context, task: u64, outcome: Outcome) {
        if self.waits_for(task) {
            self.made(ctx, outcome);
        }
    }

    /// Said on the page, and to a screen reader.
    fn say_on_page(&mut self, words: String) {
        self.say(words.clone());
        self.press.preview.state = words;
    }

    /// Says what came of a sheet.
    pub(in crate::app) fn made(&mut self, ctx: &Context, outcome: Outcome) {
        self.task_ended();
        let words = match outcome {
            Outcome::Sent(printer, order, pages, copies) => {
                said::sent(&printer, order, pages, copies)
            }
            Outcome::Opened => words::OPENED.to_owned(),
            Outcome::Saved(paths, pages) => words::saved(&paths, pages),
            Outcome::GivenUp(printing) => {
                (if printing { words::GIVEN_UP_PRINTING } else { words::GIVEN_UP }).to_owned()
            }
            Outcome::Fault(Fault::NoPage(count)) => said::not_there(count),
            failed => return self.say_not_made(ctx, failed),
        };
        self.say_on_page(words);
    }

    /// No program of this computer opens it.
    pub(in crate::app) fn say_not_opened(&mut self, ctx: &Context, path: PathBuf) {
        self.say_not_made(ctx, Outcome::NotOpened(path));
    }

    fn say_not_made(&mut self, ctx: &Context, failed: Outcome) {
        let save = (words::SAVE_PDF, Action::Print(Print::Save(As::Pdf)));
        let mut ways = Vec::new();
        let (message, way) = match failed {
            Outcome::NotPrinted(printer, order, error) => {
                if let PrintError::NoSuchPaper(has) = &error {
                    ways = on_what_it_has(order, has);
                }
                if matches!(error, PrintError::Gone) {
                    self.look_for_printers(ctx);
                }
                let known = match &error {
                    PrintError::Refused(why) => words::NotPrinted::Refused(why),
                    PrintError::NoSuchPaper(has) => words::NotPrinted::NoSuchPaper(has),
                    PrintError::Gone => words::NotPrinted::Gone,
                    PrintError::NoSystem(_) | PrintError::GivenUp => words::NotPrinted::NoSystem,
                };
                (words::not_printed(&printer, order, known), Some(save))
            }
            Outcome::NotWritten(path, error) => (words::not_written(&path, &error), Some(save)),
            Outcome::NotOpened(path) => (words::not_opened(&path), Some(save)),
            Outcome::Fault(fault) => (words::not_set(&fault.said()), None),
            Outcome::NoRoom(error) => (words::no_room(&WriteError::from(error)), None),
            _ => return,
        };
        ways.extend(way);
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
        match self.files(pages, format, &|| true) {
            Ok(made) => saved(name.write(&made), pages.count()),
            Err(failed) => failed,
        }
    }

    fn files(
        &self,
        pages: &crate::paper::Pages,
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
        pages: &crate::paper::Pages,
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

    fn job<'a>(
        &self,
        printer: &'a str,
        file: &'a Path,
        title: &'a str,
        pages: Option<&'a str>,
        given_up: &'a AtomicBool,
    ) -> Job<'a> {
        let Order { paper, ink, tiles, .. } = self.order;
        let sides = match self.order.turned() {
            Some(Edge::Short) => Sides::ShortEdge,
            Some(Edge::Long) => Sides::LongEdge,
            None => Sides::One,
        };
        let paper = tiles.unwrap_or(paper).name();
        let (black, copies) = (ink == Ink::Black, self.copies);
        Job { printer, file, title, paper, sides, black, copies, pages, given_up }
    }
}

/// The same sheet on the papers that a printer has.
fn on_what_it_has(order: Order, has: &[String]) -> Vec<(&'static str, Action)> {
    let there = |paper: &Paper| has.iter().any(|name| name == paper.name());
    let to = |words, order| (words, Action::Print(Print::Order(order)));
    let papers = order.sheet.papers().iter().filter(|paper| there(paper) && order.tiles.is_none());
    let mut ways: Vec<_> =
        papers.map(|paper| to(said::on_that_paper(*paper), order.on(*paper))).collect();
    if order.sheet == Sheet::Poster {
        let tiles = [Paper::A4, Paper::A3].into_iter().filter(there);
        ways.extend(tiles.map(|tile| {
            let cut = Order { tiles: Some(tile), whole_sheets: false, bleed: false, ..order };
            to(said::in_sheets(tile), cut)
        }));
    }
    ways
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
