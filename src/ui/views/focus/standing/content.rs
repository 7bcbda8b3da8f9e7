//! What there is to say, before anything is measured.

use crate::model::standing::{Part, standing};
use crate::text::around::{self as words, Line};
use crate::ui::Cx;

/// What a line is about.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Part(Part),
    /// One of the fields that are still empty, all on the same lines.
    Name(Part),
    /// The words before them.
    Names,
    Step,
    MoreSteps,
}

/// A list under its head.
pub struct Content {
    pub head: &'static str,
    /// How many things the list holds.
    pub count: usize,
    /// What is said when it holds nothing.
    pub empty: &'static str,
    pub lines: Vec<(What, Line)>,
    /// The fields that are still empty: names alone, one after the other.
    pub names: Vec<(Part, String)>,
    /// The lines that a long text can take at most.
    pub most: usize,
}

/// Decided, open, in disagreement.
pub fn columns(cx: Cx) -> [Content; 3] {
    let standing = standing(cx.catalogue, cx.design);
    let list = |head, empty, parts: &[Part], most| {
        let mut lines = Vec::new();
        let mut names = Vec::new();
        for part in parts {
            let Some(line) = words::line(cx.catalogue, cx.design, part) else { continue };
            if part.is_field() && line.more.is_empty() {
                names.push((part.clone(), line.name));
            } else {
                lines.push((What::Part(part.clone()), line));
            }
        }
        Content { head, count: parts.len(), empty, lines, names, most }
    };
    [
        list(words::DECIDED, words::NOTHING_DECIDED, &standing.decided, 3),
        list(words::OPEN, words::NOTHING_OPEN, &standing.open, 3),
        list(words::DISAGREED, words::NOTHING_DISAGREED, &standing.disagreements, 6),
    ]
}

/// The next steps; `None` when there is none.
pub fn steps(cx: Cx) -> Option<Content> {
    let steps = cx.design.next_steps.iter().filter(|step| !step.is_blank());
    let lines: Vec<_> = steps.map(|step| (What::Step, words::step(step))).collect();
    (!lines.is_empty()).then(|| Content {
        head: words::NEXT_STEPS,
        count: lines.len(),
        empty: "",
        lines,
        names: Vec::new(),
        most: 3,
    })
}
