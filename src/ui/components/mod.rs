//! The parts that the views are made of.

pub mod announcement;
pub mod button;
pub mod card;
pub mod cell;
pub mod choice;
pub mod emblem;
pub mod large_text;
pub mod marks;
pub mod menu_item;
pub mod message;
pub mod note;
pub mod picture;
pub mod plate;
pub mod rail;
pub mod ring;
pub mod title;
pub mod writing;
pub mod zone_title;
