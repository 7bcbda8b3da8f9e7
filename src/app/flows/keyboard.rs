//! This hears, before anything is shown, the shortcuts, Escape, the page keys, the wheel, dropped files, the close
//! button.
//!
//! Keys are taken at the top of `ui`: the toolkit would give some of them to the text being written.

use std::path::PathBuf;

use egui::{
    Context, Event, FocusDirection, Id, Key, KeyboardShortcut, Modifiers, Popup, ViewportCommand,
};

use crate::app::desk::App;
use crate::app::window::word::{is_black, letters};
use crate::intent::command::Menu;
use crate::intent::leading::{Cover, Lead, Side};
use crate::intent::view::{Answer, Panel};
use crate::intent::{Action, Actions, Command};
use crate::model::catalogue::Zone;
use crate::model::place::Place;
use crate::ui::components::{ring, stepper, writing};
use crate::ui::fields::text_id;
use crate::ui::views::{drawing, examples, header, leader, positioning};
use crate::ui::{places, room};

impl App {
    /// Pushes what comes at once, and gives what a key asks for: it comes after what was typed before that key.
    pub(in crate::app) fn listen(
        &mut self,
        ctx: &Context,
        actions: &mut Actions,
    ) -> Option<Action> {
        self.let_go_of_held_keys(ctx);
        self.close_button(ctx, actions);
        self.dropped_files(ctx, actions);
        let wheel = ctx.input(|input| input.zoom_delta());
        if wheel != 1.0 {
            actions.push(Action::Zoom(self.window.view.zoom * wheel));
        }
        self.take_key(ctx, Side::Desk)
    }

    /// A key that is held down answers one question, and not the one that comes after it.
    fn let_go_of_held_keys(&self, ctx: &Context) {
        let asked = ctx.memory(|memory| memory.focused()).is_some_and(|id| self.is_way_out(id));
        if !asked && !self.held() {
            return;
        }
        let held = |event: &Event| {
            matches!(event, Event::Key { key: Key::Enter | Key::Space, repeat: true, .. })
        };
        ctx.input_mut(|input| input.events.retain(|event| !held(event)));
    }

