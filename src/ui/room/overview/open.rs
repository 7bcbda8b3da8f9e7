//! Who drops in sees what is still open: what « Où en est-on ? » lists as open and in disagreement, from the same
//! model.

use egui::{Rect, Ui};

use super::lists::{self, Item, Mark};
use crate::model::place::Place;
use crate::model::standing::standing;
use crate::text::{around, room as words, values};
use crate::ui::room::stage::Stage;

/// The time of this step: more pages than this would not be read.
const MOST_PAGES: usize = 3;

/// « 3 ouverts, 1 désaccord »
pub fn count(stage: &Stage) -> String {
    let standing = standing(stage.cx.catalogue, stage.cx.design);
    words::open_count(standing.open.len(), standing.disagreements.len())
}

/// Shows the page that one looks at; gives how many there are, none when nothing is open.
pub fn show(ui: &Ui, stage: &Stage, room: Rect) -> Option<usize> {
    let pages = pages(ui, stage, room);
    let shown = pages.get(stage.page.min(pages.len().saturating_sub(1)))?;
    let spare = room.height() - lists::height(ui, stage, shown, room.width());
    let each = spare / shown.len().max(1) as f32;
    let gap = lists::least_gap(stage) + each.clamp(0.0, stage.least() * 0.6);
    lists::items_at(ui, stage, shown, room, gap);
    Some(pages.len())
}

fn pages(ui: &Ui, stage: &Stage, room: Rect) -> Vec<Vec<Item>> {
    let (width, height) = (room.width(), room.height());
    let mut pages = lists::packed(ui, stage, items(stage), width, height);
    let mut left_out: usize =
        pages.drain(MOST_PAGES.min(pages.len())..).map(|page| page.len()).sum();
    if left_out == 0 {
        return pages;
    }
    // The last line says how many more there are, and where.
    let Some(last) = pages.last_mut() else { return pages };
    loop {
        let more = Item { name: words::open_more(left_out), mark: Mark::None };
        last.push(more);
        if last.len() == 1 || lists::height(ui, stage, last, width) <= height {
            return pages;
        }
        last.truncate(last.len() - 2);
        left_out += 1;
    }
}

/// What a talk has to settle first; the fields that are empty come last.
fn items(stage: &Stage) -> Vec<Item> {
    let standing = standing(stage.cx.catalogue, stage.cx.design);
    let (empty, open): (Vec<&Place>, Vec<&Place>) =
        standing.open.iter().partition(|part| part.is_field());
    let mut all: Vec<Item> = open.into_iter().filter_map(|part| item(stage, part)).collect();
    all.extend(standing.disagreements.iter().filter_map(|part| {
        let item = item(stage, part)?;
        let name = values::colon(&item.name, words::IN_DISAGREEMENT);
        Some(Item { name, mark: Mark::Disagreement })
    }));
    all.extend(empty.into_iter().filter_map(|part| item(stage, part)));
    all
}

fn item(stage: &Stage, part: &Place) -> Option<Item> {
    let (catalogue, design) = (stage.cx.catalogue, stage.cx.design);
    let name = around::line(catalogue, design, part)?.name;
    let mark = match part {
        Place::Criterion(id) => {
            Mark::Ticked(design.criterion(id).is_some_and(|answer| answer.ticked))
        }
        Place::Axis(_) => Mark::Filled(false, stage.cx.theme.positioning),
        Place::Point(id) => {
            Mark::Talk(design.point(id).map(|answer| answer.state).unwrap_or_default())
        }
        Place::Field(_) | Place::Card(_) => Mark::Filled(false, stage.cx.theme.design),
    };
    Some(Item { name, mark })
}
