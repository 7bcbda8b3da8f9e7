//! What a screen reader does and hears: no key, no mouse, only its bus.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::process::{self, output, wait_for};
use super::tree::{Node, words};
use super::{Desk, PATIENCE};

/// Something that the program told the screen reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// As AT-SPI says it: `object:announcement`, `object:state-changed:focused`…
    pub event: String,
    pub role: String,
    /// What it came from, as it is called now.
    pub name: String,
    /// The words or the number that it carries.
    pub words: String,
}

impl Desk {
    /// Listens to all that is told to a screen reader from now on. To be asked for before the program is opened: the
    /// system passes on only what someone listens to.
    pub fn listen(&mut self) {
        let mut ear = self.environment(process::command("/usr/bin/python3"));
        ear.arg(script("listen.py"));
        self.start_service("ear", &mut ear);
        wait_for("a screen reader that listens", PATIENCE, || {
            let said = fs::read_to_string(self.log("ear")).unwrap_or_default();
            said.contains("listening").then_some(())
        });
    }

    /// All that was heard, the oldest first.
    pub fn heard(&self) -> Vec<Heard> {
        let lines = fs::read_to_string(self.log("ear")).expect("ask for `listen` first");
        let heard = lines.lines().filter_map(|line| {
            let [event, role, name, carried] =
                line.split('\t').collect::<Vec<_>>().try_into().ok()?;
            Some(Heard {
                event: event.into(),
                role: role.into(),
                name: words(name),
                words: words(carried),
            })
        });
        heard.collect()
    }

    /// Does `act`, and waits until these words are announced; gives all that was heard meanwhile.
    #[track_caller]
    pub fn hears(&self, announced: &str, act: impl FnOnce(&Desk)) -> Vec<Heard> {
        let before = self.heard().len();
        act(self);
        let new = || self.heard().split_off(before);
        let there = |heard: &Heard| heard.announces() && heard.words.starts_with(announced);
        let started = Instant::now();
        while !new().iter().any(there) {
            assert!(started.elapsed() < PATIENCE, "« {announced} » is not among {:#?}", new());
            std::thread::sleep(Duration::from_millis(40));
        }
        // What comes with it comes in any order.
        self.wait_until_drawn();
        new()
    }

    /// Its action: what a click does.
    #[track_caller]
    pub fn press(&self, name: &str, role: &str) {
        self.act("click", name, role, "");
    }

    /// Gives it the keyboard, and waits until it has it.
    #[track_caller]
    pub fn focus(&self, name: &str, role: &str) -> Node {
        self.act("focus", name, role, "");
        self.wait_for_focus(name)
    }

    /// Waits until what has the keyboard is called so.
    #[track_caller]
    pub fn wait_for_focus(&self, name: &str) -> Node {
        self.wait_for_node(&format!("the keyboard on « {name} »"), |node| {
            node.is("focused") && node.name.contains(name)
        })
    }

    /// What has the keyboard.
    pub fn focused(&self) -> Option<Node> {
        self.tree().into_iter().find(|node| node.is("focused"))
    }

    #[track_caller]
    pub fn set_value(&self, name: &str, role: &str, value: f64) {
        self.act("value", name, role, &value.to_string());
    }

    /// Replaces a whole text.
    #[track_caller]
    pub fn set_text(&self, name: &str, role: &str, text: &str) {
        self.act("text", name, role, text);
    }

    /// Waits for the node, and does this to it; gives what `act.py` prints.
    #[track_caller]
    pub fn act(&self, verb: &str, name: &str, role: &str, argument: &str) -> String {
        self.find_node(name, role);
        let mut act = self.client("/usr/bin/python3");
        act.arg("-Wignore").arg(script("act.py")).args([verb, role, name, argument]);
        output(&mut act).trim_end().to_owned()
    }

    /// As [`Self::act`], where the program is expected to say no; gives what it says.
    pub fn act_refused(&self, verb: &str, name: &str, role: &str, argument: &str) -> String {
        let mut act: Command = self.client("/usr/bin/python3");
        act.arg("-Wignore").arg(script("act.py")).args([verb, role, name, argument]);
        let output = act.output().unwrap();
        assert!(!output.status.success(), "{verb} on « {name} » was done");
        String::from_utf8_lossy(&output.stderr).trim_end().to_owned()
    }
}

impl Heard {
    pub fn announces(&self) -> bool {
        self.event.starts_with("object:announcement")
    }
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desktop/desk").join(name)
}
