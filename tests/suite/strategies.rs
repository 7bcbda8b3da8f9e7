//! Any text, any edit, any design: what the property tests draw from.

use std::collections::BTreeMap;

use dessiner_un_labo::letters;
use dessiner_un_labo::model::catalogue::ORIENTATION;
use dessiner_un_labo::model::design::{
    AxisAnswer, CriterionAnswer, Date, Disagreement, FieldAnswer, FreeField, LabPlacing, MethodRef,
    NextStep, Orientation, PointAnswer, PointState, Workshop,
};
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::{Design, Edit, Id, Step, Text};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

use crate::samples::CATALOGUE;

/// Mostly what people type, with what a file format stumbles on strewn in.
pub fn text() -> impl Strategy<Value = Text> {
    let piece = prop_oneof![
        4 => "[a-zéèàçœA-ZÉ’ ]{1,8}".boxed(),
        1 => "[\u{a0}«»:;!?…]{1,2}".boxed(),
        1 => "[\"\\\\#'r/*(){}\\[\\],]{1,4}".boxed(),
        1 => "[\n\r\t\u{0}\u{1}\u{1b}\u{7f}\u{85}\u{2028}\u{feff}\u{202e}\u{301}]{1,3}".boxed(),
        1 => any::<char>().prop_map(|c| c.to_string()).boxed(),
    ];
    // A file composes letters and marks.
    vec(piece, 0..4).prop_map(|pieces| letters::composed(&pieces.concat()).into())
}

pub fn step() -> impl Strategy<Value = Step> {
    (0..Step::COUNT).prop_map(|index| Step::all().nth(index).unwrap())
}

fn date() -> impl Strategy<Value = Date> {
    (0i16..=9999, 1i8..=12, 1i8..=28)
        .prop_map(|(year, month, day)| Date::constant(year, month, day))
}

fn state() -> impl Strategy<Value = PointState> {
    prop_oneof![
        Just(PointState::ToDiscuss),
        Just(PointState::InDiscussion),
        Just(PointState::Settled)
    ]
}

/// A person of a workshop: a line without words is nobody, and is not written.
fn person() -> impl Strategy<Value = Text> {
    text().prop_map(|line| if line.trim().is_empty() { "Inès".into() } else { line })
}

pub fn workshop() -> impl Strategy<Value = Workshop> {
    let parts = (free_id(), option::of(date()), text(), text(), vec(person(), 0..3));
    parts.prop_map(|(key, date, place, led_by, people)| {
        let unread = None;
        Workshop { key, date, unread, place, led_by, people }
    })
}

pub fn next_step() -> impl Strategy<Value = NextStep> {
    (free_id(), text(), text(), text()).prop_map(|(key, what, who, when)| NextStep {
        key,
        what,
        who,
        when,
    })
}

pub fn disagreement() -> impl Strategy<Value = Disagreement> {
    (text(), option::of((step(), step()))).prop_map(|(text, span)| Disagreement {
        text,
        span: span.map(|(a, b)| (a.min(b), a.max(b))),
    })
}

fn free_field() -> impl Strategy<Value = FreeField> {
    (free_id(), text(), text()).prop_map(|(id, title, text)| FreeField { id, title, text })
}

/// Few enough ids for edits to meet.
fn free_id() -> impl Strategy<Value = Uuid> {
    (0u128..6).prop_map(Uuid::from_u128)
}

fn words() -> impl Strategy<Value = Option<Text>> {
    text().prop_map(|words| Some(words).filter(|words| !words.is_empty()))
}

/// One of `known`, or one that the catalogue does not have.
fn one_of(known: impl Iterator<Item = &'static Id>) -> impl Strategy<Value = Id> {
    let mut ids: Vec<Id> = known.cloned().collect();
    ids.push("inconnu".into());
    proptest::sample::select(ids)
}

fn criterion_id() -> impl Strategy<Value = Id> {
    one_of(CATALOGUE.criteria.iter().map(|c| &c.id))
}

fn axis_id() -> impl Strategy<Value = Id> {
    one_of(CATALOGUE.axes.iter().map(|a| &a.id))
}

fn lab_id() -> impl Strategy<Value = Id> {
    one_of(CATALOGUE.labs.iter().map(|l| &l.id))
}

fn point_id() -> impl Strategy<Value = Id> {
    one_of(CATALOGUE.points.iter().map(|p| &p.id))
}

