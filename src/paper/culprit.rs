//! When the page engine gives up on a text, this finds which one: whoever prints is told where to look.

use crate::model::design::Design;
use crate::model::edit::{Edit, Target};
use crate::storage::{self, Part};

/// Letters of a lab past which nobody would wait: its sheet is set once for each of its texts.
const MOST: usize = 100_000;

/// The one text without which `is_set` holds: none when there is no such text, or more than one is at fault.
pub(super) fn alone(design: &Design, is_set: &dyn Fn(&Design) -> bool) -> Option<Part> {
    if storage::length(design) > MOST {
        return None;
    }
    let mut texts = Vec::new();
    storage::texts(design, &mut |measured| {
        let part = match measured.part {
            // Who was there is one text, as it is typed.
            Part::Person(key) => Part::Target(Target::WorkshopPeople(key)),
            part => part,
        };
        if !measured.text.is_empty() && texts.last() != Some(&part) {
            texts.push(part);
        }
    });
    texts.into_iter().find(|part| {
        let Part::Target(target) = part else { return false };
        let mut without = design.clone();
        let edit = Edit::Write(target.clone(), "".into());
        edit.apply(&mut without).is_ok() && is_set(&without)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalogue;
    use crate::model::design::Workshop;

    #[test]
    fn the_text_at_fault_is_found_wherever_it_stands() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        design.workshops = vec![Workshop { people: vec!["Une".into()], ..Workshop::default() }];
        design.name = "Un labo".into();
        let refused = |design: &Design| {
            let mut found = false;
            storage::texts(design, &mut |measured| found |= measured.text.contains("boum"));
            !found
        };
        for target in [
            Target::Name,
            Target::FieldText("equipe".into()),
            Target::PointNote("impact".into()),
            Target::WorkshopPlace(design.workshops[0].key),
            Target::WorkshopPeople(design.workshops[0].key),
        ] {
            let mut bad = design.clone();
            Edit::Write(target.clone(), "boum".into()).apply(&mut bad).unwrap();
            assert_eq!(alone(&bad, &refused), Some(Part::Target(target)));
        }
        // Two at fault: neither alone is.
        let mut bad = design.clone();
        bad.name = "boum".into();
        bad.workshops[0].place = "boum".into();
        assert_eq!(alone(&bad, &refused), None);
    }
}
