//! These pairs say which tokens can meet, and how far apart they must be: a test computes every pair in both themes.
//!
//! A lit room gives a projector a contrast of about 7:1 in all: the targets are above those of the desk (4.5 and 3).
//! What lies under the scrim of a panel is veiled on purpose and is not counted.

use egui::Color32;

use super::Theme;

/// A colour by its name, the same in every theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    Paper,
    Cell,
    Ink,
    Muted,
    Line,
    Hair,
    Definition,
    Positioning,
    Examples,
    Design,
    Vigilance,
    Scrim,
}

impl Theme {
    /// Every token with its colour: one that is added to the theme must be added here.
    pub fn tokens(&self) -> [(Token, Color32); 12] {
        let Theme { paper, cell, ink, muted, line, hair, scrim, .. } = *self;
        let Theme { definition, positioning, examples, design, vigilance, dark: _, .. } = *self;
        [
            (Token::Paper, paper),
            (Token::Cell, cell),
            (Token::Ink, ink),
            (Token::Muted, muted),
            (Token::Line, line),
            (Token::Hair, hair),
            (Token::Definition, definition),
            (Token::Positioning, positioning),
            (Token::Examples, examples),
            (Token::Design, design),
            (Token::Vigilance, vigilance),
            (Token::Scrim, scrim),
        ]
    }

    pub fn colour(&self, token: Token) -> Color32 {
        let found = self.tokens().into_iter().find(|(other, _)| *other == token);
        found.map_or(self.ink, |(_, colour)| colour)
    }
}

/// What is read, or what is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    Text,
    /// A shape that carries meaning: an edge, a tick, a ring, a handle. The words of a command that cannot be chosen now
    /// are one: they are recognised rather than read.
    Mark,
}

impl Use {
    /// The least contrast, to 1.
    pub fn least(self) -> f64 {
        match self {
            Use::Text => 7.5,
            Use::Mark => 4.0,
        }
    }
}

/// Two tokens that meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub of: Token,
    pub on: Token,
    pub as_: Use,
    /// Where they meet.
    pub seen: &'static str,
}

const fn text(of: Token, on: Token, seen: &'static str) -> Pair {
    Pair { of, on, as_: Use::Text, seen }
}

const fn mark(of: Token, on: Token, seen: &'static str) -> Pair {
    Pair { of, on, as_: Use::Mark, seen }
}

/// Every pair that can meet. `hair` and `scrim` are in none: they carry no meaning.
pub const PAIRS: &[Pair] = {
    use Token as T;
    &[
        text(T::Ink, T::Paper, "names, sentences, poles, notes, menus; a way out in a bar"),
        text(T::Ink, T::Cell, "the text of cells and cards; menus, panels, bubbles, buttons"),
        text(T::Muted, T::Paper, "counts, help, states; the invitation of an empty cell"),
        text(T::Muted, T::Cell, "captions of cards, keys in a menu, invitation of a focus"),
        text(T::Paper, T::Ink, "the primary button, a lit menu line, a bar, a selected text"),
        text(T::Definition, T::Paper, "the zone's title"),
        text(T::Positioning, T::Paper, "the zone's title"),
        text(T::Examples, T::Paper, "the zone's title; the fields of a card in large"),
        text(T::Examples, T::Cell, "the fields on the back of a card"),
        text(T::Design, T::Paper, "the zone's title; the title of an empty cell"),
        text(T::Design, T::Cell, "the title of a filled cell"),
        text(T::Vigilance, T::Paper, "the zone's title"),
        mark(T::Line, T::Paper, "dashed edges, edges of cells, what underlines; a scroll bar"),
        mark(T::Line, T::Cell, "edges of cells, seen from within; a command not to be chosen now"),
        mark(T::Muted, T::Paper, "the discs of a menu; a scroll bar pointed at"),
        mark(T::Muted, T::Cell, "the discs of a menu; a scroll bar pointed at"),
        mark(T::Ink, T::Paper, "rails, boxes, emblems, dots, frames, the ring, the caret"),
        mark(T::Ink, T::Cell, "emblems, ticks, frames, the ring, the caret, a selection"),
        mark(T::Paper, T::Ink, "the tick of a box, a line of a menu; buttons and ring of a bar"),
        mark(T::Definition, T::Paper, "the rule, the bar of a note"),
        mark(T::Positioning, T::Paper, "the rule, the handle, a span, the bar of a note"),
        mark(T::Positioning, T::Cell, "the bar of a disagreement in large, a mark on a choice"),
        mark(T::Examples, T::Paper, "the rule, the band of a card, the dot of a focus"),
        mark(T::Examples, T::Cell, "the band of a card"),
        mark(T::Design, T::Paper, "the rule, the dot of a focus, what underlines"),
        mark(T::Design, T::Cell, "what underlines a title"),
        mark(T::Vigilance, T::Paper, "the rule, a ring, a disc"),
        mark(T::Vigilance, T::Cell, "the half disc, a ring seen from within"),
        mark(T::Paper, T::Vigilance, "the tick of a settled point"),
    ]
};

