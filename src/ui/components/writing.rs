//! A text of the design is read or written here.
//!
//! It edits the session's text through edits: it keeps nothing of its own but the letters of an unfinished composition
//! (a dead key, an input method), which are not yet an edit.
//!
//! - `goes`: where what is typed goes. - `picture`: one that is written elsewhere.

mod goes;
mod picture;

use egui::scroll_area::ScrollAreaOutput;
use egui::text_edit::TextEditOutput;
use egui::{
    Color32, Event, EventFilter, Frame, Id, ImeEvent, Key, KeyboardShortcut, Modifiers, Rect, Role,
    ScrollArea, TextEdit, Ui, UiBuilder, vec2,
};

pub use self::goes::Goes;
use crate::intent::{Action, Actions};
use crate::model::limits;
use crate::model::lines::Size;
use crate::model::signs::holds;
use crate::model::strokes::Manner;
use crate::text::around as words;
use crate::ui::components::apart::Walked;
use crate::ui::components::bounded::Bounded;
pub use crate::ui::components::writer::{
    self, Writer, give_keyboard, is_text, last_writer, writer,
};
use crate::ui::components::{apart, plate, ring, text_keys, text_menu};
use crate::ui::theme::{Face, Theme};
use crate::ui::type_setting as set;

/// A text to be shown and edited.
pub struct Writing<'a> {
    pub id: Id,
    pub goes: Goes,
    pub text: &'a str,
    /// The sentence that invites, while there is no text.
    pub hint: &'a str,
    /// What a screen reader calls it.
    pub name: &'a str,
    pub face: Face,
    pub ink: Color32,
    /// Enter is not a new line (a name, a title).
    pub one_line: bool,
    /// Where the keyboard goes when Escape leaves the text.
    pub exit: Option<Id>,
}

/// What a pass over a text showed.
pub struct Written {
    pub focused: bool,
    /// Whole lines that had no room.
    pub hidden_lines: usize,
    /// Of these, those under what shows.
    pub lines_below: usize,
    /// How far it has scrolled, in points.
    pub scrolled: f32,
    /// Enter was pressed in a text of one line.
    pub entered: bool,
}

/// How many whole lines of `face` stand in `height` points; never none. The toolkit lays a line on whole pixels: at 125 %, two
/// lines of 25 points are a little less high than 50.
fn lines_in(ui: &Ui, height: f32, face: Face) -> usize {
    let scale = ui.ctx().pixels_per_point();
    let line = ((face.leading * scale).round() / scale).min(face.leading);
    (((height + 0.01) / line) as usize).max(1)
}

/// The lines of a text, as many as stand in `height`.
fn lines_that_scroll(height: f32, focused: bool) -> ScrollArea {
    let scroll = ScrollArea::vertical()
        .id_salt("lines")
        .max_height(height)
        .min_scrolled_height(0.0)
        .auto_shrink(false)
        .animated(false)
        .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
    if focused {
        return scroll;
    }
    // The wheel turns the page, not the cell, unless one writes in it; and a cell left shows its first lines.
    scroll.scroll_source(egui::scroll_area::ScrollSource::NONE).vertical_scroll_offset(0.0)
}

