//! Who may name whom. Names are resolved as the compiler would, through renames, globs and re-exports, so that
//! `pub use` in a module in between hides nothing.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::source::{Import, ModulePath, Source};

/// For each folder of `src/`, the folders of ours that it may name. `main` and `lib` stand above: they are not here.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("platform", &[]),
    // The faces of type and what is shown for each sign: pure, as the model is.
    ("letters", &["model"]),
    ("storage", &["model", "platform", "letters"]),
    ("text", &["model", "storage", "letters"]),
    ("intent", &["model", "text"]),
    ("ui", &["model", "text", "intent", "letters"]),
    ("paper", &["model", "storage", "platform", "text", "letters"]),
    ("minutes", &["model", "storage", "platform", "text"]),
    ("app", &["model", "platform", "storage", "text", "intent", "ui", "paper", "minutes", "cli"]),
    ("cli", &["model", "platform", "storage", "text", "paper", "minutes", "app"]),
];

/// For each library that must stay in its place (a name, or the start of one), where it may be named.
const CRATES: &[(&[&str], &[&str])] = &[
    (&["ttf_parser"], &["src/letters/"]),
    (&["egui", "eframe", "epaint", "emath", "ecolor"], &["src/app/", "src/intent/", "src/ui/"]),
    (&["typst"], &["src/paper/"]),
    (&["rusqlite"], &["src/storage/store.rs", "src/storage/store/"]),
    (&["opener"], &["src/platform/"]),
    (&["rfd"], &["src/platform/", "src/app/"]),
    // What enters the log is made by `text::journal`, and goes in by one door.
    (&["tracing"], &["src/app/services/journal.rs"]),
];

const OURS: &str = "dessiner_un_labo";
/// Longer chains of re-exports do not exist; this only stops a circle.
const DEPTH: usize = 12;

pub fn faults(sources: &[Source]) -> Vec<String> {
    let tree = Tree::of(sources);
    let mut faults = BTreeSet::new();
    for source in sources {
        if !matches!(source.top(), "" | "main")
            && !MAY_NAME.iter().any(|(top, _)| *top == source.top())
        {
            faults.insert(format!("{}: `{}` has no row in MAY_NAME", source.path, source.top()));
        }
        for import in &source.facts.imports {
            for target in tree.resolve_import(import, DEPTH) {
                faults.extend(judge(source, import.line, &target));
            }
        }
        for name in &source.facts.names {
            for target in tree.resolve(&name.module, &name.path, DEPTH) {
                faults.extend(judge(source, name.line, &target));
            }
        }
    }
    faults.into_iter().collect()
}

/// What every name of a source stands for, with its line: for the rules that look for one item (`Color32::RED`).
pub fn resolved(sources: &[Source], source: &Source) -> Vec<(usize, Vec<String>)> {
    let tree = Tree::of(sources);
    let imports =
        source.facts.imports.iter().map(|import| (import.line, tree.resolve_import(import, DEPTH)));
    let names = source
        .facts
        .names
        .iter()
        .map(|name| (name.line, tree.resolve(&name.module, &name.path, DEPTH)));
    imports
        .chain(names)
        .flat_map(|(line, targets)| {
            targets.into_iter().map(move |target| match target {
                Target::Ours(path) | Target::Theirs(path) => (line, path),
            })
        })
        .collect()
}

/// What the names of a source stand for outside its tests, without the re-exports on their way: where each thing is defined.
pub fn definitions(sources: &[Source], source: &Source) -> Vec<(usize, Vec<String>)> {
    let tree = Tree::of(sources);
    let facts = &source.facts;
    let imports = facts.imports.iter().filter(|it| !it.in_test);
    let imports = imports.map(|it| (it.line, tree.resolve_import(it, DEPTH)));
    let names = facts.names.iter().filter(|it| !it.in_test);
    let names = names.map(|it| (it.line, tree.resolve(&it.module, &it.path, DEPTH)));
    let all = imports.chain(names);
    all.flat_map(|(line, targets)| {
        let ours = targets.into_iter().filter_map(|target| match target {
            Target::Ours(path) => Some(path),
            Target::Theirs(_) => None,
        });
        ours.filter(|path| !tree.is_re_export(path))
            .map(move |path| (line, path))
            .collect::<Vec<_>>()
    })
    .collect()
}

