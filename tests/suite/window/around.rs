//! Around the sheet, by the keyboard alone: the workshops, the next steps, « Où en est-on ? ».

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::date::{Date, date};
use dessiner_un_labo::model::design::{NextStep, Workshop};
use dessiner_un_labo::platform::clock;
use dessiner_un_labo::storage;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Window, catalogue, full_example};

/// Opens by its menu, with the keyboard alone.
fn open(window: &mut Window, command: &str) {
    let menu = if command.starts_with("Où") { "Affichage" } else { "Édition" };
    window.focus(menu);
    window.press(Key::Enter);
    for _ in 0..20 {
        if window.focused() == command {
            break;
        }
        window.press(Key::ArrowDown);
    }
    assert_eq!(window.focused(), command);
    window.press(Key::Enter);
}

pub fn full() -> Window {
    Window::on(full_example(), super::USUAL, 1.0)
}

fn retype(window: &mut Window, text: &str) {
    window.ctrl(Key::A);
    window.type_text(text);
}

fn today() -> Date {
    clock::now().date()
}

fn value(window: &Window, label: &str) -> String {
    let node = window.harness.get_by_label(label);
    node.accesskit_node().value().unwrap_or_default()
}

#[test]
fn the_first_workshop_is_noted_by_the_keyboard_alone() {
    let mut window = Window::blank();
    let before = today();
    open(&mut window, "L’atelier…");
    assert!(window.shows_some("Aucun atelier n’est encore noté"));
    assert_eq!(window.focused(), "Noter l’atelier d’aujourd’hui");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Atelier 1, lieu");
    window.type_text("Mairie");
    window.press(Key::Tab);
    window.type_text("Inès");
    window.press(Key::Tab);
    assert_eq!(window.focused(), "Atelier 1, qui était là");
    window.type_text("Marius");
    window.press(Key::Enter);
    window.type_text("une élue");
    window.press(Key::Enter);
    let [workshop] = &window.design().workshops[..] else { panic!() };
    assert!([before, today()].map(Some).contains(&workshop.date));
    assert_eq!((&*workshop.place, &*workshop.led_by), ("Mairie", "Inès"));
    // The line feed just typed is still there to write on.
    assert_eq!(workshop.people, ["Marius".into(), "une élue".into(), "".into()]);
    window.type_text("Zoé");
    assert_eq!(&*window.design().workshops[0].people[2], "Zoé");
    let written = storage::to_bytes(window.design(), &catalogue()).unwrap();
    let read = storage::parse(&written, &catalogue()).unwrap().design;
    assert_eq!(read.workshops, window.design().workshops);
}

#[test]
fn several_workshops_are_shown_the_newest_last_and_the_page_keys_lead_along() {
    let mut window = full();
    open(&mut window, "L’atelier…");
    assert!(window.shows("L’atelier, atelier 2 sur 2"));
    assert_eq!(value(&window, "Atelier 2, date"), "24 novembre 2026");
    window.press(Key::PageUp);
    assert_eq!(value(&window, "Atelier 1, date"), "13 octobre 2026");
    window.click("24 novembre 2026");
    assert!(window.shows("L’atelier, atelier 2 sur 2"));
    window.activate("Ajouter un atelier");
    assert!(window.shows("L’atelier, atelier 3 sur 3") || today() < date(2026, 11, 24));
    assert!(window.focused().ends_with(", lieu"));
    assert_eq!(window.design().workshops.len(), 3);
}

#[test]
fn a_workshop_that_is_removed_comes_back_with_an_undo() {
    let mut window = full();
    let before = window.design().workshops.clone();
    open(&mut window, "L’atelier…");
    window.press(Key::PageUp);
    window.focus("Retirer cet atelier");
    window.press(Key::Enter);
    assert_eq!(window.design().workshops, before[1..]);
    assert!(window.shows("L’atelier, atelier 1 sur 1"));
    window.ctrl(Key::Z);
    assert_eq!(window.design().workshops, before);
    // What came back is what is shown.
    assert!(window.shows("L’atelier, atelier 1 sur 2"));
    window.activate("Retirer cet atelier");
    window.activate("Retirer cet atelier");
    assert!(window.design().workshops.is_empty());
    assert_eq!(window.focused(), "Noter l’atelier d’aujourd’hui");
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(window.design().workshops, before);
}

