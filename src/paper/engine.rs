//! The page engine: a template and its data become pages, and pages a PDF.

use std::num::NonZeroUsize;

use typst::World;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst::layout::PageRanges;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::fault::Fault;
use super::world::Sandbox;
use crate::model::ranges::Ranges;

pub(super) fn compile(world: &Sandbox) -> Result<PagedDocument, Fault> {
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

pub(super) fn export(
    document: &PagedDocument,
    standards: &[PdfStandard],
    tagged: bool,
    some: Option<&Ranges>,
) -> Result<Vec<u8>, Fault> {
    let standards =
        PdfStandards::new(standards).map_err(|hint| Fault::Engine(hint.message().to_string()))?;
    let options = PdfOptions {
        standards,
        tagged,
        page_ranges: some.map(ranges),
        creator: Smart::Custom(Some(CREATOR.into())),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| {
        let first = errors.first().map(|error| error.message.to_string());
        Fault::Engine(first.unwrap_or_default())
    })
}

/// In the engine's own way.
fn ranges(some: &Ranges) -> PageRanges {
    let page = |page: &u16| NonZeroUsize::new(usize::from(*page));
    PageRanges::new(some.iter().map(|range| page(range.start())..=page(range.end())).collect())
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
