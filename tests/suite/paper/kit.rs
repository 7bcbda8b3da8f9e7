//! Every sheet of every lab, however little or oddly filled: none fails, and none is empty.

use dessiner_un_labo::model::Step;
use dessiner_un_labo::model::design::{
    Date, Design, Disagreement, FreeField, NextStep, PointState, Workshop,
};
use dessiner_un_labo::model::edit::{Edit, Target};
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};

use super::{empty, every_order, examples, set};

/// An empty lab with one thing in it, each in turn; and one with nothing at all, not even a free field.
fn degenerate() -> Vec<(String, Design)> {
    let axis = || "pilote-support".into();
    let write = |target, words: &str| Edit::Write(target, words.into());
    let disagree = |text: &str, span| Edit::Disagree {
        axis: axis(),
        disagreement: Some(Disagreement { text: text.into(), span }),
    };
    let workshop = Edit::AddWorkshop;
    let step = |what: &str, who: &str| Edit::AddNextStep {
        step: NextStep { what: what.into(), who: who.into(), ..NextStep::new() },
        at: 0,
    };
    let edits = [
        write(Target::Name, "Le nôtre"),
        write(Target::Name, &"Un nom ".repeat(70)),
        Edit::Tick { criterion: "moyens".into(), ticked: true },
        write(Target::CriterionText("moyens".into()), "Une équipe."),
        Edit::Place { axis: axis(), step: Some(Step::MIDDLE) },
        write(Target::AxisNote(axis()), "Une note."),
        disagree("", None),
        disagree("Deux avis.", None),
        disagree("", Some((Step::LEFT, Step::RIGHT))),
        Edit::SetPoint { point: "impact".into(), state: PointState::Settled },
        write(Target::PointNote("impact".into()), "Une note."),
        write(Target::PointOwner("impact".into()), "Inès"),
        write(Target::PointDeadline("impact".into()), "en juin"),
        Edit::Orient(Some("capacitant".into())),
        write(Target::OrientationText, "le nôtre"),
        write(Target::FieldText("creation".into()), "2027"),
        write(Target::FieldText("sujets".into()), "L’accueil."),
        write(Target::FieldText("sujets".into()), " \n "),
        workshop(Workshop { date: Date::new(2026, 11, 24).ok(), ..Workshop::default() }),
        workshop(Workshop { people: vec!["Inès".into()], ..Workshop::default() }),
        step("Écrire", ""),
        step("", "Inès"),
    ];
    let mut all: Vec<(String, Design)> = edits
        .into_iter()
        .map(|edit| {
            let mut design = empty();
            edit.apply(&mut design).unwrap();
            (format!("{edit:?}"), design)
        })
        .collect();
    for (told, title, text) in [("title", "Financement", ""), ("text", "", "Trois ans.")] {
        let mut design = empty();
        design.free_fields =
            vec![FreeField { title: title.into(), text: text.into(), ..FreeField::new() }];
        all.push((format!("a free field with a {told}"), design));
    }
    let mut bare = empty();
    bare.free_fields.clear();
    all.extend([("empty".to_owned(), empty()), ("without a free field".to_owned(), bare)]);
    all
}

#[test]
fn every_sheet_of_a_lab_with_one_thing_in_it_is_made() {
    // A poster is the canvas, larger: one is enough.
    let orders: Vec<Order> = every_order()
        .filter(|order| order.sheet != Sheet::Poster || order.paper == Paper::A2)
        .collect();
    for (told, design) in degenerate() {
        for order in &orders {
            assert!(set(&design, *order).count() > 0, "{told}: {order:?}");
        }
    }
}

#[test]
fn every_sheet_of_the_examples_is_made_as_a_pdf() {
    for (name, design) in examples() {
        for order in every_order() {
            let written = set(&design, order).pdf(None);
            assert!(written.is_ok(), "{name}: {order:?}: {:?}", written.err());
        }
    }
}
