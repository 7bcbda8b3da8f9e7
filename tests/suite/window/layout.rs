//! Every text lies within its clip, or ends with a named continuation; no two overlap; none is too small.

use dessiner_un_labo::model::design::FreeField;
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::{Design, Edit};
use dessiner_un_labo::ui::Theme;
use egui::{FullOutput, Galley, Key, Rect, Shape, Vec2, vec2};

use egui_kittest::kittest::{NodeT, Queryable};

use super::{Window, catalogue, full_example};

/// A text as it was painted.
#[derive(Debug)]
pub struct Text {
    pub words: String,
    /// The rows that show, as painted.
    pub rows: Vec<Rect>,
    pub clip: Rect,
    pub visible_rows: usize,
    pub hidden_rows: usize,
    /// Rows that are only partly within the clip.
    pub cut_rows: usize,
    pub smallest: f32,
    /// A word of an ordinary length that goes on on the next line.
    pub broken: Option<String>,
    /// It ends in « … ».
    pub elided: bool,
}

/// Every text of a frame.
pub fn texts(output: &FullOutput) -> Vec<Text> {
    let mut all = Vec::new();
    for clipped in &output.shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut all);
    }
    all
}

/// The lines of the texts that hold `words`, as they are broken.
pub fn lines(output: &FullOutput, words: &str) -> Vec<String> {
    fn gather(shape: &Shape, words: &str, all: &mut Vec<String>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, words, all)),
            Shape::Text(text) if text.galley.text().contains(words) => {
                all.extend(text.galley.rows.iter().map(|row| row.text()));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    output.shapes.iter().for_each(|clipped| gather(&clipped.shape, words, &mut all));
    all
}

fn collect(shape: &Shape, clip: Rect, all: &mut Vec<Text>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, all)),
        Shape::Text(text) if !text.galley.text().trim().is_empty() => {
            let mut seen = Text {
                words: text.galley.text().to_owned(),
                rows: Vec::new(),
                clip,
                visible_rows: 0,
                hidden_rows: 0,
                cut_rows: 0,
                smallest: f32::INFINITY,
                elided: text.galley.elided,
                broken: if text.galley.elided { None } else { broken_word(&text.galley) },
            };
            for section in &text.galley.job.sections {
                seen.smallest = seen.smallest.min(section.format.font_id.size);
            }
            for row in &text.galley.rows {
                // What is inked: the leading above and below may be clipped.
                let rect = row.rect().translate(text.pos.to_vec2());
                let ink = rect.shrink2(vec2(0.0, (rect.height() * 0.14).min(6.0)));
                let (top, bottom) =
                    (ink.top() >= clip.top() - 0.5, ink.bottom() <= clip.bottom() + 0.5);
                let out = ink.bottom() <= clip.top() + 1.0 || ink.top() >= clip.bottom() - 1.0;
                if top && bottom {
                    seen.visible_rows += 1;
                    seen.rows.push(ink);
                } else if out {
                    seen.hidden_rows += 1;
                } else {
                    seen.cut_rows += 1;
                    seen.rows.push(ink.intersect(clip));
                }
            }
            all.push(seen);
        }
        _ => {}
    }
}

/// The first word that a line breaks for want of room, unless no line could hold it.
fn broken_word(galley: &Galley) -> Option<String> {
    const LONGEST: usize = 24;
    let letters: Vec<char> = galley.text().chars().collect();
    let mut at = 0;
    galley.rows.iter().find_map(|row| {
        at += row.char_count_including_newline().0;
        let is_letter = |index: usize| letters.get(index).is_some_and(|it| it.is_alphanumeric());
        if at == 0 || !is_letter(at - 1) || !is_letter(at) {
            return None;
        }
        let start = (0..at).rev().find(|index| !is_letter(*index)).map_or(0, |index| index + 1);
        let end = (at..).find(|index| !is_letter(*index)).unwrap_or(at);
        (end - start <= LONGEST).then(|| letters[start..end].iter().collect())
    })
}