#[test]
fn a_date_is_typed_as_people_write_it_and_said_in_words() {
    let mut window = full();
    open(&mut window, "L’atelier…");
    assert_eq!(window.focused(), "Atelier 2, date");
    for (typed, said) in [
        ("25/11/2026", "25 novembre 2026"),
        ("1-3-2027", "1er mars 2027"),
        ("mardi 24 novembre 2026", "24 novembre 2026"),
        ("2027-01-05", "5 janvier 2027"),
    ] {
        retype(&mut window, typed);
        assert_eq!(value(&window, "Atelier 2, date"), typed);
        window.press(Key::Tab);
        assert_eq!(value(&window, "Atelier 2, date"), said);
        window.press_with(Modifiers::SHIFT, Key::Tab);
    }
    assert_eq!(window.design().workshops[1].date, Some(date(2027, 1, 5)));
    retype(&mut window, "");
    window.press(Key::Delete);
    assert_eq!(window.design().workshops[1].date, None);
}

#[test]
fn what_is_not_a_date_stays_in_its_box_and_the_design_keeps_the_one_it_had() {
    let mut window = full();
    let kept = Some(date(2026, 11, 24));
    let wrong = "cette date ne se lit pas\u{a0}: écrire 24/11/2026";
    open(&mut window, "L’atelier…");
    retype(&mut window, "31/02/2026");
    assert!(window.shows(wrong));
    assert_eq!(window.design().workshops[1].date, kept);
    // Left, walked away from, come back to: it is still there, and still said.
    window.press(Key::Tab);
    assert!(window.shows(wrong));
    window.press(Key::PageUp);
    assert!(!window.shows(wrong));
    window.press(Key::F2);
    window.press(Key::F2);
    window.press(Key::PageDown);
    assert_eq!(value(&window, "Atelier 2, date"), "31/02/2026");
    // It is in no file: closing would ask.
    assert!(window.shows(wrong) && window.modified());
    // The workshop before it goes: it stays with its own.
    window.press(Key::PageUp);
    window.activate("Retirer cet atelier");
    assert_eq!(value(&window, "Atelier 1, date"), "31/02/2026");
    window.ctrl(Key::Z);
    window.press(Key::PageDown);
    window.focus("Atelier 2, date");
    assert_eq!(value(&window, "Atelier 2, date"), "31/02/2026");
    retype(&mut window, "28/02/2027");
    assert!(!window.shows(wrong));
    assert_eq!(window.design().workshops[1].date, Some(date(2027, 2, 28)));
}

#[test]
fn an_undo_in_the_box_of_a_date_takes_back_what_is_typed_there_first() {
    let mut window = full();
    open(&mut window, "L’atelier…");
    window.activate("Ajouter un atelier");
    let at = window.design().workshops.len();
    let name = window.focused().replace("lieu", "date");
    window.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.focused(), name);
    let said = value(&window, &name);
    retype(&mut window, "24/13");
    window.ctrl(Key::Z);
    assert_eq!((value(&window, &name), window.design().workshops.len()), (said, at));
    window.ctrl(Key::Z);
    assert_eq!(window.design().workshops.len(), at - 1);
}

#[test]
fn a_date_typed_is_one_step_and_an_undo_says_the_one_before() {
    let mut window = full();
    open(&mut window, "L’atelier…");
    retype(&mut window, "25/11/2026");
    window.ctrl(Key::Z);
    assert_eq!(window.design().workshops[1].date, Some(date(2026, 11, 24)));
    assert_eq!(value(&window, "Atelier 2, date"), "24 novembre 2026");
}

#[test]
fn typing_who_was_there_stops_at_500_characters_a_line_and_at_100_lines_and_says_so() {
    let mut window = full();
    open(&mut window, "L’atelier…");
    window.focus("Atelier 2, qui était là");
    window.ctrl(Key::A);
    window.one_frame([Event::Paste("é".repeat(600))]);
    window.run();
    let people = |window: &Window| window.design().workshops[1].people.clone();
    assert_eq!(people(&window)[0].chars().count(), 500);
    assert!(window.shows("limite atteinte\u{a0}: 500 caractères par ligne"));
    window.ctrl(Key::A);
    window.one_frame([Event::Paste("a\r\n".repeat(150))]);
    window.run();
    assert_eq!(people(&window).len(), 100);
    assert!(window.shows("limite atteinte\u{a0}: 100 lignes"));
    window.press(Key::Enter);
    window.type_text("b");
    assert_eq!(people(&window).len(), 100);
}

#[test]
fn two_lines_too_long_to_be_one_stay_two_and_the_reason_is_said() {
    let mut window = full();
    open(&mut window, "L’atelier…");
    window.focus("Atelier 2, qui était là");
    window.ctrl(Key::A);
    let lines = ["a".repeat(480), "b".repeat(30)];
    window.one_frame([Event::Paste(lines.join("\n"))]);
    window.run();
    window.press(Key::Home);
    window.press(Key::Backspace);
    let people = |window: &Window| window.design().workshops[1].people.clone();
    assert_eq!(people(&window), lines.clone().map(Into::into));
    assert!(window.shows("limite atteinte\u{a0}: 500 caractères par ligne"));
    // The cursor is where it was, between the two.
    window.type_text("é");
    assert_eq!(people(&window).concat().chars().filter(|letter| *letter == 'é').count(), 1);
    assert!(!window.shows_some("limite atteinte"));
}

