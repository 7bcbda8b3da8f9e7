//! The pages of a focus end between two rows, so that no line of a text is cut. It is pure: it needs no window.

use egui::Rect;

use crate::ui::components::ring;

/// Less than this, in points, is no room at all.
const CLOSE: f32 = 0.5;

/// Where a page can end, in points from the top of what was laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Breaks {
    pub at: Vec<f32>,
    /// The headings of columns stay at the top of every page that comes after them.
    pub head: Option<Head>,
}

/// What stays at the top of the pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Head {
    /// Where it stands on the page where it comes first.
    pub from: f32,
    pub height: f32,
}

impl Breaks {
    /// A page can end at each of these places.
    pub fn rows(at: impl IntoIterator<Item = f32>) -> Breaks {
        Breaks { at: at.into_iter().collect(), head: None }
    }

    /// As [`Breaks::between`], of what was laid out from `top` on.
    pub fn around(whole: impl IntoIterator<Item = Rect>, top: f32) -> Breaks {
        Breaks::between(whole.into_iter().map(|rect| (rect.top() - top, rect.bottom() - top)))
    }

    /// A page can end between any two of these (the top and the bottom of a line, of a picture, of a box), in whatever
    /// order: it goes through none.
    pub fn between(whole: impl IntoIterator<Item = (f32, f32)>) -> Breaks {
        let mut whole: Vec<(f32, f32)> = whole.into_iter().collect();
        whole.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut at: Vec<f32> = Vec::new();
        let mut bottom = f32::NEG_INFINITY;
        for (top, end) in whole {
            if bottom.is_finite() && top >= bottom - CLOSE {
                at.push(bottom);
            }
            bottom = bottom.max(end);
        }
        at.extend(bottom.is_finite().then_some(bottom));
        Breaks { at, head: None }
    }

    /// Where each page starts, in points of scrolling; none when a page can end anywhere. No more pages than there must be,
    /// and what they hold is shared between them: the last one is not left with a row or two.
    pub fn starts(&self, height: f32, room: f32) -> Vec<f32> {
        if self.at.is_empty() {
            return Vec::new();
        }
        let (full, sliced) = self.filled(height, room);
        if full.len() < 2 || sliced {
            return full;
        }
        let (mut least, mut most) = (0.0, room);
        let mut shared = full;
        while most - least > CLOSE {
            let tried = f32::midpoint(least, most);
            let (starts, sliced) = self.filled(height, tried);
            if sliced || starts.len() > shared.len() {
                least = tried;
            } else {
                (most, shared) = (tried, starts);
            }
        }
        shared
    }

    /// The same, each page as full as `room` lets it be; and whether a row is higher than that.
    fn filled(&self, height: f32, room: f32) -> (Vec<f32>, bool) {
        let mut starts = vec![0.0];
        let (mut now, mut sliced) = (0.0, false);
        // A bound, in case a room has no height: a page is never nothing.
        while now + room - ring::REACH + CLOSE < height && starts.len() < 500 {
            let bottom = now + room - ring::REACH;
            now = match self.at.iter().copied().rfind(|at| *at <= bottom + CLOSE) {
                Some(at) if self.start(at) > now + 1.0 => self.start(at),
                _ => {
                    sliced = true;
                    self.within(now, room)
                }
            };
            starts.push(now);
        }
        (starts, sliced)
    }

    /// How far to scroll for what comes after the break `at` to stand at the top.
    fn start(&self, at: f32) -> f32 {
        match self.head {
            Some(head) if at > head.from + head.height => at - head.height,
            _ => at,
        }
    }

    /// The next part of a row higher than the room: its last part is never a line alone.
    fn within(&self, now: f32, room: f32) -> f32 {
        const LINE: f32 = 40.0;
        let inner = room - ring::REACH;
        let next = now + (inner - ring::REACH).max(LINE);
        let end = self.at.iter().copied().find(|at| *at > now + inner);
        match end {
            Some(end) if end - next < LINE && end - inner > now + 1.0 => end - inner,
            _ => next,
        }
    }

    /// Where the page that begins at `offset` ends, when the one after it begins at `next` and the room shows down to `bottom`.
    pub fn end_before(&self, next: Option<f32>, bottom: f32, offset: f32) -> Option<f32> {
        let own = next.and_then(|next| self.at.iter().find(|at| self.start(**at) == next));
        own.copied().filter(|at| *at <= bottom + CLOSE).or_else(|| self.end(bottom, offset))
    }

    /// Where a page that begins at `offset` and shows down to `bottom` ends: at the last break in it, unless there is
    /// none.
    pub fn end(&self, bottom: f32, offset: f32) -> Option<f32> {
        let head = self.head.map_or(0.0, |head| head.height);
        let last = self.at.iter().copied().rfind(|at| *at <= bottom + CLOSE)?;
        (last > offset + head + 1.0).then_some(last)
    }
}

