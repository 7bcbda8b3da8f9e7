//! These ways lead from the sheet to where it goes. To print it and to save it stand at the foot of the choices, always
//! in sight and always in one place.

use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::ids::print_id;
use crate::intent::printing::{As, Print};
use crate::intent::{Action, Actions};
use crate::text::{pages, printing as words};
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::choice;
use crate::ui::theme::face;
use crate::ui::type_setting as set;

/// Over the foot, and under its buttons: what the keyboard's ring takes.
const RING: f32 = 8.0;

/// Something to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
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
            Way::Send if cx.preview.printers.as_ref().is_some_and(Vec::is_empty) => {
                words::OPEN_TO_PRINT
            }
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

    /// The same whatever it comes to say: what stands beside it is not moved by printers that are found late.
    pub fn size(self, ui: &Ui, cx: Cx, width: f32) -> Vec2 {
        let size = |words| button::size_within(ui, words, width);
        match self {
            Way::Send => {
                let (one, other) = (size(words::PRINT), size(words::OPEN_TO_PRINT));
                vec2(one.x.max(other.x), one.y.max(other.y))
            }
            _ => size(self.words(cx)),
        }
    }

    pub fn show(self, ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
        let rank = if self == Way::Send { Rank::Primary } else { Rank::Outlined };
        if button::place(ui, cx.theme, rect, self.id(), self.words(cx), rank).clicked() {
            actions.push(Action::Print(self.action()));
        }
    }
}

/// The foot of the choices, laid out: on which printer, then what prints.
pub struct Foot {
    caption: Rect,
    ways: Vec<(Way, Rect)>,
    pub height: f32,
}

/// What is said over the buttons: one line, whatever it comes to say.
const CAPTION: f32 = 30.0;

impl Foot {
    /// At the bottom of `room`.
    pub fn of(ui: &Ui, cx: Cx, room: Rect) -> Foot {
        let ways = [Way::Send, Way::Save(As::Pdf)];
        let sizes = ways.map(|way| way.size(ui, cx, room.width()));
        let (places, tall) = choice::flow(room, &sizes);
        let down = vec2(0.0, room.height() - tall - RING);
        let ways = ways.into_iter().zip(places.into_iter().map(|place| place.translate(down)));
        let height = CAPTION + tall + 2.0 * RING;
        let top = room.bottom() - height + RING;
        let caption = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), CAPTION));
        Foot { caption, ways: ways.collect(), height }
    }

    pub fn show(&self, ui: &mut Ui, cx: Cx, actions: &mut Actions) {
        let said = caption(cx);
        let ink = cx.theme.muted;
        let galley = set::first_line(ui, &said, face::FOCUS_HELP, ink, self.caption.width());
        let shown = set::paint(ui, self.caption.min, &galley);
        let response = ui.interact(shown, Id::unique("print-where"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        for (way, rect) in &self.ways {
            way.show(ui, cx, *rect, actions);
        }
    }
}

fn caption(cx: Cx) -> String {
    let printing = &cx.view.printing;
    match (&cx.preview.printers, &printing.printer) {
        (None, None) => pages::LOOKING.to_owned(),
        (Some(all), _) if all.is_empty() => pages::BY_ANOTHER_PROGRAM.to_owned(),
        (_, Some(printer)) => pages::on_printer(printer, printing.copies, &printing.pages),
        (Some(_), None) => String::new(),
    }
}
