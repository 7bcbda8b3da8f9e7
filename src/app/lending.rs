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
    /// What gets it back as soon as the toolkit lets go of the panel's layer.
    give_back: Option<Id>,
    menu_open: bool,
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
mod tests {
    use std::sync::Arc;

    use egui::{Event, Key, Modifiers, RawInput};

    use super::*;
    use crate::app::files::After;
    use crate::app::saving::Saving;
    use crate::app::session::Session;
    use crate::intent::view::{Answer, Goal, Panel};
    use crate::model::Catalogue;
    use crate::platform::dialogs::SystemDialogs;
    use crate::text::interface as words;
    use crate::ui::theme;

    /// Every panel, and what has the keyboard when it comes: the answer that harms nothing.
    fn panels() -> [(Panel, &'static str); 10] {
        let path = |goal| Panel::Path { goal, suggested: String::new() };
        [
            (Panel::Shortcuts, words::CLOSE),
            (Panel::About, words::CLOSE),
            (Panel::Unsaved { closing: true }, words::SAVE),
            (Panel::UnreadDate { closing: true, workshop: 0, typed: "31".into() }, words::TO_DATE),
            (Panel::Successor, words::WITH_ANSWERS),
            (path(Goal::Save), words::PATH_LABEL),
            (path(Goal::Open), words::PATH_LABEL),
            (Panel::Replace("a.ron".into()), words::CANCEL),
            (Panel::Waiting, words::GIVE_UP),
            (Panel::Finishing { sheet: true }, words::STAY_OPEN),
        ]
    }

    /// One pass; gives the name of what has the keyboard.
    fn pass(app: &mut App, ctx: &Context, keys: &[(Key, bool)]) -> Option<String> {
        let event = |(key, pressed): &(Key, bool)| Event::Key {
            key: *key,
            physical_key: None,
            pressed: *pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let events = keys.iter().map(event).collect();
        let input = RawInput { events, ..RawInput::default() };
        let output = ctx.run_ui(input, |ui| app.show(ui));
        let tree = output.platform_output.accesskit_update.unwrap();
        let (_, node) = tree.nodes.iter().find(|(id, _)| *id == tree.focus).unwrap();
        node.label().or(node.value()).map(str::to_owned)
    }

    /// Puts a panel in front, as it would be: what a window waits for is said while it waits.
    fn raise(app: &mut App, panel: &Panel) {
        let waits = matches!(panel, Panel::Finishing { .. });
        app.after = waits.then_some(After::Close);
        app.saving = waits.then(|| Saving::of(app.session.design().clone().into()));
        app.raise(panel.clone());
    }

    /// Some passes more.
    fn rest(app: &mut App, ctx: &Context) -> Option<String> {
        (0..4).filter_map(|_| pass(app, ctx, &[])).last()
    }

    fn begun() -> (App, Context) {
        let ctx = Context::default();
        ctx.enable_accesskit();
        theme::install(&ctx);
        let catalogue = Arc::new(Catalogue::built_in().unwrap());
        let session = Session::blank(Design::empty(&catalogue));
        let mut app = App::on(catalogue, Box::new(SystemDialogs), session);
        rest(&mut app, &ctx);
        (app, ctx)
    }

    #[test]
    fn the_keyboard_stands_where_the_drawing_says_in_every_panel_that_follows_another() {
        for (first, _) in panels() {
            for (second, safe) in panels() {
                for tabs in 0..3 {
                    let (mut app, ctx) = begun();
                    raise(&mut app, &first);
                    rest(&mut app, &ctx);
                    for _ in 0..tabs {
                        pass(&mut app, &ctx, &[(Key::Tab, true), (Key::Tab, false)]);
                    }
                    raise(&mut app, &second);
                    // The key that answered the first is pressed again as soon as the second is there.
                    pass(&mut app, &ctx, &[(Key::Enter, true), (Key::Enter, false)]);
                    let what = format!("{first:?}, {tabs} tabs, {second:?}");
                    assert_eq!(app.session.view.panel.as_ref(), Some(&second), "{what}");
                    assert_eq!(rest(&mut app, &ctx).as_deref(), Some(safe), "{what}");
                }
            }
        }
    }

    #[test]
    fn a_key_held_down_answers_one_question_alone() {
        let (mut app, ctx) = begun();
        app.raise(Panel::About);
        rest(&mut app, &ctx);
        pass(&mut app, &ctx, &[(Key::Enter, true)]);
        assert_eq!(app.session.view.panel, None);
        app.raise(Panel::Successor);
        for _ in 0..6 {
            // The toolkit takes it for a repeat: the key was never released.
            pass(&mut app, &ctx, &[(Key::Enter, true)]);
            assert_eq!(app.session.view.panel, Some(Panel::Successor));
        }
        pass(&mut app, &ctx, &[(Key::Enter, false)]);
        pass(&mut app, &ctx, &[(Key::Enter, true)]);
        assert_eq!(app.session.view.panel, None);
    }

    #[test]
    fn a_panel_that_is_closed_gives_up_what_it_asked_about_and_nothing_else() {
        use crate::app::printing::Ending;
        for (panel, after, ending) in [
            (Panel::Shortcuts, true, true),
            (Panel::About, true, true),
            (Panel::Successor, true, true),
            (Panel::Unsaved { closing: true }, false, true),
            (Panel::UnreadDate { closing: true, workshop: 0, typed: "31".into() }, false, true),
            (Panel::Finishing { sheet: true }, false, true),
            (Panel::Replace("a.ron".into()), false, false),
            (Panel::Path { goal: Goal::Save, suggested: String::new() }, false, false),
            (Panel::Path { goal: Goal::Open, suggested: String::new() }, true, true),
        ] {
            let (mut app, ctx) = begun();
            (app.after, app.ending) = (Some(After::Close), Some(Ending::Workshop));
            app.raise(panel.clone());
            app.apply(&ctx, crate::intent::Action::Answer(Answer::Cancel));
            assert_eq!((app.after.is_some(), app.ending.is_some()), (after, ending), "{panel:?}");
        }
    }

    #[test]
    fn a_notice_that_follows_another_is_not_answered_by_its_key_and_gives_the_keyboard_back() {
        let (mut app, ctx) = begun();
        ctx.memory_mut(|memory| memory.surrender_focus(crate::ui::views::header::name_id()));
        ring::reach(&ctx, crate::ui::views::drawing::add_id());
        let before = rest(&mut app, &ctx);
        assert!(before.is_some());
        let notice = || Notice::of(App::broken_message());
        app.notify(&ctx, notice());
        rest(&mut app, &ctx);
        app.notify(&ctx, notice());
        assert_eq!(rest(&mut app, &ctx).as_deref(), Some(words::UNDERSTOOD));
        pass(&mut app, &ctx, &[(Key::Enter, true)]);
        assert_eq!(rest(&mut app, &ctx), before);
        assert!(app.notice.is_none());
        app.notify(&ctx, notice());
        (0..4).for_each(|_| drop(pass(&mut app, &ctx, &[(Key::Enter, true)])));
        assert!(app.notice.is_some(), "the key that answered the one before is still down");
        pass(&mut app, &ctx, &[(Key::Enter, false)]);
        pass(&mut app, &ctx, &[(Key::Enter, true)]);
        assert!(app.notice.is_none());
    }
}
