//! An order says what is asked of the printer: which sheet, on which paper, in which ink.

use thiserror::Error;

pub use super::paper::Paper;
use super::tiling::Tiling;

/// A sheet that can be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// The canvas, with what the group said.
    #[default]
    Canvas,
    /// Where the lab stands, on one page, for who was not there.
    Minutes,
    /// The canvas to fill by hand.
    Blank,
    /// The six labs, ours, and the six points of vigilance.
    Cards,
    /// Where each person places the lab.
    Ballots,
    /// The same content as the canvas, in one column of 18 points.
    LargePrint,
    /// The canvas, or the blank one, on a wall.
    Poster,
}

impl Sheet {
    pub const ALL: [Sheet; 7] = [
        Sheet::Canvas,
        Sheet::Minutes,
        Sheet::Blank,
        Sheet::Cards,
        Sheet::Ballots,
        Sheet::LargePrint,
        Sheet::Poster,
    ];

    /// Whether it stands on `paper`; else it lies.
    pub fn is_upright(self, paper: Paper) -> bool {
        match self {
            Sheet::Minutes | Sheet::LargePrint => true,
            Sheet::Cards => paper == Paper::A4,
            Sheet::Canvas | Sheet::Blank | Sheet::Ballots | Sheet::Poster => false,
        }
    }

    /// The papers that it is laid out for.
    pub fn papers(self) -> &'static [Paper] {
        match self {
            Sheet::Canvas | Sheet::Blank | Sheet::Cards => &[Paper::A4, Paper::A3],
            Sheet::Minutes | Sheet::Ballots | Sheet::LargePrint => &[Paper::A4],
            Sheet::Poster => &[Paper::A2, Paper::A1, Paper::A0],
        }
    }
}

/// In colour, or in black alone for a printer that has nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ink {
    #[default]
    Colour,
    Black,
}

/// The edge that a sheet with a back is turned over on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Long,
    Short,
}

/// One thing to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Order {
    pub sheet: Sheet,
    pub paper: Paper,
    pub ink: Ink,
    /// Of a poster: the blank canvas rather than the filled one.
    pub blank: bool,
    /// Of a poster: cut into sheets of this paper, to be assembled.
    pub tiles: Option<Paper>,
    /// Of a poster cut into sheets: a little smaller, so that they are whole ones.
    pub whole_sheets: bool,
    /// Of a poster in one page: 3 mm of bleed, and crop marks, for a print shop.
    pub bleed: bool,
    /// For how many people there are ballots.
    pub people: u16,
}

/// For a small workshop: three sheets of four.
pub const PEOPLE: u16 = 12;
/// More ballots than any room holds.
pub const MOST_PEOPLE: u16 = 500;

impl Default for Order {
    fn default() -> Order {
        Order {
            sheet: Sheet::Canvas,
            paper: Paper::A4,
            ink: Ink::Colour,
            blank: false,
            tiles: None,
            whole_sheets: false,
            bleed: false,
            people: PEOPLE,
        }
    }
}

/// An order that no sheet answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("{0:?} is not laid out for {1:?}")]
    Paper(Sheet, Paper),
    #[error("{0:?} cannot be cut into tiles")]
    Tiles(Sheet),
    #[error("a poster cannot be cut into tiles of {0:?}")]
    TilePaper(Paper),
    /// Of a poster in one piece, or one that fills its sheets at its true size.
    #[error("there are no fewer whole sheets to fit")]
    WholeSheets,
    /// Bleed is for a print shop, that trims one page.
    #[error("only a poster in one page has a bleed")]
    Bleed,
    #[error("{0:?} is not also to be had blank")]
    Blank(Sheet),
    #[error("{0} ballots, of {MOST_PEOPLE} at most")]
    People(u16),
}

impl Order {
    /// On `paper`, if its sheet is made for it.
    #[must_use]
    pub fn on(self, paper: Paper) -> Order {
        if self.sheet.papers().contains(&paper) { Order { paper, ..self } } else { self }
    }

    /// Of `sheet`, on this one's paper if it is made for it, else on the first that it is. What only a poster can be goes with
    /// the poster.
    #[must_use]
    pub fn with(self, sheet: Sheet) -> Order {
        let papers = sheet.papers();
        let kept = papers.contains(&self.paper);
        let paper = if kept { self.paper } else { papers.first().copied().unwrap_or_default() };
        let poster = sheet == Sheet::Poster;
        Order {
            sheet,
            paper,
            tiles: self.tiles.filter(|_| poster),
            whole_sheets: self.whole_sheets && poster,
            blank: self.blank && poster,
            bleed: self.bleed && poster,
            ..self
        }
    }

