//! The page that shows is set and drawn off the interface's thread, one at a time, always the latest that is wanted.

use std::io;
use std::sync::Arc;

use egui::{ColorImage, Context, TextureOptions, vec2};

use crate::app::desk::App;
use crate::app::press::Pressed;
use crate::app::press::Shot;
use crate::app::press::Source;
use crate::app::press::setting::on_pages;
use crate::app::press::setting::set;
use crate::app::services::jobs::{About, Broken};
use crate::app::services::today;
use crate::intent::view::Focus;
use crate::model::Design;
use crate::platform::printer::Printer;
use crate::storage;
use crate::text::pages::sheet_on;
use crate::text::{journal as log, printing as words, warnings};

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
                preview.unseen = warnings::before_printing(&found);
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
            self.services.journal.note(&log::not_made(&log::NoSheet::NoPrintSystem));
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
