//! What a screen reader finds: every control has a role and a name of its own. And what it does: it writes, opens, places.

use std::collections::BTreeMap;

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::design::Disagreement;
use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::model::{Design, Step, limits};
use egui::accesskit::{Action, ActionData, ActionRequest, NodeId, Role, TreeId};
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT, Queryable};

use super::{ASK_CLOSE, Window, catalogue, drop_file, file_in, full_example};

const GOVERNANCE: &str = "Gouvernance, texte";

/// What is wrong with the names of this screen.
fn faults(window: &Window) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for node in window.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let role = node.role();
        let label = if role == Role::Label { node.value() } else { node.label() };
        let label = label.unwrap_or_default();
        let focusable = node.data().supports_action(Action::Focus);
        let acts = focusable || node.data().supports_action(Action::Click);
        // What holds other things is passed over by every screen reader; a scroll bar is told by its role.
        if !acts || matches!(role, Role::GenericContainer | Role::ScrollBar) {
            continue;
        }
        if label.trim().is_empty() || role == Role::Unknown {
            faults.push(format!("{role:?} « {label} » cannot be told"));
        }
        *seen.entry((format!("{role:?}"), label.clone())).or_default() += 1;
        if role == Role::Slider && !label.contains("\u{a0}: ") {
            faults.push(format!("the value of « {label} » is not in words"));
        }
    }
    assert!(!seen.is_empty(), "nothing was found");
    let twice = seen.into_iter().filter(|(_, count)| *count > 1);
    faults.extend(twice.map(|((role, label), count)| format!("{count} × {role} « {label} »")));
    faults
}

#[track_caller]
fn every_name_tells(window: &Window, screen: &str) {
    let faults = faults(window);
    assert!(faults.is_empty(), "{screen}:\n{}", faults.join("\n"));
}

#[test]
fn every_control_of_the_canvas_has_a_name_of_its_own() {
    every_name_tells(&Window::on(full_example(), super::USUAL, 1.0), "full");
    let mut window = Window::blank();
    every_name_tells(&window, "empty");
    for _ in 0..3 {
        window.activate("Ajouter une rubrique");
    }
    every_name_tells(&window, "four free fields without a name");
    let mut design = full_example();
    for field in &mut design.free_fields {
        field.title = "Valeurs".into();
        field.text = "ligne\n".repeat(30).into();
    }
    every_name_tells(&Window::on(design, super::USUAL, 1.0), "two of the same name");
    every_name_tells(&Window::on(full_example(), super::USUAL, 3.0), "at 300 %");
}

#[test]
fn every_control_of_the_menus_has_a_name_of_its_own() {
    for menu in ["Fichier", "Édition", "Affichage", "Aide"] {
        let mut window = Window::on(full_example(), super::USUAL, 1.0);
        window.activate(menu);
        every_name_tells(&window, menu);
    }
    let mut window = Window::blank();
    window.activate("Déplacer ou retirer la rubrique");
    assert!(window.shows("Retirer la rubrique"));
    every_name_tells(&window, "the menu of a free field");
}

#[test]
fn every_control_of_every_step_in_large_has_a_name_of_its_own() {
    let mut design = full_example();
    // As much as an axis can show.
    let span = Some((Step::LEFT, Step::RIGHT));
    design.axes[0].disagreement = Some(Disagreement { span, ..Disagreement::default() });
    for design in [design, Design::empty(&catalogue())] {
        let mut window = Window::on(design, super::USUAL, 1.0);
        let steps = Focus::steps(&catalogue(), window.design());
        window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
        for step in &steps {
            assert_eq!(window.app().view().focus.as_ref(), Some(step));
            every_name_tells(&window, &format!("{step:?}"));
            window.press(Key::PageDown);
        }
    }
}

#[test]
fn every_control_around_the_sheet_has_a_name_of_its_own() {
    let around = [
        ("Édition", "L’atelier…"),
        ("Édition", "Prochaines étapes"),
        ("Affichage", "Où en est-on\u{a0}?"),
        ("Affichage", "Comparer les six labos"),
        ("Affichage", "Placer les six labos sur les axes"),
        ("Aide", "Mener l’atelier"),
    ];
    for design in [full_example(), Design::empty(&catalogue())] {
        for (menu, line) in around {
            let mut window = Window::on(design.clone(), super::USUAL, 1.0);
            window.activate(menu);
            window.activate(line);
            assert!(window.app().view().focus.is_some(), "{line}");
            every_name_tells(&window, line);
        }
    }
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    window.activate("Affichage");
    window.activate("Comparer les six labos");
    window.activate("Côte à côte");
    window.activate("Capacitant");
    every_name_tells(&window, "side by side");
}

