//! This is what can be asked of what stands around the sheet: the workshops at which the lab is drawn, and the next
//! steps.

use uuid::Uuid;

use crate::model::date::Date;
use crate::model::design::Workshop;
use crate::model::strokes::Manner;

/// What is asked of them; their texts are edited as every other text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Around {
    /// Dated today.
    AddWorkshop,
    RemoveWorkshop(Uuid),
    /// What is now typed for the date of a workshop, whether it is a date or not.
    TypeDate(Uuid, String, Option<Manner>),
    /// The box of that date has lost the keyboard.
    LeaveDate(Uuid),
}

/// A date as its writer has typed it: it shows so until its box is left, and is then said in words.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedDate {
    workshop: Uuid,
    date: Option<Date>,
    words: String,
}

impl TypedDate {
    pub fn new(workshop: Uuid, date: Option<Date>, words: String) -> TypedDate {
        TypedDate { workshop, date, words }
    }

    /// Its words, if they are of this workshop, and still what its date is.
    pub fn of(&self, workshop: &Workshop) -> Option<&str> {
        let own = self.workshop == workshop.key;
        let same = own && self.date == workshop.date && workshop.unread.is_none();
        same.then_some(self.words.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_shows_as_it_was_typed_as_long_as_it_is_that_one() {
        let date = Some(crate::model::date::date(2026, 11, 24));
        let workshop = Workshop { date, ..Workshop::new() };
        let typed = TypedDate::new(workshop.key, date, "24/11/2026".into());
        assert_eq!(typed.of(&workshop), Some("24/11/2026"));
        assert_eq!(typed.of(&Workshop { date, ..Workshop::new() }), None, "another of that day");
        assert_eq!(typed.of(&Workshop { date: None, ..workshop.clone() }), None);
        let unread = Workshop { unread: Some("24/11/20261".into()), ..workshop };
        assert_eq!(typed.of(&unread), None);
    }
}
