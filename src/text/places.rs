//! What a place of the sheet is called, and what each text that stands there is: the one table of those words.

use super::{focus, interface, shown, values};
use crate::model::catalogue::ORIENTATION;
use crate::model::edit::Target;
use crate::model::place::{FieldKey, Place};
use crate::model::target::Owner;
use crate::model::{Catalogue, Design, standing};

/// « Pilote / Support », « Gouvernance », « sans nom »: the name of a place, or its id, for want of words.
pub fn name(catalogue: &Catalogue, design: &Design, place: &Place) -> String {
    let id = || place.id().unwrap_or(UNNAMED).to_owned();
    let name = place.name(catalogue, design).map_or_else(id, |name| name.to_string());
    match place {
        Place::Card(_) => values::capitalised(&name),
        _ => name,
    }
}

const UNNAMED: &str = "sans nom";

/// The same in the list of an order of play: « Critère 1 », and what a free field without a name could be about.
pub fn short(catalogue: &Catalogue, design: &Design, place: &Place) -> String {
    match place {
        Place::Criterion(_) => {
            let rank = place.rank(catalogue, design);
            format!("Critère {}", rank.map_or(0, |rank| rank.at))
        }
        // A line does not begin with the stroke.
        Place::Axis(_) => name(catalogue, design, place).replace(" / ", "\u{a0}/ "),
        Place::Field(FieldKey::Free(id)) => design
            .free_field(*id)
            .map_or(String::new(), |free| values::free_name(catalogue, design, free).to_owned()),
        _ => name(catalogue, design, place),
    }
}

/// What a text is in a sentence: « la note de l’axe ».
pub fn text(target: &Target) -> &'static str {
    words(target).0
}

/// What it is among the texts of its place, when it is not the first thing there: « note ».
fn part(target: &Target) -> Option<&'static str> {
    words(target).1
}

fn words(target: &Target) -> (&'static str, Option<&'static str>, &'static str) {
    match target {
        Target::Name => ("le nom du labo", None, "le nom"),
        Target::CriterionText(_) => ("la réponse du critère", Some("note"), "la réponse"),
        Target::AxisNote(_) => ("la note de l’axe", Some("note"), "la note"),
        Target::Disagreement(_) => ("la note du désaccord", Some("désaccord"), "le désaccord"),
        Target::PointNote(_) => ("la note du point", Some("note"), "la note"),
        Target::PointOwner(_) => ("la personne responsable", Some("responsable"), "le responsable"),
        Target::PointDeadline(_) => ("la date de l’échéance", Some("échéance"), "l’échéance"),
        Target::OrientationText => ("la phrase de l’orientation", None, "la phrase"),
        Target::FieldText(_) | Target::FreeText(_) => {
            ("la réponse de la rubrique", None, "la réponse")
        }
        Target::FreeTitle(_) => ("le nom de la rubrique", None, "le nom"),
        Target::WorkshopDate(_) => ("la date de l’atelier", None, "la date"),
        Target::WorkshopPlace(_) => ("le lieu de l’atelier", None, "le lieu"),
        Target::WorkshopLedBy(_) => ("le nom de qui anime l’atelier", None, "l’animation"),
        Target::WorkshopPeople(_) => ("la liste des présents à l’atelier", None, "les présents"),
        Target::NextStepWhat(_) => ("le texte de la prochaine étape", None, "le texte"),
        Target::NextStepWho(_) => {
            ("le nom du responsable de la prochaine étape", None, "le responsable")
        }
        Target::NextStepWhen(_) => ("l’échéance de la prochaine étape", None, "l’échéance"),
    }
}

/// What it is called among the others of its place: « la note », « le responsable ».
pub fn short_text(target: &Target) -> &'static str {
    words(target).2
}

/// « Pilote / Support, note », « Gouvernance », « la date de l’atelier 2 »: a text and the place where it stands.
pub fn text_of(catalogue: &Catalogue, design: &Design, target: &Target) -> String {
    let numbered = |rank: Option<usize>| match rank {
        Some(rank) => [text(target), &rank.to_string()].join(" "),
        // It has gone.
        None => text(target).to_owned(),
    };
    match target.owner() {
        Owner::Sheet => text(target).to_owned(),
        // It is what is being named.
        Owner::Place(_) if matches!(target, Target::FreeTitle(_)) => text(target).to_owned(),
        Owner::Place(place) => {
            let name = name(catalogue, design, &place);
            match (part(target), target) {
                (Some(part), _) => [name.as_str(), part].join(", "),
                (None, Target::FreeText(_)) => values::capitalised(&name),
                (None, _) => name,
            }
        }
        Owner::Workshop(key) => numbered(standing::workshop_rank(design, key)),
        Owner::NextStep(key) => numbered(standing::step_rank(design, key)),
    }
}