/// Something laid out to be shown page by page.
pub trait Paged {
    /// In points, from its top.
    fn height(&self) -> f32;
    fn breaks(&self) -> &Breaks;

    /// How many pages it takes in a room this high.
    fn pages(&self, room: f32) -> usize {
        if self.height() <= room {
            1
        } else {
            self.breaks().starts(self.height(), room).len().max(1)
        }
    }
}

/// Laid out in the largest of `types` that needs no more pages than the last, which is the smallest.
pub fn largest<T: Copy, P: Paged>(types: &[T], room: f32, lay_out: impl Fn(T) -> P) -> Option<P> {
    let (smallest, larger) = types.split_last()?;
    let last = lay_out(*smallest);
    let fewest = last.pages(room);
    let found = larger.iter().map(|of| lay_out(*of)).find(|laid| laid.pages(room) <= fewest);
    Some(found.unwrap_or(last))
}

/// The start of the page after `offset` (or before, when `by` is negative).
pub fn turned(starts: &[f32], offset: f32, by: isize) -> Option<f32> {
    if by > 0 {
        starts.iter().copied().find(|start| *start > offset + 1.0)
    } else {
        starts.iter().copied().rfind(|start| *start < offset - 1.0)
    }
}

/// The start of the page to show when what shows, from `offset` on, begins within one: that of what was just reached, from
/// a page that began at `before`. None when a page begins there.
pub fn snapped(starts: &[f32], before: f32, offset: f32) -> Option<f32> {
    /// A control that is reached shows with what is around it.
    const AROUND: f32 = 60.0;
    if starts.iter().any(|start| (start - offset).abs() < 1.0) {
        return None;
    }
    if offset > before {
        starts.iter().copied().find(|start| *start > offset).or(starts.last().copied())
    } else {
        starts.iter().copied().rfind(|start| *start <= offset + AROUND)
    }
}

/// The height of all pages, the last one whole even when it is not full.
pub fn whole(starts: &[f32], height: f32, room: f32) -> f32 {
    starts.last().map_or(height + 2.0 * ring::REACH, |start| start + room)
}

