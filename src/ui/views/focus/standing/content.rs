//! This gathers what there is to say, before anything is measured.

use crate::model::place::Place;
use crate::model::standing::standing;
use crate::text::around::{self as words, Line};
use crate::ui::Cx;

/// What a line is about.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Place(Place),
    /// One of the fields that are still empty, all on the same lines.
    Name(Place),
    /// The words before them.
    Names,
    Step,
    MoreSteps,
}

/// Next steps that are said here at most; the others are counted.
const MOST_STEPS: usize = 8;

/// A list under its head.
pub struct Content {
    pub head: &'static str,
    /// How many things the list holds.
    pub count: usize,
    /// What is said when it holds nothing.
    pub empty: &'static str,
    pub lines: Vec<(What, Line)>,
    /// The fields that are still empty: names alone, one after the other.
    pub names: Vec<(Place, String)>,
    /// The lines that a long text can take at most.
    pub most: usize,
}

impl Content {
    /// Whether something is left out when `count` lines are shown.
    pub fn leaves_out(&self, count: usize) -> bool {
        count + self.names.len() < self.count
    }
}

/// Decided or written, open, in disagreement.
pub fn columns(cx: Cx) -> [Content; 3] {
    let standing = standing(cx.catalogue, cx.design);
    let answered = [standing.decided, standing.written].concat();
    let list = |head, empty, parts: &[Place], most| {
        let mut lines = Vec::new();
        let mut names = Vec::new();
        for part in parts {
            let Some(line) = words::line(cx.catalogue, cx.design, part) else { continue };
            if part.is_field() && line.more.is_empty() {
                names.push((part.clone(), line.name));
            } else {
                lines.push((What::Place(part.clone()), line));
            }
        }
        Content { head, count: parts.len(), empty, lines, names, most }
    };
    [
        list(words::DECIDED_OR_WRITTEN, words::NOTHING_DECIDED, &answered, 3),
        list(words::OPEN, words::NOTHING_OPEN, &standing.open, 3),
        list(words::DISAGREED, words::NOTHING_DISAGREED, &standing.disagreements, 6),
    ]
}

/// The next steps; `None` when there is none.
pub fn steps(cx: Cx) -> Option<Content> {
    let steps = cx.design.next_steps.iter().filter(|step| !step.is_blank());
    let count = steps.clone().count();
    let lines = steps.take(MOST_STEPS).map(|step| (What::Step, words::step(step))).collect();
    (count > 0).then_some(Content {
        head: words::NEXT_STEPS,
        count,
        empty: "",
        lines,
        names: Vec::new(),
        most: 3,
    })
}
