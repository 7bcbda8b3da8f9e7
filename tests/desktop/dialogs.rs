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
