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
