//! The rules of the architecture that a compiler does not know: who may name whom, and what stands in one place only.
//! Each rule is shown to fail on a small bad source in its own file.

mod layers;
mod looks;
mod names;
mod source;
mod typography;

use std::fs;
use std::path::Path;

use source::Source;

/// Every file of `src/`, parsed.
fn sources() -> Vec<Source> {
    fn read(folder: &Path, into: &mut Vec<Source>) {
        let mut entries: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                read(&path, into);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
                let name = name.to_str().unwrap().replace('\\', "/");
                into.push(Source::parse(&name, &fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut sources = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    assert!(sources.len() > 10, "src/ was not read");
    sources
}

#[track_caller]
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn everyone_names_only_whom_they_may() {
    none(names::faults(&sources()));
}

#[test]
fn there_is_no_circle_of_files() {
    none(layers::circles(&sources()));
}

#[test]
fn unsafe_stands_in_platform_alone() {
    none(sources().iter().flat_map(looks::unsafe_outside_platform).collect());
}

#[test]
fn colours_and_type_stand_in_the_theme_alone() {
    let sources = sources();
    none(
        sources
            .iter()
            .flat_map(|source| looks::colours_and_type_outside_the_theme(&sources, source))
            .collect(),
    );
}

#[test]
fn french_words_stand_in_text_and_in_the_assets_alone() {
    let sources = sources();
    none(sources.iter().flat_map(|source| looks::words_outside_text(&sources, source)).collect());
}

#[test]
fn every_hour_is_put_into_words_by_one_function() {
    let sources = sources();
    let (one, others): (Vec<_>, Vec<_>) =
        sources.iter().partition(|source| source.path == looks::HOURS);
    assert!(one.into_iter().any(|source| !looks::hours(source).is_empty()), "it is there");
    none(others.into_iter().flat_map(looks::hours).collect());
}

#[test]
fn large_type_is_called_by_one_name_wherever_it_is_read() {
    fn read(path: &Path, read_by_people: &[&str], into: &mut Vec<String>) {
        if path.is_dir() {
            let mut entries: Vec<_> =
                fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
            entries.sort();
            entries.iter().for_each(|path| read(path, read_by_people, into));
        } else if path.extension().is_some_and(|it| read_by_people.iter().any(|by| it == *by)) {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path);
            let text = fs::read_to_string(path).unwrap();
            into.extend(looks::large_type_otherwise(&name.display().to_string(), &text));
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for place in ["src", "assets", "docs", "README.md", "examples"] {
        let place = root.join(place);
        assert!(place.exists(), "{}", place.display());
        read(&place, &["rs", "md", "ron", "typ"], &mut faults);
    }
    none(faults);
}

#[test]
fn a_rail_of_an_axis_pushes_its_edit_in_one_component() {
    let sources = sources();
    none(
        sources
            .iter()
            .flat_map(|source| looks::rails_beside_their_component(&sources, source))
            .collect(),
    );
}

#[test]
fn no_file_is_longer_than_400_lines() {
    none(sources().iter().filter_map(looks::too_long).collect());
}

#[test]
fn no_function_is_longer_than_60_lines() {
    none(sources().iter().flat_map(looks::long_functions).collect());
}

#[test]
fn the_words_of_the_program_follow_french_typography() {
    let sources = sources();
    let mut faults = Vec::new();
    let mut read = 0;
    for source in sources.iter().filter(|source| source.top() == "text") {
        for literal in source.facts.literals.iter().filter(|literal| !literal.in_test) {
            // The pages of the help are read below.
            if literal.value.ends_with(".md") {
                continue;
            }
            read += 1;
            for fault in typography::faults_of_format(&literal.value) {
                faults.push(format!(
                    "{}:{}: {fault}: {:?}",
                    source.path, literal.line, literal.value
                ));
            }
        }
    }
    assert!(read > 10, "the literals of src/text were not read");
    none(faults);
}

#[test]
fn the_pages_of_the_help_follow_french_typography() {
    use dessiner_un_labo::text::help::{Block, Page, plain};
    let mut faults = Vec::new();
    for block in Page::ALL.into_iter().flat_map(Page::blocks) {
        let words = match block {
            Block::Title(words) | Block::Heading(words) => words.clone(),
            Block::Paragraph(runs) | Block::Item(runs) => plain(runs),
            Block::Picture { shows, .. } => shows.clone(),
        };
        let found = typography::faults(&words).into_iter();
        faults.extend(found.map(|fault| format!("docs/aide: {fault}: {words:?}")));
    }
    none(faults);
}

#[test]
fn the_words_of_the_method_follow_french_typography() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalogue.ron");
    let catalogue: ron::Value = ron::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let strings = typography::strings(&catalogue);
    assert!(strings.len() > 100, "the strings of the catalogue were not read");
    let faults = strings.iter().flat_map(|text| {
        typography::faults(text)
            .into_iter()
            .map(move |fault| format!("assets/catalogue.ron: {fault}: {text:?}"))
    });
    none(faults.collect());
}
