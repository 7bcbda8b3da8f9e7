//! What shows is what prints: one choice for each sign, which the screen and the paper both draw.

use std::sync::Arc;

use dessiner_un_labo::letters::{self, NOTHING, STAND_IN, Shown};
use dessiner_un_labo::ui::theme::{self, Weight};
use egui::Context;
use unicode_normalization::UnicodeNormalization;

/// What a French administration writes, and what it pastes: all of it must be drawn.
const DRAWN: &[(&str, u32, u32)] = &[
    ("Basic Latin", 0x21, 0x7E),
    ("Latin-1", 0xA1, 0xFF),
    ("Latin Extended-A", 0x100, 0x17F),
    ("Latin Extended-B", 0x180, 0x24F),
    ("phonetic letters", 0x250, 0x2AF),
    ("spacing modifiers", 0x2B0, 0x2FF),
    ("combining marks", 0x300, 0x34E),
    ("Greek", 0x386, 0x3CE),
    ("Cyrillic", 0x400, 0x52F),
    ("Latin Extended Additional", 0x1E00, 0x1EFF),
    ("Greek Extended", 0x1F00, 0x1F15),
    ("dashes, quotes, primes", 0x2010, 0x2027),
    ("per mille, primes", 0x2030, 0x205E),
    ("subscripts", 0x2080, 0x208E),
    ("currencies", 0x20A0, 0x20BF),
    ("letter-like", 0x2100, 0x214F),
    ("fractions, Roman numbers", 0x2150, 0x2189),
    ("arrows", 0x2190, 0x21FF),
    ("operators", 0x2200, 0x22FF),
    ("numbers in circles", 0x2460, 0x24FF),
    ("frames", 0x2500, 0x257F),
    ("blocks", 0x2580, 0x259F),
    ("shapes", 0x25A0, 0x25FF),
    ("various signs", 0x2600, 0x26FF),
    ("ticks, stars, arrows", 0x2701, 0x27BF),
    ("more arrows", 0x27F0, 0x27FF),
    ("arrows B", 0x2900, 0x297F),
    ("Latin Extended-C", 0x2C60, 0x2C7F),
    ("ligatures", 0xFB00, 0xFB06),
    ("faces and hands", 0x1F600, 0x1F64F),
];

const WEIGHTS: [Weight; 3] = [Weight::Regular, Weight::SemiBold, Weight::Bold];

/// A context with the faces of the program, and no window.
fn screen() -> Context {
    let ctx = Context::default();
    theme::install(&ctx);
    let _ = ctx.run_ui(egui::RawInput::default(), |_| {});
    ctx
}

fn has(ctx: &Context, weight: Weight, sign: char) -> bool {
    ctx.fonts_mut(|fonts| fonts.has_glyph(&theme::face::room(20.0, weight).font(), sign))
}

fn every_sign() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX).filter(|sign| u32::from(*sign) < 0x3_0000 || u32::from(*sign) >= 0xE_0000)
}

#[test]
fn every_sign_of_the_blocks_of_an_administration_is_drawn_as_it_is() {
    for (block, low, high) in DRAWN {
        for sign in (*low..=*high).filter_map(char::from_u32) {
            // A few places of these blocks are still without a sign.
            if !is_assigned(sign) {
                continue;
            }
            let shown = letters::shown(sign);
            assert!(
                matches!(shown, Shown::Drawn(it, _) if it == sign),
                "{block}: {sign:?}: {shown:?}"
            );
        }
    }
}

/// Unicode has given the place to a sign: it then has properties that an empty place has not.
fn is_assigned(sign: char) -> bool {
    const EMPTY: &[u32] = &[0x38B, 0x38D, 0x3A2, 0x1F16, 0x1F17];
    !EMPTY.contains(&u32::from(sign)) && sign != '\u{ad}'
}

#[test]
fn what_is_chosen_for_a_sign_is_drawn_on_the_screen_in_every_weight() {
    let ctx = screen();
    for sign in every_sign() {
        let text = sign.to_string();
        let shown = letters::as_shown(&text);
        assert_eq!(shown.chars().count(), 1, "{sign:?}");
        for put in shown.chars().filter(|put| !matches!(put, '\n' | '\t' | &NOTHING)) {
            assert!(!put.is_control(), "{sign:?}");
            for weight in WEIGHTS {
                assert!(has(&ctx, weight, put), "{sign:?} is shown as {put:?}, which is not drawn");
            }
        }
    }
}

