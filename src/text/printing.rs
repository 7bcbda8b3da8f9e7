//! This says what printing needs said: the names of the sheets, what cannot be had, and what came out.

use std::path::{Path, PathBuf};

use super::Message;
use super::interface::thousands;
use super::{errors, shown};
use crate::model::sheet::{Edge, MOST_PEOPLE, Order, Paper, Refusal, Sheet};
use crate::storage::{Part, WriteError};

/// « canevas »: what the command line and the names of files call a sheet.
pub fn id(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Canvas => "canevas",
        Sheet::Minutes => "releve",
        Sheet::Blank => "vierge",
        Sheet::Cards => "cartes",
        Sheet::Ballots => "bulletins",
        Sheet::LargePrint => "gros-caracteres",
        Sheet::Poster => "affiche",
    }
}

pub const BLANK_SUFFIX: &str = "_vierge";
pub const TILES_SUFFIX: &str = "_en_";
pub const BLACK_SUFFIX: &str = "_noir";
pub const BLEED_SUFFIX: &str = "_fond-perdu";
pub const PAGES_SUFFIX: &str = "_pages_";
pub const WHOLE_SUFFIX: &str = "_entieres";

/// What a person chooses.
pub fn name(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Canvas => "Le canevas rempli",
        Sheet::Minutes => "Le relevé",
        Sheet::Blank => "Le canevas vierge",
        Sheet::Cards => "Les cartes",
        Sheet::Ballots => "Les bulletins",
        Sheet::LargePrint => "La copie en gros caractères",
        Sheet::Poster => "L’affiche",
    }
}

/// What it is for, in a line.
pub fn purpose(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Canvas => "tout ce que le groupe a dit, sur une page",
        Sheet::Minutes => {
            "décidé, ouvert, en désaccord, et la suite\u{a0}: pour qui n’était pas là"
        }
        Sheet::Blank => "à remplir au stylo, ou à couvrir de notes",
        Sheet::Cards => "les six labos, le nôtre et les points de vigilance, recto et verso",
        Sheet::Ballots => "un petit papier par personne, avant d’en parler",
        Sheet::LargePrint => "le même contenu en 18 points, sur une colonne",
        Sheet::Poster => "le canevas au mur, d’une pièce ou en feuilles à assembler",
    }
}

/// Why a sheet cannot be had so, and how it can.
pub fn refusal(refusal: Refusal) -> String {
    let among = |papers: &[Paper]| {
        let names: Vec<&str> = papers.iter().map(|paper| paper.name()).collect();
        names.join(" ou ")
    };
    match refusal {
        Refusal::Paper(sheet, paper) => format!(
            "«\u{a0}{}\u{a0}» n’est pas dessiné pour du {}, mais pour du {}",
            id(sheet),
            paper.name(),
            among(sheet.papers())
        ),
        Refusal::Tiles(sheet) => {
            format!("«\u{a0}{}\u{a0}» ne se découpe pas en feuilles, l’affiche seule", id(sheet))
        }
        Refusal::TilePaper(paper) => {
            format!("une affiche se découpe en feuilles A4 ou A3, pas {}", paper.name())
        }
        Refusal::WholeSheets => {
            "des feuilles entières ne se demandent que pour une affiche en feuilles, quand il en \
            faut alors moins"
                .to_owned()
        }
        Refusal::Bleed => "seule une affiche d’une pièce a un fond perdu".to_owned(),
        Refusal::Blank(sheet) => format!(
            "«\u{a0}{}\u{a0}» ne se tire pas vierge\u{a0}: prenez la feuille «\u{a0}{}\u{a0}», ou l’affiche",
            id(sheet),
            id(Sheet::Blank)
        ),
        Refusal::People(people) => {
            format!("{people} bulletins\u{a0}: il en faut de 1 à {MOST_PEOPLE}")
        }
    }
}

pub const TITLE: &str = "Imprimer";
pub const WHAT: &str = "Quoi";
pub const PAPER: &str = "Papier";
pub const POSTER: &str = "L’affiche";
pub const PEOPLE_LABEL: &str = "Pour combien de personnes";
pub const PRINTER: &str = "Imprimante";
pub const BLACK: &str = "en noir seul";
pub const BLANK: &str = "à remplir";
pub const BLEED: &str = "avec traits de coupe";

