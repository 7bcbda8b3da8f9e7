//! The room's screen, the leader's and the page of the order of play ask these things of a workshop being led.

use super::front::{Cover, Pointer};
use crate::model::edit::Target;
use crate::model::play::Length;
use crate::model::{Text, room};

/// What the room's screen, or the leader's, asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    /// The page, then the beat, so many places after.
    Turn(isize),
    GoTo(usize),
    /// In front of the scene; asked for again, it goes.
    Cover(Cover),
    /// This text alone, on all the room there is.
    Alone(Target),
    /// This text goes on to a next page.
    Page(Target),
    /// This text is to be written.
    Write(Target),
    /// The text being written has been.
    Written,
    Timer(Clock),
    /// What the person who leads notes for the beat played.
    Note(Text),
    /// « Ne pas toucher », or the way out of it.
    Lock(bool),
    /// What only the person who leads should see, on the one screen there is.
    Aids,
    Pointer(Pointer),
    /// A change of the order of play.
    Order(Ordered),
    /// A measure of the room.
    Measure(Measured),
    /// The room is shown on this screen.
    Screen(String),
    /// What is private shows again.
    Reveal,
    /// In this window, since it has no screen of its own any more.
    Here,
    /// The room sees its step: what the program itself has in front goes.
    Stage,
}

/// A change of the order of play.
#[derive(Clone, Debug, PartialEq)]
pub enum Ordered {
    /// The minutes of a beat, more or less.
    Minutes(usize, i32),
    Skip(usize, bool),
    /// By so many places.
    Shift(usize, isize),
    /// A step of one's own, at this place.
    Add(usize),
    /// What a step of one's own is called.
    Name(usize, Text),
    /// What the person who leads notes for a step.
    Note(usize, Text),
    /// Shows the note of a step, to be written, or no more.
    OpenNote(usize),
    /// A step of one's own goes.
    Remove(usize),
    /// When it begins, in minutes of the day; now, without one.
    Start(Option<u16>),
    /// One of those that the program proposes.
    Propose(Length),
    /// The one before the last that was proposed or taken.
    Restore,
    Export,
    Import,
}

/// A measure of the room, or what is done of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Measured {
    /// The height of the image, in centimetres.
    Image(u32),
    /// The distance of the last row, in centimetres.
    Distance(u32),
    /// The smallest line read from the back, from 1; none when nobody went to look.
    Line(Option<u8>),
    Name(String),
    Keep,
    /// One of the rooms that are kept.
    Take(room::Room),
}

/// What is asked of the timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Starts, or stops.
    Toggle,
    /// So many minutes more.
    More(u16),
    /// The room sees what is left, or not.
    Show(bool),
}
