//! Panels stand over the sheet: questions, the list of shortcuts, the path of a file.

use std::borrow::Cow;
use std::path::Path;

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
    /// The folder of the log; none where it cannot be kept.
    pub journal: Option<&'a Path>,
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
            answers(ui, cx, actions, &[(words::CLOSE, Answer::Cancel)]);
        }
        Panel::Path { goal, suggested } => path(ui, *goal, suggested, cx, actions),
        _ => {
            let Question { asked, told, answers } = question(panel, cx);
            title(ui, cx.theme, asked);
            told.iter().for_each(|told| paragraph(ui, cx.theme, told));
            self::answers(ui, cx, actions, answers);
        }
    }
}

/// What a panel asks, what it says, and what can be answered: the last answer harms nothing.
struct Question<'a> {
    asked: &'static str,
    told: Vec<Cow<'a, str>>,
    answers: &'static [(&'static str, Answer)],
}

const TO_DATE: (&str, Answer) = (words::TO_DATE, Answer::ToDate);

fn question<'a>(panel: &Panel, cx: &Context<'a>) -> Question<'a> {
    let (asked, told, answers): (_, &str, &[_]) = match panel {
        Panel::Unsaved { closing } => {
            let told = if cx.has_file { words::UNSAVED_SOME } else { words::UNSAVED_NEVER };
            let notes = cx.has_notes.then_some(words::UNSAVED_NOTES);
            return Question {
                asked: if *closing { words::UNSAVED_CLOSE } else { words::UNSAVED_REPLACE },
                told: [told].into_iter().chain(notes).map(Cow::Borrowed).collect(),
                answers: &[
                    (words::CANCEL, Answer::Cancel),
                    (words::DONT_SAVE, Answer::DontSave),
                    (words::SAVE, Answer::Save),
                ],
            };
        }
        Panel::UnreadDate { closing, typed, .. } => {
            let told = vec![Cow::Owned(around::unread_date_kept_out(typed))];
            let answers = match closing {
                true => &[(words::CLOSE_WITHOUT, Answer::DontSave), TO_DATE],
                false => &[(words::GO_WITHOUT, Answer::DontSave), TO_DATE],
            };
            return Question { asked: words::UNREAD_DATE, told, answers };
        }
        Panel::Successor => (
            words::SUCCESSOR_TITLE,
            words::SUCCESSOR_TEXT,
            &[
                (words::CANCEL, Answer::Cancel),
                (words::WITHOUT_ANSWERS, Answer::WithoutAnswers),
                (words::WITH_ANSWERS, Answer::WithAnswers),
            ],
        ),
        Panel::Replace(path) => {
            let told = vec![Cow::Owned(words::replaces(&shown::name(path)))];
            let answers = &[(words::REPLACE, Answer::Replace), (words::CANCEL, Answer::Cancel)];
            return Question { asked: words::REPLACE_TITLE, told, answers };
        }
        Panel::Finishing { sheet } => (
            if *sheet { words::FINISHING_SHEET } else { words::FINISHING_FILE },
            words::FINISHING_MORE,
            &[(words::CLOSE_NOW, Answer::CloseNow), (words::STAY_OPEN, Answer::Cancel)],
        ),
        Panel::Waiting => {
            (words::WAITING, words::WAITING_MORE, &[(words::GIVE_UP, Answer::Cancel)])
        }
        // Those that ask nothing are only closed.
        Panel::About | Panel::Shortcuts | Panel::Path { .. } => {
            let journal = Cow::Owned(words::about_journal(cx.journal));
            let mut told =
                [words::ABOUT_TEXT, cx.version, words::ABOUT_LICENCE].map(Cow::Borrowed).to_vec();
            told.insert(2, journal);
            let answers = &[(words::CLOSE, Answer::Cancel)];
            return Question { asked: words::ABOUT_TITLE, told, answers };
        }
    };
    Question { asked, told: vec![Cow::Borrowed(told)], answers }
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
