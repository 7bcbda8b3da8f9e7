//! « Terminer l'atelier » saves, and puts the lab on paper beside its file. « Trousse de secours »: what a workshop
//! needs should this computer fail.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::app::closing::Ending;
use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::app::press::carrying::{Making, Outcome};
use crate::app::press::setting::on_pages;
use crate::app::press::task::Progress;
use crate::app::saves::Request;
use crate::app::services::jobs::{About, Broken};
use crate::intent::Action;
use crate::model::sheet::{Order, Sheet};
use crate::paper::Format;
use crate::paper::export;
use crate::storage::outputs::{self, Name};
use crate::text::{errors, interface, journal as log, printing as words};

/// What is left of a workshop for those who were not there: all that was said, and where it stands, on a page.
const LEFT: [Sheet; 2] = [Sheet::Canvas, Sheet::Minutes];
/// The sheets of the kit, the canvas first: all that a workshop needs on paper.
const KIT: [Sheet; 4] = [Sheet::Canvas, Sheet::Blank, Sheet::Cards, Sheet::Ballots];

impl App {
    /// Saves, then goes on with the paper.
    pub(in crate::app) fn end(&mut self, ctx: &Context, ending: Ending) {
        self.recall_printing();
        self.closing.ending = Some(ending);
        self.save(ctx);
    }

    /// The last save asked for is done: the paper of what it wrote, beside its file.
    pub(in crate::app) fn end_on_paper(&mut self, ctx: &Context, saved: &Request) {
        let Some(ending) = self.closing.ending.take() else { return };
        let folder = saved.file.parent().unwrap_or(Path::new("")).to_path_buf();
        let file = saved.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let stem = self.stem();
        let sheets = match ending {
            Ending::Workshop => &LEFT[..],
            Ending::Kit => &KIT[..],
        };
        let Some(progress) = self.begin_task(ctx, 2 * sheets.len()) else {
            return self.notify(ctx, Notice::of(words::busy()));
        };
        let Order { paper: chosen, people, ink, .. } = self.window.view.printing.order;
        let makings: Vec<_> = sheets
            .iter()
            .map(|sheet| Making {
                design: Arc::clone(&saved.design),
                ..self.making(Order { people, ink, ..Order::of(*sheet).on(chosen) })
            })
            .collect();
        let task = self.last_task();
        let make = on_pages(move || {
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
                    return Err(Outcome::NotWritten(path, error));
                }
            };
            let made = made(&makings, &folder, &stem, &progress);
            if ending == Ending::Kit && made.written.is_empty() {
                // Only an empty one goes.
                drop(std::fs::remove_dir(&folder));
            }
            Ok(Ended { ending, file, folder, made })
        });
        let about = About::nothing().that_must_end();
        self.services.jobs.start(ctx, about, make, move |app: &mut App, ctx, ended| match ended {
            Ok(Ok(ended)) => app.ended(ctx, ended),
            Ok(Err(outcome)) => {
                app.stay_open_if(outcome.went_wrong());
                app.made(ctx, outcome);
            }
            Err(broken) => app.task_broken(ctx, task, broken),
        });
    }

    /// Says what was written, and where; and which sheet was not, and why.
    fn ended(&mut self, ctx: &Context, ended: Ended) {
        self.stay_open_if(ended.went_wrong());
        self.task_ended();
        let Ended { ending, file, folder, made: Made { written, failed, given_up } } = ended;
        if given_up {
            return self.made(ctx, Outcome::GivenUp(false));
        }
        self.services.journal.note(&log::left_on_paper(written.len(), failed.len()));
        let missing = failed.iter();
        let missing: Vec<_> = missing
            .map(|(order, why)| words::Missing { order: *order, why: reason(why) })
            .collect();
        let message = match ending {
            Ending::Workshop => words::workshop_ended(&file, &written, &missing, &folder),
            Ending::Kit => words::kit_ready(&written, &missing, &folder),
        };
        let mut ways = vec![(words::OPEN_FOLDER, Action::Show(folder))];
        let canvas = written.into_iter().find(|(sheet, _)| *sheet == Sheet::Canvas);
        let canvas = canvas.and_then(|(_, paths)| paths.into_iter().next());
        if let (Ending::Workshop, Some(canvas)) = (ending, canvas) {
            ways.push((words::OPEN_CANVAS, Action::Show(canvas)));
        }
        ways.push((interface::UNDERSTOOD, Action::Dismiss));
        self.notify(ctx, Notice { message, ways, of_a_save: false });
    }

    /// In the program that this computer opens it with.
    pub(in crate::app) fn show_path(&mut self, ctx: &Context, path: PathBuf) {
        let printers = Arc::clone(&self.services.printers);
        let open = move || printers.open(&path).is_err().then_some(path);
        self.services.jobs.start(ctx, About::nothing(), open, App::shown_elsewhere);
    }

    /// The path that no program opened, if it was so.
    pub(in crate::app) fn shown_elsewhere(
        &mut self,
        ctx: &Context,
        unopened: Result<Option<PathBuf>, Broken>,
    ) {
        match unopened {
            Ok(None) => {}
            Ok(Some(path)) => self.say_not_opened(ctx, path),
            Err(broken) => self.say_broken(ctx, broken),
        }
    }
}

