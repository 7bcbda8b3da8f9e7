//! When each step of a workshop begins, or really began, and the hour of return of a break. Hours are in minutes of the day.

use super::Leading;
use crate::model::play::Scene;

const DAY: i64 = 24 * 60;

fn of_day(minute: i64) -> u32 {
    u32::try_from(minute.rem_euclid(DAY)).unwrap_or(0)
}

impl Leading {
    /// Whether its time has begun, or one has gone from a step to another.
    pub fn has_begun(&self) -> bool {
        self.timer.begun() || !self.played.is_empty()
    }

    /// When each step begins, or began: what is past has the hour that it really had, or none; the steps ahead wait for what
    /// is left of this one. `minute` is the hour it is, `now` the moment of the timer.
    pub fn hours(&self, minute: u32, now: f64) -> Vec<Option<u32>> {
        if !self.has_begun() {
            return self.play.hours(self.at, self.play.start.map_or(minute, u32::from));
        }
        let (mut begins, mut next) = (minute, minute);
        if self.timer.begun() {
            let given = i64::from(self.timer.given(self.minutes()));
            let left = self.timer.left(self.minutes(), now);
            let minute = i64::from(minute);
            begins = of_day(minute + left - given);
            next = of_day(minute + left.max(0) - i64::from(self.minutes()));
        }
        let ahead = self.play.hours(self.at, next);
        let hour = |(at, hour): (usize, Option<u32>)| match at {
            _ if at == self.at => hour.map(|_| begins),
            // What was passed over did not take place.
            _ if at < self.at || self.played.contains(&at) => {
                self.began.get(&at).copied().filter(|_| self.played.contains(&at))
            }
            _ => hour,
        };
        ahead.into_iter().enumerate().map(hour).collect()
    }

    /// The beat played is the one that the room looks at from this minute on.
    pub fn arrive(&mut self, minute: u32, now: f64) {
        self.began.entry(self.at).or_insert(minute);
        if self.back.is_none() {
            self.set_return(minute, now);
        }
    }

    /// Starts the timer, or stops it: a beat whose time starts begins then, and so does a break.
    pub fn toggle_timer(&mut self, minute: u32, now: f64) {
        let begun = self.timer.begun();
        self.timer.toggle(now);
        if !begun {
            self.began.insert(self.at, minute);
        }
        if self.timer.runs() {
            self.set_return(minute, now);
        }
    }

    /// So many minutes more for the beat played.
    pub fn extend(&mut self, minutes: u16) {
        self.timer.extend(minutes);
        self.lengthen_break(i32::from(minutes));
    }

    /// One comes back from a break once its time is over.
    fn set_return(&mut self, minute: u32, now: f64) {
        let left = self.timer.left(self.minutes(), now).max(0);
        let pause = *self.scene() == Scene::Break;
        self.back = pause.then(|| of_day(i64::from(minute) + left));
    }

    pub(super) fn lengthen_break(&mut self, by: i32) {
        self.back = self.back.map(|back| of_day(i64::from(back) + i64::from(by)));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::play::{Length, Play};
    use crate::model::room::Room;
    use crate::model::{Catalogue, Design};

    fn led(length: Length) -> Leading {
        let catalogue = Catalogue::built_in().unwrap();
        let play = Play::of(length, &catalogue, &Design::empty(&catalogue));
        Leading::new(Room::default(), Play { start: Some(9 * 60), ..play })
    }

    fn go(leading: &mut Leading, to: usize, minute: u32) {
        leading.go_to(to);
        leading.timer.again(f64::from(minute) * 60.0);
        leading.arrive(minute, f64::from(minute) * 60.0);
    }

    /// In the middle of a minute, as it mostly is.
    fn hours(leading: &Leading, minute: u32) -> Vec<Option<u32>> {
        leading.hours(minute, f64::from(minute) * 60.0 + 1.0)
    }

    #[test]
    fn the_steps_ahead_wait_for_what_is_left_of_this_one() {
        let mut leading = led(Length::FiveMinutes);
        assert_eq!(hours(&leading, 600), [540, 541, 543].map(Some), "as it was planned");
        leading.toggle_timer(600, 600.0 * 60.0);
        assert_eq!(hours(&leading, 600), [600, 601, 603].map(Some), "as it is");
        // Four minutes late.
        assert_eq!(leading.hours(605, 605.0 * 60.0), [600, 605, 607].map(Some));
        go(&mut leading, 1, 605);
        assert_eq!(leading.hours(606, 606.0 * 60.0), [600, 605, 607].map(Some));
        leading.extend(5);
        assert_eq!(leading.hours(606, 606.0 * 60.0), [600, 605, 612].map(Some));
    }

    #[test]
    fn what_is_past_has_the_hour_that_it_really_had_or_none() {
        let mut leading = led(Length::FiveMinutes);
        leading.arrive(590, 0.0);
        go(&mut leading, 1, 600);
        go(&mut leading, 2, 640);
        assert_eq!(hours(&leading, 700), [Some(590), Some(600), Some(700)], "nobody started it");
        // Back by mistake, and forth: what was seen keeps its hour, wherever it stands.
        go(&mut leading, 0, 701);
        assert_eq!(hours(&leading, 702)[1..], [Some(600), Some(640)]);
        let mut passed_over = led(Length::FiveMinutes);
        passed_over.arrive(590, 0.0);
        go(&mut passed_over, 2, 600);
        assert_eq!(hours(&passed_over, 600), [Some(590), None, Some(600)]);
        // Each keeps its own when the order changes.
        let mut play = Play::clone(&passed_over.play);
        play.shift(0, 1);
        passed_over.follow(Arc::new(play));
        assert_eq!(hours(&passed_over, 600), [None, Some(590), Some(600)]);
    }

    fn on_a_break() -> Leading {
        let mut leading = led(Length::TwoHours);
        let at = leading.play.find(&Scene::Break).unwrap();
        go(&mut leading, at, 600);
        leading
    }

    #[test]
    fn the_hour_of_return_is_that_at_which_the_time_of_the_break_is_over() {
        let mut leading = on_a_break();
        assert_eq!(leading.back, Some(610), "from when one comes to it");
        leading.toggle_timer(604, 0.0);
        assert_eq!(leading.back, Some(614), "from when its time starts");
        leading.extend(5);
        assert_eq!(leading.back, Some(619));
        // Stopped for three minutes, then started again.
        leading.toggle_timer(606, 120.0);
        leading.toggle_timer(609, 300.0);
        assert_eq!(leading.back, Some(622));
        let mut play = Play::clone(&leading.play);
        play.beats[leading.at].minutes += 10;
        leading.follow(Arc::new(play));
        assert_eq!(leading.back, Some(632), "its minutes were changed");
        leading.go_to(0);
        assert_eq!(leading.back, None);
    }

    #[test]
    fn nothing_that_stands_in_front_of_a_break_takes_its_hour_away() {
        use crate::intent::leading::Cover;
        for cover in [Cover::Black, Cover::Chart, Cover::Measure] {
            let mut leading = on_a_break();
            leading.put_in_front(cover);
            leading.uncover();
            assert_eq!((leading.cover, leading.back), (None, Some(610)), "{cover:?}");
        }
    }
}
