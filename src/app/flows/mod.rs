//! What each action does, one file a story: an `impl App`, and no state. A flow names no other flow: it calls a method of
//! the desk.

mod announce;
mod around;
mod asking;
mod checking;
mod covers;
mod dispatch;
mod dropping;
mod ending;
mod exchange;
mod files;
mod focusing;
mod heard;
mod keyboard;
mod leading;
mod lending;
mod may;
mod measuring;
mod menus;
mod order;
mod painting;
mod plugged;
mod preview;
mod printing;
mod projecting;
mod recalling;
mod rehearsal;
mod saving;
mod sending;
mod showing;
mod tasks;
mod typing;
mod wall;
