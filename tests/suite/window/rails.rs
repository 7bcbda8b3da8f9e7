//! The rails: mouse, finger, keys and screen reader.

use dessiner_un_labo::model::{Design, Step};
use egui::{
    Event, Key, Modifiers, PointerButton, Pos2, Rect, TouchDeviceId, TouchId, TouchPhase, pos2,
    vec2,
};
use egui_kittest::kittest::Queryable;

use super::{Window, catalogue};

const UNPLACED: &str = "Pilote / Support\u{a0}: à placer";
const MIDDLE: &str = "Pilote / Support\u{a0}: entre les deux";

fn place(window: &Window) -> Option<i8> {
    window.design().axis("pilote-support").unwrap().step.map(Step::get)
}

/// Where a step's notch is on a rail of the overview (end notches 18 points inside).
fn notch(rail: Rect, step: i8) -> Pos2 {
    let pitch = (rail.width() - 36.0) / 6.0;
    pos2(rail.left() + 18.0 + pitch * f32::from(step + 3), rail.center().y)
}

#[test]
fn a_rail_has_no_handle_until_a_group_decides_and_the_middle_is_a_decision() {
    let mut window = Window::blank();
    assert_eq!(place(&window), None);
    window.focus(UNPLACED);
    window.press(Key::ArrowRight);
    assert_eq!(place(&window), Some(0));
    assert!(window.shows(MIDDLE) && !window.shows(UNPLACED));
}

#[test]
fn a_click_on_a_notch_places_there() {
    for step in -3..=3 {
        let mut window = Window::blank();
        let at = notch(window.rect(UNPLACED), step);
        window.harness.hover_at(at);
        window.harness.drag_at(at);
        window.harness.drop_at(at);
        window.run();
        assert_eq!(place(&window), Some(step));
    }
}

#[test]
fn a_drag_is_one_step_to_undo() {
    let mut window = Window::blank();
    window.focus(UNPLACED);
    window.press(Key::Home);
    let rail = window.rect("Pilote / Support\u{a0}: 3 crans vers Pilote");
    window.drag(notch(rail, -3), notch(rail, 2));
    assert_eq!(place(&window), Some(2));
    window.ctrl(Key::Z);
    assert_eq!(place(&window), Some(-3));
    window.ctrl(Key::Z);
    assert_eq!(place(&window), None);
    window.ctrl(Key::Y);
    window.ctrl(Key::Y);
    assert_eq!(place(&window), Some(2));
}

#[test]
fn a_finger_places_as_a_mouse_does() {
    let mut window = Window::blank();
    let rail = window.rect(UNPLACED);
    let touch = |window: &Window, phase, pos| {
        let (device_id, id) = (TouchDeviceId(1), TouchId(1));
        window.harness.event(Event::Touch { device_id, id, phase, pos, force: None });
    };
    // What the window system sends for a finger: a touch, and the pointer it stands for.
    let at = notch(rail, 1);
    touch(&window, TouchPhase::Start, at);
    window.harness.event(Event::PointerMoved(at));
    window.harness.event(button(at, true));
    window.harness.step();
    touch(&window, TouchPhase::End, at);
    window.harness.event(button(at, false));
    window.harness.event(Event::PointerGone);
    window.run();
    assert_eq!(place(&window), Some(1));
}

#[test]
fn a_finger_that_goes_up_turns_the_page_and_places_nothing() {
    let mut window = Window::on(Design::empty(&catalogue()), vec2(1024.0, 768.0), 1.0);
    let rail = window.rect(UNPLACED);
    let (device_id, id) = (TouchDeviceId(1), TouchId(1));
    let from = notch(rail, 1);
    let touch = |phase, pos| Event::Touch { device_id, id, phase, pos, force: None };
    window.harness.event(touch(TouchPhase::Start, from));
    window.harness.event(Event::PointerMoved(from));
    window.harness.event(button(from, true));
    window.harness.step();
    for part in 1..=6 {
        let at = from - vec2(0.0, 30.0 * part as f32);
        window.harness.event(touch(TouchPhase::Move, at));
        window.harness.event(Event::PointerMoved(at));
        window.harness.step();
    }
    let at = from - vec2(0.0, 180.0);
    window.harness.event(touch(TouchPhase::End, at));
    window.harness.event(button(at, false));
    window.run();
    assert_eq!(place(&window), None);
    assert!(window.rect(UNPLACED).top() < rail.top() - 60.0, "the page did not turn");
}

