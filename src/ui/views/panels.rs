//! The panels over the sheet: questions, the list of shortcuts, the path of a file.

use egui::{
    Color32, Frame, Id, Margin, Modal, PointerButton, PointerState, ScrollArea, Stroke, TextEdit,
    Ui, UiKind, vec2,
};

use super::shortcuts;
use crate::intent::view::{Answer, Goal, Panel};
use crate::intent::{Action, Actions};
use crate::text::{around, interface as words, shown};
use crate::ui::components::button::{self, Rank};
use crate::ui::components::{ring, text_keys, text_menu, writer};
use crate::ui::theme::{Theme, face, line, space};
use crate::ui::type_setting as set;

/// What a question needs to know of the session.
pub struct Context<'a> {
    pub theme: &'a Theme,
    /// The design has a file already.
    pub has_file: bool,
    /// What was prepared for the workshop would go with a design that is not saved.
    pub has_notes: bool,
    pub version: &'a str,
    /// Nobody has seen the panel yet: it is not answered.
    pub unseen: bool,
    /// It has just come: its safe answer takes the keyboard.
    pub settling: bool,
}

const WIDTH: f32 = 440.0;

/// Shows the panel of that number. What had the keyboard in another one means nothing here: its buttons are other ones,
/// though they stand where those stood.
pub fn show(ui: &mut Ui, panel: &Panel, number: u64, cx: &Context, actions: &mut Actions) {
    let window = ui.ctx().content_rect();
    let width = match panel {
        Panel::Shortcuts => 900.0,
        Panel::Path { .. } => 620.0,
        _ => WIDTH,
    };
    let width = width.min(window.width() - 64.0);
    let frame = frame(cx.theme);
    let id = Id::unique(("panel", number));
    let area = Modal::default_area(id);
    if !ui.memory(|memory| memory.areas().visible_last_frame(&area.layer())) {
        // What is under it was painted before it was there: a bubble goes on the next frame.
        ui.ctx().request_repaint();
    }
    let modal = Modal::new(id).area(area).backdrop_color(scrim(cx.theme)).frame(frame);
    modal.show(ui.ctx(), |ui| {
        ui.set_width(width);
        // On a window too low for it, a panel scrolls.
        let most = window.height() - 56.0;
        let scroll = ScrollArea::vertical().max_height(most).min_scrolled_height(most);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::CELL, 8.0);
            content(ui, panel, cx, (window.height() - 200.0).max(80.0), actions);
        });
    });
}

/// What a panel is drawn on.
pub fn frame(theme: &Theme) -> Frame {
    Frame::new()
        .fill(theme.cell)
        .stroke(Stroke::new(line::MARK, theme.ink))
        .corner_radius(space::RADIUS)
        .inner_margin(Margin::same(20))
}

fn scrim(theme: &Theme) -> Color32 {
    theme.scrim
}

/// What a panel says and asks; a list in it is at most `height` points high.
pub fn content(ui: &mut Ui, panel: &Panel, cx: &Context, height: f32, actions: &mut Actions) {
    match panel {
        Panel::Shortcuts => {
            title(ui, cx.theme, words::SHORTCUTS_TITLE);
            shortcuts::show(ui, cx.theme, height);
            close(ui, cx, actions);
        }
        Panel::About => {
            title(ui, cx.theme, words::ABOUT_TITLE);
            paragraph(ui, cx.theme, words::ABOUT_TEXT);
            paragraph(ui, cx.theme, cx.version);
            paragraph(ui, cx.theme, words::ABOUT_LICENCE);
            close(ui, cx, actions);
        }
        Panel::Unsaved { closing } => {
            title(
                ui,
                cx.theme,
                if *closing { words::UNSAVED_CLOSE } else { words::UNSAVED_REPLACE },
            );
            paragraph(
                ui,
                cx.theme,
                if cx.has_file { words::UNSAVED_SOME } else { words::UNSAVED_NEVER },
            );
            if cx.has_notes {
                paragraph(ui, cx.theme, words::UNSAVED_NOTES);
            }
            answers(
                ui,
                cx,
                actions,
                &[
                    (words::CANCEL, Answer::Cancel),
                    (words::DONT_SAVE, Answer::DontSave),
                    (words::SAVE, Answer::Save),
                ],
            );
        }
        Panel::UnreadDate { closing, typed, .. } => {
            title(ui, cx.theme, words::UNREAD_DATE);
            paragraph(ui, cx.theme, &around::unread_date_kept_out(typed));
            let without = if *closing { words::CLOSE_WITHOUT } else { words::GO_WITHOUT };
            let all = [(without, Answer::DontSave), (words::TO_DATE, Answer::ToDate)];
            answers(ui, cx, actions, &all);
        }
        Panel::Successor => {
            title(ui, cx.theme, words::SUCCESSOR_TITLE);
            paragraph(ui, cx.theme, words::SUCCESSOR_TEXT);
            answers(
                ui,
                cx,
                actions,
                &[
                    (words::CANCEL, Answer::Cancel),
                    (words::WITHOUT_ANSWERS, Answer::WithoutAnswers),
                    (words::WITH_ANSWERS, Answer::WithAnswers),
                ],
            );
        }
        Panel::Replace(path) => {
            title(ui, cx.theme, words::REPLACE_TITLE);
            let name = shown::name(path);
            paragraph(ui, cx.theme, &words::replaces(&name));
            answers(
                ui,
                cx,
                actions,
                &[(words::REPLACE, Answer::Replace), (words::CANCEL, Answer::Cancel)],
            );
        }
        Panel::Path { goal, suggested } => path(ui, *goal, suggested, cx, actions),
        Panel::Waiting => {
            title(ui, cx.theme, words::WAITING);
            paragraph(ui, cx.theme, words::WAITING_MORE);
            answers(ui, cx, actions, &[(words::GIVE_UP, Answer::Cancel)]);
        }
        Panel::Finishing { sheet } => {
            title(
                ui,
                cx.theme,
                if *sheet { words::FINISHING_SHEET } else { words::FINISHING_FILE },
            );
            paragraph(ui, cx.theme, words::FINISHING_MORE);
            answers(
                ui,
                cx,
                actions,
                &[(words::CLOSE_NOW, Answer::CloseNow), (words::STAY_OPEN, Answer::Cancel)],
            );
        }
    }
}

