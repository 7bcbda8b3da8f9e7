//! What comes of a file that opens.

use super::error::Warning;
use crate::model::Design;

/// A design, and what its reader should know about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub design: Design,
    pub warnings: Vec<Warning>,
}
