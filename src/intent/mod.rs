//! The interface asks for things by these values: commands, actions, and the state of the view that asks.
//!
//! A view reads, and pushes actions; `app` applies them at the end of every pass.

pub mod action;
pub mod around;
pub mod check;
pub mod choices;
pub mod command;
pub mod focus;
pub mod leading;
pub mod panel;
pub mod printing;
pub mod view;

pub use action::{Action, Actions};
pub use around::Around;
pub use command::Command;
pub use view::View;
