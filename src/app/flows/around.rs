//! One goes around the sheet here: to the workshops, the next steps, « Où en est-on ? », and back to where one was.

use egui::Context;

use crate::app::desk::App;
use crate::app::document::Change;
use crate::app::services::today;
use crate::intent::Around;
use crate::intent::around::{TypedDate, first_difference, moved_place};
use crate::intent::view::Focus;
use crate::model::design::{Design, NextStep, Workshop};
use crate::model::edit::{Edit, Target};
use crate::model::limits;
use crate::model::standing::workshops_in_order;
use crate::model::strokes::Manner;
use crate::text::dates;
use crate::ui::components::{ring, writing};
use crate::ui::views::focus::{self, workshop};

impl App {
    pub(in crate::app) fn around(&mut self, ctx: &Context, asked: Around) {
        match asked {
            Around::AddWorkshop => self.add_workshop(ctx),
            Around::RemoveWorkshop(at) => self.remove_workshop(ctx, at),
            Around::TypeDate(at, typed, hand) => self.type_date(ctx, at, typed, hand),
            Around::LeaveDate(at) => self.leave_date(at),
            Around::AddStep(at) => self.edit_steps(ctx, |all| {
                all.insert(at.min(all.len()), NextStep::default());
            }),
            Around::RemoveStep(at) => self.edit_steps(ctx, |all| {
                if at < all.len() {
                    all.remove(at);
                }
            }),
            Around::MoveStep(at, by) => self.edit_steps(ctx, |all| {
                let to = at.checked_add_signed(by).filter(|to| *to < all.len());
                if let Some(to) = to.filter(|_| at < all.len()) {
                    let step = all.remove(at);
                    all.insert(to, step);
                }
            }),
        }
    }

    fn edit_workshops(&mut self, ctx: &Context, change: impl FnOnce(&mut Vec<Workshop>)) {
        let mut all = self.document.design().workshops.clone();
        change(&mut all);
        self.edit_alone(ctx, &Edit::SetWorkshops(all));
    }

    fn edit_steps(&mut self, ctx: &Context, change: impl FnOnce(&mut Vec<NextStep>)) {
        let mut all = self.document.design().next_steps.clone();
        change(&mut all);
        self.edit_alone(ctx, &Edit::SetNextSteps(all));
    }

    /// The next steps are left: a line in which nobody wrote was only the place of one to come.
    pub(in crate::app) fn drop_blank_steps(&mut self, ctx: &Context) {
        let all = &self.document.design().next_steps;
        let written: Vec<NextStep> = all.iter().filter(|step| !step.is_blank()).cloned().collect();
        if written.len() < all.len() {
            self.commit(ctx, Change::Tidy(&Edit::SetNextSteps(written)));
        }
    }

    /// A workshop of today, ready for its place to be written.
    fn add_workshop(&mut self, ctx: &Context) {
        let at = self.document.design().workshops.len();
        if at >= limits::LIST {
            return;
        }
        let new = Workshop { date: Some(today()), ..Workshop::default() };
        self.edit_workshops(ctx, |all| all.push(new));
        self.open_focus(ctx, Focus::Workshop(at));
        writing::give_keyboard(ctx, workshop::place_id(at), "");
    }

    fn remove_workshop(&mut self, ctx: &Context, at: usize) {
        self.edit_workshops(ctx, |all| {
            if at < all.len() {
                all.remove(at);
            }
        });
        let shown = self.window.view.focus.as_ref();
        let first = shown.and_then(|focus| focus::first_control(self.document.design(), focus));
        if let Some(id) = first {
            ring::reach(ctx, id);
        }
    }

    /// A line or a workshop that an undo takes away, or brings back, leaves the keyboard on the first control of what shows.
    pub(in crate::app) fn stay_in_the_lists(&mut self, ctx: &Context, before: &Design) {
        let after = self.document.design();
        let changed = match &self.window.view.focus {
            Some(Focus::Workshop(_)) => before.workshops.len() != after.workshops.len(),
            Some(Focus::NextSteps) => before.next_steps.len() != after.next_steps.len(),
            _ => false,
        };
        let shown = self.window.view.focus.as_ref().filter(|_| changed);
        if let Some(id) = shown.and_then(|focus| focus::first_control(after, focus)) {
            ring::reach(ctx, id);
        }
    }

    /// The newest of them, or the page that invites to note one.
    pub(in crate::app) fn open_workshops(&mut self, ctx: &Context) {
        let newest = workshops_in_order(&self.document.design().workshops).pop();
        self.go_to(ctx, Focus::Workshop(newest.unwrap_or_default()));
    }

    /// What is typed stays as it is typed; it is the date of the workshop as soon as it is one.
    fn type_date(&mut self, ctx: &Context, at: usize, typed: String, hand: Option<Manner>) {
        let read = dates::read(&typed);
        let written = match read {
            Ok(date) => date.map(|date| date.to_string()).unwrap_or_default(),
            Err(dates::NotADate) => typed.clone(),
        };
        self.put(ctx, &Edit::Write(Target::WorkshopDate(at), written.into()), hand);
        self.window.view.typed_date = read.ok().map(|date| TypedDate::new(at, date, typed));
    }

    /// A date that was understood is said in words; what was not stays in its box.
    fn leave_date(&mut self, at: usize) {
        self.document.end_typing(&Target::WorkshopDate(at));
        self.window.view.typed_date = None;
    }

    /// To the box of a date that cannot be read.
    pub(in crate::app) fn go_to_date(&mut self, ctx: &Context, at: usize) {
        let workshop = self.document.design().workshops.get(at);
        let typed = workshop.and_then(|it| it.unread.clone()).unwrap_or_default();
        self.go_to(ctx, Focus::Workshop(at));
        writing::give_keyboard(ctx, workshop::date_id(at), &typed);
    }

    /// A workshop that went, or came back: what is typed follows, and so does what is shown.
    pub(in crate::app) fn follow_workshops(&mut self, before: &Design) {
        let (before, after) = (&before.workshops, &self.document.design().workshops);
        if before.len() == after.len() {
            return;
        }
        let view = &mut self.window.view;
        view.typed_date = None;
        for step in view.trail.iter_mut().filter_map(|step| step.focus.as_mut()) {
            if let Focus::Workshop(at) = step {
                *at = moved_place(*at, before, after).unwrap_or(after.len());
            }
        }
        if let Some(Focus::Workshop(at)) = &mut view.focus {
            // What comes back is shown; what goes gives way to the one that takes its place.
            let came = (after.len() > before.len()).then(|| first_difference(before, after));
            let last = after.len().saturating_sub(1);
            *at = came.or(moved_place(*at, before, after)).unwrap_or(*at).min(last);
        }
    }

    /// « Où en est-on ? », or back from there.
    pub(in crate::app) fn toggle_standing(&mut self, ctx: &Context) {
        if self.window.view.focus == Some(Focus::Standing) {
            self.leave_focus(ctx);
        } else {
            self.go_to(ctx, Focus::Standing);
        }
    }
}
