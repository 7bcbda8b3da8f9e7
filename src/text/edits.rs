//! Changes are put into words: what a change is about, and what it came to. A screen reader says it.

use uuid::Uuid;

use super::{Message, around, commands, focus, interface, places, values};
use crate::model::Id;
use crate::model::catalogue::{Axis, Catalogue, ORIENTATION};
use crate::model::design::{Design, Disagreement};
use crate::model::edit::{Edit, Target};
use crate::model::history::Deed;
use crate::model::place::Place;
use crate::model::strokes::Manner;

/// A change that is worth hearing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// « Pilote / Support »
    pub about: String,
    /// « 2 crans vers Support »
    pub value: String,
}

impl Said {
    /// « Pilote / Support, 2 crans vers Support »
    pub fn whole(&self) -> String {
        [self.about.as_str(), self.value.as_str()].join(", ")
    }
}

/// « Annulé : la place sur Pilote / Support »
pub fn undone(about: &str) -> String {
    format!("Annulé\u{a0}: {about}")
}

/// « Rétabli : la place sur Pilote / Support »
pub fn redone(about: &str) -> String {
    format!("Rétabli\u{a0}: {about}")
}

/// What is said once a deed was taken back (`undo`), or done again; `here` is a design in which what it is about stands.
pub fn stepped(catalogue: &Catalogue, here: &Design, deed: &Deed, undo: bool) -> String {
    let what = deed_in_words(catalogue, here, deed);
    // To take back an undo is to do the thing again.
    if undo == deed.is_an_undo { redone(&what) } else { undone(&what) }
}

/// « Annuler : la frappe dans Gouvernance », « Rétablir l’annulation : la place sur Pilote / Support »: a line of the menu.
pub fn step_to_take(catalogue: &Catalogue, here: &Design, deed: &Deed, undo: bool) -> String {
    to_take(&on_one_line(catalogue, deed_in_words(catalogue, here, deed)), deed.is_an_undo, undo)
}

/// What is too long for a line of the menu is called by its number rather than cut.
fn on_one_line(catalogue: &Catalogue, what: String) -> String {
    if what.chars().count() <= LINE {
        return what;
    }
    let criteria = catalogue.criteria.iter().map(|it| &it.words).enumerate();
    let criteria = criteria.map(|(at, words)| (words, format!("critère {}", at + 1)));
    let points = catalogue.points.iter().map(|it| &it.words).enumerate();
    let points = points.map(|(at, words)| (words, format!("point de vigilance {}", at + 1)));
    let mut all = criteria.chain(points).filter(|(words, _)| what.contains(words.as_str()));
    let Some((words, short)) = all.next() else { return what };
    let of_it = format!("dans {short}");
    what.replace(words.as_str(), &short).replace(&of_it, &of_it.replace("dans ", "dans le "))
}

/// The same, of any deed.
pub fn to_take(what: &str, is_an_undo: bool, undo: bool) -> String {
    let verb = if undo { commands::UNDO } else { commands::REDO };
    let verb = if is_an_undo { [verb, " l’annulation"].concat() } else { verb.to_owned() };
    format!("{verb}\u{a0}: {}", around::start(what, LINE))
}

/// Letters of a deed on a line of the menu.
const LINE: usize = 76;

/// « la frappe dans Gouvernance », « le retrait de la rubrique Outils », « la place sur Pilote / Support »: after « Annuler : »,
/// always what was done, and of what.
pub fn deed_in_words(catalogue: &Catalogue, here: &Design, deed: &Deed) -> String {
    if deed.count > 1 {
        return format!("{} changements", interface::thousands(deed.count));
    }
    let (Edit::Write(target, _), Some(manner)) = (&*deed.edit, deed.manner) else {
        return deed_of(catalogue, here, &deed.edit);
    };
    let what = match manner {
        Manner::Typed => "la frappe",
        Manner::Deleted => "la suppression",
        Manner::Replaced => "le remplacement",
        Manner::Pasted => "le collage",
        Manner::Cut => "le texte coupé",
    };
    [what, &places::text_of(catalogue, here, target)].join(" dans ")
}

