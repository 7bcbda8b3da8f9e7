//! This says who sees what, on which screen. A mixture that cannot be (notes shown on a screen of the room's own)
//! cannot be written.

/// Who sees what, on which screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Showing {
    /// The room looks at the program's own window; with `aids`, what only the person who leads should see shows there in
    /// place of the scene.
    Here { aids: bool },
    /// The room has a screen of its own, of this name.
    Apart { screen: String },
    /// It had one, of this name, which has gone. What is private waits to be asked for while it is `hidden`: the one screen
    /// left may be the room's, as some systems tell it.
    Lost { screen: String, hidden: bool },
}

impl Default for Showing {
    fn default() -> Showing {
        Showing::Here { aids: false }
    }
}

impl Showing {
    /// On this screen, or in the program's own window when there is none.
    pub fn on(screen: Option<&str>) -> Showing {
        screen.map_or_else(Showing::default, |screen| Showing::Apart { screen: screen.to_owned() })
    }

    /// The name of the screen that the room has of its own, even once it has gone.
    pub fn apart(&self) -> Option<&str> {
        match self {
            Showing::Here { .. } => None,
            Showing::Apart { screen } | Showing::Lost { screen, .. } => Some(screen),
        }
    }

    /// What is private does not show until it is asked for.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Showing::Lost { hidden: true, .. })
    }

    pub fn has_aids(&self) -> bool {
        matches!(self, Showing::Here { aids: true })
    }

    /// The screen of the room has gone.
    pub fn lose(&mut self) {
        if let Some(screen) = self.apart() {
            *self = Showing::Lost { screen: screen.to_owned(), hidden: true };
        }
    }

    /// It is there again.
    pub fn find(&mut self) {
        if let Some(screen) = self.apart() {
            *self = Showing::Apart { screen: screen.to_owned() };
        }
    }

    /// What is private was asked for.
    pub fn reveal(&mut self) {
        if let Showing::Lost { hidden, .. } = self {
            *hidden = false;
        }
    }

    /// Shows what only the person who leads should see, on the one screen there is, or the scene again. Says whether there
    /// is one screen.
    pub fn toggle_aids(&mut self) -> bool {
        match self {
            Showing::Here { aids } => {
                *aids = !*aids;
                true
            }
            Showing::Apart { .. } | Showing::Lost { .. } => false,
        }
    }

    /// On the one screen there is, the scene. Says whether something else stood there.
    pub fn put_aids_away(&mut self) -> bool {
        match self {
            Showing::Here { aids } => std::mem::take(aids),
            Showing::Apart { .. } | Showing::Lost { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_that_goes_hides_what_is_private_until_it_is_asked_for_or_comes_back() {
        let mut showing = Showing::on(Some("HDMI-1"));
        showing.lose();
        assert!(showing.is_hidden());
        assert_eq!(showing.apart(), Some("HDMI-1"), "it is the one that is waited for");
        showing.reveal();
        assert!(!showing.is_hidden() && showing.apart().is_some());
        showing.lose();
        showing.find();
        assert_eq!(showing, Showing::on(Some("HDMI-1")));
    }

    #[test]
    fn the_one_screen_there_is_has_the_notes_in_place_of_the_scene_and_another_screen_does_not() {
        let mut here = Showing::default();
        here.lose();
        assert_eq!(here, Showing::default(), "there is none to lose");
        assert!(here.toggle_aids() && here.has_aids());
        assert!(here.put_aids_away() && !here.put_aids_away());
        let mut apart = Showing::on(Some("HDMI-1"));
        assert!(!apart.toggle_aids() && !apart.has_aids());
    }
}
