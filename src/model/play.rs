//! The order of play of a workshop: what comes after what, for how long, and what the person who leads keeps to herself.
//!
//! It is not a part of the design: it never enters the `.ron` file of a lab, nor any paper.

use uuid::Uuid;

use super::catalogue::Catalogue;
use super::design::Design;
use super::{Id, Text};

/// One thing that the room looks at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scene {
    /// The whole sheet: less of it, and larger.
    Overview,
    /// What a lab is, in one sentence.
    Sentence,
    Criterion(Id),
    Axis(Id),
    /// The five axes at once.
    Axes,
    Card(Id),
    Point(Id),
    /// What is still to be discussed.
    Open,
    /// A field of the method, the orientation among them.
    Field(Id),
    Free(Uuid),
    /// Until so many minutes have gone: the hour of return, in large.
    Break,
}

/// A scene of an order of play.
#[derive(Clone, Debug, PartialEq)]
pub struct Beat {
    pub scene: Scene,
    /// 0 to 600.
    pub minutes: u16,
    pub skipped: bool,
    /// Seen by the person who leads alone.
    pub note: Text,
}

/// The most minutes that a beat can last.
pub const MOST_MINUTES: u16 = 600;
/// The most beats that an order of play can have.
pub const MOST_BEATS: usize = 200;

/// What is played, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Play {
    pub beats: Vec<Beat>,
    /// What is not played now, and may be again: nothing that was noted is ever dropped.
    pub asleep: Vec<Asleep>,
}

/// A beat that is not played now.
#[derive(Clone, Debug, PartialEq)]
pub struct Asleep {
    pub beat: Beat,
    /// Its place, when it went with its free field: it comes back there with it. None when another order took the place of
    /// the one it was in: its note goes to whatever shows the same thing.
    pub at: Option<usize>,
}

/// The orders of play that the program proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    TwoHours,
    FortyMinutes,
    /// For somebody who drops in; nothing is edited.
    FiveMinutes,
}

impl Beat {
    pub fn new(scene: Scene, minutes: u16) -> Beat {
        Beat { scene, minutes, skipped: false, note: "".into() }
    }
}

impl Play {
    /// The order of play of a workshop on `design`: the method's order.
    pub fn of(length: Length, catalogue: &Catalogue, design: &Design) -> Play {
        let criteria = || catalogue.criteria.iter().map(|it| Scene::Criterion(it.id.clone()));
        let axes = || catalogue.axes.iter().map(|it| Scene::Axis(it.id.clone()));
        let cards = || catalogue.labs.iter().map(|it| Scene::Card(it.id.clone()));
        let points = || catalogue.points.iter().map(|it| Scene::Point(it.id.clone()));
        let fields = || {
            let known = catalogue.fields.iter().map(|it| Scene::Field(it.id.clone()));
            known.chain(design.free_fields.iter().map(|it| Scene::Free(it.id)))
        };
        let mut play = Play::default();
        match length {
            // 2 + 9 + 30 + 18 + 10 + 18 + 28 + 5 = 120 minutes with one free field.
            Length::TwoHours => {
                play.add([Scene::Overview].into_iter(), 2);
                play.add(criteria(), 3);
                play.add(axes(), 6);
                play.add(cards(), 3);
                play.add([Scene::Break].into_iter(), 10);
                play.add(points(), 3);
                play.share(fields(), 28);
                play.add([Scene::Overview].into_iter(), 5);
            }
            // 1 + 3 + 15 + 6 + 14 + 1: the six labs and the points are read at home.
            Length::FortyMinutes => {
                play.add([Scene::Overview].into_iter(), 1);
                play.add(criteria(), 1);
                play.add(axes(), 3);
                play.add(points(), 1);
                play.share(fields(), 14);
                play.add([Scene::Overview].into_iter(), 1);
            }
            Length::FiveMinutes => {
                play.add([Scene::Sentence].into_iter(), 1);
                play.add([Scene::Axes].into_iter(), 2);
                play.add([Scene::Open].into_iter(), 2);
            }
        }
        play
    }