fn title(ui: &mut Ui, theme: &Theme, words: &str) {
    let galley = set::set(ui, words, face::LONG_TITLE, theme.ink, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, words));
    set::paint(ui, rect.min, &galley);
    of_the_panel(ui, |node| {
        node.push_labelled_by(response.id.accesskit_id());
        node.set_modal();
    });
}

/// The panel as a whole: a screen reader says its title and its text when the keyboard comes in.
fn of_the_panel(ui: &Ui, write: impl FnOnce(&mut egui::accesskit::Node)) {
    let panel = ui.stack().iter().find(|ui| ui.kind() == Some(UiKind::Modal));
    if let Some(panel) = panel {
        ui.ctx().accesskit_node_builder(panel.unique_id, write);
    }
}

fn paragraph(ui: &mut Ui, theme: &Theme, words: &str) {
    let galley = set::set(ui, words, face::BODY, theme.ink, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    set::paint(ui, rect.min, &galley);
    of_the_panel(ui, |node| {
        if node.description().is_none() {
            node.set_description(words);
        }
    });
}

fn close(ui: &mut Ui, cx: &Context, actions: &mut Actions) {
    answers(ui, cx, actions, &[(words::CLOSE, Answer::Cancel)]);
}

/// Buttons in a row, the last one primary: it has the keyboard when the question appears.
fn answers(ui: &mut Ui, cx: &Context, actions: &mut Actions, all: &[(&str, Answer)]) {
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        for (index, (words, answer)) in all.iter().enumerate() {
            let last = index + 1 == all.len();
            let rank = if last { Rank::Primary } else { Rank::Outlined };
            let response = button::show(ui, cx.theme, words, rank);
            if last && (cx.settling || ui.memory(|memory| memory.focused().is_none())) {
                response.request_focus();
            }
            if response.clicked() && !cx.unseen && !again(ui) {
                actions.push(Action::Answer(*answer));
            }
        }
    });
}

/// The second half of a double click was meant for what stood here before.
fn again(ui: &Ui) -> bool {
    let twice = |pointer: &PointerState| {
        let button = PointerButton::Primary;
        pointer.button_double_clicked(button) || pointer.button_triple_clicked(button)
    };
    ui.input(|input| twice(&input.pointer))
}

/// The path of a file, written by hand where the system has no dialog.
fn path(ui: &mut Ui, goal: Goal, suggested: &str, cx: &Context, actions: &mut Actions) {
    let asked = match goal {
        Goal::Open => words::PATH_OPEN,
        Goal::Save => words::PATH_SAVE,
        Goal::TakeOrder => words::PATH_ORDER,
    };
    title(ui, cx.theme, asked);
    paragraph(ui, cx.theme, words::PATH_WHY);
    // Of this panel alone: what was written in another one is not here.
    let id = ui.scope_id().with("file-path");
    let mut text =
        ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| suggested.to_owned());
    let frame = Frame::new()
        .fill(cx.theme.cell)
        .stroke(Stroke::new(line::THIN, cx.theme.line))
        .corner_radius(space::RADIUS)
        .inner_margin(Margin::symmetric(10, 8));
    let edit =
        TextEdit::singleline(&mut text).id(id).desired_width(ui.available_width()).frame(frame);
    text_menu::obey(ui, id);
    let selected = text_menu::before(ui, id);
    let writes = ui.memory(|memory| memory.has_focus(id));
    let (response, _) = text_keys::heard_by(ui, writes, |ui| ui.add(edit));
    let under = Some(response.rect.left_bottom());
    text_menu::show(ui, cx.theme, &response, selected, under, !text.is_empty());
    if response.has_focus() {
        writer::remember(ui.ctx(), id, None, true, &text);
    }
    ui.ctx().accesskit_node_builder(id, |node| node.set_label(words::PATH_LABEL));
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if cx.settling || ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, response.rect);
    }
    ui.data_mut(|data| data.insert_temp(id, text.clone()));
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        let cancel = button::show(ui, cx.theme, words::CANCEL, Rank::Outlined).clicked();
        let go = if goal == Goal::Save { words::SAVE } else { words::OPTION_GO };
        let done = button::show(ui, cx.theme, go, Rank::Primary).clicked() || entered;
        if cx.unseen {
        } else if cancel {
            actions.push(Action::Answer(Answer::Cancel));
        } else if done && !text.trim().is_empty() {
            actions.push(Action::PathTyped(text));
        }
    });
}