/// The contrast of two opaque colours, from 1 to 21 (WCAG 2.2, « contrast ratio »).
pub fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// WCAG 2.2, « relative luminance ».
fn luminance(colour: Color32) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::ui::theme;

    #[test]
    fn contrast_is_that_of_the_recommendation() {
        let black_on_white = contrast(Color32::BLACK, Color32::WHITE);
        assert!((black_on_white - 21.0).abs() < 1e-9);
        assert_eq!(contrast(Color32::RED, Color32::RED), 1.0);
        // The figure that everyone quotes: #767676 is the lightest grey that holds 4.5 on white.
        let grey = |value| contrast(Color32::from_gray(value), Color32::WHITE);
        assert!(grey(0x76) >= 4.5 && grey(0x77) < 4.5);
    }

    #[test]
    fn every_pair_of_tokens_that_can_meet_is_far_enough_apart_in_both_themes() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for pair in PAIRS {
                let found = contrast(theme.colour(pair.of), theme.colour(pair.on));
                let least = pair.as_.least();
                let name = if theme.dark { "dark" } else { "light" };
                assert!(found >= least, "{name}: {found:.3} < {least}: {pair:?}");
            }
        }
    }

    #[test]
    fn every_token_but_those_that_mean_nothing_meets_another() {
        let meet: HashSet<Token> = PAIRS.iter().flat_map(|pair| [pair.of, pair.on]).collect();
        for (token, _) in Theme::LIGHT.tokens() {
            let means_nothing = matches!(token, Token::Hair | Token::Scrim);
            assert_eq!(meet.contains(&token), !means_nothing, "{token:?}");
        }
    }

    #[test]
    fn the_tokens_are_distinct_in_each_theme() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let colours: HashSet<Color32> = theme.tokens().map(|(_, colour)| colour).into();
            assert_eq!(colours.len(), theme.tokens().len());
        }
    }

    /// What the toolkit draws by itself: bubbles, scroll bars, the caret, a selection.
    #[test]
    fn the_toolkit_draws_with_declared_pairs_in_both_themes() {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        for (name, theme) in [(egui::Theme::Light, Theme::LIGHT), (egui::Theme::Dark, Theme::DARK)]
        {
            let style = ctx.style_of(name);
            let visuals = &style.visuals;
            let scroll = style.spacing.scroll;
            assert_eq!(visuals.dark_mode, theme.dark);
            // A handle seen through would be neither of its two colours.
            let opaque = [scroll.dormant_handle_opacity, scroll.active_handle_opacity];
            assert_eq!(opaque, [1.0, 1.0]);
            let token = |colour: Color32| {
                let found = theme.tokens().into_iter().find(|(_, other)| *other == colour);
                found.map(|(token, _)| token)
            };
            let [inactive, hovered] = [&visuals.widgets.inactive, &visuals.widgets.hovered];
            let selection = &visuals.selection;
            for (of, on, as_) in [
                (visuals.text_color(), visuals.window_fill, Use::Text),
                (visuals.text_color(), visuals.panel_fill, Use::Text),
                (visuals.text_color(), visuals.text_edit_bg_color(), Use::Text),
                (selection.stroke.color, selection.bg_fill, Use::Text),
                (selection.bg_fill, theme.cell, Use::Mark),
                (selection.bg_fill, theme.paper, Use::Mark),
                (visuals.text_cursor.stroke.color, theme.cell, Use::Mark),
                (visuals.text_cursor.stroke.color, theme.paper, Use::Mark),
                (visuals.window_stroke.color, theme.paper, Use::Mark),
                (inactive.bg_fill, theme.paper, Use::Mark),
                (inactive.bg_fill, theme.cell, Use::Mark),
                (hovered.bg_fill, theme.paper, Use::Mark),
                (hovered.bg_fill, theme.cell, Use::Mark),
            ] {
                let (of, on) = (token(of).unwrap(), token(on).unwrap());
                let declared =
                    PAIRS.iter().any(|pair| (pair.of, pair.on, pair.as_) == (of, on, as_));
                assert!(declared, "{of:?} on {on:?} as {as_:?}");
            }
        }
    }
}
