//! On Windows and macOS the dialogs are a part of the system, and are always there.

use super::request::{Chosen, Dialogs, Picked, Request};

/// The system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

/// A dialog of these systems is a window of the program's own: it goes with it.
pub fn close_all() {}

impl Dialogs for SystemDialogs {
    fn available(&self) -> bool {
        true
    }

    fn open(&self, request: Request) -> Chosen {
        let file = dialog(&request).pick_file();
        Box::pin(async move { picked(file.await) })
    }

    fn save(&self, request: Request) -> Chosen {
        let file = dialog(&request).set_file_name(request.name).save_file();
        Box::pin(async move { picked(file.await) })
    }
}

fn picked(file: Option<rfd::FileHandle>) -> Picked {
    file.map_or(Picked::Nothing, |file| Picked::File(file.path().to_path_buf()))
}

fn dialog(request: &Request) -> rfd::AsyncFileDialog {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(request.title)
        .add_filter(request.kind, &[request.extension]);
    match request.there() {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}
