//! One of the six labs shows in full, « tel que décrit vers 2017 »: it is laid out in the largest type that holds, then
//! painted.
//!
//! What our lab answers is not mixed with what this one does: each field's title leads to the comparison, and « Et
//! nous ? » to the placing and to both labs side by side.

use std::sync::Arc;

use egui::{
    Color32, Galley, Id, Key, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::breaks::{Breaks, Paged};
use super::frame;
use super::heading::Heading;
use super::part::Part;
use crate::intent::view::{Focus, Toggle};
use crate::intent::{Action, Actions};
use crate::model::catalogue::{CREATION, Field, Lab, ORIENTATION};
use crate::model::place::Place;
use crate::model::progress;
use crate::text::{interface, labs as words, values};
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::{choice, emblem, ring, title};
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

const EMBLEM: f32 = 88.0;
const GUTTER: f32 = 52.0;
/// From this width on, the fields stand in two columns.
const TWO_COLUMNS: f32 = 780.0;
/// From a cell's rule to its title, and from its text to the next rule.
const ABOVE: f32 = 10.0;
const BELOW: f32 = 14.0;

/// The keyboard's target on « Textes complets ».
pub fn texts_id() -> Id {
    Id::unique("card-texts")
}

/// « Textes complets », or « Textes courts » when they show.
pub fn texts_words(cx: Cx) -> &'static str {
    if cx.view.full_texts { words::SHORT_TEXTS } else { words::FULL_TEXTS }
}

/// The space bar turns the texts of the view when no control has the keyboard.
pub fn listen(ui: &Ui, cx: Cx, actions: &mut Actions) {
    let nobody = ui.memory(|memory| memory.focused().is_none()) && cx.view.panel.is_none();
    if nobody && ui.input(|input| input.key_pressed(Key::Space)) {
        actions.push(Action::Toggle(Toggle::FullTexts));
    }
}

pub fn show(ui: &mut Ui, cx: Cx, lab: &str, actions: &mut Actions) {
    let Some(lab) = cx.catalogue.lab(lab) else { return };
    let low = frame::is_low(ui.max_rect());
    listen(ui, cx, actions);
    frame::show(ui, cx, &Focus::At(Place::Card(lab.id.clone())), actions, |ui, room, actions| {
        let card = fitted(ui, cx, lab, room, low);
        frame::paged(ui, cx, &lab.id, room, card.height, &card.breaks, |ui, origin| {
            paint(ui, cx, lab, &card, origin - room.min, actions);
        });
    });
}

/// The types of a card.
#[derive(Clone, Copy)]
struct Size {
    text: Face,
    caption: Face,
    /// The name, and what this kind of lab does.
    lead: Face,
}

impl Size {
    const fn new(text: Face, caption: Face, lead: Face) -> Size {
        Size { text, caption, lead }
    }

    const ALL: [Size; 4] = [
        Size::new(face::FOCUS_TEXT, face::FOCUS_ZONE, face::FOCUS_BODY),
        Size::new(face::FOCUS_BODY, face::FOCUS_CAPTION, face::FOCUS_BODY),
        Size::new(face::FOCUS_SMALL, face::FOCUS_CAPTION, face::FOCUS_SMALL),
        Size::new(face::FOCUS_HELP, face::FOCUS_CAPTION, face::FOCUS_HELP),
    ];
}

/// A card laid out.
struct Card {
    heading: Heading,
    /// The name, and what this kind of lab does.
    lead: Part,
    emblem: Option<Rect>,
    cells: Vec<Cell>,
    and_us: AndUs,
    breaks: Breaks,
    height: f32,
}

/// What the lab answers to a field.
struct Cell {
    field: usize,
    width: f32,
    /// The left end of its rule.
    top: Pos2,
    title: Arc<Galley>,
    text: Arc<Galley>,
    said: String,
}

/// « Et nous ? » : how far the group has placed this lab, and the ways to it and to ours.
struct AndUs {
    width: f32,
    top: Pos2,
    title: Arc<Galley>,
    buttons: Vec<Rect>,
    said: String,
}

impl Paged for Card {
    fn height(&self) -> f32 {
        self.height
    }

    fn breaks(&self) -> &Breaks {
        &self.breaks
    }
}

/// In the largest type that needs no more pages than the smallest. With short texts all six are in one type, so that
/// nothing jumps from one to the next.
fn fitted(ui: &Ui, cx: Cx, lab: &Lab, room: Rect, low: bool) -> Card {
    let alone = [lab];
    let six: Vec<&Lab> = cx.catalogue.labs.iter().collect();
    let labs = if cx.view.full_texts { &alone[..] } else { &six };
    let pages = |size: Size, lab: &Lab| lay_out(ui, cx, lab, room, size, low).pages(room.height());
    let smallest = Size::ALL[Size::ALL.len() - 1];
    let fewest: Vec<usize> = labs.iter().map(|lab| pages(smallest, lab)).collect();
    let holds =
        |size: &Size| labs.iter().zip(&fewest).all(|(lab, fewest)| pages(*size, lab) <= *fewest);
    let size = Size::ALL.into_iter().find(holds).unwrap_or(smallest);
    lay_out(ui, cx, lab, room, size, low)
}

