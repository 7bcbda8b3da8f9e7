//! The release program in its window, beside an empty one of the same toolkit, both on a virtual screen.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::desk::{Desk, Picture};
use crate::sheet::{Figure, Measured, Unmeasured, median, milliseconds, number};
use crate::{EXAMPLE, PROGRAM};

/// Each window is opened so many times, in turn.
const RUNS: usize = 15;
/// A window left alone for this long is at rest.
const SETTLED: Duration = Duration::from_secs(3);
const REST: Duration = Duration::from_secs(30);

/// From the start of the process to the first useful frame: the one after which the screen shows what it will show at
/// rest. For the program it is the canvas with all that the example says; for the empty window, its ground.
pub fn start() -> Measured<Vec<Figure>> {
    let desk = Desk::new()?;
    let windows = [Window::program(), Window::empty()?];
    let mut pictures = Vec::new();
    for window in &windows {
        // The first opening also brings the program and its libraries into memory.
        pictures.push(desk.start(&window.program, &window.arguments())?.resting_picture()?);
    }
    let mut times = [Vec::new(), Vec::new()];
    let mut frames = [Vec::new(), Vec::new()];
    for run in 0..RUNS {
        for (index, window) in windows.iter().enumerate() {
            let keep = (run == 0).then_some(window.name);
            let (time, frame) = first_useful_frame(&desk, window, &pictures[index], keep)?;
            times[index].push(time);
            frames[index].push(frame);
        }
    }
    let [ours, empty] = [median(&times[0]), median(&times[1])];
    let found = format!(
        "{} × ({} ms, fenêtre vide {} ms ; images {} et {})",
        number(ours / empty, 2),
        number(ours, 0),
        number(empty, 0),
        number(median(&frames[0]), 0),
        number(median(&frames[1]), 0),
    );
    let figure = Figure::new("démarrage, à la première image utile", found);
    Ok(vec![figure.at_most("≤ 1,15 × la fenêtre vide", ours / empty, 1.15)])
}

/// In milliseconds, and the number of that frame.
fn first_useful_frame(
    desk: &Desk,
    window: &Window,
    awaited: &Picture,
    keep: Option<&str>,
) -> Measured<(f64, f64)> {
    // What the window before has left to the server is done with.
    std::thread::sleep(Duration::from_millis(300));
    let mut running = desk.start(&window.program, &window.arguments())?;
    let time = running.time_to_show(awaited)?;
    let frames = running.frames();
    if let Some(name) = keep {
        desk.keep_picture(&format!("{name}.xwd"))?;
    }
    Ok((milliseconds(time), frames as f64))
}

/// Frames drawn and processor taken while nobody touches anything.
pub fn rest() -> Measured<Vec<Figure>> {
    let desk = Desk::new()?;
    let window = Window::program();
    let mut running = desk.start(&window.program, &window.arguments())?;
    running.resting_picture()?;
    std::thread::sleep(SETTLED);
    let (frames, ticks) = (running.frames(), running.ticks()?);
    std::thread::sleep(REST);
    let (frames, ticks) = (running.frames() - frames, running.ticks()? - ticks);
    let found = format!("{frames} image, {ticks} tic du processeur");
    let figure = Figure::new("au repos pendant 30 s, exemple ouvert", found);
    Ok(vec![figure.targeted("0 image, 0 tic", frames == 0 && ticks == 0)])
}

/// Resident memory three seconds after the start.
pub fn memory() -> Measured<Vec<Figure>> {
    let desk = Desk::new()?;
    let mut found = Vec::new();
    for window in [Window::program(), Window::empty()?] {
        let running = desk.start(&window.program, &window.arguments())?;
        std::thread::sleep(SETTLED);
        found.push(running.resident()?);
    }
    let (ours, empty) = (found[0], found[1]);
    let found = format!("{} Mo, fenêtre vide {} Mo", number(ours, 0), number(empty, 0));
    let figure = Figure::new("mémoire résidente, exemple ouvert", found);
    Ok(vec![figure.at_most("≤ 200 Mo", ours, 200.0)])
}

struct Window {
    name: &'static str,
    program: PathBuf,
    file: Option<&'static Path>,
}

impl Window {
    /// The program, on the full example.
    fn program() -> Window {
        Window { name: "programme", program: PROGRAM.into(), file: Some(Path::new(EXAMPLE)) }
    }

    fn empty() -> Measured<Window> {
        let program = Path::new(PROGRAM).with_file_name("examples").join("empty_window");
        if !program.exists() {
            let what = "l’exemple empty_window (benches/run le construit)";
            return Err(Unmeasured::Missing(what.into()));
        }
        Ok(Window { name: "fenetre-vide", program, file: None })
    }

    fn arguments(&self) -> Vec<&Path> {
        self.file.into_iter().collect()
    }
}
