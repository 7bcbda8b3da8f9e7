//! From the canvas to paper, in the window: what is chosen, what is sent, what is said when it cannot be.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};
use dessiner_un_labo::platform::printer::{Job, PrintError, Printer, Printers, Sides};
use egui::Key;
use tempfile::TempDir;

use super::{Window, file_in};
use crate::samples::{FILE, names};

/// Printers that a test made up, and what they were sent.
#[derive(Clone, Default)]
pub struct Desk {
    pub printers: Arc<Mutex<Vec<Printer>>>,
    /// What the next job is answered.
    pub refusals: Arc<Mutex<Vec<PrintError>>>,
    pub sent: Arc<Mutex<Vec<Sent>>>,
    pub opened: Arc<Mutex<Vec<PathBuf>>>,
    /// Shut, the printers are not told until it opens.
    pub slow: Arc<AtomicBool>,
    /// The next job waits until it is given up.
    pub stuck: Arc<AtomicBool>,
    /// It has it.
    pub at_work: Arc<AtomicBool>,
    /// The next job waits until this opens: it is then sent.
    pub held: Arc<AtomicBool>,
    /// The print system does not answer.
    pub silent: Arc<AtomicBool>,
    /// No program opens anything.
    pub no_viewer: Arc<AtomicBool>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    pub printer: String,
    pub paper: String,
    pub sides: Sides,
    pub black: bool,
    pub pdf: bool,
    pub title: String,
    pub copies: u16,
    pub pages: Option<String>,
    pub anyway: bool,
}

impl Desk {
    pub fn with(printers: &[&str]) -> Desk {
        let desk = Desk::default();
        *desk.printers.lock().unwrap() = printers
            .iter()
            .map(|name| Printer { name: (*name).to_owned(), preferred: *name == "Bureau" })
            .collect();
        desk
    }

    pub fn sent(&self) -> Vec<Sent> {
        self.sent.lock().unwrap().clone()
    }
}

impl Printers for Desk {
    fn list(&self) -> io::Result<Vec<Printer>> {
        while self.slow.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(1));
        }
        if self.silent.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::NotConnected.into());
        }
        Ok(self.printers.lock().unwrap().clone())
    }

    fn print(&self, job: &Job) -> Result<(), PrintError> {
        if let Some(error) = self.refusals.lock().unwrap().pop() {
            return Err(error);
        }
        if self.stuck.load(Ordering::SeqCst) {
            self.at_work.store(true, Ordering::SeqCst);
            while !job.given_up.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(1));
            }
            return Err(PrintError::GivenUp);
        }
        while self.held.load(Ordering::SeqCst) {
            self.at_work.store(true, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(1));
        }
        self.sent.lock().unwrap().push(Sent {
            printer: job.printer.to_owned(),
            paper: job.paper.to_owned(),
            sides: job.sides,
            black: job.black,
            pdf: fs::read(job.file).unwrap().starts_with(b"%PDF"),
            title: job.title.to_owned(),
            copies: job.copies,
            pages: job.pages.map(str::to_owned),
            anyway: job.anyway,
        });
        Ok(())
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        assert!(path.exists());
        if self.no_viewer.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::NotFound.into());
        }
        self.opened.lock().unwrap().push(path.to_path_buf());
        Ok(())
    }
}

/// A window on a lab that is in its file, with these printers.
pub fn window(desk: &Desk) -> (TempDir, PathBuf, Window) {
    let folder = tempfile::tempdir().unwrap();
    let file = file_in(&folder, "labo.ron");
    fs::write(&file, &*FILE).unwrap();
    let window = Window::printing(&file, desk.clone());
    (folder, file, window)
}

pub fn order(window: &Window) -> Order {
    window.app().view().printing.order
}

#[test]
fn two_presses_lead_from_the_canvas_to_the_printer() {
    let desk = Desk::with(&["Couloir", "Bureau"]);
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    assert_eq!(window.focused(), "Imprimer");
    window.press(Key::Enter);
    window.settle();
    let wanted = Sent {
        printer: "Bureau".into(),
        paper: "A4".into(),
        sides: Sides::One,
        black: false,
        pdf: true,
        title: "Le labo d’essai — Le canevas rempli, A4".into(),
        copies: 1,
        pages: None,
        anyway: false,
    };
    assert_eq!(desk.sent(), [wanted]);
    assert!(window.shows_some("Envoyé à Bureau\u{a0}: Le canevas rempli, A4, 1 page."));
}

