//! « Ce que la salle voit » is the room's own image, smaller: the same lines at the same places, letter for letter.

use dessiner_un_labo::model::Design;
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::model::play::Scene;
use egui::{Key, Pos2, Rect, Shape, Vec2, vec2};

use super::leader::{Desk, Wall, leading, screen};
use super::room::{IMAGES, longest};
use super::{USUAL, Window, catalogue, full_example};

/// The picture of what comes next is narrower.
const NEXT: f32 = 190.0;

/// A line of a text, as it is painted.
#[derive(Debug)]
struct Line {
    words: String,
    at: Pos2,
    size: Vec2,
    /// The left edges of its first and last letters that have a shape.
    letters: Option<[f32; 2]>,
}

/// The lines that show under each clip, in order.
fn lines(shapes: &[egui::epaint::ClippedShape]) -> Vec<(Rect, Line)> {
    let mut all = Vec::new();
    for clipped in shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut all);
    }
    // Of a text that has scrolled, many lines are painted that do not show.
    all.retain(|(clip, line)| clip.contains(line.at + line.size / 2.0));
    all
}

fn collect(shape: &Shape, clip: Rect, all: &mut Vec<(Rect, Line)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, all)),
        Shape::Text(text) => {
            for row in &text.galley.rows {
                let at = text.pos + row.pos.to_vec2();
                let left = |glyph: &egui::epaint::text::Glyph| {
                    let vertex = row.visuals.mesh.vertices[glyph.first_vertex as usize];
                    at.x + vertex.pos.x
                };
                let mut drawn = row.glyphs.iter().filter(|it| !it.uv_rect.is_nothing());
                let letters = drawn.next().map(|first| {
                    let last = drawn.next_back().unwrap_or(first);
                    [left(first), left(last)]
                });
                all.push((clip, Line { words: row.text(), at, size: row.size, letters }));
            }
        }
        _ => {}
    }
}

/// What the room shows, and what the leader's screen shows of it: the same, `scale` times smaller.
fn compare(window: &mut Window, wall: &Wall, image: Vec2, what: &str) -> usize {
    let output = wall.pass(window, Vec::new());
    // What the room has drawn is what the next frame of the leader shows.
    window.run();
    let room: Vec<Line> = lines(&output.shapes).into_iter().map(|(_, line)| line).collect();
    let whole = lines(&window.harness.output().shapes);
    // The larger of the two reductions: the other is of what comes next.
    let is_reduced = |clip: &Rect| {
        let ratio = clip.height() / clip.width() * image.x / image.y;
        (ratio - 1.0).abs() < 0.02 && clip.width() < USUAL.x * 0.6
    };
    let place = whole.iter().map(|(clip, _)| *clip).filter(is_reduced);
    let Some(place) = place.max_by(|a, b| a.width().total_cmp(&b.width())) else {
        assert!(room.is_empty(), "{what}: the leader sees nothing");
        return 0;
    };
    let inside = |clip: &Rect| place.expand(0.1).contains_rect(*clip) && clip.width() > NEXT;
    let seen: Vec<&Line> =
        whole.iter().filter(|(clip, _)| inside(clip)).map(|(_, line)| line).collect();
    let words = |lines: &[&Line]| lines.iter().map(|line| line.words.clone()).collect::<Vec<_>>();
    assert_eq!(words(&room.iter().collect::<Vec<_>>()), words(&seen), "{what}");
    let scale = place.width() / image.x;
    for (large, small) in room.iter().zip(&seen) {
        let wanted = place.min + large.at.to_vec2() * scale;
        let off = (small.at - wanted).abs();
        assert!(off.max_elem() <= 1.0, "{what}: {:?} is {off:?} away", large.words);
        let off = (small.size - large.size * scale).abs();
        assert!(off.max_elem() <= 0.1, "{what}: {:?} is not as large", large.words);
        for (large_x, small_x) in
            large.letters.into_iter().flatten().zip(small.letters.into_iter().flatten())
        {
            let off = (small_x - place.left() - large_x * scale).abs();
            assert!(off <= 2.5, "{what}: the letters of {:?} are {off} away", large.words);
        }
    }
    room.len()
}

