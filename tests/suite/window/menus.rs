//! The menus under the hand and under the keys: cut, copy, paste with a mouse alone, F10, Alt, the arrows.

use egui::{
    Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, ViewportCommand, ViewportId,
};

use super::Window;

const TEAM: &str = "Équipe et compétences, texte";
const LINES: [&str; 4] = ["Couper", "Copier", "Coller", "Tout sélectionner"];

fn team(window: &Window) -> String {
    window.design().field("equipe").unwrap().text.to_string()
}

/// A cell with words in it, and the keyboard.
fn written() -> Window {
    let mut window = Window::blank();
    window.click(TEAM);
    window.type_text("Trois agents");
    window
}

fn button(window: &mut Window, at: Pos2, button: PointerButton, pressed: bool) {
    let modifiers = Modifiers::NONE;
    window.one_frame([Event::PointerButton { pos: at, button, pressed, modifiers }]);
}

fn right_click(window: &mut Window, at: Pos2) {
    window.harness.hover_at(at);
    window.harness.step();
    button(window, at, PointerButton::Secondary, true);
    button(window, at, PointerButton::Secondary, false);
    window.run();
}

/// With a mouse, as a hand does: presses, then releases.
fn pick(window: &mut Window, label: &str) {
    let at = window.rect(label).center();
    window.harness.hover_at(at);
    window.harness.step();
    button(window, at, PointerButton::Primary, true);
    button(window, at, PointerButton::Primary, false);
}

/// What the program put in the clipboard during these frames.
fn copied(window: &mut Window, frames: usize) -> Option<String> {
    (0..frames).find_map(|_| {
        window.harness.step();
        let commands = &window.harness.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    })
}

/// Whether the program asks for what the clipboard holds.
fn asks_for_the_clipboard(window: &mut Window, frames: usize) -> bool {
    (0..frames).any(|_| {
        window.harness.step();
        let output = &window.harness.output().viewport_output[&ViewportId::ROOT];
        output.commands.contains(&ViewportCommand::RequestPaste)
    })
}

#[test]
fn a_right_click_in_a_text_selects_cuts_copies_and_pastes_with_the_mouse_alone() {
    let mut window = written();
    let at = window.rect(TEAM).left_top() + egui::vec2(20.0, 8.0);
    right_click(&mut window, at);
    assert!(LINES.iter().all(|line| window.shows(line)));
    pick(&mut window, "Tout sélectionner");
    window.run();
    // On what is selected: it stays so.
    right_click(&mut window, at);
    pick(&mut window, "Copier");
    assert_eq!(copied(&mut window, 4).as_deref(), Some("Trois agents"));
    right_click(&mut window, at);
    pick(&mut window, "Couper");
    assert_eq!(copied(&mut window, 4).as_deref(), Some("Trois agents"));
    window.run();
    assert_eq!(team(&window), "");
    right_click(&mut window, at);
    pick(&mut window, "Coller");
    assert!(asks_for_the_clipboard(&mut window, 4));
    window.harness.event(Event::Paste("Une élue".into()));
    window.run();
    assert_eq!(team(&window), "Une élue");
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(team(&window), "Trois agents");
}

#[test]
fn the_edit_menu_does_it_to_the_text_that_the_hand_left_for_it() {
    let mut window = written();
    for line in ["Tout sélectionner", "Copier"] {
        pick(&mut window, "Édition");
        window.run();
        pick(&mut window, line);
        if line == "Copier" {
            assert_eq!(copied(&mut window, 4).as_deref(), Some("Trois agents"));
        }
        window.run();
        assert_eq!(window.focused(), TEAM);
    }
    pick(&mut window, "Édition");
    window.run();
    pick(&mut window, "Coller");
    assert!(asks_for_the_clipboard(&mut window, 4));
    window.harness.event(Event::Paste("Une élue".into()));
    window.run();
    assert_eq!(team(&window), "Une élue", "over what was selected");
}

#[test]
fn without_a_text_the_edit_menu_has_nothing_to_cut_nor_to_paste_into() {
    let mut window = Window::blank();
    window.focus("Afficher l’aide");
    window.activate("Édition");
    for line in LINES {
        use egui_kittest::kittest::{NodeT, Queryable};
        let node = window.harness.get_by_label(line);
        assert!(node.accesskit_node().is_disabled(), "{line}");
    }
}

#[test]
fn a_key_opens_the_menu_of_a_text_and_its_lines_work() {
    for (modifiers, key) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        let mut window = written();
        window.press_with(modifiers, key);
        assert_eq!(window.focused(), "Coller", "nothing is selected: the first that can be done");
        window.press(Key::ArrowDown);
        window.press(Key::Enter);
        assert_eq!(window.focused(), TEAM);
        window.type_text("x");
        assert_eq!(team(&window), "x", "all was selected");
        window.press_with(modifiers, key);
        window.press(Key::Escape);
        window.type_text("y");
        assert_eq!(team(&window), "xy");
    }
}

#[test]
fn alt_and_a_letter_open_a_menu_and_type_nothing() {
    let menus = [
        (Key::F, "Nouveau"),
        (Key::E, "Annuler\u{a0}: la frappe dans Équipe et compétences"),
        (Key::A, "Étape suivante"),
        (Key::N, "Projeter"),
        (Key::I, "Préparer l’atelier"),
    ];
    for (key, first) in menus {
        let mut window = written();
        let letter = Event::Text(key.name().to_lowercase());
        window.one_frame([Window::key_event(Modifiers::ALT, key), letter]);
        window.run();
        assert_eq!(window.focused(), first);
        window.press(Key::Escape);
        window.type_text(".");
        assert_eq!(team(&window), "Trois agents.");
    }
}

#[test]
fn f10_goes_to_the_menu_bar_and_back_and_a_command_chosen_there_gives_the_text_back() {
    let mut window = written();
    window.press(Key::F10);
    assert_eq!(window.focused(), "Fichier");
    window.press(Key::Escape);
    window.type_text(".");
    assert_eq!(team(&window), "Trois agents.");
    window.press(Key::F10);
    window.press(Key::F10);
    assert_eq!(window.focused(), TEAM);
    window.press(Key::F10);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowRight);
    while window.focused() != "Tout sélectionner" {
        window.press(Key::ArrowDown);
    }
    window.press(Key::Enter);
    window.type_text("x");
    assert_eq!(team(&window), "x");
}

#[test]
fn the_arrows_go_from_a_menu_to_the_next_under_a_mouse_at_rest() {
    let mut window = Window::blank();
    pick(&mut window, "Fichier");
    window.run();
    assert!(window.shows("Ouvrir…"));
    window.press(Key::ArrowRight);
    assert!(!window.shows("Ouvrir…") && window.shows("L’atelier…"));
    window.press(Key::ArrowRight);
    assert!(window.shows("Étape suivante"));
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowLeft);
    assert_eq!(window.focused(), "Nouveau");
}