/// The boxes of a frame that are filled as places to write are: cells, cards.
fn boxes(output: &FullOutput) -> Vec<Rect> {
    let cell = Theme::LIGHT.cell;
    let boxes = output.shapes.iter().filter_map(|clipped| match &clipped.shape {
        Shape::Rect(rect) if rect.fill == cell && rect.rect.height() > 40.0 => {
            Some(rect.rect.intersect(clipped.clip_rect))
        }
        _ => None,
    });
    boxes.collect()
}

pub(super) fn overfull() -> Design {
    let mut design = full_example();
    let long = "Un texte très long, qui ne tient pas. ".repeat(40);
    let word = "anticonstitutionnellement".repeat(12);
    design.name =
        "Le laboratoire d’innovation publique de la communauté d’agglomération ".repeat(3).into();
    design.orientation.text = long.as_str().into();
    for field in &mut design.fields {
        field.text = [long.as_str(), word.as_str()].concat().into();
    }
    for axis in &mut design.axes {
        axis.note = long.as_str().into();
    }
    for point in &mut design.points {
        point.note = long.as_str().into();
        point.owner = "la directrice générale adjointe chargée des ressources".into();
    }
    for criterion in &mut design.criteria {
        criterion.text = long.as_str().into();
    }
    design.free_fields = (0..11)
        .map(|index| FreeField {
            title: if index % 2 == 0 {
                word[..180].into()
            } else {
                "Financement et moyens, sur trois ans au moins".into()
            },
            text: long.as_str().into(),
            ..FreeField::new()
        })
        .collect();
    design
}

pub const SIZES: [Vec2; 6] = [
    Vec2::new(1024.0, 768.0),
    Vec2::new(1280.0, 720.0),
    Vec2::new(1280.0, 800.0),
    Vec2::new(1366.0, 768.0),
    Vec2::new(1920.0, 1080.0),
    Vec2::new(3840.0, 2160.0),
];

