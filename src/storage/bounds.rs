//! This says how large a design is. Past the bounds of typing its reader is warned; ten times further, where opening,
//! showing and printing it would bring the computer down, the file is refused.

use super::called::name;
use super::error::{List, Part, ReadError, Warning};
use crate::model::design::Workshop;
use crate::model::edit::Target;
use crate::model::{Catalogue, Design, Id, Text, limits};

/// A text of a design.
pub struct Measured<'d> {
    pub part: Part,
    /// Characters that it can hold.
    pub limit: usize,
    pub text: &'d Text,
    /// It is typed in the window, where that bound stops it.
    pub typed: bool,
}

/// The warnings that a design deserves for what is over the bounds of typing.
///
/// # Errors
/// [`ReadError::TextPastBound`], [`ReadError::ListPastBound`], [`ReadError::PastBound`]
pub fn check(catalogue: &Catalogue, design: &Design) -> Result<Vec<Warning>, ReadError> {
    let name = |part: &Part| name(catalogue, design, part);
    let mut warnings = Vec::new();
    let mut refused = None;
    // The lists first: one that is too long is not read through.
    lists(design, &mut |part, length, limit, typed| {
        let hard = limits::hard(limit);
        if length > hard {
            let name = name(&part);
            refused.get_or_insert(ReadError::ListPastBound { part, name, length, limit: hard });
        } else if length > limit && typed {
            warnings.push(Warning::ListTooLong { name: name(&part), part, length, limit });
        }
    });
    if let Some(refused) = refused.take() {
        return Err(refused);
    }
    let mut all = 0usize;
    texts(design, &mut |measured| {
        let Measured { part, limit, text, typed } = measured;
        // Bytes first: they are at least as many, and need no counting.
        let length = if text.len() > limit { text.chars().count() } else { 0 };
        let hard = limits::hard(limit);
        all += text.len();
        if length > hard {
            let name = name(&part);
            refused.get_or_insert(ReadError::TextPastBound { part, name, length, limit: hard });
        } else if length > limit && typed {
            warnings.push(Warning::TextTooLong { name: name(&part), part, length, limit });
        }
    });
    if let Some(refused) = refused {
        return Err(refused);
    }
    if all > limits::ALL_TEXTS {
        let length = length(design);
        if length > limits::ALL_TEXTS {
            return Err(ReadError::PastBound { length });
        }
    }
    Ok(warnings)
}

/// Characters in all the texts of a design.
pub fn length(design: &Design) -> usize {
    let mut all = 0usize;
    texts(design, &mut |measured| all += measured.text.chars().count());
    all
}

/// Calls `take` with every text that a file can hold, in the order of the file.
pub fn texts<'d>(design: &'d Design, take: &mut dyn FnMut(Measured<'d>)) {
    let mut typed = |target: Target, text: &'d Text| {
        let limit = target.limit();
        take(Measured { part: Part::Target(target), limit, text, typed: true });
    };
    typed(Target::Name, &design.name);
    for Workshop { key, place, led_by, .. } in &design.workshops {
        typed(Target::WorkshopPlace(*key), place);
        typed(Target::WorkshopLedBy(*key), led_by);
    }
    for answer in &design.criteria {
        typed(Target::CriterionText(answer.id.clone()), &answer.text);
    }
    for answer in &design.axes {
        typed(Target::AxisNote(answer.id.clone()), &answer.note);
        if let Some(disagreement) = &answer.disagreement {
            typed(Target::Disagreement(answer.id.clone()), &disagreement.text);
        }
    }
    for answer in &design.points {
        typed(Target::PointNote(answer.id.clone()), &answer.note);
        typed(Target::PointOwner(answer.id.clone()), &answer.owner);
        typed(Target::PointDeadline(answer.id.clone()), &answer.deadline);
    }
    typed(Target::OrientationText, &design.orientation.text);
    for answer in &design.fields {
        typed(Target::FieldText(answer.id.clone()), &answer.text);
    }
    for field in &design.free_fields {
        typed(Target::FreeTitle(field.id), &field.title);
        typed(Target::FreeText(field.id), &field.text);
    }
    for next in &design.next_steps {
        typed(Target::NextStepWhat(next.key), &next.what);
        typed(Target::NextStepWho(next.key), &next.who);
        typed(Target::NextStepWhen(next.key), &next.when);
    }
    let limit = limits::SHORT_TEXT;
    for workshop in &design.workshops {
        for text in &workshop.people {
            take(Measured { part: Part::Person(workshop.key), limit, text, typed: true });
        }
    }
    named(design, take);
}

/// What is not typed: ids that the method does not know and the words that came with them, the method's own, the extensions.
fn named<'d>(design: &'d Design, take: &mut dyn FnMut(Measured<'d>)) {
    let limit = limits::SHORT_TEXT;
    let mut word = |part: Part, text: &'d Text| take(Measured { part, limit, text, typed: false });
    word(Part::Method, &design.method.id);
    word(Part::Method, &design.method.edition);
    let mut entry = |list: List, id: &'d Id, words: Option<&'d Text>| {
        word(Part::Word(list), id);
        words.into_iter().for_each(|words| word(Part::Word(list), words));
    };
    for answer in &design.criteria {
        entry(List::Criteria, &answer.id, answer.words.as_ref());
    }
    for answer in &design.axes {
        entry(List::Axes, &answer.id, answer.words.as_ref().map(|(left, _)| left));
        entry(List::Axes, &answer.id, answer.words.as_ref().map(|(_, right)| right));
    }
    let poles = design.own_poles();
    for placing in &design.labs {
        entry(List::Labs, &placing.id, placing.words.as_ref());
        for (axis, _) in &placing.steps {
            // The poles are written again beside each step.
            let own = poles.get(axis);
            entry(List::LabAxes, axis, own.map(|(left, _)| left));
            entry(List::LabAxes, axis, own.map(|(_, right)| right));
        }
    }
    for answer in &design.points {
        entry(List::Points, &answer.id, answer.words.as_ref());
    }
    if let Some(id) = &design.orientation.kind {
        entry(List::Orientation, id, design.orientation.words.as_ref());
    }
    for answer in &design.fields {
        entry(List::Fields, &answer.id, answer.words.as_ref());
    }
    design.extensions.iter().for_each(|(name, _)| word(Part::Extension, name));
    for (_, text) in &design.extensions {
        // What a later program keeps there has no shape that this one knows: only the whole is bounded.
        let limit = limits::ALL_TEXTS;
        take(Measured { part: Part::Extension, limit, text, typed: false });
    }
}

fn lists(design: &Design, take: &mut dyn FnMut(Part, usize, usize, bool)) {
    for workshop in &design.workshops {
        take(Part::People(workshop.key), workshop.people.len(), limits::LIST, true);
    }
    take(Part::Workshops, design.workshops.len(), limits::LIST, true);
    take(Part::NextSteps, design.next_steps.len(), limits::LIST, true);
    take(Part::FreeFields, design.free_fields.len(), limits::FREE_FIELDS, true);
    let mut answers = |list: List, length: usize| {
        take(Part::Answers(list), length, limits::LIST, false);
    };
    answers(List::Criteria, design.criteria.len());
    answers(List::Axes, design.axes.len());
    answers(List::Labs, design.labs.len());
    answers(List::Points, design.points.len());
    answers(List::Fields, design.fields.len());
    for placing in &design.labs {
        answers(List::LabAxes, placing.steps.len());
    }
    take(Part::Extensions, design.extensions.len(), limits::LIST, false);
}
