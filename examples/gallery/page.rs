//! The page: three columns of sections, each state under its name.

use dessiner_un_labo::intent::Actions;
use dessiner_un_labo::intent::command::{Command, Menu};
use dessiner_un_labo::intent::view::{FieldKey, Panel};
use dessiner_un_labo::model::Step;
use dessiner_un_labo::model::catalogue::{Axis, Zone};
use dessiner_un_labo::text::{Message, interface, values};
use dessiner_un_labo::ui::components::button::{self, Rank};
use dessiner_un_labo::ui::components::card_back::Back;
use dessiner_un_labo::ui::components::menu_item::{self, Column, Item, Tick};
use dessiner_un_labo::ui::components::rail::{self, Geometry, Metrics, Rail};
use dessiner_un_labo::ui::components::success::Success;
use dessiner_un_labo::ui::components::zone_title::{self, Head};
use dessiner_un_labo::ui::components::{Look, card, cell, emblem, message, plate};
use dessiner_un_labo::ui::fields::{Field, text_id};
use dessiner_un_labo::ui::theme::{face, line, space};
use dessiner_un_labo::ui::views::{definition, focus, menu_bar, panels, positioning, vigilance};
use dessiner_un_labo::ui::{Cx, key_words, type_setting as set};
use egui::{Frame, Id, Pos2, Rect, Sense, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};

/// Its size, in points.
pub const PAGE: Vec2 = Vec2::new(1366.0, 840.0);
/// Side of an emblem.
const EMBLEM: f32 = 26.0;
const TOP: f32 = 20.0;
/// Between two sections.
const BETWEEN: f32 = 20.0;
/// Of the name of a state.
const CAPTION: f32 = face::CAPTION.leading + 4.0;

/// The states of a rail, each on an axis of that id.
pub const RAILS: [&str; 6] =
    ["à placer", "placé", "au clavier", "déplacé", "avec une note", "désaccord assumé"];

pub fn show(ui: &mut Ui, cx: Cx) {
    // It has the panel of a question.
    const LAST: f32 = 466.0;
    let first = (PAGE.x - 2.0 * space::EDGE - 2.0 * space::COLUMN - LAST) / 2.0;
    let mut left = space::EDGE;
    let mut column = |width: f32| {
        let place = Place { left, width, top: TOP };
        left += width + space::COLUMN;
        place
    };
    let mut place = column(first);
    rails(ui, cx, &mut place);
    criteria(ui, cx, &mut place);
    points(ui, cx, &mut place);
    let mut place = column(first);
    cells(ui, cx, &mut place);
    cards(ui, cx, &mut place);
    let mut place = column(LAST);
    menus(ui, cx, &mut place);
    messages(ui, cx, &mut place);
    question(ui, cx, &mut place);
    buttons(ui, cx, &mut place);
}

/// A place going down a column.
struct Place {
    left: f32,
    width: f32,
    top: f32,
}

impl Place {
    /// The next rectangle of this height.
    fn next(&mut self, height: f32) -> Rect {
        let rect = Rect::from_min_size(pos2(self.left, self.top), vec2(self.width, height));
        self.top += height;
        rect
    }

    /// The same, in halves.
    fn pair(&mut self, height: f32, gutter: f32) -> [Rect; 2] {
        let rect = self.next(height);
        let size = vec2((rect.width() - gutter) / 2.0, height);
        let right = pos2(rect.right() - size.x, rect.top());
        [Rect::from_min_size(rect.min, size), Rect::from_min_size(right, size)]
    }

    fn gap(&mut self, height: f32) {
        self.top += height;
    }
}

/// The head of a section: in the hue of its zone, or in ink.
fn head(ui: &mut Ui, cx: Cx, zone: Option<Zone>, title: &str, place: &mut Place) {
    let rect = place.next(zone_title::HEIGHT);
    if let Some(zone) = zone {
        let head = Head { zone, title, note: "", action: 0.0 };
        zone_title::show(ui, cx, &head, rect, &mut Actions::default());
    } else {
        let words = set::set(ui, title, face::ZONE, cx.theme.ink, rect.width());
        set::paint(ui, rect.min, &words);
        let y = rect.bottom() - line::RULE / 2.0;
        ui.painter().hline(rect.x_range(), y, Stroke::new(line::RULE, cx.theme.ink));
    }
    place.gap(8.0);
}