#[test]
fn by_the_mouse_too_a_click_in_the_bar_and_a_click_on_the_page() {
    let desk = Desk::with(&["Bureau"]);
    let (_folder, _, mut window) = window(&desk);
    let at = window.rect("Imprimer").center();
    window.click_at(at);
    window.settle();
    let page = window.rect_of_button("Imprimer").center();
    window.click_at(page);
    window.settle();
    assert_eq!(desk.sent().len(), 1);
}

#[test]
fn what_is_chosen_is_what_is_sent_and_cards_are_turned_on_the_right_edge() {
    let desk = Desk::with(&["Bureau"]);
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    for choice in ["Les cartes", "A3", "en noir seul"] {
        window.activate(choice);
        window.settle();
    }
    assert_eq!(order(&window).sheet, Sheet::Cards);
    window.activate_button("Imprimer");
    window.settle();
    window.activate("A4");
    window.settle();
    window.activate_button("Imprimer");
    window.settle();
    let sent = desk.sent();
    assert_eq!(
        (sent[0].paper.as_str(), sent[0].sides, sent[0].black),
        ("A3", Sides::ShortEdge, true)
    );
    assert_eq!((sent[1].paper.as_str(), sent[1].sides), ("A4", Sides::LongEdge));
}

#[test]
fn the_page_that_shows_follows_the_design_and_turns() {
    let desk = Desk::default();
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.activate("Les cartes");
    window.settle();
    assert!(window.shows("page 1 sur 14"));
    window.press(Key::PageDown);
    window.settle();
    assert!(window.shows("page 2 sur 14"));
    window.activate("Page d’avant");
    window.settle();
    assert!(window.shows_some("page 1 sur 14\u{a0}: Les cartes, A4"));
    // Undone: the sixth lab is the last again.
    while window.app().document().next_step(true).is_some() {
        window.ctrl(Key::Z);
    }
    window.settle();
    assert!(window.shows("page 1 sur 14"));
}

#[test]
fn a_preview_that_shows_asks_for_no_more_frames() {
    let desk = Desk::default();
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    let before = window.frames();
    window.run();
    assert!(window.frames() - before <= 1, "the page that prints asks for frames at rest");
    assert!(!window.app().busy());
}

#[test]
fn without_a_printer_the_viewer_prints() {
    let desk = Desk::default();
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    assert_eq!(window.focused(), "Ouvrir pour imprimer");
    assert!(window.shows_some("ne connaît pas d’imprimante"));
    window.press(Key::Enter);
    window.settle();
    let opened = desk.opened.lock().unwrap().clone();
    assert!(opened[0].ends_with("labo_canevas_A4.pdf"), "{opened:?}");
}

#[test]
fn a_printer_that_refuses_vanishes_or_lacks_the_paper_is_said_with_what_to_do() {
    for (error, said) in [
        (PrintError::Gone, "L’imprimante Bureau n’est plus là."),
        (PrintError::NoSuchPaper(vec![]), "L’imprimante Bureau n’a pas de papier A4."),
        (
            PrintError::Refused("not accepting jobs".into()),
            "L’imprimante Bureau n’accepte pas de travaux en ce moment.",
        ),
        (PrintError::Refused(String::new()), "L’imprimante Bureau a refusé la feuille."),
        (PrintError::Refused("no, sir".into()), "L’imprimante Bureau a refusé la feuille."),
        (PrintError::NoSystem(io::ErrorKind::NotFound.into()), "ne répond pas"),
    ] {
        let desk = Desk::with(&["Bureau"]);
        desk.refusals.lock().unwrap().push(error);
        let (folder, _, mut window) = window(&desk);
        window.ctrl(Key::P);
        window.settle();
        window.press(Key::Enter);
        window.settle();
        assert!(window.shows_some(said), "{said}");
        // The way out works.
        let path = folder.path().join("ailleurs.pdf");
        window.will_choose(Some(&path));
        window.activate_button("Enregistrer en PDF…");
        window.settle();
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF"));
    }
}

