//! A calendar date is jiff's, among those that a file can say; it has one written form.

use std::ops::RangeInclusive;

pub use jiff::civil::{Date, date};

/// The years that a date can have: those of four figures.
pub const YEARS: RangeInclusive<i16> = 0..=9999;

/// Reads what [`Date`] writes, `2026-11-24`, and no other form: none for a day that no calendar has.
pub fn read(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    // jiff reads more than one form: « 20261124 », « 2026-11-24T10:00 ».
    (YEARS.contains(&date.year()) && date.to_string() == text).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_one_of_the_calendar() {
        let none = |text: &str| read(text).is_none();
        assert!(none("2026-02-31") && none("2026-02-29"));
        assert!(read("2028-02-29").is_some() && read("2000-02-29").is_some());
        assert!(none("1900-02-29"));
        assert!(none("2026-00-01") && none("2026-13-01"));
        assert!(none("2026-04-31") && none("2026-04-00"));
    }

    #[test]
    fn a_date_has_one_written_form() {
        let date = date(2026, 3, 1);
        assert_eq!(date.to_string(), "2026-03-01");
        assert_eq!(read("2026-03-01"), Some(date));
        for other in [
            "2026-3-1",
            "+2026-03-01",
            "2026-02-31",
            "2026-03-01 ",
            "",
            "2026-03",
            "20260301",
            "2026-03-01T10:00",
            "2026-03-01[u-ca=gregory]",
            "2026-060",
            "2026-W09-7",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
        assert_eq!(read("0000-01-01").map(|date| date.to_string()).as_deref(), Some("0000-01-01"));
        assert_eq!(read("9999-12-31").map(|date| date.to_string()).as_deref(), Some("9999-12-31"));
        assert!(read("-000001-01-01").is_none() && read("10000-01-01").is_none());
    }
}