fn field_id() -> impl Strategy<Value = Id> {
    // The orientation is not among the fields that are a text: there it is one more unknown id.
    one_of(CATALOGUE.fields.iter().map(|f| &f.id))
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        Just(Target::Name),
        criterion_id().prop_map(Target::CriterionText),
        axis_id().prop_map(Target::AxisNote),
        axis_id().prop_map(Target::Disagreement),
        point_id().prop_map(Target::PointNote),
        point_id().prop_map(Target::PointOwner),
        point_id().prop_map(Target::PointDeadline),
        Just(Target::OrientationText),
        field_id().prop_map(Target::FieldText),
        free_id().prop_map(Target::FreeTitle),
        free_id().prop_map(Target::FreeText),
        around(),
    ]
}

/// A text around the sheet: few enough for some to be there.
fn around() -> impl Strategy<Value = Target> {
    let targets = [
        Target::WorkshopDate,
        Target::WorkshopPlace,
        Target::WorkshopLedBy,
        Target::WorkshopPeople,
        Target::NextStepWhat,
        Target::NextStepWho,
        Target::NextStepWhen,
    ];
    (proptest::sample::select(targets.to_vec()), free_id()).prop_map(|(target, key)| target(key))
}

/// Any edit, among those that the design takes and those that it refuses.
pub fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        6 => (target(), text()).prop_map(|(target, text)| Edit::Write(target, text)),
        1 => (criterion_id(), any::<bool>())
            .prop_map(|(criterion, ticked)| Edit::Tick { criterion, ticked }),
        1 => (free_id(), option::of(date())).prop_map(|(key, date)| {
            let written = date.map(|date| date.to_string()).unwrap_or_default();
            Edit::Write(Target::WorkshopDate(key), written.into())
        }),
        2 => (axis_id(), option::of(step())).prop_map(|(axis, step)| Edit::Place { axis, step }),
        1 => (axis_id(), option::of(disagreement()))
            .prop_map(|(axis, disagreement)| Edit::Disagree { axis, disagreement }),
        2 => (lab_id(), axis_id(), option::of(step()))
            .prop_map(|(lab, axis, step)| Edit::PlaceLab { lab, axis, step }),
        1 => (point_id(), state()).prop_map(|(point, state)| Edit::SetPoint { point, state }),
        1 => option::of(lab_id()).prop_map(Edit::Orient),
        2 => (free_field(), 0..8usize).prop_map(|(field, at)| Edit::AddFree { field, at }),
        1 => free_id().prop_map(Edit::RemoveFree),
        1 => (free_id(), 0..8usize).prop_map(|(id, to)| Edit::MoveFree { id, to }),
        2 => workshop().prop_map(Edit::AddWorkshop),
        1 => free_id().prop_map(Edit::RemoveWorkshop),
        2 => (next_step(), 0..8usize).prop_map(|(step, at)| Edit::AddNextStep { step, at }),
        1 => vec(free_id(), 0..3).prop_map(Edit::RemoveNextSteps),
        1 => (free_id(), 0..8usize).prop_map(|(key, to)| Edit::MoveNextStep { key, to }),
    ]
}

fn answers<A: std::fmt::Debug>(
    id: impl Strategy<Value = Id>,
    answer: impl Strategy<Value = A>,
) -> impl Strategy<Value = Vec<(Id, A)>> {
    // A map, so that no id comes twice.
    btree_map(id, answer, 0..8).prop_map(|answers| answers.into_iter().collect())
}

fn criteria() -> impl Strategy<Value = Vec<CriterionAnswer>> {
    let answer = (words(), any::<bool>(), text());
    answers(criterion_id(), answer).prop_map(|all| {
        let answer = |(id, (words, ticked, text)): (Id, _)| {
            let words = unless(CATALOGUE.criterion(&id).is_some(), words);
            CriterionAnswer { id, words, ticked, text }
        };
        all.into_iter().map(answer).collect()
    })
}

fn unless<T>(known: bool, words: Option<T>) -> Option<T> {
    words.filter(|_| !known)
}

fn axes() -> impl Strategy<Value = Vec<AxisAnswer>> {
    let poles = (words(), text()).prop_map(|(left, right)| Some((left?, right)));
    let answer = (poles, option::of(step()), text(), option::of(disagreement()));
    answers(axis_id(), answer).prop_map(|all| {
        let answer = |(id, (words, step, note, disagreement)): (Id, _)| {
            let words = unless(CATALOGUE.axis(&id).is_some(), words);
            AxisAnswer { id, words, step, note, disagreement }
        };
        all.into_iter().map(answer).collect()
    })
}

