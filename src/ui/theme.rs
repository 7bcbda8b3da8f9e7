//! The theme holds the tokens: colours, type, spacing. No other file of the interface holds a colour or a size of type.
#![allow(clippy::disallowed_methods)] // This is the place that the others must go through.

pub mod pairs;

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke};

use crate::letters::faces;
use crate::model::catalogue::Zone;

/// What colours mean. One hue a zone, used for its title, its rule and its marks; never a fill behind text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// The ground of everything.
    pub paper: Color32,
    /// What can be written in.
    pub cell: Color32,
    /// Text, rails, ticks.
    pub ink: Color32,
    /// Second voice: counts, help, captions.
    pub muted: Color32,
    /// Dashed edge of what is still empty, and a cell's edge.
    pub line: Color32,
    /// Separators that carry no meaning.
    pub hair: Color32,
    pub definition: Color32,
    pub positioning: Color32,
    pub examples: Color32,
    pub design: Color32,
    pub vigilance: Color32,
    /// Over the sheet while a panel is open.
    pub scrim: Color32,
    /// Light on dark.
    pub dark: bool,
}

impl Theme {
    pub const LIGHT: Theme = Theme {
        paper: Color32::from_rgb(0xFB, 0xF8, 0xF1),
        cell: Color32::from_rgb(0xFF, 0xFF, 0xFF),
        ink: Color32::from_rgb(0x1B, 0x1A, 0x1F),
        muted: Color32::from_rgb(0x4A, 0x48, 0x52),
        line: Color32::from_rgb(0x76, 0x70, 0x60),
        hair: Color32::from_rgb(0xD8, 0xD1, 0xC1),
        definition: Color32::from_rgb(0x5A, 0x2A, 0x6E),
        positioning: Color32::from_rgb(0x17, 0x45, 0x7F),
        examples: Color32::from_rgb(0x7A, 0x43, 0x00),
        design: Color32::from_rgb(0x14, 0x52, 0x38),
        vigilance: Color32::from_rgb(0x8E, 0x24, 0x20),
        scrim: Color32::from_rgba_premultiplied(0x98, 0x96, 0x92, 0x9C),
        dark: false,
    };

    pub const DARK: Theme = Theme {
        paper: Color32::from_rgb(0x1B, 0x1A, 0x1F),
        cell: Color32::from_rgb(0x23, 0x22, 0x28),
        ink: Color32::from_rgb(0xFB, 0xF8, 0xF1),
        muted: Color32::from_rgb(0xC2, 0xBD, 0xB3),
        line: Color32::from_rgb(0x98, 0x91, 0x81),
        hair: Color32::from_rgb(0x3D, 0x3B, 0x42),
        definition: Color32::from_rgb(0xDD, 0xB3, 0xE3),
        positioning: Color32::from_rgb(0x8F, 0xBF, 0xFF),
        examples: Color32::from_rgb(0xEA, 0xAB, 0x64),
        design: Color32::from_rgb(0x76, 0xC8, 0x9F),
        vigilance: Color32::from_rgb(0xFE, 0x9B, 0x95),
        scrim: Color32::from_rgba_premultiplied(0x11, 0x10, 0x13, 0x9C),
        dark: true,
    };

    /// The theme of a pass: the toolkit says whether the system, or the menu, asks for dark.
    pub fn of(ctx: &egui::Context) -> &'static Theme {
        match ctx.theme() {
            egui::Theme::Light => &Theme::LIGHT,
            egui::Theme::Dark => &Theme::DARK,
        }
    }

    /// Over what recedes: it can still be guessed, and does not call.
    pub fn veil(&self) -> Color32 {
        self.paper.gamma_multiply(0.82)
    }

    pub fn zone(&self, zone: Zone) -> Color32 {
        match zone {
            Zone::Definition => self.definition,
            Zone::Positioning => self.positioning,
            Zone::Examples => self.examples,
            Zone::Vigilance => self.vigilance,
            Zone::Design => self.design,
        }
    }
}

/// For a text that is measured and never painted, or that carries its own colours.
pub const UNSEEN: Color32 = Color32::PLACEHOLDER;

/// What a projector shows as nothing at all, whatever the theme.
pub const BLACK_SCREEN: Color32 = Color32::BLACK;

/// A picture in its own colours.
pub const UNTINTED: Color32 = Color32::WHITE;

/// The weight of a text; each is a font family of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    SemiBold,
    Bold,
}

impl Weight {
    fn family(self) -> FontFamily {
        FontFamily::Name(Arc::from(match self {
            Weight::Regular => "regular",
            Weight::SemiBold => "semibold",
            Weight::Bold => "bold",
        }))
    }
}

