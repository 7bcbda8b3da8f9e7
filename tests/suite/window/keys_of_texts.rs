//! The keys in a text: those of the list and of the system alone; and letters that no text was waiting for.

use dessiner_un_labo::intent::Command;
use dessiner_un_labo::model::{Design, limits};
use egui::{Event, ImeEvent, Key, Modifiers};

use super::{USUAL, Window, catalogue, full_example};

const GOVERNANCE: &str = "Gouvernance, texte";

fn governance(window: &Window) -> String {
    window.design().field("gouvernance").unwrap().text.to_string()
}

/// The keys that are a command of the window, or one of the usual ones of a text.
fn announced(modifiers: Modifiers, key: Key) -> bool {
    let command = Command::ALL.iter().flat_map(|command| command.spec().keys).any(|shortcut| {
        shortcut.logical_key == key && modifiers.matches_logically(shortcut.modifiers)
    });
    command || matches!(key, Key::Backspace | Key::Delete | Key::Tab | Key::Enter)
}

#[test]
fn no_key_that_nobody_announced_changes_a_text() {
    type Open = fn(&mut Window);
    let texts: [(&str, Open); 3] = [
        (GOVERNANCE, |window| window.click(GOVERNANCE)),
        ("the name", |_| {}),
        ("in large", |window| window.activate("Gouvernance\u{a0}: ouvrir en grand")),
    ];
    let ctrl = Modifiers::CTRL | Modifiers::COMMAND;
    for (what, open) in texts {
        let mut window = Window::blank();
        open(&mut window);
        window.type_text("Une élue référente");
        let (before, name) = (window.design().clone(), window.focused());
        for modifiers in [ctrl, ctrl | Modifiers::SHIFT, ctrl | Modifiers::ALT, Modifiers::ALT] {
            let own = |key: &&Key| {
                announced(modifiers, **key) || matches!(key, Key::Escape | Key::Menu | Key::F10)
            };
            for key in Key::ALL.iter().filter(|key| !own(key)) {
                let menu = dessiner_un_labo::intent::command::Menu::by_letter(*key).is_some();
                if menu && modifiers == Modifiers::ALT || *key == Key::F4 {
                    continue;
                }
                for at in [Key::Home, Key::ArrowRight, Key::End] {
                    window.one_frame([Window::key_event(Modifiers::NONE, at)]);
                    window.one_frame([Window::key_event(modifiers, *key)]);
                    let same = *window.design() == before;
                    assert!(same, "{what}: {modifiers:?} {key:?}, at « {} »", window.focused());
                    assert_eq!(window.focused(), name, "{modifiers:?} {key:?}");
                }
            }
        }
    }
}

#[test]
fn the_usual_keys_still_act() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.type_text("Une élue référente");
    let ctrl = Modifiers::CTRL | Modifiers::COMMAND;
    window.press_with(ctrl, Key::Backspace);
    assert_eq!(governance(&window), "Une élue ");
    window.press(Key::Home);
    window.press_with(ctrl, Key::Delete);
    assert_eq!(governance(&window).trim(), "élue");
    window.ctrl(Key::A);
    window.press_with(Modifiers::SHIFT, Key::Delete);
    assert_eq!(governance(&window), "");
}

#[test]
fn tab_then_a_sentence_is_written_even_in_one_frame() {
    let tab = || Window::key_event(Modifiers::NONE, Key::Tab);
    for together in [true, false] {
        let mut window = Window::blank();
        window.click(GOVERNANCE);
        window.type_text("Une élue");
        if together {
            window.one_frame([tab()].into_iter().chain(Window::letters("Trois agents.")));
            window.run();
        } else {
            window.press(Key::Tab);
            window.type_text("Trois agents.");
        }
        assert_eq!(governance(&window), "Une élue");
        let fields = window.design().fields.iter();
        let written: Vec<&str> =
            fields.map(|field| &*field.text).filter(|text| !text.is_empty()).collect();
        assert!(written.contains(&"Trois agents."), "{written:?}");
    }
}

/// At every control that can have the keyboard, a letter is written, or it is told that it is not.
#[test]
fn a_letter_typed_anywhere_is_written_or_told() {
    use egui_kittest::kittest::NodeT;
    let views: [&[&str]; 6] = [
        &[],
        &["Pilote\u{a0}: ouvrir en grand"],
        &["La mesure d’impact\u{a0}: ouvrir en grand"],
        &["Gouvernance\u{a0}: ouvrir en grand"],
        &["Édition", "Prochaines étapes"],
        &["Édition", "L’atelier…"],
    ];
    for view in views {
        let open = || {
            let mut window = Window::on(full_example(), USUAL, 1.0);
            view.iter().for_each(|step| window.activate(step));
            window
        };
        let controls = |window: &Window| {
            let nodes = window.harness.root().children_recursive();
            let all = nodes.map(|node| node.accesskit_node().id());
            all.collect::<Vec<_>>()
        };
        let first = open();
        let all = controls(&first);
        let mut seen = 0;
        for id in all {
            let mut window = open();
            let find = |window: &Window, act: &dyn Fn(&egui_kittest::Node)| {
                let mut nodes = window.harness.root().children_recursive();
                let node = nodes.find(|node| node.accesskit_node().id() == id);
                node.inspect(act).is_some()
            };
            find(&window, &|node| node.focus());
            window.run();
            let at = window.focused();
            if at.is_empty() || window.app().view().panel.is_some() {
                continue;
            }
            let before = window.design().clone();
            window.type_text("é");
            let told = window.shows_some("Rien n’a été écrit");
            // What is not a date stays in its box.
            let kept =
                *window.design() != before || window.app().document().unread_date().is_some();
            assert!(kept || told, "{view:?}: lost at « {at} »");
            seen += 1;
        }
        assert!(seen > 8, "{view:?}: {seen}");
    }
}

