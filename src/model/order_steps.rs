//! An order of play remembers all that it went through: what is done to it is taken back one thing at a time, and
//! nothing of it is ever out of reach while its lab is open.

use std::sync::Arc;

use super::play::{Beat, Play};
use super::steps::{Steps, Way};
use super::strokes::{Open, Stroke};

/// What is done to an order of play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Minutes,
    Skipped,
    Moved,
    Added,
    Named,
    Removed,
    Noted,
    /// When it begins.
    Start,
    /// Another one took its place.
    Replaced,
}

/// What one undo takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderDeed {
    pub change: Change,
    /// It is itself an undo: taking it back does the thing again.
    pub is_an_undo: bool,
    /// How many things it does at once.
    pub count: usize,
}

impl Way for OrderDeed {
    fn count(&self) -> usize {
        self.count
    }

    fn undone(self, count: usize) -> OrderDeed {
        if count == self.count {
            // It is alone.
            return OrderDeed { is_an_undo: !self.is_an_undo, ..self };
        }
        OrderDeed { is_an_undo: true, count, ..self }
    }
}

/// An order of play, and its steps back and forth.
#[derive(Clone, Debug)]
pub struct OrderSteps {
    steps: Steps<Arc<Play>, OrderDeed>,
    /// What is being done, and to which beat.
    open: Option<Open<(Change, usize)>>,
}

impl OrderSteps {
    pub fn new(play: Play) -> OrderSteps {
        OrderSteps { steps: Steps::new(Arc::new(play)), open: None }
    }

    pub fn play(&self) -> &Arc<Play> {
        self.steps.content()
    }

    /// It is now `play`, by a change of the beat `at`, at the time `now` (seconds, from any origin).
    pub fn change(&mut self, play: Arc<Play>, change: Change, at: usize, now: f64) {
        if *self.play() == play {
            return;
        }
        let words = |play: &Play| play.beats.get(at).map(|beat| written(beat, change).to_owned());
        let stroke = words(self.play()).zip(words(&play));
        let stroke = stroke.map(|(before, after)| Stroke::between(&before, &after));
        let lasts =
            matches!(change, Change::Minutes | Change::Named | Change::Noted | Change::Start);
        let open = self.open.take().filter(|_| lasts);
        let joined = open.and_then(|open| open.with(&(change, at), stroke, now));
        let deed = OrderDeed { change, is_an_undo: false, count: 1 };
        match joined {
            Some(_) => self.steps.go_on(play, deed),
            None => self.steps.step(play, deed),
        }
        let open = joined.unwrap_or_else(|| Open::new((change, at), stroke, now));
        self.open = lasts.then_some(open);
    }

    /// It is now `play`, by nothing that anybody asked of it.
    pub fn amend(&mut self, play: Arc<Play>) {
        self.steps.amend(play);
    }

    /// What the next undo would take back, or the next redo do again.
    pub fn next(&self, undo: bool) -> Option<OrderDeed> {
        let next = if undo { self.steps.undoable() } else { self.steps.redoable() };
        next.map(|(deed, _)| *deed)
    }

    /// One step back, or forth again; gives what it took back, or did again.
    pub fn walk(&mut self, undo: bool) -> Option<OrderDeed> {
        self.open = None;
        let next = self.next(undo)?;
        let walked = if undo { self.steps.undo() } else { self.steps.redo() };
        walked.then_some(next)
    }
}

/// The words of a beat that a change is about.
fn written(beat: &Beat, change: Change) -> &str {
    match change {
        Change::Named => &beat.title,
        Change::Noted => &beat.note,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::play::Length;
    use crate::model::{Catalogue, Design};

    fn steps() -> OrderSteps {
        let catalogue = Catalogue::built_in().unwrap();
        OrderSteps::new(Play::of(Length::TwoHours, &catalogue, &Design::empty(&catalogue)))
    }

    fn with(steps: &mut OrderSteps, change: Change, now: f64, act: impl FnOnce(&mut Play)) {
        let mut play = Play::clone(steps.play());
        act(&mut play);
        steps.change(Arc::new(play), change, 0, now);
    }

    #[test]
    fn a_step_that_was_removed_comes_back_with_its_words_whatever_was_done_since() {
        let mut steps = steps();
        let own = Beat { title: "Accueil".into(), note: "Café".into(), ..Beat::own() };
        with(&mut steps, Change::Added, 0.0, |play| play.beats.insert(0, own.clone()));
        with(&mut steps, Change::Removed, 5.0, |play| drop(play.beats.remove(0)));
        with(&mut steps, Change::Noted, 9.0, |play| play.beats[0].note = "Autre".into());
        assert_eq!(steps.walk(true).unwrap().change, Change::Noted);
        assert_eq!(steps.walk(true).unwrap().change, Change::Removed);
        assert_eq!(steps.play().beats[0], own);
        with(&mut steps, Change::Start, 20.0, |play| play.start = Some(540));
        // Back to before, then all that had been undone at once.
        steps.walk(true);
        let again = steps.walk(true).unwrap();
        assert_eq!((again.count, again.is_an_undo), (2, true));
        assert_eq!(&*steps.play().beats[0].note, "Autre");
    }

    #[test]
    fn minutes_added_one_after_the_other_and_a_name_typed_are_one_thing_each() {
        let mut steps = steps();
        for count in 0..5 {
            let now = f64::from(count) * 0.3;
            with(&mut steps, Change::Minutes, now, |play| play.beats[0].minutes += 1);
        }
        for (at, name) in ["A", "Ac", "Acc"].into_iter().enumerate() {
            let now = 2.0 + at as f64 * 0.3;
            with(&mut steps, Change::Named, now, |play| play.beats[0].title = name.into());
        }
        let before = steps.play().beats[0].minutes;
        steps.walk(true);
        assert_eq!(&*steps.play().beats[0].title, "");
        steps.walk(true);
        assert_eq!(steps.play().beats[0].minutes, before - 5);
        assert!(steps.walk(true).is_none());
    }
}
