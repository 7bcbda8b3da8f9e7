//! Some texts are in no history of a lab (a private note, the name of a room): their undos stand here. They are kept
//! beside it, and are heard while it has the keyboard.

use egui::{Context, Id, Ui};

use super::text_keys;
use crate::model::Text;
use crate::model::steps::TextSteps;
use crate::model::strokes::Manner;

/// What came of the keys that undo and do again.
pub enum Walked {
    To(Text),
    /// There was no step left in that way.
    Nowhere {
        undo: bool,
    },
}

/// Walks as the keys ask, through the steps of the text `id` that holds `text`; none if they asked for nothing.
pub fn walk(ui: &Ui, id: Id, text: &str) -> Option<Walked> {
    let asked = ui.input_mut(text_keys::take_undos);
    let last = *asked.last()?;
    let walked = with_steps(ui, id, text, |steps| {
        asked.into_iter().filter_map(|undo| steps.walk(undo)).last()
    });
    Some(walked.map_or(Walked::Nowhere { undo: last }, Walked::To))
}

/// Another lab has come: what was undone in the texts of the one before is not its own.
pub fn forget(ctx: &Context) {
    ctx.data_mut(|data| data.remove_by_type::<TextSteps>());
}

/// The text `id` held the first, and now holds the second.
pub fn remember(ui: &Ui, id: Id, [before, after]: [&str; 2], hand: Option<Manner>) {
    let now = ui.input(|input| input.time);
    with_steps(ui, id, before, |steps| steps.write(after, hand, now));
}

fn with_steps<R>(ui: &Ui, id: Id, text: &str, act: impl FnOnce(&mut TextSteps) -> R) -> R {
    ui.data_mut(|data| {
        let key = id.with("steps");
        let steps = data.get_temp_mut_or_insert_with(key, || TextSteps::new(text));
        if steps.text() != text {
            // It was changed from elsewhere.
            *steps = TextSteps::new(text);
        }
        act(steps)
    })
}
