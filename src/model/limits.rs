//! A design can hold so much and no more (`contenu`, section 5): typing stops there and says so.

/// Characters (Unicode scalar values) in a long text.
pub const LONG_TEXT: usize = 20_000;
/// Characters in a name, a title, an owner, a deadline or a line of a list.
pub const SHORT_TEXT: usize = 500;
/// Characters in what the person who leads notes for a beat of the order of play.
pub const PRIVATE_NOTE: usize = 2_000;
/// Characters in the name of a room.
pub const ROOM_NAME: usize = 60;
/// The pages chosen of a sheet, as they are typed, or a part of a printer's name.
pub const TYPED: usize = 60;
/// Lines in a list (workshops, people, next steps).
pub const LIST: usize = 100;
/// Free fields in a design.
pub const FREE_FIELDS: usize = 40;

/// Characters in all the texts of a file: half as many again as a sheet whose texts are all at their bound.
pub const ALL_TEXTS: usize = 2_000_000;

/// How far past the bound of typing a file is still opened: it may come from elsewhere, and be kept as it is.
pub fn hard(limit: usize) -> usize {
    limit * 10
}

/// A bound that a text has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    Characters(usize),
    /// Of one line of a list.
    CharactersOfALine(usize),
    Lines(usize),
}
