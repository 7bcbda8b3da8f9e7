//! The order of play of a workshop says what comes after what, for how long, and what the person who leads keeps to
//! herself.
//!
//! It is not a part of the design: it never enters the `.ron` file of a lab, nor any paper.

mod asleep;
mod beat;

pub use self::beat::{Asleep, Beat, Scene};

use super::catalogue::{Catalogue, Zone};
use super::design::Design;
use super::place::Place;

/// The most minutes that a beat can last.
pub const MOST_MINUTES: u16 = 600;
/// The most beats that an order of play can have.
pub const MOST_BEATS: usize = 200;

/// What is played, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Play {
    pub beats: Vec<Beat>,
    /// What is not played now, and may be again: nothing that was noted is ever dropped.
    pub asleep: Vec<Asleep>,
    /// When it is to begin, in minutes of the day; now, when nobody said.
    pub start: Option<u16>,
}

/// The orders of play that the program proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    TwoHours,
    FortyMinutes,
    /// For somebody who drops in; nothing is edited.
    FiveMinutes,
}

impl Play {
    /// The order of play of a workshop on `design`: the method's order.
    pub fn of(length: Length, catalogue: &Catalogue, design: &Design) -> Play {
        let of = |zone| Place::all_of(zone, catalogue, design).into_iter().map(Scene::At);
        let mut play = Play::default();
        match length {
            // 2 + 9 + 30 + 18 + 10 + 18 + 28 + 5 = 120 minutes with one free field.
            Length::TwoHours => {
                play.add([Scene::Overview].into_iter(), 2);
                play.add(of(Zone::Definition), 3);
                play.add(of(Zone::Positioning), 6);
                play.add(of(Zone::Examples), 3);
                play.add([Scene::Break].into_iter(), 10);
                play.add(of(Zone::Vigilance), 3);
                play.share(of(Zone::Design), 28);
                play.add([Scene::Overview].into_iter(), 5);
            }
            // 1 + 3 + 15 + 6 + 14 + 1: the six labs and the points are read at home.
            Length::FortyMinutes => {
                play.add([Scene::Overview].into_iter(), 1);
                play.add(of(Zone::Definition), 1);
                play.add(of(Zone::Positioning), 3);
                play.add(of(Zone::Vigilance), 1);
                play.share(of(Zone::Design), 14);
                play.add([Scene::Overview].into_iter(), 1);
            }
            Length::FiveMinutes => {
                play.add([Scene::Sentence].into_iter(), 1);
                play.add([Scene::Axes].into_iter(), 2);
                play.add([Scene::Open].into_iter(), 2);
            }
        }
        play
    }

    fn add(&mut self, scenes: impl Iterator<Item = Scene>, minutes: u16) {
        self.beats.extend(scenes.map(|scene| Beat::new(scene, minutes)));
    }

    /// `total` minutes shared between `scenes`, the first ones a minute more when it is not even; a minute each at least.
    fn share(&mut self, scenes: impl Iterator<Item = Scene>, total: u16) {
        let scenes: Vec<Scene> = scenes.collect();
        let count = u16::try_from(scenes.len()).unwrap_or(u16::MAX).max(1);
        for (at, scene) in scenes.into_iter().enumerate() {
            let more = u16::from(at < usize::from(total % count));
            self.beats.push(Beat::new(scene, (total / count + more).max(1)));
        }
    }

    /// How long what is not skipped lasts, in minutes.
    pub fn minutes(&self) -> u32 {
        self.beats.iter().filter(|beat| !beat.skipped).map(|beat| u32::from(beat.minutes)).sum()
    }

    /// The beat played `by` places after `at`, those skipped left out; none at either end.
    pub fn neighbour(&self, at: usize, by: isize) -> Option<usize> {
        let mut to = at.checked_add_signed(by.signum())?;
        while self.beats.get(to)?.skipped {
            to = to.checked_add_signed(by.signum())?;
        }
        Some(to)
    }

    /// The first beat that is played at all.
    pub fn first(&self) -> Option<usize> {
        self.beats.iter().position(|beat| !beat.skipped)
    }

    /// The beat that shows `scene`.
    pub fn find(&self, scene: &Scene) -> Option<usize> {
        self.beats.iter().position(|beat| beat.scene == *scene)
    }

