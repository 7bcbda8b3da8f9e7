//! This says what is shown to the room, and how far one has gone in the order of play.
//!
//! - [`showing`]: who sees what, on which screens. - [`front`]: what stands in front of it. - [`asked`]: what is asked of it.
//! - `going`: what comes and goes in front, and what comes next. - `hours`: when each step begins, or began.

mod asked;
mod front;
mod going;
mod hours;
mod showing;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::edit::Target;
use crate::model::play::{Play, Scene};
use crate::model::room::Room;
use crate::model::timer::Timer;

pub use self::asked::{Clock, Lead, Measured, Ordered};
pub use self::front::{Cover, Onward, Pointer, Side};
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
    /// When each beat that was gone to really began, in minutes of the day, by its place.
    pub began: BTreeMap<usize, u32>,
    /// The hour of return, in minutes of the day, while the beat played is a break.
    pub back: Option<u32>,
    /// The page of its scene, from 0.
    pub page: usize,
    /// In front of the scene.
    pub cover: Option<Cover>,
    /// What the black screen hides, and gives back.
    pub under: Option<Cover>,
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
            began: BTreeMap::new(),
            back: None,
            page: 0,
            cover: None,
            under: None,
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
        let before = self.minutes();
        let at = play.same(&self.play, self.at);
        self.played = self.played.iter().filter_map(|it| play.same(&self.play, *it)).collect();
        let began = std::mem::take(&mut self.began).into_iter();
        self.began =
            began.filter_map(|(it, minute)| Some((play.same(&self.play, it)?, minute))).collect();
        self.play = play;
        match at {
            Some(at) => {
                self.at = at;
                self.lengthen_break(i32::from(self.minutes()) - i32::from(before));
            }
            None => {
                self.at = self.at.min(self.play.beats.len().saturating_sub(1));
                (self.page, self.alone, self.writing, self.back) = (0, None, None, None);
                self.clear_front();
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
        self.back = None;
        self.clear_front();
        self.aside = None;
    }
}
