//! The room sees one thing at a time, in a type that its last row can read, with nothing of the desk around it.
//!
//! - [`stage`]: sizes, from the image's height and the distance of the last row. - [`page`]: the head and the foot.
//! - `body`: a scene between the two. - [`flow`]: texts in the room they have. - `write`: one being written.
//! - `spotlight`: what is pointed at.
//! - `cover`: black, the break, the chart; `measure`: the page where a room is measured.
//! - [`overview`], `criterion`, `axis` and its `labs`, `card`, `point`, `field`, `own`: the scenes of an order of play.

mod axis;
mod body;
mod card;
mod cover;
mod criterion;
mod field;
pub mod flow;
mod labs;
pub mod measure;
pub mod overview;
mod own;
mod page;
mod point;
mod shown;
mod six_labs;
mod spotlight;
pub mod stage;
mod texts;
mod write;

use egui::{CursorIcon, Event, Id, Ui, UiBuilder};

pub use shown::{Shown, Small};
pub use stage::Stage;

use self::page::{Along, Head};
use self::stage::hidden;
use crate::intent::Actions;
use crate::intent::leading::{Cover, Side};
use crate::model::catalogue::Zone;
use crate::model::edit::Target;
use crate::model::place::{Nth, Place};
use crate::model::play::Scene;
use crate::text::{focus, places, room as words};
use crate::ui::components::ring;

/// Shows the scene, or what stands in front of it, in the whole of the stage.
pub fn show(ui: &mut Ui, stage: &Stage, actions: &mut Actions) -> Shown {
    let mut image = ui.new_child(UiBuilder::new().max_rect(stage.rect).id_salt("room"));
    image.set_clip_rect(image.clip_rect().intersect(stage.rect));
    image.painter().rect_filled(stage.rect, 0.0, stage.cx.theme.paper);
    hide_cursor(&image, stage);
    spotlight::follow(&image, stage, actions);
    let stage = &Stage { page: page_of(&mut image, stage), ..*stage };
    let shown = front(&mut image, stage, actions);
    remember_pages(&image, stage, &shown);
    if page::is_locked(stage) && shown.free.is_none() {
        page::locked(&image, stage);
    }
    shown
}

/// The page that one looks at. There may be fewer than when it was turned to, whatever has changed: then the last.
fn page_of(ui: &mut Ui, stage: &Stage) -> usize {
    let leading = stage.leading;
    if leading.page == 0 || leading.cover.is_some() || leading.writing.is_some() {
        return leading.page;
    }
    let known: Option<Pages> = ui.data(|data| data.get_temp(stage.id("pages")));
    let known = known.filter(|known| known.at == leading.at).map(|known| known.count);
    let count = known.unwrap_or_else(|| {
        let unseen = Stage { unseen: true, ..*stage };
        scene(&mut hidden(ui, stage), &unseen, &mut Actions::default()).pages
    });
    leading.page.min(count.saturating_sub(1))
}

/// How many pages a step had in the last pass: laid out once more to be counted, each page would cost two.
#[derive(Clone, Copy)]
struct Pages {
    at: usize,
    count: usize,
}

fn remember_pages(ui: &Ui, stage: &Stage, shown: &Shown) {
    let leading = stage.leading;
    if leading.cover.is_some() || leading.writing.is_some() || stage.side == Side::Picture {
        return;
    }
    let pages = Pages { at: leading.at, count: shown.pages };
    ui.data_mut(|data| data.insert_temp(stage.id("pages"), pages));
    if stage.page >= shown.pages.max(1) {
        // It has just become shorter: what this pass shows is no page of it, and nobody sees it.
        ui.ctx().request_discard("pages");
        ui.ctx().request_repaint();
    }
}

/// The system's arrow is not a part of the image: it goes with the first key, and comes back when the hand moves.
fn hide_cursor(ui: &Ui, stage: &Stage) {
    if stage.is_reduced() || stage.side == Side::Picture {
        return;
    }
    let key = ring::of_window(ui.ctx(), "no-arrow");
    let was = ui.data(|data| data.get_temp::<bool>(key)).unwrap_or(stage.side == Side::Wall);
    let (moves, pressed) = ui.input(|input| {
        let pressed = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        (input.pointer.is_moving() || input.pointer.any_down(), input.events.iter().any(pressed))
    });
    // It stays while one points.
    let points = stage.leading.pointer.on || stage.leading.pointer.held;
    let hidden = if moves || points { false } else { was || pressed };
    ui.data_mut(|data| data.insert_temp(key, hidden));
    if hidden {
        ui.ctx().set_cursor_icon(CursorIcon::None);
    }
}

