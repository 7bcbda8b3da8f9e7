//! A polite live region, that shows nothing, says what changed to those who do not see it.
//!
//! On every system the toolkit tells the screen reader when such a node comes, or when its name changes. The same words
//! twice would change nothing: each time they are said under the other of two nodes.

use egui::accesskit::Live;
use egui::{Context, Id, Role};

/// Keeps `words` in the live region; `turn` says which of the two nodes it is.
pub fn show(ctx: &Context, words: &str, turn: bool) {
    if words.is_empty() {
        return;
    }
    ctx.accesskit_node_builder(Id::unique(("announcement", turn)), |node| {
        node.set_role(Role::Status);
        node.set_label(words);
        node.set_live(Live::Polite);
    });
}
