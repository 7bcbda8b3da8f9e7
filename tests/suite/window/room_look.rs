//! How the room's image is drawn: pages, strokes, the name of the lab, the six labs, what is pointed at.

use dessiner_un_labo::intent::Action;
use dessiner_un_labo::model::edit::Target;
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::model::play::Scene;
use dessiner_un_labo::model::room::Room;
use dessiner_un_labo::model::{Design, Edit};
use dessiner_un_labo::ui::Theme;
use egui::{Color32, Key, Rect, Shape, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::layout::texts;
use super::leader::{Desk, Wall, go_to, leading, screen};
use super::room::{IMAGES, longest, no_two_meet};
use super::{USUAL, Window, catalogue, example, file_in, full_example};

/// Done as if somebody had, wherever it is done.
fn edit(window: &mut Window, edits: Vec<Edit>) {
    let ctx = window.harness.ctx.clone();
    let actions = edits.into_iter().map(Action::Edit).collect();
    window.harness.state_mut().apply_from_wall(&ctx, actions, false);
    window.run();
}

/// Every text of the design that a scene shows, written as this.
fn all_written(design: &Design, text: &str) -> Vec<Edit> {
    let mut all: Vec<Target> = Vec::new();
    all.extend(design.criteria.iter().map(|it| Target::CriterionText(it.id.clone())));
    all.extend(design.axes.iter().map(|it| Target::AxisNote(it.id.clone())));
    let disagreed = design.axes.iter().filter(|it| it.disagreement.is_some());
    all.extend(disagreed.map(|it| Target::Disagreement(it.id.clone())));
    all.extend(design.points.iter().map(|it| Target::PointNote(it.id.clone())));
    all.extend(design.fields.iter().map(|it| Target::FieldText(it.id.clone())));
    all.extend(design.free_fields.iter().map(|it| Target::FreeText(it.id)));
    all.into_iter().map(|target| Edit::Write(target, text.into())).collect()
}

/// The same numbers each time, in no order.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, count: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count.max(1)
    }
}

/// What the scene is about is there: a page beyond the last shows a head over nothing.
fn check_page(window: &Window, what: &str) {
    let leading = window.app().view().leading.as_ref().unwrap();
    let shown = window.app().shown();
    assert!(leading.page < shown.pages, "{what}: page {} of {}", leading.page, shown.pages);
    if leading.page == 0 && matches!(leading.scene(), Scene::At(Place::Axis(_))) {
        let rails = window.harness.query_all_by_role(egui::accesskit::Role::Slider).count();
        assert_eq!(rails, 1, "{what}: the rail");
    }
    let body = texts(window.harness.output()).len();
    assert!(body > 2, "{what}: {body} texts");
}

#[test]
fn whatever_becomes_shorter_under_a_page_the_scene_is_still_there() {
    let mut numbers = Numbers(18);
    let long = "Une phrase assez longue, que le groupe tient à garder entière. ".repeat(20);
    let mut window = Window::projecting(longest(), IMAGES[1], 6);
    let last = window.app().view().leading.as_ref().unwrap().play.beats.len();
    let mut turned = 0;
    for beat in 0..last {
        let lead = |lead| Action::Lead(lead);
        let ctx = window.harness.ctx.clone();
        let go = dessiner_un_labo::intent::leading::Lead::GoTo(beat);
        window.harness.state_mut().apply_from_wall(&ctx, vec![lead(go)], false);
        let write = all_written(window.design(), &long);
        edit(&mut window, write);
        let scene = leading(&window).scene().clone();
        if scene == Scene::Break {
            continue;
        }
        let pages = window.app().shown().pages;
        let page = numbers.below(pages);
        for _ in 0..page {
            window.press(Key::PageDown);
        }
        turned += page;
        assert_eq!(leading(&window).page, page, "{scene:?}");
        match numbers.below(3) {
            // A text that is shortened, and one that is undone.
            0 => {
                let short = all_written(window.design(), "Court.");
                edit(&mut window, short);
            }
            1 => {
                let none = all_written(window.design(), "");
                edit(&mut window, none);
            }
            // A screen that is larger.
            _ => {
                window.harness.set_size(vec2(1920.0, 1400.0));
                window.run();
            }
        }
        check_page(&window, &format!("{scene:?}, from page {page} of {pages}"));
        window.harness.set_size(IMAGES[1]);
        window.run();
        check_page(&window, &format!("{scene:?}, back"));
    }
    assert!(turned > 25, "{turned} pages turned");
}

