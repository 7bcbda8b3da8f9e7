//! The page that prints: what is chosen stays chosen, what is wanted is in sight, what lasts can be given up.

use std::fs;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use dessiner_un_labo::model::sheet::{Ink, Paper, Sheet};
use dessiner_un_labo::platform::printer::PrintError;
use dessiner_un_labo::text::printing::name;
use egui::{Key, Rect, vec2};

use super::printing::{Desk, order, window};
use super::{Window, file_in};
use crate::samples::FILE;

/// Runs until `holds`, though a job may still be under way.
#[track_caller]
fn until(window: &mut Window, holds: impl Fn(&Window) -> bool) {
    let start = Instant::now();
    while !holds(window) {
        assert!(start.elapsed() < Duration::from_secs(20), "it never comes");
        std::thread::sleep(Duration::from_millis(2));
        window.run();
    }
}

fn ways(window: &Window) -> [Rect; 4] {
    ["Enregistrer en PDF…", "Image PNG…", "Image SVG…", "Ouvrir"]
        .map(|way| window.rect_of_button(way))
}

#[test]
fn printers_that_are_found_late_change_nothing_that_was_chosen_and_move_no_button() {
    for found in [&["Couloir", "Bureau"][..], &[]] {
        let desk = Desk::with(found);
        desk.slow.store(true, Ordering::SeqCst);
        let (_folder, _, mut window) = window(&desk);
        window.ctrl(Key::P);
        until(&mut window, |window| window.shows_some("page 1 sur 1"));
        assert!(window.shows_some("On cherche les imprimantes…"));
        for choice in ["A3", "en noir seul"] {
            window.activate(choice);
        }
        let before = (ways(&window), window.rect_of_button("Imprimer"), order(&window));
        assert_eq!((before.2.paper, before.2.ink), (Paper::A3, Ink::Black));
        desk.slow.store(false, Ordering::SeqCst);
        window.settle();
        let print = if found.is_empty() { "Ouvrir pour imprimer" } else { "Imprimer" };
        let after = (ways(&window), window.rect_of_button(print), order(&window));
        assert_eq!(before, after);
        let printer = window.app().view().printing.printer.as_deref();
        assert_eq!(printer, found.last().copied());
    }
}

#[test]
fn among_thousands_of_printers_one_is_found_by_its_name() {
    let names: Vec<String> = (0..3000).map(|at| format!("Batiment_B_Copieur_{at}")).collect();
    let desk = Desk::with(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    assert!(window.shows_some("994 autres"));
    window.focus("Chercher une imprimante");
    window.type_text("copieur_2718");
    window.settle();
    window.activate("Batiment_B_Copieur_2718");
    window.settle();
    assert!(window.shows("Sur Batiment_B_Copieur_2718"));
    window.activate_button("Imprimer");
    window.settle();
    assert_eq!(desk.sent()[0].printer, "Batiment_B_Copieur_2718");
}

#[test]
fn what_prints_is_in_sight_whatever_the_sheet_and_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let file = file_in(&folder, "labo.ron");
    fs::write(&file, &*FILE).unwrap();
    for size in
        [vec2(1024.0, 768.0), vec2(1280.0, 720.0), vec2(1366.0, 768.0), vec2(1920.0, 1080.0)]
    {
        let desk = Desk::with(&["Couloir", "Bureau", "Accueil"]);
        let mut window = Window::printing_in(&file, desk, size);
        window.ctrl(Key::P);
        window.settle();
        let mut places = Vec::new();
        for sheet in Sheet::ALL {
            window.activate(name(sheet));
            window.settle();
            let print = window.rect_of_button("Imprimer");
            let page = Rect::from_min_size(egui::Pos2::ZERO, size);
            assert!(page.contains_rect(print), "{sheet:?} in {size:?}: {print:?}");
            places.push(print);
        }
        assert!(places.windows(2).all(|pair| pair[0] == pair[1]), "{size:?}: {places:?}");
    }
}

/// On the laptop that most meetings have, nothing that a sheet can become hides under the foot until one scrolls.
#[test]
fn every_way_of_an_ordinary_sheet_is_in_sight_on_an_ordinary_laptop() {
    let folder = tempfile::tempdir().unwrap();
    let file = file_in(&folder, "labo.ron");
    fs::write(&file, &*FILE).unwrap();
    let desk = Desk::with(&["Bureau"]);
    let mut window = Window::printing_in(&file, desk, vec2(1366.0, 768.0));
    window.ctrl(Key::P);
    window.settle();
    for sheet in Sheet::ALL.into_iter().filter(|sheet| *sheet != Sheet::Poster) {
        window.activate(name(sheet));
        window.settle();
        let foot = window.rect_of_button("Imprimer").top();
        for way in ["Image PNG…", "Ouvrir"] {
            let shown = window.rect_of_button(way);
            assert!(
                shown.bottom() < foot,
                "{sheet:?}: {way} ends at {}, not over {foot}",
                shown.bottom()
            );
        }
    }
}

#[test]
fn copies_and_pages_are_typed_and_sent_and_said() {
    let desk = Desk::with(&["Bureau"]);
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.activate("Les cartes");
    window.settle();
    window.focus("Exemplaires\u{a0}: 1");
    window.type_text("12");
    window.focus("Pages");
    window.type_text("1-2, 5");
    window.settle();
    assert!(window.shows("Sur Bureau, 12 exemplaires, pages 1-2, 5"));
    window.activate_button("Imprimer");
    window.settle();
    let sent = &desk.sent()[0];
    assert_eq!((sent.copies, sent.pages.as_deref()), (12, Some("1-2,5")));
    assert_eq!(sent.title, "Le labo d’essai — Les cartes, A4");
    assert!(window.shows_some("Envoyé à Bureau\u{a0}: Les cartes, A4, 3 pages, 12 exemplaires."));
    // They were the pages of the cards.
    window.activate("Le canevas rempli");
    window.settle();
    window.activate_button("Imprimer");
    window.settle();
    assert_eq!(desk.sent()[1].pages, None);
}

