//! The menu bar is drawn from the commands themselves; at its right, it says whether the design is in its file.

use egui::text::CCursor;
use egui::{
    Context, CornerRadius, Frame, Id, Key, MenuBar, Popup, Rect, Role, ScrollArea, Sense, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::intent::Actions;
use crate::intent::command::{Command, Menu};
use crate::text::{commands as words, printing, values};
use crate::ui::components::menu_item::{self, Column, Item, Tick};
use crate::ui::components::{Look, ring};
use crate::ui::key_words as keys;
use crate::ui::theme::{Theme, face, line, space};
use crate::ui::type_setting as set;

/// What the bar needs to know of the session.
pub struct Status<'a> {
    /// The name of the file; empty when there is none.
    pub file: &'a str,
    /// « Enregistré à 14 h 32 », « modifié »…
    pub state: &'a str,
    pub enabled: &'a dyn Fn(Command) -> bool,
    pub tick: &'a dyn Fn(Command) -> Tick,
    /// What a command would do now, where its own words do not say it.
    pub named: &'a dyn Fn(Command) -> Option<String>,
}

pub const HEIGHT: f32 = 32.0;

/// What a bar that was shown leaves.
pub struct Bar {
    /// There was room for the state of the file.
    pub told: bool,
    /// Beside the menus: nothing is pressed there.
    pub free: Rect,
}

pub fn show(ui: &mut Ui, theme: &Theme, status: &Status, actions: &mut Actions) -> Bar {
    let bar = Rect::from_min_size(ui.max_rect().min, vec2(ui.available_width(), HEIGHT));
    ui.painter().hline(
        bar.x_range(),
        bar.bottom() - 0.5,
        egui::Stroke::new(line::THIN, theme.hair),
    );
    let bar_of = |ui: &mut Ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(Role::MenuBar));
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let pad = pad(ui, bar.width());
        ui.add_space(space::EDGE - PAD);
        for menu in Menu::ALL {
            entry(ui, theme, menu, pad, status, actions);
        }
        print(ui, theme, actions);
        ui.cursor().left()
    };
    let menus_end = MenuBar::new().ui(ui, bar_of).inner;
    let room = bar.right() - space::EDGE - menus_end - PAD;
    let end = bar.right() - space::EDGE;
    let free = Rect::from_x_y_ranges(menus_end + PAD..=end.max(menus_end + PAD), bar.y_range());
    // Where even the state has no room, it stands in the window's title alone.
    let Some(shown) = status.within(ui, room) else { return Bar { told: false, free } };
    let galley = set::set(ui, &shown, face::CAPTION, theme.muted, f32::INFINITY);
    let corner = pos2(bar.right() - space::EDGE, bar.center().y);
    let at = corner - vec2(galley.size().x, galley.size().y / 2.0);
    let rect = set::paint(ui, at, &galley);
    let response = ui.interact(rect, Id::unique("status"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, status.words(status.file)));
    Bar { told: true, free }
}

impl Status<'_> {
    /// « labo.ron · modifié »
    fn words(&self, file: &str) -> String {
        let parts = [file, self.state].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(values::DOT)
    }

    /// The same in so much room: the name gives way, never the state.
    fn within(&self, ui: &Ui, room: f32) -> Option<String> {
        let holds = |words: &String| set::width(ui, words, face::CAPTION) <= room;
        let letters: Vec<char> = self.file.chars().collect();
        let whole = self.words(self.file);
        if holds(&whole) {
            return Some(whole);
        }
        // The longest that holds, by halves: a name may be very long.
        let (mut least, mut most) = (0, letters.len());
        while least < most {
            let kept = (least + most).div_ceil(2);
            if holds(&self.words(&shortened(&letters, kept))) {
                least = kept
            } else {
                most = kept - 1
            }
        }
        let name = if least < LEAST_OF_A_NAME { String::new() } else { shortened(&letters, least) };
        Some(self.words(&name)).filter(|words| !words.is_empty() && holds(words))
    }
}

/// Fewer letters of a name say nothing.
const LEAST_OF_A_NAME: usize = 8;

/// So many letters of a name, taken at both ends: the end often tells two files apart.
fn shortened(letters: &[char], kept: usize) -> String {
    let end = kept / 2;
    let (start, end) = (&letters[..kept - end], &letters[letters.len() - end..]);
    start.iter().chain(&['…']).chain(end).collect()
}

