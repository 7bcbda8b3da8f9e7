//! States one after the other, walked back and forth; none that was an end of a step is ever thrown away.

use super::Text;
use super::strokes::{Manner, Run, Stroke};

/// What showed for this long, in seconds, is the end of a step.
pub const SHOWN: f64 = 1.0;

/// What leads from a state to the next.
pub trait Way: Clone {
    /// The same, walked the other way.
    #[must_use]
    fn reversed(self) -> Self;
}

impl Way for () {
    fn reversed(self) {}
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

impl<C: Clone, W: Way> Steps<C, W> {
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

    /// The last step is forgotten if it came back to where it began.
    pub fn forget_if(&mut self, same: impl Fn(&C, &C) -> bool) {
        let present = &self.present.content;
        if let Some(before) = self.past.pop_if(|before| same(&before.content, present)) {
            self.present = before;
        }
    }

    /// What was undone becomes a part of the past, forth and back again: what comes now leaves it within reach.
    fn keep_what_was_undone(&mut self) {
        if self.future.is_empty() {
            return;
        }
        let here = self.present.clone();
        let forth: Vec<Stop<C, W>> = self.future.drain(..).rev().collect();
        self.past.push(here.clone());
        self.past.extend(forth.iter().cloned());
        // Back from the last of them, each time to the one before it.
        let before = [&here].into_iter().chain(&forth);
        let back = before.zip(&forth).map(|(before, after)| Stop {
            way: after.way.clone().map(W::reversed),
            ..before.clone()
        });
        let mut back: Vec<Stop<C, W>> = back.collect();
        back.reverse();
        if let Some(first) = back.pop() {
            self.present = first;
        }
        self.past.extend(back);
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
    /// The run under way, and when its last stroke came.
    open: Option<(Run, f64)>,
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
        let stroke = Stroke::between(self.text(), text);
        let open = self.open.filter(|(_, last)| hand.is_none() && now - last < SHOWN);
        let joined = open.and_then(|(run, _)| run.with(stroke));
        match joined {
            Some(_) => self.steps.go_on(text.into(), ()),
            None => self.steps.step(text.into(), ()),
        }
        let run = joined.unwrap_or(Run::of(stroke));
        self.open = hand.is_none().then_some((run, now));
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
        assert_eq!(walked, ["", "Re", "", "Re", ""]);
        assert_eq!(note.walk(false).as_deref(), Some("Re"));
    }
}
