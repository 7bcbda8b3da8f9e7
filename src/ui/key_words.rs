//! Keys in words: « Ctrl+Maj+S », as French keyboards print them.

use egui::{Key, KeyboardShortcut};

use crate::text::commands as words;

/// The first of a command's keys, in words; empty when it has none.
pub fn of(keys: &[KeyboardShortcut]) -> String {
    keys.first().map(one).unwrap_or_default()
}

fn one(shortcut: &KeyboardShortcut) -> String {
    let modifiers = shortcut.modifiers;
    let control = if cfg!(target_os = "macos") { words::COMMAND } else { words::CTRL };
    let mut parts = Vec::new();
    if modifiers.command || modifiers.ctrl {
        parts.push(control);
    }
    if modifiers.shift {
        parts.push(words::SHIFT);
    }
    if modifiers.alt {
        parts.push(words::ALT);
    }
    parts.push(match shortcut.logical_key {
        Key::PageDown => words::PAGE_DOWN,
        Key::PageUp => words::PAGE_UP,
        Key::Plus => words::PLUS,
        Key::Minus => words::MINUS,
        key => key.name(),
    });
    parts.join("+")
}
