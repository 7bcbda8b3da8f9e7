//! What the command line says.

use std::path::Path;

use super::errors;
use crate::storage::{Opened, ReadError};

/// The whole help: the parser's own words are English, and its typography is not ours.
pub const HELP: &str = "\
{about}

Usage\u{a0}: dessiner-un-labo [FICHIER]
ou\u{a0}: dessiner-un-labo verifier FICHIER…

FICHIER\u{a0}: le labo à ouvrir\u{a0}; sans lui, une feuille vierge
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

/// The program, in one sentence.
pub const ABOUT: &str = "Dessiner à plusieurs un laboratoire d’innovation publique.";

/// Arguments that ask for nothing known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misunderstood<'a> {
    NoFile,
    UnknownOption(&'a str),
    /// An option was given a value that it does not take.
    Valued(&'a str),
    MoreThanOne,
    Otherwise,
}

/// One sentence: what was not understood, and where to look.
pub fn misunderstood(why: Misunderstood) -> String {
    let what = match why {
        Misunderstood::NoFile => "il manque le nom d’un fichier à vérifier".into(),
        Misunderstood::UnknownOption(option) => {
            format!("l’option «\u{a0}{option}\u{a0}» n’existe pas")
        }
        Misunderstood::Valued(option) => {
            format!("l’option «\u{a0}{option}\u{a0}» ne prend pas de valeur")
        }
        Misunderstood::MoreThanOne => {
            "un seul fichier s’ouvre à la fois, et sans autre commande".into()
        }
        Misunderstood::Otherwise => "cette commande ne se comprend pas".to_owned(),
    };
    format!("Rien n’a été fait\u{a0}: {what} (voir «\u{a0}dessiner-un-labo --aide\u{a0}»).")
}

/// The program lacks a part of itself.
pub fn damaged(why: &dyn std::error::Error) -> String {
    format!("Le programme est abîmé, réinstallez-le ({why}).")
}

/// How many files were checked, while many are.
pub const PROGRESS: &str = "{bar:32} {pos} fichiers vérifiés sur {len}";

/// What the bar is made of: what is done, its end, what is left.
pub const PROGRESS_SIGNS: &str = "█▌░";

/// Whether a file is sound, in one line.
pub fn verdict(file: &Path, found: &Result<Opened, ReadError>) -> String {
    // A file name may hold a line feed; a line stays one.
    let plain = |c: char| if c.is_control() { '?' } else { c };
    let name: String = file.display().to_string().chars().map(plain).collect();
    match found {
        Err(error) => format!("{name}\u{a0}: refusé, {}", errors::read_reason(error)),
        Ok(opened) if opened.warnings.is_empty() => format!("{name}\u{a0}: sain"),
        Ok(opened) => {
            const MOST: usize = 20;
            let count = opened.warnings.len();
            let shown = opened.warnings.iter().take(MOST).map(errors::warning);
            let mut words = shown.collect::<Vec<_>>().join("\u{a0}; ");
            if count > MOST {
                words += &format!("\u{a0}; et {} de plus", count - MOST);
            }
            let plural = if count == 1 { "" } else { "s" };
            format!("{name}\u{a0}: sain, {count} avertissement{plural}\u{a0}: {words}")
        }
    }
}
