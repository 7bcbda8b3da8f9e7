//! Sheets are sent from here to the printer, to the computer's viewer, or to files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::app::asked::Asking;
use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::app::press::Export;
use crate::app::press::carrying::{Carried, Making, Outcome, Target};
use crate::app::press::setting::on_pages;
use crate::app::services::jobs::{About, Broken};
use crate::app::services::today;
use crate::intent::Action;
use crate::intent::printing::{As, Print};
use crate::model::ranges::Ranges;
use crate::model::sheet::{Order, Paper, Sheet};
use crate::paper::export;
use crate::paper::{Fault, Format};
use crate::platform::dialogs::Request;
use crate::platform::printer::PrintError;
use crate::storage::{self, WriteError};
use crate::text::journal::{self as log, Line, NoSheet};
use crate::text::{interface, pages as said, printing as words};

impl App {
    pub(in crate::app) fn making(&self, order: Order) -> Making {
        let design = self.design_now();
        let catalogue = Arc::clone(&self.catalogue);
        Making { catalogue, design, day: today(), order, some: None, copies: 1 }
    }

    /// To the printer chosen; without any, to the viewer.
    pub(in crate::app) fn send(&mut self, ctx: &Context, anyway: bool) {
        let none = self.press.preview.printers.as_ref().is_some_and(Vec::is_empty);
        match self.window.view.printing.printer.clone() {
            Some(printer) if !none => self.make_shown(ctx, Target::Printer(printer, anyway)),
            _ => self.make_shown(ctx, Target::Viewer),
        }
    }

    pub(in crate::app) fn open_in_viewer(&mut self, ctx: &Context) {
        self.make_shown(ctx, Target::Viewer);
    }

    /// The sheet that shows, while nothing else is being made: who presses twice wants it once.
    fn make_shown(&mut self, ctx: &Context, target: Target) {
        if self.press.task.is_some() {
            return self.say_on_page(said::BUSY.to_owned());
        }
        let order = self.window.view.printing.order;
        if let Some(some) = self.pages_chosen() {
            self.make(ctx, target, order, some);
        }
    }

    /// The pages chosen; none when they are no pages, which is said.
    fn pages_chosen(&mut self) -> Option<Option<Ranges>> {
        match self.window.view.printing.some() {
            Ok(some) => Some(some),
            Err(typed) => {
                let refused = said::not_pages(typed);
                self.say_on_page(refused);
                None
            }
        }
    }

    /// At once, or when what is being made is done.
    fn make(&mut self, ctx: &Context, target: Target, order: Order, some: Option<Ranges>) {
        // What is being typed is part of it.
        self.document.end_step();
        let copies = self.window.view.printing.copies;
        let making = Making { some, copies, ..self.making(order) };
        self.press.waiting.push_back(Carried { making, target, stem: self.stem() });
        self.make_next(ctx);
    }

    /// What waits for its turn has it.
    pub(in crate::app) fn make_next(&mut self, ctx: &Context) {
        if self.press.task.is_some() {
            return;
        }
        let Some(carried) = self.press.waiting.pop_front() else { return };
        let Some(progress) = self.begin_task(ctx, 3) else { return };
        let task = self.lets_go();
        let printers = Arc::clone(&self.services.printers);
        // A viewer shows what is whole already, and outlives the window.
        let about = About::nothing().that_must_end_unless(progress.only_shows_from());
        let carry = on_pages(move || carried.carry_out(&*printers, &progress));
        self.services.jobs.start(
            ctx,
            about,
            carry,
            move |app: &mut App, ctx, outcome| match outcome {
                Ok(outcome) => app.made_by(ctx, task, outcome),
                Err(broken) => app.task_broken(ctx, task, broken),
            },
        );
    }

    /// Where to save the sheet: the system asks, or it goes beside the lab's file.
    pub(in crate::app) fn ask_where_to_export(&mut self, ctx: &Context, kind: As) {
        let order = self.window.view.printing.order;
        let format = match kind {
            As::Pdf => Format::Pdf,
            As::Png => Format::Png(export::picture_width(order)),
            As::Svg => Format::Svg,
        };
        let Some(some) = self.pages_chosen() else { return };
        let export = Export { format, order, some: some.filter(|_| kind == As::Pdf) };
        if !self.services.dialogs.available() {
            return self.export_beside(ctx, export);
        }
        let folder = self.folder();
        let name = format!("{}.{}", export.stem(&self.stem()), format.extension());
        let request = Request {
            title: words::SAVE_TITLE,
            kind: words::kind_of(format.extension()),
            extension: format.extension(),
            folder: folder.as_deref(),
            name: &name,
        };
        let chosen = self.services.dialogs.save(request);
        self.wait_for(ctx, Asking::Export(export), chosen);
    }

