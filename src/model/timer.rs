//! A timer counts the time given to a beat of an order of play, and how much of it has gone. It ends nothing by itself.

/// A stopwatch of one beat. Moments are in seconds of a clock that never goes back.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Timer {
    /// Since when it runs; not while it is stopped.
    since: Option<f64>,
    /// What had gone before, in seconds.
    spent: f64,
    /// Minutes added to those of the beat.
    pub more: u16,
    /// The room sees what is left.
    pub shown: bool,
}

impl Timer {
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it has begun at all.
    pub fn begun(&self) -> bool {
        self.runs() || self.spent > 0.0
    }

    fn gone(&self, now: f64) -> f64 {
        self.spent + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }

    /// The minutes given in all, of a beat that has `minutes`.
    pub fn given(&self, minutes: u16) -> u16 {
        minutes.saturating_add(self.more)
    }

    /// The minutes left of `minutes`, begun ones counted whole; zero or less once the time is over.
    pub fn left(&self, minutes: u16, now: f64) -> i64 {
        (f64::from(self.given(minutes)) - self.gone(now) / 60.0).ceil() as i64
    }

    /// In how many seconds [`Timer::left`] changes; none while it is stopped.
    pub fn next_change(&self, now: f64) -> Option<f64> {
        // A little late rather than a little early: a frame drawn just before would show nothing new.
        self.since.map(|_| 60.0 - self.gone(now) % 60.0 + 0.02)
    }

    /// Starts, or stops.
    pub fn toggle(&mut self, now: f64) {
        match self.since.take() {
            Some(since) => self.spent += (now - since).max(0.0),
            None => self.since = Some(now),
        }
    }

    pub fn extend(&mut self, minutes: u16) {
        self.more = self.more.saturating_add(minutes);
    }

    /// For another beat: it goes on if it was running.
    pub fn again(&mut self, now: f64) {
        *self = Timer { since: self.since.map(|_| now), shown: self.shown, ..Timer::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timer_counts_whole_minutes_and_stops_nothing_at_zero() {
        let mut timer = Timer::default();
        assert_eq!((timer.left(6, 100.0), timer.begun()), (6, false));
        timer.toggle(100.0);
        assert_eq!(timer.left(6, 101.0), 6, "a minute begun counts");
        assert_eq!(timer.left(6, 100.0 + 61.0), 5);
        timer.toggle(100.0 + 61.0);
        assert_eq!(timer.left(6, 1e6), 5, "stopped");
        assert!(timer.begun() && !timer.runs());
        timer.extend(5);
        assert_eq!(timer.left(6, 1e6), 10);
        timer.toggle(1e6);
        assert_eq!(timer.left(6, 1e6 + 3600.0), -50);
        timer.again(2e6);
        assert_eq!((timer.left(3, 2e6), timer.runs()), (3, true));
    }

    #[test]
    fn what_is_left_changes_exactly_when_it_says() {
        let mut timer = Timer::default();
        assert_eq!(timer.next_change(10.0), None, "stopped, it asks for nothing");
        timer.toggle(0.0);
        let mut now = 7.3;
        for left in [6, 5, 4] {
            assert_eq!(timer.left(6, now), left);
            let wait = timer.next_change(now).unwrap();
            assert_eq!(timer.left(6, now + wait - 0.05), left);
            now += wait;
        }
    }
}
