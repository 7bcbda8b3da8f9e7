//! What is on the screen: windows, pictures, and what a screen reader finds.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::process::{output, wait_for};
use super::screen::Shot;
use super::tree::{self, Node, Rect};
use super::{Desk, PATIENCE, kept};

/// A screen that has not changed for so long is drawn.
const STILL: Duration = Duration::from_millis(300);

/// A window as the window manager knows it.
#[derive(Clone, Debug)]
pub struct Window {
    pub id: u64,
    pub title: String,
    /// The process it belongs to.
    pub process: u32,
}

impl Desk {
    /// All windows, dialogs included, in the order they appeared.
    pub fn windows(&self) -> Vec<Window> {
        self.window_list("_NET_CLIENT_LIST")
    }

    pub fn active_window(&self) -> Option<Window> {
        self.window_list("_NET_ACTIVE_WINDOW").pop()
    }

    fn window_list(&self, property: &str) -> Vec<Window> {
        let list = output(self.client("xprop").args(["-root", property]));
        let ids = list.split("0x").skip(1).filter_map(|id| {
            let digits: String = id.chars().take_while(char::is_ascii_hexdigit).collect();
            u64::from_str_radix(&digits, 16).ok()
        });
        ids.filter(|id| *id != 0).filter_map(|id| self.window(id)).collect()
    }