    /// Beside the lab's file, where no dialog can ask: nothing is replaced.
    pub(in crate::app) fn export_beside(&mut self, ctx: &Context, export: Export) {
        let stem = export.stem(&self.stem());
        let folder = self.folder().unwrap_or_default();
        self.make(ctx, Target::Beside(folder, stem, export.format), export.order, export.some);
    }

    /// To a path that the dialog gave: what it names is replaced, it has asked; nothing else is.
    pub(in crate::app) fn export_chosen(&mut self, ctx: &Context, path: PathBuf, export: Export) {
        let Export { format, order, some } = export;
        let has_it = path.extension().is_some_and(|e| e.eq_ignore_ascii_case(format.extension()));
        let target = if has_it {
            Target::Asked(path, format)
        } else {
            // The dialog asked about another name than the one that it will have.
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Target::Beside(path.parent().unwrap_or(Path::new("")).to_path_buf(), name, format)
        };
        self.make(ctx, target, order, some);
    }

    /// What files of this lab are called, without an extension.
    pub(in crate::app) fn stem(&self) -> String {
        let named = self.document.file().and_then(Path::file_stem);
        named.map_or_else(
            || {
                let suggested = storage::suggested_name(&self.document.design().name, today());
                suggested.trim_end_matches(".ron").to_owned()
            },
            |stem| stem.to_string_lossy().into_owned(),
        )
    }

    /// Says what came of a task, unless nobody waits for it any more.
    fn made_by(&mut self, ctx: &Context, task: u64, outcome: Outcome) {
        // What was let go of changes nothing any more.
        if self.waits_for(task) {
            self.stay_open_if(outcome.went_wrong());
            self.made(ctx, outcome);
        }
    }

    /// A task that ended as it should not have.
    pub(in crate::app) fn task_broken(&mut self, ctx: &Context, task: u64, broken: Broken) {
        self.stay_open_if(true);
        // Another may have begun since that one was let go of.
        if self.waits_for(task) {
            self.task_ended();
        }
        self.say_broken(ctx, broken);
    }

    /// Said on the page, and to a screen reader.
    fn say_on_page(&mut self, words: String) {
        self.say(words.clone());
        self.press.preview.state = words;
    }

    /// Says what came of a sheet.
    pub(in crate::app) fn made(&mut self, ctx: &Context, outcome: Outcome) {
        self.task_ended();
        self.services.journal.note(&noted(&outcome));
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
        self.services.journal.note(&log::not_made(&NoSheet::NoViewer));
        self.say_not_made(ctx, Outcome::NotOpened(path));
    }

    fn say_not_made(&mut self, ctx: &Context, failed: Outcome) {
        let save = (words::SAVE_PDF, Action::Print(Print::Save(As::Pdf)));
        let mut ways = Vec::new();
        let (message, way) = match failed {
            Outcome::NotPrinted(printer, order, error) => {
                if let PrintError::NoSuchPaper(has) = &error {
                    ways = on_what_it_has(order, has);
                    // What a printer says of its papers is not always true.
                    if self.window.view.printing.order == order {
                        ways.push((said::SEND_ANYWAY, Action::Print(Print::SendAnyway)));
                    }
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
            // A folder is not a sheet: there is nothing to print in its place.
            Outcome::NotOpened(path) if path.is_dir() => (words::folder_not_opened(&path), None),
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

/// What the log says of what came of a sheet.
fn noted(outcome: &Outcome) -> Line {
    let none = |why: NoSheet| log::not_made(&why);
    match outcome {
        Outcome::Sent(_, _, pages, copies) => log::sent(*pages, *copies),
        Outcome::Opened => log::shown_in_viewer(),
        Outcome::Saved(paths, pages) => log::sheets_saved(paths.len(), *pages),
        Outcome::GivenUp(_) => log::given_up(),
        Outcome::NotWritten(_, error) => none(NoSheet::NotWritten(error)),
        Outcome::NoRoom(error) => none(NoSheet::NoPassingFile(error)),
        Outcome::NotOpened(_) => none(NoSheet::NoViewer),
        Outcome::Fault(fault) => none(match fault {
            Fault::Refused(_) => NoSheet::Refused,
            Fault::TooLong => NoSheet::TooLong,
            Fault::NoPage(_) => NoSheet::NoSuchPage,
            Fault::GivenUp => return log::given_up(),
            Fault::Text(..) | Fault::Engine(_) => NoSheet::Engine,
        }),
        Outcome::NotPrinted(_, _, error) => none(match error {
            PrintError::NoSystem(_) => NoSheet::NoPrintSystem,
            PrintError::Gone => NoSheet::PrinterGone,
            PrintError::Refused(_) => NoSheet::PrinterRefused,
            PrintError::NoSuchPaper(_) => NoSheet::NoSuchPaper,
            PrintError::GivenUp => return log::given_up(),
        }),
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
