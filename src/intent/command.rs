//! Each command is a variant here; the menus, the keys and the list of shortcuts are drawn from [`Command::spec`].

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::text::commands as words;
use crate::text::help::Page;

/// What a menu, a button or a key can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    New,
    Successor,
    Open,
    Save,
    SaveAs,
    Print,
    EndWorkshop,
    RescueKit,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    AddFree,
    Workshops,
    NextSteps,
    Standing,
    NextZone,
    PreviousZone,
    Project,
    Aids,
    Order,
    Measure,
    Chart,
    Check,
    Rehearse,
    FiveMinutes,
    FullScreen,
    PoleHelp,
    CompareLabs,
    PlaceLabs,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    LightTheme,
    DarkTheme,
    SystemTheme,
    Prepare,
    PrepareRoom,
    Lead,
    Finish,
    Shortcuts,
    About,
}

/// Where a command stands in the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    Display,
    Room,
    Help,
}

impl Menu {
    pub const ALL: [Menu; 5] = [Menu::File, Menu::Edit, Menu::Display, Menu::Room, Menu::Help];

    pub fn words(self) -> &'static str {
        match self {
            Menu::File => words::FILE,
            Menu::Edit => words::EDIT,
            Menu::Display => words::DISPLAY,
            Menu::Room => words::ROOM,
            Menu::Help => words::HELP,
        }
    }

    /// The letter that opens it with Alt: one of its name.
    pub fn letter(self) -> char {
        match self {
            Menu::File => 'F',
            Menu::Edit => 'E',
            Menu::Display => 'A',
            Menu::Room => 'N',
            Menu::Help => 'I',
        }
    }

    /// The menu that a key opens with Alt.
    pub fn by_letter(key: Key) -> Option<Menu> {
        let letter = key.name();
        Menu::ALL.into_iter().find(|menu| letter == menu.letter().to_string())
    }

    /// Its commands, in groups separated by a hairline.
    pub fn groups(self) -> &'static [&'static [Command]] {
        use Command as C;
        match self {
            Menu::File => &[
                &[C::New, C::Successor, C::Open],
                &[C::Save, C::SaveAs],
                &[C::Print, C::EndWorkshop, C::RescueKit],
                &[C::Quit],
            ],
            Menu::Edit => &[
                &[C::Undo, C::Redo],
                &[C::Cut, C::Copy, C::Paste, C::SelectAll],
                &[C::AddFree],
                &[C::Workshops, C::NextSteps],
            ],
            Menu::Display => &[
                &[C::NextZone, C::PreviousZone, C::Standing],
                &[C::PoleHelp, C::FullScreen],
                &[C::CompareLabs, C::PlaceLabs],
                &[C::ZoomIn, C::ZoomOut, C::ZoomReset],
                &[C::LightTheme, C::DarkTheme, C::SystemTheme],
            ],
            Menu::Room => &[
                &[C::Project, C::Aids],
                &[C::Order, C::Rehearse, C::FiveMinutes],
                &[C::Measure, C::Chart, C::Check],
            ],
            Menu::Help => {
                &[&[C::Prepare, C::PrepareRoom, C::Lead, C::Finish], &[C::Shortcuts, C::About]]
            }
        }
    }
}

/// Everything a menu or a list of shortcuts says of a command.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub words: &'static str,
    /// The first is the one shown; the others do the same.
    pub keys: &'static [KeyboardShortcut],
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

impl Command {
    pub const ALL: [Command; 45] = [
        Command::New,
        Command::Successor,
        Command::Open,
        Command::Save,
        Command::SaveAs,
        Command::Print,
        Command::EndWorkshop,
        Command::RescueKit,
        Command::Quit,
        Command::Undo,
        Command::Redo,
        Command::Cut,
        Command::Copy,
        Command::Paste,
        Command::SelectAll,
        Command::AddFree,
        Command::Workshops,
        Command::NextSteps,
        Command::Standing,
        Command::NextZone,
        Command::PreviousZone,
        Command::Project,
        Command::Aids,
        Command::Order,
        Command::Measure,
        Command::Chart,
        Command::Check,
        Command::Rehearse,
        Command::FiveMinutes,
        Command::FullScreen,
        Command::PoleHelp,
        Command::CompareLabs,
        Command::PlaceLabs,
        Command::ZoomIn,
        Command::ZoomOut,
        Command::ZoomReset,
        Command::LightTheme,
        Command::DarkTheme,
        Command::SystemTheme,
        Command::Prepare,
        Command::PrepareRoom,
        Command::Lead,
        Command::Finish,
        Command::Shortcuts,
        Command::About,
    ];

