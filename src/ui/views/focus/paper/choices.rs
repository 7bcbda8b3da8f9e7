//! What to print: the sheet, the paper, the ink, the printer; and what to do with it.

use egui::{Id, Rect, Ui, Vec2, pos2, vec2};

use super::print_id;
use crate::intent::printing::{As, Print};
use crate::intent::{Action, Actions};
use crate::model::sheet::{Ink, Order, PEOPLE, Paper, Sheet};
use crate::text::printing as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::choice::{self, Choice};
use crate::ui::components::large_text;

/// Over the choices of one kind.
const LABEL: f32 = 28.0;
/// What the keyboard's ring takes under a button.
const RING: f32 = 6.0;
/// Between two kinds of choices.
const GAP: f32 = 14.0;

/// The choices laid out, from the top of a column on.
pub struct Plan {
    groups: Vec<Group>,
    ways: Vec<(Way, Rect)>,
    pub height: f32,
}

/// Choices of one kind: one of them is the one, or several can be.
struct Group {
    label: &'static str,
    head: Rect,
    choices: Vec<(Pick, Rect)>,
}

/// Something that can be chosen.
struct Pick {
    words: String,
    chosen: bool,
    many: bool,
    action: Print,
    key: (&'static str, String),
}

/// Something to do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Send,
    Save(As),
    Open,
}

impl Way {
    fn id(self) -> Id {
        match self {
            Way::Send => print_id(),
            Way::Open => Id::unique("open-sheet"),
            Way::Save(As::Pdf) => Id::unique("save-pdf"),
            Way::Save(As::Png) => Id::unique("save-png"),
            Way::Save(As::Svg) => Id::unique("save-svg"),
        }
    }

    fn words(self, cx: Cx) -> &'static str {
        match self {
            // Without a printer, the computer's viewer prints.
            Way::Send if has_no_printer(cx) => words::OPEN_TO_PRINT,
            Way::Send => words::PRINT,
            Way::Open => words::OPEN,
            Way::Save(As::Pdf) => words::SAVE_PDF,
            Way::Save(As::Png) => words::SAVE_PNG,
            Way::Save(As::Svg) => words::SAVE_SVG,
        }
    }

    fn action(self) -> Print {
        match self {
            Way::Send => Print::Send,
            Way::Open => Print::Open,
            Way::Save(kind) => Print::Save(kind),
        }
    }
}

fn has_no_printer(cx: Cx) -> bool {
    cx.preview.printers.as_ref().is_some_and(Vec::is_empty)
}

impl Plan {
    pub fn of(ui: &Ui, cx: Cx, room: Rect) -> Plan {
        let mut top = room.top();
        let mut groups = Vec::new();
        for (label, picks) in kinds(cx) {
            let sizes: Vec<Vec2> =
                picks.iter().map(|pick| choice::size(ui, &pick.words, false)).collect();
            let head = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), LABEL));
            let under = room.with_min_y(head.bottom());
            let (places, height) = choice::flow(under, &sizes);
            top = head.bottom() + height + GAP;
            groups.push(Group { label, head, choices: picks.into_iter().zip(places).collect() });
        }
        let ways =
            [Way::Send, Way::Save(As::Pdf), Way::Open, Way::Save(As::Png), Way::Save(As::Svg)];
        // The viewer stands for the printer: it is not offered twice.
        let ways: Vec<Way> =
            ways.into_iter().filter(|way| *way != Way::Open || !has_no_printer(cx)).collect();
        let sizes: Vec<Vec2> =
            ways.iter().map(|way| button::size_within(ui, way.words(cx), room.width())).collect();
        let (places, height) = choice::flow(room.with_min_y(top + 4.0), &sizes);
        top += 4.0 + height + RING;
        let ways = ways.into_iter().zip(places).collect();
        Plan { groups, ways, height: top - room.top() }
    }

    pub fn show(&self, ui: &mut Ui, cx: Cx, moved: Vec2, actions: &mut Actions) {
        for group in &self.groups {
            large_text::label(ui, group.label, cx.theme.ink, group.head.translate(moved));
            for (pick, rect) in &group.choices {
                let Pick { words, chosen, many, .. } = pick;
                let choice =
                    Choice { id: Id::unique(&pick.key), words, chosen: *chosen, many: *many };
                if choice.show(ui, cx.theme, rect.translate(moved), None).clicked() {
                    actions.push(Action::Print(pick.action.clone()));
                }
            }
        }
        for (way, rect) in &self.ways {
            let rank = if *way == Way::Send { Rank::Primary } else { Rank::Outlined };
            let (rect, words) = (rect.translate(moved), way.words(cx));
            if button::place(ui, cx.theme, rect, way.id(), words, rank).clicked() {
                actions.push(Action::Print(way.action()));
            }
        }
    }
}

