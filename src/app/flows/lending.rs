//! What comes in front (a panel, a menu, a notice) takes the keyboard and gives it back.

use egui::{Context, Id};

use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::app::window::lending::{Lending, surrender};
use crate::intent::view::FieldKey;
use crate::model::Design;
use crate::ui::components::{message, ring, writing};
use crate::ui::fields::{text_id, title_id};
use crate::ui::views::drawing;

impl App {
    /// At the end of a pass: panels and menus that opened or closed during it.
    pub(in crate::app) fn lend_keyboard(&mut self, ctx: &Context) {
        let front = self.front();
        self.window.lending.follow(ctx, front);
    }

    /// Whether the panel in front has come since the last pass: a key pressed before it was seen is for something else.
    pub(in crate::app) fn is_unseen(&self) -> bool {
        self.window.lending.front != self.front()
    }

    /// Whether it has just come: until it has settled, the keyboard is on its safe answer, wherever a key pressed in what
    /// stood there before would have it.
    pub(in crate::app) fn is_settling(&self) -> bool {
        self.window.lending.settling > 0
    }

    /// Says what happened. The first way out takes the keyboard, unless someone is writing: a letter must not press it.
    pub(in crate::app) fn notify(&mut self, ctx: &Context, notice: Notice) {
        let focused = ctx.memory(|memory| memory.focused());
        // One that comes in the place of another gives the keyboard back where the first would have.
        let follows = focused.is_some_and(|id| self.is_way_out(id));
        if !self.messages.notify(notice) {
            return;
        }
        if !follows {
            self.window.lending.before_notice = None;
        }
        if writing::writer(ctx).is_none() && !self.held() {
            if !follows {
                self.window.lending.before_notice = focused;
            }
            ring::reach(ctx, message::way_id(self.messages.count, 0));
        }
    }

    /// Whether it is a way out of the notice that shows.
    pub(in crate::app) fn is_way_out(&self, id: Id) -> bool {
        let ways = self.messages.notice.as_ref().map_or(0, |notice| notice.ways.len());
        (0..ways).any(|index| message::way_id(self.messages.count, index) == id)
    }

    /// The notice has been read, or is not true any more: the keyboard goes back where it was, unless it is elsewhere since.
    pub(in crate::app) fn dismiss(&mut self, ctx: &Context) {
        let here = ctx.memory(|memory| memory.focused()).is_none_or(|id| self.is_way_out(id));
        self.messages.notice = None;
        let before = self.window.lending.before_notice.take();
        if here {
            surrender(ctx);
            before.into_iter().for_each(|id| ctx.memory_mut(|memory| memory.request_focus(id)));
        }
        if let Some(notice) = self.messages.to_read.then.pop_front() {
            self.notify(ctx, notice);
        }
    }

    /// A free field that goes with the keyboard in it leaves it to the one that takes its place, or to the last; `large`: it
    /// was open in large.
    pub(in crate::app) fn keep_keyboard(&mut self, ctx: &Context, before: &Design, large: bool) {
        let after = &self.document.design().free_fields;
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
            if self.window.lending.before_menu.is_some_and(own) {
                self.window.lending.before_menu = Some(here);
            }
        }
    }

    /// What has the keyboard, or had it before a menu took it.
    pub(in crate::app) fn keyboard(&self, ctx: &Context) -> Option<Id> {
        if self.window.lending.menu_open {
            self.window.lending.before_menu
        } else {
            ctx.memory(|memory| memory.focused())
        }
    }

    /// Another lab: nothing of the one that went gets the keyboard back.
    pub(in crate::app) fn forget_keyboard(&mut self, ctx: &Context) {
        self.window.lending = Lending::default();
        surrender(ctx);
    }
}

#[cfg(test)]
mod tests;
