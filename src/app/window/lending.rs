//! This remembers who had the keyboard, at different moments: what comes in front takes it, and gives it back.

use egui::{Context, Id, LayerId, Popup, Rect};

use crate::ui::components::{ring, writing};
use crate::ui::views::menu_bar;

/// What had the keyboard, at different moments.
#[derive(Default)]
pub struct Lending {
    /// At the end of the last pass: the toolkit takes it away on Escape.
    pub last: Option<Id>,
    /// The last control that had it at all: a click on a menu takes it away before the menu opens.
    pub latest: Option<Id>,
    pub before_panel: Option<Id>,
    pub before_menu: Option<Id>,
    /// What had it before a key took it to the menu bar.
    pub before_bar: Option<Id>,
    /// The text that the commands of the menu bar are for: it has the keyboard, or had it before the bar did.
    pub text: Option<Id>,
    pub before_notice: Option<Id>,
    /// What the hand pressed last.
    pub clicked: Option<Id>,
    /// What gets it back as soon as the toolkit lets go of the panel's layer.
    pub give_back: Option<Id>,
    pub menu_open: bool,
    /// The number of the panel in front, at the end of the last pass.
    pub front: Option<u64>,
    /// The control that has the keyboard, where it last showed.
    pub shown: Option<(Id, LayerId, Rect)>,
    /// Frames still to be drawn for a panel that has just opened: the toolkit measures it on the first.
    pub settling: u8,
}

impl Lending {
    /// At the end of a pass: panels and menus that opened or closed during it. `front` is the number of the panel in front.
    pub fn follow(&mut self, ctx: &Context, front: Option<u64>) {
        let front_before = std::mem::replace(&mut self.front, front);
        let (held, held_before) = (front.is_some(), front_before.is_some());
        let focused = ctx.memory(|memory| memory.focused());
        if self.settling > 0 {
            self.settling -= 1;
            ctx.request_repaint();
        }
        if held && !held_before {
            self.settling = 2;
            ctx.request_repaint();
            // What asked for the panel may be the line of a menu, which has gone with it.
            let before = self.give_back.take().or(self.before_menu.take());
            self.before_panel = before.or(focused);
            surrender(ctx);
        } else if held_before && !held {
            self.give_back = self.before_panel.take();
        } else if front != front_before {
            // Another panel in its place: what had the keyboard in the first means nothing in this one.
            self.settling = 2;
            ctx.request_repaint();
            surrender(ctx);
        }
        let free = !held && ctx.memory(|memory| memory.top_modal_layer().is_none());
        if self.give_back.is_some() && !held && !free {
            ctx.request_repaint();
        } else if free && let Some(id) = self.give_back.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        self.menus(ctx);
        self.follow_text(ctx);
        self.stay(ctx);
        self.last = ctx.memory(|memory| memory.focused());
        self.latest = self.last.or(self.latest);
    }

    /// A menu took the keyboard: it comes back when the menu closes, unless it has gone elsewhere meanwhile.
    fn menus(&mut self, ctx: &Context) {
        let open = Popup::is_any_open(ctx);
        if open && !self.menu_open {
            self.before_menu = self.latest;
        } else if self.menu_open && !open {
            // What still has it was a line of the menu.
            let focused = ctx.memory(|memory| memory.focused());
            let nobody = focused.is_none() || focused == self.last;
            if let Some(id) = self.before_menu.take().filter(|_| nobody) {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
        }
        self.menu_open = open;
    }

    /// A menu that was opened from the bar gives the keyboard back to what had it before the bar.
    pub fn skip_the_bar(&mut self) {
        if self.menu_open
            && let Some(id) = self.before_bar.take()
        {
            self.before_menu = Some(id);
        }
    }

    fn follow_text(&mut self, ctx: &Context) {
        let focused = ctx.memory(|memory| memory.focused());
        let on_the_bar = focused.is_some_and(menu_bar::is_entry);
        if on_the_bar || Popup::is_any_open(ctx) {
            return;
        }
        let pressed = ctx.input(|input| input.pointer.any_down());
        if focused.is_none() && pressed {
            // A click begins: it may be on the bar.
            return;
        }
        self.before_bar = None;
        self.text = focused.filter(|id| writing::is_text(ctx, *id));
    }

    /// A control that went while it had the keyboard (a button that removes what it belongs to) leaves it to the nearest
    /// that is there: to who does not use the mouse, a keyboard that is nowhere is a page to be walked through again.
    fn stay(&mut self, ctx: &Context) {
        let Some(id) = ctx.memory(|memory| memory.focused()) else {
            self.shown = None;
            return;
        };
        let here = ctx.viewport(|window| {
            let widgets = &window.this_pass.widgets;
            let here = widgets.get(id).map(|widget| (id, widget.layer_id, widget.rect));
            let gone = self.shown.filter(|(shown, ..)| here.is_none() && *shown == id);
            let next = gone.and_then(|(_, layer, rect)| {
                let there =
                    widgets.get_layer(layer).filter(|it| it.enabled && it.sense.is_focusable());
                there.min_by(|a, b| apart(a.rect, rect).total_cmp(&apart(b.rect, rect)))
            });
            here.or(next.map(|widget| (widget.id, widget.layer_id, widget.rect)))
        });
        if let Some((next, ..)) = here.filter(|(next, ..)| *next != id) {
            ring::reach(ctx, next);
            ctx.request_repaint();
        }
        // What is still to come, as a text that a step opens on, has not gone.
        self.shown = here.or(self.shown);
    }
}

/// How far the corners at which one reads two controls are; down counts more than across: a row is a neighbourhood.
fn apart(here: Rect, there: Rect) -> f32 {
    let gone = here.min - there.min;
    gone.x.abs() + 3.0 * gone.y.abs()
}

/// Takes the keyboard from what has it.
pub fn surrender(ctx: &Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}
