//! Something is typed, composed or pasted while no text has the keyboard: the text of what has it opens, and hears it
//! from its first letter on. Where there is none, that is told: nothing goes nowhere in silence.

use egui::{Context, Event, Id, ImeEvent, Key, Modifiers, Popup};

use crate::app::desk::App;
use crate::app::window::word::{is_black, letters};
use crate::intent::Around;
use crate::intent::leading::{Cover, Lead, Side};
use crate::intent::view::Focus;
use crate::model::Design;
use crate::model::design::NextStep;
use crate::model::edit::{Edit, Target};
use crate::model::place::Place;
use crate::text::edits;
use crate::ui::components::{stepper, writing};
use crate::ui::fields::text_id;
use crate::ui::places;
use crate::ui::room::{self, measure};
use crate::ui::views::focus::next_steps;

/// Where what is typed can go.
enum Found {
    /// A text that shows.
    Here(TextBox),
    /// One that shows in large alone.
    Large(Focus, TextBox),
    /// One of the scene that the room looks at.
    Scene(Target),
    /// The place of the first workshop, once there is one.
    FirstWorkshop,
    /// What the first next step is, once there is a line to write it in.
    FirstStep,
}

/// A text, and what it holds.
struct TextBox {
    id: Id,
    text: String,
    one_line: bool,
}

impl App {
    /// Before anything is shown: the text of what has the keyboard takes it, if what was typed has none.
    pub(in crate::app) fn find_a_text(&mut self, ctx: &Context, side: Side) {
        if !self.types_nowhere(ctx) {
            return;
        }
        let focused = ctx.memory(|memory| memory.focused());
        if focused.is_some_and(|id| stepper::is_figure(ctx, id)) && ctx.input(types_a_figure) {
            // It hears its digits itself.
            return;
        }
        let Some(found) = self.text_for(focused, side) else { return };
        drop_spaces_before(ctx);
        self.begin_apart(ctx, &found);
        match found {
            Found::Here(it) => writing::give_keyboard(ctx, it.id, &it.text),
            Found::Large(focus, it) => {
                self.go_to(ctx, focus);
                writing::give_keyboard(ctx, it.id, &it.text);
            }
            Found::Scene(target) if side == Side::Wall => self.write_on_wall(&target),
            Found::Scene(target) => self.lead(ctx, Lead::Write(target)),
            Found::FirstStep => {
                let step = NextStep::new();
                let id = next_steps::id(step.key, 0);
                self.edit_alone(ctx, &Edit::AddNextStep { step, at: 0 });
                writing::give_keyboard(ctx, id, "");
            }
            Found::FirstWorkshop => self.around(ctx, Around::AddWorkshop),
        }
    }

    /// Whether the first letter of this frame is of a word, and no key: then the one before it, which acted as a key, is of
    /// that word too, and the room sees what it saw.
    pub(in crate::app) fn types_a_word(&mut self, ctx: &Context) -> bool {
        let now = ctx.input(|input| input.time);
        let typed = ctx.input(|input| input.events.iter().find_map(letters).map(str::to_owned));
        let Some(typed) = typed else { return false };
        if is_black(&typed) {
            return self.window.word.takes(&typed, now);
        }
        let Some((key, front)) = self.window.word.letter(now) else { return true };
        if let Some(leading) = &mut self.window.view.leading {
            (leading.cover, leading.under) = front;
        }
        ctx.input_mut(|input| {
            let first = input.events.iter_mut().find(|event| letters(event).is_some());
            if let Some(Event::Text(text)) = first {
                text.insert_str(0, &key);
            }
        });
        true
    }

    /// The letter of this frame that is a key does what it is the key of.
    pub(in crate::app) fn remember_key(&mut self, ctx: &Context) {
        if let Some(leading) = &self.window.view.leading {
            let front = (leading.cover, leading.under);
            self.window.word.acts(ctx.input(|input| input.time), front);
        }
    }

