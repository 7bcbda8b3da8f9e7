//! A focus shows one thing at a time, in large: the steps of the method follow each other, and other pages stand beside
//! them.

use uuid::Uuid;

use crate::model::catalogue::{Catalogue, Zone};
pub use crate::model::place::FieldKey;
use crate::model::place::{Nth, Place};
use crate::model::play::Scene;
use crate::model::{Design, Id, standing};
use crate::text::help::Page;

/// What a focus shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Focus {
    /// A place of the sheet, alone.
    At(Place),
    /// « Et eux, où les placer ? »: one of the six labs on the five axes.
    Placing(Id),
    /// One field of the method across the six labs and ours.
    Compare(Id),
    /// Two or three labs beside ours, on some of the fields.
    SideBySide,
    /// One of the meetings at which the lab is drawn, by its key; none: what invites to note the first one.
    Workshop(Option<Uuid>),
    NextSteps,
    /// « Où en est-on ? »
    Standing,
    /// The sheet before it is printed.
    Paper,
    /// The order of play, to be changed.
    Order,
    /// « Vérifier ce poste »
    Check,
    /// A page of the help.
    Help(Page),
}

/// Where one was: the overview or a focus, what had the keyboard, and the page that showed.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// `None` is the overview.
    pub focus: Option<Focus>,
    pub keyboard: Option<egui::Id>,
    /// How far down, in points.
    pub offset: f32,
}

impl Focus {
    /// Every step of the method, in its order.
    pub fn steps(catalogue: &Catalogue, design: &Design) -> Vec<Focus> {
        Place::all(catalogue, design).into_iter().map(Focus::At).collect()
    }

    /// The steps of one zone.
    pub fn steps_of(zone: Zone, catalogue: &Catalogue, design: &Design) -> Vec<Focus> {
        Place::all_of(zone, catalogue, design).into_iter().map(Focus::At).collect()
    }

    /// What the page keys walk through from here, this focus among them.
    pub fn family(&self, catalogue: &Catalogue, design: &Design) -> Vec<Focus> {
        match self {
            Focus::Placing(_) => {
                catalogue.labs.iter().map(|lab| Focus::Placing(lab.id.clone())).collect()
            }
            Focus::Compare(_) => {
                catalogue.fields.iter().map(|field| Focus::Compare(field.id.clone())).collect()
            }
            Focus::Help(_) => Page::ALL.into_iter().map(Focus::Help).collect(),
            Focus::Workshop(_) if !design.workshops.is_empty() => {
                let order = standing::workshops_in_order(&design.workshops);
                order.into_iter().map(|it| Focus::Workshop(Some(it.key))).collect()
            }
            Focus::SideBySide
            | Focus::Workshop(_)
            | Focus::NextSteps
            | Focus::Standing
            | Focus::Order
            | Focus::Check
            | Focus::Paper => {
                vec![self.clone()]
            }
            Focus::At(_) => Focus::steps(catalogue, design),
        }
    }

    /// What comes `by` places after this one; `None` at either end.
    pub fn neighbour(&self, catalogue: &Catalogue, design: &Design, by: isize) -> Option<Focus> {
        let all = self.family(catalogue, design);
        let at = all.iter().position(|other| other == self)?;
        all.get(at.checked_add_signed(by)?).cloned()
    }

    /// The zone it belongs to; none for what stands around the sheet.
    pub fn zone(&self) -> Option<Zone> {
        match self {
            Focus::At(place) => Some(place.zone()),
            Focus::Placing(_) | Focus::Compare(_) | Focus::SideBySide => Some(Zone::Examples),
            Focus::Workshop(_)
            | Focus::NextSteps
            | Focus::Standing
            | Focus::Paper
            | Focus::Order
            | Focus::Check
            | Focus::Help(_) => None,
        }
    }

    /// Its rank among its like, in its zone.
    pub fn rank(&self, catalogue: &Catalogue, design: &Design) -> Nth {
        let mut all = self.family(catalogue, design);
        all.retain(|other| other.zone() == self.zone());
        Nth::among(&all, self).unwrap_or(Nth { at: 0, of: all.len() })
    }

    /// Whether it stands around the sheet: Escape leads back to where one was.
    pub fn is_around(&self) -> bool {
        self.zone().is_none()
    }

    /// Whether the group looks at it; the pages of the program itself stay with the leader.
    pub fn is_for_the_room(&self) -> bool {
        !matches!(self, Focus::Help(_) | Focus::Paper | Focus::Order | Focus::Check)
    }

    /// Whether the design still holds what it shows: a free field can go, or a workshop.
    pub fn is_there(&self, design: &Design) -> bool {
        match self {
            Focus::At(place) => place.is_there(design),
            Focus::Workshop(Some(key)) => design.workshop(*key).is_some(),
            Focus::Workshop(None) => design.workshops.is_empty(),
            _ => true,
        }
    }

    /// What the room is shown of it.
    pub fn scene(&self) -> Option<Scene> {
        let place = match self {
            Focus::At(place) => place.clone(),
            Focus::Placing(lab) => Place::Card(lab.clone()),
            Focus::Compare(field) => Place::field(field),
            _ => return None,
        };
        Some(Scene::At(place))
    }

    /// Where one is at the desk when the room looked at `scene`; none is the whole sheet.
    pub fn of_scene(scene: &Scene) -> Option<Focus> {
        match scene {
            Scene::At(place) => Some(Focus::At(place.clone())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_keys_walk_through_the_whole_method_in_its_order() {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        let steps = Focus::steps(&catalogue, &design);
        assert_eq!(steps.len(), 3 + 5 + 6 + 6 + 8);
        let zones: Vec<_> = steps.iter().filter_map(Focus::zone).collect();
        assert!(zones.is_sorted());
        let mut walked = vec![steps[0].clone()];
        while let Some(next) = walked.last().unwrap().neighbour(&catalogue, &design, 1) {
            walked.push(next);
        }
        assert_eq!(walked, steps);
    }

    #[test]
    fn a_rank_is_counted_in_its_own_zone() {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        let axis = Focus::At(Place::Axis("pilote-support".into()));
        assert_eq!(axis.rank(&catalogue, &design), Nth { at: 2, of: 5 });
        let placing = Focus::Placing("espace-tiers".into());
        assert_eq!(placing.rank(&catalogue, &design), Nth { at: 6, of: 6 });
        assert_eq!(Focus::Standing.rank(&catalogue, &design), Nth { at: 1, of: 1 });
    }
}