/// One entry of the type scale. Sizes are logical points, multiplied by the zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    pub size: f32,
    pub weight: Weight,
    /// From one baseline to the next, in points.
    pub leading: f32,
}

impl Face {
    const fn new(size: f32, weight: Weight, leading: f32) -> Face {
        Face { size, weight, leading }
    }

    /// The same size, in the weight that stands out.
    pub fn strong(self) -> Face {
        Face { weight: Weight::SemiBold, ..self }
    }

    /// The same, with lines as close as they can be without touching.
    pub fn closer(self) -> Face {
        Face { leading: (self.size * 1.17).min(self.leading), ..self }
    }

    pub fn font(self) -> FontId {
        FontId::new(self.size, self.weight.family())
    }
}

/// The scale. Overview: 27, 17, 15, 13; focus: 58, 46, 38, 30, 24, 18 (never less).
pub mod face {
    use super::{Face, Weight};

    pub const TITLE: Face = Face::new(27.0, Weight::Bold, 34.0);
    /// A name too long for one line at the title's size.
    pub const LONG_TITLE: Face = Face::new(20.0, Weight::Bold, 25.0);
    pub const ZONE: Face = Face::new(17.0, Weight::SemiBold, 22.0);
    pub const BODY: Face = Face::new(15.0, Weight::Regular, 20.0);
    pub const STRONG: Face = Face::new(15.0, Weight::SemiBold, 20.0);
    pub const LABEL: Face = Face::new(13.5, Weight::SemiBold, 18.0);
    pub const CAPTION: Face = Face::new(13.0, Weight::Regular, 16.0);
    pub const STRONG_CAPTION: Face = Face::new(13.0, Weight::SemiBold, 16.0);

    pub const FOCUS_ZONE: Face = Face::new(25.0, Weight::SemiBold, 32.0);
    pub const FOCUS_COUNT: Face = Face::new(24.0, Weight::Regular, 32.0);
    /// The two poles of an axis; one size for all five.
    pub const POLE: Face = Face::new(58.0, Weight::Bold, 66.0);
    /// The criterion that is being spoken of.
    pub const SENTENCE: Face = Face::new(38.0, Weight::Bold, 46.0);
    pub const FOCUS_TITLE: Face = Face::new(46.0, Weight::Bold, 56.0);
    /// A title too long for one line in large.
    pub const FOCUS_LONG_TITLE: Face = Face::new(30.0, Weight::Bold, 38.0);
    pub const FOCUS_TEXT: Face = Face::new(30.0, Weight::Regular, 42.0);
    pub const FOCUS_BODY: Face = Face::new(24.0, Weight::Regular, 32.0);
    /// For a card that is too full for its window.
    pub const FOCUS_SMALL: Face = Face::new(21.0, Weight::Regular, 28.0);
    pub const FOCUS_CAPTION: Face = Face::new(18.0, Weight::SemiBold, 24.0);
    pub const FOCUS_HELP: Face = Face::new(18.0, Weight::Regular, 24.0);

    /// The leader's screen: read at a glance, standing beside it.
    pub const TIME: Face = Face::new(104.0, Weight::Bold, 104.0);
    pub const TIME_UNIT: Face = Face::new(44.0, Weight::SemiBold, 52.0);
    pub const NOTES: Face = Face::new(21.0, Weight::Regular, 29.0);
    pub const STEP: Face = Face::new(17.0, Weight::Regular, 22.0);
    pub const FOLLOWING: Face = Face::new(20.0, Weight::SemiBold, 25.0);

    /// For the room: of the size that its last row can read.
    pub fn room(size: f32, weight: Weight) -> Face {
        Face { size, weight, leading: size * 1.28 }
    }
}

/// Distances, in points: a step of 4.
pub mod space {
    pub const EDGE: f32 = 28.0;
    pub const COLUMN: f32 = 26.0;
    pub const CELL: f32 = 10.0;
    pub const PAD: f32 = 12.0;
    pub const STEP: f32 = 4.0;
    pub const RADIUS: u8 = 6;
    /// The smallest target for a pointer.
    pub const TARGET: f32 = 24.0;
    pub const FOCUS_EDGE: f32 = 56.0;
    /// The smallest target in large: used while standing at the screen.
    pub const FOCUS_TARGET: f32 = 44.0;
    /// From this width on, two things stand side by side in large.
    pub const BESIDE: f32 = 900.0;
}

/// Strokes: 1, 2 and 3 points.
pub mod line {
    pub const THIN: f32 = 1.0;
    pub const MARK: f32 = 2.0;
    pub const RULE: f32 = 3.0;
}

/// The strokes of what a room reads: they grow with its letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Of a mark that carries meaning.
    pub mark: f32,
    /// Of what stands out: the keyboard's ring.
    pub rule: f32,
}

