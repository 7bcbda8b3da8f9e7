//! The order of play, changed by the person who leads.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::play::{Length, Play, Scene};
use dessiner_un_labo::storage::plays;
use egui::Key;
use egui_kittest::kittest::NodeT as _;

use super::layout::check_focus;
use super::leader::{Desk, leading};
use super::{USUAL, Window, catalogue, full_example};

fn window(desk: &Desk) -> Window {
    let mut window = Window::leading(full_example(), USUAL, 6, desk);
    window.choose_in_menu("Animer", "Déroulé…");
    window
}

#[test]
fn steps_last_longer_are_skipped_and_change_places() {
    let desk = Desk::two();
    let mut window = window(&desk);
    assert!(window.shows_some("En tout\u{a0}: 2\u{a0}h"));
    window.activate("Critère 1\u{a0}: une minute de plus");
    assert_eq!(leading(&window).play.beats[1].minutes, 4);
    window.activate("Critère 2\u{a0}: une minute de moins");
    window.activate("Critère 3\u{a0}: jouer");
    assert!(leading(&window).play.beats[3].skipped);
    assert!(window.shows_some("En tout\u{a0}: 1\u{a0}h\u{a0}57"));
    window.activate("Critère 2\u{a0}: plus tôt");
    assert!(
        matches!(&leading(&window).play.beats[1].scene, Scene::At(Place::Criterion(id)) if &**id == "moyens")
    );
    assert_eq!(leading(&window).play.beats[1].minutes, 2);
    // What is skipped is not gone through.
    window.press(Key::Escape);
    for _ in 0..3 {
        window.press(Key::PageDown);
    }
    assert!(matches!(leading(&window).scene(), Scene::At(Place::Axis(_))));
    // It is there the next day, and not in the design.
    assert!(!window.modified());
    let play = leading(&window).play.clone();
    drop(window);
    let window = Window::leading(full_example(), USUAL, 6, &desk);
    assert_eq!(leading(&window).play, play);
}

#[test]
fn another_order_keeps_my_notes_and_the_one_before_can_come_back() {
    let desk = Desk::two();
    let mut window = window(&desk);
    window.activate("Critère 1\u{a0}: une minute de plus");
    let mine = leading(&window).play.clone();
    window.activate_button("Quarante minutes");
    assert_eq!(leading(&window).play.minutes(), 40 + extra());
    window.activate("Remettre celui d’avant");
    assert_eq!(leading(&window).play, mine);
}

/// The full example has free fields: a minute each is shared out of the same fourteen.
fn extra() -> u32 {
    let design = full_example();
    Play::of(Length::FortyMinutes, &catalogue(), &design).minutes() - 40
}

#[test]
fn an_order_is_given_without_notes_and_taken_by_a_colleague() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.focus("Mes notes pour cette étape");
    window.type_text("Secret");
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Déroulé…");
    window.activate("Critère 1\u{a0}: une minute de plus");
    let path = desk.folder.path().join("donne.ron");
    window.will_choose(Some(&path));
    window.activate_button("Donner le déroulé…");
    window.settle();
    assert!(window.shows_some("Le déroulé est écrit, sans vos notes."));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(!text.contains("Secret"));

    let theirs = Desk::two();
    let mut window = Window::leading(Design::empty(&catalogue()), USUAL, 6, &theirs);
    window.choose_in_menu("Animer", "Déroulé…");
    window.will_choose(Some(&path));
    window.activate_button("Reprendre un déroulé…");
    window.settle();
    assert_eq!(leading(&window).play.beats[1].minutes, 4);
    // The free fields of another lab are not there.
    let own: Vec<_> = window
        .design()
        .free_fields
        .iter()
        .map(|field| Scene::At(Place::Field(FieldKey::Free(field.id))))
        .collect();
    let free = |scene: &Scene| matches!(scene, Scene::At(Place::Field(FieldKey::Free(_))));
    let beats = &leading(&window).play.beats;
    assert!(beats.iter().filter(|beat| free(&beat.scene)).all(|beat| own.contains(&beat.scene)));
    // A file of something else changes nothing.
    let before = leading(&window).play.clone();
    let other = theirs.folder.path().join("labo.ron");
    std::fs::write(&other, "(version: (1, 0))").unwrap();
    window.will_choose(Some(&other));
    window.activate_button("Reprendre un déroulé…");
    window.settle();
    assert!(window.shows_some("n’est pas un déroulé"));
    assert_eq!(leading(&window).play, before);
}

