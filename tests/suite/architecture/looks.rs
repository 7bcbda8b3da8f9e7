//! What may stand in one place only: `unsafe`, colours and type, French words, the edit of a rail.

use super::names;
use super::source::Source;

const LONGEST: usize = 400;
/// Where the words of the program may not stand. They belong to `src/text/` and `assets/`.
const NO_WORDS: &[&str] = &["src/app/", "src/intent/", "src/model/", "src/storage/", "src/ui/"];

pub fn unsafe_outside_platform(source: &Source) -> Vec<String> {
    let allowed = source.top() == "platform";
    let lines = source.facts.unsafes.iter().filter(|_| !allowed);
    lines.map(|line| format!("{}:{line}: `unsafe` outside src/platform", source.path)).collect()
}

pub fn colours_and_type_outside_the_theme(sources: &[Source], source: &Source) -> Vec<String> {
    if is_theme(source) {
        return Vec::new();
    }
    let mut faults: Vec<String> = source
        .facts
        .sizes
        .iter()
        .map(|line| format!("{}:{line}: a type size in figures", source.path))
        .collect();
    for (line, path) in names::resolved(sources, source) {
        let last = path.len() - 1;
        let at = |words: &[&str]| path.iter().position(|word| words.contains(&word.as_str()));
        // The type `Color32` may be named anywhere; one colour may not. PLACEHOLDER is none: it waits for the painter's.
        let colour = at(&["Color32", "Rgba", "Hsva", "HexColor"]).is_some_and(|found| found < last)
            && path[last] != "PLACEHOLDER";
        let face = at(&["FontId", "FontFamily", "hex_color"]).is_some();
        if colour || face {
            faults.push(format!("{}:{line}: `{}` outside the theme", source.path, path.join("::")));
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

/// A view that pairs a rail with the edit of whoever moves it: the component of the rails of axes does it for all of them.
pub fn rails_beside_their_component(sources: &[Source], source: &Source) -> Vec<String> {
    const ALONE: &str = "src/ui/components/axis_rail.rs";
    if source.top() != "ui" || source.path == ALONE {
        return Vec::new();
    }
    let names = names::resolved(sources, source).into_iter();
    let placing = names.filter(|(_, path)| {
        path.iter().any(|word| word == "Edit")
            && path.last().is_some_and(|last| last == "Place" || last == "PlaceLab")
    });
    let mut faults: Vec<String> = placing
        .map(|(line, path)| {
            format!("{}:{line}: `{}` outside {ALONE}", source.path, path.join("::"))
        })
        .collect();
    faults.dedup();
    faults
}

pub fn words_outside_text(sources: &[Source], source: &Source) -> Vec<String> {
    if is_theme(source) || !NO_WORDS.iter().any(|place| source.path.starts_with(place)) {
        return Vec::new();
    }
    let test_modules = sources.iter().flat_map(|source| &source.facts.test_modules);
    if test_modules.into_iter().any(|module| source.module.starts_with(module)) {
        return Vec::new();
    }
    let shown = source.path.starts_with("src/ui/");
    let literals = source.facts.literals.iter().filter(|literal| !literal.in_test);
    let faults = literals
        .filter(|literal| are_words(&literal.value) || (shown && is_a_label(&literal.value)));
    faults
        .map(|literal| format!("{}:{}: words, « {} »", source.path, literal.line, literal.value))
        .collect()
}

/// Functions that one cannot see on one screen.
pub fn long_functions(source: &Source) -> Vec<String> {
    const MOST: usize = 60;
    let long = source.facts.functions.iter().filter(|(.., lines)| *lines > MOST);
    long.map(|(name, line, lines)| format!("{}:{line}: `{name}` has {lines} lines", source.path))
        .collect()
}

/// Where hours are put into words.
pub const HOURS: &str = "src/text/dates.rs";

/// « {} h {:02} », « {}:{:02} », « %H:%M »: an hour is put into words by one function.
pub fn hours(source: &Source) -> Vec<String> {
    let literals = source.facts.literals.iter().filter(|literal| !literal.in_test);
    let found = literals.filter(|literal| makes_an_hour(&literal.value));
    found
        .map(|literal| format!("{}:{}: an hour, « {} »", source.path, literal.line, literal.value))
        .collect()
}

fn makes_an_hour(literal: &str) -> bool {
    let spaceless: String = literal.chars().filter(|letter| !letter.is_whitespace()).collect();
    let two_figures = spaceless.match_indices(":02}").any(|(at, _)| {
        let before = spaceless[..at].rfind('{').map_or("", |open| &spaceless[..open]);
        before.ends_with("}:") || before.ends_with("}h")
    });
    two_figures || spaceless.contains("}h{") || spaceless.contains("%H") || spaceless.contains("%R")
}

/// What is 18 points high is called « gros caractères », and nothing else.
pub fn large_type_otherwise(path: &str, text: &str) -> Vec<String> {
    const OTHERWISE: [&str; 5] = [
        "grand caractère",
        "grands caractères",
        "grand-caractere",
        "gros caractère ",
        "gros-caractere ",
    ];
    let lines = text.lines().enumerate().filter_map(|(at, line)| {
        let said = line.to_lowercase().replace(['\u{a0}', '\t'], " ") + " ";
        let found = OTHERWISE.into_iter().find(|words| said.contains(words))?;
        Some(format!("{path}:{}: « {found} » for « gros caractères »", at + 1))
    });
    lines.collect()
}

pub fn too_long(source: &Source) -> Option<String> {
    (source.lines > LONGEST)
        .then(|| format!("{}: {} lines, at most {LONGEST}", source.path, source.lines))
}

fn is_theme(source: &Source) -> bool {
    source.path == "src/ui/theme.rs" || source.path.starts_with("src/ui/theme/")
}

/// « Page suivante », « é », « l’axe », « {n} crans », « crans » after a space, for a sentence made by joining.
fn are_words(literal: &str) -> bool {
    let literal = without_placeholders(literal);
    let letters: Vec<char> =
        [PLACEHOLDER].into_iter().chain(literal.chars()).chain([PLACEHOLDER]).collect();
    let spaced = letters.windows(3).any(|three| {
        let a_letter = |letter: char| letter.is_alphabetic() || letter == PLACEHOLDER;
        let one_real = three[0].is_alphabetic() || three[2].is_alphabetic();
        matches!(three[1], ' ' | '\u{a0}') && a_letter(three[0]) && a_letter(three[2]) && one_real
    });
    spaced
        || letters
            .iter()
            .any(|letter| (!letter.is_ascii() && letter.is_alphabetic()) || "’«»".contains(*letter))
}

/// « Annuler »: one word with a capital. Ids and salts have none, the names of variables are capitals only.
fn is_a_label(literal: &str) -> bool {
    let mut letters = literal.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Stands for `{…}` in a format string.
pub const PLACEHOLDER: char = '\u{fffc}';

pub fn without_placeholders(literal: &str) -> String {
    let mut out = String::new();
    let mut letters = literal.chars().peekable();
    while let Some(letter) = letters.next() {
        let doubled = letters.peek() == Some(&letter);
        match letter {
            '{' | '}' if doubled => out.extend(letters.next()),
            '{' => {
                out.push(PLACEHOLDER);
                letters.by_ref().find(|letter| *letter == '}');
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(path: &str, text: &str) -> Vec<Source> {
        vec![Source::parse(path, text)]
    }

    #[test]
    fn unsafe_is_refused_outside_platform() {
        for text in [
            "fn f() { unsafe { g() } }",
            "unsafe fn f() {}",
            "unsafe impl Send for A {}",
            "unsafe trait T {}",
            "unsafe extern \"C\" { fn f(); }",
            "fn f() { made!(unsafe { g() }); }",
        ] {
            assert_eq!(unsafe_outside_platform(&one("src/app/mod.rs", text)[0]).len(), 1, "{text}");
            assert!(
                unsafe_outside_platform(&one("src/platform/console.rs", text)[0]).is_empty(),
                "{text}"
            );
        }
        assert!(
            unsafe_outside_platform(
                &one("src/app/mod.rs", "#![deny(unsafe_code)] fn safe() {}")[0]
            )
            .is_empty()
        );
    }

    #[test]
    fn a_colour_or_a_face_is_refused_outside_the_theme() {
        for text in [
            "fn f() { egui::Color32::from_rgb(1, 2, 3); }",
            "use eframe::egui::Color32; fn f() { g(Color32::WHITE); }",
            "use egui::Color32 as Ink; const RED: Ink = Ink::RED;",
            "use egui::*; fn f() { Color32::from_gray(3); }",
            "fn f() { <egui::Color32>::from_gray(3); }",
            "fn f() { vec![Color32::RED]; }",
            "fn f() { egui::Stroke::new(1.0, egui::Color32::BLACK); }",
            "fn f() { egui::hex_color!(\"#fff\"); }",
            "use egui::FontId;",
            "fn f(of: egui::FontFamily) {}",
            "fn f() { egui::RichText::new(words).size(14.0); }",
        ] {
            let sources = one("src/ui/views/a.rs", text);
            assert!(
                !colours_and_type_outside_the_theme(&sources, &sources[0]).is_empty(),
                "{text}"
            );
            let sources = one("src/ui/theme.rs", text);
            assert!(colours_and_type_outside_the_theme(&sources, &sources[0]).is_empty(), "{text}");
        }
        let through = [
            Source::parse("src/lib.rs", "pub mod ui;"),
            Source::parse("src/ui/mod.rs", "pub mod a; pub mod b;"),
            Source::parse("src/ui/a.rs", "pub use egui::Color32 as Ink;"),
            Source::parse("src/ui/b.rs", "fn f() { super::a::Ink::RED; }"),
        ];
        assert_eq!(colours_and_type_outside_the_theme(&through, &through[3]).len(), 1);
        let text = "use egui::Color32; fn f(ink: Color32, of: &Theme) { of.ink.size(); Stroke::new(2.0, of.ink); g(Color32::PLACEHOLDER); }";
        let sources = one("src/ui/views/a.rs", text);
        assert_eq!(colours_and_type_outside_the_theme(&sources, &sources[0]), [""; 0]);
    }

    #[test]
    fn a_view_pairs_no_rail_with_an_edit_itself() {
        for text in [
            "use crate::model::edit::Edit; fn f() { actions.edit(Edit::Place { axis, step }); }",
            "use crate::model::Edit as E; fn f() { E::PlaceLab { lab, axis, step } }",
        ] {
            let sources = one("src/ui/views/a.rs", text);
            assert_eq!(rails_beside_their_component(&sources, &sources[0]).len(), 1, "{text}");
            for path in ["src/ui/components/axis_rail.rs", "src/text/edits.rs"] {
                let sources = one(path, text);
                assert_eq!(rails_beside_their_component(&sources, &sources[0]), [""; 0], "{path}");
            }
        }
    }

    #[test]
    fn french_is_refused_in_a_view() {
        for text in [
            "fn f() { ui.label(\"Page suivante\"); }",
            "fn f() { ui.label(format!(\"{n} crans\")); }",
            "const A: &str = \"vigilance traitée\";",
            "fn f() { words.push_str(\" crans\"); }",
            "const A: &str = \"é\";",
            "const A: &str = \"l’axe\";",
            "const A: &str = \"«\\u{a0}a\\u{a0}»\";",
            "fn f() { match a { \"deux mots\" => 1 } }",
            "#[cfg(not(test))] fn f() { ui.label(\"deux mots\"); }",
        ] {
            for path in [
                "src/ui/views/a.rs",
                "src/app/mod.rs",
                "src/intent/mod.rs",
                "src/storage/a.rs",
                "src/model/a.rs",
            ] {
                let sources = one(path, text);
                assert_eq!(words_outside_text(&sources, &sources[0]).len(), 1, "{path}: {text}");
            }
            let sources = one("src/text/mod.rs", text);
            assert!(words_outside_text(&sources, &sources[0]).is_empty(), "{text}");
        }
        let sources = one("src/ui/views/a.rs", "fn f() { ui.button(\"Annuler\"); }");
        assert_eq!(words_outside_text(&sources, &sources[0]).len(), 1);
    }

    #[test]
    fn ids_attributes_comments_and_tests_are_no_words() {
        let text = "/// Une phrase de commentaire.\n#[error(\"two words\")] struct A;\n\
                    fn f() { id(\"rail-left\"); g(\"{a} {b}\"); h(\"{}: {}\", \"DESSINER_UN_LABO\", \" \"); }\n\
                    #[cfg(test)] mod tests { const A: &str = \"une étape\"; }\n#[cfg(test)] mod more;";
        let sources = [
            Source::parse("src/ui/a.rs", text),
            Source::parse("src/ui/a/more.rs", "const A: &str = \"une étape\";"),
        ];
        for source in &sources {
            assert_eq!(words_outside_text(&sources, source), [""; 0]);
        }
    }

    #[test]
    fn an_hour_made_apart_is_refused() {
        for literal in
            ["{}\\u{a0}h\\u{a0}{:02}", "{hour}:{minute:02}", "{:02}:{:02}", "à {} h {}", "%H:%M"]
        {
            let sources = one("src/text/room.rs", &format!("fn f() {{ format!(\"{literal}\") }}"));
            assert_eq!(hours(&sources[0]).len(), 1, "{literal}");
        }
        for literal in ["{line}: {error}", "{},{:02}\\u{a0}m", "{:04}-{:02}", "{a}:{b}"] {
            let sources = one("src/text/room.rs", &format!("fn f() {{ format!(\"{literal}\") }}"));
            assert_eq!(hours(&sources[0]), [""; 0], "{literal}");
        }
    }

    #[test]
    fn large_type_has_one_name() {
        for text in ["La copie en Grand caractère", "grands\u{a0}caractères", "en gros caractère"]
        {
            assert_eq!(large_type_otherwise("a.md", text).len(), 1, "{text}");
        }
        let text = "en gros caractères, gros-caracteres ; un grand nombre de caractères";
        assert_eq!(large_type_otherwise("a.md", text), [""; 0]);
    }

    #[test]
    fn a_file_is_too_long_from_the_first_line_over() {
        assert!(too_long(&one("src/ui/a.rs", &"\n".repeat(400))[0]).is_none());
        assert!(too_long(&one("src/ui/a.rs", &"\n".repeat(401))[0]).is_some());
    }

    #[test]
    fn a_function_is_too_long_from_the_first_line_over() {
        for (lines, found) in [(58, 0), (59, 1)] {
            let body = "\n".repeat(lines);
            for text in [
                format!("fn f() {{{body}\n}}"),
                format!("impl A {{ fn f() {{{body}\n}} }}"),
                format!("trait T {{ fn f() {{{body}\n}} }}"),
            ] {
                let found_here = long_functions(&one("src/ui/a.rs", &text)[0]);
                assert_eq!(found_here.len(), found, "{found_here:?}");
            }
        }
    }
}
