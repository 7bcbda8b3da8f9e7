//! What is said of a sheet that could not be made: where to look, what to do, and never a word of the page engine.

use std::io::{Error, ErrorKind};

use dessiner_un_labo::model::design::{NextStep, Workshop};
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::paper::Fault;
use dessiner_un_labo::storage::{self, Part, WriteError};
use dessiner_un_labo::text::printing;

use super::{empty, write};
use crate::samples::CATALOGUE;

#[test]
fn a_text_at_fault_is_called_as_the_sheet_calls_its_place() {
    let mut design = empty();
    design.workshops = vec![Workshop::new(), Workshop::new()];
    design.next_steps = vec![NextStep::new()];
    let free = design.free_fields[0].id;
    write(&mut design, Target::FreeTitle(free), "Lieu");
    let axis = || "pilote-support".into();
    let point = || "g-o".into();
    for (target, place) in [
        (Target::Name, "le nom du labo"),
        (
            Target::CriterionText("projets".into()),
            "la réponse du critère «\u{a0}Il réalise ou accompagne des projets d’innovation publique\u{a0}»",
        ),
        (Target::AxisNote(axis()), "la note de l’axe «\u{a0}Pilote / Support\u{a0}»"),
        (Target::Disagreement(axis()), "le désaccord sur l’axe «\u{a0}Pilote / Support\u{a0}»"),
        (
            Target::PointNote(point()),
            "la note du point «\u{a0}Ne pas devenir le G.O. de l’administration\u{a0}»",
        ),
        (
            Target::PointOwner(point()),
            "le nom du responsable du point «\u{a0}Ne pas devenir le G.O. de l’administration\u{a0}»",
        ),
        (Target::OrientationText, "la phrase de l’orientation"),
        (
            Target::FieldText("equipe".into()),
            "la réponse de la rubrique «\u{a0}Équipe et compétences\u{a0}»",
        ),
        (Target::FreeText(free), "la réponse de la rubrique «\u{a0}Lieu\u{a0}»"),
        (Target::WorkshopPeople(design.workshops[1].key), "la liste des présents à l’atelier 2"),
        (Target::NextStepWhat(design.next_steps[0].key), "le texte de la prochaine étape 1"),
    ] {
        let part = Part::Target(target);
        let name = storage::name(&CATALOGUE, &design, &part);
        let said = Fault::Text(part, name).said();
        let whole = format!(
            "la page n’a pas pu être composée à cause d’un texte, {place}\u{a0}; essayez de l’écrire autrement"
        );
        assert_eq!(said, whole);
    }
}

#[test]
fn the_words_of_the_page_engine_are_never_shown() {
    let engine = "cards.typ:102: cannot calculate sum of empty array, PDF/A-2a error: the text uses the codepoint U+F0FF";
    let said = Fault::Engine(engine.into()).said();
    assert_eq!(said, "la page n’a pas pu être composée, c’est un défaut du programme");
    let message = printing::not_set(&said);
    let whole = [message.what, message.safe, message.next].concat();
    for word in engine.split_whitespace().filter(|word| word.len() > 4) {
        assert!(!whole.contains(word), "{word}: {whole}");
    }
}

#[test]
fn room_is_asked_for_only_where_there_is_none_left() {
    let room = |words: &str| words.contains("de la place") || words.contains("plus assez de place");
    for kind in [ErrorKind::StorageFull, ErrorKind::QuotaExceeded, ErrorKind::FileTooLarge] {
        let message = printing::no_room(&WriteError::from(Error::from(kind)));
        assert!(room(&message.what) && room(&message.next), "{kind:?}: {message:?}");
    }
    for kind in [
        ErrorKind::PermissionDenied,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::NotFound,
        ErrorKind::NotADirectory,
        ErrorKind::IsADirectory,
        ErrorKind::AlreadyExists,
        ErrorKind::InvalidFilename,
        ErrorKind::TimedOut,
        ErrorKind::Other,
    ] {
        let error = || WriteError::from(Error::from(kind));
        for message in
            [printing::no_room(&error()), printing::not_written("a.pdf".as_ref(), &error())]
        {
            let whole = [&*message.what, &*message.next].concat();
            assert!(!room(&whole), "{kind:?}: {whole}");
        }
    }
}