fn judge(source: &Source, line: usize, target: &Target) -> Option<String> {
    let at = format!("{}:{line}", source.path);
    match target {
        Target::Ours(path) => {
            let (from, to) = (source.top(), path.first()?.as_str());
            let allowed = MAY_NAME.iter().find(|(top, _)| *top == from)?.1;
            let known = MAY_NAME.iter().any(|(top, _)| *top == to);
            (known && from != to && !allowed.contains(&to))
                .then(|| format!("{at}: `{from}` names `{to}` ({})", path.join("::")))
        }
        Target::Theirs(path) => {
            let name = path.first()?;
            let is = |of: &&str| {
                name == of || name.strip_prefix(*of).is_some_and(|rest| rest.starts_with('_'))
            };
            let (_, places) = CRATES.iter().find(|(names, _)| names.iter().any(is))?;
            (!places.iter().any(|place| source.path.starts_with(place)))
                .then(|| format!("{at}: `{name}` is named outside {}", places.join(", ")))
        }
    }
}

/// What a name stands for: something of this crate (its path from the root), or of a library.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Ours(Vec<String>),
    Theirs(Vec<String>),
}

struct Tree<'a> {
    modules: HashSet<&'a [String]>,
    imports: HashMap<&'a [String], Vec<&'a Import>>,
}

impl<'a> Tree<'a> {
    fn of(sources: &'a [Source]) -> Tree<'a> {
        let facts = || sources.iter().map(|source| &source.facts);
        let mut imports: HashMap<_, Vec<_>> = HashMap::new();
        for import in facts().flat_map(|facts| &facts.imports) {
            imports.entry(&*import.module).or_default().push(import);
        }
        let modules = facts().flat_map(|facts| &facts.modules).map(|module| &**module).collect();
        Tree { modules, imports }
    }

    fn is_module(&self, path: &[String]) -> bool {
        self.modules.contains(path)
    }

    /// Whether the module that a path leads to has its next word from elsewhere.
    fn is_re_export(&self, path: &[String]) -> bool {
        let Some(end) = (0..path.len()).rev().find(|end| self.is_module(&path[..*end])) else {
            return false;
        };
        !self.is_module(&path[..=end])
            && !self.bound(&path[..end], &path[..end], &path[end], DEPTH).is_empty()
    }

    fn imports(&self, module: &[String]) -> impl Iterator<Item = &'a Import> {
        self.imports.get(module).into_iter().flatten().copied()
    }

    fn resolve_import(&self, import: &Import, depth: usize) -> BTreeSet<Target> {
        let first = &import.path[0];
        // An import is not its own meaning: in `use egui;`, `egui` is the library.
        if import.name.as_ref() == Some(first) && !is_keyword(first) {
            return self.child_or_library(&import.module, &import.path, depth);
        }
        let mut targets = self.resolve(&import.module, &import.path, depth);
        if targets.is_empty() {
            targets = self.child_or_library(&import.module, &import.path, depth);
        }
        targets
    }

    /// All that a path may stand for; each re-export on its way is one of them.
    fn resolve(&self, module: &[String], path: &[String], depth: usize) -> BTreeSet<Target> {
        let Some(depth) = depth.checked_sub(1) else { return BTreeSet::new() };
        let mut module: ModulePath = module.to_vec();
        let mut rest = path;
        match path[0].as_str() {
            "crate" => {
                // `main.rs` is the root of the program's own crate.
                module.truncate(usize::from(module.first().is_some_and(|top| top == "main")));
                return self.follow([&module, &rest[1..]].concat(), depth);
            }
            OURS => return self.follow(rest[1..].to_vec(), depth),
            "self" => return self.follow([&module, &rest[1..]].concat(), depth),
            "super" => {
                while rest.first().is_some_and(|word| word == "super") {
                    module.pop();
                    rest = &rest[1..];
                }
                return self.follow([&module, rest].concat(), depth);
            }
            _ => {}
        }
        let bound = self.bound(&module, &module, &path[0], depth);
        if !bound.is_empty() {
            return self.extended(bound, &path[1..], depth);
        }
        // A word alone that nothing binds is a variable, a type of the prelude or of this module.
        if path.len() == 1 { BTreeSet::new() } else { self.child_or_library(&module, path, depth) }
    }

    fn child_or_library(
        &self,
        module: &[String],
        path: &[String],
        depth: usize,
    ) -> BTreeSet<Target> {
        let child = [module, &path[..1]].concat();
        if self.is_module(&child) {
            return self.follow([module, path].concat(), depth);
        }
        if path[0] == OURS || is_keyword(&path[0]) {
            return BTreeSet::new();
        }
        BTreeSet::from([Target::Theirs(path.to_vec())])
    }

