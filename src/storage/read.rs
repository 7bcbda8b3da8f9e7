//! The bytes of a file become a design and its warnings, or one named error.

use std::borrow::Cow;

use serde::Deserialize;

use super::bounds;
use super::error::{List, Position, Problem, ReadError, Warning};
use super::fault::Fault;
use super::literal::{self, Words};
use super::opened::Opened;
use super::schema::extensions::{self, Known};
use super::schema::{self, VERSION, v1};
use super::size::MAX_BYTES;
use crate::model::catalogue::{Field, ORIENTATION};
use crate::model::design::{
    AxisAnswer, CriterionAnswer, Disagreement, FieldAnswer, FreeField, LabPlacing, MethodRef,
    NextStep, Orientation, PointAnswer, PointState, Workshop,
};
use crate::model::{Catalogue, Design, Id, Step, Text};

/// The name under which a design keeps the version of a file that came from a later program, among its extensions: it
/// follows them, and is written back with them. No extension of a file may bear it.
pub const VERSION_ENTRY: &str = "version";

/// Reads a design from the bytes of a file, whether it could be saved or not, and whether all of it is drawn or not.
///
/// # Errors
/// [`ReadError`], among those that concern the content.
pub fn understood(bytes: &[u8], catalogue: &Catalogue) -> Result<Opened, ReadError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { size: bytes.len() as u64 });
    }
    let source = &*text(bytes)?;
    if source.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some((major, minor)) = schema::version(source)
        && major != VERSION.0
    {
        return Err(if major > VERSION.0 {
            ReadError::NewerVersion { major, minor }
        } else {
            ReadError::NoSuchVersion { major, minor }
        });
    }
    let lab = lab(source)?;
    if lab.extensions.contains_key(&Words::from(VERSION_ENTRY)) {
        let at = position_of_last(source, "\"version\"");
        return Err(ReadError::Invalid { at, problem: Problem::ReservedName });
    }
    let mut reader = Reader { catalogue, warnings: Vec::new() };
    let design = reader.design(lab, source)?;
    reader.warnings.extend(bounds::check(catalogue, &design)?);
    Ok(Opened { design, warnings: reader.warnings })
}

/// The text of a file: UTF-8, without its byte order mark, each line ended by a line feed alone (an editor or a mail
/// program may have put carriage returns before them; those of the texts are escaped).
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(ReadError::Utf16);
    }
    if bytes.contains(&0) {
        return Err(ReadError::Binary);
    }
    let source = str::from_utf8(bytes).map_err(|error| {
        let sound = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        ReadError::NotUtf8 { at: end_of(&sound) }
    })?;
    // Another program, or another system, may have parted letters from their marks, in our own words too.
    let source = literal::composed(source);
    Ok(if source.contains("\r\n") { source.replace("\r\n", "\n").into() } else { source })
}

fn end_of(text: &str) -> Position {
    let line = 1 + text.matches('\n').count();
    let last = text.rsplit('\n').next().unwrap_or_default();
    Position { line, column: 1 + last.chars().count() }
}

fn position_of_last(source: &str, needle: &str) -> Position {
    end_of(&source[..source.rfind(needle).unwrap_or(source.len())])
}

/// Where a part of `source`, which is a slice of it, begins.
fn position_of(source: &str, part: &str) -> Position {
    let before = (part.as_ptr() as usize).saturating_sub(source.as_ptr() as usize);
    end_of(source.get(..before).unwrap_or(source))
}

fn lab(source: &str) -> Result<v1::Lab<'_>, ReadError> {
    // An extension of ron makes some of its look-aheads quadratic, and none is part of the format, nor is any other attribute.
    if let Some(start) = attribute(source) {
        let at = end_of(&source[..start]);
        return Err(ReadError::Invalid { at, problem: Problem::Attribute });
    }
    let mut deserializer = ron::Deserializer::from_str(source).map_err(Fault::from)?;
    v1::Lab::deserialize(&mut deserializer)
        .and_then(|lab| deserializer.end().map(|()| lab))
        .map_err(|code| {
            let mut fault = Fault::from(deserializer.span_error(code));
            // A word cut in two is not one that nobody knows.
            if deserializer.remainder().trim().is_empty() && fault.is_about_a_word() {
                fault.problem = Problem::CutShort;
            }
            fault.into()
        })
}

