//! What goes from one program to another through the system's clipboard.

use crate::canvas::{self, CELL, ENTRY};

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, zenity: run tests/run"]
fn a_text_copied_elsewhere_is_pasted_and_one_copied_here_goes_elsewhere() {
    let (desk, _) = canvas::open_example();
    desk.put_on_clipboard("Collé d’une autre fenêtre\nsur deux lignes");
    desk.click_in_text(CELL, ENTRY);
    desk.key("ctrl+a");
    desk.key("ctrl+v");
    let pasted = "Collé d’une autre fenêtre\nsur deux lignes";
    desk.wait_for_node("the words pasted", |node| {
        node.name.contains(CELL) && node.text.replace("\\n", "\n") == pasted
    });
    desk.type_text(" et la suite");
    desk.key("ctrl+a");
    desk.key("ctrl+c");
    desk.wait_for_clipboard("Collé d’une autre fenêtre\nsur deux lignes et la suite");
}
