//! A calendar date that exists, and its one written form.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use thiserror::Error;

/// Year 0–9999, month 1–12, day 1–31: as the storage and [`Date::new`] check it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i16,
    pub month: u8,
    pub day: u8,
}

/// No calendar has this date, or it is not written as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no such date")]
pub struct NoSuchDate;

impl Date {
    /// `None` for a day that does not exist: 31 February, 29 February of a common year.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Date> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let exists = (0..=9999).contains(&year) && (1..=days).contains(&day);
        exists.then_some(Date { year, month, day })
    }
}

/// `2026-11-24`
impl Display for Date {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NoSuchDate;

    /// Reads what [`Display`] writes, and no other form.
    fn from_str(text: &str) -> Result<Date, NoSuchDate> {
        let read = || {
            let mut parts = text.splitn(3, '-');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        read().filter(|date| date.to_string() == text).ok_or(NoSuchDate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_one_of_the_calendar() {
        assert!(Date::new(2026, 2, 31).is_none() && Date::new(2026, 2, 29).is_none());
        assert!(Date::new(2028, 2, 29).is_some() && Date::new(2000, 2, 29).is_some());
        assert!(Date::new(1900, 2, 29).is_none());
        assert!(Date::new(2026, 0, 1).is_none() && Date::new(2026, 13, 1).is_none());
        assert!(Date::new(2026, 4, 31).is_none() && Date::new(2026, 4, 0).is_none());
    }

    #[test]
    fn a_date_has_one_written_form() {
        let date = Date { year: 2026, month: 3, day: 1 };
        assert_eq!(date.to_string(), "2026-03-01");
        assert_eq!("2026-03-01".parse(), Ok(date));
        for other in ["2026-3-1", "+2026-03-01", "2026-02-31", "2026-03-01 ", "", "2026-03"] {
            assert_eq!(other.parse::<Date>(), Err(NoSuchDate), "{other}");
        }
    }
}