/// The name of a state; gives what is under it.
fn caption(ui: &Ui, cx: Cx, words: &str, rect: Rect) -> Rect {
    let words = set::set(ui, words, face::CAPTION, cx.theme.muted, rect.width());
    set::paint(ui, rect.min, &words);
    rect.with_min_y(rect.top() + CAPTION)
}

fn rails(ui: &mut Ui, cx: Cx, place: &mut Place) {
    head(ui, cx, Some(Zone::Positioning), "Curseur", place);
    let mut actions = Actions::default();
    let mut places: Vec<Rect> = Vec::new();
    // Under the first two nothing stands, under the others words do.
    for row in [76.0, 92.0, 84.0] {
        places.extend(place.pair(row, 28.0));
    }
    for ((axis, state), whole) in cx.catalogue.axes.iter().zip(RAILS).zip(places) {
        let rect = caption(ui, cx, state, whole);
        let id = positioning::id(&axis.id);
        match state {
            "au clavier" => with_keyboard(ui, id, |ui| {
                positioning::row(ui, cx, axis, rect, 0.0, &mut actions);
            }),
            "déplacé" => dragged(ui, cx, axis, rect),
            _ => positioning::row(ui, cx, axis, rect, 0.0, &mut actions),
        }
    }
    place.gap(BETWEEN);
}

/// A rail under a hand: painted, since no hand is there.
fn dragged(ui: &Ui, cx: Cx, axis: &Axis, rect: Rect) {
    let half = rect.width() / 2.0;
    let left = set::set(ui, &axis.left.name, face::STRONG, cx.theme.ink, half);
    let right = set::set_right(ui, &axis.right.name, face::STRONG, cx.theme.ink, half);
    let poles = set::paint(ui, rect.min, &left);
    set::paint(ui, rect.right_top(), &right);
    let under = Rect::from_min_size(poles.left_bottom(), vec2(rect.width(), 25.0));
    let step = cx.design.axis(&axis.id).and_then(|answer| answer.step);
    let unplaced = values::step(axis, None);
    let shown =
        Rail { id: Id::NULL, step, span: None, unplaced: &unplaced, name: "", answers_hover: true };
    let geometry = Geometry::new(under, Metrics::OVERVIEW);
    let look =
        rail::Look { dragged_from: Some(Some(Step::MIDDLE.moved(-1))), ..rail::Look::default() };
    rail::paint::rail(ui, cx.theme, &geometry, &shown, step, look);
    let at = geometry.at(step.unwrap_or(Step::MIDDLE)).x;
    plate::under(ui, cx.theme, Id::unique("dragged"), &values::step(axis, step), under, at);
}

fn criteria(ui: &mut Ui, cx: Cx, place: &mut Place) {
    const STATE: f32 = 78.0;
    head(ui, cx, Some(Zone::Definition), "Critère", place);
    let mut actions = Actions::default();
    for (criterion, state) in cx.catalogue.criteria.iter().zip(["non coché", "coché", "au clavier"])
    {
        let whole = place.next(46.0);
        let mut rect = whole;
        rect.max.x -= STATE;
        let state = set::set_right(ui, state, face::CAPTION, cx.theme.muted, STATE);
        set::paint(ui, whole.right_top() + vec2(0.0, 2.0), &state);
        let mut row = |ui: &mut Ui| definition::row(ui, cx, criterion, rect, &mut actions);
        if criterion.id == cx.catalogue.criteria[2].id {
            with_keyboard(ui, definition::id(&criterion.id), row);
        } else {
            row(ui);
        }
    }
    place.gap(BETWEEN - 4.0);
}

fn points(ui: &mut Ui, cx: Cx, place: &mut Place) {
    head(ui, cx, Some(Zone::Vigilance), "Point de vigilance", place);
    let mut actions = Actions::default();
    for (row, height) in
        [["impact", "dedans-dehors"], ["portage", "petit-cercle"]].iter().zip([84.0, 92.0])
    {
        for (id, rect) in row.iter().zip(place.pair(height, 28.0)) {
            let Some(point) = cx.catalogue.point(id) else { continue };
            let mut row = |ui: &mut Ui| vigilance::row(ui, cx, point, rect, 0.0, &mut actions);
            if *id == "petit-cercle" {
                with_keyboard(ui, vigilance::id(id), row);
            } else {
                row(ui);
            }
        }
    }
}

