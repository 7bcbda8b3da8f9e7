//! These tests hold the door of a document: what comes in by it, what it gives, what one document does not do to another.

use super::*;
use crate::model::{Catalogue, Edit};
use crate::storage;

fn write(document: &mut Document, text: &str, now: f64) -> Commit {
    let edit = Edit::Write(Target::Name, text.into());
    let commit = document.commit(Change::Edit(&edit, None), now).unwrap();
    document.end_step();
    commit
}

fn name(design: &Design) -> &str {
    &design.name
}

#[test]
fn two_designs_are_drawn_at_once_one_undoes_the_other_is_saved_and_neither_hears_of_it() {
    let catalogue = Catalogue::built_in().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let [here, there] = ["here.ron", "there.ron"].map(|name| folder.path().join(name));
    let mut one = Document::opened(Design::empty(&catalogue), here.clone());
    let mut two = Document::opened(Design::empty(&catalogue), there.clone());
    assert_ne!(one.key(), two.key());
    write(&mut one, "Le premier", 0.0);
    write(&mut two, "Le second", 0.0);
    write(&mut one, "Le tout premier", 5.0);
    let undone = one.commit(Change::Undo, 9.0).unwrap();
    assert_eq!((name(&undone.before), name(&undone.after)), ("Le tout premier", "Le premier"));
    assert!(matches!(undone.cause, Cause::Undone(_)));
    let bytes = storage::to_bytes(two.design(), &catalogue).unwrap();
    storage::save(&there, &bytes).unwrap();
    two.saved(two.revision(), there.clone(), (9, 30));
    assert!(one.modified() && !two.modified());
    assert_eq!((name(one.design()), name(two.design())), ("Le premier", "Le second"));
    assert_eq!(&*storage::read(&there, &catalogue).unwrap().design.name, "Le second");
    assert!(!here.exists());
    one.commit(Change::Redo, 10.0).unwrap();
    assert_eq!((name(one.design()), name(two.design())), ("Le tout premier", "Le second"));
}

#[test]
fn a_commit_says_what_was_before_what_is_after_and_why_and_a_change_of_nothing_gives_none() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut document = Document::blank(Design::empty(&catalogue));
    assert!(matches!(document.opening().cause, Cause::Opened));
    assert!(document.commit(Change::Undo, 0.0).is_none());
    assert!(document.commit(Change::EndRehearsal, 0.0).is_none());
    let first = document.revision();
    let commit = write(&mut document, "Le labo", 1.0);
    assert_eq!((name(&commit.before), name(&commit.after)), ("", "Le labo"));
    assert_eq!(commit.revision, document.revision());
    assert_ne!(commit.revision, first);
    let same = Edit::Write(Target::Name, "Le labo".into());
    assert!(document.commit(Change::Edit(&same, None), 2.0).is_none());
    let undone = document.commit(Change::Undo, 3.0).unwrap();
    assert_eq!(undone.revision, first, "it is the same content");
}

#[test]
fn what_a_rehearsal_tries_goes_and_its_numbers_name_nothing_else() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut document = Document::blank(Design::empty(&catalogue));
    let before = write(&mut document, "Le labo", 0.0).revision;
    document.rehearse();
    let tried = write(&mut document, "Pour voir", 9.0).revision;
    let back = document.commit(Change::EndRehearsal, 10.0).unwrap();
    assert_eq!((name(&back.before), name(&back.after)), ("Pour voir", "Le labo"));
    assert_eq!(back.revision, before);
    assert!(!document.rehearses());
    assert_ne!(write(&mut document, "Après", 20.0).revision, tried);
}

#[test]
fn a_revision_never_names_two_contents_from_one_opening_to_the_next() {
    let catalogue = Catalogue::built_in().unwrap();
    let design = Design::empty(&catalogue);
    let mut seen = std::collections::HashSet::new();
    for _ in 0..3 {
        let mut document = Document::opened(design.clone(), "a.ron".into());
        assert!(seen.insert(document.revision()));
        for text in ["a", "b", "c"] {
            assert!(seen.insert(write(&mut document, text, 0.0).revision));
        }
    }
}