    /// What is typed after a text that one has not opened is not glued to its last word: it begins a line, or, in a text of
    /// one line, comes after a space.
    fn begin_apart(&self, ctx: &Context, found: &Found) {
        let (text, one_line) = match found {
            Found::Here(it) | Found::Large(_, it) => (it.text.as_str().into(), it.one_line),
            Found::Scene(target) => {
                let text = self.document.design().text(target).unwrap_or_default();
                (text, target.is_of_one_line())
            }
            Found::FirstStep | Found::FirstWorkshop => return,
        };
        if text.is_empty() || text.ends_with(char::is_whitespace) {
            return;
        }
        let apart = if one_line { " " } else { "\n" };
        ctx.input_mut(|input| {
            let Some(first) = input.events.iter_mut().find(|event| begins_a_text(event)) else {
                return;
            };
            if goes_on(first) {
                return;
            }
            if let Event::Text(text) | Event::Paste(text) | Event::Ime(ImeEvent::Commit(text)) =
                first
            {
                text.insert_str(0, apart);
            } else if let Some(at) = input.events.iter().position(begins_a_text) {
                // An unfinished letter is not yet of the text: what comes before it is.
                let before = match one_line {
                    true => Event::Text(apart.to_owned()),
                    false => enter(),
                };
                input.events.insert(at, before);
            }
        });
    }

    /// At the end of a pass: what was typed and went nowhere is told.
    pub(in crate::app) fn tell_of_no_text(&mut self, ctx: &Context) {
        let leading = self.window.view.leading.as_ref();
        let deaf = leading.is_some_and(|it| it.locked || it.is_visit() || it.cover.is_some());
        if self.types_nowhere(ctx) {
            if !deaf {
                self.tell_apart(ctx, edits::NO_TEXT);
            }
        } else if writing::writer(ctx).is_some()
            && ctx.input(|input| input.events.iter().any(begins_a_text))
        {
            // It has found a text: that it did not is no longer true.
            self.messages.take_back(edits::NO_TEXT);
        }
    }

    fn types_nowhere(&self, ctx: &Context) -> bool {
        let typed = ctx.input(|input| input.events.iter().any(begins_a_text));
        let focused = ctx.memory(|memory| memory.focused());
        typed
            && !self.held()
            && !Popup::is_any_open(ctx)
            && !focused.is_some_and(|id| writing::is_text(ctx, id))
    }

    fn text_for(&self, focused: Option<Id>, side: Side) -> Option<Found> {
        match &self.window.view.focus {
            Some(Focus::NextSteps)
                if side == Side::Desk && self.begins(|it| it.next_steps.len()) =>
            {
                Some(Found::FirstStep)
            }
            Some(Focus::Workshop(_))
                if side == Side::Desk && self.begins(|it| it.workshops.len()) =>
            {
                Some(Found::FirstWorkshop)
            }
            Some(focus) if side == Side::Desk => {
                self.text_in_large(focus, focused).map(Found::Here)
            }
            Some(_) => None,
            None if self.measures() => {
                let leading = self.window.view.leading.as_ref().filter(|_| side == Side::Desk)?;
                let (id, text) = (measure::name_id(), leading.room.name.clone());
                Some(Found::Here(TextBox { id, text, one_line: true }))
            }
            None if self.window.view.leading.is_some() => {
                self.target_of_the_scene(focused, side).map(Found::Scene)
            }
            None => self.text_of_the_sheet(focused?),
        }
    }

    /// Whether a list that shows is still empty, and can be begun.
    fn begins(&self, count: impl FnOnce(&Design) -> usize) -> bool {
        let closed = self.window.view.leading.as_ref().is_some_and(|leading| !leading.is_live());
        !closed && count(self.document.design()) == 0
    }

    /// Whether the page that measures the room is in front, to be filled.
    fn measures(&self) -> bool {
        let leading = self.window.view.on_stage();
        let open = leading.filter(|it| it.is_live());
        open.is_some_and(|it| it.cover == Some(Cover::Measure))
    }

