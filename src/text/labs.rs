//! What is done with the six labs has its words here: they are read, turned, placed, compared.

use crate::model::catalogue::{CREATION, Catalogue, Lab};
use crate::model::progress::Count;

use super::values;

pub const FULL_TEXTS: &str = "Textes complets";
pub const SHORT_TEXTS: &str = "Textes courts";
pub const AND_US: &str = "Et nous\u{a0}?";
pub const PLACE_THIS: &str = "Placer ce labo sur les cinq axes";
pub const BESIDE_OURS: &str = "À côté du nôtre";
pub const TURN: &str = "retourner";
pub const OPEN_BACK: &str = "ouvrir\u{a0}: cliquer, ou Entrée";

pub const PLACE_TITLE: &str = "Et eux, où les placer\u{a0}?";
pub const NO_POSITION: &str = "La source ne donne aucune position\u{a0}: c’est à vous de placer ce labo, d’après ce qu’il répond.";
pub const PLACE_THEM: &str = "Les placer";
pub const COMPARE: &str = "Comparer";

pub const SIDE_BY_SIDE: &str = "Côte à côte";
pub const BACK_TO_COMPARISON: &str = "Revenir à la comparaison";
pub const BACK: &str = "Revenir";
pub const TWO_OR_THREE: &str = "Deux ou trois des six labos, à côté du nôtre";
pub const MOST_THREE: &str = "Trois au plus\u{a0}: en retirer un pour en ajouter un autre";
pub const NO_FIELD: &str = "Aucune rubrique choisie.";
pub const US: &str = "Nous";
pub const OUR_LAB: &str = "notre labo";

/// « placé sur 3 axes sur 5 »; nothing is placed yet: « pas encore placé ».
pub fn placed(count: Count) -> String {
    match count.done {
        0 => "pas encore placé".to_owned(),
        _ => ["placé sur", &values::axes(count)].join(" "),
    }
}

/// « Et nous ? » and how far the group has placed the lab, as said at once.
pub fn and_us(count: Count) -> String {
    [AND_US, &placed(count)].join(" ")
}

/// « Capacitant, Pilote / Support : à placer »: the accessible name of a rail on which a lab is placed.
pub fn rail(lab: &Lab, axis_with_step: &str) -> String {
    [&values::kind(lab), axis_with_step].join(", ")
}

/// « Retourner la fiche : Prospectif »
pub fn turn_label(lab: &Lab) -> String {
    ["Retourner la fiche", &values::kind(lab)].join("\u{a0}: ")
}

/// « Prospectif, dos de la fiche : ouvrir en grand »
pub fn back_label(lab: &Lab) -> String {
    [&values::kind(lab), ", dos de la fiche\u{a0}: ouvrir en grand"].concat()
}

/// What is read aloud of the back of a card: what the lab answers, in short, field by field.
pub fn back_said(catalogue: &Catalogue, lab: &Lab) -> String {
    let mut parts = vec![[&values::kind(lab), ", dos de la fiche"].concat()];
    for field in catalogue.fields.iter().filter(|field| &*field.id != CREATION) {
        if let Some(answer) = lab.answers.get(&*field.id) {
            parts.push(values::colon(&field.words, answer.brief()));
        }
    }
    parts.join(". ")
}

/// What is said when the texts of the cards change.
pub fn texts_shown(full: bool) -> &'static str {
    if full { "Textes complets affichés" } else { "Textes courts affichés" }
}

/// « Gouvernance : comparer les six labos »
pub fn compare_label(field: &str) -> String {
    [field, "comparer les six labos"].join("\u{a0}: ")
}

/// « Gouvernance, Gand : rattachée directement au maire et au conseil municipal »
pub fn answer_of(field: &str, who: &str, answer: &str) -> String {
    [&[field, who].join(", "), &beginning(answer)].map(String::as_str).join("\u{a0}: ")
}

/// « Capacitant · avec une part d’incrémental »: the kind chosen among the six, and the group's own words.
pub fn orientation(kind: &str, text: &str) -> String {
    let kind = values::capitalised(kind);
    if !kind.is_empty() && text.trim().to_lowercase().starts_with(&kind.to_lowercase()) {
        // « capacitant, avec une part d’incrémental » says it already.
        return values::capitalised(text.trim());
    }
    let parts = [kind.as_str(), text.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a name says of a very long text.
fn beginning(text: &str) -> String {
    const MOST: usize = 400;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_axis_is_singular_and_none_is_said_otherwise() {
        assert_eq!(placed(Count { done: 0, of: 5 }), "pas encore placé");
        assert_eq!(placed(Count { done: 1, of: 5 }), "placé sur 1 axe sur 5");
        assert_eq!(placed(Count { done: 3, of: 5 }), "placé sur 3 axes sur 5");
    }

    #[test]
    fn our_orientation_is_a_kind_words_or_both() {
        assert_eq!(orientation("capacitant", ""), "Capacitant");
        assert_eq!(orientation("", " à nous "), "à nous");
        assert_eq!(orientation("capacitant", "et un peu plus"), "Capacitant · et un peu plus");
    }

    #[test]
    fn a_name_says_the_beginning_of_a_very_long_text() {
        let said = answer_of("Sujets", US, &"é".repeat(20_000));
        assert_eq!(said.chars().count(), "Sujets, Nous\u{a0}: …".chars().count() + 400);
    }
}