#[test]
fn every_control_of_a_projection_has_a_name_of_its_own() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    window.press(Key::F5);
    every_name_tells(&window, "the canvas, projected");
    let in_view = |window: &Window| window.app().view().on_stage().unwrap().scene().clone();
    loop {
        window.press(Key::PageDown);
        match in_view(&window) {
            Scene::At(Place::Criterion(_))
            | Scene::At(Place::Axis(_))
            | Scene::At(Place::Point(_)) => {
                every_name_tells(&window, &format!("{:?}, projected", in_view(&window)));
            }
            Scene::At(Place::Field(FieldKey::Free(_))) => break,
            _ => {}
        }
    }
}

#[test]
fn every_control_of_the_panels_has_a_name_of_its_own() {
    let commands = [
        ("Raccourcis du clavier", "Aide"),
        ("À propos", "Aide"),
        ("Nouveau à partir de ce labo…", "Fichier"),
    ];
    for (item, menu) in commands {
        let mut window = Window::blank();
        window.activate(menu);
        window.activate(item);
        every_name_tells(&window, item);
    }
    let mut window = Window::blank();
    window.type_text("Le labo");
    window.ctrl(Key::Q);
    assert!(window.shows(ASK_CLOSE));
    every_name_tells(&window, ASK_CLOSE);
    for key in [Key::O, Key::S] {
        let mut window = Window::without_dialogs();
        window.ctrl(key);
        assert!(window.shows("Chemin du fichier"));
        every_name_tells(&window, "the path of a file");
    }
}

#[test]
fn every_control_of_a_notice_has_a_name_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::blank();
    drop_file(&mut window, &folder.path().join("absent.ron"));
    assert!(window.shows("Compris"));
    every_name_tells(&window, "a file that is not there");
}

#[test]
fn a_panel_is_called_by_its_title_and_described_by_its_text() {
    let mut window = Window::blank();
    window.type_text("Le labo");
    window.ctrl(Key::Q);
    let panel = window.harness.get_by_role_and_label(Role::Dialog, ASK_CLOSE);
    let panel = panel.accesskit_node();
    assert!(panel.is_modal());
    assert_eq!(panel.description().unwrap(), "Ce labo n’a pas encore de fichier.");
}

#[test]
fn the_window_is_called_by_the_name_of_the_lab() {
    let mut window = Window::blank();
    window.type_text("Le labo des possibles");
    let root = window.harness.root();
    let root = root.accesskit_node();
    assert_eq!(root.label().unwrap(), "Le labo des possibles · Dessiner un labo");
}

/// What a screen reader asks of a node.
fn ask(window: &mut Window, label: &str, action: Action, data: Option<ActionData>) {
    let id: NodeId = {
        let node = window.harness.get_by_label(label);
        node.accesskit_node().locate().0
    };
    let request = ActionRequest { action, target_tree: TreeId::ROOT, target_node: id, data };
    window.harness.event(Event::AccessKitActionRequest(request));
    window.run();
}

fn write(window: &mut Window, label: &str, text: &str) {
    ask(window, label, Action::SetValue, Some(ActionData::Value(text.into())));
}

fn governance(window: &Window) -> String {
    window.design().field("gouvernance").unwrap().text.to_string()
}

#[test]
fn a_screen_reader_writes_a_whole_text_that_does_not_have_the_keyboard() {
    let mut window = Window::blank();
    write(&mut window, GOVERNANCE, "Équipe dédiée, où çà\u{a0}?\n« œuvre »");
    assert_eq!(governance(&window), "Équipe dédiée, où çà\u{a0}?\n« œuvre »");
    write(&mut window, "Nom du labo", "Le labo\ndes possibles");
    assert_eq!(&*window.design().name, "Le labo des possibles", "a name is one line");
    write(&mut window, GOVERNANCE, "");
    assert_eq!(governance(&window), "");
    window.ctrl(Key::Z);
    assert_eq!(governance(&window), "Équipe dédiée, où çà\u{a0}?\n« œuvre »");
}