/// Around the name of a menu.
const PAD: f32 = 12.0;

/// The same in a bar of this width: less, where five names hold only so.
fn pad(ui: &Ui, width: f32) -> f32 {
    let names: f32 = Menu::ALL.iter().map(|menu| set::width(ui, menu.words(), face::BODY)).sum();
    let left = width - 2.0 * (space::EDGE - PAD) - names;
    (left / (2 * Menu::ALL.len()) as f32).clamp(2.0, PAD)
}

/// What the name of a menu takes in the bar.
pub fn size(ui: &Ui, menu: Menu) -> Vec2 {
    padded(ui, menu, PAD)
}

fn padded(ui: &Ui, menu: Menu, pad: f32) -> Vec2 {
    vec2(set::width(ui, menu.words(), face::BODY) + 2.0 * pad, HEIGHT - 2.0)
}

fn entry(ui: &mut Ui, theme: &Theme, menu: Menu, pad: f32, status: &Status, actions: &mut Actions) {
    let (rect, _) = ui.allocate_exact_size(padded(ui, menu, pad), Sense::hover());
    let response = ui.interact(rect, id(menu), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), menu.words()));
    let popup_id = Popup::default_response_id(&response);
    let open = Popup::is_id_open(ui.ctx(), popup_id);
    paint(ui, theme, rect, menu, open, Look::of(&response));
    let key = |key| ui.input(|input| input.key_pressed(key));
    let by_key =
        response.has_focus() && (key(Key::Enter) || key(Key::Space) || key(Key::ArrowDown));
    let by_key = by_key || menu_item::asked_for(ui, response.id);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_has_popup(egui::accesskit::HasPopup::Menu);
        node.set_expanded(open);
        node.set_access_key([words::ALT, &menu.letter().to_string()].join("+"));
    });
    // A menu already open follows the pointer along the bar.
    let moves = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    // At rest, it does not take back the menu that the arrows have left.
    let follow = moves && response.hovered() && Popup::is_any_open(ui.ctx()) && !open;
    let called = ui.data(|data| data.get_temp::<Menu>(Id::unique(CALLED))) == Some(menu);
    if called {
        ui.data_mut(|data| data.remove::<Menu>(Id::unique(CALLED)));
    }
    let mut popup = Popup::menu(&response);
    let opened_by_key = called || (by_key && !open);
    if follow || opened_by_key {
        popup = popup.open_memory(Some(egui::SetOpenCommand::Bool(true)));
    }
    let frame = Frame::popup(ui.style()).inner_margin(0.0).corner_radius(0.0);
    popup.gap(0.0).frame(frame).show(|ui| items(ui, theme, menu, status, opened_by_key, actions));
    let aside = isize::from(key(Key::ArrowRight)) - isize::from(key(Key::ArrowLeft));
    if open && aside != 0 {
        Popup::close_id(ui.ctx(), popup_id);
        call(ui.ctx(), beside(menu, aside));
    }
}

/// What leads to paper, in the bar itself: a click here, another on the page that opens.
fn print(ui: &mut Ui, theme: &Theme, actions: &mut Actions) {
    let size = vec2(set::width(ui, printing::PRINT, face::BODY) + 24.0, HEIGHT - 2.0);
    if ui.available_width() < size.x {
        // In large, the menu alone leads there.
        return;
    }
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, print_id(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), printing::PRINT));
    name(ui, theme, rect, printing::PRINT, false, Look::of(&response));
    if response.clicked() {
        actions.command(Command::Print);
    }
}

/// The name of a menu in the bar alone; `open` when its commands hang under it.
pub fn paint(ui: &Ui, theme: &Theme, rect: Rect, menu: Menu, open: bool, look: Look) {
    name(ui, theme, rect, menu.words(), open, look);
    let alt = ui.input(|input| input.modifiers.alt && !input.modifiers.ctrl);
    if alt && !cfg!(target_os = "macos") {
        underline_letter(ui, theme, rect, menu, open);
    }
}

/// The letter that opens a menu, while Alt is held.
fn underline_letter(ui: &Ui, theme: &Theme, rect: Rect, menu: Menu, open: bool) {
    let ink = if open { theme.paper } else { theme.ink };
    let galley = set::set(ui, menu.words(), face::BODY, ink, f32::INFINITY);
    let is_it = |letter: char| letter.to_uppercase().eq([menu.letter()]);
    let at = menu.words().chars().position(is_it).unwrap_or(0);
    let x = |at| galley.pos_from_cursor(CCursor::new(at)).left();
    let left = rect.center().x - galley.size().x / 2.0;
    let y = rect.center().y + galley.size().y / 2.0 - 2.0;
    let under = egui::Stroke::new(line::MARK, ink);
    ui.painter().hline(left + x(at)..=left + x(at + 1), y, under);
}

