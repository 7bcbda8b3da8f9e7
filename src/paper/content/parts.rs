//! Each part of a sheet has its content here: a criterion, an axis, a point, a field, a lab, a workshop.

use serde::Serialize;

use crate::model::catalogue::{Axis, CREATION, Catalogue, Lab, ORIENTATION, Point};
use crate::model::design::{AxisAnswer, Design, NextStep, PointAnswer, PointState, Workshop};
use crate::model::place::Place;
use crate::paper::setting;
use crate::text::{dates, paper as words, values};

/// Paragraphs, in reading order; none when nothing is written.
pub(super) type Text = Vec<String>;

#[derive(Debug, Serialize)]
pub(super) struct CriterionOnPaper {
    pub words: String,
    pub question: String,
    pub ticked: bool,
    /// The drawing of its box, in words.
    pub said: String,
    pub text: Text,
}

#[derive(Debug, Serialize)]
pub(super) struct AxisOnPaper {
    left: PoleOnPaper,
    right: PoleOnPaper,
    /// −3…3; absent until the group decides.
    step: Option<i8>,
    span: Option<(i8, i8)>,
    span_words: Option<String>,
    /// « 2 crans vers Support »
    place: String,
    /// « 2 crans sur 3 vers Support »
    place_alone: String,
    /// The drawing, in words: the accessible name of the same rail on the screen.
    said: String,
    note: Text,
    disagreement: Text,
    disagreed: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct PoleOnPaper {
    name: String,
    help: String,
}

#[derive(Debug, Serialize)]
pub(super) struct PointOnPaper {
    words: String,
    question: String,
    /// 0 to discuss, 1 in discussion, 2 settled.
    state: u8,
    state_words: String,
    said: String,
    owner: Text,
    deadline: Text,
    note: Text,
}

#[derive(Debug, Serialize)]
pub(super) struct FieldOnPaper {
    /// What it answers to, in the design.
    #[serde(skip)]
    pub place: Option<Place>,
    pub label: String,
    pub question: String,
    pub text: Text,
}

#[derive(Debug, Serialize)]
pub(super) struct LabOnPaper {
    id: String,
    kind: String,
    title: String,
    purpose: String,
    name: String,
    place: String,
    year: String,
    answers: Vec<FieldOnPaper>,
    /// Where the group places it on each axis, in the order of the axes.
    steps: Vec<Option<i8>>,
    said: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct WorkshopOnPaper {
    date: String,
    place: Text,
    led_by: Text,
    people: Vec<Text>,
}

impl WorkshopOnPaper {
    /// Nothing of it shows, whatever signs it holds.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.place, &self.led_by];
        self.date.is_empty() && self.people.is_empty() && texts.iter().all(|text| text.is_empty())
    }
}

pub(super) fn on_axis(axis: &Axis, answer: Option<&AxisAnswer>) -> AxisOnPaper {
    let step = answer.and_then(|answer| answer.step);
    let disagreement = answer.and_then(|answer| answer.disagreement.as_ref());
    let span = disagreement.and_then(|disagreement| disagreement.span);
    // Not placed for want of agreement: nothing is left to do on the sheet itself.
    let apart = step.is_none() && disagreement.is_some();
    let pole = |pole: &crate::model::catalogue::Pole| PoleOnPaper {
        name: pole.name.clone(),
        help: pole.help.clone(),
    };
    AxisOnPaper {
        left: pole(&axis.left),
        right: pole(&axis.right),
        step: step.map(|step| step.get()),
        span: span.map(|(from, to)| (from.get(), to.get())),
        span_words: span.map(|span| words::held(axis, span)),
        place: if apart { words::NO_PLACE.to_owned() } else { values::step(axis, step) },
        place_alone: if apart {
            words::NO_COMMON_PLACE.to_owned()
        } else {
            values::step_among(axis, step)
        },
        said: words::rail(axis, step, disagreement),
        note: answer.map(|answer| setting::paragraphs(&answer.note)).unwrap_or_default(),
        disagreement: disagreement.map(|d| setting::paragraphs(&d.text)).unwrap_or_default(),
        disagreed: disagreement.is_some(),
    }
}

pub(super) fn on_point(point: &Point, answer: Option<&PointAnswer>) -> PointOnPaper {
    let none = PointAnswer::default();
    let answer = answer.unwrap_or(&none);
    PointOnPaper {
        words: point.words.clone(),
        question: point.question.clone(),
        state: match answer.state {
            PointState::ToDiscuss => 0,
            PointState::InDiscussion => 1,
            PointState::Settled => 2,
        },
        state_words: values::point_state(answer.state).to_owned(),
        said: values::point_state(answer.state).to_owned(),
        owner: setting::paragraphs(&answer.owner),
        deadline: setting::paragraphs(&answer.deadline),
        note: setting::paragraphs(&answer.note),
    }
}

pub(super) fn on_lab(catalogue: &Catalogue, design: &Design, lab: &Lab) -> LabOnPaper {
    let apart = |id: &str| id == ORIENTATION || id == CREATION;
    let fields = catalogue.fields.iter().filter(|field| !apart(&field.id));
    let steps: Vec<_> =
        catalogue.axes.iter().map(|axis| design.lab_step(&lab.id, &axis.id)).collect();
    LabOnPaper {
        id: lab.id.to_string(),
        kind: values::kind(lab),
        title: lab.title.clone(),
        purpose: setting::line(&lab.purpose),
        name: lab.name.clone(),
        place: lab.place.clone(),
        year: lab.year.clone(),
        answers: fields
            .filter_map(|field| {
                let text = lab.answer(&field.id, true)?;
                Some(FieldOnPaper {
                    place: None,
                    label: field.words.clone(),
                    question: String::new(),
                    text: setting::paragraphs(text),
                })
            })
            .collect(),
        said: catalogue
            .axes
            .iter()
            .zip(&steps)
            .map(|(axis, step)| values::axis_with_step(axis, *step))
            .collect(),
        steps: steps.into_iter().map(|step| step.map(|step| step.get())).collect(),
    }
}

pub(super) fn on_workshop(workshop: &Workshop) -> WorkshopOnPaper {
    WorkshopOnPaper {
        date: workshop.date.map(dates::words).unwrap_or_default(),
        place: setting::paragraphs(&workshop.place),
        led_by: setting::paragraphs(&workshop.led_by),
        people: workshop
            .people
            .iter()
            .map(|person| setting::paragraphs(person))
            .filter(|person| !person.is_empty())
            .collect(),
    }
}

pub(super) fn on_step(step: &NextStep) -> [Text; 3] {
    [&step.what, &step.who, &step.when].map(|text| setting::paragraphs(text))
}
