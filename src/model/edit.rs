//! Every change to a design is one value of [`Edit`], applied by [`Edit::apply`], that says its undo group.
//!
//! Mouse, keyboard, screen reader, import and tests all produce the same edits.

use thiserror::Error;
use uuid::Uuid;

use super::design::{
    AxisAnswer, CriterionAnswer, Design, Disagreement, FreeField, LabPlacing, NextStep,
    PointAnswer, PointState, Workshop,
};
use super::lines::{self, Size};
use super::position::Step;
pub use super::target::Target;
use super::target::{Slot, answer};
use super::{Id, Text, date, limits};

/// One change, as a person would name it.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Replaces a whole text.
    Write(Target, Text),
    Tick {
        criterion: Id,
        ticked: bool,
    },
    /// `None` takes the handle off the rail.
    Place {
        axis: Id,
        step: Option<Step>,
    },
    /// Records a disagreement, or removes it; its text is then edited by `Write`, which is refused when there is none.
    Disagree {
        axis: Id,
        disagreement: Option<Disagreement>,
    },
    /// The span of a recorded disagreement, the left end first; it records one if there was none.
    Span {
        axis: Id,
        span: Option<(Step, Step)>,
    },
    PlaceLab {
        lab: Id,
        axis: Id,
        step: Option<Step>,
    },
    SetPoint {
        point: Id,
        state: PointState,
    },
    /// Chooses one of the six orientations, or none.
    Orient(Option<Id>),
    /// `at` is clamped to the end.
    AddFree {
        field: FreeField,
        at: usize,
    },
    RemoveFree(Uuid),
    MoveFree {
        id: Uuid,
        to: usize,
    },
    /// After the others.
    AddWorkshop(Workshop),
    RemoveWorkshop(Uuid),
    /// `at` is clamped to the end.
    AddNextStep {
        step: NextStep,
        at: usize,
    },
    RemoveNextSteps(Vec<Uuid>),
    MoveNextStep {
        key: Uuid,
        to: usize,
    },
}

/// Edits of the same group that follow each other are undone together, until the step ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// Typing in one text.
    Typing(Target),
    /// An end of a span dragged along one rail.
    Spanning(Id),
    /// A handle dragged along one rail.
    Dragging { lab: Option<Id>, axis: Id },
    /// A step of its own.
    Alone,
}

/// What an edit did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Changed,
    /// The design already said so.
    Unchanged,
}

/// An edit that the design does not take; it is left as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    #[error("a text of {length} characters, at most {limit} are taken")]
    TooLong { target: Target, length: usize, limit: usize },
    #[error("a list of {length} lines, at most {limit} are taken")]
    TooMany { length: usize, limit: usize },
    /// The free field, the workshop or the next step is no longer there.
    #[error("no such part")]
    Gone,
    /// Two of a list under one id could not be told apart.
    #[error("one of the list has this id already")]
    Twice,
}

impl Edit {
    pub fn group(&self) -> Group {
        match self {
            Edit::Write(target, _) => Group::Typing(target.clone()),
            Edit::Place { axis, .. } => Group::Dragging { lab: None, axis: axis.clone() },
            Edit::Span { axis, .. } => Group::Spanning(axis.clone()),
            Edit::PlaceLab { lab, axis, .. } => {
                Group::Dragging { lab: Some(lab.clone()), axis: axis.clone() }
            }
            _ => Group::Alone,
        }
    }

    /// The text that it would replace in `design`, and the one that it writes; `None` when it writes none, or a date, whose
    /// written form is not what the hand typed.
    pub fn written(&self, design: &Design) -> Option<(Text, Text)> {
        let Edit::Write(target, after) = self else { return None };
        if matches!(target, Target::WorkshopDate(_)) {
            return None;
        }
        Some((design.text(target)?.into(), after.clone()))
    }

    /// Changes `design`, or leaves it whole and says why not.
    ///
    /// # Errors
    /// [`Refused`], when a bound of [`limits`] would be passed or a free field is no longer there. A text that is
    /// already over its limit (an older file) can shrink, not grow.
    pub fn apply(&self, design: &mut Design) -> Result<Effect, Refused> {
        match self {
            Edit::Write(target, text) => write(design, target, text),
            Edit::Tick { criterion, ticked } => {
                set(&mut answer::<CriterionAnswer>(&mut design.criteria, criterion).ticked, *ticked)
            }
            Edit::Place { axis, step } => {
                set(&mut answer::<AxisAnswer>(&mut design.axes, axis).step, *step)
            }
            Edit::Disagree { axis, disagreement } => {
                let slot = &mut answer::<AxisAnswer>(&mut design.axes, axis).disagreement;
                set(slot, disagreement.clone())
            }
            Edit::Span { axis, span } => {
                set_span(answer::<AxisAnswer>(&mut design.axes, axis), *span)
            }
            Edit::PlaceLab { lab, axis, step } => {
                let placing = answer::<LabPlacing>(&mut design.labs, lab);
                Ok(place_lab(&mut placing.steps, axis, *step))
            }
            Edit::SetPoint { point, state } => {
                set(&mut answer::<PointAnswer>(&mut design.points, point).state, *state)
            }
            Edit::Orient(kind) => {
                let effect = set(&mut design.orientation.kind, kind.clone())?;
                if effect == Effect::Changed {
                    // The words of an unknown kind go with it.
                    design.orientation.words = None;
                }
                Ok(effect)
            }
            Edit::AddFree { field, at } => add_free(design, field, *at),
            Edit::RemoveFree(id) => remove(&mut design.free_fields, |field| field.id == *id),
            Edit::MoveFree { id, to } => shift(&mut design.free_fields, |it| it.id == *id, *to),
            Edit::AddWorkshop(workshop) => add_workshop(design, workshop),
            Edit::RemoveWorkshop(key) => remove(&mut design.workshops, |it| it.key == *key),
            Edit::AddNextStep { step, at } => add_step(design, step, *at),
            Edit::RemoveNextSteps(keys) => {
                remove(&mut design.next_steps, |step| keys.contains(&step.key))
            }
            Edit::MoveNextStep { key, to } => {
                shift(&mut design.next_steps, |step| step.key == *key, *to)
            }
        }
    }
}

