//! What is said on a sheet, as the templates read it: every word is data, none is markup.
//!
//! A text of the group is a list of paragraphs, already set for paper ([`setting::paragraphs`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::setting;
use crate::model::catalogue::{Axis, CREATION, Catalogue, Lab, ORIENTATION, Point, Zone};
use crate::model::design::{
    AxisAnswer, CriterionAnswer, Date, Design, FreeField, NextStep, PointAnswer, PointState,
    Workshop,
};
use crate::model::progress::{self, holds};
use crate::text::{dates, paper as words, values};

/// Paragraphs, in reading order; none when nothing is written.
type Text = Vec<String>;

/// All that a template can show: the method, what the group said, and the words around both.
#[derive(Debug, Serialize)]
pub(super) struct Content {
    /// What the design is called: the group's name for it, or the sheet's own title.
    name: String,
    named: bool,
    sheet: String,
    /// The day it is printed, in words and in numbers (year, month, day).
    day: String,
    date: (i16, u8, u8),
    /// Which bytes this paper shows: [`super::code`].
    code: String,
    zones: BTreeMap<&'static str, String>,
    /// The question of a ballot.
    step_title: String,
    counts: BTreeMap<&'static str, String>,
    criteria: Vec<CriterionOnPaper>,
    axes: Vec<AxisOnPaper>,
    points: Vec<PointOnPaper>,
    orientation: FieldOnPaper,
    /// The id of the lab whose emblem stands beside the orientation.
    emblem: Option<String>,
    creation: FieldOnPaper,
    fields: Vec<FieldOnPaper>,
    free_field: String,
    labs: Vec<LabOnPaper>,
    workshops: Vec<WorkshopOnPaper>,
    next_steps: Vec<[Text; 3]>,
    /// Answers to ids that this edition of the method does not know.
    others: Vec<FieldOnPaper>,
    glossary: String,
    words: BTreeMap<&'static str, &'static str>,
}

#[derive(Debug, Serialize)]
struct CriterionOnPaper {
    words: String,
    question: String,
    ticked: bool,
    /// The drawing of its box, in words.
    said: String,
    text: Text,
}

#[derive(Debug, Serialize)]
struct AxisOnPaper {
    left: PoleOnPaper,
    right: PoleOnPaper,
    /// −3…3; absent until the group decides.
    step: Option<i8>,
    span: Option<(i8, i8)>,
    span_words: Option<String>,
    /// « 2 crans vers Support »
    place: String,
    /// The drawing, in words: the accessible name of the same rail on the screen.
    said: String,
    note: Text,
    disagreement: Text,
    disagreed: bool,
}

#[derive(Debug, Serialize)]
struct PoleOnPaper {
    name: String,
    help: String,
}

#[derive(Debug, Serialize)]
struct PointOnPaper {
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
struct FieldOnPaper {
    label: String,
    question: String,
    text: Text,
}

#[derive(Debug, Serialize)]
struct LabOnPaper {
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
struct WorkshopOnPaper {
    date: String,
    place: Text,
    led_by: Text,
    people: Vec<Text>,
}

impl Content {
    /// What the sheets of `design` say, printed on `day` under `code`.
    pub fn of(catalogue: &Catalogue, design: &Design, day: Date, code: String) -> Content {
        let name = setting::line(&design.name);
        let named = holds(&name);
        let (labels, mut others) = (Labels(catalogue), Vec::new());
        labels.unknown(design, &mut others);
        Content {
            name: if named { name } else { catalogue.sheet.clone() },
            named,
            sheet: catalogue.sheet.clone(),
            day: dates::words(day),
            date: (day.year, day.month, day.day),
            code,
            zones: zones(|zone| catalogue.title(zone).to_owned()),
            step_title: catalogue.step_title(Zone::Positioning).to_owned(),
            counts: counts(catalogue, design),
            criteria: labels.criteria(design),
            axes: catalogue.axes.iter().map(|axis| on_axis(axis, design.axis(&axis.id))).collect(),
            points: catalogue
                .points
                .iter()
                .map(|point| on_point(point, design.point(&point.id)))
                .collect(),
            orientation: labels.orientation(design),
            emblem: emblem(catalogue, design),
            creation: labels.field(design, CREATION),
            fields: labels.fields(design),
            free_field: catalogue.free_field.clone(),
            labs: catalogue.labs.iter().map(|lab| on_lab(catalogue, design, lab)).collect(),
            workshops: design.workshops.iter().filter(|w| !is_empty(w)).map(on_workshop).collect(),
            next_steps: design.next_steps.iter().filter(|s| !s.is_blank()).map(on_step).collect(),
            others,
            glossary: words::glossary(&catalogue.glossary),
            words: words::WORDS.iter().copied().collect(),
        }
    }
}

const ZONES: [(&str, Zone); 5] = [
    ("definition", Zone::Definition),
    ("positioning", Zone::Positioning),
    ("examples", Zone::Examples),
    ("vigilance", Zone::Vigilance),
    ("design", Zone::Design),
];

fn zones(say: impl Fn(Zone) -> String) -> BTreeMap<&'static str, String> {
    ZONES.into_iter().map(|(id, zone)| (id, say(zone))).collect()
}

fn counts(catalogue: &Catalogue, design: &Design) -> BTreeMap<&'static str, String> {
    let open = progress::points_in(catalogue, design, PointState::ToDiscuss);
    zones(|zone| match zone {
        Zone::Definition => values::criteria(progress::criteria(catalogue, design)),
        Zone::Positioning => values::axes(progress::axes(catalogue, design)),
        Zone::Examples => String::new(),
        Zone::Vigilance => values::to_discuss(open),
        Zone::Design => values::fields(progress::fields(catalogue, design)),
    })
}