#[test]
fn an_order_given_beside_a_lab_with_a_long_name_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = super::file_in(&folder, &format!("{}.ron", "é".repeat(120)));
    let mut window = Window::opening(&path);
    window.choose_in_menu("Animer", "Déroulé…");
    window.will_fail();
    window.activate_button("Donner le déroulé…");
    window.settle();
    assert!(window.shows_some("Le déroulé est écrit, sans vos notes."));
    let found = crate::samples::names(folder.path());
    assert!(found.iter().any(|name| name.ends_with("é_deroule.ron")), "{found:?}");
}

#[test]
fn a_damaged_order_is_as_if_there_were_none_and_is_set_aside() {
    let desk = Desk::two();
    let design = full_example();
    let path = plays::path(&desk.folder.path().join("deroules"), design.id);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "Deroule(version:1,temps:[").unwrap();
    let window = Window::leading(design, USUAL, 6, &desk);
    assert_eq!(leading(&window).play.minutes(), 120 + two_hours_extra());
    drop(window);
    let aside = path.with_extension("abime");
    assert!(std::fs::read_to_string(aside).unwrap().ends_with("temps:["));
}

fn two_hours_extra() -> u32 {
    Play::of(Length::TwoHours, &catalogue(), &full_example()).minutes() - 120
}

#[test]
fn a_free_field_added_while_projecting_is_played() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let before = leading(&window).play.beats.len();
    window.choose_in_menu("Édition", "Ajouter une rubrique");
    assert_eq!(leading(&window).play.beats.len(), before + 1);
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    assert_eq!(leading(&window).play.beats.len(), before);
}

#[test]
fn the_page_holds_at_every_size() {
    for size in super::layout::SIZES {
        for zoom in [1.0, 2.0] {
            let desk = Desk::two();
            let mut window = Window::leading(full_example(), size / zoom, 6, &desk);
            window.choose_in_menu("Animer", "Déroulé…");
            check_focus(&window, size / zoom, 15.0, &format!("{size:?} × {zoom}"));
        }
    }
}

#[test]
fn a_visitor_changes_no_note_and_a_field_that_comes_back_has_its_own() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.focus("Mes notes pour cette étape");
    window.type_text("Secret");
    window.press(Key::Escape);
    let before = leading(&window).play.clone();
    window.choose_in_menu("Animer", "Cinq minutes, pour un visiteur");
    assert!(!window.shows_some("Mes notes"));
    window.activate_button("Revenir à l’atelier");
    assert_eq!(leading(&window).play, before);
    // A free field that comes has its step, which is noted; it is taken back, and comes again.
    window.choose_in_menu("Édition", "Ajouter une rubrique");
    window.press(Key::Escape);
    window.focus("Mes notes pour cette étape");
    window.type_text("Sur le lieu");
    window.press(Key::Escape);
    let before = leading(&window).play.clone();
    window.ctrl(Key::Z);
    assert_ne!(leading(&window).play, before);
    window.ctrl(Key::Y);
    assert_eq!(leading(&window).play, before);
}

/// The order as the page shows it: the hour and the name of each step.
fn hours(window: &Window) -> Vec<Option<String>> {
    let beats = &leading(window).play.beats;
    let rows = (0..beats.len()).map(|at| {
        let words =
            dessiner_un_labo::text::leader::beat_in_full(&beats[at], &catalogue(), window.design());
        let all = window.harness.root().children_recursive();
        let said = all.filter_map(|node| node.accesskit_node().value());
        let said = said.into_iter().find(|said| said.starts_with(&format!("{words}, ")))?;
        said.split(", ").find(|part| part.contains("\u{a0}h\u{a0}")).map(str::to_owned)
    });
    rows.collect()
}

