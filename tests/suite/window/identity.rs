//! What shows, and what has the keyboard, is one thing and not a place in a list: it is followed wherever it goes.

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::design::{NextStep, Workshop};
use egui::{Key, Modifiers};

use super::{USUAL, Window, full_example};

/// Three next steps in large; the keyboard is in the second one.
fn second_step() -> Window {
    let mut design = full_example();
    let step = |what: &str| NextStep { what: what.into(), ..NextStep::new() };
    design.next_steps = ["un", "deux", "trois"].map(step).to_vec();
    let mut window = Window::on(design, USUAL, 1.0);
    window.activate("Édition");
    window.activate("Prochaines étapes");
    window.focus("Étape 2, quoi");
    window
}

fn steps(window: &Window) -> Vec<String> {
    window.design().next_steps.iter().map(|step| step.what.to_string()).collect()
}

#[test]
fn the_keyboard_follows_the_line_that_moves_and_that_an_undo_moves_back() {
    let mut window = second_step();
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(steps(&window), ["un", "trois", "deux"]);
    assert_eq!(window.focused(), "Étape 3, quoi");
    window.ctrl(Key::Z);
    assert_eq!(steps(&window), ["un", "deux", "trois"]);
    assert_eq!(window.focused(), "Étape 2, quoi");
    window.ctrl(Key::Y);
    assert_eq!(window.focused(), "Étape 3, quoi");
    window.press(Key::End);
    window.type_text("\u{a0}!");
    assert_eq!(steps(&window), ["un", "trois", "deux\u{a0}!"]);
}

#[test]
fn lines_that_another_is_put_before_or_taken_from_keep_what_is_typed_in_them() {
    let mut window = second_step();
    window.focus("Étape 1, quoi");
    // A line is added after the first one, written in, and taken back.
    window.press(Key::Enter);
    window.type_text("entre deux");
    assert_eq!(steps(&window), ["un", "entre deux", "deux", "trois"]);
    window.focus("Étape 3, quoi");
    window.press(Key::End);
    window.type_text("X");
    assert_eq!(steps(&window), ["un", "entre deux", "deuxX", "trois"]);
    window.focus("Étape 2, quoi");
    window.activate("Étape 2\u{a0}: retirer");
    assert_eq!(steps(&window), ["un", "deuxX", "trois"]);
    assert_eq!(window.focused(), "Étape 2, quoi");
    window.press(Key::End);
    window.type_text("Y");
    assert_eq!(steps(&window), ["un", "deuxXY", "trois"]);
}

/// Three workshops, the last of which shows.
fn last_workshop() -> Window {
    let mut design = full_example();
    let at = |place: &str| Workshop { place: place.into(), ..Workshop::new() };
    design.workshops = ["a", "b", "c"].map(at).to_vec();
    let mut window = Window::on(design, USUAL, 1.0);
    window.activate("Édition");
    window.activate("L’atelier…");
    window
}

fn shown(window: &Window) -> String {
    let Some(Focus::Workshop(Some(key))) = window.app().view().focus else { panic!("none shows") };
    window.design().workshop(key).unwrap().place.to_string()
}

#[test]
fn a_workshop_whose_date_puts_it_before_the_others_still_shows_and_hears_what_is_typed() {
    let mut window = last_workshop();
    assert_eq!(shown(&window), "c");
    window.focus("Atelier 3, date");
    window.type_text("24/11/2026");
    // It is the only one that has a date: the others come after it.
    assert_eq!(shown(&window), "c");
    assert_eq!(window.focused(), "Atelier 1, date");
    window.focus("Atelier 1, lieu");
    window.press(Key::End);
    window.type_text("!");
    assert_eq!(shown(&window), "c!");
}

#[test]
fn when_the_one_that_shows_goes_another_shows_and_an_undo_brings_back_the_same_one() {
    let mut window = last_workshop();
    window.activate("Retirer cet atelier");
    assert_eq!(shown(&window), "b");
    window.ctrl(Key::Z);
    assert_eq!(shown(&window), "c");
    for _ in 0..3 {
        window.activate("Retirer cet atelier");
    }
    assert_eq!(window.app().view().focus, Some(Focus::Workshop(None)));
    window.ctrl(Key::Z);
    assert_eq!(shown(&window), "a", "the last one taken away comes back first");
}
