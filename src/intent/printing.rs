//! What the page that prints shows and asks for.

use crate::model::sheet::Order;

/// What is chosen on the page that prints, and what it shows of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Printing {
    pub order: Order,
    /// The name of the printer chosen; none until one is.
    pub printer: Option<String>,
    /// The page that shows, from 0.
    pub page: usize,
    /// How much larger than the whole page: 1.0 to 4.0.
    pub zoom: f32,
    /// How many pixels wide the page is drawn: known once it has been laid out.
    pub pixels: u32,
}

/// What the preview's zoom goes through.
pub const PREVIEW_ZOOMS: [f32; 5] = [1.0, 1.5, 2.0, 3.0, 4.0];

impl Default for Printing {
    fn default() -> Printing {
        Printing { order: Order::default(), printer: None, page: 0, zoom: 1.0, pixels: 0 }
    }
}

impl Printing {
    /// The zoom `by` steps away.
    pub fn zoomed(&self, by: isize) -> f32 {
        let now = PREVIEW_ZOOMS.iter().position(|zoom| *zoom >= self.zoom).unwrap_or(0);
        let to = now.saturating_add_signed(by).min(PREVIEW_ZOOMS.len() - 1);
        PREVIEW_ZOOMS[to]
    }
}

/// What the page that prints asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Print {
    /// Another sheet, another paper, another ink.
    Order(Order),
    Printer(String),
    /// The page so many after the one that shows.
    Turn(isize),
    Zoom(isize),
    /// The page is drawn so many pixels wide.
    Draw(u32),
    Send,
    Save(As),
    /// In the computer's own viewer.
    Open,
    /// What takes long is given up.
    Cancel,
}

/// What a sheet is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    Pdf,
    Png,
    Svg,
}
