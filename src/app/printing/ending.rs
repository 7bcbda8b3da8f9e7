//! « Terminer l'atelier »: saved, and on paper beside the file. « Trousse de secours »: what a workshop needs should this
//! computer fail.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::sending::{Making, Outcome};
use crate::app::jobs::{Done, Kind};
use crate::app::saving::Request;
use crate::app::{App, Notice};
use crate::intent::Action;
use crate::model::sheet::{Order, Sheet};
use crate::paper::Format;
use crate::paper::export;
use crate::storage::outputs::{self, Name};
use crate::text::{interface, printing as words};

/// What is to follow a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Ending {
    Workshop,
    Kit,
}

/// The sheets of the kit, the canvas first: all that a workshop needs on paper.
const KIT: [Sheet; 4] = [Sheet::Canvas, Sheet::Blank, Sheet::Cards, Sheet::Ballots];

impl App {
    /// Saves, then goes on with the paper.
    pub(in crate::app) fn end(&mut self, ctx: &Context, ending: Ending) {
        self.ending = Some(ending);
        self.save(ctx);
    }

    /// The last save asked for is done: the paper of what it wrote, beside its file.
    pub(in crate::app) fn end_on_paper(&mut self, ctx: &Context, saved: &Request) {
        let Some(ending) = self.ending.take() else { return };
        let folder = saved.file.parent().unwrap_or(Path::new("")).to_path_buf();
        let file = saved.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let stem = self.stem();
        let sheets = match ending {
            Ending::Workshop => &KIT[..1],
            Ending::Kit => &KIT[..],
        };
        let Some(progress) = self.begin_task(ctx, 2 * sheets.len()) else {
            return self.notify(ctx, Notice::of(words::busy()));
        };
        let Order { paper: chosen, people, .. } = self.session.view.printing.order;
        let makings: Vec<_> = sheets
            .iter()
            .map(|sheet| Making {
                design: Arc::clone(&saved.design),
                ..self.making(Order { people, ..Order::of(*sheet).on(chosen) })
            })
            .collect();
        self.jobs.start(ctx, Kind::Make, move || {
            let mut all = Vec::new();
            // A kit made before is kept too.
            let folder = match ending {
                Ending::Workshop => Ok(folder),
                Ending::Kit => {
                    outputs::new_folder(&folder, &outputs::joined(&stem, words::KIT_SUFFIX))
                }
            };
            let folder = match folder {
                Ok(folder) => folder,
                Err(outputs::NotMade { path, error }) => {
                    return Done::Made(Box::new(Outcome::NotWritten(path, error)));
                }
            };
            let mut make = || -> Result<(), Outcome> {
                for making in &makings {
                    let pages = making.pages(&progress)?;
                    // The paper of an earlier workshop is kept: it says what the group had said then.
                    let base = export::stem(&stem, making.order);
                    let name = Name::free(&folder, base, Format::Pdf.extension());
                    match making.save(&pages, Format::Pdf, name) {
                        Outcome::Saved(paths, _) => all.extend(paths),
                        failed => return Err(failed),
                    }
                    progress.step()?;
                }
                Ok(())
            };
            let failed = make().err();
            if ending == Ending::Kit && all.is_empty() {
                // Only an empty one goes.
                drop(std::fs::remove_dir(&folder));
            }
            Done::Ended(Box::new(Ended { ending, file, folder, written: all, failed }))
        });
    }

    /// Says what was written, and where.
    pub(in crate::app) fn ended(&mut self, ctx: &Context, ended: Ended) {
        self.task_ended();
        let Ended { ending, file, folder, written, failed } = ended;
        if let Some(failed) = failed {
            return self.made(ctx, failed);
        }
        let message = match ending {
            Ending::Workshop => words::workshop_ended(&file, &written, &folder),
            Ending::Kit => words::kit_ready(&written, &folder),
        };
        let mut ways = vec![(words::OPEN_FOLDER, Action::Show(folder))];
        if let (Ending::Workshop, Some(canvas)) = (ending, written.into_iter().next()) {
            ways.push((words::OPEN_CANVAS, Action::Show(canvas)));
        }
        ways.push((interface::UNDERSTOOD, Action::Dismiss));
        self.notify(ctx, Notice { message, ways, of_a_save: false });
    }

    /// In the program that this computer opens it with.
    pub(in crate::app) fn show_path(&mut self, ctx: &Context, path: PathBuf) {
        let printers = Arc::clone(&self.printers);
        self.jobs.start(ctx, Kind::Show, move || {
            Done::Shown(printers.open(&path).is_err().then_some(path))
        });
    }
}

/// What came of an ending.
pub(in crate::app) struct Ended {
    ending: Ending,
    /// The name of the lab's file: another lab may be open by then.
    file: String,
    folder: PathBuf,
    written: Vec<PathBuf>,
    failed: Option<Outcome>,
}

impl Ended {
    pub fn went_wrong(&self) -> bool {
        self.failed.as_ref().is_some_and(Outcome::went_wrong)
    }
}
