//! The page that prints shows and asks for these things.

use crate::model::ranges::Ranges;
use crate::model::sheet::Order;

/// What is chosen on the page that prints, and what it shows of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Printing {
    pub order: Order,
    /// The name of the printer chosen; none until one is.
    pub printer: Option<String>,
    /// What is looked for among the names of the printers.
    pub sought: String,
    /// How many times it is printed: 1 to [`MOST_COPIES`].
    pub copies: u16,
    /// The pages chosen, as they were typed; nothing is all of them.
    pub pages: String,
    /// The page that shows, from 0.
    pub page: usize,
    /// How much larger than the whole page: 1.0 to 4.0.
    pub zoom: f32,
    /// How many pixels wide the page is drawn: known once it has been laid out.
    pub pixels: u32,
}

/// More than this, of one sheet, is for a print shop.
pub const MOST_COPIES: u16 = 99;

/// What the preview's zoom goes through.
pub const PREVIEW_ZOOMS: [f32; 5] = [1.0, 1.5, 2.0, 3.0, 4.0];

impl Default for Printing {
    fn default() -> Printing {
        Printing {
            order: Order::default(),
            printer: None,
            sought: String::new(),
            copies: 1,
            pages: String::new(),
            page: 0,
            zoom: 1.0,
            pixels: 0,
        }
    }
}

impl Printing {
    /// The pages chosen: all of them, some, or what was typed when that is no pages.
    ///
    /// # Errors
    /// What was typed.
    pub fn some(&self) -> Result<Option<Ranges>, &str> {
        let typed = self.pages.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        Ranges::parse(typed).map(Some).ok_or(typed)
    }

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
    /// Printers of such a name.
    Seek(String),
    Copies(u16),
    /// Pages, as they are typed.
    Pages(String),
    /// The page so many after the one that shows.
    Turn(isize),
    Zoom(isize),
    /// The page is drawn so many pixels wide.
    Draw(u32),
    Send,
    /// Whatever papers the printer says that it has.
    SendAnyway,
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
