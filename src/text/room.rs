//! The words of the room: what is projected, and what only the person who leads sees.

/// « page 2 sur 3 »
pub fn page(at: usize, of: usize) -> String {
    format!("page {at} sur {of}")
}

/// « orienté « capacitant » »
pub fn oriented(orientation: &str) -> String {
    format!("orienté «\u{a0}{orientation}\u{a0}»")
}

/// « et 31 autres rubriques »
pub fn more_fields(count: usize) -> String {
    format!("et {count} autres rubriques")
}

/// What a mark says of a field, or of an axis.
pub fn filled(filled: bool) -> &'static str {
    if filled { "rempli" } else { "à faire" }
}

pub const BACK_AT: &str = "On reprend à";

/// « 10 h 45 »
pub fn hour(hour: u8, minute: u8) -> String {
    format!("{hour}\u{a0}h\u{a0}{minute:02}")
}

pub const CHART_ASKS: &str = "Quelle est la plus petite ligne que vous lisez du fond\u{a0}?";

/// « A », « B »…: names for what is pointed at from the back.
pub fn letter(index: usize) -> String {
    let letter = u8::try_from(index).ok().and_then(|index| b'A'.checked_add(index)).unwrap_or(b'Z');
    char::from(letter).to_string()
}

pub const OPEN: &str = "Ce qui reste ouvert";
pub const NOTHING_OPEN: &str = "Rien ne reste ouvert.";

/// What is said when the menus go, and when they come back.
pub const BEGUN: &str = "Projection\u{a0}: Échap pour finir";
pub const ENDED: &str = "Fin de la projection";
