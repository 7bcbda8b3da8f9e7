//! Undo and redo, over any sequence of edits.

use std::sync::Arc;

use dessiner_un_labo::model::design::Workshop;
use dessiner_un_labo::model::edit::{Effect, Refused, Target};
use dessiner_un_labo::model::history::SHOWN;
use dessiner_un_labo::model::strokes::Manner;
use dessiner_un_labo::model::{Design, Edit, History, Step};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

use crate::samples::CATALOGUE;
use crate::strategies;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn as_many_undos_as_steps_give_back_the_start_and_redos_the_end(
        edits in vec((strategies::edit(), 0.0..4.0f64), 1..30),
    ) {
        let start = Design::empty(&CATALOGUE);
        let mut history = History::new(start.clone());
        let first = history.revision();
        let (mut now, mut changes) = (0.0, 0);
        for (edit, pause) in &edits {
            now += pause;
            let before = history.design().clone();
            let revision = history.revision();
            match history.apply(edit, now) {
                Ok(_) if *history.design() != before => {
                    changes += 1;
                    prop_assert_ne!(history.revision(), revision);
                }
                _ => prop_assert_eq!(history.revision(), revision),
            }
        }
        let end = history.design().clone();
        let mut undos = 0;
        while history.undo() {
            undos += 1;
        }
        prop_assert_eq!(&**history.design(), &start);
        prop_assert_eq!(history.revision(), first);
        prop_assert!(undos <= changes, "{} undos for {} changes", undos, changes);
        prop_assert!(undos > 0 || end.as_ref() == &start);
        let mut redos = 0;
        while history.redo() {
            redos += 1;
        }
        prop_assert_eq!(history.design(), &end);
        prop_assert_eq!(redos, undos);
    }
}

#[test]
fn a_disagreement_that_is_not_there_takes_neither_a_text_nor_an_empty_span() {
    let catalogue = &*CATALOGUE;
    let mut design = Design::empty(catalogue);
    let before = design.clone();
    let axis = catalogue.axes[0].id.clone();
    let write = Edit::Write(Target::Disagreement(axis.clone()), "une lettre en retard".into());
    assert_eq!(write.apply(&mut design), Err(Refused::Gone));
    assert_eq!(Edit::Span { axis, span: None }.apply(&mut design), Ok(Effect::Unchanged));
    assert_eq!(design, before);
}

/// What a hand does in a text of the sheet, or around it.
#[derive(Clone, Debug)]
enum Hand {
    Type(String),
    Paste(String),
    Cut(f32, f32),
    /// What is typed takes the place of a part of the text.
    Replace(f32, f32, String),
    /// So many letters, before the hand.
    Erase(usize),
    EraseAll,
    Place(usize),
    Undo(usize),
    Redo(usize),
    Leave,
    Save,
}

fn hand() -> impl Strategy<Value = Hand> {
    let words = "[a-zé ]{1,8}[.\n ]?";
    prop_oneof![
        6 => words.prop_map(Hand::Type),
        1 => "[a-z ]{1,40}".prop_map(Hand::Paste),
        1 => (0.0..1.0f32, 0.0..1.0f32).prop_map(|(a, b)| Hand::Cut(a, b)),
        1 => (0.0..1.0f32, 0.0..1.0f32, "[a-z]{1,6}").prop_map(|(a, b, c)| Hand::Replace(a, b, c)),
        2 => (1..6usize).prop_map(Hand::Erase),
        1 => Just(Hand::EraseAll),
        1 => (0..Step::COUNT).prop_map(Hand::Place),
        3 => (1..5usize).prop_map(Hand::Undo),
        2 => (1..4usize).prop_map(Hand::Redo),
        1 => Just(Hand::Leave),
        1 => Just(Hand::Save),
    ]
}

const PLACES: usize = 5;

fn place(at: usize) -> Target {
    match at {
        0 => Target::Name,
        1 => Target::FieldText("gouvernance".into()),
        2 => Target::AxisNote(CATALOGUE.axes[0].id.clone()),
        3 => Target::PointOwner(CATALOGUE.points[0].id.clone()),
        _ => Target::WorkshopDate(KEY),
    }
}

/// The key of the only workshop.
const KEY: Uuid = Uuid::from_u128(1);

/// A lab with a workshop.
fn begun() -> Design {
    let workshop = Workshop { key: KEY, ..Workshop::new() };
    Design { workshops: vec![workshop], ..Design::empty(&CATALOGUE) }
}

/// The texts of the places, and where the handle is.
fn seen(design: &Design) -> Vec<String> {
    let texts = (0..PLACES).map(|at| {
        if let Target::WorkshopDate(key) = place(at) {
            let workshop = design.workshop(key).unwrap();
            let date = workshop.date.map(|date| date.to_string()).unwrap_or_default();
            return workshop.unread.as_ref().map_or(date, |typed| typed.to_string());
        }
        let read = Edit::Write(place(at), "".into()).written(design);
        read.map(|(before, _)| before.to_string()).unwrap_or_default()
    });
    let mut all: Vec<String> = texts.collect();
    all.push(format!("{:?}", design.axes[1].step));
    all
}

