//! The press is what the program knows of the sheet and of the printers: the page that shows, what is being made, and
//! what waits for it.
//!
//! - [`setting`]: its pages. - [`carrying`]: to the printer, to the viewer and to files. - [`task`]: what lasts, and can be given up.

pub mod carrying;
pub mod setting;
pub mod task;

use std::collections::VecDeque;
use std::sync::Arc;

use egui::ColorImage;

use self::carrying::Carried;
use self::task::Task;
use crate::model::design::Date;
use crate::model::history::Revision;
use crate::model::ranges::Ranges;
use crate::model::sheet::Order;
use crate::paper::{Fault, Format, Pages, export};
use crate::ui::preview::Preview;

/// What the program knows of the sheet and of the printers.
#[derive(Default)]
pub struct Press {
    pub preview: Preview,
    /// The pages last set, and what they were set from.
    pub set: Option<(Source, Arc<Pages>)>,
    /// What is being drawn, or was last.
    pub asked: Option<Shot>,
    /// What the picture shows.
    pub shown: Option<Shot>,
    pub under_way: bool,
    pub looking: bool,
    /// What was last used has been read.
    pub recalled: bool,
    /// How many tasks there have been.
    pub tasks: u64,
    /// What lasts, off the interface's thread.
    pub task: Option<Task>,
    /// Sheets whose place is chosen, that wait for the one being made.
    pub waiting: VecDeque<Carried>,
}

/// What pages are set from.
#[derive(Clone, PartialEq)]
pub struct Source {
    pub order: Order,
    pub revision: Revision,
    pub day: Date,
}

/// One page, drawn so fine.
#[derive(Clone, PartialEq)]
pub struct Shot {
    pub source: Source,
    pub page: usize,
    pub pixels: u32,
}

/// What came of a shot.
pub struct Pressed {
    pub shot: Shot,
    pub result: Result<(Arc<Pages>, Option<ColorImage>), Fault>,
}

impl Press {
    /// Whether a sheet waits for its turn.
    pub fn is_to_make(&self) -> bool {
        !self.waiting.is_empty()
    }
}

/// A sheet to be saved, as it was when a place was asked for: what is chosen on the page meanwhile is another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    pub format: Format,
    pub order: Order,
    pub some: Option<Ranges>,
}

impl Export {
    /// What its file is called, without an extension.
    pub fn stem(&self, of: &str) -> String {
        export::stem(of, self.order, self.some.as_ref())
    }
}
