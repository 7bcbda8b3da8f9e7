//! This says which screens the computer has, and when one comes or goes.

/// A screen, in pixels of the desktop that all of them share.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// As the system calls it: « HDMI-1 ».
    pub name: String,
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
    /// Pixels in a point.
    pub scale: f32,
    /// Its place in the toolkit's own list, which may be older than the screen.
    pub listed: Option<usize>,
}

impl Screen {
    /// Whether the two show a part of the same image.
    pub fn overlaps(&self, other: &Screen) -> bool {
        let meet = |a: i32, la: u32, b: i32, lb: u32| {
            a.max(b) < a.saturating_add_unsigned(la).min(b.saturating_add_unsigned(lb))
        };
        meet(self.x, self.width, other.x, other.width)
            && meet(self.y, self.height, other.y, other.height)
    }

    /// Whether a point of the desktop is on it.
    pub fn has(&self, x: f32, y: f32) -> bool {
        let inside =
            |at: f32, from: i32, length: u32| at >= from as f32 && at < from as f32 + length as f32;
        inside(x, self.x, self.width) && inside(y, self.y, self.height)
    }
}

/// Whoever knows the screens.
pub trait Screens {
    /// All of them, now.
    fn all(&self) -> Vec<Screen>;
    /// Calls `wake` whenever one comes or goes, where the system says so; whether it does. Elsewhere, one has to look.
    fn watch(&self, wake: Box<dyn Fn() + Send>) -> bool;
}

/// A computer whose screens are not known: a test's window.
pub struct NoScreens;

impl Screens for NoScreens {
    fn all(&self) -> Vec<Screen> {
        Vec::new()
    }

    fn watch(&self, _wake: Box<dyn Fn() + Send>) -> bool {
        false
    }
}

/// The screens as X11 has them now: the toolkit's own list is the one of the start.
#[cfg(target_os = "linux")]
pub mod x11 {
    use x11rb::connection::Connection as _;
    use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
    use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, PropMode};
    use x11rb::rust_connection::RustConnection;
    use x11rb::wrapper::ConnectionExt as _;

    use super::Screen;

    /// A connection of our own.
    pub struct Desktop {
        connection: RustConnection,
        root: u32,
    }

    impl Desktop {
        /// None where there is no X11, or one without the extension that says this.
        pub fn open() -> Option<Desktop> {
            let (connection, screen) = x11rb::connect(None).ok()?;
            let root = connection.setup().roots.get(screen)?.root;
            // An older one does not tell monitors.
            let asked = connection.randr_query_version(1, 5).ok()?.reply().ok()?;
            let tells = (asked.major_version, asked.minor_version) >= (1, 5);
            tells.then_some(Desktop { connection, root })
        }

        /// All the screens in use; `scale` is that of the session, since X11 has one for all.
        pub fn all(&self, scale: f32) -> Option<Vec<Screen>> {
            let asked = self.connection.randr_get_monitors(self.root, true).ok()?;
            let monitors = asked.reply().ok()?.monitors;
            let screens = monitors.into_iter().map(|it| Screen {
                name: self.name(it.name),
                x: it.x.into(),
                y: it.y.into(),
                width: it.width.into(),
                height: it.height.into(),
                scale,
                listed: None,
            });
            Some(screens.collect())
        }

        fn name(&self, atom: u32) -> String {
            let asked = self.connection.get_atom_name(atom).ok();
            let name = asked.and_then(|asked| asked.reply().ok()).map(|reply| reply.name);
            String::from_utf8_lossy(&name.unwrap_or_default()).into_owned()
        }

        /// What the desktop leaves to windows: left, top, width and height, in pixels.
        pub fn work_area(&self) -> Option<[i32; 4]> {
            let name = self.atom(b"_NET_WORKAREA")?;
            let asked =
                self.connection.get_property(false, self.root, name, AtomEnum::CARDINAL, 0, 4);
            let reply = asked.ok()?.reply().ok()?;
            let found: Vec<i32> =
                reply.value32()?.filter_map(|it| i32::try_from(it).ok()).collect();
            found.try_into().ok()
        }

        /// Says that a window of the program, which does not show yet, is to fill the work area when it does.
        pub fn maximise_unseen(&self, window: u32) -> bool {
            let names: [&[u8]; 3] = [
                b"_NET_WM_STATE",
                b"_NET_WM_STATE_MAXIMIZED_HORZ",
                b"_NET_WM_STATE_MAXIMIZED_VERT",
            ];
            let atoms: Vec<u32> = names.iter().filter_map(|name| self.atom(name)).collect();
            let [state, horizontal, vertical] = atoms[..] else { return false };
            let wanted = [horizontal, vertical];
            let asked = self.connection.change_property32(
                PropMode::APPEND,
                window,
                state,
                AtomEnum::ATOM,
                &wanted,
            );
            // Heard before the window shows, whichever connection shows it.
            asked.is_ok_and(|asked| asked.check().is_ok())
        }

        fn atom(&self, name: &[u8]) -> Option<u32> {
            let asked = self.connection.intern_atom(false, name).ok()?;
            asked.reply().ok().map(|reply| reply.atom)
        }

        /// Waits, and calls `wake` at each change, until the connection ends; once at first, for what changed before it waits.
        pub fn watch(self, wake: impl Fn()) {
            let mask =
                NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE | NotifyMask::OUTPUT_CHANGE;
            let asked = self.connection.randr_select_input(self.root, mask);
            if asked.is_err() || self.connection.flush().is_err() {
                return;
            }
            wake();
            while self.connection.wait_for_event().is_ok() {
                wake();
            }
        }
    }
}