/// How a sheet that has a back is turned over, to be printed on both sides by hand; none has none.
pub fn both_sides(order: Order) -> Option<&'static str> {
    order.turned().map(|edge| match edge {
        Edge::Short => "Recto et verso\u{a0}: retourner la feuille sur son petit côté.",
        Edge::Long => "Recto et verso\u{a0}: retourner la feuille sur son grand côté.",
    })
}

pub const NO_PRINTER: &str = "Cet ordinateur ne connaît pas d’imprimante\u{a0}: la feuille s’ouvre dans un autre programme, qui l’imprime.";
/// The print system says nothing.
pub const NO_PRINT_SYSTEM: &str = "L’impression de cet ordinateur ne répond pas\u{a0}: la feuille s’ouvre dans un autre programme, qui l’imprime.";
pub const PRINT: &str = "Imprimer";
pub const OPEN_TO_PRINT: &str = "Ouvrir pour imprimer";
pub const OPEN: &str = "Ouvrir";
pub const SAVE_PDF: &str = "Enregistrer en PDF…";
pub const SAVE_PNG: &str = "Image PNG…";
pub const SAVE_SVG: &str = "Image SVG…";
pub const CANCEL: &str = "Arrêter";
pub const NEARER: &str = "Agrandir";
pub const FARTHER: &str = "Réduire";
pub const PAGE_BEFORE: &str = "Page d’avant";
pub const PAGE_AFTER: &str = "Page d’après";

/// « page 1 sur 2 », counted from 0.
pub fn page(at: usize, of: usize) -> String {
    format!("page {} sur {of}", at + 1)
}

/// What a screen reader has instead of the picture of a page.
pub fn page_said(at: usize, of: usize, said: &str) -> String {
    if of == 0 { "la page se prépare".into() } else { format!("{}\u{a0}: {said}", page(at, of)) }
}

/// « 1 page », « 26 pages »
pub fn pages(count: usize) -> String {
    if count < 2 { format!("{count} page") } else { format!("{} pages", thousands(count)) }
}

/// « labo_canevas_A3.pdf », or « labo_canevas_A3_1.png à labo_canevas_A3_3.png »
pub fn files(paths: &[impl AsRef<Path>]) -> String {
    let name = |path: &Path| shown::name(path);
    match paths {
        [] => String::new(),
        [one] => name(one.as_ref()),
        [first, .., last] => format!("{} à {}", name(first.as_ref()), name(last.as_ref())),
    }
}

/// A sheet that the program could not set. What the page engine says of it is in no language of ours.
pub const FAULT: &str = "la page n’a pas pu être composée, c’est un défaut du programme";

/// The same, when one text alone is at fault.
pub fn fault_of(part: &Part, name: Option<&str>) -> String {
    let place = super::warnings::part(part, name);
    format!(
        "la page n’a pas pu être composée à cause d’un texte, {place}\u{a0}; essayez de l’écrire autrement"
    )
}

/// What would be hundreds of pages, or thousands.
pub const TOO_LONG: &str = "ce labo est trop long pour cette feuille, il y faudrait des centaines de pages\u{a0}; raccourcissez ses textes, ou mettez moins de lignes";

/// Why a sheet could not be set, as a sentence of its own.
pub fn fault_sentence(why: &str) -> String {
    super::values::capitalised(why) + "."
}

pub const SAVE_TITLE: &str = "Enregistrer la feuille";
pub const OPENED: &str = "La feuille s’ouvre dans un autre programme.";
/// While a print system was being told.
pub const GIVEN_UP_PRINTING: &str =
    "Arrêté. Si l’imprimante avait déjà reçu la feuille, elle sort quand même.";
pub const GIVEN_UP: &str = "Arrêté. Ce qui était déjà écrit est entier.";
pub const OPEN_FOLDER: &str = "Ouvrir le dossier";
pub const OPEN_CANVAS: &str = "Ouvrir le canevas";
pub const KIT_SUFFIX: &str = "_trousse";

