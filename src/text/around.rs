//! What stands around the sheet has its words here: the workshops, the next steps, and « Où en est-on ? ».

use super::Message;
use super::{places, values};
use crate::model::design::{Design, NextStep, PointAnswer, PointState, Workshop};
use crate::model::limits::Reached;
use crate::model::place::{FieldKey, Place};
use crate::model::{Catalogue, signs};

pub const WORKSHOP: &str = "L’atelier";
pub const NEXT_STEPS: &str = "Prochaines étapes";
pub const STANDING: &str = "Où en est-on\u{a0}?";
pub const BACK_TO_STEP: &str = "Revenir à l’étape";

pub const ADD_WORKSHOP: &str = "Ajouter un atelier";
pub const REMOVE_WORKSHOP: &str = "Retirer cet atelier";
pub const FIRST_WORKSHOP: &str = "Noter l’atelier d’aujourd’hui";
pub const NO_WORKSHOP: &str = "Aucun atelier n’est encore noté.";
pub const NO_WORKSHOP_WHY: &str = "La date, le lieu, qui animait, qui était là\u{a0}: de quoi s’y \
                                   retrouver dans six mois.";
pub const DATE: &str = "Date";
pub const DATE_HINT: &str = "jour/mois/année";
pub const NO_DATE: &str = "sans date";
pub const NOT_A_DATE: &str = "cette date ne se lit pas\u{a0}: écrire 24/11/2026";
pub const PLACE: &str = "Lieu";
pub const PLACE_HINT: &str = "où l’on s’est réuni";
pub const LED_BY: &str = "Animation";
pub const LED_BY_HINT: &str = "qui animait";
pub const PEOPLE: &str = "Qui était là";
pub const PEOPLE_HINT: &str = "une personne par ligne";

/// What, who, when: the heads of the columns, and what each column of an empty line asks.
pub const STEP_PARTS: [&str; 3] = ["Quoi", "Qui", "Quand"];
pub const STEP_HINTS: [&str; 3] = ["ce qu’il faut faire", "qui s’en charge", "avant l’été…"];
pub const ADD_STEP: &str = "Ajouter une ligne";
pub const STEP_KEYS: &str =
    "Entrée\u{a0}: une ligne de plus. Alt+Haut, Alt+Bas\u{a0}: déplacer la ligne.";
pub const NO_STEP: &str = "Rien n’est encore prévu.";
pub const NO_STEP_WHY: &str = "Qu’est-ce qui vient ensuite, qui s’en charge, et pour quand\u{a0}?";
pub const FIRST_STEP: &str = "Noter une première étape";

pub const DECIDED: &str = "Décidé";
pub const DECIDED_OR_WRITTEN: &str = "Décidé ou écrit";
pub const WRITTEN: &str = "Écrit par le groupe";
pub const NOTHING_WRITTEN: &str = "Aucune rubrique n’est encore remplie.";
pub const OPEN: &str = "Encore ouvert";
pub const DISAGREED: &str = "En désaccord";
pub const NOTHING_DECIDED: &str = "Rien n’est encore décidé.";
pub const NOTHING_OPEN: &str = "Plus rien n’est ouvert.";
pub const NOTHING_DISAGREED: &str = "Aucun désaccord n’est noté.";
/// After a name that another one follows.
pub const COMMA: &str = ",";
pub const TO_FILL: &str = "À remplir\u{a0}:";
const DISAGREEMENT_NOTED: &str = "désaccord noté";

/// « atelier 2 sur 3 »
pub fn workshop_rank(at: usize, of: usize) -> String {
    format!("atelier {at} sur {of}")
}

/// « Atelier 2, lieu »: what a screen reader calls a text of a workshop.
pub fn of_workshop(at: usize, label: &str) -> String {
    format!("Atelier {at}, {}", label.to_lowercase())
}

/// « Étape 2, quoi »: what a screen reader calls a text of a next step.
pub fn of_step(at: usize, label: &str) -> String {
    format!("Étape {at}, {}", label.to_lowercase())
}

/// What a button beside a next step does.
pub fn step_up(at: usize) -> String {
    format!("Étape {at}\u{a0}: monter")
}

pub fn step_down(at: usize) -> String {
    format!("Étape {at}\u{a0}: descendre")
}

pub fn step_remove(at: usize) -> String {
    format!("Étape {at}\u{a0}: retirer")
}

/// « limite atteinte : 100 ateliers », where another one would be added.
pub fn most_workshops(limit: usize) -> String {
    format!("limite atteinte\u{a0}: {limit} ateliers")
}

pub fn most_steps(limit: usize) -> String {
    format!("limite atteinte\u{a0}: {limit} lignes")
}

/// « limite atteinte : 500 caractères par ligne »
pub fn reached(bound: Reached) -> String {
    match bound {
        Reached::Characters(limit) => super::interface::full(limit),
        Reached::CharactersOfALine(limit) => {
            [&super::interface::full(limit), " par ligne"].concat()
        }
        Reached::Lines(limit) => most_steps(limit),
    }
}