fn walk(design: &Design, image: Vec2, heights: u32, fill: &str) {
    let desk = Desk::with(vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, image)]);
    let mut window = Window::leading(design.clone(), USUAL, heights, &desk);
    let wall = Wall::of(image);
    let last = leading(&window).play.beats.len() - 1;
    let mut seen = 0;
    for turn in 0..160 {
        let at = leading(&window);
        let what = format!("{fill}, {image:?}, {heights}: {:?}, {}", at.scene(), at.page);
        seen += compare(&mut window, &wall, image, &what);
        let at = leading(&window);
        if at.at == last && at.page + 1 >= window.app().shown().pages {
            break;
        }
        window.press(Key::PageDown);
        assert!(turn < 159, "{fill}, {image:?}: the keys lead nowhere");
    }
    assert!(seen > 100, "{seen} lines");
}

#[test]
fn the_leader_sees_the_rooms_own_lines_at_their_places_on_every_page() {
    for image in IMAGES {
        for heights in [4, 6] {
            walk(&full_example(), image, heights, "full");
        }
    }
    walk(&Design::empty(&catalogue()), IMAGES[1], 6, "empty");
}

#[test]
fn so_it_is_of_texts_that_take_many_pages_and_of_a_projector_of_another_shape() {
    for image in [IMAGES[0], IMAGES[1], vec2(1400.0, 1050.0)] {
        let desk = Desk::with(vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, image)]);
        let mut window = Window::leading(longest(), USUAL, 6, &desk);
        let wall = Wall::of(image);
        for _ in 0..40 {
            let at = leading(&window);
            let what = format!("longest, {image:?}: {:?}, {}", at.scene(), at.page);
            compare(&mut window, &wall, image, &what);
            window.press(Key::PageDown);
        }
    }
}

#[test]
fn what_is_touched_in_the_reduction_is_where_it_shows() {
    use egui_kittest::kittest::Queryable as _;
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    super::leader::go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Criterion(_))));
    let ticked = |window: &Window| window.design().criteria[0].ticked;
    let before = ticked(&window);
    let role = egui::accesskit::Role::CheckBox;
    let place = window.harness.get_all_by_role(role).next().map(|node| node.rect());
    let place = place.unwrap();
    assert!(place.right() < USUAL.x * 0.42, "{place:?} is not in the reduced image");
    window.click_at(place.center());
    assert_ne!(ticked(&window), before);
}

#[test]
fn a_text_written_in_the_rooms_own_window_is_seen_as_it_is_there() {
    use super::layout::texts;
    use dessiner_un_labo::intent::leading::Side;
    use egui::{Event, Modifiers, PointerButton};
    for image in [IMAGES[0], IMAGES[1], vec2(1920.0, 1080.0)] {
        for (fill, design) in [("full", full_example()), ("longest", longest())] {
            let desk = Desk::with(vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, image)]);
            let mut window = Window::leading(design, USUAL, 6, &desk);
            let wall = Wall::of(image);
            super::leader::go_to(
                &mut window,
                |scene| matches!(scene, Scene::At(Place::Field(key)) if key.catalogue_id().is_some()),
            );
            let shown = texts(&wall.pass(&mut window, Vec::new()));
            let text = shown.iter().max_by_key(|text| text.words.len()).unwrap();
            let at = text.rows[0].center();
            for pressed in [true, false] {
                let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
                let press = Event::PointerButton { pos: at, button, pressed, modifiers };
                drop(wall.pass(&mut window, vec![Event::PointerMoved(at), press]));
            }
            drop(wall.pass(&mut window, Vec::new()));
            assert_eq!(leading(&window).writing_on, Side::Wall, "{fill}");
            // The cursor goes to the end: the sheet scrolls to it.
            for _ in 0..3 {
                drop(wall.pass(&mut window, Vec::new()));
            }
            let seen = compare(&mut window, &wall, image, &format!("{fill}, {image:?}, opened"));
            assert!(seen > 1, "{fill}: {seen} lines");
            let typed = Window::letters(" Et l’on continue d’écrire").collect();
            drop(wall.pass(&mut window, typed));
            drop(wall.pass(&mut window, Vec::new()));
            compare(&mut window, &wall, image, &format!("{fill}, {image:?}, typed"));
        }
    }
}

