//! What is said about printing: the names of the sheets, what cannot be had, and what came out.

use std::path::Path;

use crate::model::sheet::{MOST_PEOPLE, Paper, Refusal, Sheet};

/// « canevas »: what the command line and the names of files call a sheet.
pub fn id(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Canvas => "canevas",
        Sheet::Blank => "vierge",
        Sheet::Cards => "cartes",
        Sheet::Ballots => "bulletins",
        Sheet::LargePrint => "grand-caractere",
        Sheet::Poster => "affiche",
    }
}

pub const BLANK_SUFFIX: &str = "_vierge";
pub const TILES_SUFFIX: &str = "_en_";

/// What a person chooses.
pub fn name(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Canvas => "Le canevas rempli",
        Sheet::Blank => "Le canevas vierge",
        Sheet::Cards => "Les cartes",
        Sheet::Ballots => "Les bulletins",
        Sheet::LargePrint => "La copie en grand caractère",
        Sheet::Poster => "L’affiche",
    }
}

/// What it is for, in a line.
pub fn purpose(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Canvas => "tout ce que le groupe a dit, sur une page",
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
        Refusal::People(people) => {
            format!("{people} bulletins\u{a0}: il en faut de 1 à {MOST_PEOPLE}")
        }
    }
}

/// « 1 page », « 26 pages »
pub fn pages(count: usize) -> String {
    if count < 2 { format!("{count} page") } else { format!("{count} pages") }
}

/// « labo_canevas_A3.pdf », or « labo_canevas_A3_1.png à labo_canevas_A3_3.png »
pub fn files(paths: &[impl AsRef<Path>]) -> String {
    let name =
        |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match paths {
        [] => String::new(),
        [one] => name(one.as_ref()),
        [first, .., last] => format!("{} à {}", name(first.as_ref()), name(last.as_ref())),
    }
}

/// A sheet that the program could not set: `why` is for whoever mends it.
pub fn fault(why: &str) -> String {
    format!("la page n’a pas pu être composée, c’est un défaut du programme ({why})")
}
