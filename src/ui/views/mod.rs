//! The window shows the overview, a zone a file; the focus; and what goes around them.

pub mod definition;
pub mod drawing;
pub mod examples;
pub mod focus;
pub mod free;
pub mod header;
pub mod leader;
pub mod menu_bar;
pub mod notice;
pub mod overview;
pub mod panels;
pub mod positioning;
pub mod sheet;
pub mod shortcuts;
pub mod vigilance;
