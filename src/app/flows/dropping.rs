//! Of what is dropped on the window, one lab opens, and what does not is said.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::app::desk::App;
use crate::app::messages::Notice;
use crate::intent::view::Panel;
use crate::platform::addresses::{self, Elsewhere};
use crate::text::{Message, dropped as words, journal as log};

impl App {
    /// The first lab of what was dropped opens, or the first file when none has the name of a lab: one design a window.
    pub(in crate::app) fn dropped(&mut self, ctx: &Context, dropped: Vec<PathBuf>) {
        let others = dropped.len().saturating_sub(1);
        let is_lab =
            |path: &PathBuf| path.extension().is_some_and(|it| it.eq_ignore_ascii_case("ron"));
        let Some(chosen) = dropped.iter().find(|path| is_lab(path)).or(dropped.first()) else {
            return;
        };
        match self.window.view.panel {
            None => {}
            // It asks nothing: it makes way.
            Some(Panel::Shortcuts | Panel::About) => self.window.view.panel = None,
            Some(Panel::Finishing { .. }) => {
                return self.refuse_dropped(ctx, words::while_closing(chosen));
            }
            Some(_) => return self.refuse_dropped(ctx, words::under_a_question(chosen)),
        }
        if chosen == Path::new("") {
            return self.refuse_dropped(ctx, words::is_no_file());
        }
        match addresses::path(chosen.as_os_str()) {
            Ok(path) => self.read_among(ctx, path, others),
            Err(Elsewhere(address)) => self.refuse_dropped(ctx, words::elsewhere(&address)),
        }
    }

    fn refuse_dropped(&mut self, ctx: &Context, why: Message) {
        self.services.journal.note(&log::not_taken());
        self.notify(ctx, Notice::of(why));
    }
}
