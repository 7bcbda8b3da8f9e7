//! The command line says these things.

use std::path::{Path, PathBuf};

use super::interface::thousands;
use super::{errors, printing, shown};
use crate::storage::{Opened, ReadError, Warning};

/// The whole help: the parser's own words are English, and its typography is not ours.
pub const HELP: &str = "\
{about}

Usage\u{a0}: dessiner-un-labo [FICHIER]
ou\u{a0}: dessiner-un-labo verifier FICHIER…
ou\u{a0}: dessiner-un-labo exporter FICHIER… [--feuille FEUILLE] [--papier PAPIER]

FICHIER\u{a0}: le labo à ouvrir\u{a0}; sans lui, une feuille vierge
exporter\u{a0}: met les feuilles à imprimer dans des fichiers (voir «\u{a0}exporter --aide\u{a0}»)
verifier\u{a0}: dit si des fichiers sont sains, sans ouvrir de fenêtre
-h, --aide\u{a0}: affiche cette aide
-V, --version\u{a0}: affiche la version du programme

Un fichier qui s’appelle «\u{a0}verifier\u{a0}», ou dont le nom commence par un tiret, s’écrit après «\u{a0}--\u{a0}».
";

/// The help of « verifier ».
pub const HELP_VERIFY: &str = "\
Dit si des fichiers sont sains, sans ouvrir de fenêtre.

Usage\u{a0}: dessiner-un-labo verifier FICHIER…

Une ligne par fichier\u{a0}; le code de retour est 0 si tous sont sains (avertissements compris), 1 sinon.
";

/// The help of « exporter ».
pub const HELP_EXPORT: &str = "\
Met les feuilles à imprimer de chaque labo dans des fichiers, sans ouvrir de fenêtre.

Usage\u{a0}: dessiner-un-labo exporter FICHIER…

--feuille\u{a0}: canevas (sans cette option), releve, vierge, cartes, bulletins, gros-caracteres ou affiche
--papier\u{a0}: A4 ou A3 (canevas, vierge, cartes), A4 (releve, bulletins, gros-caracteres), A2, A1 ou A0 (affiche)
--carreaux\u{a0}: A4 ou A3, pour une affiche à assembler
--feuilles-entieres\u{a0}: l’affiche à assembler un peu réduite, pour tenir en moins de feuilles
--pages\u{a0}: certaines pages, par exemple 1-3,5 (toutes sans cette option)
--format\u{a0}: pdf (sans cette option), png ou svg (pas d’affiche à assembler en svg)
--sortie\u{a0}: le dossier où écrire\u{a0}; sans lui, à côté de chaque labo
--remplacer\u{a0}: à la place des fichiers du même nom\u{a0}; sans cette option, rien n’est remplacé, et un nouveau fichier prend un numéro
--largeur\u{a0}: celle des images png, de 64 à 10\u{a0}000 points (sans cette option, 2\u{a0}400, ou 150 points par pouce pour une affiche)
--personnes\u{a0}: pour combien de personnes il faut des bulletins, de 1 à 500 (12 sans cette option)
--vierge\u{a0}: l’affiche à remplir plutôt que remplie
--fond-perdu\u{a0}: l’affiche avec fond perdu et traits de coupe, pour un imprimeur
--noir\u{a0}: en noir seul

Une ligne par labo\u{a0}; le code de retour est 0 si tous sont écrits, 1 si l’un ne l’est pas, 2 si la feuille demandée n’existe pas.
";

/// The program, in one sentence.
pub const ABOUT: &str = "Dessiner à plusieurs un laboratoire d’innovation publique.";

