//! Every colour that is painted stands on one that the theme declares it can meet (`theme::pairs::PAIRS`, whose contrasts are
//! computed beside them): the window is painted in many states, and each shape is held against what is under it.

use std::collections::HashSet;

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::ui::Theme;
use dessiner_un_labo::ui::theme::pairs::{PAIRS, Token, Use};
use egui::epaint::{CircleShape, PathShape, RectShape, TextShape};
use egui::{Color32, FullOutput, Key, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::{USUAL, Window, catalogue, full_example};

/// The words of commands that cannot be chosen now: seen rather than read.
const IDLE: [&str; 12] = [
    "« Annuler »",
    "« Rétablir »",
    "« Ctrl+Z »",
    "« Ctrl+Y »",
    "« Couper »",
    "« Copier »",
    "« Coller »",
    "« Tout sélectionner »",
    "« Ctrl+X »",
    "« Ctrl+C »",
    "« Ctrl+V »",
    "« Ctrl+A »",
];

pub type Met = HashSet<(Token, Token, Use)>;

/// What has been filled so far, the last on top.
struct Sheet<'a> {
    theme: &'a Theme,
    fills: Vec<(Vec<Pos2>, Rect, Token)>,
    met: Met,
    faults: Vec<String>,
}

impl Sheet<'_> {
    fn token(&mut self, colour: Color32, what: &str) -> Option<Token> {
        let found = self.theme.tokens().into_iter().find(|(_, other)| *other == colour);
        if found.is_none() {
            self.faults.push(format!("{colour:?} is no token: {what}"));
        }
        found.map(|(token, _)| token)
    }

    fn under(&self, at: Pos2) -> Token {
        let covers = |(outline, clip, _): &&(Vec<Pos2>, Rect, Token)| {
            clip.contains(at) && inside(outline, at)
        };
        self.fills.iter().rev().find(covers).map_or(Token::Scrim, |(.., token)| *token)
    }

    fn meets(&mut self, of: Token, on: Token, as_: Use, what: &str) {
        // A separator says nothing; what lies outside the window is not seen.
        if of == Token::Hair || on == Token::Scrim || (of == on && as_ == Use::Mark) {
            return;
        }
        let declared = |as_| PAIRS.iter().any(|pair| (pair.of, pair.on, pair.as_) == (of, on, as_));
        let idle = IDLE.contains(&what) && of == Token::Line;
        let as_ = if idle { Use::Mark } else { as_ };
        if declared(as_) {
            self.met.insert((of, on, as_));
        } else {
            self.faults.push(format!("{of:?} on {on:?} as {as_:?}: {what}"));
        }
    }

    /// A stroke seen at these places.
    fn stroke(&mut self, stroke: Stroke, places: &[Pos2], clip: Rect, what: &str) {
        if stroke.width == 0.0 || stroke.color.a() == 0 {
            return;
        }
        let Some(of) = self.token(stroke.color, what) else { return };
        for at in places.iter().filter(|at| clip.contains(**at)) {
            let on = self.under(*at);
            self.meets(of, on, Use::Mark, &format!("{what} at {at:?}"));
        }
    }

    /// A fill seen at its middle; then it is what the next shapes stand on.
    fn fill(&mut self, colour: Color32, outline: Vec<Pos2>, clip: Rect, what: &str) {
        // A veil, or nothing.
        if colour.a() < 255 {
            return;
        }
        let Some(of) = self.token(colour, what) else { return };
        let whole = Rect::from_points(&outline).intersect(clip);
        if !whole.is_positive() {
            return;
        }
        // A ground is not a mark.
        if !matches!(of, Token::Paper | Token::Cell) {
            let on = self.under(whole.center());
            self.meets(of, on, Use::Mark, &format!("{what} at {whole:?}"));
        }
        self.fills.push((outline, clip, of));
    }

    fn shape(&mut self, shape: &Shape, clip: Rect) {
        match shape {
            Shape::Noop => {}
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.shape(shape, clip)),
            Shape::Rect(rect) => self.rect(rect, clip),
            Shape::Circle(circle) => self.circle(circle, clip),
            Shape::Path(path) => self.path(path, clip),
            Shape::LineSegment { points: [from, to], stroke } => {
                let places = [*from, from.lerp(*to, 0.5), *to];
                self.stroke(*stroke, &places, clip, "a line");
            }
            Shape::Text(text) => self.text(text, clip),
            // A picture: what stands on it is looked at elsewhere.
            Shape::Mesh(mesh) if mesh.texture_id != egui::TextureId::default() => {}
            other => panic!("a shape this test cannot read: {other:?}"),
        }
    }

    fn rect(&mut self, shape: &RectShape, clip: Rect) {
        if shape.brush.is_some() {
            // A picture has its own colours.
            return;
        }
        let outline = |rect: Rect| {
            vec![rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()]
        };
        self.fill(shape.fill, outline(shape.rect), clip, "a box");
        // An edge parts what it encloses from the rest: it is seen from within.
        let taken = match shape.stroke_kind {
            StrokeKind::Inside => shape.stroke.width,
            StrokeKind::Middle => shape.stroke.width / 2.0,
            StrokeKind::Outside => 0.0,
        };
        let within = shape.rect.shrink(taken + 1.0);
        let edges = [within.center_top(), within.right_center(), within.center_bottom()];
        self.stroke(shape.stroke, &edges, clip, "an edge");
    }

    fn circle(&mut self, shape: &CircleShape, clip: Rect) {
        let ring = |radius: f32| -> Vec<Pos2> {
            let at = |part: usize| egui::Vec2::angled(part as f32 * std::f32::consts::TAU / 24.0);
            (0..24).map(|part| shape.center + at(part) * radius).collect()
        };
        self.fill(shape.fill, ring(shape.radius), clip, "a disc");
        self.stroke(shape.stroke, &ring(shape.radius - 2.5), clip, "a ring, from within");
        self.stroke(shape.stroke, &ring(shape.radius + 2.5), clip, "a ring, from without");
    }

    fn path(&mut self, shape: &PathShape, clip: Rect) {
        self.fill(shape.fill, shape.points.clone(), clip, "a shape");
        if let egui::epaint::ColorMode::Solid(color) = shape.stroke.color {
            let stroke = Stroke::new(shape.stroke.width, color);
            self.stroke(stroke, &shape.points, clip, "an outline");
        }
    }

    fn text(&mut self, shape: &TextShape, clip: Rect) {
        for row in &shape.galley.rows {
            let ends = [row.glyphs.first(), row.glyphs.last()];
            for glyph in ends.into_iter().flatten().filter(|glyph| !glyph.chr.is_whitespace()) {
                let at = shape.pos + row.pos.to_vec2() + vec2(glyph.pos.x, row.size.y / 2.0);
                let own = row.visuals.mesh.vertices[glyph.first_vertex as usize].color;
                let own = if own == Color32::PLACEHOLDER { shape.fallback_color } else { own };
                let colour = shape.override_text_color.unwrap_or(own);
                let what = format!("« {} »", shape.galley.text());
                if !clip.contains(at) {
                    continue;
                }
                let Some(of) = self.token(colour, &what) else { continue };
                let on = self.under(at);
                self.meets(of, on, Use::Text, &what);
            }
        }
    }
}