    /// On the overview: of a cell its text, of a criterion, an axis or a point what is written of it.
    fn text_of_the_sheet(&self, focused: Id) -> Option<Found> {
        let all = Place::all(&self.catalogue, self.document.design());
        let place = all.into_iter().find(|place| places::on_the_sheet(place) == focused)?;
        if let Place::Field(key) = &place {
            return self.boxed(text_id(key, false), &key.target()).map(Found::Here);
        }
        let focus = Focus::At(place);
        let text = self.text_in_large(&focus, None)?;
        Some(Found::Large(focus, text))
    }

    /// The text that something in large is about.
    fn text_in_large(&self, focus: &Focus, focused: Option<Id>) -> Option<TextBox> {
        let target = match focus {
            Focus::At(place) => place.texts().into_iter().next()?,
            Focus::Workshop(Some(key)) => Target::WorkshopPlace(*key),
            Focus::NextSteps => {
                let lines = &self.document.design().next_steps;
                let own =
                    |line: &&NextStep| focused.is_some_and(|id| next_steps::is_of(id, line.key));
                Target::NextStepWhat(lines.iter().find(own).or(lines.last())?.key)
            }
            _ => return None,
        };
        self.boxed(places::in_large(&target)?, &target)
    }

    fn boxed(&self, id: Id, target: &Target) -> Option<TextBox> {
        let text = self.document.design().text(target)?.into_owned();
        Some(TextBox { id, text, one_line: target.is_of_one_line() })
    }

    /// In front of the room: the text that has the keyboard, or else that of the scene. On the leader's own screen, only
    /// what was reached: a private word must not go to the room by mistake.
    fn target_of_the_scene(&self, focused: Option<Id>, side: Side) -> Option<Target> {
        let leading = self.window.view.on_stage()?;
        if leading.is_visit()
            || leading.locked
            || leading.cover.is_some()
            || leading.writing.is_some()
        {
            return None;
        }
        let all = room::targets(leading.scene());
        let reached = all.iter().find(|it| focused == Some(room::writing_ids(side, it).1));
        let own = focused.is_some() && focused == room::first_control(leading.scene());
        let any = !leading.at_the_desk() && side == Side::Desk;
        reached.or(all.first().filter(|_| own || any)).cloned()
    }
}

/// Whether something printable is typed, composed or pasted; a space alone is what it is to the control that hears it.
fn begins_a_text(event: &Event) -> bool {
    let printable =
        |text: &str| text.chars().any(|sign| !sign.is_whitespace() && !sign.is_control());
    match event {
        Event::Text(text) | Event::Paste(text) | Event::Ime(ImeEvent::Commit(text)) => {
            printable(text)
        }
        Event::Ime(ImeEvent::Preedit { text, .. }) => !text.is_empty(),
        _ => false,
    }
}

/// Whether what is typed goes on with the word before it: « , et son équipe ».
fn goes_on(event: &Event) -> bool {
    const SIGNS: [char; 11] = [',', '.', ';', ':', '!', '?', '…', ')', ']', '»', '’'];
    let (Event::Text(text) | Event::Paste(text) | Event::Ime(ImeEvent::Commit(text))) = event
    else {
        return false;
    };
    text.starts_with(SIGNS) || text.starts_with(char::is_whitespace)
}

/// Whether all that is typed is of a figure: it is for the figure that has the keyboard.
fn types_a_figure(input: &egui::InputState) -> bool {
    let figure = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
    input.events.iter().all(|event| match event {
        Event::Text(text) => text.chars().all(figure),
        other => !begins_a_text(other),
    })
}

fn enter() -> Event {
    Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}

/// The spaces of the same frame that came first were for the control.
fn drop_spaces_before(ctx: &Context) {
    ctx.input_mut(|input| {
        let mut begun = false;
        input.events.retain(|event| {
            begun |= begins_a_text(event);
            begun || !matches!(event, Event::Text(_))
        });
    });
}
