//! What made somebody stumble who ran a whole workshop, on each page: what is said, where, and what a key or a click leaves.

use std::sync::atomic::Ordering;

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::design::{Disagreement, PointState};
use dessiner_un_labo::model::edit::{Edit, Target};
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::model::{Design, Step};
use dessiner_un_labo::ui::Theme;
use egui::accesskit::Action;
use egui::{Key, Shape, vec2};
use egui_kittest::kittest::NodeT as _;

use super::layout::{check_focus, texts};
use super::leader::{Desk, leading};
use super::{USUAL, Window, catalogue, full_example, printing};

#[test]
fn what_one_notes_for_a_step_while_preparing_is_there_when_one_leads() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.press(Key::Escape);
    assert!(window.app().view().leading.is_none());
    window.choose_in_menu("Animer", "Déroulé…");
    window.focus("Critère 1\u{a0}: ma note");
    window.press(Key::Space);
    assert_eq!(window.focused(), "Critère 1\u{a0}: Mes notes pour cette étape");
    window.type_text("Raconter Lyon");
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Critère 1\u{a0}: ma note\u{a0}: Raconter Lyon");
    let all = texts(window.harness.output());
    assert!(all.iter().any(|text| text.words == "Raconter Lyon"));
    window.press(Key::Space);
    assert!(!window.shows("Critère 1\u{a0}: Mes notes pour cette étape"), "it closes");
    window.press(Key::Escape);
    window.press(Key::F5);
    window.settle();
    assert_eq!(&*leading(&window).play.beats[1].note, "Raconter Lyon");
}

#[test]
fn open_notes_of_the_order_of_play_hold_at_every_size() {
    for (size, zoom) in [(vec2(1024.0, 768.0), 1.0), (USUAL, 2.0), (vec2(1920.0, 1080.0), 1.0)] {
        let mut window = Window::on(full_example(), size, zoom);
        window.choose_in_menu("Animer", "Déroulé…");
        window.activate("Critère 1\u{a0}: ma note");
        window.type_text(&"Une note assez longue pour tenir sur plusieurs lignes. ".repeat(4));
        window.press(Key::Escape);
        check_focus(&window, size / zoom, 420.0, &format!("{size:?} at {zoom}"));
    }
}