fn cells(ui: &mut Ui, cx: Cx, place: &mut Place) {
    head(ui, cx, Some(Zone::Design), "Cellule", place);
    let states = [
        [("impact", "vide"), ("sujets", "remplie")],
        [("gouvernance", "au clavier"), ("equipe", "trop pleine")],
    ];
    for row in states {
        for ((id, state), whole) in row.into_iter().zip(place.pair(CAPTION + 108.0, 16.0)) {
            let rect = caption(ui, cx, state, whole);
            let key = FieldKey::Known(id.into());
            let Some(field) = Field::of(cx, &key) else { continue };
            let mut actions = Actions::default();
            let mut show = |ui: &mut Ui| cell::show(ui, cx, &field, rect, &mut actions);
            if state == "au clavier" {
                with_keyboard(ui, text_id(&key, false), show);
            } else {
                show(ui);
            }
        }
        place.gap(10.0);
    }
    place.gap(BETWEEN - 12.0);
}

fn cards(ui: &mut Ui, cx: Cx, place: &mut Place) {
    let line = Rect::from_min_size(pos2(place.left, place.top), vec2(place.width, EMBLEM));
    emblems(ui, cx, line);
    head(ui, cx, Some(Zone::Examples), "Fiche", place);
    let Some(lab) = cx.catalogue.lab("prospectif") else { return };
    let height = CAPTION + card::height(ui, lab, (place.width - 16.0) / 2.0);
    let looks = [Look::default(), Look { hovered: true, ..Look::default() }];
    for ((look, state), whole) in
        looks.into_iter().zip(["face", "survol"]).zip(place.pair(height, 16.0))
    {
        let rect = caption(ui, cx, state, whole);
        card::paint(ui, cx.theme, lab, rect, look);
    }
    place.gap(10.0);
    let rest = place.next(PAGE.y - place.top - 8.0);
    let room = caption(ui, cx, "dos, au clavier", rest);
    // A back stands over the foot of its card, as wide as its window lets it.
    let window = room.expand2(vec2(8.0, 8.0));
    let answers = focus::card::fields(cx, lab, false);
    let back = Back::of(ui, cx.theme, lab, answers, room.with_max_y(room.top()), window);
    if let Some(back) = back {
        back.show(ui, cx.theme, Id::unique("gallery-card"), lab, true);
    }
}

/// The six, at the end of a line.
fn emblems(ui: &Ui, cx: Cx, rect: Rect) {
    for (index, lab) in cx.catalogue.labs.iter().rev().enumerate() {
        let left = rect.right() - EMBLEM - index as f32 * (EMBLEM + 12.0);
        let square = Rect::from_min_size(pos2(left, rect.top() - 2.0), Vec2::splat(EMBLEM));
        emblem::paint(ui.painter(), cx.theme, &lab.id, square, cx.theme.paper);
    }
}

fn menus(ui: &mut Ui, cx: Cx, place: &mut Place) {
    head(ui, cx, None, "Menu", place);
    let mut at = place.next(menu_bar::HEIGHT - 2.0).min;
    for menu in Menu::ALL {
        let size = menu_bar::size(ui, menu);
        let look = Look { focused: menu == Menu::Help, hovered: menu == Menu::Display };
        let rect = Rect::from_min_size(at, size);
        menu_bar::paint(ui, cx.theme, rect, menu, menu == Menu::File, look);
        at.x += size.x;
    }
    let open =
        [&[Command::New, Command::Open][..], &[Command::Save, Command::SaveAs], &[Command::Quit]];
    let top = place.top;
    let under = lines(ui, cx, &open, pos2(place.left, top));
    let ticked = [
        &[Command::Undo][..],
        &[Command::PoleHelp],
        &[Command::LightTheme, Command::DarkTheme, Command::SystemTheme],
    ];
    let beside = lines(ui, cx, &ticked, pos2(under.right() + 16.0, top));
    place.gap(under.height().max(beside.height()) + BETWEEN);
}

