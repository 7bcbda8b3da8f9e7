//! What differs from one system to the next, behind one name each. The only place where `unsafe` may stand.

pub mod addresses;
pub mod awake;
pub mod clock;
#[cfg(unix)]
mod command;
#[cfg(unix)]
mod cups;
pub mod dialogs;
pub mod disk;
pub mod environment;
pub mod folders;
pub mod owners;
pub mod passing;
pub mod places;
pub mod printer;
pub mod screens;
pub mod system_printers;
mod viewer;