#[test]
fn steps_of_ones_own_are_added_named_moved_removed_and_found_again() {
    let desk = Desk::two();
    let mut window = window(&desk);
    let count = leading(&window).play.beats.len();
    window.activate_button("Ajouter une étape");
    assert_eq!(leading(&window).play.beats.len(), count + 1);
    // The keyboard is in its name.
    window.type_text("Accueil b.");
    assert_eq!(&*leading(&window).play.beats[0].title, "Accueil b.");
    window.activate("Accueil b.\u{a0}: plus tard");
    assert_eq!(&*leading(&window).play.beats[1].title, "Accueil b.");
    window.focus("Accueil b.\u{a0}: plus tard");
    window.press(Key::Space);
    window.press(Key::Space);
    assert_eq!(&*leading(&window).play.beats[3].title, "Accueil b.", "the keyboard goes with it");
    window.focus("Accueil b.\u{a0}: plus tôt");
    for _ in 0..3 {
        window.press(Key::Space);
    }
    assert_eq!(&*leading(&window).play.beats[0].title, "Accueil b.");
    window.activate("Accueil b.\u{a0}: une minute de plus");
    assert_eq!(leading(&window).play.beats[0].minutes, 6);
    // The room sees its words alone, and the leader's list has it.
    window.press(Key::F5);
    window.press(Key::PageUp);
    let wall = super::leader::Wall::of(super::leader::ROOM);
    assert_eq!(wall.words(&mut window), ["Accueil b."]);
    window.focus("Mes notes pour cette étape");
    window.type_text("Café");
    window.press(Key::Escape);
    assert!(!window.modified(), "it is not a part of the design");
    drop(window);
    let mut window = self::window(&desk);
    assert_eq!(&*leading(&window).play.beats[0].title, "Accueil b.");
    assert_eq!(&*leading(&window).play.beats[0].note, "Café");
    // Another order keeps it; removed, it can come back with its note.
    window.activate_button("Quarante minutes");
    assert_eq!(&*leading(&window).play.beats[0].title, "Accueil b.");
    window.activate("Compris");
    let before = leading(&window).play.clone();
    window.activate("Accueil b.\u{a0}: retirer");
    assert!(leading(&window).play.beats.iter().all(|beat| !beat.is_own()));
    window.activate("Remettre celui d’avant");
    assert_eq!(leading(&window).play, before);
}

#[test]
fn a_title_too_long_for_one_page_goes_on_to_others() {
    let desk = Desk::two();
    for title in ["Tour de table", &"Un tour de table où chacun dit ce qu’il attend. ".repeat(10)]
    {
        let mut window = window(&desk);
        window.activate_button("Ajouter une étape");
        window.type_text(title);
        window.press(Key::F5);
        while leading(&window).at > 0 {
            window.press(Key::PageUp);
        }
        for size in [egui::vec2(1024.0, 768.0), super::leader::ROOM] {
            let wall = super::leader::Wall::of(size);
            let output = wall.pass(&mut window, Vec::new());
            let texts = super::layout::texts(&output);
            assert!(texts.iter().any(|text| title.trim().starts_with(text.words.trim())));
            assert!(texts.iter().all(|text| text.cut_rows + text.hidden_rows == 0), "{size:?}");
        }
        window.choose_in_menu("Animer", "Déroulé…");
        let name = leading(&window).play.beats[0].title.clone();
        window.activate(&format!("{}\u{a0}: retirer", name.trim()));
    }
}

#[test]
fn each_step_has_its_hour_from_the_start_that_one_chose_or_from_now() {
    let desk = Desk::two();
    let mut window = window(&desk);
    let minutes = leading(&window).play.beats[0].minutes;
    // From now on.
    assert!(hours(&window)[0].is_some());
    for _ in 0..400 {
        if leading(&window).play.start != Some(9 * 60) {
            window.activate("Commence à\u{a0}: moins");
        }
        if leading(&window).play.start == Some(0) {
            for _ in 0..108 {
                window.activate("Commence à\u{a0}: plus");
            }
        }
    }
    assert_eq!(leading(&window).play.start, Some(9 * 60));
    let said = hours(&window);
    assert_eq!(said[0].as_deref(), Some("9\u{a0}h\u{a0}00"));
    assert_eq!(said[1], Some(format!("9\u{a0}h\u{a0}{minutes:02}")));
    assert!(window.shows_some("de 9\u{a0}h\u{a0}00 à "));
    // A step that is skipped has none, and those after it come sooner.
    window.activate("Critère 1\u{a0}: jouer");
    let after = hours(&window);
    assert_eq!((after[1].as_deref(), &after[2]), (None, &said[1]));
    // The leader's list says it too; the next day, it begins when one said.
    window.press(Key::Escape);
    assert!(window.shows_some("9\u{a0}h\u{a0}00, "));
    drop(window);
    let mut window = self::window(&desk);
    assert_eq!(leading(&window).play.start, Some(9 * 60));
    window.activate_button("Commencer maintenant");
    assert_eq!(leading(&window).play.start, None);
    assert!(!window.shows("Commencer maintenant"));
}