#[test]
fn a_text_shortened_from_its_second_page_leaves_the_poles_and_the_rail() {
    let mut design = full_example();
    let long = "Une phrase assez longue, que le groupe tient à garder entière. ".repeat(20);
    design.axes[0].note = long.into();
    let desk = Desk::two();
    let mut window = Window::leading(design, USUAL, 6, &desk);
    let wall = Wall::of(IMAGES[1]);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    drop(wall.pass(&mut window, Vec::new()));
    window.run();
    window.press(Key::PageDown);
    assert_eq!(leading(&window).page, 1);
    let id = leading(&window).scene().clone();
    let Scene::At(Place::Axis(id)) = id else { panic!("{id:?}") };
    edit(&mut window, vec![Edit::Write(Target::AxisNote(id), "Court.".into())]);
    let seen = wall.words(&mut window);
    assert!(seen.contains(&"Expert".to_owned()) && seen.contains(&"Court.".to_owned()), "{seen:?}");
    window.run();
    assert_eq!(leading(&window).page, 0);
}

/// The widths of the strokes that carry meaning: in ink, or in the colour of a zone.
fn strokes(shapes: &[egui::epaint::ClippedShape]) -> Vec<f32> {
    fn collect(shape: &Shape, all: &mut Vec<f32>) {
        let theme = Theme::LIGHT;
        let means = |colour: Color32| {
            [theme.ink, theme.line, theme.muted, theme.vigilance, theme.positioning, theme.design]
                .contains(&colour)
        };
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, all)),
            Shape::Circle(circle) if means(circle.stroke.color) => all.push(circle.stroke.width),
            Shape::Rect(rect) if means(rect.stroke.color) => all.push(rect.stroke.width),
            Shape::LineSegment { stroke, .. } if means(stroke.color) => all.push(stroke.width),
            Shape::Path(path) => {
                if let egui::epaint::ColorMode::Solid(colour) = path.stroke.color
                    && means(colour)
                {
                    all.push(path.stroke.width);
                }
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut all));
    all.retain(|width| *width > 0.0);
    all
}

#[test]
fn strokes_that_carry_meaning_grow_with_the_image() {
    for (design, fill) in [(full_example(), "full"), (Design::empty(&catalogue()), "empty")] {
        for heights in [4, 6] {
            let mut counts = Vec::new();
            for image in [IMAGES[1], IMAGES[3], IMAGES[4]] {
                let mut window = Window::projecting(design.clone(), image, heights);
                let mut seen = Vec::new();
                for _ in 0..36 {
                    let what =
                        format!("{fill}, {image:?}, {heights}: {:?}", leading(&window).scene());
                    let own = strokes(&window.harness.output().shapes);
                    let least = own.iter().copied().fold(f32::INFINITY, f32::min) / image.y * 720.0;
                    assert!(least >= 1.99, "{what}: {least} px at 720 lines");
                    seen.extend(own.into_iter().map(|width| width / image.y * 720.0));
                    window.press(Key::PageDown);
                }
                counts.push(seen);
            }
            // The very same widths, as many times larger as the image is.
            let distinct = |widths: &[f32]| -> std::collections::BTreeSet<i32> {
                widths.iter().map(|width| (width * 5.0).round() as i32).collect()
            };
            for other in &counts[1..] {
                assert_eq!(distinct(other), distinct(&counts[0]), "{fill}, {heights}");
            }
        }
    }
}

