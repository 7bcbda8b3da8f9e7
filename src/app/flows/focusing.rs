//! One goes from one thing in large to another, and back to the overview.

use egui::{Context, ViewportCommand};

use crate::app::desk::App;
use crate::intent::command::Menu;
use crate::intent::view::{Behind, FieldKey, Focus, Toggle};
use crate::model::place::Place;

use crate::model::{Design, Id, progress};
use crate::text::labs as lab_words;
use crate::ui::components::{cell, ring, writing};
use crate::ui::fields::title_id;
use crate::ui::views::{focus, menu_bar, overview};

impl App {
    /// Opens from what shows now: Escape comes back to it.
    pub(in crate::app) fn go_to(&mut self, ctx: &Context, focus: Focus) {
        if let Some(leading) = &mut self.window.view.leading
            && focus.is_for_the_room()
        {
            // What is asked for is shown, not what stood in front.
            leading.clear_front();
            if leading.aside.take_if(|aside| !aside.alone).is_none() && leading.aside.is_some() {
                self.stop_leading(ctx);
            }
        }
        let came_from = self.window.view.focus.clone();
        if focus == Focus::SideBySide {
            self.prepare_side_by_side(came_from.as_ref());
        }
        let here = Behind {
            keyboard: match self.keyboard(ctx) {
                // Asked for in a menu, a page gives the keyboard back to what leads to the text, not to the text.
                before if came_from.is_none() && self.window.lending.menu_open => {
                    Some(self.keyboard_of_the_sheet(ctx, before, menu_of(&focus)))
                }
                before => before,
            },
            focus: came_from,
            offset: focus::frame::offset(ctx),
        };
        let trail = &mut self.window.view.trail;
        let known = trail.iter().position(|step| step.focus.as_ref() == Some(&focus));
        match (known, &here.focus) {
            (_, None) => *trail = vec![here],
            // Back where one has been: what came after it is left.
            (Some(at), _) => trail.truncate(at),
            (None, Some(now)) if is_elsewhere(now, &focus) => trail.push(here),
            _ => {}
        }
        self.open_focus(ctx, focus);
    }

    /// Shows the back of a card, or the last one no more; it is read aloud as it comes.
    pub(in crate::app) fn turn(&mut self, card: Option<Id>) {
        let lab = card.as_deref().and_then(|card| self.catalogue.lab(card));
        if let Some(said) = lab.map(|lab| lab_words::back_said(&self.catalogue, lab)) {
            self.say(said);
        }
        self.window.view.turned = card;
    }

    pub(in crate::app) fn toggle(&mut self, what: Toggle) {
        self.window.view.toggle(what);
        if what == Toggle::FullTexts {
            // The button names what it would do next.
            self.say(lab_words::texts_shown(self.window.view.full_texts));
        }
    }

    /// The comparison, at the field that one was at.
    pub(in crate::app) fn compare_labs(&mut self, ctx: &Context) {
        let here = match &self.window.view.focus {
            Some(Focus::At(Place::Field(key))) => key.catalogue_id(),
            Some(Focus::Compare(field)) => Some(&**field),
            _ => None,
        };
        let fields = &self.catalogue.fields;
        let at = fields.iter().find(|field| here == Some(&*field.id)).or(fields.first());
        if let Some(field) = at {
            self.go_to(ctx, Focus::Compare(field.id.clone()));
        }
    }

    /// The placing, at the lab that one was at, or the first that is not placed on every axis.
    pub(in crate::app) fn place_labs(&mut self, ctx: &Context) {
        let here = match &self.window.view.focus {
            Some(Focus::At(Place::Card(lab)) | Focus::Placing(lab)) => Some(lab.clone()),
            _ => None,
        };
        let count = |lab: &str| progress::placed(&self.catalogue, self.document.design(), lab);
        let labs = &self.catalogue.labs;
        let open = labs.iter().find(|lab| count(&lab.id).done < count(&lab.id).of);
        let lab = here.or_else(|| open.or(labs.first()).map(|lab| lab.id.clone()));
        if let Some(lab) = lab {
            self.go_to(ctx, Focus::Placing(lab));
        }
    }

