//! Undo in the window: one thing at a time, in its text, shown and said, and nothing out of reach.

use egui::{Event, Key, Modifiers};

use super::{USUAL, Window, full_example};

const TEAM: &str = "Équipe et compétences, texte";

fn team(window: &Window) -> String {
    window.design().field("equipe").unwrap().text.to_string()
}

fn paste(window: &mut Window, text: &str) {
    window.harness.event(Event::Paste(text.into()));
    window.run();
}

/// So many words that nobody would call them one thing.
fn phrases(count: usize) -> Vec<String> {
    (1..=count).map(|rank| format!("La phrase numéro {rank} du groupe. ")).collect()
}

#[test]
fn phrases_deleted_at_once_come_back_with_one_undo_then_go_one_by_one() {
    for remove in [Key::Delete, Key::Backspace] {
        let mut window = Window::blank();
        window.click(TEAM);
        let all = phrases(8);
        all.iter().for_each(|phrase| window.type_text(phrase));
        // At once, as fast as a keyboard can.
        window.one_frame([
            Window::key_event(Modifiers::COMMAND, Key::A),
            Window::key_event(Modifiers::NONE, remove),
        ]);
        window.run();
        assert_eq!(team(&window), "");
        window.ctrl(Key::Z);
        assert_eq!(team(&window), all.concat());
        window.ctrl(Key::Z);
        assert_eq!(team(&window), all[..7].concat());
        window.ctrl(Key::Z);
        window.ctrl(Key::Y);
        window.ctrl(Key::Y);
        assert_eq!(team(&window), all.concat());
        assert!(window.modified());
    }
}

#[test]
fn a_letter_or_a_paste_over_the_whole_text_is_taken_back_alone() {
    for over in [Event::Text("x".into()), Event::Paste("ailleurs".into())] {
        let mut window = Window::blank();
        window.click(TEAM);
        window.type_text("Une élue référente");
        window.one_frame([Window::key_event(Modifiers::COMMAND, Key::A), over]);
        window.run();
        let replaced = team(&window);
        window.ctrl(Key::Z);
        assert_eq!(team(&window), "Une élue référente");
        window.ctrl(Key::Y);
        assert_eq!(team(&window), replaced);
    }
}

#[test]
fn twelve_phrases_in_a_hurry_are_twelve_undos() {
    let mut window = Window::blank();
    window.click(TEAM);
    let all = phrases(12);
    for phrase in &all {
        // A frame each, that is to say a quarter of a second.
        window.one_frame(Window::letters(phrase));
        window.one_frame([]);
    }
    window.run();
    for left in (0..12).rev() {
        window.ctrl(Key::Z);
        assert_eq!(team(&window), all[..left].concat());
    }
}

#[test]
fn what_was_undone_stays_within_reach_after_a_letter_typed_by_mistake() {
    let mut window = Window::blank();
    window.click(TEAM);
    paste(&mut window, "Trois agents et une élue.");
    window.ctrl(Key::Z);
    assert_eq!(team(&window), "");
    window.type_text("x");
    window.ctrl(Key::Z);
    assert_eq!(team(&window), "");
    window.ctrl(Key::Z);
    assert_eq!(team(&window), "Trois agents et une élue.");
    window.ctrl(Key::Z);
    assert_eq!(team(&window), "");
    assert!(!window.modified());
}

#[test]
fn two_pastes_in_a_row_a_new_line_and_a_cut_are_a_step_each() {
    let mut window = Window::blank();
    window.click(TEAM);
    paste(&mut window, "un ");
    paste(&mut window, "deux ");
    window.type_text("trois");
    window.press(Key::Enter);
    window.type_text("quatre");
    window.one_frame([Window::key_event(Modifiers::COMMAND, Key::A), Event::Cut]);
    window.run();
    let mut walked = vec![team(&window)];
    for _ in 0..5 {
        window.ctrl(Key::Z);
        walked.push(team(&window));
    }
    let expected = ["", "un deux trois\nquatre", "un deux trois\n", "un deux ", "un ", ""];
    assert_eq!(walked, expected);
}

#[test]
fn what_is_undone_is_shown_and_said_with_its_place_whatever_one_looks_at() {
    let told = "Annulé\u{a0}: le retrait de la rubrique Valeurs";
    let views: [fn(&mut Window); 3] = [
        |_| {},
        |window| window.activate("Pilote\u{a0}: ouvrir en grand"),
        |window| {
            window.activate("Pilote\u{a0}: ouvrir en grand");
            window.press(Key::F5);
        },
    ];
    for open in views {
        let mut window = Window::on(full_example(), USUAL, 1.0);
        window.activate("Déplacer ou retirer la rubrique Valeurs");
        window.activate("Retirer la rubrique");
        open(&mut window);
        window.ctrl(Key::Z);
        let shown = super::layout::texts(window.harness.output());
        assert!(shown.iter().any(|text| text.words == told && text.hidden_rows == 0), "{shown:#?}");
        assert!(window.shows(told), "it is said too");
        // For a moment: nothing stays over the sheet.
        window.harness.run_steps(24);
        let later = super::layout::texts(window.harness.output());
        assert!(!later.iter().any(|text| text.words == told));
    }
}

#[test]
fn the_menu_names_what_an_undo_would_take_back_and_a_redo_do_again() {
    let mut window = Window::blank();
    window.click(TEAM);
    window.type_text("Trois agents");
    window.activate("Édition");
    window.activate("Annuler\u{a0}: la frappe dans Équipe et compétences");
    assert_eq!(team(&window), "");
    window.activate("Édition");
    window.activate("Rétablir\u{a0}: la frappe dans Équipe et compétences");
    assert_eq!(team(&window), "Trois agents");
}

#[test]
fn a_cut_by_the_older_keys_is_a_thing_of_its_own() {
    let mut window = Window::blank();
    window.click(TEAM);
    window.type_text("Une élue");
    (0..8).for_each(|_| window.step());
    // A letter deleted, a letter cut, all within a second.
    window.one_frame([Window::key_event(Modifiers::NONE, Key::Backspace)]);
    window.one_frame([
        Window::key_event(Modifiers::SHIFT, Key::ArrowLeft),
        Window::key_event(Modifiers::SHIFT, Key::Delete),
    ]);
    window.run();
    assert_eq!(team(&window), "Une él");
    window.ctrl(Key::Z);
    assert_eq!(team(&window), "Une élu");
    assert!(window.shows("Annulé\u{a0}: le texte coupé dans Équipe et compétences"));
    window.ctrl(Key::Z);
    assert_eq!(team(&window), "Une élue");
}
