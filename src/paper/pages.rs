//! A design is set on pages here, and those pages become PDF, PNG, SVG or pixels.

use serde::Serialize;
use typst_layout::{Page, PagedDocument};
use typst_pdf::PdfStandard;
use typst_render::RenderOptions;

use super::addresses::Links;
use super::bleed;
use super::content::Content;
use super::culprit;
use super::drawing;
use super::engine::{compile, export};
use super::fault::Fault;
use super::finished::finished;
use super::picture::Picture;
use super::setting;
use super::weight;
use super::world::{self, Sandbox};
use crate::model::design::Date;
use crate::model::ranges::Ranges;
use crate::model::sheet::{Ink, Order, Paper, Refusal, Sheet};
use crate::model::tiling::{BORDER, OVERLAP, REACH};
use crate::model::{Catalogue, Design};
use crate::storage::{self};
use crate::text::{pages as words, printing};

/// What an order is, to a template.
#[derive(Serialize)]
struct Sent<'a> {
    #[serde(flatten)]
    content: &'a Content,
    /// What a list of open files calls it: it tells the sheets of one lab apart.
    document: &'a str,
    /// What its sheet is, for the pages that go on from it: « Le relevé ».
    kind: &'static str,
    /// Millimetres, as the page is turned.
    width: f64,
    height: f64,
    /// Of the pages that what does not fit goes on to.
    rest: (f64, f64),
    paper: &'static str,
    /// Its pages carry no number: what goes on from them is on pages numbered apart.
    apart: bool,
    black: bool,
    bleed: bool,
    people: u16,
    tiles: Option<Tiles>,
}

/// How a poster is cut, to its template: millimetres.
#[derive(Serialize)]
struct Tiles {
    /// What the sheets are called, and how large they are as they lie.
    paper: &'static str,
    width: f64,
    height: f64,
    border: f64,
    reach: f64,
    overlap: f64,
    columns: u16,
    rows: u16,
    /// Of the poster, once it is put together.
    poster_width: f64,
    poster_height: f64,
    /// How many pages follow the poster, to be printed as they are.
    rest: usize,
}

/// Reads on another thread what the first page of `order` needs, while this one reads the design.
pub fn prepare(order: Order) {
    // Without that thread, the first page does it.
    let _ = std::thread::Builder::new().spawn(move || world::read_ahead(template(order, false)));
}

/// The pages of one order.
pub struct Pages {
    pub(super) document: PagedDocument,
    order: Order,
    title: String,
}

impl Pages {
    /// Sets the sheet that `order` asks for. Takes milliseconds: never on the interface's thread.
    ///
    /// # Errors
    /// [`Fault::Refused`] when no such sheet is made, [`Fault::TooLong`] for what would be thousands of pages, [`Fault::Engine`] for a
    /// fault of ours.
    pub fn set(
        catalogue: &Catalogue,
        design: &Design,
        day: Date,
        code: &str,
        order: Order,
    ) -> Result<Pages, Fault> {
        order.check()?;
        if weight::is_too_much(design, order) {
            return Err(Fault::TooLong);
        }
        let set = |design: &Design| Pages::set_once(catalogue, design, day, code, order);
        match set(design) {
            // A text is looked for, so that the group can say it otherwise.
            Err(Fault::Engine(why)) => {
                Err(match culprit::alone(design, &|without| set(without).is_ok()) {
                    Some(part) => {
                        Fault::Text(part.clone(), storage::name(catalogue, design, &part))
                    }
                    None => Fault::Engine(why),
                })
            }
            set => set,
        }
    }

    fn set_once(
        catalogue: &Catalogue,
        design: &Design,
        day: Date,
        code: &str,
        order: Order,
    ) -> Result<Pages, Fault> {
        let content = Content::of(catalogue, design, day, code.to_owned());
        // What keeps words on one line is for paper alone.
        let title = words::document_title(&content.name().replace('\u{a0}', " "), order);
        let setting = Setting { content: &content, title: &title, order };
        let document = match order.tiles {
            None => setting.pages(None)?,
            Some(tile) => setting.tiles(tile)?,
        };
        Ok(Pages { document, order, title })
    }

    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// What the document is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The width and the height of a page, in points.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.document.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// PDF/UA-1 and PDF/A-2a at once; tiles, which are for the printer alone, are plain PDF 1.7. `some` of the pages are PDF/A-2b: the
    /// engine tags whole documents only.
    ///
    /// # Errors
    /// [`Fault::Engine`]; [`Fault::NoPage`] when there is none of `some`.
    pub fn pdf(&self, some: Option<&Ranges>) -> Result<Vec<u8>, Fault> {
        self.chosen(some)?;
        let document = finished(&self.document, self.order);
        if self.order.tiles.is_some() {
            return export(&document, &[PdfStandard::V_1_7], false, some);
        }
        let made = if some.is_some() {
            export(&document, &[PdfStandard::A_2b], false, some)?
        } else {
            export(&document, &[PdfStandard::Ua_1, PdfStandard::A_2a], true, None)?
        };
        if !self.order.bleed {
            return Ok(made);
        }
        bleed::said(&made).ok_or_else(|| Fault::Engine("its pages are not found again".into()))
    }