/// « la réponse de la rubrique « Équipe » », « la date de l’atelier 2 »: a text, and the name or the number of what it stands in.
pub fn text_named(target: &Target, name: Option<&str>) -> String {
    let id = target.place();
    let id = id.as_ref().and_then(Place::id);
    match (target.owner(), name.or(id)) {
        (Owner::Place(Place::Field(FieldKey::Orientation)) | Owner::Sheet, _) | (_, None) => {
            text(target).to_owned()
        }
        (Owner::Place(_), Some(name)) => {
            // Before the name of its place, what it is of is said.
            let what = match target {
                Target::Disagreement(_) => "le désaccord sur l’axe",
                Target::PointOwner(_) => "le nom du responsable du point",
                Target::PointDeadline(_) => "l’échéance du point",
                _ => text(target),
            };
            quoted(what, name)
        }
        (Owner::Workshop(_) | Owner::NextStep(_), Some(number)) => [text(target), number].join(" "),
    }
}

/// Letters of the name of a place that are told: the method has none that is longer.
const MOST_OF_A_NAME: usize = 100;

fn quoted(what: &str, name: &str) -> String {
    // The sheet itself shows as much of it.
    format!("{what} «\u{a0}{}\u{a0}»", shown::beginning(name, MOST_OF_A_NAME))
}

/// What stands over a text that is written: its question, or what it is.
pub fn heading(catalogue: &Catalogue, target: &Target) -> String {
    let question = |id: &str| catalogue.field(id).map(|field| field.question.clone());
    let asked = match target {
        Target::CriterionText(id) => catalogue.criterion(id).map(|it| it.question.clone()),
        Target::OrientationText => question(ORIENTATION),
        Target::FieldText(id) => question(id),
        Target::AxisNote(_) | Target::PointNote(_) => Some(focus::NOTE.into()),
        Target::Disagreement(_) => Some(focus::DISAGREEMENT.into()),
        Target::PointOwner(_) => Some(focus::OWNER.into()),
        Target::PointDeadline(_) => Some(focus::DEADLINE.into()),
        Target::FreeTitle(_) => Some(values::FREE_NAME_HINT.into()),
        Target::FreeText(_) => Some(interface::WRITE_HERE.into()),
        // Around the sheet, each has its label on its own page.
        _ => None,
    };
    asked.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::design::{NextStep, Workshop};

    #[test]
    fn a_text_is_said_with_what_it_stands_in_by_its_name_or_its_number() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        design.workshops = vec![Workshop::new(), Workshop::new()];
        design.next_steps = vec![NextStep::new()];
        let free = design.free_fields[0].id;
        let (second, step) = (design.workshops[1].key, design.next_steps[0].key);
        for (target, said, named) in [
            (Target::Name, "le nom du labo", "le nom du labo"),
            (
                Target::AxisNote("pilote-support".into()),
                "Pilote / Support, note",
                "la note de l’axe «\u{a0}Pilote / Support\u{a0}»",
            ),
            (
                Target::FieldText("gouvernance".into()),
                "Gouvernance",
                "la réponse de la rubrique «\u{a0}Gouvernance\u{a0}»",
            ),
            (Target::OrientationText, "Orientation", "la phrase de l’orientation"),
            (Target::FreeText(free), "Sans nom", "la réponse de la rubrique"),
            (Target::FreeTitle(free), "le nom de la rubrique", "le nom de la rubrique"),
            (Target::WorkshopPlace(second), "le lieu de l’atelier 2", "le lieu de l’atelier 2"),
            (
                Target::NextStepWhen(step),
                "l’échéance de la prochaine étape 1",
                "l’échéance de la prochaine étape 1",
            ),
            (
                Target::PointNote("inconnu".into()),
                "inconnu, note",
                "la note du point «\u{a0}inconnu\u{a0}»",
            ),
        ] {
            assert_eq!(text_of(&catalogue, &design, &target), said);
            let name = match target.owner() {
                Owner::Sheet => None,
                Owner::Place(place) => place.name(&catalogue, &design),
                Owner::Workshop(_) => Some("2".into()),
                Owner::NextStep(_) => Some("1".into()),
            };
            assert_eq!(text_named(&target, name.as_deref()), named);
        }
        design.workshops.clear();
        let gone = text_of(&catalogue, &design, &Target::WorkshopPlace(second));
        assert_eq!(gone, "le lieu de l’atelier");
    }

    #[test]
    fn every_place_has_a_name_in_an_order_of_play_and_every_text_there_a_heading() {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        let mut names = Vec::new();
        for place in Place::all(&catalogue, &design) {
            names.push(short(&catalogue, &design, &place));
            for target in place.texts() {
                assert!(!heading(&catalogue, &target).is_empty(), "{target:?}");
            }
        }
        assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
        assert_eq!(names[0], "Critère 1");
        assert_eq!(names[4], "Pilote\u{a0}/ Support");
    }
}
