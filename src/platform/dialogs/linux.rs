//! On Linux the desktop's portal asks, or the `zenity` program where there is none or where it fails. They are asked directly: a
//! library that does it for us takes a dialog that failed for one that was closed, and trims what was answered.

use std::ffi::OsStr;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use ashpd::desktop::ResponseError;
use ashpd::desktop::file_chooser::{FileFilter, SelectedFiles};

use super::request::{Chosen, Dialogs, Picked, Request};

/// The system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDialogs;

/// The programs that show a dialog now.
static OPEN: Mutex<Vec<Child>> = Mutex::new(Vec::new());

/// Ends the dialogs that are still open: once the window has gone, nobody would hear what they answer.
pub fn close_all() {
    for child in open().iter_mut() {
        // One that has just ended needs no end.
        drop(child.kill());
    }
}

fn open() -> MutexGuard<'static, Vec<Child>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How the program of that number ended; none when nobody knows.
fn end(id: u32) -> Option<ExitStatus> {
    let mut all = open();
    let at = all.iter().position(|child| child.id() == id)?;
    let mut child = all.swap_remove(at);
    // Another one may be asked meanwhile.
    drop(all);
    child.wait().ok()
}

impl Dialogs for SystemDialogs {
    fn available(&self) -> bool {
        in_path("zenity") || (has_session_bus() && has_portal())
    }

    fn open(&self, request: Request) -> Chosen {
        ask(Asked::of(&request, false))
    }

    fn save(&self, request: Request) -> Chosen {
        ask(Asked::of(&request, true))
    }
}

fn ask(asked: Asked) -> Chosen {
    Box::pin(async move {
        if has_session_bus()
            && has_portal()
            && let Some(picked) = portal(&asked).await
        {
            return picked;
        }
        zenity(&asked)
    })
}

/// A [`Request`] that can wait.
#[derive(Debug)]
struct Asked {
    title: String,
    kind: String,
    extension: String,
    folder: Option<PathBuf>,
    name: String,
    saving: bool,
}

impl Asked {
    fn of(request: &Request, saving: bool) -> Asked {
        Asked {
            title: request.title.to_owned(),
            kind: request.kind.to_owned(),
            extension: request.extension.to_owned(),
            folder: request.there().and_then(|folder| std::path::absolute(folder).ok()),
            name: request.name.to_owned(),
            saving,
        }
    }

    /// What the list of files shows: a name in capitals is of the same kind.
    fn globs(&self) -> [String; 2] {
        [&self.extension, &self.extension.to_uppercase()].map(|extension| format!("*.{extension}"))
    }
}

/// Through the desktop's portal; none when it showed nothing.
async fn portal(asked: &Asked) -> Option<Picked> {
    let filter = FileFilter::new(&asked.kind);
    let filter = asked.globs().iter().fold(filter, |filter, glob| filter.glob(glob));
    let folder = asked.folder.as_deref();
    let sent = if asked.saving {
        let request = SelectedFiles::save_file().title(asked.title.as_str()).filter(filter);
        request
            .current_name(asked.name.as_str())
            .current_folder::<&Path>(folder)
            .ok()?
            .send()
            .await
            .ok()?
            .response()
    } else {
        let request = SelectedFiles::open_file().title(asked.title.as_str()).filter(filter);
        request.current_folder::<&Path>(folder).ok()?.send().await.ok()?.response()
    };
    match sent {
        Ok(files) => Some(files.uris().first().map_or(Picked::Failed, |uri| {
            path_of(uri.as_str()).map_or(Picked::Failed, Picked::File)
        })),
        // The cross of some portals' windows is told as « ended otherwise ».
        Err(ashpd::Error::Response(ResponseError::Cancelled | ResponseError::Other)) => {
            Some(Picked::Nothing)
        }
        Err(_) => None,
    }
}

/// The path in a `file://` address.
fn path_of(uri: &str) -> Option<PathBuf> {
    url::Url::parse(uri).ok()?.to_file_path().ok()
}

