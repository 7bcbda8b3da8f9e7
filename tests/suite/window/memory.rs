//! What this computer remembers: never written over unread, never said to be kept when it is not.

use std::fs;
use std::path::PathBuf;

use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::storage::{plays, settings};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::leader::{Desk, go_to, leading};
use super::{USUAL, Window, full_example};

/// The text of the step of the first free field, and its place.
fn noted(window: &Window) -> Option<(usize, String)> {
    let play = &leading(window).play;
    let beats = play.beats.iter().enumerate();
    let mut noted = beats.filter(|(_, beat)| !beat.note.is_empty());
    noted.next().map(|(at, beat)| (at, beat.note.to_string()))
}

fn order_of(desk: &Desk, window: &Window) -> PathBuf {
    plays::path(&desk.folder.path().join("deroules"), window.design().id)
}

#[test]
fn a_field_removed_outside_projection_and_brought_back_has_its_step_and_its_note() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Field(FieldKey::Free(_)))));
    window.focus("Mes notes pour cette étape");
    window.type_text("Demander à Inès");
    window.press(Key::Escape);
    let before = noted(&window);
    assert!(before.is_some());
    // Back at the desk, on the field.
    window.press(Key::Escape);
    window.activate("Retirer la rubrique");
    assert!(window.design().free_fields.len() < full_example().free_fields.len());
    window.choose_in_menu("Animer", "Déroulé…");
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    window.press(Key::F5);
    assert_eq!(noted(&window), before);
    // What is kept of it from then on has it too.
    window.choose_in_menu("Animer", "Déroulé…");
    window.activate("Critère 1\u{a0}: une minute de plus");
    let id = window.design().id;
    let design = window.design().clone();
    drop(window);
    let kept = plays::read(&plays::path(&desk.folder.path().join("deroules"), id)).unwrap();
    assert!(kept.unwrap().beats.iter().any(|beat| &*beat.note == "Demander à Inès"));
    let again = Window::leading(design, USUAL, 6, &desk);
    assert_eq!(noted(&again), before);
}

/// A file that cannot be had, for now: a link that leads to itself. Gives where what it held is.
fn absent(path: &std::path::Path) -> PathBuf {
    let away = path.with_extension("ailleurs");
    fs::rename(path, &away).unwrap();
    std::os::unix::fs::symlink(path, path).unwrap();
    away
}

/// It can be had again.
fn back(path: &std::path::Path, away: &std::path::Path) {
    fs::remove_file(path).unwrap();
    fs::rename(away, path).unwrap();
}

/// A window on a lab whose order of play, with a note and a step of one's own, cannot be had now.
fn without_its_order(desk: &Desk) -> (Window, PathBuf, PathBuf) {
    let mut window = Window::leading(full_example(), USUAL, 6, desk);
    let path = order_of(desk, &window);
    window.focus("Mes notes pour cette étape");
    window.type_text("Demander à Inès");
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Déroulé…");
    window.activate_button("Ajouter une étape");
    window.type_text("Accueil");
    drop(window);
    let away = absent(&path);
    let window = Window::leading(full_example(), USUAL, 6, desk);
    assert!(window.shows_some("n’ont pas pu être lus cette fois"));
    (window, path, away)
}

#[test]
fn notes_that_cannot_be_had_this_time_are_said_never_written_over_and_read_again_at_each_need() {
    let desk = Desk::two();
    let (mut window, path, away) = without_its_order(&desk);
    window.activate("Compris");
    window.focus("Mes notes pour cette étape");
    window.type_text("Autre chose");
    window.press(Key::Escape);
    window.wait_until("the end of the pause", |window| {
        window.shows_some("n’ont pas pu être gardés sur ce poste")
    });
    assert!(path.is_symlink(), "nothing was written there");
    // Told once: who types is not stopped at each pause.
    window.activate("Compris");
    window.focus("Mes notes pour cette étape");
    window.type_text(" encore");
    window.press(Key::Escape);
    std::thread::sleep(std::time::Duration::from_millis(900));
    window.settle();
    assert!(!window.shows_some("n’ont pas pu être gardés sur ce poste"));
    back(&path, &away);
    window.choose_in_menu("Animer", "Déroulé…");
    window.settle();
    assert!(window.shows_some("ont pu être lus"));
    let play = leading(&window).play.clone();
    assert_eq!(&*play.beats[0].title, "Accueil");
    let note = |at: usize| play.beats[at].note.to_string();
    assert_eq!(note(1), "Demander à Inès\nAutre chose encore");
    drop(window);
    assert_eq!(plays::read(&path).unwrap().unwrap().beats, play.beats);
    let beside = fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "nothing is set aside");
}

