//! On the page that prints, one chooses what comes out.

use egui::Context;

use crate::app::desk::App;
use crate::intent::printing::{MOST_COPIES, Print};
use crate::intent::view::Focus;
use crate::model::sheet::Order;
use crate::storage::settings::{Choice, Settings};

impl App {
    /// The page that prints, on the sheet last chosen.
    pub(in crate::app) fn open_press(&mut self, ctx: &Context) {
        self.press.preview.state.clear();
        self.recall_printing();
        self.look_for_printers(ctx);
        self.go_to(ctx, Focus::Paper);
    }

    pub(in crate::app) fn print(&mut self, ctx: &Context, asked: Print) {
        match asked {
            Print::Order(order) => self.choose(ctx, order),
            Print::Printer(name) => {
                self.window.view.printing.printer = Some(name);
                self.remember_printing(ctx);
            }
            Print::Seek(name) => self.window.view.printing.sought = name,
            Print::Copies(copies) => {
                self.window.view.printing.copies = copies.clamp(1, MOST_COPIES);
            }
            Print::Pages(typed) => self.window.view.printing.pages = typed,
            Print::Turn(by) => {
                self.turn_sheet(by);
            }
            Print::Zoom(by) => {
                let printing = &mut self.window.view.printing;
                printing.zoom = printing.zoomed(by);
            }
            Print::Draw(pixels) => self.window.view.printing.pixels = pixels,
            Print::Send => self.send(ctx, false),
            Print::SendAnyway => self.send(ctx, true),
            Print::Save(kind) => self.ask_where_to_export(ctx, kind),
            Print::Open => self.open_in_viewer(ctx),
            Print::Cancel => self.cancel_task(ctx),
        }
    }

    /// The paper, the ink and the printer of last time, once: after that, they are what is chosen.
    pub(in crate::app) fn recall_printing(&mut self) {
        if std::mem::replace(&mut self.press.recalled, true)
            || self.services.places.settings.is_none()
        {
            return;
        }
        let Settings { paper, ink, printer, .. } = &self.memory.kept;
        let printing = &mut self.window.view.printing;
        printing.order = Order { ink: *ink, ..printing.order.on(*paper) };
        printing.printer.clone_from(printer);
    }

    fn choose(&mut self, ctx: &Context, order: Order) {
        let printing = &mut self.window.view.printing;
        if printing.order.sheet != order.sheet {
            printing.page = 0;
            // They were pages of the other one.
            printing.pages.clear();
        }
        printing.order = order;
        self.press.preview.state.clear();
        self.remember_printing(ctx);
    }

    /// The paper, the ink and the printer are those of next time.
    fn remember_printing(&mut self, ctx: &Context) {
        let printing = &self.window.view.printing;
        let Order { paper, ink, .. } = printing.order;
        let printer = printing.printer.clone();
        self.remember(ctx, Choice::Printing { paper, ink, printer });
    }

    /// Shows another page of the sheet; says whether there is one.
    pub(in crate::app) fn turn_sheet(&mut self, by: isize) -> bool {
        let last = self.press.preview.pages.saturating_sub(1);
        let printing = &mut self.window.view.printing;
        let to = printing.page.saturating_add_signed(by).min(last);
        std::mem::replace(&mut printing.page, to) != to
    }
}
