//! The texts of a scene, on as many pages as they take.

use egui::{Rect, Ui};

use super::flow::{self, Passage};
use super::shown::Shown;
use super::stage::Stage;
use crate::intent::Actions;

/// Where texts are set.
#[derive(Clone, Copy)]
pub struct Where {
    /// On their first page, then on the others.
    pub first: Rect,
    pub next: Rect,
    /// Which page of the scene their first one is, from 0.
    pub from: usize,
}

impl Where {
    pub fn alone(body: Rect) -> Where {
        Where { first: body, next: body, from: 0 }
    }
}

/// Shows what of `passages` is on the page that one looks at; nothing when that page is one of other texts.
pub fn texts(
    ui: &Ui,
    stage: &Stage,
    passages: &[Passage],
    at: Where,
    actions: &mut Actions,
) -> Shown {
    let Where { first, next, from } = at;
    let page = stage.page.checked_sub(from);
    let flow = flow::lay_out(ui, stage, passages, first, next, page.unwrap_or(0));
    let here = page.is_some_and(|page| page < flow.pages);
    let mut blocks = Vec::new();
    if here {
        flow::paint(ui, stage, &flow, actions);
        blocks.extend(flow.placed.iter().map(|placed| placed.rect));
    }
    Shown { pages: flow.pages, small: flow.small, blocks, ..Shown::default() }
}
