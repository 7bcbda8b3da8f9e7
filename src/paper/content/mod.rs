//! The templates read here what is said on a sheet: every word is data, none is markup.
//!
//! A text of the group is a list of paragraphs, already set for paper ([`setting::paragraphs`]).

mod labels;
mod parts;
mod standing;

use std::collections::BTreeMap;

use serde::Serialize;

use super::setting;
use crate::model::catalogue::{CREATION, Catalogue, Zone};
use crate::model::design::{Date, Design, PointState};
use crate::model::progress;
use crate::model::signs::holds;
use crate::model::standing::workshops_in_order;
use crate::text::{dates, paper as words, values};
use labels::Labels;
use parts::{
    AxisOnPaper, CriterionOnPaper, FieldOnPaper, LabOnPaper, PointOnPaper, Text, WorkshopOnPaper,
};
use standing::StandingOnPaper;

/// All that a template can show: the method, what the group said, and the words around both.
#[derive(Debug, Serialize)]
pub(super) struct Content {
    /// What the design is called: the group's name for it, or the sheet's own title.
    name: String,
    named: bool,
    sheet: String,
    /// The day it is printed, in words and in numbers (year, month, day).
    day: String,
    date: (i16, i8, i8),
    /// The day of the session that the ballots are for; empty when it is not known, since they are printed the day before.
    session: String,
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
    /// As on the screen: the newest last, those without a date after them.
    workshops: Vec<WorkshopOnPaper>,
    next_steps: Vec<[Text; 3]>,
    standing: StandingOnPaper,
    /// Answers to ids that this edition of the method does not know.
    others: Vec<FieldOnPaper>,
    glossary: String,
    /// What the names of the poles need to be understood.
    axes_glossary: String,
    words: BTreeMap<&'static str, &'static str>,
}

impl Content {
    /// What the sheets of `design` say, printed on `day` under `code`.
    pub fn of(catalogue: &Catalogue, design: &Design, day: Date, code: String) -> Content {
        let name = setting::line(&design.name);
        let named = holds(&name);
        let (labels, mut others) = (Labels(catalogue), Vec::new());
        labels.unknown(design, &mut others);
        let fields = labels.fields(design);
        Content {
            name: if named { name } else { catalogue.sheet.clone() },
            named,
            sheet: catalogue.sheet.clone(),
            day: dates::words(day),
            date: (day.year(), day.month(), day.day()),
            session: session(design, day).map(dates::words).unwrap_or_default(),
            code,
            zones: zones(|zone| catalogue.title(zone).to_owned()),
            step_title: catalogue.step_title(Zone::Positioning).to_owned(),
            counts: counts(catalogue, design),
            criteria: labels.criteria(design),
            axes: catalogue
                .axes
                .iter()
                .map(|axis| parts::on_axis(axis, design.axis(&axis.id)))
                .collect(),
            points: catalogue
                .points
                .iter()
                .map(|point| parts::on_point(point, design.point(&point.id)))
                .collect(),
            orientation: labels.orientation(design),
            emblem: emblem(catalogue, design),
            creation: labels.field(design, CREATION),
            standing: StandingOnPaper::of(catalogue, design, &fields),
            fields,
            free_field: catalogue.free_field.clone(),
            labs: catalogue.labs.iter().map(|lab| parts::on_lab(catalogue, design, lab)).collect(),
            workshops: workshops_in_order(&design.workshops)
                .into_iter()
                .map(parts::on_workshop)
                .filter(|workshop| !workshop.is_empty())
                .collect(),
            next_steps: design
                .next_steps
                .iter()
                .map(parts::on_step)
                .filter(|step| step.iter().any(|text| !text.is_empty()))
                .collect(),
            others,
            glossary: words::glossary(&catalogue.glossary),
            axes_glossary: words::axes_glossary(catalogue),
            words: words::WORDS.iter().copied().collect(),
        }
    }

    /// What the design is called.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The next of the workshops that have a date, from `day` on.
fn session(design: &Design, day: Date) -> Option<Date> {
    let dates = design.workshops.iter().filter_map(|workshop| workshop.date);
    dates.filter(|date| *date >= day).min()
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
    let [open, talked] = [PointState::ToDiscuss, PointState::InDiscussion]
        .map(|state| progress::points_in(catalogue, design, state));
    zones(|zone| match zone {
        Zone::Definition => values::criteria(progress::criteria(catalogue, design)),
        Zone::Positioning => values::axes(progress::axes(catalogue, design)),
        Zone::Examples => String::new(),
        Zone::Vigilance => values::points_open(open, talked),
        Zone::Design => values::fields(progress::fields(catalogue, design)),
    })
}

/// The emblem of the kind chosen; none for a kind that the catalogue does not know.
fn emblem(catalogue: &Catalogue, design: &Design) -> Option<String> {
    let kind = design.orientation.kind.as_deref()?;
    catalogue.lab(kind).map(|lab| lab.id.to_string())
}
