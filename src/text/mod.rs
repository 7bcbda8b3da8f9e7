//! The French words of the program stand here, in one place. The words of the method are in the catalogue.
//!
//! `’` is the apostrophe, and a no-break space stands inside « » and before `: ; ! ?` (a test checks both).

pub mod around;
pub mod beats;
pub mod check;
pub mod commands;
pub mod dates;
pub mod dropped;
pub mod edits;
pub mod errors;
pub mod focus;
pub mod help;
pub mod interface;
pub mod journal;
pub mod labs;
pub mod leader;
pub mod measures;
pub mod order;
pub mod pages;
pub mod paper;
mod papers;
pub mod places;
pub mod printing;
pub mod room;
pub mod shown;
pub mod signs;
pub mod start;
pub mod terminal;
pub mod values;
pub mod warnings;

/// What a person is told when something went wrong, or happened: three short sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What happened.
    pub what: String,
    /// What is safe.
    pub safe: String,
    /// What to do next.
    pub next: String,
}
