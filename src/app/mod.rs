//! The app is the window's life: one document, the jobs under way, and the one place where actions are applied.
//!
//! `ARCHITECTURE.md` has the layers, and who may call whom.
//!
//! - [`desk`]: the parts, side by side. - [`pass`]: one frame. - [`start`]: opening the real window.
//! - [`flows`]: what each action does.
//! - The parts: [`document`], [`window`], [`facilitation`], [`messages`], [`press`], [`asked`] (the dialogs), [`saves`],
//!   [`reading`], [`memory`], [`closing`]. - [`services`]: what they call on.

mod asked;
mod closing;
mod desk;
pub mod document;
mod facilitation;
mod flows;
mod memory;
mod messages;
mod pass;
mod press;
mod reading;
mod saves;
mod screens;
mod services;
mod start;
mod window;

pub use self::desk::App;
pub use self::start::{StartError, run, sentence};
