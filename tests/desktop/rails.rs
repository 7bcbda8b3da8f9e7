//! Rails under a real hand.

use crate::canvas::{RAIL, SLIDER, notch, open_example};

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_handle_let_go_while_the_hand_still_moves_ends_where_it_was_let_go() {
    let (desk, _) = open_example();
    let rail = desk.find(RAIL, SLIDER);
    desk.fling(notch(rail, 1), notch(rail, -3));
    desk.find("Pilote / Support : 3 crans vers Pilote", SLIDER);
}
