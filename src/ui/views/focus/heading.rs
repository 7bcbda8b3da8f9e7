//! A heading is a title in large and, at its right, what can be done; that goes under it when the room is narrow.

use egui::accesskit::Live;
use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::choice;
use crate::ui::theme::{Face, face, space};
use crate::ui::type_setting as set;

/// Between the title and the buttons.
const GAP: f32 = 24.0;

/// What the keyboard's ring takes under a button.
const RING: f32 = 6.0;

/// A heading laid out.
pub struct Heading {
    pub face: Face,
    pub title: Rect,
    /// One a word given.
    buttons: Vec<Rect>,
    /// Where what follows can start.
    pub bottom: f32,
}

impl Heading {
    /// `title` at the top of `room`, and a button for each of `words`.
    pub fn of(ui: &Ui, title: &str, words: &[&str], room: Rect, low: bool) -> Heading {
        let sizes: Vec<Vec2> =
            words.iter().map(|words| button::size_within(ui, words, room.width())).collect();
        let taken: f32 = sizes.iter().map(|size| size.x + space::CELL).sum();
        let (face, beside) = title_face(ui, title, room.width(), taken, low);
        let width = if beside { room.width() - taken - GAP } else { room.width() };
        let height = set::height(ui, title, face, width).max(face.leading);
        let title = Rect::from_min_size(room.min, vec2(width, height));
        let (buttons, bottom) = if beside {
            let left = room.right() - taken + space::CELL;
            let middle = title.top() + face.leading / 2.0 + 2.0;
            let at = pos2(left, middle - button::LARGE_HEIGHT / 2.0);
            let row = Rect::from_min_max(at, pos2(room.right() + 1.0, at.y));
            let (buttons, height) = choice::flow(row, &sizes);
            // The keyboard's ring stands around a button: it touches no line under it.
            let ring = if height > 0.0 { RING } else { 0.0 };
            (buttons, title.bottom().max(at.y + height + ring))
        } else if sizes.is_empty() {
            (Vec::new(), title.bottom())
        } else {
            let row = Rect::from_min_max(pos2(room.left(), title.bottom() + 8.0), room.max);
            let (buttons, height) = choice::flow(row, &sizes);
            (buttons, row.top() + height)
        };
        Heading { face, title, buttons, bottom }
    }

    /// Shows the title, as a screen reader's heading that says `said`.
    pub fn show_title(&self, ui: &Ui, cx: Cx, title: &str, said: &str, moved: Vec2) {
        let at = self.title.min + moved;
        let words = set::set(ui, title, self.face, cx.theme.ink, self.title.width());
        let rect = set::paint(ui, at, &words);
        let response = ui.interact(rect, Id::unique("focus-title"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, said));
        // What takes the keyboard says what it does, not where one is: the title is said when it changes.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    }

    /// Shows the button of rank `index`; says whether it was pressed.
    pub fn button(
        &self,
        ui: &mut Ui,
        cx: Cx,
        index: usize,
        id: Id,
        words: &str,
        moved: Vec2,
    ) -> bool {
        let Some(rect) = self.buttons.get(index) else { return false };
        let rect = rect.translate(moved);
        button::place(ui, cx.theme, rect, id, words, Rank::Outlined).clicked()
    }

    /// Shows the button of rank `index` while it has nothing to do.
    pub fn idle(&self, ui: &mut Ui, cx: Cx, index: usize, id: Id, words: &str, moved: Vec2) {
        if let Some(rect) = self.buttons.get(index) {
            button::place(ui, cx.theme, rect.translate(moved), id, words, Rank::Idle);
        }
    }
}

/// The largest face in which the title holds on one line, beside the buttons if it can.
fn title_face(ui: &Ui, title: &str, width: f32, taken: f32, low: bool) -> (Face, bool) {
    let all = [face::FOCUS_TITLE, face::FOCUS_LONG_TITLE, face::FOCUS_CAPTION];
    let faces = if low { &all[1..] } else { &all[..] };
    let beside = if taken > 0.0 { taken + GAP } else { 0.0 };
    let holds = |face: &&Face, room: f32| set::width(ui, title, **face) <= room;
    let large = &faces[..faces.len() - 1];
    if let Some(face) = large.iter().find(|face| holds(face, width - beside)) {
        return (*face, true);
    }
    (set::fitted(ui, title, faces, width), false)
}
