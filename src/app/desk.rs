//! The desk is its parts, side by side, and nothing else. What each action does of them is in the flows.

use std::path::PathBuf;
use std::sync::Arc;

use super::asked::Asked;
use super::closing::Closing;
use super::document::Document;
use super::facilitation::Facilitation;
use super::memory::Memory;
use super::messages::Messages;
use super::press::Press;
use super::reading::{Read, reading};
use super::saves::Saving;
use super::services::Services;
use super::services::jobs::Early;
use super::services::journal::Journal;
use super::services::screens::KnownScreens;
use super::window::WindowState;
use crate::intent::View;
use crate::intent::view::Panel;
use crate::model::Catalogue;
use crate::model::room::Room;
use crate::platform::awake::Awake;
use crate::platform::dialogs::Dialogs;
use crate::platform::printer::Printers;
use crate::platform::screens::Screens;
use crate::text::{interface as words, journal as log};
use crate::ui::room;

/// The whole program behind its windows, part by part; it can be shown in any egui window, a test's included.
pub struct App {
    pub(in crate::app) catalogue: Arc<Catalogue>,
    pub(in crate::app) document: Document,
    pub(in crate::app) window: WindowState,
    pub(in crate::app) facilitation: Facilitation,
    pub(in crate::app) messages: Messages,
    pub(in crate::app) closing: Closing,
    pub(in crate::app) asked: Asked,
    pub(in crate::app) saving: Option<Saving>,
    pub(in crate::app) press: Press,
    pub(in crate::app) memory: Memory,
    pub(in crate::app) services: Services<App>,
    pub(in crate::app) start: Start,
}

/// How the program begins.
#[derive(Default)]
pub(in crate::app) struct Start {
    /// The file named at the start: it is being read before the first frame.
    pub(in crate::app) early: Option<Early<Read>>,
    /// Whether the window is cleared to the colour of the paper.
    pub(in crate::app) on_paper: bool,
    pub(in crate::app) started: bool,
}

impl App {
    /// An empty sheet; reading `file` begins at once, and the first frame shows it if that is done by then.
    pub fn new(catalogue: Arc<Catalogue>, dialogs: Box<dyn Dialogs>, file: Option<PathBuf>) -> App {
        let document = Document::blank(crate::model::Design::empty(&catalogue));
        let early = file.map(|file| Early::begin(reading(file, 0, &catalogue)));
        App {
            catalogue,
            document,
            window: WindowState { title: words::window_title("", false), ..WindowState::default() },
            facilitation: Facilitation::default(),
            messages: Messages::default(),
            closing: Closing::default(),
            asked: Asked::default(),
            saving: None,
            press: Press::default(),
            memory: Memory::default(),
            services: Services::with(dialogs),
            start: Start { early, ..Start::default() },
        }
    }

    /// The program on a design already open.
    pub fn on(catalogue: Arc<Catalogue>, dialogs: Box<dyn Dialogs>, document: Document) -> App {
        App { document, ..App::new(catalogue, dialogs, None) }
    }

    /// With other printers than the system's.
    pub fn with_printers(mut self, printers: Arc<dyn Printers>) -> App {
        self.services.printers = printers;
        self
    }

    /// Among these screens.
    pub fn with_screens(mut self, screens: Box<dyn Screens>) -> App {
        self.services.screens = KnownScreens::of(screens);
        self
    }

    /// Remembers what was last used in this file.
    pub fn with_settings(mut self, path: Option<PathBuf>) -> App {
        self.services.places.settings = path;
        self
    }

    /// Keeps the orders of play in this folder.
    pub fn with_state(mut self, folder: Option<PathBuf>) -> App {
        self.services.places.orders = folder;
        self
    }

    /// Keeps its log in this folder.
    pub fn with_journal(mut self, folder: Option<PathBuf>) -> App {
        self.services.journal = folder.map(|it| Journal::in_folder(&it)).unwrap_or_default();
        self.services.journal.note(&log::begun(env!("CARGO_PKG_VERSION")));
        self
    }

    /// On a computer that has slept for so many seconds.
    pub fn having_slept(mut self, slept: fn() -> f64) -> App {
        self.services.slept = slept;
        self
    }

    /// Keeps the computer awake while one projects.
    pub fn awake(mut self) -> App {
        self.services.awake = Awake::real();
        self
    }

    /// In a window that is cleared to the colour of the paper: that ground is not painted a second time. To a renderer
    /// without a graphics card, it is a third of a frame.
    pub fn on_paper(mut self) -> App {
        self.start.on_paper = true;
        self
    }

    /// In a room that was measured.
    pub fn in_room(mut self, room: Room) -> App {
        self.memory.room = room;
        self
    }

    /// What the room saw of the last pass.
    pub fn shown(&self) -> &room::Shown {
        &self.facilitation.shown
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn view(&self) -> &View {
        &self.window.view
    }

    /// Whether the window has been told to close: nothing is left to save.
    pub fn closing(&self) -> bool {
        self.closing.done
    }

    /// Whether a file or a dialog is still being waited for.
    pub fn busy(&self) -> bool {
        self.services.jobs.any()
            || self.services.keeper.is_urgent()
            || self.start.early.as_ref().is_some_and(|reading| !reading.is_done())
    }

    /// Whether a panel keeps the sheet from being edited.
    pub(in crate::app) fn held(&self) -> bool {
        self.window.view.panel.is_some()
    }

    /// The number of the panel in front, if there is one.
    pub(in crate::app) fn front(&self) -> Option<u64> {
        self.window.view.panel.as_ref().map(|_| self.window.view.panels)
    }

    /// Puts a panel in front, in the place of any other.
    pub(in crate::app) fn raise(&mut self, panel: Panel) {
        self.window.view.raise(panel);
    }

    /// This panel goes, not another one that came meanwhile.
    pub(in crate::app) fn lower(&mut self, panel: &Panel) {
        self.window.view.panel.take_if(|front| front == panel);
    }
}
