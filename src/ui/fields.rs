//! What a cell shows: the catalogue's words and the group's text, whichever kind of field it is.

use egui::Id;

use crate::intent::view::FieldKey;
use crate::model::edit::Target;
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
        let (title, question, text, target) = match key {
            FieldKey::Orientation => {
                let field = cx.catalogue.field(crate::model::catalogue::ORIENTATION)?;
                let text = &*cx.design.orientation.text;
                (field.words.as_str(), field.question.as_str(), text, Target::OrientationText)
            }
            FieldKey::Known(id) => {
                let field = cx.catalogue.field(id)?;
                let text = cx.design.field(id).map_or("", |answer| &answer.text);
                (field.words.as_str(), field.question.as_str(), text, Target::FieldText(id.clone()))
            }
            FieldKey::Free(id) => {
                let field = cx.design.free_field(*id)?;
                (
                    &*field.title,
                    crate::text::interface::WRITE_HERE,
                    &*field.text,
                    Target::FreeText(*id),
                )
            }
        };
        Some(Field { key: key.clone(), title, question, text, target })
    }

    /// The name to show or to say: the group's, or what a free field could be about.
    pub fn name(&self, cx: Cx<'a>) -> &'a str {
        if !self.title.trim().is_empty() {
            return self.title;
        }
        // What it could be about is said once: on the first that has no name.
        let first = cx.design.free_fields.iter().find(|field| field.title.trim().is_empty());
        match first {
            Some(first) if self.key != FieldKey::Free(first.id) => {
                crate::text::interface::FREE_NAME_HINT
            }
            _ => cx.catalogue.free_field.as_str(),
        }
    }
}

/// Where the keyboard goes on a cell; `large` is the focus view's.
pub fn title_id(key: &FieldKey, large: bool) -> Id {
    Id::unique(("field-title", key, large))
}

pub fn text_id(key: &FieldKey, large: bool) -> Id {
    Id::unique(("field-text", key, large))
}