/// The start of the page that has all of `rect`, which stands so far from the top of what was laid out, when what shows from
/// `offset` on, as high as `room`, has not.
pub fn page_of(starts: &[f32], rect: Rect, offset: f32, room: f32) -> Option<f32> {
    if starts.is_empty() {
        // A page can begin anywhere.
        let shows = rect.top() >= offset && rect.bottom() <= offset + room;
        return (!shows).then(|| (rect.bottom() - room).max(0.0).min(rect.top()));
    }
    let page = starts.iter().copied().rfind(|start| *start <= rect.center().y)?;
    ((page - offset).abs() >= 1.0).then_some(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_starts_where_the_one_before_had_no_room_left() {
        let breaks = Breaks::rows([100.0, 200.0, 300.0, 400.0, 500.0]);
        let starts = breaks.starts(500.0, 260.0);
        assert_eq!(starts, [0.0, 200.0, 400.0]);
        assert_eq!(whole(&starts, 500.0, 260.0), 660.0);
        assert_eq!(turned(&starts, 0.0, 1), Some(200.0));
        assert_eq!(turned(&starts, 130.0, 1), Some(200.0), "after the wheel too");
        assert_eq!(turned(&starts, 400.0, 1), None);
        assert_eq!(turned(&starts, 400.0, -1), Some(200.0));
    }

    #[test]
    fn pages_share_what_they_hold_and_none_is_left_with_one_row() {
        let breaks = Breaks::rows((1..=6).map(|at| at as f32 * 100.0));
        assert_eq!(breaks.starts(600.0, 530.0), [0.0, 300.0], "not five rows, then one");
        assert_eq!(breaks.end_before(Some(300.0), 520.0, 0.0), Some(300.0), "each is read once");
        assert_eq!(breaks.end_before(None, 820.0, 300.0), Some(600.0));
        let tall = Breaks::rows([100.0, 200.0, 300.0, 700.0]);
        assert_eq!(tall.starts(700.0, 430.0), [0.0, 300.0], "a row is never broken for that");
        let head = Some(Head { from: 50.0, height: 40.0 });
        let under = Breaks { at: vec![50.0, 190.0, 290.0, 390.0, 490.0], head };
        assert_eq!(under.starts(490.0, 410.0), [0.0, 250.0]);
        assert_eq!(under.end_before(Some(250.0), 400.0, 0.0), Some(290.0));
    }

    #[test]
    fn a_page_goes_through_no_line_whatever_stands_beside_it() {
        let words = (0..4).map(|at| (at as f32 * 20.0, at as f32 * 20.0 + 20.0));
        let beside = [(15.0, 55.0)];
        assert_eq!(Breaks::between(words.chain(beside)).at, [60.0, 80.0]);
        assert_eq!(Breaks::between([(30.0, 40.0), (0.0, 20.0)]).at, [20.0, 40.0]);
        assert!(Breaks::between([]).at.is_empty());
    }

    #[test]
    fn what_is_reached_brings_the_page_that_has_it() {
        let starts = [0.0, 200.0, 400.0];
        assert_eq!(snapped(&starts, 0.0, 0.0), None);
        assert_eq!(snapped(&starts, 0.0, 60.0), Some(200.0), "down to the first row of a page");
        assert_eq!(snapped(&starts, 200.0, 390.0), Some(400.0));
        assert_eq!(snapped(&starts, 400.0, 342.0), Some(400.0), "its own first row");
        assert_eq!(snapped(&starts, 400.0, 250.0), Some(200.0), "up");
        assert_eq!(snapped(&starts, 400.0, 450.0), Some(400.0), "the last is the last");
    }

    #[test]
    fn the_room_is_shown_the_page_of_what_is_done_elsewhere() {
        let row = |top: f32| Rect::from_x_y_ranges(0.0..=100.0, top..=top + 80.0);
        let starts = [0.0, 200.0, 400.0];
        assert_eq!(page_of(&starts, row(110.0), 0.0, 260.0), None);
        assert_eq!(page_of(&starts, row(210.0), 0.0, 260.0), Some(200.0), "in part at the foot");
        assert_eq!(page_of(&starts, row(110.0), 400.0, 260.0), Some(0.0));
        assert_eq!(page_of(&[], row(110.0), 0.0, 260.0), None);
        assert_eq!(page_of(&[], row(300.0), 0.0, 260.0), Some(120.0));
        assert_eq!(page_of(&[], row(10.0), 90.0, 260.0), Some(0.0));
    }

    #[test]
    fn a_row_that_lacks_a_point_of_room_is_on_another_page() {
        for lacks in [0.0, 0.4, 0.6, 1.0, 3.0] {
            let breaks = Breaks::rows([100.0, 250.0 + lacks]);
            let starts = breaks.starts(250.0 + lacks, 260.0);
            let hidden = breaks.end(250.0, 0.0) != Some(250.0 + lacks);
            assert_eq!(starts.len() == 2, hidden, "{lacks}: {starts:?}");
        }
    }

    #[test]
    fn headings_that_stay_take_their_height_of_the_pages_that_follow() {
        let head = Some(Head { from: 50.0, height: 40.0 });
        let breaks = Breaks { at: vec![50.0, 190.0, 290.0, 390.0], head };
        assert_eq!(breaks.starts(390.0, 210.0), [0.0, 150.0, 250.0]);
    }

    #[test]
    fn a_row_higher_than_the_room_is_shown_in_parts() {
        let breaks = Breaks::rows([600.0]);
        let starts = breaks.starts(600.0, 220.0);
        assert_eq!(starts, [0.0, 200.0, 400.0]);
        assert_eq!(breaks.end(210.0, 0.0), None);
        assert_eq!(breaks.end(610.0, 400.0), Some(600.0));
        assert_eq!(breaks.end(610.0, 600.0), None, "what starts at a break is not ended by it");
        assert_eq!(Breaks::rows([220.0]).starts(220.0, 220.0), [0.0, 10.0]);
    }

    #[test]
    fn the_largest_type_is_the_one_that_needs_no_more_pages_than_the_smallest() {
        struct Laid(f32, Breaks);
        impl Paged for Laid {
            fn height(&self) -> f32 {
                self.0
            }
            fn breaks(&self) -> &Breaks {
                &self.1
            }
        }
        // Four rows, as high as the type.
        let lay_out = |row: f32| Laid(4.0 * row, Breaks::rows((1..=4).map(|at| at as f32 * row)));
        let height = |room| largest(&[90.0, 60.0, 50.0], room, lay_out).unwrap().0;
        assert_eq!(height(400.0), 360.0, "all hold on one page");
        assert_eq!(height(250.0), 240.0);
        assert_eq!(height(190.0), 360.0, "two pages in any type");
        assert_eq!(height(140.0), 240.0);
    }

    #[test]
    fn without_breaks_a_page_can_end_anywhere() {
        assert!(Breaks::default().starts(900.0, 100.0).is_empty());
        assert_eq!(Breaks::default().end(100.0, 0.0), None);
    }
}
