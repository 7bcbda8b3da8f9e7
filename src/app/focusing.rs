//! Going from one thing in large to another, and back to the overview; projecting.

use egui::{Context, ViewportCommand};

use super::App;
use crate::intent::view::{FieldKey, Focus};
use crate::model::Design;
use crate::model::catalogue::Zone;
use crate::ui::components::{cell, ring, writing};
use crate::ui::fields::title_id;
use crate::ui::views::{focus, header, overview};

impl App {
    pub(super) fn open_focus(&mut self, ctx: &Context, focus: Focus) {
        self.session.history.end_step();
        self.session.view.turned = None;
        match &focus {
            Focus::Field(key) => self.write_in_large(ctx, key),
            _ => match focus::first_control(self.session.design(), &focus) {
                Some(id) => ring::reach(ctx, id),
                None => ctx.memory_mut(|memory| {
                    if let Some(id) = memory.focused() {
                        memory.surrender_focus(id);
                    }
                }),
            },
        }
        focus::frame::first_page(ctx);
        self.session.view.focus = Some(focus);
    }

    /// A field in large is ready to be written; a free one without a name, to be named.
    fn write_in_large(&self, ctx: &Context, key: &FieldKey) {
        let design = self.session.design();
        let text = match key {
            FieldKey::Orientation => &design.orientation.text,
            FieldKey::Known(id) => match design.field(id) {
                Some(answer) => &answer.text,
                None => return,
            },
            FieldKey::Free(id) => match design.free_field(*id) {
                Some(field) if field.title.is_empty() => {
                    return writing::give_keyboard(ctx, title_id(key, true), "");
                }
                Some(field) => &field.text,
                None => return,
            },
        };
        cell::reach(ctx, key, true, text);
    }

    /// Out of a focus: to the one it was opened from, or to the overview, as it was. Says whether there was one.
    pub(super) fn leave_focus(&mut self, ctx: &Context) -> bool {
        let Some(focus) = self.session.view.focus.take() else { return false };
        match focus.parent() {
            Some(parent) => self.open_focus(ctx, parent),
            None => match overview::control_of(&focus) {
                // The keyboard finds what it left.
                Some(id) => ring::come_back(ctx, id),
                None => ring::come_back(ctx, header::name_id()),
            },
        }
        true
    }

    /// A focus on a free field that is no longer there goes back to the overview, and the keyboard to what is left.
    pub(super) fn leave_what_is_gone(&mut self, ctx: &Context, before: &Design) {
        let design = self.session.design();
        let gone = self.session.view.focus.as_ref().is_some_and(|focus| !focus.is_there(design));
        if gone {
            self.session.view.focus = None;
        }
        self.keep_keyboard(ctx, before, gone);
    }

    /// Page down and Page up: on the overview, the next zone's first control; in a focus, what does not fit of it, then
    /// the next step of the method.
    pub(super) fn turn_page(&mut self, ctx: &Context, by: isize) {
        let Some(focus) = self.session.view.focus.clone() else {
            if self.session.view.projecting {
                return self.begin(ctx, by);
            }
            return self.next_zone(ctx, by);
        };
        if focus::frame::turn(ctx, by) {
            return;
        }
        match focus.neighbour(&self.catalogue, self.session.design(), by) {
            Some(next) => self.open_focus(ctx, next),
            // Before the first step there is the whole sheet.
            None if by < 0 && self.session.view.projecting => {
                self.leave_focus(ctx);
            }
            None => {}
        }
    }

    /// Projected, the overview is a step like another: forward from it is the zone one is in, or the method's first.
    fn begin(&mut self, ctx: &Context, by: isize) {
        let focused = ctx.memory(|memory| memory.focused());
        let zone = focused.and_then(|id| self.zone_of(id)).unwrap_or(Zone::Definition);
        let steps = Focus::steps_of(zone, &self.catalogue, self.session.design());
        let here = steps.iter().find(|step| overview::control_of(step) == focused);
        if by > 0
            && let Some(step) = here.or(steps.first())
        {
            self.open_focus(ctx, step.clone());
        }
    }

    /// Shows the present step to the room, or stops.
    pub(super) fn project(&mut self, ctx: &Context, projecting: bool) {
        self.session.view.projecting = projecting;
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(projecting));
    }

    pub(super) fn full_screen(&mut self, ctx: &Context) {
        let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        if full {
            self.session.view.projecting = false;
        }
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
    }
}
