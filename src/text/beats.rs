//! The steps of an order of play get their names here.

use super::{dates, places};
use crate::model::place::Place;
use crate::model::play::{Beat, Scene};
use crate::model::{Catalogue, Design};

pub const UNNAMED_STEP: &str = "Étape sans nom";

/// What a step is called in the list of the order of play.
pub fn beat(beat: &Beat, catalogue: &Catalogue, design: &Design) -> String {
    match beat.title.trim() {
        title if beat.is_own() && !title.is_empty() => title.to_owned(),
        _ => scene(&beat.scene, catalogue, design),
    }
}

/// The same where there is room: « Critère 1 : il réalise ou accompagne… ».
pub fn beat_in_full(beat: &Beat, catalogue: &Catalogue, design: &Design) -> String {
    let name = self::beat(beat, catalogue, design);
    match &beat.scene {
        Scene::At(place @ Place::Criterion(_)) => {
            super::values::colon(&name, &places::name(catalogue, design, place))
        }
        _ => name,
    }
}

fn scene(scene: &Scene, catalogue: &Catalogue, design: &Design) -> String {
    match scene {
        Scene::Overview => "Le canevas entier".into(),
        Scene::Sentence => "La définition".into(),
        Scene::At(place) => places::short(catalogue, design, place),
        Scene::Axes => "Les cinq axes".into(),
        Scene::Open => super::room::OPEN.into(),
        Scene::Break => super::room::PAUSE.into(),
        Scene::Own(_) | Scene::Unknown(_) => UNNAMED_STEP.into(),
    }
}

/// « Pilote / Support, 14 h 05, 6 min, en cours »
pub fn step_said(name: &str, begins: Option<u32>, minutes: u16, state: &str) -> String {
    let begins = begins.map(dates::hour).unwrap_or_default();
    let parts = [name, &begins, &dates::minutes(u32::from(minutes)), state];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
