//! A design becomes the bytes of its file: the same design is always the same bytes.

use std::collections::BTreeMap;

use ron::value::RawValue;

use super::error::WriteError;
use super::literal::Words;
use super::read::{VERSION_ENTRY, text_field, understood};
use super::schema::extensions::KNOWN;
use super::schema::{VERSION, Version, pretty, v1};
use super::size::MAX_BYTES;
use crate::model::design::{
    AxisAnswer, CriterionAnswer, Design, FieldAnswer, FreeField, LabPlacing, NextStep, Orientation,
    OwnPoles, PointAnswer, PointState, Workshop,
};
use crate::model::{Catalogue, Id, Text, limits};

/// The first line of a file, for whoever meets it in a text editor.
const HEADING: &str = include_str!("../../assets/file-heading.txt");

/// The text of a design's file: UTF-8, ended by a line feed on every system.
///
/// # Errors
/// [`WriteError::TooLarge`] for what no reader would take; [`WriteError::Unreadable`] and [`WriteError::Unwritable`]
/// for a design that the program should not have made.
pub fn to_bytes(design: &Design, catalogue: &Catalogue) -> Result<Vec<u8>, WriteError> {
    let bytes = rendered(design, catalogue)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(WriteError::TooLarge { size: bytes.len() as u64 });
    }
    let length = super::length(design);
    if length > limits::ALL_TEXTS {
        return Err(WriteError::TooLong { length });
    }
    // Nothing is ever put on the disk that would not open again.
    match understood(&bytes, catalogue) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(WriteError::Unreadable(Box::new(error))),
    }
}

/// The same, whatever its size, and whether it would open again or not.
pub fn rendered(design: &Design, catalogue: &Catalogue) -> Result<Vec<u8>, WriteError> {
    let mut design = design.clone();
    design.complete(catalogue);
    let (version, extensions) = extensions(&design, catalogue)?;
    let mut lab = lab(&design, catalogue, version);
    lab.extensions = extensions.iter().map(|(name, raw)| (name.clone(), &**raw)).collect();
    let body = ron::ser::to_string_pretty(&lab, pretty()).map_err(WriteError::Unwritable)?;
    Ok(["// ", HEADING.trim_end(), "\n", &body, "\n"].concat().into_bytes())
}

/// All but its extensions.
fn lab<'f>(design: &Design, catalogue: &Catalogue, version: Version) -> v1::Lab<'f> {
    let own = design.own_poles();
    v1::Lab {
        version,
        id: v1::LabId(design.id),
        parent: design.parent.map(v1::LabId),
        method: v1::Method {
            id: (&design.method.id).into(),
            edition: (&design.method.edition).into(),
        },
        name: (&design.name).into(),
        workshops: design.workshops.iter().map(workshop).collect(),
        criteria: design.criteria.iter().map(|answer| criterion(answer, catalogue)).collect(),
        axes: design.axes.iter().map(|answer| axis(answer, catalogue)).collect(),
        labs: design.labs.iter().map(|placing| placed(placing, &own, catalogue)).collect(),
        points: design.points.iter().map(|answer| point(answer, catalogue)).collect(),
        orientation: orientation(&design.orientation, catalogue),
        fields: design.fields.iter().map(|answer| field(answer, catalogue)).collect(),
        free_fields: design.free_fields.iter().map(free_field).collect(),
        next_steps: design.next_steps.iter().map(next_step).collect(),
        extensions: BTreeMap::new(),
    }
}

type Extensions = BTreeMap<Words, Box<RawValue>>;

/// The version to give the file, and its extensions: what a later program added, whose version the file keeps, and what the
/// design holds of those that are known.
fn extensions(design: &Design, catalogue: &Catalogue) -> Result<(Version, Extensions), WriteError> {
    let unwritable = |error: ron::error::SpannedError| WriteError::Unwritable(error.code);
    let (mut version, mut extensions) = (VERSION, BTreeMap::new());
    for (name, raw) in &design.extensions {
        if &**name == VERSION_ENTRY {
            version = ron::from_str(raw).map_err(unwritable)?;
        } else {
            let raw = RawValue::from_boxed_ron(Box::from(&**raw)).map_err(unwritable)?;
            extensions.insert(Words(name.clone()), raw);
        }
    }
    for known in KNOWN {
        if let Some(raw) = (known.written)(design, catalogue)? {
            version = version.max((VERSION.0, known.minor));
            extensions.insert(known.name.into(), raw);
        }
    }
    Ok((version, extensions))
}