pub fn fills() -> [(&'static str, Design); 3] {
    [("empty", Design::empty(&catalogue())), ("full", full_example()), ("overfull", overfull())]
}

/// Checks a frame; `page` is its size, `least` the smallest type allowed. What scrolls is cut at its edges.
pub fn check(output: &FullOutput, page: Vec2, least: f32, what: &str) {
    check_scrolled(output, page, least, false, what);
}

fn check_scrolled(output: &FullOutput, page: Vec2, least: f32, scrolls: bool, what: &str) {
    let all = texts(output);
    assert!(all.len() > 3, "{what}: nothing to see");
    for text in &all {
        let short: String = text.words.chars().take(40).collect();
        assert!(text.smallest >= least, "{what}: « {short} » is set at {}", text.smallest);
        assert!(text.broken.is_none(), "{what}: « {:?} » is broken in « {short} »", text.broken);
        for row in &text.rows {
            assert!(
                row.left() >= -0.5 && row.right() <= page.x + 0.5,
                "{what}: « {short} » leaves the page: {row:?}"
            );
        }
        // The page itself is a clip: what is below it is reached by scrolling.
        let page_clip = scrolls || text.clip.bottom() >= page.y - 1.0 || text.clip.top() <= 33.0;
        if text.cut_rows > 0 && !page_clip {
            panic!("{what}: « {short} » is cut in {:?}", text.clip);
        }
        if text.hidden_rows > 0 && !page_clip && text.visible_rows > 0 {
            let said = all.iter().any(|other| {
                // « 1 355 lignes de plus »
                let number: String = other
                    .words
                    .chars()
                    .take_while(|c| c.is_ascii_digit() || c.is_whitespace())
                    .filter(char::is_ascii_digit)
                    .collect();
                let number = number.parse::<usize>().ok();
                other.words.contains("de plus") && number.is_some_and(|n| n >= text.hidden_rows)
            });
            assert!(
                said,
                "{what}: « {short} » hides {} rows and does not say so",
                text.hidden_rows
            );
        }
    }
    for cell in boxes(output) {
        for text in &all {
            let Some(first) = text.rows.first() else { continue };
            if !cell.contains(first.left_center()) {
                continue;
            }
            for row in &text.rows {
                let inside = cell.expand(0.5).contains_rect(*row);
                assert!(inside, "{what}: « {:.30} » leaves its cell {cell:?}: {row:?}", text.words);
            }
        }
    }
    for (index, text) in all.iter().enumerate() {
        for other in &all[index + 1..] {
            for (row, second) in
                text.rows.iter().flat_map(|a| other.rows.iter().map(move |b| (a, b)))
            {
                let both = row.intersect(*second);
                let overlap = both.width() > 1.0 && both.height() > 1.0;
                assert!(
                    !overlap,
                    "{what}: « {:.30} » {row:?} and « {:.30} » {second:?} overlap",
                    text.words, other.words
                );
            }
        }
    }
}

#[test]
fn the_overview_cuts_nothing_overlaps_nothing_and_says_what_it_hides() {
    for (fill, design) in fills() {
        for size in SIZES {
            for zoom in [1.0, 2.0, 3.0] {
                let window = Window::on(design.clone(), size, zoom);
                let what = format!("{fill} {size:?} × {zoom}");
                check(window.harness.output(), size / zoom, 13.0, &what);
            }
        }
    }
}

#[test]
fn the_overview_is_as_sound_wherever_it_is_scrolled_to() {
    for (fill, design) in fills() {
        for (size, zoom) in
            [(SIZES[0], 1.0), (SIZES[3], 1.0), (SIZES[3], 2.0), (SIZES[3], 3.0), (SIZES[0], 3.0)]
        {
            let mut window = Window::on(design.clone(), size, zoom);
            for page in 1..=5 {
                window.press(Key::PageDown);
                let what = format!("{fill} {size:?} × {zoom}, page {page}");
                check(window.harness.output(), size / zoom, 13.0, &what);
            }
        }
    }
}

#[test]
fn at_1366_by_768_every_zone_shows_without_scrolling_even_with_the_full_example() {
    for design in [Design::empty(&catalogue()), full_example()] {
        let window = Window::on(design, super::USUAL, 1.0);
        for text in texts(window.harness.output()) {
            let below = text.clip.bottom() >= 767.0 && text.hidden_rows + text.cut_rows > 0;
            assert!(!below, "« {} » is under the page", text.words);
        }
    }
}

#[test]
fn a_focus_holds_at_every_size_and_nothing_in_it_is_under_18_points() {
    let last = |design: &Design| match design.free_fields.last() {
        Some(field) if !field.title.is_empty() => [&*field.title, ", texte"].concat(),
        _ => [catalogue().free_field.as_str(), ", texte"].concat(),
    };
    for (fill, design) in fills() {
        for size in SIZES {
            for zoom in [1.0, 2.0, 3.0] {
                let points = size / zoom;
                let mut window = Window::on(design.clone(), size, zoom);
                window.activate("Sujets\u{a0}: ouvrir en grand");
                check_focus(&window, points, LOW, &format!("cell {fill} {size:?} × {zoom}"));
                for _ in 0..120 {
                    if window.shows(&last(&design)) {
                        break;
                    }
                    window.press(Key::PageDown);
                }
                assert!(window.shows(&last(&design)));
                check_focus(
                    &window,
                    points,
                    LOW_WHEN_FULL,
                    &format!("free cell {fill} {size:?} × {zoom}"),
                );
                window.press(Key::Escape);
                window.press(Key::Escape);
            }
        }
    }
}

#[test]
fn a_card_holds_at_every_size_and_scrolls_on_a_low_window() {
    for size in SIZES {
        for zoom in [1.0, 2.0, 3.0] {
            let mut window = Window::on(Design::empty(&catalogue()), size, zoom);
            for lab in &catalogue().labs {
                let start = [", ", &lab.place, ", "].concat();
                window.harness.get_by_label_contains(&start).click_accesskit();
                window.run();
                let what = format!("card {} {size:?} × {zoom}", lab.id);
                check_focus(&window, size / zoom, LOW_WHEN_FULL, &what);
                window.press(Key::Escape);
            }
        }
    }
}

#[test]
fn a_panel_holds_in_the_window_and_its_buttons_are_reached() {
    for (size, zoom) in [(SIZES[3], 1.0), (SIZES[0], 2.0), (SIZES[3], 3.0), (SIZES[0], 3.0)] {
        let mut window = Window::on(Design::empty(&catalogue()), size, zoom);
        let page = window.harness.ctx.content_rect();
        window.press(Key::F1);
        window.harness.run();
        let close = window.rect("Fermer");
        assert!(page.contains_rect(close.shrink(1.0)), "{size:?} × {zoom}: {close:?}");
        window.press(Key::Escape);
        window.focus("Nom du labo");
        window.type_text("a");
        window.ctrl(Key::Q);
        let save = window.rect("Enregistrer");
        assert!(page.contains_rect(save.shrink(1.0)), "{size:?} × {zoom}: {save:?}");
    }
}

#[test]
fn an_error_holds_in_the_window_and_its_ways_out_stand_beside_its_words_or_under_them() {
    for (size, zoom) in
        [(SIZES[3], 1.0), (vec2(640.0, 480.0), 1.0), (SIZES[0], 2.0), (SIZES[0], 3.0)]
    {
        let mut window = Window::on(Design::empty(&catalogue()), size, zoom);
        super::drop_file(&mut window, std::path::Path::new("/n/existe/pas.ron"));
        for way in ["Ouvrir un autre fichier…", "Compris"] {
            // On a low window the bar scrolls to what has the keyboard.
            window.focus(way);
            let way = window.rect(way);
            assert!(window.harness.ctx.content_rect().contains_rect(way), "{size:?} × {zoom}");
            let said = texts(window.harness.output());
            let said = said.iter().filter(|text| text.words.contains("Vérifiez"));
            let rows: Vec<Rect> = said.flat_map(|text| text.rows.clone()).collect();
            assert!(!rows.is_empty(), "{size:?} × {zoom}: what to do is not read");
            let over = rows.iter().find(|row| row.intersects(way));
            assert!(over.is_none(), "{size:?} × {zoom}: {way:?} over {over:?}");
        }
    }
}

/// Under this height (points) a field in large scrolls; a full card or a field with a very long name, under that.
pub(super) const LOW: f32 = 420.0;
pub(super) const LOW_WHEN_FULL: f32 = 560.0;

/// The menu bar is the window's, not the focus's. On a window lower than `low` a focus may scroll.
pub fn check_focus(window: &Window, size: Vec2, low: f32, what: &str) {
    check_scrolled(window.harness.output(), size, 13.0, size.y < low, what);
    for text in texts(window.harness.output()) {
        let in_focus = text.rows.iter().all(|row| row.top() > 34.0);
        assert!(!in_focus || text.smallest >= 18.0, "{what}: « {} »", text.words);
    }
}

#[test]
fn the_last_free_field_of_many_is_reached_by_the_keyboard_and_scrolled_into_view() {
    let mut window = Window::on(overfull(), vec2(1366.0, 768.0), 1.0);
    window.click("Fichier");
    window.press(Key::Escape);
    let page = window.harness.ctx.content_rect();
    for _ in 0..5 {
        window.press(Key::PageDown);
    }
    for _ in 0..40 {
        window.press(Key::Tab);
        let node = window.harness.root().children_recursive().find(egui_kittest::Node::is_focused);
        let Some(node) = node else { continue };
        let rect = node.rect();
        assert!(
            page.expand(1.0).contains(rect.center()),
            "{:?} is out of the window",
            window.focused()
        );
    }
}

#[test]
fn an_edit_through_the_model_shows_at_once() {
    let mut design = full_example();
    Edit::Write(Target::Name, "Autre nom".into()).apply(&mut design).unwrap();
    let window = Window::on(design, vec2(1280.0, 720.0), 1.0);
    assert!(texts(window.harness.output()).iter().any(|text| text.words == "Autre nom"));
}
