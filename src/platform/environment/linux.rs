//! These are the words of a session of X11 or Wayland, and what is wrong in them.

use std::ffi::{OsStr, OsString};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

/// How much larger than a pixel a point may be.
const SCALE: &str = "WINIT_X11_SCALE_FACTOR";
const WAYLAND: &str = "WAYLAND_DISPLAY";

/// Forgets what cannot be followed: a scale that is none, and the name of a Wayland server that is no longer there when
/// there is X11 beside it. To be called first, while the program has one thread.
pub fn mend() {
    if !is_alone() {
        return;
    }
    let of = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if of(SCALE).is_some_and(|scale| !is_scale(&scale)) {
        forget(SCALE);
    }
    let beside = of("DISPLAY").is_some() && of("WAYLAND_SOCKET").is_none();
    if let Some(name) = of(WAYLAND)
        && beside
        && !answers(&name, of("XDG_RUNTIME_DIR"))
    {
        forget(WAYLAND);
    }
}

/// What the toolkit takes: a number that makes a window of it, or `randr`.
fn is_scale(scale: &OsStr) -> bool {
    let Some(scale) = scale.to_str() else { return false };
    let number = scale.parse::<f64>().is_ok_and(|scale| (0.5..=10.0).contains(&scale));
    number || scale.eq_ignore_ascii_case("randr")
}

/// Whether a Wayland server listens under that name.
fn answers(name: &OsStr, runtime: Option<OsString>) -> bool {
    let name = Path::new(name);
    let socket = if name.is_absolute() {
        Some(name.to_path_buf())
    } else {
        runtime.map(|folder| PathBuf::from(folder).join(name))
    };
    socket.is_some_and(|socket| UnixStream::connect(socket).is_ok())
}

fn is_alone() -> bool {
    std::fs::read_dir("/proc/self/task").is_ok_and(|threads| threads.count() == 1)
}

#[allow(unsafe_code, reason = "no other thread can be reading the environment: there is none")]
fn forget(name: &str) {
    // SAFETY: `mend` has counted the threads, and this is the only one.
    unsafe { std::env::remove_var(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_a_number_that_makes_a_window() {
        for scale in ["1", "1.5", "2", "0.75", "randr", "RandR"] {
            assert!(is_scale(scale.as_ref()), "{scale}");
        }
        for scale in ["0", "-1", "1000", "abc", "NaN", "inf", "1e-320", " ", "1,5"] {
            assert!(!is_scale(scale.as_ref()), "{scale}");
        }
    }

    #[test]
    fn a_server_answers_or_its_name_is_stale() {
        let folder = tempfile::tempdir().unwrap();
        let runtime = || Some(folder.path().as_os_str().to_owned());
        assert!(!answers("wayland-0".as_ref(), runtime()));
        let socket = folder.path().join("wayland-0");
        let server = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert!(answers("wayland-0".as_ref(), runtime()));
        assert!(answers(socket.as_os_str(), None));
        // Its socket outlives it.
        drop(server);
        assert!(socket.exists() && !answers("wayland-0".as_ref(), runtime()));
    }
}
