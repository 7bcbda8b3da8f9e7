//! Around the sheet: the workshops at which the lab is drawn, and the next steps.

use crate::model::date::Date;
use crate::model::design::Workshop;
use crate::model::history::Revision;
use crate::text::dates;

/// What is asked of them; their texts are edited as every other text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Around {
    /// Dated today.
    AddWorkshop,
    RemoveWorkshop(usize),
    /// What is now typed for the date of a workshop, whether it is a date or not.
    TypeDate(usize, String),
    /// The box of that date has lost the keyboard.
    LeaveDate(usize),
    /// An empty line at this place of the list.
    AddStep(usize),
    RemoveStep(usize),
    /// By so many places.
    MoveStep(usize, isize),
}

/// What is typed in the boxes of the dates, as long as it is not a date or still being typed: the design keeps the date
/// that it had, and nothing typed is lost meanwhile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedDates {
    typed: Vec<TypedDate>,
    /// What an undo took out of its box, the last one at the end.
    taken: Vec<TypedDate>,
}

#[derive(Clone, Debug, PartialEq)]
struct TypedDate {
    workshop: usize,
    /// The date of the design beside which it was typed: once that one has changed (an undo), it speaks alone again.
    beside: Option<Date>,
    words: String,
    /// The revision of the design when it was typed.
    revision: Revision,
}

impl TypedDates {
    /// What is typed for the date of a workshop that the design says to be `date`.
    pub fn of(&self, workshop: usize, date: Option<Date>) -> Option<&str> {
        let found =
            self.typed.iter().find(|typed| typed.workshop == workshop && typed.beside == date);
        found.map(|typed| typed.words.as_str())
    }

    pub fn keep(
        &mut self,
        workshop: usize,
        beside: Option<Date>,
        words: String,
        revision: Revision,
    ) {
        self.forget(workshop);
        self.taken.clear();
        self.typed.push(TypedDate { workshop, beside, words, revision });
    }

    /// An undo: what was typed for the date of `workshop`, and is none, leaves its box.
    pub fn take_back(&mut self, workshop: usize) {
        let (taken, typed) = self.typed.drain(..).partition(|typed| typed.workshop == workshop);
        self.typed = typed;
        let taken: Vec<TypedDate> = taken;
        self.taken.extend(taken);
    }

    /// Whether a redo has something to put in the box of `workshop` at this revision of the design.
    pub fn can_give_again(&self, workshop: usize, revision: Revision) -> bool {
        let last = self.taken.last();
        last.is_some_and(|typed| typed.workshop == workshop && typed.revision == revision)
    }

    pub fn give_again(&mut self) {
        self.typed.extend(self.taken.pop());
    }

    /// Whether it was typed at this revision: nothing has changed in the design since.
    pub fn is_latest(&self, workshop: usize, revision: Revision) -> bool {
        self.typed.iter().any(|typed| typed.workshop == workshop && typed.revision == revision)
    }

    /// What is typed for a date and is not one: it is nowhere else.
    pub fn unread(&self, workshops: &[Workshop]) -> Option<&str> {
        let stands = |typed: &&TypedDate| {
            workshops.get(typed.workshop).is_some_and(|workshop| workshop.date == typed.beside)
        };
        let unread = |typed: &&TypedDate| dates::read(&typed.words).is_err();
        self.typed.iter().filter(stands).find(unread).map(|typed| typed.words.as_str())
    }

    pub fn forget(&mut self, workshop: usize) {
        self.typed.retain(|typed| typed.workshop != workshop);
    }

    /// Follows the workshops that go and come: what is typed stays with its own.
    pub fn follow(&mut self, before: &[Workshop], after: &[Workshop]) {
        self.taken.clear();
        self.typed.retain_mut(|typed| {
            let to = moved_place(typed.workshop, before, after);
            typed.workshop = to.unwrap_or(typed.workshop);
            to.is_some()
        });
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
    fn what_is_typed_for_a_date_stays_with_its_workshop() {
        let at = |place: &str| Workshop { place: place.into(), ..Workshop::default() };
        let all = [at("a"), at("b"), at("c")];
        let mut typed = TypedDates::default();
        typed.keep(0, None, "24/13".into(), 1);
        typed.keep(2, None, "31/02/2026".into(), 2);
        let without_b = [at("a"), at("c")];
        typed.follow(&all, &without_b);
        assert_eq!((typed.of(0, None), typed.of(1, None)), (Some("24/13"), Some("31/02/2026")));
        typed.follow(&without_b, &all);
        assert_eq!((typed.of(1, None), typed.of(2, None)), (None, Some("31/02/2026")));
        typed.follow(&all, &all[1..]);
        assert_eq!((typed.of(0, None), typed.of(1, None)), (None, Some("31/02/2026")));
    }

    #[test]
    fn a_date_that_changed_meanwhile_speaks_alone() {
        let date = Date::new(2026, 11, 24);
        let mut typed = TypedDates::default();
        typed.keep(0, date, "24/11/202".into(), 0);
        assert_eq!(typed.of(0, date), Some("24/11/202"));
        assert_eq!(typed.of(0, None), None);
    }
}
