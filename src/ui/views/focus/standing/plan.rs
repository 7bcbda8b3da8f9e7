//! This says where everything stands: three columns, the next steps at the foot of the third; one under the other when
//! narrow.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Ui, pos2, vec2};

use super::super::breaks::Breaks;
use super::content::{self, Content, What};
use super::fit::Fit;
use super::setter::{LARGE_TYPE, SHORT_NAMES, SMALL_TYPE, Setter};
use crate::text::around::{self as words, Line};
use crate::ui::Cx;
use crate::ui::type_setting as set;

/// The head of a list: its words, a rule, and what stands between it and the first line.
pub const HEAD: f32 = 40.0;
pub const AFTER_HEAD: f32 = 10.0;
/// Between two lists one under the other.
const BETWEEN: f32 = 28.0;
const GUTTER: f32 = 36.0;
/// Under this width the lists stand one under the other.
const WIDE: f32 = 800.0;
/// From this width on, in larger type if everything holds in it.
const LARGE: f32 = 1500.0;
/// What the three columns take of the width, the most even first.
const SHARES: [[f32; 3]; 7] = [
    [0.37, 0.33, 0.30],
    [0.43, 0.29, 0.28],
    [0.31, 0.41, 0.28],
    [0.33, 0.30, 0.37],
    [0.27, 0.46, 0.27],
    [0.29, 0.36, 0.35],
    [0.17, 0.66, 0.17],
];

pub struct Plan {
    pub blocks: Vec<Block>,
    pub height: f32,
    /// Side of the square in which a mark is drawn.
    pub mark: f32,
    /// Where a page can end, for a room that turns them.
    pub breaks: Breaks,
}

/// A list laid out.
pub struct Block {
    pub words: &'static str,
    pub count: usize,
    pub head: Rect,
    /// What is said of an empty list, and where.
    pub empty: Option<(Pos2, Arc<Galley>)>,
    pub lines: Vec<Placed>,
}

/// A line laid out.
pub struct Placed {
    /// Its rank among all that can be opened.
    pub index: usize,
    pub what: What,
    pub galley: Arc<Galley>,
    /// The target, and the words in it.
    pub rect: Rect,
    pub words: Rect,
    /// The middle of its mark.
    pub mark: Option<Pos2>,
    /// What a screen reader says.
    pub said: String,
}

impl Plan {
    pub fn of(ui: &Ui, cx: Cx, room: Rect) -> Plan {
        let plan = Plan::whole(ui, cx, room);
        // The room sees whole lines on each of its pages.
        if cx.projected() && plan.height > room.height() { plan.in_pages(room) } else { plan }
    }

    fn whole(ui: &Ui, cx: Cx, room: Rect) -> Plan {
        let columns = content::columns(cx);
        let steps = content::steps(cx);
        let setter = |of| Setter { ui, cx, of };
        if room.width() < WIDE {
            return stacked(&setter(SMALL_TYPE), room, &columns, steps);
        }
        if room.width() >= LARGE {
            let large = best(&setter(LARGE_TYPE), room, &columns, steps.as_ref());
            if large.lost == (0, 0) && large.over == 0.0 {
                return large.plan(&setter(LARGE_TYPE), room, &columns, steps.as_ref());
            }
        }
        let small = setter(SMALL_TYPE);
        let fitted = best(&small, room, &columns, steps.as_ref());
        if fitted.over == 0.0 {
            return fitted.plan(&small, room, &columns, steps.as_ref());
        }
        let short = setter(SHORT_NAMES);
        let shortened = best(&short, room, &columns, steps.as_ref());
        if shortened.over == 0.0 && shortened.broken == 0 {
            return shortened.plan(&short, room, &columns, steps.as_ref());
        }
        // On several pages there is room for everything.
        let pages = room.with_max_y(f32::INFINITY);
        let mut paged = best(&small, pages, &columns, steps.as_ref());
        paged.over = fitted.over;
        paged.plan(&small, pages, &columns, steps.as_ref())
    }
}

