//! « Vérifier ce poste » looks at what the evening before, and the ten minutes on site, are for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::app::desk::App;
use crate::app::services::jobs::{About, Broken};
use crate::intent::check::{Check, State};
use crate::intent::leading::Lead;
use crate::intent::view::Focus;
use crate::intent::{Action, Command};
use crate::model::room::Verdict;
use crate::platform::screens::Screen;
use crate::platform::{disk, owners};
use crate::text::{check as words, room as room_words};
use crate::ui::views::focus::check as view;

/// What had to be looked at off the interface's thread.
#[derive(Debug)]
pub(in crate::app) struct Checked {
    folder: PathBuf,
    writable: bool,
    /// In bytes.
    space: Option<u64>,
    printers: Vec<String>,
    orders: Option<(PathBuf, bool)>,
}

/// Under this, a workshop's files might not all be written: the bytes of a few hundred saves and papers.
const LITTLE: u64 = 200 << 20;

impl App {
    /// Opens the page, and looks again.
    pub(in crate::app) fn open_check(&mut self, ctx: &Context) {
        self.services.screens.look();
        self.window.view.checks = None;
        // Without a file, where a save would go.
        let own = self.document.file().and_then(Path::parent).map(Path::to_path_buf);
        let folder = own.or_else(|| self.folder()).unwrap_or_default();
        let printers = Arc::clone(&self.services.printers);
        let orders = self.services.places.orders.clone();
        let look = move || Checked {
            writable: disk::try_writing(&folder).is_ok(),
            space: disk::available(&folder).ok(),
            printers: printers.list().into_iter().flatten().map(|printer| printer.name).collect(),
            orders: orders.map(|folder| {
                let made = owners::make_private(&folder);
                let writable = made.and_then(|()| disk::try_writing(&folder)).is_ok();
                (folder, writable)
            }),
            folder,
        };
        self.services.jobs.start(ctx, About::nothing(), look, App::checked);
        if self.window.view.focus != Some(Focus::Check) {
            self.go_to(ctx, Focus::Check);
        }
    }

    pub(in crate::app) fn checked(&mut self, ctx: &Context, checked: Result<Checked, Broken>) {
        let checked = match checked {
            Ok(checked) => checked,
            Err(broken) => return self.say_broken(ctx, broken),
        };
        let mut all = self.checked_screens(ctx);
        all.push(self.checked_room());
        let Checked { folder, writable, space, printers, orders } = &checked;
        let has_file = self.document.file().is_some();
        all.push(match writable {
            true => good(words::writable(folder, has_file)),
            false => bad(words::not_writable(folder, has_file), words::WRITE_ELSEWHERE.into())
                .way(words::SAVE_AS, Action::Command(Command::SaveAs)),
        });
        all.push(match space {
            Some(bytes) if *bytes < LITTLE => bad(words::space(*bytes), words::MAKE_ROOM.into()),
            Some(bytes) => good(words::space(*bytes)),
            None => known(words::SPACE_UNKNOWN.into(), String::new()),
        });
        if let Some((folder, false)) = orders {
            all.push(bad(words::orders_not_kept(folder), words::NOTES_ON_PAPER.into()));
        }
        all.push(match printers.first() {
            None => known(words::NO_PRINTER.into(), words::WITHOUT_PRINTER.into()),
            Some(_) => good(words::printers(printers)),
        });
        all.push(match (self.document.file(), self.document.modified()) {
            (Some(_), false) => good(words::saved_in(&self.document.file_name())),
            _ => known(words::NOT_SAVED.into(), words::SAVE_FIRST.into())
                .way(words::SAVE, Action::Command(Command::Save)),
        });
        self.window.view.checks = Some(all);
        let first = self.window.view.checks.as_ref().and_then(|all| view::first_id(all));
        ctx.memory_mut(|memory| memory.request_focus(first.unwrap_or_else(view::again_id)));
    }

    fn checked_screens(&self, ctx: &Context) -> Vec<Check> {
        let screens = self.services.screens.all();
        let own = self.own_screen(ctx);
        if let Some(shared) = screens.iter().find(|screen| self.services.screens.is_shared(screen))
        {
            return vec![bad(words::same_image(&described(shared)), words::PLUG.into())];
        }
        if screens.len() < 2 {
            let alone = screens.first().map(|it| words::one_screen(it.width, it.height));
            let one = known(alone.unwrap_or_else(|| words::NO_SCREEN.into()), words::PLUG.into());
            return vec![one];
        }
        let room = self.other_screen(ctx);
        let own = own.and_then(|at| screens.get(at)).map(described).unwrap_or_default();
        let mut all = Vec::new();
        if let Some(room) = room {
            let what = words::two_screens(&described(&room), &own);
            let others: Vec<&Screen> = screens.iter().filter(|it| it.name != room.name).collect();
            let to = |screen: &Screen| Action::Lead(Lead::Screen(screen.name.clone()));
            match others.as_slice() {
                [other] => {
                    let two = good(what).next(words::SWAP_IF.into());
                    all.push(two.way(words::SWAP, to(other)));
                }
                others => {
                    all.push(good(what));
                    all.extend(others.iter().map(|other| {
                        let what = words::other_screen(&described(other));
                        known(what, String::new()).way(words::PROJECT_THERE, to(other))
                    }));
                }
            }
            let (width, height) = (room.width, room.height);
            all.push(match height {
                0..=599 => known(words::image(width, height), words::SMALL_IMAGE.into()),
                _ => good(words::image(width, height)),
            });
        }
        all
    }

    /// The verdict is that of the page where it is measured.
    fn checked_room(&self) -> Check {
        let (name, room) = (&self.memory.room.name, &self.memory.room);
        let measure = Action::Command(Command::Measure);
        if !self.memory.measured && name.is_empty() {
            let unknown = bad(words::room_unknown(room.heights()), words::MEASURE_IT.into());
            return unknown.way(words::MEASURE, measure);
        }
        let what = words::room(name, room.distance, room.heights());
        let verdict = room_words::verdict(room);
        let found = match room.verdict() {
            Verdict::Read => good(what).next(words::ROOM_IF.into()),
            Verdict::LineKept => good(what).next([&verdict, words::ROOM_IF].join(" ")),
            Verdict::TooFar | Verdict::TooLittleRead(_) => bad(what, verdict),
        };
        found.way(words::MEASURE_AGAIN, measure)
    }
}

fn described(screen: &Screen) -> String {
    words::screen(&screen.name, screen.width, screen.height)
}

fn good(what: String) -> Check {
    Check { state: State::Good, what, next: String::new(), way: None }
}

fn known(what: String, next: String) -> Check {
    Check { state: State::Known, next, ..good(what) }
}

fn bad(what: String, next: String) -> Check {
    Check { state: State::Bad, next, ..good(what) }
}

impl Check {
    fn next(self, next: String) -> Check {
        Check { next, ..self }
    }

    fn way(self, words: &'static str, action: Action) -> Check {
        Check { way: Some((words, action)), ..self }
    }
}
