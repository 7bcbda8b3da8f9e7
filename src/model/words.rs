//! What ids and words are made of.

use std::sync::Arc;

/// A stable identifier of the method (an axis, a criterion…). ASCII, as in `assets/catalogue.ron`.
pub type Id = Arc<str>;

/// Words: shared between the snapshots of the history, so that a snapshot costs a reference.
pub type Text = Arc<str>;
