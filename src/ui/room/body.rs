//! A scene stands between its head and its foot: it has its figure, then its texts on as many pages as it takes, then
//! what the six labs have to say of it.

use egui::{Rect, Ui};

use super::flow::Passage;
use super::shown::Shown;
use super::six_labs::{self, SixLabs};
use super::stage::{Stage, hidden};
use super::texts::{Where, texts};
use super::{axis, card, criterion, field, overview, point, write};
use crate::intent::Actions;
use crate::intent::leading::Side;
use crate::model::edit::Target;
use crate::model::place::Place;
use crate::model::play::Scene;
use crate::text::room as words;

pub fn show(ui: &mut Ui, stage: &Stage, scene: &Scene, body: Rect, actions: &mut Actions) -> Shown {
    if let Some(target) = stage.leading.writing.as_ref().filter(|_| !stage.unseen) {
        return written(ui, stage, scene, target, body, actions);
    }
    let passages = passages(stage, scene);
    // A text that an undo has taken away leaves the scene as it is.
    let alone = stage.leading.alone.as_ref();
    let alone = passages.iter().find(|it| alone.is_some() && it.target.as_ref() == alone);
    if let Some(passage) = alone {
        return texts(ui, stage, std::slice::from_ref(passage), Where::alone(body), actions);
    }
    match scene {
        Scene::Axes => {
            let pages = overview::rails::show(ui, stage, body, actions);
            Shown { pages, blocks: vec![body], ..Shown::default() }
        }
        Scene::Open => open(ui, stage, body, actions),
        _ => whole(ui, stage, scene, body, &passages, actions),
    }
}

/// A text of the scene while it is written: on the sheet itself where it is written and in its picture, else as it is read.
fn written(
    ui: &mut Ui,
    stage: &Stage,
    scene: &Scene,
    target: &Target,
    body: Rect,
    actions: &mut Actions,
) -> Shown {
    let on_the_image = match stage.leading.writing_on {
        Side::Desk => stage.side == Side::Desk && !stage.is_reduced(),
        _ => true,
    };
    let scrolled = if on_the_image {
        write::show(ui, stage, target, body, actions)
    } else {
        write::read(ui, stage, target, body);
        stage.scrolled
    };
    // The pages that there will be to read, once it is written: the page keys lead to them.
    let unseen = Stage { unseen: true, ..*stage };
    let mut hidden = hidden(ui, stage);
    let read = show(&mut hidden, &unseen, scene, body, &mut Actions::default());
    Shown { pages: read.pages, scrolled, ..Shown::default() }
}

/// What is still open.
fn open(ui: &mut Ui, stage: &Stage, body: Rect, actions: &mut Actions) -> Shown {
    if let Some(pages) = overview::open::show(ui, stage, body) {
        return Shown { pages, ..Shown::default() };
    }
    let ink = stage.cx.theme.ink;
    let none = [Passage::said("", words::NOTHING_OPEN, ink, ink)];
    texts(ui, stage, &none, Where::alone(body), actions)
}

