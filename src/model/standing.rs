//! « Où en est-on ? » says what is decided, what is open, what is in disagreement. It is computed, never stored.

use uuid::Uuid;

use super::Id;
use super::catalogue::{Catalogue, ORIENTATION};
use super::design::{Design, PointState, Workshop};
use super::progress::is_filled;
use super::signs::holds;

/// Every part of the sheet that the group answers, each in one of four lists, in the order of the method.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Criteria ticked, axes placed, points settled.
    pub decided: Vec<Part>,
    /// Fields filled. What is written in one may be a question, or two answers: nobody said that it is decided.
    pub written: Vec<Part>,
    /// Criteria not ticked, axes to be placed, points to discuss or in discussion, fields empty.
    pub open: Vec<Part>,
    /// Axes with a recorded disagreement, placed or not. A point in discussion is open: nobody said more.
    pub disagreements: Vec<Part>,
}

/// A part of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Criterion(Id),
    Axis(Id),
    Point(Id),
    Orientation,
    Field(Id),
    Free(Uuid),
}

impl Part {
    /// Whether it is a cell of the sheet.
    pub fn is_field(&self) -> bool {
        matches!(self, Part::Orientation | Part::Field(_) | Part::Free(_))
    }
}

/// Where a design stands. Answers that the catalogue does not know have no question to stand under.
pub fn standing(catalogue: &Catalogue, design: &Design) -> Standing {
    let mut standing = Standing::default();
    let mut put = |part: Part, answered: bool| {
        let list = match (answered, part.is_field()) {
            (false, _) => &mut standing.open,
            (true, true) => &mut standing.written,
            (true, false) => &mut standing.decided,
        };
        list.push(part);
    };
    for criterion in &catalogue.criteria {
        let ticked = design.criterion(&criterion.id).is_some_and(|answer| answer.ticked);
        put(Part::Criterion(criterion.id.clone()), ticked);
    }
    let disagreed = |id: &Id| design.axis(id).is_some_and(|answer| answer.disagreement.is_some());
    for axis in catalogue.axes.iter().filter(|axis| !disagreed(&axis.id)) {
        let placed = design.axis(&axis.id).is_some_and(|answer| answer.step.is_some());
        put(Part::Axis(axis.id.clone()), placed);
    }
    for point in &catalogue.points {
        let state = design.point(&point.id).map(|answer| answer.state).unwrap_or_default();
        put(Part::Point(point.id.clone()), state == PointState::Settled);
    }
    for field in &catalogue.fields {
        let part = match &*field.id {
            ORIENTATION => Part::Orientation,
            _ => Part::Field(field.id.clone()),
        };
        put(part, is_filled(design, &field.id));
    }
    for field in &design.free_fields {
        put(Part::Free(field.id), holds(&field.text));
    }
    let axes = catalogue.axes.iter().map(|axis| &axis.id).filter(|id| disagreed(id));
    standing.disagreements = axes.map(|id| Part::Axis(id.clone())).collect();
    standing
}

/// The workshops in the order in which they are shown: by date, the newest last; those without a date after the others.
pub fn workshops_in_order(workshops: &[Workshop]) -> Vec<&Workshop> {
    let mut order: Vec<&Workshop> = workshops.iter().collect();
    order.sort_by_key(|workshop| (workshop.date.is_none(), workshop.date));
    order
}

/// The number under which a workshop shows: its rank in that order, from 1.
pub fn workshop_rank(design: &Design, key: Uuid) -> Option<usize> {
    let order = workshops_in_order(&design.workshops);
    order.iter().position(|workshop| workshop.key == key).map(|at| at + 1)
}

/// The number under which a next step shows: its place in the list, from 1.
pub fn step_rank(design: &Design, key: Uuid) -> Option<usize> {
    design.next_steps.iter().position(|step| step.key == key).map(|at| at + 1)
}

