//! The system's dialogs are asked here: the sheet waits for one, and those that nobody waits for any more are still
//! open. Whoever answers one of them meant it: what is answered is done when nothing else is being asked, or said.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::asked::Asking;
use crate::app::asked::Dialog;
use crate::app::desk::App;
use crate::app::flows::may::Refusal;
use crate::app::messages::Notice;
use crate::app::services::jobs::About;
use crate::intent::view::{Goal, Panel};
use crate::platform::dialogs::{Chosen, Picked};
use crate::platform::{addresses, places};
use crate::text::{interface as words, journal as log};

impl App {
    /// The sheet waits for what the system's dialog will answer.
    pub(in crate::app) fn wait_for(&mut self, ctx: &Context, asking: Asking, chosen: Chosen) {
        self.asked.last += 1;
        let number = self.asked.last;
        self.asked.waited = Some(Dialog { number, asking, key: self.document.key() });
        self.raise(Panel::Waiting);
        let answered = move || pollster::block_on(chosen);
        self.services.jobs.start(
            ctx,
            About::nothing(),
            answered,
            move |app: &mut App, ctx, picked| {
                app.picked(ctx, number, picked.unwrap_or(Picked::Failed));
            },
        );
    }

    /// Nobody waits for it any more: it is still there, and can be answered.
    pub(in crate::app) fn leave_dialog(&mut self) {
        if let Some(dialog) = self.asked.waited.take() {
            self.nothing_picked(&dialog.asking);
            self.asked.left.push(dialog);
        }
    }

    pub(in crate::app) fn picked(&mut self, ctx: &Context, number: u64, picked: Picked) {
        if let Some(dialog) = self.asked.waited.take_if(|dialog| dialog.number == number) {
            self.lower(&Panel::Waiting);
            return match picked {
                Picked::File(path) => self.go_on_with(ctx, dialog.asking, path),
                Picked::Nothing => self.nothing_picked(&dialog.asking),
                Picked::Failed => {
                    self.services.journal.note(&log::no_dialog());
                    self.ask_by_hand(ctx, dialog.asking);
                }
            };
        }
        let left = self.asked.left.iter().position(|dialog| dialog.number == number);
        if let Some(at) = left {
            let dialog = self.asked.left.swap_remove(at);
            if let Picked::File(path) = picked {
                self.asked.late.push((dialog, path));
            }
        }
    }

    /// What was answered late, as soon as nothing else is being asked.
    pub(in crate::app) fn hear_late(&mut self, ctx: &Context) {
        let Some((dialog, _)) = self.asked.late.first() else { return };
        let same_lab = dialog.key == self.document.key();
        let saves = dialog.asking == Asking::Save;
        match &self.window.view.panel {
            // It is an answer to that question too: what was to follow it does.
            Some(question @ Panel::Unsaved { .. }) if saves && same_lab => {
                let question = question.clone();
                self.lower(&question);
            }
            Some(_) => return,
            None => {}
        }
        let (dialog, path) = self.asked.late.remove(0);
        if !same_lab && dialog.asking != Asking::Open {
            self.notify(ctx, Notice::of(words::answered_too_late(&path)));
        } else if saves && self.document.rehearses() {
            self.refuse(ctx, Refusal::Rehearsal);
        } else {
            self.go_on_with(ctx, dialog.asking, path);
        }
        ctx.request_repaint();
    }

    fn go_on_with(&mut self, ctx: &Context, asking: Asking, path: PathBuf) {
        match asking {
            Asking::Open => self.read(ctx, path),
            Asking::Save => self.save_to(ctx, path),
            Asking::Export(export) => self.export_chosen(ctx, path, export),
            Asking::GiveOrder => self.give_order(ctx, path),
            Asking::TakeOrder => self.read_order(ctx, path),
        }
    }

    /// What was to follow a save does not: there will be none.
    fn nothing_picked(&mut self, asking: &Asking) {
        if *asking == Asking::Save {
            self.forget_what_follows();
        }
    }

    pub(in crate::app) fn forget_what_follows(&mut self) {
        self.closing.after = None;
        self.closing.ending = None;
    }

    /// Where there is no dialog, or one that fails: a path is written by hand, or the program chooses a place and says it.
    pub(in crate::app) fn ask_by_hand(&mut self, ctx: &Context, asking: Asking) {
        let (goal, suggested) = match asking {
            Asking::Open => (Goal::Open, String::new()),
            Asking::TakeOrder => (Goal::TakeOrder, String::new()),
            Asking::Save => {
                let path = self.folder().unwrap_or_default().join(self.name_to_suggest());
                (Goal::Save, path.display().to_string())
            }
            Asking::Export(export) => return self.export_beside(ctx, export),
            Asking::GiveOrder => return self.give_order_beside(ctx),
        };
        self.raise(Panel::Path { goal, suggested });
    }

    /// A path written by hand.
    pub(in crate::app) fn path_typed(&mut self, ctx: &Context, typed: &str) {
        let Some(Panel::Path { goal, .. }) = self.window.view.panel.take() else { return };
        match goal {
            Goal::Open => self.read(ctx, to_read(typed)),
            Goal::TakeOrder => self.read_order(ctx, to_read(typed)),
            Goal::Save => self.save_by_hand(ctx, meant(typed)),
        }
    }

    /// Where a dialog opens: beside the lab's file, or where one last was, or among the user's documents.
    pub(in crate::app) fn folder(&self) -> Option<PathBuf> {
        let own = self.document.file().and_then(Path::parent);
        let used = own.into_iter().chain(self.asked.folder_used.as_deref());
        let used = used.filter(|folder| folder.is_dir()).map(Path::to_path_buf).next();
        used.or_else(places::documents).or_else(|| std::env::current_dir().ok())
    }

    /// A file of this folder was opened, or written.
    pub(in crate::app) fn remember_folder(&mut self, file: &Path) {
        if let Some(folder) = file.parent().filter(|folder| folder.is_absolute()) {
            self.asked.folder_used = Some(folder.to_path_buf());
        }
    }
}

/// What a written path means: « ~ » is the user's own folder, an address may be copied; every space counts.
fn meant(typed: &str) -> PathBuf {
    let path = places::from_home(typed);
    let path = path.or_else(|| addresses::path(OsStr::new(typed)).ok());
    let path = path.unwrap_or_else(|| PathBuf::from(typed));
    std::path::absolute(&path).unwrap_or(path)
}

/// The same for a file that must be there: spaces around it, as a copy often brings, count only if its name has them.
fn to_read(typed: &str) -> PathBuf {
    let (exact, trimmed) = (meant(typed), meant(typed.trim()));
    if !exact.exists() && trimmed.exists() { trimmed } else { exact }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_path_keeps_its_spaces_and_starts_at_home_when_it_says_so() {
        let home = dirs::home_dir().unwrap();
        assert_eq!(meant("~/a b /labo.ron"), home.join("a b /labo.ron"));
        assert_eq!(meant("~"), home);
        let here = std::env::current_dir().unwrap();
        assert_eq!(meant("~ines/labo.ron"), here.join("~ines/labo.ron"));
        assert_eq!(meant("a/~/labo.ron"), here.join("a/~/labo.ron"));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("labo.ron");
        std::fs::write(&file, "").unwrap();
        let copied = format!("{} ", file.display());
        assert_eq!(to_read(&copied), file);
        assert_eq!(meant(&copied), PathBuf::from(&copied));
        std::fs::write(&copied, "").unwrap();
        assert_eq!(to_read(&copied), PathBuf::from(&copied));
    }
}
