//! What the tests of the canvas call its parts, in one place: as a screen reader says them.

use std::path::PathBuf;

use crate::desk::Desk;
use crate::desk::tree::{Node, Rect};

/// The example that the tests work on, and where it stands in the repository.
pub const EXAMPLE: &str = "examples/labs/2026-11-24_le-labo-des-possibles.ron";

pub const RAIL: &str = "Pilote / Support";
pub const CARD: &str = "Prospectif, le futur à 10, 20, 50 ans";
/// On the open card: leads back.
pub const BACK: &str = "Revenir au canevas";
/// A cell of the design, and a vigilance point that the example leaves to discuss.
pub const CELL: &str = "Équipe et compétences, texte";
pub const POINT: &str = "Sortir du petit cercle d’initiés";

pub const SLIDER: &str = "slider";
pub const BUTTON: &str = "push button";
pub const STATUS: &str = "status bar";
/// The roles of a text, of one line or of several.
pub const ENTRY: &str = "entry";

/// The mark of unsaved work in the window's title.
pub const MODIFIED: &str = "(modifié)";
pub const ASKS_TO_SAVE: &str = "Enregistrer avant de fermer ?";
pub const CANCEL: &str = "Annuler";
pub const DONT_SAVE: &str = "Ne pas enregistrer";

/// A desk with the program open on a copy of the example.
pub fn open_example() -> (Desk, PathBuf) {
    let mut desk = Desk::new();
    let file = desk.copy_of(EXAMPLE);
    desk.open(&[&file]);
    (desk, file)
}

/// A point nearer to this notch than to any other: −3 is the left pole, +3 the right one.
pub fn notch(rail: Rect, step: i32) -> (i32, i32) {
    rail.at((f64::from(step) + 3.5) / 7.0, 0.5)
}

/// What one moment of the canvas says and the other does not: roles, names and texts, not places nor focus.
pub fn differences(before: &[Node], after: &[Node]) -> Vec<String> {
    let words = |tree: &[Node]| -> Vec<String> {
        tree.iter()
            // It says when the file was saved, which is of the moment and not of the design.
            .filter(|node| node.role != STATUS)
            .map(|node| format!("{} « {} » holds « {} »", node.role, node.name, node.text))
            .collect()
    };
    let (before, after) = (words(before), words(after));
    if before == after {
        return Vec::new();
    }
    let gone =
        before.iter().filter(|line| !after.contains(line)).map(|line| format!("gone: {line}"));
    let come =
        after.iter().filter(|line| !before.contains(line)).map(|line| format!("come: {line}"));
    let lines: Vec<_> = gone.chain(come).collect();
    if lines.is_empty() { vec!["the same words, in another order".into()] } else { lines }
}

/// Saves under this name of the desk's folder, through the system's dialog.
pub fn save_as(desk: &Desk, name: &str) -> PathBuf {
    let file = desk.folder().join(name);
    desk.key("ctrl+shift+s");
    let dialog = desk.wait_for_dialog();
    desk.key("ctrl+a");
    desk.type_text(file.to_str().unwrap());
    desk.key("Return");
    desk.wait_until_closed(&dialog);
    // Written beside and renamed: once it is there, it is whole.
    desk.wait_for_file(&file);
    desk.wait_for_title(|title| !title.contains(MODIFIED));
    file
}