#[test]
fn the_tab_key_goes_as_the_eye_does() {
    let desk = Desk::two();
    for size in [USUAL, egui::vec2(640.0, 480.0)] {
        let mut window = Window::leading(full_example(), size, 6, &desk);
        window.choose_in_menu("Animer", "Déroulé…");
        if !leading(&window).play.beats.iter().any(|beat| beat.is_own()) {
            window.activate_button("Ajouter une étape");
            window.type_text("Accueil");
            window.press(Key::Escape);
        }
        window.focus("Deux heures");
        let mut places = Vec::new();
        for _ in 0..30 {
            let root = window.harness.root();
            let node = root.children_recursive().find(|node| node.is_focused()).unwrap();
            places.push((node.rect(), node.accesskit_node().label().unwrap_or_default()));
            window.press(Key::Tab);
        }
        for pair in places.windows(2) {
            let [(before, _), (after, _)] = pair else { panic!() };
            // The page may have scrolled to what comes next: a row that goes up is not read before.
            let same_row = (before.center().y - after.center().y).abs() < 12.0;
            // In a narrow window the page scrolls by the line: what is on a line changes.
            assert!(
                size != USUAL || !same_row || after.left() > before.left(),
                "{size:?}: {pair:#?}"
            );
        }
        let names: Vec<&str> = places.iter().map(|(_, name)| name.as_str()).collect();
        let of =
            |part: &str| names.iter().position(|name| *name == format!("Critère 1\u{a0}: {part}"));
        let order = ["jouer", "une minute de moins", "une minute de plus", "plus tôt", "plus tard"];
        let ranks: Vec<usize> = order.iter().map(|part| of(part).expect(part)).collect();
        assert!(ranks.windows(2).all(|pair| pair[1] == pair[0] + 1), "{size:?}: {names:#?}");
    }
}

#[test]
fn a_visitor_is_not_offered_the_order_of_the_workshop() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    assert!(window.shows("Changer le déroulé…"));
    window.choose_in_menu("Animer", "Cinq minutes, pour un visiteur");
    assert!(!window.shows("Changer le déroulé…"));
    for _ in 0..12 {
        window.press(Key::PageDown);
    }
    assert!(!window.shows("Terminer l’atelier"));
    assert!(window.shows_some("Revenir à l’atelier"));
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Cinq minutes, pour un visiteur");
    for _ in 0..12 {
        window.press(Key::PageDown);
    }
    assert!(!window.shows("Terminer l’atelier"));
    window.activate_button("Revenir au canevas");
    assert!(window.app().view().leading.is_none());
    assert!(window.app().view().focus.is_none());
}

/// A window on the page of the order of play, with a step of one's own that has a note.
fn with_a_step(desk: &Desk, lab: Design) -> Window {
    let mut window = Window::leading(lab, USUAL, 6, desk);
    window.choose_in_menu("Animer", "Déroulé…");
    window.activate_button("Ajouter une étape");
    window.type_text("Accueil");
    window.press(Key::F5);
    window.press(Key::PageUp);
    window.focus("Mes notes pour cette étape");
    window.type_text("Café");
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Déroulé…");
    assert_eq!(&*leading(&window).play.beats[0].note, "Café");
    window
}

