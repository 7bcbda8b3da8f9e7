//! An order of play keeps what it does not play: it follows the design, and nothing that was noted is ever dropped.

use super::Play;
use super::beat::{Asleep, Beat, Scene};
use crate::model::Text;
use crate::model::catalogue::Catalogue;
use crate::model::design::Design;
use crate::model::place::Place;

impl Play {
    /// What the design has and the order of play has not, or no longer: a free field added comes after the other fields; one
    /// removed sleeps, and wakes where it stood, with its minutes and its note, should an undo bring the field back.
    pub fn follow(&mut self, design: &Design) {
        let has = |beat: &Beat| match &beat.scene {
            Scene::At(place) => place.is_there(design),
            Scene::Unknown(_) => false,
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
        let is_field = |beat: &Beat| matches!(beat.scene, Scene::At(Place::Field(_)));
        let Some(last) = self.beats.iter().rposition(is_field) else { return };
        let minutes = self.beats[last].minutes;
        let free = design.free_fields.iter().map(|field| Scene::At(Place::free(field.id)));
        let new: Vec<_> = free
            .filter(|scene| self.find(scene).is_none())
            .map(|scene| Beat::new(scene, minutes))
            .collect();
        self.beats.splice(last + 1..last + 1, new);
        self.wake_notes();
    }

    /// An order of play that was kept, or comes from elsewhere: only what this method and this lab have is shown.
    pub fn know(&mut self, catalogue: &Catalogue, design: &Design) {
        let known = |scene: &Scene| match scene {
            Scene::At(place) => place.is_of(catalogue),
            _ => true,
        };
        let (beats, unknown) =
            std::mem::take(&mut self.beats).into_iter().partition(|beat| known(&beat.scene));
        self.beats = beats;
        // What another edition of the method shows is kept whole.
        self.asleep.extend(unknown.into_iter().map(|beat| Asleep { beat, at: None }));
        self.follow(design);
    }

    /// The notes of `other`, where the same thing is shown and nothing is noted; those that find no place sleep here.
    pub fn take_notes_of(&mut self, other: &Play) {
        let asleep = other.asleep.iter().map(|it| &it.beat);
        self.put_to_sleep(other.beats.iter().chain(asleep).cloned());
        self.wake_notes();
    }

    /// What was kept, and could not be read while `mine` was made: `mine` joins it, whose order it is.
    #[must_use]
    pub fn joined_by(mut self, mine: &Play) -> Play {
        let mut mine = mine.clone();
        for at in 0..mine.beats.len() {
            let there = self.same(&mine, at).and_then(|at| self.beats.get_mut(at));
            let Some(there) = there else { continue };
            let note = std::mem::take(&mut mine.beats[at].note);
            there.note = both(&there.note, &note);
        }
        self.take_own_steps_of(&mine);
        self.take_notes_of(&mine);
        self
    }

    /// Keeps what is noted there, or is one's own, and is not there already.
    fn put_to_sleep(&mut self, beats: impl IntoIterator<Item = Beat>) {
        for beat in beats {
            let same = |it: &Beat| it.scene == beat.scene && it.note == beat.note;
            let kept = self.beats.iter().chain(self.asleep.iter().map(|it| &it.beat)).any(same);
            let own = beat.is_own() && !beat.title.trim().is_empty();
            if (own || !beat.note.is_empty()) && !kept {
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
}

/// Two notes of one thing, one after the other, unless one says the other.
fn both(before: &Text, after: &Text) -> Text {
    if before.contains(&**after) {
        before.clone()
    } else if after.contains(&**before) {
        after.clone()
    } else {
        [&**before, &**after].join("\n").into()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::Length;
    use super::*;
    use crate::model::place::FieldKey;

    fn play(length: Length) -> Play {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        Play::of(length, &catalogue, &design)
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
        let at = play.find(&Scene::At(Place::free(id))).unwrap();
        assert!(matches!(play.beats[at - 1].scene, Scene::At(Place::Field(FieldKey::Free(_)))));
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
        let card = Scene::At(Place::Card(catalogue.labs[2].id.clone()));
        for scene in [&card, &Scene::At(Place::free(id))] {
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
        for scene in [card, Scene::At(Place::free(id))] {
            let at = last.find(&scene).unwrap();
            assert_eq!(*last.beats[at].note, format!("{scene:?}"));
        }
        assert!(last.asleep.is_empty());
    }

    #[test]
    fn what_was_made_meanwhile_joins_what_was_kept_once_however_often() {
        let own = |title: &str| Beat { title: title.into(), ..Beat::own() };
        let mut kept = play(Length::TwoHours);
        kept.beats[0].note = "Demander".into();
        kept.beats[1].minutes = 17;
        kept.beats.insert(3, own("Accueil"));
        let mut mine = play(Length::TwoHours);
        let last = mine.beats.len() - 1;
        mine.beats[0].note = "Autre".into();
        mine.beats[last].note = "À la fin".into();
        mine.beats.push(own("Conclusion"));
        let joined = kept.clone().joined_by(&mine);
        let note = |at: usize| &*joined.beats[at].note;
        assert_eq!((note(0), joined.beats[1].minutes), ("Demander\nAutre", 17));
        assert_eq!((note(last + 1), note(1)), ("À la fin", ""));
        let titles: Vec<_> =
            joined.beats.iter().filter(|it| it.is_own()).map(|it| &*it.title).collect();
        assert_eq!(titles, ["Accueil", "Conclusion"]);
        assert!(joined.asleep.is_empty());
        assert_eq!(kept.joined_by(&joined), joined);
        assert_eq!(joined.clone().joined_by(&mine), joined);
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
        theirs.beats.push(Beat::new(Scene::At(Place::free(Uuid::new_v4())), 3));
        theirs.beats.push(Beat::new(Scene::At(Place::Axis("unknown".into())), 3));
        theirs.know(&catalogue, &design);
        assert_eq!(theirs.beats.len(), play(Length::FortyMinutes).beats.len());
        theirs.take_notes_of(&mine);
        assert_eq!(&*theirs.beats[0].note, "au début");
        assert_eq!(&*theirs.beats[theirs.beats.len() - 1].note, "à la fin");
    }
}
