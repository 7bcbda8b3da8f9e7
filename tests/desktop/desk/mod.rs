//! A desk of one's own: a virtual screen, a window manager, a bus, a screen reader's bus, empty folders, and the real
//! program driven by keys and mouse, or as a screen reader does. Everything ends with the value; when the test fails, a picture of the screen and
//! what the program printed are kept, and their place is printed.
//!
//! ```ignore
//! let mut desk = Desk::new();
//! let file = desk.copy_of("examples/labs/2026-11-24_le-labo-des-possibles.ron");
//! desk.open(&[&file]);
//! desk.click_on("Pilote / Support", "slider");
//! desk.key("Right");
//! desk.find("Pilote / Support : 1 cran vers Support", "slider");
//! desk.key("ctrl+q");
//! assert_eq!(desk.wait_for_exit(), 0);
//! ```

mod bus;
mod eyes;
mod hands;
mod portal;
pub mod printing;
pub mod process;
pub mod screen;
pub mod tree;
mod two_screens;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use process::{Running, output, wait_for};
use screen::Screen;

/// How long anything on the screen may take: a software renderer on a busy machine is slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// What to put on the desk.
#[derive(Clone, Copy)]
pub struct Setup {
    pub width: u32,
    pub height: u32,
    /// Logical points are so many pixels.
    pub scale: f32,
    /// Without it, no OpenGL context can be made.
    pub opengl: bool,
    /// A screen reader is there: needed by [`Desk::tree`] and all that finds things by name.
    pub reader: bool,
    /// A second screen at the right of the first, which can be unplugged.
    pub second: Option<(u32, u32)>,
    /// Windows have edges and a title, as on most desktops, and open as they ask to.
    pub edges: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            width: 1366,
            height: 768,
            scale: 1.0,
            opengl: true,
            reader: true,
            second: None,
            edges: false,
        }
    }
}

pub struct Desk {
    setup: Setup,
    // Dropped in this order: whoever needs the screen goes before it.
    program: Option<Running>,
    services: Vec<Running>,
    display: String,
    /// The socket of the desk's own print server.
    print_server: Option<PathBuf>,
    bus: String,
    screen: Screen,
    /// What the session says, beside the usual.
    says: Vec<(String, String)>,
    root: tempfile::TempDir,
}

impl Desk {
    /// A screen of 1366×768 with all there can be on it.
    pub fn new() -> Self {
        Self::with(Setup::default())
    }

