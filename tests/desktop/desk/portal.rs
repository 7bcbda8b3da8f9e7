//! The desktop's portal: a stand-in that answers what a test tells it.

use std::fs;
use std::path::Path;

use super::process::{self, wait_for};
use super::{Desk, PATIENCE};

impl Desk {
    /// From now on there is a portal, which answers as the last call of [`Desk::portal_will`] says. To be asked for before the
    /// program is opened.
    pub fn start_portal(&mut self) {
        let services = self.root.path().join("share/dbus-1/services");
        fs::create_dir_all(&services).unwrap();
        // What the program looks for; the bus starts nothing.
        fs::write(services.join("org.freedesktop.portal.Desktop.service"), "").unwrap();
        let share = self.root.path().join("share").display().to_string();
        self.say("XDG_DATA_DIRS", &format!("{share}:/usr/share"));
        self.portal_will("cancel");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desktop/desk/portal.py");
        let mut portal = self.environment(process::command("/usr/bin/python3"));
        portal.arg(script).arg(self.root.path().join("portal"));
        self.start_service("portal", &mut portal);
        wait_for("the portal", PATIENCE, || {
            self.portal_heard().contains("listening").then_some(())
        });
    }

    /// `cancel`, `fail`, or `answer` and the address of a file.
    pub fn portal_will(&self, how: &str) {
        fs::write(self.root.path().join("portal"), how).unwrap();
    }

    /// What it was asked.
    pub fn portal_heard(&self) -> String {
        fs::read_to_string(self.log("portal")).unwrap_or_default()
    }
}
