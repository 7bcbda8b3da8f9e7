//! A design holds what the group says: only its answers, keyed by the catalogue's ids. Nothing is computed, nothing is of the
//! view.
//!
//! Every list of answers follows the order of the method. An id that the catalogue does not know (a file from a newer
//! edition) is kept after the known ones, with the words its file gave for it.

use std::collections::HashMap;

use uuid::Uuid;

use super::catalogue::{Catalogue, ORIENTATION};
pub use super::date::Date;
use super::position::Step;
use super::signs::holds;
use super::{Id, Text};

/// One lab, as the group draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    pub id: Uuid,
    /// The design this one was made from, for a second workshop.
    pub parent: Option<Uuid>,
    /// The method and the edition it was drawn with.
    pub method: MethodRef,
    pub name: Text,
    pub workshops: Vec<Workshop>,
    pub criteria: Vec<CriterionAnswer>,
    pub axes: Vec<AxisAnswer>,
    /// Where the group places the six labs, as a warm-up: its own placing, never the source's.
    pub labs: Vec<LabPlacing>,
    pub points: Vec<PointAnswer>,
    pub orientation: Orientation,
    /// The six fields that are a text: all but the orientation.
    pub fields: Vec<FieldAnswer>,
    pub free_fields: Vec<FreeField>,
    pub next_steps: Vec<NextStep>,
    /// What a newer minor version added: a name and its raw text, kept and written back.
    pub extensions: Vec<(Text, Text)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodRef {
    pub id: Text,
    pub edition: Text,
}

/// A meeting at which the lab was drawn.
#[derive(Clone, Debug)]
pub struct Workshop {
    /// Names it as long as the program runs, wherever it stands in the list; it is in no file.
    pub key: Uuid,
    /// A real date, or none.
    pub date: Option<Date>,
    /// What is typed for the date, while it is not one: it is undone and done again as any text, and is in no file.
    pub unread: Option<Text>,
    pub place: Text,
    pub led_by: Text,
    pub people: Vec<Text>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CriterionAnswer {
    pub id: Id,
    /// The words of an id that the catalogue does not know; `None` for the catalogue's own.
    pub words: Option<Text>,
    pub ticked: bool,
    /// « lesquels ? »
    pub text: Text,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AxisAnswer {
    pub id: Id,
    /// The two poles of an id that the catalogue does not know.
    pub words: Option<(Text, Text)>,
    /// `None` until the group decides: not the same as the middle.
    pub step: Option<Step>,
    pub note: Text,
    pub disagreement: Option<Disagreement>,
}

/// A disagreement that the group records rather than hides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disagreement {
    pub text: Text,
    /// The two ends of the positions held, the left one first.
    pub span: Option<(Step, Step)>,
}

/// The poles of an axis, by its id.
pub type OwnPoles<'d> = HashMap<&'d Id, &'d (Text, Text)>;

/// Where the group places one of the six labs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabPlacing {
    pub id: Id,
    /// The name of an id that the catalogue does not know.
    pub words: Option<Text>,
    /// Axis id to step; an axis on which the lab is not placed is absent.
    pub steps: Vec<(Id, Step)>,
}

/// How far the talk about a point of vigilance has gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PointState {
    #[default]
    ToDiscuss,
    InDiscussion,
    Settled,
}

