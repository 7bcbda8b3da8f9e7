//! Lines are put on pages: as few as can be, and then as full as each other. It is pure: it needs no window.

/// A text, as so many lines of one height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lines {
    pub count: usize,
    pub leading: f32,
}

/// Some lines of a text on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Which text.
    pub of: usize,
    pub from: usize,
    pub until: usize,
    /// From the top of the page's room.
    pub top: f32,
}

/// The heights that texts have: on the first page, under its figure; on the others.
#[derive(Clone, Copy, Debug)]
pub struct Heights {
    pub first: f32,
    pub next: f32,
}

/// Pages, and the heights of the lines of each, the least first.
type Pages = (Vec<f32>, Vec<Vec<Part>>);

/// The pages that `texts` need, `gap` points apart: the fewest; texts whole, when this costs no page; and as even as they come.
pub fn of(texts: &[Lines], gap: f32, room: Heights) -> Vec<Vec<Part>> {
    let broken = fill(texts, gap, room, false);
    let count = broken.len();
    if count < 2 {
        return broken;
    }
    let leading = texts.iter().map(|it| it.leading).fold(f32::INFINITY, f32::min).max(1.0);
    let better = |best: Pages, own: Pages| if fuller(&own.0, &best.0) { own } else { best };
    let even = |keep: bool| {
        // Lower pages, all of them or all but the one under the figure, as long as they are no more.
        let lower = |first: f32| {
            let less = (0..).map(|times| times as f32 * leading);
            let tried = less.take_while(|less| *less < room.next * 0.6).map(move |less| {
                let room = Heights { first: room.first - first * less, next: room.next - less };
                let pages = fill(texts, gap, room, keep);
                (heights(texts, &pages), pages)
            });
            // The page that holds the least holds as much as can be; then the one that holds the least of the others.
            tried.take_while(|(_, pages)| pages.len() == count).reduce(better)
        };
        lower(1.0).into_iter().chain(lower(0.0)).reduce(better)
    };
    match even(true) {
        // A page of three lines is one.
        Some((heights, pages)) if heights.iter().all(|own| own + 0.5 >= 3.0 * leading) => pages,
        kept => {
            let best = kept.into_iter().chain(even(false)).reduce(better);
            best.map_or(broken, |(_, pages)| pages)
        }
    }
}

/// The heights of the lines of each page, the least first.
fn heights(texts: &[Lines], pages: &[Vec<Part>]) -> Vec<f32> {
    let lines = |part: &Part| (part.until - part.from) as f32 * texts[part.of].leading;
    let mut all: Vec<f32> = pages.iter().map(|parts| parts.iter().map(lines).sum()).collect();
    all.sort_by(f32::total_cmp);
    all
}

/// Whether the first page in which they differ is fuller in `own`.
fn fuller(own: &[f32], other: &[f32]) -> bool {
    let differ = own.iter().zip(other).find(|(own, other)| (*own - *other).abs() > 0.5);
    differ.is_some_and(|(own, other)| own > other)
}

fn fill(texts: &[Lines], gap: f32, room: Heights, keep: bool) -> Vec<Vec<Part>> {
    let mut pages = vec![Vec::new()];
    let (mut height, mut top) = (room.first, 0.0);
    // Under a figure, a page is begun: what leaves no line, or one of several, has its page to itself.
    let mut begun = room.first + 0.5 < room.next;
    for (of, text) in texts.iter().enumerate() {
        let mut from = 0;
        while from < text.count {
            let rest = text.count - from;
            let fits = ((height - top + 0.5) / text.leading).max(0.0) as usize;
            // A line alone at the foot of a page is not left there, nor one at the head of the next.
            let taken = match fits {
                fits if fits >= rest => rest,
                fits if fits + 1 == rest => fits.saturating_sub(1),
                fits => fits,
            };
            let lonely = taken < 2 && rest > 1;
            let holds = rest as f32 * text.leading <= room.next + 0.5;
            let elsewhere = keep && top > 0.0 && taken < rest && holds;
            if begun && (taken == 0 || lonely || elsewhere) {
                pages.push(Vec::new());
                (height, top, begun) = (room.next, 0.0, false);
                continue;
            }
            // A page too low for a line shows one all the same: there is none so low.
            let until = from + taken.max(1);
            if let Some(page) = pages.last_mut() {
                page.push(Part { of, from, until, top });
            }
            top += (until - from) as f32 * text.leading;
            begun = true;
            from = until;
        }
        top += gap;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEADING: f32 = 10.0;

    fn counts(pages: &[Vec<Part>]) -> Vec<usize> {
        pages.iter().map(|parts| parts.iter().map(|part| part.until - part.from).sum()).collect()
    }

    fn texts(counts: &[usize]) -> Vec<Lines> {
        counts.iter().map(|count| Lines { count: *count, leading: LEADING }).collect()
    }

    fn pages(lines: &[usize], first: usize, next: usize) -> Vec<usize> {
        let height = |lines: usize| lines as f32 * LEADING;
        let room = Heights { first: height(first), next: height(next) };
        counts(&of(&texts(lines), 0.0, room))
    }

    #[test]
    fn a_second_page_of_a_line_or_two_is_evened_with_the_first() {
        assert_eq!(pages(&[11], 10, 10), [6, 5]);
        assert_eq!(pages(&[4, 4, 4], 10, 10), [8, 4]);
        assert_eq!(pages(&[2, 2, 2, 2, 2, 2], 10, 10), [6, 6]);
        assert_eq!(pages(&[25], 10, 10), [9, 9, 7]);
        assert_eq!(pages(&[9, 2], 10, 10), [6, 5]);
    }

    #[test]
    fn what_stands_under_a_figure_stays_there() {
        assert_eq!(pages(&[8], 2, 10), [2, 6]);
        assert_eq!(pages(&[6], 0, 10), [0, 6]);
        assert_eq!(pages(&[15], 3, 10), [3, 6, 6]);
    }

    #[test]
    fn every_line_is_on_one_page_and_none_is_alone_that_need_not_be() {
        for lines in 1..40 {
            for first in 0..12 {
                let room = Heights { first: first as f32 * LEADING, next: 12.0 * LEADING };
                let all = of(&texts(&[lines, 3, lines]), 4.0, room);
                let mut at = [0; 3];
                for part in all.iter().flatten() {
                    assert_eq!(part.from, at[part.of]);
                    at[part.of] = part.until;
                    let alone = part.until - part.from == 1 && lines > 1;
                    assert!(!alone, "{lines} {first}: {all:?}");
                }
                assert_eq!(at, [lines, 3, lines]);
                for page in &all[1..] {
                    let bottom = page
                        .last()
                        .map_or(0.0, |part| part.top + (part.until - part.from) as f32 * LEADING);
                    assert!(bottom <= room.next + 0.5);
                }
            }
        }
    }
}
