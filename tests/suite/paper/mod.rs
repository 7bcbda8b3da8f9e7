//! The sheets, read back from their PDF by a library that had no part in making them.

mod ballots;
mod blank;
mod canvas;
mod cards;
mod faults;
mod files;
mod going_on;
mod heavy;
mod hostile;
mod kit;
mod large;
mod looks;
mod minutes;
mod overlaps;
mod pdf;
mod poster;
mod signs;
mod sizes;
mod words;

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex};

use dessiner_un_labo::model::date::{Date, date};
use dessiner_un_labo::model::design::{Design, FreeField};
use dessiner_un_labo::model::edit::{Edit, Target};
use dessiner_un_labo::model::limits;
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};
use dessiner_un_labo::paper::{self, Pages};
use dessiner_un_labo::storage;

use crate::samples::CATALOGUE;

const DAY: Date = date(2026, 11, 24);

/// The pages of `order` for `design`, printed on [`DAY`].
#[track_caller]
fn set(design: &Design, order: Order) -> Pages {
    let code = paper::code_of(design, &CATALOGUE);
    Pages::set(&CATALOGUE, design, DAY, &code, order)
        .unwrap_or_else(|fault| panic!("{order:?}: {fault}"))
}

type Shelf = HashMap<(String, Order), Arc<pdf::Read>>;

/// The pages of `order`, read back; read once for all the tests.
#[track_caller]
fn pdf(design: &Design, order: Order) -> Arc<pdf::Read> {
    static SHELF: LazyLock<Mutex<Shelf>> = LazyLock::new(Mutex::default);
    let key = (paper::code_of(design, &CATALOGUE), order);
    if let Some(read) = SHELF.lock().unwrap().get(&key) {
        return Arc::clone(read);
    }
    let read = Arc::new(pdf::Read::of(bytes(design, order)));
    SHELF.lock().unwrap().insert(key, Arc::clone(&read));
    read
}

#[track_caller]
fn bytes(design: &Design, order: Order) -> Vec<u8> {
    set(design, order).pdf(None).unwrap_or_else(|fault| panic!("{order:?}: {fault}"))
}

fn on(sheet: Sheet, paper: Paper) -> Order {
    Order { paper, ..Order::of(sheet) }
}

/// Every sheet on every paper that it is made for.
fn every_order() -> impl Iterator<Item = Order> {
    Sheet::ALL
        .into_iter()
        .flat_map(|sheet| sheet.papers().iter().map(move |paper| on(sheet, *paper)))
}

/// The fullest of the examples: everything in it, two workshops, four next steps.
fn full() -> Design {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/labs");
    let file = folder.join("2026-11-24_le-labo-des-possibles.ron");
    storage::parse(&fs::read(file).unwrap(), &CATALOGUE).unwrap().design
}

/// The three examples, with their names.
fn examples() -> Vec<(String, Design)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/labs");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    let read = |file: &Path| storage::parse(&fs::read(file).unwrap(), &CATALOGUE).unwrap().design;
    files.iter().map(|file| (file.file_stem().unwrap().display().to_string(), read(file))).collect()
}

fn empty() -> Design {
    Design::empty(&CATALOGUE)
}

/// The example, with far more in each text than the sheet has room for; no two words of it are the same.
fn overfull() -> Design {
    let mut design = full();
    let mut word = 0;
    let mut long = |count: usize| {
        let words = (0..count).map(|_| {
            word += 1;
            format!("mot{word}")
        });
        words.collect::<Vec<_>>().join(" ")
    };
    for id in ["projets", "moyens", "positionnement"] {
        write(&mut design, Target::CriterionText(id.into()), &long(120));
    }
    for axis in &CATALOGUE.axes {
        write(&mut design, Target::AxisNote(axis.id.clone()), &long(90));
    }
    for point in &CATALOGUE.points {
        write(&mut design, Target::PointNote(point.id.clone()), &long(110));
    }
    for id in ["creation", "equipe", "gouvernance", "sujets", "modes", "impact"] {
        write(&mut design, Target::FieldText(id.into()), &long(300));
    }
    write(&mut design, Target::OrientationText, &long(200));
    write(
        &mut design,
        Target::Name,
        "Le laboratoire d’innovation publique de la communauté de communes des Trois-Vallons et de ses voisins du plateau",
    );
    design
}

/// As much as a file may hold in its texts.
fn longest() -> Design {
    let mut design = empty();
    design.free_fields.clear();
    with_free_fields(&mut design, limits::FREE_FIELDS);
    let long = "Un texte très long, que le groupe a voulu garder. ".repeat(400);
    let long = &long[..limits::LONG_TEXT - 4_000];
    for free in design.free_fields.clone() {
        write(&mut design, Target::FreeText(free.id), long);
    }
    for point in &CATALOGUE.points {
        write(&mut design, Target::PointNote(point.id.clone()), long);
        write(&mut design, Target::PointOwner(point.id.clone()), &long[..480]);
    }
    write(&mut design, Target::Name, &"Nom ".repeat(120));
    design
}

fn write(design: &mut Design, target: Target, text: &str) {
    Edit::Write(target, text.into()).apply(design).unwrap();
}

/// Free fields until there are `count`.
fn with_free_fields(design: &mut Design, count: usize) {
    while design.free_fields.len() < count {
        let at = design.free_fields.len();
        let field = FreeField {
            title: format!("Rubrique libre no {at}").into(),
            text: format!("Ce que dit la rubrique {at}, en une phrase.").into(),
            ..FreeField::new()
        };
        design.free_fields.push(field);
    }
}
