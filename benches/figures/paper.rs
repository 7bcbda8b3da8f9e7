//! Sheets set, drawn and written: in the program, in its process from nothing, by the thousand, and beside a browser and an
//! office program that print the same words.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use dessiner_un_labo::model::Catalogue;
use dessiner_un_labo::model::date::{Date, date};
use dessiner_un_labo::model::design::Design;
use dessiner_un_labo::model::edit::{Edit, Target};
use dessiner_un_labo::model::sheet::{Order, Paper, Sheet};
use dessiner_un_labo::paper::{self, Pages};
use dessiner_un_labo::storage;

use crate::batch;
use crate::sheet::{Figure, Measured, median, milliseconds, number};
use crate::{EXAMPLE, PROGRAM};

const DAY: Date = date(2026, 11, 24);
const ROUNDS: usize = 40;
/// A process of its own each time.
const COLD: usize = 9;
/// How wide a page shows on a large screen, in pixels.
const WIDTH: u32 = 1600;

/// Set in the process that measures a first page: it prints its milliseconds and ends.
pub const COLD_VARIABLE: &str = "DESSINER_UN_LABO_MESURE_A_FROID";

fn canvas(paper: Paper) -> Order {
    Order { paper, ..Order::of(Sheet::Canvas) }
}

fn example(catalogue: &Catalogue) -> Measured<Design> {
    Ok(storage::read(EXAMPLE.as_ref(), catalogue).map_err(|error| error.to_string())?.design)
}

fn set(catalogue: &Catalogue, design: &Design, order: Order) -> Measured<Pages> {
    let code = paper::code_of(design, catalogue);
    Ok(Pages::set(catalogue, design, DAY, &code, order).map_err(|fault| fault.to_string())?)
}

fn pdf(pages: &Pages) -> Measured<Vec<u8>> {
    Ok(pages.pdf(None).map_err(|fault| fault.to_string())?)
}

/// The first sheet of this process, typefaces and engine read included, in milliseconds.
pub fn first_page(order: Order) -> Measured<f64> {
    let catalogue = Catalogue::built_in()?;
    let design = example(&catalogue)?;
    let started = Instant::now();
    pdf(&set(&catalogue, &design, order)?)?;
    Ok(milliseconds(started.elapsed()))
}

pub fn sheets() -> Measured<Vec<Figure>> {
    let catalogue = Catalogue::built_in()?;
    let mut figures = Vec::new();
    for paper in [Paper::A4, Paper::A3] {
        figures.push(cold(paper)?);
        figures.extend(warm(&catalogue, paper)?);
    }
    figures.push(poster(&catalogue)?);
    figures.extend(thousand()?);
    Ok(figures)
}

fn cold(paper: Paper) -> Measured<Figure> {
    let mut all = Vec::new();
    for _ in 0..COLD {
        let mut command = Command::new(std::env::current_exe()?);
        let output = command.env(COLD_VARIABLE, paper.name()).output()?;
        all.push(String::from_utf8(output.stdout)?.trim().parse::<f64>()?);
    }
    let found = median(&all);
    let figure = Figure::new(
        format!("premier PDF du programme, canevas {}", paper.name()),
        format!("{} ms", number(found, 0)),
    );
    Ok(figure.at_most("≤ 100 ms", found, 100.0))
}

/// Each round changes a letter of a field, as typing does.
fn warm(catalogue: &Catalogue, paper: Paper) -> Measured<Vec<Figure>> {
    let mut design = example(catalogue)?;
    let order = canvas(paper);
    pdf(&set(catalogue, &design, order)?)?;
    let (mut pdfs, mut previews) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        for preview in [false, true] {
            let text = format!(
                "Six personnes, dont {round} designers et une sociologue ; trente agents {preview}."
            );
            let edit = Edit::Write(Target::FieldText("equipe".into()), text.as_str().into());
            edit.apply(&mut design).map_err(|error| format!("{error:?}"))?;
            let started = Instant::now();
            let pages = set(catalogue, &design, order)?;
            if preview {
                pages.picture(0, WIDTH).ok_or("pas de page")?;
            } else {
                pdf(&pages)?;
            }
            let took = milliseconds(started.elapsed());
            if preview {
                previews.push(took)
            } else {
                pdfs.push(took)
            }
            paper::forget();
        }
    }
    let name = paper.name();
    let worst = previews.iter().copied().fold(0.0, f64::max);
    let (pdfs, previews) = (median(&pdfs), median(&previews));
    let written = Figure::new(
        format!("PDF après une lettre, canevas {name}"),
        format!("{} ms", number(pdfs, 0)),
    );
    let found =
        format!("{} ms en médiane, {} au pire de {ROUNDS}", number(previews, 0), number(worst, 0));
    let shown = Figure::new(format!("aperçu après une lettre, {WIDTH} points, {name}"), found);
    Ok(vec![written.at_most("≤ 30 ms", pdfs, 30.0), shown.at_most("≤ 50 ms", previews, 50.0)])
}