/// What a short message takes over the window, and what can be pressed there.
fn covered(window: &Window, said: &str) -> Vec<String> {
    let shapes = &window.harness.output().shapes;
    let at = |shape: &Shape| match shape {
        Shape::Text(text) if text.galley.text() == said => {
            Some(text.galley.rect.translate(text.pos.to_vec2()))
        }
        _ => None,
    };
    let words = shapes.iter().rev().find_map(|clipped| at(&clipped.shape));
    let words = words.unwrap_or_else(|| panic!("« {said} » does not show"));
    let plate = shapes.iter().filter_map(|clipped| match &clipped.shape {
        Shape::Rect(it) if it.fill == Theme::LIGHT.cell && it.rect.contains_rect(words) => {
            Some(it.rect)
        }
        _ => None,
    });
    let plate = plate.min_by(|a, b| a.area().total_cmp(&b.area())).expect("no plate");
    let page = window.harness.ctx.content_rect();
    assert!(page.contains_rect(plate), "{plate:?} is out of {page:?}");
    let root = window.harness.root();
    let controls = root.children_recursive().filter(|node| {
        let node = node.accesskit_node();
        node.data().supports_action(Action::Click) || node.data().supports_action(Action::Focus)
    });
    let under = controls.filter(|node| node.rect().shrink(1.0).intersects(plate.shrink(1.0)));
    under.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

#[test]
fn what_is_told_for_a_moment_covers_nothing_to_press() {
    let undone = |window: &mut Window| {
        window.ctrl(Key::Z);
        let all = texts(window.harness.output());
        let told = all.iter().rev().find(|text| text.words.starts_with("Annulé"));
        told.map(|text| text.words.clone()).expect("nothing is told")
    };
    let mut design = full_example();
    design.next_steps.truncate(1);
    // In a narrower window neither the bar nor the foot has room for it: there it stands above the foot.
    for size in [vec2(1280.0, 720.0), USUAL, vec2(1920.0, 1080.0)] {
        let on = || {
            let mut window = Window::on(design.clone(), size, 1.0);
            window.focus("La mesure d’impact\u{a0}: à discuter");
            window.press(Key::Space);
            window
        };
        let mut window = on();
        let said = undone(&mut window);
        assert_eq!(covered(&window, &said), [""; 0], "the sheet, {size:?}");
        let mut window = on();
        window.press(Key::F2);
        let said = undone(&mut window);
        assert_eq!(covered(&window, &said), [""; 0], "where one stands, {size:?}");
        let mut window = Window::leading(design.clone(), size, 6, &Desk::two());
        window.press(Key::PageDown);
        let criterion = catalogue().criteria[0].words.clone();
        window.activate(&[&criterion, "\u{a0}: coché"].concat());
        window.focus("Pointeur");
        let before = window.design().clone();
        assert_ne!(before, design, "something to undo");
        let said = undone(&mut window);
        assert_eq!(covered(&window, &said), [""; 0], "the leader's screen, {size:?}");
    }
}

#[test]
fn a_room_that_looks_on_is_not_told_of_the_keys_of_who_leads() {
    let mut window = Window::projecting(full_example(), USUAL, 6);
    window.type_text("z");
    let all = texts(window.harness.output());
    assert!(!all.iter().any(|text| text.words.starts_with("Rien n’a été écrit")));
}

#[test]
fn after_a_click_the_keyboard_goes_on_from_there() {
    let mut design = full_example();
    design.axes[3].disagreement = Some(Disagreement::default());
    design.axes[3].step = Some(Step::MIDDLE);
    let axis = Focus::At(Place::Axis(catalogue().axes[3].id.clone()));
    let mut window = Window::on(design, USUAL, 1.0);
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    while window.app().view().focus.as_ref() != Some(&axis) {
        window.press(Key::PageDown);
    }
    let button = window.rect_of_button("Montrer l’étendue").center();
    window.click_at(button);
    let first = window.focused();
    assert!(first.contains("étendue") || first.contains("cran"), "one of the two marks: {first}");
    window.press(Key::Tab);
    assert_ne!(window.focused(), first);
    assert!(!window.focused().contains("Fichier"));
    // A plain button: the next control, not the top of the window.
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.choose_in_menu("Édition", "L’atelier…");
    let at = window.rect("13 octobre 2026").center();
    window.click_at(at);
    window.press(Key::Tab);
    assert!(!["Fichier", "Imprimer", ""].contains(&&*window.focused()), "{}", window.focused());
}

#[test]
fn a_free_field_in_which_nothing_was_written_goes_with_escape() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    let before = window.design().clone();
    window.activate_button("Ajouter une rubrique");
    assert_eq!(window.design().free_fields.len(), before.free_fields.len() + 1);
    window.press(Key::Escape);
    assert_eq!(*window.design(), before);
    assert!(!window.modified());
    assert_eq!(window.focused(), "Ajouter une rubrique");
    // With a letter in it, it stays.
    window.activate_button("Ajouter une rubrique");
    window.type_text("O");
    window.press(Key::Escape);
    assert_eq!(window.design().free_fields.len(), before.free_fields.len() + 1);
}

#[test]
fn a_field_in_which_nothing_shows_asks_again_once_it_is_left() {
    let mut window = Window::on(Design::empty(&catalogue()), USUAL, 1.0);
    let question = catalogue().field("sujets").unwrap().question.clone();
    let asks =
        |window: &Window| texts(window.harness.output()).iter().any(|text| text.words == question);
    assert!(asks(&window));
    window.focus("Sujets, texte");
    window.press(Key::Enter);
    window.press(Key::Enter);
    assert!(!asks(&window), "one is writing");
    window.press(Key::Escape);
    assert_eq!(&*window.design().field("sujets").unwrap().text, "\n\n");
    assert!(asks(&window));
}

#[test]
fn the_end_of_a_rehearsal_is_told_for_a_moment() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.choose_in_menu("Animer", "Répétition");
    window.press(Key::Escape);
    assert!(window.app().view().leading.is_none());
    let told = |window: &Window| {
        let all = texts(window.harness.output());
        all.iter().any(|text| text.words.starts_with("Fin de la répétition"))
    };
    assert!(told(&window));
    assert!(!window.shows("Compris"), "nothing to be answered");
}

#[test]
fn a_folder_that_does_not_open_is_said_as_a_folder() {
    let desk = printing::Desk::default();
    let (_folder, _, mut window) = printing::window(&desk);
    window.choose_in_menu("Fichier", "Terminer l’atelier");
    window.settle();
    desk.no_viewer.store(true, Ordering::SeqCst);
    window.activate_button("Ouvrir le dossier");
    window.settle();
    assert!(window.shows_some("Cet ordinateur n’a pas ouvert le dossier."));
    assert!(!window.shows_some("Enregistrer en PDF…"));
}

#[test]
fn a_room_that_was_just_kept_is_known() {
    for named in [true, false] {
        let desk = Desk::one();
        let mut window = Window::leading(full_example(), USUAL, 6, &desk);
        window.press(Key::Escape);
        window.choose_in_menu("Animer", "Vérifier ce poste");
        window.settle();
        assert!(window.shows_some("La salle n’a pas été mesurée"));
        window.activate_button("Mesurer la salle");
        if named {
            window.type_text("Salle du conseil");
        }
        window.activate_button("Garder");
        window.settle();
        assert_eq!(window.app().view().focus, Some(Focus::Check));
        assert!(!window.shows_some("La salle n’a pas été mesurée"), "named: {named}");
    }
}