/// What the files of this extension are called in a dialog.
pub fn kind_of(extension: &str) -> &'static str {
    match extension {
        "png" => "Image PNG",
        "svg" => "Image SVG",
        _ => "Document PDF",
    }
}

/// « 2 étapes sur 6 »
pub fn under_way(done: usize, of: usize) -> String {
    let steps = if done < 2 { "étape" } else { "étapes" };
    format!("En cours\u{a0}: {done} {steps} sur {of}.")
}

/// « Enregistré : labo_canevas_A4.pdf, 1 page, dans /home/ines. »
pub fn saved(paths: &[impl AsRef<Path>], count: usize) -> String {
    let folder = paths.first().and_then(|path| path.as_ref().parent());
    let place = folder.map(|folder| format!(", dans {}", shown::path(folder))).unwrap_or_default();
    format!("Enregistré\u{a0}: {}, {}{place}.", files(paths), pages(count))
}

/// Why nothing came out of a printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPrinted<'a> {
    NoSystem,
    Gone,
    /// The papers that it has.
    NoSuchPaper(&'a [String]),
    /// In the print system's own words.
    Refused(&'a str),
}

/// What happened, what is safe, what to do next.
pub fn not_printed(printer: &str, order: Order, why: NotPrinted) -> Message {
    let printer = shown::escaped(printer);
    let paper = order.tiles.unwrap_or(order.paper).name();
    let (what, next) = match why {
        NotPrinted::NoSystem => (
            "L’impression de cet ordinateur ne répond pas.".to_owned(),
            "Enregistrez la feuille en PDF, et imprimez-la d’un autre poste.".to_owned(),
        ),
        NotPrinted::Gone => (
            format!("L’imprimante {printer} n’est plus là."),
            "Rebranchez-la ou choisissez-en une autre, ou enregistrez la feuille en PDF.".to_owned(),
        ),
        NotPrinted::NoSuchPaper(has) => (
            format!(
                "L’imprimante {printer} n’a pas de papier {paper}{}.",
                super::papers::has_papers(has)
            ),
            format!(
                "Choisissez un autre papier ou une autre imprimante, ou enregistrez la feuille en \
                 PDF pour l’imprimer ailleurs en {paper}."
            ),
        ),
        NotPrinted::Refused(said) => (
            refused(&printer, said),
            "Vérifiez qu’elle est allumée et qu’elle accepte les travaux, ou enregistrez la feuille \
             en PDF."
                .to_owned(),
        ),
    };
    Message { what, safe: "Le labo n’est pas touché.".into(), next }
}

/// What the print system says is in its own language: what it means is said in ours.
fn refused(printer: &str, said: &str) -> String {
    const MEANT: [(&[&str], &str); 5] = [
        (&["not accepting", "rejecting"], "n’accepte pas de travaux en ce moment"),
        (&["Unsupported", "unsupported"], "ne sait pas imprimer ce document"),
        (&["Too many", "quota"], "a déjà trop de travaux"),
        (&["Forbidden", "Unauthorized", "not authorized"], "ne vous permet pas d’imprimer"),
        (&["connect", "Connection"], "ne répond pas"),
    ];
    let meant = MEANT.iter().find(|(words, _)| words.iter().any(|word| said.contains(word)));
    let meant = meant.map_or("a refusé la feuille", |(_, meant)| *meant);
    format!("L’imprimante {printer} {meant}.")
}

/// A sheet that could not be written.
pub fn not_written(path: &Path, error: &WriteError) -> Message {
    Message {
        what: format!("{}.", super::values::capitalised(&errors::write_reason_of(path, error))),
        safe: "Le labo n’est pas touché, ni les autres fichiers.".into(),
        next: errors::next_of_output(error).into(),
    }
}

/// No program of this computer shows the folder.
pub fn folder_not_opened(path: &Path) -> Message {
    Message {
        what: "Cet ordinateur n’a pas ouvert le dossier.".into(),
        safe: format!("Tout y est\u{a0}: {}.", shown::path(path)),
        next: "Ouvrez-le depuis le gestionnaire de fichiers.".into(),
    }
}

/// No program of this computer opens the sheet.
pub fn not_opened(path: &Path) -> Message {
    Message {
        what: format!("Aucun programme de cet ordinateur n’a ouvert {}.", shown::path(path)),
        safe: "Le fichier est là, entier.".into(),
        next: "Ouvrez-le depuis le dossier, ou enregistrez la feuille en PDF ailleurs.".into(),
    }
}

/// A sheet that the program could not set.
pub fn not_set(why: &str) -> Message {
    Message {
        what: fault_sentence(why),
        safe: "Le labo n’est pas touché.".into(),
        next: "Essayez une autre feuille ou un autre papier.".into(),
    }
}

/// A passing file could not be written in the system's own folder for those.
pub fn no_room(error: &WriteError) -> Message {
    Message {
        what: format!(
            "La feuille n’a pas pu être préparée\u{a0}: {}.",
            errors::write_reason(error)
        ),
        safe: "Le labo n’est pas touché.".into(),
        next: match error {
            WriteError::Full => {
                "Faites de la place sur le disque, ou enregistrez la feuille ailleurs."
            }
            _ => "Enregistrez la feuille en PDF.",
        }
        .into(),
    }
}

/// A sheet of several that could not be made, and why.
pub struct Missing {
    pub order: Order,
    pub why: String,
}

/// « le relevé »
fn called(sheet: Sheet) -> String {
    super::values::uncapitalised(name(sheet))
}

/// « Il manque le relevé : … »
fn missing_said(missing: &[Missing]) -> Vec<String> {
    let said = missing.iter();
    said.map(|it| format!("Il manque {}\u{a0}: {}.", called(it.order.sheet), it.why)).collect()
}

/// « le canevas, le relevé et les bulletins »
fn enumerated(all: &[String]) -> String {
    match all {
        [before @ .., last] if !before.is_empty() => format!("{} et {last}", before.join(", ")),
        all => all.concat(),
    }
}

/// What to do about the sheets that are missing.
fn missing_next(missing: &[Missing]) -> String {
    if missing.is_empty() {
        String::new()
    } else {
        "Ce qui manque se refait à part, par Ctrl+P.".to_owned()
    }
}

/// Saved, and on paper beside the file.
pub fn workshop_ended(
    file: &str,
    written: &[(Sheet, Vec<PathBuf>)],
    missing: &[Missing],
    folder: &Path,
) -> Message {
    let mut what = vec!["L’atelier est terminé, tout est enregistré.".to_owned()];
    what.extend(missing_said(missing));
    let mut all = vec![format!("le labo ({file})")];
    all.extend(written.iter().map(|(sheet, _)| called(*sheet)));
    Message {
        what: what.join(" "),
        safe: format!("Dans {}\u{a0}: {}.", shown::path(folder), enumerated(&all)),
        next: missing_next(missing),
    }
}

/// The sheets that a workshop needs, in one folder.
pub fn kit_ready(written: &[(Sheet, Vec<PathBuf>)], missing: &[Missing], folder: &Path) -> Message {
    // Each sheet by its own name: those of its files say the lab and the paper too, and there are many.
    let mut names: Vec<String> = written.iter().map(|(sheet, _)| called(*sheet)).collect();
    names.dedup();
    let mut what = vec![
        if missing.is_empty() {
            "La trousse de secours est prête, le labo est enregistré."
        } else {
            "La trousse de secours n’est pas complète\u{a0}; le labo est enregistré."
        }
        .to_owned(),
    ];
    what.extend(missing_said(missing));
    let copy = "Copiez ce dossier sur une clé\u{a0}: tout ordinateur sait l’ouvrir et l’imprimer.";
    let next = missing_next(missing);
    Message {
        what: what.join(" "),
        safe: format!("Dans {}\u{a0}: {}.", shown::path(folder), enumerated(&names)),
        next: if next.is_empty() { copy.to_owned() } else { [&next, copy].join(" ") },
    }
}

/// Another sheet is still being made.
pub fn busy() -> Message {
    Message {
        what: "Une autre feuille est encore en cours\u{a0}: celles-ci n’ont pas été écrites."
            .into(),
        safe: "Le labo est enregistré.".into(),
        next: "Attendez qu’elle soit finie, puis recommencez.".into(),
    }
}
