//! A cell shows the catalogue's words and the group's text, whichever kind of field it is.

use std::borrow::Cow;

use egui::Id;

use crate::intent::view::FieldKey;
use crate::model::design::FreeField;
use crate::model::edit::Target;
use crate::model::signs::holds;
use crate::text::{interface as words, values};
use crate::ui::Cx;

/// A field, seen from the screen.
pub struct Field<'a> {
    pub key: FieldKey,
    /// The catalogue's name, or the one that the group gave (it may be empty).
    pub title: &'a str,
    /// The sentence that invites to write.
    pub question: &'a str,
    pub text: &'a str,
    pub target: Target,
}

impl<'a> Field<'a> {
    /// `None` when the field is no longer there.
    pub fn of(cx: Cx<'a>, key: &FieldKey) -> Option<Field<'a>> {
        let target = key.target();
        let Cow::Borrowed(text) = cx.design.text(&target)? else { return None };
        let (title, question) = match key {
            FieldKey::Free(id) => (&*cx.design.free_field(*id)?.title, words::WRITE_HERE),
            key => {
                let field = cx.catalogue.field(key.catalogue_id()?)?;
                (field.words.as_str(), field.question.as_str())
            }
        };
        Some(Field { key: key.clone(), title, question, text, target })
    }

    /// The name to show or to say: the group's, or what a free field could be about.
    pub fn name(&self, cx: Cx<'a>) -> &'a str {
        let free = match self.key {
            FieldKey::Free(id) => cx.design.free_field(id),
            _ => None,
        };
        free.map_or(self.title, |field| values::free_name(cx.catalogue, cx.design, field))
    }

    /// The name to say: of the free fields that share one, all but the first also say which they are.
    pub fn spoken(&self, cx: Cx<'a>) -> String {
        let name = self.name(cx);
        let shares = |other: &FreeField| other.title.trim() == self.title.trim();
        match self.free_rank(cx) {
            Some(rank) if cx.design.free_fields.iter().take(rank - 1).any(shares) => {
                numbered(name, rank)
            }
            _ => name.to_owned(),
        }
    }

    /// What a screen reader calls the text in which a free field is named.
    pub fn naming(&self, cx: Cx<'a>) -> String {
        self.after(cx, words::FREE_NAME_LABEL)
    }

    /// What a screen reader calls the menu of a free field.
    pub fn options(&self, cx: Cx<'a>) -> String {
        if !holds(self.title) {
            self.after(cx, words::OPTIONS)
        } else {
            [words::OPTIONS, &self.spoken(cx)].join(" ")
        }
    }

    /// `what`, and which of the free fields it is of, if it is not the first.
    fn after(&self, cx: Cx<'a>, what: &str) -> String {
        match self.free_rank(cx) {
            Some(rank) if rank > 1 => numbered(what, rank),
            _ => what.to_owned(),
        }
    }

    /// Which of the free fields it is, from 1.
    fn free_rank(&self, cx: Cx<'a>) -> Option<usize> {
        let FieldKey::Free(id) = self.key else { return None };
        Some(cx.design.free_fields.iter().position(|field| field.id == id)? + 1)
    }
}

fn numbered(name: &str, rank: usize) -> String {
    [name, &rank.to_string()].join(" ")
}

/// Where the keyboard goes on a cell; `large` is the focus view's.
pub fn title_id(key: &FieldKey, large: bool) -> Id {
    Id::unique(("field-title", key, large))
}

pub fn text_id(key: &FieldKey, large: bool) -> Id {
    Id::unique(("field-text", key, large))
}