    fn add(&mut self, scenes: impl Iterator<Item = Scene>, minutes: u16) {
        self.beats.extend(scenes.map(|scene| Beat::new(scene, minutes)));
    }

    /// `total` minutes shared between `scenes`, the first ones a minute more when it is not even; a minute each at least.
    fn share(&mut self, scenes: impl Iterator<Item = Scene>, total: u16) {
        let scenes: Vec<Scene> = scenes.collect();
        let count = u16::try_from(scenes.len()).unwrap_or(u16::MAX).max(1);
        for (at, scene) in scenes.into_iter().enumerate() {
            let more = u16::from(at < usize::from(total % count));
            self.beats.push(Beat::new(scene, (total / count + more).max(1)));
        }
    }

    /// How long what is not skipped lasts, in minutes.
    pub fn minutes(&self) -> u32 {
        self.beats.iter().filter(|beat| !beat.skipped).map(|beat| u32::from(beat.minutes)).sum()
    }

    /// The beat played `by` places after `at`, those skipped left out; none at either end.
    pub fn neighbour(&self, at: usize, by: isize) -> Option<usize> {
        let mut to = at.checked_add_signed(by.signum())?;
        while self.beats.get(to)?.skipped {
            to = to.checked_add_signed(by.signum())?;
        }
        Some(to)
    }

    /// The first beat that is played at all.
    pub fn first(&self) -> Option<usize> {
        self.beats.iter().position(|beat| !beat.skipped)
    }

    /// The beat that shows `scene`.
    pub fn find(&self, scene: &Scene) -> Option<usize> {
        self.beats.iter().position(|beat| beat.scene == *scene)
    }

    /// Where the beat that stood at `at` in `before` stands here: the first, or the second… that shows the same thing.
    pub fn same(&self, before: &Play, at: usize) -> Option<usize> {
        let scene = &before.beats.get(at)?.scene;
        let rank = before.beats[..at].iter().filter(|beat| beat.scene == *scene).count();
        let mut alike = self.beats.iter().enumerate().filter(|(_, beat)| beat.scene == *scene);
        alike.nth(rank).map(|(at, _)| at)
    }

    /// What the design has and the order of play has not, or no longer: a free field added comes after the other fields; one
    /// removed sleeps, and wakes where it stood, with its minutes and its note, should an undo bring the field back.
    pub fn follow(&mut self, design: &Design) {
        let has = |beat: &Beat| match beat.scene {
            Scene::Free(id) => design.free_field(id).is_some(),
            _ => true,
        };
        let beats = std::mem::take(&mut self.beats);
        for (at, beat) in beats.into_iter().enumerate() {
            if has(&beat) {
                self.beats.push(beat);
            } else {
                self.asleep.push(Asleep { beat, at: Some(at) });
            }
        }
        let asleep = std::mem::take(&mut self.asleep);
        let (mut woken, asleep): (Vec<_>, Vec<_>) =
            asleep.into_iter().partition(|it| it.at.is_some() && has(&it.beat));
        self.asleep = asleep;
        woken.sort_by_key(|it| it.at);
        for Asleep { beat, at } in woken {
            if self.find(&beat.scene).is_none() {
                let last = self.beats.len();
                self.beats.insert(at.map_or(last, |at| at.min(last)), beat);
            }
        }
        // Nobody draws the lab in an order of play that has no field: none is added to it.
        let is_field = |beat: &Beat| matches!(beat.scene, Scene::Field(_) | Scene::Free(_));
        let Some(last) = self.beats.iter().rposition(is_field) else { return };
        let minutes = self.beats[last].minutes;
        let new: Vec<_> = design
            .free_fields
            .iter()
            .filter(|field| self.find(&Scene::Free(field.id)).is_none())
            .map(|field| Beat::new(Scene::Free(field.id), minutes))
            .collect();
        self.beats.splice(last + 1..last + 1, new);
        self.wake_notes();
    }