#[test]
fn what_a_screen_reader_writes_stops_at_the_limit() {
    let mut window = Window::blank();
    write(&mut window, GOVERNANCE, &"é".repeat(limits::LONG_TEXT + 10));
    assert_eq!(governance(&window).chars().count(), limits::LONG_TEXT);
    write(&mut window, "Nom du labo", &"é".repeat(limits::SHORT_TEXT + 10));
    assert_eq!(window.design().name.chars().count(), limits::SHORT_TEXT);
}

#[test]
fn a_screen_reader_inserts_where_the_cursor_is() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.type_text("Une référente");
    for _ in 0.."référente".len() - 2 {
        window.press(Key::ArrowLeft);
    }
    ask(
        &mut window,
        GOVERNANCE,
        Action::ReplaceSelectedText,
        Some(ActionData::Value("élue ".into())),
    );
    assert_eq!(governance(&window), "Une élue référente");
}

#[test]
fn under_a_panel_a_screen_reader_writes_nothing() {
    let mut window = Window::blank();
    window.press(Key::F1);
    write(&mut window, GOVERNANCE, "Une élue");
    assert_eq!(governance(&window), "");
}

#[test]
fn a_screen_reader_places_what_is_not_placed_yet() {
    let mut window = Window::blank();
    let place = |window: &Window| window.design().axis("pilote-support").unwrap().step;
    window.activate("Pilote / Support\u{a0}: à placer");
    assert_eq!(place(&window), Some(Step::MIDDLE));
    // Once there, pressing it changes nothing: it has a number to change.
    window.activate("Pilote / Support\u{a0}: entre les deux");
    assert_eq!(place(&window), Some(Step::MIDDLE));
    ask(
        &mut window,
        "Pilote / Support\u{a0}: entre les deux",
        Action::SetValue,
        Some(ActionData::NumericValue(-3.0)),
    );
    assert_eq!(place(&window), Some(Step::LEFT));
}

#[test]
fn a_screen_reader_moves_an_end_of_a_disagreement() {
    let mut design = full_example();
    let span = Some((Step::LEFT, Step::RIGHT));
    design.axes[0].disagreement = Some(Disagreement { span, ..Disagreement::default() });
    let mut window = Window::on(design, super::USUAL, 1.0);
    window.activate("Expert\u{a0}: ouvrir en grand");
    let end = "Expert / Transversal, bout droit du désaccord\u{a0}: 3 crans vers Transversal";
    ask(&mut window, end, Action::SetValue, Some(ActionData::NumericValue(1.0)));
    let span = window.design().axes[0].disagreement.as_ref().unwrap().span;
    assert_eq!(span, Some((Step::LEFT, Step::MIDDLE.moved(1))));
}

#[test]
fn a_menu_opened_by_a_screen_reader_has_the_keyboard_and_its_items_work() {
    let mut window = Window::blank();
    window.press(Key::Escape);
    window.activate("Édition");
    assert_eq!(window.focused(), "Ajouter une rubrique");
    let item = window.harness.get_by_role_and_label(Role::MenuItem, "Ajouter une rubrique");
    item.click_accesskit();
    window.run();
    assert_eq!(window.design().free_fields.len(), 2);
    assert!(!window.shows("Rétablir"), "the menu has closed");
}

#[test]
fn the_menu_of_a_free_field_opened_by_a_screen_reader_moves_and_removes() {
    let mut window = Window::on(full_example(), super::USUAL, 1.0);
    window.activate("Déplacer ou retirer la rubrique Valeurs");
    assert_eq!(window.focused(), "Ouvrir en grand");
    window.activate("Déplacer avant");
    assert_eq!(&*window.design().free_fields[0].title, "Valeurs");
    assert!(!window.shows("Déplacer avant"), "the menu has closed");
    window.activate("Déplacer ou retirer la rubrique Valeurs");
    window.activate("Retirer la rubrique");
    assert_eq!(window.design().free_fields.len(), 1);
}

#[test]
fn a_menu_closed_by_a_screen_reader_gives_the_keyboard_back() {
    let mut window = Window::on(Design::empty(&catalogue()), super::USUAL, 1.0);
    window.click(GOVERNANCE);
    window.activate("Fichier");
    assert_eq!(window.focused(), "Nouveau");
    window.activate("Fichier");
    assert!(!window.shows("Nouveau"));
    window.type_text("a");
    assert_eq!(governance(&window), "a");
}

#[test]
fn a_file_opened_is_read_by_its_names() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::opening(&file_in(&folder, "a.ron"));
    every_name_tells(&window, "a file opened");
}