#[test]
fn on_its_page_an_undo_is_of_the_order_of_play_and_a_step_removed_is_always_within_reach() {
    let desk = Desk::two();
    let mut window = with_a_step(&desk, full_example());
    let whole = leading(&window).play.clone();
    let lab = window.design().clone();
    window.activate("Accueil\u{a0}: retirer");
    window.activate("Compris");
    window.activate("Critère 1\u{a0}: jouer");
    window.activate("Critère 2\u{a0}: une minute de plus");
    window.ctrl(Key::Z);
    assert!(window.shows("Annulé\u{a0}: la durée d’une étape"));
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert!(window.shows("Annulé\u{a0}: le retrait d’une étape"));
    assert_eq!(leading(&window).play.beats, whole.beats);
    window.ctrl(Key::Y);
    assert!(leading(&window).play.beats.iter().all(|beat| !beat.is_own()));
    window.ctrl(Key::Z);
    window.choose_in_menu("Édition", "Annuler\u{a0}: une note privée");
    assert_eq!(&*leading(&window).play.beats[0].note, "");
    window.ctrl(Key::Y);
    assert_eq!(leading(&window).play.beats, whole.beats);
    assert_eq!(*window.design(), lab, "nothing of the canvas was undone");
    drop(window);
    let kept = plays::read(&plays::path(&desk.folder.path().join("deroules"), lab.id)).unwrap();
    assert_eq!(kept.unwrap().beats, whole.beats);
}

#[test]
fn a_name_being_typed_is_undone_where_it_is() {
    let desk = Desk::two();
    let mut window = window(&desk);
    window.activate_button("Ajouter une étape");
    window.type_text("Accueil");
    window.one_frame([
        Window::key_event(egui::Modifiers::COMMAND, Key::A),
        Window::key_event(egui::Modifiers::NONE, Key::Backspace),
    ]);
    window.run();
    assert_eq!(&*leading(&window).play.beats[0].title, "");
    window.ctrl(Key::Z);
    assert_eq!(&*leading(&window).play.beats[0].title, "Accueil");
    window.ctrl(Key::Z);
    assert_eq!(&*leading(&window).play.beats[0].title, "");
    window.ctrl(Key::Z);
    assert!(leading(&window).play.beats.iter().all(|beat| !beat.is_own()));
}

#[test]
fn an_order_that_is_taken_leaves_ones_own_steps() {
    let desk = Desk::two();
    let mut window = window(&desk);
    let path = desk.folder.path().join("donne.ron");
    window.will_choose(Some(&path));
    window.activate_button("Donner le déroulé…");
    window.settle();
    window.activate("Compris");
    window.activate("Critère 1\u{a0}: une minute de plus");
    window.activate_button("Ajouter une étape");
    window.type_text("Tour de table");
    let mine = leading(&window).play.clone();
    window.will_choose(Some(&path));
    window.activate_button("Reprendre un déroulé…");
    window.settle();
    assert_eq!(&*leading(&window).play.beats[0].title, "Tour de table");
    assert_eq!(leading(&window).play.beats[2].minutes, 3);
    // Read or not, what is said of it is not the only way back.
    window.activate("Compris");
    window.ctrl(Key::Z);
    assert_eq!(leading(&window).play, mine);
}

#[test]
fn an_order_that_is_given_takes_the_place_of_no_lab_whatever_name_leads_to_it() {
    let desk = Desk::two();
    let lab = super::file_in(&desk.folder, "labo.ron");
    let before = std::fs::read(&lab).unwrap();
    let link = desk.folder.path().join("lien.ron");
    std::os::unix::fs::symlink(&lab, &link).unwrap();
    let mut window = window(&desk);
    let spelled = desk.folder.path().join("..").join(desk.folder.path().file_name().unwrap());
    // The last one is the lab's own name, without its end.
    let names = [lab.clone(), link, spelled.join("labo.ron"), desk.folder.path().join("labo")];
    for name in &names {
        window.will_choose(Some(name));
        window.activate_button("Donner le déroulé…");
        window.settle();
        assert!(window.shows_some("Le déroulé est écrit, sans vos notes."), "{name:?}");
        window.activate("Compris");
        assert_eq!(std::fs::read(&lab).unwrap(), before, "{name:?}");
    }
    // Another order of play is what the dialog asked about.
    let given = desk.folder.path().join("donne.ron");
    for _ in 0..2 {
        window.will_choose(Some(&given));
        window.activate_button("Donner le déroulé…");
        window.settle();
    }
    assert!(plays::read(&given).unwrap().is_some());
    assert!(!desk.folder.path().join("donne_2.ron").exists());
}
