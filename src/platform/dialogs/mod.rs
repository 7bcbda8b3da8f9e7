//! The system's own dialogs choose a file.
//!
//! A dialog is a future: made on the main thread, as macOS wants it, and awaited elsewhere, on a thread that may wait.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod native;
mod request;

#[cfg(target_os = "linux")]
pub use self::linux::{SystemDialogs, close_all};
#[cfg(not(target_os = "linux"))]
pub use self::native::{SystemDialogs, close_all};
pub use self::request::{Chosen, Dialogs, Picked, Request};