    /// What the beat at `at` shows, and how many before it show the same: what it is called wherever it goes.
    pub fn named(&self, at: usize) -> Option<(&Scene, usize)> {
        let scene = &self.beats.get(at)?.scene;
        Some((scene, self.beats[..at].iter().filter(|beat| beat.scene == *scene).count()))
    }

    /// Where the beat that stood at `at` in `before` stands here, by its key; in another order, that has none of its beats, the
    /// first, or the second… that shows the same thing.
    pub fn same(&self, before: &Play, at: usize) -> Option<usize> {
        let key = before.beats.get(at)?.key;
        if let Some(there) = self.beats.iter().position(|beat| beat.key == key) {
            return Some(there);
        }
        let (scene, rank) = before.named(at)?;
        let mut alike = self.beats.iter().enumerate().filter(|(_, beat)| beat.scene == *scene);
        alike.nth(rank).map(|(at, _)| at)
    }

    /// Moves a beat by so many places, as far as the ends.
    pub fn shift(&mut self, at: usize, by: isize) -> usize {
        let last = self.beats.len().saturating_sub(1);
        let to = at.saturating_add_signed(by).min(last);
        if at <= last {
            let beat = self.beats.remove(at);
            self.beats.insert(to, beat);
        }
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn play(length: Length) -> Play {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        Play::of(length, &catalogue, &design)
    }

    #[test]
    fn two_hours_are_two_hours_and_forty_minutes_forty() {
        assert_eq!(play(Length::TwoHours).minutes(), 120);
        assert_eq!(play(Length::FortyMinutes).minutes(), 40);
        assert_eq!(play(Length::FiveMinutes).minutes(), 5);
    }

    #[test]
    fn the_default_order_shows_every_step_of_the_method() {
        let catalogue = Catalogue::built_in().unwrap();
        let play = play(Length::TwoHours);
        for axis in &catalogue.axes {
            assert!(play.find(&Scene::At(Place::Axis(axis.id.clone()))).is_some());
        }
        // Three criteria, five axes, six labs, six points, eight fields; the sheet at both ends, a break.
        assert_eq!(play.beats.len(), 3 + 5 + 6 + 6 + 8 + 2 + 1);
    }

    #[test]
    fn one_goes_forward_and_back_over_what_is_skipped() {
        let mut play = play(Length::FortyMinutes);
        play.beats[1].skipped = true;
        play.beats[0].skipped = true;
        let first = play.first().unwrap();
        assert_eq!(first, 2);
        assert_eq!(play.neighbour(first, -1), None);
        play.beats[3].skipped = true;
        assert_eq!(play.neighbour(first, 1), Some(4));
        assert_eq!(play.neighbour(4, -1), Some(first));
        assert_eq!(play.neighbour(play.beats.len() - 1, 1), None);
    }

    #[test]
    fn the_beat_played_is_found_again_when_the_order_changes() {
        let before = play(Length::TwoHours);
        for (from, by) in [(0, 4), (4, -4), (7, 3), (30, -30)] {
            let mut after = before.clone();
            after.shift(from, by);
            for (at, beat) in before.beats.iter().enumerate() {
                let there = after.same(&before, at).unwrap();
                assert_eq!(after.beats[there].scene, beat.scene, "{from} by {by}");
            }
        }
        // The sheet stands at both ends: one is not taken for the other, even when they change places.
        let mut after = before.clone();
        after.shift(0, 40);
        after.beats[7].minutes += 1;
        assert_eq!(after.same(&before, 0), Some(after.beats.len() - 1));
        assert_eq!(after.same(&before, before.beats.len() - 1), Some(after.beats.len() - 2));
        let last = before.beats.len() - 1;
        assert_eq!(before.same(&before, last), Some(last));
        assert_eq!(play(Length::FiveMinutes).same(&before, last), None);
    }

    #[test]
    fn a_beat_moves_no_farther_than_the_ends() {
        let mut play = play(Length::FiveMinutes);
        assert_eq!(play.shift(0, -1), 0);
        assert_eq!(play.shift(0, 5), 2);
        assert_eq!(play.beats[2].scene, Scene::Sentence);
        assert_eq!(play.shift(9, 1), 2, "there is no such beat");
    }
}
