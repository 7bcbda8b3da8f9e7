//! These tests hold the order of saves, and what follows each.

use std::time::{Duration, Instant};

use super::*;
use crate::app::document::{Change, Document};
use crate::app::saves::Request;
use crate::app::saves::Saving;
use crate::app::services::jobs::Broken;
use crate::intent::view::Answer;
use crate::model::edit::{Edit, Target};
use crate::model::{Catalogue, Design, Step};
use crate::platform::dialogs::SystemDialogs;

/// The program with a save under way that ends only when a test says so.
fn saving(folder: &tempfile::TempDir) -> (App, Context, Request) {
    let ctx = Context::default();
    let catalogue = Arc::new(Catalogue::built_in().unwrap());
    let design = Design::empty(&catalogue);
    let file = folder.path().join("a.ron");
    let session = Document::opened(design, file.clone());
    let mut app = App::on(catalogue, Box::new(SystemDialogs), session);
    edit(&mut app, "Le labo");
    let request = Request {
        file,
        design: Arc::clone(app.document.design()),
        revision: app.document.revision(),
        key: app.document.key(),
    };
    app.saving = Some(Saving { now: request.clone(), queue: VecDeque::new() });
    (app, ctx, request)
}

fn edit(app: &mut App, name: &str) {
    let edit = Edit::Write(Target::Name, name.into());
    app.document.commit(Change::Edit(&edit, None), 0.0).unwrap();
    app.document.end_step();
}

fn wait(app: &mut App, ctx: &Context) {
    let start = Instant::now();
    while app.busy() {
        assert!(start.elapsed() < Duration::from_secs(10));
        app.finish_jobs(ctx);
    }
}

fn full() -> WriteError {
    WriteError::Full
}

#[test]
fn a_save_that_ends_after_another_lab_came_leaves_that_one_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    let blank = Document::blank(Design::empty(&app.catalogue));
    app.replace(&ctx, blank);
    app.written(&ctx, request, Ok(()));
    assert!(app.document.file().is_none() && !app.document.modified());
}

#[test]
fn a_failed_save_of_a_lab_that_has_gone_offers_nothing_that_would_write_this_one_there() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    let blank = Document::blank(Design::empty(&app.catalogue));
    app.replace(&ctx, blank);
    app.written(&ctx, request, Err(full()));
    let ways = app.messages.notice.unwrap().ways;
    assert_eq!(ways, vec![(words::UNDERSTOOD, Action::Dismiss)]);
}

#[test]
fn closing_waits_for_the_save_and_asks_again_for_what_was_typed_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    app.close(&ctx);
    assert!(!app.closing.done && app.window.view.panel.is_none(), "a save is under way");
    edit(&mut app, "Le labo, et une lettre de plus");
    app.written(&ctx, request, Ok(()));
    assert!(!app.closing.done);
    assert_eq!(app.window.view.panel, Some(Panel::Unsaved { closing: true }));
    app.apply(&ctx, Action::Answer(Answer::Cancel));
    assert!(app.closing.after.is_none(), "the next save must not close the window");
}

#[test]
fn closing_goes_on_when_the_save_has_everything() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    app.close(&ctx);
    app.written(&ctx, request, Ok(()));
    assert!(app.closing.done);
}

#[test]
fn a_save_asked_for_elsewhere_is_done_even_when_the_first_fails_and_writes_the_moment_it_was_asked()
{
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    let elsewhere = folder.path().join("b.ron");
    app.write(&ctx, elsewhere.clone());
    let axis = app.catalogue.axes[0].id.clone();
    let later = Edit::Place { axis, step: Some(Step::LEFT) };
    app.document.commit(Change::Edit(&later, None), 0.0).unwrap();
    app.written(&ctx, request, Err(full()));
    wait(&mut app, &ctx);
    let saved = storage::read(&elsewhere, &app.catalogue).unwrap().design;
    assert_eq!(&*saved.name, "Le labo");
    assert_eq!(saved.axes[0].step, None);
    assert!(app.document.modified());
}

