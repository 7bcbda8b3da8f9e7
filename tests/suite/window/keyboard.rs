//! Tab, Escape, the page keys, the zoom, the menus: everything without a mouse.

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::NodeT;

use super::{Window, catalogue, full_example};

#[test]
fn tab_goes_through_the_zones_in_the_order_of_the_method() {
    let mut window = Window::blank();
    let mut order = vec![window.focused()];
    for _ in 0..60 {
        window.press(Key::Tab);
        let now = window.focused();
        if now == "Fichier" {
            break;
        }
        order.push(now);
    }
    let rank = |start: &str| {
        let found = order.iter().position(|name| name.starts_with(start));
        found.unwrap_or_else(|| panic!("« {start} » is not reached: {order:#?}"))
    };
    let catalogue = catalogue();
    let mut expected: Vec<String> = vec!["Nom du labo".into()];
    expected.extend(catalogue.criteria.iter().map(|criterion| criterion.words.clone()));
    expected.extend(catalogue.axes.iter().map(|axis| [&*axis.left.name, " / "].concat()));
    expected.extend(catalogue.labs.iter().map(|lab| [", ", &lab.tagline].concat()));
    expected.extend(catalogue.points.iter().map(|point| point.words.clone()));
    for field in &catalogue.fields {
        expected.push([&*field.words, "\u{a0}: ouvrir en grand"].concat());
        expected.push([&*field.words, ", texte"].concat());
    }
    expected.push("Nom de la rubrique libre".into());
    let ranks: Vec<usize> = expected
        .iter()
        .map(|start| {
            if let Some(tagline) = start.strip_prefix(", ") {
                order.iter().position(|name| name.contains(tagline)).unwrap()
            } else {
                rank(start)
            }
        })
        .collect();
    assert!(ranks.is_sorted(), "{order:#?}");
}

#[test]
fn page_down_and_page_up_go_to_the_first_control_of_the_zones_even_from_a_text() {
    let mut window = Window::blank();
    assert_eq!(window.focused(), "Nom du labo");
    let starts =
        ["Il réalise", "Expert / Transversal", "Grands défis", "Le portage", "Orientation"];
    for start in starts {
        window.press(Key::PageDown);
        assert!(window.focused().starts_with(start), "{} ≠ {start}", window.focused());
    }
    window.press(Key::PageDown);
    window.press(Key::PageUp);
    assert!(window.focused().starts_with("Le portage"));
    for _ in 0..3 {
        window.press(Key::PageUp);
    }
    assert!(window.focused().starts_with("Il réalise"));
    window.press(Key::PageUp);
    assert_eq!(window.focused(), "Nom du labo");
}

#[test]
fn page_down_brings_its_zone_into_view_at_200_percent() {
    let mut window = Window::on(full_example(), super::USUAL, 2.0);
    let page = window.harness.ctx.content_rect();
    for _ in 0..5 {
        window.press(Key::PageDown);
        let node = window.harness.root().children_recursive().find(|node| node.is_focused());
        let rect = node.unwrap().rect();
        assert!(page.contains_rect(rect.shrink(1.0)), "{} at {rect:?}", window.focused());
    }
}

#[test]
fn escape_where_there_is_nothing_to_leave_keeps_the_keyboard() {
    let mut window = Window::blank();
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    let rail = window.focused();
    window.press(Key::Escape);
    assert_eq!(window.focused(), rail);
}

#[test]
fn a_page_key_from_a_button_of_a_zone_starts_from_that_zone() {
    let mut window = Window::blank();
    window.focus("Afficher l’aide");
    window.press(Key::PageDown);
    assert!(window.focused().starts_with("Grands défis"));
    window.focus("Ajouter une rubrique");
    window.press(Key::PageUp);
    assert!(window.focused().starts_with("Le portage"));
}

#[test]
fn page_down_in_a_text_types_nothing_and_keeps_what_is_typed() {
    let mut window = Window::blank();
    window.click("Gouvernance, texte");
    window.type_text("Une élue");
    window.press(Key::PageUp);
    assert!(window.focused().starts_with("Le portage"));
    assert_eq!(&*window.design().field("gouvernance").unwrap().text, "Une élue");
}

