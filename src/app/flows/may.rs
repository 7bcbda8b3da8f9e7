//! May this be done now? This is the one place that answers, from the state of the parts, with its reason in words.

use egui::Context;

use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::intent::leading::Lead;
use crate::intent::{Action, Command};
use crate::model::limits;
use crate::text::{edits, journal as log, leader};
use crate::ui::components::text_menu;

/// Why something is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Refusal {
    /// A panel is in front of the sheet: it shows what it asks.
    Behind,
    /// « Ne pas toucher »: whoever presses a key by mistake is told nothing.
    Locked,
    /// Somebody drops in: nothing changes.
    Visit,
    /// What is tried is not to be kept.
    Rehearsal,
    NothingToUndo,
    NothingToRedo,
    /// The sheet holds no more free fields.
    Full,
    /// There is no text at hand, or nothing in it that this could take.
    NoText,
    /// The leader has a screen of their own: there is nothing to put in front of the room's.
    Apart,
}

impl Refusal {
    /// Whether a menu shows that it cannot be done. What a rehearsal refuses is pressed all the same: it is then said why.
    fn shows(self) -> bool {
        self != Refusal::Rehearsal
    }
}

impl App {
    /// Whether `action` may be done now. `held` says whether a panel was in front of the sheet when it was asked for: a screen
    /// reader can reach the sheet under it.
    pub(in crate::app) fn may(
        &self,
        ctx: &Context,
        action: &Action,
        held: bool,
    ) -> Result<(), Refusal> {
        if held && action.changes_the_sheet() {
            return Err(Refusal::Behind);
        }
        if self.is_locked() && !matches!(action, Action::Back | Action::Lead(Lead::Lock(false))) {
            return Err(Refusal::Locked);
        }
        match action {
            Action::Command(command) => self.may_command(ctx, *command),
            Action::AddFree => self.may_command(ctx, Command::AddFree),
            Action::Retry(_) if self.document.rehearses() => Err(Refusal::Rehearsal),
            Action::Lead(Lead::Order(_) | Lead::Note(_)) if self.window.view.is_still() => {
                Err(Refusal::Visit)
            }
            action if action.changes_the_design() && self.window.view.is_still() => {
                Err(Refusal::Visit)
            }
            _ => Ok(()),
        }
    }

    /// The same of a command, wherever it comes from.
    pub(in crate::app) fn may_command(
        &self,
        ctx: &Context,
        command: Command,
    ) -> Result<(), Refusal> {
        use Command as C;
        let changes = Action::Command(command).changes_the_design();
        // Not the order of play of the workshop, while a visitor has another one.
        let led = match command {
            C::Order | C::FiveMinutes => true,
            C::Rehearse => !self.document.rehearses(),
            _ => false,
        };
        if (changes || led) && self.window.view.is_still() {
            return Err(Refusal::Visit);
        }
        match command {
            C::Save | C::SaveAs | C::EndWorkshop | C::RescueKit if self.document.rehearses() => {
                Err(Refusal::Rehearsal)
            }
            C::Cut | C::Copy | C::Paste | C::SelectAll => {
                let text = self.text_at_hand(ctx);
                let can = text.is_some_and(|text| {
                    text_menu::can(command, !text.text.is_empty(), text.has_selection())
                });
                can.then_some(()).ok_or(Refusal::NoText)
            }
            C::Undo => self.step_exists(true).then_some(()).ok_or(Refusal::NothingToUndo),
            C::Redo => self.step_exists(false).then_some(()).ok_or(Refusal::NothingToRedo),
            C::Aids => {
                let leading = self.window.view.leading.as_ref();
                let here = leading.is_some_and(|leading| leading.apart().is_none());
                here.then_some(()).ok_or(Refusal::Apart)
            }
            C::AddFree if self.document.design().free_fields.len() >= limits::FREE_FIELDS => {
                Err(Refusal::Full)
            }
            _ => Ok(()),
        }
    }

    /// What a menu can offer now.
    pub(in crate::app) fn enabled(&self, ctx: &Context, command: Command) -> bool {
        !self.may_command(ctx, command).is_err_and(Refusal::shows)
    }

    /// Says why something is not done, to who asked for it: a room that looks on is told nothing.
    pub(in crate::app) fn refuse(&mut self, ctx: &Context, refusal: Refusal) {
        if let Refusal::Visit | Refusal::Rehearsal | Refusal::Full = refusal {
            self.services.journal.note(&log::not_now());
        }
        match refusal {
            Refusal::NothingToUndo => self.tell(ctx, edits::NOTHING_TO_UNDO),
            Refusal::NothingToRedo => self.tell(ctx, edits::NOTHING_TO_REDO),
            Refusal::Rehearsal => self.notify(ctx, Notice::of(leader::rehearsal_keeps_nothing())),
            Refusal::Visit => self.tell_apart(ctx, leader::NOTHING_CHANGES),
            Refusal::Full => self.tell(ctx, edits::NO_MORE_FIELDS),
            Refusal::Behind | Refusal::Locked | Refusal::NoText | Refusal::Apart => {}
        }
    }

    fn is_locked(&self) -> bool {
        self.window.view.leading.as_ref().is_some_and(|leading| leading.locked)
    }

    fn step_exists(&self, undo: bool) -> bool {
        match self.order_step(undo) {
            Some(step) => step.is_some(),
            None => self.document.next_step(undo).is_some(),
        }
    }
}