fn front(ui: &mut Ui, stage: &Stage, actions: &mut Actions) -> Shown {
    match stage.leading.cover {
        Some(Cover::Measure) => {
            measure::show(ui, stage, actions);
            Shown { pages: 1, ..Shown::default() }
        }
        Some(cover) => {
            cover::show(ui, stage, cover);
            Shown { pages: 1, ..Shown::default() }
        }
        None => {
            let shown = scene(ui, stage, actions);
            spotlight::shield(ui, stage);
            spotlight::show(ui, stage, &shown);
            shown
        }
    }
}

fn scene(ui: &mut Ui, stage: &Stage, actions: &mut Actions) -> Shown {
    let cx = stage.cx;
    let scene = stage.leading.scene();
    if *scene == Scene::Overview {
        return overview::show(ui, stage, actions);
    }
    if *scene == Scene::Break {
        cover::rest(ui, stage);
        return Shown { pages: 1, ..Shown::default() };
    }
    if matches!(scene, Scene::Own(_)) {
        return own::show(ui, stage, actions);
    }
    let (title, zone, along) = head_of(stage, scene);
    let hue = zone.map_or(cx.theme.ink, |zone| cx.theme.zone(zone));
    let rank = match (zone, along) {
        (Some(zone), Some(Nth { at, of })) => focus::rank(zone, at, of),
        _ if *scene == Scene::Open => overview::open::count(stage),
        _ => String::new(),
    };
    let own = (stage.page > 0).then(|| own_name(ui, stage, scene, title, &rank)).flatten();
    let title = own.as_deref().unwrap_or(title);
    let room = page::head(ui, stage, &Head { title, hue, rank: &rank });
    let along = along.map(|Nth { at, of }| Along { at: at - 1, of, hue });
    let shown = body::show(ui, stage, scene, room, actions);
    // While one writes, there is one page: that of the text.
    let pages = if stage.leading.writing.is_some() { 1 } else { shown.pages };
    let free = page::foot(ui, stage, along, pages);
    Shown { free: Some(free), ..shown }
}

/// What a scene is about, over the pages that follow its first: there, nothing else says it. None when it would have no room
/// where `title` stands, beside the `rank`: the head has the same height on every page.
fn own_name(ui: &Ui, stage: &Stage, scene: &Scene, title: &str, rank: &str) -> Option<String> {
    let name = match scene {
        Scene::At(
            place @ (Place::Axis(_) | Place::Card(_) | Place::Point(_) | Place::Field(_)),
        ) => places::short(stage.cx.catalogue, stage.cx.design, place),
        _ => return None,
    };
    let lines = |name: &str| page::head_lines(ui, stage, name, rank);
    (lines(&name) <= lines(title)).then_some(name)
}

/// What has the keyboard first, once one asks for it.
pub fn first_control(scene: &Scene) -> Option<Id> {
    let id_of = |kind, id| Some(stage::id(Side::Desk, (kind, id)));
    match scene {
        Scene::At(Place::Criterion(id)) => id_of("criterion", id),
        Scene::At(Place::Axis(id)) => id_of("axis", id),
        Scene::At(Place::Point(id)) => id_of("point", id),
        _ => None,
    }
}

/// What has the keyboard when a text of the scene is written, and once it is left.
pub fn writing_ids(side: Side, target: &Target) -> (Id, Id) {
    (write::id(side, target), stage::id(side, ("text", target)))
}

/// The texts of a scene that can be written, what it is about first.
pub fn targets(scene: &Scene) -> Vec<Target> {
    match scene {
        Scene::At(place) => place.texts(),
        _ => Vec::new(),
    }
}

/// The zone's title, and the rank of the scene among its like.
fn head_of<'a>(stage: &Stage<'a>, scene: &Scene) -> (&'a str, Option<Zone>, Option<Nth>) {
    if *scene == Scene::Open {
        return (words::OPEN, None, None);
    }
    let (catalogue, zone) = (stage.cx.catalogue, scene.zone());
    let rank = match scene {
        Scene::At(place) => place.rank(catalogue, stage.cx.design),
        _ => None,
    };
    (zone.map_or("", |zone| catalogue.step_title(zone)), zone, rank)
}
