//! This says what is shown to the room, and how far one has gone in the order of play.
//!
//! - [`showing`]: who sees what, on which screens. - [`front`]: what stands in front of it. - [`asked`]: what is asked of it.

mod asked;
mod front;
mod showing;

use std::sync::Arc;

use crate::model::edit::Target;
use crate::model::play::{Play, Scene};
use crate::model::room::Room;
use crate::model::timer::Timer;

pub use self::asked::{Clock, Lead, Measured, Ordered};
pub use self::front::{Cover, Pointer, Side};
pub use self::showing::Showing;
use super::focus::{Behind, Focus};

/// A workshop being led.
#[derive(Clone, Debug, PartialEq)]
pub struct Leading {
    pub room: Room,
    /// The rooms that are kept.
    pub rooms: Vec<Room>,
    /// Somebody measured it, now or another day; else its measures are a hypothesis.
    pub measured: bool,
    pub play: Arc<Play>,
    /// The beat played, by its place in the order of play.
    pub at: usize,
    /// The beats that have been played, by their places.
    pub played: Vec<usize>,
    /// The page of its scene, from 0.
    pub page: usize,
    /// In front of the scene.
    pub cover: Option<Cover>,
    /// The text shown alone, on as many pages as it needs.
    pub alone: Option<Target>,
    /// Texts that go on to a next page rather than being set smaller.
    pub paged: Vec<Target>,
    /// The text being written.
    pub writing: Option<Target>,
    /// The window that it is written in.
    pub writing_on: Side,
    /// What is being led.
    pub kind: Kind,
    /// Who sees what, on which screen.
    pub screens: Showing,
    /// « Ne pas toucher »: the computer is left open, and hears nothing but the way out of it.
    pub locked: bool,
    pub timer: Timer,
    /// When the whole was to end, in minutes of the day: known once the timer has been started.
    pub planned_end: Option<u32>,
    pub pointer: Pointer,
    /// Where one was when the chart or the measures came in front: one goes back there.
    pub aside: Option<Box<Aside>>,
}

/// What is being led.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Workshop,
    /// Everything works, and nothing of what is tried stays in the design.
    Rehearsal,
    /// Somebody drops in: nothing changes. The workshop that it interrupts waits behind.
    Visit {
        behind: Option<Box<Leading>>,
    },
}

/// What a page of the room came in front of.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    pub focus: Option<Focus>,
    pub trail: Vec<Behind>,
    pub keyboard: Option<egui::Id>,
    /// Nothing was projected before.
    pub alone: bool,
}

impl Leading {
    pub fn new(room: Room, play: Play) -> Leading {
        let at = play.first().unwrap_or(0);
        Leading {
            room,
            rooms: Vec::new(),
            measured: false,
            play: Arc::new(play),
            at,
            played: Vec::new(),
            page: 0,
            cover: None,
            alone: None,
            paged: Vec::new(),
            writing: None,
            writing_on: Side::Desk,
            kind: Kind::Workshop,
            screens: Showing::default(),
            locked: false,
            timer: Timer::default(),
            planned_end: None,
            pointer: Pointer::default(),
            aside: None,
        }
    }

    /// Whether its time has begun, or one has gone from a step to another.
    pub fn has_begun(&self) -> bool {
        self.timer.begun() || !self.played.is_empty()
    }

    /// When each step begins, or began, in minutes of the day: the steps ahead wait for what is left of this one.
    /// `minute` is the hour it is, `now` the moment of the timer.
    pub fn hours(&self, minute: u32, now: f64) -> Vec<Option<u32>> {
        let start = self.play.start.filter(|_| !self.has_begun()).map_or(minute, u32::from);
        // What was passed over has no hour: that of its place has gone.
        let hours = |start: u32| {
            let done = |at: usize| !self.has_begun() || self.played.contains(&at);
            self.play.hours_of(self.at, start, done)
        };
        if !self.timer.begun() {
            return hours(start);
        }
        let given = i64::from(self.timer.given(self.minutes()));
        let left = self.timer.left(self.minutes(), now);
        let day = 24 * 60;
        let began = (i64::from(minute) + left - given).rem_euclid(day);
        let ends = i64::from(minute) + left.max(0);
        let next = (ends - i64::from(self.minutes())).rem_euclid(day);
        let [began, next] = [began, next].map(|it| u32::try_from(it).unwrap_or(minute));
        let (mut all, after) = (hours(began), hours(next));
        let ahead = (self.at + 1).min(all.len());
        all[ahead..].copy_from_slice(&after[ahead..]);
        all
    }