    /// The lab whose card one comes from stands there; the first two, when none was ever chosen. All fields.
    fn prepare_side_by_side(&mut self, came_from: Option<&Focus>) {
        let view = &mut self.window.view;
        let behind = view.trail.iter().filter_map(|step| step.focus.as_ref());
        let card = behind.chain(came_from).rev().find_map(|focus| match focus {
            Focus::At(Place::Card(lab)) => Some(lab.clone()),
            _ => None,
        });
        let chosen = &mut view.side_by_side;
        match card {
            Some(card) if !chosen.labs.contains(&card) => chosen.labs = vec![card],
            None if chosen.labs.is_empty() => {
                chosen.labs = self.catalogue.labs.iter().take(2).map(|lab| lab.id.clone()).collect()
            }
            _ => {}
        }
        if chosen.fields.is_empty() {
            chosen.fields = self.catalogue.fields.iter().map(|field| field.id.clone()).collect();
        }
    }

    pub(in crate::app) fn open_focus(&mut self, ctx: &Context, focus: Focus) {
        self.document.end_step();
        self.window.view.turned = None;
        self.window.view.noted = None;
        let leads = self.window.view.leading.is_some();
        match &focus {
            Focus::At(Place::Field(key)) if !leads => self.write_in_large(ctx, key),
            _ => match self.first_control(&focus) {
                // A page opens at its beginning, even when its first control is further down.
                Some(id) => ctx.memory_mut(|memory| memory.request_focus(id)),
                None => ctx.memory_mut(|memory| {
                    if let Some(id) = memory.focused() {
                        memory.surrender_focus(id);
                    }
                }),
            },
        }
        focus::frame::show_from(ctx, 0.0);
        self.window.view.focus = Some(focus);
    }

    /// What has the keyboard when a focus opens. In front of the room, a step gives it to nothing: a stray key of a remote
    /// moves no handle and writes in no text.
    fn first_control(&self, focus: &Focus) -> Option<egui::Id> {
        if self.window.view.leading.is_some() && focus.zone().is_some() {
            return None;
        }
        focus::first_control(self.document.design(), focus)
    }

    /// A field in large is ready to be written; a free one without a name, to be named.
    fn write_in_large(&self, ctx: &Context, key: &FieldKey) {
        let design = self.document.design();
        if let FieldKey::Free(id) = key
            && design.free_field(*id).is_some_and(|field| field.title.is_empty())
        {
            return writing::give_keyboard(ctx, title_id(key, true), "");
        }
        if let Some(text) = design.text(&key.target()) {
            cell::reach(ctx, key, true, &text);
        }
    }

    /// Out of a focus: to the one it was opened from, or to the overview, as they were. Says whether there was one.
    pub(in crate::app) fn leave_focus(&mut self, ctx: &Context) -> bool {
        let Some(left) = self.window.view.focus.take() else { return false };
        self.document.end_step();
        let behind = self.window.view.trail.pop();
        let keyboard = behind.as_ref().and_then(|behind| behind.keyboard);
        match behind.as_ref().and_then(|behind| behind.focus.clone()) {
            // Placed along from another lab: to the card of this one.
            Some(Focus::At(Place::Card(card))) if matches!(&left, Focus::Placing(lab) if *lab != card) =>
            {
                let Focus::Placing(lab) = left else { return true };
                self.open_focus(ctx, Focus::At(Place::Card(lab)));
            }
            Some(focus) => {
                let first = self.first_control(&focus);
                focus::frame::show_from(ctx, behind.map_or(0.0, |behind| behind.offset));
                self.window.view.focus = Some(focus);
                if let Some(id) = keyboard.or(first) {
                    ring::come_back(ctx, id);
                }
            }
            // The keyboard finds the title of what it left, if it has one there.
            None => {
                let title = overview::control_of(&left);
                let menu = menu_of(&left);
                // A glance at where one stands, by its key, interrupts nobody who writes.
                let glance = keyboard.filter(|_| left == Focus::Standing);
                let own = title.or(glance);
                let own = own.unwrap_or_else(|| self.keyboard_of_the_sheet(ctx, keyboard, menu));
                ring::come_back(ctx, own);
            }
        }
        true
    }