impl PointState {
    /// The state that one press of the space bar leads to.
    #[must_use]
    pub fn next(self) -> PointState {
        match self {
            PointState::ToDiscuss => PointState::InDiscussion,
            PointState::InDiscussion => PointState::Settled,
            PointState::Settled => PointState::ToDiscuss,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PointAnswer {
    pub id: Id,
    pub words: Option<Text>,
    pub state: PointState,
    pub note: Text,
    pub owner: Text,
    /// Free text: « avant l'été ».
    pub deadline: Text,
}

/// One of the six types, or none; and the group's own words in any case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Orientation {
    /// The id of a lab of the catalogue.
    pub kind: Option<Id>,
    /// The name of a kind that the catalogue does not know.
    pub words: Option<Text>,
    pub text: Text,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldAnswer {
    pub id: Id,
    pub words: Option<Text>,
    pub text: Text,
}

/// A field that the group names itself.
#[derive(Clone, Debug, PartialEq)]
pub struct FreeField {
    pub id: Uuid,
    pub title: Text,
    pub text: Text,
}

/// What comes next: what, who, when (free texts).
#[derive(Clone, Debug)]
pub struct NextStep {
    /// As [`Workshop::key`].
    pub key: Uuid,
    pub what: Text,
    pub who: Text,
    pub when: Text,
}

impl Design {
    /// An empty design, with the one free field that the sheet starts with.
    pub fn empty(catalogue: &Catalogue) -> Design {
        let mut design = Design {
            id: Uuid::new_v4(),
            parent: None,
            method: MethodRef {
                id: catalogue.method.as_str().into(),
                edition: catalogue.edition.as_str().into(),
            },
            name: Text::default(),
            workshops: Vec::new(),
            criteria: Vec::new(),
            axes: Vec::new(),
            labs: Vec::new(),
            points: Vec::new(),
            orientation: Orientation::default(),
            fields: Vec::new(),
            free_fields: vec![FreeField::new()],
            next_steps: Vec::new(),
            extensions: Vec::new(),
        };
        design.complete(catalogue);
        design
    }

    /// Gives every id of the catalogue its answer (an empty one if it had none), in the order of the method; ids that
    /// the catalogue does not know follow, in the order they came.
    pub fn complete(&mut self, catalogue: &Catalogue) {
        in_order(&mut self.criteria, catalogue.criteria.iter().map(|c| &c.id));
        in_order(&mut self.axes, catalogue.axes.iter().map(|a| &a.id));
        in_order(&mut self.labs, catalogue.labs.iter().map(|l| &l.id));
        in_order(&mut self.points, catalogue.points.iter().map(|p| &p.id));
        let texts = catalogue.fields.iter().map(|f| &f.id).filter(|id| &***id != ORIENTATION);
        in_order(&mut self.fields, texts);
        for lab in &mut self.labs {
            let rank = |id: &Id| {
                let known = catalogue.axes.iter().position(|axis| axis.id == *id);
                known.unwrap_or(usize::MAX)
            };
            lab.steps.sort_by_cached_key(|(axis, _)| rank(axis));
        }
    }

    /// A design for a second workshop, with this one as its parent.
    ///
    /// With the answers: all but the workshops and the next steps. Without them: the titles of the free fields and
    /// where the group placed the six labs stay.
    #[must_use]
    pub fn successor(&self, catalogue: &Catalogue, with_answers: bool) -> Design {
        let mut next = if with_answers {
            Design { workshops: Vec::new(), next_steps: Vec::new(), ..self.clone() }
        } else {
            let titles = self.free_fields.iter();
            Design {
                labs: self.labs.clone(),
                free_fields: titles
                    .map(|field| FreeField { title: field.title.clone(), ..FreeField::new() })
                    .collect(),
                ..Design::empty(catalogue)
            }
        };
        next.id = Uuid::new_v4();
        next.parent = Some(self.id);
        next
    }

    pub fn criterion(&self, id: &str) -> Option<&CriterionAnswer> {
        self.criteria.iter().find(|answer| &*answer.id == id)
    }

    pub fn axis(&self, id: &str) -> Option<&AxisAnswer> {
        self.axes.iter().find(|answer| &*answer.id == id)
    }

    /// The poles that came with the axes that the catalogue does not know, to be looked up many times.
    pub fn own_poles(&self) -> OwnPoles<'_> {
        self.axes.iter().filter_map(|axis| Some((&axis.id, axis.words.as_ref()?))).collect()
    }

    /// Where the group placed one of the six labs on an axis.
    pub fn lab_step(&self, lab: &str, axis: &str) -> Option<Step> {
        let placing = self.labs.iter().find(|placing| &*placing.id == lab)?;
        placing.steps.iter().find(|(id, _)| &**id == axis).map(|(_, step)| *step)
    }

    pub fn point(&self, id: &str) -> Option<&PointAnswer> {
        self.points.iter().find(|answer| &*answer.id == id)
    }

    pub fn field(&self, id: &str) -> Option<&FieldAnswer> {
        self.fields.iter().find(|answer| &*answer.id == id)
    }

    pub fn free_field(&self, id: Uuid) -> Option<&FreeField> {
        self.free_fields.iter().find(|field| field.id == id)
    }

    pub fn workshop(&self, key: Uuid) -> Option<&Workshop> {
        self.workshops.iter().find(|workshop| workshop.key == key)
    }

    pub fn next_step(&self, key: Uuid) -> Option<&NextStep> {
        self.next_steps.iter().find(|step| step.key == key)
    }
}

impl Workshop {
    /// One of which nothing is written, under a new key.
    pub fn new() -> Workshop {
        let [place, led_by] = [Text::default(), Text::default()];
        Workshop {
            key: Uuid::new_v4(),
            date: None,
            unread: None,
            place,
            led_by,
            people: Vec::new(),
        }
    }

    /// Nothing is written of it but perhaps its date.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.place, &self.led_by];
        texts.into_iter().chain(&self.people).all(|text| !holds(text))
    }
}

impl Default for Workshop {
    fn default() -> Self {
        Workshop::new()
    }
}

/// Two that say the same are one content, whatever their keys.
impl PartialEq for Workshop {
    fn eq(&self, other: &Workshop) -> bool {
        let Workshop { key: _, date, unread, place, led_by, people } = self;
        (date, unread, place, led_by, people)
            == (&other.date, &other.unread, &other.place, &other.led_by, &other.people)
    }
}

impl NextStep {
    /// An empty line, under a new key.
    pub fn new() -> NextStep {
        let [what, who, when] = [Text::default(), Text::default(), Text::default()];
        NextStep { key: Uuid::new_v4(), what, who, when }
    }

