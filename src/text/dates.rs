//! Dates are written as people write them, and as they are said; hours and durations have one form everywhere.

use crate::model::date::Date;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// What is typed is not a date, or not one that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

/// « 24 novembre 2026 », « 1er mars 2027 »
pub fn words(date: Date) -> String {
    let day = if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() };
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at));
    [day.as_str(), month.copied().unwrap_or_default(), &format!("{:04}", date.year())].join(" ")
}

/// « 8 h 04 », « 14 h 05 »: a minute of the day, or of one that follows.
pub fn hour(minute_of_day: u32) -> String {
    format!("{}\u{a0}h\u{a0}{:02}", minute_of_day / 60 % 24, minute_of_day % 60)
}

/// « 6 min », « 2 h », « 1 h 15 »
pub fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => format!("{hours}\u{a0}h\u{a0}{rest:02}"),
    }
}

/// Understands « 24/11/2026 », « 24-11-2026 », « 24.11.2026 », « 2026-11-24 », « mardi 24 nov. 2026 »; nothing is no date.
///
/// The day comes before the month, the year has its four figures, and the name of the day is not checked.
///
/// # Errors
/// [`NotADate`], for anything else and for a day that no calendar has.
pub fn read(typed: &str) -> Result<Option<Date>, NotADate> {
    let typed = typed.to_lowercase();
    let separates = |letter: char| letter.is_whitespace() || "/-‐‑–.,".contains(letter);
    let mut parts: Vec<&str> = typed.split(separates).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return if typed.trim().is_empty() { Ok(None) } else { Err(NotADate) };
    }
    for known in [&["le"][..], &DAYS] {
        if parts.first().is_some_and(|first| known.contains(first)) {
            parts.remove(0);
        }
    }
    let [first, second, third] = parts[..] else { return Err(NotADate) };
    let date = if first.len() == 4 {
        Date::new(year(first)?, short(second)?, short(third)?)
    } else {
        let day = first.strip_suffix("er").filter(|day| *day == "1").unwrap_or(first);
        Date::new(year(third)?, month(second)?, short(day)?)
    };
    date.map(Some).map_err(|_| NotADate)
}

fn year(part: &str) -> Result<i16, NotADate> {
    figures(part, 4..=4).and_then(|part| part.parse().ok()).ok_or(NotADate)
}

/// One or two figures.
fn short(part: &str) -> Result<i8, NotADate> {
    figures(part, 1..=2).and_then(|part| part.parse().ok()).ok_or(NotADate)
}

fn figures(part: &str, length: std::ops::RangeInclusive<usize>) -> Option<&str> {
    let all = part.bytes().all(|byte| byte.is_ascii_digit());
    (all && length.contains(&part.len())).then_some(part)
}

/// A month by its number, its name, or the start of its name when no other starts so: « sept », « aout ».
fn month(part: &str) -> Result<i8, NotADate> {
    let part = plain(part);
    if !part.starts_with(char::is_alphabetic) {
        return short(&part);
    }
    let starts = |name: &&str| part.len() >= 3 && plain(name).starts_with(&part);
    let mut found = MONTHS.iter().enumerate().filter(|(_, name)| starts(name));
    match (found.next(), found.next()) {
        (Some((index, _)), None) => i8::try_from(index + 1).map_err(|_| NotADate),
        _ => Err(NotADate),
    }
}

/// Without the accents of the names of the months.
fn plain(word: &str) -> String {
    let letter = |letter: char| match letter {
        'é' | 'è' => 'e',
        'û' => 'u',
        other => other,
    };
    word.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::date;

    const DAY: Date = date(2026, 11, 24);

    #[test]
    fn a_date_is_understood_as_people_write_it() {
        for typed in [
            "24/11/2026",
            "24-11-2026",
            "24.11.2026",
            "24 11 2026",
            "24 novembre 2026",
            " 24\u{a0}Novembre\u{a0}2026 ",
            "24 nov. 2026",
            "2026-11-24",
            "2026/11/24",
            "mardi 24 novembre 2026",
            "le 24 novembre 2026",
            "Le mardi 24 novembre 2026.",
            "24‑11‑2026",
        ] {
            assert_eq!(read(typed), Ok(Some(DAY)), "{typed}");
        }
        let first = date(2027, 3, 1);
        for typed in ["1er mars 2027", "1 mars 2027", "01/03/2027", "1/3/2027", "2027-03-01"] {
            assert_eq!(read(typed), Ok(Some(first)), "{typed}");
        }
        let month = |typed: &str| read(typed).unwrap().unwrap().month();
        assert_eq!(
            (month("2 fevrier 2027"), month("2 févr. 2027"), month("2 fév 2027")),
            (2, 2, 2)
        );
        assert_eq!((month("2 AOÛT 2027"), month("2 aout 2027"), month("2 juil. 2027")), (8, 8, 7));
    }

    #[test]
    fn hours_and_durations_are_said_as_people_say_them() {
        assert_eq!(hour(8 * 60 + 4), "8\u{a0}h\u{a0}04");
        assert_eq!(hour(14 * 60), "14\u{a0}h\u{a0}00");
        assert_eq!(hour(24 * 60 + 5), "0\u{a0}h\u{a0}05");
        assert_eq!(minutes(6), "6\u{a0}min");
        assert_eq!(minutes(120), "2\u{a0}h");
        assert_eq!(minutes(75), "1\u{a0}h\u{a0}15");
    }

    #[test]
    fn nothing_is_no_date() {
        assert_eq!((read(""), read(" \u{a0}")), (Ok(None), Ok(None)));
    }

    #[test]
    fn what_no_calendar_has_or_could_be_two_dates_is_refused() {
        for typed in [
            "31/02/2026",
            "29/02/2026",
            "31 avril 2026",
            "00/11/2026",
            "24/13/2026",
            "11/24/2026",
            "24/11",
            "24/11/26",
            "24/11/20266",
            "24/11/2026/1",
            "novembre 2026",
            "24 jui 2026",
            "24 ma 2026",
            "24 brumaire 2026",
            "2er mars 2027",
            "avant l’été",
            "-",
            "+4/11/2026",
            "٢٤/11/2026",
        ] {
            assert_eq!(read(typed), Err(NotADate), "{typed}");
        }
    }

    #[test]
    fn every_date_said_is_understood() {
        assert_eq!(words(DAY), "24 novembre 2026");
        assert_eq!(words(date(2027, 3, 1)), "1er mars 2027");
        for year in [0, 12, 1789, 2024, 2026, 9999] {
            for (month, day) in (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day))) {
                if let Ok(date) = Date::new(year, month, day) {
                    assert_eq!(read(&words(date)), Ok(Some(date)));
                    assert_eq!(read(&date.to_string()), Ok(Some(date)));
                }
            }
        }
    }
}