/// The last workshop of which there is something to say.
pub fn last_workshop(design: &Design) -> Option<&Workshop> {
    let all = &design.workshops;
    let dated = all.iter().filter(|workshop| workshop.date.is_some());
    let last = dated.max_by_key(|workshop| workshop.date);
    last.or_else(|| all.iter().rfind(|workshop| !workshop.is_blank()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Edit;
    use crate::model::Step;
    use crate::model::date::{Date, date};
    use crate::model::design::Disagreement;
    use crate::model::edit::Target;

    fn after(edits: &[Edit]) -> (Catalogue, Design) {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        for edit in edits {
            edit.apply(&mut design).unwrap();
        }
        (catalogue, design)
    }

    #[test]
    fn of_an_empty_design_everything_is_open_in_the_order_of_the_method() {
        let (catalogue, design) = after(&[]);
        let standing = standing(&catalogue, &design);
        assert!(standing.decided.is_empty() && standing.written.is_empty());
        assert!(standing.disagreements.is_empty());
        let rank = |part: &Part| match part {
            Part::Criterion(_) => 0,
            Part::Axis(_) => 1,
            Part::Point(_) => 2,
            Part::Orientation => 3,
            Part::Field(_) => 4,
            Part::Free(_) => 5,
        };
        assert!(standing.open.iter().is_sorted_by_key(rank));
        assert_eq!(standing.open.len(), 3 + 5 + 6 + 7 + 1);
    }

    #[test]
    fn what_is_answered_is_decided_or_written_and_a_disagreement_stands_apart_even_when_placed() {
        let axis = |id: &str| Part::Axis(id.into());
        let disagreement = Some(Disagreement::default());
        let (catalogue, design) = after(&[
            Edit::Tick { criterion: "moyens".into(), ticked: true },
            Edit::Place { axis: "expert-transversal".into(), step: Some(Step::MIDDLE) },
            Edit::Place { axis: "pilote-support".into(), step: Some(Step::LEFT) },
            Edit::Disagree { axis: "pilote-support".into(), disagreement: disagreement.clone() },
            Edit::Disagree { axis: "usage-oeuvre".into(), disagreement },
            Edit::SetPoint { point: "impact".into(), state: PointState::InDiscussion },
            Edit::SetPoint { point: "portage".into(), state: PointState::Settled },
            Edit::Orient(Some("capacitant".into())),
            Edit::Write(Target::FieldText("sujets".into()), "L’accueil".into()),
            Edit::Write(Target::FieldText("modes".into()), " \n".into()),
        ]);
        let standing = standing(&catalogue, &design);
        assert_eq!(
            standing.decided,
            [
                Part::Criterion("moyens".into()),
                axis("expert-transversal"),
                Part::Point("portage".into()),
            ]
        );
        assert_eq!(standing.written, [Part::Orientation, Part::Field("sujets".into())]);
        assert_eq!(standing.disagreements, [axis("pilote-support"), axis("usage-oeuvre")]);
        assert!(standing.open.contains(&Part::Point("impact".into())));
        assert!(standing.open.contains(&Part::Field("modes".into())));
        let all = [&standing.decided, &standing.written, &standing.open, &standing.disagreements];
        let all: usize = all.iter().map(|list| list.len()).sum();
        assert_eq!(all, 3 + 5 + 6 + 7 + 1);
    }

    #[test]
    fn the_last_workshop_is_the_newest_whatever_the_order_in_which_they_were_noted() {
        let on = |month| Workshop { date: Date::new(2026, month, 1).ok(), ..Workshop::default() };
        let placed = |place: &str| Workshop { place: place.into(), ..Workshop::default() };
        let all = vec![placed("ici"), on(11), on(10)];
        assert_eq!(workshops_in_order(&all), [&all[2], &all[1], &all[0]]);
        let (_, mut design) = after(&[]);
        design.workshops = all;
        assert_eq!(last_workshop(&design).unwrap().date, Some(date(2026, 11, 1)));
        design.workshops = vec![placed("ici"), placed("là"), Workshop::default()];
        assert_eq!(&*last_workshop(&design).unwrap().place, "là");
        design.workshops = vec![Workshop::default()];
        assert_eq!(last_workshop(&design), None);
    }
}
