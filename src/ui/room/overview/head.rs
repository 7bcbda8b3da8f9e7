//! The name of the lab stands over the whole sheet, with the orientation chosen. A name is never cut without a word: on
//! one line, on two, or going on on a page that is named.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Role, Ui, pos2};

use crate::model::catalogue::Lab;
use crate::model::signs::holds;
use crate::text::room as words;
use crate::ui::room::page;
use crate::ui::room::stage::Stage;
use crate::ui::theme::Face;
use crate::ui::type_setting as set;

/// How many times the least size a name on one line can be.
const TIMES: [f32; 4] = [1.66, 1.4, 1.2, 1.0];
/// The most lines that it takes of a page.
const LINES: usize = 2;

/// The name, in the room that a head has.
pub enum Name {
    /// All of it.
    Whole(Arc<Galley>),
    /// Its beginning: it goes on on a page that follows.
    Long,
}

impl Name {
    pub fn is_long(&self) -> bool {
        matches!(self, Name::Long)
    }
}

fn face(stage: &Stage) -> Face {
    stage.large(1.0).closer()
}

fn own_name<'a>(stage: &Stage<'a>) -> &'a str {
    let name = &stage.cx.design.name;
    if holds(name) { name.trim() } else { stage.cx.catalogue.sheet.as_str() }
}

fn name(ui: &Ui, stage: &Stage) -> Name {
    let name = own_name(stage);
    let width = stage.inner().width();
    let ink = stage.cx.theme.ink;
    let faces = TIMES.map(|times| stage.large(times));
    let one_line = |face: &Face| !name.contains('\n') && set::width(ui, name, *face) <= width;
    if let Some(face) = faces.into_iter().find(one_line) {
        return Name::Whole(set::set(ui, name, face, ink, f32::INFINITY));
    }
    let several = set::balanced(ui, name, face(stage), ink, width);
    if several.rows.len() <= LINES { Name::Whole(several) } else { Name::Long }
}

/// Where the orientation chosen stands: at the right of the name, at the left of the foot, or under the name.
enum Oriented {
    Beside(Arc<Galley>),
    AtFoot(Arc<Galley>),
    Under(Arc<Galley>),
}

/// What is over the sheet.
pub struct Head {
    pub name: Name,
    orientation: Option<Oriented>,
}

/// More pages than the sheet takes.
const MANY: usize = 10;

pub fn of(ui: &Ui, stage: &Stage) -> Head {
    let name = name(ui, stage);
    let width = stage.inner().width();
    let said = orientation(stage);
    let orientation = said.map(|said| {
        let (face, muted) = (stage.strong(), stage.cx.theme.muted);
        let line = set::set(ui, &said, face, muted, f32::INFINITY);
        let beside = match &name {
            Name::Whole(name) => width - name.size().x - stage.least() > line.size().x,
            Name::Long => false,
        };
        let foot = width - page::foot_taken(ui, stage, MANY);
        match line.size().x {
            _ if beside => Oriented::Beside(line),
            own if own <= foot => Oriented::AtFoot(line),
            _ => Oriented::Under(set::balanced(ui, &said, face, muted, width)),
        }
    });
    Head { name, orientation }
}

impl Head {
    /// Under it, above the foot.
    pub fn room(&self, stage: &Stage) -> Rect {
        let inner = stage.inner();
        let under = match &self.orientation {
            Some(Oriented::Under(said)) => said.size().y,
            _ => 0.0,
        };
        let foot = inner.bottom() - stage.text().leading - stage.u(6.0);
        let top = inner.top() + self.name_height(stage) + under + stage.u(6.0);
        Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), foot))
    }

    fn name_height(&self, stage: &Stage) -> f32 {
        match &self.name {
            Name::Whole(galley) => galley.size().y,
            Name::Long => face(stage).leading.ceil() * LINES as f32,
        }
    }

    /// Shows the name, or its beginning and the page on which it goes on, from 1; and the orientation, unless it is at the foot.
    pub fn show(&self, ui: &Ui, stage: &Stage, goes_on: usize) {
        let inner = stage.inner();
        let galley = match &self.name {
            Name::Whole(galley) => Arc::clone(galley),
            Name::Long => beginning(ui, stage, goes_on),
        };
        let rect = set::paint(ui, inner.min, &galley);
        page::heard(ui, stage, "name", Role::Heading, rect, own_name(stage));
        match &self.orientation {
            Some(Oriented::Beside(said)) => {
                let x = inner.right() - said.size().x;
                oriented(ui, stage, pos2(x, rect.center().y - said.size().y / 2.0), said);
            }
            Some(Oriented::Under(said)) => {
                let top = inner.top() + self.name_height(stage);
                oriented(ui, stage, pos2(inner.left(), top), said);
            }
            Some(Oriented::AtFoot(_)) | None => {}
        }
    }

    /// What stands at the left of the foot; gives what is left of `free`.
    pub fn show_at_foot(&self, ui: &Ui, stage: &Stage, free: Rect) -> Rect {
        let Some(Oriented::AtFoot(said)) = &self.orientation else { return free };
        let at = pos2(free.left(), free.center().y - said.size().y / 2.0);
        let right = oriented(ui, stage, at, said).right();
        free.with_min_x((right + stage.least()).min(free.right()))
    }
}

fn oriented(ui: &Ui, stage: &Stage, at: Pos2, said: &Arc<Galley>) -> Rect {
    let rect = set::paint(ui, at, said);
    page::heard(ui, stage, "orientation", Role::Label, rect, said.text());
    rect
}

fn orientation(stage: &Stage) -> Option<String> {
    let lab: &Lab = stage.cx.catalogue.lab(stage.cx.design.orientation.kind.as_deref()?)?;
    Some(words::oriented(&lab.orientation))
}

/// As many words as leave room, on the last line, for the page on which the name goes on.
fn beginning(ui: &Ui, stage: &Stage, goes_on: usize) -> Arc<Galley> {
    let width = stage.inner().width();
    let name = own_name(stage);
    let ends: Vec<usize> = name
        .char_indices()
        .filter(|(at, letter)| letter.is_whitespace() && *at > 0)
        .map(|(at, _)| at)
        .collect();
    let of = |end: usize| {
        let said = words::name_goes_on(name[..end].trim_end(), goes_on);
        set::set(ui, &said, face(stage), stage.cx.theme.ink, width)
    };
    let holds = |end: usize| of(end).rows.len() <= LINES;
    // The longest beginning that holds, by halves.
    let count = ends.partition_point(|end| holds(*end));
    match count.checked_sub(1).and_then(|at| ends.get(at)) {
        Some(end) => of(*end),
        // One endless word: as many letters as hold.
        None => {
            let letters: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
            let count = letters.partition_point(|end| holds(*end));
            of(letters.get(count.saturating_sub(1)).copied().unwrap_or(0))
        }
    }
}
