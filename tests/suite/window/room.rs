//! What the room sees: every beat of the default order of play, at each size of image, for near and far last rows.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::limits;
use dessiner_un_labo::model::place::{FieldKey, Place};
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::model::room::Room;
use dessiner_un_labo::model::{Edit, edit::Target};
use egui::{Key, Rect, Vec2, vec2};

use super::layout::{Text, texts};
use super::{Window, catalogue, full_example};

pub const IMAGES: [Vec2; 5] = [
    vec2(1024.0, 768.0),
    vec2(1280.0, 720.0),
    vec2(1280.0, 800.0),
    vec2(1920.0, 1080.0),
    vec2(3840.0, 2160.0),
];

/// Every text as long as it may be.
pub fn longest() -> Design {
    let catalogue = catalogue();
    let mut design = full_example();
    let words = |count: usize| -> String {
        "Une phrase assez longue, que le groupe tient à garder entière. "
            .chars()
            .cycle()
            .take(count)
            .collect()
    };
    let mut write = |target, count| {
        Edit::Write(target, words(count).as_str().into()).apply(&mut design).unwrap();
    };
    for criterion in &catalogue.criteria {
        write(Target::CriterionText(criterion.id.clone()), limits::LONG_TEXT);
    }
    for axis in &catalogue.axes {
        write(Target::AxisNote(axis.id.clone()), limits::LONG_TEXT);
    }
    for point in &catalogue.points {
        write(Target::PointNote(point.id.clone()), limits::LONG_TEXT);
        write(Target::PointOwner(point.id.clone()), limits::SHORT_TEXT);
    }
    for field in &catalogue.fields[1..] {
        write(Target::FieldText(field.id.clone()), limits::LONG_TEXT);
    }
    write(Target::OrientationText, limits::LONG_TEXT);
    write(Target::Name, limits::SHORT_TEXT);
    design
}

/// Nothing is clipped, nothing is under the least size that is not said to be, no two texts overlap.
fn check(window: &Window, heights: u32, image: Vec2, what: &str) {
    let room = Room { image: 100, distance: 100 * heights, ..Room::default() };
    let shown = window.app().shown();
    let least = room.least() * image.y;
    let said = shown.small.iter().map(|small| small.size * image.y).fold(least, f32::min);
    let whole = Rect::from_min_size(egui::Pos2::ZERO, image);
    let all = texts(window.harness.output());
    assert!(!all.is_empty(), "{what}: nothing is shown");
    for text in &all {
        assert_eq!(text.cut_rows + text.hidden_rows, 0, "{what}: {:?} is clipped", text.words);
        assert!(
            text.smallest >= said - 0.05,
            "{what}: {:?} is {}, under {said}",
            text.words,
            text.smallest
        );
        for row in &text.rows {
            assert!(
                whole.contains_rect(*row),
                "{what}: {:?} leaves the image: {row:?}",
                text.words
            );
        }
    }
    let rows: Vec<(usize, Rect)> = all
        .iter()
        .enumerate()
        .flat_map(|(at, text)| text.rows.iter().map(move |row| (at, *row)))
        .collect();
    no_two_meet(&all, &rows, what);
}

/// No two texts share a place: `rows` are those that are looked at, each with the text it is of.
pub fn no_two_meet(all: &[Text], rows: &[(usize, Rect)], what: &str) {
    for (index, (at, row)) in rows.iter().enumerate() {
        for (other, below) in &rows[index + 1..] {
            let meet = row.intersect(*below);
            let apart = meet.width() <= 1.0 || meet.height() <= 1.0;
            assert!(
                at == other || apart,
                "{what}: {:?} over {:?}",
                all[*at].words,
                all[*other].words
            );
        }
    }
}

/// Walks through the whole order of play, page after page; gives how many texts were too small for the last row.
fn walk(design: &Design, image: Vec2, heights: u32, what: &str) -> usize {
    let mut window = Window::projecting(design.clone(), image, heights);
    let last = window.app().view().leading.as_ref().unwrap().play.beats.len() - 1;
    let mut small = 0;
    for turn in 0.. {
        let leading = window.app().view().on_stage().unwrap().clone();
        let what = format!(
            "{what}, {image:?}, {heights} heights, {:?}, page {}",
            leading.scene(),
            leading.page + 1
        );
        check(&window, heights, image, &what);
        small += window.app().shown().small.len();
        if leading.at == last && leading.page + 1 >= window.app().shown().pages {
            break;
        }
        window.press(Key::PageDown);
        assert!(turn < 4000, "{what}: the keys lead nowhere");
    }
    small
}

