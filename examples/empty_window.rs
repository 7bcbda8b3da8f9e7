//! An empty window: the same toolkit, the same features and the same options as the program's, and nothing in it.
//! `benches/` measures the program beside it.

use std::fs::{File, OpenOptions};
use std::io::Write;

use egui::{IconData, Ui, ViewportBuilder};

/// As in the program: one byte is appended to the file that this variable names each time a frame is drawn.
const FRAMES: &str = "DESSINER_UN_LABO_COMPTE_IMAGES";

/// Side of the icon, in pixels: the program's.
const ICON: usize = 128;

fn main() -> eframe::Result {
    let icon = IconData { rgba: vec![255; ICON * ICON * 4], width: 128, height: 128 };
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Fenêtre vide")
            .with_app_id("dessiner-un-labo-fenetre-vide")
            .with_inner_size([1366.0, 768.0])
            .with_min_inner_size([640.0, 480.0])
            .with_icon(icon)
            .with_drag_and_drop(true),
        ..eframe::NativeOptions::default()
    };
    let create: eframe::AppCreator = Box::new(|_| {
        let frames = std::env::var_os(FRAMES);
        let frames =
            frames.and_then(|path| OpenOptions::new().append(true).create(true).open(path).ok());
        Ok(Box::new(Empty { frames }))
    });
    eframe::run_native("Fenêtre vide", options, create)
}

struct Empty {
    frames: Option<File>,
}

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if let Some(file) = &mut self.frames {
            // The count is the measure's: a failure to write it shows there.
            drop(file.write_all(b"."));
        }
        egui::CentralPanel::default().show(ui, |_| {});
    }
}
