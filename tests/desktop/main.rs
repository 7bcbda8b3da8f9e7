//! The real program in a real window, on a virtual screen, driven by keys and mouse alone. `tests/run` runs these on the
//! release program; plain `cargo test` counts them as ignored.

// clippy's own exception for tests stops at the helpers that stand beside them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[allow(dead_code, reason = "a helper stays when the last test that used it goes")]
mod desk;
mod the_desk;

mod canvas;

mod at_rest;
mod clipboard;
mod closing;
mod dialogs;
mod journey;
mod keyboard_alone;
mod no_window;
mod pictures;
mod printing;
mod rails;
mod room_pictures;
mod screen_reader_alone;
mod sizes;
mod terminal;
mod two_screens;