/// « 24 novembre 2026 », « sans date »
pub fn date(workshop: &Workshop) -> String {
    workshop.date.map_or_else(|| NO_DATE.to_owned(), super::dates::words)
}

/// « dernier atelier : 24 novembre 2026, Ancienne trésorerie », or with fewer words when `short`.
pub fn last_workshop(workshop: &Workshop, short: bool) -> String {
    let date = workshop.date.map(super::dates::words);
    let place = start(&workshop.place, PLACE_LENGTH);
    let said = match date {
        Some(date) if short || place.is_empty() => date,
        Some(date) => [date, place].join(", "),
        None => place,
    };
    if said.is_empty() { said } else { format!("dernier atelier\u{a0}: {said}") }
}

const PLACE_LENGTH: usize = 60;

/// « 12 étapes de plus : ouvrir »
pub fn more_steps(count: usize) -> String {
    let steps = if count == 1 { "étape" } else { "étapes" };
    format!("{count} {steps} de plus\u{a0}: ouvrir")
}

/// What a screen reader calls a field that is still empty: « Impact recherché : à remplir ».
pub fn to_fill(name: &str) -> String {
    format!("{name}\u{a0}: à remplir")
}

/// The head of a column of « Où en est-on ? », for a screen reader: « Décidé, 14 ».
pub fn column(head: &str, count: usize) -> String {
    format!("{head}, {count}")
}

/// A line of « Où en est-on ? »: what it is about, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub name: String,
    /// Where it stands, who cares for it and by when: a name is shortened before this is.
    pub answer: String,
    /// What the group wrote of it, at any length.
    pub more: String,
    /// The same for a screen reader, that sees no mark.
    pub said: String,
}

/// What is said of a part of the sheet; `None` when it is no longer there.
pub fn line(catalogue: &Catalogue, design: &Design, part: &Place) -> Option<Line> {
    match part {
        Place::Criterion(id) => {
            let criterion = catalogue.criterion(id)?;
            let answer = design.criterion(id);
            let ticked = answer.is_some_and(|answer| answer.ticked);
            let text = answer.map_or("", |answer| &answer.text);
            let state = values::criterion_with_state(criterion, ticked);
            Some(Line::of(values::capitalised(&criterion.words), one_line(text), state))
        }
        Place::Axis(id) => {
            let axis = catalogue.axis(id)?;
            let answer = design.axis(id);
            let step = answer.and_then(|answer| answer.step);
            let step = values::step(axis, step);
            let (place, mut said) = (kept_together(&step), step);
            let mut more = String::new();
            if let Some(disagreement) = answer.and_then(|answer| answer.disagreement.as_ref()) {
                let text = one_line(&disagreement.text);
                more = if text.is_empty() { DISAGREEMENT_NOTED.to_owned() } else { text };
                said = [said.as_str(), &more].join(", ");
            }
            let name = values::axis(axis);
            let said = values::colon(&name, &said);
            Some(Line { name: with_slash(&name), answer: place, more, said })
        }
        Place::Point(id) => {
            let point = catalogue.point(id)?;
            let answer = design.point(id).cloned().unwrap_or_default();
            let care = care(&answer);
            let state = values::point_state(answer.state);
            let settled = answer.state == PointState::Settled;
            let state = kept_together(state);
            let said = joined([&values::point_with_state(point, answer.state), &care], ", ");
            let answer = if settled { care } else { joined([&state, &care], values::DOT) };
            Some(Line { name: with_slash(&point.words), answer, more: String::new(), said })
        }
        Place::Field(key) => field(catalogue, design, key),
        Place::Card(_) => None,
    }
}

impl Line {
    /// Words alone.
    pub fn named(name: &str) -> Line {
        let [answer, more] = [String::new(), String::new()];
        Line { name: name.to_owned(), answer, more, said: name.to_owned() }
    }

    fn of(name: String, more: String, state: String) -> Line {
        let said = if more.is_empty() { state } else { joined([&state, &more], ". ") };
        Line { name, answer: String::new(), more, said }
    }
}

/// A date that was typed, and that no file can hold.
pub fn unread_date(typed: &str) -> Message {
    Message {
        what: format!(
            "La date «\u{a0}{}\u{a0}» ne se lit pas\u{a0}: elle n’est pas dans le fichier.",
            start(typed, 40)
        ),
        safe: "Tout le reste du labo est enregistré.".into(),
        next: "Écrivez-la comme 24/11/2026, ou effacez-la, puis enregistrez de nouveau.".into(),
    }
}

/// The same, when one is about to leave it there.
pub fn unread_date_kept_out(typed: &str) -> String {
    format!(
        "Ce qui est écrit pour la date d’un atelier, «\u{a0}{}\u{a0}», ne peut pas entrer dans le fichier. Tout le reste du labo est enregistré.",
        start(typed, 40)
    )
}

