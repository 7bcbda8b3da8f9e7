//! The cells: the seven fields, the free ones, and what does not fit.

use dessiner_un_labo::model::{Design, limits};
use dessiner_un_labo::text::interface;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::{USUAL, Window, catalogue};

const GOVERNANCE: &str = "Gouvernance, texte";
const FREE_NAME: &str = "Nom de la rubrique libre";

fn text(window: &Window, field: &str) -> String {
    window.design().field(field).unwrap().text.to_string()
}

fn long_text(lines: usize) -> String {
    (1..=lines).map(|line| format!("ligne {line}")).collect::<Vec<_>>().join("\n")
}

#[test]
fn it_opens_ready_to_type_the_name() {
    let mut window = Window::blank();
    assert_eq!(window.focused(), "Nom du labo");
    window.type_text("Le labo");
    assert_eq!(&*window.design().name, "Le labo");
}

#[test]
fn a_click_in_a_text_edits_it_and_enter_is_a_new_line() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.type_text("Rattaché à la direction générale");
    window.press(Key::Enter);
    window.type_text("« œuvre »");
    assert_eq!(text(&window, "gouvernance"), "Rattaché à la direction générale\n« œuvre »");
}

#[test]
fn enter_in_the_name_is_not_a_new_line_and_pasted_lines_become_one() {
    let mut window = Window::blank();
    window.type_text("Le labo");
    window.press(Key::Enter);
    window.harness.event(egui::Event::Paste(" des\npossibles".into()));
    window.run();
    assert_eq!(&*window.design().name, "Le labo des possibles");
}

#[test]
fn the_title_of_a_cell_opens_it_in_large_with_its_whole_text() {
    let mut window = Window::blank();
    window.click("Sujets\u{a0}: ouvrir en grand");
    assert!(window.shows("Revenir au canevas"));
    window.type_text("Accueil du public");
    assert_eq!(text(&window, "sujets"), "Accueil du public");
    window.press(Key::Escape);
    assert!(window.shows("Revenir au canevas"), "the first Escape leaves the text");
    window.press(Key::Escape);
    assert!(!window.shows("Revenir au canevas"));
    assert_eq!(window.focused(), "Sujets\u{a0}: ouvrir en grand");
}

#[test]
fn a_text_longer_than_its_cell_says_how_much_is_hidden_and_opens() {
    let mut design = Design::empty(&catalogue());
    design.fields[1].text = long_text(40).into();
    let mut window = Window::on(design, USUAL, 1.0);
    let hidden =
        window.harness.get_by_label_contains("lignes de plus").accesskit_node().label().unwrap();
    let count: usize = hidden.split(' ').next().unwrap().parse().unwrap();
    let shown = super::layout::texts(window.harness.output())
        .iter()
        .find(|text| text.words.starts_with("ligne 1\n"))
        .map(|text| text.visible_rows)
        .unwrap();
    assert_eq!(count + shown, 40);
    window.click(&hidden);
    assert!(window.shows("Revenir au canevas"));
}

#[test]
fn one_hidden_line_is_singular() {
    assert_eq!(interface::hidden_lines(1), "1 ligne de plus\u{a0}: ouvrir");
    assert_eq!(interface::hidden_lines(2), "2 lignes de plus\u{a0}: ouvrir");
}

#[test]
fn a_free_field_is_named_in_place_filled_and_counted() {
    let mut window = Window::blank();
    assert!(window.shows("Le labo que nous dessinons, 0 rubrique sur 8"));
    window.click(FREE_NAME);
    window.type_text("Outils");
    assert_eq!(&*window.design().free_fields[0].title, "Outils");
    assert!(window.shows("Le labo que nous dessinons, 0 rubrique sur 8"), "a name is not counted");
    window.click("Outils, texte");
    window.type_text("Un atelier");
    assert!(window.shows("Le labo que nous dessinons, 1 rubrique sur 8"));
}

#[test]
fn a_free_field_is_added_with_the_keyboard_on_its_name() {
    let mut window = Window::blank();
    window.click("Ajouter une rubrique");
    window.type_text("Valeurs");
    let titles: Vec<_> = window.design().free_fields.iter().map(|f| f.title.to_string()).collect();
    assert_eq!(titles, ["", "Valeurs"]);
    assert!(window.shows("Le labo que nous dessinons, 0 rubrique sur 9"));
}

