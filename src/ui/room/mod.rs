//! What the room sees: one thing at a time, in a type that its last row can read, with nothing of the desk around it.
//!
//! - [`stage`]: sizes, from the image's height and the distance of the last row. - [`page`]: the head and the foot.
//! - [`flow`]: texts in the room they have. - `write`: one being written. - `spotlight`: what is pointed at.
//! - `cover`: black, the break, the chart; `measure`: the page where a room is measured.
//! - [`overview`], `criterion`, `axis`, `card`, `point`, `field`: the scenes of an order of play.

mod axis;
mod card;
mod cover;
mod criterion;
mod field;
pub mod flow;
mod measure;
pub mod overview;
mod page;
mod point;
mod spotlight;
pub mod stage;
mod write;

use egui::{CursorIcon, Event, Id, Rect, Ui, UiBuilder};

pub use flow::Small;
pub use stage::Stage;

use self::flow::Passage;
use self::page::{Along, Head};
use crate::intent::Actions;
use crate::intent::leading::{Cover, Side};
use crate::intent::view::FieldKey;
use crate::model::Design;
use crate::model::catalogue::Zone;
use crate::model::edit::Target;
use crate::model::play::Scene;
use crate::text::{focus, room as words, values};
use crate::ui::components::ring;
use crate::ui::type_setting as set;

/// What a pass over the room showed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub pages: usize,
    /// The texts that the last row cannot read.
    pub small: Vec<Small>,
    /// What can be brought forward, each as a whole.
    pub blocks: Vec<Rect>,
}

/// Shows the scene, or what stands in front of it, in the whole of the stage.
pub fn show(ui: &mut Ui, stage: &Stage, actions: &mut Actions) -> Shown {
    let mut image = ui.new_child(UiBuilder::new().max_rect(stage.rect).id_salt("room"));
    image.set_clip_rect(image.clip_rect().intersect(stage.rect));
    image.painter().rect_filled(stage.rect, 0.0, stage.cx.theme.paper);
    hide_cursor(&image, stage);
    spotlight::follow(&image, stage, actions);
    let shown = front(&mut image, stage, actions);
    if stage.leading.locked && stage.side == Side::Desk {
        page::locked(&image, stage);
    }
    shown
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
    let hidden = if moves { false } else { was || pressed };
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
            spotlight::show(ui, stage, &shown.blocks);
            shown
        }
    }
}

fn scene(ui: &mut Ui, stage: &Stage, actions: &mut Actions) -> Shown {
    let cx = stage.cx;
    let scene = stage.leading.scene();
    if *scene == Scene::Overview {
        let (pages, blocks) = overview::show(ui, stage, stage.leading.page, actions);
        return Shown { pages, blocks, ..Shown::default() };
    }
    if *scene == Scene::Break {
        cover::rest(ui, stage);
        return Shown { pages: 1, ..Shown::default() };
    }
    let (title, zone, along) = head_of(stage, scene);
    let hue = zone.map_or(cx.theme.ink, |zone| cx.theme.zone(zone));
    let rank = match (zone, along) {
        (Some(zone), Some((at, of))) => focus::rank(zone, at + 1, of),
        _ => String::new(),
    };
    let own = (stage.leading.page > 0).then(|| own_name(ui, stage, scene)).flatten();
    let title = own.as_deref().unwrap_or(title);
    let body = page::head(ui, stage, &Head { title, hue, rank: &rank });
    let along = along.map(|(at, of)| Along { at, of, hue });
    let shown = body_of(ui, stage, scene, body, actions);
    page::foot(ui, stage, along, shown.pages);
    shown
}

/// What a scene is about, over the pages that follow its first: there, nothing else says it. None when it would take more
/// than half of the line: the head has the same height on every page.
fn own_name(ui: &Ui, stage: &Stage, scene: &Scene) -> Option<String> {
    let name = match scene {
        Scene::Card(id) => values::kind(stage.cx.catalogue.lab(id)?),
        Scene::Field(_) | Scene::Free(_) => field::name(stage, &key_of(scene)?),
        _ => return None,
    };
    let fits = set::width(ui, &name, stage.strong()) <= stage.inner().width() / 2.0;
    fits.then_some(name)
}

/// What has the keyboard when a scene opens.
pub fn first_control(scene: &Scene) -> Option<Id> {
    let id_of = |kind, id| Some(stage::id(Side::Desk, (kind, id)));
    match scene {
        Scene::Criterion(id) => id_of("criterion", id),
        Scene::Axis(id) => id_of("axis", id),
        Scene::Point(id) => id_of("point", id),
        _ => None,
    }
}

/// What has the keyboard when a text of the scene is written, and once it is left.
pub fn writing_ids(side: Side, target: &Target) -> (Id, Id) {
    (write::id(side, target), stage::id(side, ("text", target)))
}

