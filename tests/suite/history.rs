//! Undo and redo, over any sequence of edits.

use dessiner_un_labo::model::edit::{Effect, Refused, Target};
use dessiner_un_labo::model::{Design, Edit, History};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::samples::CATALOGUE;
use crate::strategies;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn as_many_undos_as_steps_give_back_the_start_and_redos_the_end(
        edits in vec((strategies::edit(), 0.0..4.0f64), 1..30),
    ) {
        let start = Design::empty(&CATALOGUE);
        let mut history = History::new(start.clone());
        let (mut now, mut changes) = (0.0, 0);
        for (edit, pause) in &edits {
            now += pause;
            let before = history.design().clone();
            let revision = history.revision();
            match history.apply(edit, now) {
                Ok(_) if *history.design() != before => {
                    changes += 1;
                    prop_assert_ne!(history.revision(), revision);
                }
                _ => prop_assert_eq!(history.revision(), revision),
            }
        }
        let end = history.design().clone();
        let mut undos = 0;
        while history.undo() {
            undos += 1;
        }
        prop_assert_eq!(&**history.design(), &start);
        prop_assert_eq!(history.revision(), 0);
        prop_assert!(undos <= changes, "{} undos for {} changes", undos, changes);
        prop_assert!(undos > 0 || end.as_ref() == &start);
        let mut redos = 0;
        while history.redo() {
            redos += 1;
        }
        prop_assert_eq!(history.design(), &end);
        prop_assert_eq!(redos, undos);
    }
}

#[test]
fn a_disagreement_that_is_not_there_takes_neither_a_text_nor_an_empty_span() {
    let catalogue = &*CATALOGUE;
    let mut design = Design::empty(catalogue);
    let before = design.clone();
    let axis = catalogue.axes[0].id.clone();
    let write = Edit::Write(Target::Disagreement(axis.clone()), "une lettre en retard".into());
    assert_eq!(write.apply(&mut design), Err(Refused::Gone));
    assert_eq!(Edit::Span { axis, span: None }.apply(&mut design), Ok(Effect::Unchanged));
    assert_eq!(design, before);
}