fn lay_out(ui: &Ui, cx: Cx, lab: &Lab, room: Rect, size: Size, low: bool) -> Card {
    let beside = room.width() >= TWO_COLUMNS;
    let corner = pos2(room.right() - EMBLEM, room.top());
    let emblem = beside.then(|| Rect::from_min_size(corner, Vec2::splat(EMBLEM)));
    let head = emblem.map_or(room, |emblem| room.with_max_x(emblem.left() - 24.0));
    // The longer of its two words: nothing moves when they change.
    let ways = if cx.projected() { &[][..] } else { &[words::FULL_TEXTS] };
    let heading = Heading::of(ui, &lab.title, ways, head, low);
    let (lead, bottom) = lead(ui, cx, lab, head.with_min_y(heading.bottom), size.lead);
    let top = bottom.max(emblem.map_or(0.0, |rect| rect.bottom())) + BELOW;
    let room = room.with_min_y(top);
    let (cells, and_us, bottoms) = grid(ui, cx, lab, room, size);
    let start = head.top();
    let tops = [top - BELOW + 4.0].into_iter().chain(bottoms.iter().copied());
    let breaks = Breaks::rows(tops.map(|y| y - start));
    let height = bottoms.last().copied().unwrap_or(top) - start;
    Card { heading, lead, emblem, cells, and_us, breaks, height }
}

/// The name, what this kind of lab does; gives where they end.
fn lead(ui: &Ui, cx: Cx, lab: &Lab, room: Rect, face: Face) -> (Part, f32) {
    let name = interface::name_and_year(lab);
    let lines: [(&str, Color32); 2] = [(&name, cx.theme.muted), (&lab.purpose, cx.theme.ink)];
    let (mut texts, mut y) = (Vec::new(), room.top());
    for (text, colour) in lines {
        let galley = set::set(ui, text, face, colour, room.width());
        let at = pos2(room.left(), y);
        y += galley.size().y + 2.0;
        texts.push((at, galley));
    }
    (
        Part {
            role: Role::Label,
            texts,
            said: [&name, &lab.purpose].map(String::as_str).join(". "),
        },
        y,
    )
}

/// The fields that a card shows: its year is with its name.
pub fn fields<'a>(
    cx: Cx<'a>,
    lab: &'a Lab,
    full: bool,
) -> impl Iterator<Item = (&'a Field, &'a str)> {
    let fields = cx.catalogue.fields.iter();
    let fields = fields.filter(|field| &*field.id != ORIENTATION && &*field.id != CREATION);
    fields.filter_map(move |field| Some((field, lab.answer(&field.id, full)?)))
}

/// The fields and « Et nous ? », column by column, in rows of one height; and where each row ends.
fn grid(ui: &Ui, cx: Cx, lab: &Lab, room: Rect, size: Size) -> (Vec<Cell>, AndUs, Vec<f32>) {
    let columns = if room.width() >= TWO_COLUMNS { 2 } else { 1 };
    let width = (room.width() - (columns as f32 - 1.0) * GUTTER) / columns as f32;
    let mut cells: Vec<Cell> = fields(cx, lab, cx.view.full_texts)
        .map(|(field, answer)| Cell::of(ui, cx, field, answer, width, size))
        .collect();
    let mut and_us = AndUs::of(ui, cx, lab, width, size);
    let rows = (cells.len() + 1).div_ceil(columns);
    let mut heights = vec![0.0_f32; rows];
    for (rank, height) in cells.iter().map(Cell::height).chain([and_us.height(size)]).enumerate() {
        heights[rank % rows] = heights[rank % rows].max(height);
    }
    let mut tops = vec![room.top()];
    for height in heights {
        tops.push(tops.last().copied().unwrap_or_default() + height);
    }
    let at = |rank: usize| {
        pos2(room.left() + (rank / rows) as f32 * (width + GUTTER), tops[rank % rows])
    };
    for (rank, cell) in cells.iter_mut().enumerate() {
        cell.top = at(rank);
    }
    and_us.move_to(at(cells.len()));
    tops.remove(0);
    (cells, and_us, tops)
}

impl Cell {
    fn of(ui: &Ui, cx: Cx, field: &Field, text: &str, width: f32, size: Size) -> Cell {
        let index = cx.catalogue.fields.iter().position(|other| other.id == field.id);
        Cell {
            field: index.unwrap_or_default(),
            width,
            top: Pos2::ZERO,
            title: set::set(ui, &field.words, size.caption, cx.theme.examples, width),
            text: set::set(ui, text, size.text, cx.theme.ink, width),
            said: values::colon(&field.words, text),
        }
    }

    fn height(&self) -> f32 {
        ABOVE + self.title.size().y + 2.0 + self.text.size().y + BELOW
    }

