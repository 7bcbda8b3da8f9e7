//! The views are made of these parts.

pub mod announcement;
pub mod apart;
pub mod axis_rail;
pub mod bounded;
mod boxed;
pub mod button;
pub mod card;
pub mod card_back;
pub mod cell;
pub mod choice;
pub mod dots;
pub mod emblem;
pub mod large_text;
pub mod marks;
pub mod menu_item;
pub mod message;
pub mod note;
pub mod picture;
pub mod plate;
pub mod rail;
pub mod ring;
pub mod stepper;
pub mod success;
pub mod text_keys;
pub mod text_menu;
pub mod title;
pub mod writer;
pub mod writing;
pub mod zone_title;

/// What a person is doing with a control, as far as it is seen. Where a control is painted apart from listened to, this
/// is all that it needs to know: the gallery shows each state without a hand on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// It has the keyboard.
    pub focused: bool,
    /// It is pointed at.
    pub hovered: bool,
}

impl Look {
    pub fn of(response: &egui::Response) -> Look {
        Look { focused: response.has_focus(), hovered: response.hovered() }
    }
}
