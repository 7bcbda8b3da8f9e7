//! Every component in every state, on one page, in either theme: what a designer reads beside the printed states.
//!
//! ```sh
//! cargo run --example gallery              # as the computer says
//! cargo run --example gallery -- sombre    # or « clair »
//! ```
//!
//! « T » turns to the other theme, Escape closes. The parts are the program's own, and hear the mouse and the keyboard;
//! what they ask for is dropped. A state that needs a hand is lent one: the keyboard goes to a control just while it is
//! shown; what is painted apart from what it hears is painted with the `Look` of that state.

#[path = "gallery/page.rs"]
mod page;

use dessiner_un_labo::intent::View;
use dessiner_un_labo::intent::leading::Side;
use dessiner_un_labo::model::catalogue::BrokenCatalogue;
use dessiner_un_labo::model::design::{AxisAnswer, Disagreement, PointState};
use dessiner_un_labo::model::{Catalogue, Design, Step};
use dessiner_un_labo::ui::{Cx, Theme, theme};
use egui::{CentralPanel, Frame, Key, Modifiers, Ui, ViewportCommand};

pub use self::page::{PAGE, RAILS};

fn main() -> eframe::Result {
    let asked = std::env::args().nth(1).unwrap_or_default();
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size(PAGE),
        ..eframe::NativeOptions::default()
    };
    let create: eframe::AppCreator = Box::new(move |cc| {
        theme::install(&cc.egui_ctx);
        match asked.as_str() {
            "sombre" => cc.egui_ctx.set_theme(egui::Theme::Dark),
            "clair" => cc.egui_ctx.set_theme(egui::Theme::Light),
            _ => {}
        }
        Ok(Box::new(Gallery::new()?))
    });
    eframe::run_native("Dessiner un labo\u{a0}: les composants", options, create)
}

/// What the page shows: a method and a design of its own, with a thing in each state.
pub struct Gallery {
    catalogue: Catalogue,
    design: Design,
    view: View,
}

impl Gallery {
    pub fn new() -> Result<Gallery, BrokenCatalogue> {
        let mut catalogue = Catalogue::built_in()?;
        // Two axes, again and again: what differs from one to the next is the state alone.
        catalogue.axes.clear();
        while catalogue.axes.len() < RAILS.len() {
            catalogue.axes.extend(Catalogue::built_in()?.axes.into_iter().take(2));
        }
        for (axis, state) in catalogue.axes.iter_mut().zip(RAILS) {
            axis.id = state.into();
        }
        let design = design(&catalogue);
        Ok(Gallery { catalogue, design, view: View::default() })
    }

    pub fn show(&self, ui: &mut Ui) {
        // The states show in a window that has not the keyboard itself.
        ui.input_mut(|input| input.focused = true);
        let theme = Theme::of(ui.ctx());
        CentralPanel::default().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
            let preview = dessiner_un_labo::ui::preview::Preview::default();
            let cx = Cx {
                preview: &preview,
                catalogue: &self.catalogue,
                design: &self.design,
                view: &self.view,
                theme,
                hours: &[],
                play: None,
                compact: false,
                note_lines: 1,
                reached: None,
                side: Side::Desk,
            };
            page::show(ui, cx);
        });
    }
}

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if key(Key::T) {
            let dark = ui.ctx().theme() == egui::Theme::Light;
            ui.ctx().set_theme(egui::Theme::from_dark_mode(dark));
            ui.ctx().request_repaint();
        }
        if key(Key::Escape) {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
        fit(ui);
        self.show(ui);
    }
}

/// The page shrinks with a window that is too small for it.
fn fit(ui: &Ui) {
    let ctx = ui.ctx();
    let points = ctx.content_rect().size() * ctx.zoom_factor();
    let zoom = (points / PAGE).min_elem().min(1.0);
    if zoom > 0.1 && (zoom - ctx.zoom_factor()).abs() > 0.005 {
        ctx.set_zoom_factor(zoom);
    }
}

fn design(catalogue: &Catalogue) -> Design {
    let mut design = Design::empty(catalogue);
    let step = |index: i8| Some(Step::MIDDLE.moved(index));
    let steps = [None, step(1), step(-1), step(1), step(2), step(1)];
    design.axes = RAILS
        .iter()
        .zip(steps)
        .map(|(id, step)| AxisAnswer { id: (*id).into(), step, ..AxisAnswer::default() })
        .collect();
    design.axes[4].note = "sauf pour le numérique".into();
    design.axes[5].disagreement = Some(Disagreement {
        text: "deux directions y tiennent".into(),
        span: Some((Step::MIDDLE.moved(-2), Step::MIDDLE.moved(2))),
    });
    design.criteria[1].ticked = true;
    for (point, state, owner) in [
        ("dedans-dehors", PointState::InDiscussion, ""),
        ("portage", PointState::Settled, "la direction générale"),
    ] {
        let answers = design.points.iter_mut().filter(|answer| *answer.id == *point);
        answers.for_each(|answer| {
            answer.state = state;
            answer.owner = owner.into();
        });
    }
    for answer in &mut design.points {
        // In the place of the question.
        answer.note = "deux avis dans le groupe".into();
    }
    for (field, text) in [
        ("sujets", "Accueil du public, conditions de travail à domicile."),
        ("gouvernance", "Rattaché à la direction générale, une élue référente"),
        (
            "equipe",
            "Six personnes, dont deux designers et une sociologue\u{a0}; trente agents volontaires \
             dans les directions, deux jours par mois.",
        ),
    ] {
        let answers = design.fields.iter_mut().filter(|answer| *answer.id == *field);
        answers.for_each(|answer| answer.text = text.into());
    }
    design
}