fn set_span(axis: &mut AxisAnswer, span: Option<(Step, Step)>) -> Result<Effect, Refused> {
    let span = span.map(|(a, b)| (a.min(b), a.max(b)));
    if axis.disagreement.is_none() && span.is_none() {
        return Ok(Effect::Unchanged);
    }
    set(&mut axis.disagreement.get_or_insert_default().span, span)
}

fn add_free(design: &mut Design, field: &FreeField, at: usize) -> Result<Effect, Refused> {
    bounded(design.free_fields.len() + 1, limits::FREE_FIELDS)?;
    if design.free_field(field.id).is_some() {
        return Err(Refused::Twice);
    }
    let at = at.min(design.free_fields.len());
    design.free_fields.insert(at, field.clone());
    Ok(Effect::Changed)
}

// A list that is over its bound (an older file) can shrink, not grow.
fn add_workshop(design: &mut Design, workshop: &Workshop) -> Result<Effect, Refused> {
    bounded(design.workshops.len() + 1, limits::LIST)?;
    if design.workshop(workshop.key).is_some() {
        return Err(Refused::Twice);
    }
    design.workshops.push(workshop.clone());
    Ok(Effect::Changed)
}

fn add_step(design: &mut Design, step: &NextStep, at: usize) -> Result<Effect, Refused> {
    bounded(design.next_steps.len() + 1, limits::LIST)?;
    if design.next_step(step.key).is_some() {
        return Err(Refused::Twice);
    }
    let at = at.min(design.next_steps.len());
    design.next_steps.insert(at, step.clone());
    Ok(Effect::Changed)
}

fn set<T: PartialEq>(slot: &mut T, value: T) -> Result<Effect, Refused> {
    if *slot == value {
        return Ok(Effect::Unchanged);
    }
    *slot = value;
    Ok(Effect::Changed)
}

fn bounded(length: usize, limit: usize) -> Result<(), Refused> {
    if length > limit { Err(Refused::TooMany { length, limit }) } else { Ok(()) }
}

/// Takes those that are `gone` out of a list.
fn remove<T>(list: &mut Vec<T>, gone: impl Fn(&T) -> bool) -> Result<Effect, Refused> {
    let before = list.len();
    list.retain(|it| !gone(it));
    if list.len() == before { Err(Refused::Gone) } else { Ok(Effect::Changed) }
}

/// Moves the one that is `moved` to the place `to` of its list, which is clamped to the end.
fn shift<T>(list: &mut Vec<T>, moved: impl Fn(&T) -> bool, to: usize) -> Result<Effect, Refused> {
    let from = list.iter().position(moved).ok_or(Refused::Gone)?;
    let one = list.remove(from);
    let to = to.min(list.len());
    list.insert(to, one);
    Ok(if from == to { Effect::Unchanged } else { Effect::Changed })
}

fn place_lab(steps: &mut Vec<(Id, Step)>, axis: &Id, step: Option<Step>) -> Effect {
    let at = steps.iter().position(|(id, _)| id == axis);
    match (at, step) {
        (None, None) => return Effect::Unchanged,
        (Some(at), Some(step)) if steps[at].1 == step => return Effect::Unchanged,
        (Some(at), Some(step)) => steps[at].1 = step,
        (Some(at), None) => {
            steps.remove(at);
        }
        (None, Some(step)) => steps.push((axis.clone(), step)),
    }
    Effect::Changed
}

fn write(design: &mut Design, target: &Target, text: &Text) -> Result<Effect, Refused> {
    match design.slot(target).ok_or(Refused::Gone)? {
        Slot::Text(slot) => {
            let (length, limit) = (text.chars().count(), target.limit());
            if length > limit && length > slot.chars().count() {
                return Err(Refused::TooLong { target: target.clone(), length, limit });
            }
            set(slot, text.clone())
        }
        Slot::Lines(slot) => {
            let (before, after) = (Size::of(&lines::join(slot)), Size::of(text));
            if !before.takes(after) {
                let (length, limit) = (after.longest, limits::SHORT_TEXT);
                bounded(after.lines, limits::LIST.max(before.lines))?;
                return Err(Refused::TooLong { target: target.clone(), length, limit });
            }
            set(slot, lines::split(text))
        }
        Slot::Date(workshop) => {
            let (length, limit) = (text.chars().count(), target.limit());
            if length > limit {
                return Err(Refused::TooLong { target: target.clone(), length, limit });
            }
            let typed = match (text.is_empty(), date::read(text)) {
                (true, _) => (None, None),
                (_, date @ Some(_)) => (date, None),
                (_, None) => (workshop.date, Some(text.clone())),
            };
            let before = (workshop.date, workshop.unread.take());
            (workshop.date, workshop.unread) = typed.clone();
            Ok(if before == typed { Effect::Unchanged } else { Effect::Changed })
        }
    }
}
