//! What differs from one system to the next stands here, behind one name each. `unsafe` may stand in no other place.

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
