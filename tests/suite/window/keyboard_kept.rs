//! Whoever does not use the mouse never loses the keyboard: a button that goes when it is pressed leaves it to what is near.

use std::collections::BTreeMap;

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::design::Disagreement;
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::model::{Design, Step};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::leader::{Desk, leading};
use super::{USUAL, Window, catalogue, full_example};

/// Buttons, boxes and choices that the keyboard can press, by role and name; those whose name is not theirs alone are left out.
fn pressed(window: &Window) -> Vec<(Role, String)> {
    let mut all: BTreeMap<(String, String), (Role, usize)> = BTreeMap::new();
    for node in window.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let role = node.role();
        let presses = matches!(role, Role::Button | Role::CheckBox | Role::RadioButton);
        let reached = node.data().supports_action(egui::accesskit::Action::Focus);
        if presses && reached {
            let name = node.label().unwrap_or_default();
            all.entry((format!("{role:?}"), name)).or_insert((role, 0)).1 += 1;
        }
    }
    let alone = all.into_iter().filter(|(_, (_, count))| *count == 1);
    alone.map(|((_, name), (role, _))| (role, name)).collect()
}

/// Whether something that shows has the keyboard.
fn has_keyboard(window: &Window) -> bool {
    let page = window.harness.ctx.content_rect();
    let root = window.harness.root();
    let focused = root.children_recursive().find(|node| node.is_focused());
    focused.is_some_and(|node| page.intersects(node.rect()))
}

/// Presses each control of a view with the space bar, in a window of its own.
fn each_leaves_the_keyboard_somewhere(view: &str, open: impl Fn() -> Window) {
    let controls = pressed(&open());
    assert!(!controls.is_empty(), "{view}: nothing to press");
    let mut lost = Vec::new();
    for (role, name) in controls {
        let mut window = open();
        window.will_choose(None);
        window.harness.get_by_role_and_label(role, &name).focus();
        window.run();
        assert!(has_keyboard(&window), "{view}: « {name} » takes no keyboard");
        window.press(Key::Space);
        window.settle();
        // In front of the room, a step that opens gives the keyboard to nothing, on purpose.
        let steps = window.app().view().leading.is_some();
        if !has_keyboard(&window) && !steps && !window.app().closing() {
            lost.push(name);
        }
    }
    assert!(lost.is_empty(), "{view}: the keyboard is lost after {lost:#?}");
}

fn disagreed() -> Design {
    let mut design = full_example();
    let span = Some((Step::LEFT, Step::RIGHT));
    design.axes[0].disagreement = Some(Disagreement { span, ..Disagreement::default() });
    design.axes[2].disagreement = Some(Disagreement::default());
    design
}

fn on(design: Design, focus: &Focus) -> Window {
    let mut window = Window::on(design, USUAL, 1.0);
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    while window.app().view().focus.as_ref() != Some(focus) {
        window.press(Key::PageDown);
    }
    window
}

#[test]
fn on_the_canvas() {
    each_leaves_the_keyboard_somewhere("empty", Window::blank);
    each_leaves_the_keyboard_somewhere("full", || Window::on(full_example(), USUAL, 1.0));
}

#[test]
fn on_the_steps_of_the_method() {
    let catalogue = catalogue();
    let design = disagreed();
    let mut steps = vec![
        Focus::At(Place::Criterion(catalogue.criteria[0].id.clone())),
        Focus::At(Place::Card(catalogue.labs[0].id.clone())),
        Focus::At(Place::Point(catalogue.points[0].id.clone())),
    ];
    let all = Focus::steps(&catalogue, &design);
    steps.extend(all.iter().filter(|it| matches!(it, Focus::At(Place::Axis(_)))).cloned());
    steps.extend(all.iter().filter(|it| matches!(it, Focus::At(Place::Field(_)))).take(1).cloned());
    steps.extend(all.last().cloned());
    for step in steps {
        each_leaves_the_keyboard_somewhere(&format!("{step:?}"), || on(disagreed(), &step));
    }
}

#[test]
fn on_the_pages_around_the_sheet() {
    for (menu, line) in [
        ("Édition", "L’atelier…"),
        ("Édition", "Prochaines étapes"),
        ("Affichage", "Où en est-on\u{a0}?"),
        ("Affichage", "Comparer les six labos"),
        ("Affichage", "Placer les six labos sur les axes"),
        ("Animer", "Vérifier ce poste"),
        ("Aide", "Mener l’atelier"),
    ] {
        for (fill, design) in [("full", full_example()), ("empty", Design::empty(&catalogue()))] {
            each_leaves_the_keyboard_somewhere(&format!("{line}, {fill}"), || {
                let mut window = Window::on(design.clone(), USUAL, 1.0);
                window.choose_in_menu(menu, line);
                window.settle();
                window
            });
        }
    }
}

#[test]
fn on_the_order_of_play() {
    each_leaves_the_keyboard_somewhere("the order of play", || {
        let mut window = Window::on(Design::empty(&catalogue()), USUAL, 1.0);
        window.choose_in_menu("Animer", "Déroulé…");
        window.activate_button("Ajouter une étape");
        window.type_text("Accueil");
        window.activate("Commence à\u{a0}: plus");
        window
    });
}

#[test]
fn a_span_and_a_disagreement_are_added_and_removed_by_the_space_bar_alone() {
    let axis = Focus::At(Place::Axis(catalogue().axes[3].id.clone()));
    let mut window = on(full_example(), &axis);
    window.focus("Noter un désaccord");
    window.press(Key::Space);
    assert!(window.focused().ends_with("désaccord assumé"), "{}", window.focused());
    window.focus("Montrer l’étendue");
    window.press(Key::Space);
    assert_eq!(window.focused(), "Retirer l’étendue");
    window.press(Key::Space);
    assert_eq!(window.focused(), "Montrer l’étendue");
    window.focus("Retirer le désaccord");
    window.press(Key::Space);
    assert_eq!(window.focused(), "Noter un désaccord");
}

#[test]
fn on_the_leaders_screen_a_warning_that_goes_leaves_the_keyboard_near() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.focus("Démarrer");
    window.press(Key::Space);
    window.run();
    assert_eq!(window.focused(), "Arrêter");
    assert!(leading(&window).timer.runs());
}

#[test]
fn the_list_of_shortcuts_is_read_to_its_end_by_the_keyboard() {
    for key in [Key::ArrowDown, Key::PageDown, Key::End] {
        let mut window = Window::on(Design::empty(&catalogue()), USUAL, 3.0);
        window.press(Key::F1);
        let shows = |window: &Window, part: &str| {
            let page = window.harness.ctx.content_rect();
            let texts = super::layout::texts(window.harness.output());
            let text = texts.iter().find(|text| text.words.contains(part));
            text.is_some_and(|it| {
                it.hidden_rows + it.cut_rows == 0 && page.contains_rect(it.rows[0])
            })
        };
        let (first, last) = ("Nouveau", "déplacer une rubrique libre");
        assert!(shows(&window, first) && !shows(&window, last));
        for _ in 0..80 {
            if !shows(&window, last) {
                window.press(key);
            }
        }
        assert!(shows(&window, last), "{key:?}");
        for _ in 0..80 {
            if !shows(&window, first) {
                window.press(match key {
                    Key::ArrowDown => Key::ArrowUp,
                    Key::PageDown => Key::PageUp,
                    _ => Key::Home,
                });
            }
        }
        assert!(shows(&window, first), "{key:?}, and back");
    }
}
