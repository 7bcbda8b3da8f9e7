//! A hand acts on a text without a keyboard: it cuts, copies, pastes, selects all, from the menu under the right button
//! or from the menu bar. The toolkit drops a selection with the keyboard: both come back before the thing is done.

use egui::containers::menu::menu_style;
use egui::text::CCursorRange;
use egui::{
    Align, Context, Event, Frame, Id, Key, Layout, Modifiers, PointerButton, Popup, PopupAnchor,
    PopupKind, Pos2, Response, SetOpenCommand, TextEdit, Ui, ViewportCommand, vec2,
};

use super::menu_item::{self, Column, Item, Tick};
use super::writer;
use crate::intent::Command;
use crate::ui::key_words;
use crate::ui::theme::Theme;

/// Its lines.
const LINES: [Command; 4] = [Command::Cut, Command::Copy, Command::Paste, Command::SelectAll];

/// Whether `command` can be done to a text that holds something, or nothing, and has something selected, or nothing.
pub fn can(command: Command, has_text: bool, has_selection: bool) -> bool {
    match command {
        Command::Cut | Command::Copy => has_selection,
        Command::SelectAll => has_text,
        _ => true,
    }
}

/// Asks for `command` to be done to the text `id`, when it shows next: it has the keyboard again.
pub fn ask(ctx: &Context, id: Id, command: Command) {
    ctx.memory_mut(|memory| memory.request_focus(id));
    ctx.data_mut(|data| data.insert_temp(asked(id), command));
    ctx.request_repaint();
}

fn asked(id: Id) -> Id {
    id.with("asked")
}

/// Before the text `id` shows: what a menu asked for becomes what the keyboard would have said.
pub fn obey(ui: &Ui, id: Id) {
    let Some(command) = ui.data(|data| data.get_temp::<Command>(asked(id))) else { return };
    ui.data_mut(|data| data.remove::<Command>(asked(id)));
    ui.memory_mut(|memory| memory.request_focus(id));
    let last = writer::last_writer(ui.ctx()).filter(|writer| writer.id == id);
    if let Some(range) = last.and_then(|writer| writer.selection) {
        writer::select(ui.ctx(), id, range);
    }
    match command {
        Command::Cut => ui.input_mut(|input| input.events.push(Event::Cut)),
        Command::Copy => ui.input_mut(|input| input.events.push(Event::Copy)),
        Command::SelectAll => {
            let modifiers = Modifiers::COMMAND;
            let (key, physical_key) = (Key::A, None);
            let event = Event::Key { key, physical_key, pressed: true, repeat: false, modifiers };
            ui.input_mut(|input| input.events.push(event));
        }
        _ => {
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            ui.ctx().request_repaint();
        }
    }
}

/// A right button pressed on what is selected leaves it so: the toolkit would put the cursor there. Before the text shows,
/// gives what was selected; `after` is called once it has been shown.
pub fn before(ui: &Ui, id: Id) -> Option<CCursorRange> {
    let pressed = ui.input(|input| input.pointer.button_pressed(PointerButton::Secondary));
    if pressed {
        ui.data_mut(|data| data.remove::<CCursorRange>(held(id)));
    }
    let state = TextEdit::load_state(ui.ctx(), id).filter(|_| pressed)?;
    state.cursor.char_range().filter(|range| !range.is_empty())
}

fn held(id: Id) -> Id {
    id.with("held")
}

/// After the text showed.
fn keep_selection(ui: &Ui, response: &Response, before: Option<CCursorRange>) {
    let id = response.id;
    let (down, released) = ui.input(|input| {
        let right = PointerButton::Secondary;
        (input.pointer.button_down(right), input.pointer.button_released(right))
    });
    if let Some(range) = before.filter(|_| response.contains_pointer()) {
        let now = TextEdit::load_state(ui.ctx(), id).and_then(|state| state.cursor.char_range());
        let at = now.map(|now| now.primary.index);
        if at.is_some_and(|at| range.as_sorted_char_range().contains(&at)) {
            ui.data_mut(|data| data.insert_temp(held(id), range));
        }
    }
    let Some(range) = ui.data(|data| data.get_temp::<CCursorRange>(held(id))) else { return };
    if down || released {
        writer::select(ui.ctx(), id, range);
    }
    if !down {
        ui.data_mut(|data| data.remove::<CCursorRange>(held(id)));
    }
}

/// The menu of a text that has just been shown: under the right button, or at its cursor when a key asked for it.
pub fn show(
    ui: &Ui,
    theme: &Theme,
    response: &Response,
    selected: Option<CCursorRange>,
    cursor: Option<Pos2>,
    has_text: bool,
) {
    keep_selection(ui, response, selected);
    let id = response.id.with("text-menu");
    let by_key = response.has_focus() && called(ui);
    let at = if response.secondary_clicked() {
        response.interact_pointer_pos()
    } else if by_key {
        cursor
    } else {
        None
    };
    if let Some(at) = at {
        ui.data_mut(|data| data.insert_temp(id, at));
    }
    let Some(place) = ui.data(|data| data.get_temp::<Pos2>(id)) else { return };
    let frame = Frame::popup(ui.style()).inner_margin(0.0).corner_radius(0.0);
    let popup = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(place), response.layer_id)
        .kind(PopupKind::Menu)
        .layout(Layout::top_down_justified(Align::Min))
        .style(menu_style)
        .open_memory(at.map(|_| SetOpenCommand::Bool(true)));
    popup.frame(frame).show(|ui| lines(ui, theme, response.id, by_key, has_text));
    if !Popup::is_id_open(ui.ctx(), id) {
        // It is somewhere else the next time.
        ui.data_mut(|data| data.remove::<Pos2>(id));
    }
}

/// Whether a key asks for the menu of what has the keyboard.
fn called(ui: &Ui) -> bool {
    ui.input(|input| {
        input.events.iter().any(|event| match event {
            Event::Key { key: Key::Menu, pressed: true, .. } => true,
            Event::Key { key: Key::F10, pressed: true, modifiers, .. } => modifiers.shift_only(),
            _ => false,
        })
    })
}

fn lines(ui: &mut Ui, theme: &Theme, text: Id, mut reach: bool, has_text: bool) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let last = writer::last_writer(ui.ctx()).filter(|writer| writer.id == text);
    let has_selection = last.is_some_and(|writer| writer.has_selection());
    let keys = LINES.map(|command| key_words::of(command.spec().keys));
    let mut items = Vec::new();
    for (command, key) in LINES.iter().zip(&keys) {
        let enabled = can(*command, has_text, has_selection);
        items.push(Item { words: command.spec().words, key, enabled, tick: Tick::None });
    }
    let column = Column::of(ui, &items, 0.0);
    ui.add_space(4.0);
    for (command, item) in LINES.into_iter().zip(&items) {
        if command == Command::SelectAll {
            column.separator(ui, theme);
        }
        let line = menu_item::show(ui, theme, item, column);
        if item.enabled && std::mem::take(&mut reach) {
            line.request_focus();
        }
        if line.clicked() {
            ask(ui.ctx(), text, command);
        }
    }
    ui.add_space(4.0);
}