fn is_empty(workshop: &Workshop) -> bool {
    workshop.date.is_none() && workshop.is_blank()
}

/// The emblem of the kind chosen; none for a kind that the catalogue does not know.
fn emblem(catalogue: &Catalogue, design: &Design) -> Option<String> {
    let kind = design.orientation.kind.as_deref()?;
    catalogue.lab(kind).map(|lab| lab.id.to_string())
}

/// What the catalogue calls the parts of the sheet.
struct Labels<'a>(&'a Catalogue);

impl Labels<'_> {
    fn criteria(&self, design: &Design) -> Vec<CriterionOnPaper> {
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

    fn orientation(&self, design: &Design) -> FieldOnPaper {
        let orientation = &design.orientation;
        let unknown = orientation.words.as_deref();
        let kind = orientation
            .kind
            .as_deref()
            .map(|id| self.0.lab(id).map_or(unknown.unwrap_or(id), |lab| lab.orientation.as_str()));
        let said = crate::text::labs::orientation(kind.unwrap_or_default(), &orientation.text);
        FieldOnPaper { text: setting::paragraphs(&said), ..self.field(design, ORIENTATION) }
    }

    fn field(&self, design: &Design, id: &str) -> FieldOnPaper {
        let field = self.0.fields.iter().find(|field| &*field.id == id);
        FieldOnPaper {
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
    fn fields(&self, design: &Design) -> Vec<FieldOnPaper> {
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
        let named = holds(&free.title);
        FieldOnPaper {
            label: if named { setting::line(&free.title) } else { words::FREE_FIELD.to_owned() },
            question: if named {
                words::TO_WRITE.to_owned()
            } else {
                values::free_name(self.0, design, free).to_owned()
            },
            text: setting::paragraphs(&free.text),
        }
    }

    /// What a newer edition of the method asked, and the group answered.
    fn unknown(&self, design: &Design, others: &mut Vec<FieldOnPaper>) {
        for answer in design.criteria.iter().filter(|a| self.0.criterion(&a.id).is_none()) {
            let name = answer.words.as_deref().unwrap_or(&answer.id);
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
            let name = answer.words.as_deref().unwrap_or(&answer.id);
            let label = values::colon(name, values::point_state(answer.state));
            others.push(other(&label, &[&answer.note, &answer.owner, &answer.deadline]));
        }
        let known = |id: &str| self.0.fields.iter().any(|field| &*field.id == id);
        for answer in design.fields.iter().filter(|answer| !known(&answer.id)) {
            let name = answer.words.as_deref().unwrap_or(&answer.id);
            others.push(other(name, &[&answer.text]));
        }
    }
}

fn other(label: &str, texts: &[&str]) -> FieldOnPaper {
    let text = texts.iter().flat_map(|text| setting::paragraphs(text)).collect();
    FieldOnPaper { label: setting::line(label), question: String::new(), text }
}

fn on_axis(axis: &Axis, answer: Option<&AxisAnswer>) -> AxisOnPaper {
    let step = answer.and_then(|answer| answer.step);
    let disagreement = answer.and_then(|answer| answer.disagreement.as_ref());
    let span = disagreement.and_then(|disagreement| disagreement.span);
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
        place: values::step(axis, step),
        said: words::rail(axis, step, disagreement),
        note: answer.map(|answer| setting::paragraphs(&answer.note)).unwrap_or_default(),
        disagreement: disagreement.map(|d| setting::paragraphs(&d.text)).unwrap_or_default(),
        disagreed: disagreement.is_some(),
    }
}

fn on_point(point: &Point, answer: Option<&PointAnswer>) -> PointOnPaper {
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

fn on_lab(catalogue: &Catalogue, design: &Design, lab: &Lab) -> LabOnPaper {
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

fn on_workshop(workshop: &Workshop) -> WorkshopOnPaper {
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

fn on_step(step: &NextStep) -> [Text; 3] {
    [&step.what, &step.who, &step.when].map(|text| setting::paragraphs(text))
}