fn name(ui: &Ui, theme: &Theme, rect: Rect, words: &str, open: bool, look: Look) {
    let ink = if open { theme.paper } else { theme.ink };
    if open {
        let radius = CornerRadius { nw: space::RADIUS, ne: space::RADIUS, sw: 0, se: 0 };
        ui.painter().rect_filled(rect, radius, theme.ink);
    }
    let galley = set::set(ui, words, face::BODY, ink, f32::INFINITY);
    set::paint(ui, rect.center() - galley.size() / 2.0, &galley);
    if look.hovered && !open {
        let under = egui::Stroke::new(line::THIN, theme.ink);
        ui.painter().hline(rect.shrink(12.0).x_range(), rect.bottom() - 6.0, under);
    }
    if look.focused {
        ring::around(ui.painter(), theme, rect.shrink2(vec2(5.0, 6.0)));
    }
}

/// The keyboard's target on a menu.
pub fn id(menu: Menu) -> Id {
    Id::unique(("menu", menu.words()))
}

const CALLED: &str = "menu-called";

/// The menu beside `menu`, round the bar.
fn beside(menu: Menu, aside: isize) -> Menu {
    let count = Menu::ALL.len();
    let at = Menu::ALL.iter().position(|other| *other == menu).unwrap_or(0);
    Menu::ALL[(at + count).wrapping_add_signed(aside) % count]
}

/// Opens `menu` on the next frame, the keyboard in it.
pub fn call(ctx: &Context, menu: Menu) {
    ctx.data_mut(|data| data.insert_temp(Id::unique(CALLED), menu));
    ctx.request_repaint();
}

/// The keyboard goes to the first menu of the bar.
pub fn reach(ctx: &Context) {
    ctx.memory_mut(|memory| memory.request_focus(id(Menu::File)));
}

/// Whether it is the name of a menu, or what stands beside them in the bar.
pub fn is_entry(target: Id) -> bool {
    Menu::ALL.into_iter().map(id).any(|entry| entry == target) || target == print_id()
}

fn print_id() -> Id {
    Id::unique("menu-print")
}

/// The commands of a menu; `reach` gives the keyboard to the first.
fn items(
    ui: &mut Ui,
    theme: &Theme,
    menu: Menu,
    status: &Status,
    mut reach: bool,
    actions: &mut Actions,
) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let all: Vec<Command> = menu.groups().concat();
    let key_words: Vec<String> = all.iter().map(|command| keys::of(command.spec().keys)).collect();
    let named: Vec<Option<String>> = all.iter().map(|command| (status.named)(*command)).collect();
    let items: Vec<Item> = all
        .iter()
        .zip(&key_words)
        .zip(&named)
        .map(|((command, key), named)| Item {
            words: named.as_deref().unwrap_or(command.spec().words),
            key,
            enabled: (status.enabled)(*command),
            tick: (status.tick)(*command),
        })
        .collect();
    let column = Column::of(ui, &items, 200.0);
    // On a window too low for it, a menu scrolls.
    let most = ui.ctx().content_rect().height() - HEIGHT - 8.0;
    let scroll = ScrollArea::vertical().max_height(most).min_scrolled_height(most).animated(false);
    scroll.show(ui, |ui| lines(ui, theme, menu, &items, column, &mut reach, actions));
}

fn lines(
    ui: &mut Ui,
    theme: &Theme,
    menu: Menu,
    items: &[Item],
    column: Column,
    reach: &mut bool,
    actions: &mut Actions,
) {
    let mut rest = items.iter();
    ui.add_space(4.0);
    for (index, group) in menu.groups().iter().enumerate() {
        if index > 0 {
            column.separator(ui, theme);
        }
        for (command, item) in group.iter().zip(rest.by_ref()) {
            let response = menu_item::show(ui, theme, item, column);
            if item.enabled && std::mem::take(reach) {
                response.request_focus();
            }
            if response.clicked() {
                actions.command(*command);
            }
        }
    }
    ui.add_space(4.0);
}
