//! « exporter » writes the sheets of many designs as files, without a window.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;

use clap::{ArgAction, Args};

use super::many::{self, Verdict};
use super::say::fail;
use crate::model::Catalogue;
use crate::model::design::Date;
use crate::model::ranges::Ranges;
use crate::model::sheet::{Ink, MOST_PEOPLE, Order, PEOPLE, Paper, Sheet};
use crate::paper::export::{self, NARROWEST_PICTURE, WIDEST_PICTURE};
use crate::paper::{self, Format, Pages};
use crate::platform::clock;
use crate::storage::outputs::{Name, Names};
use crate::storage::{self, outputs};
use crate::text::{errors, pages as words, printing, terminal};

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
    #[arg(long = "feuilles-entieres")]
    whole_sheets: bool,
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
    #[arg(long = "remplacer")]
    over: bool,
    #[arg(long = "personnes", value_parser = clap::value_parser!(u16).range(1..=i64::from(MOST_PEOPLE)))]
    people: Option<u16>,
    #[arg(long = "pages", value_parser = ranges)]
    pages: Option<Ranges>,
    #[arg(long = "largeur", value_parser = clap::value_parser!(u32).range(i64::from(NARROWEST_PICTURE)..=i64::from(WIDEST_PICTURE)))]
    width: Option<u32>,
    #[arg(short = 'h', long = "aide", alias = "help", action = ArgAction::Help)]
    help: Option<bool>,
}

/// What is to be exported.
#[derive(Debug, PartialEq, Eq)]
pub struct Export {
    pub(super) files: Vec<PathBuf>,
    order: Order,
    format: Format,
    pages: Option<Ranges>,
    /// Beside each file when none was named.
    pub(super) folder: Option<PathBuf>,
    /// What has the name of what is written is replaced.
    over: bool,
    /// Why an option that was given would change nothing.
    useless: Option<&'static str>,
}

fn sheet(words: &str) -> Result<Sheet, String> {
    let known = Sheet::ALL.into_iter().find(|sheet| printing::id(*sheet) == words);
    known.ok_or_else(String::new)
}

fn paper(words: &str) -> Result<Paper, String> {
    let known = Paper::ALL.into_iter().find(|paper| paper.name().eq_ignore_ascii_case(words));
    known.ok_or_else(String::new)
}

fn ranges(words: &str) -> Result<Ranges, String> {
    Ranges::parse(words).ok_or_else(String::new)
}

impl From<Arguments> for Export {
    fn from(asked: Arguments) -> Export {
        let order = Order::of(asked.sheet);
        let order = Order {
            paper: asked.paper.unwrap_or(order.paper),
            tiles: asked.tiles,
            whole_sheets: asked.whole_sheets,
            ink: if asked.black { Ink::Black } else { Ink::Colour },
            blank: asked.blank,
            bleed: asked.bleed,
            people: asked.people.unwrap_or(PEOPLE),
            ..order
        };
        let useless = match (&*asked.format, asked.width, asked.people) {
            ("pdf" | "svg", Some(_), _) => Some(words::WIDTH_OF_PNG_ALONE),
            (_, _, Some(_)) if asked.sheet != Sheet::Ballots => {
                Some(words::PEOPLE_OF_BALLOTS_ALONE)
            }
            _ => None,
        };
        Export {
            files: asked.files,
            order,
            format: match asked.format.as_str() {
                "png" => Format::Png(asked.width.unwrap_or_else(|| export::picture_width(order))),
                "svg" => Format::Svg,
                _ => Format::Pdf,
            },
            pages: asked.pages,
            folder: asked.folder,
            over: asked.over,
            useless,
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
    if let Some(useless) = asked.useless {
        return fail(&terminal::refused(useless));
    }
    if !export::is_made(asked.order, asked.format) {
        return fail(&terminal::refused(words::NO_TILES_AS_SVG));
    }
    paper::prepare(asked.order);
    let catalogue = match Catalogue::built_in() {
        Ok(catalogue) => catalogue,
        Err(_) => return fail(terminal::DAMAGED),
    };
    if let Some(folder) = &asked.folder
        && fs::create_dir_all(folder).is_err()
    {
        return fail(&terminal::no_folder(folder));
    }
    let mut names = Names::default();
    let given = given(asked, &mut names);
    let names = Mutex::new(names);
    let day = clock::now().date();
    many::each(&asked.files, terminal::EXPORT_PROGRESS, out, &|place, file| {
        let line = export_one(asked, &catalogue, day, file, &given[place], &names);
        Verdict { sound: line.is_ok(), line: line.unwrap_or_else(|line| line) }
    })
}

/// The name of what each file gives, before anything is written: it depends on no thread. Two designs of one name are told apart by a
/// number, that no third design has.
fn given(asked: &Export, names: &mut Names) -> Vec<Name> {
    let extension = asked.format.extension();
    // Each picture says its page: a PDF of some pages alone must say them.
    let some = asked.pages.as_ref().filter(|_| asked.format == Format::Pdf);
    let folder = |file: &Path| {
        let beside = file.parent().unwrap_or(Path::new("")).to_path_buf();
        asked.folder.clone().unwrap_or(beside)
    };
    let named = |file: &Path, number: usize| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        export::nth_stem(&name, number, asked.order, some)
    };
    let mut give = |folder: &Path, base: String| {
        let free = !names.is_given(folder, &base, extension);
        free.then(|| names.give(folder, base, extension, asked.over))
    };
    // Those that have their own name keep it, wherever they stand among those that must find another.
    let files = asked.files.iter();
    let given: Vec<Option<Name>> =
        files.clone().map(|file| give(&folder(file), named(file, 1))).collect();
    let mut last: HashMap<(PathBuf, String), usize> = HashMap::new();
    let find = |(file, given): (&PathBuf, Option<Name>)| {
        let folder = folder(file);
        let number = last.entry((folder.clone(), named(file, 1))).or_insert(1);
        given.unwrap_or_else(|| {
            loop {
                *number += 1;
                if let Some(name) = give(&folder, named(file, *number)) {
                    return name;
                }
            }
        })
    };
    files.zip(given).map(find).collect()
}

/// The line that says what came of a file.
fn export_one(
    asked: &Export,
    catalogue: &Catalogue,
    day: Date,
    file: &Path,
    name: &Name,
    names: &Mutex<Names>,
) -> Result<String, String> {
    let refused = |why: String| terminal::not_exported(file, &why);
    let opened =
        storage::read(file, catalogue).map_err(|error| refused(errors::read_reason(&error)))?;
    let code = paper::code_of(&opened.design, catalogue);
    let fault = |fault: paper::Fault| refused(fault.said());
    let pages = Pages::set(catalogue, &opened.design, day, &code, asked.order).map_err(fault)?;
    let some = asked.pages.as_ref();
    let made = export::outputs(&pages, asked.format, some, &|| true).map_err(fault)?;
    let write = if asked.over { Name::write_over } else { Name::write_among };
    let written =
        write(name.clone(), &made, names).map_err(|outputs::NotMade { path, error }| {
            refused(errors::write_reason_of(&path, &error))
        })?;
    paper::forget();
    let count = some.map_or(pages.count(), |some| some.among(pages.count()));
    let said = terminal::exported(file, &written, count) + &terminal::not_drawn(&opened.warnings);
    // What was to be replaced is still there.
    let wanted = made.iter().map(|(suffix, _)| name.path(suffix));
    let mixed = asked.over && !wanted.eq(written);
    Ok(if mixed { said + terminal::OTHER_PAGES_STAY } else { said })
}
