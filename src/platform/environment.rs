//! What the session says of its display is mended before a window is asked for: the toolkit trusts it, and stops at
//! what is wrong in it.

#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
pub use self::linux::mend;

/// These systems have no such words.
#[cfg(not(target_os = "linux"))]
pub fn mend() {}
