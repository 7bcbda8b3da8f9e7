//! One goes around the sheet here: to the workshops, the next steps, « Où en est-on ? », and back to where one was.

use egui::Context;
use uuid::Uuid;

use crate::app::desk::App;
use crate::app::document::Change;
use crate::app::services::today;
use crate::intent::Around;
use crate::intent::around::TypedDate;
use crate::intent::view::Focus;
use crate::model::design::{Design, Workshop};
use crate::model::edit::{Edit, Target};
use crate::model::standing::workshops_in_order;
use crate::model::strokes::Manner;
use crate::text::dates;
use crate::ui::components::{ring, writing};
use crate::ui::views::focus::{self, workshop};

impl App {
    pub(in crate::app) fn around(&mut self, ctx: &Context, asked: Around) {
        match asked {
            Around::AddWorkshop => self.add_workshop(ctx),
            Around::RemoveWorkshop(key) => self.remove_workshop(ctx, key),
            Around::TypeDate(key, typed, hand) => self.type_date(ctx, key, typed, hand),
            Around::LeaveDate(key) => self.leave_date(key),
        }
    }

    /// The next steps are left: a line in which nobody wrote was only the place of one to come.
    pub(in crate::app) fn drop_blank_steps(&mut self, ctx: &Context) {
        let all = self.document.design().next_steps.iter();
        let blank: Vec<Uuid> = all.filter(|step| step.is_blank()).map(|step| step.key).collect();
        if !blank.is_empty() {
            self.commit(ctx, Change::Tidy(&Edit::RemoveNextSteps(blank)));
        }
    }

    /// A workshop of today, ready for its place to be written.
    fn add_workshop(&mut self, ctx: &Context) {
        let new = Workshop { date: Some(today()), ..Workshop::new() };
        let key = new.key;
        self.edit_alone(ctx, &Edit::AddWorkshop(new));
        if self.document.design().workshop(key).is_some() {
            self.open_focus(ctx, Focus::Workshop(Some(key)));
            writing::give_keyboard(ctx, workshop::place_id(key), "");
        }
    }

    fn remove_workshop(&mut self, ctx: &Context, key: Uuid) {
        self.edit_alone(ctx, &Edit::RemoveWorkshop(key));
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
        let newest = newest.map(|workshop| workshop.key);
        self.go_to(ctx, Focus::Workshop(newest));
    }

    /// What is typed stays as it is typed; it is the date of the workshop as soon as it is one.
    fn type_date(&mut self, ctx: &Context, key: Uuid, typed: String, hand: Option<Manner>) {
        let read = dates::read(&typed);
        let written = match read {
            Ok(date) => date.map(|date| date.to_string()).unwrap_or_default(),
            Err(dates::NotADate) => typed.clone(),
        };
        self.put(ctx, &Edit::Write(Target::WorkshopDate(key), written.into()), hand);
        self.window.view.typed_date = read.ok().map(|date| TypedDate::new(key, date, typed));
    }

    /// A date that was understood is said in words; what was not stays in its box.
    fn leave_date(&mut self, key: Uuid) {
        self.document.end_typing(&Target::WorkshopDate(key));
        self.window.view.typed_date = None;
    }

    /// To the box of a date that cannot be read.
    pub(in crate::app) fn go_to_date(&mut self, ctx: &Context, key: Uuid) {
        let workshop = self.document.design().workshop(key);
        let typed = workshop.and_then(|it| it.unread.clone()).unwrap_or_default();
        self.go_to(ctx, Focus::Workshop(Some(key)));
        writing::give_keyboard(ctx, workshop::date_id(key), &typed);
    }

    /// Where the workshops show, one that comes is shown, and one that goes gives way to the one that takes its place.
    pub(in crate::app) fn follow_workshops(&mut self, before: &Design) {
        let after = self.document.design();
        let came = after.workshops.iter().find(|it| before.workshop(it.key).is_none());
        let view = &mut self.window.view;
        for step in view.trail.iter_mut().filter_map(|step| step.focus.as_mut()) {
            if let Focus::Workshop(behind @ None) = step {
                *behind = came.map(|it| it.key);
            }
        }
        let Some(Focus::Workshop(shown)) = &mut view.focus else { return };
        let gone = shown.filter(|key| after.workshop(*key).is_none());
        if let Some(came) = came {
            *shown = Some(came.key);
        } else if let Some(gone) = gone {
            let at = before.workshops.iter().position(|it| it.key == gone);
            let next = at.and_then(|at| after.workshops.get(at)).or(after.workshops.last());
            *shown = next.map(|it| it.key);
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