#[test]
fn notes_written_meanwhile_join_those_that_can_be_had_again_as_the_program_ends() {
    let desk = Desk::two();
    let (mut window, path, away) = without_its_order(&desk);
    window.focus("Mes notes pour cette étape");
    window.type_text("Autre chose");
    window.press(Key::Escape);
    back(&path, &away);
    drop(window);
    let kept = plays::read(&path).unwrap().unwrap();
    assert_eq!(&*kept.beats[0].title, "Accueil");
    assert_eq!(&*kept.beats[1].note, "Demander à Inès\nAutre chose");
}

#[test]
fn rooms_that_cannot_be_had_this_time_are_never_set_aside_and_come_back() {
    let desk = Desk::one();
    let path = desk.folder.path().join("reglages.ron");
    fs::write(&path, "(salles:[(nom:\"Amphi\",image:300,distance:1500)])").unwrap();
    let away = absent(&path);
    let mut window = measuring(&desk);
    assert!(window.shows_some("n’ont pas pu être lus") && !window.shows_some("abîmé"));
    window.activate_button("Garder");
    window.settle();
    assert!(path.is_symlink());
    assert!(window.shows_some("n’a pas pu être gardée sur ce poste"));
    back(&path, &away);
    window.activate("Compris");
    window.choose_in_menu("Animer", "Salle…");
    window.settle();
    drop(window);
    let names: Vec<_> = settings::read(&path).rooms.into_iter().map(|room| room.name).collect();
    assert_eq!(names, ["Salle B.", "Amphi"]);
    assert!(!desk.folder.path().join("reglages.abime").exists());
}

#[test]
fn a_damaged_order_is_set_aside_under_a_name_of_its_own_and_said() {
    let desk = Desk::two();
    let window = Window::leading(full_example(), USUAL, 6, &desk);
    let path = order_of(&desk, &window);
    drop(window);
    for (count, name) in ["", "_2"].into_iter().enumerate() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("abîmé {count}")).unwrap();
        let window = Window::leading(full_example(), USUAL, 6, &desk);
        assert!(window.shows_some("n’ont pas pu être lus"));
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let aside = path.with_file_name(format!("{stem}{name}.abime"));
        assert_eq!(fs::read_to_string(aside).unwrap(), format!("abîmé {count}"));
        assert!(!path.exists());
    }
}

#[test]
fn the_order_of_a_lab_given_up_before_it_was_in_a_file_goes_with_it() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let path = order_of(&desk, &window);
    window.choose_in_menu("Animer", "Déroulé…");
    window.activate("Critère 1\u{a0}: une minute de plus");
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.ctrl(Key::N);
    window.activate("Ne pas enregistrer");
    drop(window);
    assert!(!path.exists());
}

#[test]
fn what_was_prepared_for_a_lab_without_a_file_does_not_go_without_a_question() {
    type Act = fn(&mut Window);
    let note: Act = |window| {
        window.focus("Mes notes pour cette étape");
        window.type_text("Demander à Inès");
        window.press(Key::Escape);
    };
    let step: Act = |window| {
        window.choose_in_menu("Animer", "Déroulé…");
        window.activate_button("Ajouter une étape");
        window.type_text("Accueil");
        window.press(Key::Escape);
        window.press(Key::Escape);
    };
    let minutes: Act = |window| {
        window.choose_in_menu("Animer", "Déroulé…");
        window.activate("Critère 1\u{a0}: une minute de plus");
        window.press(Key::Escape);
    };
    let nothing: Act = |window| {
        window.choose_in_menu("Animer", "Déroulé…");
        window.press(Key::Escape);
    };
    for (act, asks) in [(note, true), (step, true), (minutes, true), (nothing, false)] {
        for (key, question) in [(Key::N, super::ASK_REPLACE), (Key::Q, super::ASK_CLOSE)] {
            let desk = Desk::two();
            let mut window = Window::leading(full_example(), USUAL, 6, &desk);
            let path = order_of(&desk, &window);
            act(&mut window);
            assert!(!window.modified(), "the lab itself is as it was");
            window.ctrl(key);
            assert_eq!(window.shows(question), asks);
            if !asks {
                continue;
            }
            assert!(
                window
                    .shows("Sans fichier, son déroulé et vos notes privées partiraient avec lui.")
            );
            // Saved, it keeps them.
            let file = desk.folder.path().join("labo.ron");
            window.will_choose(Some(&file));
            window.activate_button("Enregistrer");
            window.settle();
            drop(window);
            assert!(file.exists());
            assert!(plays::read(&path).unwrap().is_some());
        }
    }
}

