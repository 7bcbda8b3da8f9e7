//! A virtual screen with one window at a time on it, drawn by software, and nothing else: no window manager, no bus, no
//! reader. What is on the screen is read from the file that Xvfb keeps it in: no process is started to look at it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, ErrorKind};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::sheet::{Measured, Unmeasured};

/// The size of the screen, and of the windows: the whole of it.
const SIZE: &str = "1366x768x24";
/// The program appends one byte to the file that this variable names each time a frame is drawn.
const FRAMES: &str = "DESSINER_UN_LABO_COMPTE_IMAGES";
/// What takes longer than this will never come.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Desk {
    server: Child,
    display: String,
    screen: Screen,
    root: TempDir,
}

impl Desk {
    pub fn new() -> Measured<Desk> {
        let root = tempfile::Builder::new().prefix("figures-").tempdir()?;
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]);
        xvfb.args(["-dpi", "96", "+extension", "GLX", "-fbdir"]).arg(root.path());
        xvfb.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = xvfb.spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => Unmeasured::Missing("Xvfb (tests/run l’installe)".into()),
            _ => Unmeasured::from(error),
        })?;
        let mut number = String::new();
        if let Some(said) = server.stdout.take() {
            BufReader::new(said).read_line(&mut number)?;
        }
        let display = format!(":{}", number.trim());
        let screen = Screen::open(&root.path().join("Xvfb_screen0"));
        match screen {
            Ok(screen) => Ok(Desk { server, display, screen, root }),
            Err(error) => {
                end(&mut server);
                Err(error)
            }
        }
    }

    /// Starts a program; the clock runs from just before.
    pub fn start(&self, program: &Path, arguments: &[&Path]) -> Measured<Running<'_>> {
        let _ = fs::remove_file(self.frames_file());
        let mut command = Command::new(program);
        command.args(arguments).env_clear().current_dir(self.root.path());
        command.env("HOME", self.root.path()).env("XDG_RUNTIME_DIR", self.root.path());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("DISPLAY", &self.display).env("XDG_SESSION_TYPE", "x11");
        command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("LC_ALL", "C.UTF-8");
        command.env("MESA_SHADER_CACHE_DIR", self.root.path());
        command.env(FRAMES, self.frames_file());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let started = Instant::now();
        let process = command.spawn()?;
        Ok(Running { process, started, desk: self })
    }

    /// Keeps a picture of the screen, for whoever wants to see what was measured.
    pub fn keep_picture(&self, name: &str) -> Measured<()> {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("figures").join(name);
        fs::create_dir_all(kept.parent().unwrap_or(Path::new(".")))?;
        fs::copy(self.root.path().join("Xvfb_screen0"), kept)?;
        Ok(())
    }

    fn frames_file(&self) -> PathBuf {
        self.root.path().join("frames")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

fn end(process: &mut Child) {
    let _ = process.kill();
    let _ = process.wait();
}

/// A program on the desk; it ends with the value.
pub struct Running<'d> {
    process: Child,
    started: Instant,
    desk: &'d Desk,
}

impl Running<'_> {
    /// How many frames were begun.
    pub fn frames(&self) -> u64 {
        fs::metadata(self.desk.frames_file()).map_or(0, |file| file.len())
    }

    /// What the screen shows once nothing has changed for a second.
    pub fn resting_picture(&mut self) -> Measured<Picture> {
        let (mut last, mut since) = (self.desk.screen.picture()?, Instant::now());
        while since.elapsed() < Duration::from_secs(1) || self.frames() == 0 {
            self.check()?;
            std::thread::sleep(Duration::from_millis(20));
            let now = self.desk.screen.picture()?;
            if now != last {
                (last, since) = (now, Instant::now());
            }
        }
        Ok(last)
    }

    /// How long it took, from the start, until the screen shows exactly this.
    pub fn time_to_show(&mut self, picture: &Picture) -> Measured<Duration> {
        while self.desk.screen.picture()? != *picture {
            self.check()?;
            std::thread::sleep(Duration::from_micros(500));
        }
        Ok(self.started.elapsed())
    }

    /// Of the processor, in the kernel's ticks (a hundredth of a second), all threads together.
    pub fn ticks(&self) -> Measured<u64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        // The name, in parentheses, may hold spaces: fields 14 and 15 of the whole line are 12 and 13 after it.
        let after = stat.rsplit(')').next().unwrap_or_default();
        let fields: Vec<&str> = after.split_whitespace().collect();
        let field = |index: usize| fields.get(index).copied().unwrap_or_default().parse::<u64>();
        Ok(field(11)? + field(12)?)
    }

    /// Resident memory, in megabytes (10⁶ bytes).
    pub fn resident(&self) -> Measured<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kilobytes * 1024.0 / 1e6)
    }

    fn check(&mut self) -> Measured<()> {
        if let Some(status) = self.process.try_wait()? {
            return Err(format!("le programme s’est arrêté : {status}").into());
        }
        if self.started.elapsed() > PATIENCE {
            return Err("l’image attendue n’est jamais venue".into());
        }
        Ok(())
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// Lines of pixels, from top to bottom of the screen.
#[derive(PartialEq, Eq)]
pub struct Picture(Vec<u8>);

/// Xvfb's frame buffer, an XWD picture.
struct Screen {
    file: File,
    pixels: u64,
    line: usize,
    height: u64,
}

impl Screen {
    /// A line in so many is read: all zones of the sheet are crossed, and reading costs next to nothing.
    const STEP: usize = 12;
    /// The pointer rests in the middle of the screen, and comes and goes while the window is drawn.
    const POINTER: u64 = 32;

    fn open(path: &Path) -> Measured<Screen> {
        let file = File::open(path)?;
        let mut header = [0; 100];
        file.read_exact_at(&mut header, 0)?;
        let field = |index: usize| {
            let bytes = &header[index * 4..index * 4 + 4];
            bytes.iter().fold(0, |sum: u64, byte| sum * 256 + u64::from(*byte))
        };
        let (size, height, line, colours) = (field(0), field(5), field(12), field(19));
        Ok(Screen { file, pixels: size + colours * 12, line: usize::try_from(line)?, height })
    }

    fn picture(&self) -> Measured<Picture> {
        let middle = self.height / 2;
        let mut pixels = Vec::new();
        for y in (0..self.height).step_by(Self::STEP) {
            if y.abs_diff(middle) > Self::POINTER {
                let from = pixels.len();
                pixels.resize(from + self.line, 0);
                let at = self.pixels + y * self.line as u64;
                self.file.read_exact_at(&mut pixels[from..], at)?;
            }
        }
        Ok(Picture(pixels))
    }
}
