//! The parts of the sheet have the catalogue's names, beside what the group wrote in them.

use super::parts::{CriterionOnPaper, FieldOnPaper};
use crate::model::catalogue::{CREATION, Catalogue, ORIENTATION};
use crate::model::design::{CriterionAnswer, Design, FreeField};
use crate::model::place::Place;
use crate::model::signs::holds;
use crate::paper::setting;
use crate::text::{paper as words, values};

/// What the catalogue calls the parts of the sheet.
pub(super) struct Labels<'a>(pub &'a Catalogue);

impl Labels<'_> {
    pub fn criteria(&self, design: &Design) -> Vec<CriterionOnPaper> {
        let none = CriterionAnswer::default();
        let criteria = self.0.criteria.iter();
        criteria
            .map(|criterion| {
                let answer = design.criterion(&criterion.id).unwrap_or(&none);
                CriterionOnPaper {
                    words: criterion.words.clone(),
                    question: criterion.question.clone(),
                    ticked: answer.ticked,
                    said: values::ticked(answer.ticked).to_owned(),
                    text: setting::paragraphs(&answer.text),
                }
            })
            .collect()
    }

    pub fn orientation(&self, design: &Design) -> FieldOnPaper {
        let orientation = &design.orientation;
        let kind = values::orientation_kind(self.0, orientation);
        let said = crate::text::labs::orientation(kind.unwrap_or_default(), &orientation.text);
        FieldOnPaper {
            place: Some(Place::field(ORIENTATION)),
            text: setting::paragraphs(&said),
            ..self.field(design, ORIENTATION)
        }
    }

    pub fn field(&self, design: &Design, id: &str) -> FieldOnPaper {
        let field = self.0.fields.iter().find(|field| &*field.id == id);
        FieldOnPaper {
            place: Some(Place::field(id)),
            label: field.map(|field| field.words.clone()).unwrap_or_default(),
            question: field.map(|field| field.question.clone()).unwrap_or_default(),
            text: design
                .field(id)
                .map(|answer| setting::paragraphs(&answer.text))
                .unwrap_or_default(),
        }
    }

    /// The cells of the sheet: the method's fields, then those that the group named.
    ///
    /// A free field without a name or a text is an invitation; on paper, one is enough, and only where a cell is left.
    pub fn fields(&self, design: &Design) -> Vec<FieldOnPaper> {
        let apart = |id: &str| id == ORIENTATION || id == CREATION;
        let known = self.0.fields.iter().filter(|field| !apart(&field.id));
        let mut fields: Vec<_> = known.map(|field| self.field(design, &field.id)).collect();
        let blank = |free: &FreeField| !holds(&free.title) && !holds(&free.text);
        let (asked, kept): (Vec<_>, Vec<_>) = design.free_fields.iter().partition(|f| blank(f));
        fields.extend(kept.into_iter().map(|free| self.free(design, free)));
        if let Some(first) = asked.first().filter(|_| fields.len() % 2 == 1) {
            fields.push(self.free(design, first));
        }
        fields
    }

    fn free(&self, design: &Design, free: &FreeField) -> FieldOnPaper {
        let title = setting::line(&free.title);
        // A name may hold nothing that shows: a heading without a sign would refuse the sheet.
        let named = !title.is_empty();
        FieldOnPaper {
            place: Some(Place::free(free.id)),
            label: if named { title } else { words::FREE_FIELD.to_owned() },
            question: if named {
                String::new()
            } else {
                values::free_invitation(self.0, design, free).to_owned()
            },
            text: setting::paragraphs(&free.text),
        }
    }

    /// What a newer edition of the method asked, and the group answered.
    pub fn unknown(&self, design: &Design, others: &mut Vec<FieldOnPaper>) {
        for answer in design.criteria.iter().filter(|a| self.0.criterion(&a.id).is_none()) {
            let name = values::named(answer.words.as_deref(), &answer.id);
            let label = values::colon(name, values::ticked(answer.ticked));
            others.push(other(&label, &[&answer.text]));
        }
        for answer in design.axes.iter().filter(|a| self.0.axis(&a.id).is_none()) {
            let poles = answer.words.as_ref().map(|(left, right)| [left, right].map(|p| &**p));
            let disagreement = answer.disagreement.as_ref().map_or("", |d| &d.text);
            let label = words::unknown_axis(poles, &answer.id, answer.step);
            others.push(other(&label, &[&answer.note, disagreement]));
        }
        for answer in design.points.iter().filter(|a| self.0.point(&a.id).is_none()) {
            let name = values::named(answer.words.as_deref(), &answer.id);
            let label = values::colon(name, values::point_state(answer.state));
            others.push(other(&label, &[&answer.note, &answer.owner, &answer.deadline]));
        }
        let known = |id: &str| self.0.fields.iter().any(|field| &*field.id == id);
        for answer in design.fields.iter().filter(|answer| !known(&answer.id)) {
            let name = values::named(answer.words.as_deref(), &answer.id);
            others.push(other(name, &[&answer.text]));
        }
    }
}

fn other(label: &str, texts: &[&str]) -> FieldOnPaper {
    let text = texts.iter().flat_map(|text| setting::paragraphs(text)).collect();
    let label = setting::line(label);
    let label = if label.is_empty() { words::UNNAMED_FIELD.to_owned() } else { label };
    FieldOnPaper { place: None, label, question: String::new(), text }
}