#[test]
fn escape_is_one_level_back_never_two() {
    let mut window = Window::blank();
    window.click("Sujets\u{a0}: ouvrir en grand");
    window.type_text("a");
    window.press(Key::F1);
    assert!(window.shows("Raccourcis du clavier"));
    window.press(Key::Escape);
    assert!(!window.shows("Raccourcis du clavier") && window.shows("Revenir au canevas"));
    assert_eq!(window.focused(), "Sujets, texte");
    window.press(Key::Escape);
    assert!(window.shows("Revenir au canevas"));
    window.press(Key::Escape);
    assert!(!window.shows("Revenir au canevas"));
}

#[test]
fn escape_out_of_a_cell_s_text_leaves_the_keyboard_on_its_title() {
    let mut window = Window::blank();
    window.click("Sujets, texte");
    window.type_text("a");
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Sujets\u{a0}: ouvrir en grand");
    assert_eq!(&*window.design().field("sujets").unwrap().text, "a");
    window.press(Key::Enter);
    assert!(window.shows("Revenir au canevas"));
}

#[test]
fn the_list_of_shortcuts_is_drawn_from_the_commands() {
    let mut window = Window::blank();
    window.press(Key::F1);
    for row in
        ["Enregistrer sous…, Ctrl+Maj+S", "Agrandir, Ctrl et +", "Étape suivante, Page suiv."]
    {
        assert!(window.shows(row), "{row}");
    }
    window.click("Fermer");
    assert!(!window.shows("Raccourcis du clavier"));
}

#[test]
fn while_a_panel_is_open_no_shortcut_changes_the_design() {
    let mut window = Window::blank();
    window.type_text("abc");
    window.press(Key::F1);
    window.ctrl(Key::Z);
    assert_eq!(&*window.design().name, "abc");
}

#[test]
fn the_interface_zooms_from_100_to_300_percent_by_the_characters_plus_and_minus() {
    let mut window = Window::blank();
    let zoom = |window: &Window| window.app().view().zoom;
    window.ctrl(Key::Plus);
    assert_eq!(zoom(&window), 1.1);
    window.ctrl(Key::Equals);
    assert_eq!(zoom(&window), 1.25);
    for _ in 0..12 {
        window.ctrl(Key::Plus);
    }
    assert_eq!(zoom(&window), 3.0);
    for _ in 0..12 {
        window.ctrl(Key::Minus);
    }
    assert_eq!(zoom(&window), 1.0);
}

#[test]
fn shortcuts_follow_the_character_and_with_shift_are_another_command() {
    let mut window = Window::blank();
    window.type_text("abc");
    window.ctrl(Key::Z);
    assert_eq!(&*window.design().name, "");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(&*window.design().name, "abc");
}

#[test]
fn a_menu_opens_and_works_by_the_keyboard_alone() {
    let mut window = Window::blank();
    window.press(Key::Escape);
    while window.focused() != "Édition" {
        window.press(Key::Tab);
    }
    window.press(Key::Enter);
    // Undo and redo have nothing to do: the first that can be chosen has the keyboard.
    assert_eq!(window.focused(), "Ajouter une rubrique");
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Édition");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.design().free_fields.len(), 2);
}

#[test]
fn a_panel_opened_from_a_menu_gives_the_keyboard_back_where_the_menu_took_it() {
    let mut window = Window::blank();
    window.focus("Aide");
    window.press(Key::Enter);
    while window.focused() != "À propos" {
        window.press(Key::ArrowDown);
    }
    window.press(Key::Enter);
    assert!(window.shows("Fermer"));
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Aide");
}

