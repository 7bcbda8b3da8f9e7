//! What made somebody stumble who ran a whole workshop without having seen the program before.

use dessiner_un_labo::intent::leading::Cover;
use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::design::NextStep;
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::model::{Design, Edit};
use dessiner_un_labo::ui::Theme;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, Shape, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::layout::texts;
use super::leader::{Desk, leading};
use super::{USUAL, Window, catalogue, full_example};

fn measures(window: &Window) -> bool {
    let leading = window.app().view().leading.as_ref();
    leading.is_some_and(|leading| leading.cover == Some(Cover::Measure))
}

pub fn with_steps(count: usize) -> Design {
    let mut design = full_example();
    let step = |at: usize| NextStep {
        what: format!("Chose à faire numéro {at}, avec les mots qu’il faut pour le dire").into(),
        who: format!("Personne {at}").into(),
        when: "en janvier".into(),
        ..NextStep::new()
    };
    design.next_steps = (1..=count).map(step).collect();
    design
}

#[test]
fn the_page_that_measures_a_room_has_the_keyboard_and_no_key_typed_blindly_leaves_it() {
    for desk in [Desk::one(), Desk::two()] {
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        window.press(Key::Escape);
        let name = window.design().name.clone();
        window.focus("Nom du labo");
        window.press(Key::Escape);
        window.choose_in_menu("Animer", "Salle…");
        assert_eq!(window.focused(), "ligne 1");
        for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowLeft, Key::ArrowDown] {
            window.press(key);
            assert!(measures(&window), "{key:?} left the page");
        }
        assert_eq!(window.focused(), "ligne 3");
        window.press(Key::Space);
        assert_eq!(leading(&window).room.line, Some(3));
        // Letters are for the one text of the page, « b » and « . » too, which elsewhere make the screen black.
        window.type_text("bib. B");
        assert!(measures(&window));
        assert_eq!(leading(&window).room.name, "bib. B");
        assert_eq!(window.focused(), "Nom de la salle");
        assert_eq!(window.design().name, name);
    }
}

#[test]
fn digits_typed_on_a_measure_are_not_for_the_name_of_the_room() {
    let mut window = Window::leading(full_example(), USUAL, 6, &Desk::one());
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Salle…");
    window.focus("Distance du dernier rang\u{a0}: 6,00\u{a0}m");
    window.type_text("7");
    assert_eq!(leading(&window).room.name, "");
    window.type_text("salle");
    assert_eq!(leading(&window).room.name, "salle");
}

/// Opens a menu as a hand does.
fn choose_by_hand(window: &mut Window, menu: &str, line: &str) {
    let menu = window.rect(menu).center();
    window.click_at(menu);
    window.activate(line);
    window.settle();
}

fn role_focused(window: &Window) -> Option<Role> {
    let root = window.harness.root();
    let focused = root.children_recursive().find(|node| node.is_focused());
    focused.map(|node| node.accesskit_node().role())
}

#[test]
fn a_page_that_goes_gives_the_keyboard_to_no_text() {
    for (menu, line) in [
        ("Fichier", "Imprimer…"),
        ("Édition", "L’atelier…"),
        ("Édition", "Prochaines étapes"),
        ("Affichage", "Où en est-on\u{a0}?"),
        ("Animer", "Déroulé…"),
        ("Animer", "Salle…"),
        ("Animer", "Mire de la salle"),
        ("Animer", "Vérifier ce poste"),
        ("Aide", "Mener l’atelier"),
    ] {
        for text in ["Nom du labo", "Sujets, texte"] {
            let mut window = Window::on(full_example(), USUAL, 1.0);
            window.focus(text);
            choose_by_hand(&mut window, menu, line);
            let back = |window: &Window| {
                let view = &window.app().view();
                view.focus.is_none() && view.leading.is_none()
            };
            assert!(!back(&window), "{line} does not open");
            for _ in 0..3 {
                if !back(&window) {
                    window.press(Key::Escape);
                }
            }
            assert!(back(&window), "{line} does not close");
            let role = role_focused(&window);
            assert!(
                !matches!(role, Some(Role::TextInput | Role::MultilineTextInput)),
                "{line}, from « {text} »: {role:?}"
            );
            assert!(role.is_some(), "{line}, from « {text} »: the keyboard is nowhere");
            if text == "Nom du labo" {
                let before = window.design().clone();
                window.type_text("z");
                assert_eq!(*window.design(), before, "{line}");
            }
        }
    }
}

/// The smallest sheet painted around this point.
fn sheet(window: &Window, at: Pos2) -> Rect {
    let shapes = window.harness.output().shapes.iter();
    let sheets = shapes.filter_map(|clipped| match &clipped.shape {
        Shape::Rect(it) if it.fill == Theme::LIGHT.cell && it.rect.contains(at) => Some(it.rect),
        _ => None,
    });
    sheets.min_by(|a, b| a.area().total_cmp(&b.area())).expect("no sheet")
}