/// The catalogue's words for what it knows, those that came with the answer otherwise.
fn words(known: Option<&str>, own: Option<&Text>) -> Words {
    known.or(own.map(|text| &**text)).unwrap_or_default().into()
}

fn workshop(workshop: &Workshop) -> v1::Workshop {
    v1::Workshop {
        date: workshop.date.map(v1::Day),
        place: (&workshop.place).into(),
        led_by: (&workshop.led_by).into(),
        people: workshop
            .people
            .iter()
            .filter(|line| !line.trim().is_empty())
            .map(Words::from)
            .collect(),
    }
}

fn criterion(answer: &CriterionAnswer, catalogue: &Catalogue) -> v1::Criterion {
    let known = catalogue.criterion(&answer.id).map(|criterion| criterion.words.as_str());
    v1::Criterion {
        id: (&answer.id).into(),
        words: words(known, answer.words.as_ref()),
        ticked: answer.ticked,
        text: (&answer.text).into(),
    }
}

fn axis(answer: &AxisAnswer, catalogue: &Catalogue) -> v1::Axis {
    let disagreement = answer.disagreement.as_ref().map(|disagreement| v1::Disagreement {
        text: (&disagreement.text).into(),
        span: disagreement.span.map(|(a, b)| (v1::Notch(a.min(b)), v1::Notch(a.max(b)))),
    });
    v1::Axis {
        id: (&answer.id).into(),
        poles: poles(&answer.id, answer.words.as_ref(), catalogue),
        step: answer.step.map(v1::Notch),
        note: (&answer.note).into(),
        disagreement,
    }
}

fn poles(id: &Id, own: Option<&(Text, Text)>, catalogue: &Catalogue) -> (Words, Words) {
    match (catalogue.axis(id), own) {
        (Some(axis), _) => (axis.left.name.as_str().into(), axis.right.name.as_str().into()),
        (None, Some((left, right))) => (left.into(), right.into()),
        (None, None) => Default::default(),
    }
}

fn placed(placing: &LabPlacing, own: &OwnPoles, catalogue: &Catalogue) -> v1::LabPlacing {
    let known = catalogue.lab(&placing.id).map(|lab| lab.name.as_str());
    let steps = placing.steps.iter().map(|(id, step)| v1::LabStep {
        axis: id.into(),
        poles: poles(id, own.get(id).copied(), catalogue),
        step: v1::Notch(*step),
    });
    v1::LabPlacing {
        id: (&placing.id).into(),
        words: words(known, placing.words.as_ref()),
        steps: steps.collect(),
    }
}

fn point(answer: &PointAnswer, catalogue: &Catalogue) -> v1::Point {
    let known = catalogue.point(&answer.id).map(|point| point.words.as_str());
    v1::Point {
        id: (&answer.id).into(),
        words: words(known, answer.words.as_ref()),
        state: match answer.state {
            PointState::ToDiscuss => v1::State::ToDiscuss,
            PointState::InDiscussion => v1::State::InDiscussion,
            PointState::Settled => v1::State::Settled,
        },
        note: (&answer.note).into(),
        owner: (&answer.owner).into(),
        deadline: (&answer.deadline).into(),
    }
}

fn orientation(orientation: &Orientation, catalogue: &Catalogue) -> v1::Orientation {
    let kind = orientation.kind.as_ref().map(|id| {
        let known = catalogue.lab(id).map(|lab| lab.orientation.as_str());
        v1::Kind { id: id.into(), words: words(known, orientation.words.as_ref()) }
    });
    v1::Orientation { kind, text: (&orientation.text).into() }
}

fn field(answer: &FieldAnswer, catalogue: &Catalogue) -> v1::Field {
    let known = text_field(catalogue, &answer.id).map(|field| field.words.as_str());
    v1::Field {
        id: (&answer.id).into(),
        words: words(known, answer.words.as_ref()),
        text: (&answer.text).into(),
    }
}

fn free_field(field: &FreeField) -> v1::FreeField {
    v1::FreeField {
        id: v1::LabId(field.id),
        title: (&field.title).into(),
        text: (&field.text).into(),
    }
}

fn next_step(next: &NextStep) -> v1::NextStep {
    v1::NextStep { what: (&next.what).into(), who: (&next.who).into(), when: (&next.when).into() }
}
