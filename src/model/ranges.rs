//! Ranges are some pages of a sheet, as they are typed: « 1-3, 5 ».

use std::fmt;
use std::ops::RangeInclusive;

/// Pages, from 1: in order, apart from one another, at least one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ranges(Vec<RangeInclusive<u16>>);

impl Ranges {
    /// What `words` ask for: numbers and « from-to », in any order; none when it is anything else.
    pub fn parse(words: &str) -> Option<Ranges> {
        let mut all = Vec::new();
        for part in words.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            let (from, to) = part.split_once(['-', '–']).unwrap_or((part, part));
            let [from, to] = [from, to].map(|page| page.trim().parse::<u16>().ok());
            let (from, to) = (from?, to?);
            if from == 0 || to < from {
                return None;
            }
            all.push(from..=to);
        }
        all.sort_by_key(|range| *range.start());
        let mut apart: Vec<RangeInclusive<u16>> = Vec::new();
        for range in all {
            match apart.last_mut() {
                Some(last) if *range.start() <= last.end().saturating_add(1) => {
                    *last = *last.start()..=*last.end().max(range.end());
                }
                _ => apart.push(range),
            }
        }
        (!apart.is_empty()).then_some(Ranges(apart))
    }

    /// Whether the page so many after the first is one of them.
    pub fn has(&self, page: usize) -> bool {
        self.0.iter().any(|range| u16::try_from(page + 1).is_ok_and(|page| range.contains(&page)))
    }

    /// How many of the first `count` pages they are.
    pub fn among(&self, count: usize) -> usize {
        (0..count).filter(|page| self.has(*page)).count()
    }

    pub fn iter(&self) -> impl Iterator<Item = &RangeInclusive<u16>> {
        self.0.iter()
    }
}

/// « 1-3,5 »: as a print system reads it.
impl fmt::Display for Ranges {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (at, range) in self.0.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            match (range.start(), range.end()) {
                (from, to) if from == to => write!(f, "{comma}{from}")?,
                (from, to) => write!(f, "{comma}{from}-{to}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> String {
        Ranges::parse(words).map(|ranges| ranges.to_string()).unwrap_or_default()
    }

    #[test]
    fn pages_are_read_in_any_order_and_said_once() {
        assert_eq!(read("1-3, 5"), "1-3,5");
        assert_eq!(read(" 5 ; 1 – 3,2-4, "), "1-5");
        assert_eq!(read("7"), "7");
        assert_eq!(read("65535,65530-65535"), "65530-65535");
    }

    #[test]
    fn what_is_no_page_is_refused() {
        for words in ["", " ", ",", "0", "3-1", "a", "1-", "-2", "1-2-3", "1.5", "70000"] {
            assert_eq!(Ranges::parse(words), None, "{words:?}");
        }
    }

    #[test]
    fn only_pages_that_are_there_count() {
        let ranges = Ranges::parse("2-3,9").unwrap();
        assert!(!ranges.has(0) && ranges.has(1) && ranges.has(2) && ranges.has(8));
        assert_eq!((ranges.among(2), ranges.among(4), ranges.among(20)), (1, 2, 3));
    }
}
