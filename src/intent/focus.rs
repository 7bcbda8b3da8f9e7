//! A focus shows one thing at a time, in large: the steps of the method follow each other, and other pages stand beside
//! them.

use uuid::Uuid;

use crate::model::catalogue::{CREATION, Catalogue, ORIENTATION, Zone};
use crate::model::play::Scene;
use crate::model::{Design, Id, standing};
use crate::text::help::Page;

/// What a focus shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Focus {
    Criterion(Id),
    Axis(Id),
    /// One of the six labs.
    Card(Id),
    Point(Id),
    Field(FieldKey),
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

/// Where one is among the things of a zone, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub at: usize,
    pub of: usize,
}

impl Focus {
    /// Every step of the method, in its order.
    pub fn steps(catalogue: &Catalogue, design: &Design) -> Vec<Focus> {
        Zone::ALL.into_iter().flat_map(|zone| Focus::steps_of(zone, catalogue, design)).collect()
    }

    /// The steps of one zone.
    pub fn steps_of(zone: Zone, catalogue: &Catalogue, design: &Design) -> Vec<Focus> {
        match zone {
            Zone::Definition => {
                catalogue.criteria.iter().map(|it| Focus::Criterion(it.id.clone())).collect()
            }
            Zone::Positioning => {
                catalogue.axes.iter().map(|it| Focus::Axis(it.id.clone())).collect()
            }
            Zone::Examples => catalogue.labs.iter().map(|it| Focus::Card(it.id.clone())).collect(),
            Zone::Vigilance => {
                catalogue.points.iter().map(|it| Focus::Point(it.id.clone())).collect()
            }
            Zone::Design => {
                FieldKey::all(catalogue, design).into_iter().map(Focus::Field).collect()
            }
        }
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
            _ => Focus::steps(catalogue, design),
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
            Focus::Criterion(_) => Some(Zone::Definition),
            Focus::Axis(_) => Some(Zone::Positioning),
            Focus::Card(_) | Focus::Placing(_) | Focus::Compare(_) | Focus::SideBySide => {
                Some(Zone::Examples)
            }
            Focus::Point(_) => Some(Zone::Vigilance),
            Focus::Field(_) => Some(Zone::Design),
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
    pub fn place(&self, catalogue: &Catalogue, design: &Design) -> Place {
        let mut all = self.family(catalogue, design);
        all.retain(|other| other.zone() == self.zone());
        let at = all.iter().position(|other| other == self).map_or(0, |index| index + 1);
        Place { at, of: all.len() }
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
            Focus::Field(FieldKey::Free(id)) => design.free_field(*id).is_some(),
            Focus::Workshop(Some(key)) => design.workshop(*key).is_some(),
            Focus::Workshop(None) => design.workshops.is_empty(),
            _ => true,
        }
    }

    /// What the room is shown of it.
    pub fn scene(&self) -> Option<Scene> {
        Some(match self {
            Focus::Criterion(id) => Scene::Criterion(id.clone()),
            Focus::Axis(id) => Scene::Axis(id.clone()),
            Focus::Card(id) | Focus::Placing(id) => Scene::Card(id.clone()),
            Focus::Point(id) => Scene::Point(id.clone()),
            Focus::Field(FieldKey::Orientation) => Scene::Field(ORIENTATION.into()),
            Focus::Field(FieldKey::Known(id)) | Focus::Compare(id) => Scene::Field(id.clone()),
            Focus::Field(FieldKey::Free(id)) => Scene::Free(*id),
            _ => return None,
        })
    }

    /// Where one is at the desk when the room looked at `scene`; none is the whole sheet.
    pub fn of_scene(scene: &Scene) -> Option<Focus> {
        Some(match scene {
            Scene::Criterion(id) => Focus::Criterion(id.clone()),
            Scene::Axis(id) => Focus::Axis(id.clone()),
            Scene::Card(id) => Focus::Card(id.clone()),
            Scene::Point(id) => Focus::Point(id.clone()),
            other => Focus::Field(FieldKey::of_scene(other)?),
        })
    }
}

/// A cell of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FieldKey {
    Orientation,
    /// One of the six other fields of the method.
    Known(Id),
    Free(Uuid),
}

impl FieldKey {
    /// The cell that a scene shows.
    pub fn of_scene(scene: &Scene) -> Option<FieldKey> {
        match scene {
            Scene::Field(id) if &**id == ORIENTATION => Some(FieldKey::Orientation),
            Scene::Field(id) => Some(FieldKey::Known(id.clone())),
            Scene::Free(id) => Some(FieldKey::Free(*id)),
            _ => None,
        }
    }

    /// Every cell, in the order of the method, the free ones last.
    pub fn all(catalogue: &Catalogue, design: &Design) -> Vec<FieldKey> {
        let known = catalogue.fields.iter().map(|field| match &*field.id {
            ORIENTATION => FieldKey::Orientation,
            _ => FieldKey::Known(field.id.clone()),
        });
        known.chain(design.free_fields.iter().map(|field| FieldKey::Free(field.id))).collect()
    }

    /// The cells of the grid: all but the two that stand beside the name.
    pub fn grid(catalogue: &Catalogue, design: &Design) -> Vec<FieldKey> {
        let beside_the_name = |key: &FieldKey| match key {
            FieldKey::Orientation => true,
            FieldKey::Known(id) => &**id == CREATION,
            FieldKey::Free(_) => false,
        };
        FieldKey::all(catalogue, design).into_iter().filter(|key| !beside_the_name(key)).collect()
    }

    /// The id under which the six labs answer to the same field; none for a free one.
    pub fn catalogue_id(&self) -> Option<&str> {
        match self {
            FieldKey::Orientation => Some(ORIENTATION),
            FieldKey::Known(id) => Some(id),
            FieldKey::Free(_) => None,
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
        let axis = Focus::Axis("pilote-support".into());
        assert_eq!(axis.place(&catalogue, &design), Place { at: 2, of: 5 });
        let placing = Focus::Placing("espace-tiers".into());
        assert_eq!(placing.place(&catalogue, &design), Place { at: 6, of: 6 });
        assert_eq!(Focus::Standing.place(&catalogue, &design), Place { at: 1, of: 1 });
    }
}