    /// Of `sheet`, on the first paper that it is laid out for.
    pub fn of(sheet: Sheet) -> Order {
        let paper = sheet.papers().first().copied().unwrap_or_default();
        Order { sheet, paper, ..Order::default() }
    }

    /// How a sheet that has a back is turned over, as a page of a book is; none has one side.
    pub fn turned(&self) -> Option<Edge> {
        match (self.sheet, self.paper) {
            (Sheet::Cards, Paper::A4) => Some(Edge::Long),
            (Sheet::Cards, Paper::A3) | (Sheet::Blank, Paper::A4) => Some(Edge::Short),
            _ => None,
        }
    }

    /// How a poster is cut into sheets; none when it is in one piece, or when no cut answers what is asked for.
    pub fn tiling(&self) -> Option<Tiling> {
        let tile = self.tiles?;
        if self.whole_sheets {
            Tiling::whole_sheets(self.paper, tile)
        } else {
            Some(Tiling::true_size(self.paper, tile))
        }
    }

    /// # Errors
    /// [`Refusal`]: the sheet is not made for that paper, or not to be tiled.
    pub fn check(&self) -> Result<(), Refusal> {
        if !self.sheet.papers().contains(&self.paper) {
            return Err(Refusal::Paper(self.sheet, self.paper));
        }
        match self.tiles {
            Some(_) if self.sheet != Sheet::Poster => return Err(Refusal::Tiles(self.sheet)),
            Some(paper) if paper > Paper::A3 => return Err(Refusal::TilePaper(paper)),
            _ => {}
        }
        if self.whole_sheets && (self.sheet != Sheet::Poster || self.tiling().is_none()) {
            return Err(Refusal::WholeSheets);
        }
        if self.bleed && (self.sheet != Sheet::Poster || self.tiles.is_some()) {
            return Err(Refusal::Bleed);
        }
        if self.blank && self.sheet != Sheet::Poster {
            return Err(Refusal::Blank(self.sheet));
        }
        if self.sheet == Sheet::Ballots && !(1..=MOST_PEOPLE).contains(&self.people) {
            return Err(Refusal::People(self.people));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_refused_on_a_paper_that_it_is_not_made_for() {
        for sheet in Sheet::ALL {
            for paper in Paper::ALL {
                let made = sheet.papers().contains(&paper);
                let order = Order { paper, ..Order::of(sheet) };
                assert_eq!(order.check().is_ok(), made, "{sheet:?} on {paper:?}");
            }
        }
    }

    #[test]
    fn only_a_poster_is_cut_and_only_into_sheets_that_an_office_has() {
        let tiled = |sheet, tile| Order { tiles: Some(tile), ..Order::of(sheet) }.check();
        assert_eq!(tiled(Sheet::Poster, Paper::A4), Ok(()));
        assert_eq!(tiled(Sheet::Poster, Paper::A2), Err(Refusal::TilePaper(Paper::A2)));
        assert_eq!(tiled(Sheet::Canvas, Paper::A4), Err(Refusal::Tiles(Sheet::Canvas)));
    }

    #[test]
    fn every_sheet_can_follow_every_poster() {
        for poster in [
            Order { tiles: Some(Paper::A4), ..Order::of(Sheet::Poster) },
            Order { bleed: true, blank: true, ..Order::of(Sheet::Poster) },
        ] {
            assert_eq!(poster.check(), Ok(()));
            for sheet in Sheet::ALL {
                assert_eq!(poster.with(sheet).check(), Ok(()), "{sheet:?} after {poster:?}");
            }
        }
        let bled = Order { bleed: true, tiles: Some(Paper::A4), ..Order::of(Sheet::Poster) };
        assert_eq!(bled.check(), Err(Refusal::Bleed));
    }

    #[test]
    fn another_sheet_keeps_the_paper_when_it_can() {
        let a3 = Order { paper: Paper::A3, ..Order::of(Sheet::Canvas) };
        assert_eq!(a3.with(Sheet::Cards).paper, Paper::A3);
        assert_eq!(a3.with(Sheet::Ballots).paper, Paper::A4);
        assert_eq!(a3.with(Sheet::Poster).paper, Paper::A2);
    }
}
