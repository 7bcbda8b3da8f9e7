//! Letters in order, compositions, undo steps.

use egui::{Event, ImeEvent, Key, Modifiers};
use proptest::prelude::*;

use super::Window;

const GOVERNANCE: &str = "Gouvernance, texte";

fn governance(window: &Window) -> String {
    window.design().field("gouvernance").unwrap().text.to_string()
}

#[test]
fn fast_typing_over_many_frames_keeps_every_letter_in_order() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    let text = "Rattaché à la direction générale, une élue référente\u{a0}; « œuvre ».".repeat(4);
    let mut letters = text.chars();
    for burst in (1..=5).cycle() {
        let part: Vec<char> = letters.by_ref().take(burst).collect();
        if part.is_empty() {
            break;
        }
        // One frame only, as a keyboard faster than the screen would have it.
        window.one_frame(part.iter().map(|letter| Event::Text(letter.to_string())));
    }
    window.run();
    assert_eq!(governance(&window), text);
}

#[test]
fn letters_stay_in_order_when_a_frame_is_made_of_several_passes() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    for letter in "abcdefgh".chars() {
        window.harness.ctx.request_discard("a test");
        window.one_frame([Event::Text(letter.to_string())]);
    }
    window.run();
    assert_eq!(governance(&window), "abcdefgh");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_bursts_of_letters_are_kept(bursts in prop::collection::vec("[a-zéœ ]{1,6}", 1..12)) {
        let mut window = Window::blank();
        window.click(GOVERNANCE);
        for burst in &bursts {
            window.one_frame(Window::letters(burst));
        }
        window.run();
        prop_assert_eq!(governance(&window), bursts.concat());
    }
}

#[test]
fn the_letters_of_an_unfinished_composition_are_not_an_edit() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.type_text("for");
    let preedit =
        |text: &str| Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None });
    window.harness.event(preedit("^"));
    window.run();
    window.harness.step();
    assert_eq!(governance(&window), "for");
    window.harness.event(Event::Ime(ImeEvent::Commit("ê".into())));
    window.run();
    window.type_text("t");
    assert_eq!(governance(&window), "forêt");
}

#[test]
fn a_composition_left_unfinished_leaves_the_text_as_it_was() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.type_text("a");
    window
        .harness
        .event(Event::Ime(ImeEvent::Preedit { text: "^".into(), active_range_chars: None }));
    window.run();
    window.press(Key::Tab);
    assert_eq!(governance(&window), "a");
    window.click(GOVERNANCE);
    window.press(Key::End);
    window.type_text("b");
    assert_eq!(governance(&window), "ab");
}

#[test]
fn what_is_typed_in_one_go_is_one_step_and_another_text_another() {
    let mut window = Window::blank();
    window.type_text("Le labo");
    window.click(GOVERNANCE);
    window.type_text("Une ");
    window.type_text("élue");
    window.ctrl(Key::Z);
    assert_eq!(governance(&window), "");
    assert_eq!(&*window.design().name, "Le labo");
    window.ctrl(Key::Z);
    assert_eq!(&*window.design().name, "");
    window.ctrl(Key::Y);
    window.ctrl(Key::Y);
    assert_eq!(governance(&window), "Une élue");
}

#[test]
fn leaving_a_text_ends_the_step() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.type_text("Une");
    window.press(Key::Escape);
    window.click(GOVERNANCE);
    window.press(Key::End);
    window.type_text(" élue");
    assert_eq!(governance(&window), "Une élue");
    window.ctrl(Key::Z);
    assert_eq!(governance(&window), "Une");
}

#[test]
fn after_an_undo_or_a_redo_the_cursor_is_where_the_text_changed() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.type_text("Une élue");
    window.ctrl(Key::Z);
    window.ctrl(Key::Y);
    window.type_text(" référente");
    assert_eq!(governance(&window), "Une élue référente");
}

#[test]
fn undo_in_a_text_is_the_program_s_and_typing_goes_on_after_it() {
    let mut window = Window::blank();
    window.type_text("abc");
    window.ctrl(Key::Z);
    window.type_text("d");
    assert_eq!(&*window.design().name, "d");
}

