//! The hour on this computer.

/// A moment, as a person reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub year: i16,
    pub month: u8,
    pub day: u8,
    pub hour: i8,
    pub minute: i8,
    pub second: i8,
}

/// The local date and hour.
pub fn now() -> Now {
    let now = jiff::Zoned::now();
    Now {
        year: now.year(),
        month: now.month().unsigned_abs(),
        day: now.day().unsigned_abs(),
        hour: now.hour(),
        minute: now.minute(),
        second: now.second(),
    }
}