#[test]
fn near_the_last_row_reads_every_word_of_the_full_example() {
    for image in IMAGES {
        assert_eq!(walk(&full_example(), image, 4, "full"), 0, "{image:?}");
    }
}

#[test]
fn far_nothing_is_too_small_without_being_said() {
    for image in IMAGES {
        walk(&full_example(), image, 6, "full");
        walk(&Design::empty(&catalogue()), image, 6, "empty");
    }
}

/// As far as a layout can serve.
#[test]
fn at_eight_heights_nothing_overlaps_or_leaves_the_image() {
    for image in IMAGES {
        walk(&full_example(), image, 8, "full");
    }
}

#[test]
fn the_longest_texts_go_on_page_after_page() {
    for heights in [4, 6] {
        walk(&longest(), IMAGES[1], heights, "longest");
    }
}

#[test]
fn a_presentation_remote_blackens_the_image_and_gives_it_back() {
    let mut window = Window::projecting(full_example(), IMAGES[1], 6);
    let seen = texts(window.harness.output()).len();
    for key in [".", "b"] {
        window.type_text(key);
        assert!(texts(window.harness.output()).is_empty(), "{key}");
        window.type_text(key);
        assert_eq!(texts(window.harness.output()).len(), seen, "{key}");
    }
}

#[test]
fn a_text_is_written_on_the_image_and_one_key_leaves_it() {
    let mut window = Window::projecting(full_example(), IMAGES[1], 6);
    while !matches!(window.app().view().on_stage().unwrap().scene(), Scene::At(Place::Axis(_))) {
        window.press(Key::PageDown);
    }
    window.press(Key::Tab);
    window.press(Key::ArrowRight);
    assert_eq!(window.design().axes[0].step.unwrap().get(), 3);
    window.press(Key::Tab);
    window.press(Key::Enter);
    window.type_text(" Et encore b.");
    assert!(window.design().axes[0].note.ends_with(" Et encore b."));
    window.press(Key::Escape);
    let view = &window.app().view();
    assert!(view.on_stage().is_some_and(|leading| leading.writing.is_none()), "one level, not two");
}

#[test]
fn what_a_finger_touches_on_the_image_is_large_enough() {
    use egui_kittest::kittest::NodeT as _;
    for image in [IMAGES[0], IMAGES[1], IMAGES[3]] {
        for heights in [2, 4, 6] {
            let mut window = Window::projecting(full_example(), image, heights);
            let mut seen = 0;
            for _ in 0..40 {
                let root = window.harness.root();
                for node in root.children_recursive() {
                    let role = node.accesskit_node().role();
                    use egui::accesskit::Role;
                    if !matches!(role, Role::Button | Role::CheckBox | Role::Slider) {
                        continue;
                    }
                    let rect = node.rect();
                    let name = node.accesskit_node().label().unwrap_or_default();
                    assert!(
                        rect.height() >= 43.9 && rect.width() >= 43.9,
                        "{image:?} {name}: {rect:?}"
                    );
                    seen += 1;
                }
                window.press(Key::PageDown);
            }
            assert!(seen > 20, "{seen} things to touch");
        }
    }
}

#[test]
fn the_pages_that_follow_the_first_say_what_they_are_about() {
    let mut window = Window::projecting(full_example(), IMAGES[1], 6);
    let mut seen = Vec::new();
    for _ in 0..60 {
        let leading = window.app().view().on_stage().unwrap().clone();
        let name = match leading.scene() {
            Scene::At(Place::Card(id)) if &**id == "prospectif" => "Prospectif",
            Scene::At(Place::Field(FieldKey::Known(id))) if &**id == "gouvernance" => "Gouvernance",
            _ => "",
        };
        if !name.is_empty() {
            let said = texts(window.harness.output()).iter().any(|text| text.words == name);
            assert!(said, "{name}, page {}", leading.page + 1);
            seen.push((name, leading.page));
        }
        window.press(Key::PageDown);
    }
    assert!(seen.contains(&("Prospectif", 1)) && seen.contains(&("Gouvernance", 1)), "{seen:?}");
}

#[test]
fn the_break_says_when_one_comes_back_and_ends_with_the_next_key() {
    let mut window = Window::projecting(full_example(), IMAGES[1], 6);
    let scene = |window: &Window| window.app().view().on_stage().unwrap().scene().clone();
    while scene(&window) != Scene::Break {
        window.press(Key::PageDown);
    }
    assert!(texts(window.harness.output()).iter().any(|text| text.words == "On reprend à"));
    window.press(Key::PageDown);
    assert!(matches!(scene(&window), Scene::At(Place::Point(_))));
}