    /// An order of play that was kept, or comes from elsewhere: only what this method and this lab have is shown.
    pub fn know(&mut self, catalogue: &Catalogue, design: &Design) {
        let known = |scene: &Scene| match scene {
            Scene::Criterion(id) => catalogue.criterion(id).is_some(),
            Scene::Axis(id) => catalogue.axis(id).is_some(),
            Scene::Card(id) => catalogue.lab(id).is_some(),
            Scene::Point(id) => catalogue.point(id).is_some(),
            Scene::Field(id) => catalogue.field(id).is_some(),
            _ => true,
        };
        let (beats, unknown) =
            std::mem::take(&mut self.beats).into_iter().partition(|beat| known(&beat.scene));
        self.beats = beats;
        self.put_to_sleep(unknown);
        self.follow(design);
    }

    /// The notes of `other`, where the same thing is shown and nothing is noted; those that find no place sleep here.
    pub fn take_notes_of(&mut self, other: &Play) {
        let asleep = other.asleep.iter().map(|it| &it.beat);
        self.put_to_sleep(other.beats.iter().chain(asleep).cloned());
        self.wake_notes();
    }

    /// Keeps what is noted there, and is not already.
    fn put_to_sleep(&mut self, beats: impl IntoIterator<Item = Beat>) {
        for beat in beats {
            let same = |it: &Beat| it.scene == beat.scene && it.note == beat.note;
            let kept = self.beats.iter().chain(self.asleep.iter().map(|it| &it.beat)).any(same);
            if !beat.note.is_empty() && !kept {
                self.asleep.push(Asleep { beat, at: None });
            }
        }
    }

    /// Gives back the notes that sleep, to what shows the same thing and has none.
    fn wake_notes(&mut self) {
        for beat in self.beats.iter_mut().filter(|beat| beat.note.is_empty()) {
            let same = |it: &Asleep| it.at.is_none() && it.beat.scene == beat.scene;
            if let Some(at) = self.asleep.iter().position(same) {
                beat.note = self.asleep.remove(at).beat.note;
            }
        }
    }

    /// Moves a beat by so many places, as far as the ends.
    pub fn shift(&mut self, at: usize, by: isize) -> usize {
        let last = self.beats.len().saturating_sub(1);
        let to = at.saturating_add_signed(by).min(last);
        if at <= last {
            let beat = self.beats.remove(at);
            self.beats.insert(to, beat);
        }
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn play(length: Length) -> Play {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        Play::of(length, &catalogue, &design)
    }

    #[test]
    fn two_hours_are_two_hours_and_forty_minutes_forty() {
        assert_eq!(play(Length::TwoHours).minutes(), 120);
        assert_eq!(play(Length::FortyMinutes).minutes(), 40);
        assert_eq!(play(Length::FiveMinutes).minutes(), 5);
    }

    #[test]
    fn the_default_order_shows_every_step_of_the_method() {
        let catalogue = Catalogue::built_in().unwrap();
        let play = play(Length::TwoHours);
        for axis in &catalogue.axes {
            assert!(play.find(&Scene::Axis(axis.id.clone())).is_some());
        }
        // Three criteria, five axes, six labs, six points, eight fields; the sheet at both ends, a break.
        assert_eq!(play.beats.len(), 3 + 5 + 6 + 6 + 8 + 2 + 1);
    }

    #[test]
    fn one_goes_forward_and_back_over_what_is_skipped() {
        let mut play = play(Length::FortyMinutes);
        play.beats[1].skipped = true;
        play.beats[0].skipped = true;
        let first = play.first().unwrap();
        assert_eq!(first, 2);
        assert_eq!(play.neighbour(first, -1), None);
        play.beats[3].skipped = true;
        assert_eq!(play.neighbour(first, 1), Some(4));
        assert_eq!(play.neighbour(4, -1), Some(first));
        assert_eq!(play.neighbour(play.beats.len() - 1, 1), None);
    }

    #[test]
    fn a_free_field_added_is_played_after_the_others_and_one_removed_is_not() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        let mut play = Play::of(Length::TwoHours, &catalogue, &design);
        let before = play.clone();
        let field = crate::model::design::FreeField::new();
        let id = field.id;
        design.free_fields.push(field);
        play.follow(&design);
        let at = play.find(&Scene::Free(id)).unwrap();
        assert!(matches!(play.beats[at - 1].scene, Scene::Free(_)));
        play.beats[at].note = "Demander à Inès".into();
        let noted = play.clone();
        let field = design.free_fields.pop().unwrap();
        play.follow(&design);
        assert_eq!(play.beats, before.beats);
        // Back, it is as it was, wherever it stood.
        design.free_fields.push(field);
        play.follow(&design);
        assert_eq!(play, noted);
        play.shift(at, -5);
        let moved = play.clone();
        let field = design.free_fields.pop().unwrap();
        play.follow(&design);
        design.free_fields.push(field);
        play.follow(&design);
        assert_eq!(play, moved);
    }

