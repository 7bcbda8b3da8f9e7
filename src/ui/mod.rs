//! The interface is what is shown. Views read a [`Cx`] and push actions; nothing here changes a design.
//!
//! - [`theme`]: colours, type, spacing: the only place where a colour or a size stands.
//! - [`type_setting`]: texts laid out before they are painted.
//! - [`components`]: rail, cell, card…: computed, laid out and painted apart.
//! - [`views`]: one a zone, and what goes around them.
//! - [`room`]: what is projected.
//! - [`columns`], [`fields`], [`key_words`], [`icon`], [`preview`]: small things that several of them share.

pub mod columns;
pub mod components;
pub mod cx;
pub mod fields;
pub mod icon;
pub mod key_words;
pub mod places;
pub mod preview;
pub mod reduced;
pub mod room;
pub mod theme;
pub mod type_setting;
pub mod views;

pub use cx::Cx;
pub use theme::Theme;
