//! A design set on pages, and those pages as PDF, PNG, SVG or pixels.

use serde::Serialize;
use thiserror::Error;
use typst::World;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use super::content::Content;
use super::setting;
use super::weight;
use super::world::{self, Sandbox};
use crate::model::design::Date;
use crate::model::sheet::{Ink, Order, Paper, Refusal, Sheet};
use crate::model::{Catalogue, Design};
use crate::text::printing as words;

/// A sheet that could not be set.
#[derive(Debug, Error)]
pub enum Fault {
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// What the group wrote takes more pages than anybody could use.
    #[error("too long for this sheet")]
    TooLong,
    /// A template is broken, or met what it was not made for: a fault of the program.
    #[error("the page engine: {0}")]
    Engine(String),
}

impl Fault {
    /// Why there is no page, as the end of a sentence.
    pub fn said(&self) -> String {
        match self {
            Fault::Refused(refusal) => words::refusal(*refusal),
            Fault::TooLong => words::TOO_LONG.to_owned(),
            Fault::Engine(_) => words::FAULT.to_owned(),
        }
    }
}

/// What an order is, to a template.
#[derive(Serialize)]
struct Sent<'a> {
    #[serde(flatten)]
    content: &'a Content,
    /// Millimetres, as the page is turned.
    width: f64,
    height: f64,
    paper: &'static str,
    black: bool,
    bleed: bool,
    people: u16,
    /// The long and the short side of the tiles, in millimetres, and how many pages there are to cut.
    tile: Option<(f64, f64)>,
    poster_pages: usize,
}

/// Reads on another thread what the first page of `order` needs, while this one reads the design.
pub fn prepare(order: Order) {
    // Without that thread, the first page does it.
    let _ = std::thread::Builder::new().spawn(move || world::read_ahead(template(order, false)));
}

/// The pages of one order.
pub struct Pages {
    document: PagedDocument,
    order: Order,
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
        let content = Content::of(catalogue, design, day, code.to_owned());
        let document = set_page(&content, order, None)?;
        let whole = Pages { document, order };
        match order.tiles {
            None => Ok(whole),
            Some(tile) => {
                let cut = Cut { paper: tile, pages: whole.count(), poster: whole.plain_pdf()? };
                let document = set_page(&content, order, Some(cut))?;
                Ok(Pages { document, order })
            }
        }
    }

    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// The width and the height of a page, in points.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.document.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// PDF/UA-1 and PDF/A-2a at once; tiles, which are for the printer alone, are plain PDF 1.7.
    ///
    /// # Errors
    /// [`Fault::Engine`]
    pub fn pdf(&self) -> Result<Vec<u8>, Fault> {
        if self.order.tiles.is_some() {
            return self.plain_pdf();
        }
        export(&self.document, &[PdfStandard::Ua_1, PdfStandard::A_2a], true)
    }

    fn plain_pdf(&self) -> Result<Vec<u8>, Fault> {
        export(&self.document, &[PdfStandard::V_1_7], false)
    }

    /// The picture of a page, `width` pixels wide.
    pub fn picture(&self, page: usize, width: u32) -> Option<Picture> {
        let pixels = typst_render::render(self.page(page)?, &rendering(self.size(page)?.0, width));
        let (width, height) = (pixels.width(), pixels.height());
        Some(Picture { width, height, rgba: pixels.take() })
    }

    /// A page as PNG, `width` pixels wide.
    ///
    /// # Errors
    /// [`Fault::Engine`], when there is no such page or too wide a picture.
    pub fn png(&self, page: usize, width: u32) -> Result<Vec<u8>, Fault> {
        let missing = || Fault::Engine(format!("no page {page}"));
        let found = self.page(page).ok_or_else(missing)?;
        let size = self.size(page).ok_or_else(missing)?;
        let pixels = typst_render::render(found, &rendering(size.0, width));
        pixels.encode_png().map_err(|error| Fault::Engine(error.to_string()))
    }

    pub fn svg(&self, page: usize) -> Option<String> {
        let options = SvgOptions { render_bleed: true, ..SvgOptions::default() };
        Some(typst_svg::svg(self.page(page)?, &options))
    }

    fn page(&self, page: usize) -> Option<&Page> {
        self.document.pages().get(page)
    }
}

/// Pixels of a page: `width` × `height`, four bytes each, opaque.
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
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
        Sheet::Blank => "blank.typ",
        Sheet::Cards => "cards.typ",
        Sheet::Ballots => "ballots.typ",
        Sheet::LargePrint => "large.typ",
    }
}

/// A poster to be cut.
struct Cut {
    paper: Paper,
    pages: usize,
    poster: Vec<u8>,
}

fn set_page(content: &Content, order: Order, cut: Option<Cut>) -> Result<PagedDocument, Fault> {
    let template = template(order, cut.is_some());
    let (long, short) = order.paper.sides();
    let cards = order.sheet == Sheet::Cards && order.paper == Paper::A4;
    let upright = order.sheet == Sheet::LargePrint || cards;
    let (width, height) = if upright { (short, long) } else { (long, short) };
    let sent = Sent {
        content,
        width,
        height,
        paper: order.paper.name(),
        black: order.ink == Ink::Black,
        bleed: order.bleed && order.sheet == Sheet::Poster && order.tiles.is_none(),
        people: order.people,
        tile: cut.as_ref().map(|cut| cut.paper.sides()),
        poster_pages: cut.as_ref().map_or(0, |cut| cut.pages),
    };
    let fault = |error: serde_json::Error| Fault::Engine(error.to_string());
    let mut data = serde_json::to_value(&sent).map_err(fault)?;
    setting::dress(&mut data, order.sheet != Sheet::LargePrint);
    let data = serde_json::to_vec(&data).map_err(fault)?;
    let world = Sandbox::new(template, data, cut.map(|cut| cut.poster))
        .ok_or_else(|| Fault::Engine(format!("no template {template}")))?;
    compile(&world)
}

fn compile(world: &Sandbox) -> Result<PagedDocument, Fault> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    if let Some(warning) = warnings.first() {
        // A face that is missing, a layout that does not settle: the page would not be what was drawn.
        return Err(Fault::Engine(told(world, warning)));
    }
    output.map_err(|errors| {
        let first = errors.first().map(|error| told(world, error));
        Fault::Engine(first.unwrap_or_default())
    })
}

fn export(
    document: &PagedDocument,
    standards: &[PdfStandard],
    tagged: bool,
) -> Result<Vec<u8>, Fault> {
    let standards =
        PdfStandards::new(standards).map_err(|hint| Fault::Engine(hint.message().to_string()))?;
    let options = PdfOptions {
        standards,
        tagged,
        creator: Smart::Custom(Some(CREATOR.into())),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| {
        let first = errors.first().map(|error| error.message.to_string());
        Fault::Engine(first.unwrap_or_default())
    })
}

const CREATOR: &str = "Dessiner un labo";

/// A diagnostic with the place it points at.
fn told(world: &Sandbox, diagnostic: &SourceDiagnostic) -> String {
    use typst::WorldExt;
    let at = diagnostic.span.id().and_then(|id| {
        let range = world.range(diagnostic.span)?;
        let source = world.source(id).ok()?;
        let line = source.text().get(..range.start)?.lines().count();
        Some(format!("{}:{line}: ", id.get().vpath().get_without_slash()))
    });
    format!("{}{}", at.unwrap_or_default(), diagnostic.message)
}