/// Three columns, measured.
struct Columns {
    shares: [f32; 3],
    fits: Vec<Fit>,
    /// How the next steps fit.
    steps: Option<Fit>,
    /// Lines of what matters, of the whole.
    lost: (usize, usize),
    /// Points under the room.
    over: f32,
    /// Lines in which a word is broken.
    broken: usize,
}

/// The shares in which the least is cut, and among those the airiest.
fn best(set: &Setter, room: Rect, columns: &[Content; 3], steps: Option<&Content>) -> Columns {
    let mut all = SHARES.map(|shares| Columns::of(set, room, shares, columns, steps));
    let rank = |it: &Columns| {
        let tightest = it.fits.iter().map(|fit| fit.gap).fold(f32::INFINITY, f32::min);
        (it.broken, it.over as usize, it.lost, -tightest as i32)
    };
    all.sort_by_key(rank);
    let [first, ..] = all;
    first
}

impl Columns {
    fn of(
        set: &Setter,
        room: Rect,
        shares: [f32; 3],
        columns: &[Content; 3],
        steps: Option<&Content>,
    ) -> Columns {
        let widths = widths(room, shares);
        let whole = room.height() - HEAD - AFTER_HEAD;
        let fit_in =
            |at: usize, room: f32| set.fit(&columns[at], columns[at].lines.len(), widths[at], room);
        let mut fits = vec![fit_in(0, whole), fit_in(1, whole)];
        let mut shown = None;
        let mut third = whole;
        if let Some(steps) = steps {
            // The least of both first: the disagreements come before the steps.
            let around = HEAD + AFTER_HEAD + BETWEEN;
            let count = steps.lines.len();
            let least_steps = set.fit(steps, count, widths[2], 0.0).height;
            fits.push(fit_in(2, whole - around - least_steps));
            let rest = whole - around - fits[2].height.max(set.line());
            let fit = set.fit(steps, count, widths[2], rest);
            third = whole - around - fit.height;
            shown = Some(fit);
        } else {
            fits.push(fit_in(2, whole));
        }
        let rooms = [whole, whole, third];
        let over = fits.iter().zip(rooms).map(|(fit, room)| fit.height - room);
        let over = over.fold(0.0, f32::max);
        let all = fits.iter().chain(shown.as_ref());
        let lost = all.fold((0, 0), |sum, fit| (sum.0 + fit.lost.0, sum.1 + fit.lost.1));
        let all = fits.iter().chain(shown.as_ref());
        let broken = all.map(|fit| fit.broken).sum();
        Columns { shares, fits, steps: shown, lost, over, broken }
    }

    fn plan(
        &self,
        set: &Setter,
        room: Rect,
        columns: &[Content; 3],
        steps: Option<&Content>,
    ) -> Plan {
        let widths = widths(room, self.shares);
        let mut builder = Builder { set, blocks: Vec::new(), next: 0 };
        let mut left = room.left();
        let mut bottom = room.top();
        for ((content, fit), width) in columns.iter().zip(&self.fits).zip(widths) {
            let at = Rect::from_min_size(pos2(left, room.top()), vec2(width, 0.0));
            bottom = bottom.max(builder.add(content, content.lines.len(), fit, at));
            left += width + GUTTER;
        }
        if let (Some(content), Some(fit)) = (steps, &self.steps) {
            let third = room.right() - widths[2];
            // At the foot of the longest list, unless that is on another page or the disagreements go further down.
            let height = HEAD + AFTER_HEAD + fit.height;
            let above = room.top() + HEAD + AFTER_HEAD + self.fits[2].height.max(set.line());
            let foot = if self.over > 0.0 { room.top() } else { bottom - height };
            let top = foot.max(above + BETWEEN);
            let at = Rect::from_min_size(pos2(third, top), vec2(widths[2], 0.0));
            bottom = bottom.max(builder.add(content, content.lines.len(), fit, at));
        }
        Plan {
            blocks: builder.blocks,
            height: bottom - room.top(),
            mark: set.of.mark,
            breaks: Breaks::default(),
        }
    }
}

fn widths(room: Rect, shares: [f32; 3]) -> [f32; 3] {
    let whole = room.width() - 2.0 * GUTTER;
    let [first, second, _] = shares.map(|share| (whole * share).floor());
    [first, second, whole - first - second]
}

