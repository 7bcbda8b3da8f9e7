//! The window's system knows the screens of this computer: this asks it.

use std::sync::Arc;
use std::thread::Builder;

use winit::dpi::LogicalSize;
use winit::window::Window;

#[cfg(target_os = "linux")]
use crate::platform::screens::x11::Desktop;
use crate::platform::screens::{Screen, Screens};

/// The screens around a window: those that the toolkit lists, and under X11 those that the server says, since the list is the
/// one of the start.
struct Around {
    window: Option<Arc<Window>>,
    #[cfg(target_os = "linux")]
    x11: Option<Desktop>,
}

/// The size that the window is made for, and the least that it makes sense at, in points.
pub(in crate::app) const WANTED: [f32; 2] = [1366.0, 768.0];
pub(in crate::app) const LEAST: [f32; 2] = [640.0, 480.0];
/// What the edges and the title of a window take at most, in points.
const FRAME: [f32; 2] = [16.0, 48.0];

/// What a window is in the room that it has.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fit {
    size: [f32; 2],
    least: [f32; 2],
    /// There is no more room than that.
    maximised: bool,
}

impl Fit {
    /// `room` is what the desktop leaves to a window inside its edges, in points.
    fn within(room: [f32; 2]) -> Fit {
        let within = |size: [f32; 2]| [0, 1].map(|axis| size[axis].min(room[axis].max(1.0)));
        let size = within(WANTED);
        Fit { size, least: within(LEAST), maximised: size != WANTED }
    }
}

/// Fits the window being made to its screen before its first image, which would be drawn twice otherwise, and gives the
/// screens around it.
pub(in crate::app) fn fit(cc: &eframe::CreationContext<'_>) -> Box<dyn Screens> {
    let around = Around::of(cc);
    if let Some(window) = cc.winit_window() {
        around.fit(cc, window);
    }
    Box::new(around)
}

impl Around {
    fn of(cc: &eframe::CreationContext<'_>) -> Around {
        Around {
            window: cc.winit_window().map(Arc::clone),
            #[cfg(target_os = "linux")]
            x11: x11(),
        }
    }

    fn fit(&self, cc: &eframe::CreationContext<'_>, window: &Window) {
        let monitor = window.current_monitor().or_else(|| window.available_monitors().next());
        let Some(monitor) = monitor else { return };
        let (place, size) = (monitor.position(), monitor.size());
        let whole = [place.x, place.y, size.width as i32, size.height as i32];
        let points = window.scale_factor() as f32;
        let room = self.room(whole).map(|it| it as f32);
        let edges = if self.is_managed() { FRAME } else { [0.0; 2] };
        let Fit { size, least, maximised } =
            Fit::within([0, 1].map(|axis| room[axis] / points - edges[axis]));
        if !maximised {
            return;
        }
        let logical = |[width, height]: [f32; 2]| LogicalSize::new(width, height);
        window.set_min_inner_size(Some(logical(least)));
        // What the system answers here comes again as an event.
        let _answered = window.request_inner_size(logical(size));
        if self.is_managed() && !self.maximise_unseen(cc) {
            window.set_maximized(true);
        }
    }
}

#[cfg(target_os = "linux")]
impl Around {
    /// The width and the height of the part of a screen that the desktop leaves to windows, in pixels.
    fn room(&self, screen: [i32; 4]) -> [i32; 2] {
        let area = self.x11.as_ref().and_then(Desktop::work_area).unwrap_or(screen);
        let meet = |axis: usize| {
            let from = area[axis].max(screen[axis]);
            (area[axis] + area[axis + 2]).min(screen[axis] + screen[axis + 2]) - from
        };
        let met = [meet(0), meet(1)];
        if met.iter().all(|it| *it > 0) { met } else { [screen[2], screen[3]] }
    }

    /// Whether somebody puts edges around windows: nobody does under X11 where nobody tells the work area.
    fn is_managed(&self) -> bool {
        self.x11.as_ref().is_none_or(|x11| x11.work_area().is_some())
    }