/// What an edit that writes no text did: one sees it from elsewhere, its place alone does not say it.
fn deed_of(catalogue: &Catalogue, here: &Design, edit: &Edit) -> String {
    let of = |what: &str, place: &str| [what, place].join(", ");
    match edit {
        Edit::Tick { criterion, ticked } => {
            let what = if *ticked { "la case cochée" } else { "la case décochée" };
            of(what, &criterion_in_words(catalogue, here, criterion))
        }
        Edit::Span { axis, span } => {
            let what =
                if span.is_some() { "l’étendue du désaccord" } else { "l’étendue retirée" };
            of(what, &axis_in_words(catalogue, here, axis))
        }
        Edit::Disagree { axis, disagreement } => {
            let what = if disagreement.is_some() {
                "le désaccord noté"
            } else {
                "le désaccord retiré"
            };
            of(what, &axis_in_words(catalogue, here, axis))
        }
        Edit::SetPoint { point, state } => {
            let state = format!("l’état «\u{a0}{}\u{a0}»", values::point_state(*state));
            of(&state, &point_in_words(catalogue, here, point))
        }
        Edit::Place { axis, .. } => {
            format!("la place sur {}", axis_in_words(catalogue, here, axis))
        }
        Edit::PlaceLab { lab, axis, .. } => {
            let lab = lab_in_words(catalogue, here, lab);
            let axis = axis_in_words(catalogue, here, axis);
            format!("la place de {lab} sur {axis}")
        }
        Edit::Orient(_) => "le choix de l’orientation".into(),
        Edit::AddFree { .. } => "l’ajout d’une rubrique".into(),
        Edit::RemoveFree(id) => {
            format!("le retrait de la rubrique {}", free_in_words(catalogue, here, *id))
        }
        Edit::MoveFree { id, .. } => {
            format!("le déplacement de la rubrique {}", free_in_words(catalogue, here, *id))
        }
        Edit::AddWorkshop(_) => "l’ajout d’un atelier".into(),
        Edit::RemoveWorkshop(_) => "le retrait d’un atelier".into(),
        Edit::AddNextStep { .. } => "l’ajout d’une prochaine étape".into(),
        Edit::RemoveNextSteps(_) => "le retrait d’une prochaine étape".into(),
        Edit::MoveNextStep { .. } => "le déplacement d’une prochaine étape".into(),
        // A date, which the hand writes in more than one way.
        Edit::Write(target, _) => places::text_of(catalogue, here, target),
    }
}

/// What is said when what is typed has nowhere to go.
pub const NO_TEXT: &str = "Rien n’a été écrit\u{a0}: cliquez d’abord dans une case";
/// What is said of a free field in which nothing was written, once it is left.
pub const FIELD_NOT_ADDED: &str = "Aucune rubrique ajoutée";
pub const COPY_REST: &str = "Copier le reste";

/// What was pasted and found no room.
pub fn left_out(count: usize) -> Message {
    let count_in_words = interface::thousands(count);
    Message {
        what: match count {
            1 => "Un caractère collé n’a pas trouvé place\u{a0}: ce texte est plein.".into(),
            _ => format!(
                "{count_in_words} caractères collés n’ont pas trouvé place\u{a0}: ce texte est plein."
            ),
        },
        safe: "Ce qui précède est écrit.".into(),
        next: "Copiez le reste, puis collez-le dans un autre texte.".into(),
    }
}

/// What is said once the rest is in the clipboard.
pub fn copied(count: usize) -> String {
    match count {
        1 => "Copié\u{a0}: un caractère".into(),
        _ => format!("Copié\u{a0}: {} caractères", interface::thousands(count)),
    }
}

pub const NOTHING_TO_UNDO: &str = "Rien à annuler";
pub const NOTHING_TO_REDO: &str = "Rien à rétablir";
pub const NO_MORE_FIELDS: &str =
    "La feuille a déjà toutes les rubriques libres qu’elle peut porter";

/// What `edit` is about, as one names it; `design` is one in which what it is about stands.
pub fn about(catalogue: &Catalogue, design: &Design, edit: &Edit) -> String {
    match edit {
        Edit::Write(Target::Name, _) => interface::NAME_LABEL.into(),
        Edit::Write(target, _) => places::text_of(catalogue, design, target),
        Edit::Tick { criterion, .. } => criterion_in_words(catalogue, design, criterion),
        Edit::Place { axis, .. } => axis_in_words(catalogue, design, axis),
        Edit::Disagree { axis, .. } | Edit::Span { axis, .. } => {
            [&axis_in_words(catalogue, design, axis), "désaccord"].join(", ")
        }
        Edit::PlaceLab { lab, axis, .. } => {
            [lab_in_words(catalogue, design, lab), axis_in_words(catalogue, design, axis)]
                .join(", ")
        }
        Edit::SetPoint { point, .. } => point_in_words(catalogue, design, point),
        Edit::Orient(_) => places::name(catalogue, design, &Place::field(ORIENTATION)),
        Edit::AddFree { .. } => "ajout d’une rubrique".into(),
        Edit::RemoveFree(id) => {
            format!("retrait de la rubrique {}", free_in_words(catalogue, design, *id))
        }
        Edit::MoveFree { id, .. } => {
            format!("déplacement de la rubrique {}", free_in_words(catalogue, design, *id))
        }
        Edit::AddWorkshop(_) | Edit::RemoveWorkshop(_) => WORKSHOPS.into(),
        Edit::AddNextStep { .. } | Edit::RemoveNextSteps(_) | Edit::MoveNextStep { .. } => {
            NEXT_STEPS.into()
        }
    }
}