    /// What is heard in the room's own window: the same keys.
    pub(in crate::app) fn listen_on_wall(
        &mut self,
        ctx: &Context,
        actions: &mut Actions,
    ) -> Option<Action> {
        if ctx.input(|input| input.viewport().close_requested()) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            actions.command(Command::Project);
        }
        self.take_key(ctx, Side::Wall)
    }

    /// The first shortcut of the frame. What is typed after it waits for the next frame, so that everything is done in
    /// the order in which it came.
    fn take_key(&mut self, ctx: &Context, side: Side) -> Option<Action> {
        let deferred = std::mem::take(self.deferred(side));
        // An open menu closes itself.
        let menu = Popup::is_any_open(ctx);
        let held = self.held();
        let writer = writing::writer(ctx);
        let writes = writer.is_some();
        // What is private is in no history: there, an undo is the text's own, and takes nothing back of the lab.
        let apart = writer.is_some_and(|writer| writer.apart);
        // A drag that Escape gives up is a level of its own: what was dragged goes back.
        let dragged = ctx.drag_stopped_id().is_some();
        let bar = side == Side::Desk && !held && self.has_menus();
        ctx.input_mut(|input| input.events.splice(0..0, deferred).for_each(drop));
        let mut leads = (!held).then(|| self.leads(ctx, writes)).flatten();
        if let Some(leads) = leads.as_mut().filter(|leads| !leads.letters) {
            leads.letters = self.types_a_word(ctx);
        }
        if side == Side::Desk && !held && !menu {
            self.begin_at_the_step(ctx);
            self.begin_at_the_hand(ctx);
        }
        let (asked, later) = ctx.input_mut(|input| {
            if bar {
                drop_letters_of_menus(&mut input.events);
            }
            let heard = |event: &Event| {
                let room = leads.as_ref().and_then(|leads| on_stage(event, leads, menu));
                room.or_else(|| menus_asked_by(event, menu).filter(|_| bar))
                    .or_else(|| asked_by(event, held, menu))
                    .filter(|action| !(dragged && *action == Action::Back))
            };
            let heard = |event: &Event| {
                let undo = |action: &Action| {
                    matches!(action, Action::Command(Command::Undo | Command::Redo))
                };
                heard(event).filter(|action| !(apart && undo(action)))
            };
            // Tab gives the keyboard to another control: what is typed after it is for that one.
            let stops = |event: &Event| heard(event).is_some() || is_tab(event);
            let at = input.events.iter().position(stops);
            let Some(at) = at else { return (None, Vec::new()) };
            let rest = input.events.split_off(at);
            let asked = rest.first().and_then(&heard);
            let mut rest = rest.into_iter();
            input.events.extend(rest.next().filter(is_tab));
            let (later, other) = rest.partition::<Vec<_>, _>(is_typed);
            input.events.extend(other);
            (asked, later)
        });
        self.before_the_key(ctx, menu, asked.as_ref());
        if let Some(Action::Lead(Lead::Cover(Cover::Black))) = asked {
            self.remember_key(ctx);
        }
        if !later.is_empty() {
            ctx.request_repaint();
        }
        *self.deferred(side) = later;
        self.find_a_text(ctx, side);
        asked
    }

    /// The room goes on: what a shortcut of its own must find done.
    fn before_the_key(&self, ctx: &Context, menu: bool, asked: Option<&Action>) {
        if menu && matches!(asked, Some(Action::Lead(Lead::Turn(_) | Lead::Stage | Lead::Cover(_))))
        {
            // The room goes on: what hangs over the leader's screen goes.
            Popup::close_all(ctx);
        }
        if matches!(asked, Some(Action::Lead(Lead::Turn(_)))) {
            // The toolkit would move the keyboard by the same arrow, on to a handle that the next one would move.
            ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
    }

    /// What was typed in the window of `side`, and waits for its next frame.
    fn deferred(&mut self, side: Side) -> &mut Vec<Event> {
        match (&mut self.facilitation.wall, side) {
            (Some(wall), Side::Wall) => &mut wall.deferred,
            _ => &mut self.window.deferred,
        }
    }

    /// While nothing has the keyboard, the Tab key begins at what the step has to press.
    fn begin_at_the_step(&self, ctx: &Context) {
        let Some(leading) = self.window.view.on_stage() else { return };
        let tab =
            |input: &egui::InputState| input.key_pressed(Key::Tab) && input.modifiers.is_none();
        let first = if leading.is_visit() { None } else { room::first_control(leading.scene()) };
        if let Some(id) = first.or(leading.at_the_desk().then(leader::next_id))
            && ctx.memory(|memory| memory.focused().is_none())
            && ctx.input(tab)
        {
            ctx.memory_mut(|memory| {
                memory.move_focus(FocusDirection::None);
                memory.request_focus(id);
            });
        }
    }

    /// A control that the hand has pressed takes no keyboard; while nothing has it, the Tab key goes on from there, not from the
    /// top of the window.
    fn begin_at_the_hand(&mut self, ctx: &Context) {
        if ctx.input(|input| input.pointer.any_click()) {
            self.window.lending.clicked = ctx.interaction_snapshot(|it| it.clicked);
        }
        let Some(id) = self.window.lending.clicked else { return };
        let nobody = ctx.memory(|memory| memory.focused().is_none());
        let shown = ctx.viewport(|window| window.prev_pass.widgets.get(id).map(|it| it.sense));
        let tab = ctx.input(|input| input.events.iter().any(is_tab));
        if nobody && tab && shown.is_some_and(|sense| sense.is_focusable()) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// What the keys of a remote do, while one leads.
    fn leads(&self, ctx: &Context, writes: bool) -> Option<Leads> {
        let view = &self.window.view;
        let leading = view.leading.as_ref()?;
        let apart = leading.apart().is_some();
        let focused = ctx.memory(|memory| memory.focused());
        // In front of the room, a button hears no arrow.
        let deaf = |id: Id| {
            let button = view.on_stage().is_some() && !ring::takes_arrows(ctx, id);
            button || leader::keeps(id) || self.is_way_out(id)
        };
        // That page has lines to choose from and a name to fill: its keys are its own.
        let measures = leading.cover == Some(Cover::Measure);
        Some(Leads {
            turns: view.on_stage().is_some() || apart && view.is_private(),
            arrows: !writes && !measures && focused.is_none_or(deaf),
            // A point is a part of a measure too.
            letters: writes || measures || focused.is_some_and(|id| stepper::is_figure(ctx, id)),
        })
    }

    /// The cross of the window: what is in front goes first, then the program asks what to do of what is not saved.
    fn close_button(&mut self, ctx: &Context, actions: &mut Actions) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.closing.done {
            return;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        match &self.window.view.panel {
            // It is the question already, or what it waits for.
            Some(
                Panel::Unsaved { closing: true }
                | Panel::UnreadDate { closing: true, .. }
                | Panel::Finishing { .. },
            ) => {}
            Some(_) => {
                actions.push(Action::Answer(Answer::Cancel));
                actions.command(Command::Quit);
            }
            None => actions.command(Command::Quit),
        }
    }

    fn dropped_files(&self, ctx: &Context, actions: &mut Actions) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() {
            let paths = dropped.iter().map(|file| PathBuf::from(file.path()));
            actions.push(Action::Dropped(paths.collect()));
        }
    }

    pub(in crate::app) fn next_zone(&self, ctx: &Context, by: isize) {
        let focused = ctx.memory(|memory| memory.focused());
        let at = focused.and_then(|id| self.zone_of(id));
        let at = at.and_then(|zone| Zone::ALL.iter().position(|other| *other == zone));
        // Before the first zone stands the name.
        let to = match at {
            Some(at) => at.checked_add_signed(by),
            None if by > 0 => Some(0),
            None => None,
        };
        match to {
            Some(at) => {
                if let Some(zone) = Zone::ALL.get(at) {
                    self.reach_zone(ctx, *zone);
                }
            }
            None => ring::reach(ctx, header::name_id()),
        }
    }

    /// The keyboard goes to the first control of `zone`.
    fn reach_zone(&self, ctx: &Context, zone: Zone) {
        if let Some(first) = self.controls(zone).first() {
            ring::reach(ctx, *first);
        }
    }

    pub(in crate::app) fn zone_of(&self, id: Id) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| self.controls(*zone).contains(&id))
    }

    /// The controls of a zone, the first of the method first.
    fn controls(&self, zone: Zone) -> Vec<Id> {
        let all = Place::all_of(zone, &self.catalogue, self.document.design());
        let own = all.iter().flat_map(|place| {
            let text = match place {
                Place::Field(key) => Some(text_id(key, false)),
                _ => None,
            };
            [places::on_the_sheet(place)].into_iter().chain(text)
        });
        let beside = match zone {
            Zone::Definition | Zone::Vigilance => Vec::new(),
            Zone::Positioning => vec![positioning::help_id()],
            Zone::Examples => vec![examples::compare_id(), examples::place_id()],
            Zone::Design => vec![drawing::add_id()],
        };
        own.chain(beside).collect()
    }
}

