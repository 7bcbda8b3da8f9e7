//! These tests hold that no two things made have one name, and that nothing is replaced unasked.

use std::fs;

use super::*;

fn page(suffix: &str) -> Made {
    (suffix.to_owned(), suffix.as_bytes().to_vec())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn file_of(name: &Name) -> String {
    name.path(".pdf").file_name().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn names_that_some_disk_takes_for_one_are_given_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut given = Names::default();
    let mut give = |base: &str| file_of(&given.give(folder.path(), base.into(), "pdf", true));
    assert_eq!(give("méthode"), "méthode.pdf");
    assert_eq!(give("me\u{301}thode"), "me\u{301}thode-2.pdf");
    assert_eq!(give("MÉTHODE"), "MÉTHODE-3.pdf");
    assert_eq!(give("méthode-2"), "méthode-2-2.pdf");
    assert_eq!(give("x_1"), "x_1.pdf");
    assert_eq!(give("x"), "x.pdf");
    let mut give = |base: &str| file_of(&given.give(folder.path(), base.into(), "png", true));
    assert_eq!(give("x_1"), "x_1.pdf");
    assert_eq!(give("x"), "x-2.pdf", "« x_1.png » would pass for its first page");
}

#[test]
fn one_folder_named_in_two_ways_gives_a_name_once() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("a")).unwrap();
    let mut given = Names::default();
    let first = given.give(&folder.path().join("a"), "x".into(), "pdf", true);
    let second = given.give(&folder.path().join("a/../a/."), "x".into(), "pdf", true);
    assert_ne!(file_of(&first), file_of(&second));
}

#[test]
fn the_pages_of_an_earlier_run_are_not_mixed_with_the_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x_3.png"), "ancien").unwrap();
    let write = |over| {
        let mut names = Names::default();
        let name = names.give(folder.path(), "x".into(), "png", over);
        let made = [page("_1.png"), page("_2.png")];
        if over { name.write_over(&made, &Mutex::new(names)) } else { name.write(&made) }
    };
    write(false).unwrap();
    assert_eq!(names(folder.path()), ["x-2_1.png", "x-2_2.png", "x_3.png"]);
    // Each run after the first replaces what the one before it made: nothing piles up.
    for _ in 0..3 {
        write(true).unwrap();
        assert_eq!(names(folder.path()), ["x-2_1.png", "x-2_2.png", "x_3.png"]);
    }
    assert_eq!(fs::read_to_string(folder.path().join("x_3.png")).unwrap(), "ancien");
    fs::remove_file(folder.path().join("x_3.png")).unwrap();
    for _ in 0..2 {
        write(true).unwrap();
        assert_eq!(names(folder.path()).len(), 4, "{:?}", names(folder.path()));
    }
}

#[test]
fn what_replaces_takes_neither_the_name_given_to_another_nor_that_of_a_neighbour() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x_9.png"), "ancien").unwrap();
    let mut given = Names::default();
    let name = given.give(folder.path(), "x".into(), "png", true);
    let other = given.give(folder.path(), "x-2".into(), "png", true);
    let given = Mutex::new(given);
    let written = name.write_over(&[page("_1.png"), page("_2.png")], &given).unwrap();
    assert_eq!(written[0], folder.path().join("x-3_1.png"));
    assert_eq!(other.path("_1.png"), folder.path().join("x-2_1.png"));
    // A PDF has its pages in one file: its neighbour is no page of it.
    fs::write(folder.path().join("x_1.pdf"), "voisin").unwrap();
    for _ in 0..2 {
        let name = given.lock().unwrap().give(folder.path(), "x".into(), "pdf", true);
        *given.lock().unwrap() = Names::default();
        let written = name.write_over(&[page(".pdf")], &given).unwrap();
        assert_eq!(written, [folder.path().join("x.pdf")]);
    }
}

#[test]
fn a_name_taken_meanwhile_is_not_exchanged_for_one_given_to_another() {
    let folder = tempfile::tempdir().unwrap();
    let mut given = Names::default();
    let name = given.give(folder.path(), "x".into(), "pdf", false);
    let other = given.give(folder.path(), "x".into(), "pdf", false);
    fs::write(folder.path().join("x.pdf"), "à garder").unwrap();
    let written = name.write_among(&[page(".pdf")], &Mutex::new(given)).unwrap();
    assert_eq!(written, [folder.path().join("x-3.pdf")]);
    assert_eq!(other.path(".pdf"), folder.path().join("x-2.pdf"));
}

#[test]
fn what_a_killed_export_left_is_swept_by_the_next() {
    for over in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let left = temporary::beside(folder.path(), None).unwrap();
        let left = left.into_temp_path().keep().unwrap();
        let mut given = Names::default();
        let name = given.give(folder.path(), "x".into(), "pdf", over);
        name.write_among(&[page(".pdf")], &Mutex::new(given)).unwrap();
        assert!(cfg!(not(unix)) || !left.exists());
    }
    let folder = tempfile::tempdir().unwrap();
    let left = temporary::beside(folder.path(), None).unwrap();
    let left = left.into_temp_path().keep().unwrap();
    replace(&folder.path().join("x.pdf"), b"x").unwrap();
    assert!(cfg!(not(unix)) || !left.exists());
}

#[test]
fn a_name_taken_since_it_was_given_is_not_replaced_even_after_a_thousand() {
    let folder = tempfile::tempdir().unwrap();
    let name = Name::free(folder.path(), "x".into(), "pdf");
    fs::write(folder.path().join("x.pdf"), "à garder").unwrap();
    for number in 2..1200 {
        fs::write(folder.path().join(format!("x-{number}.pdf")), "à garder").unwrap();
    }
    let written = name.write(&[page(".pdf")]).unwrap();
    assert_eq!(written, [folder.path().join("x-1200.pdf")]);
    assert_eq!(fs::read_to_string(folder.path().join("x.pdf")).unwrap(), "à garder");
}

#[test]
fn half_of_a_thing_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let name = Name::free(folder.path(), "x".into(), "png");
    let failed = name.write(&[page("_1.png"), page("/absent/_2.png")]).unwrap_err();
    assert!(matches!(failed.error, WriteError::NoFolder), "{failed:?}");
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn a_new_folder_takes_the_place_of_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x_trousse"), "un fichier").unwrap();
    assert_eq!(new_folder(folder.path(), "x_trousse").unwrap().file_name().unwrap(), "x_trousse-2");
    assert_eq!(new_folder(folder.path(), "x_trousse").unwrap().file_name().unwrap(), "x_trousse-3");
}