#[test]
fn ending_the_workshop_saves_and_puts_the_canvas_and_the_minutes_beside_the_file() {
    let desk = Desk::default();
    let (folder, file, mut window) = window(&desk);
    fs::remove_file(&file).unwrap();
    window.choose_in_menu("Fichier", "Terminer l’atelier");
    window.settle();
    assert_eq!(fs::read_to_string(&file).unwrap(), *FILE);
    let paper = folder.path().join("labo_canevas_A4.pdf");
    assert!(fs::read(paper).unwrap().starts_with(b"%PDF"));
    let minutes = folder.path().join("labo_releve_A4.pdf");
    assert!(fs::read(minutes).unwrap().starts_with(b"%PDF"));
    assert!(window.shows_some("\u{a0}: le labo (labo.ron), le canevas rempli et le relevé."));
    // What shows a thing leaves the other ways there.
    for (way, opened) in [("Ouvrir le dossier", 1), ("Ouvrir le canevas", 2)] {
        window.activate_button(way);
        window.settle();
        assert_eq!(desk.opened.lock().unwrap().len(), opened, "{way}");
    }
    window.activate_button("Compris");
    assert!(!window.shows("Ouvrir le dossier"));
}

#[test]
fn ending_a_workshop_again_replaces_no_paper() {
    let desk = Desk::default();
    let (folder, _, mut window) = window(&desk);
    let taken = folder.path().join("LABO_canevas_A4.PDF");
    fs::write(&taken, "à garder").unwrap();
    for _ in 0..2 {
        window.choose_in_menu("Fichier", "Terminer l’atelier");
        window.settle();
    }
    assert_eq!(fs::read_to_string(&taken).unwrap(), "à garder");
    for name in ["labo_canevas_A4-2.pdf", "labo_canevas_A4-3.pdf"] {
        assert!(fs::read(folder.path().join(name)).unwrap().starts_with(b"%PDF"), "{name}");
    }
}

#[test]
fn a_workshop_that_cannot_be_saved_is_not_ended() {
    let desk = Desk::default();
    let (folder, file, mut window) = window(&desk);
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    window.choose_in_menu("Fichier", "Terminer l’atelier");
    window.settle();
    assert!(window.shows_some("n’a pas pu être enregistré"));
    assert!(!folder.path().join("labo_canevas_A4.pdf").exists());
}

#[test]
fn the_rescue_kit_holds_what_a_workshop_needs() {
    let desk = Desk::default();
    let (folder, _, mut window) = window(&desk);
    window.choose_in_menu("Fichier", "Trousse de secours");
    window.settle();
    let names = names(&folder.path().join("labo_trousse"));
    let wanted =
        ["bulletins", "canevas", "cartes", "vierge"].map(|sheet| format!("labo_{sheet}_A4.pdf"));
    assert_eq!(names, wanted);
    assert!(window.shows_some("La trousse de secours est prête"));
    // Made again, it takes the place of nothing.
    let first = folder.path().join("labo_trousse/labo_canevas_A4.pdf");
    fs::write(&first, "à garder").unwrap();
    window.choose_in_menu("Fichier", "Trousse de secours");
    window.settle();
    assert_eq!(fs::read_to_string(&first).unwrap(), "à garder");
    assert_eq!(self::names(&folder.path().join("labo_trousse-2")), wanted);
}

#[test]
fn a_lab_with_no_field_filled_has_its_kit() {
    let folder = TempDir::new().unwrap();
    let example = "examples/labs/2027-01-14_la-petite-fabrique.ron";
    let file = folder.path().join("labo.ron");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(example), &file).unwrap();
    let mut window = Window::printing(&file, Desk::default());
    window.choose_in_menu("Fichier", "Trousse de secours");
    window.settle();
    assert_eq!(names(&folder.path().join("labo_trousse")).len(), 4);
    assert!(window.shows_some("La trousse de secours est prête"));
}

#[test]
fn the_paper_last_used_stays_when_another_lab_comes() {
    let desk = Desk::default();
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.activate("A3");
    window.settle();
    window.press(Key::Escape);
    window.ctrl(Key::N);
    window.settle();
    window.ctrl(Key::P);
    window.settle();
    assert_eq!(order(&window).paper, Paper::A3);
}

#[test]
fn the_paper_last_used_is_there_the_next_day() {
    let desk = Desk::with(&["Couloir", "Bureau"]);
    let (folder, file, mut first) = window(&desk);
    first.ctrl(Key::P);
    first.settle();
    for choice in ["A3", "Couloir"] {
        first.activate(choice);
        first.settle();
    }
    assert!(folder.path().join("reglages.ron").exists());
    let mut next = Window::printing(&file, desk.clone());
    next.ctrl(Key::P);
    next.settle();
    next.press(Key::Enter);
    next.settle();
    let sent = desk.sent();
    assert_eq!((sent[0].printer.as_str(), sent[0].paper.as_str()), ("Couloir", "A3"));
}
