//! A step of one's own (« Accueil », « Tour de table ») shows its words alone, as large as they can be.

use egui::{Rect, Role, Ui, pos2};

use super::flow::Passage;
use super::page;
use super::shown::Shown;
use super::stage::Stage;
use super::texts::{Where, texts};
use crate::intent::Actions;
use crate::text::leader as words;
use crate::ui::theme::{Face, Weight, face};
use crate::ui::type_setting as set;

/// Sizes of the words, on an image 720 points high.
const SIZES: [f32; 6] = [160.0, 128.0, 100.0, 80.0, 64.0, 50.0];

pub fn show(ui: &Ui, stage: &Stage, actions: &mut Actions) -> Shown {
    let inner = stage.inner();
    let foot = inner.bottom() - stage.text().leading - stage.u(8.0);
    let room = inner.with_max_y(foot);
    let beat = stage.leading.play.beats.get(stage.leading.at);
    let title =
        beat.map_or(String::new(), |it| words::beat(it, stage.cx.catalogue, stage.cx.design));
    let ink = stage.cx.theme.ink;
    let Some(face) = largest(ui, stage, &title, room) else {
        // Words that are no title any more are read as a text is, on as many pages as they need.
        let passage = Passage::said("", &title, ink, ink);
        let shown = texts(ui, stage, &[passage], Where::alone(room), actions);
        let free = Some(page::foot(ui, stage, None, shown.pages));
        return Shown { free, ..shown };
    };
    let galley = set::balanced_middle(ui, &title, face, ink, room.width());
    let top = room.center().y - galley.size().y / 2.0;
    let at = set::paint(ui, pos2(room.center().x, top), &galley);
    page::heard(ui, stage, "own", Role::Heading, at, &title);
    let free = Some(page::foot(ui, stage, None, 1));
    Shown { pages: 1, blocks: vec![at], free, ..Shown::default() }
}

fn largest(ui: &Ui, stage: &Stage, title: &str, room: Rect) -> Option<Face> {
    let faces = SIZES.map(|size| stage.u(size)).into_iter().filter(|size| *size > stage.least());
    let faces = faces.chain([stage.least()]).map(|size| face::room(size, Weight::Bold));
    let mut faces = faces.filter(|face| {
        let whole_words =
            title.split_whitespace().all(|word| set::width(ui, word, *face) <= room.width());
        let height = set::height(ui, title, *face, room.width());
        whole_words && height <= room.height()
    });
    faces.next()
}