#[test]
fn trying_again_writes_to_the_very_same_name() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, mut request) = saving(&folder);
    request.file = folder.path().join("labo.txt");
    app.written(&ctx, request.clone(), Err(full()));
    let retry = app.messages.notice.take().unwrap().ways[0].1.clone();
    app.apply(&ctx, retry);
    wait(&mut app, &ctx);
    assert!(request.file.is_file());
}

#[test]
fn a_write_that_breaks_leaves_those_asked_for_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, _) = saving(&folder);
    let elsewhere = folder.path().join("b.ron");
    app.write(&ctx, elsewhere.clone());
    app.write_broken(&ctx);
    assert!(
        app.messages.notice.as_ref().is_some_and(|it| it.message.what == words::BROKEN_WRITE_WHAT)
    );
    wait(&mut app, &ctx);
    assert!(elsewhere.is_file());
    assert!(app.saving.is_none());
}

#[test]
fn a_job_that_breaks_gives_up_nothing_of_what_waits_for_a_save() {
    type End = fn(&mut App, &Context);
    let broken: [(&str, End); 5] = [
        ("read", |app, ctx| app.has_read(ctx, Err(Broken))),
        ("show", |app, ctx| app.shown_elsewhere(ctx, Err(Broken))),
        ("check", |app, ctx| app.checked(ctx, Err(Broken))),
        ("recall", |app, ctx| app.recalled(ctx, Err(Broken))),
        ("look", |app, ctx| app.looked(ctx, Err(Broken))),
    ];
    for (kind, end) in broken {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, request) = saving(&folder);
        app.close(&ctx);
        end(&mut app, &ctx);
        app.written(&ctx, request, Ok(()));
        assert!(app.closing.done, "{kind}");
    }
}

fn not_confirmed() -> WriteError {
    WriteError::NotConfirmed(std::io::Error::other("no answer"))
}

#[test]
fn what_follows_a_save_that_was_done_goes_on_and_what_is_to_be_known_of_it_is_read_first() {
    for said in [WriteError::OtherName, not_confirmed()] {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, ctx, request) = saving(&folder);
        app.close(&ctx);
        app.written(&ctx, request, Err(said));
        app.keep_closing(&ctx);
        assert!(!app.closing.done && app.messages.has_to_be_read() && !app.document.modified());
        app.apply(&ctx, Action::Dismiss);
        app.keep_closing(&ctx);
        assert!(app.closing.done);
    }
}

#[test]
fn a_window_that_is_closed_twice_does_not_wait_to_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    app.close(&ctx);
    app.written(&ctx, request, Err(not_confirmed()));
    app.close(&ctx);
    assert!(app.closing.done);
}

#[test]
fn a_workshop_ends_on_paper_after_a_save_that_was_done_and_both_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    app.closing.ending = Some(crate::app::closing::Ending::Workshop);
    app.written(&ctx, request, Err(WriteError::OtherName));
    wait(&mut app, &ctx);
    assert!(folder.path().join("a_canevas_A4.pdf").is_file());
    assert!(app.messages.notice.as_ref().unwrap().message.what.ends_with(" est enregistré."));
    app.apply(&ctx, Action::Dismiss);
    let ended = app.messages.notice.clone().unwrap();
    assert!(ended.ways.iter().any(|(way, _)| *way == crate::text::printing::OPEN_FOLDER));
    app.apply(&ctx, Action::Dismiss);
    assert!(app.messages.notice.is_none());
}

#[test]
fn a_lab_that_comes_after_a_save_that_was_done_leaves_what_is_said_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    app.new_sheet(&ctx);
    app.written(&ctx, request, Err(not_confirmed()));
    assert!(app.document.file().is_none() && app.messages.has_to_be_read());
    let ways = app.messages.notice.unwrap().ways;
    assert_eq!(ways, [(words::UNDERSTOOD, Action::Dismiss)], "this lab must not go in its place");
}

#[test]
fn a_save_that_was_not_done_still_stops_what_was_to_follow() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, ctx, request) = saving(&folder);
    app.close(&ctx);
    app.written(&ctx, request, Err(full()));
    app.apply(&ctx, Action::Dismiss);
    app.keep_closing(&ctx);
    assert!(!app.closing.done && app.document.modified());
}
