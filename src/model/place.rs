//! A place of the sheet: a criterion, an axis, one of the six labs, a point of vigilance, a field. Whoever names a part of the
//! sheet names one of these: what is shown in large, what the room looks at, what is decided or open.
//!
//! This is the one table of what a place is: its zone, its rank, its name. The texts that stand there are in `target`; what it is
//! called in a sentence, in `text::places`; where the keyboard goes there, in `ui::places`.

use uuid::Uuid;

use super::catalogue::{CREATION, Catalogue, ORIENTATION, Zone};
use super::design::Design;
use super::signs::holds;
use super::words::{Id, Text};

/// A place of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Criterion(Id),
    Axis(Id),
    /// One of the six labs.
    Card(Id),
    Point(Id),
    Field(FieldKey),
}

/// A cell of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FieldKey {
    Orientation,
    /// One of the six other fields of the method.
    Known(Id),
    Free(Uuid),
}

/// Where one is among its like, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nth {
    pub at: usize,
    pub of: usize,
}

impl Nth {
    /// Of `one` among `all`; none of what is not there.
    pub fn among<T: PartialEq>(all: &[T], one: &T) -> Option<Nth> {
        let at = all.iter().position(|other| other == one)?;
        Some(Nth { at: at + 1, of: all.len() })
    }
}

impl Place {
    /// Every place of the sheet, in the order of the method.
    pub fn all(catalogue: &Catalogue, design: &Design) -> Vec<Place> {
        Zone::ALL.into_iter().flat_map(|zone| Place::all_of(zone, catalogue, design)).collect()
    }

    /// The places of one zone.
    pub fn all_of(zone: Zone, catalogue: &Catalogue, design: &Design) -> Vec<Place> {
        match zone {
            Zone::Definition => {
                catalogue.criteria.iter().map(|it| Place::Criterion(it.id.clone())).collect()
            }
            Zone::Positioning => {
                catalogue.axes.iter().map(|it| Place::Axis(it.id.clone())).collect()
            }
            Zone::Examples => catalogue.labs.iter().map(|it| Place::Card(it.id.clone())).collect(),
            Zone::Vigilance => {
                catalogue.points.iter().map(|it| Place::Point(it.id.clone())).collect()
            }
            Zone::Design => {
                FieldKey::all(catalogue, design).into_iter().map(Place::Field).collect()
            }
        }
    }

    /// The field of the method that has this id.
    pub fn field(id: &str) -> Place {
        Place::Field(FieldKey::of(id))
    }

    pub fn free(id: Uuid) -> Place {
        Place::Field(FieldKey::Free(id))
    }

    pub fn zone(&self) -> Zone {
        match self {
            Place::Criterion(_) => Zone::Definition,
            Place::Axis(_) => Zone::Positioning,
            Place::Card(_) => Zone::Examples,
            Place::Point(_) => Zone::Vigilance,
            Place::Field(_) => Zone::Design,
        }
    }

    /// Whether it is a cell of the sheet.
    pub fn is_field(&self) -> bool {
        self.zone() == Zone::Design
    }

    /// Its rank in its zone; none when it is not on the sheet.
    pub fn rank(&self, catalogue: &Catalogue, design: &Design) -> Option<Nth> {
        Nth::among(&Place::all_of(self.zone(), catalogue, design), self)
    }

    /// Whether this method has it, or may: what the group adds is its own.
    pub fn is_of(&self, catalogue: &Catalogue) -> bool {
        match self {
            Place::Criterion(id) => catalogue.criterion(id).is_some(),
            Place::Axis(id) => catalogue.axis(id).is_some(),
            Place::Card(id) => catalogue.lab(id).is_some(),
            Place::Point(id) => catalogue.point(id).is_some(),
            Place::Field(key) => key.catalogue_id().is_none_or(|id| catalogue.field(id).is_some()),
        }
    }

    /// Whether the design still has it: a free field can go.
    pub fn is_there(&self, design: &Design) -> bool {
        match self {
            Place::Field(FieldKey::Free(id)) => design.free_field(*id).is_some(),
            _ => true,
        }
    }

    /// Its name, on one line: the catalogue's, or the words of its file for what the catalogue does not know, or the one that
    /// the group gave; none of what has no name.
    pub fn name(&self, catalogue: &Catalogue, design: &Design) -> Option<Text> {
        let poles = |left: &str, right: &str| [left, right].join(" / ").into();
        match self {
            Place::Criterion(id) => match catalogue.criterion(id) {
                Some(criterion) => Some(criterion.words.as_str().into()),
                None => design.criterion(id)?.words.clone(),
            },
            Place::Axis(id) => match catalogue.axis(id) {
                Some(axis) => Some(poles(&axis.left.name, &axis.right.name)),
                None => design.axis(id)?.words.as_ref().map(|(left, right)| poles(left, right)),
            },
            Place::Card(id) => match catalogue.lab(id) {
                Some(lab) => Some(lab.orientation.as_str().into()),
                None => design.labs.iter().find(|lab| lab.id == *id)?.words.clone(),
            },
            Place::Point(id) => match catalogue.point(id) {
                Some(point) => Some(point.words.as_str().into()),
                None => design.point(id)?.words.clone(),
            },
            Place::Field(FieldKey::Free(id)) => {
                let title = &design.free_field(*id)?.title;
                holds(title).then(|| title.clone())
            }
            Place::Field(key) => {
                let id = key.catalogue_id()?;
                match catalogue.field(id) {
                    Some(field) => Some(field.words.as_str().into()),
                    None => design.field(id)?.words.clone(),
                }
            }
        }
    }

    /// Its id in the method; none of what the group added.
    pub fn id(&self) -> Option<&str> {
        match self {
            Place::Criterion(id) | Place::Axis(id) | Place::Card(id) | Place::Point(id) => Some(id),
            Place::Field(key) => key.catalogue_id(),
        }
    }
}

impl FieldKey {
    /// The field of the method that has this id.
    pub fn of(id: &str) -> FieldKey {
        if id == ORIENTATION { FieldKey::Orientation } else { FieldKey::Known(id.into()) }
    }

    /// Every cell, in the order of the method, the free ones last.
    pub fn all(catalogue: &Catalogue, design: &Design) -> Vec<FieldKey> {
        let known = catalogue.fields.iter().map(|field| FieldKey::of(&field.id));
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
    fn a_place_has_the_name_of_the_catalogue_or_of_its_file_or_of_the_group() {
        let catalogue = Catalogue::built_in().unwrap();
        let mut design = Design::empty(&catalogue);
        let free = Place::free(design.free_fields[0].id);
        let axis = |id: &str| Place::Axis(id.into());
        let name = |place: &Place, design: &Design| place.name(&catalogue, design);
        assert_eq!(name(&axis("pilote-support"), &design).as_deref(), Some("Pilote / Support"));
        assert_eq!(name(&Place::field(ORIENTATION), &design).as_deref(), Some("Orientation"));
        assert_eq!(name(&free, &design), None);
        design.free_fields[0].title = "Lieu".into();
        assert_eq!(name(&free, &design).as_deref(), Some("Lieu"));
        let words = Some(("Ici".into(), "Là".into()));
        let unknown = super::super::design::AxisAnswer { id: "x".into(), words, ..<_>::default() };
        design.axes.push(unknown);
        assert_eq!(name(&axis("x"), &design).as_deref(), Some("Ici / Là"));
        assert_eq!(name(&axis("y"), &design), None);
        design.free_fields.clear();
        assert!(!free.is_there(&design) && free.is_of(&catalogue) && !axis("x").is_of(&catalogue));
    }
}
