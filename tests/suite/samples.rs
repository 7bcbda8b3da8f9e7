//! What several tests start from.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use dessiner_un_labo::model::date::date;
use dessiner_un_labo::model::design::{Disagreement, NextStep, Orientation, Workshop};
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::{Catalogue, Design, Edit, Step};
use dessiner_un_labo::storage;

pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::built_in().unwrap());

/// The file of [`design`], as text.
pub static FILE: LazyLock<String> = LazyLock::new(|| {
    String::from_utf8(storage::to_bytes(&design(&CATALOGUE), &CATALOGUE).unwrap()).unwrap()
});

/// A design with something everywhere.
pub fn design(catalogue: &Catalogue) -> Design {
    let mut design = Design::empty(catalogue);
    let (two, left) = (Step::MIDDLE.moved(2), Step::MIDDLE.moved(-1));
    let axis = || "pilote-support".into();
    let free = design.free_fields[0].id;
    let edits = [
        Edit::Write(Target::Name, "Le labo d’essai".into()),
        Edit::Tick { criterion: "projets".into(), ticked: true },
        Edit::Write(Target::CriterionText("projets".into()), "Deux par an.".into()),
        Edit::Place { axis: axis(), step: Some(two) },
        Edit::Write(Target::AxisNote(axis()), "Une note\nsur deux lignes".into()),
        Edit::Disagree {
            axis: axis(),
            disagreement: Some(Disagreement {
                text: "Qui décide\u{a0}?".into(),
                span: Some((left, two)),
            }),
        },
        Edit::PlaceLab { lab: "capacitant".into(), axis: axis(), step: Some(left) },
        Edit::Write(Target::PointNote("impact".into()), "À mesurer.".into()),
        Edit::Write(Target::FieldText("equipe".into()), "Six personnes.".into()),
        Edit::Write(Target::FreeTitle(free), "Lieu".into()),
        Edit::AddWorkshop(Workshop {
            date: Some(date(2026, 11, 24)),
            place: "Salle des pas perdus".into(),
            led_by: "Une animatrice".into(),
            people: vec!["Une personne".into(), "Une autre".into()],
            ..Workshop::new()
        }),
        Edit::AddNextStep {
            step: NextStep {
                what: "Écrire la charte".into(),
                who: "L’équipe".into(),
                when: "avant l’été".into(),
                ..NextStep::new()
            },
            at: 0,
        },
    ];
    for edit in &edits {
        edit.apply(&mut design).unwrap();
    }
    design.orientation = Orientation {
        kind: Some("capacitant".into()),
        words: None,
        text: "capacitant, avec une part d’incrémental".into(),
    };
    design
}

/// The names of what is in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
