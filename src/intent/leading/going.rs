//! What comes and goes in front of a scene, and what the room sees when one goes on.

use super::Leading;
use super::front::{Cover, Onward};

impl Leading {
    /// In front of the scene. The black screen takes the place of nothing: what it hides is there once it goes.
    pub fn put_in_front(&mut self, cover: Cover) {
        if self.cover == Some(cover) {
            return;
        }
        self.under = self.cover.filter(|_| cover == Cover::Black);
        self.cover = Some(cover);
    }

    /// What stands in front goes, and what it hid is there again. Gives what went.
    pub fn uncover(&mut self) -> Option<Cover> {
        std::mem::replace(&mut self.cover, self.under.take())
    }

    /// Nothing stands in front any more.
    pub fn clear_front(&mut self) {
        (self.cover, self.under) = (None, None);
    }

    /// What the room sees once one goes on (or back, when `by` is negative) from a step of so many `pages`; none at either end.
    pub fn onward(&self, by: isize, pages: usize) -> Option<Onward> {
        if self.cover.is_some() {
            return Some(Onward::Uncovered);
        }
        // A text that is being written may have made them fewer.
        let here = self.page.min(pages.saturating_sub(1));
        if let Some(page) = here.checked_add_signed(by).filter(|page| *page < pages) {
            return Some(Onward::Page(page));
        }
        if self.alone.is_some() {
            return Some(Onward::Whole);
        }
        self.play.neighbour(self.at, by).map(Onward::Step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::edit::Target;
    use crate::model::play::{Length, Play};
    use crate::model::room::Room;
    use crate::model::{Catalogue, Design};

    fn led() -> Leading {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        Leading::new(Room::default(), Play::of(Length::FortyMinutes, &catalogue, &design))
    }

    #[test]
    fn the_black_screen_gives_back_what_it_hides() {
        let mut leading = led();
        leading.put_in_front(Cover::Chart);
        leading.put_in_front(Cover::Black);
        leading.put_in_front(Cover::Black);
        assert_eq!(leading.uncover(), Some(Cover::Black));
        assert_eq!(leading.cover, Some(Cover::Chart));
        assert_eq!(leading.uncover(), Some(Cover::Chart));
        assert_eq!((leading.uncover(), leading.cover), (None, None));
        // The measures take the place of the chart.
        leading.put_in_front(Cover::Chart);
        leading.put_in_front(Cover::Measure);
        leading.uncover();
        assert_eq!(leading.cover, None);
    }

    #[test]
    fn what_comes_next_is_a_page_before_it_is_a_step() {
        let mut leading = led();
        assert_eq!(leading.onward(1, 1), Some(Onward::Step(1)));
        assert_eq!(leading.onward(-1, 1), None);
        assert_eq!(leading.onward(1, 3), Some(Onward::Page(1)));
        leading.page = 2;
        assert_eq!(leading.onward(1, 3), Some(Onward::Step(1)));
        assert_eq!(leading.onward(-1, 3), Some(Onward::Page(1)));
        leading.alone = Some(Target::AxisNote("pilote-support".into()));
        assert_eq!(leading.onward(1, 3), Some(Onward::Whole));
        leading.put_in_front(Cover::Black);
        assert_eq!(leading.onward(1, 3), Some(Onward::Uncovered));
        leading.go_to(leading.play.beats.len() - 1);
        assert_eq!(leading.onward(1, 1), None, "the end");
    }
}