/// Whether `at` is within a closed outline.
fn inside(outline: &[Pos2], at: Pos2) -> bool {
    let mut inside = false;
    for (a, b) in outline.iter().zip(outline.iter().cycle().skip(1)) {
        let crosses = (a.y > at.y) != (b.y > at.y);
        if crosses && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x) {
            inside = !inside;
        }
    }
    inside
}

/// The pairs that a frame paints, and what is wrong with it.
pub fn read(output: &FullOutput, theme: &Theme) -> (Met, Vec<String>) {
    let mut sheet = Sheet { theme, fills: Vec::new(), met: Met::new(), faults: Vec::new() };
    for clipped in &output.shapes {
        sheet.shape(&clipped.shape, clipped.clip_rect);
    }
    sheet.faults.sort();
    sheet.faults.dedup();
    (sheet.met, sheet.faults)
}

/// A window in a theme, looked at as it goes from one state to another.
struct Looked {
    window: Window,
    dark: bool,
    met: Met,
}

impl Looked {
    fn at(mut window: Window, dark: bool) -> Looked {
        let system = if dark { egui::Theme::Dark } else { egui::Theme::Light };
        window.harness.input_mut().system_theme = Some(system);
        window.run();
        let mut looked = Looked { window, dark, met: Met::new() };
        looked.look("at first");
        looked
    }

    #[track_caller]
    fn look(&mut self, what: &str) {
        let theme = if self.dark { &Theme::DARK } else { &Theme::LIGHT };
        let (met, faults) = read(self.window.harness.output(), theme);
        assert!(faults.is_empty(), "dark: {}, {what}:\n{}", self.dark, faults.join("\n"));
        self.met.extend(met);
    }