fn poster(catalogue: &Catalogue) -> Measured<Figure> {
    let design = example(catalogue)?;
    let order = Order { paper: Paper::A0, tiles: Some(Paper::A4), ..Order::of(Sheet::Poster) };
    let mut all = Vec::new();
    let mut sheets = 0;
    for _ in 0..ROUNDS / 4 {
        let started = Instant::now();
        let pages = set(catalogue, &design, order)?;
        pdf(&pages)?;
        all.push(milliseconds(started.elapsed()));
        sheets = pages.count() - 1;
    }
    let found = format!("{} ms, {sheets} feuilles et leur plan", number(median(&all), 0));
    Ok(Figure::new("affiche A0 en feuilles A4", found))
}

const NUMBERS: [usize; 3] = [250, 500, 1000];

fn thousand() -> Measured<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let files = batch::designs(folder.path(), NUMBERS[2])?;
    let mut seconds = Vec::new();
    for count in NUMBERS {
        seconds.push(export(&files[..count], folder.path(), None)?);
    }
    let alone = export(&files[..NUMBERS[0]], folder.path(), Some(1))?;
    let rates: Vec<f64> = NUMBERS.iter().zip(&seconds).map(|(n, s)| *n as f64 / s).collect();
    let told: Vec<String> = rates.iter().map(|rate| number(*rate, 1)).collect();
    let found =
        format!("{} labos par seconde, {} s en tout", told.join(" / "), number(seconds[2], 1));
    let linear = Figure::new("exporter 250 / 500 / 1 000 labos, canevas A3", found)
        .targeted("débit égal à 15 % près", rates[2] >= 0.85 * rates[0]);
    let cores = crate::sheet::cores();
    let gain = alone / seconds[0];
    let least = 0.75 * cores as f64;
    let found = format!("{} × plus vite qu’un seul", number(gain, 2));
    let on_all = Figure::new(format!("exporter 250 labos, sur {cores} cœurs"), found);
    Ok(vec![
        linear,
        on_all.targeted(&format!("≥ {} × (trois quarts)", number(least, 2)), gain >= least),
    ])
}

/// Seconds that the program takes, its start included.
fn export(files: &[PathBuf], folder: &Path, threads: Option<usize>) -> Measured<f64> {
    let mut command = Command::new(PROGRAM);
    command
        .arg("exporter")
        .args(files)
        .args(["--papier", "A3", "--sortie"])
        .arg(folder.join("pdf"));
    command.env_remove("RAYON_NUM_THREADS").stdin(Stdio::null()).stdout(Stdio::null());
    if let Some(threads) = threads {
        command.env("RAYON_NUM_THREADS", threads.to_string());
    }
    timed(&mut command)
}

fn timed(command: &mut Command) -> Measured<f64> {
    let started = Instant::now();
    let status = command.status()?;
    let took = started.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("{} : {status}", command.get_program().display()).into());
    }
    Ok(took)
}

const PAUSE: Duration = Duration::from_millis(500);