#[test]
fn a_letter_on_a_criterion_a_rail_or_a_point_opens_its_text_and_is_its_first() {
    let catalogue = catalogue();
    let design = || Design::empty(&catalogue);
    type Told = fn(&Design) -> String;
    let cases: [(String, Told); 3] = [
        ([&catalogue.criteria[1].words, "\u{a0}: non coché"].concat(), |it| {
            it.criteria[1].text.to_string()
        }),
        ("Pilote / Support\u{a0}: à placer".into(), |it| it.axes[1].note.to_string()),
        ("La mesure d’impact\u{a0}: à discuter".into(), |it| it.points[5].note.to_string()),
    ];
    for (control, read) in cases {
        for begin in [Event::Text("U".into()), Event::Paste("U".into())] {
            let mut window = Window::on(design(), USUAL, 1.0);
            window.focus(&control);
            window.one_frame([begin]);
            window.run();
            window.type_text("ne élue");
            assert_eq!(read(window.design()), "Une élue", "{control}");
            assert!(window.shows("Revenir au canevas"));
        }
    }
}

#[test]
fn a_composition_begun_on_a_title_is_the_first_letter_of_its_text() {
    let mut window = Window::blank();
    window.focus("Gouvernance\u{a0}: ouvrir en grand");
    window.harness.event(Event::Ime(ImeEvent::Commit("ê".into())));
    window.run();
    window.type_text("tre");
    assert_eq!(governance(&window), "être");
}

#[test]
fn what_is_typed_on_a_title_comes_after_what_its_text_holds() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    window.type_text("Une élue");
    window.press(Key::Escape);
    assert_eq!(window.focused(), "Gouvernance\u{a0}: ouvrir en grand");
    window.type_text(", et son équipe");
    assert_eq!(governance(&window), "Une élue, et son équipe");
}

#[test]
fn space_and_enter_are_what_they_were_on_a_control() {
    let mut window = Window::blank();
    let criterion = catalogue().criteria[0].words.clone();
    window.focus(&[&criterion, "\u{a0}: non coché"].concat());
    window.one_frame([Window::key_event(Modifiers::NONE, Key::Space), Event::Text(" ".into())]);
    window.run();
    assert!(window.design().criteria[0].ticked && window.design().criteria[0].text.is_empty());
    assert!(!window.shows("Revenir au canevas"));
    window.press(Key::Enter);
    assert!(window.shows("Revenir au canevas"));
}

#[test]
fn in_front_of_the_room_a_letter_opens_the_text_of_the_scene_and_b_is_the_black_screen() {
    let mut window = Window::blank();
    window.activate("Pilote\u{a0}: ouvrir en grand");
    window.press(Key::F5);
    window.type_text("b");
    assert_eq!(&*window.design().axes[1].note, "");
    window.type_text("b");
    window.type_text("Une note");
    assert_eq!(&*window.design().axes[1].note, "Une note");
}

#[test]
fn what_a_paste_left_out_is_counted_and_can_be_copied() {
    let mut window = Window::blank();
    window.click(GOVERNANCE);
    let rest = "reste ".repeat(50);
    let pasted = ["é".repeat(limits::LONG_TEXT).as_str(), &rest].concat();
    window.harness.event(Event::Paste(pasted));
    window.run();
    assert_eq!(governance(&window).chars().count(), limits::LONG_TEXT);
    assert!(window.shows_some("300 caractères collés n’ont pas trouvé place"));
    let clipboard = |window: &mut Window| {
        window.harness.get_by_label("Copier le reste").click_accesskit();
        (0..4).find_map(|_| {
            window.harness.step();
            let commands = &window.harness.output().platform_output.commands;
            commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
        })
    };
    use egui_kittest::kittest::Queryable;
    assert_eq!(clipboard(&mut window), Some(rest));
}

#[test]
fn a_name_and_the_lines_of_a_list_leave_out_what_does_not_hold_and_say_it() {
    let mut window = Window::blank();
    window.harness.event(Event::Paste("Labo ".repeat(200)));
    window.run();
    assert!(window.shows_some("500 caractères collés n’ont pas trouvé place"));
    window.activate("Compris");
    window.choose_in_menu("Édition", "L’atelier…");
    window.activate("Noter l’atelier d’aujourd’hui");
    window.click("Atelier 1, qui était là");
    window.harness.event(Event::Paste("Inès\n".repeat(103)));
    window.run();
    assert_eq!(window.design().workshops[0].people.len(), limits::LIST);
    assert!(window.shows_some("caractères collés n’ont pas trouvé place"));
}