#[test]
fn the_name_of_the_lab_is_whole_in_the_room_or_says_where_it_goes_on() {
    let words =
        "Le laboratoire d’innovation publique de la communauté d’agglomération des Trois Rivières ";
    for image in IMAGES {
        for heights in [4, 6, 8] {
            for length in [40, 70, 120, 200, 500] {
                let name: String = words.chars().cycle().take(length).collect();
                let name = name.trim().to_owned();
                let design = Design { name: name.as_str().into(), ..full_example() };
                let desk =
                    Desk::with(vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, image)]);
                let mut window = Window::leading(design, USUAL, heights, &desk);
                let wall = Wall::of(image);
                let what = format!("{image:?}, {heights}, {length} letters");
                let seen = wall.words(&mut window);
                window.run();
                if seen.contains(&name) {
                    assert!(!window.shows_some("trop long pour la salle"), "{what}");
                    continue;
                }
                let beginning = seen.iter().find(|text| text.contains("(suite page")).cloned();
                let beginning = beginning.unwrap_or_else(|| panic!("{what}: {seen:?}"));
                assert!(window.shows_some("trop long pour la salle"), "{what}");
                let digits: String = beginning.chars().filter(char::is_ascii_digit).collect();
                let page: usize = digits.parse().unwrap();
                for _ in 1..page {
                    window.press(Key::PageDown);
                    drop(wall.pass(&mut window, Vec::new()));
                }
                assert_eq!(leading(&window).page + 1, page, "{what}");
                let mut whole = String::new();
                while *leading(&window).scene() == Scene::Overview {
                    let seen = wall.words(&mut window);
                    // After the head, before « page 2 sur 3 ».
                    whole += &seen[1];
                    window.press(Key::PageDown);
                }
                assert_eq!(whole, name, "{what}");
            }
        }
    }
}

#[test]
fn the_orientation_is_on_the_sheet_whatever_stands_beside_it() {
    let words = "Le laboratoire d’innovation publique de la communauté des Trois Rivières ";
    for image in IMAGES {
        for heights in [4, 6, 8] {
            for length in [10, 40, 70, 200] {
                let name: String = words.chars().cycle().take(length).collect();
                let design = Design { name: name.trim().into(), ..full_example() };
                let desk =
                    Desk::with(vec![screen("eDP-1", 0, USUAL), screen("HDMI-1", 1366, image)]);
                let mut window = Window::leading(design, USUAL, heights, &desk);
                window.activate("Montrer le temps à la salle");
                let wall = Wall::of(image);
                let output = wall.pass(&mut window, Vec::new());
                let all = texts(&output);
                let what = format!("{image:?}, {heights} heights, {length} letters");
                let said = all.iter().find(|text| text.words.starts_with("orienté"));
                assert!(said.is_some(), "{what}");
                window.run();
                assert!(window.shows_some("orienté «"), "{what}");
                let rows = all.iter().enumerate();
                let rows: Vec<(usize, Rect)> = rows
                    .flat_map(|(at, text)| text.rows.iter().map(move |row| (at, *row)))
                    .collect();
                no_two_meet(&all, &rows, &what);
                let page = Rect::from_min_size(egui::Pos2::ZERO, image);
                assert!(rows.iter().all(|(_, row)| page.contains_rect(*row)), "{what}");
            }
        }
    }
}

#[test]
fn the_six_labs_that_the_group_placed_are_on_the_projected_axis() {
    let catalogue = catalogue();
    for image in IMAGES {
        for heights in [4, 6, 8] {
            let mut window = Window::projecting(full_example(), image, heights);
            let least = Room { image: 100, distance: 100 * heights, ..Room::default() }.least();
            let mut first_pages = 0;
            go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
            while let Scene::At(Place::Axis(id)) = leading(&window).scene().clone() {
                let scene = leading(&window).scene().clone();
                let design = window.design();
                let placed =
                    catalogue.labs.iter().filter(|lab| design.lab_step(&lab.id, &id).is_some());
                let mut missing: Vec<String> =
                    placed.map(dessiner_un_labo::text::values::kind).collect();
                assert!(missing.len() > 2, "{scene:?}: {missing:?}");
                let what = format!("{image:?}, {heights}, {scene:?}");
                while *leading(&window).scene() == scene {
                    let all = texts(window.harness.output());
                    let first = leading(&window).page == 0;
                    missing.retain(|name| {
                        let said = format!("{name}\u{a0}:");
                        let is_of = |words: &str| words == name || words.starts_with(&said);
                        let Some(own) = all.iter().find(|text| is_of(&text.words)) else {
                            return true;
                        };
                        assert!(own.smallest >= least * image.y - 0.05, "{what}: {own:?}");
                        first_pages += usize::from(first);
                        false
                    });
                    window.press(Key::PageDown);
                }
                assert_eq!(missing, Vec::<String>::new(), "{what}");
            }
            if heights < 8 {
                assert!(first_pages > 12, "{image:?}, {heights}: {first_pages} beside the talk");
            }
        }
    }
}

