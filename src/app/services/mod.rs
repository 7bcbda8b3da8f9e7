//! The desk calls on services, which decide nothing: each is a value of its own, and none knows the desk.
//!
//! - [`jobs`]: what runs off the interface's thread. - [`keeper`]: writes what is kept on this computer.
//! - [`journal`]: keeps the log.
//! - [`screens`]: the screens of this computer, and how one knows that they change.

pub mod jobs;
pub mod journal;
pub mod keeper;
pub mod screens;

use std::path::PathBuf;
use std::sync::Arc;

use self::jobs::Jobs;
use self::journal::Journal;
use self::keeper::Keeper;
use self::screens::KnownScreens;
use crate::model::design::Date;
use crate::platform::awake::Awake;
use crate::platform::clock;
use crate::platform::dialogs::Dialogs;
use crate::platform::printer::Printers;
use crate::platform::system_printers::SystemPrinters;

/// The services of a desk `D`.
pub struct Services<D> {
    pub jobs: Jobs<D>,
    pub dialogs: Box<dyn Dialogs>,
    pub printers: Arc<dyn Printers>,
    pub screens: KnownScreens,
    pub keeper: Keeper,
    pub journal: Journal,
    pub places: Places,
    pub awake: Awake,
    /// The seconds that the computer has slept.
    pub slept: fn() -> f64,
}

/// Where what is kept on this computer is; without a place, nothing is.
#[derive(Debug, Default)]
pub struct Places {
    /// The file of the settings.
    pub settings: Option<PathBuf>,
    /// The folder of the orders of play.
    pub orders: Option<PathBuf>,
}

impl<D: 'static> Services<D> {
    /// Those of the system, with these dialogs; nothing is kept, and nothing keeps the computer awake.
    pub fn with(dialogs: Box<dyn Dialogs>) -> Services<D> {
        Services {
            jobs: Jobs::new(),
            dialogs,
            printers: Arc::new(SystemPrinters),
            screens: KnownScreens::default(),
            keeper: Keeper::default(),
            journal: Journal::default(),
            places: Places::default(),
            awake: Awake::default(),
            slept: clock::slept,
        }
    }
}

/// The date on this computer.
pub fn today() -> Date {
    clock::now().date()
}

/// The minute of the day that it is, on this computer.
pub fn minute_of_day() -> u32 {
    let now = clock::now();
    u32::from(now.hour().unsigned_abs()) * 60 + u32::from(now.minute().unsigned_abs())
}