impl Writing<'_> {
    /// The height of the whole text at `width`.
    pub fn height(&self, ui: &Ui, width: f32) -> f32 {
        let height = if self.text.is_empty() {
            set::height(ui, self.hint, self.face, width)
        } else {
            set::lay_out(ui, set::edited(self.text, self.face, self.ink, width)).size().y
        };
        height.max(self.face.leading)
    }

    /// Shows as many whole lines as `rect` holds; while it has the keyboard, those around the cursor.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, rect: Rect, actions: &mut Actions) -> Written {
        let lines = lines_in(ui, rect.height(), self.face);
        let view =
            Rect::from_min_size(rect.min, vec2(rect.width(), lines as f32 * self.face.leading));
        self.follow_change(ui);
        self.walk_apart(ui, actions);
        text_menu::obey(ui, self.id);
        let selected = text_menu::before(ui, self.id);
        let mut buffer = self.buffer(ui);
        let writes = ui.memory(|memory| memory.has_focus(self.id));
        // A text in which nothing shows is not an answer: left, it asks again.
        if buffer.is_empty() || !writes && !holds(&buffer) {
            self.paint_hint(ui, theme, view);
        }
        let mut area = ui.new_child(UiBuilder::new().max_rect(view).id_salt(self.id));
        let ((shown, left_out), hand) =
            text_keys::heard_by(&mut area, writes, |area| self.edit(area, &mut buffer, view));
        let scrolled = shown.state.clamped_offset().y;
        let above = (scrolled / self.face.leading).round() as usize;
        let output = shown.inner;

        let response = &output.response.response;
        let focused = response.has_focus();
        self.describe(ui, response.id, view);
        let cursor = output.cursor_range.map(|range| {
            let cursor = output.galley.pos_from_cursor(range.primary);
            cursor.translate(output.galley_pos.to_vec2()).left_bottom()
        });
        text_menu::show(ui, theme, response, selected, cursor, !self.text.is_empty());
        let mut left = self.text.to_owned();
        if response.changed() && !self.composing(ui, focused) {
            self.remember_refusal(ui, &buffer);
            say_left_out(left_out, hand, actions);
            left = self.push(buffer, hand, actions);
            if self.is_apart() {
                apart::remember(ui, self.goes.steps(self.id), [self.text, &left], hand);
            }
        } else if response.changed() {
            ui.data_mut(|data| data.insert_temp(self.id.with("composition"), buffer));
        }
        if response.lost_focus() {
            self.drop_unfinished(ui);
            self.goes.left().into_iter().for_each(|left| actions.push(left));
        }
        // The lines scroll to the cursor; the page, to the lines.
        ring::follow_to(ui, self.id, response.gained_focus() || response.changed(), view);
        if focused {
            writer::remember(ui.ctx(), self.id, self.exit, self.is_apart(), &left);
            self.say_bound(ui, theme, view);
        }
        Written {
            focused,
            hidden_lines: output.galley.rows.len().saturating_sub(lines),
            lines_below: output.galley.rows.len().saturating_sub(lines + above),
            scrolled,
            entered: self.one_line && focused && text_keys::take_enter(ui),
        }
    }

    /// Says under the text that it takes no more.
    fn say_bound(&self, ui: &mut Ui, theme: &Theme, view: Rect) {
        if let Some(bound) = self.goes.reached(self.text).or_else(|| self.refused(ui)) {
            plate::said_under(ui, theme, self.id, &words::reached(bound), view, view.center().x);
        }
    }

    /// Letters left unfinished are dropped.
    fn drop_unfinished(&self, ui: &Ui) {
        ui.data_mut(|data| {
            data.remove::<String>(self.id.with("composition"));
            data.remove::<bool>(self.id.with("composing"));
            data.remove::<bool>(self.id.with("refused"));
        });
    }

    /// Undo and redo of a text that is in no history are its own.
    fn walk_apart(&self, ui: &Ui, actions: &mut Actions) {
        if !self.is_apart() || !ui.memory(|memory| memory.has_focus(self.id)) {
            return;
        }
        match apart::walk(ui, self.goes.steps(self.id), self.text) {
            Some(Walked::To(text)) => actions.push(self.goes.typed(&text, None)),
            Some(Walked::Nowhere { undo }) => actions.push(Action::NothingLeft { undo }),
            None => {}
        }
    }

    fn is_apart(&self) -> bool {
        // A step of one's own is named on a page that undoes what is done there.
        !matches!(self.goes, Goes::Design(_) | Goes::StepName(_))
    }

    /// An undo or a redo changes the text under the cursor: it goes to the end of what changed.
    fn follow_change(&self, ui: &Ui) {
        let Some(writer) = writer(ui.ctx()).filter(|writer| writer.id == self.id) else { return };
        if *writer.text == *self.text {
            return;
        }
        writer::put_cursor(ui.ctx(), self.id, writer::end_of_change(&writer.text, self.text));
    }

    fn edit(
        &self,
        ui: &mut Ui,
        buffer: &mut String,
        view: Rect,
    ) -> (ScrollAreaOutput<TextEditOutput>, String) {
        let face = self.face;
        let ink = self.ink;
        let mut layouter = move |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
            set::lay_out(ui, set::edited(text.as_str(), face, ink, width))
        };
        let focused = ui.memory(|memory| memory.has_focus(self.id));
        let scroll = lines_that_scroll(view.height(), focused);
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: false,
        };
        let new_line = (!self.one_line).then(|| KeyboardShortcut::new(Modifiers::NONE, Key::Enter));
        let reached = ring::reached(ui, self.id);
        let left_out = String::new();
        let mut bounded = Bounded {
            text: buffer,
            lines: self.goes.is_a_list(),
            one_line: self.one_line,
            left_out,
        };
        let shown = scroll.show(ui, |ui| {
            let output = TextEdit::multiline(&mut bounded)
                .id(self.id)
                .frame(Frame::NONE)
                .desired_width(view.width())
                .min_size(view.size())
                .desired_rows(1)
                .char_limit(self.goes.limit())
                .event_filter(filter)
                .return_key(new_line)
                .layouter(&mut layouter)
                .show(ui);
            if reached && let Some(cursor) = output.cursor_range {
                // Reached with the cursor at its end, a text shows its end.
                let at = output.galley.pos_from_cursor(cursor.primary);
                ui.scroll_to_rect(at.translate(output.galley_pos.to_vec2()), None);
            }
            output
        });
        (shown, bounded.left_out)
    }

    /// The text to edit: the session's, or it with the letters of an unfinished composition.
    fn buffer(&self, ui: &Ui) -> String {
        let composition = ui.data(|data| data.get_temp::<String>(self.id.with("composition")));
        composition.unwrap_or_else(|| self.text.to_owned())
    }

    /// Whether letters of an unfinished composition are in the buffer after this pass.
    fn composing(&self, ui: &Ui, focused: bool) -> bool {
        let key = self.id.with("composing");
        let mut composing = focused && ui.data(|data| data.get_temp::<bool>(key)).unwrap_or(false);
        ui.input(|input| {
            for event in &input.events {
                match event {
                    Event::Ime(ImeEvent::Preedit { text, .. }) => composing = !text.is_empty(),
                    Event::Ime(ImeEvent::Commit(_)) => composing = false,
                    _ => {}
                }
            }
        });
        ui.data_mut(|data| {
            data.insert_temp(key, composing);
            if !composing {
                data.remove::<String>(self.id.with("composition"));
            }
        });
        composing
    }

    /// Two lines of a list made one can be too long for it: the list stays as it was, and says why.
    fn remember_refusal(&self, ui: &Ui, text: &str) {
        let refused = self.goes.is_a_list() && !Size::of(self.text).takes(Size::of(text));
        ui.data_mut(|data| data.insert_temp(self.id.with("refused"), refused));
    }

    fn refused(&self, ui: &Ui) -> Option<limits::Reached> {
        let refused = ui.data(|data| data.get_temp::<bool>(self.id.with("refused")));
        refused?.then_some(limits::Reached::CharactersOfALine(limits::SHORT_TEXT))
    }

    /// Pushes the edit, and gives the text as it will be.
    fn push(&self, text: String, hand: Option<Manner>, actions: &mut Actions) -> String {
        if text != self.text {
            actions.push(self.goes.typed(&text, hand));
        }
        text
    }

    fn paint_hint(&self, ui: &Ui, theme: &Theme, view: Rect) {
        let hint = set::balanced(ui, self.hint, self.face, theme.muted, view.width());
        let painter = ui.painter_at(view);
        painter.galley(view.min, hint, theme.muted);
    }

    fn describe(&self, ui: &Ui, id: Id, view: Rect) {
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_label(self.name);
            if self.one_line {
                node.set_role(Role::TextInput);
            }
            // The lines that show, not those that are hidden.
            let [x0, y0, x1, y1] =
                [view.left(), view.top(), view.right(), view.bottom()].map(f64::from);
            node.set_bounds(egui::accesskit::Rect { x0, y0, x1, y1 });
            if !self.hint.is_empty() {
                node.set_placeholder(self.hint);
            }
        });
    }
}

/// What was pasted and found no room is said, and kept within reach; a letter typed at a bound, the plate says it.
fn say_left_out(left_out: String, hand: Option<Manner>, actions: &mut Actions) {
    let count = left_out.chars().count();
    if count > 1 || (count == 1 && hand.is_some()) {
        actions.push(Action::LeftOut(left_out.into()));
    }
}