    /// What imports of `module` bind `name` to, seen from the module `from`.
    fn bound(
        &self,
        module: &[String],
        from: &[String],
        name: &str,
        depth: usize,
    ) -> BTreeSet<Target> {
        let Some(depth) = depth.checked_sub(1) else { return BTreeSet::new() };
        let mut targets = BTreeSet::new();
        for import in self.imports(module) {
            if !import.public && !from.starts_with(module) {
                continue;
            }
            if import.name.as_deref() == Some(name) {
                targets.extend(self.resolve_import(import, depth));
            } else if import.name.is_none() {
                for target in self.resolve_import(import, depth) {
                    match target {
                        Target::Ours(path) => {
                            let child = [&path[..], &[name.to_owned()]].concat();
                            if self.is_module(&child) {
                                targets.insert(Target::Ours(child));
                            }
                            if path != module {
                                targets.extend(self.bound(&path, from, name, depth));
                            }
                        }
                        // Whether a library's glob holds this name is not known here; the glob itself was judged.
                        Target::Theirs(_) => {}
                    }
                }
            }
        }
        targets
    }

    /// A path from the root of the crate, and what each re-export on its way leads to.
    fn follow(&self, path: Vec<String>, depth: usize) -> BTreeSet<Target> {
        let mut targets = BTreeSet::new();
        for end in 0..path.len() {
            let (module, name) = (&path[..end], &path[end]);
            if self.is_module(module) && !self.is_module(&path[..=end]) {
                let bound = self.bound(module, module, name, depth);
                targets.extend(self.extended(bound, &path[end + 1..], depth));
            }
        }
        targets.insert(Target::Ours(path));
        targets
    }

    fn extended(&self, bound: BTreeSet<Target>, rest: &[String], depth: usize) -> BTreeSet<Target> {
        let Some(depth) = depth.checked_sub(1) else { return bound };
        let mut targets = BTreeSet::new();
        for target in bound {
            match target {
                Target::Ours(path) => {
                    targets.extend(self.follow([&path[..], rest].concat(), depth))
                }
                Target::Theirs(path) => {
                    targets.insert(Target::Theirs([&path[..], rest].concat()));
                }
            }
        }
        targets
    }
}

