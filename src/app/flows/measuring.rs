//! A room is measured here: how high its image is, how far its last row; what was measured is kept under its name, for
//! the next time.

use egui::Context;

use crate::app::desk::App;
use crate::intent::leading::Measured;
use crate::model::room::{CHART, DISTANCE, IMAGE, Room};
use crate::text::room as words;

impl App {
    pub(in crate::app) fn measure(&mut self, ctx: &Context, asked: Measured) {
        let Some(leading) = &mut self.window.view.leading else { return };
        if !matches!(asked, Measured::Name(_)) {
            (leading.measured, self.memory.measured) = (true, true);
        }
        let room = &mut leading.room;
        match asked {
            Measured::Image(height) => room.image = height.clamp(*IMAGE.start(), *IMAGE.end()),
            Measured::Distance(far) => {
                room.distance = far.clamp(*DISTANCE.start(), *DISTANCE.end())
            }
            Measured::Line(line) => {
                room.line = line.map(|line| line.clamp(1, CHART.len() as u8));
            }
            Measured::Name(name) => room.name = name,
            Measured::Take(kept) => *room = kept,
            Measured::Keep => return self.keep_room(ctx),
        }
        self.memory.room = leading.room.clone();
    }

    fn keep_room(&mut self, ctx: &Context) {
        let Some(leading) = &mut self.window.view.leading else { return };
        if leading.room.name.trim().is_empty() {
            leading.room.name = words::UNNAMED_ROOM.to_owned();
        }
        let room = Room { name: leading.room.name.trim().to_owned(), ..leading.room.clone() };
        let covered = leading.uncover();
        // Who keeps a room knows it, whether or not a figure had to be changed.
        (leading.measured, self.memory.measured) = (true, true);
        self.remember_room(ctx, room.clone());
        if let Some(leading) = &mut self.window.view.leading {
            leading.rooms.clone_from(&self.memory.kept.rooms);
        }
        self.memory.room = room;
        covered.into_iter().for_each(|cover| self.uncovered(ctx, cover));
    }
}
