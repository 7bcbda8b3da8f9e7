//! What must be done before the window goes, and what a panel that is closed leaves alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use dessiner_un_labo::platform::printer::{Job, PrintError, Printer, Printers};
use egui::Key;
use tempfile::TempDir;

use super::{Window, file_in};

/// A printer that takes its time: until the test lets it end.
#[derive(Clone)]
struct Slow {
    begun: Sender<PathBuf>,
    end: Arc<Mutex<Receiver<Result<(), PrintError>>>>,
}

impl Printers for Slow {
    fn list(&self) -> std::io::Result<Vec<Printer>> {
        Ok(vec![Printer { name: "Bureau".into(), preferred: true }])
    }

    fn print(&self, job: &Job) -> Result<(), PrintError> {
        self.begun.send(job.file.to_path_buf()).unwrap();
        self.end.lock().unwrap().recv().unwrap_or(Ok(()))
    }

    fn open(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }
}

/// A window on a lab, with a sheet on its way to the printer.
fn printing() -> (TempDir, Window, Sender<Result<(), PrintError>>) {
    let folder = tempfile::tempdir().unwrap();
    let file = file_in(&folder, "labo.ron");
    let (begun, begins) = channel();
    let (end, ends) = channel();
    let mut window = Window::beside(&file, Slow { begun, end: Arc::new(Mutex::new(ends)) });
    window.ctrl(Key::P);
    window.settle();
    window.press(Key::Enter);
    begins.recv().unwrap();
    window.step();
    (folder, window, end)
}

#[test]
fn closing_waits_for_the_sheet_that_is_being_made_and_says_so() {
    let (_folder, mut window, end) = printing();
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Q);
    (0..8).for_each(|_| window.step());
    assert!(!window.app().closing());
    assert!(window.shows("Une feuille est en train d’être écrite."));
    assert_eq!(window.focused(), "Rester ouvert");
    end.send(Ok(())).unwrap();
    window.settle();
    assert!(window.app().closing());
}

#[test]
fn a_sheet_that_is_not_made_keeps_the_window_open() {
    let (_folder, mut window, end) = printing();
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Q);
    (0..8).for_each(|_| window.step());
    end.send(Err(PrintError::Gone)).unwrap();
    window.settle();
    assert!(!window.app().closing());
    assert!(window.shows_some("L’imprimante Bureau n’est plus là."));
    assert!(!window.shows_some("en train d’être écrite"));
    window.ctrl(Key::Q);
    assert!(window.app().closing(), "nothing is under way any more");
}

#[test]
fn who_does_not_want_to_wait_closes_at_once_or_stays() {
    let (_folder, mut window, _end) = printing();
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Q);
    (0..8).for_each(|_| window.step());
    window.harness.key_press(Key::Enter);
    (0..8).for_each(|_| window.step());
    assert!(!window.shows_some("en train d’être écrite") && !window.app().closing());
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Q);
    (0..8).for_each(|_| window.step());
    window.activate_in_steps("Fermer sans attendre");
    assert!(window.app().closing());
}

#[test]
fn ending_the_workshop_and_closing_at_once_leaves_the_canvas_beside_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = file_in(&folder, "labo.ron");
    let mut window = Window::printing(&file, super::printing::Desk::default());
    window.choose_in_menu("Fichier", "Terminer l’atelier");
    window.ctrl(Key::Q);
    window.wait_until("the end", |window| window.app().closing());
    assert!(fs::read(folder.path().join("labo_canevas_A4.pdf")).unwrap().starts_with(b"%PDF"));
}

#[test]
fn the_list_of_shortcuts_opened_and_closed_during_a_save_gives_up_nothing_of_what_follows_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = file_in(&folder, "labo.ron");
    let mut window = Window::printing(&file, super::printing::Desk::default());
    window.focus("Nom du labo");
    window.type_text("x");
    // All in one frame each: the save has not ended when the list closes.
    let end = Window::key_event(egui::Modifiers::COMMAND, Key::S);
    window.one_frame([end]);
    window.one_frame([Window::key_event(egui::Modifiers::COMMAND, Key::Q)]);
    window.one_frame([Window::key_event(egui::Modifiers::NONE, Key::F1)]);
    window.one_frame([Window::key_event(egui::Modifiers::NONE, Key::Escape)]);
    window.wait_until("the end", |window| window.app().closing());
}