fn is_keyword(word: &str) -> bool {
    matches!(word, "crate" | "self" | "super" | "Self")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The faults of a small crate: the given files, beside the folders of the real one.
    fn faults_of(files: &[(&str, &str)]) -> Vec<String> {
        let root = "pub mod app; pub mod cli; pub mod intent; pub mod model; pub mod platform; pub mod storage; \
                    pub mod text; pub mod ui;";
        let mut sources = vec![Source::parse("src/lib.rs", root)];
        sources.extend(files.iter().map(|(path, text)| Source::parse(path, text)));
        faults(&sources)
    }

    #[track_caller]
    fn refused(path: &str, text: &str, says: &str) {
        let found = faults_of(&[(path, text)]);
        assert!(
            found.iter().any(|fault| fault.contains(says)),
            "expected « {says} » for `{text}`, found {found:?}"
        );
    }

    #[track_caller]
    fn accepted(path: &str, text: &str) {
        let found = faults_of(&[(path, text)]);
        assert!(found.is_empty(), "expected nothing for `{text}`, found {found:?}");
    }

    #[test]
    fn a_name_that_goes_up_is_refused_however_it_is_written() {
        refused("src/model/edit.rs", "use crate::ui::Rail;", "`model` names `ui`");
        refused(
            "src/model/edit.rs",
            "use crate::{model::Id, text::{self, values}};",
            "`model` names `text`",
        );
        refused("src/model/edit.rs", "use super::super::storage::read;", "`model` names `storage`");
        refused("src/model/edit.rs", "fn f() { crate::app::run(); }", "`model` names `app`");
        refused("src/model/edit.rs", "fn f(of: &crate::ui::Rail) {}", "`model` names `ui`");
        refused(
            "src/model/edit.rs",
            "fn f() { println!(\"{}\", crate::text::APP); }",
            "`model` names `text`",
        );
        refused(
            "src/model/edit.rs",
            "use crate as all; fn f() { all::ui::run(); }",
            "`model` names `ui`",
        );
        refused("src/model/edit.rs", "use crate::*; fn f() { ui::run(); }", "`model` names `ui`");
        refused(
            "src/model/edit.rs",
            "mod inner { use super::super::super::ui::Rail; }",
            "`model` names `ui`",
        );
        refused(
            "src/model/edit.rs",
            "#[cfg(test)] mod tests { use crate::ui::Rail; }",
            "`model` names `ui`",
        );
        refused(
            "src/model/a.rs",
            "#[serde(with = \"crate::storage::date\")] struct A;",
            "`model` names `storage`",
        );
        refused("src/storage/file.rs", "use crate::text::Message;", "`storage` names `text`");
        refused("src/text/mod.rs", "use crate::platform::folders;", "`text` names `platform`");
        refused("src/platform/mod.rs", "use crate::model::Id;", "`platform` names `model`");
        refused("src/intent/mod.rs", "use crate::ui::theme;", "`intent` names `ui`");
        refused("src/ui/views/a.rs", "use crate::storage::read;", "`ui` names `storage`");
        refused("src/ui/views/a.rs", "use crate::app::App;", "`ui` names `app`");
        refused("src/cli.rs", "use crate::intent::Command;", "`cli` names `intent`");
    }

    #[test]
    fn a_re_export_hides_nothing() {
        let text = ("src/text/mod.rs", "pub use crate::storage::Error as Failure;");
        let storage = ("src/storage/mod.rs", "pub struct Error;");
        for user in [
            "use crate::text::Failure;",
            "use crate::text; fn f(of: text::Failure) {}",
            "use crate::text::*; fn f(of: Failure) {}",
        ] {
            let found = faults_of(&[text, storage, ("src/ui/mod.rs", user)]);
            assert!(
                found.iter().any(|fault| fault.contains("`ui` names `storage`")),
                "{user}: {found:?}"
            );
        }
        let globbed = ("src/text/mod.rs", "pub use crate::storage::*;");
        let storage = ("src/storage/mod.rs", "pub mod file;");
        let found = faults_of(&[globbed, storage, ("src/ui/mod.rs", "use crate::text::file;")]);
        assert!(found.iter().any(|fault| fault.contains("`ui` names `storage`")), "{found:?}");
    }

    #[test]
    fn a_library_out_of_its_place_is_refused() {
        refused("src/text/mod.rs", "use eframe::egui;", "`eframe` is named outside");
        refused("src/model/mod.rs", "fn f() { egui::Rect::NOTHING; }", "`egui` is named outside");
        refused("src/main.rs", "fn main() { eframe::run_native(); }", "`eframe` is named outside");
        refused("src/cli.rs", "use egui_extras as extras;", "`egui_extras` is named outside");
        refused("src/app/mod.rs", "use typst::World;", "`typst` is named outside");
        refused("src/app/mod.rs", "use typst_pdf::pdf;", "`typst_pdf` is named outside");
        refused("src/storage/file.rs", "use rusqlite::Connection;", "`rusqlite` is named outside");
        refused(
            "src/ui/mod.rs",
            "fn f() { rfd::AsyncFileDialog::new(); }",
            "`rfd` is named outside",
        );
        refused("src/text/mod.rs", "extern crate egui as pictures;", "`egui` is named outside");
        let files = [
            ("src/storage/store.rs", "pub use rusqlite as sql;"),
            ("src/storage/mod.rs", "pub mod store;"),
            ("src/app/mod.rs", "use crate::storage::store::sql::Connection;"),
        ];
        let found = faults_of(&files);
        assert!(
            found.iter().any(|fault| fault.starts_with("src/app") && fault.contains("rusqlite")),
            "{found:?}"
        );
    }

    #[test]
    fn a_folder_without_a_row_is_refused() {
        refused("src/helpers/mod.rs", "", "`helpers` has no row");
    }

    #[test]
    fn what_the_architecture_allows_is_accepted() {
        accepted(
            "src/ui/views/a.rs",
            "use crate::model::Id; use crate::{intent, text::values}; use eframe::egui;",
        );
        accepted("src/text/mod.rs", "use crate::storage::Error; use super::model::Step;");
        accepted(
            "src/app/mod.rs",
            "use crate::{ui, storage, platform}; fn f() { rfd::FileDialog::new(); }",
        );
        accepted("src/main.rs", "use dessiner_un_labo::{app, cli}; mod args {} use crate::args;");
        accepted(
            "src/model/mod.rs",
            "pub mod edit; pub use edit::Edit; fn f(text: &str, ui: u8) { text.len(); ui; }",
        );
        accepted("src/storage/store.rs", "use rusqlite::Connection;");
        accepted(
            "src/ui/mod.rs",
            "struct Intended { storage: u8 } fn f(a: Intended) { a.storage; }",
        );
    }
}