/// Arguments that ask for nothing known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misunderstood<'a> {
    NoFile,
    UnknownOption(&'a str),
    /// An option was given a value that it does not take.
    Valued(&'a str),
    /// An option that takes a value has none.
    Valueless(&'a str),
    /// A value that this option does not know.
    NotAValue {
        option: &'a str,
        value: &'a str,
    },
    /// The same option, given again.
    Twice(&'a str),
    /// A file that has no name.
    NamelessFile,
    /// The address of something that is not on this computer.
    Elsewhere(&'a str),
    MoreThanOne,
    Otherwise,
}

/// One sentence: what was not understood, and where to look: the help of `command`, if there was one.
pub fn misunderstood(why: Misunderstood, command: Option<&str>) -> String {
    let what = match why {
        Misunderstood::NoFile => "il manque le nom d’un fichier".into(),
        Misunderstood::UnknownOption(option) => {
            format!("l’option «\u{a0}{option}\u{a0}» n’existe pas")
        }
        Misunderstood::Valued(option) => {
            format!("l’option «\u{a0}{option}\u{a0}» ne prend pas de valeur")
        }
        Misunderstood::NotAValue { option, value } => {
            let option = option.split(' ').next().unwrap_or(option);
            format!("«\u{a0}{value}\u{a0}» ne convient pas à «\u{a0}{option}\u{a0}»")
        }
        Misunderstood::Valueless(option) => {
            let option = option.split(' ').next().unwrap_or(option);
            format!("il manque une valeur après «\u{a0}{option}\u{a0}»")
        }
        Misunderstood::Twice(option) => {
            let option = option.split(' ').next().unwrap_or(option);
            format!("l’option «\u{a0}{option}\u{a0}» est là deux fois")
        }
        Misunderstood::NamelessFile => "un nom de fichier est vide".into(),
        Misunderstood::Elsewhere(address) => format!(
            "«\u{a0}{address}\u{a0}» n’est pas sur cet ordinateur, et ce programme ne va rien chercher sur le réseau"
        ),
        Misunderstood::MoreThanOne => {
            "un seul fichier s’ouvre à la fois, et sans autre commande".into()
        }
        Misunderstood::Otherwise => "cette commande ne se comprend pas".to_owned(),
    };
    let command = command.map(|command| format!("{command} ")).unwrap_or_default();
    format!(
        "Rien n’a été fait\u{a0}: {what} (voir «\u{a0}dessiner-un-labo {command}--aide\u{a0}»)."
    )
}

/// The program lacks a part of itself.
pub const DAMAGED: &str = "Le programme est abîmé, réinstallez-le.";

/// A fault of ours on one file.
pub fn broken(file: &Path) -> String {
    not_exported(file, "le programme s’est arrêté sur ce fichier, c’est un défaut du programme")
}

/// How many files were checked, while many are.
pub const PROGRESS: &str = "{bar:32} {pos} fichiers vérifiés sur {len}";

/// How many designs were exported, while many are.
pub const EXPORT_PROGRESS: &str = "{bar:32} {pos} labos exportés sur {len}";

/// What the bar is made of: what is done, its end, what is left.
pub const PROGRESS_SIGNS: &str = "█▌░";

/// Whether a file is sound, in one line.
pub fn verdict(file: &Path, found: &Result<Opened, ReadError>) -> String {
    let name = shown::path(file);
    match found {
        Err(error) => format!("{name}\u{a0}: refusé, {}", errors::read_reason(error)),
        Ok(opened) if opened.warnings.is_empty() => format!("{name}\u{a0}: sain"),
        Ok(opened) => {
            const MOST: usize = 20;
            let count = opened.warnings.len();
            let shown = opened.warnings.iter().take(MOST).map(errors::warning);
            let mut words = shown.collect::<Vec<_>>().join("\u{a0}; ");
            if count > MOST {
                words += &format!("\u{a0}; et {} de plus", thousands(count - MOST));
            }
            let plural = if count == 1 { "" } else { "s" };
            format!("{name}\u{a0}: sain, {} avertissement{plural}\u{a0}: {words}", thousands(count))
        }
    }
}

/// « labo.ron : labo_canevas_A3.pdf, 1 page »
pub fn exported(file: &Path, written: &[PathBuf], pages: usize) -> String {
    let (files, pages) = (printing::files(written), printing::pages(pages));
    format!("{}\u{a0}: {files}, {pages}", shown::path(file))
}

/// After that, what is not as it was written on the paper; nothing when all of it is.
pub fn not_drawn(warnings: &[Warning]) -> String {
    let unseen = warnings.iter().filter(|warning| matches!(warning, Warning::Unseen { .. }));
    unseen.map(|warning| format!(" (remarque\u{a0}: {})", errors::warning(warning))).collect()
}

/// After that, when the files to be replaced have other pages, and were left.
pub const OTHER_PAGES_STAY: &str =
    " (les fichiers d’avant ne comptent pas les mêmes pages\u{a0}: ils restent, sous leur nom)";

/// Why a design was not exported.
pub fn not_exported(file: &Path, why: &str) -> String {
    format!("{}\u{a0}: refusé, {why}", shown::path(file))
}

/// What was asked for is not made.
pub fn refused(why: &str) -> String {
    format!("Rien n’a été fait\u{a0}: {why} (voir «\u{a0}dessiner-un-labo exporter --aide\u{a0}»).")
}

/// The folder to write in is not there, and cannot be made.
pub fn no_folder(folder: &Path) -> String {
    format!("Rien n’a été fait\u{a0}: le dossier {} ne peut pas être créé.", shown::path(folder))
}
