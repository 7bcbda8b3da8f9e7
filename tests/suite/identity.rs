//! Workshops and next steps are named by their keys: what is aimed at one never reaches another.

use dessiner_un_labo::model::design::{NextStep, Workshop};
use dessiner_un_labo::model::edit::{Effect, Refused, Target};
use dessiner_un_labo::model::{Design, Edit, History};

use crate::samples::CATALOGUE;

fn design() -> Design {
    let step = |what: &str| NextStep { what: what.into(), ..NextStep::new() };
    let workshop = |place: &str| Workshop { place: place.into(), ..Workshop::new() };
    Design {
        next_steps: ["a", "b", "c"].map(step).to_vec(),
        workshops: ["a", "b", "c"].map(workshop).to_vec(),
        ..Design::empty(&CATALOGUE)
    }
}

fn steps(design: &Design) -> String {
    design.next_steps.iter().map(|step| &*step.what).collect()
}

fn places(design: &Design) -> String {
    design.workshops.iter().map(|workshop| &*workshop.place).collect()
}

#[test]
fn what_is_written_goes_to_the_same_line_wherever_it_moved_and_to_none_once_it_has_gone() {
    let mut design = design();
    let second = design.next_steps[1].key;
    let write = |design: &mut Design, text: &str| {
        Edit::Write(Target::NextStepWhat(second), text.into()).apply(design)
    };
    Edit::MoveNextStep { key: second, to: 9 }.apply(&mut design).unwrap();
    assert_eq!(steps(&design), "acb");
    assert_eq!(write(&mut design, "B"), Ok(Effect::Changed));
    assert_eq!(steps(&design), "acB");
    Edit::RemoveNextSteps(vec![design.next_steps[0].key]).apply(&mut design).unwrap();
    write(&mut design, "BB").unwrap();
    assert_eq!(steps(&design), "cBB");
    Edit::RemoveNextSteps(vec![second]).apply(&mut design).unwrap();
    assert_eq!(write(&mut design, "?"), Err(Refused::Gone));
    assert_eq!(Edit::MoveNextStep { key: second, to: 0 }.apply(&mut design), Err(Refused::Gone));
    assert_eq!(steps(&design), "c");
}

#[test]
fn a_workshop_that_comes_back_by_an_undo_is_the_same_one() {
    let mut history = History::new(design());
    let second = history.design().workshops[1].key;
    let first = history.design().workshops[0].key;
    history.apply(&Edit::RemoveWorkshop(second), 0.0).unwrap();
    assert_eq!(places(history.design()), "ac");
    history.apply(&Edit::RemoveWorkshop(first), 0.0).unwrap();
    assert_eq!(history.apply(&Edit::RemoveWorkshop(first), 0.0), Err(Refused::Gone));
    assert_eq!(places(history.design()), "c");
    assert!(history.undo() && history.undo());
    let place = Edit::Write(Target::WorkshopPlace(second), "B".into());
    history.apply(&place, 1.0).unwrap();
    assert_eq!(places(history.design()), "aBc");
}

#[test]
fn nothing_of_a_list_comes_twice_and_none_is_added_past_its_bound() {
    let mut design = design();
    let (step, workshop) = (design.next_steps[0].clone(), design.workshops[0].clone());
    assert_eq!(Edit::AddNextStep { step, at: 0 }.apply(&mut design), Err(Refused::Twice));
    assert_eq!(Edit::AddWorkshop(workshop).apply(&mut design), Err(Refused::Twice));
    design.next_steps = (0..100).map(|_| NextStep::new()).collect();
    design.workshops = (0..100).map(|_| Workshop::new()).collect();
    let too_many = Err(Refused::TooMany { length: 101, limit: 100 });
    let step = NextStep::new();
    assert_eq!(Edit::AddNextStep { step, at: 0 }.apply(&mut design), too_many);
    assert_eq!(Edit::AddWorkshop(Workshop::new()).apply(&mut design), too_many);
}

#[test]
fn two_designs_that_say_the_same_are_one_content_whatever_their_keys() {
    assert_eq!(design().next_steps, design().next_steps);
    assert_eq!(design().workshops, design().workshops);
    assert_ne!(design().next_steps[0], design().next_steps[1]);
    assert_ne!(design().workshops[0], design().workshops[1]);
}
