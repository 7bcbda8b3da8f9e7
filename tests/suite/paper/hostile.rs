//! Texts that would break a page: too long, without a space, in signs that no face has, or written as the engine's own code.

use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::limits;
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};

use super::pdf::bare;
use super::words::{is_there, texts};
use super::{empty, every_order, full, longest, on, pdf, with_free_fields, write};

const READ: [(Sheet, Paper); 3] =
    [(Sheet::Canvas, Paper::A4), (Sheet::Canvas, Paper::A3), (Sheet::LargePrint, Paper::A4)];

fn field() -> Target {
    Target::FieldText("equipe".into())
}

#[test]
fn what_looks_like_the_engines_own_code_is_printed_as_it_is() {
    let code = "#read(\"/etc/passwd\") $x^2$ *gras* _a_ <b> @c \\ `d` #import \"style.typ\": * = Titre // rien";
    let mut design = full();
    for target in [
        field(),
        Target::Name,
        Target::AxisNote("pilote-support".into()),
        Target::PointOwner("impact".into()),
    ] {
        write(&mut design, target, code);
    }
    for (sheet, paper) in READ {
        let read = pdf(&design, on(sheet, paper));
        is_there(&read, &bare(code), 4);
        assert!(!read.bare().contains("root:"));
    }
}

#[test]
fn a_text_of_twenty_thousand_characters_is_whole() {
    let words: Vec<String> = (0..limits::LONG_TEXT / 8).map(|n| format!("m{n:05}x")).collect();
    let long: String = words.join(" ").chars().take(limits::LONG_TEXT).collect();
    let mut design = full();
    for target in [
        field(),
        Target::CriterionText("projets".into()),
        Target::PointNote("impact".into()),
        Target::OrientationText,
    ] {
        write(&mut design, target, &long);
    }
    for (sheet, paper) in READ {
        let read = pdf(&design, on(sheet, paper));
        for text in texts(&design) {
            is_there(&read, &text, 2 + read.pages.len());
        }
    }
}

#[test]
fn twenty_thousand_letters_without_a_space_and_thousands_of_addresses_are_set() {
    for text in ["a".repeat(20_000), "/".repeat(20_000), "a@b.fr ".repeat(2_500)] {
        let mut design = full();
        write(&mut design, field(), &text);
        for (sheet, paper) in READ {
            assert!(!pdf(&design, on(sheet, paper)).pages.is_empty());
        }
    }
}

#[test]
fn a_pile_of_marks_over_a_letter_is_set() {
    let mut design = full();
    write(&mut design, field(), &["Un mot a", &"\u{301}".repeat(19_000), " et la suite."].concat());
    for (sheet, paper) in READ {
        let read = pdf(&design, on(sheet, paper));
        is_there(&read, &bare("et la suite."), 4);
    }
}

#[test]
fn a_word_without_end_is_broken_not_cut() {
    let word: String = ('a'..='z').cycle().take(300).collect();
    let mut design = full();
    for target in [
        field(),
        Target::Name,
        Target::FieldText("creation".into()),
        Target::Disagreement("pilote-support".into()),
        Target::PointNote("g-o".into()),
    ] {
        write(&mut design, target, &word);
    }
    for order in every_order() {
        let read = pdf(&design, order);
        for page in &read.pages {
            for letter in page.seen() {
                assert!(
                    letter.x < page.width - 28.0,
                    "{order:?}: {:?} leaves the page",
                    letter.text
                );
            }
        }
    }
    for (sheet, paper) in READ {
        is_there(&pdf(&design, on(sheet, paper)), &word, 4);
    }
}

#[test]
fn a_sign_without_a_drawing_is_replaced_and_the_others_are_drawn() {
    let mut design = full();
    write(&mut design, field(), "Salut 😀 Привет ελλάδα — 中 و ② ½ e\u{301} 👩‍🔬 \u{7} fin");
    for (sheet, paper) in READ {
        let read = pdf(&design, on(sheet, paper));
        let shown = read.bare();
        for drawn in ["😀", "Привет", "ελλάδα", "中", "▯", "②", "½", "é", "fin", "👩\u{200d}🔬"]
        {
            assert!(shown.contains(drawn), "{drawn} is not in {shown:?}");
        }
        for never in ["U+", "و", "\u{7}"] {
            assert!(!shown.contains(never), "{never} is in {shown:?}");
        }
        assert!(!shown.contains('\u{fffd}'), "a sign was lost");
    }
}

#[test]
fn forty_free_fields_are_all_there() {
    let mut design = empty();
    design.free_fields.clear();
    with_free_fields(&mut design, limits::FREE_FIELDS);
    for (sheet, paper) in READ {
        let read = pdf(&design, on(sheet, paper));
        for text in texts(&design) {
            is_there(&read, &text, 3);
        }
    }
}

#[test]
fn the_longest_design_within_the_limits_is_set_on_every_sheet() {
    let design = longest();
    for order in [
        on(Sheet::Canvas, Paper::A4),
        on(Sheet::LargePrint, Paper::A4),
        on(Sheet::Cards, Paper::A4),
    ] {
        assert!(pdf(&design, order).pages.len() > 20, "{order:?}");
    }
}

#[test]
fn a_black_and_a_bled_poster_hold_the_same_words() {
    let design = full();
    let plain = pdf(&design, on(Sheet::Poster, Paper::A2));
    let bled = pdf(&design, Order { bleed: true, ..on(Sheet::Poster, Paper::A2) });
    assert_eq!(plain.bare(), bled.bare());
}