    #[test]
    fn what_was_noted_of_a_step_that_another_order_has_not_comes_back_with_it() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        let field = crate::model::design::FreeField::new();
        let id = field.id;
        design.free_fields.push(field);
        let mut mine = Play::of(Length::TwoHours, &catalogue, &design);
        let card = Scene::Card(catalogue.labs[2].id.clone());
        for scene in [&card, &Scene::Free(id)] {
            let at = mine.find(scene).unwrap();
            mine.beats[at].note = format!("{scene:?}").as_str().into();
        }
        let mut now = mine;
        for length in [Length::FiveMinutes, Length::FortyMinutes, Length::FiveMinutes] {
            let mut other = Play::of(length, &catalogue, &design);
            other.know(&catalogue, &design);
            other.take_notes_of(&now);
            now = other;
        }
        // The field goes and comes back meanwhile.
        let field = design.free_fields.pop().unwrap();
        now.follow(&design);
        design.free_fields.push(field);
        now.follow(&design);
        let mut last = Play::of(Length::TwoHours, &catalogue, &design);
        last.take_notes_of(&now);
        for scene in [card, Scene::Free(id)] {
            let at = last.find(&scene).unwrap();
            assert_eq!(*last.beats[at].note, format!("{scene:?}"));
        }
        assert!(last.asleep.is_empty());
    }

    #[test]
    fn the_beat_played_is_found_again_when_the_order_changes() {
        let before = play(Length::TwoHours);
        for (from, by) in [(0, 4), (4, -4), (7, 3), (30, -30)] {
            let mut after = before.clone();
            after.shift(from, by);
            for (at, beat) in before.beats.iter().enumerate() {
                let there = after.same(&before, at).unwrap();
                assert_eq!(after.beats[there].scene, beat.scene, "{from} by {by}");
            }
        }
        // The sheet stands at both ends: the last one is not taken for the first.
        let last = before.beats.len() - 1;
        assert_eq!(before.same(&before, last), Some(last));
        assert_eq!(play(Length::FiveMinutes).same(&before, last), None);
    }

    #[test]
    fn an_order_from_elsewhere_shows_what_this_lab_has_and_keeps_my_notes() {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        let mut mine = play(Length::TwoHours);
        mine.beats[0].note = "au début".into();
        let last = mine.beats.len() - 1;
        mine.beats[last].note = "à la fin".into();
        let mut theirs = play(Length::FortyMinutes);
        theirs.beats.push(Beat::new(Scene::Free(Uuid::new_v4()), 3));
        theirs.beats.push(Beat::new(Scene::Axis("unknown".into()), 3));
        theirs.know(&catalogue, &design);
        assert_eq!(theirs.beats.len(), play(Length::FortyMinutes).beats.len());
        theirs.take_notes_of(&mine);
        assert_eq!(&*theirs.beats[0].note, "au début");
        assert_eq!(&*theirs.beats[theirs.beats.len() - 1].note, "à la fin");
    }

    #[test]
    fn a_beat_moves_no_farther_than_the_ends() {
        let mut play = play(Length::FiveMinutes);
        assert_eq!(play.shift(0, -1), 0);
        assert_eq!(play.shift(0, 5), 2);
        assert_eq!(play.beats[2].scene, Scene::Sentence);
        assert_eq!(play.shift(9, 1), 2, "there is no such beat");
    }
}
