//! The keyboard's targets of the page that prints.

use egui::Id;

/// The keyboard's target on what prints: Ctrl+P, then Entrée.
pub fn print_id() -> Id {
    Id::unique("print")
}