/// The figure and its texts, then what the six labs have to say.
fn whole(
    ui: &mut Ui,
    stage: &Stage,
    scene: &Scene,
    body: Rect,
    passages: &[Passage],
    actions: &mut Actions,
) -> Shown {
    let cx = stage.cx;
    let six = match scene {
        Scene::At(Place::Axis(id)) => {
            cx.catalogue.axis(id).map(|it| six_labs::of(ui, stage, it, body, passages))
        }
        _ => None,
    };
    let with_labs = six == Some(SixLabs::Here);
    // The figure stands on the first page alone; those that follow are for reading.
    let top = if stage.page == 0 {
        figure(ui, stage, scene, body, with_labs, actions)
    } else {
        measured(ui, stage, scene, body, with_labs)
    };
    // What is said of a criterion stands under its words.
    let indent = if matches!(scene, Scene::At(Place::Criterion(_))) {
        criterion::indent(stage)
    } else {
        0.0
    };
    let next = body.with_min_x(body.left() + indent);
    let first = next.with_min_y(top.min(body.bottom()));
    let mut own = match passages.is_empty() {
        true => Shown { pages: 1, ..Shown::default() },
        false => texts(ui, stage, passages, Where { first, next, from: 0 }, actions),
    };
    if stage.page == 0 {
        let mut figure = body.with_max_y(top.min(body.bottom()));
        if matches!(scene, Scene::At(Place::Axis(_))) {
            // A handle at its pole stands out in the margin.
            figure = figure.expand2(egui::vec2(stage.rail(true).inset, 0.0));
            own.kept = Some(figure);
        }
        own.blocks.push(figure);
    }
    let from = own.pages;
    let after = match (scene, six) {
        (Scene::At(Place::Axis(id)), Some(SixLabs::After)) => {
            cx.catalogue.axis(id).map_or(0, |it| six_labs::page(ui, stage, it, body, from, actions))
        }
        (Scene::At(Place::Field(key)), _) => {
            // What the six labs chose: on pages of its own, after those of the group.
            let others = field::others(stage, key);
            let at = Where { from, ..Where::alone(body) };
            if others.is_empty() { 0 } else { texts(ui, stage, &others, at, actions).pages }
        }
        _ => 0,
    };
    Shown { pages: own.pages + after, ..own }
}

fn passages(stage: &Stage, scene: &Scene) -> Vec<Passage> {
    let catalogue = stage.cx.catalogue;
    match scene {
        Scene::At(Place::Criterion(id)) => {
            catalogue.criterion(id).map(|it| criterion::passages(stage, it))
        }
        Scene::At(Place::Axis(id)) => catalogue.axis(id).map(|it| axis::passages(stage, it)),
        Scene::At(Place::Card(id)) => catalogue.lab(id).map(|it| card::passages(stage, it)),
        Scene::At(Place::Point(id)) => catalogue.point(id).map(|it| point::passages(stage, it)),
        Scene::At(Place::Field(key)) => Some(field::passages(stage, key)),
        _ => None,
    }
    .unwrap_or_default()
}

/// The part of a scene that is not text; gives where the texts can start.
fn figure(
    ui: &mut Ui,
    stage: &Stage,
    scene: &Scene,
    body: Rect,
    with_labs: bool,
    actions: &mut Actions,
) -> f32 {
    let catalogue = stage.cx.catalogue;
    match scene {
        Scene::At(Place::Criterion(id)) => catalogue
            .criteria
            .iter()
            .position(|it| it.id == *id)
            .map(|at| criterion::figure(ui, stage, at, body, actions)),
        Scene::Sentence => {
            let last = catalogue.criteria.len().saturating_sub(1);
            Some(criterion::figure(ui, stage, last, body, actions))
        }
        Scene::At(Place::Axis(id)) => catalogue
            .axis(id)
            .map(|it| axis::figure(ui, stage, it, body, with_labs, actions) + stage.gap()),
        Scene::Axes => None,
        Scene::At(Place::Card(id)) => catalogue.lab(id).map(|it| card::figure(ui, stage, it, body)),
        Scene::At(Place::Point(id)) => {
            catalogue.point(id).map(|it| point::figure(ui, stage, it, body, actions))
        }
        Scene::At(Place::Field(key)) => Some(field::figure(ui, stage, key, body)),
        Scene::Overview | Scene::Open | Scene::Break | Scene::Own(_) | Scene::Unknown(_) => None,
    }
    .unwrap_or(body.top())
}

/// Where the texts start under a figure that does not show: the pages are the same whichever one looks at.
fn measured(ui: &mut Ui, stage: &Stage, scene: &Scene, body: Rect, with_labs: bool) -> f32 {
    let unseen = Stage { unseen: true, ..*stage };
    let mut hidden = hidden(ui, stage);
    figure(&mut hidden, &unseen, scene, body, with_labs, &mut Actions::default())
}
