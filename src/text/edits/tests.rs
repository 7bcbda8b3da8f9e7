//! What changes are called.

use super::*;
use crate::model::Step;
use crate::model::design::FreeField;

fn told(design: &Design, edit: &Edit) -> Option<String> {
    let catalogue = Catalogue::built_in().unwrap();
    let mut after = design.clone();
    edit.apply(&mut after).unwrap();
    said(&catalogue, design, &after, edit).map(|said| said.whole())
}

#[test]
fn a_change_is_said_with_what_it_is_about_and_what_it_came_to() {
    let catalogue = Catalogue::built_in().unwrap();
    let design = Design::empty(&catalogue);
    let axis = catalogue.axes[1].id.clone();
    let place = Edit::Place { axis, step: Some(Step::RIGHT) };
    assert_eq!(told(&design, &place).unwrap(), "Pilote / Support, 3 crans vers Support");
    let kind = Some(catalogue.labs[1].id.clone());
    assert_eq!(told(&design, &Edit::Orient(kind)).unwrap(), "Orientation, Prospectif");
    let typed = Edit::Write(Target::Name, "Le labo".into());
    assert_eq!(told(&design, &typed), None, "what is typed is heard letter by letter");
    assert_eq!(about(&catalogue, &design, &typed), "Nom du labo");
}

#[test]
fn what_is_taken_back_is_named_with_its_place_and_an_undo_taken_back_is_the_thing_again() {
    let catalogue = Catalogue::built_in().unwrap();
    let design = Design::empty(&catalogue);
    let field = Target::FieldText("gouvernance".into());
    let edit = std::sync::Arc::new(Edit::Write(field, "Une élue".into()));
    let deed = Deed { edit, manner: Some(Manner::Typed), is_an_undo: false, count: 1 };
    let said = |deed: &Deed, undo| stepped(&catalogue, &design, deed, undo);
    let line = |deed: &Deed, undo| step_to_take(&catalogue, &design, deed, undo);
    assert_eq!(said(&deed, true), "Annulé\u{a0}: la frappe dans Gouvernance");
    assert_eq!(said(&deed, false), "Rétabli\u{a0}: la frappe dans Gouvernance");
    assert_eq!(line(&deed, true), "Annuler\u{a0}: la frappe dans Gouvernance");
    let all = Deed { is_an_undo: true, manner: None, count: 12, ..deed.clone() };
    assert_eq!(said(&all, true), "Rétabli\u{a0}: 12 changements");
    assert_eq!(line(&all, true), "Annuler l’annulation\u{a0}: 12 changements");
    let undo = Deed { is_an_undo: true, ..deed };
    assert_eq!(said(&undo, true), "Rétabli\u{a0}: la frappe dans Gouvernance");
    assert_eq!(line(&undo, true), "Annuler l’annulation\u{a0}: la frappe dans Gouvernance");
    assert_eq!(said(&undo, false), "Annulé\u{a0}: la frappe dans Gouvernance");
}

#[test]
fn a_free_field_is_said_by_its_name_and_its_place_among_all() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut design = Design::empty(&catalogue);
    design.free_fields[0].title = "lieu".into();
    let id = design.free_fields[0].id;
    let add = Edit::AddFree { field: FreeField::new(), at: 1 };
    assert_eq!(told(&design, &add).unwrap(), "Rubrique ajoutée, rubrique 9 sur 9");
    add.apply(&mut design).unwrap();
    let shift = Edit::MoveFree { id, to: 1 };
    assert_eq!(told(&design, &shift).unwrap(), "Lieu, rubrique 9 sur 9");
    assert_eq!(told(&design, &Edit::RemoveFree(id)).unwrap(), "Rubrique retirée, lieu");
    let other = design.free_fields[1].id;
    let removed = deed_of(&catalogue, &design, &Edit::RemoveFree(other));
    assert_eq!(undone(&removed), "Annulé\u{a0}: le retrait de la rubrique sans nom");
}

#[test]
fn no_deed_on_a_part_of_the_method_is_cut_in_the_menu() {
    use crate::model::design::PointState;
    let catalogue = Catalogue::built_in().unwrap();
    let design = Design::empty(&catalogue);
    let mut all: Vec<Edit> = Vec::new();
    for criterion in &catalogue.criteria {
        all.push(Edit::Tick { criterion: criterion.id.clone(), ticked: false });
        all.push(Edit::Write(Target::CriterionText(criterion.id.clone()), "".into()));
    }
    for point in &catalogue.points {
        let state = PointState::InDiscussion;
        all.push(Edit::SetPoint { point: point.id.clone(), state });
        all.push(Edit::Write(Target::PointDeadline(point.id.clone()), "".into()));
    }
    for axis in catalogue.axes.iter().map(|axis| &axis.id) {
        all.push(Edit::Place { axis: axis.clone(), step: None });
        all.push(Edit::Disagree { axis: axis.clone(), disagreement: None });
        all.push(Edit::Span { axis: axis.clone(), span: Some((Step::LEFT, Step::RIGHT)) });
        all.push(Edit::Write(Target::Disagreement(axis.clone()), "".into()));
        for lab in &catalogue.labs {
            let lab = lab.id.clone();
            all.push(Edit::PlaceLab { lab, axis: axis.clone(), step: None });
        }
    }
    for edit in all {
        let manner = matches!(edit, Edit::Write(..)).then_some(Manner::Replaced);
        let deed = Deed { edit: edit.into(), manner, is_an_undo: false, count: 1 };
        let line = step_to_take(&catalogue, &design, &deed, true);
        assert!(!line.contains('…'), "{line}");
        assert!(line.starts_with("Annuler\u{a0}: l"), "{line}");
    }
}
