//! What is shown in large has its words here.

use crate::model::catalogue::Zone;

pub const BACK: &str = "Revenir au canevas";
pub const BACK_TO_ROOM: &str = "Revenir à l’étape projetée";
pub const BACK_TO_CARD: &str = "Revenir à la fiche";
pub const PREVIOUS: &str = "Précédent";
pub const NEXT: &str = "Suivant";
/// Where [`MORE_PAGES`] has no room.
pub const MORE: &str = "la suite…";
pub const MORE_PAGES: &str = "la suite\u{a0}: Page suiv.";

pub const NOTE: &str = "Note";
pub const NOTE_HINT: &str = "Ce qu’il faut en retenir…";
pub const ADD_DISAGREEMENT: &str = "Noter un désaccord";
pub const DISAGREEMENT: &str = "Désaccord assumé";
pub const DISAGREEMENT_HINT: &str = "Qui tient à quoi\u{a0}?";
pub const REMOVE_DISAGREEMENT: &str = "Retirer le désaccord";
pub const ADD_SPAN: &str = "Montrer l’étendue";
pub const REMOVE_SPAN: &str = "Retirer l’étendue";
pub const HIDE_LABS: &str = "Masquer les six labos";
pub const SHOW_LABS: &str = "Montrer les six labos";

pub const OWNER: &str = "Responsable";
pub const OWNER_HINT: &str = "qui s’en charge";
pub const DEADLINE: &str = "Échéance";
pub const DEADLINE_HINT: &str = "«\u{a0}avant l’été\u{a0}»…";

pub const OTHERS: &str = "Ce qu’ont choisi les six labos";
pub const HIDE_OTHERS: &str = "masquer";

/// « axe 2 sur 5 »
pub fn rank(zone: Zone, at: usize, of: usize) -> String {
    let step = match zone {
        Zone::Definition => "critère",
        Zone::Positioning => "axe",
        Zone::Examples => "fiche",
        Zone::Vigilance => "point",
        Zone::Design => "rubrique",
    };
    of_all(step, at, of)
}

/// « labo 2 sur 6 »
pub fn lab_rank(at: usize, of: usize) -> String {
    of_all("labo", at, of)
}

/// « rubrique 2 sur 7 »
pub fn field_rank(at: usize, of: usize) -> String {
    of_all("rubrique", at, of)
}

/// « page 1 sur 3 »
pub fn page_rank(at: usize, of: usize) -> String {
    of_all("page", at, of)
}

fn of_all(step: &str, at: usize, of: usize) -> String {
    format!("{step} {at} sur {of}")
}

/// « La mesure d’impact, note »: what a screen reader calls a text of a step.
pub fn text_of(step: &str, text: &str) -> String {
    [step, &lower(text)].join(", ")
}

/// « Pilote / Support, bout gauche du désaccord : 2 crans vers Pilote »
pub fn span_end(axis: &str, left: bool, step: &str) -> String {
    let end = if left { "bout gauche" } else { "bout droit" };
    format!("{axis}, {end} du désaccord\u{a0}: {step}")
}

/// « Capacitant : entre les deux »: one of the six labs, where the group placed it.
pub fn lab_at(lab: &str, step: &str) -> String {
    format!("{lab}\u{a0}: {step}")
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
