//! Why a sheet could not be set.

use thiserror::Error;

use crate::model::Text;
use crate::model::sheet::Refusal;
use crate::storage::Part;
use crate::text::{pages as words, printing};

/// A sheet that could not be set.
#[derive(Debug, Error)]
pub enum Fault {
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// What the group wrote takes more pages than anybody could use.
    #[error("too long for this sheet")]
    TooLong,
    /// The same, of one text: its place, and the name that the sheet gives it.
    #[error("the page engine, on {0:?}")]
    Text(Part, Option<Text>),
    /// A template is broken, or met what it was not made for: a fault of the program.
    #[error("the page engine: {0}")]
    Engine(String),
    /// None of the pages chosen is there: the sheet has so many.
    #[error("none of these pages, of {0}")]
    NoPage(usize),
    /// Nobody wants the rest of them.
    #[error("given up")]
    GivenUp,
}

impl Fault {
    /// Why there is no page, as the end of a sentence.
    pub fn said(&self) -> String {
        match self {
            Fault::Refused(refusal) => printing::refusal(*refusal),
            Fault::TooLong => printing::TOO_LONG.to_owned(),
            Fault::Text(part, name) => printing::fault_of(part, name.as_deref()),
            Fault::Engine(_) | Fault::GivenUp => printing::FAULT.to_owned(),
            Fault::NoPage(count) => words::no_such_page(*count),
        }
    }
}
