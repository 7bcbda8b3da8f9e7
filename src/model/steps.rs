//! States follow each other and are walked back and forth; none that was an end of a step is ever thrown away.

use super::Text;
pub use super::strokes::SHOWN;
use super::strokes::{Manner, Open, Stroke};

/// What leads from a state to the next.
pub trait Way: Clone {
    /// How many things it does.
    fn count(&self) -> usize;

    /// What leads back at once over ways that do so many things, of which this is the last.
    #[must_use]
    fn undone(self, count: usize) -> Self;
}

impl Way for () {
    fn count(&self) -> usize {
        1
    }

    fn undone(self, _: usize) {}
}

/// The states that a content `C` went through, and what led from one to the next.
#[derive(Clone, Debug)]
pub struct Steps<C, W> {
    past: Vec<Stop<C, W>>,
    present: Stop<C, W>,
    future: Vec<Stop<C, W>>,
}

#[derive(Clone, Debug)]
struct Stop<C, W> {
    content: C,
    /// What led here from the state before; `None` where it all began.
    way: Option<W>,
}

impl<C: Clone + PartialEq, W: Way> Steps<C, W> {
    pub fn new(content: C) -> Steps<C, W> {
        Steps { past: Vec::new(), present: Stop { content, way: None }, future: Vec::new() }
    }

    pub fn content(&self) -> &C {
        &self.present.content
    }

    /// The step under way comes to this.
    pub fn go_on(&mut self, content: C, way: W) {
        self.present = Stop { content, way: Some(way) };
    }

    /// Another step.
    pub fn step(&mut self, content: C, way: W) {
        self.keep_what_was_undone();
        let before = std::mem::replace(&mut self.present, Stop { content, way: Some(way) });
        self.past.push(before);
    }

    /// The content that is there is to be this one, which nobody asked for: no step leads to it.
    pub fn amend(&mut self, content: C) {
        self.present.content = content;
    }

    /// The last step is forgotten if it came back to where it began.
    pub fn forget_empty(&mut self) {
        let present = &self.present.content;
        if let Some(before) = self.past.pop_if(|before| before.content == *present) {
            self.present = before;
        }
    }

    /// What was undone becomes a part of the past: what comes now leaves it within reach. One step leads back over all of
    /// it, as somebody who pressed the same key many times did: however often one undoes and goes on, an edit adds two
    /// states at most.
    fn keep_what_was_undone(&mut self) {
        let Some(last) = self.future.first() else { return };
        // Undone down to what it had come to: there is nothing to lead back over.
        let is_back = last.content == self.present.content;
        let count = self.future.iter().filter_map(|stop| stop.way.as_ref()).map(W::count).sum();
        let way = last.way.clone().map(|way| way.undone(count));
        let again = Stop { content: self.present.content.clone(), way };
        let here = std::mem::replace(&mut self.present, again);
        self.past.push(here);
        self.past.extend(self.future.drain(..).rev());
        if is_back && let Some(last) = self.past.pop() {
            self.present = last;
        }
    }

    /// What the next undo would take back, and what it would give.
    pub fn undoable(&self) -> Option<(&W, &C)> {
        Some((self.present.way.as_ref()?, &self.past.last()?.content))
    }

    /// What the next redo would do again, and what it would give.
    pub fn redoable(&self) -> Option<(&W, &C)> {
        let after = self.future.last()?;
        Some((after.way.as_ref()?, &after.content))
    }

    /// Takes one step back. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, before));
        true
    }

    /// Takes one undone step again. Says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, after));
        true
    }
}

/// The steps of a text that is in no design: a private note, the name of a room.
#[derive(Clone, Debug)]
pub struct TextSteps {
    steps: Steps<Text, ()>,
    open: Option<Open<()>>,
}

impl TextSteps {
    pub fn new(text: &str) -> TextSteps {
        TextSteps { steps: Steps::new(text.into()), open: None }
    }

    pub fn text(&self) -> &str {
        self.steps.content()
    }

    /// The text is now `text`; `hand` is what only the hand knows, that it pasted or cut.
    pub fn write(&mut self, text: &str, hand: Option<Manner>, now: f64) {
        if text == self.text() {
            return;
        }
        let stroke = Some(Stroke::between(self.text(), text));
        let open = self.open.take().filter(|_| hand.is_none());
        let joined = open.and_then(|open| open.with(&(), stroke, now));
        match joined {
            Some(_) => self.steps.go_on(text.into(), ()),
            None => self.steps.step(text.into(), ()),
        }
        let open = joined.unwrap_or_else(|| Open::new((), stroke, now));
        self.open = hand.is_none().then_some(open);
    }

    /// One step back, or forth again; gives the text that it leads to.
    pub fn walk(&mut self, undo: bool) -> Option<Text> {
        self.open = None;
        let walked = if undo { self.steps.undo() } else { self.steps.redo() };
        walked.then(|| self.steps.content().clone())
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_note_emptied_at_once_comes_back_and_what_was_undone_stays_within_reach() {
        let mut note = TextSteps::new("");
        note.write("R", None, 0.0);
        note.write("Re", None, 0.1);
        note.write("", None, 0.2);
        assert_eq!(note.walk(true).as_deref(), Some("Re"));
        assert_eq!(note.walk(true).as_deref(), Some(""));
        note.write("x", Some(Manner::Pasted), 0.3);
        let mut walked = Vec::new();
        while let Some(text) = note.walk(true) {
            walked.push(text.to_string());
        }
        assert_eq!(walked, ["", "Re", ""]);
        assert_eq!(note.walk(false).as_deref(), Some("Re"));
    }

    #[test]
    fn one_undo_gives_back_all_that_had_been_undone_before_another_edit() {
        let mut steps = Steps::new(0);
        (1..=5).for_each(|at| steps.step(at, ()));
        while steps.undo() {}
        steps.step(9, ());
        let walk = std::iter::from_fn(|| steps.undo().then(|| *steps.content()));
        assert_eq!(walk.collect::<Vec<_>>(), [0, 5, 4, 3, 2, 1, 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        /// Each round undoes so many steps, does some again, and goes on.
        #[test]
        fn however_often_one_undoes_and_goes_on_an_edit_adds_two_states_and_none_is_lost(
            rounds in vec((0..12usize, 0..4usize, 1..4usize), 1..60),
        ) {
            let mut steps = Steps::new(0);
            let mut edits = 0;
            for (undos, redos, count) in rounds {
                (0..undos).for_each(|_| _ = steps.undo());
                (0..redos).for_each(|_| _ = steps.redo());
                for _ in 0..count {
                    edits += 1;
                    steps.step(edits, ());
                }
            }
            let stops = steps.past.len() + 1 + steps.future.len();
            prop_assert!(stops <= 2 * edits + 1, "{stops} states after {edits} edits");
            let mut reached = vec![*steps.content()];
            while steps.undo() {
                reached.push(*steps.content());
            }
            prop_assert!((0..=edits).all(|edit| reached.contains(&edit)), "{reached:?}");
        }
    }
}
