//! What is heard before anything is shown: shortcuts, Escape, the page keys, the wheel, dropped files, the close button.
//!
//! Shortcuts are consumed at the top of `ui`: the toolkit would give some of them to the text being written.

use std::path::PathBuf;

use egui::{Context, Id, Key, Modifiers, Popup, ViewportCommand};

use super::App;
use crate::intent::view::{Answer, FieldKey, Focus, Panel};
use crate::intent::{Action, Actions, Command};
use crate::model::catalogue::Zone;
use crate::ui::components::{ring, writing};
use crate::ui::fields::{text_id, title_id};
use crate::ui::views::{definition, examples, header, positioning, vigilance};

impl App {
    pub(super) fn listen(&mut self, ctx: &Context, actions: &mut Actions) {
        self.close_button(ctx, actions);
        self.dropped_files(ctx, actions);
        if !self.held() {
            for (shortcut, command) in Command::by_key() {
                if ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
                    actions.command(command);
                }
            }
        }
        let wheel = ctx.input(|input| input.zoom_delta());
        if wheel != 1.0 {
            actions.push(Action::Zoom(self.session.view.zoom * wheel));
        }
        // An open menu closes itself.
        if !Popup::is_any_open(ctx) {
            self.escape(ctx, actions);
        }
    }

    fn close_button(&self, ctx: &Context, actions: &mut Actions) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            if !self.held() {
                actions.command(Command::Quit);
            }
        }
    }

    fn dropped_files(&self, ctx: &Context, actions: &mut Actions) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        // One design a window: the first file.
        let path = dropped.first().map(|file| PathBuf::from(file.path()));
        if let Some(path) = path
            && !self.held()
        {
            actions.push(Action::OpenFile(path));
        }
    }

    /// One level back, never two.
    fn escape(&self, ctx: &Context, actions: &mut Actions) {
        if !ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return;
        }
        match &self.session.view.panel {
            Some(Panel::Waiting) => return,
            Some(_) => return actions.push(Action::Answer(Answer::Cancel)),
            None => {}
        }
        if let Some(writer) = writing::writer(ctx) {
            ctx.memory_mut(|memory| {
                memory.surrender_focus(writer.id);
            });
            if let Some(exit) = writer.exit {
                ring::reach(ctx, exit);
            }
        } else if self.session.view.focus.is_some() {
            actions.push(Action::Back);
        } else if self.notice.is_some() {
            actions.push(Action::Dismiss);
        } else if let Some(id) = self.last_focus {
            // Nothing to leave: the control that had the keyboard keeps it.
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Page down and Page up: the next zone's first control, or what comes next in the zone of a focus.
    pub(super) fn turn_page(&mut self, ctx: &Context, by: isize) {
        match &self.session.view.focus {
            None => self.next_zone(ctx, by),
            Some(Focus::Field(key)) => {
                let all = FieldKey::all(&self.catalogue, self.session.design());
                if let Some(next) = neighbour(&all, key, by) {
                    self.open_focus(ctx, Focus::Field(next));
                }
            }
            Some(Focus::Card(lab)) => {
                let all: Vec<_> = self.catalogue.labs.iter().map(|lab| lab.id.clone()).collect();
                if let Some(next) = neighbour(&all, lab, by) {
                    self.open_focus(ctx, Focus::Card(next));
                }
            }
        }
    }

    fn next_zone(&self, ctx: &Context, by: isize) {
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

    fn zone_of(&self, id: Id) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| self.controls(*zone).contains(&id))
    }

    /// The controls of a zone, in the order of the method.
    fn controls(&self, zone: Zone) -> Vec<Id> {
        let catalogue = &self.catalogue;
        match zone {
            Zone::Definition => catalogue.criteria.iter().map(|c| definition::id(&c.id)).collect(),
            Zone::Positioning => catalogue.axes.iter().map(|a| positioning::id(&a.id)).collect(),
            Zone::Examples => catalogue.labs.iter().map(|lab| examples::id(&lab.id)).collect(),
            Zone::Vigilance => catalogue.points.iter().map(|p| vigilance::id(&p.id)).collect(),
            Zone::Design => FieldKey::all(catalogue, self.session.design())
                .iter()
                .flat_map(|key| [title_id(key, false), text_id(key, false)])
                .collect(),
        }
    }
}

fn neighbour<T: PartialEq + Clone>(all: &[T], current: &T, by: isize) -> Option<T> {
    let at = all.iter().position(|one| one == current)?;
    all.get(at.checked_add_signed(by)?).cloned()
}