#[test]
fn a_next_step_is_added_by_enter_moved_by_alt_and_the_arrows_and_removed() {
    let mut window = Window::blank();
    open(&mut window, "Prochaines étapes");
    assert_eq!(window.focused(), "Noter une première étape");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Étape 1, quoi");
    // An empty line is not followed by another.
    window.press(Key::Enter);
    assert_eq!(window.design().next_steps.len(), 1);
    window.type_text("Écrire");
    window.press(Key::Tab);
    window.type_text("Inès");
    window.press(Key::Tab);
    window.type_text("lundi");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Étape 2, quoi");
    window.type_text("Relire");
    let whats = |window: &Window| -> Vec<String> {
        window.design().next_steps.iter().map(|step| step.what.to_string()).collect()
    };
    assert_eq!(whats(&window), ["Écrire", "Relire"]);
    let first = &window.design().next_steps[0];
    assert_eq!((&*first.who, &*first.when), ("Inès", "lundi"));
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(
        (whats(&window), window.focused()),
        (vec!["Relire".into(), "Écrire".into()], "Étape 1, quoi".into())
    );
    window.type_text(" tout");
    assert_eq!(whats(&window), ["Relire tout", "Écrire"]);
    for _ in 0..3 {
        window.press(Key::Tab);
    }
    assert_eq!(window.focused(), "Étape 1\u{a0}: descendre");
    window.press(Key::Space);
    assert_eq!(whats(&window), ["Écrire", "Relire tout"]);
    window.focus("Étape 1, quand");
    window.press(Key::Tab);
    window.press(Key::Tab);
    assert_eq!(window.focused(), "Étape 1\u{a0}: retirer");
    window.press(Key::Enter);
    assert_eq!(
        (whats(&window), window.focused()),
        (vec!["Relire tout".into()], "Étape 1, quoi".into())
    );
    window.ctrl(Key::Z);
    assert_eq!(whats(&window), ["Écrire", "Relire tout"]);
}

#[test]
fn a_hundred_next_steps_are_the_most_and_it_is_said() {
    let mut design = full_example();
    let one = design.next_steps[0].clone();
    let again = |_| NextStep { key: NextStep::new().key, ..one.clone() };
    design.next_steps = (0..99).map(again).collect();
    let mut window = Window::on(design, super::USUAL, 1.0);
    open(&mut window, "Prochaines étapes");
    window.press(Key::Enter);
    assert_eq!(window.design().next_steps.len(), 100);
    window.type_text("a");
    window.press(Key::Enter);
    assert_eq!(window.design().next_steps.len(), 100);
    assert!(window.shows("limite atteinte\u{a0}: 100 lignes"));
    assert!(!window.shows("Ajouter une ligne"));
}

#[test]
fn a_list_over_its_bound_can_be_moved_and_shortened() {
    let mut design = full_example();
    let one = design.next_steps[0].clone();
    let again = |_| NextStep { key: NextStep::new().key, ..one.clone() };
    design.next_steps = (0..103).map(again).collect();
    design.next_steps[1].what = "Autre".into();
    design.workshops = (0..102).map(|_| Workshop::new()).collect();
    let mut window = Window::on(design, super::USUAL, 1.0);
    open(&mut window, "Prochaines étapes");
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(&*window.design().next_steps[0].what, "Autre");
    window.activate("Étape 2\u{a0}: retirer");
    assert_eq!(window.design().next_steps.len(), 102);
    open(&mut window, "L’atelier…");
    window.activate("Retirer cet atelier");
    assert_eq!(window.design().workshops.len(), 101);
}

#[test]
fn a_hundred_workshops_are_the_most_and_it_is_said() {
    let mut design = full_example();
    design.workshops = (0..100).map(|_| Workshop::new()).collect();
    let mut window = Window::on(design, super::USUAL, 1.0);
    open(&mut window, "L’atelier…");
    assert!(window.shows("limite atteinte\u{a0}: 100 ateliers"));
    assert!(!window.shows("Ajouter un atelier"));
}

#[test]
fn another_lab_forgets_where_one_was_and_what_was_typed() {
    let mut window = full();
    open(&mut window, "L’atelier…");
    retype(&mut window, "31/02/2026");
    window.press(Key::F2);
    window.ctrl(Key::N);
    window.click("Ne pas enregistrer");
    let view = &window.app().view();
    assert!(view.focus.is_none() && view.trail.is_empty());
    assert_eq!(view.typed_date, None);
    assert_eq!(window.design().workshops, Design::empty(&catalogue()).workshops);
}