    /// What has the keyboard when a page that came in front of the sheet goes: what had it before, or the `menu` that
    /// asked for the page. Never a text, in which the next key would write where nobody looks: rather what leads to it.
    pub(in crate::app) fn keyboard_of_the_sheet(
        &self,
        ctx: &Context,
        before: Option<egui::Id>,
        menu: Menu,
    ) -> egui::Id {
        let control = match before {
            Some(id) if writing::is_text(ctx, id) => {
                let writer = writing::last_writer(ctx).filter(|writer| writer.id == id);
                writer.and_then(|writer| writer.exit).filter(|exit| !writing::is_text(ctx, *exit))
            }
            other => other,
        };
        control.unwrap_or_else(|| menu_bar::id(menu))
    }

    /// After a change: what showed and is no longer there (a free field, a workshop) gives way to what is left, and so
    /// does the keyboard.
    pub(in crate::app) fn leave_what_is_gone(&mut self, ctx: &Context, before: &Design) {
        self.follow_workshops(before);
        let design = self.document.design();
        let view = &mut self.window.view;
        let stands = |focus: &Focus| focus.is_there(design);
        view.trail.retain(|step| step.focus.as_ref().is_none_or(stands));
        // The keyboard does not go back to a line that has gone.
        let lines = before.next_steps.iter().map(|step| step.key);
        for gone in lines.filter(|key| design.next_step(*key).is_none()) {
            for step in &mut view.trail {
                step.keyboard.take_if(|id| focus::next_steps::is_of(*id, gone));
            }
        }
        let gone = view.focus.as_ref().is_some_and(|focus| !focus.is_there(design));
        if gone {
            view.focus = None;
            view.trail.clear();
        }
        self.keep_keyboard(ctx, before, gone);
    }

    /// Page down and Page up: on the overview, the next zone's first control; in a focus, what does not fit of it, then
    /// the next step of the method.
    pub(in crate::app) fn turn_page(&mut self, ctx: &Context, by: isize) {
        if self.window.view.on_stage().is_some() {
            return self.lead_on(ctx, by);
        }
        let Some(focus) = self.window.view.focus.clone() else {
            return self.next_zone(ctx, by);
        };
        let private = self.window.view.is_private();
        if !private && self.turn_on_wall(ctx, by) {
            return;
        }
        // The page keys turn the pages of the sheet where they show; those of what is chosen of it, once there are no more.
        if focus == Focus::Paper && focus::paper::page_shows(ctx) && self.turn_sheet(by) {
            return;
        }
        if focus::frame::turn(ctx, by) {
            return;
        }
        if let Some(next) = focus.neighbour(&self.catalogue, self.document.design(), by) {
            if !matches!(next, Focus::Compare(_)) && !next.is_around() {
                // Along the method, one does not go back where one came from.
                self.window.view.trail.clear();
            }
            self.open_focus(ctx, next);
        } else if private && self.window.view.projecting() {
            // The room waits behind the page: at its end, it has its image again.
            self.leave_all();
            self.give_scene_keyboard(ctx);
        }
    }

    pub(in crate::app) fn full_screen(&mut self, ctx: &Context) {
        let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        if full && self.window.view.projecting() {
            return self.stop_leading(ctx);
        }
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
    }
}

/// The menu that has the command of a page.
fn menu_of(focus: &Focus) -> Menu {
    match focus {
        Focus::Paper => Menu::File,
        Focus::Workshop(_) | Focus::NextSteps => Menu::Edit,
        Focus::Order | Focus::Check => Menu::Room,
        Focus::Help(_) => Menu::Help,
        _ => Menu::Display,
    }
}

/// Whether one would come back from `there` to `here`: not along one kind of thing.
fn is_elsewhere(here: &Focus, there: &Focus) -> bool {
    std::mem::discriminant(here) != std::mem::discriminant(there)
}