    pub fn is_blank(&self) -> bool {
        [&self.what, &self.who, &self.when].into_iter().all(|text| !holds(text))
    }
}

impl Default for NextStep {
    fn default() -> Self {
        NextStep::new()
    }
}

/// As of the workshops.
impl PartialEq for NextStep {
    fn eq(&self, other: &NextStep) -> bool {
        let NextStep { key: _, what, who, when } = self;
        (what, who, when) == (&other.what, &other.who, &other.when)
    }
}

impl FreeField {
    /// A free field without a name, under a new id.
    pub fn new() -> FreeField {
        FreeField { id: Uuid::new_v4(), title: Text::default(), text: Text::default() }
    }
}

impl Default for FreeField {
    fn default() -> Self {
        FreeField::new()
    }
}

/// An answer kept under an id.
pub(super) trait Keyed: Default {
    fn id(&self) -> &Id;
    fn with_id(id: Id) -> Self;
}

macro_rules! keyed {
    ($($answer:ty),*) => {$(
        impl Keyed for $answer {
            fn id(&self) -> &Id {
                &self.id
            }

            fn with_id(id: Id) -> Self {
                Self { id, ..Self::default() }
            }
        }
    )*};
}

keyed!(CriterionAnswer, AxisAnswer, LabPlacing, PointAnswer, FieldAnswer);

fn in_order<'a, T: Keyed>(answers: &mut Vec<T>, ids: impl Iterator<Item = &'a Id>) {
    let mut left = std::mem::take(answers);
    for id in ids {
        let found = left.iter().position(|answer| answer.id() == id);
        answers.push(found.map_or_else(|| T::with_id(id.clone()), |at| left.remove(at)));
    }
    answers.append(&mut left);
}