    #[track_caller]
    fn press(&mut self, key: Key) {
        self.window.press(key);
        self.look(&format!("after {key:?}"));
    }

    #[track_caller]
    fn click(&mut self, label: &str) {
        self.window.click(label);
        self.look(&format!("after a click on {label}"));
    }

    #[track_caller]
    fn point(&mut self, at: Pos2) {
        self.window.harness.hover_at(at);
        self.window.run();
        self.look(&format!("pointed at {at:?}"));
    }
}

/// The sheet with all there is on it: every control by the keyboard, every zone pointed at, menus and panels open.
fn the_sheet(dark: bool) -> Met {
    let mut looked = Looked::at(Window::on(full_example(), USUAL, 1.0), dark);
    for _ in 0..60 {
        looked.press(Key::Tab);
    }
    for at in [(60.0, 180.0), (231.0, 595.0), (540.0, 183.0), (1014.0, 252.0), (130.0, 710.0)] {
        looked.point(pos2(at.0, at.1));
    }
    for menu in ["Fichier", "Édition", "Affichage", "Aide"] {
        looked.click(menu);
        looked.press(Key::ArrowDown);
        looked.press(Key::Escape);
    }
    looked.press(Key::F1);
    looked.press(Key::Escape);
    let card = "Espace tiers, avec les acteurs du territoire, Gand, 2003";
    looked.window.focus(card);
    looked.press(Key::Space);
    looked.press(Key::Escape);
    looked.click("Aide");
    looked.click("Préparer l’atelier");
    looked.press(Key::PageDown);
    looked.press(Key::Escape);
    looked.click("Gouvernance, texte");
    looked.window.type_text("a");
    looked.press(Key::Escape);
    looked.window.ctrl(Key::Q);
    looked.look("the question");
    looked.press(Key::Tab);
    looked.met
}

/// A drag under way: the ghost, the words of the value.
fn a_drag(dark: bool) -> Met {
    let mut looked = Looked::at(Window::on(full_example(), USUAL, 1.0), dark);
    let rail = looked.window.rect("Pilote / Support\u{a0}: 1 cran vers Support");
    looked.window.harness.hover_at(rail.center());
    looked.window.harness.step();
    looked.window.harness.drag_at(rail.center());
    looked.window.harness.step();
    looked.window.harness.hover_at(rail.left_center() + vec2(20.0, 0.0));
    looked.window.harness.step();
    looked.look("a drag");
    looked.met
}

/// Every step of the method in large, with the keyboard on its controls; a card.
fn the_focuses(dark: bool) -> Met {
    let mut looked = Looked::at(Window::on(full_example(), USUAL, 1.0), dark);
    looked.window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
    let steps = Focus::steps(&catalogue(), looked.window.design());
    for step in &steps {
        assert_eq!(looked.window.app().view().focus.as_ref(), Some(step));
        for _ in 0..3 {
            looked.press(Key::Tab);
        }
        looked.press(Key::F5);
        looked.press(Key::Escape);
        looked.press(Key::PageDown);
    }
    looked.met
}

/// An empty sheet under an error, on a window where it scrolls; a path to be written.
fn an_error(dark: bool) -> Met {
    let window = Window::opening(std::path::Path::new("/n/existe/pas.ron"));
    let mut looked = Looked::at(window, dark);
    looked.press(Key::Tab);
    let edge = looked.window.harness.ctx.content_rect().right_center();
    looked.point(edge - vec2(4.0, 0.0));

    let mut looked = Looked { met: looked.met, ..Looked::at(Window::without_dialogs(), dark) };
    looked.window.ctrl(Key::O);
    looked.look("the path of a file");
    looked.met
}

fn in_a_theme(dark: bool) {
    let mut met = Met::new();
    for part in [the_sheet, a_drag, the_focuses, an_error] {
        met.extend(part(dark));
    }
    let idle: Vec<_> =
        PAIRS.iter().filter(|pair| !met.contains(&(pair.of, pair.on, pair.as_))).collect();
    assert!(idle.is_empty(), "never met: {idle:#?}");
}

#[test]
fn everything_is_painted_on_what_it_may_meet_and_every_declared_pair_is_met() {
    in_a_theme(false);
}

#[test]
fn everything_is_painted_on_what_it_may_meet_in_the_dark_too() {
    in_a_theme(true);
}
