//! What every view reads.

use crate::intent::View;
use crate::model::{Catalogue, Design};

use super::preview::Preview;
use super::theme::Theme;

/// The design, the method and the state of the view, read-only; views push to an `Actions` beside it.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    pub catalogue: &'a Catalogue,
    pub design: &'a Design,
    pub view: &'a View,
    pub theme: &'a Theme,
    /// The sheet before it is printed.
    pub preview: &'a Preview,
    /// Room is scarce: a first line stands beside what it belongs to rather than under it.
    pub compact: bool,
}
