//! Leading a workshop: what the room sees, beat after beat, and the way in and out of it.

use egui::{Context, Ui, ViewportCommand};

use super::App;
use crate::intent::Actions;
use crate::intent::leading::{Cover, Lead, Leading};
use crate::intent::view::{FieldKey, Focus};
use crate::model::catalogue::ORIENTATION;
use crate::model::edit::Target;
use crate::model::play::{Length, Play, Scene};
use crate::platform::clock;
use crate::text::room as words;
use crate::ui::components::writing;
use crate::ui::{Cx, room};

impl App {
    /// Shows the room the step one is at; or, while it is shown, stops.
    pub(super) fn project(&mut self, ctx: &Context) {
        if self.session.view.leading.is_some() {
            return self.stop_leading(ctx);
        }
        let mut leading = self.played(Length::TwoHours);
        let focus = self.session.view.focus.clone();
        if let Some(at) =
            focus.as_ref().and_then(scene_of).and_then(|scene| leading.play.find(&scene))
        {
            leading.at = at;
            // What stands beside the order of play (a comparison, « Où en est-on ? ») stays in front.
            if focus == focus_of(leading.scene()) {
                self.session.view.focus = None;
                self.session.view.trail.clear();
            }
        }
        self.begin_leading(ctx, leading);
    }

    /// For somebody who drops in: the sentence, the five rails, what is open. Nothing is changed by mistake.
    pub(super) fn five_minutes(&mut self, ctx: &Context) {
        let leading = Leading { still: true, ..self.played(Length::FiveMinutes) };
        self.session.view.focus = None;
        self.session.view.trail.clear();
        self.begin_leading(ctx, leading);
    }

    /// The chart of sizes, in front of the room's first scene.
    pub(super) fn show_chart(&mut self, ctx: &Context) {
        let leading = Leading { cover: Some(Cover::Chart), ..self.played(Length::TwoHours) };
        self.session.view.focus = None;
        self.session.view.trail.clear();
        self.begin_leading(ctx, leading);
    }

    fn played(&self, length: Length) -> Leading {
        let play = Play::of(length, &self.catalogue, self.session.design());
        Leading::new(self.room.clone(), play)
    }

    fn begin_leading(&mut self, ctx: &Context, leading: Leading) {
        self.session.history.end_step();
        self.session.view.turned = None;
        self.session.view.leading = Some(leading);
        self.give_scene_keyboard(ctx);
        self.say(words::BEGUN);
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
    }

    /// Back at the desk, on the step that the room was looking at.
    pub(super) fn stop_leading(&mut self, ctx: &Context) {
        let Some(leading) = self.session.view.leading.take() else { return };
        self.session.history.end_step();
        // What stood beside the order of play is still what one looks at.
        let scene = focus_of(leading.scene()).filter(|_| self.session.view.focus.is_none());
        if let Some(focus) = scene {
            self.session.view.trail.clear();
            self.open_focus(ctx, focus);
        }
        self.say(words::ENDED);
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
    }

    /// One level back in the room; whether there was one.
    pub(super) fn lead_back(&mut self, ctx: &Context) -> bool {
        let Some(leading) = &mut self.session.view.leading else { return false };
        if leading.cover.take().is_none() {
            self.stop_leading(ctx);
        }
        true
    }

    pub(super) fn lead(&mut self, ctx: &Context, asked: Lead) {
        let Some(leading) = &mut self.session.view.leading else { return };
        match asked {
            Lead::Cover(cover) => {
                leading.cover = Some(cover).filter(|it| leading.cover != Some(*it))
            }
            Lead::Write(target) => {
                leading.writing = Some(target.clone());
                self.give_text_keyboard(ctx, &target);
            }
        }
    }

    /// The next page of the scene, else the next beat; or back.
    pub(super) fn lead_on(&mut self, ctx: &Context, by: isize) {
        self.session.history.end_step();
        let pages = self.shown.pages;
        let Some(leading) = &mut self.session.view.leading else { return };
        let pause = *leading.scene() == Scene::Break;
        if leading.cover.take().is_some() && !pause {
            // What stood in front goes first: one sees where one is before going on.
            return;
        }
        let page = leading.page.checked_add_signed(by).filter(|page| *page < pages);
        if let Some(page) = page {
            leading.page = page;
        } else if let Some(at) = leading.play.neighbour(leading.at, by) {
            leading.go_to(at);
        }
        leading.writing = None;
        self.keep_break();
        self.give_scene_keyboard(ctx);
    }

