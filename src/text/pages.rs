//! This says what the sheet chosen is: its name on its paper, how a poster is cut, which pages, how many copies, on
//! which printer.

use super::interface::thousands;
use super::printing::{name, pages};
use crate::model::sheet::{Ink, Order, Paper, Sheet};
use crate::model::tiling::Tiling;

pub const COPIES: &str = "Exemplaires";
pub const PAGES: &str = "Pages";
pub const COPIES_AND_PAGES: &str = "Exemplaires, et pages (par exemple 1-3, 5)";
/// In the place of the pages, while none was chosen.
pub const ALL_PAGES: &str = "toutes";
/// Beside what prints, where there is no printer.
pub const BY_ANOTHER_PROGRAM: &str = "Sans imprimante ici\u{a0}: un autre programme imprimera.";
pub const OTHERWISE: &str = "Autrement";
/// While the printers are looked for.
pub const LOOKING: &str = "On cherche les imprimantes…";
pub const SEEK: &str = "Chercher une imprimante";
pub const NONE_SO: &str = "Aucune imprimante ne porte ce nom.";
/// While a sheet is being made, another is asked for.
pub const BUSY: &str =
    "Une feuille est encore en cours\u{a0}: attendez qu’elle soit finie, puis recommencez.";
/// To a printer that says that it does not have the paper.
pub const SEND_ANYWAY: &str = "Envoyer quand même";
pub const STOPPING: &str = "Arrêt en cours…";

/// « Le canevas rempli, A4 », « L’affiche, A1, en 10 feuilles A4 »
pub fn sheet_on(order: Order) -> String {
    let mut said = format!("{}, {}", name(order.sheet), order.paper.name());
    if let Some((cut, tile)) = order.tiling().zip(order.tiles) {
        said += &format!(", en {} feuilles {}", cut.sheets(), tile.name());
    }
    said
}

/// « Le labo des possibles — Le canevas rempli, A4 »: what a list of open files, or a print queue, calls it.
pub fn document_title(lab: &str, order: Order) -> String {
    let mut said = format!("{lab} — {}", sheet_on(order));
    if order.sheet == Sheet::Poster && order.blank {
        said += ", à remplir";
    }
    if order.sheet == Sheet::Ballots {
        said += &format!(", pour {}", people(order.people));
    }
    if order.ink == Ink::Black {
        said += ", en noir";
    }
    said
}

/// « … — Les cartes, A4, page 2 sur 14 », counted from 0.
pub fn page_of_document(title: &str, page: usize, of: usize) -> String {
    format!("{title}, {}", super::printing::page(page, of))
}

/// « 1 personne », « 12 personnes »
pub fn people(count: u16) -> String {
    if count == 1 { "1 personne".to_owned() } else { format!("{count} personnes") }
}

/// « 1 exemplaire », « 3 exemplaires »
pub fn copies(count: u16) -> String {
    if count == 1 { "1 exemplaire".to_owned() } else { format!("{count} exemplaires") }
}

/// « d’une pièce », « 15 feuilles A4 », « 10 feuilles A4, à 91 % »: what each way to have a poster costs.
pub fn cut(tiles: Option<(Tiling, Paper)>) -> String {
    let Some((cut, tile)) = tiles else { return "d’une pièce".to_owned() };
    let sheets = format!("{} feuilles {}", cut.sheets(), tile.name());
    if cut.scale < 1.0 { format!("{sheets}, à {}\u{a0}%", cut.percents()) } else { sheets }
}

/// What goes on from sheets that have no number of their own.
const APART: &str = "suite ";

/// What a reader's program calls page `at` (from 0) of a PDF: what stands before its number, and that number. « feuille 2 », as
/// the sheet says at its foot; « plan 1 » then « 2-3 », row and column, for a poster in sheets; « suite 1 » after cards, from 0 again.
pub fn label(order: Order, at: usize) -> (String, u64) {
    let number = at as u64;
    if order.sheet == Sheet::Cards {
        return (APART.to_owned(), number + 1);
    }
    let Some(cut) = order.tiling() else { return ("feuille ".to_owned(), number + 1) };
    let (columns, sheets) = (u64::from(cut.columns), u64::from(cut.sheets()));
    match number {
        0 => ("plan ".to_owned(), 1),
        n if n <= sheets => (format!("{}-", (n - 1) / columns + 1), (n - 1) % columns + 1),
        n => (APART.to_owned(), n - sheets),
    }
}

/// « chercher parmi 3 000 »
pub fn seek_among(count: usize) -> String {
    format!("chercher parmi {}", thousands(count))
}

/// « et 2 994 autres »
pub fn more_printers(count: usize) -> String {
    if count == 1 { "et 1 autre".to_owned() } else { format!("et {} autres", thousands(count)) }
}

/// « Sur Bureau, 2 exemplaires, pages 1-3 »: where what prints will print.
pub fn on_printer(printer: &str, times: u16, typed: &str) -> String {
    let mut said = format!("Sur {}", super::shown::escaped(printer));
    if times > 1 {
        said += &format!(", {}", copies(times));
    }
    if !typed.trim().is_empty() {
        said += &format!(", pages {}", super::shown::line(typed.trim()));
    }
    said
}

/// « Envoyé à Bureau : Le canevas rempli, A3, 1 page, 2 exemplaires. »
pub fn sent(printer: &str, order: Order, count: usize, times: u16) -> String {
    let times = if times == 1 { String::new() } else { format!(", {}", copies(times)) };
    let printer = super::shown::escaped(printer);
    format!("Envoyé à {printer}\u{a0}: {}, {}{times}.", sheet_on(order), pages(count))
}

/// What was typed is no pages.
pub fn not_pages(typed: &str) -> String {
    let typed = super::shown::line(typed);
    format!("«\u{a0}{typed}\u{a0}» ne dit pas quelles pages\u{a0}: écrivez par exemple 1-3, 5.")
}

/// None of the pages chosen is there.
pub fn no_such_page(count: usize) -> String {
    format!("aucune de ces pages n’existe\u{a0}: la feuille en a {}", thousands(count))
}

/// The same, as a sentence of its own.
pub fn not_there(count: usize) -> String {
    super::values::capitalised(&no_such_page(count)) + "."
}

/// « Passer en A4 »: the same sheet on a paper that the printer has.
pub fn on_that_paper(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "Passer en A4",
        Paper::A3 => "Passer en A3",
        Paper::A2 => "Passer en A2",
        Paper::A1 => "Passer en A1",
        Paper::A0 => "Passer en A0",
    }
}

/// « En feuilles A4 »: a poster on a paper that the printer has.
pub fn in_sheets(paper: Paper) -> &'static str {
    if paper == Paper::A3 { "En feuilles A3" } else { "En feuilles A4" }
}

pub const WIDTH_OF_PNG_ALONE: &str =
    "la largeur («\u{a0}--largeur\u{a0}») ne se choisit que pour des images png";
pub const PEOPLE_OF_BALLOTS_ALONE: &str =
    "le nombre de personnes («\u{a0}--personnes\u{a0}») ne sert qu’aux bulletins";

/// A poster in sheets is not a drawing.
pub const NO_TILES_AS_SVG: &str = "une affiche en feuilles ne s’enregistre pas en svg (chaque feuille porterait \
    l’affiche entière)\u{a0}: prenez le pdf, ou l’affiche d’une pièce";
