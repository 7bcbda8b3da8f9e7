//! These controls take what is not chosen among a few: how many people or copies, which pages, a printer among many.

use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::intent::printing::{MOST_COPIES, Print};
use crate::intent::{Action, Actions};
use crate::model::sheet::{MOST_PEOPLE, Order};
use crate::text::{pages, printing as words};
use crate::ui::Cx;
use crate::ui::components::choice;
use crate::ui::components::large_text::{LargeText, ONE_LINE};
use crate::ui::components::stepper::{Stepper, Typed};
use crate::ui::components::writing::{Goes, Writing};
use crate::ui::theme::face;
use crate::ui::type_setting as set;

/// How wide a figure and its two buttons are, with what it counts and without.
const COUNTED: f32 = 264.0;
const FIGURE: f32 = 180.0;
/// How wide a text of one line is.
const TYPED: f32 = 340.0;
/// And one that holds a few numbers.
const NUMBERS: f32 = 180.0;

pub enum Control {
    People,
    Copies,
    Pages,
    /// Among so many printers.
    Seek(usize),
    /// Words where something to choose would stand.
    Said(String),
}

/// As names are compared: without their capitals.
pub fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

impl Control {
    pub fn size(&self, ui: &Ui, _: Cx, width: f32) -> Vec2 {
        match self {
            Control::People => vec2(COUNTED.min(width), choice::HEIGHT),
            Control::Copies => vec2(FIGURE.min(width), choice::HEIGHT),
            Control::Pages => vec2(NUMBERS.min(width), choice::HEIGHT),
            Control::Seek(_) => vec2(TYPED.min(width), ONE_LINE),
            Control::Said(words) => {
                vec2(width, set::height(ui, words, face::FOCUS_HELP, width).max(choice::HEIGHT))
            }
        }
    }

    pub fn show(&self, ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
        let printing = &cx.view.printing;
        match self {
            Control::People => {
                let order = printing.order;
                let said = pages::people(order.people);
                let name = (words::PEOPLE_LABEL, said.as_str());
                let asked = figure(ui, cx, rect, name, order.people, MOST_PEOPLE);
                if let Some(people) = asked {
                    actions.push(Action::Print(Print::Order(Order { people, ..order })));
                }
            }
            Control::Copies => {
                let said = printing.copies.to_string();
                let name = (pages::COPIES, said.as_str());
                if let Some(copies) = figure(ui, cx, rect, name, printing.copies, MOST_COPIES) {
                    actions.push(Action::Print(Print::Copies(copies)));
                }
            }
            Control::Pages => {
                let names = (pages::PAGES, pages::ALL_PAGES);
                typed(ui, cx, rect, Goes::Pages, &printing.pages, names, actions);
            }
            Control::Seek(count) => {
                let names = (pages::SEEK, pages::seek_among(*count));
                let names = (names.0, names.1.as_str());
                typed(ui, cx, rect, Goes::PrinterName, &printing.sought, names, actions);
            }
            Control::Said(words) => {
                let galley = set::set(ui, words, face::FOCUS_HELP, cx.theme.muted, rect.width());
                let shown = set::paint(ui, rect.min, &galley);
                let response = ui.interact(shown, Id::unique(("said", words)), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
            }
        }
    }
}

/// A number from 1 to `most`, stepped or typed.
fn figure(
    ui: &mut Ui,
    cx: Cx,
    rect: Rect,
    (name, words): (&str, &str),
    value: u16,
    most: u16,
) -> Option<u16> {
    let stepper = Stepper {
        id: Id::unique(("figure", name)),
        name,
        value: u32::from(value),
        step: 1,
        range: 1..=u32::from(most),
        words,
        face: face::FOCUS_CAPTION,
        typed: Typed::Number,
    };
    stepper.show(ui, cx.theme, rect).and_then(|value| u16::try_from(value).ok())
}

/// A text of one line.
fn typed(
    ui: &mut Ui,
    cx: Cx,
    rect: Rect,
    goes: Goes,
    text: &str,
    (name, hint): (&str, &str),
    actions: &mut Actions,
) {
    let writing = Writing {
        id: Id::unique(("typed", name)),
        goes,
        text,
        hint,
        name,
        face: face::FOCUS_HELP,
        ink: cx.theme.ink,
        one_line: true,
        exit: Some(super::ids::print_id()),
    };
    let line = Rect::from_center_size(rect.center(), vec2(rect.width(), ONE_LINE));
    LargeText { writing, bar: None }.show(ui, cx.theme, line, actions);
}
