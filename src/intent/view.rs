//! The view says what is shown of the design: it is never a part of it, never saved with it, never undone.

use egui::{ThemePreference, Vec2, vec2};

use crate::model::Id;

use super::around::TypedDate;
use super::check::Check;
pub use super::choices::{SideBySide, Toggle};
pub use super::focus::{Behind, FieldKey, Focus};
use super::leading::{Cover, Leading};
pub use super::panel::{Answer, Goal, Panel};
use super::printing::Printing;

/// What the window shows.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// `None` is the overview.
    pub focus: Option<Focus>,
    /// A panel over everything.
    pub panel: Option<Panel>,
    /// How many panels have come so far: one that follows another is another one, whatever it asks.
    pub panels: u64,
    /// The help under the poles of every rail.
    pub help: bool,
    /// The size of the whole interface, 1.0 to 3.0.
    pub zoom: f32,
    /// Light, dark, or as the system says.
    pub theme: ThemePreference,
    /// « Ce qu'ont choisi les six labos », beside a field in large.
    pub others: bool,
    /// The six labs where the group placed them, on an axis in large.
    pub labs_on_axes: bool,
    /// The whole texts of a card rather than the short ones.
    pub full_texts: bool,
    /// The card that shows its back on the overview.
    pub turned: Option<Id>,
    pub side_by_side: SideBySide,
    /// What Escape leads back through, the last first: a comparison comes back to the card it was opened from.
    pub trail: Vec<Behind>,
    pub typed_date: Option<TypedDate>,
    pub printing: Printing,
    /// The step whose note is open, in the order of play.
    pub noted: Option<usize>,
    /// What « Vérifier ce poste » found; none while it looks.
    pub checks: Option<Vec<Check>>,
    /// A workshop being led: the room looks on.
    pub leading: Option<Leading>,
}

pub const ZOOM_MIN: f32 = 1.0;
pub const ZOOM_MAX: f32 = 3.0;
/// What « plus grand » and « plus petit » go through.
pub const ZOOMS: [f32; 9] = [1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0];

impl Default for View {
    fn default() -> Self {
        View {
            focus: None,
            panel: None,
            panels: 0,
            help: false,
            zoom: ZOOM_MIN,
            theme: ThemePreference::System,
            others: true,
            labs_on_axes: true,
            full_texts: false,
            turned: None,
            side_by_side: SideBySide::default(),
            trail: Vec::new(),
            typed_date: None,
            printing: Printing::default(),
            noted: None,
            checks: None,
            leading: None,
        }
    }
}

/// The smallest type of what is shown in large, in points.
const SMALLEST: f32 = 18.0;
/// The window that the sizes of the type are made for, in points: on a larger one, the room sees them larger.
const USUAL: Vec2 = vec2(1366.0, 768.0);

impl View {
    /// The room looks at the program's own window.
    pub fn projecting(&self) -> bool {
        self.leading.as_ref().is_some_and(|leading| leading.apart().is_none())
    }

    /// Somebody drops in: nothing changes.
    pub fn is_still(&self) -> bool {
        self.leading.as_ref().is_some_and(|leading| leading.is_visit())
    }

    /// What the room sees is a scene of the order of play, or the black screen, and not something that stands beside it.
    pub fn on_stage(&self) -> Option<&Leading> {
        let leading = self.leading.as_ref()?;
        let Some(focus) = &self.focus else { return Some(leading) };
        let seen = leading.apart().is_none() || focus.is_for_the_room();
        (leading.cover == Some(Cover::Black) && seen).then_some(leading)
    }

    /// A page of the program itself is in front of the person who leads; with a screen of its own, the room does not see it.
    pub fn is_private(&self) -> bool {
        let leads = self.leading.is_some();
        leads && self.focus.as_ref().is_some_and(|focus| !focus.is_for_the_room())
    }

    /// By how much everything is multiplied, in the program's own window of `size` points at 100 %: the zoom, and what a
    /// large window gives. A scene takes its sizes from the image itself, whatever this is: what stands over it does not, nor
    /// does a page of the program, which is not for the room even when it sees it.
    pub fn scale(&self, size: Vec2) -> f32 {
        let for_the_room = self.focus.as_ref().is_some_and(Focus::is_for_the_room);
        match &self.leading {
            Some(leading) if leading.apart().is_none() && for_the_room => beside(leading, size),
            _ => self.zoom * given(size),
        }
    }