fn ctrl(key: Key) -> Event {
    Window::key_event(Modifiers::COMMAND, key)
}

#[test]
fn a_letter_typed_in_the_frame_of_a_shortcut_is_not_lost() {
    let mut window = Window::blank();
    window.one_frame(Window::letters("b").chain([ctrl(Key::Q)]));
    window.run();
    assert_eq!(&*window.design().name, "b");
    assert!(!window.app().closing(), "it would have been lost without a question");
}

#[test]
fn a_letter_typed_in_the_frame_of_new_does_not_land_in_the_new_sheet() {
    let mut window = Window::blank();
    window.one_frame(Window::letters("b").chain([ctrl(Key::N)]));
    window.run();
    window.click("Ne pas enregistrer");
    assert_eq!(&*window.design().name, "");
}

#[test]
fn everything_in_one_frame_is_done_in_the_order_it_came() {
    let mut window = Window::blank();
    let events = Window::letters("abc").chain([ctrl(Key::Z)]).chain(Window::letters("d"));
    window.one_frame(events);
    window.run();
    assert_eq!(&*window.design().name, "d");
    window.click(GOVERNANCE);
    window.type_text("e");
    window.one_frame([ctrl(Key::Z), ctrl(Key::Z)]);
    window.run();
    assert_eq!((&*window.design().name, governance(&window).as_str()), ("", ""));
}

#[test]
fn a_letter_typed_in_the_frame_of_escape_is_kept() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    let escape = Window::key_event(Modifiers::NONE, Key::Escape);
    window.one_frame(Window::letters("ab").chain([escape]));
    window.run();
    assert_eq!(governance(&window), "ab");
    assert_eq!(window.focused(), "Gouvernance\u{a0}: ouvrir en grand");
}

#[test]
fn a_text_left_for_another_by_a_click_is_two_steps_and_no_more() {
    let mut window = Window::blank();
    window.type_text("Le labo");
    window.click(GOVERNANCE);
    window.one_frame(Window::letters("a"));
    window.one_frame(Window::letters("b"));
    window.one_frame(Window::letters("c"));
    window.run();
    window.ctrl(Key::Z);
    assert_eq!(governance(&window), "");
}

#[test]
fn what_is_pasted_is_composed_and_a_mark_joins_its_letter() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.harness.event(Event::Paste("e\u{301}te\u{301} No\u{308}el".into()));
    window.run();
    assert_eq!(governance(&window), "été Nöel");
    for left in ["été Nöe", "été Nö", "été N"] {
        window.press(Key::Backspace);
        assert_eq!(governance(&window), left, "an accent goes with its letter");
    }
    window.type_text("o\u{308}e");
    assert_eq!(governance(&window), "été Nöe");
    window.type_text("x\u{302}");
    window.press(Key::Backspace);
    assert_eq!(governance(&window), "été Nöe", "and with a letter that it cannot be one with");
}

#[test]
fn what_word_pastes_is_taken_as_it_means_and_shown() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    let pasted = "Titre\u{b}saut\r\n\u{f0b7}\tpuce\0\r\ncompte\u{2011}rendu → suite ✓";
    window.harness.event(Event::Paste(pasted.into()));
    window.run();
    assert_eq!(governance(&window), "Titre\nsaut\n•\tpuce\ncompte\u{2011}rendu → suite ✓");
    // The cursor is after what was pasted.
    window.type_text(".");
    assert!(governance(&window).ends_with("✓."));
}

#[test]
fn a_line_never_ends_before_a_sign_that_french_keeps_with_its_word() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    let text = "mot ".repeat(30) + "« un » : deux ; trois ! quatre ? 30 % cinq";
    for width in 0..24 {
        let typed = "i".repeat(width) + &text;
        window.ctrl(Key::A);
        window.harness.event(Event::Paste(typed.clone()));
        window.run();
        assert_eq!(governance(&window), typed, "what was typed stays");
        let output = window.harness.output();
        for line in super::layout::lines(output, "mot mot") {
            let first = line.trim_start().chars().next();
            assert!(!first.is_some_and(|sign| ":;!?»%".contains(sign)), "{line:?}");
            assert!(!line.trim_end().ends_with('«'), "{line:?}");
        }
    }
}