/// The frames around what is too small for the last row, in the reduction.
fn frames(window: &Window, place: Rect) -> Vec<Rect> {
    fn collect(shape: &Shape, clip: Rect, all: &mut Vec<(Rect, egui::epaint::RectShape)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, all)),
            Shape::Rect(rect) => all.push((clip, rect.clone())),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for clipped in &window.harness.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut all);
    }
    let frame = |it: &egui::epaint::RectShape| {
        it.fill == egui::Color32::TRANSPARENT
            && it.stroke.color == dessiner_un_labo::ui::Theme::LIGHT.ink
            && it.stroke.width <= 3.1
            && it.rect.width() > 40.0
    };
    let inside = all.into_iter().filter(|(clip, it)| place.contains_rect(*clip) && frame(it));
    // Its outer edge: the stroke is outside.
    inside.map(|(_, it)| it.rect.expand(it.stroke.width)).collect()
}

/// Texts of every length, among which some are set too small for the last row.
fn of_every_length(letters: usize) -> Design {
    use dessiner_un_labo::model::design::Disagreement;
    let mut design = full_example();
    let words: String =
        "Une phrase que le groupe tient à garder. ".chars().cycle().take(letters).collect();
    for axis in &mut design.axes {
        axis.note = words.as_str().into();
        axis.disagreement =
            Some(Disagreement { text: words.as_str().into(), ..Disagreement::default() });
    }
    for point in &mut design.points {
        point.note = words.as_str().into();
        point.owner = "la directrice générale adjointe".into();
    }
    for criterion in &mut design.criteria {
        criterion.text = words.as_str().into();
    }
    for field in &mut design.fields {
        field.text = words.as_str().into();
    }
    design
}

#[test]
fn the_frames_around_what_is_too_small_meet_neither_each_other_nor_a_line() {
    let mut seen = 0;
    for image in [IMAGES[0], IMAGES[1], vec2(1920.0, 1080.0)] {
        for letters in [120, 200, 320, 480, 700] {
            let desk = Desk::with(vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, image)]);
            let mut window = Window::leading(of_every_length(letters), USUAL, 6, &desk);
            let wall = Wall::of(image);
            let last = leading(&window).play.beats.len() - 1;
            for _ in 0..120 {
                drop(wall.pass(&mut window, Vec::new()));
                window.run();
                let at = leading(&window);
                let what = format!("{letters}, {image:?}: {:?}, {}", at.scene(), at.page);
                if !window.app().shown().small.is_empty() {
                    let whole = lines(&window.harness.output().shapes);
                    let ratio = |clip: &Rect| clip.height() / clip.width() * image.x / image.y;
                    let place = whole
                        .iter()
                        .map(|(clip, _)| *clip)
                        .filter(|it| (ratio(it) - 1.0).abs() < 0.02 && it.width() < USUAL.x * 0.6)
                        .max_by(|a, b| a.width().total_cmp(&b.width()));
                    let place = place.unwrap_or_else(|| panic!("{what}: no reduction"));
                    let frames = frames(&window, place.expand(0.1));
                    seen += usize::from(!frames.is_empty());
                    for (index, frame) in frames.iter().enumerate() {
                        let other =
                            frames[index + 1..].iter().find(|other| other.intersects(*frame));
                        assert!(other.is_none(), "{what}: {frame:?} and {other:?}");
                        for (clip, line) in &whole {
                            if !place.expand(0.1).contains_rect(*clip) || clip.width() <= NEXT {
                                continue;
                            }
                            // Of a line, what is above and below its letters may be crossed.
                            let ink = Rect::from_min_size(line.at, line.size);
                            let ink = ink.shrink2(vec2(0.0, ink.height() * 0.2));
                            let crosses =
                                frame.intersects(ink) && !frame.shrink(3.0).contains_rect(ink);
                            assert!(
                                !crosses,
                                "{what}: {frame:?} crosses « {} » {ink:?}",
                                line.words
                            );
                        }
                    }
                }
                let at = leading(&window);
                if at.at == last && at.page + 1 >= window.app().shown().pages {
                    break;
                }
                window.press(Key::PageDown);
            }
        }
    }
    assert!(seen > 20, "{seen} pages with frames");
}
