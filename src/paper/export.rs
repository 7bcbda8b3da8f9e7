//! Pages as files: their names, and their bytes.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::pages::{Fault, Pages};
use crate::model::sheet::{Order, Sheet};
use crate::storage::{self, WriteError};
use crate::text::printing as words;

/// What a page is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    #[default]
    Pdf,
    /// A picture of each page, so many pixels wide.
    Png(u32),
    Svg,
}

/// The width of a picture when nobody chose one: legible on a screen, small enough for a message.
pub const PICTURE_WIDTH: u32 = 2400;
/// The widest picture, in pixels: it is made whole in memory, at four bytes a pixel.
pub const WIDEST_PICTURE: u32 = 10_000;
/// The narrowest.
pub const NARROWEST_PICTURE: u32 = 64;

impl Format {
    pub fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png(_) => "png",
            Format::Svg => "svg",
        }
    }
}

/// A file to be written.
#[derive(Debug)]
pub struct Output {
    /// What follows the stem of its name: « _2.png » for the second page of several.
    pub suffix: String,
    pub bytes: Vec<u8>,
}

/// A sheet that did not become a file.
#[derive(Debug, Error)]
pub enum ExportError {
    #[error(transparent)]
    Fault(#[from] Fault),
    #[error("{0}: {1}")]
    Write(PathBuf, WriteError),
}

/// The files of some pages: one PDF, or a picture a page.
///
/// # Errors
/// [`Fault`]
pub fn outputs(pages: &Pages, format: Format) -> Result<Vec<Output>, Fault> {
    let extension = format.extension();
    if format == Format::Pdf {
        return Ok(vec![Output { suffix: format!(".{extension}"), bytes: pages.pdf()? }]);
    }
    let count = pages.count();
    let bytes = |page: usize| match format {
        Format::Png(width) => pages.png(page, width),
        _ => Ok(pages.svg(page).unwrap_or_default().into_bytes()),
    };
    (0..count)
        .map(|page| {
            let suffix = if count == 1 {
                format!(".{extension}")
            } else {
                // Sorts as the pages do.
                format!("_{:0width$}.{extension}", page + 1, width = count.to_string().len())
            };
            Ok(Output { suffix, bytes: bytes(page)? })
        })
        .collect()
}

/// Writes the files of some pages under `stem` (a path without an extension); gives their paths.
///
/// # Errors
/// [`ExportError`]; each file is whole or not there.
pub fn write(pages: &Pages, format: Format, stem: &Path) -> Result<Vec<PathBuf>, ExportError> {
    let mut written = Vec::new();
    for output in outputs(pages, format)? {
        let mut name = stem.as_os_str().to_owned();
        name.push(&output.suffix);
        let path = PathBuf::from(name);
        match storage::write(&path, &output.bytes) {
            // In place, though the disk did not say so.
            Ok(()) | Err(WriteError::NotConfirmed(_)) => written.push(path),
            Err(error) => return Err(ExportError::Write(path, error)),
        }
    }
    Ok(written)
}

/// « labo_canevas_A3 », « labo_affiche_A0_en_A4 »: the stem of a file of `order`, for a design whose file is called `of`.
pub fn stem(of: &str, order: Order) -> String {
    let mut stem = format!("{of}_{}_{}", words::id(order.sheet), order.paper.name());
    if order.sheet == Sheet::Poster && order.blank {
        stem.push_str(words::BLANK_SUFFIX);
    }
    if let Some(tiles) = order.tiles {
        stem.push_str(words::TILES_SUFFIX);
        stem.push_str(tiles.name());
    }
    stem
}
