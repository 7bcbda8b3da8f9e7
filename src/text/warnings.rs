//! What a reader should know of a file that was opened all the same is put into French here.

use super::interface::thousands;
use super::shown::line;
use super::{places, signs};
use crate::storage::{List, Part, Warning};

/// One sentence, without its full stop.
pub fn warning(warning: &Warning) -> String {
    match warning {
        Warning::NewerMinor(minor) => format!(
            "ce fichier vient d’une version plus récente (format 1.{minor})\u{a0}; ce qu’elle y a \
             ajouté est gardé"
        ),
        Warning::Extension(name) => format!(
            "la partie «\u{a0}{}\u{a0}» n’est pas connue de ce programme\u{a0}; elle est gardée",
            line(name)
        ),
        Warning::OtherMethod { id, edition } => format!(
            "ce labo a été dessiné avec une autre méthode ou une autre édition («\u{a0}{}\u{a0}», \
             édition {})",
            line(id),
            line(edition)
        ),
        Warning::UnknownId { list, id, words } => {
            let words = words.as_ref().map(|words| format!(" ({})", line(words)));
            format!(
                "{} «\u{a0}{}\u{a0}»{} n’est pas de cette édition de la méthode\u{a0}; la réponse est gardée",
                one_of(*list),
                line(id),
                words.unwrap_or_default()
            )
        }
        Warning::TextTooLong { part, name, length, limit } => format!(
            "{} compte {} caractères, pour {} au plus\u{a0}; rien n’est coupé",
            self::part(part, name.as_deref()),
            thousands(*length),
            thousands(*limit)
        ),
        Warning::ListTooLong { part, name, length, limit } => format!(
            "{} compte {} lignes, pour {} au plus\u{a0}; rien n’est coupé",
            self::part(part, name.as_deref()),
            thousands(*length),
            thousands(*limit)
        ),
        Warning::Unseen { part, name, words, script, others } => {
            signs::not_drawn(&self::part(part, name.as_deref()), words, *script, *others)
        }
    }
}

fn one_of(list: List) -> &'static str {
    match list {
        List::Criteria => "le critère",
        List::Axes => "l’axe",
        List::Labs => "le labo",
        List::LabAxes => "le placement d’un labo sur l’axe",
        List::Points => "le point de vigilance",
        List::Orientation => "l’orientation",
        List::Fields => "la rubrique",
    }
}

/// After « un nom ».
fn of_one(list: List) -> &'static str {
    match list {
        List::Criteria => "de critère",
        List::Axes => "d’axe",
        List::Labs => "de labo",
        List::LabAxes => "d’axe où un labo est placé",
        List::Points => "de point de vigilance",
        List::Orientation => "d’orientation",
        List::Fields => "de rubrique",
    }
}

/// After « la liste ».
fn of_all(list: List) -> &'static str {
    match list {
        List::Criteria => "des critères",
        List::Axes => "des axes",
        List::Labs => "des labos",
        List::LabAxes => "des axes où un labo est placé",
        List::Points => "des points de vigilance",
        List::Orientation => "des orientations",
        List::Fields => "des rubriques",
    }
}

/// A part of a file, and the name or the number that the sheet gives it.
pub(super) fn part(part: &Part, name: Option<&str>) -> String {
    let numbered = |what: &str| [what, name.unwrap_or_default()].join(" ").trim_end().to_owned();
    match part {
        Part::Target(target) => places::text_named(target, name),
        Part::Person(_) => numbered("une ligne des présents à l’atelier"),
        Part::Workshops => "la liste des ateliers".into(),
        Part::People(_) => numbered("la liste des présents à l’atelier"),
        Part::NextSteps => "la liste des prochaines étapes".into(),
        Part::FreeFields => "la liste des rubriques libres".into(),
        Part::Word(list) => format!("un nom {}", of_one(*list)),
        Part::Answers(list) => format!("la liste {}", of_all(*list)),
        Part::Method => "le nom de la méthode".into(),
        Part::Extension => "une extension".into(),
        Part::Extensions => "la liste des extensions".into(),
    }
}

/// Before a sheet is printed: what it will not show, in one paragraph; empty when it shows all.
pub fn before_printing(found: &[Warning]) -> String {
    const MOST: usize = 3;
    let mut said: Vec<String> = found
        .iter()
        .take(MOST)
        .map(|one| super::values::capitalised(&warning(one)) + ".")
        .collect();
    match found.len().saturating_sub(MOST) {
        0 => {}
        1 => said.push("Un autre texte en contient.".to_owned()),
        others => said.push(format!("{} autres textes en contiennent.", thousands(others))),
    }
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_that_are_not_named_are_counted_in_french() {
        let name = || Warning::Unseen {
            part: Part::Workshops,
            name: None,
            words: "שלום".into(),
            script: None,
            others: 0,
        };
        let said = |count: usize| before_printing(&vec![name(); count]);
        assert!(!said(3).contains(" en contien"), "{}", said(3));
        assert!(said(4).ends_with(" Un autre texte en contient."), "{}", said(4));
        assert!(said(1204).ends_with(" 1\u{a0}201 autres textes en contiennent."));
    }
}
