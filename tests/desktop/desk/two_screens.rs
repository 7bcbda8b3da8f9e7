//! Two screens: an X server whose two outputs are in memory. The second can be unplugged and plugged again.

use std::path::Path;

use super::process::{self, Running, output};
use super::screen::Screen;
use super::{Desk, Setup};

/// The name of the second output.
pub const SECOND: &str = "DUMMY1";

const SETTINGS: &str = r#"
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "1366x768" 85.25 1366 1436 1579 1792 768 771 774 798
  Modeline "1280x720" 74.25 1280 1390 1430 1650 720 725 730 750
  Modeline "1024x768" 65.00 1024 1048 1184 1344 768 771 777 806
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1366x768" "1280x720" "1024x768"
    Virtual WIDTH HEIGHT
  EndSubSection
EndSection
"#;

/// Starts the server; gives it, its name, and where it is read.
pub fn start(setup: Setup, second: (u32, u32), root: &Path) -> (Running, String, Screen) {
    let (width, height) = (setup.width + second.0, setup.height.max(second.1));
    let settings = SETTINGS.replace("WIDTH", &width.to_string());
    let file = root.join("xorg.conf");
    std::fs::write(&file, settings.replace("HEIGHT", &height.to_string())).unwrap();
    let mut xorg = process::command("Xorg");
    xorg.args(["-displayfd", "1", "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"]);
    xorg.args(["+extension", "GLX", "+extension", "RANDR", "-config"]).arg(file);
    xorg.arg("-logfile").arg(root.join("logs/Xorg.log"));
    let (xorg, number) = Running::start_and_read("Xorg", &mut xorg, &root.join("logs/Xorg"));
    let display = format!(":{number}");
    (xorg, display.clone(), Screen::Asked(display))
}

impl Desk {
    /// The first screen at the left, the second at its right.
    pub fn plug(&self, (width, height): (u32, u32)) {
        let first = format!("{}x{}", self.setup.width, self.setup.height);
        let second = format!("{width}x{height}");
        let at = format!("{}x0", self.setup.width);
        let xrandr = |arguments: &[&str]| output(self.client("xrandr").args(arguments));
        xrandr(&["--output", "DUMMY0", "--mode", &first, "--pos", "0x0", "--primary"]);
        // It is refused once it is there.
        drop(self.client("xrandr").args(["--addmode", SECOND, &second]).output());
        xrandr(&["--output", SECOND, "--mode", &second, "--pos", &at]);
    }

    pub fn unplug(&self) {
        output(self.client("xrandr").args(["--output", SECOND, "--off"]));
    }

    /// The colours of the second screen, as they are now.
    pub fn second_screen(&self) -> Vec<[u8; 3]> {
        let (width, height) = self.setup.second.unwrap();
        let left = self.setup.width as usize;
        self.wait_until_drawn().part(left, 0, width as usize, height as usize)
    }
}
