//! A view pushes actions: an edit of the design, a command, or a change of the view itself.

use std::path::PathBuf;

use crate::model::edit::Target;
use crate::model::strokes::Manner;
use crate::model::{Edit, Id, Text};

use super::around::Around;
use super::choices::{SideBySide, Toggle};
use super::command::{Command, Menu};
use super::focus::Focus;
use super::leading::Lead;
use super::panel::Answer;
use super::printing::Print;

/// One thing asked for during a pass.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Edit(Edit),
    /// The edit of a hand that pasted or cut: a step of its own.
    Put(Edit, Manner),
    /// The gesture is over (a handle released, a text left): the next edit starts another undo step.
    EndStep,
    Command(Command),
    /// Opens a part of the sheet in large.
    Open(Focus),
    /// Shows something, or hides it.
    Toggle(Toggle),
    /// Turns a card of the overview, or back.
    Turn(Option<Id>),
    /// What is compared side by side.
    Pick(SideBySide),
    /// This text has lost the keyboard: its step is over.
    Left(Target),
    /// One level back: out of a panel, of a text, of a focus, of a notice.
    Back,
    /// Adds a free field after the others, and gives it the keyboard.
    AddFree,
    /// A free field moves by so many places among the free ones.
    Shift(uuid::Uuid, isize),
    RemoveFree(uuid::Uuid),
    /// A change of what stands around the sheet.
    Around(Around),
    /// Of the page that prints.
    Print(Print),
    /// Of what the room sees.
    Lead(Lead),
    /// A file or a folder, in the program that this computer opens it with.
    Show(PathBuf),
    /// What a person answers to the question on the screen.
    Answer(Answer),
    /// Files dropped on the window.
    Dropped(Vec<PathBuf>),
    /// A path written by hand.
    PathTyped(String),
    /// A save that failed, once more, to the very same name.
    Retry(PathBuf),
    Zoom(f32),
    /// The notice has been read.
    Dismiss,
    /// What was pasted and found no room in its text.
    LeftOut(Text),
    /// A text that keeps its own undos has none left in that way.
    NothingLeft {
        undo: bool,
    },
    /// Puts this in the clipboard.
    Copy(Text),
    /// The keyboard goes to the menu bar, or into one of its menus.
    Menus(Option<Menu>),
}

impl Action {
    /// Whether the design is another one after it.
    pub fn changes_the_design(&self) -> bool {
        use Command::{AddFree, Redo, Undo};
        matches!(
            self,
            Action::Edit(_)
                | Action::Put(..)
                | Action::AddFree
                | Action::Shift(..)
                | Action::RemoveFree(_)
                | Action::Around(_)
                | Action::Command(Undo | Redo | AddFree)
        )
    }

    /// Whether it does something to the sheet, which takes nothing while a panel is in front.
    pub fn changes_the_sheet(&self) -> bool {
        self.changes_the_design()
            || matches!(
                self,
                Action::Open(_) | Action::Toggle(_) | Action::Turn(_) | Action::Pick(_)
            )
            || matches!(self, Action::Command(command) if *command != Command::Quit)
    }
}

/// The queue of a pass.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    pub fn edit(&mut self, edit: Edit) {
        self.0.push(Action::Edit(edit));
    }

    /// An edit that is a step of its own, whatever its group.
    pub fn edit_alone(&mut self, edit: Edit) {
        self.0.extend([Action::EndStep, Action::Edit(edit), Action::EndStep]);
    }

    pub fn command(&mut self, command: Command) {
        self.0.push(Action::Command(command));
    }

    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
