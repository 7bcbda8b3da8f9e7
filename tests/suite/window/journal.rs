//! The log: what the program did is in it; of what the group wrote, of its files and of its printers, not a word.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use dessiner_un_labo::app::App;
use dessiner_un_labo::model::design::{FreeField, NextStep, Workshop};
use dessiner_un_labo::model::{Design, Text};
use dessiner_un_labo::platform::printer::PrintError;
use dessiner_un_labo::storage;
use egui::Key;
use tempfile::TempDir;

use super::printing::Desk;
use super::{USUAL, Window, catalogue, drop_file};
use crate::samples;

/// Stands in every text, every name of a file, every name of a printer.
const WORD: &str = "zebulon";

/// A design whose every text is the word.
fn marked() -> Design {
    let word = || Text::from(WORD);
    let mut design = samples::design(&catalogue());
    design.name = word();
    design.criteria.iter_mut().for_each(|answer| answer.text = word());
    for answer in &mut design.axes {
        answer.note = word();
        answer.disagreement.get_or_insert_default().text = word();
    }
    for answer in &mut design.points {
        (answer.note, answer.owner, answer.deadline) = (word(), word(), word());
    }
    design.orientation.text = word();
    design.fields.iter_mut().for_each(|answer| answer.text = word());
    design.free_fields = vec![FreeField { title: word(), text: word(), ..FreeField::new() }];
    design.next_steps =
        vec![NextStep { what: word(), who: word(), when: word(), ..NextStep::new() }];
    let workshop = || Workshop { people: vec![word()], ..Workshop::default() };
    design.workshops = vec![workshop()];
    design
}

/// What was written in the log; the window has gone.
fn written(folder: &Path) -> String {
    let files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    // Two on a night that midnight cuts.
    assert!((1..=2).contains(&files.len()), "{files:?}");
    files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

fn window(file: &Path, folder: &Path, desk: &Desk) -> Window {
    let mut window = Window::with(USUAL, 1.0, |catalogue, dialogs| {
        App::new(catalogue, dialogs, Some(file.to_path_buf()))
            .with_printers(Arc::new(desk.clone()))
            .with_settings(Some(folder.join("reglages.ron")))
            .with_state(Some(folder.join("deroules")))
            .with_journal(Some(folder.join("journal")))
    });
    window.settle();
    window
}

#[test]
fn the_log_says_what_was_done_and_never_a_word_of_the_group() {
    let folder = TempDir::new().unwrap();
    let inside = folder.path().join(WORD);
    fs::create_dir(&inside).unwrap();
    let file = inside.join("zebulon.ron");
    let lab = marked();
    let bytes = storage::to_bytes(&lab, &catalogue()).unwrap();
    storage::write(&file, &bytes).unwrap();
    let desk = Desk::with(&["Bureau", "Imprimante zebulon"]);
    let mut window = window(&file, folder.path(), &desk);
    assert_eq!(*window.design(), lab);

    // Typed, undone, saved; saved where nothing can be.
    window.focus("Nom du labo");
    window.press(Key::End);
    window.type_text(WORD);
    window.ctrl(Key::S);
    window.settle();
    window.ctrl(Key::Z);
    window.will_choose(Some(&folder.path().join("zebulon/nowhere/zebulon.ron")));
    window.choose_in_menu("Fichier", "Enregistrer sous…");
    window.settle();
    assert!(window.shows_some("Rien n’est perdu"));
    window.activate("Plus tard");

    // Printed; refused in the printer's words; put in a file; left on paper, which no program opens.
    window.ctrl(Key::P);
    window.settle();
    window.activate_button("Imprimer");
    window.settle();
    desk.refusals.lock().unwrap().push(PrintError::Refused("no zebulon".into()));
    window.activate_button("Imprimer");
    window.settle();
    window.activate("Compris");
    window.will_choose(Some(&inside.join("zebulon.pdf")));
    window.activate_button("Enregistrer en PDF…");
    window.settle();
    window.press(Key::Escape);
    window.choose_in_menu("Fichier", "Terminer l’atelier");
    window.settle();
    desk.no_viewer.store(true, Ordering::SeqCst);
    window.activate_button("Ouvrir le canevas");
    window.settle();
    window.activate("Compris");

    // Refused: a file that is damaged by a word, one that is not there, an address.
    let damaged = inside.join("zebulon-2.ron");
    fs::write(&damaged, "DessinDeLabo(version: (1, 0), zebulon: \"zebulon\")").unwrap();
    let address = PathBuf::from("https://zebulon.fr/zebulon.ron");
    for dropped in [&damaged, &inside.join("zebulon.odt"), &address] {
        drop_file(&mut window, dropped);
        window.settle();
        window.activate("Compris");
    }
    window.will_fail();
    window.ctrl(Key::O);
    window.settle();
    window.press(Key::Escape);
    drop(window);

    let written = written(&folder.path().join("journal"));
    for said in [
        "fait    début",
        "fait    ouvert\u{a0}: fichier 1",
        "fait    enregistré\u{a0}: fichier 1",
        "erreur  enregistrement\u{a0}: fichier 2, dossier absent",
        "fait    imprimé\u{a0}: pages ",
        "refus   pas de feuille\u{a0}: refus de l’imprimante",
        "refus   pas de feuille\u{a0}: aucun programme pour l’ouvrir",
        "fait    mis en fichiers\u{a0}: pages ",
        "fait    mis sur papier\u{a0}: feuilles 2, manquantes 0",
        "refus   pas ouvert\u{a0}: fichier 3, mal formé, ligne 1",
        "refus   pas ouvert\u{a0}: fichier 4 (pas un .ron), introuvable",
        "refus   déposé, pas ouvert",
        "erreur  pas de fenêtre du système",
        "fait    fin",
    ] {
        assert!(written.contains(said), "« {said} » is not in\n{written}");
    }
    assert!(!written.to_lowercase().contains(WORD), "{written}");
    let home = folder.path().to_string_lossy().into_owned();
    assert!(!written.contains(&home), "a path is in\n{written}");
}

#[test]
fn about_says_where_the_log_is_and_what_is_not_in_it() {
    let folder = TempDir::new().unwrap();
    let file = super::file_in(&folder, "a.ron");
    let mut window = window(&file, folder.path(), &Desk::default());
    window.choose_in_menu("Aide", "À propos");
    assert!(window.shows_some("sans un mot de ce qui est écrit ici"));
    assert!(window.shows_some(&format!("{}.", folder.path().join("journal").display())));
}

#[test]
fn where_no_log_can_be_kept_the_program_says_so_and_goes_on() {
    let folder = TempDir::new().unwrap();
    let file = super::file_in(&folder, "a.ron");
    fs::write(folder.path().join("journal"), "a file stands where the folder would").unwrap();
    let mut window = window(&file, folder.path(), &Desk::default());
    window.choose_in_menu("Aide", "À propos");
    assert!(window.shows_some("Le journal du programme ne peut pas être tenu"));
    window.press(Key::Escape);
    window.focus("Nom du labo");
    window.type_text("!");
    window.ctrl(Key::S);
    window.settle();
    assert!(!window.modified());
}