/// The kinds of choices that this order has, in the order in which one makes them.
fn kinds(cx: Cx) -> Vec<(&'static str, Vec<Pick>)> {
    let order = cx.view.printing.order;
    let mut kinds = vec![(words::WHAT, sheets(order)), (words::PAPER, papers(order))];
    match order.sheet {
        Sheet::Poster => kinds.push((words::POSTER, poster(order))),
        Sheet::Ballots => kinds.push((words::PEOPLE_LABEL, people(order))),
        Sheet::Cards => kinds.push((words::both_sides(order), Vec::new())),
        _ => {}
    }
    if let Some(printers) = cx.preview.printers.as_ref().filter(|all| !all.is_empty()) {
        let chosen = cx.view.printing.printer.as_deref();
        let picks = printers.iter().map(|name| Pick {
            words: name.clone(),
            chosen: chosen == Some(name.as_str()),
            many: false,
            action: Print::Printer(name.clone()),
            key: ("printer", name.clone()),
        });
        kinds.push((words::PRINTER, picks.collect()));
    }
    kinds
}

fn of_order(group: &'static str, words: String, chosen: bool, order: Order) -> Pick {
    let key = (group, words.clone());
    Pick { words, chosen, many: false, action: Print::Order(order), key }
}

fn sheets(order: Order) -> Vec<Pick> {
    let pick = |sheet: Sheet| {
        of_order("sheet", words::name(sheet).into(), order.sheet == sheet, order.with(sheet))
    };
    Sheet::ALL.into_iter().map(pick).collect()
}

/// The papers, then the ink: one line of choices.
fn papers(order: Order) -> Vec<Pick> {
    let papers = order.sheet.papers().iter().map(|paper| {
        let new = Order { paper: *paper, ..order };
        of_order("paper", paper.name().into(), order.paper == *paper, new)
    });
    let black = order.ink == Ink::Black;
    let ink = Order { ink: if black { Ink::Colour } else { Ink::Black }, ..order };
    let ink = Pick { many: true, ..of_order("ink", words::BLACK.into(), black, ink) };
    papers.chain([ink]).collect()
}

/// In one piece or in sheets, filled or blank.
fn poster(order: Order) -> Vec<Pick> {
    let cuts = [None, Some(Paper::A4), Some(Paper::A3)].into_iter().map(|tiles| {
        // A sheet of an office printer has no bleed.
        let new = Order { tiles, bleed: order.bleed && tiles.is_none(), ..order };
        of_order("tiles", words::cut(tiles).into(), order.tiles == tiles, new)
    });
    let toggle = |words: &str, on: bool, new: Order| Pick {
        many: true,
        ..of_order("poster", words.to_owned(), on, new)
    };
    let mut picks: Vec<Pick> = cuts.collect();
    let blank = Order { blank: !order.blank, ..order };
    picks.push(toggle(words::BLANK, order.blank, blank));
    if order.tiles.is_none() {
        let bleed = Order { bleed: !order.bleed, ..order };
        picks.push(toggle(words::BLEED, order.bleed, bleed));
    }
    picks
}

/// For how many people: by sheets of four, and by tens for a full room.
fn people(order: Order) -> Vec<Pick> {
    let mut counts = vec![4, PEOPLE, 20, 32, 52];
    if !counts.contains(&order.people) {
        counts.push(order.people);
        counts.sort_unstable();
    }
    let pick = |people: u16| {
        let new = Order { people, ..order };
        of_order("people", people.to_string(), order.people == people, new)
    };
    counts.into_iter().map(pick).collect()
}
