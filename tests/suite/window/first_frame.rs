//! What the very first frame shows: nobody should wait for a second one.

use std::sync::Arc;

use dessiner_un_labo::app::App;
use dessiner_un_labo::platform::dialogs::SystemDialogs;
use dessiner_un_labo::ui::{Theme, theme};
use egui::{Context, FullOutput, Pos2, RawInput, Rect, Shape};
use tempfile::TempDir;

use super::{USUAL, catalogue, file_in, full_example};

/// One frame alone, the first.
fn first_frame(app: &mut App) -> (Context, FullOutput) {
    let ctx = Context::default();
    theme::install(&ctx);
    let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, USUAL));
    let input = RawInput { screen_rect, ..RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| app.show(ui));
    // Nothing is painted: no one takes the letters' textures.
    output.textures_delta.clear();
    (ctx, output)
}

#[test]
fn the_first_frame_shows_the_file_named_at_the_start() {
    let folder = TempDir::new().unwrap();
    let file = file_in(&folder, "a.ron");
    let mut app = App::new(Arc::new(catalogue()), Box::new(SystemDialogs), Some(file));
    while app.busy() {
        std::thread::yield_now();
    }
    first_frame(&mut app);
    assert_eq!(**app.document().design(), full_example());
}

#[test]
fn a_window_cleared_to_the_paper_is_not_filled_with_it_again() {
    let new = || App::new(Arc::new(catalogue()), Box::new(SystemDialogs), None);
    let grounds = |output: &FullOutput| {
        let whole = |shape: &Shape| match shape {
            Shape::Rect(rect) => rect.fill.a() > 0 && rect.rect.size() == USUAL,
            _ => false,
        };
        output.shapes.iter().filter(|clipped| whole(&clipped.shape)).count()
    };
    let (ctx, output) = first_frame(&mut new());
    assert_eq!(grounds(&output), 1);
    // The window is cleared to this.
    assert_eq!(ctx.global_style().visuals.panel_fill, Theme::LIGHT.paper);
    let (_, output) = first_frame(&mut new().on_paper());
    assert_eq!(grounds(&output), 0);
}