/// Where an attribute stands (`#![enable(…)]`, `#![type = "…"]`), after the spaces and the comments that begin a file.
fn attribute(source: &str) -> Option<usize> {
    let mut rest = source;
    loop {
        rest =
            rest.trim_start_matches(|c: char| c.is_whitespace() || "\u{200e}\u{200f}".contains(c));
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.split_once('\n').map_or("", |(_, after)| after);
        } else if rest.starts_with("/*") {
            rest = after_comment(rest);
        } else {
            return rest.starts_with('#').then(|| source.len() - rest.len());
        }
    }
}

/// What follows the comment that `source` begins with: one may hold others.
fn after_comment(source: &str) -> &str {
    let (mut depth, mut at) = (0usize, 0);
    while let Some(two) = source.as_bytes().get(at..at + 2) {
        match two {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return &source[at..];
        }
    }
    ""
}

/// Turns the types of the file into those of the model, and notes what deserves a warning on the way.
struct Reader<'c> {
    catalogue: &'c Catalogue,
    warnings: Vec<Warning>,
}

impl Reader<'_> {
    fn design(&mut self, lab: v1::Lab, source: &str) -> Result<Design, ReadError> {
        let catalogue = self.catalogue;
        let (mut extensions, mut known): (Vec<(Text, Text)>, Vec<_>) = Default::default();
        if lab.version.1 > extensions::last_minor() {
            let (major, minor) = lab.version;
            self.warnings.push(Warning::NewerMinor(minor));
            extensions.push((VERSION_ENTRY.into(), format!("({major}, {minor})").into()));
        }
        for (Words(name), raw) in lab.extensions {
            let raw = raw.get_ron();
            if let Some(of) = Known::named(&name) {
                known.push((of, raw));
            } else {
                self.warnings.push(Warning::Extension(name.clone()));
                extensions.push((name, raw.into()));
            }
        }
        let method = MethodRef { id: lab.method.id.0, edition: lab.method.edition.0 };
        if *method.id != *catalogue.method || *method.edition != *catalogue.edition {
            let MethodRef { id, edition } = method.clone();
            self.warnings.push(Warning::OtherMethod { id, edition });
        }
        let mut design = Design {
            id: lab.id.0,
            parent: lab.parent.map(|id| id.0),
            method,
            name: lab.name.0,
            workshops: lab.workshops.into_iter().map(workshop).collect(),
            criteria: lab.criteria.into_iter().map(|entry| self.criterion(entry)).collect(),
            axes: lab.axes.into_iter().map(|entry| self.axis(entry)).collect(),
            labs: lab.labs.into_iter().map(|entry| self.lab(entry)).collect(),
            points: lab.points.into_iter().map(|entry| self.point(entry)).collect(),
            orientation: self.orientation(lab.orientation),
            fields: lab.fields.into_iter().map(|entry| self.field(entry)).collect(),
            free_fields: lab.free_fields.into_iter().map(free_field).collect(),
            next_steps: lab.next_steps.into_iter().map(next_step).collect(),
            extensions,
        };
        design.complete(catalogue);
        for (known, raw) in known {
            (known.read)(raw, &mut design, catalogue, &mut self.warnings)
                .map_err(|fault| fault.within(position_of(source, raw)))?;
        }
        Ok(design)
    }

    /// The words to keep for `id`: none if the catalogue knows it and has its own.
    fn words(&mut self, list: List, id: &Id, known: bool, words: Words) -> Option<Text> {
        if known {
            return None;
        }
        let words = Some(words.0).filter(|words| !words.is_empty());
        self.warnings.push(Warning::UnknownId { list, id: id.clone(), words: words.clone() });
        words
    }

    fn criterion(&mut self, entry: v1::Criterion) -> CriterionAnswer {
        let id = entry.id.0;
        let known = self.catalogue.criterion(&id).is_some();
        let words = self.words(List::Criteria, &id, known, entry.words);
        CriterionAnswer { id, words, ticked: entry.ticked, text: entry.text.0 }
    }

    fn axis(&mut self, entry: v1::Axis) -> AxisAnswer {
        let id = entry.id.0;
        let (Words(left), Words(right)) = entry.poles;
        let mut words = None;
        if self.catalogue.axis(&id).is_none() {
            words = Some((left, right)).filter(|(l, r)| !(l.is_empty() && r.is_empty()));
            let shown = words.as_ref().map(|(l, r)| format!("{l} / {r}").into());
            let id = id.clone();
            self.warnings.push(Warning::UnknownId { list: List::Axes, id, words: shown });
        }
        let disagreement = entry.disagreement.map(|entry| Disagreement {
            text: entry.text.0,
            span: entry.span.map(|(v1::Notch(a), v1::Notch(b))| (a.min(b), a.max(b))),
        });
        AxisAnswer { id, words, step: step(entry.step), note: entry.note.0, disagreement }
    }

    fn lab(&mut self, entry: v1::LabPlacing) -> LabPlacing {
        let id = entry.id.0;
        let words = self.words(List::Labs, &id, self.catalogue.lab(&id).is_some(), entry.words);
        let steps = entry.steps.into_iter().map(|place| {
            let axis = place.axis.0;
            let known = self.catalogue.axis(&axis).is_some();
            self.words(List::LabAxes, &axis, known, Words::default());
            (axis, place.step.0)
        });
        LabPlacing { id, words, steps: steps.collect() }
    }

    fn point(&mut self, entry: v1::Point) -> PointAnswer {
        let id = entry.id.0;
        let words = self.words(List::Points, &id, self.catalogue.point(&id).is_some(), entry.words);
        let state = match entry.state {
            v1::State::ToDiscuss => PointState::ToDiscuss,
            v1::State::InDiscussion => PointState::InDiscussion,
            v1::State::Settled => PointState::Settled,
        };
        let (note, owner, deadline) = (entry.note.0, entry.owner.0, entry.deadline.0);
        PointAnswer { id, words, state, note, owner, deadline }
    }

    fn orientation(&mut self, entry: v1::Orientation) -> Orientation {
        let text = entry.text.0;
        let Some(kind) = entry.kind else { return Orientation { kind: None, words: None, text } };
        let id = kind.id.0;
        let known = self.catalogue.lab(&id).is_some();
        let words = self.words(List::Orientation, &id, known, kind.words);
        Orientation { kind: Some(id), words, text }
    }

    fn field(&mut self, entry: v1::Field) -> FieldAnswer {
        let id = entry.id.0;
        let known = text_field(self.catalogue, &id).is_some();
        let words = self.words(List::Fields, &id, known, entry.words);
        FieldAnswer { id, words, text: entry.text.0 }
    }
}

/// The field of the method that `id` names among those that are a text: the orientation has a place of its own.
pub fn text_field<'c>(catalogue: &'c Catalogue, id: &str) -> Option<&'c Field> {
    catalogue.field(id).filter(|_| id != ORIENTATION)
}

fn step(notch: Option<v1::Notch>) -> Option<Step> {
    notch.map(|notch| notch.0)
}

fn workshop(entry: v1::Workshop) -> Workshop {
    Workshop {
        date: entry.date.map(|day| day.0),
        place: entry.place.0,
        led_by: entry.led_by.0,
        // A blank line is nobody: it is neither read nor written. One whose signs do not show is kept, as every text is.
        people: entry
            .people
            .into_iter()
            .map(|words| words.0)
            .filter(|line| !line.trim().is_empty())
            .collect(),
        ..Workshop::new()
    }
}

fn free_field(entry: v1::FreeField) -> FreeField {
    FreeField { id: entry.id.0, title: entry.title.0, text: entry.text.0 }
}

fn next_step(entry: v1::NextStep) -> NextStep {
    NextStep { what: entry.what.0, who: entry.who.0, when: entry.when.0, ..NextStep::new() }
}