#[test]
fn no_control_private_sign_or_noncharacter_reaches_a_face() {
    for sign in every_sign() {
        let code = u32::from(sign);
        let private = (0xE000..=0xF8FF).contains(&code) || code >= 0xF_0000;
        let noncharacter = code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code);
        if sign.is_control() || private || noncharacter {
            let text = sign.to_string();
            let shown = letters::as_shown(&text);
            let same = *shown == *text && !matches!(sign, '\n' | '\t');
            assert!(!same, "{sign:?} is shown as it is");
        }
    }
}

#[test]
fn every_vietnamese_letter_and_every_latin_name_is_drawn_and_composed() {
    let names = "Nguyễn Đặng Thị Hường Trần Quốc Bảo Phạm Văn Đồng Lê Thị Mỹ Lệ Ștefănescu Țepeș Łukasiewicz Þórsson \
                 Çağrı İnönü Ağaoğlu Jiří Dvořák Ľudovít Štúr Kovács Ős Müller-Lüdenscheidt Weiß Ørsted Ångström Šešelj Đurđević \
                 Mbɔyo Ŋgũgĩ Ọláyínká Ẹniọlá N\u{300}goma Ɓɛlɛ Tāwhiri Pəhləvi";
    let parted: String = names.nfd().collect();
    assert_eq!(letters::typed(&parted), names.nfc().collect::<String>());
    assert_eq!(letters::as_shown(names), names);
    assert_eq!(letters::unseen(names).count(), 0);
}

#[test]
fn the_signs_of_the_sample_are_all_drawn() {
    let signs = "• ‣ ◦ ▪ ■ □ ● ○ ☐ ☑ ☒ ✓ ✔ ✗ ✘ → ← ↑ ↓ ↔ ⇒ ⇔ ⟶ ➜ ➔ ➤ ► ▶ ★ ☆ … ‑ – — − ‐ ‒ ― ′ ″ ½ ¼ ¾ ⅓ ⅔ ¹ ² ³ ⁴ ⁿ ₂ ₃ € £ № ℃ ≤ ≥ ≠ ≈ ± \
                 × ÷ ∞ µ μ Ω ‰ † ‡ § ¶ © ® ™ ∆ Σ ∑ √ ☺ ☎ ✉ ✏ ⚠ ❌ ✅ ➕ ❓ ❗ 👍 👎 🙂 😀 🎉 💡 🏛 🔥 🚀 📌 🤝 🫶 🥲 👍🏽 ❤\u{fe0f} ﬁ ﬂ ﬀ ʼ ‖ ⁄ ∙ · ⋅ \
                 ‧ ❖ ∗ ⁎ ⌘ ⏰ ⏳ 𝐚 ① Ⅳ";
    assert_eq!(letters::unseen(signs).next(), None);
    assert!(!letters::as_shown(signs).contains(STAND_IN));
    let ctx = screen();
    for sign in letters::as_shown(signs).chars().filter(|sign| *sign != NOTHING) {
        assert!(has(&ctx, Weight::Regular, sign) || sign == '\u{fe0f}', "{sign:?}");
    }
}

#[test]
fn a_line_of_signs_is_as_high_as_a_line_of_letters() {
    let ctx = screen();
    for text in ["Nguyễn", "→ ✓", "🤝", "中文", "▯"] {
        let galley = ctx.fonts_mut(|fonts| {
            let font = theme::face::room(20.0, Weight::Regular).font();
            fonts.layout_no_wrap(text.to_owned(), font, theme::UNSEEN)
        });
        let letters = ctx.fonts_mut(|fonts| {
            let font = theme::face::room(20.0, Weight::Regular).font();
            fonts.layout_no_wrap("Labo".to_owned(), font, theme::UNSEEN)
        });
        assert_eq!(Arc::clone(&galley).size().y, letters.size().y, "{text}");
    }
}
