//! One design opened and saved, beside what the disk itself takes to confirm a save.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use dessiner_un_labo::model::Catalogue;
use dessiner_un_labo::storage;

use crate::EXAMPLE;
use crate::sheet::{Figure, Measured, median, milliseconds, number};

const ROUNDS: usize = 200;

/// Reading is `storage::read`; saving is `storage::to_bytes`, which reads again what it wrote, then `storage::write`.
/// Each round also does by hand the two confirmations of that write (the file, then its folder) and times them alone.
pub fn open_and_save() -> Measured<Vec<Figure>> {
    let catalogue = Catalogue::built_in()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("labo.ron");
    fs::copy(EXAMPLE, &file)?;
    let (mut opened, mut saved, mut confirmed) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let read = storage::read(&file, &catalogue).map_err(|error| error.to_string())?;
        opened.push(milliseconds(started.elapsed()));

        let started = Instant::now();
        let bytes = storage::to_bytes(&read.design, &catalogue).map_err(|e| e.to_string())?;
        storage::write(&file, &bytes).map_err(|error| error.to_string())?;
        saved.push(milliseconds(started.elapsed()));

        confirmed.push(confirmations(folder.path(), &bytes)?);
    }
    let (opened, saved, confirmed) = (median(&opened), median(&saved), median(&confirmed));
    let beside = (saved - confirmed).max(0.0);
    let found = format!(
        "{} ms (ouvrir {} + enregistrer {}), sans les {} ms de fsync",
        number(opened + beside, 1),
        number(opened, 1),
        number(beside, 1),
        number(confirmed, 1),
    );
    let figure = Figure::new("ouvrir et enregistrer un labo complet", found);
    Ok(vec![figure.at_most("≤ 5 ms hors fsync", opened + beside, 5.0)])
}

/// The milliseconds that the disk takes to confirm a file of these bytes, and its name in the folder.
fn confirmations(folder: &Path, bytes: &[u8]) -> Measured<f64> {
    let (new, named) = (folder.join("nouveau"), folder.join("temoin.ron"));
    let mut file = File::create(&new)?;
    file.write_all(bytes)?;
    let started = Instant::now();
    file.sync_all()?;
    let first = started.elapsed();
    fs::rename(&new, &named)?;
    let folder = File::open(folder)?;
    let started = Instant::now();
    folder.sync_all()?;
    Ok(milliseconds(first + started.elapsed()))
}