/// A lab, the hours it went through, and what showed for long.
struct Desk {
    history: History,
    now: f64,
    shown_since: f64,
    lasted: Vec<Arc<Design>>,
}

impl Desk {
    fn wait(&mut self, pause: f64) {
        self.now += pause;
    }

    /// Something is about to change: what showed until now may have lasted.
    fn look(&mut self) {
        if self.now - self.shown_since > SHOWN {
            self.lasted.push(self.history.design().clone());
        }
    }

    fn write(&mut self, target: &Target, text: String, hand: Option<Manner>) {
        self.look();
        let edit = Edit::Write(target.clone(), text.into());
        if self.history.apply_as(&edit, hand, self.now) == Ok(Effect::Changed) {
            self.shown_since = self.now;
        }
    }

    /// One undo or redo: no more than one thing changes, unless it gives back all that had been undone.
    fn step(&mut self, undo: bool) {
        self.look();
        self.history.end_step();
        let next = if undo { self.history.undoable() } else { self.history.redoable() };
        let count = next.map_or(0, |(deed, _)| deed.count);
        let before = seen(self.history.design());
        if if undo { self.history.undo() } else { self.history.redo() } {
            self.shown_since = self.now;
        }
        let after = seen(self.history.design());
        let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
        assert!(changed <= count, "{before:?} became {after:?}");
    }

