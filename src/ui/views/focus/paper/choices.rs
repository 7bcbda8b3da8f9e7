//! One chooses here what to print: the sheet, the paper, the ink, the pages, the copies, the printer. What carries it out stands elsewhere ([`super::ways`]).
//!
//! The printers come last, since they may be known late: nothing is moved by their coming.

use egui::{Id, Rect, Ui, Vec2, pos2, vec2};

use super::controls::{self, Control};
use super::ways::Way;
use crate::intent::printing::{As, Print};
use crate::intent::{Action, Actions};
use crate::model::sheet::{Ink, Order, Paper, Sheet};
use crate::model::tiling::Tiling;
use crate::text::{pages, printing as words};
use crate::ui::Cx;
use crate::ui::components::choice::{self, Choice};
use crate::ui::components::large_text;
use crate::ui::theme::line;

/// Where there is room for it, and where there is less: a label always stands nearer to its own choices than to those above.
const AIRY: Air = Air { label: 28.0, gap: 14.0, most: f32::INFINITY };
const CLOSE: Air = Air { label: 24.0, gap: 5.0, most: 44.0 };
/// What a label takes at least over what is written in: the keyboard's ring around that goes through no letter.
const RINGED: f32 = 28.0;
/// So many printers are shown at once: more are looked for by their names.
const PRINTERS: usize = 6;

#[derive(Clone, Copy)]
struct Air {
    /// What stands over the choices of one kind.
    label: f32,
    /// Between two kinds.
    gap: f32,
    /// The height of what is pressed, at most.
    most: f32,
}

/// The choices laid out, from the top of a column on.
pub struct Plan {
    groups: Vec<Group>,
    pub height: f32,
    /// Without the printers, which come late and move nothing.
    before_printers: f32,
}

/// Choices of one kind: one of them is the one, or several can be.
struct Group {
    label: &'static str,
    head: Rect,
    items: Vec<(Item, Rect)>,
}

enum Item {
    Pick(Pick),
    Control(Control),
    Way(Way),
}

/// Something that can be chosen.
struct Pick {
    words: String,
    chosen: bool,
    many: bool,
    action: Print,
    key: (&'static str, String),
}

impl Item {
    /// Whether it is as high as a finger, rather than as its words.
    fn is_pressed(&self) -> bool {
        !matches!(self, Item::Control(Control::Said(_) | Control::Seek(_)))
    }

    fn size(&self, ui: &Ui, cx: Cx, width: f32) -> Vec2 {
        match self {
            Item::Pick(pick) if pick.many => choice::size_of_many(ui, &pick.words, false),
            Item::Pick(pick) => choice::size(ui, &pick.words, false),
            Item::Control(control) => control.size(ui, cx, width),
            Item::Way(way) => way.size(ui, cx, width),
        }
    }

    fn show(&self, ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
        match self {
            Item::Pick(Pick { words, chosen, many, action, key }) => {
                let choice = Choice { id: Id::unique(key), words, chosen: *chosen, many: *many };
                if choice.show(ui, cx.theme, rect, None).clicked() {
                    actions.push(Action::Print(action.clone()));
                }
            }
            Item::Control(control) => control.show(ui, cx, rect, actions),
            Item::Way(way) => way.show(ui, cx, rect, actions),
        }
    }
}

impl Plan {
    /// All in sight if that can be.
    pub fn of(ui: &Ui, cx: Cx, room: Rect) -> Plan {
        let airy = Plan::with(ui, cx, room, AIRY);
        let one_printer = AIRY.label + choice::HEIGHT;
        let holds = airy.before_printers + one_printer <= room.height();
        if holds { airy } else { Plan::with(ui, cx, room, CLOSE) }
    }

    fn with(ui: &Ui, cx: Cx, room: Rect, air: Air) -> Plan {
        let mut top = room.top();
        let mut groups = Vec::new();
        let mut before_printers = 0.0;
        for (label, items) in kinds(cx) {
            // The printers are the last.
            before_printers = top - room.top();
            let size = |item: &Item| {
                let size = item.size(ui, cx, room.width());
                vec2(size.x, if item.is_pressed() { size.y.min(air.most) } else { size.y })
            };
            let sizes: Vec<Vec2> = items.iter().map(size).collect();
            let ringed = items.iter().any(|item| matches!(item, Item::Control(_)));
            let over = if ringed { air.label.max(RINGED) } else { air.label };
            let head = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), over));
            let under = room.with_min_y(head.bottom());
            let (places, height) = choice::flow(under, &sizes);
            top = head.bottom() + height + air.gap;
            groups.push(Group { label, head, items: items.into_iter().zip(places).collect() });
        }
        Plan { groups, height: top - room.top(), before_printers }
    }

    /// The top and the bottom, under `top`, of what no page goes through: a label with its first row, the other rows.
    pub fn rows(&self, top: f32) -> Vec<(f32, f32)> {
        let mut all = Vec::new();
        for group in &self.groups {
            let first = group.items.first().map_or(group.head.bottom(), |(_, rect)| rect.bottom());
            all.push((group.head.top() - top, first - top));
            // With the keyboard's ring around what is pressed.
            let ring = line::RULE;
            let rows =
                group.items.iter().map(|(_, rect)| (rect.top() - ring, rect.bottom() + ring));
            all.extend(rows.map(|(from, to)| (from - top, to - top)));
        }
        all
    }

    pub fn show(&self, ui: &mut Ui, cx: Cx, moved: Vec2, actions: &mut Actions) {
        for group in &self.groups {
            large_text::label(ui, group.label, cx.theme.ink, group.head.translate(moved));
            for (item, rect) in &group.items {
                item.show(ui, cx, rect.translate(moved), actions);
            }
        }
    }
}

