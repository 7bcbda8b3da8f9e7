//! Whoever leads adds steps of their own to an order of play (a welcome, a round of the table); each step has its hour.

use uuid::Uuid;

use super::play::{Beat, MOST_BEATS, Play, Scene};

/// The minutes of a step of one's own, until somebody says otherwise.
const OWN_MINUTES: u16 = 5;

impl Beat {
    /// A step of one's own, to be named.
    pub fn own() -> Beat {
        Beat::new(Scene::Own(Uuid::new_v4()), OWN_MINUTES)
    }

    pub fn is_own(&self) -> bool {
        matches!(self.scene, Scene::Own(_))
    }
}

impl Play {
    /// When each beat that is played begins, in minutes: `at` at `start`, the others around it. None for those skipped.
    pub fn hours(&self, at: usize, start: u32) -> Vec<Option<u32>> {
        let before = self.beats.iter().take(at).filter(|beat| !beat.skipped);
        let before: i64 = before.map(|beat| i64::from(beat.minutes)).sum();
        // What began before midnight, or days ago, is of its own day.
        let mut now = i64::from(start) - before;
        let begin = |beat: &Beat| {
            let begins = u32::try_from(now.rem_euclid(24 * 60)).ok();
            now += if beat.skipped { 0 } else { i64::from(beat.minutes) };
            begins.filter(|_| !beat.skipped)
        };
        self.beats.iter().map(begin).collect()
    }

    /// The steps of `other` that are its owner's own come along: each after the scene that it stood after there.
    pub fn take_own_steps_of(&mut self, other: &Play) {
        for (at, beat) in other.beats.iter().enumerate().filter(|(_, beat)| beat.is_own()) {
            if self.find(&beat.scene).is_some() || self.beats.len() >= MOST_BEATS {
                continue;
            }
            let after = (0..at).rev().find_map(|before| self.same(other, before));
            self.beats.insert(after.map_or(0, |after| after + 1), beat.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::place::Place;
    use crate::model::play::Length;
    use crate::model::{Catalogue, Design};

    fn play(length: Length) -> Play {
        let catalogue = Catalogue::built_in().unwrap();
        Play::of(length, &catalogue, &Design::empty(&catalogue))
    }

    #[test]
    fn each_beat_that_is_played_has_its_hour() {
        let mut play = play(Length::FiveMinutes);
        assert_eq!(play.hours(0, 14 * 60), [840, 841, 843].map(Some));
        assert_eq!(play.hours(1, 14 * 60), [839, 840, 842].map(Some), "around the one played");
        play.beats[1].skipped = true;
        assert_eq!(play.hours(0, 14 * 60), [Some(840), None, Some(841)]);
        let around_midnight = play.hours(2, 0);
        assert_eq!(around_midnight, [Some(24 * 60 - 1), None, Some(0)]);
        // Over days, each step still begins when the one before it ends.
        for minutes in [600, 599] {
            play.beats = (0..8).map(|_| Beat::new(Scene::Break, minutes)).collect();
            for at in 0..8 {
                let hours = play.hours(at, 9 * 60);
                assert_eq!(hours[at], Some(9 * 60));
                for pair in hours.windows(2) {
                    let after = (pair[0].unwrap() + u32::from(minutes)) % (24 * 60);
                    assert_eq!(pair[1], Some(after), "around {at}");
                }
            }
        }
    }

    #[test]
    fn another_order_keeps_the_steps_that_are_ones_own_where_they_were() {
        let own = |title: &str| Beat { title: title.into(), ..Beat::own() };
        let mut mine = play(Length::TwoHours);
        mine.beats.insert(0, own("Accueil"));
        let break_at = mine.find(&Scene::Break).unwrap();
        mine.beats.insert(break_at + 1, own("Tour de table"));
        mine.beats.push(own("Conclusion"));
        let mut short = play(Length::FortyMinutes);
        short.take_own_steps_of(&mine);
        let at = |title: &str| short.beats.iter().position(|it| &*it.title == title).unwrap();
        assert_eq!(at("Accueil"), 0);
        assert_eq!(at("Conclusion"), short.beats.len() - 1);
        // There is no break in forty minutes, nor any card: after the last axis.
        assert!(matches!(short.beats[at("Tour de table") - 1].scene, Scene::At(Place::Axis(_))));
        let count = short.beats.len();
        short.take_own_steps_of(&mine);
        assert_eq!(short.beats.len(), count, "once");
    }
}