/// The name of a field and the first words of its text; of the orientation, at least its kind.
fn field(catalogue: &Catalogue, design: &Design, key: &FieldKey) -> Option<Line> {
    let place = Place::Field(key.clone());
    if !place.is_of(catalogue) {
        return None;
    }
    let text = design.text(&key.target())?;
    let kind = || values::orientation_kind(catalogue, &design.orientation);
    let is_kind = *key == FieldKey::Orientation && !signs::holds(&text);
    let text = if is_kind { kind().unwrap_or_default().into() } else { text };
    let name = places::short(catalogue, design, &place);
    let (name, more) = (start(&name, NAME_LENGTH), one_line(&text));
    let said = if more.is_empty() { name.clone() } else { values::colon(&name, &more) };
    Some(Line { name, answer: String::new(), more, said })
}

/// A longer name would leave no room for what is said of it.
const NAME_LENGTH: usize = 60;

/// « la cheffe de projet, avant l’été 2027 »
fn care(answer: &PointAnswer) -> String {
    joined([&one_line(&answer.owner), &one_line(&answer.deadline)], ", ")
}

/// A next step: what, then who and when.
pub fn step(step: &NextStep) -> Line {
    let name = one_line(&step.what);
    let answer = joined([&one_line(&step.who), &one_line(&step.when)], ", ");
    let said = joined([&name, &answer], "\u{a0}: ");
    Line { name, answer, more: String::new(), said }
}

/// A slash ends a line rather than beginning one.
fn with_slash(name: &str) -> String {
    name.replace(" / ", "\u{a0}/ ")
}

/// A value goes on the next line whole.
fn kept_together(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

fn joined(parts: [&str; 2], between: &str) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// A text on one line, as far as a line of « Où en est-on ? » can go.
fn one_line(text: &str) -> String {
    const MOST: usize = 400;
    let breaks = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
    let words: Vec<&str> = text.split(breaks).filter(|word| !word.is_empty()).collect();
    start(&words.join(" "), MOST)
}

/// The start of a text, in at most `most` characters and « … ».
pub fn shortened(text: &str, most: usize) -> String {
    start(text, most)
}

/// The start of a text, whole words when it has some, with « … » when there is more.
pub(super) fn start(text: &str, most: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let kept = &text[..end];
    let kept = kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept);
    [kept.trim_end_matches([',', ';', ':', '/', ' ', '\u{a0}']), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::design::Disagreement;
    use crate::model::edit::Target;
    use crate::model::{Edit, Step};

    #[test]
    fn a_line_says_its_value_in_words() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        let axis = || "pilote-support".into();
        let text = |text: &str| Disagreement { text: text.into(), span: None };
        let mut apply = |edit: Edit| edit.apply(&mut design).unwrap();
        apply(Edit::Place { axis: axis(), step: Some(Step::MIDDLE.moved(1)) });
        apply(Edit::Disagree { axis: axis(), disagreement: Some(text("Qui\ndécide\u{a0}?")) });
        apply(Edit::SetPoint { point: "impact".into(), state: PointState::InDiscussion });
        apply(Edit::Write(Target::PointOwner("impact".into()), "la cheffe de projet".into()));
        apply(Edit::Write(Target::PointDeadline("impact".into()), "avant l’été".into()));
        apply(Edit::Orient(Some("capacitant".into())));
        let said = |part: Place| line(&catalogue, &design, &part).unwrap().said;
        assert_eq!(
            said(Place::Axis(axis())),
            "Pilote / Support\u{a0}: 1 cran vers Support, Qui décide\u{a0}?"
        );
        assert_eq!(
            said(Place::Point("impact".into())),
            "La mesure d’impact\u{a0}: en discussion, la cheffe de projet, avant l’été"
        );
        assert_eq!(said(Place::Field(FieldKey::Orientation)), "Orientation\u{a0}: capacitant");
        assert_eq!(said(Place::Field(FieldKey::Known("sujets".into()))), "Sujets");
    }

    #[test]
    fn a_long_text_stops_after_a_whole_word() {
        assert_eq!(start("Ancienne trésorerie, mairie", 22), "Ancienne trésorerie…");
        assert_eq!(start("Ancienne trésorerie", 22), "Ancienne trésorerie");
        assert_eq!(start("anticonstitutionnellement", 4), "anti…");
        assert_eq!(start("Spécialisé\u{a0}/ Pluridisciplinaire", 20), "Spécialisé…");
    }

    #[test]
    fn the_last_workshop_is_said_with_what_is_known_of_it() {
        let date = Some(crate::model::date::date(2026, 11, 24));
        let workshop = |date, place: &str| Workshop { date, place: place.into(), ..<_>::default() };
        let said = |date, place| last_workshop(&workshop(date, place), false);
        assert_eq!(said(date, "Ici"), "dernier atelier\u{a0}: 24 novembre 2026, Ici");
        assert_eq!(said(date, ""), "dernier atelier\u{a0}: 24 novembre 2026");
        assert_eq!(said(None, "Ici"), "dernier atelier\u{a0}: Ici");
        assert_eq!(said(None, ""), "");
    }
}