#[test]
fn an_undo_says_what_it_took_back() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    let criterion = catalogue().criteria[0].words.clone();
    let ticked = window.design().criteria[0].ticked;
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    window.press(Key::Space);
    window.ctrl(Key::Z);
    let what = if ticked { "la case décochée" } else { "la case cochée" };
    let all = texts(window.harness.output());
    let said = format!("Annulé\u{a0}: {what}, {criterion}");
    assert!(all.iter().any(|text| text.words == said), "{said}");
}

#[test]
fn points_that_are_all_being_discussed_are_not_said_to_be_finished() {
    let mut design = full_example();
    for point in &mut design.points {
        point.state = PointState::InDiscussion;
    }
    let window = Window::on(design, USUAL, 1.0);
    let all = texts(window.harness.output());
    assert!(all.iter().any(|text| text.words.contains("6 en discussion")));
    assert!(!all.iter().any(|text| text.words.contains("0 à discuter")));
}

#[test]
fn where_one_stands_no_line_ends_with_what_only_separates() {
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), USUAL, vec2(1920.0, 1080.0)] {
        let mut window = Window::on(full_example(), size, 1.0);
        window.press(Key::F2);
        for clipped in &window.harness.output().shapes {
            let Shape::Text(text) = &clipped.shape else { continue };
            let rows = &text.galley.rows;
            for row in rows.iter().take(rows.len().saturating_sub(1)) {
                assert!(!row.text().trim_end().ends_with('·'), "{size:?}: {}", row.text());
            }
        }
    }
}

#[test]
fn no_line_of_the_room_begins_with_a_dash() {
    let mut design = full_example();
    let name = "Le laboratoire d’innovation de l’Allier – transformation – territoires";
    Edit::Write(Target::Name, name.into()).apply(&mut design).unwrap();
    for size in [vec2(1024.0, 768.0), vec2(1280.0, 720.0), USUAL] {
        let window = Window::projecting(design.clone(), size, 6);
        for line in super::layout::lines(window.harness.output(), "transformation") {
            assert!(!line.trim_start().starts_with('–'), "{size:?}: {line}");
        }
    }
}

#[test]
fn on_one_screen_the_chart_says_how_to_leave() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.choose_in_menu("Animer", "Mire de la salle");
    assert!(window.shows("Revenir (Échap)"));
}

#[test]
fn the_two_labels_under_an_axis_stand_on_one_line() {
    let mut design = full_example();
    design.axes[0].disagreement = Some(Disagreement::default());
    design.labs.clear();
    let mut window = Window::on(design, USUAL, 1.0);
    let axis = Focus::At(Place::Axis(catalogue().axes[0].id.clone()));
    window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    while window.app().view().focus.as_ref() != Some(&axis) {
        window.press(Key::PageDown);
    }
    let all = texts(window.harness.output());
    let top = |words: &str| {
        let found = all.iter().find(|text| text.words == words);
        found.unwrap_or_else(|| panic!("no « {words} »")).rows[0].top()
    };
    assert_eq!(top("Désaccord assumé"), top("Note"));
}

#[test]
fn the_whole_name_of_our_lab_stands_beside_what_it_answers() {
    let mut design = full_example();
    let name = "Laboratoire d’innovation de l’Allier";
    Edit::Write(Target::Name, name.into()).apply(&mut design).unwrap();
    let mut window = Window::on(design.clone(), USUAL, 1.0);
    window.choose_in_menu("Affichage", "Comparer les six labos");
    let whole = |window: &Window| {
        let all = texts(window.harness.output());
        all.iter().any(|text| text.words == name && !text.elided && text.hidden_rows == 0)
    };
    for _ in 0..8 {
        assert!(whole(&window), "{:?}", window.app().view().focus);
        window.press(Key::PageDown);
    }
    let window = Window::leading(design, vec2(1024.0, 768.0), 6, &Desk::two());
    assert!(whole(&window), "over the leader's screen");
}

#[test]
fn the_date_of_a_workshop_stands_no_farther_from_the_place_than_the_place_from_the_rest() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.choose_in_menu("Édition", "L’atelier…");
    let [date, place, led] = ["date", "lieu", "animation"]
        .map(|part| window.rect(&format!("Atelier 2, {part}")).center().y);
    let apart: [f32; 2] = [place - date, led - place];
    assert!((apart[0] - apart[1]).abs() <= 4.0, "{apart:?}");
}