    /// As [`View::scale`], in the room's own window.
    pub fn wall_scale(&self, size: Vec2) -> f32 {
        let beside_it = self.focus.as_ref().is_some_and(Focus::is_for_the_room);
        let leading = self.leading.as_ref().filter(|_| beside_it);
        leading.map_or(self.zoom, |leading| beside(leading, size))
    }

    pub fn toggle(&mut self, what: Toggle) {
        let shown = match what {
            Toggle::Others => &mut self.others,
            Toggle::LabsOnAxes => &mut self.labs_on_axes,
            Toggle::FullTexts => &mut self.full_texts,
        };
        *shown = !*shown;
    }

    /// Puts a panel in front, in the place of any other.
    pub fn raise(&mut self, panel: Panel) {
        self.panel = Some(panel);
        self.panels += 1;
    }

    /// What stays of it when another lab is opened: how one looks, not what one looks at.
    #[must_use]
    pub fn for_another_lab(&self) -> View {
        View {
            focus: None,
            panel: None,
            turned: None,
            trail: Vec::new(),
            side_by_side: SideBySide::default(),
            typed_date: None,
            noted: None,
            checks: None,
            leading: None,
            ..self.clone()
        }
    }
}

/// What a window of `size` points gives to its type: a larger one shows more, and shows it larger. By steps, so that a window
/// pulled by its corner does not quiver.
fn given(size: Vec2) -> f32 {
    const STEPS: [f32; 5] = [2.5, 2.0, 1.75, 1.5, 1.25];
    /// What goes to the sheet before the type grows.
    const MORE: f32 = 1.05;
    let ratio = (size / USUAL).min_elem() / MORE;
    STEPS.into_iter().find(|step| *step <= ratio).unwrap_or(1.0)
}

/// What stands beside the order of play is as large as its smallest type must be for the last row.
fn beside(leading: &Leading, size: Vec2) -> f32 {
    let least = leading.room.least() * size.y / SMALLEST;
    // Beyond the zoom of the desk, if it must: a projector of four thousand points has to be read from as far as another.
    least.max((size / USUAL).min_elem()).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::play::Play;
    use crate::model::room::Room;

    #[test]
    fn at_the_desk_a_larger_window_shows_more_and_larger_and_for_the_room_the_same_larger() {
        let desk = |zoom, size: [f32; 2]| View { zoom, ..View::default() }.scale(size.into());
        assert_eq!(desk(1.0, [1366.0, 768.0]), 1.0);
        assert_eq!(desk(1.5, [1440.0, 900.0]), 1.5);
        assert_eq!(desk(1.0, [1920.0, 1080.0]), 1.25);
        assert_eq!(desk(1.0, [1920.0, 1040.0]), 1.25, "beside a task bar");
        assert_eq!(desk(1.5, [1920.0, 1080.0]), 1.875);
        assert_eq!(desk(1.0, [3840.0, 2160.0]), 2.5);
        for width in (400..4000).step_by(37) {
            let size = Vec2::new(width as f32, 900.0);
            let points = size / desk(1.0, size.into());
            assert!(points.x >= size.x.min(USUAL.x), "a larger window never shows less");
        }
        let room = |heights: u32, focus: Option<Focus>, size: [f32; 2]| {
            let room = Room { image: 100, distance: 100 * heights, ..Room::default() };
            let leading = Some(Leading::new(room, Play::default()));
            View { leading, focus, ..View::default() }.scale(size.into())
        };
        let order = room(6, Some(Focus::Order), [1280.0, 720.0]);
        assert_eq!(order, 1.0, "a page of the program is for who leads");
        let large = [1920.0, 1080.0];
        assert_eq!(room(6, Some(Focus::Order), large), desk(1.0, large));
        assert_eq!(room(6, None, large), desk(1.0, large), "what stands over a scene is read");
        // 18 points must be the 33 that the last row reads at six heights of an image of 720 lines.
        let scale = room(6, Some(Focus::Standing), [1280.0, 720.0]);
        assert_eq!((scale * SMALLEST).ceil(), 33.0);
        // On a projector of four thousand points, beyond the zoom of the desk.
        let scale = room(6, Some(Focus::Standing), [3840.0, 2160.0]);
        assert!(scale * SMALLEST >= 97.0 && scale > ZOOM_MAX);
        let scale = room(4, Some(Focus::Standing), [1280.0, 720.0]);
        assert_eq!((scale * SMALLEST).ceil(), 22.0);
        assert!(
            room(1, Some(Focus::Standing), [2732.0, 1536.0]) >= 2.0,
            "never smaller than it can be"
        );
    }
}
