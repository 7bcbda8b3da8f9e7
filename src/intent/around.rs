//! This is what can be asked of what stands around the sheet: the workshops at which the lab is drawn, and the next
//! steps.

use crate::model::date::Date;
use crate::model::design::Workshop;
use crate::model::strokes::Manner;

/// What is asked of them; their texts are edited as every other text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Around {
    /// Dated today.
    AddWorkshop,
    RemoveWorkshop(usize),
    /// What is now typed for the date of a workshop, whether it is a date or not.
    TypeDate(usize, String, Option<Manner>),
    /// The box of that date has lost the keyboard.
    LeaveDate(usize),
    /// An empty line at this place of the list.
    AddStep(usize),
    RemoveStep(usize),
    /// By so many places.
    MoveStep(usize, isize),
}

/// A date as its writer has typed it: it shows so until its box is left, and is then said in words.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedDate {
    workshop: usize,
    date: Option<Date>,
    words: String,
}

impl TypedDate {
    pub fn new(workshop: usize, date: Option<Date>, words: String) -> TypedDate {
        TypedDate { workshop, date, words }
    }

    /// Its words, if they are of this workshop, and still what its date is.
    pub fn of(&self, at: usize, workshop: &Workshop) -> Option<&str> {
        let same = self.workshop == at && self.date == workshop.date && workshop.unread.is_none();
        same.then_some(self.words.as_str())
    }
}

/// Where two lists begin to differ.
pub fn first_difference<T: PartialEq>(before: &[T], after: &[T]) -> usize {
    before.iter().zip(after).take_while(|(a, b)| a == b).count()
}

/// Where the one at `at` of `before` stands in `after`, once some have come or gone at one place; `None` if it has gone.
pub fn moved_place<T: PartialEq>(at: usize, before: &[T], after: &[T]) -> Option<usize> {
    let from = first_difference(before, after);
    if at < from || before.len() == after.len() {
        return Some(at);
    }
    // What stood after the first difference is counted from the end.
    (at + after.len()).checked_sub(before.len()).filter(|to| *to >= from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_shows_as_it_was_typed_as_long_as_it_is_that_one() {
        let date = Some(crate::model::date::date(2026, 11, 24));
        let typed = TypedDate::new(1, date, "24/11/2026".into());
        let workshop = Workshop { date, ..Workshop::default() };
        assert_eq!(typed.of(1, &workshop), Some("24/11/2026"));
        assert_eq!(typed.of(0, &workshop), None);
        assert_eq!(typed.of(1, &Workshop::default()), None);
        let unread = Workshop { unread: Some("24/11/20261".into()), ..workshop };
        assert_eq!(typed.of(1, &unread), None);
    }
}
