//! Who has the keyboard when something comes in front: a panel, a menu or a notice takes it and gives it back.

use egui::{Context, Id, LayerId, Popup, Rect};

use super::{App, Notice};
use crate::intent::view::FieldKey;
use crate::model::Design;
use crate::ui::components::{message, ring, writing};
use crate::ui::fields::{text_id, title_id};
use crate::ui::views::{drawing, menu_bar};

/// What had the keyboard, at different moments.
#[derive(Default)]
pub(super) struct Lending {
    /// At the end of the last pass: the toolkit takes it away on Escape.
    pub last: Option<Id>,
    /// The last control that had it at all: a click on a menu takes it away before the menu opens.
    latest: Option<Id>,
    before_panel: Option<Id>,
    before_menu: Option<Id>,
    /// What had it before a key took it to the menu bar.
    pub before_bar: Option<Id>,
    /// The text that the commands of the menu bar are for: it has the keyboard, or had it before the bar did.
    pub text: Option<Id>,
    before_notice: Option<Id>,
    /// What the hand pressed last.
    pub clicked: Option<Id>,
    /// What gets it back as soon as the toolkit lets go of the panel's layer.
    give_back: Option<Id>,
    pub menu_open: bool,
    /// The number of the panel in front, at the end of the last pass.
    front: Option<u64>,
    /// The control that has the keyboard, where it last showed.
    shown: Option<(Id, LayerId, Rect)>,
    /// Frames still to be drawn for a panel that has just opened: the toolkit measures it on the first.
    settling: u8,
}

impl App {
    /// At the end of a pass: panels and menus that opened or closed during it.
    pub(super) fn lend_keyboard(&mut self, ctx: &Context) {
        let front = self.front();
        let front_before = std::mem::replace(&mut self.lending.front, front);
        let (held, held_before) = (front.is_some(), front_before.is_some());
        let focused = ctx.memory(|memory| memory.focused());
        let lending = &mut self.lending;
        if lending.settling > 0 {
            lending.settling -= 1;
            ctx.request_repaint();
        }
        if held && !held_before {
            lending.settling = 2;
            ctx.request_repaint();
            // What asked for the panel may be the line of a menu, which has gone with it.
            let before = lending.give_back.take().or(lending.before_menu.take());
            lending.before_panel = before.or(focused);
            surrender(ctx);
        } else if held_before && !held {
            lending.give_back = lending.before_panel.take();
        } else if front != front_before {
            // Another panel in its place: what had the keyboard in the first means nothing in this one.
            lending.settling = 2;
            ctx.request_repaint();
            surrender(ctx);
        }
        let free = !held && ctx.memory(|memory| memory.top_modal_layer().is_none());
        if lending.give_back.is_some() && !held && !free {
            ctx.request_repaint();
        } else if free && let Some(id) = lending.give_back.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        lending.menus(ctx);
        lending.follow_text(ctx);
        lending.stay(ctx);
        lending.last = ctx.memory(|memory| memory.focused());
        lending.latest = lending.last.or(lending.latest);
    }

    /// Whether the panel in front has come since the last pass: a key pressed before it was seen is for something else.
    pub(super) fn is_unseen(&self) -> bool {
        self.lending.front != self.front()
    }

    /// Whether it has just come: until it has settled, the keyboard is on its safe answer, wherever a key pressed in what
    /// stood there before would have it.
    pub(super) fn is_settling(&self) -> bool {
        self.lending.settling > 0
    }

    /// Says what happened. The first way out takes the keyboard, unless someone is writing: a letter must not press it.
    pub(super) fn notify(&mut self, ctx: &Context, notice: Notice) {
        let Some(notice) = self.after_what_is_to_be_read(notice) else { return };
        let focused = ctx.memory(|memory| memory.focused());
        // One that comes in the place of another gives the keyboard back where the first would have.
        let follows = focused.is_some_and(|id| self.is_way_out(id));
        self.notice = Some(notice);
        self.notices += 1;
        if !follows {
            self.lending.before_notice = None;
        }
        if writing::writer(ctx).is_none() && !self.held() {
            if !follows {
                self.lending.before_notice = focused;
            }
            ring::reach(ctx, message::way_id(self.notices, 0));
        }
    }

    /// Whether it is a way out of the notice that shows.
    pub(super) fn is_way_out(&self, id: Id) -> bool {
        let ways = self.notice.as_ref().map_or(0, |notice| notice.ways.len());
        (0..ways).any(|index| message::way_id(self.notices, index) == id)
    }

    /// The notice has been read, or is not true any more: the keyboard goes back where it was, unless it is elsewhere since.
    pub(super) fn dismiss(&mut self, ctx: &Context) {
        let here = ctx.memory(|memory| memory.focused()).is_none_or(|id| self.is_way_out(id));
        self.notice = None;
        let before = self.lending.before_notice.take();
        if here {
            surrender(ctx);
            before.into_iter().for_each(|id| ctx.memory_mut(|memory| memory.request_focus(id)));
        }
        self.tell_what_waited(ctx);
    }

    /// A free field that goes with the keyboard in it leaves it to the one that takes its place, or to the last; `large`: it
    /// was open in large.
    pub(super) fn keep_keyboard(&mut self, ctx: &Context, before: &Design, large: bool) {
        let after = &self.session.design().free_fields;
        let focused = ctx.memory(|memory| memory.focused());
        for (at, field) in before.free_fields.iter().enumerate() {
            if after.iter().any(|other| other.id == field.id) {
                continue;
            }
            let next = after.get(at).or(after.last()).map(|next| FieldKey::Free(next.id));
            let here = next.map_or_else(drawing::add_id, |next| title_id(&next, false));
            let key = FieldKey::Free(field.id);
            let own = [false, true].map(|large| [title_id(&key, large), text_id(&key, large)]);
            let own = |id: Id| own.as_flattened().contains(&id);
            if large || focused.is_some_and(own) {
                ring::reach(ctx, here);
            }
            if self.lending.before_menu.is_some_and(own) {
                self.lending.before_menu = Some(here);
            }
        }
    }

    /// What has the keyboard, or had it before a menu took it.
    pub(super) fn keyboard(&self, ctx: &Context) -> Option<Id> {
        if self.lending.menu_open {
            self.lending.before_menu
        } else {
            ctx.memory(|memory| memory.focused())
        }
    }

    /// Another lab: nothing of the one that went gets the keyboard back.
    pub(super) fn forget_keyboard(&mut self, ctx: &Context) {
        self.lending = Lending::default();
        surrender(ctx);
    }
}

impl Lending {
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

fn surrender(ctx: &Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}

#[cfg(test)]
mod tests;
