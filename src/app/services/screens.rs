//! This holds the screens of this computer, as they were last looked at, and how one knows that they have changed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::platform::screens::{NoScreens, Screen, Screens};

/// How the program knows that a screen comes or goes.
#[derive(Default)]
enum Watch {
    #[default]
    Unasked,
    /// The system says it: whether one has, since the list was last read. To ask at each frame would be to wait for its answer
    /// at each frame.
    Told(Arc<AtomicBool>),
    /// It does not: the list is looked at with each frame.
    Looked,
}

/// The screens, as they were last looked at.
pub struct KnownScreens {
    system: Box<dyn Screens>,
    known: Vec<Screen>,
    watch: Watch,
}

impl Default for KnownScreens {
    fn default() -> KnownScreens {
        KnownScreens::of(Box::new(NoScreens))
    }
}

impl KnownScreens {
    pub fn of(system: Box<dyn Screens>) -> KnownScreens {
        KnownScreens { system, known: Vec::new(), watch: Watch::Unasked }
    }

    pub fn all(&self) -> &[Screen] {
        &self.known
    }

    pub fn named(&self, name: &str) -> Option<&Screen> {
        self.known.iter().find(|screen| screen.name == name)
    }

    /// Whether another screen shows the same image, or a part of it: nothing can be kept from the room there.
    pub fn is_shared(&self, screen: &Screen) -> bool {
        self.known.iter().any(|other| other.name != screen.name && other.overlaps(screen))
    }

    /// Looks at them, now. Says whether they are others than before.
    pub fn look(&mut self) -> bool {
        let now = self.system.all();
        let changed = now != self.known;
        self.known = now;
        changed
    }

    /// From the first time on, `wake` is called when one comes or goes, where the system says it.
    pub fn watch(&mut self, wake: impl Fn() + Send + 'static) {
        if !matches!(self.watch, Watch::Unasked) {
            return;
        }
        let moved = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&moved);
        let told = self.system.watch(Box::new(move || {
            seen.store(true, Ordering::Release);
            wake();
        }));
        self.watch = if told { Watch::Told(moved) } else { Watch::Looked };
    }

    /// Whether a screen may have come or gone since this was last asked.
    pub fn may_have_changed(&self) -> bool {
        match &self.watch {
            Watch::Told(moved) => moved.swap(false, Ordering::AcqRel),
            Watch::Unasked | Watch::Looked => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    type Wake = Box<dyn Fn() + Send>;

    #[derive(Clone, Default)]
    struct Fake {
        all: Arc<Mutex<Vec<Screen>>>,
        wakes: Arc<Mutex<Vec<Wake>>>,
        says: bool,
    }

    impl Screens for Fake {
        fn all(&self) -> Vec<Screen> {
            self.all.lock().unwrap().clone()
        }

        fn watch(&self, wake: Wake) -> bool {
            self.wakes.lock().unwrap().push(wake);
            self.says
        }
    }

    fn screen(name: &str, x: i32) -> Screen {
        let (name, scale) = (name.to_owned(), 1.0);
        Screen { name, x, y: 0, width: 1280, height: 720, scale, listed: None }
    }

    #[test]
    fn a_system_that_says_when_screens_change_is_asked_no_more_often() {
        let fake = Fake { says: true, ..Fake::default() };
        let mut known = KnownScreens::of(Box::new(fake.clone()));
        assert!(known.may_have_changed(), "nobody watches yet");
        known.watch(|| ());
        known.watch(|| ());
        assert_eq!(fake.wakes.lock().unwrap().len(), 1);
        assert!(!known.may_have_changed());
        (fake.wakes.lock().unwrap()[0])();
        assert!(known.may_have_changed());
        assert!(!known.may_have_changed());
        let mut looked = KnownScreens::of(Box::new(Fake::default()));
        looked.watch(|| ());
        assert!(looked.may_have_changed() && looked.may_have_changed());
    }

    #[test]
    fn two_screens_that_show_one_place_are_shared() {
        let fake = Fake::default();
        *fake.all.lock().unwrap() = vec![screen("A", 0), screen("B", 640), screen("C", 5000)];
        let mut known = KnownScreens::of(Box::new(fake));
        assert!(known.look());
        assert!(!known.look(), "they are the same");
        let shared = |name| known.is_shared(known.named(name).unwrap());
        assert!(shared("A") && shared("B") && !shared("C"));
    }
}