    /// The pages of `some`, from 0; all of them when nothing was chosen.
    ///
    /// # Errors
    /// [`Fault::NoPage`]
    pub fn chosen(&self, some: Option<&Ranges>) -> Result<Vec<usize>, Fault> {
        let count = self.count();
        let all = 0..count;
        let chosen: Vec<usize> =
            all.filter(|page| some.is_none_or(|some| some.has(*page))).collect();
        if chosen.is_empty() { Err(Fault::NoPage(count)) } else { Ok(chosen) }
    }

    /// The picture of a page, `width` pixels wide.
    pub fn picture(&self, page: usize, width: u32) -> Option<Picture> {
        let pixels = typst_render::render(self.page(page)?, &rendering(self.size(page)?.0, width));
        let (width, height) = (pixels.width(), pixels.height());
        Some(Picture { width, height, rgba: pixels.take() })
    }

    /// A page as PNG, `width` pixels wide; it says how large it is on paper.
    ///
    /// # Errors
    /// [`Fault::Engine`], when there is no such page or too wide a picture.
    pub fn png(&self, page: usize, width: u32) -> Result<Vec<u8>, Fault> {
        let missing = || Fault::Engine(format!("no page {page}"));
        let points = self.size(page).ok_or_else(missing)?.0;
        let picture = self.picture(page, width).ok_or_else(missing)?;
        drawing::png(&picture, points).map_err(|error| Fault::Engine(error.to_string()))
    }

    /// A page as SVG, with its title and its words.
    pub fn svg(&self, page: usize) -> Option<String> {
        let title = if self.count() == 1 {
            self.title.clone()
        } else {
            words::page_of_document(&self.title, page, self.count())
        };
        Some(drawing::svg(self.page(page)?, &title))
    }

    fn page(&self, page: usize) -> Option<&Page> {
        self.document.pages().get(page)
    }
}

fn rendering(points: f64, pixels: u32) -> RenderOptions {
    RenderOptions { pixel_per_pt: (f64::from(pixels) / points).into(), render_bleed: true }
}

/// The template of a sheet.
fn template(order: Order, tile: bool) -> &'static str {
    match order.sheet {
        _ if tile => "tiles.typ",
        Sheet::Poster if order.blank => "blank.typ",
        Sheet::Canvas | Sheet::Poster => "canvas.typ",
        Sheet::Minutes => "minutes.typ",
        Sheet::Blank => "blank.typ",
        Sheet::Cards => "cards.typ",
        Sheet::Ballots => "ballots.typ",
        Sheet::LargePrint => "large.typ",
    }
}

/// What pages are set from.
struct Setting<'a> {
    content: &'a Content,
    title: &'a str,
    order: Order,
}

impl Setting<'_> {
    /// The pages of a sheet; those of a poster to be cut as on A3, of which it is an enlargement, and what does not fit on it on the
    /// paper of its tiles, or on an ordinary one.
    fn pages(&self, cut: Option<Paper>) -> Result<PagedDocument, Fault> {
        let Order { sheet, paper, .. } = self.order;
        let (long, short) = if cut.is_some() { Paper::A3.sides() } else { paper.sides() };
        let (width, height) = if sheet.is_upright(paper) { (short, long) } else { (long, short) };
        let rest = match cut {
            Some(tile) => tile.sides(),
            // What is read beside a poster is of a paper that an office has.
            None if sheet == Sheet::Poster => Paper::A4.sides(),
            None => (width, height),
        };
        self.set(template(self.order, false), (width, height), rest, None, None)
    }

    /// The poster cut into sheets, and what did not fit on it.
    fn tiles(&self, tile: Paper) -> Result<PagedDocument, Fault> {
        let poster = self.pages(Some(tile))?;
        let rest = poster.pages().len().saturating_sub(1);
        let poster = export(&finished(&poster, self.order), &[PdfStandard::V_1_7], false, None)?;
        // An order that was checked has one.
        let cut = self.order.tiling().ok_or(Refusal::TilePaper(tile))?;
        let (poster_width, poster_height) = cut.assembled(self.order.paper);
        let tiles = Tiles {
            paper: tile.name(),
            width: cut.width,
            height: cut.height,
            border: BORDER,
            reach: REACH,
            overlap: OVERLAP,
            columns: cut.columns,
            rows: cut.rows,
            poster_width,
            poster_height,
            rest,
        };
        let sides = self.order.paper.sides();
        self.set(template(self.order, true), sides, tile.sides(), Some(tiles), Some(poster))
    }

    fn set(
        &self,
        template: &'static str,
        (width, height): (f64, f64),
        rest: (f64, f64),
        tiles: Option<Tiles>,
        poster: Option<Vec<u8>>,
    ) -> Result<PagedDocument, Fault> {
        let order = self.order;
        let sent = Sent {
            content: self.content,
            document: self.title,
            kind: printing::name(order.sheet),
            width,
            height,
            rest,
            paper: order.paper.name(),
            apart: order.sheet == Sheet::Cards,
            black: order.ink == Ink::Black,
            bleed: order.bleed && order.sheet == Sheet::Poster && order.tiles.is_none(),
            people: order.people,
            tiles,
        };
        let fault = |error: serde_json::Error| Fault::Engine(error.to_string());
        let mut data = serde_json::to_value(&sent).map_err(fault)?;
        setting::dress(&mut data, order.sheet != Sheet::LargePrint);
        data["links"] = serde_json::to_value(Links::of(&data)).map_err(fault)?;
        let data = serde_json::to_vec(&data).map_err(fault)?;
        let world = Sandbox::new(template, data, poster)
            .ok_or_else(|| Fault::Engine(format!("no template {template}")))?;
        compile(&world)
    }
}
