//! No circle of files: what a file names is under it, and so each can be read, tested and changed without those above.

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use super::source::Source;

/// For each file, those that it names, and the names that it takes there. A re-export is seen through; tests are not read; the name
/// of a module is no tie, what is taken of it is.
fn ties(sources: &[Source]) -> BTreeMap<&str, BTreeMap<&str, BTreeSet<String>>> {
    let for_tests = |source: &Source| {
        let declared = sources.iter().flat_map(|it| &it.facts.test_modules);
        declared.into_iter().any(|module| source.module.starts_with(module))
    };
    // The longest module's path first: the file that holds a thing.
    let holder = |path: &[String]| {
        let mut holders: Vec<&Source> = sources
            .iter()
            .filter(|it| path.len() > it.module.len() && path.starts_with(&it.module))
            .collect();
        holders.sort_by_key(|it| it.module.len());
        holders.pop().filter(|it| !it.path.ends_with("main.rs"))
    };
    let mut ties: BTreeMap<&str, BTreeMap<&str, BTreeSet<String>>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !for_tests(source)) {
        let own = ties.entry(&source.path).or_default();
        for (_, path) in names::definitions(sources, source) {
            let is_a_file = sources.iter().any(|it| it.module == path);
            if let Some(of) = holder(&path).filter(|of| !is_a_file && of.path != source.path) {
                own.entry(&of.path).or_default().insert(path[of.module.len()..].join("::"));
            }
        }
    }
    ties
}

/// The circles of files, each with what ties it.
pub fn circles(sources: &[Source]) -> Vec<String> {
    let ties = ties(sources);
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        ties.keys().map(|from| (*from, all_from(&ties, from))).collect();
    let mut seen = BTreeSet::new();
    let mut circles = Vec::new();
    for from in ties.keys() {
        let back = |to: &&str| reached.get(to).is_some_and(|all| all.contains(from));
        let circle: BTreeSet<&str> = reached[from].iter().copied().filter(back).collect();
        if circle.len() < 2 || !seen.insert(circle.clone()) {
            continue;
        }
        let mut said = vec!["a circle of files:".to_owned()];
        for (one, tied) in circle.iter().map(|one| (one, &ties[one])) {
            let tied = tied.iter().filter(|(other, _)| circle.contains(*other));
            said.extend(tied.map(|(other, names)| {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                format!("  {one} names {other}: {}", names.join(", "))
            }));
        }
        circles.push(said.join("\n"));
    }
    circles
}

/// All that is reached from a file, itself too when there is a way back.
fn all_from<'a>(
    ties: &BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<String>>>,
    from: &str,
) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut to_see: Vec<&str> = vec![from];
    while let Some(file) = to_see.pop() {
        for next in ties.get(file).into_iter().flat_map(|tied| tied.keys()) {
            if reached.insert(*next) {
                to_see.push(next);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<Source> =
            files.iter().map(|(path, text)| Source::parse(path, text)).collect();
        circles(&sources)
    }

    #[test]
    fn a_circle_is_found_however_long_and_through_re_exports() {
        let root = ("src/lib.rs", "pub mod model;");
        let module = ("src/model/mod.rs", "pub mod a; pub mod b; pub mod c; pub use a::A;");
        let b = ("src/model/b.rs", "use super::c; pub struct B(c::C);");
        let c = ("src/model/c.rs", "pub struct C(crate::model::A);");
        let found = circles_of(&[
            root,
            module,
            ("src/model/a.rs", "use super::b::B; pub struct A(B);"),
            b,
            c,
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("src/model/c.rs names src/model/a.rs: A"), "{found:?}");
        let found = circles_of(&[root, module, ("src/model/a.rs", "pub struct A;"), b, c]);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn tests_tie_nothing() {
        let root = ("src/lib.rs", "pub mod a; pub mod b;");
        let a =
            ("src/a.rs", "pub struct A; #[cfg(test)] mod tests { use crate::b::B; fn f(_: B) {} }");
        let found = circles_of(&[root, a, ("src/b.rs", "use crate::a::A; pub struct B(A);")]);
        assert_eq!(found, Vec::<String>::new());
    }
}