    fn show(&self, ui: &mut Ui, cx: Cx, moved: Vec2, actions: &mut Actions) {
        let top = self.top + moved;
        rule(ui, cx, top, self.width);
        let at = top + vec2(0.0, ABOVE);
        let field = &cx.catalogue.fields[self.field];
        field_title(ui, cx, field, &self.title, at, cx.theme.examples, actions);
        let at = pos2(at.x, at.y + self.title.size().y + 2.0);
        let part = Part {
            role: Role::Label,
            texts: vec![(at, self.text.clone())],
            said: self.said.clone(),
        };
        part.show(ui, ui.scope_id().with(("answer", &field.id)), Vec2::ZERO);
    }
}

/// The title of a field, painted at `at`: it opens the comparison.
pub fn field_title(
    ui: &mut Ui,
    cx: Cx,
    field: &Field,
    words: &Arc<Galley>,
    at: Pos2,
    hue: Color32,
    actions: &mut Actions,
) {
    let text = words.rect.translate(at.to_vec2());
    let target = text.expand2(vec2(8.0, (space::FOCUS_TARGET - text.height()).max(0.0) / 2.0));
    let response = ui.interact(target, Id::unique(("compare", &field.id)), Sense::click());
    let label = self::words::compare_label(&field.words);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    ring::follow(ui, &response);
    set::paint(ui, at, words);
    if response.hovered() {
        title::underline(ui, words, at, hue);
    }
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, text.expand2(vec2(3.0, 0.0)));
    }
    if response.clicked() {
        actions.push(Action::Open(Focus::Compare(field.id.clone())));
    }
}

impl AndUs {
    fn of(ui: &Ui, cx: Cx, lab: &Lab, width: f32, size: Size) -> AndUs {
        let count = progress::placed(cx.catalogue, cx.design, &lab.id);
        let placed = ["\u{a0} ", &words::placed(count)].concat();
        let title = (words::AND_US, size.caption, cx.theme.examples);
        let second =
            if size.caption.size > face::FOCUS_CAPTION.size { size.lead } else { face::FOCUS_HELP };
        let title = set::two_voices(ui, title, (&placed, second, cx.theme.muted), width);
        let top = ABOVE + title.size().y + 6.0;
        let sizes: Vec<Vec2> =
            ways(cx, lab).iter().map(|(words, _)| button::size_within(ui, words, width)).collect();
        let room = Rect::from_min_size(pos2(0.0, top), vec2(width, 0.0));
        let buttons = choice::flow(room, &sizes).0;
        AndUs { width, top: Pos2::ZERO, title, buttons, said: words::and_us(count) }
    }

    fn height(&self, size: Size) -> f32 {
        let title = ABOVE + self.title.size().y + 2.0 + size.text.leading;
        self.buttons.last().map_or(title, Rect::bottom) + BELOW
    }

    fn move_to(&mut self, top: Pos2) {
        self.top = top;
        for button in &mut self.buttons {
            *button = button.translate(top.to_vec2());
        }
    }

    fn show(&self, ui: &mut Ui, cx: Cx, lab: &Lab, moved: Vec2, actions: &mut Actions) {
        rule(ui, cx, self.top + moved, self.width);
        let texts = vec![(self.top + vec2(0.0, ABOVE), self.title.clone())];
        let part = Part { role: Role::Label, texts, said: self.said.clone() };
        part.show(ui, ui.scope_id().with("and-us"), moved);
        for ((words, focus), rect) in ways(cx, lab).into_iter().zip(&self.buttons) {
            let id = ui.scope_id().with(words);
            let rect = rect.translate(moved);
            if button::place(ui, cx.theme, rect, id, words, Rank::Outlined).clicked() {
                actions.push(Action::Open(focus));
            }
        }
    }
}

/// Where one goes from « Et nous ? »; projected, nobody is there to press.
fn ways(cx: Cx, lab: &Lab) -> Vec<(&'static str, Focus)> {
    if cx.projected() {
        return Vec::new();
    }
    vec![
        (words::PLACE_THIS, Focus::Placing(lab.id.clone())),
        (words::BESIDE_OURS, Focus::SideBySide),
    ]
}

fn rule(ui: &Ui, cx: Cx, at: Pos2, width: f32) {
    ui.painter().hline(at.x..=at.x + width, at.y, Stroke::new(line::THIN, cx.theme.hair));
}

/// Shows the card, `moved` from where it was laid out: the page may have turned.
fn paint(ui: &mut Ui, cx: Cx, lab: &Lab, card: &Card, moved: Vec2, actions: &mut Actions) {
    if let Some(rect) = card.emblem {
        emblem::paint(ui.painter(), cx.theme, &lab.id, rect.translate(moved), cx.theme.paper);
    }
    card.heading.show_title(ui, cx, &lab.title, &lab.title, moved);
    card.lead.show(ui, ui.scope_id().with("lead"), moved);
    if card.heading.button(ui, cx, 0, texts_id(), texts_words(cx), moved) {
        actions.push(Action::Toggle(Toggle::FullTexts));
    }
    for cell in &card.cells {
        cell.show(ui, cx, moved, actions);
    }
    card.and_us.show(ui, cx, lab, moved, actions);
}
