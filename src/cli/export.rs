//! « exporter »: the sheets of many designs as files, without a window.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgAction, Args};

use super::fail;
use super::many::{self, Verdict};
use crate::model::Catalogue;
use crate::model::design::Date;
use crate::model::sheet::{Ink, MOST_PEOPLE, Order, PEOPLE, Paper, Sheet};
use crate::paper::export::{self, NARROWEST_PICTURE, PICTURE_WIDTH, WIDEST_PICTURE};
use crate::paper::{self, Format, Pages};
use crate::platform::clock;
use crate::storage;
use crate::text::{printing, terminal};

#[derive(Args, Debug)]
pub struct Arguments {
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[arg(long = "feuille", value_parser = sheet, default_value = "canevas")]
    sheet: Sheet,
    #[arg(long = "papier", value_parser = paper)]
    paper: Option<Paper>,
    #[arg(long = "carreaux", value_parser = paper)]
    tiles: Option<Paper>,
    #[arg(long = "format", value_parser = ["pdf", "png", "svg"], default_value = "pdf")]
    format: String,
    #[arg(long = "sortie")]
    folder: Option<PathBuf>,
    #[arg(long = "noir")]
    black: bool,
    #[arg(long = "vierge")]
    blank: bool,
    #[arg(long = "fond-perdu")]
    bleed: bool,
    #[arg(long = "personnes", default_value_t = PEOPLE, value_parser = clap::value_parser!(u16).range(1..=i64::from(MOST_PEOPLE)))]
    people: u16,
    #[arg(long = "largeur", default_value_t = PICTURE_WIDTH, value_parser = clap::value_parser!(u32).range(i64::from(NARROWEST_PICTURE)..=i64::from(WIDEST_PICTURE)))]
    width: u32,
    #[arg(short = 'h', long = "aide", alias = "help", action = ArgAction::Help)]
    help: Option<bool>,
}

/// What is to be exported.
#[derive(Debug, PartialEq, Eq)]
pub struct Export {
    files: Vec<PathBuf>,
    order: Order,
    format: Format,
    /// Beside each file when none was named.
    folder: Option<PathBuf>,
}

fn sheet(words: &str) -> Result<Sheet, String> {
    let known = Sheet::ALL.into_iter().find(|sheet| printing::id(*sheet) == words);
    known.ok_or_else(String::new)
}

fn paper(words: &str) -> Result<Paper, String> {
    let known = Paper::ALL.into_iter().find(|paper| paper.name().eq_ignore_ascii_case(words));
    known.ok_or_else(String::new)
}

impl From<Arguments> for Export {
    fn from(asked: Arguments) -> Export {
        let order = Order::of(asked.sheet);
        Export {
            files: asked.files,
            order: Order {
                paper: asked.paper.unwrap_or(order.paper),
                tiles: asked.tiles,
                ink: if asked.black { Ink::Black } else { Ink::Colour },
                blank: asked.blank,
                bleed: asked.bleed,
                people: asked.people,
                ..order
            },
            format: match asked.format.as_str() {
                "png" => Format::Png(asked.width),
                "svg" => Format::Svg,
                _ => Format::Pdf,
            },
            folder: asked.folder,
        }
    }
}

/// Exports each file, one line each on `out`; all of them even when one is refused.
///
/// Exits with 0 when all were written, 1 when one was not, 2 when what is asked for does not exist.
pub fn export(asked: &Export, out: &mut dyn Write) -> ExitCode {
    if let Err(refusal) = asked.order.check() {
        return fail(&terminal::refused(&printing::refusal(refusal)));
    }
    paper::prepare(asked.order);
    let catalogue = match Catalogue::built_in() {
        Ok(catalogue) => catalogue,
        Err(error) => return fail(&terminal::damaged(&error)),
    };
    if let Some(folder) = &asked.folder
        && fs::create_dir_all(folder).is_err()
    {
        return fail(&terminal::no_folder(folder));
    }
    let stems = stems(asked);
    let now = clock::now();
    let day = Date { year: now.year, month: now.month, day: now.day };
    many::each(&asked.files, terminal::EXPORT_PROGRESS, out, &|place, file| {
        let line = export_one(asked, &catalogue, day, file, &stems[place]);
        Verdict { sound: line.is_ok(), line: line.unwrap_or_else(|line| line) }
    })
}

/// Where each file goes, without an extension: two that would take one name do not.
fn stems(asked: &Export) -> Vec<PathBuf> {
    let mut taken: HashMap<PathBuf, usize> = HashMap::new();
    let files = asked.files.iter();
    files
        .map(|file| {
            let folder = asked.folder.as_deref().or(file.parent()).unwrap_or(Path::new(""));
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            let stem = folder.join(export::stem(&name, asked.order));
            let times = taken.entry(stem.clone()).or_default();
            *times += 1;
            if *times == 1 {
                return stem;
            }
            folder.join(export::stem(&format!("{name}-{times}"), asked.order))
        })
        .collect()
}

/// The line that says what came of a file.
fn export_one(
    asked: &Export,
    catalogue: &Catalogue,
    day: Date,
    file: &Path,
    stem: &Path,
) -> Result<String, String> {
    let refused = |why: String| terminal::not_exported(file, &why);
    let opened = storage::read(file, catalogue)
        .map_err(|error| refused(crate::text::errors::read_reason(&error)))?;
    let code = paper::code_of(&opened.design, catalogue);
    let pages = Pages::set(catalogue, &opened.design, day, &code, asked.order)
        .map_err(|fault| refused(printing::fault(&fault.to_string())))?;
    let written = export::write(&pages, asked.format, stem).map_err(|error| match error {
        export::ExportError::Fault(fault) => refused(printing::fault(&fault.to_string())),
        export::ExportError::Write(path, error) => {
            refused(crate::text::errors::write_reason_of(&path, &error))
        }
    })?;
    paper::forget();
    Ok(terminal::exported(file, &written, pages.count()))
}
