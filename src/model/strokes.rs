//! This tells what an edit does to a text, and whether the next one goes on with the same thing.
//!
//! A person says « what I have just typed », « what I pasted », « what I deleted »: a run of strokes is such a thing. It
//! ends where the hand goes elsewhere in the text, turns from inserting to deleting or back, begins a new line or a new
//! sentence, or has gone on for long.

/// What showed for this long, in seconds, is the end of a step.
pub const SHOWN: f64 = 1.0;

/// A run of typing that has this many letters ends before its next word.
pub const LONG: usize = 60;
/// No run of typing has more letters than this, not even within a word.
const LONGEST: usize = 120;
/// More letters than this in one stroke were not typed one by one: it is a thing of its own.
const AT_ONCE: usize = 20;

/// How a text was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Manner {
    Typed,
    Deleted,
    /// Something else stands where something stood.
    Replaced,
    /// The two that only the hand knows.
    Pasted,
    Cut,
}

/// The difference that one edit makes to a text, counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Where it is: an « l » typed beside another may be either, so the first and the last place that it can have.
    from: usize,
    to: usize,
    removed: usize,
    inserted: usize,
    /// It begins a word, after a space.
    begins_word: bool,
    /// What stands before it, spaces aside, ends a sentence.
    after_sentence: bool,
    ends_line: bool,
    /// A line break, and something else.
    has_lines: bool,
    has_words: bool,
}

impl Stroke {
    pub fn between(before: &str, after: &str) -> Stroke {
        let [before, after] = [before, after].map(|text| text.chars().collect::<Vec<char>>());
        let same = |pair: &(&char, &char)| pair.0 == pair.1;
        let head = before.iter().zip(&after).take_while(same).count();
        let tail = before.iter().rev().zip(after.iter().rev()).take_while(same).count();
        let shorter = before.len().min(after.len());
        let overlap = (head + tail).saturating_sub(shorter);
        let kept = (head + tail).min(shorter);
        let inserted = after.get(head..head + after.len() - kept).unwrap_or_default();
        let ahead = after.get(..head).unwrap_or_default();
        let breaks = inserted.contains(&'\n');
        Stroke {
            from: head - overlap.min(head),
            to: head,
            removed: before.len() - kept,
            inserted: inserted.len(),
            begins_word: inserted.first().is_some_and(|first| begins_word(*first))
                && ahead.last().is_some_and(|last| last.is_whitespace()),
            after_sentence: ends_sentence(ahead),
            ends_line: inserted.last() == Some(&'\n'),
            has_lines: breaks && inserted.len() > 1,
            has_words: inserted.iter().any(|letter| !letter.is_whitespace()),
        }
    }

    pub fn manner(&self) -> Manner {
        match (self.removed, self.inserted) {
            (0, _) => Manner::Typed,
            (_, 0) => Manner::Deleted,
            _ => Manner::Replaced,
        }
    }

    /// Nobody types or deletes so much letter by letter.
    fn at_once(&self) -> bool {
        self.has_lines || self.inserted > AT_ONCE || (self.inserted == 0 && self.removed > AT_ONCE)
    }

    /// Whether one of its places, moved by `by`, is one of those of `other`.
    fn meets(&self, by: usize, other: &Stroke, other_by: usize) -> bool {
        self.from + by <= other.to + other_by && self.to + by >= other.from + other_by
    }
}

fn begins_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '«' | '“' | '"' | '(' | '-' | '–' | '•')
}

fn ends_sentence(text: &[char]) -> bool {
    let aside = |letter: &&char| letter.is_whitespace() || matches!(letter, '»' | '”' | '"' | ')');
    let last = text.iter().rev().find(|letter| !aside(letter));
    last.is_some_and(|last| matches!(last, '.' | '!' | '?' | '…'))
}

/// Strokes that are one thing.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub manner: Manner,
    last: Stroke,
    letters: usize,
    has_words: bool,
}

impl Run {
    pub fn of(stroke: Stroke) -> Run {
        Run {
            manner: stroke.manner(),
            letters: stroke.inserted.max(stroke.removed * usize::from(stroke.inserted == 0)),
            has_words: stroke.has_words,
            last: stroke,
        }
    }

    /// The run with `next`; `None` where `next` begins another one.
    pub fn with(&self, next: Stroke) -> Option<Run> {
        if self.last.at_once() || next.at_once() {
            return None;
        }
        let goes_on = match (self.manner, next.manner()) {
            (Manner::Typed | Manner::Replaced, Manner::Typed) => self.types_on(&next),
            (Manner::Deleted, Manner::Deleted) => self.deletes_on(&next),
            _ => false,
        };
        goes_on.then(|| Run {
            manner: self.manner,
            letters: self.letters + next.inserted + next.removed,
            has_words: self.has_words || next.has_words,
            last: next,
        })
    }

