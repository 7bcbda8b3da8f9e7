//! The menu bar is under the keyboard here, and its commands find the text that they are for.

use egui::Context;

use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::intent::Action;
use crate::intent::command::Menu;
use crate::model::Text;
use crate::text::{edits, interface as words};
use crate::ui::components::writing::{self, Writer};
use crate::ui::views::menu_bar;

impl App {
    /// The text that has the keyboard, or had it when the menu bar took it.
    pub(in crate::app) fn text_at_hand(&self, ctx: &Context) -> Option<Writer> {
        let id = self.window.lending.text?;
        writing::last_writer(ctx).filter(|writer| writer.id == id)
    }

    /// Opens a menu; or the keyboard goes to the bar, and back.
    pub(in crate::app) fn reach_menus(&mut self, ctx: &Context, menu: Option<Menu>) {
        if let Some(menu) = menu {
            return menu_bar::call(ctx, menu);
        }
        if !self.leave_menus(ctx) {
            self.window.lending.before_bar = ctx.memory(|memory| memory.focused());
            menu_bar::reach(ctx);
        }
    }

    /// From the bar, the keyboard goes back to what had it. Says whether it was there.
    pub(in crate::app) fn leave_menus(&mut self, ctx: &Context) -> bool {
        let on_the_bar = self.window.lending.last.is_some_and(menu_bar::is_entry);
        let before = self.window.lending.before_bar.take().filter(|_| on_the_bar);
        if let Some(id) = before {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        before.is_some()
    }

    /// A command chosen in a menu that the keyboard opened from the bar gives it back to what had it before the bar.
    pub(in crate::app) fn leave_menus_by_a_command(&mut self) {
        self.window.lending.skip_the_bar();
    }

    /// What was pasted and found no room is said, and stays within reach; that of two pastes too.
    pub(in crate::app) fn keep_left_out(&mut self, ctx: &Context, text: Text) {
        let before = self.messages.notice.as_ref().and_then(|notice| match notice.ways.first() {
            Some((_, Action::Copy(before))) => Some(before.clone()),
            _ => None,
        });
        let rest: Text = before.map_or(text.clone(), |before| [&*before, &*text].join("\n").into());
        let message = edits::left_out(rest.chars().count());
        let ways =
            vec![(edits::COPY_REST, Action::Copy(rest)), (words::UNDERSTOOD, Action::Dismiss)];
        self.notify(ctx, Notice { message, ways, of_a_save: false });
    }
}
