//! The whole sheet shows, live: it is measured, laid out, then shown zone by zone in the order of the method.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Id, ScrollArea, Sense, Ui, vec2};

use super::sheet::{self, Heights, Widths};
use super::{definition, drawing, examples, header, positioning, vigilance};
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::ui::{Cx, places};

/// The most lines of a note, however large the window.
const MOST_LINES: usize = 6;

pub fn show(ui: &mut Ui, cx: Cx, actions: &mut Actions) {
    let window = ui.available_size();
    let mut scroll = ScrollArea::vertical().id_salt("sheet").auto_shrink(false).animated(false);
    if cx.projected() {
        scroll = scroll.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    }
    scroll.show(ui, |ui| {
        let origin = ui.max_rect().min;
        let mut widths = sheet::widths(window.x);
        let mut cx = cx;
        let mut need = needs(ui, cx, &widths);
        let holds =
            |need: &Heights| sheet::lay_out(origin, window.y, &widths, need).height <= window.y;
        if widths.wide && holds(&need) {
            // A large window has room for more of what the group wrote.
            for lines in [MOST_LINES, 2] {
                let ample = Cx { note_lines: lines, ..cx };
                let more = needs(ui, ample, &widths);
                if holds(&more) {
                    (cx, need) = (ample, more);
                    break;
                }
            }
        } else if widths.wide {
            cx.compact = true;
            widths.tight = true;
            need = needs(ui, cx, &widths);
        }
        let sheet = sheet::lay_out(origin, window.y, &widths, &need);
        ui.allocate_exact_size(vec2(window.x, sheet.height), Sense::hover());

        let parts = header::lay_out(ui, cx, sheet.header.min, &widths);
        header::show_name(ui, cx, &parts, actions);
        definition::show(ui, cx, sheet.definition, actions);
        positioning::show(ui, cx, sheet.positioning, actions);
        examples::show(ui, cx, sheet.examples, actions);
        vigilance::show(ui, cx, sheet.vigilance, actions);
        let count = drawing::show_head(ui, cx, sheet.design, actions);
        header::show_cells(ui, cx, &parts, actions);
        drawing::show_cells(ui, cx, sheet.design, count, actions);
    });
}

/// The least height of each zone.
fn needs(ui: &Ui, cx: Cx, widths: &Widths) -> Heights {
    Heights {
        header: header::lay_out(ui, cx, ui.max_rect().min, widths).height,
        definition: definition::height(ui, cx, widths.left),
        positioning: positioning::height(ui, cx, widths.left),
        examples: examples::height(ui, cx, widths.header),
        // Its notes have what is left.
        vigilance: vigilance::height(ui, Cx { note_lines: 1, ..cx }, widths.right),
        // In columns the cells give up height first; stacked, the page scrolls anyway and the texts show.
        design: if widths.wide {
            drawing::least_height(ui, cx, widths.middle)
        } else {
            drawing::natural_height(ui, cx, widths.middle)
        },
    }
}

/// The control of the overview that a focus was opened from.
pub fn control_of(focus: &Focus) -> Option<Id> {
    match focus {
        Focus::At(place) => Some(places::on_the_sheet(place)),
        Focus::Placing(lab) => Some(examples::id(lab)),
        Focus::Compare(_) | Focus::SideBySide => Some(examples::compare_id()),
        _ => None,
    }
}
