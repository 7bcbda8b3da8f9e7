//! Every view reads a `Cx`.

use egui::Id;

use crate::intent::View;
use crate::intent::leading::Side;
use crate::model::history::Revision;
use crate::model::play::Play;
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
    /// The order of play of this lab, once it has been asked for.
    pub play: Option<&'a Play>,
    /// When each of its steps begins, in minutes of the day.
    pub hours: &'a [Option<u32>],
    /// The sheet before it is printed.
    pub preview: &'a Preview,
    /// Room is scarce: a first line stands beside what it belongs to rather than under it.
    pub compact: bool,
    /// The most lines of a note that stands under what it belongs to: more than one where room is ample.
    pub note_lines: usize,
    /// The window that it is shown in.
    pub side: Side,
    /// What has the keyboard in the program's own window, and how far the design has come: what a room that looks at another
    /// window is shown.
    pub reached: Option<(Id, Revision)>,
}

impl Cx<'_> {
    /// The room looks on: no menu bar, no scroll bar, no button of the desk.
    pub fn projected(&self) -> bool {
        self.view.projecting() && !self.view.is_private() || self.side == Side::Wall
    }
}
