//! These tests follow the keyboard through the panels and the notices that come one after the other.

use std::sync::Arc;

use egui::{Event, Key, Modifiers, RawInput};
use uuid::Uuid;

use super::*;
use crate::app::closing::After;
use crate::app::document::Document;
use crate::app::saves::Saving;
use crate::intent::view::{Answer, Goal, Panel};
use crate::model::Catalogue;
use crate::platform::dialogs::SystemDialogs;
use crate::text::interface as words;
use crate::ui::theme;

/// Every panel, and what has the keyboard when it comes: the answer that harms nothing.
fn panels() -> [(Panel, &'static str); 10] {
    let path = |goal| Panel::Path { goal, suggested: String::new() };
    [
        (Panel::Shortcuts, words::CLOSE),
        (Panel::About, words::CLOSE),
        (Panel::Unsaved { closing: true }, words::SAVE),
        (
            Panel::UnreadDate { closing: true, workshop: Uuid::nil(), typed: "31".into() },
            words::TO_DATE,
        ),
        (Panel::Successor, words::WITH_ANSWERS),
        (path(Goal::Save), words::PATH_LABEL),
        (path(Goal::Open), words::PATH_LABEL),
        (Panel::Replace("a.ron".into()), words::CANCEL),
        (Panel::Waiting, words::GIVE_UP),
        (Panel::Finishing { sheet: true }, words::STAY_OPEN),
    ]
}

/// One pass; gives the name of what has the keyboard.
fn pass(app: &mut App, ctx: &Context, keys: &[(Key, bool)]) -> Option<String> {
    let event = |(key, pressed): &(Key, bool)| Event::Key {
        key: *key,
        physical_key: None,
        pressed: *pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let events = keys.iter().map(event).collect();
    let input = RawInput { events, ..RawInput::default() };
    let output = ctx.run_ui(input, |ui| app.show(ui));
    let tree = output.platform_output.accesskit_update.unwrap();
    let (_, node) = tree.nodes.iter().find(|(id, _)| *id == tree.focus).unwrap();
    node.label().or(node.value()).map(str::to_owned)
}

/// Puts a panel in front, as it would be: what a window waits for is said while it waits.
fn raise(app: &mut App, panel: &Panel) {
    let waits = matches!(panel, Panel::Finishing { .. });
    app.closing.after = waits.then_some(After::Close);
    app.saving = waits.then(|| Saving::of(Arc::clone(app.document.design())));
    app.raise(panel.clone());
}

/// Some passes more.
fn rest(app: &mut App, ctx: &Context) -> Option<String> {
    (0..4).filter_map(|_| pass(app, ctx, &[])).last()
}

fn begun() -> (App, Context) {
    let ctx = Context::default();
    ctx.enable_accesskit();
    theme::install(&ctx);
    let catalogue = Arc::new(Catalogue::built_in().unwrap());
    let session = Document::blank(Design::empty(&catalogue));
    let mut app = App::on(catalogue, Box::new(SystemDialogs), session);
    rest(&mut app, &ctx);
    (app, ctx)
}

#[test]
fn the_keyboard_stands_where_the_drawing_says_in_every_panel_that_follows_another() {
    for (first, _) in panels() {
        for (second, safe) in panels() {
            for tabs in 0..3 {
                let (mut app, ctx) = begun();
                raise(&mut app, &first);
                rest(&mut app, &ctx);
                for _ in 0..tabs {
                    pass(&mut app, &ctx, &[(Key::Tab, true), (Key::Tab, false)]);
                }
                raise(&mut app, &second);
                // The key that answered the first is pressed again as soon as the second is there.
                pass(&mut app, &ctx, &[(Key::Enter, true), (Key::Enter, false)]);
                let what = format!("{first:?}, {tabs} tabs, {second:?}");
                assert_eq!(app.window.view.panel.as_ref(), Some(&second), "{what}");
                assert_eq!(rest(&mut app, &ctx).as_deref(), Some(safe), "{what}");
            }
        }
    }
}

#[test]
fn a_key_held_down_answers_one_question_alone() {
    let (mut app, ctx) = begun();
    app.raise(Panel::About);
    rest(&mut app, &ctx);
    pass(&mut app, &ctx, &[(Key::Enter, true)]);
    assert_eq!(app.window.view.panel, None);
    app.raise(Panel::Successor);
    for _ in 0..6 {
        // The toolkit takes it for a repeat: the key was never released.
        pass(&mut app, &ctx, &[(Key::Enter, true)]);
        assert_eq!(app.window.view.panel, Some(Panel::Successor));
    }
    pass(&mut app, &ctx, &[(Key::Enter, false)]);
    pass(&mut app, &ctx, &[(Key::Enter, true)]);
    assert_eq!(app.window.view.panel, None);
}

#[test]
fn a_panel_that_is_closed_gives_up_what_it_asked_about_and_nothing_else() {
    use crate::app::closing::Ending;
    for (panel, after, ending) in [
        (Panel::Shortcuts, true, true),
        (Panel::About, true, true),
        (Panel::Successor, true, true),
        (Panel::Unsaved { closing: true }, false, true),
        (
            Panel::UnreadDate { closing: true, workshop: Uuid::nil(), typed: "31".into() },
            false,
            true,
        ),
        (Panel::Finishing { sheet: true }, false, true),
        (Panel::Replace("a.ron".into()), false, false),
        (Panel::Path { goal: Goal::Save, suggested: String::new() }, false, false),
        (Panel::Path { goal: Goal::Open, suggested: String::new() }, true, true),
    ] {
        let (mut app, ctx) = begun();
        (app.closing.after, app.closing.ending) = (Some(After::Close), Some(Ending::Workshop));
        app.raise(panel.clone());
        app.apply(&ctx, crate::intent::Action::Answer(Answer::Cancel));
        assert_eq!(
            (app.closing.after.is_some(), app.closing.ending.is_some()),
            (after, ending),
            "{panel:?}"
        );
    }
}

#[test]
fn a_notice_that_follows_another_is_not_answered_by_its_key_and_gives_the_keyboard_back() {
    let (mut app, ctx) = begun();
    ctx.memory_mut(|memory| memory.surrender_focus(crate::ui::views::header::name_id()));
    ring::reach(&ctx, crate::ui::views::drawing::add_id());
    let before = rest(&mut app, &ctx);
    assert!(before.is_some());
    let notice = || Notice::of(App::broken_message());
    app.notify(&ctx, notice());
    rest(&mut app, &ctx);
    app.notify(&ctx, notice());
    assert_eq!(rest(&mut app, &ctx).as_deref(), Some(words::UNDERSTOOD));
    pass(&mut app, &ctx, &[(Key::Enter, true)]);
    assert_eq!(rest(&mut app, &ctx), before);
    assert!(app.messages.notice.is_none());
    app.notify(&ctx, notice());
    (0..4).for_each(|_| drop(pass(&mut app, &ctx, &[(Key::Enter, true)])));
    assert!(app.messages.notice.is_some(), "the key that answered the one before is still down");
    pass(&mut app, &ctx, &[(Key::Enter, false)]);
    pass(&mut app, &ctx, &[(Key::Enter, true)]);
    assert!(app.messages.notice.is_none());
}
