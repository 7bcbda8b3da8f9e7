//! The page that shows: set and drawn off the interface's thread, one at a time, always the latest that is wanted.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use egui::{ColorImage, Context, TextureOptions, vec2};

use super::{Carried, Task};
use crate::app::App;
use crate::app::around::today;
use crate::app::services::jobs::{About, Broken};
use crate::intent::view::Focus;
use crate::model::design::Date;
use crate::model::history::Revision;
use crate::model::sheet::Order;
use crate::model::{Catalogue, Design};
use crate::paper::{self, Fault, Pages};
use crate::platform::printer::Printer;
use crate::storage;
use crate::text::pages::sheet_on;
use crate::text::{printing as words, signs};
use crate::ui::preview::Preview;

/// What the program knows of the sheet and of the printers.
#[derive(Default)]
pub(in crate::app) struct Press {
    pub preview: Preview,
    /// The pages last set, and what they were set from.
    set: Option<(Source, Arc<Pages>)>,
    /// What is being drawn, or was last.
    asked: Option<Shot>,
    /// What the picture shows.
    shown: Option<Shot>,
    under_way: bool,
    looking: bool,
    /// What was last used has been read.
    pub recalled: bool,
    /// How many tasks there have been.
    pub tasks: u64,
    /// What lasts, off the interface's thread.
    pub task: Option<Task>,
    /// Sheets whose place is chosen, that wait for the one being made.
    pub waiting: VecDeque<Carried>,
}

/// What pages are set from.
#[derive(Clone, PartialEq)]
struct Source {
    order: Order,
    revision: Revision,
    day: Date,
}

/// One page, drawn so fine.
#[derive(Clone, PartialEq)]
struct Shot {
    source: Source,
    page: usize,
    pixels: u32,
}

/// What came of a shot.
struct Pressed {
    shot: Shot,
    result: Result<(Arc<Pages>, Option<ColorImage>), Fault>,
}

impl Press {
    /// Whether a sheet waits for its turn.
    pub fn is_to_make(&self) -> bool {
        !self.waiting.is_empty()
    }
}

impl App {
    /// Asks for the page that should show, unless it does already or another is being drawn: that one's end asks again.
    pub(in crate::app) fn keep_preview(&mut self, ctx: &Context) {
        let printing = &self.window.view.printing;
        if self.window.view.focus != Some(Focus::Paper) || printing.pixels == 0 {
            return;
        }
        let source =
            Source { order: printing.order, revision: self.document.revision(), day: today() };
        let wanted = Shot { source, page: printing.page, pixels: printing.pixels };
        if self.press.under_way || self.press.shown.as_ref() == Some(&wanted) {
            return;
        }
        self.press.under_way = true;
        self.press.asked = Some(wanted.clone());
        let same = self.press.set.as_ref().filter(|(source, _)| *source == wanted.source);
        let pages = same.map(|(_, pages)| Arc::clone(pages));
        let (catalogue, design) = (Arc::clone(&self.catalogue), self.design_now());
        let draw = on_pages(move || {
            let source = &wanted.source;
            let pages = pages.map_or_else(
                || set(&catalogue, &design, source.day, source.order).map(Arc::new),
                Ok,
            );
            let result = pages.map(|pages| {
                let page = wanted.page.min(pages.count().saturating_sub(1));
                let picture = pages.picture(page, wanted.pixels).map(|picture| {
                    let size = [picture.width as usize, picture.height as usize];
                    ColorImage::from_rgba_premultiplied(size, &picture.rgba)
                });
                (pages, picture)
            });
            Pressed { shot: wanted, result }
        });
        self.services.jobs.start(ctx, About::nothing(), draw, App::pressed);
    }

    pub(in crate::app) fn design_now(&self) -> Arc<Design> {
        Arc::clone(self.document.design())
    }

    fn pressed(&mut self, ctx: &Context, pressed: Result<Pressed, Broken>) {
        self.press.under_way = false;
        let Ok(pressed) = pressed else { return self.press_broken() };
        let Pressed { shot, result } = pressed;
        if shot.source.revision.opening() != self.document.key() {
            return;
        }
        let preview = &mut self.press.preview;
        match result {
            Ok((pages, picture)) => {
                preview.fault = None;
                preview.pages = pages.count();
                let page = shot.page.min(pages.count().saturating_sub(1));
                self.window.view.printing.page =
                    self.window.view.printing.page.min(pages.count().saturating_sub(1));
                if let Some((width, height)) = pages.size(page) {
                    preview.size = vec2(width as f32, height as f32);
                }
                if let Some(picture) = picture {
                    let options = TextureOptions::LINEAR;
                    match &mut preview.picture {
                        Some(texture) => texture.set(picture, options),
                        None => preview.picture = Some(ctx.load_texture("sheet", picture, options)),
                    }
                }
                preview.said = sheet_on(shot.source.order);
                let found = storage::unseen(&self.catalogue, self.document.design());
                preview.unseen = signs::before_printing(&found);
                self.press.set = Some((shot.source.clone(), pages));
            }
            Err(fault) => {
                preview.fault = Some(words::fault_sentence(&fault.said()));
                self.press.set = None;
            }
        }
        self.press.shown = Some(shot);
        ctx.request_repaint();
    }

    /// A shot that ended as it should not have: the next one is not kept waiting, and that one is not tried for ever.
    fn press_broken(&mut self) {
        self.press.shown = self.press.asked.take();
        self.press.preview.fault = Some(words::fault_sentence(words::FAULT));
    }

    /// Looks for the printers, each time the page opens: one may have been plugged in.
    pub(in crate::app) fn look_for_printers(&mut self, ctx: &Context) {
        if std::mem::replace(&mut self.press.looking, true) {
            return;
        }
        let printers = Arc::clone(&self.services.printers);
        self.services.jobs.start(ctx, About::nothing(), move || printers.list(), App::looked);
    }

    /// The printers, perhaps long after they were asked for: nothing that was chosen meanwhile is touched, but a printer that is not
    /// there.
    pub(in crate::app) fn looked(
        &mut self,
        _: &Context,
        found: Result<io::Result<Vec<Printer>>, Broken>,
    ) {
        let found = found.unwrap_or(Err(io::ErrorKind::Other.into()));
        self.press.looking = false;
        self.press.preview.no_print_system = found.is_err();
        let Ok(found) = found else {
            // The one that was chosen may well be there: it stays chosen for when that is known.
            self.press.preview.printers = Some(Vec::new());
            return;
        };
        let names: Vec<String> = found.iter().map(|printer| printer.name.clone()).collect();
        let chosen = &mut self.window.view.printing.printer;
        if chosen.as_ref().is_none_or(|name| !names.contains(name)) {
            let preferred = found.iter().find(|printer| printer.preferred).or(found.first());
            *chosen = preferred.map(|printer| printer.name.clone());
        }
        self.press.preview.printers = Some(names);
    }
}

/// Work that makes pages: each sheet leaves something in the page engine's memory, which is bounded however many are made.
pub(super) fn on_pages<T>(work: impl FnOnce() -> T) -> impl FnOnce() -> T {
    struct Forgets;
    impl Drop for Forgets {
        fn drop(&mut self) {
            paper::forget();
        }
    }
    move || {
        let _forgets = Forgets;
        work()
    }
}

/// Sets the pages of an order.
pub(super) fn set(
    catalogue: &Catalogue,
    design: &Design,
    day: Date,
    order: Order,
) -> Result<Pages, Fault> {
    Pages::set(catalogue, design, day, &paper::code_of(design, catalogue), order)
}