/// The text that `target` names; nothing for one that no scene shows.
pub fn text_of<'a>(design: &'a Design, target: &Target) -> &'a str {
    write::text(design, target)
}

/// The zone's title, and the rank of the scene among its like (from 0).
fn head_of<'a>(
    stage: &Stage<'a>,
    scene: &Scene,
) -> (&'a str, Option<Zone>, Option<(usize, usize)>) {
    let catalogue = stage.cx.catalogue;
    let rank = |at: Option<usize>, of: usize| at.map(|at| (at, of));
    let (zone, along) = match scene {
        Scene::Criterion(id) => (
            Some(Zone::Definition),
            rank(catalogue.criteria.iter().position(|it| it.id == *id), catalogue.criteria.len()),
        ),
        Scene::Sentence => (Some(Zone::Definition), None),
        Scene::Axis(id) => (
            Some(Zone::Positioning),
            rank(catalogue.axes.iter().position(|it| it.id == *id), catalogue.axes.len()),
        ),
        Scene::Axes => (Some(Zone::Positioning), None),
        Scene::Card(id) => (
            Some(Zone::Examples),
            rank(catalogue.labs.iter().position(|it| it.id == *id), catalogue.labs.len()),
        ),
        Scene::Point(id) => (
            Some(Zone::Vigilance),
            rank(catalogue.points.iter().position(|it| it.id == *id), catalogue.points.len()),
        ),
        Scene::Field(_) | Scene::Free(_) => {
            let all = FieldKey::all(catalogue, stage.cx.design);
            let key = key_of(scene);
            (
                Some(Zone::Design),
                rank(all.iter().position(|it| Some(it) == key.as_ref()), all.len()),
            )
        }
        Scene::Open => return (words::OPEN, None, None),
        Scene::Overview | Scene::Break => (None, None),
    };
    (zone.map_or("", |zone| catalogue.step_title(zone)), zone, along)
}

fn key_of(scene: &Scene) -> Option<FieldKey> {
    match scene {
        Scene::Field(id) if &**id == crate::model::catalogue::ORIENTATION => {
            Some(FieldKey::Orientation)
        }
        Scene::Field(id) => Some(FieldKey::Known(id.clone())),
        Scene::Free(id) => Some(FieldKey::Free(*id)),
        _ => None,
    }
}

fn body_of(ui: &mut Ui, stage: &Stage, scene: &Scene, body: Rect, actions: &mut Actions) -> Shown {
    let cx = stage.cx;
    let catalogue = cx.catalogue;
    let passages = match scene {
        Scene::Criterion(id) => catalogue.criterion(id).map(|it| criterion::passages(stage, it)),
        Scene::Axis(id) => catalogue.axis(id).map(|it| axis::passages(stage, it)),
        Scene::Card(id) => catalogue.lab(id).map(|it| card::passages(stage, it)),
        Scene::Point(id) => catalogue.point(id).map(|it| point::passages(stage, it)),
        Scene::Field(_) | Scene::Free(_) => key_of(scene).map(|key| field::passages(stage, &key)),
        _ => None,
    }
    .unwrap_or_default();
    if let Some(target) = &stage.leading.writing {
        let here = stage.leading.writing_on == stage.side && !stage.leading.at_the_desk();
        if stage.live
            && (here || stage.side == Side::Wall && stage.leading.writing_on == Side::Wall)
        {
            write::show(ui, stage, target, body, actions);
            return Shown { pages: 1, ..Shown::default() };
        }
        return written(ui, stage, target, body);
    }
    // A text that an undo has taken away leaves the scene as it is.
    let alone = stage.leading.alone.as_ref();
    let alone = passages.iter().find(|it| alone.is_some() && it.target.as_ref() == alone);
    if let Some(passage) = alone {
        return texts(ui, stage, std::slice::from_ref(passage), Where::alone(body), actions);
    }
    // The figure stands on the first page alone; those that follow are for reading.
    let first = stage.leading.page == 0;
    let top = if first {
        figure(ui, stage, scene, body, actions)
    } else {
        measured(ui, stage, scene, body)
    };
    if *scene == Scene::Axes {
        let pages = overview::rails::show(ui, stage, body, actions);
        return Shown { pages, blocks: vec![body], ..Shown::default() };
    }
    if *scene == Scene::Open {
        let pages = overview::lists::open(ui, stage, body);
        if pages.is_none() {
            let none = [Passage::said("", words::NOTHING_OPEN, cx.theme.ink, cx.theme.ink)];
            return texts(ui, stage, &none, Where::alone(body), actions);
        }
        return Shown { pages: pages.unwrap_or(1), ..Shown::default() };
    }
    if passages.is_empty() {
        return Shown { pages: 1, ..Shown::default() };
    }
    // What is said of a criterion stands under its words.
    let indent = if matches!(scene, Scene::Criterion(_)) { criterion::indent(stage) } else { 0.0 };
    let next = body.with_min_x(body.left() + indent);
    let others = key_of(scene).map(|key| field::others(stage, &key)).unwrap_or_default();
    let first = next.with_min_y(top.min(body.bottom()));
    let at = Where { first, next, from: 0, last: others.is_empty() };
    let mut own = texts(ui, stage, &passages, at, actions);
    if stage.leading.page == 0 {
        own.blocks.push(body.with_max_y(top.min(body.bottom())));
    }
    if others.is_empty() {
        return own;
    }
    // What the six labs chose: on pages of its own, after those of the group.
    let after = texts(ui, stage, &others, Where { from: own.pages, ..Where::alone(body) }, actions);
    Shown { pages: own.pages + after.pages, ..own }
}

