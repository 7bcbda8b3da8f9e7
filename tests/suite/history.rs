//! Undo and redo, over any sequence of edits.

use dessiner_un_labo::model::{Design, History};
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