#[test]
fn what_is_pointed_at_cuts_no_line_and_never_hides_the_handle() {
    let veil = Theme::LIGHT.veil();
    for image in [IMAGES[0], IMAGES[1]] {
        let mut window = Window::projecting(full_example(), image, 6);
        window.harness.event(egui::Event::ModifiersChanged(egui::Modifiers::COMMAND));
        let mut veiled_once = 0;
        for _ in 0..36 {
            for part in 0..12 {
                let at = egui::pos2(
                    image.x * (0.1 + 0.2 * (part % 4) as f32),
                    image.y * (0.2 + 0.3 * (part / 4) as f32),
                );
                window.harness.hover_at(at);
                window.run();
                let shapes = &window.harness.output().shapes;
                let veils: Vec<Rect> = shapes
                    .iter()
                    .filter_map(|clipped| match &clipped.shape {
                        Shape::Rect(rect) if rect.fill == veil => Some(rect.rect),
                        _ => None,
                    })
                    .collect();
                veiled_once += usize::from(!veils.is_empty());
                let what = format!("{image:?}, {:?}, {at:?}", leading(&window).scene());
                for text in texts(window.harness.output()) {
                    for row in &text.rows {
                        let area = |rect: Rect| rect.width().max(0.0) * rect.height().max(0.0);
                        let hidden: f32 = veils.iter().map(|veil| area(veil.intersect(*row))).sum();
                        let share = hidden / area(*row);
                        assert!(!(0.02..0.98).contains(&share), "{what}: {:?} {share}", text.words);
                    }
                }
                if let Scene::At(Place::Axis(_)) = leading(&window).scene() {
                    for clipped in shapes {
                        if let Shape::Circle(handle) = &clipped.shape
                            && handle.fill == Theme::LIGHT.positioning
                        {
                            assert!(
                                veils.iter().all(|veil| !veil.contains(handle.center)),
                                "{what}"
                            );
                        }
                    }
                }
            }
            window.press(Key::PageDown);
        }
        assert!(veiled_once > 100, "{veiled_once}");
    }
}

#[test]
fn a_mouse_at_rest_on_a_projected_rail_draws_nothing() {
    let mut window = Window::projecting(full_example(), IMAGES[1], 6);
    go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Axis(_))));
    let circles = |window: &Window| {
        let shapes = &window.harness.output().shapes;
        shapes.iter().filter(|clipped| matches!(clipped.shape, Shape::Circle(_))).count()
    };
    let handle =
        |window: &Window| window.harness.get_by_role(egui::accesskit::Role::Slider).rect().center();
    let before = circles(&window);
    let at = handle(&window);
    window.harness.hover_at(at);
    window.run();
    assert_eq!(circles(&window), before);
}

