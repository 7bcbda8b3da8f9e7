//! The system's own dialogs to choose a file.
//!
//! A dialog is a future: made on the main thread, as macOS wants it, and awaited elsewhere.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;

/// The file chosen, or none when the dialog was closed.
pub type Chosen = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// What a dialog shows before anything is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub title: &'a str,
    /// « Labo dessiné »: what `.ron` files are called.
    pub kind: &'a str,
    /// « ron », « pdf »: without its dot.
    pub extension: &'a str,
    pub folder: Option<&'a Path>,
    /// The name suggested for a file to be saved.
    pub name: &'a str,
}

/// Where the dialogs come from: the system, or a test.
pub trait Dialogs {
    /// Whether there is any: without, a dialog would answer nothing, which looks like a cancel.
    fn available(&self) -> bool;
    fn open(&self, request: Request) -> Chosen;
    fn save(&self, request: Request) -> Chosen;
}

/// The system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

impl Dialogs for SystemDialogs {
    fn available(&self) -> bool {
        available()
    }

    fn open(&self, request: Request) -> Chosen {
        let file = dialog(&request).pick_file();
        Box::pin(async move { file.await.map(|file| file.path().to_path_buf()) })
    }

    fn save(&self, request: Request) -> Chosen {
        let file = dialog(&request).set_file_name(request.name).save_file();
        Box::pin(async move { file.await.map(|file| file.path().to_path_buf()) })
    }
}

fn dialog(request: &Request) -> rfd::AsyncFileDialog {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(request.title)
        .add_filter(request.kind, &[request.extension]);
    match request.folder {
        Some(folder) if folder.is_dir() => dialog.set_directory(folder),
        _ => dialog,
    }
}

#[cfg(not(any(target_os = "linux", target_os = "freebsd")))]
fn available() -> bool {
    true
}

/// The desktop portal, if its service is installed and a session bus runs, or the `zenity` program.
#[cfg(any(target_os = "linux", target_os = "freebsd"))]
fn available() -> bool {
    in_path("zenity") || (has_session_bus() && has_portal())
}

#[cfg(any(target_os = "linux", target_os = "freebsd"))]
fn in_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

#[cfg(any(target_os = "linux", target_os = "freebsd"))]
fn has_session_bus() -> bool {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || runtime.is_some_and(|folder| folder.join("bus").exists())
}

#[cfg(any(target_os = "linux", target_os = "freebsd"))]
fn has_portal() -> bool {
    let folders = std::env::var_os("XDG_DATA_DIRS")
        .filter(|folders| !folders.is_empty())
        .unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    let service = "dbus-1/services/org.freedesktop.portal.Desktop.service";
    std::env::split_paths(&folders).any(|folder| folder.join(service).is_file())
}