    pub fn with(setup: Setup) -> Self {
        let root = tempfile::Builder::new().prefix("desk-").tempdir().unwrap();
        for folder in
            ["home/.config/gtk-3.0", "home/.local/state", "home/Documents", "run", "screen", "logs"]
        {
            fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        private(&root.path().join("run"));
        // A blinking caret would never let the screen be still.
        let gtk = "[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n";
        fs::write(root.path().join("home/.config/gtk-3.0/settings.ini"), gtk).unwrap();

        let (server, display, screen) = match setup.second {
            Some(second) => two_screens::start(setup, second, root.path()),
            None => virtual_screen(setup, root.path()),
        };
        let mut desk = Self {
            setup,
            program: None,
            services: vec![server],
            display,
            print_server: None,
            bus: String::new(),
            screen,
            says: Vec::new(),
            root,
        };
        if let Some(second) = setup.second {
            desk.plug(second);
        }
        desk.start_window_manager();
        // French keys, accented capitals included: what is typed goes through real keys, as it does for people.
        output(desk.client("setxkbmap").args(["fr", "-variant", "oss"]));
        desk.start_bus();
        if setup.reader {
            desk.start_reader();
        }
        desk
    }

    fn start_window_manager(&mut self) {
        let settings = if self.setup.edges { "openbox-edges.xml" } else { "openbox.xml" };
        let settings =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desktop/desk").join(settings);
        let mut openbox = self.environment(process::command("openbox"));
        openbox.arg("--config-file").arg(settings);
        self.start_service("openbox", &mut openbox);
        wait_for("openbox", PATIENCE, || {
            output(self.client("xprop").args(["-root", "_NET_SUPPORTING_WM_CHECK"]))
                .contains('#')
                .then_some(())
        });
    }

    fn start_bus(&mut self) {
        let settings = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desktop/desk/bus.xml");
        let mut bus = self.environment(process::command("dbus-daemon"));
        bus.arg("--config-file").arg(settings).args(["--nofork", "--print-address=1"]);
        let (bus, address) =
            Running::start_and_read("dbus-daemon", &mut bus, &self.log("dbus-daemon"));
        self.services.insert(0, bus);
        self.bus = address;
    }

    /// The bus of screen readers, told that one is listening: only then does a program publish its tree.
    fn start_reader(&mut self) {
        let places = ["/usr/libexec", "/usr/lib", "/usr/lib/at-spi2-core"];
        let places = places.map(|folder| Path::new(folder).join("at-spi-bus-launcher"));
        let launcher = places
            .iter()
            .find(|path| path.exists())
            .expect("at-spi-bus-launcher is missing: see tests/run");
        let mut launcher = self.environment(process::command(launcher.to_str().unwrap()));
        launcher.arg("--launch-immediately");
        self.start_service("at-spi-bus-launcher", &mut launcher);
        for property in ["IsEnabled", "ScreenReaderEnabled"] {
            wait_for("the screen reader's bus", PATIENCE, || {
                let mut set = self.client("dbus-send");
                set.args(["--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]);
                set.args(["org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status"]);
                set.args([&format!("string:{property}"), "variant:boolean:true"]);
                set.output().unwrap().status.success().then_some(())
            });
        }
    }

    fn start_service(&mut self, name: &str, command: &mut Command) {
        let service = Running::start(name, command, &self.log(name));
        self.services.insert(0, service);
    }

    fn log(&self, name: &str) -> PathBuf {
        self.root.path().join("logs").join(name)
    }

    /// The surroundings of every process on the desk; nothing of the machine's own desktop leaks in.
    fn environment(&self, mut command: Command) -> Command {
        let home = self.root.path().join("home");
        command.env_clear().current_dir(self.folder());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", &home).env("XDG_CONFIG_HOME", home.join(".config"));
        command
            .env("XDG_STATE_HOME", home.join(".local/state"))
            .env("XDG_DATA_HOME", home.join(".local/share"));
        command
            .env("XDG_CACHE_HOME", home.join(".cache"))
            .env("XDG_RUNTIME_DIR", self.root.path().join("run"));
        command.env("DISPLAY", &self.display).env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        command.env("XDG_SESSION_TYPE", "x11").env("GDK_BACKEND", "x11").env("LC_ALL", "C.UTF-8");
        command
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("WINIT_X11_SCALE_FACTOR", self.setup.scale.to_string());
        command
            .env("GSETTINGS_BACKEND", "memory")
            .env("GIO_USE_VFS", "local")
            .env("RUST_BACKTRACE", "1");
        command.env("DESSINER_UN_LABO_COMPTE_IMAGES", self.frames_file());
        // Never the computer's own printers.
        let printers = self.print_server.as_deref().unwrap_or(Path::new("/nonexistent/printers"));
        command.env("CUPS_SERVER", printers).env("CUPS_USER", printing::WHO);
        if !self.setup.opengl {
            // GLX is off in the X server; this leaves EGL without a driver.
            command.env("__EGL_VENDOR_LIBRARY_DIRS", "/nonexistent");
        }
        command.envs(self.says.iter().map(|(name, value)| (name, value)));
        command
    }

    /// From now on, the session says this too.
    pub fn say(&mut self, name: &str, value: &str) {
        self.says.push((name.into(), value.into()));
    }

    /// From now on, this script is what `program` is.
    pub fn replace_program(&mut self, program: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        let folder = self.root.path().join("bin");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(program), script).unwrap();
        fs::set_permissions(folder.join(program), fs::Permissions::from_mode(0o755)).unwrap();
        let path = std::env::var("PATH").unwrap_or_default();
        self.say("PATH", &format!("{}:{path}", folder.display()));
    }

    /// A short-lived helper that talks to the screen or to the bus.
    fn client(&self, program: &str) -> Command {
        self.environment(Command::new(program))
    }

    /// Opens the program on these files, and waits until its window fills the screen and is drawn.
    pub fn open<A: AsRef<OsStr>>(&mut self, arguments: &[A]) {
        self.start(arguments);
        wait_for("the program's window", PATIENCE, || {
            let exit = self.program.as_mut().and_then(Running::exit);
            assert!(exit.is_none(), "the program ended, {exit:?}, saying: {}", self.said());
            let id = self.program_id();
            self.active_window().filter(|window| window.process == id)
        });
        wait_for("a drawn window", PATIENCE, || (!self.shot().is_blank()).then_some(()));
        if self.setup.reader {
            self.wait_for_node("the window, for a screen reader", |node| node.role == "frame");
        }
        self.wait_until_drawn();
    }

    /// Starts the program, and waits for nothing.
    pub fn start<A: AsRef<OsStr>>(&mut self, arguments: &[A]) {
        assert!(self.program.is_none(), "the program is open already");
        let _ = fs::remove_file(self.frames_file());
        let program = program();
        let mut command = self.environment(process::command(program.to_str().unwrap()));
        command.args(arguments);
        self.program = Some(Running::start("program", &mut command, &self.log("program")));
    }

    /// Starts any other program: a stand-in, or a dialog of the system.
    pub fn start_other(&mut self, program: &str, arguments: &[&str]) {
        let mut command = self.environment(process::command(program));
        command.args(arguments);
        self.program = Some(Running::start(program, &mut command, &self.log("program")));
    }

    /// Waits until the program ends by itself; gives its exit code.
    #[track_caller]
    pub fn wait_for_exit(&mut self) -> i32 {
        let program = self.program.as_mut().expect("no program is open");
        let status = wait_for("the end of the program", PATIENCE, || program.exit());
        self.program = None;
        status.code().unwrap_or_else(|| panic!("the program was killed: {status}"))
    }

    /// `kill -9`
    pub fn kill(&mut self) {
        self.program = None;
    }

    pub fn is_open(&mut self) -> bool {
        self.program.as_mut().is_some_and(|program| program.exit().is_none())
    }

    /// What the program printed since it was started.
    pub fn said(&self) -> String {
        fs::read_to_string(self.log("program")).unwrap_or_default()
    }

    /// How many frames the program has drawn.
    pub fn frames(&self) -> u64 {
        fs::metadata(self.frames_file()).map_or(0, |file| file.len())
    }

    fn frames_file(&self) -> PathBuf {
        self.root.path().join("frames")
    }

    fn program_id(&self) -> u32 {
        self.program.as_ref().expect("no program is open").id()
    }

    /// Where the group keeps its files; the program is started here.
    pub fn folder(&self) -> PathBuf {
        self.root.path().join("home/Documents")
    }

    #[track_caller]
    pub fn wait_for_file(&self, file: &Path) {
        wait_for(&file.display().to_string(), PATIENCE, || file.exists().then_some(()));
    }

    /// Copies a file of the repository to [`Self::folder`].
    pub fn copy_of(&self, file: &str) -> PathBuf {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let to = self.folder().join(from.file_name().unwrap());
        fs::copy(&from, &to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
        to
    }
}

/// One screen, kept in memory; gives its server, its name, and where it is read.
fn virtual_screen(setup: Setup, root: &Path) -> (Running, String, Screen) {
    let size = format!("{}x{}x24", setup.width, setup.height);
    let mut xvfb = process::command("Xvfb");
    xvfb.args(["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp", "-noreset"]);
    xvfb.args(["-dpi", "96", "-fbdir"]).arg(root.join("screen"));
    xvfb.args([if setup.opengl { "+extension" } else { "-extension" }, "GLX"]);
    let (xvfb, number) = Running::start_and_read("Xvfb", &mut xvfb, &root.join("logs/Xvfb"));
    (xvfb, format!(":{number}"), Screen::in_folder(&root.join("screen")))
}

impl Drop for Desk {
    fn drop(&mut self) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let folder = kept().join(name);
        // What an earlier failure left would mislead.
        let _ = fs::remove_dir_all(&folder);
        if !std::thread::panicking() {
            return;
        }
        if fs::create_dir_all(&folder).is_err() {
            return;
        }
        // A second panic would hide the first.
        let picture = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            self.shot().save(&folder.join("screen.png"));
        }));
        let said = fs::copy(self.log("program"), folder.join("program.txt"));
        eprintln!("The desk of this test is kept in {}", folder.display());
        if picture.is_err() || said.is_err() {
            eprintln!("(not all of it: picture {}, program {})", picture.is_ok(), said.is_ok());
        }
    }
}

/// The program under test: the release one when `tests/run` names it.
pub fn program() -> PathBuf {
    std::env::var_os("DESSINER_UN_LABO_PROGRAMME")
        .map_or_else(|| env!("CARGO_BIN_EXE_dessiner-un-labo").into(), PathBuf::from)
}

/// Where pictures and logs are kept.
fn kept() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desktop");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Only its owner may enter: XDG asks it of a runtime folder.
fn private(folder: &Path) {
    output(Command::new("chmod").arg("700").arg(folder));
}