/// What came of an ending.
struct Ended {
    ending: Ending,
    /// The name of the lab's file: another lab may be open by then.
    file: String,
    folder: PathBuf,
    made: Made,
}

impl Ended {
    pub fn went_wrong(&self) -> bool {
        self.made.failed.iter().any(|(_, why)| why.went_wrong())
    }
}

/// The sheets written, and those that could not be.
#[derive(Default)]
struct Made {
    written: Vec<(Sheet, Vec<PathBuf>)>,
    failed: Vec<(Order, Outcome)>,
    /// By the person who waited.
    given_up: bool,
}

/// Each sheet as a file of `folder`: one that cannot be had does not take the others with it.
fn made(makings: &[Making], folder: &Path, stem: &str, progress: &Progress) -> Made {
    let mut made = Made::default();
    for making in makings {
        // The paper of an earlier workshop is kept: it says what the group had said then.
        let base = export::stem(stem, making.order, None);
        let name = Name::free(folder, base, Format::Pdf.extension());
        match making.written(name, progress) {
            Ok(paths) => made.written.push((making.order.sheet, paths)),
            Err(Outcome::GivenUp(_)) => return Made { given_up: true, ..made },
            Err(why) => made.failed.push((making.order, why)),
        }
    }
    made
}

/// Why a sheet is missing.
fn reason(why: &Outcome) -> String {
    match why {
        Outcome::Fault(fault) => fault.said(),
        Outcome::NotWritten(path, error) => errors::write_reason_of(path, error),
        _ => String::new(),
    }
}

impl Making {
    /// The sheet as a PDF; its paths.
    fn written(&self, name: Name, progress: &Progress) -> Result<Vec<PathBuf>, Outcome> {
        let pages = self.pages(progress)?;
        match self.save(&pages, Format::Pdf, name) {
            Outcome::Saved(paths, _) => {
                progress.step()?;
                Ok(paths)
            }
            failed => Err(failed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalogue, Design};

    #[test]
    fn a_sheet_that_cannot_be_had_does_not_take_the_others_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let catalogue = Arc::new(Catalogue::built_in().unwrap());
        let design = Arc::new(Design::empty(&catalogue));
        let day = crate::app::services::today();
        let of = |order| Making {
            catalogue: Arc::clone(&catalogue),
            design: Arc::clone(&design),
            day,
            order,
            some: None,
            copies: 1,
        };
        // Ballots for nobody are refused.
        let none = Order { people: 0, ..Order::of(Sheet::Ballots) };
        let makings = [Order::of(Sheet::Canvas), none, Order::of(Sheet::Blank)].map(of);
        let made = made(&makings, folder.path(), "labo", &Progress::of(6));
        let sheets: Vec<Sheet> = made.written.iter().map(|(sheet, _)| *sheet).collect();
        assert_eq!(sheets, [Sheet::Canvas, Sheet::Blank]);
        assert!(made.written.iter().all(|(_, paths)| paths.iter().all(|path| path.is_file())));
        let failed: Vec<Sheet> = made.failed.iter().map(|(order, _)| order.sheet).collect();
        assert_eq!(failed, [Sheet::Ballots]);
        let missing = made
            .failed
            .iter()
            .map(|(order, why)| words::Missing { order: *order, why: reason(why) });
        let said = words::kit_ready(&made.written, &missing.collect::<Vec<_>>(), folder.path());
        assert!(said.what.contains("n’est pas complète"), "{}", said.what);
        assert!(said.what.contains("Il manque les bulletins\u{a0}: "), "{}", said.what);
        let vierge = words::name(Sheet::Blank).to_lowercase();
        assert!(said.safe.to_lowercase().contains(&vierge), "{}", said.safe);
    }
}