#[test]
fn pages_that_are_none_are_said_and_nothing_is_sent() {
    for (typed, said) in [
        (
            "trois",
            "«\u{a0}trois\u{a0}» ne dit pas quelles pages\u{a0}: écrivez par exemple 1-3, 5.",
        ),
        ("7-9", "Aucune de ces pages n’existe\u{a0}: la feuille en a 1."),
    ] {
        let desk = Desk::with(&["Bureau"]);
        let (_folder, _, mut window) = window(&desk);
        window.ctrl(Key::P);
        window.settle();
        window.focus("Pages");
        window.type_text(typed);
        window.activate_button("Imprimer");
        window.settle();
        assert!(window.shows_some(said), "{said}");
        assert_eq!(desk.sent(), []);
    }
}

#[test]
fn ballots_are_for_any_number_of_people() {
    let desk = Desk::with(&["Bureau"]);
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.activate("Les bulletins");
    window.settle();
    let name = |people: &str| format!("Pour combien de personnes\u{a0}: {people}");
    window.focus(&name("12 personnes"));
    for (typed, people) in [("7", 7), ("1", 71)] {
        window.type_text(typed);
        assert_eq!(order(&window).people, people);
    }
    window.press(Key::Home);
    assert_eq!(order(&window).people, 1);
    window.type_text("120");
    window.settle();
    assert!(window.shows("page 1 sur 30"));
    window.press(Key::ArrowRight);
    window.settle();
    assert!(window.shows("page 1 sur 31"));
}

#[test]
fn a_poster_says_what_each_way_to_have_it_costs() {
    let desk = Desk::with(&["Bureau"]);
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    for choice in ["L’affiche", "A1"] {
        window.activate(choice);
        window.settle();
    }
    for way in ["d’une pièce", "15 feuilles A4", "9 feuilles A4, à 92\u{a0}%", "8 feuilles A3"]
    {
        assert!(window.shows(way), "{way}");
    }
    window.activate("9 feuilles A4, à 92\u{a0}%");
    window.settle();
    // The plan, and the sheets.
    assert!(window.shows("page 1 sur 10"));
    assert!(!window.shows("Image SVG…"));
}

#[test]
fn a_paper_that_the_printer_lacks_is_said_with_those_that_it_has() {
    let desk = Desk::with(&["Bureau"]);
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.activate("A3");
    window.settle();
    let has = vec!["Letter".to_owned(), "A4".to_owned()];
    desk.refusals.lock().unwrap().push(PrintError::NoSuchPaper(has));
    window.activate_button("Imprimer");
    window.settle();
    assert!(window.shows_some("n’a pas de papier A3, mais du Letter ou du A4."));
    window.activate_button("Passer en A4");
    window.settle();
    assert_eq!(order(&window).paper, Paper::A4);
}

#[test]
fn what_is_given_up_stops_at_once_and_another_sheet_can_be_made() {
    let desk = Desk::with(&["Bureau"]);
    desk.stuck.store(true, Ordering::SeqCst);
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.activate_button("Imprimer");
    until(&mut window, |window| window.shows("Arrêter") && desk.at_work.load(Ordering::SeqCst));
    window.activate_button("Arrêter");
    window.settle();
    assert!(window.shows_some("Arrêté. Si l’imprimante avait déjà reçu la feuille"));
    desk.stuck.store(false, Ordering::SeqCst);
    window.activate_button("Imprimer");
    window.settle();
    assert_eq!(desk.sent().len(), 1);
}

#[test]
fn a_viewer_that_does_not_open_is_not_said_to() {
    let desk = Desk::default();
    desk.no_viewer.store(true, Ordering::SeqCst);
    let (_folder, _, mut window) = window(&desk);
    window.ctrl(Key::P);
    window.settle();
    window.press(Key::Enter);
    window.settle();
    assert!(window.shows_some("Aucun programme de cet ordinateur n’a ouvert"));
    assert!(!window.shows_some("s’ouvre dans un autre programme."));
}

/// Megabytes of this process that are in memory.
#[cfg(target_os = "linux")]
fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim_end_matches("kB").trim().parse::<usize>().unwrap() / 1024
}

const CHILD: &str = "DESSINER_UN_LABO_TEST_PREVIEWS";

/// Not a test of its own: what it takes of memory is told where nothing else runs.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by another test, in a process of its own"]
fn a_child_that_looks_at_many_sheets() {
    if std::env::var_os(CHILD).is_none() {
        return;
    }
    let desk = Desk::with(&["Bureau"]);
    let (_folder, _, mut window) = window(&desk);
    let mut look = |count: usize| {
        for _ in 0..count {
            // Another sheet each time: a letter more in its name.
            window.focus("Nom du labo");
            window.type_text("a");
            window.press(Key::Escape);
            window.ctrl(Key::P);
            until(&mut window, |window| window.shows_some("page 1 sur 1"));
            window.settle();
            window.press(Key::Escape);
        }
        resident()
    };
    let (first, last) = (look(20), look(60));
    println!("{first} MB after 20 sheets, {last} after 80");
    assert!(last < first + 40, "{first} MB after 20 sheets, {last} after 80");
}

#[cfg(target_os = "linux")]
#[test]
fn however_many_sheets_are_looked_at_the_page_engine_keeps_no_more_of_them() {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "window::paper::a_child_that_looks_at_many_sheets"])
        .args(["--ignored", "--nocapture"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains(" MB after 20 sheets"), "{said}");
}