/// One list under the other: the page scrolls, nothing is shortened but what is very long.
fn stacked(set: &Setter, room: Rect, columns: &[Content; 3], steps: Option<Content>) -> Plan {
    let mut builder = Builder { set, blocks: Vec::new(), next: 0 };
    let mut top = room.top();
    for content in columns.iter().chain(&steps) {
        let count = content.lines.len();
        let fit = set.fit(content, count, room.width(), f32::INFINITY);
        top = BETWEEN + builder.add(content, count, &fit, room.with_min_y(top));
    }
    let height = top - BETWEEN - room.top();
    Plan { blocks: builder.blocks, height, mark: set.of.mark, breaks: Breaks::default() }
}

/// Places lists, and numbers what can be opened.
struct Builder<'a> {
    set: &'a Setter<'a>,
    blocks: Vec<Block>,
    next: usize,
}

impl Builder<'_> {
    /// Adds a list from the top of `at` on, as wide as it; gives where it ends.
    fn add(&mut self, content: &Content, count: usize, fit: &Fit, at: Rect) -> f32 {
        let head = Rect::from_min_size(at.min, vec2(at.width(), HEAD));
        let mut top = head.bottom() + AFTER_HEAD;
        let mut block = Block {
            words: content.head,
            count: content.count,
            head,
            empty: None,
            lines: Vec::new(),
        };
        if content.count == 0 {
            let set = self.set;
            let galley =
                set::balanced(set.ui, content.empty, set.of.more, set.cx.theme.muted, at.width());
            top += galley.size().y;
            block.empty = Some((head.left_bottom() + vec2(0.0, AFTER_HEAD), galley));
        }
        for ((what, line), rows) in content.lines.iter().take(count).zip(&fit.rows) {
            let galley = self.set.galley(line, at.width(), *rows);
            let height = *rows as f32 * self.set.line();
            let rect = Rect::from_min_size(pos2(at.left(), top), vec2(at.width(), height));
            block.lines.push(self.placed(what.clone(), galley, rect, fit.gap, line.said.clone()));
            top = rect.bottom() + fit.gap;
        }
        if content.leaves_out(count) {
            let said = words::more_steps(content.count - count);
            let line = Line::named(&said);
            let galley = self.set.galley(&line, at.width(), 1);
            let size = vec2(at.width(), self.set.line());
            let rect = Rect::from_min_size(pos2(at.left(), top), size);
            block.lines.push(self.placed(What::MoreSteps, galley, rect, fit.gap, said));
            top = rect.bottom() + fit.gap;
        }
        let (names, rows) = self.set.names(content, pos2(at.left(), top), at.width());
        for (what, rect, galley) in names {
            let said = words::to_fill(galley.text().trim_end_matches(words::COMMA));
            let mark = (what == What::Names)
                .then(|| pos2(at.left() + self.set.of.mark / 2.0 + MARGIN, rect.center().y));
            let index = self.index(&what);
            block.lines.push(Placed { index, what, galley, rect, words: rect, mark, said });
        }
        top += rows as f32 * self.set.line();
        self.blocks.push(block);
        if rows == 0 && content.count > 0 { top - fit.gap } else { top }
    }

    fn placed(
        &mut self,
        what: What,
        galley: Arc<Galley>,
        rect: Rect,
        gap: f32,
        said: String,
    ) -> Placed {
        let of = self.set.of;
        let words = Rect::from_min_size(rect.min + vec2(of.indent, 0.0), galley.size());
        let mark = pos2(rect.left() + of.mark / 2.0 + MARGIN, rect.top() + of.more.leading / 2.0);
        let index = self.index(&what);
        let rect = rect.expand2(vec2(0.0, gap / 2.0));
        Placed { index, what, galley, rect, words, mark: Some(mark), said }
    }

    fn index(&mut self, what: &What) -> usize {
        let index = self.next;
        if *what != What::Names {
            self.next += 1;
        }
        index
    }
}

/// A rail's mark is wider than the others: they stand in its middle.
const MARGIN: f32 = 6.0;