#[test]
fn a_free_field_removed_leaves_the_keyboard_on_the_next_one() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    window.focus("Nom de la rubrique libre");
    window.press(Key::Enter);
    window.press(Key::Escape);
    while window.focused() != "Retirer la rubrique" {
        window.press(Key::Tab);
    }
    window.press(Key::Enter);
    assert!(!window.shows("Revenir au canevas"));
    assert_eq!(window.focused(), "Nom de la rubrique libre");
    assert_eq!(window.design().free_fields.len(), 1);
    // One that goes by an undo leaves it to the last.
    window.focus("Ajouter une rubrique");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Nom de la rubrique libre 2");
    window.ctrl(Key::Z);
    assert_eq!(window.focused(), "Nom de la rubrique libre");
    window.focus("Valeurs, texte");
    window.activate("Déplacer ou retirer la rubrique Valeurs");
    window.activate("Retirer la rubrique");
    assert_eq!(window.focused(), "Ajouter une rubrique", "none is left");
}

#[test]
fn arrows_go_through_an_open_menu() {
    let mut window = Window::blank();
    window.focus("Fichier");
    window.press(Key::Enter);
    assert_eq!(window.focused(), "Nouveau");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), "Ouvrir…");
    window.press(Key::ArrowRight);
    assert_eq!(window.focused(), "Coller", "the name of the lab is at hand");
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowLeft);
    assert_eq!(window.focused(), "Préparer l’atelier");
}

#[test]
fn a_panel_gives_the_keyboard_back_where_it_took_it() {
    let mut window = Window::blank();
    window.click("Gouvernance, texte");
    window.type_text("a");
    window.press(Key::F1);
    window.press(Key::Escape);
    window.type_text("b");
    assert_eq!(&*window.design().field("gouvernance").unwrap().text, "ab");
}

#[test]
fn at_rest_nothing_is_drawn_again_with_a_text_focused_and_without() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    // `run` fails when frames keep being asked for; a settled window asks for none.
    assert_eq!(window.harness.run(), 1);
    window.click("Gouvernance, texte");
    assert_eq!(window.harness.run(), 1);
}

#[test]
fn every_control_has_a_name_and_a_target_of_24_points() {
    for design in [full_example(), dessiner_un_labo::model::Design::empty(&catalogue())] {
        let window = Window::on(design, super::USUAL, 1.0);
        let mut seen = 0;
        for node in window.harness.root().children_recursive() {
            let tree_node = node.accesskit_node();
            let control = matches!(
                tree_node.role(),
                Role::Button
                    | Role::CheckBox
                    | Role::Slider
                    | Role::MultilineTextInput
                    | Role::MenuItem
                    | Role::MenuItemRadio
                    | Role::MenuItemCheckBox
            );
            if tree_node.raw_bounds().is_none() {
                continue;
            }
            let (label, rect) = (tree_node.label().unwrap_or_default(), node.rect());
            if !control || !rect.is_positive() {
                continue;
            }
            seen += 1;
            assert!(!label.is_empty(), "a control without a name at {rect:?}");
            // A text is as high as its lines; the name of a free field is 18 points in a row of 24.
            let is_text = tree_node.role() == Role::MultilineTextInput;
            let least = if is_text { 18.0 } else { 23.9 };
            assert!(rect.width() >= 23.9 && rect.height() >= least, "{label}: {rect:?}");
        }
        assert!(seen > 40, "{seen}");
    }
}

#[test]
fn the_last_line_of_a_menu_is_reached_on_a_low_window() {
    let mut window = Window::on(full_example(), super::USUAL, 3.0);
    let page = window.harness.ctx.content_rect();
    window.focus("Affichage");
    window.press(Key::Enter);
    let mut reached = vec![window.focused()];
    for _ in 0..30 {
        let node = window.harness.root().children_recursive().find(|node| node.is_focused());
        let rect = node.unwrap().rect();
        assert!(page.contains_rect(rect.shrink(1.0)), "{} at {rect:?}", window.focused());
        window.press(Key::ArrowDown);
        if reached.last() == Some(&window.focused()) {
            break;
        }
        reached.push(window.focused());
    }
    assert!(reached.contains(&"Taille normale".to_owned()), "{reached:#?}");
}
