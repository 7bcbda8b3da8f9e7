//! Who has the keyboard when something comes in front: a panel, a menu or a notice takes it and gives it back.

use egui::{Context, Id, Popup};

use super::{App, Notice};
use crate::intent::view::FieldKey;
use crate::model::Design;
use crate::ui::components::{message, ring, writing};
use crate::ui::fields::{text_id, title_id};
use crate::ui::views::drawing;

/// What had the keyboard, at different moments.
#[derive(Clone, Debug, Default)]
pub(super) struct Lending {
    /// At the end of the last pass: the toolkit takes it away on Escape.
    pub last: Option<Id>,
    /// The last control that had it at all: a click on a menu takes it away before the menu opens.
    latest: Option<Id>,
    before_panel: Option<Id>,
    before_menu: Option<Id>,
    before_notice: Option<Id>,
    /// What gets it back as soon as the toolkit lets go of the panel's layer.
    give_back: Option<Id>,
    menu_open: bool,
    /// Frames still to be drawn for a panel that has just opened: the toolkit measures it on the first.
    settling: u8,
}

impl App {
    /// At the end of a pass: panels and menus that opened or closed during it.
    pub(super) fn lend_keyboard(&mut self, ctx: &Context, held_before: bool) {
        let held = self.held();
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
        }
        let free = !held && ctx.memory(|memory| memory.top_modal_layer().is_none());
        if lending.give_back.is_some() && !held && !free {
            ctx.request_repaint();
        } else if free && let Some(id) = lending.give_back.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        lending.menus(ctx);
        lending.last = ctx.memory(|memory| memory.focused());
        lending.latest = lending.last.or(lending.latest);
    }

    /// Says what happened. The first way out takes the keyboard, unless someone is writing: a letter must not press it.
    pub(super) fn notify(&mut self, ctx: &Context, notice: Notice) {
        self.notice = Some(notice);
        self.lending.before_notice = None;
        if writing::writer(ctx).is_none() && !self.held() {
            self.lending.before_notice = ctx.memory(|memory| memory.focused());
            ring::reach(ctx, message::way_id(0));
        }
    }

    /// The notice has been read: the keyboard goes back where it was.
    pub(super) fn dismiss(&mut self, ctx: &Context) {
        self.notice = None;
        if let Some(id) = self.lending.before_notice.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
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
            let here = after.get(at).or(after.last());
            let here = here.map(|field| title_id(&FieldKey::Free(field.id), false));
            let here = here.unwrap_or_else(drawing::add_id);
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
}

fn surrender(ctx: &Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}
