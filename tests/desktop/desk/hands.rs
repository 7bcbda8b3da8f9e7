//! Keys and mouse.

use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

use super::Desk;
use super::process::{output, wait_for};

impl Desk {
    /// One key or chord, as xdotool names it: `ctrl+shift+s`, `Next` (Page suiv.), `Escape`.
    pub fn key(&self, chord: &str) {
        output(self.client("xdotool").args(["key", "--clearmodifiers", chord]));
    }

    /// Types letter after letter, as a person would: accents are real keys of a French keyboard.
    pub fn type_text(&self, text: &str) {
        output(self.client("xdotool").args([
            "type",
            "--clearmodifiers",
            "--delay",
            "15",
            "--",
            text,
        ]));
    }

    pub fn click(&self, (x, y): (i32, i32)) {
        output(self.client("xdotool").args([
            "mousemove",
            "--sync",
            &x.to_string(),
            &y.to_string(),
        ]));
        self.pause();
        output(self.client("xdotool").args(["click", "1"]));
        self.pause();
    }

    /// Presses, moves in ten small steps, releases.
    pub fn drag(&self, from: (i32, i32), to: (i32, i32)) {
        let point = |part: i32| {
            (from.0 + (to.0 - from.0) * part / 10, from.1 + (to.1 - from.1) * part / 10)
        };
        for part in 0..=10 {
            let (x, y) = point(part);
            output(self.client("xdotool").args(["mousemove", &x.to_string(), &y.to_string()]));
            if part == 0 {
                self.pause();
                output(self.client("xdotool").args(["mousedown", "1"]));
            }
            self.pause();
        }
        output(self.client("xdotool").args(["mouseup", "1"]));
        self.pause();
    }

    /// A drag let go while the hand still moves: the last move and the release come together.
    pub fn fling(&self, from: (i32, i32), to: (i32, i32)) {
        let [x, y, to_x, to_y] = [from.0, from.1, to.0, to.1].map(|it| it.to_string());
        let [middle_x, middle_y] =
            [(from.0 + to.0) / 2, (from.1 + to.1) / 2].map(|it| it.to_string());
        let mut xdotool = self.client("xdotool");
        xdotool.args(["mousemove", &x, &y, "sleep", "0.2", "mousedown", "1", "sleep", "0.2"]);
        xdotool.args(["mousemove", &middle_x, &middle_y, "sleep", "0.2"]);
        xdotool.args(["mousemove", &to_x, &to_y, "mouseup", "1"]);
        output(&mut xdotool);
    }

    /// Down is towards the end of the page.
    pub fn scroll(&self, (x, y): (i32, i32), notches_down: i32) {
        output(self.client("xdotool").args([
            "mousemove",
            "--sync",
            &x.to_string(),
            &y.to_string(),
        ]));
        let button = if notches_down < 0 { "4" } else { "5" };
        let count = notches_down.abs().to_string();
        output(self.client("xdotool").args(["click", "--repeat", &count, "--delay", "30", button]));
    }

    /// Puts a text where another program would, when one copies in it.
    pub fn put_on_clipboard(&self, text: &str) {
        let mut xclip = self.client("xclip");
        xclip.args(["-selection", "clipboard"]).stdin(Stdio::piped());
        // It stays in the background, and serves the text: its outputs must not be waited for.
        let mut xclip = xclip.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        xclip.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        assert!(xclip.wait().unwrap().success());
    }

    /// Waits until another program would paste this.
    pub fn wait_for_clipboard(&self, text: &str) {
        wait_for("the words on the clipboard", super::PATIENCE, || {
            let mut xclip = self.client("xclip");
            let pasted = xclip.args(["-selection", "clipboard", "-out"]).output().ok()?;
            (pasted.stdout == text.as_bytes()).then_some(())
        });
    }

    /// As the cross of the window, or Alt+F4.
    pub fn close_window(&self) {
        self.key("alt+F4");
    }

    /// A hand is never faster than this; some programs forget a click that is.
    fn pause(&self) {
        std::thread::sleep(Duration::from_millis(30));
    }
}
