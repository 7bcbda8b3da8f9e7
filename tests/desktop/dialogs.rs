//! The system's dialogs, the real ones: where they open, what is done of a late answer, and what comes when they fail.

use crate::canvas::{BUTTON, ENTRY, EXAMPLE, MODIFIED};
use crate::desk::Desk;

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_dialog_has_our_title_opens_beside_the_lab_and_is_heard_after_it_was_left() {
    let mut desk = Desk::new();
    let copied = desk.copy_of(EXAMPLE);
    let folder = desk.folder().join("ailleurs");
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("labo.ron");
    std::fs::rename(copied, &file).unwrap();
    desk.open(&[&file]);
    desk.key("ctrl+shift+s");
    let dialog = desk.wait_for_dialog();
    assert_eq!(dialog.title, "Enregistrer le labo");
    desk.press("Ne plus attendre", BUTTON);
    desk.wait_until_gone("Ne plus attendre", BUTTON);
    desk.bring_forward(&dialog);
    desk.key("ctrl+a");
    desk.type_text("copie.ron");
    desk.key("Return");
    desk.wait_until_closed(&dialog);
    desk.wait_for_file(&folder.join("copie.ron"));
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_dialog_program_that_fails_gives_way_to_a_path() {
    let mut desk = Desk::new();
    let fails = "#!/bin/sh\necho 'This option is not available.' >&2\nexit 255\n";
    desk.replace_program("zenity", fails);
    desk.open::<&str>(&[]);
    desk.type_text("Le mien");
    desk.wait_for_title(|title| title.contains("Le mien") && title.contains(MODIFIED));
    desk.key("ctrl+s");
    desk.find("Chemin du fichier", ENTRY);
    desk.wait_for_focus("Chemin du fichier");
    desk.key("ctrl+a");
    desk.type_text("~/Documents/le-mien.ron");
    desk.key("Return");
    desk.wait_for_file(&desk.folder().join("le-mien.ron"));
    desk.wait_for_title(|title| !title.contains(MODIFIED));
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn the_portal_of_the_desktop_is_asked_first_and_zenity_where_it_fails() {
    let mut desk = Desk::new();
    let file = desk.copy_of(EXAMPLE);
    desk.start_portal();
    desk.open(&[&file]);
    let asked = |desk: &Desk| desk.portal_heard().matches("SaveFile").count();
    let save_as = |desk: &Desk, count: usize| {
        desk.key("ctrl+shift+s");
        desk.wait_until("the portal is asked", || asked(desk) == count);
    };
    // Closed: nothing comes in its place.
    save_as(&desk, 1);
    let folder = desk.folder();
    let question = format!("SaveFile\tEnregistrer le labo\t{}\t", folder.display());
    assert!(desk.portal_heard().contains(&question), "{}", desk.portal_heard());
    desk.wait_until_drawn();
    assert_eq!(desk.windows().len(), 1);
    // Answered: the file is the one that was named, spaces and all.
    desk.portal_will(&format!(
        "answer file://{}/d%C3%A9j%C3%A0%20l%C3%A0%20.ron",
        folder.display()
    ));
    save_as(&desk, 2);
    desk.wait_for_file(&folder.join("déjà là .ron"));
    // It shows nothing: the next one does.
    desk.portal_will("fail");
    save_as(&desk, 3);
    let dialog = desk.wait_for_dialog();
    assert_eq!(dialog.title, "Enregistrer le labo");
    desk.key("Escape");
    desk.wait_until_closed(&dialog);
    assert!(desk.is_open());
}
