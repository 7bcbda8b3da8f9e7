//! The screens of this computer, as the window's system knows them.

use std::sync::Arc;
use std::thread::Builder;

use crate::platform::screens::{Screen, Screens};

/// Those that the toolkit lists, and under X11 those that the server says: its own list is the one of the start.
struct Real<F> {
    listed: F,
    #[cfg(target_os = "linux")]
    x11: Option<crate::platform::screens::x11::Desktop>,
}

/// The size that the window is made for, and the least that it makes sense at, in points.
pub(super) const WANTED: [f32; 2] = [1366.0, 768.0];
pub(super) const LEAST: [f32; 2] = [640.0, 480.0];
/// What the edges and the title of a window take at most, in points.
const FRAME: [f32; 2] = [16.0, 48.0];

/// What a window is in a work area.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fit {
    size: [f32; 2],
    least: [f32; 2],
    /// There is no more room than that.
    maximised: bool,
}

impl Fit {
    /// `area` is what the desktop leaves to windows, in points.
    fn within(area: [f32; 2]) -> Fit {
        let room = [0, 1].map(|axis| (area[axis] - FRAME[axis]).max(1.0));
        let within = |size: [f32; 2]| [0, 1].map(|axis| size[axis].min(room[axis]));
        let size = within(WANTED);
        Fit { size, least: within(LEAST), maximised: size != WANTED }
    }
}

/// Fits the window being made to the work area, before it shows, its edges included.
pub(super) fn fit(cc: &eframe::CreationContext<'_>) {
    let Some(window) = cc.winit_window() else { return };
    let monitor = window.current_monitor().or_else(|| window.available_monitors().next());
    let Some(monitor) = monitor else { return };
    let (place, size) = (monitor.position(), monitor.size());
    let whole = [place.x, place.y, size.width as i32, size.height as i32];
    let area = work_area(whole).unwrap_or(whole);
    let points = window.scale_factor() as f32;
    let Fit { size, least, maximised } =
        Fit::within([area[2], area[3]].map(|it| it as f32 / points));
    if !maximised {
        return;
    }
    let logical = |[width, height]: [f32; 2]| egui::vec2(width, height);
    cc.egui_ctx.send_viewport_cmd(egui::ViewportCommand::MinInnerSize(logical(least)));
    cc.egui_ctx.send_viewport_cmd(egui::ViewportCommand::InnerSize(logical(size)));
    if !maximise_unseen(cc) {
        cc.egui_ctx.send_viewport_cmd(egui::ViewportCommand::Maximized(true));
    }
}

/// The part of a screen that the desktop leaves to windows.
#[cfg(target_os = "linux")]
fn work_area(screen: [i32; 4]) -> Option<[i32; 4]> {
    let area = x11()?.work_area()?;
    let meet = |axis: usize| {
        let from = area[axis].max(screen[axis]);
        let to = (area[axis] + area[axis + 2]).min(screen[axis] + screen[axis + 2]);
        (from, to - from)
    };
    let ((x, width), (y, height)) = (meet(0), meet(1));
    (width > 0 && height > 0).then_some([x, y, width, height])
}

#[cfg(not(target_os = "linux"))]
fn work_area(_: [i32; 4]) -> Option<[i32; 4]> {
    None
}

/// Under X11, a window that does not show yet is made large by saying it beside it.
#[cfg(target_os = "linux")]
fn maximise_unseen(cc: &eframe::CreationContext<'_>) -> bool {
    use raw_window_handle::{HasWindowHandle, RawWindowHandle};
    let handle = cc.window_handle().ok().map(|handle| handle.as_raw());
    let id = match handle {
        Some(RawWindowHandle::Xlib(handle)) => u32::try_from(handle.window).ok(),
        Some(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
        _ => None,
    };
    id.zip(x11()).is_some_and(|(id, x11)| x11.maximise_unseen(id))
}

#[cfg(not(target_os = "linux"))]
fn maximise_unseen(_: &eframe::CreationContext<'_>) -> bool {
    false
}

/// The screens around the window being made.
pub(super) fn of(cc: &eframe::CreationContext<'_>) -> Box<dyn Screens> {
    let window = cc.winit_window().map(Arc::clone);
    let listed = move || -> Vec<Screen> {
        let all = window.iter().flat_map(|window| window.available_monitors());
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
    };
    Box::new(Real {
        listed,
        #[cfg(target_os = "linux")]
        x11: x11(),
    })
}

/// A session under Wayland may have X11 beside it, whose screens are not those of the window.
#[cfg(target_os = "linux")]
fn x11() -> Option<crate::platform::screens::x11::Desktop> {
    let wayland = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty());
    if wayland { None } else { crate::platform::screens::x11::Desktop::open() }
}

impl<F: Fn() -> Vec<Screen>> Screens for Real<F> {
    #[cfg(target_os = "linux")]
    fn all(&self) -> Vec<Screen> {
        let listed = (self.listed)();
        let scale = listed.first().map_or(1.0, |screen| screen.scale);
        let Some(now) = self.x11.as_ref().and_then(|x11| x11.all(scale)) else { return listed };
        let place = |screen: &Screen| (screen.x, screen.y, screen.width, screen.height);
        let known = |screen: &Screen| listed.iter().position(|old| place(old) == place(screen));
        now.into_iter().map(|screen| Screen { listed: known(&screen), ..screen }).collect()
    }

    #[cfg(not(target_os = "linux"))]
    fn all(&self) -> Vec<Screen> {
        (self.listed)()
    }

    #[cfg(target_os = "linux")]
    fn watch(&self, wake: Box<dyn Fn() + Send>) {
        if self.x11.is_none() {
            return;
        }
        // A connection of its own: it waits for ever.
        let watching = Builder::new().name("screens".into()).spawn(move || {
            if let Some(desktop) = crate::platform::screens::x11::Desktop::open() {
                desktop.watch(wake);
            }
        });
        drop(watching);
    }

    /// The list is looked at with each frame.
    #[cfg(not(target_os = "linux"))]
    fn watch(&self, _wake: Box<dyn Fn() + Send>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_as_large_as_it_was_made_for_or_all_that_the_desktop_leaves() {
        let large = Fit { size: WANTED, least: LEAST, maximised: false };
        assert_eq!(Fit::within([1920.0, 1080.0]), large);
        assert_eq!(Fit::within([1382.0, 816.0]), large);
        for area in
            [[1366.0, 768.0], [1366.0, 728.0], [1920.0, 800.0], [1024.0, 768.0], [512.0, 384.0]]
        {
            let fit = Fit::within(area);
            assert!(fit.maximised, "{area:?}");
            for axis in 0..2 {
                // Made small again, it holds with its edges.
                assert!(fit.size[axis] + FRAME[axis] <= area[axis], "{area:?}");
                assert!(fit.least[axis] <= fit.size[axis], "{area:?}");
            }
        }
    }
}