fn each_point_of_the_sheet_writes(window: &mut Window, label: &str, elsewhere: &str) {
    let sheet = sheet(window, window.rect(label).center());
    for y in [sheet.top() + 3.0, sheet.center().y, sheet.bottom() - 3.0] {
        for x in [sheet.left() + 3.0, sheet.center().x, sheet.right() - 3.0] {
            window.focus(elsewhere);
            window.click_at(pos2(x, y));
            assert_eq!(window.focused(), label, "{:?} of {sheet:?}", pos2(x, y));
        }
    }
}

#[test]
fn the_whole_of_a_sheet_takes_the_click() {
    let mut window = Window::on(with_steps(6), USUAL, 1.0);
    window.choose_in_menu("Édition", "Prochaines étapes");
    for part in ["quoi", "qui", "quand"] {
        let label = format!("Étape 2, {part}");
        each_point_of_the_sheet_writes(&mut window, &label, "Étape 4, quoi");
    }
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.choose_in_menu("Édition", "L’atelier…");
    for part in ["date", "lieu", "animation", "qui était là"] {
        let label = format!("Atelier 2, {part}");
        each_point_of_the_sheet_writes(&mut window, &label, "Retirer cet atelier");
    }
    let mut window = Window::leading(full_example(), USUAL, 6, &Desk::one());
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Salle…");
    each_point_of_the_sheet_writes(&mut window, "Nom de la salle", "ligne 1");
}

#[test]
fn one_line_stands_in_the_middle_of_its_sheet_in_any_type() {
    for count in [2, 7] {
        let mut window = Window::on(with_steps(count), vec2(1920.0, 1080.0), 1.0);
        window.choose_in_menu("Édition", "Prochaines étapes");
        let all = texts(window.harness.output());
        for who in all.iter().filter(|text| text.words.starts_with("Personne ")) {
            let row = who.rows[0];
            let sheet = sheet(&window, row.center());
            let apart = (row.center().y - sheet.center().y).abs();
            assert!(apart <= 2.0, "{count} lines: {apart} from the middle");
        }
    }
}

#[test]
fn the_hour_of_start_stays_under_the_pointer_that_changes_it() {
    for size in [vec2(1024.0, 768.0), USUAL, vec2(1920.0, 1080.0)] {
        let mut window = Window::on(full_example(), size, 1.0);
        window.choose_in_menu("Animer", "Déroulé…");
        let more = "Commence à\u{a0}: plus";
        let before = window.rect(more);
        for _ in 0..14 {
            window.click_at(before.center());
            assert_eq!(window.rect(more), before, "{size:?}");
        }
        assert!(window.shows("Commencer maintenant"));
    }
}

fn steps(window: &Window) -> Vec<String> {
    window.design().next_steps.iter().map(|step| step.what.to_string()).collect()
}

#[test]
fn enter_in_a_next_step_adds_one_line_or_goes_to_the_one_that_is_empty() {
    let mut window = Window::on(with_steps(3), USUAL, 1.0);
    window.choose_in_menu("Édition", "Prochaines étapes");
    window.focus("Étape 1, quoi");
    window.press(Key::Enter);
    assert_eq!(window.design().next_steps.len(), 4);
    assert_eq!(window.focused(), "Étape 2, quoi");
    window.focus("Étape 1, quoi");
    window.press(Key::Enter);
    assert_eq!(window.design().next_steps.len(), 4, "the one that is empty is the next");
    assert_eq!(window.focused(), "Étape 2, quoi");
    window.ctrl(Key::Z);
    assert_eq!(window.design().next_steps, with_steps(3).next_steps);
}

#[test]
fn a_next_step_in_which_nobody_wrote_goes_with_the_page_and_undo_knows_nothing_of_it() {
    let mut window = Window::on(with_steps(3), USUAL, 1.0);
    window.choose_in_menu("Édition", "Prochaines étapes");
    window.focus("Étape 2, qui");
    window.type_text("!");
    let written = steps(&window);
    window.focus("Étape 3, quoi");
    window.press(Key::Enter);
    window.press(Key::F2);
    assert_eq!(steps(&window), written);
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Étape "), "{}", window.focused());
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    assert_eq!(
        window.design().next_steps,
        with_steps(3).next_steps,
        "one undo, of what was written"
    );
    assert!(!window.modified());
    // Between two that are written, once something else was done.
    window.choose_in_menu("Édition", "Prochaines étapes");
    window.focus("Étape 1, quoi");
    window.press(Key::Enter);
    window.focus("Étape 1, qui");
    window.type_text("!");
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert_eq!(window.app().view().focus, None);
    assert_eq!(steps(&window), written);
}