#[test]
fn five_minutes_show_the_sentence_the_rails_and_what_is_open_and_change_nothing() {
    for heights in [4, 6] {
        for image in IMAGES {
            let room = Room { image: 100, distance: 100 * heights, ..Room::default() };
            let mut window = Window::in_room(full_example(), image, room);
            window.activate("Animer");
            window.activate("Cinq minutes, pour un visiteur");
            let before = window.design().clone();
            let mut scenes = Vec::new();
            for _ in 0..9 {
                let leading = window.app().view().on_stage().unwrap().clone();
                let what = format!("{image:?}, {heights} heights, {:?}", leading.scene());
                check(&window, heights, image, &what);
                if scenes.last() != Some(leading.scene()) {
                    scenes.push(leading.scene().clone());
                }
                // Neither a key nor a click on anything does anything.
                for key in [Key::Space, Key::Delete, Key::Tab, Key::Space, Key::Enter] {
                    window.press(key);
                }
                window.ctrl(Key::Z);
                window.click_at(egui::pos2(image.x * 0.3, image.y * 0.5));
                window.press(Key::PageDown);
            }
            assert_eq!(scenes, [Scene::Sentence, Scene::Axes, Scene::Open], "{image:?}, {heights}");
            assert_eq!(*window.design(), before);
        }
    }
}

#[test]
fn the_chart_stands_in_front_and_one_key_takes_it_away() {
    let mut window = Window::on(full_example(), IMAGES[1], 1.0);
    window.activate("Animer");
    window.activate("Mire de la salle");
    let lines = texts(window.harness.output());
    assert!(lines.iter().any(|text| text.words == "E H P T"));
    assert!(lines.iter().all(|text| text.cut_rows + text.hidden_rows == 0));
    window.press(Key::Escape);
    let view = &window.app().view();
    assert!(view.leading.is_none(), "nobody asked for a projection");
}

/// What the room reads of the last of the five minutes, page after page.
fn open_items(design: &Design, image: Vec2, heights: u32) -> Vec<String> {
    let room = Room { image: 100, distance: 100 * heights, ..Room::default() };
    let mut window = Window::in_room(design.clone(), image, room);
    window.activate("Animer");
    window.activate("Cinq minutes, pour un visiteur");
    let mut all = Vec::new();
    for _ in 0..30 {
        let leading = window.app().view().on_stage().unwrap().clone();
        if *leading.scene() == Scene::Open {
            all.extend(texts(window.harness.output()).into_iter().map(|text| text.words));
            if leading.page + 1 >= window.app().shown().pages {
                break;
            }
        }
        window.press(Key::PageDown);
    }
    all
}

#[test]
fn a_visitor_is_told_all_that_is_open_and_every_disagreement() {
    use dessiner_un_labo::model::standing::standing;
    use dessiner_un_labo::text::around::line;
    let catalogue = catalogue();
    for design in [full_example(), Design::empty(&catalogue)] {
        let standing = standing(&catalogue, &design);
        for heights in [4, 6] {
            for image in [IMAGES[0], IMAGES[1]] {
                let shown = open_items(&design, image, heights);
                for part in standing.open.iter().chain(&standing.disagreements) {
                    let name = line(&catalogue, &design, part).unwrap().name;
                    let there = shown.iter().any(|text| text.starts_with(&name));
                    assert!(there, "{image:?}, {heights}: {name} is not in {shown:#?}");
                }
                let open = standing.open.len();
                assert!(shown.iter().any(|text| text.contains(&format!("{open} ouverts"))));
            }
        }
    }
    let mut crowded = Design::empty(&catalogue);
    for _ in 0..30 {
        let mut field = dessiner_un_labo::model::design::FreeField::new();
        field.title = "Une rubrique que personne n’a remplie".into();
        crowded.free_fields.push(field);
    }
    let shown = open_items(&crowded, IMAGES[0], 6);
    let listed = shown.iter().filter(|text| text.starts_with("Une rubrique que personne")).count();
    let more = shown.iter().find(|text| text.contains("autres, dans «")).expect("how many more");
    let more: usize = more.split(' ').nth(1).unwrap().parse().unwrap();
    let fields = 7 + 1 + 30;
    let known = shown.iter().filter(|text| catalogue.fields.iter().any(|it| it.words == **text));
    let unnamed = shown.iter().filter(|text| text.starts_with("Lieu, financement")).count();
    assert_eq!(listed + known.count() + unnamed + more, fields, "{shown:#?}");
}
