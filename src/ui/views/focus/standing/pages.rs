//! The lists on pages: a line is whole on one of them, and each page says again what it goes on with.

use egui::{Rect, vec2};

use super::super::breaks::Breaks;
use super::plan::{AFTER_HEAD, Block, HEAD, Placed, Plan};
use crate::ui::components::ring;

/// The pages of a room, one under the other.
#[derive(Clone, Copy)]
struct Pages {
    top: f32,
    height: f32,
}

impl Pages {
    /// The page that a line which ends there is on, from 0.
    fn of(self, bottom: f32) -> usize {
        ((bottom - self.top - 0.5) / self.height).floor().max(0.0) as usize
    }

    fn start(self, page: usize) -> f32 {
        self.top + page as f32 * self.height
    }
}

/// A column, from its top down: what came before pushes what follows.
struct Column {
    left: f32,
    down: f32,
    page: usize,
}

impl Plan {
    /// Each column on pages of that room: what a page would cut goes to the next, under the head of its list.
    pub fn in_pages(self, room: Rect) -> Plan {
        let pages = Pages { top: room.top(), height: (room.height() - ring::REACH).max(1.0) };
        let mut columns: Vec<Column> = Vec::new();
        let mut blocks = Vec::new();
        for block in self.blocks {
            let left = block.head.left();
            let at = columns.iter().position(|it| (it.left - left).abs() < 1.0);
            let at = at.unwrap_or_else(|| {
                columns.push(Column { left, down: 0.0, page: 0 });
                columns.len() - 1
            });
            columns[at].add(block, pages, &mut blocks);
        }
        let bottom = blocks.iter().map(bottom_of).fold(room.top(), f32::max);
        let last = pages.of(bottom);
        let breaks = Breaks::rows((1..=last).map(|page| pages.start(page) - room.top()));
        Plan { blocks, height: bottom - room.top(), breaks, ..self }
    }
}

impl Column {
    fn add(&mut self, block: Block, pages: Pages, to: &mut Vec<Block>) {
        // A head stands over a line at least.
        let first = block.lines.first().map(|line| line.words.bottom());
        let empty = block.empty.as_ref().map(|(at, words)| at.y + words.size().y);
        let first = first.or(empty).unwrap_or(block.head.bottom()) + self.down;
        if pages.of(first) > self.page {
            self.page = pages.of(first);
            self.down += (pages.start(self.page) - block.head.top() - self.down).max(0.0);
        }
        let (words, count, head) = (block.words, block.count, block.head);
        let mut now = moved(&block, self.down);
        for line in block.lines {
            let page = pages.of(line.words.bottom() + self.down);
            if page > self.page {
                self.page = page;
                let start = pages.start(page);
                let head = Rect::from_min_size(egui::pos2(head.left(), start), head.size());
                let next = Block { words, count, head, empty: None, lines: Vec::new() };
                to.push(std::mem::replace(&mut now, next));
                self.down = start + HEAD + AFTER_HEAD - line.words.top();
            }
            now.lines.push(line.down(self.down));
        }
        to.push(now);
    }
}

/// The block without its lines, so far down.
fn moved(block: &Block, down: f32) -> Block {
    let by = vec2(0.0, down);
    Block {
        words: block.words,
        count: block.count,
        head: block.head.translate(by),
        empty: block.empty.clone().map(|(at, words)| (at + by, words)),
        lines: Vec::new(),
    }
}

impl Placed {
    fn down(self, down: f32) -> Placed {
        let by = vec2(0.0, down);
        Placed {
            rect: self.rect.translate(by),
            words: self.words.translate(by),
            mark: self.mark.map(|mark| mark + by),
            ..self
        }
    }
}

fn bottom_of(block: &Block) -> f32 {
    let lines = block.lines.iter().map(|line| line.words.bottom());
    let empty = block.empty.iter().map(|(at, words)| at.y + words.size().y);
    lines.chain(empty).fold(block.head.bottom(), f32::max)
}