/// What is being written elsewhere, as it is written: alone, at the size that the last row reads, on the page of its end.
fn written(ui: &Ui, stage: &Stage, target: &Target, body: Rect) -> Shown {
    let theme = stage.cx.theme;
    let text = write::text(stage.cx.design, target);
    let name = write::name(stage, target);
    let label = set::balanced(ui, &name, stage.strong(), theme.muted, body.width());
    let top = set::paint(ui, body.min, &label).bottom() + stage.u(8.0);
    let room = body.with_min_y(top);
    let passage = Passage::of(target.clone(), text, theme.ink);
    let page = flow::page_of(ui, stage, &passage, room, text.chars().count().saturating_sub(1));
    let flow = flow::lay_out(ui, stage, &[passage], room, room, page);
    let picture = Stage { live: false, ..*stage };
    flow::paint(ui, &picture, &flow, &mut Actions::default());
    Shown { pages: 1, ..Shown::default() }
}

/// The part of a scene that is not text; gives where the texts can start.
fn figure(ui: &mut Ui, stage: &Stage, scene: &Scene, body: Rect, actions: &mut Actions) -> f32 {
    let catalogue = stage.cx.catalogue;
    match scene {
        Scene::Criterion(id) => catalogue
            .criteria
            .iter()
            .position(|it| it.id == *id)
            .map(|at| criterion::figure(ui, stage, at, body, actions)),
        Scene::Sentence => {
            let last = catalogue.criteria.len().saturating_sub(1);
            Some(criterion::figure(ui, stage, last, body, actions))
        }
        Scene::Axis(id) => {
            catalogue.axis(id).map(|it| axis::figure(ui, stage, it, body, actions) + stage.gap())
        }
        Scene::Axes => None,
        Scene::Card(id) => catalogue.lab(id).map(|it| card::figure(ui, stage, it, body)),
        Scene::Point(id) => {
            catalogue.point(id).map(|it| point::figure(ui, stage, it, body, actions))
        }
        Scene::Field(_) | Scene::Free(_) => {
            key_of(scene).map(|key| field::figure(ui, stage, &key, body))
        }
        Scene::Overview | Scene::Open | Scene::Break => None,
    }
    .unwrap_or(body.top())
}

/// Where the texts start under a figure that does not show: the pages are the same whichever one looks at.
fn measured(ui: &mut Ui, stage: &Stage, scene: &Scene, body: Rect) -> f32 {
    let mut unseen =
        ui.new_child(UiBuilder::new().max_rect(stage.rect).id_salt("unseen").invisible());
    let picture = Stage { live: false, ..*stage };
    figure(&mut unseen, &picture, scene, body, &mut Actions::default())
}

/// Where texts are set.
#[derive(Clone, Copy)]
struct Where {
    /// On their first page, then on the others.
    first: Rect,
    next: Rect,
    /// Which page of the scene their first one is, from 0.
    from: usize,
    /// They are the last of their scene: past their end, their last page shows.
    last: bool,
}

impl Where {
    fn alone(body: Rect) -> Where {
        Where { first: body, next: body, from: 0, last: true }
    }
}

/// Shows what of `passages` is on the page that one looks at; nothing when that page is one of other texts.
fn texts(ui: &Ui, stage: &Stage, passages: &[Passage], at: Where, actions: &mut Actions) -> Shown {
    let Where { first, next, from, last } = at;
    let page = stage.leading.page.checked_sub(from);
    let mut flow = flow::lay_out(ui, stage, passages, first, next, page.unwrap_or(0));
    if last && page.is_some_and(|page| page >= flow.pages) {
        // A text that has become shorter.
        flow = flow::lay_out(ui, stage, passages, first, next, flow.pages - 1);
    }
    if page.is_some_and(|page| last || page < flow.pages) {
        flow::paint(ui, stage, &flow, actions);
    }
    let blocks = flow.placed.iter().map(|placed| placed.rect).collect();
    Shown { pages: flow.pages, small: flow.small, blocks }
}