    pub fn spec(self) -> Spec {
        let (words, keys): (_, &'static [KeyboardShortcut]) = match self {
            Command::New => (words::NEW, const { &[key(CTRL, Key::N)] }),
            Command::Successor => (words::SUCCESSOR, &[]),
            Command::Open => (words::OPEN, const { &[key(CTRL, Key::O)] }),
            Command::Save => (words::SAVE, const { &[key(CTRL, Key::S)] }),
            Command::SaveAs => (words::SAVE_AS, const { &[key(CTRL_SHIFT, Key::S)] }),
            Command::Print => (words::PRINT, const { &[key(CTRL, Key::P)] }),
            Command::EndWorkshop => (words::END_WORKSHOP, &[]),
            Command::RescueKit => (words::RESCUE_KIT, &[]),
            Command::Quit => (words::QUIT, const { &[key(CTRL, Key::Q)] }),
            Command::Undo => (words::UNDO, const { &[key(CTRL, Key::Z)] }),
            Command::Redo => (words::REDO, const { &[key(CTRL, Key::Y), key(CTRL_SHIFT, Key::Z)] }),
            Command::Cut => (words::CUT, const { &[key(CTRL, Key::X)] }),
            Command::Copy => (words::COPY, const { &[key(CTRL, Key::C)] }),
            Command::Paste => (words::PASTE, const { &[key(CTRL, Key::V)] }),
            Command::SelectAll => (words::SELECT_ALL, const { &[key(CTRL, Key::A)] }),
            Command::AddFree => (words::ADD_FREE, &[]),
            Command::Workshops => (words::WORKSHOPS, &[]),
            Command::NextSteps => (words::NEXT_STEPS, &[]),
            Command::Standing => (words::STANDING, const { &[key(Modifiers::NONE, Key::F2)] }),
            Command::NextZone => {
                (words::NEXT_ZONE, const { &[key(Modifiers::NONE, Key::PageDown)] })
            }
            Command::PreviousZone => {
                (words::PREVIOUS_ZONE, const { &[key(Modifiers::NONE, Key::PageUp)] })
            }
            Command::Project => (words::PROJECT, const { &[key(Modifiers::NONE, Key::F5)] }),
            Command::Aids => (words::AIDS, const { &[key(Modifiers::NONE, Key::F6)] }),
            Command::Order => (words::ORDER, &[]),
            Command::Measure => (words::MEASURE, &[]),
            Command::Chart => (words::CHART, &[]),
            Command::Check => (words::CHECK, &[]),
            Command::Rehearse => (words::REHEARSE, &[]),
            Command::FiveMinutes => (words::FIVE_MINUTES, &[]),
            Command::FullScreen => {
                (words::FULL_SCREEN, const { &[key(Modifiers::NONE, Key::F11)] })
            }
            Command::PoleHelp => (words::POLE_HELP, &[]),
            Command::CompareLabs => (words::COMPARE_LABS, &[]),
            Command::PlaceLabs => (words::PLACE_LABS, &[]),
            // « = » is « + » without the shift key on many keyboards.
            Command::ZoomIn => {
                (words::ZOOM_IN, const { &[key(CTRL, Key::Plus), key(CTRL, Key::Equals)] })
            }
            Command::ZoomOut => (words::ZOOM_OUT, const { &[key(CTRL, Key::Minus)] }),
            // Heard on an AZERTY keyboard too, without its other layer: the key is then named by its place.
            Command::ZoomReset => (words::ZOOM_RESET, const { &[key(CTRL, Key::Num0)] }),
            Command::LightTheme => (words::LIGHT_THEME, &[]),
            Command::DarkTheme => (words::DARK_THEME, &[]),
            Command::SystemTheme => (words::SYSTEM_THEME, &[]),
            Command::Prepare => (Page::Prepare.title(), &[]),
            Command::PrepareRoom => (Page::Room.title(), &[]),
            Command::Lead => (Page::Lead.title(), &[]),
            Command::Finish => (Page::Finish.title(), &[]),
            Command::Shortcuts => (words::SHORTCUTS, const { &[key(Modifiers::NONE, Key::F1)] }),
            Command::About => (words::ABOUT, &[]),
        };
        Spec { words, keys }
    }

    /// Whether it is done to the text that has the keyboard; its key is heard by the text itself.
    pub fn is_of_a_text(self) -> bool {
        matches!(self, Command::Cut | Command::Copy | Command::Paste | Command::SelectAll)
    }

    /// Commands with the keys that the window hears, those with the most modifiers first: « Ctrl+Maj+S » must not be taken for « Ctrl+S ».
    pub fn by_key() -> Vec<(KeyboardShortcut, Command)> {
        let mut all: Vec<_> = Command::ALL
            .iter()
            .filter(|command| !command.is_of_a_text())
            .flat_map(|command| command.spec().keys.iter().map(|key| (*key, *command)))
            .collect();
        all.sort_by_key(|(key, _)| !key.modifiers.shift);
        all
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let keys = Command::by_key();
        let distinct: HashSet<_> = keys.iter().map(|(k, _)| (k.modifiers, k.logical_key)).collect();
        assert_eq!(keys.len(), distinct.len());
    }

    #[test]
    fn every_menu_has_a_letter_of_its_name_and_of_no_other() {
        for menu in Menu::ALL {
            let plain = menu.words().to_uppercase().replace('É', "E");
            assert!(plain.contains(menu.letter()), "{plain}");
            let key = Key::from_name(&menu.letter().to_string()).unwrap();
            assert_eq!(Menu::by_letter(key), Some(menu));
        }
    }

    #[test]
    fn every_command_is_in_exactly_one_menu() {
        let in_menus: Vec<_> = Menu::ALL.iter().flat_map(|menu| menu.groups().concat()).collect();
        assert_eq!(in_menus.len(), Command::ALL.len());
        assert!(Command::ALL.iter().all(|command| in_menus.contains(command)));
    }

    #[test]
    fn no_key_is_where_an_azerty_keyboard_needs_another_layer() {
        use Key as K;
        let forbidden = [
            K::Num0,
            K::Num1,
            K::Num2,
            K::Num3,
            K::Num4,
            K::Num5,
            K::Num6,
            K::Num7,
            K::Num8,
            K::Num9,
            K::OpenBracket,
            K::CloseBracket,
            K::Slash,
            K::Backslash,
        ];
        // « Ctrl+0 » alone, that every program has: without its layer, the key is heard by its place.
        let ours =
            Command::by_key().into_iter().filter(|(_, command)| *command != Command::ZoomReset);
        assert!(ours.into_iter().all(|(key, _)| !forbidden.contains(&key.logical_key)));
    }
}
