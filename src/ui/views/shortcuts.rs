//! The list of shortcuts is drawn from the commands themselves.

use egui::{InputState, Key, Modifiers, ScrollArea, Sense, Ui, vec2};

use crate::intent::command::{Command, Menu};
use crate::text::commands::CONTROL_KEYS;
use crate::ui::key_words as keys;
use crate::ui::theme::{Theme, face};
use crate::ui::type_setting as set;

const KEYS: f32 = 130.0;
/// What the scroll bar covers at the right.
const SCROLL_BAR: f32 = 18.0;
/// From this width on, the commands stand at the left and what the controls hear at the right.
const TWO_COLUMNS: f32 = 760.0;

/// The list, at most `height` points high.
pub fn show(ui: &mut Ui, theme: &Theme, height: f32) {
    // As high as it may be from the first frame on, when the list is longer.
    let scroll = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    let page = (height - face::BODY.leading).max(face::BODY.leading);
    scroll.auto_shrink([false, true]).animated(false).show(ui, |ui| {
        by_keys(ui, page);
        ui.spacing_mut().item_spacing = vec2(32.0, 0.0);
        // The scroll bar floats over what is under it.
        ui.set_max_width(ui.available_width() - SCROLL_BAR);
        if ui.available_width() < TWO_COLUMNS {
            commands(ui, theme);
            controls(ui, theme);
            return;
        }
        ui.columns(2, |columns| {
            for column in columns.iter_mut() {
                column.spacing_mut().item_spacing = vec2(0.0, 0.0);
            }
            if let [left, right] = columns {
                commands(left, theme);
                controls(right, theme);
            }
        });
    });
}

/// The keys of a page turn the list: nothing in it takes the keyboard. `page` is what shows at once, in points.
fn by_keys(ui: &Ui, page: f32) {
    const FAR: f32 = 1e6;
    const LINE: f32 = 3.0 * face::BODY.leading;
    let ways = [
        (Key::ArrowDown, LINE),
        (Key::ArrowUp, -LINE),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::End, FAR),
        (Key::Home, -FAR),
    ];
    let down = |input: &mut InputState| -> f32 {
        let presses =
            |input: &mut InputState, key| input.count_and_consume_key(Modifiers::NONE, key);
        ways.into_iter().map(|(key, by)| presses(input, key) as f32 * by).sum()
    };
    let down = ui.input_mut(down);
    if down != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -down));
    }
}

/// What the menus do.
fn commands(ui: &mut Ui, theme: &Theme) {
    for menu in Menu::ALL {
        let commands: Vec<Command> = menu.groups().concat();
        let with_key = commands.into_iter().filter(|command| !command.spec().keys.is_empty());
        let rows: Vec<_> =
            with_key.map(|command| (keys::of(command.spec().keys), command.spec().words)).collect();
        section(ui, theme, menu.words(), rows.iter().map(|(key, words)| (key.as_str(), *words)));
    }
}

/// What the controls hear.
fn controls(ui: &mut Ui, theme: &Theme) {
    for (title, rows) in CONTROL_KEYS {
        section(ui, theme, title, rows.iter().copied());
    }
}

fn section<'a>(
    ui: &mut Ui,
    theme: &Theme,
    title: &str,
    rows: impl Iterator<Item = (&'a str, &'a str)>,
) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return;
    }
    let width = ui.available_width();
    line(ui, width, 6.0, |_, _| {});
    let head = set::set(ui, title, face::STRONG, theme.ink, width);
    line(ui, width, head.size().y + 4.0, |ui, at| {
        set::paint(ui, at, &head);
    });
    for (key, words) in rows {
        let left = set::set(ui, key, face::STRONG_CAPTION, theme.ink, KEYS - 12.0);
        let right = set::set(ui, words, face::BODY, theme.ink, (width - KEYS).max(80.0));
        let height = left.size().y.max(right.size().y) + 4.0;
        let response = line(ui, width, height, |ui, at| {
            set::paint(ui, at + vec2(0.0, 2.0), &left);
            set::paint(ui, at + vec2(KEYS, 0.0), &right);
        });
        let said = [words, key].join(", ");
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
    }
}

fn line(
    ui: &mut Ui,
    width: f32,
    height: f32,
    paint: impl FnOnce(&Ui, egui::Pos2),
) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    paint(ui, rect.min);
    response
}
