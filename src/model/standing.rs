//! « Où en est-on ? » says what is decided, what is open, what is in disagreement. It is computed, never stored.

use uuid::Uuid;

use super::Id;
use super::catalogue::Catalogue;
use super::design::{Design, PointState, Workshop};
use super::place::Place;
use super::progress::is_cell_filled;

/// Every place of the sheet that the group answers, each in one of four lists, in the order of the method.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Criteria ticked, axes placed, points settled.
    pub decided: Vec<Place>,
    /// Fields filled. What is written in one may be a question, or two answers: nobody said that it is decided.
    pub written: Vec<Place>,
    /// Criteria not ticked, axes to be placed, points to discuss or in discussion, fields empty.
    pub open: Vec<Place>,
    /// Axes with a recorded disagreement, placed or not. A point in discussion is open: nobody said more.
    pub disagreements: Vec<Place>,
}

/// Where a design stands. Answers that the catalogue does not know have no question to stand under.
pub fn standing(catalogue: &Catalogue, design: &Design) -> Standing {
    let mut standing = Standing::default();
    for place in Place::all(catalogue, design) {
        let axis = |id: &Id| design.axis(id);
        let answered = match &place {
            // They are read, not answered.
            Place::Card(_) => continue,
            Place::Criterion(id) => design.criterion(id).is_some_and(|answer| answer.ticked),
            Place::Axis(id) if axis(id).is_some_and(|answer| answer.disagreement.is_some()) => {
                standing.disagreements.push(place);
                continue;
            }
            Place::Axis(id) => axis(id).is_some_and(|answer| answer.step.is_some()),
            Place::Point(id) => {
                design.point(id).is_some_and(|answer| answer.state == PointState::Settled)
            }
            Place::Field(key) => is_cell_filled(design, key),
        };
        let list = match (answered, place.is_field()) {
            (false, _) => &mut standing.open,
            (true, true) => &mut standing.written,
            (true, false) => &mut standing.decided,
        };
        list.push(place);
    }
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
    use crate::model::place::FieldKey;

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
        let rank = |place: &Place| match place {
            Place::Criterion(_) => 0,
            Place::Axis(_) => 1,
            Place::Point(_) => 2,
            Place::Field(FieldKey::Orientation) => 3,
            Place::Field(FieldKey::Known(_)) => 4,
            Place::Field(FieldKey::Free(_)) => 5,
            Place::Card(_) => panic!("they are read, not answered"),
        };
        assert!(standing.open.iter().is_sorted_by_key(rank));
        assert_eq!(standing.open.len(), 3 + 5 + 6 + 7 + 1);
    }

    #[test]
    fn what_is_answered_is_decided_or_written_and_a_disagreement_stands_apart_even_when_placed() {
        let axis = |id: &str| Place::Axis(id.into());
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
                Place::Criterion("moyens".into()),
                axis("expert-transversal"),
                Place::Point("portage".into()),
            ]
        );
        assert_eq!(
            standing.written,
            [Place::Field(FieldKey::Orientation), Place::Field(FieldKey::Known("sujets".into()))]
        );
        assert_eq!(standing.disagreements, [axis("pilote-support"), axis("usage-oeuvre")]);
        assert!(standing.open.contains(&Place::Point("impact".into())));
        assert!(standing.open.contains(&Place::Field(FieldKey::Known("modes".into()))));
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