#[test]
fn free_fields_move_among_themselves_and_removing_one_is_undoable() {
    let mut window = Window::blank();
    window.click(FREE_NAME);
    window.type_text("Un");
    window.click("Ajouter une rubrique");
    window.type_text("Deux");
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    let titles = |window: &Window| {
        let fields = window.design().free_fields.iter();
        fields.map(|field| field.title.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&window), ["Deux", "Un"]);
    let first = window.harness.get_by_label("Déplacer ou retirer la rubrique Deux");
    first.click();
    window.run();
    window.click("Retirer la rubrique");
    assert_eq!(titles(&window), ["Un"]);
    window.ctrl(Key::Z);
    assert_eq!(titles(&window), ["Deux", "Un"]);
    window.ctrl(Key::Z);
    assert_eq!(titles(&window), ["Un", "Deux"]);
}

#[test]
fn all_the_free_fields_can_be_removed_and_forty_is_the_most() {
    let mut window = Window::blank();
    window.click("Déplacer ou retirer la rubrique");
    window.click("Retirer la rubrique");
    assert!(window.design().free_fields.is_empty());
    assert!(window.shows("Le labo que nous dessinons, 0 rubrique sur 7"));
    for _ in 0..limits::FREE_FIELDS {
        window.activate("Ajouter une rubrique");
    }
    assert_eq!(window.design().free_fields.len(), limits::FREE_FIELDS);
    assert!(!window.shows("Ajouter une rubrique"));
}

#[test]
fn enter_on_the_name_of_a_free_field_opens_it_in_large() {
    let mut window = Window::blank();
    window.click(FREE_NAME);
    window.type_text("Outils");
    window.press(Key::Enter);
    assert!(window.shows("Revenir au canevas"));
    window.type_text("Un atelier");
    assert_eq!(&*window.design().free_fields[0].text, "Un atelier");
}

#[test]
fn undoing_a_free_field_that_is_open_in_large_comes_back_to_the_canvas() {
    let mut window = Window::blank();
    window.click("Ajouter une rubrique");
    window.press(Key::Enter);
    assert!(window.shows("Revenir au canevas"));
    window.ctrl(Key::Z);
    assert!(!window.shows("Revenir au canevas"));
    assert_eq!(window.design().free_fields.len(), 1);
}

#[test]
fn typing_stops_at_the_limit_and_says_so() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.harness.event(egui::Event::Paste("é".repeat(limits::LONG_TEXT + 10)));
    window.run();
    assert_eq!(text(&window, "gouvernance").chars().count(), limits::LONG_TEXT);
    window.type_text("a");
    assert_eq!(text(&window, "gouvernance").chars().count(), limits::LONG_TEXT);
    let said = super::layout::texts(window.harness.output());
    assert!(said.iter().any(|text| text.words == "limite atteinte\u{a0}: 20\u{a0}000 caractères"));
}

#[test]
fn the_name_too_says_when_its_limit_is_reached() {
    let mut window = Window::blank();
    window.harness.event(egui::Event::Paste("Labo ".repeat(200)));
    window.run();
    assert_eq!(window.design().name.chars().count(), limits::SHORT_TEXT);
    let said = super::layout::texts(window.harness.output());
    assert!(said.iter().any(|text| text.words == "limite atteinte\u{a0}: 500 caractères"));
}

#[test]
fn a_text_over_its_limit_shows_whole_and_can_only_shrink() {
    let mut design = Design::empty(&catalogue());
    design.name = "n".repeat(limits::SHORT_TEXT + 3).into();
    let mut window = Window::on(design, USUAL, 1.0);
    window.focus("Nom du labo");
    window.press(Key::End);
    window.type_text("x");
    assert_eq!(window.design().name.chars().count(), limits::SHORT_TEXT + 3);
    window.press(Key::Backspace);
    assert_eq!(window.design().name.chars().count(), limits::SHORT_TEXT + 2);
}

#[test]
fn a_sign_that_no_face_has_is_told_with_its_word_and_kept() {
    let mut design = Design::empty(&catalogue());
    let text = "Un idéogramme\u{a0}: 中, un sourire\u{a0}: \u{1f600}, et la paix\u{a0}: שלום";
    design.fields[1].text = text.into();
    // The harness fails on a sign that a face is asked for and does not have.
    let window = Window::on(design, USUAL, 1.0);
    let texts = super::layout::texts(window.harness.output());
    let said = "▯\u{a0}: hébreu, sans dessin ici, dans «\u{a0}paix\u{a0}: ▯▯▯▯\u{a0}»";
    assert!(texts.iter().any(|text| text.words == said), "{texts:#?}");
    assert!(texts.iter().any(|text| text.words.ends_with("😀, et la paix\u{a0}: ▯▯▯▯")));
    assert_eq!(&*window.design().fields[1].text, text);
}