fn labs() -> impl Strategy<Value = Vec<LabPlacing>> {
    answers(lab_id(), (words(), answers(axis_id(), step()))).prop_map(|all| {
        let answer = |(id, (words, steps)): (Id, _)| {
            let words = unless(CATALOGUE.lab(&id).is_some(), words);
            LabPlacing { id, words, steps }
        };
        all.into_iter().map(answer).collect()
    })
}

fn points() -> impl Strategy<Value = Vec<PointAnswer>> {
    answers(point_id(), (words(), state(), text(), text(), text())).prop_map(|all| {
        let answer = |(id, (words, state, note, owner, deadline)): (Id, _)| {
            let words = unless(CATALOGUE.point(&id).is_some(), words);
            PointAnswer { id, words, state, note, owner, deadline }
        };
        all.into_iter().map(answer).collect()
    })
}

fn fields() -> impl Strategy<Value = Vec<FieldAnswer>> {
    answers(field_id(), (words(), text())).prop_map(|all| {
        let answer = |(id, (words, text)): (Id, _)| {
            let known = CATALOGUE.field(&id).is_some_and(|field| &*field.id != ORIENTATION);
            let words = unless(known, words);
            FieldAnswer { id, words, text }
        };
        all.into_iter().map(answer).collect()
    })
}

fn orientation() -> impl Strategy<Value = Orientation> {
    (option::of(lab_id()), words(), text()).prop_map(|(kind, words, text)| {
        let unknown = kind.as_ref().is_some_and(|id| CATALOGUE.lab(id).is_none());
        Orientation { words: unless(!unknown, words), kind, text }
    })
}

fn free_fields() -> impl Strategy<Value = Vec<FreeField>> {
    btree_map(free_id(), (text(), text()), 0..5).prop_map(|fields| {
        let field = |(id, (title, text))| FreeField { id, title, text };
        fields.into_iter().map(field).collect()
    })
}

/// Any value that RON can write, nested a little.
fn raw() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(|n| n.to_string()),
        Just("None".to_owned()),
        Just("0.5".to_owned()),
        Just("r#\"brut \"texte\"\"#".to_owned()),
        "[a-zé ]{0,6}".prop_map(|text| format!("{text:?}")),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(|items| format!("[{}]", items.join(", "))),
            vec(inner.clone(), 1..3).prop_map(|items| format!("(été: ({}))", items.join(","))),
            inner.prop_map(|item| format!("Some({item})")),
        ]
    })
}

fn extensions() -> impl Strategy<Value = Vec<(Text, Text)>> {
    let name = text().prop_filter("reserved", |name| &**name != "version");
    let kept = btree_map(name, raw().prop_map(Text::from), 0..3);
    (option::weighted(0.2, 1u32..), kept).prop_map(|(minor, kept): (_, BTreeMap<Text, Text>)| {
        let version = minor.map(|minor| ("version".into(), format!("(1, {minor})").into()));
        version.into_iter().chain(kept).collect()
    })
}

fn method() -> impl Strategy<Value = MethodRef> {
    let ours = MethodRef {
        id: CATALOGUE.method.as_str().into(),
        edition: CATALOGUE.edition.as_str().into(),
    };
    let other = (text(), text()).prop_map(|(id, edition)| MethodRef { id, edition });
    prop_oneof![4 => Just(ours), 1 => other]
}

/// Any design, in the order of the method.
pub fn design() -> impl Strategy<Value = Design> {
    let id = any::<u128>().prop_map(Uuid::from_u128);
    let heading = (id, option::of(any::<u128>().prop_map(Uuid::from_u128)), method(), text());
    let method = (criteria(), axes(), labs(), points(), orientation(), fields(), free_fields());
    let lists = (vec(workshop(), 0..3), vec(next_step(), 0..3), extensions());
    (heading, method, lists).prop_map(|(heading, answers, lists)| {
        let (id, parent, method, name) = heading;
        let (criteria, axes, labs, points, orientation, fields, free_fields) = answers;
        let (mut workshops, mut next_steps, extensions) = lists;
        workshops.iter_mut().zip(0..).for_each(|(it, rank)| it.key = Uuid::from_u128(rank));
        next_steps.iter_mut().zip(0..).for_each(|(it, rank)| it.key = Uuid::from_u128(rank));
        let mut design = Design {
            id,
            parent,
            method,
            name,
            workshops,
            criteria,
            axes,
            labs,
            points,
            orientation,
            fields,
            free_fields,
            next_steps,
            extensions,
        };
        design.complete(&CATALOGUE);
        design
    })
}