/// What the keys of a presentation remote find while one leads. It sends page keys or arrows, F5, Escape, B or « . ».
struct Leads {
    /// The page keys turn what the room sees: a step, even when the leader has a page of the program in front.
    turns: bool,
    /// Nothing has the keyboard that would hear the arrows: they lead on.
    arrows: bool,
    /// A text or a figure has the keyboard, or takes it: a letter is a letter.
    letters: bool,
}

/// What a key of a remote asks for.
fn on_stage(event: &Event, leads: &Leads, menu: bool) -> Option<Action> {
    if !leads.letters && letters(event).is_some_and(is_black) {
        return Some(Action::Lead(Lead::Cover(Cover::Black)));
    }
    let Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } = event else {
        return None;
    };
    let by = match key {
        Key::F5 => return Some(Action::Lead(Lead::Stage)),
        Key::PageDown => 1,
        Key::PageUp => -1,
        Key::ArrowRight | Key::ArrowDown if leads.arrows && !menu => 1,
        Key::ArrowLeft | Key::ArrowUp if leads.arrows && !menu => -1,
        _ => return None,
    };
    let command = if by > 0 { Command::NextZone } else { Command::PreviousZone };
    Some(if leads.turns { Action::Lead(Lead::Turn(by)) } else { Action::Command(command) })
}

fn is_tab(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Tab, pressed: true, .. })
}

/// Alt and a letter of a menu type no letter.
fn drop_letters_of_menus(events: &mut Vec<Event>) {
    let mut after = false;
    events.retain(|event| {
        let drop = after && matches!(event, Event::Text(_));
        after = menus_asked_by(event, false).is_some_and(|asked| asked != Action::Menus(None));
        !drop
    });
}

/// F10, or Alt and the letter of a menu.
fn menus_asked_by(event: &Event, menu: bool) -> Option<Action> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    if *key == Key::F10 && modifiers.is_none() && !menu {
        return Some(Action::Menus(None));
    }
    // On a Mac, Alt types signs.
    let alt = *modifiers == Modifiers::ALT && !cfg!(target_os = "macos");
    Menu::by_letter(*key).filter(|_| alt).map(|menu| Action::Menus(Some(menu)))
}

/// What a key asks for. Under a panel, Escape alone is heard.
fn asked_by(event: &Event, held: bool, menu: bool) -> Option<Action> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    if *key == Key::Escape {
        return (!menu && modifiers.is_none()).then_some(Action::Back);
    }
    if menu && modifiers.is_none() {
        // An open menu has the keys: nothing behind it moves.
        return None;
    }
    let is = |shortcut: &KeyboardShortcut| {
        *key == shortcut.logical_key && modifiers.matches_logically(shortcut.modifiers)
    };
    let all = if held { Vec::new() } else { Command::by_key() };
    all.iter().find(|(shortcut, _)| is(shortcut)).map(|(_, command)| Action::Command(*command))
}

/// What a person types, as opposed to what the mouse or the system does.
fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
    )
}