    /// Under X11, a window that does not show yet is made large by saying it beside it.
    fn maximise_unseen(&self, cc: &eframe::CreationContext<'_>) -> bool {
        use raw_window_handle::{HasWindowHandle, RawWindowHandle};
        let handle = cc.window_handle().ok().map(|handle| handle.as_raw());
        let id = match handle {
            Some(RawWindowHandle::Xlib(handle)) => u32::try_from(handle.window).ok(),
            Some(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
            _ => None,
        };
        id.zip(self.x11.as_ref()).is_some_and(|(id, x11)| x11.maximise_unseen(id))
    }
}

#[cfg(not(target_os = "linux"))]
impl Around {
    fn room(&self, [_, _, width, height]: [i32; 4]) -> [i32; 2] {
        [width, height]
    }

    fn is_managed(&self) -> bool {
        true
    }

    fn maximise_unseen(&self, _: &eframe::CreationContext<'_>) -> bool {
        false
    }
}

/// A session under Wayland may have X11 beside it, whose screens are not those of the window.
#[cfg(target_os = "linux")]
fn x11() -> Option<Desktop> {
    let wayland = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty());
    if wayland { None } else { Desktop::open() }
}

impl Around {
    /// Those that the toolkit lists.
    fn listed(&self) -> Vec<Screen> {
        let all = self.window.iter().flat_map(|window| window.available_monitors());
        let screens = all.enumerate().map(|(at, monitor)| {
            let (place, size) = (monitor.position(), monitor.size());
            Screen {
                name: monitor.name().unwrap_or_else(|| (at + 1).to_string()),
                x: place.x,
                y: place.y,
                width: size.width,
                height: size.height,
                scale: monitor.scale_factor() as f32,
                listed: Some(at),
            }
        });
        screens.collect()
    }
}

impl Screens for Around {
    #[cfg(target_os = "linux")]
    fn all(&self) -> Vec<Screen> {
        let listed = self.listed();
        let scale = listed.first().map_or(1.0, |screen| screen.scale);
        let Some(now) = self.x11.as_ref().and_then(|x11| x11.all(scale)) else { return listed };
        let place = |screen: &Screen| (screen.x, screen.y, screen.width, screen.height);
        let known = |screen: &Screen| listed.iter().position(|old| place(old) == place(screen));
        now.into_iter().map(|screen| Screen { listed: known(&screen), ..screen }).collect()
    }

    #[cfg(not(target_os = "linux"))]
    fn all(&self) -> Vec<Screen> {
        self.listed()
    }

    #[cfg(target_os = "linux")]
    fn watch(&self, wake: Box<dyn Fn() + Send>) -> bool {
        if self.x11.is_none() {
            return false;
        }
        // A connection of its own: it waits for ever.
        let Some(desktop) = Desktop::open() else { return false };
        let watching = Builder::new().name("screens".into()).spawn(move || desktop.watch(wake));
        watching.is_ok()
    }

    /// The list is looked at with each frame.
    #[cfg(not(target_os = "linux"))]
    fn watch(&self, _wake: Box<dyn Fn() + Send>) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_as_large_as_it_was_made_for_or_all_that_the_desktop_leaves() {
        let large = Fit { size: WANTED, least: LEAST, maximised: false };
        assert_eq!(Fit::within([1904.0, 1032.0]), large);
        assert_eq!(Fit::within([1366.0, 768.0]), large);
        for room in
            [[1350.0, 720.0], [1350.0, 680.0], [1904.0, 752.0], [1008.0, 720.0], [496.0, 336.0]]
        {
            let fit = Fit::within(room);
            assert!(fit.maximised, "{room:?}");
            for axis in 0..2 {
                assert!(fit.size[axis] <= room[axis], "{room:?}");
                assert!(fit.least[axis] <= fit.size[axis], "{room:?}");
            }
        }
    }
}