    fn act(&mut self, at: usize, hand: &Hand, between: f64) {
        let target = place(at);
        let text = seen(self.history.design())[at].clone();
        let letters: Vec<char> = text.chars().collect();
        let cut = |a: f32, b: f32| {
            let [a, b] = [a, b].map(|part| (part * letters.len() as f32) as usize);
            (a.min(b), a.max(b))
        };
        let word = |range: &[char]| range.iter().collect::<String>();
        match hand {
            Hand::Type(words) => {
                let mut typed = text;
                for letter in words.chars() {
                    typed.push(letter);
                    self.write(&target, typed.clone(), None);
                    self.wait(between);
                }
            }
            Hand::Paste(words) => {
                self.write(&target, [&text, words.as_str()].concat(), Some(Manner::Pasted))
            }
            Hand::Cut(a, b) => {
                let (a, b) = cut(*a, *b);
                let kept = [word(&letters[..a]), word(&letters[b..])].concat();
                self.write(&target, kept, Some(Manner::Cut));
            }
            Hand::Replace(a, b, words) => {
                let (a, b) = cut(*a, *b);
                let kept = [word(&letters[..a]), words.clone(), word(&letters[b..])].concat();
                self.write(&target, kept, None);
            }
            Hand::Erase(count) => {
                for left in (0..letters.len()).rev().take(*count) {
                    self.write(&target, word(&letters[..left]), None);
                    self.wait(between);
                }
            }
            Hand::EraseAll => self.write(&target, String::new(), None),
            Hand::Place(step) => {
                self.look();
                let axis = CATALOGUE.axes[1].id.clone();
                let edit = Edit::Place { axis, step: Step::all().nth(*step) };
                if self.history.apply(&edit, self.now) == Ok(Effect::Changed) {
                    self.shown_since = self.now;
                }
            }
            Hand::Undo(count) => (0..*count).for_each(|_| {
                self.step(true);
                self.wait(between);
            }),
            Hand::Redo(count) => (0..*count).for_each(|_| {
                self.step(false);
                self.wait(between);
            }),
            Hand::Leave => self.history.end_typing(&target),
            Hand::Save => self.history.end_step(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_showed_for_a_second_is_reached_by_undos_then_redos_and_each_changes_one_thing(
        acts in vec((0..PLACES, hand(), 0.0..2.5f64, 0.01..0.4f64), 1..40),
    ) {
        let history = History::new(begun());
        let mut desk = Desk { history, now: 0.0, shown_since: 0.0, lasted: Vec::new() };
        for (at, hand, pause, between) in &acts {
            desk.wait(*pause);
            desk.act(*at, hand, *between);
        }
        desk.lasted.push(desk.history.design().clone());
        let lasted = std::mem::take(&mut desk.lasted);
        let mut reached = vec![desk.history.design().clone()];
        while desk.history.can_undo() {
            desk.step(true);
            reached.push(desk.history.design().clone());
        }
        while desk.history.can_redo() {
            desk.step(false);
            reached.push(desk.history.design().clone());
        }
        for design in lasted {
            prop_assert!(reached.contains(&design), "{:?} is lost", seen(&design));
        }
    }
}

fn gouvernance() -> Target {
    place(1)
}

/// Types `text` after what is there, a letter each twentieth of a second; gives when it ended.
fn type_in(history: &mut History, target: &Target, text: &str, mut now: f64) -> f64 {
    let at = (0..PLACES).find(|at| place(*at) == *target).unwrap();
    let mut typed = seen(history.design())[at].clone();
    for letter in text.chars() {
        typed.push(letter);
        history.apply(&Edit::Write(target.clone(), typed.as_str().into()), now).unwrap();
        now += 0.05;
    }
    now
}

fn text(history: &History) -> String {
    seen(history.design())[1].clone()
}

#[test]
fn a_text_emptied_at_once_after_it_was_typed_comes_back() {
    let mut history = History::new(begun());
    let phrases = "Une première phrase. Une deuxième phrase. Une troisième.";
    let now = type_in(&mut history, &gouvernance(), phrases, 0.0);
    history.apply(&Edit::Write(gouvernance(), "".into()), now + 0.2).unwrap();
    assert!(history.undo());
    assert_eq!(text(&history), phrases, "the deletion alone");
    assert!(history.undo());
    assert_eq!(text(&history), "Une première phrase. Une deuxième phrase. ", "a sentence");
    while history.redo() {}
    assert_eq!(text(&history), "");
}

#[test]
fn what_was_undone_is_within_reach_after_another_edit_and_the_edit_goes_first() {
    let mut history = History::new(begun());
    let now = type_in(&mut history, &gouvernance(), "Une phrase. ", 0.0);
    let now = type_in(&mut history, &gouvernance(), "Une autre.", now + 2.0);
    history.undo();
    history.undo();
    type_in(&mut history, &Target::Name, "x", now + 4.0);
    let mut walked = Vec::new();
    while history.undo() {
        walked.push(text(&history));
    }
    assert_eq!(walked[0], "", "first the letter typed last");
    assert_eq!(&*history.design().name, "");
    assert!(walked.contains(&"Une phrase. Une autre.".to_owned()), "{walked:?}");
    assert_eq!(walked.last().unwrap(), "");
}

#[test]
fn an_undo_taken_back_by_another_says_that_it_is_one() {
    let mut history = History::new(begun());
    type_in(&mut history, &gouvernance(), "Une phrase.", 0.0);
    history.undo();
    type_in(&mut history, &Target::Name, "x", 5.0);
    history.undo();
    let (deed, _) = history.undoable().unwrap();
    assert!(
        deed.is_an_undo
            && matches!(&*deed.edit, Edit::Write(target, _) if *target == gouvernance())
    );
    history.undo();
    assert_eq!(text(&history), "Une phrase.");
}

#[test]
fn what_is_pasted_or_cut_is_a_step_of_its_own_however_fast() {
    let mut history = History::new(begun());
    type_in(&mut history, &gouvernance(), "ab", 0.0);
    for (text, hand) in [("abc", Manner::Pasted), ("abcd", Manner::Pasted), ("abc", Manner::Cut)] {
        history.apply_as(&Edit::Write(gouvernance(), text.into()), Some(hand), 0.2).unwrap();
    }
    let mut walked = vec![text(&history)];
    while history.undo() {
        walked.push(text(&history));
    }
    assert_eq!(walked, ["abc", "abcd", "abc", "ab", ""]);
}

#[test]
fn the_steps_of_a_long_text_share_every_text_that_they_do_not_change() {
    let mut design = begun();
    design.name = "Le labo".into();
    let name = design.name.clone();
    let mut history = History::new(design);
    let mut now = 0.0;
    for _ in 0..50 {
        now = type_in(&mut history, &gouvernance(), "Une phrase. ", now);
    }
    while history.undo() {
        assert!(Arc::ptr_eq(&history.design().name, &name));
    }
}

#[test]
fn words_typed_for_a_date_are_undone_and_done_again_as_any_text_and_go_with_their_workshop() {
    let mut history = History::new(begun());
    let date = |history: &History| seen(history.design())[4].clone();
    let write = |history: &mut History, text: &str, now| {
        history.apply(&Edit::Write(Target::WorkshopDate(KEY), text.into()), now).unwrap();
    };
    let mut now = 0.0;
    for end in ["la", "la semaine", "la semaine prochaine"] {
        write(&mut history, end, now);
        now += 0.2;
    }
    assert_eq!(history.design().workshops[0].date, None);
    // Ten seconds after, a date takes their place.
    write(&mut history, "24/11/202", 10.0);
    write(&mut history, "2026-11-24", 10.2);
    assert_eq!(history.design().workshops[0].unread, None);
    assert!(history.undo());
    assert_eq!(date(&history), "la semaine prochaine");
    let gone = Edit::RemoveWorkshop(KEY);
    history.apply(&gone, 20.0).unwrap();
    assert!(history.undo());
    assert_eq!(date(&history), "la semaine prochaine");
    while history.undo() {}
    assert_eq!(date(&history), "");
    while history.redo() {}
    assert!(history.design().workshops.is_empty());
    assert!(history.undo());
    assert_eq!(date(&history), "la semaine prochaine");
}