fn button(pos: Pos2, pressed: bool) -> Event {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    Event::PointerButton { pos, button, pressed, modifiers }
}

#[test]
fn keys_move_by_one_notch_to_the_poles_and_take_the_handle_off() {
    let mut window = Window::blank();
    window.focus(UNPLACED);
    let mut expect = |key, step| {
        window.press(key);
        assert_eq!(place(&window), step, "{key:?}");
    };
    expect(Key::ArrowRight, Some(0));
    expect(Key::ArrowRight, Some(1));
    expect(Key::ArrowUp, Some(2));
    expect(Key::ArrowLeft, Some(1));
    expect(Key::ArrowDown, Some(0));
    expect(Key::End, Some(3));
    expect(Key::ArrowRight, Some(3));
    expect(Key::Home, Some(-3));
    expect(Key::Delete, None);
    expect(Key::ArrowLeft, Some(0));
}

#[test]
fn several_presses_in_one_frame_are_several_notches() {
    let mut window = Window::blank();
    window.focus(UNPLACED);
    window.one_frame([Key::ArrowRight; 3].map(|key| Window::key_event(Modifiers::NONE, key)));
    window.run();
    // The first brings the handle to the middle.
    assert_eq!(place(&window), Some(2));
}

#[test]
fn keys_of_one_frame_are_taken_in_the_order_they_came() {
    let mut window = Window::blank();
    window.focus(UNPLACED);
    let keys = [Key::End, Key::ArrowLeft, Key::Home, Key::ArrowRight, Key::ArrowRight];
    window.one_frame(keys.map(|key| Window::key_event(Modifiers::NONE, key)));
    window.run();
    assert_eq!(place(&window), Some(-1));
}

#[test]
fn a_handle_is_where_it_was_let_go_even_if_the_pointer_is_already_elsewhere() {
    let mut window = Window::blank();
    let rail = window.rect(UNPLACED);
    window.harness.hover_at(notch(rail, -3));
    window.harness.step();
    window.harness.drag_at(notch(rail, -3));
    window.harness.step();
    window.harness.hover_at(notch(rail, 2));
    window.harness.step();
    let (let_go, elsewhere) = (button(notch(rail, 2), false), Event::PointerMoved(notch(rail, 0)));
    window.one_frame([let_go, elsewhere]);
    window.run();
    assert_eq!(place(&window), Some(2));
}

#[test]
fn each_key_on_a_rail_is_a_step_of_its_own() {
    let mut window = Window::blank();
    window.focus(UNPLACED);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    window.ctrl(Key::Z);
    assert_eq!(place(&window), Some(0));
}

#[test]
fn a_screen_reader_moves_the_rail_and_hears_its_value_in_words() {
    let mut window = Window::blank();
    window.harness.get_by_label(UNPLACED).increment_accesskit();
    window.run();
    assert_eq!(place(&window), Some(0));
    window.harness.get_by_label(MIDDLE).decrement_accesskit();
    window.run();
    assert_eq!(place(&window), Some(-1));
    window
        .harness
        .get_by_label("Pilote / Support\u{a0}: 1 cran vers Pilote")
        .set_value_accesskit(3.0);
    window.run();
    assert_eq!(place(&window), Some(3));
    assert!(window.shows("Pilote / Support\u{a0}: 3 crans vers Support"));
}

#[test]
fn an_arrow_on_a_rail_does_not_move_the_keyboard_elsewhere() {
    let mut window = Window::blank();
    window.focus(UNPLACED);
    for key in [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight] {
        window.press(key);
        assert!(window.focused().starts_with("Pilote / Support"), "{key:?}");
    }
}

#[test]
fn the_help_of_the_poles_comes_on_demand() {
    let mut window = Window::blank();
    let help = |window: &Window| {
        let texts = super::layout::texts(window.harness.output());
        texts.iter().any(|text| text.words == "conduit lui-même les projets")
    };
    assert!(!help(&window));
    window.click("Afficher l’aide");
    assert!(help(&window));
    window.click("Masquer l’aide");
    assert!(!help(&window));
}