    fn types_on(&self, next: &Stroke) -> bool {
        let ends =
            next.begins_word && self.has_words && (next.after_sentence || self.letters >= LONG);
        next.meets(0, &self.last, self.last.inserted)
            && !self.last.ends_line
            && !ends
            && self.letters < LONGEST
    }

    /// Backwards, or forwards.
    fn deletes_on(&self, next: &Stroke) -> bool {
        let beside = next.meets(next.removed, &self.last, 0) || next.meets(0, &self.last, 0);
        beside && self.letters < LONG
    }
}

/// A step under way, of the thing `G`: what comes soon enough, and goes on with it, is the same step.
#[derive(Clone, Copy, Debug)]
pub struct Open<G> {
    group: G,
    /// When its last edit came, in seconds.
    last: f64,
    /// What is done to the text, when it is one.
    run: Option<Run>,
}

impl<G: PartialEq> Open<G> {
    pub fn new(group: G, stroke: Option<Stroke>, now: f64) -> Open<G> {
        Open { group, last: now, run: stroke.map(Run::of) }
    }

    pub fn group(&self) -> &G {
        &self.group
    }

    /// What it does to its text as a whole.
    pub fn manner(&self) -> Option<Manner> {
        self.run.map(|run| run.manner)
    }

    /// What it becomes with this edit; `None` if that is another thing.
    pub fn with(self, group: &G, stroke: Option<Stroke>, now: f64) -> Option<Open<G>> {
        if self.group != *group || now - self.last >= SHOWN {
            return None;
        }
        let run = match (self.run, stroke) {
            (Some(run), Some(stroke)) => Some(run.with(stroke)?),
            (run, _) => run,
        };
        Some(Open { last: now, run, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many runs it takes to go through these texts.
    fn runs(texts: &[&str]) -> usize {
        let strokes = texts.windows(2).map(|pair| Stroke::between(pair[0], pair[1]));
        let mut runs: Vec<Run> = Vec::new();
        for stroke in strokes {
            match runs.last().and_then(|run| run.with(stroke)) {
                Some(run) => *runs.last_mut().unwrap() = run,
                None => runs.push(Run::of(stroke)),
            }
        }
        runs.len()
    }

    fn typed(text: &str) -> Vec<String> {
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        ends.map(|end| text[..end].to_owned()).collect()
    }

    fn runs_of(text: &str) -> usize {
        let texts = typed(text);
        runs(&texts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn a_sentence_a_line_and_sixty_letters_are_one_thing_each() {
        assert_eq!(runs_of("Une élue référente, et son équipe"), 1);
        assert_eq!(runs_of("Une élue. Une équipe\u{a0}! « Oui. » Et puis"), 4);
        assert_eq!(runs_of("Une élue\nUne équipe\n"), 2);
        assert_eq!(runs_of(&"mot ".repeat(45)), 3);
        assert_eq!(runs_of(&"m".repeat(300)), 3, "an address has no space");
        assert_eq!(runs_of("aaaa llll"), 1, "a letter beside its like is where the hand is");
    }

    #[test]
    fn inserting_deleting_and_going_elsewhere_are_other_things() {
        assert_eq!(runs(&["", "a", "ab", "a", "", "c"]), 3);
        assert_eq!(runs(&["abcd", "abc", "ab", "a"]), 1, "backwards");
        assert_eq!(runs(&["abcd", "bcd", "cd"]), 1, "forwards");
        assert_eq!(runs(&["ab", "abc", "xabc"]), 2, "elsewhere in the text");
        assert_eq!(runs(&["une phrase", "x", "xy"]), 1, "a word typed over a selection");
        assert_eq!(
            runs(&["un", "un texte qui vient d’ailleurs", "un texte qui vient d’ailleurs."]),
            2
        );
        assert_eq!(runs(&["a", "a\nb", "a\nbc"]), 2, "lines are pasted");
    }

    #[test]
    fn the_manner_is_what_the_text_shows() {
        let manner = |before, after| Stroke::between(before, after).manner();
        assert_eq!(manner("", "a"), Manner::Typed);
        assert_eq!(manner("abc", ""), Manner::Deleted);
        assert_eq!(manner("abc", "xbc"), Manner::Replaced);
    }
}
