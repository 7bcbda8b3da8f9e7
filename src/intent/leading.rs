//! What is shown to the room, and how far one has gone in the order of play.

use crate::model::edit::Target;
use crate::model::play::{Play, Scene};
use crate::model::room::Room;

/// A workshop being led.
#[derive(Clone, Debug, PartialEq)]
pub struct Leading {
    pub room: Room,
    pub play: Play,
    /// The beat played, by its place in the order of play.
    pub at: usize,
    /// The page of its scene, from 0.
    pub page: usize,
    /// In front of the scene.
    pub cover: Option<Cover>,
    /// The text shown alone, on as many pages as it needs.
    pub alone: Option<Target>,
    /// Texts that go on to a next page rather than being set smaller.
    pub paged: Vec<Target>,
    /// The text being written, on the room's screen.
    pub writing: Option<Target>,
    /// Nothing can be changed: somebody drops in.
    pub still: bool,
    /// « Ne pas toucher »: the computer is left open, and hears nothing but the way out of it.
    pub locked: bool,
    pub timer: Timer,
    /// On one screen: what only the person who leads should see shows in its place.
    pub aids: bool,
}

/// The time given to a beat, and how much of it has gone. It ends nothing by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Timer {
    /// Since when it runs, in seconds of the window's clock; not while it is stopped.
    pub since: Option<f64>,
    /// What had gone before, in seconds.
    pub spent: f64,
    /// What was added to the beat's minutes.
    pub more: u16,
    /// The room sees what is left.
    pub shown: bool,
}

impl Timer {
    /// The seconds gone at `now`.
    pub fn gone(&self, now: f64) -> f64 {
        self.spent + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }

    /// The minutes left of `minutes`, begun ones counted whole; below zero once the time is over.
    pub fn left(&self, minutes: u16, now: f64) -> i64 {
        let all = f64::from(minutes) + f64::from(self.more);
        (all - self.gone(now) / 60.0).ceil() as i64
    }

    /// Starts, or stops.
    pub fn toggle(&mut self, now: f64) {
        match self.since.take() {
            Some(since) => self.spent += (now - since).max(0.0),
            None => self.since = Some(now),
        }
    }

    /// For another beat: it goes on if it was running.
    pub fn again(&mut self, now: f64) {
        *self = Timer { since: self.since.map(|_| now), shown: self.shown, ..Timer::default() };
    }
}

/// What stands in front of a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    Black,
    /// The hour of return.
    Break {
        hour: u8,
        minute: u8,
    },
    /// The chart of sizes, and the edges of the image.
    Chart,
}

impl Leading {
    pub fn new(room: Room, play: Play) -> Leading {
        let at = play.first().unwrap_or(0);
        Leading {
            room,
            play,
            at,
            page: 0,
            cover: None,
            alone: None,
            paged: Vec::new(),
            writing: None,
            still: false,
            locked: false,
            timer: Timer::default(),
            aids: false,
        }
    }

    /// What the room looks at, under what may stand in front of it.
    pub fn scene(&self) -> &Scene {
        self.play.beats.get(self.at).map_or(&Scene::Overview, |beat| &beat.scene)
    }

    /// To another beat: from its first page.
    pub fn go_to(&mut self, at: usize) {
        self.at = at;
        self.page = 0;
        self.alone = None;
        self.writing = None;
        self.cover = None;
    }
}

/// What the room's screen, or the leader's, asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    /// The page, then the beat, so many places after.
    Turn(isize),
    GoTo(usize),
    Cover(Option<Cover>),
    /// This text alone, or the step again.
    Alone(Option<Target>),
    /// This text goes on to a next page, or is set smaller again.
    Page(Target),
    Write(Option<Target>),
    Timer(Clock),
    Note(usize, crate::model::Text),
    Lock(bool),
    Aids(bool),
}

/// What is asked of the timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    Toggle,
    /// So many minutes more.
    More(u16),
    Show(bool),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timer_counts_whole_minutes_and_stops_nothing_at_zero() {
        let mut timer = Timer::default();
        assert_eq!(timer.left(6, 100.0), 6);
        timer.toggle(100.0);
        assert_eq!(timer.left(6, 101.0), 6, "a minute begun counts");
        assert_eq!(timer.left(6, 100.0 + 61.0), 5);
        timer.toggle(100.0 + 61.0);
        assert_eq!(timer.left(6, 1e6), 5, "stopped");
        timer.more = 5;
        assert_eq!(timer.left(6, 1e6), 10);
        timer.toggle(1e6);
        assert_eq!(timer.left(6, 1e6 + 3600.0), -50);
        timer.again(2e6);
        assert_eq!((timer.left(3, 2e6), timer.since), (3, Some(2e6)));
    }
}
