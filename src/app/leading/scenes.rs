//! Between what one looks at, at the desk, and what the room does.

use crate::intent::view::{FieldKey, Focus};
use crate::model::catalogue::ORIENTATION;
use crate::model::play::Scene;

/// The scene that shows what one looks at.
pub(super) fn scene_of(focus: &Focus) -> Option<Scene> {
    Some(match focus {
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
pub(super) fn focus_of(scene: &Scene) -> Option<Focus> {
    Some(match scene {
        Scene::Criterion(id) => Focus::Criterion(id.clone()),
        Scene::Axis(id) => Focus::Axis(id.clone()),
        Scene::Card(id) => Focus::Card(id.clone()),
        Scene::Point(id) => Focus::Point(id.clone()),
        Scene::Field(id) if &**id == ORIENTATION => Focus::Field(FieldKey::Orientation),
        Scene::Field(id) => Focus::Field(FieldKey::Known(id.clone())),
        Scene::Free(id) => Focus::Field(FieldKey::Free(*id)),
        _ => return None,
    })
}