/// The kinds of choices that this order has, in the order in which one makes them.
fn kinds(cx: Cx) -> Vec<(&'static str, Vec<Item>)> {
    let order = cx.view.printing.order;
    let picks = |picks: Vec<Pick>| picks.into_iter().map(Item::Pick).collect::<Vec<_>>();
    let mut kinds = vec![(words::WHAT, picks(sheets(order))), (words::PAPER, picks(papers(order)))];
    match order.sheet {
        Sheet::Poster => kinds.push((words::POSTER, picks(poster(order)))),
        Sheet::Ballots => {
            kinds.push((words::PEOPLE_LABEL, vec![Item::Control(Control::People)]));
        }
        _ => {}
    }
    if let Some(turned) = words::both_sides(order) {
        kinds.push((turned, Vec::new()));
    }
    let figures = [Control::Copies, Control::Pages];
    kinds.push((pages::COPIES_AND_PAGES, figures.map(Item::Control).into()));
    let drawing = order.tiles.is_none().then_some(Way::Save(As::Svg));
    let ways = [Way::Save(As::Png), Way::Open].into_iter().chain(drawing);
    kinds.push((pages::OTHERWISE, ways.map(Item::Way).collect()));
    kinds.push((words::PRINTER, printers(cx)));
    kinds
}

/// The printers, as many as can be chosen among at a glance; beyond, those of the name that is sought.
fn printers(cx: Cx) -> Vec<Item> {
    let say = |words: &'static str| vec![Item::Control(Control::Said(words.to_owned()))];
    let printing = &cx.view.printing;
    let all = match &cx.preview.printers {
        None => return say(pages::LOOKING),
        Some(_) if cx.preview.no_print_system => return say(words::NO_PRINT_SYSTEM),
        Some(all) if all.is_empty() => return say(words::NO_PRINTER),
        Some(all) => all,
    };
    let chosen = printing.printer.as_deref();
    let pick = |name: &String| {
        Item::Pick(Pick {
            words: name.clone(),
            chosen: chosen == Some(name.as_str()),
            many: false,
            action: Print::Printer(name.clone()),
            key: ("printer", name.clone()),
        })
    };
    if all.len() <= PRINTERS {
        return all.iter().map(pick).collect();
    }
    let sought = controls::folded(&printing.sought);
    let found: Vec<&String> =
        all.iter().filter(|name| controls::folded(name).contains(&sought)).collect();
    // The one that is chosen stays in sight.
    let first = found.iter().filter(|name| chosen == Some(name.as_str()));
    let others = found.iter().filter(|name| chosen != Some(name.as_str()));
    let shown: Vec<Item> = first.chain(others).take(PRINTERS).map(|name| pick(name)).collect();
    let more = found.len() - shown.len();
    let mut items = vec![Item::Control(Control::Seek(all.len()))];
    if shown.is_empty() {
        items.push(Item::Control(Control::Said(pages::NONE_SO.to_owned())));
    }
    items.extend(shown);
    if more > 0 {
        items.push(Item::Control(Control::Said(pages::more_printers(more))));
    }
    items
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
        // Another size of poster may have no fewer whole sheets.
        let whole_sheets = new.whole_sheets && new.tiling().is_some();
        let new = Order { whole_sheets, ..new };
        of_order("paper", paper.name().into(), order.paper == *paper, new)
    });
    let black = order.ink == Ink::Black;
    let ink = Order { ink: if black { Ink::Colour } else { Ink::Black }, ..order };
    let ink = Pick { many: true, ..of_order("ink", words::BLACK.into(), black, ink) };
    papers.chain([ink]).collect()
}

/// In one piece or in sheets, with what each way costs; filled or blank.
fn poster(order: Order) -> Vec<Pick> {
    let one = (None, false, pages::cut(None));
    let mut cuts = vec![one];
    for tile in [Paper::A4, Paper::A3] {
        let whole = Tiling::whole_sheets(order.paper, tile).map(|cut| (cut, true));
        let all = [Some((Tiling::true_size(order.paper, tile), false)), whole];
        for (cut, whole) in all.into_iter().flatten() {
            cuts.push((Some(tile), whole, pages::cut(Some((cut, tile)))));
        }
    }
    let cuts = cuts.into_iter().map(|(tiles, whole_sheets, words)| {
        // A sheet of an office printer has no bleed.
        let new = Order { tiles, whole_sheets, bleed: order.bleed && tiles.is_none(), ..order };
        let chosen = (order.tiles, order.whole_sheets) == (tiles, whole_sheets);
        of_order("tiles", words, chosen, new)
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