impl Pen {
    /// Of a mark, over the smallest size of type that the last row reads.
    const MARK: f32 = 0.12;

    /// Where `least` is that size, in points.
    pub fn room(least: f32) -> Pen {
        let mark = (least * Pen::MARK).max(line::MARK);
        Pen { mark, rule: mark * line::RULE / line::MARK }
    }
}

/// The faces of the program, those that sheets are set in too.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for file in faces::BEHIND {
        fonts.font_data.insert(file.family.to_owned(), data(file));
    }
    let weights = [
        (Weight::Regular, faces::REGULAR),
        (Weight::SemiBold, faces::SEMI_BOLD),
        (Weight::Bold, faces::BOLD),
    ];
    for (weight, file) in weights {
        let name = format!("{} {weight:?}", file.family);
        fonts.font_data.insert(name.clone(), data(file));
        let behind = faces::BEHIND.iter().map(|file| file.family.to_owned());
        let family: Vec<String> = std::iter::once(name).chain(behind).collect();
        if weight == Weight::Regular {
            fonts.families.insert(FontFamily::Proportional, family.clone());
            fonts.families.insert(FontFamily::Monospace, family.clone());
        }
        fonts.families.insert(weight.family(), family);
    }
    fonts
}

fn data(file: faces::File) -> Arc<FontData> {
    Arc::new(FontData::from_static(file.bytes))
}

/// Gives the toolkit our faces and colours, and takes away what is not ours: shadows, blinking, animations.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.style_mut_of(egui::Theme::Light, |style| dress(style, &Theme::LIGHT));
    ctx.style_mut_of(egui::Theme::Dark, |style| dress(style, &Theme::DARK));
    ctx.options_mut(|options| {
        options.theme_preference = egui::ThemePreference::System;
        // A lit room projects better light, and many systems do not say.
        options.fallback_theme = egui::Theme::Light;
        options.zoom_with_keyboard = false;
    });
}

fn dress(style: &mut egui::Style, theme: &Theme) {
    use egui::TextStyle as T;
    style.text_styles = [
        (T::Heading, face::ZONE.font()),
        (T::Body, face::BODY.font()),
        (T::Button, face::BODY.font()),
        (T::Monospace, face::BODY.font()),
        (T::Small, face::CAPTION.font()),
    ]
    .into();
    style.animation_time = 0.0;
    style.spacing.item_spacing = egui::vec2(space::STEP, space::STEP);
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.interact_size = egui::vec2(space::TARGET, space::TARGET);
    // In the margin of the page, so that nothing moves sideways when the bar appears.
    style.spacing.scroll = egui::style::ScrollStyle {
        bar_width: 8.0,
        floating_width: 8.0,
        floating_allocated_width: 0.0,
        foreground_color: false,
        dormant_handle_opacity: 1.0,
        active_handle_opacity: 1.0,
        interact_handle_opacity: 1.0,
        fade: egui::style::ScrollFadeStyle { strength: 0.0, ..Default::default() },
        ..egui::style::ScrollStyle::floating()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    colour(&mut style.visuals, theme);
}

fn colour(visuals: &mut egui::Visuals, theme: &Theme) {
    visuals.dark_mode = theme.dark;
    visuals.override_text_color = Some(theme.ink);
    visuals.panel_fill = theme.paper;
    visuals.window_fill = theme.cell;
    visuals.extreme_bg_color = theme.hair;
    visuals.text_edit_bg_color = Some(theme.cell);
    visuals.window_stroke = Stroke::new(line::MARK, theme.ink);
    visuals.window_corner_radius = CornerRadius::same(space::RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(space::RADIUS);
    visuals.window_shadow = egui::Shadow::NONE;
    visuals.popup_shadow = egui::Shadow::NONE;
    // Inverted, as a lit menu line is: a pale ground would not be seen on a projector.
    visuals.selection.bg_fill = theme.ink;
    visuals.selection.stroke = Stroke::new(line::MARK, theme.paper);
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(line::MARK, theme.ink);
    let widgets = &mut visuals.widgets;
    let all = [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ];
    for widget in all {
        widget.corner_radius = CornerRadius::same(space::RADIUS);
        widget.fg_stroke = Stroke::new(line::MARK, theme.ink);
        widget.bg_stroke = Stroke::new(line::THIN, theme.line);
        widget.bg_fill = theme.muted;
        widget.weak_bg_fill = theme.paper;
        widget.expansion = 0.0;
    }
    visuals.widgets.inactive.bg_fill = theme.line;
}

/// The ink of the style that is installed.
pub fn ink_of(ui: &egui::Ui) -> Color32 {
    ui.visuals().text_color()
}