/// The same words on a page of HTML, printed by a browser or by an office program, whole process against whole process.
pub fn beside_others() -> Measured<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let page = folder.path().join("page.html");
    fs::write(&page, html()?)?;
    let ours = |round: usize| {
        let mut command = Command::new(PROGRAM);
        command.arg("exporter").arg(EXAMPLE).args(["--papier", "A3", "--sortie"]);
        command.arg(folder.path().join(round.to_string())).stdout(Stdio::null());
        timed(&mut command)
    };
    let mut figures = Vec::new();
    for (name, programs) in [
        ("Chromium", &["chromium", "chromium-browser"][..]),
        ("LibreOffice", &["soffice", "libreoffice"]),
    ] {
        let Some(program) = programs.iter().find(|program| in_path(program)) else {
            figures.push(Figure::new(
                format!("PDF d’un canevas, à côté de {name}"),
                "non mesuré, il manque le programme",
            ));
            continue;
        };
        let (mut own, mut theirs) = (Vec::new(), Vec::new());
        for round in 0..9 {
            // What a browser leaves running when it ends is let end.
            std::thread::sleep(PAUSE);
            own.push(ours(round)?);
            theirs.push(timed(&mut other(name, program, &page, folder.path()))?);
        }
        let (own, theirs) = (median(&own), median(&theirs));
        let found = format!(
            "{} × plus vite ({} ms au lieu de {} ms)",
            number(theirs / own, 1),
            number(own * 1000.0, 0),
            number(theirs * 1000.0, 0)
        );
        let figure = Figure::new(format!("PDF d’un canevas, à côté de {name}"), found);
        figures.push(figure.targeted("≥ 20 ×", theirs / own >= 20.0));
    }
    Ok(figures)
}

fn other(name: &str, program: &str, page: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    if name == "Chromium" {
        let to = folder.join("page.pdf");
        command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
        command.arg(format!("--user-data-dir={}", folder.join("profil").display()));
        command.arg(format!("--print-to-pdf={}", to.display())).arg(page);
    } else {
        command.arg(format!("-env:UserInstallation=file://{}", folder.join("profil").display()));
        command.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).arg(page);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The example on one A3 page: its words, its typefaces, its rails, its emblems; what such a program would be given.
fn html() -> Measured<String> {
    let catalogue = Catalogue::built_in()?;
    let design = example(&catalogue)?;
    let part = |title: &str, text: &str| format!("<h3>{title}</h3><p>{text}</p>");
    let mut body = format!("<h1>{}</h1><div style='columns:3'>", design.name);
    for criterion in &catalogue.criteria {
        body += &part(&criterion.words, design.criterion(&criterion.id).map_or("", |it| &it.text));
    }
    for axis in &catalogue.axes {
        let note = design.axis(&axis.id).map_or("", |it| &it.note);
        body += &part(&format!("{} / {}", axis.left.name, axis.right.name), note);
        body += &rail_in_html();
    }
    for field in &catalogue.fields {
        body += &part(&field.words, design.field(&field.id).map_or("", |it| &it.text));
    }
    for point in &catalogue.points {
        body += &part(&point.words, design.point(&point.id).map_or("", |it| &it.note));
    }
    for lab in &catalogue.labs {
        let emblem = fs::read_to_string(format!("{ASSETS}/emblems/{}.svg", lab.id))?;
        body += &format!("<div style='width:48px'>{emblem}</div>");
        body += &part(&lab.title, &format!("{} · {}", lab.place, lab.year));
    }
    let faces = [("Regular", 400), ("SemiBold", 600), ("Bold", 700)].map(|(name, weight)| {
        let file = format!("{ASSETS}/fonts/LaboSans-{name}.ttf");
        format!("@font-face {{ font-family: A; font-weight: {weight}; src: url('file://{file}') }}")
    });
    Ok(format!(
        "<!doctype html><html lang='fr'><meta charset='utf-8'><title>{}</title><style>@page {{ size: A3 landscape }} {} \
         body {{ font-family: A; hyphens: auto }}</style>{body}</div></html>",
        design.name,
        faces.join(" ")
    ))
}

const ASSETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets");

fn rail_in_html() -> String {
    let notch = |at: i32| format!("<line x1='{at}' x2='{at}' y1='4' y2='20' stroke='black'/>");
    let notches: String = (0..7).map(|n| notch(10 + n * 60)).collect();
    format!(
        "<svg width='400' height='24'><line x1='10' x2='370' y1='12' y2='12' stroke='black'/>{notches}<circle cx='250' cy='12' r='9'/></svg>"
    )
}

fn in_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(OsStr::new(program)).is_file())
}
