//! Small looks, as geometry: what begins at one height, what stands apart, what is drawn beside a word.

use dessiner_un_labo::intent::view::Focus;
use dessiner_un_labo::model::Step;
use dessiner_un_labo::model::design::Disagreement;
use dessiner_un_labo::model::edit::{Edit, Target};
use dessiner_un_labo::model::place::Place;
use dessiner_un_labo::text::help::{Block, Page};
use dessiner_un_labo::ui::Theme;
use egui::epaint::RectShape;
use egui::{Color32, Key, Rect, Shape, Vec2, vec2};
use egui_kittest::kittest::NodeT as _;

use super::layout::{Text, texts};
use super::{USUAL, Window, catalogue, full_example};

/// Every box of a frame, as it was painted, within its clip.
fn boxes(window: &Window) -> Vec<RectShape> {
    fn collect(shape: &Shape, all: &mut Vec<RectShape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, all)),
            Shape::Rect(rect) => all.push(rect.clone()),
            _ => {}
        }
    }
    let mut all = Vec::new();
    window.harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut all));
    all
}

/// What a text takes of the page.
fn ink(text: &Text) -> Rect {
    text.rows.iter().fold(Rect::NOTHING, |all, row| all.union(*row))
}

#[test]
fn under_an_axis_the_two_texts_begin_and_end_at_one_height() {
    for size in [vec2(1280.0, 720.0), USUAL, vec2(1920.0, 1080.0)] {
        for with_labs in [true, false] {
            for with_span in [true, false] {
                let mut design = full_example();
                for axis in &mut design.axes {
                    let span = with_span.then(|| (Step::MIDDLE.moved(-1), Step::MIDDLE.moved(1)));
                    axis.disagreement = Some(Disagreement { span, ..Disagreement::default() });
                }
                if !with_labs {
                    design.labs.clear();
                }
                let mut window = Window::on(design, size, 1.0);
                window.activate("C’est quoi un labo\u{a0}?\u{a0}: ouvrir en grand");
                let mut seen = 0;
                for axis in &catalogue().axes {
                    let focus = Focus::At(Place::Axis(axis.id.clone()));
                    while window.app().view().focus.as_ref() != Some(&focus) {
                        window.press(Key::PageDown);
                    }
                    let page: Vec<Rect> = boxes(&window)
                        .into_iter()
                        .filter(|it| it.fill == Theme::LIGHT.cell && it.rect.height() >= 80.0)
                        .map(|it| it.rect)
                        .collect();
                    let what = format!("{size:?}, labs {with_labs}, span {with_span}, {}", axis.id);
                    assert_eq!(page.len(), 2, "{what}: {page:?}");
                    let off = [page[0].top() - page[1].top(), page[0].bottom() - page[1].bottom()];
                    assert!(off.iter().all(|off| off.abs() < 0.5), "{what}: {page:?}");
                    seen += 1;
                }
                assert_eq!(seen, catalogue().axes.len());
            }
        }
    }
}

#[test]
fn a_name_stands_well_apart_from_what_it_answers_however_long_it_is() {
    let names = [
        "Laboratoire d’innovation de l’Allier",
        "Le laboratoire départemental des possibles et des communs",
        "Transformation-territoires-innovation-publique",
        "Nous",
    ];
    for size in [vec2(1280.0, 720.0), USUAL, vec2(1920.0, 1080.0)] {
        for name in names {
            let mut design = full_example();
            Edit::Write(Target::Name, name.into()).apply(&mut design).unwrap();
            let mut window = Window::on(design, size, 1.0);
            window.choose_in_menu("Affichage", "Comparer les six labos");
            for _ in 0..10 {
                let all = texts(window.harness.output());
                let kinds: Vec<&str> =
                    vec!["Incubateur", "Prospectif", "Grands défis", "Espace tiers"];
                let left = all
                    .iter()
                    .find(|text| kinds.iter().any(|kind| text.words.starts_with(kind)))
                    .map(|text| ink(text).left());
                let Some(left) = left else { break };
                let who = all.iter().filter(|text| (ink(text).left() - left).abs() < 1.0);
                for one in who.filter(|text| !text.rows.is_empty()) {
                    let beside = all.iter().flat_map(|text| &text.rows).filter(|row| {
                        row.left() > ink(one).left() + 60.0
                            && one.rows.iter().any(|own| own.y_range().intersects(row.y_range()))
                    });
                    let gap = beside.map(|row| row.left() - ink(one).right());
                    let gap = gap.fold(f32::INFINITY, f32::min);
                    assert!(gap >= 20.0, "{size:?}, {name}: {gap} beside « {} »", one.words);
                }
                window.press(Key::PageDown);
            }
        }
    }
}

