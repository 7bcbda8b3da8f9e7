//! The real window opens here, or one sentence says why it cannot.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Ui, Vec2, ViewportBuilder};
use thiserror::Error;

use super::{App, screens};
use crate::model::Catalogue;
use crate::model::catalogue::BrokenCatalogue;
use crate::platform::dialogs::{self, SystemDialogs};
use crate::platform::{passing, places};
use crate::storage::plays;
use crate::text::{interface, start as words};
use crate::ui::{icon, theme};

/// Why the window could not open.
#[derive(Debug, Error)]
pub enum StartError {
    #[error(transparent)]
    Catalogue(#[from] BrokenCatalogue),
    /// No screen: no session, or no way to it.
    #[error("no display: {0}")]
    Display(String),
    /// A screen, and nothing to draw with.
    #[error("no usable OpenGL: {0}")]
    Graphics(String),
}

/// The sentence that says it.
pub fn sentence(error: &StartError) -> &'static str {
    match error {
        StartError::Catalogue(_) => words::BROKEN,
        StartError::Display(_) => words::NO_DISPLAY,
        StartError::Graphics(_) => words::NO_OPENGL,
    }
}

/// A test seam: one byte is appended to the file that this variable names each time a frame is drawn.
const FRAMES: &str = "DESSINER_UN_LABO_COMPTE_IMAGES";

/// Opens the window, on `file` or on an empty sheet, until it is closed.
///
/// # Errors
/// [`StartError`]: nothing was shown, no file was touched.
pub fn run(file: Option<PathBuf>) -> Result<(), StartError> {
    let catalogue = Arc::new(Catalogue::built_in()?);
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title(interface::window_title("", false))
            .with_app_id("dessiner-un-labo")
            .with_inner_size(screens::WANTED)
            .with_min_inner_size(screens::LEAST)
            .with_icon(icon::icon())
            .with_drag_and_drop(true),
        ..eframe::NativeOptions::default()
    };
    let create: eframe::AppCreator = Box::new(move |cc| {
        // Not before: as soon as there is a second thread, the system takes longer to make a window (each letter that its
        // library reads of its own files is then locked).
        let app = App::new(catalogue, Box::new(SystemDialogs), file)
            .with_settings(places::settings())
            .with_state(places::orders())
            .with_journal(places::journal())
            .with_screens(screens::fit(cc))
            .awake()
            .on_paper();
        app.services.journal.hear_panics();
        theme::install(&cc.egui_ctx);
        let window = Window { app, frames: frames(), swept: false };
        if let Some(made) = cc.winit_window() {
            let size = made.inner_size().to_logical::<f32>(made.scale_factor());
            // A large window is not laid out small first.
            window.scale(&cc.egui_ctx, egui::vec2(size.width, size.height));
        }
        Ok(Box::new(window))
    });
    let ended = eframe::run_native(interface::PROGRAM, options, create).map_err(classify);
    dialogs::close_all();
    ended
}

fn classify(error: eframe::Error) -> StartError {
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            StartError::Display(error.to_string())
        }
        error => StartError::Graphics(error.to_string()),
    }
}

fn frames() -> Option<File> {
    let path = std::env::var_os(FRAMES)?;
    OpenOptions::new().append(true).create(true).open(path).ok()
}

/// The program in the system's window.
struct Window {
    app: App,
    frames: Option<File>,
    /// What earlier ones left is being swept already.
    swept: bool,
}

impl Window {
    /// Multiplies the points by what the view asks for in a window of this size. Here, since only a real window keeps its
    /// size when its points grow.
    /// `size` is in points at 100 %.
    fn scale(&self, ctx: &Context, size: Vec2) {
        let present = ctx.zoom_factor();
        let wanted = self.app.view().scale(size);
        // A rounding is not a change: it would ask for a frame after each frame.
        if (wanted - present).abs() > 0.002 {
            ctx.set_zoom_factor(wanted);
        }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if let Some(file) = &mut self.frames {
            // The count is a test's: a failure to write it shows there.
            drop(file.write_all(b"."));
        }
        self.app.show(ui);
        let ctx = ui.ctx();
        self.scale(ctx, ctx.content_rect().size() * ctx.zoom_factor());
        self.app.show_wall(ui.ctx());
        // The first image comes first.
        if !std::mem::replace(&mut self.swept, true) {
            passing::sweep(|| {
                if let Some(folder) = places::orders() {
                    plays::sweep(&folder);
                }
            });
        }
    }

    /// The paper, as [`theme::install`] told the toolkit.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
