//! This says what each action does.

use egui::{Context, ThemePreference};
use uuid::Uuid;

use crate::app::closing::Ending;
use crate::app::desk::App;
use crate::app::document::Change;
use crate::app::flows::may::Refusal;
use crate::intent::leading::{Cover, Lead};
use crate::intent::view::{Answer, FieldKey, Focus, Goal, Panel, ZOOM_MAX, ZOOM_MIN, ZOOMS};
use crate::intent::{Action, Command};
use crate::model::design::FreeField;
use crate::model::edit::Edit;
use crate::model::signs::holds;
use crate::model::strokes::Manner;
use crate::text::help::Page;
use crate::text::{Message, edits, interface as words};
use crate::ui::components::{ring, text_menu, writing};
use crate::ui::fields::{text_id, title_id};
use crate::ui::views::{drawing, examples};

impl App {
    pub(in crate::app) fn apply(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Edit(edit) => self.edit(ctx, &edit),
            Action::Put(edit, hand) => self.put(ctx, &edit, Some(hand)),
            Action::EndStep => self.document.end_step(),
            Action::Left(target) => self.document.end_typing(&target),
            Action::Command(command) => self.command(ctx, command),
            Action::Open(Focus::Order) => self.open_order(ctx),
            Action::Open(focus) => self.go_to(ctx, focus),
            Action::Toggle(what) => self.toggle(what),
            Action::Turn(card) => self.turn(card),
            Action::Pick(chosen) => self.window.view.side_by_side = chosen,
            Action::Back => self.back(ctx),
            Action::AddFree => self.add_free(ctx),
            Action::Shift(id, by) => self.shift(ctx, id, by),
            Action::RemoveFree(id) => self.edit_alone(ctx, &Edit::RemoveFree(id)),
            Action::Around(asked) => self.around(ctx, asked),
            Action::Print(asked) => self.print(ctx, asked),
            Action::Lead(asked) => self.lead(ctx, asked),
            Action::Show(path) => self.show_path(ctx, path),
            Action::Answer(answer) => self.answer(ctx, answer),
            Action::Dropped(paths) => self.dropped(ctx, paths),
            Action::PathTyped(typed) => self.path_typed(ctx, &typed),
            Action::Retry(path) => self.write(ctx, path),
            Action::Zoom(zoom) => self.zoom(zoom),
            Action::Dismiss => self.dismiss(ctx),
            Action::LeftOut(text) => self.keep_left_out(ctx, text),
            Action::NothingLeft { undo } => {
                let nothing = if undo { Refusal::NothingToUndo } else { Refusal::NothingToRedo };
                self.refuse(ctx, nothing);
            }
            Action::Copy(text) => {
                ctx.copy_text(text.to_string());
                self.tell_apart(ctx, edits::copied(text.chars().count()));
            }
            Action::Menus(menu) => self.reach_menus(ctx, menu),
        }
    }

    pub(in crate::app) fn edit(&mut self, ctx: &Context, edit: &Edit) {
        self.put(ctx, edit, None);
    }

    /// `hand` is what only the hand knows of an edit: that it pasted, or cut.
    pub(in crate::app) fn put(&mut self, ctx: &Context, edit: &Edit, hand: Option<Manner>) {
        self.commit(ctx, Change::Edit(edit, hand));
    }

    pub(in crate::app) fn edit_alone(&mut self, ctx: &Context, edit: &Edit) {
        self.document.end_step();
        self.edit(ctx, edit);
        self.document.end_step();
    }

    fn command(&mut self, ctx: &Context, command: Command) {
        self.leave_menus_by_a_command();
        match command {
            Command::New => self.new_sheet(ctx),
            Command::Successor => self.raise(Panel::Successor),
            Command::Open => self.ask_what_to_open(ctx),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.ask_where_to_save(ctx),
            Command::Print => self.open_press(ctx),
            Command::EndWorkshop => self.end(ctx, Ending::Workshop),
            Command::RescueKit => self.end(ctx, Ending::Kit),
            Command::Quit => self.close(ctx),
            Command::Undo | Command::Redo if self.order_step(true).is_some() => {
                self.walk_order(ctx, command == Command::Undo);
            }
            Command::Undo => _ = self.commit(ctx, Change::Undo),
            Command::Redo => _ = self.commit(ctx, Change::Redo),
            Command::Cut | Command::Copy | Command::Paste | Command::SelectAll => {
                if let Some(text) = self.text_at_hand(ctx) {
                    text_menu::ask(ctx, text.id, command);
                }
            }
            Command::AddFree => self.add_free(ctx),
            Command::Workshops => self.open_workshops(ctx),
            Command::NextSteps => self.go_to(ctx, Focus::NextSteps),
            Command::Standing => self.toggle_standing(ctx),
            Command::NextZone => self.turn_page(ctx, 1),
            Command::PreviousZone => self.turn_page(ctx, -1),
            Command::Project => self.project(ctx),
            Command::Aids => self.lead(ctx, Lead::Aids),
            Command::Order => self.open_order(ctx),
            Command::Measure => self.show_cover(ctx, Cover::Measure),
            Command::Chart => self.show_cover(ctx, Cover::Chart),
            Command::Check => self.open_check(ctx),
            Command::Rehearse => self.rehearse(ctx),
            Command::FiveMinutes => self.five_minutes(ctx),
            Command::FullScreen => self.full_screen(ctx),
            Command::PoleHelp => {
                self.window.view.help = !self.window.view.help;
                self.say(words::help_shown(self.window.view.help));
            }
            Command::CompareLabs => self.compare_labs(ctx),
            Command::PlaceLabs => self.place_labs(ctx),
            Command::ZoomIn => self.zoom(larger(self.window.view.zoom)),
            Command::ZoomOut => self.zoom(smaller(self.window.view.zoom)),
            Command::ZoomReset => self.zoom(ZOOM_MIN),
            Command::LightTheme => self.dress(ctx, ThemePreference::Light, command),
            Command::DarkTheme => self.dress(ctx, ThemePreference::Dark, command),
            Command::SystemTheme => self.dress(ctx, ThemePreference::System, command),
            Command::Prepare => self.go_to(ctx, Focus::Help(Page::Prepare)),
            Command::PrepareRoom => self.go_to(ctx, Focus::Help(Page::Room)),
            Command::Lead => self.go_to(ctx, Focus::Help(Page::Lead)),
            Command::Finish => self.go_to(ctx, Focus::Help(Page::Finish)),
            Command::Shortcuts => self.raise(Panel::Shortcuts),
            Command::About => self.raise(Panel::About),
        }
    }

    fn zoom(&mut self, zoom: f32) {
        let zoom = if zoom.is_finite() { zoom.clamp(ZOOM_MIN, ZOOM_MAX) } else { ZOOM_MIN };
        self.window.view.zoom = zoom;
        self.say(words::zoom(zoom));
    }

    fn dress(&mut self, ctx: &Context, theme: ThemePreference, command: Command) {
        self.window.view.theme = theme;
        ctx.set_theme(theme);
        self.say(words::chosen(command.spec().words));
    }

    /// One level back, never two: out of a panel, of a text, of a focus, of a notice.
    fn back(&mut self, ctx: &Context) {
        self.document.end_step();
        if self.window.view.panel.is_some() {
            self.answer(ctx, Answer::Cancel);
        } else if self.leave_menus(ctx) || self.leave_writing(ctx) {
        } else if let Some(writer) = writing::writer(ctx) {
            ctx.memory_mut(|memory| memory.surrender_focus(writer.id));
            if self.forget_new_field(ctx, writer.id) {
                return;
            }
            if let Some(exit) = writer.exit {
                ring::reach(ctx, exit);
            }
        } else if let Some(card) = self.window.view.turned.take() {
            ctx.memory_mut(|memory| memory.request_focus(examples::id(&card)));
        } else if self.leave_black(ctx) || self.leave_focus(ctx) || self.lead_back(ctx) {
        } else if self.messages.notice.is_some() {
            self.dismiss(ctx);
        } else if let Some(id) = self.window.lending.last {
            // Nothing to leave: the control that had the keyboard keeps it.
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn add_free(&mut self, ctx: &Context) {
        let field = FreeField::new();
        let (id, key) = (field.id, FieldKey::Free(field.id));
        let at = self.document.design().free_fields.len();
        self.window.view.focus = None;
        self.window.view.trail.clear();
        self.edit_alone(ctx, &Edit::AddFree { field, at });
        if self.window.view.leading.is_some() {
            return self.name_in_the_room(ctx, id);
        }
        writing::give_keyboard(ctx, title_id(&key, false), "");
    }

    /// Escape out of a free field that has just been added and in which nothing was written: it goes, as if it had never come.
    fn forget_new_field(&mut self, ctx: &Context, left: egui::Id) -> bool {
        let new = self.document.next_step(true).and_then(|(deed, _)| match &*deed.edit {
            Edit::AddFree { field, .. } if !deed.is_an_undo => Some(field.id),
            _ => None,
        });
        let design = self.document.design();
        let Some(field) = new.and_then(|id| design.free_field(id)) else { return false };
        let key = FieldKey::Free(field.id);
        let own = [title_id(&key, false), text_id(&key, false)].contains(&left);
        if !own || holds(&field.title) || holds(&field.text) {
            return false;
        }
        let gone = Edit::RemoveFree(field.id);
        self.commit(ctx, Change::Tidy(&gone));
        ring::reach(ctx, drawing::add_id());
        self.say(edits::FIELD_NOT_ADDED);
        true
    }

    fn shift(&mut self, ctx: &Context, id: Uuid, by: isize) {
        let fields = &self.document.design().free_fields;
        let at = fields.iter().position(|field| field.id == id);
        let to = at.and_then(|at| at.checked_add_signed(by));
        if let Some(to) = to
            && to < fields.len()
        {
            self.edit_alone(ctx, &Edit::MoveFree { id, to });
        }
    }

    fn answer(&mut self, ctx: &Context, answer: Answer) {
        let panel = self.window.view.panel.take();
        match answer {
            Answer::Cancel => self.cancel(panel),
            Answer::CloseNow => {
                self.cancel_task(ctx);
                self.close_now(ctx);
            }
            Answer::Save => self.save(ctx),
            Answer::DontSave => self.go_on(ctx),
            Answer::ToDate => {
                if let Some(Panel::UnreadDate { workshop, .. }) = panel {
                    self.closing.after = None;
                    self.go_to_date(ctx, workshop);
                }
            }
            Answer::WithAnswers | Answer::WithoutAnswers => {
                self.new_successor(ctx, answer == Answer::WithAnswers);
            }
            Answer::Replace => {
                if let Some(Panel::Replace(path)) = panel {
                    self.write(ctx, path);
                }
            }
        }
    }

    /// A panel that is closed gives up what it asked about, and nothing else.
    fn cancel(&mut self, panel: Option<Panel>) {
        match panel {
            Some(Panel::Waiting) => self.leave_dialog(),
            Some(Panel::Path { goal: Goal::Save, .. } | Panel::Replace(_)) => {
                self.forget_what_follows();
            }
            Some(Panel::Unsaved { .. } | Panel::UnreadDate { .. } | Panel::Finishing { .. }) => {
                self.closing.after = None
            }
            Some(Panel::Shortcuts | Panel::About | Panel::Successor | Panel::Path { .. })
            | None => {}
        }
    }

    /// What is safe when a job ended as it should not have.
    pub(in crate::app) fn broken_message() -> Message {
        Message {
            what: words::BROKEN_WHAT.into(),
            safe: words::BROKEN_SAFE.into(),
            next: words::BROKEN_NEXT.into(),
        }
    }

    /// The same for a save.
    pub(in crate::app) fn broken_write_message() -> Message {
        Message {
            what: words::BROKEN_WRITE_WHAT.into(),
            safe: words::BROKEN_SAFE.into(),
            next: words::BROKEN_WRITE_NEXT.into(),
        }
    }
}

fn larger(than: f32) -> f32 {
    ZOOMS.into_iter().find(|zoom| *zoom > than + 0.01).unwrap_or(ZOOM_MAX)
}

fn smaller(than: f32) -> f32 {
    ZOOMS.into_iter().rfind(|zoom| *zoom < than - 0.01).unwrap_or(ZOOM_MIN)
}