#[test]
fn what_is_undone_in_a_note_is_of_that_step_of_that_lab() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let folder = tempfile::tempdir().unwrap();
    let other = super::file_in(&folder, "autre.ron");
    let with_id = std::fs::read_to_string(&other).unwrap();
    let id = window.design().id.to_string();
    assert!(with_id.contains(&id));
    let own = "11111111-2222-4333-8444-555555555555";
    std::fs::write(&other, with_id.replace(&id, own)).unwrap();
    window.focus("Mes notes pour cette étape");
    window.type_text("budget secret");
    window.ctrl(Key::A);
    window.press(Key::Backspace);
    window.press(Key::Escape);
    // The next step has its own.
    window.press(Key::PageDown);
    window.focus("Mes notes pour cette étape");
    window.ctrl(Key::Z);
    assert!(window.shows("Rien à annuler"));
    assert_eq!(noted(&window), None);
    window.press(Key::Escape);
    window.press(Key::Escape);
    super::drop_file(&mut window, &other);
    assert_eq!(window.design().id.to_string(), own);
    window.press(Key::F5);
    window.settle();
    window.focus("Mes notes pour cette étape");
    window.ctrl(Key::Z);
    assert_eq!(noted(&window), None);
}

/// In the page where a room is measured, named.
fn measuring(desk: &Desk) -> Window {
    let mut window = Window::leading(full_example(), USUAL, 6, desk);
    window.press(Key::Escape);
    window.choose_in_menu("Animer", "Salle…");
    window.harness.get_by_label("Nom de la salle").focus();
    window.run();
    window.type_text("Salle B.");
    window
}

#[test]
fn damaged_settings_are_set_aside_and_said_before_a_room_takes_their_place() {
    let desk = Desk::one();
    let path = desk.folder.path().join("reglages.ron");
    let cut = "(papier:\"A4\",salles:[(nom:\"Salle du con";
    fs::write(&path, cut).unwrap();
    let mut window = measuring(&desk);
    assert!(window.shows_some("le fichier est abîmé"));
    window.activate_button("Garder");
    window.settle();
    assert_eq!(fs::read_to_string(desk.folder.path().join("reglages.abime")).unwrap(), cut);
    assert_eq!(settings::read(&path).rooms[0].name, "Salle B.");
}

#[test]
fn settings_of_a_later_program_are_set_aside_and_said_to_be_so_not_damaged() {
    let desk = Desk::one();
    let path = desk.folder.path().join("reglages.ron");
    let later = "(version:2,salles:{\"Amphi\":(3,15)})";
    fs::write(&path, later).unwrap();
    let mut window = measuring(&desk);
    assert!(window.shows_some("viennent d’une version plus récente du programme"));
    assert!(!window.shows_some("abîmé"));
    window.activate_button("Garder");
    window.settle();
    let aside = desk.folder.path().join("reglages.plus-recent");
    assert_eq!(fs::read_to_string(aside).unwrap(), later);
    assert_eq!(settings::read(&path).rooms[0].name, "Salle B.");
}

#[test]
fn an_order_of_a_later_program_is_set_aside_and_said_to_be_so_not_damaged() {
    let desk = Desk::two();
    let window = Window::leading(full_example(), USUAL, 6, &desk);
    let path = order_of(&desk, &window);
    drop(window);
    let later = "Deroule(version:2,temps:{\"axes\":3})";
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, later).unwrap();
    let window = Window::leading(full_example(), USUAL, 6, &desk);
    assert!(window.shows_some("le fichier vient d’une version plus récente du programme"));
    assert_eq!(fs::read_to_string(path.with_extension("plus-recent")).unwrap(), later);
    assert!(!path.exists());
}

#[test]
fn a_room_is_said_to_be_kept_only_when_it_is() {
    let kept = "La salle «\u{a0}Salle B.\u{a0}» est gardée";
    let desk = Desk::one();
    let mut window = measuring(&desk);
    window.activate_button("Garder");
    window.settle();
    assert!(window.shows(kept));

    let desk = Desk::one();
    let mut window = measuring(&desk);
    // The folder has gone, and cannot be made again.
    fs::remove_dir_all(desk.folder.path()).unwrap();
    fs::write(desk.folder.path(), "").unwrap();
    window.activate_button("Garder");
    window.settle();
    assert!(!window.shows(kept));
    assert!(window.shows_some("n’a pas pu être gardée sur ce poste"));
    fs::remove_file(desk.folder.path()).unwrap();
}

#[test]
fn the_time_of_a_step_goes_on_while_the_computer_sleeps() {
    use std::sync::atomic::{AtomicU32, Ordering};
    static SLEPT: AtomicU32 = AtomicU32::new(5);
    let desk = Desk::two();
    let slept = || f64::from(SLEPT.load(Ordering::Relaxed));
    let mut window = Window::leading_asleep(full_example(), USUAL, 6, &desk, slept);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    assert!(window.shows("6\u{a0}min restent sur 6"), "what it slept before counts for nothing");
    window.harness.get_by_label("Démarrer").click_accesskit();
    (0..3).for_each(|_| window.step());
    assert!(window.shows("6\u{a0}min restent sur 6"));
    SLEPT.fetch_add(121, Ordering::Relaxed);
    (0..3).for_each(|_| window.step());
    assert!(window.shows("4\u{a0}min restent sur 6") || window.shows("3\u{a0}min restent sur 6"));
}
