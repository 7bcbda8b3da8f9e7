//! What differs from one system to the next, behind one name each. The only place where `unsafe` may stand.

pub mod clock;
pub mod dialogs;
pub mod folders;
pub mod printer;
