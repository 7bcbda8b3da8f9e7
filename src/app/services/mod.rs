//! What the desk calls on and does not decide: each service is a value of its own, and none knows the desk.
//!
//! - [`jobs`]: what runs off the interface's thread. - [`keeper`]: writes what is kept on this computer.

pub mod jobs;
pub mod keeper;