    /// What the room looks at, under what may stand in front of it.
    pub fn scene(&self) -> &Scene {
        self.play.beats.get(self.at).map_or(&Scene::Overview, |beat| &beat.scene)
    }

    /// The minutes of the beat played.
    pub fn minutes(&self) -> u16 {
        self.play.beats.get(self.at).map_or(0, |beat| beat.minutes)
    }

    /// The minutes left of this beat, and all those of the beats that follow; `now` is the moment of the timer.
    pub fn left_in_all(&self, now: f64) -> u32 {
        let after = self.play.beats.iter().skip(self.at + 1).filter(|beat| !beat.skipped);
        let after: u32 = after.map(|beat| u32::from(beat.minutes)).sum();
        let here = self.timer.left(self.minutes(), now).max(0);
        u32::try_from(here).unwrap_or(0) + after
    }

    /// Somebody drops in: nothing changes.
    pub fn is_visit(&self) -> bool {
        matches!(self.kind, Kind::Visit { .. })
    }

    /// Nothing of what is tried stays in the design.
    pub fn is_rehearsal(&self) -> bool {
        self.kind == Kind::Rehearsal
    }

    /// A workshop waits behind a visit.
    pub fn interrupts(&self) -> bool {
        matches!(self.kind, Kind::Visit { behind: Some(_) })
    }

    /// What is shown can be changed there: neither a visit nor « Ne pas toucher ».
    pub fn is_live(&self) -> bool {
        !self.is_visit() && !self.locked
    }

    /// The name of the screen that the room has of its own, even once it has gone; none when it looks at this window.
    pub fn apart(&self) -> Option<&str> {
        self.screens.apart()
    }

    /// The window of the program shows what only the person who leads should see.
    pub fn at_the_desk(&self) -> bool {
        self.screens != Showing::Here { aids: false }
    }

    /// Another order of play: the beat played, and those that have been, are the same ones wherever they now stand.
    pub fn follow(&mut self, play: Arc<Play>) {
        let at = play.same(&self.play, self.at);
        self.played = self.played.iter().filter_map(|it| play.same(&self.play, *it)).collect();
        self.play = play;
        match at {
            Some(at) => self.at = at,
            None => {
                self.at = self.at.min(self.play.beats.len().saturating_sub(1));
                (self.page, self.alone, self.writing, self.cover) = (0, None, None, None);
            }
        }
    }

    /// To another beat: from its first page.
    pub fn go_to(&mut self, at: usize) {
        if at != self.at && !self.played.contains(&self.at) {
            self.played.push(self.at);
        }
        self.at = at;
        self.page = 0;
        self.alone = None;
        self.writing = None;
        self.cover = None;
        self.aside = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::play::Length;
    use crate::model::{Catalogue, Design};

    #[test]
    fn the_steps_ahead_wait_for_what_is_left_of_this_one() {
        let catalogue = Catalogue::built_in().unwrap();
        let play = Play::of(Length::FiveMinutes, &catalogue, &Design::empty(&catalogue));
        let mut leading = Leading::new(Room::default(), Play { start: Some(9 * 60), ..play });
        let hours = |leading: &Leading, minute, now| leading.hours(minute, now);
        assert_eq!(hours(&leading, 600, 0.0), [540, 541, 543].map(Some), "as it was planned");
        leading.timer.toggle(0.0);
        assert_eq!(hours(&leading, 600, 1.0), [600, 601, 603].map(Some), "as it is");
        // Four minutes late.
        assert_eq!(hours(&leading, 605, 5.0 * 60.0), [600, 605, 607].map(Some));
        leading.go_to(1);
        leading.timer.again(5.0 * 60.0);
        assert_eq!(hours(&leading, 606, 6.0 * 60.0), [604, 605, 607].map(Some));
        leading.timer.extend(5);
        assert_eq!(hours(&leading, 606, 6.0 * 60.0), [604, 605, 612].map(Some));
        let mut stopped = Leading::new(Room::default(), Play::clone(&leading.play));
        stopped.go_to(2);
        assert_eq!(hours(&stopped, 700, 0.0)[2], Some(700), "from now, since nobody started it");
        let passed = hours(&stopped, 700, 0.0);
        assert_eq!(passed[..2], [Some(699), None], "what was passed over did not take place");
    }
}