    /// None when it went away in between.
    fn window(&self, id: u64) -> Option<Window> {
        let ask = |program: &str, arguments: &[&str]| {
            let answer = self.client(program).args(arguments).output().unwrap();
            answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).into_owned())
        };
        let number = id.to_string();
        let title = ask("xdotool", &["getwindowname", &number])?
            .trim_end_matches('\n')
            .replace('\u{a0}', " ");
        let process = ask("xprop", &["-id", &number, "_NET_WM_PID"])?;
        let process =
            process.rsplit(' ').next().and_then(|word| word.trim().parse().ok()).unwrap_or(0);
        Some(Window { id, title, process })
    }

    /// The title of the program's window; no-break spaces are made ordinary.
    pub fn title(&self) -> String {
        let id = self.program_id();
        self.windows()
            .into_iter()
            .find(|window| window.process == id)
            .map_or(String::new(), |window| window.title)
    }

    #[track_caller]
    pub fn wait_for_title(&self, is: impl Fn(&str) -> bool) -> String {
        let mut last = String::new();
        wait_for("the title of the window", PATIENCE, || {
            last = self.title();
            is(&last).then(|| last.clone())
        })
    }

    /// Waits for a window whose title contains this, ready for keys.
    #[track_caller]
    pub fn wait_for_window(&self, title: &str) -> Window {
        self.wait_for_active(&format!("window « {title} »"), |window| {
            window.title.contains(title)
        })
    }

    /// Waits for a dialog of the system, ready for keys: the window of another process than the program.
    #[track_caller]
    pub fn wait_for_dialog(&self) -> Window {
        let program = self.program_id();
        self.wait_for_active("dialog of the system", |window| window.process != program)
    }

    #[track_caller]
    fn wait_for_active(&self, awaited: &str, is: impl Fn(&Window) -> bool) -> Window {
        let started = Instant::now();
        loop {
            let active = self.active_window();
            if let Some(window) = active.clone().filter(&is) {
                self.wait_until_drawn();
                return window;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "no {awaited}: active {active:?}, among {:?}",
                self.windows()
            );
        }
    }

    /// Brings a window to the front.
    pub fn bring_forward(&self, window: &Window) {
        let id = window.id.to_string();
        output(self.client("xdotool").args(["windowactivate", "--sync", &id]));
    }

    /// Where the program's window stands, its edges included: left, top, width and height; and the size without them.
    pub fn place(&self) -> ([i32; 4], [i32; 2]) {
        let window = self.active_window().expect("no window has the keys");
        let numbers = |text: &str| -> Vec<i32> {
            let parts = text.split(|c: char| !c.is_ascii_digit() && c != '-');
            parts.filter_map(|part| part.parse().ok()).collect()
        };
        let id = window.id.to_string();
        let said = output(self.client("xwininfo").args(["-id", &id]));
        let of = |name: &str| {
            let line = said.lines().find(|line| line.trim().starts_with(name)).unwrap();
            *numbers(line).last().unwrap()
        };
        let inner = [of("Width:"), of("Height:")];
        let said = output(self.client("xprop").args(["-id", &id, "_NET_FRAME_EXTENTS"]));
        let [left, right, top, bottom] =
            numbers(said.split('=').next_back().unwrap()).try_into().unwrap_or([0; 4]);
        let corner = [of("Absolute upper-left X:") - left, of("Absolute upper-left Y:") - top];
        let outer = [inner[0] + left + right, inner[1] + top + bottom];
        ([corner[0], corner[1], outer[0], outer[1]], inner)
    }

    #[track_caller]
    pub fn wait_until(&self, what: &str, is: impl Fn() -> bool) {
        wait_for(what, PATIENCE, || is().then_some(()));
    }

    /// Waits until that window is gone.
    #[track_caller]
    pub fn wait_until_closed(&self, window: &Window) {
        wait_for("the end of a dialog", PATIENCE, || {
            (!self.windows().iter().any(|it| it.id == window.id)).then_some(())
        });
    }

    pub fn shot(&self) -> Shot {
        self.screen.shot()
    }

    /// Waits until the screen no longer changes, and gives it.
    #[track_caller]
    pub fn wait_until_drawn(&self) -> Shot {
        wait_for("a still screen", PATIENCE, || {
            let before = self.shot();
            std::thread::sleep(STILL);
            Some(self.shot()).filter(|after| *after == before)
        })
    }

    /// Keeps a picture of the screen in the target folder; gives its place.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let png = kept().join(format!("{name}.png"));
        self.shot().save(&png);
        png
    }

    /// All that a screen reader finds, in reading order.
    #[track_caller]
    pub fn tree(&self) -> Vec<Node> {
        assert!(self.setup.reader, "this desk has no screen reader");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desktop/desk/tree.py");
        // The system's python: the one that Debian's bindings are for.
        tree::read(&output(self.client("/usr/bin/python3").arg(script)))
    }

    /// The first node of that role whose name contains `name`; waits for it.
    #[track_caller]
    pub fn find_node(&self, name: &str, role: &str) -> Node {
        self.wait_for_node(&format!("a {role} named « {name} »"), |node| {
            node.role == role && node.name.contains(name)
        })
    }

    /// Where it is.
    #[track_caller]
    pub fn find(&self, name: &str, role: &str) -> Rect {
        self.find_node(name, role).rect
    }

    /// Whether it is there now.
    #[track_caller]
    pub fn has(&self, name: &str, role: &str) -> bool {
        self.tree().iter().any(|node| node.role == role && node.name.contains(name))
    }

    #[track_caller]
    pub fn wait_until_gone(&self, name: &str, role: &str) {
        wait_for(&format!("no more {role} named « {name} »"), PATIENCE, || {
            (!self.has(name, role)).then_some(())
        });
    }

    #[track_caller]
    pub fn wait_for_node(&self, awaited: &str, is: impl Fn(&Node) -> bool) -> Node {
        let started = Instant::now();
        loop {
            let tree = self.tree();
            if let Some(node) = tree.iter().find(|node| is(node)) {
                return node.clone();
            }
            if started.elapsed() > PATIENCE {
                let nodes: Vec<String> = tree.iter().map(ToString::to_string).collect();
                panic!("not found: {awaited}, among\n{}", nodes.join("\n"));
            }
        }
    }

    /// Finds, scrolls until its middle is on the screen, and clicks there.
    #[track_caller]
    pub fn click_on(&self, name: &str, role: &str) {
        self.click(self.brought(name, role).center());
    }

    /// The same, in the first line of a text: the end of a long one may be hidden, with something else in its place.
    #[track_caller]
    pub fn click_in_text(&self, name: &str, role: &str) {
        let rect = self.brought(name, role);
        self.click((rect.x + 12, rect.y + 10));
    }

    /// Where it is, once the page has been scrolled so that its middle is on the screen.
    #[track_caller]
    pub fn brought(&self, name: &str, role: &str) -> Rect {
        let (width, height) = (self.setup.width.cast_signed(), self.setup.height.cast_signed());
        for _ in 0..60 {
            let rect = self.find(name, role);
            let (_, y) = rect.center();
            if (0..height).contains(&y) {
                return rect;
            }
            // In the margin, where nothing else takes the wheel.
            self.scroll((width / 200, height / 2), if y < 0 { -1 } else { 1 });
            self.wait_until_drawn();
        }
        panic!("the page does not scroll as far as the {role} « {name} »");
    }
}