const WORKSHOPS: &str = "Ateliers";
const MOVED_LINE: &str = "ligne déplacée";
const NEXT_STEPS: &str = "Prochaines étapes";

/// What to say of `edit` once it has led from `before` to `after`; `None` for what is typed: it is heard letter by letter.
pub fn said(catalogue: &Catalogue, before: &Design, after: &Design, edit: &Edit) -> Option<Said> {
    let about = || about(catalogue, after, edit);
    Some(match edit {
        Edit::Write(..) => return None,
        Edit::Tick { ticked, .. } => Said { about: about(), value: values::ticked(*ticked).into() },
        Edit::Place { axis, step } | Edit::PlaceLab { axis, step, .. } => {
            Said { about: about(), value: values::step(catalogue.axis(axis)?, *step) }
        }
        Edit::Disagree { axis, disagreement } => Said {
            about: axis_in_words(catalogue, after, axis),
            value: disagreement_in_words(catalogue.axis(axis), disagreement.as_ref()),
        },
        Edit::Span { axis, .. } => Said {
            about: axis_in_words(catalogue, after, axis),
            value: disagreement_in_words(
                catalogue.axis(axis),
                after.axis(axis).and_then(|answer| answer.disagreement.as_ref()),
            ),
        },
        Edit::SetPoint { state, .. } => {
            Said { about: about(), value: values::point_state(*state).into() }
        }
        Edit::Orient(kind) => {
            let lab = kind.as_ref().and_then(|kind| catalogue.lab(kind));
            let value = lab.map_or("aucune des six".into(), values::kind);
            Said { about: about(), value }
        }
        Edit::AddFree { field, .. } => {
            Said { about: "Rubrique ajoutée".into(), value: rank(catalogue, after, field.id)? }
        }
        Edit::RemoveFree(id) => {
            Said { about: "Rubrique retirée".into(), value: free_in_words(catalogue, before, *id) }
        }
        Edit::MoveFree { id, .. } => Said {
            about: values::capitalised(&free_in_words(catalogue, after, *id)),
            value: rank(catalogue, after, *id)?,
        },
        Edit::AddWorkshop(_) | Edit::RemoveWorkshop(_) => {
            Said { about: about(), value: after.workshops.len().to_string() }
        }
        Edit::MoveNextStep { .. } => Said { about: about(), value: MOVED_LINE.into() },
        Edit::AddNextStep { .. } | Edit::RemoveNextSteps(_) => {
            Said { about: about(), value: after.next_steps.len().to_string() }
        }
    })
}

fn criterion_in_words(catalogue: &Catalogue, design: &Design, id: &Id) -> String {
    places::name(catalogue, design, &Place::Criterion(id.clone()))
}

fn axis_in_words(catalogue: &Catalogue, design: &Design, id: &Id) -> String {
    places::name(catalogue, design, &Place::Axis(id.clone()))
}

fn lab_in_words(catalogue: &Catalogue, design: &Design, id: &Id) -> String {
    places::name(catalogue, design, &Place::Card(id.clone()))
}

fn point_in_words(catalogue: &Catalogue, design: &Design, id: &Id) -> String {
    places::name(catalogue, design, &Place::Point(id.clone()))
}

/// The name that the group gave, or « sans nom ».
fn free_in_words(catalogue: &Catalogue, design: &Design, id: Uuid) -> String {
    places::name(catalogue, design, &Place::free(id))
}

/// « rubrique 9 sur 9 »: the place of a free field among all the fields.
fn rank(catalogue: &Catalogue, design: &Design, id: Uuid) -> Option<String> {
    let at = design.free_fields.iter().position(|field| field.id == id)?;
    let known = catalogue.fields.len();
    Some(focus::field_rank(known + at + 1, known + design.free_fields.len()))
}

/// « désaccord, de 1 cran vers Pilote à 2 crans vers Support »
fn disagreement_in_words(axis: Option<&Axis>, disagreement: Option<&Disagreement>) -> String {
    let Some(disagreement) = disagreement else { return "sans désaccord".into() };
    match axis.zip(disagreement.span) {
        Some((axis, (left, right))) => format!(
            "désaccord, de {} à {}",
            values::step(axis, Some(left)),
            values::step(axis, Some(right))
        ),
        None => "désaccord".into(),
    }
}

#[cfg(test)]
mod tests;