/// A menu open: one line lit, one that cannot be chosen now, one ticked among others.
fn lines(ui: &mut Ui, cx: Cx, groups: &[&[Command]], at: Pos2) -> Rect {
    let keys: Vec<_> =
        groups.concat().iter().map(|command| key_words::of(command.spec().keys)).collect();
    let commands = groups.concat();
    let items: Vec<Item> = commands
        .iter()
        .zip(&keys)
        .map(|(command, key)| Item {
            words: command.spec().words,
            key,
            enabled: *command != Command::Undo,
            tick: match command {
                Command::PoleHelp => Tick::Check(true),
                Command::LightTheme | Command::DarkTheme => Tick::Radio(false),
                Command::SystemTheme => Tick::Radio(true),
                _ => Tick::None,
            },
        })
        .collect();
    let column = Column::of(ui, &items, 200.0);
    let mut area = ui.new_child(UiBuilder::new().max_rect(Rect::from_min_size(at, PAGE)));
    let frame = Frame::popup(ui.style()).inner_margin(0.0).corner_radius(0.0);
    let shown = frame.show(&mut area, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.add_space(4.0);
        let mut rest = items.iter().zip(&commands);
        for (index, group) in groups.iter().enumerate() {
            if index > 0 {
                column.separator(ui, cx.theme);
            }
            for (item, command) in rest.by_ref().take(group.len()) {
                let size = vec2(column.width, menu_item::HEIGHT);
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                menu_item::paint(ui, cx.theme, rect, item, column, *command == Command::Save);
            }
        }
        ui.add_space(4.0);
    });
    shown.response.rect
}

fn messages(ui: &mut Ui, cx: Cx, place: &mut Place) {
    head(ui, cx, None, "Message", place);
    let success = Success {
        words: &interface::saved_at(14, 32),
        file: "2026-11-24_le-labo-des-possibles.ron",
        faces: [face::BODY, face::CAPTION],
    };
    let rect = place.next(success.size(ui, place.width).y);
    success.paint(ui, ui.painter(), cx.theme, rect);
    place.gap(8.0);
    let said = Message {
        what: "Pas enregistré\u{a0}: la clé USB n’est plus là.".into(),
        safe: "Votre travail est gardé sur cet ordinateur.".into(),
        next: String::new(),
    };
    let ways = [interface::RETRY, interface::SAVE_ELSEWHERE];
    let rect = place.next(message::error_height(ui, &said, &ways, place.width));
    with_keyboard(ui, message::way_id(0, 1), |ui| {
        message::error(ui, cx.theme, &said, &ways, 0, rect);
    });
    place.gap(BETWEEN);
}

fn question(ui: &mut Ui, cx: Cx, place: &mut Place) {
    head(ui, cx, None, "Question", place);
    let rect = Rect::from_min_size(pos2(place.left, place.top), vec2(place.width, 0.0));
    let mut area = ui.new_child(UiBuilder::new().max_rect(rect));
    let context = panels::Context {
        theme: cx.theme,
        has_notes: false,
        has_file: true,
        journal: None,
        version: "",
        unseen: false,
        settling: false,
    };
    let shown = panels::frame(cx.theme).show(&mut area, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(space::CELL, 8.0);
        let asked = Panel::Unsaved { closing: true };
        panels::content(ui, &asked, &context, PAGE.y, &mut Actions::default());
    });
    place.gap(shown.response.rect.height() + BETWEEN);
}

fn buttons(ui: &mut Ui, cx: Cx, place: &mut Place) {
    head(ui, cx, None, "Bouton", place);
    let hovered = Look { hovered: true, ..Look::default() };
    let focused = Look { focused: true, ..Look::default() };
    let states = [
        (Rank::Outlined, Look::default(), "second"),
        (Rank::Outlined, hovered, "survol"),
        (Rank::Primary, Look::default(), "premier"),
        (Rank::Primary, hovered, "survol"),
        (Rank::Primary, focused, "au clavier"),
    ];
    let whole = place.next(CAPTION + button::HEIGHT);
    let pitch = (whole.width() + 14.0) / states.len() as f32;
    for (index, (rank, look, state)) in states.into_iter().enumerate() {
        let corner = pos2(whole.left() + index as f32 * pitch, whole.top());
        let rect = Rect::from_min_size(corner, vec2(pitch - 14.0, whole.height()));
        let rect = caption(ui, cx, state, rect);
        button::paint(ui, cx.theme, rect, "Fermer", rank, look);
    }
}

/// The keyboard goes to `id` just while `show` runs: several controls can have it on one page.
fn with_keyboard(ui: &mut Ui, id: Id, show: impl FnOnce(&mut Ui)) {
    let before = ui.memory(|memory| memory.focused());
    ui.memory_mut(|memory| memory.request_focus(id));
    show(ui);
    ui.memory_mut(|memory| match before {
        Some(before) => memory.request_focus(before),
        None => memory.surrender_focus(id),
    });
}