    /// A text of the scene has the keyboard, its cursor at the end.
    fn give_text_keyboard(&self, ctx: &Context, target: &Target) {
        let text = room::text_of(self.session.design(), target);
        let (id, _) = room::writing_ids(target);
        writing::give_keyboard(ctx, id, text);
    }

    /// Out of the text that is written on the room's image: what is typed stays. Says whether there was one.
    pub(super) fn leave_writing(&mut self, ctx: &Context) -> bool {
        let leading = self.session.view.leading.as_mut();
        let Some(target) = leading.and_then(|leading| leading.writing.take()) else { return false };
        self.session.history.end_step();
        let (_, text) = room::writing_ids(&target);
        ctx.memory_mut(|memory| memory.request_focus(text));
        true
    }

    /// The control of the scene that opens has the keyboard.
    fn give_scene_keyboard(&self, ctx: &Context) {
        let Some(leading) = self.session.view.on_stage() else { return };
        if leading.still {
            // Nothing to press: what had the keyboard at the desk keeps none of it.
            if let Some(id) = ctx.memory(|memory| memory.focused()) {
                ctx.memory_mut(|memory| memory.surrender_focus(id));
            }
            return;
        }
        if let Some(id) = room::first_control(leading.scene()) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// The hour of return, when the beat is a break.
    fn keep_break(&mut self) {
        let Some(leading) = &mut self.session.view.leading else { return };
        let Some(beat) = leading.play.beats.get(leading.at) else { return };
        if beat.scene == Scene::Break && leading.cover.is_none() {
            let now = clock::now();
            let minutes = u32::from(now.hour.unsigned_abs()) * 60
                + u32::from(now.minute.unsigned_abs())
                + u32::from(beat.minutes);
            let (hour, minute) = ((minutes / 60 % 24) as u8, (minutes % 60) as u8);
            leading.cover = Some(Cover::Break { hour, minute });
        }
    }
}

/// The scene that shows what one looks at.
fn scene_of(focus: &Focus) -> Option<Scene> {
    Some(match focus {
        Focus::Criterion(id) => Scene::Criterion(id.clone()),
        Focus::Axis(id) => Scene::Axis(id.clone()),
        Focus::Card(id) | Focus::Placing(id) => Scene::Card(id.clone()),
        Focus::Point(id) => Scene::Point(id.clone()),
        Focus::Field(FieldKey::Orientation) => Scene::Field(ORIENTATION.into()),
        Focus::Field(FieldKey::Known(id)) | Focus::Compare(id) => Scene::Field(id.clone()),
        Focus::Field(FieldKey::Free(id)) => Scene::Free(*id),
        _ => return None,
    })
}

/// Where one is at the desk when the room looked at `scene`; none is the whole sheet.
fn focus_of(scene: &Scene) -> Option<Focus> {
    Some(match scene {
        Scene::Criterion(id) => Focus::Criterion(id.clone()),
        Scene::Axis(id) => Focus::Axis(id.clone()),
        Scene::Card(id) => Focus::Card(id.clone()),
        Scene::Point(id) => Focus::Point(id.clone()),
        Scene::Field(id) if &**id == ORIENTATION => Focus::Field(FieldKey::Orientation),
        Scene::Field(id) => Focus::Field(FieldKey::Known(id.clone())),
        Scene::Free(id) => Focus::Field(FieldKey::Free(*id)),
        _ => return None,
    })
}

/// The scene, in the whole of what is left of the window.
pub(super) fn show(ui: &mut Ui, cx: Cx, leading: &Leading, actions: &mut Actions) -> room::Shown {
    let stage = room::Stage { cx, leading, rect: ui.max_rect(), live: !leading.still };
    room::show(ui, &stage, actions)
}
