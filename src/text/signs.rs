//! The signs that the program does not draw are told where they are read, and where one prints.

use super::shown::line;
use crate::letters::{STAND_IN, Script, unseen};

/// « ▯ : hébreu, sans dessin ici, dans « שלום » »: what a stand-in stands for, under the text that has it.
pub fn under(text: &str) -> Option<String> {
    let mut words = unseen(text);
    let first = words.next()?;
    let (what, more) = (short(first.script), if words.next().is_some() { "…" } else { "" });
    Some(format!(
        "{STAND_IN}\u{a0}: {what}, sans dessin ici, dans «\u{a0}{}\u{a0}»{more}",
        line(first.words)
    ))
}

/// « la rubrique « Équipe » contient des lettres hébraïques que le programme ne sait pas dessiner (« שלום ») ; … »
pub(super) fn not_drawn(place: &str, words: &str, script: Option<Script>, others: usize) -> String {
    let others = match others {
        0 => String::new(),
        1 => ", et un autre endroit".to_owned(),
        some => format!(", et {some} autres endroits"),
    };
    format!(
        "{place} contient des {} que le programme ne sait pas dessiner («\u{a0}{}\u{a0}»{others})\u{a0}; \
         «\u{a0}{STAND_IN}\u{a0}» les remplace à l’écran et sur papier, et le fichier les garde",
        kind(script),
        line(words)
    )
}

fn short(script: Option<Script>) -> &'static str {
    match script {
        Some(Script::Arabic) => "arabe",
        Some(Script::Hebrew) => "hébreu",
        Some(Script::Korean) => "coréen",
        Some(Script::Thai) => "thaï",
        Some(Script::Indian) => "écriture indienne",
        Some(Script::Armenian) => "arménien",
        Some(Script::Georgian) => "géorgien",
        None => "signe",
    }
}

fn kind(script: Option<Script>) -> &'static str {
    match script {
        Some(Script::Arabic) => "lettres arabes",
        Some(Script::Hebrew) => "lettres hébraïques",
        Some(Script::Korean) => "lettres coréennes",
        Some(Script::Thai) => "lettres thaïes",
        Some(Script::Indian) => "lettres indiennes",
        Some(Script::Armenian) => "lettres arméniennes",
        Some(Script::Georgian) => "lettres géorgiennes",
        None => "signes",
    }
}