#[test]
fn a_page_of_the_help_is_not_left_empty_at_its_right() {
    for size in [USUAL, vec2(1920.0, 1080.0)] {
        for page in Page::ALL {
            let pictures = page.blocks().iter().filter(|it| matches!(it, Block::Picture { .. }));
            assert!(pictures.count() > 0, "{}", page.title());
            let mut window = Window::on(full_example(), size, 1.0);
            window.choose_in_menu("Aide", page.title());
            let image = window
                .harness
                .root()
                .children_recursive()
                .filter(|node| node.accesskit_node().role() == egui::accesskit::Role::Image)
                .map(|node| node.rect())
                .reduce(|a, b| if a.top() <= b.top() { a } else { b });
            let image = image.unwrap_or_else(|| panic!("{size:?}, {}", page.title()));
            assert!(image.left() > size.x * 0.6 && image.right() > size.x * 0.85, "{image:?}");
            let words = texts(window.harness.output());
            // The page scrolls under its foot.
            let rows = words.iter().flat_map(|text| &text.rows);
            let under =
                rows.filter(|row| row.top() < size.y - 60.0).find(|it| it.intersects(image));
            assert!(under.is_none(), "{size:?}, {}: {under:?}", page.title());
        }
    }
}

/// The keyboard's rings: three points wide, and nothing within.
fn rings(window: &Window) -> Vec<Rect> {
    let wide = |it: &RectShape| it.stroke.width >= 3.0 && it.fill == Color32::TRANSPARENT;
    boxes(window).into_iter().filter(wide).map(|it| it.rect).collect()
}

#[test]
fn the_ring_of_a_free_title_crosses_no_word_and_no_disc() {
    for title in
        ["", "Lieu", "Financement et moyens, sur trois ans au moins, et ce qu’il faut en dire"]
    {
        let mut design = full_example();
        let free = design.free_fields[0].id;
        Edit::Write(Target::FreeTitle(free), title.into()).apply(&mut design).unwrap();
        let mut window = Window::on(design, USUAL, 1.0);
        window.focus("Nom de la rubrique libre");
        let ring = rings(&window);
        assert_eq!(ring.len(), 1, "{title}: {ring:?}");
        let ring = ring[0];
        let edge = 3.0;
        let mut inside = 0;
        for text in texts(window.harness.output()) {
            for row in &text.rows {
                // Within its inner edge, or out of its outer one.
                let within = ring.expand(0.5).contains_rect(*row);
                let without = !ring.expand(edge - 0.5).intersects(*row);
                assert!(within || without, "{title}: {row:?} of « {} » and {ring:?}", text.words);
                inside += usize::from(within);
            }
        }
        assert!(inside > 0, "{title}: nothing is in {ring:?}");
        let discs = window.harness.output().shapes.iter().filter_map(|it| match &it.shape {
            Shape::Circle(it) if (it.radius - 1.75).abs() < 0.01 => Some(it.visual_bounding_rect()),
            _ => None,
        });
        let discs: Vec<Rect> = discs.collect();
        assert!(discs.len() >= 3, "the menu of the field");
        assert!(discs.iter().all(|disc| !ring.expand(edge).intersects(*disc)), "{title}: {ring:?}");
    }
}

#[test]
fn what_can_be_chosen_together_has_a_box_that_is_ticked_or_not() {
    let mut window = Window::on(full_example(), USUAL, 1.0);
    window.click("Comparer");
    window.click("Côte à côte");
    let theme = Theme::LIGHT;
    let side = |it: &RectShape| (it.rect.size() - Vec2::splat(20.0)).abs().max_elem() < 0.5;
    let (mut ticked, mut empty) = (0, 0);
    let all = boxes(&window);
    for node in window.harness.root().children_recursive() {
        let own = node.accesskit_node();
        if own.role() != egui::accesskit::Role::CheckBox {
            continue;
        }
        let chosen = own.toggled() == Some(egui::accesskit::Toggled::True);
        let label = own.label().unwrap_or_default();
        let drawn: Vec<&RectShape> =
            all.iter().filter(|it| side(it) && node.rect().contains_rect(it.rect)).collect();
        assert_eq!(drawn.len(), 1, "{label}");
        // The box itself tells, whatever the weight of the words.
        assert_eq!(drawn[0].fill == theme.ink, chosen, "{label}");
        *(if chosen { &mut ticked } else { &mut empty }) += 1;
    }
    assert!(ticked > 1 && empty > 1, "{ticked} and {empty}");
}
