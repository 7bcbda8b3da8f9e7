//! The gallery of the components (`cargo run --example gallery`) stays whole: it is part of what a designer reads.

#[allow(dead_code)] // Its window is not opened here.
#[path = "../../../examples/gallery.rs"]
mod example;

use dessiner_un_labo::ui::{Theme, theme};
use egui::{FullOutput, Ui, UiBuilder};
use egui_kittest::Harness;

use super::{contrast, layout};

fn painted(theme: egui::Theme) -> FullOutput {
    let gallery = example::Gallery::new().unwrap();
    let show = move |ui: &mut Ui| {
        let window = ui.ctx().content_rect();
        ui.set_clip_rect(window);
        ui.scope_builder(UiBuilder::new().max_rect(window), |ui| gallery.show(ui));
    };
    let builder = Harness::builder().with_size(example::PAGE).with_theme(theme);
    let mut harness = builder.with_context_setup(theme::install).build_ui(show);
    harness.run();
    harness.output().clone()
}

#[test]
fn the_gallery_shows_every_state_on_one_page_in_both_themes() {
    for (name, theme) in [(egui::Theme::Light, &Theme::LIGHT), (egui::Theme::Dark, &Theme::DARK)] {
        let output = painted(name);
        layout::check(&output, example::PAGE, 13.0, "gallery");
        let texts = layout::texts(&output);
        for state in example::RAILS.into_iter().chain([
            "vide",
            "trop pleine",
            "survol",
            "1 cran vers Support",
            "Modes d’intervention",
        ]) {
            let found = texts.iter().any(|text| text.words == state && text.visible_rows > 0);
            assert!(found, "« {state} » does not show");
        }
        let (_, faults) = contrast::read(&output, theme);
        assert!(faults.is_empty(), "{name:?}:\n{}", faults.join("\n"));
    }
}
