//! These keys act in a text: those of the list of shortcuts, and those of every text of the system.
//!
//! The toolkit hears more of them: Ctrl+U, Ctrl+K, Ctrl+W and Ctrl+H delete, and nobody announced it. What is not named
//! here goes past a text.

use egui::os::OperatingSystem;
use egui::{Event, InputState, Key, Modifiers, Ui, ViewportCommand};

use crate::model::strokes::Manner;

/// Whether a text hears this key.
fn acts(os: OperatingSystem, key: Key, modifiers: Modifiers) -> bool {
    let Modifiers { alt, ctrl, mac_cmd, command, .. } = modifiers;
    if !(alt || ctrl || mac_cmd || command) {
        return true;
    }
    let moves = matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::Home | Key::End);
    let deletes = matches!(key, Key::Backspace | Key::Delete);
    let asks = matches!(key, Key::A | Key::Z | Key::Y);
    if os == OperatingSystem::Mac {
        // There, Ctrl with some letters moves in every text of the system, and Alt goes word by word.
        let system = [Key::A, Key::E, Key::P, Key::N, Key::B, Key::F, Key::H, Key::K];
        let up_or_down = matches!(key, Key::ArrowUp | Key::ArrowDown);
        return match (mac_cmd || command, alt, ctrl) {
            (true, false, false) => moves || deletes || asks || up_or_down,
            (false, true, false) => moves || deletes,
            (false, false, true) => system.contains(&key),
            _ => false,
        };
    }
    !alt && (moves || deletes || asks)
}

/// What a text hears of `event`: it, another one that the system's texts would understand, or nothing.
fn heard(ui: &Ui, os: OperatingSystem, event: &Event) -> Option<Event> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else {
        return Some(event.clone());
    };
    let Modifiers { shift, ctrl, alt, .. } = *modifiers;
    // The keys of the clipboard that are older than Ctrl+X, Ctrl+C and Ctrl+V.
    match (key, shift, ctrl, alt) {
        (Key::Delete, true, false, false) => return Some(Event::Cut),
        (Key::Insert, false, true, false) => return Some(Event::Copy),
        (Key::Insert, true, false, false) => {
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            return None;
        }
        _ => {}
    }
    acts(os, *key, *modifiers).then(|| event.clone())
}

/// Takes the undos (`true`) and the redos out of what was pressed.
pub fn take_undos(input: &mut InputState) -> Vec<bool> {
    let undo = |event: &Event| match event {
        Event::Key { key: Key::Z, pressed: true, modifiers, .. } if modifiers.command => {
            Some(!modifiers.shift)
        }
        Event::Key { key: Key::Y, pressed: true, modifiers, .. } if modifiers.command => {
            Some(false)
        }
        _ => None,
    };
    let all = input.events.iter().filter_map(undo).collect();
    input.events.retain(|event| undo(event).is_none());
    all
}

/// Whether Enter was pressed. The key is taken: what it does may give the keyboard to a text that shows later in the same
/// pass, and one press is one.
pub fn take_enter(ui: &Ui) -> bool {
    let enter = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, .. });
    ui.input_mut(|input| {
        let pressed = input.events.iter().any(enter);
        input.events.retain(|event| !enter(event));
        pressed
    })
}

/// What a text that has the keyboard hears during this pass.
fn own(ui: &Ui) -> Vec<Event> {
    let os = ui.ctx().os();
    let all = ui.input(|input| input.events.clone());
    all.iter().filter_map(|event| heard(ui, os, event)).collect()
}

/// What only the hand knows of what a text heard: that it pasted, or cut, by whatever keys.
fn hand(events: &[Event]) -> Option<Manner> {
    events.iter().find_map(|event| match event {
        Event::Paste(_) | Event::MiddleClickPaste { .. } => Some(Manner::Pasted),
        Event::Cut => Some(Manner::Cut),
        _ => None,
    })
}

/// Shows a text that has the keyboard: of the keys, it hears those that are its own. Gives what the hand did there, too.
pub fn heard_by<R>(
    ui: &mut Ui,
    focused: bool,
    show: impl FnOnce(&mut Ui) -> R,
) -> (R, Option<Manner>) {
    if !focused {
        let hand = ui.input(|input| hand(&input.events));
        return (show(ui), hand);
    }
    let own = own(ui);
    let hand = hand(&own);
    let all = ui.input_mut(|input| std::mem::replace(&mut input.events, own));
    let shown = show(ui);
    // The others may be somebody else's.
    ui.input_mut(|input| input.events = all);
    (shown, hand)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_ctrl_a_text_hears_moves_deletions_by_the_word_and_the_keys_of_the_list_alone() {
        for os in [OperatingSystem::Nix, OperatingSystem::Windows] {
            let own: Vec<Key> = Key::ALL
                .iter()
                .copied()
                .filter(|key| acts(os, *key, Modifiers::CTRL | Modifiers::COMMAND))
                .collect();
            use Key as K;
            let usual = [
                K::ArrowLeft,
                K::ArrowRight,
                K::Backspace,
                K::Home,
                K::End,
                K::Delete,
                K::A,
                K::Y,
                K::Z,
            ];
            assert_eq!(own.len(), usual.len(), "{own:?}");
            assert!(usual.iter().all(|key| own.contains(key)), "{own:?}");
            for key in Key::ALL {
                assert!(acts(os, *key, Modifiers::SHIFT), "{key:?}");
                assert!(!acts(os, *key, Modifiers::ALT), "{key:?}");
                assert!(!acts(os, *key, Modifiers::CTRL | Modifiers::ALT), "AltGr types: {key:?}");
            }
        }
    }
}
