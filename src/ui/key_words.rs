//! Keys are put into words as French keyboards print them: « Ctrl+Maj+S ».

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
    match shortcut.logical_key {
        // « Ctrl++ » would not be read.
        Key::Plus => return [&parts.join("+"), words::AND, words::PLUS].concat(),
        Key::Minus => return [&parts.join("+"), words::AND, words::MINUS].concat(),
        Key::PageDown => parts.push(words::PAGE_DOWN),
        Key::PageUp => parts.push(words::PAGE_UP),
        key => parts.push(key.name()),
    }
    parts.join("+")
}
