//! A pass shows the bar, what happened, the sheet or what is in front of it; it gives the window its title.

use egui::{CentralPanel, Frame, ThemePreference, Ui, ViewportCommand};

use crate::app::desk::App;
use crate::intent::leading::Side;
use crate::intent::{Action, Actions, Command};
use crate::text::interface as words;
use crate::ui::components::menu_item::Tick;
use crate::ui::views::free::Free;
use crate::ui::views::menu_bar::Bar;
use crate::ui::views::{focus, leader, menu_bar, notice, overview, panels};
use crate::ui::{Cx, Theme, room};

impl App {
    /// What every view reads, in the window of `side`.
    pub(in crate::app) fn cx<'a>(&'a self, theme: &'a Theme, side: Side) -> Cx<'a> {
        Cx {
            catalogue: &self.catalogue,
            design: self.document.design(),
            view: &self.window.view,
            theme,
            play: self.own_play().map(|play| &**play),
            hours: &self.facilitation.hours,
            preview: &self.press.preview,
            compact: false,
            note_lines: 1,
            side,
            reached: self.window.lending.last.map(|id| (id, self.document.revision())),
        }
    }

    pub(in crate::app) fn paint(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let theme = Theme::of(ui.ctx());
        let ground =
            if self.start.on_paper { Frame::new() } else { Frame::new().fill(theme.paper) };
        let shown = CentralPanel::default().frame(ground).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(0.0, 0.0);
            // Who should not touch has nothing to touch.
            let bar = self.has_menus().then(|| self.paint_menus(ui, theme, actions));
            self.paint_notice(ui, theme, actions);
            let cx = self.cx(theme, Side::Desk);
            let shown = self.paint_sheet(ui, cx, actions);
            // The leader's screen has an image of another size.
            let leading = self.window.view.leading.as_ref();
            let in_large = leading.is_some_and(|leading| !leading.at_the_desk());
            let free = match (shown.free.filter(|_| in_large), &cx.view.focus, &bar) {
                (Some(foot), ..) => Free::InTheRoom(foot),
                (None, Some(_), _) => focus::frame::free(ui.ctx()),
                (None, None, Some(bar)) => Free::Beside(bar.free),
                // Under the buttons of the leader's screen.
                (None, None, None) => leader::free(ui.ctx().content_rect()),
            };
            if !bar.is_some_and(|bar| bar.told) {
                self.show_success(ui, cx, free);
            }
            self.show_told(ui, cx, free);
            self.paint_panel(ui, theme, actions);
            shown
        });
        // The room's own window says better what it shows.
        if self.facilitation.wall.is_none() {
            self.saw(shown.inner);
        }
    }

    /// The menu bar; whether it says that the last save is done, and what is free beside the menus.
    fn paint_menus(&self, ui: &mut Ui, theme: &'static Theme, actions: &mut Actions) -> Bar {
        let (file, state) = (self.document.file_name(), self.state());
        let ctx = ui.ctx().clone();
        let enabled = |command| self.enabled(&ctx, command);
        let tick = |command| self.tick(command);
        let named = |command| match command {
            Command::Undo => self.step_to_take(true),
            Command::Redo => self.step_to_take(false),
            _ => None,
        };
        let status = menu_bar::Status {
            file: &file,
            state: &state,
            enabled: &enabled,
            tick: &tick,
            named: &named,
        };
        menu_bar::show(ui, theme, &status, actions)
    }

    fn paint_notice(&self, ui: &mut Ui, theme: &Theme, actions: &mut Actions) {
        let Some(shown) = &self.messages.notice else { return };
        let buttons: Vec<&str> = shown.ways.iter().map(|(words, _)| *words).collect();
        let pressed = notice::show(ui, theme, &shown.message, &buttons, self.messages.count);
        let Some((_, way)) = pressed.and_then(|pressed| shown.ways.get(pressed)) else { return };
        // What only shows something leaves the other ways there.
        if !matches!(way, Action::Show(_)) {
            actions.push(Action::Dismiss);
        }
        actions.push(way.clone());
    }

    /// What one looks at; gives what the room sees of it.
    fn paint_sheet(&self, ui: &mut Ui, cx: Cx, actions: &mut Actions) -> room::Shown {
        if let Some(leading) = cx.view.on_stage() {
            return self.show_stage(ui, cx, leading, actions);
        }
        match &cx.view.focus {
            None => overview::show(ui, cx, actions),
            Some(focus) => {
                let rest = ui.available_rect_before_wrap();
                let mut room = ui.new_child(egui::UiBuilder::new().max_rect(rest));
                focus::show(&mut room, cx, focus, actions);
            }
        }
        room::Shown::default()
    }

    fn paint_panel(&self, ui: &mut Ui, theme: &Theme, actions: &mut Actions) {
        let view = &self.window.view;
        let Some(panel) = &view.panel else { return };
        let context = panels::Context {
            theme,
            has_file: self.document.file().is_some(),
            has_notes: self.play_would_go(),
            version: env!("CARGO_PKG_VERSION"),
            journal: self.services.journal.folder(),
            unseen: self.is_unseen(),
            settling: self.is_settling(),
        };
        panels::show(ui, panel, view.panels, &context, actions);
    }

    /// Whether the menu bar shows: not in front of the room, nor to who should not touch.
    pub(in crate::app) fn has_menus(&self) -> bool {
        let locked = self.window.view.leading.as_ref().is_some_and(|it| it.locked);
        !self.window.view.projecting() && !locked
    }

    /// What a menu ticks.
    fn tick(&self, command: Command) -> Tick {
        let view = &self.window.view;
        match command {
            Command::LightTheme => Tick::Radio(view.theme == ThemePreference::Light),
            Command::DarkTheme => Tick::Radio(view.theme == ThemePreference::Dark),
            Command::SystemTheme => Tick::Radio(view.theme == ThemePreference::System),
            Command::PoleHelp => Tick::Check(view.help),
            Command::Project => Tick::Check(view.leading.is_some()),
            _ => Tick::None,
        }
    }

    /// At the right of the menu bar, after the name of the file: whether the design is in it.
    fn state(&self) -> String {
        let document = &self.document;
        match (self.saving.is_some(), document.modified(), document.saved_at()) {
            (true, ..) => words::SAVING.to_owned(),
            (_, true, _) if document.file().is_some() => words::UNSAVED_MARK.to_owned(),
            (_, true, _) => words::NEVER_SAVED.to_owned(),
            (_, false, Some((hour, minute))) => words::saved_at(hour, minute),
            (_, false, None) => String::new(),
        }
    }

    pub(in crate::app) fn entitle(&mut self, ctx: &egui::Context) {
        let title = words::window_title(&self.document.design().name, self.document.modified());
        // Without the mark of unsaved work: at each change of its name, a window is called again.
        let called = words::window_title(&self.document.design().name, false);
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |window| window.set_label(called));
        if title != self.window.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.window.title = title;
        }
    }
}