#[test]
fn projected_the_next_steps_show_their_headings_and_whole_lines_on_every_page() {
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), USUAL] {
        let mut window = Window::on(with_steps(19), size, 1.0);
        window.choose_in_menu("Édition", "Prochaines étapes");
        window.press(Key::F5);
        let mut seen = Vec::new();
        for page in 0..12 {
            let what = format!("{size:?}, page {page}");
            let all = texts(window.harness.output());
            for head in ["Quoi", "Qui", "Quand"] {
                let shows = all.iter().any(|it| it.words == head && it.visible_rows == 1);
                assert!(shows, "{what}: no « {head} »");
            }
            for text in all.iter().filter(|it| it.visible_rows > 0) {
                assert_eq!(text.cut_rows + text.hidden_rows, 0, "{what}: {}", text.words);
                seen.push(text.words.clone());
            }
            for clipped in &window.harness.output().shapes {
                let Shape::Rect(sheet) = &clipped.shape else { continue };
                let (rect, clip) = (sheet.rect, clipped.clip_rect);
                if sheet.fill == Theme::LIGHT.cell && clip.intersects(rect.shrink(3.0)) {
                    assert!(clip.expand(1.0).contains_rect(rect), "{what}: {rect:?} in {clip:?}");
                }
            }
            // By the page keys, then by the keyboard from one text to the next.
            if page < 6 {
                window.press(Key::PageDown);
            } else {
                (0..5).for_each(|_| window.press_with(Modifiers::SHIFT, Key::Tab));
            }
        }
        for at in 1..=19 {
            assert!(seen.contains(&format!("Personne {at}")), "{size:?}: {at} never shows whole");
        }
    }
}

#[test]
fn every_page_says_that_one_rehearses() {
    for line in ["Prochaines étapes", "L’atelier…"] {
        let mut window = Window::on(full_example(), USUAL, 1.0);
        window.choose_in_menu("Édition", line);
        assert!(!window.shows_some("répétition"));
        window.choose_in_menu("Animer", "Répétition");
        assert!(window.app().view().focus.is_some(), "{line}");
        assert!(window.shows_some("répétition"), "{line}");
    }
}

#[test]
fn what_is_typed_on_a_control_is_not_glued_to_the_text_that_it_opens() {
    let mut design = full_example();
    let criterion = catalogue().criteria[0].id.clone();
    let edit = Target::CriterionText(criterion.clone());
    Edit::Write(edit, "Maison de l’Allier".into()).apply(&mut design).unwrap();
    let mut window = Window::on(design.clone(), USUAL, 1.0);
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    assert_eq!(window.app().view().focus, Some(Focus::At(Place::Criterion(criterion.clone()))));
    window.type_text("Accueil");
    let text = |window: &Window| window.design().criterion(&criterion).unwrap().text.to_string();
    assert_eq!(text(&window), "Maison de l’Allier\nAccueil");
    // What goes on with a sentence stays with it; what ends a line already needs nothing more.
    window.press(Key::Escape);
    window.type_text(", vite");
    assert!(text(&window).ends_with("Accueil, vite"));
    window.press(Key::Enter);
    window.press(Key::Escape);
    window.type_text("café");
    assert_eq!(text(&window), "Maison de l’Allier\nAccueil, vite\ncafé");
    // In a text of one line, a space.
    let mut window = Window::on(with_steps(2), USUAL, 1.0);
    window.choose_in_menu("Édition", "Prochaines étapes");
    window.focus("Ajouter une ligne");
    window.type_text("vite");
    assert!(window.design().next_steps[1].what.ends_with("le dire vite"));
}

#[test]
fn beside_the_words_of_a_criterion_there_is_nothing_to_press() {
    let mut window = Window::on(full_example(), vec2(1920.0, 1080.0), 1.0);
    let before = window.design().clone();
    let node = |window: &Window| {
        let all = window.harness.get_all_by_role(Role::CheckBox);
        all.map(|node| node.rect()).next().unwrap()
    };
    let words = |window: &Window, start: &str| {
        let all = texts(window.harness.output());
        let found = all.iter().filter(|text| text.words.starts_with(start));
        found.map(|text| text.rows[0]).next().unwrap()
    };
    let start: String = catalogue().criteria[0].words.chars().take(12).collect();
    let row = node(&window);
    let right = words(&window, &start).right();
    if row.right() > right + 8.0 {
        window.click_at(pos2(row.right() - 2.0, words(&window, &start).center().y));
        assert_eq!(*window.design(), before, "on the sheet");
        assert_eq!(window.app().view().focus, None);
    }
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    let first = words(&window, &start);
    for x in [first.right() + 40.0, 1840.0] {
        window.click_at(pos2(x, first.center().y));
        assert_eq!(*window.design(), before, "in large, at {x}");
    }
    window.click_at(first.center());
    assert_ne!(*window.design(), before, "the words tick");
}
