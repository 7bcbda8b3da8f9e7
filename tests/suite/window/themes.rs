//! Light and dark: as the computer says, until the menu says otherwise.

use dessiner_un_labo::ui::Theme;
use egui::accesskit::{Role, Toggled};
use egui::{Color32, FullOutput, Key, Shape};
use egui_kittest::kittest::{NodeT as _, Queryable};
use tempfile::TempDir;

use super::{Window, drop_file, file_in};

const LIGHT: &str = "Thème clair";
const DARK: &str = "Thème sombre";
const SYSTEM: &str = "Comme l’ordinateur";

/// The fills of a frame, the first painted first.
fn fills(output: &FullOutput) -> Vec<Color32> {
    let fills = output.shapes.iter().filter_map(|clipped| match &clipped.shape {
        Shape::Rect(rect) if rect.fill != Color32::TRANSPARENT => Some(rect.fill),
        _ => None,
    });
    fills.collect()
}

/// What everything is painted on.
fn ground(window: &Window) -> Color32 {
    fills(window.harness.output())[0]
}

fn choose(window: &mut Window, words: &str) {
    window.click("Affichage");
    window.click(words);
}

#[test]
fn the_menu_changes_the_theme_and_says_which_one_is_chosen() {
    let mut window = Window::blank();
    assert_eq!(ground(&window), Theme::LIGHT.paper);
    for (chosen, paper) in [
        (DARK, Theme::DARK.paper),
        (LIGHT, Theme::LIGHT.paper),
        (DARK, Theme::DARK.paper),
        (SYSTEM, Theme::LIGHT.paper),
    ] {
        choose(&mut window, chosen);
        assert_eq!(ground(&window), paper, "{chosen}");
        window.click("Affichage");
        for words in [LIGHT, DARK, SYSTEM] {
            let node = window.harness.get_by_role_and_label(Role::MenuItemRadio, words);
            let node = node.accesskit_node();
            assert_eq!(node.role(), Role::MenuItemRadio);
            assert_eq!(node.toggled() == Some(Toggled::True), words == chosen, "{words}");
        }
        window.press(Key::Escape);
    }
}

#[test]
fn the_theme_follows_the_computer_until_the_menu_says_otherwise() {
    let mut window = Window::blank();
    let system = |window: &mut Window, theme| {
        window.harness.input_mut().system_theme = theme;
        window.run();
        ground(window)
    };
    assert_eq!(system(&mut window, Some(egui::Theme::Dark)), Theme::DARK.paper);
    // A computer that does not say is light: it may be in front of a projector.
    assert_eq!(system(&mut window, None), Theme::LIGHT.paper);
    choose(&mut window, LIGHT);
    assert_eq!(system(&mut window, Some(egui::Theme::Dark)), Theme::LIGHT.paper);
    choose(&mut window, SYSTEM);
    assert_eq!(ground(&window), Theme::DARK.paper);
}

#[test]
fn the_theme_is_the_room_s_it_stays_when_another_lab_comes_and_is_never_undone() {
    let folder = TempDir::new().unwrap();
    let path = file_in(&folder, "a.ron");
    let mut window = Window::blank();
    window.type_text("a");
    choose(&mut window, DARK);
    window.ctrl(Key::Z);
    assert_eq!(&*window.design().name, "");
    assert_eq!(ground(&window), Theme::DARK.paper);
    drop_file(&mut window, &path);
    assert_eq!(&*window.design().name, "Le labo des possibles");
    assert_eq!(ground(&window), Theme::DARK.paper);
    assert!(!window.modified());
}

#[test]
fn the_help_under_the_poles_is_a_box_to_tick_in_the_menu() {
    let mut window = Window::blank();
    for shown in [false, true] {
        window.click("Affichage");
        let node = window.harness.get_by_label("Aide sous les pôles");
        assert_eq!(node.accesskit_node().role(), Role::MenuItemCheckBox);
        assert_eq!(node.accesskit_node().toggled() == Some(Toggled::True), shown);
        window.click("Aide sous les pôles");
    }
}

#[test]
fn in_the_dark_nothing_of_the_light_theme_is_left() {
    let tokens = |theme: &Theme| [theme.paper, theme.cell, theme.hair, theme.line, theme.muted];
    let mut window = Window::on(super::full_example(), super::USUAL, 1.0);
    window.harness.input_mut().system_theme = Some(egui::Theme::Dark);
    window.run();
    window.click("Affichage");
    let seen = fills(window.harness.output());
    assert!(seen.contains(&Theme::DARK.cell), "the menu and the cells are of the dark theme");
    // The light paper is the dark ink: only what is lit, or a mark, is filled with it.
    let light = tokens(&Theme::LIGHT).into_iter().filter(|colour| *colour != Theme::DARK.ink);
    for colour in light {
        assert!(!seen.contains(&colour), "{colour:?}");
    }
}