/// Through the program that shows a dialog of the same toolkit as many desktops.
fn zenity(asked: &Asked) -> Picked {
    let mut command = Command::new("zenity");
    command.args(["--file-selection", "--title", &asked.title]);
    if asked.saving {
        command.args(["--save", "--confirm-overwrite"]);
    }
    let mut start = asked.folder.clone().unwrap_or_default().into_os_string();
    if !start.is_empty() {
        // With it, a folder is looked into; without, it is chosen.
        start.push("/");
    }
    start.push(&asked.name);
    if !start.is_empty() {
        command.arg("--filename").arg(start);
    }
    command.arg("--file-filter").arg(format!("{} | {}", asked.kind, asked.globs().join(" ")));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let Ok(mut child) = command.spawn() else { return Picked::Failed };
    let (id, said, told) = (child.id(), child.stdout.take(), child.stderr.take());
    open().push(child);
    let told = thread::spawn(move || read(told));
    let said = read(said);
    let status = end(id);
    picked(status, &said, &told.join().unwrap_or_default())
}

fn read(from: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What was read before a failure counts.
    from.map(|mut from| from.read_to_end(&mut bytes).ok());
    bytes
}

/// What the program answered: 0 and a path, 1 when it was closed; anything else, it could not ask.
fn picked(status: Option<ExitStatus>, said: &[u8], told: &[u8]) -> Picked {
    let path = said.strip_suffix(b"\n").unwrap_or(said);
    let no_screen = told.windows(NO_SCREEN.len()).any(|words| words == NO_SCREEN);
    match status.and_then(|status| status.code()) {
        Some(0) if !path.is_empty() => Picked::File(PathBuf::from(OsStr::from_bytes(path))),
        Some(1) if !no_screen => Picked::Nothing,
        _ => Picked::Failed,
    }
}

/// Of its toolkit, which then ends as if it had been closed.
const NO_SCREEN: &[u8] = b"open display";

fn in_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn has_session_bus() -> bool {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || runtime.is_some_and(|folder| folder.join("bus").exists())
}

/// The portal's service is installed: the bus starts it when it is asked.
fn has_portal() -> bool {
    let folders = std::env::var_os("XDG_DATA_DIRS")
        .filter(|folders| !folders.is_empty())
        .unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    let service = "dbus-1/services/org.freedesktop.portal.Desktop.service";
    std::env::split_paths(&folders).any(|folder| folder.join(service).is_file())
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    fn ended(code: i32, said: &[u8], told: &str) -> Picked {
        picked(Some(ExitStatus::from_raw(code << 8)), said, told.as_bytes())
    }

    #[test]
    fn a_path_is_what_was_answered_to_the_letter() {
        let chosen = |path: &[u8]| Picked::File(PathBuf::from(OsStr::from_bytes(path)));
        assert_eq!(ended(0, b"/a/labo.ron\n", ""), chosen(b"/a/labo.ron"));
        assert_eq!(ended(0, b"/a/ labo.ron \n", "warning"), chosen(b"/a/ labo.ron "));
        assert_eq!(ended(0, b"/a/two\nlines\n\n", ""), chosen(b"/a/two\nlines\n"));
        assert_eq!(ended(0, b"/a/\xe9t\xe9.ron\n", ""), chosen(b"/a/\xe9t\xe9.ron"));
        assert_eq!(
            path_of("file:///a/d%C3%A9%20%FF.ron"),
            Some(PathBuf::from(OsStr::from_bytes(b"/a/d\xc3\xa9 \xff.ron")))
        );
    }

    #[test]
    fn a_program_that_fails_is_not_one_that_was_closed() {
        assert_eq!(ended(1, b"", "Gtk-WARNING: theme"), Picked::Nothing);
        assert_eq!(ended(255, b"", "This option is not available."), Picked::Failed);
        assert_eq!(ended(1, b"", "cannot open display: :9"), Picked::Failed);
        assert_eq!(ended(127, b"", ""), Picked::Failed);
        assert_eq!(ended(0, b"", ""), Picked::Failed);
        let killed = Some(ExitStatus::from_raw(9));
        assert_eq!(picked(killed, b"", b""), Picked::Failed);
    }
}
