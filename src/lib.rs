//! « Dessiner un labo » : a group draws its public innovation lab on one sheet.
//!
//! One design, several presentations. Read in this order:
//!
//! - [`model`]: what the method says (catalogue), what the group says (design), how it changes (edit), how it is undone
//!   (history). Pure: no window, no file.
//! - [`text`]: the French words of the interface, and values put into words.
//! - [`storage`]: the `.ron` file, read and written safely.
//! - [`paper`]: the sheets that are printed.
//! - [`platform`]: what differs from one system to the next.
//! - [`intent`]: what the interface can ask for.
//! - [`ui`]: what is shown; views read, and push intents.
//! - [`app`]: the window's life; the one place where intents are applied.
//! - [`cli`]: the commands that need no window.
//!
//! Who may name whom is checked by `tests/suite/architecture.rs`.

pub mod app;
pub mod cli;
pub mod intent;
pub mod letters;
pub mod model;
pub mod paper;
pub mod platform;
pub mod storage;
pub mod text;
pub mod ui;