#[test]
fn what_says_that_it_is_saved_covers_no_word_of_the_foot() {
    let folder = tempfile::tempdir().unwrap();
    let file = file_in(&folder, "2026-11-24_le-labo-des-possibles.ron");
    let mut window = Window::opening(&file);
    for image in IMAGES {
        window.harness.set_size(image);
        window.press(Key::F5);
        for _ in 0..4 {
            window.press(Key::PageDown);
            window.ctrl(Key::S);
            let start = std::time::Instant::now();
            while window.app().busy() && start.elapsed() < std::time::Duration::from_secs(20) {
                window.harness.step();
            }
            window.harness.step();
            let all = texts(window.harness.output());
            let said = all.iter().find(|text| text.words.starts_with("Enregistré à"));
            let said = said.expect("it is not said").rows[0].expand2(vec2(14.0, 8.0));
            for text in all.iter().filter(|text| text.words.starts_with("page ")) {
                assert!(
                    !text.rows[0].intersects(said),
                    "{image:?}: {said:?} over {:?}",
                    text.words
                );
            }
        }
        window.press(Key::F5);
    }
}

#[test]
fn the_hour_shows_to_the_one_who_leads_whether_or_not_the_time_runs() {
    let desk = Desk::two();
    let mut window = Window::leading(full_example(), USUAL, 6, &desk);
    let hour = |window: &Window| {
        texts(window.harness.output()).iter().any(|text| {
            let parts: Vec<&str> = text.words.split("\u{a0}h\u{a0}").collect();
            parts.len() == 2 && parts.iter().all(|part| part.parse::<u8>().is_ok())
        })
    };
    assert!(hour(&window));
    window.activate_button("Démarrer");
    assert!(hour(&window));
    window.activate_button("Arrêter");
    assert!(hour(&window));
}

/// How many keys it takes from the first image to the last.
fn presses(name: &str, image: Vec2, heights: u32) -> usize {
    let mut window = Window::projecting(example(name), image, heights);
    let last = leading(&window).play.beats.len() - 1;
    (0..400)
        .find(|_| {
            let at = leading(&window);
            let done = at.at == last && at.page + 1 >= window.app().shown().pages;
            if !done {
                window.press(Key::PageDown);
            }
            done
        })
        .unwrap()
}

/// The lines of the group's texts, or of a card's, on the page that one looks at.
fn lines(window: &Window, image: Vec2) -> usize {
    let all = texts(window.harness.output());
    let rows = all.iter().flat_map(|text| &text.rows);
    // Not those of the head and of the foot.
    rows.filter(|row| row.top() > image.y * 0.12 && row.bottom() < image.y * 0.88).count()
}

#[test]
fn no_page_of_a_card_holds_a_line_or_two() {
    for image in IMAGES {
        for heights in [4, 6, 8] {
            let mut window = Window::projecting(full_example(), image, heights);
            go_to(&mut window, |scene| matches!(scene, Scene::At(Place::Card(_))));
            while let Scene::At(Place::Card(_)) = leading(&window).scene() {
                let at = leading(&window);
                let what = format!("{image:?}, {heights}, {:?}, page {}", at.scene(), at.page + 1);
                let count = lines(&window, image);
                assert!(count > 2, "{what}: {count} lines");
                window.press(Key::PageDown);
            }
        }
    }
}

#[test]
fn no_key_leads_to_a_page_of_a_line_or_two() {
    for image in IMAGES {
        let mut window = Window::projecting(full_example(), image, 6);
        let last = leading(&window).play.beats.len() - 1;
        let mut turned = 0;
        for _ in 0..200 {
            let at = leading(&window);
            let pages = window.app().shown().pages;
            if at.page > 0 {
                let what = format!("{image:?}, {:?}, page {} of {pages}", at.scene(), at.page + 1);
                let count = lines(&window, image);
                assert!(count > 2, "{what}: {count} lines");
                turned += 1;
            }
            if at.at == last && at.page + 1 >= pages {
                break;
            }
            window.press(Key::PageDown);
        }
        assert!(turned > 7, "the six labs have a page after each field: {turned}");
    }
}

#[test]
fn a_workshop_takes_no_more_keys_than_it_has_things_to_show() {
    let keys = presses("2026-11-24_le-labo-des-possibles.ron", IMAGES[1], 6);
    // Before pages were evened and lines brought closer, without the six labs on their axes: 46.
    println!("{keys} keys");
    assert!(keys <= 46, "{keys} keys");
}
