//! CUPS is asked by the commands that it comes with.

use std::io;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use super::command::{self, Answer};
use super::printer::{Job, PrintError, Printer, Sides};

/// Where its programs are found.
pub type Programs<'a> = &'a dyn Fn(&str) -> Command;

/// Nobody gives up looking for printers.
static WANTED: AtomicBool = AtomicBool::new(false);

/// # Errors
/// The print system is not there, or does not answer.
pub fn list(programs: Programs) -> io::Result<Vec<Printer>> {
    let names = known(programs, &WANTED)?;
    let preferred = said(programs("lpstat"), &["-d"], &WANTED)?;
    let preferred = preferred.as_deref().and_then(preferred_of);
    let printer = |name: String| Printer { preferred: preferred == Some(name.as_str()), name };
    Ok(names.into_iter().map(printer).collect())
}

/// The names of the printers.
fn known(programs: Programs, given_up: &AtomicBool) -> io::Result<Vec<String>> {
    let names = said(programs("lpstat"), &["-e"], given_up)?.unwrap_or_default();
    let names: Vec<String> =
        names.lines().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    // Without its scheduler, it says that there is none, and that all went well.
    if names.is_empty() && is_stopped(programs("lpstat"), given_up)? {
        return Err(io::ErrorKind::NotConnected.into());
    }
    Ok(names)
}

/// « scheduler is not running »
fn is_stopped(mut lpstat: Command, given_up: &AtomicBool) -> io::Result<bool> {
    let answer = command::answer(lpstat.arg("-r"), given_up)?;
    Ok(answer.words.contains("not running"))
}

/// # Errors
/// [`PrintError`]
pub fn print(programs: Programs, job: &Job) -> Result<(), PrintError> {
    // A printer that vanished since it was listed is told apart from one that says no.
    let known = known(programs, job.given_up);
    wanted(job)?;
    if !known.map_err(PrintError::NoSystem)?.iter().any(|name| name == job.printer) {
        return Err(PrintError::Gone);
    }
    // Of a printer that says nothing of its papers, nothing is known.
    let papers = said(programs("lpoptions"), &["-p", job.printer, "-l"], job.given_up);
    wanted(job)?;
    let papers = papers.ok().flatten().and_then(|said| Papers::of(&said));
    let media = papers.as_ref().and_then(|papers| papers.called(job.paper)).unwrap_or(job.paper);
    if let Some(papers) = &papers
        && !job.anyway
        && !papers.take(job.paper)
    {
        return Err(PrintError::NoSuchPaper(papers.names()));
    }
    let answer = command::answer(&mut to_print(programs("lp"), job, media), job.given_up);
    wanted(job)?;
    let Answer { success, errors, .. } = answer.map_err(PrintError::NoSystem)?;
    if success {
        return Ok(());
    }
    Err(PrintError::Refused(errors.trim().trim_start_matches("lp: ").to_owned()))
}

fn wanted(job: &Job) -> Result<(), PrintError> {
    if job.given_up.load(Ordering::Relaxed) { Err(PrintError::GivenUp) } else { Ok(()) }
}

/// `media` is what the printer calls the paper.
fn to_print(mut command: Command, job: &Job, media: &str) -> Command {
    let media = format!("media={media}");
    let sides = match job.sides {
        Sides::One => "sides=one-sided",
        Sides::LongEdge => "sides=two-sided-long-edge",
        Sides::ShortEdge => "sides=two-sided-short-edge",
    };
    command.args(["-d", job.printer, "-t", job.title]);
    // The page is the paper: nothing to enlarge, to reduce or to turn.
    command.args(["-o", &media, "-o", sides, "-o", "print-scaling=none"]);
    if job.black {
        command.args(["-o", "print-color-mode=monochrome"]);
    }
    if job.copies > 1 {
        // One whole copy after the other.
        command.args(["-n", &job.copies.to_string(), "-o", "collate=true"]);
    }
    if let Some(pages) = job.pages {
        command.args(["-P", pages]);
    }
    command.arg("--").arg(job.file);
    command
}

/// What a command of the print system says in the language it was written in, when it succeeds.
fn said(
    mut program: Command,
    arguments: &[&str],
    given_up: &AtomicBool,
) -> io::Result<Option<String>> {
    let answer = command::answer(program.args(arguments), given_up)?;
    Ok(answer.success.then_some(answer.words))
}

/// « system default destination: Bureau »
fn preferred_of(said: &str) -> Option<&str> {
    let (_, name) = said.lines().next()?.split_once(": ")?;
    Some(name.trim())
}

/// The papers that a printer names.
#[derive(Debug)]
struct Papers {
    /// Each as we call it, or else as its maker does, and as its maker does; those of one's own size left out.
    names: Vec<(String, String)>,
    /// A size of one's own: a roll, or a tray for anything.
    custom: bool,
}

impl Papers {
    /// The papers in what `lpoptions -l` says: « PageSize/Media Size: *A4 A3 Letter Custom.WIDTHxHEIGHT »; none when it names
    /// none at all, and then nothing is known of them.
    fn of(said: &str) -> Option<Papers> {
        let named = |line: &&str| line.starts_with("PageSize/") || line.starts_with("media/");
        let (_, sizes) = said.lines().find(named)?.split_once(": ")?;
        let sizes = sizes.split_whitespace().map(|size| size.trim_start_matches('*'));
        let (custom, names): (Vec<&str>, Vec<&str>) =
            sizes.partition(|size| size.to_ascii_lowercase().starts_with("custom"));
        let mut papers = Papers { names: Vec::new(), custom: !custom.is_empty() };
        for called in names {
            let name = iso(called).map_or_else(|| called.to_owned(), |name| name.to_owned());
            match papers.names.iter_mut().find(|(known, _)| *known == name) {
                // « A4 » rather than « A4.Borderless ».
                Some((_, before)) if called.len() < before.len() => called.clone_into(before),
                Some(_) => {}
                None => papers.names.push((name, called.to_owned())),
            }
        }
        (papers.custom || !papers.names.is_empty()).then_some(papers)
    }

    /// Whether it takes `paper`. What is larger than A3 comes off a roll, which is of no size.
    fn take(&self, paper: &str) -> bool {
        let off_a_roll = self.custom && !["A4", "A3"].contains(&paper);
        off_a_roll || self.called(paper).is_some()
    }

    /// What its maker calls `paper`, if it has some.
    fn called(&self, paper: &str) -> Option<&str> {
        self.names.iter().find(|(name, _)| name == paper).map(|(_, called)| called.as_str())
    }

    fn names(&self) -> Vec<String> {
        self.names.iter().map(|(name, _)| name.clone()).collect()
    }
}

/// « A4 », for « A4 », « a4 », « A4.Borderless », « iso_a4_210x297mm », « ISOA4 » or « OversizeISOA4 »: each maker has its way to write
/// it.
fn iso(size: &str) -> Option<&'static str> {
    const KNOWN: [&str; 6] = ["A5", "A4", "A3", "A2", "A1", "A0"];
    /// The same paper, laid or printed otherwise.
    const WAYS: [&str; 8] =
        ["", "r", "rotated", "transverse", "borderless", "fullbleed", "oversize", "small"];
    let lower = size.to_ascii_lowercase();
    let mut start = lower.as_str();
    for before in ["oversize", "iso"] {
        start = start.strip_prefix(before).unwrap_or(start).trim_start_matches(['_', '-', '.']);
    }
    let way = |name: &str| {
        let rest = start.strip_prefix(&name.to_ascii_lowercase())?;
        // Its size may follow.
        Some(rest.split(['_', '-', '.']).find(|part| !part.is_empty()).unwrap_or_default())
    };
    let is_that = |name: &&&str| {
        way(name).is_some_and(|way| {
            let apart = start.len() > 2 && !start.as_bytes()[2].is_ascii_alphanumeric();
            WAYS.contains(&way) || apart && way.starts_with(|sign: char| sign.is_ascii_digit())
        })
    };
    KNOWN.iter().find(is_that).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn papers(said: &str) -> Papers {
        Papers::of(said).unwrap()
    }

    #[test]
    fn the_papers_are_those_that_the_printer_names_one_way_or_the_other() {
        let said = "Resolution/Output: *600dpi\nPageSize/Media Size: Letter *A4 A4.Borderless A3 Custom.WIDTHxHEIGHT\n";
        assert_eq!(papers(said).names(), ["Letter", "A4", "A3"]);
        let said = papers("media/Media Size: *iso_a3_297x420mm na_letter_8.5x11in\n");
        assert_eq!(said.called("A3"), Some("iso_a3_297x420mm"));
        assert_eq!(said.names(), ["A3", "na_letter_8.5x11in"]);
        assert!(Papers::of("Duplex/2-Sided: *None\n").is_none());
    }

    #[test]
    fn a_printer_of_other_papers_takes_none_of_ours() {
        let office = papers("PageSize/Media Size: *Letter A5 Custom.WIDTHxHEIGHT\n");
        assert!(!office.take("A4") && !office.take("A3"));
        let plotter = papers("PageSize/Media Size: *36x48in Custom.WIDTHxHEIGHT\n");
        assert!(plotter.take("A0") && !plotter.take("A4"));
    }

    #[test]
    fn the_preferred_printer_is_the_one_that_the_system_names() {
        assert_eq!(preferred_of("system default destination: Bureau 2\n"), Some("Bureau 2"));
        assert_eq!(preferred_of("no system default destination\n"), None);
    }

    /// Programs of a print system, written by a test, that note what they are asked.
    struct Fake(tempfile::TempDir);

    impl Fake {
        fn new(scripts: &[(&str, &str)]) -> Fake {
            let folder = tempfile::tempdir().unwrap();
            for (name, script) in scripts {
                std::fs::write(folder.path().join(name), script).unwrap();
            }
            Fake(folder)
        }

        /// Run by the shell: a file that was just written may not be run itself while another test starts a program.
        fn program(&self, name: &str) -> Command {
            let mut command = Command::new("sh");
            command.arg(self.0.path().join(name)).env("ICI", self.0.path());
            command
        }

        fn list(&self) -> io::Result<Vec<Printer>> {
            list(&|name| self.program(name))
        }

        fn print(&self, job: &Job) -> Result<(), PrintError> {
            print(&|name| self.program(name), job)
        }

        fn asked(&self) -> String {
            std::fs::read_to_string(self.0.path().join("asked")).unwrap_or_default()
        }
    }

    const BUREAU: (&str, &str) = ("lpstat", "echo Bureau");
    const NOTES: (&str, &str) = ("lp", "printf '%s|' \"$@\" >> \"$ICI/asked\"");

    fn job(given_up: &AtomicBool) -> Job<'_> {
        Job {
            printer: "Bureau",
            file: std::path::Path::new("labo.pdf"),
            title: "Le labo des possibles — Les cartes, A3",
            paper: "A3",
            sides: Sides::ShortEdge,
            black: true,
            copies: 3,
            pages: Some("1-2,5"),
            anyway: false,
            given_up,
        }
    }

    #[test]
    fn the_queue_is_told_the_name_of_the_lab_the_copies_and_the_pages() {
        let fake = Fake::new(&[BUREAU, NOTES, ("lpoptions", "echo 'PageSize/x: A4 *A3'")]);
        fake.print(&job(&WANTED)).unwrap();
        let asked = fake.asked();
        for wanted in [
            "-d|Bureau|",
            "-t|Le labo des possibles — Les cartes, A3|",
            "media=A3|",
            "sides=two-sided-short-edge|",
            "print-color-mode=monochrome|",
            "-n|3|",
            "-P|1-2,5|",
            "--|labo.pdf|",
        ] {
            assert!(asked.contains(wanted), "{wanted} is not in {asked}");
        }
    }

    #[test]
    fn a_paper_that_the_printer_does_not_have_is_not_sent_to_it() {
        let fake = Fake::new(&[BUREAU, NOTES, ("lpoptions", "echo 'PageSize/x: *Letter A5'")]);
        let refused = fake.print(&job(&WANTED)).unwrap_err();
        assert!(matches!(refused, PrintError::NoSuchPaper(has) if has == ["Letter", "A5"]));
        assert_eq!(fake.asked(), "");
        // Of a printer that says nothing of its papers, nothing is known.
        let silent = Fake::new(&[BUREAU, NOTES, ("lpoptions", "echo 'Duplex/x: *None'")]);
        silent.print(&job(&WANTED)).unwrap();
    }

    #[test]
    fn a_paper_is_known_however_its_maker_writes_it_and_sent_under_that_name() {
        for (written, paper) in [
            ("ISOA0", "A0"),
            ("ISO_A0", "A0"),
            ("iso-a1", "A1"),
            ("OversizeISOA0", "A0"),
            ("ISOA1.Oversize", "A1"),
            ("a4", "A4"),
            ("A4.Transverse", "A4"),
            ("A3R", "A3"),
            ("A4_210x297mm", "A4"),
            ("iso_a2_420x594mm", "A2"),
        ] {
            assert_eq!(iso(written), Some(paper), "{written}");
        }
        for other in
            ["A3Plus", "A10", "A3+", "Letter", "ARCHA", "A", "A6", "a4x", "iso_a10_26x37mm"]
        {
            assert_eq!(iso(other), None, "{other}");
        }
        let script =
            "echo 'PageSize/x: *ISOA0 OversizeISOA0 iso_a3_297x420mm.Borderless iso_a3_297x420mm'";
        let fake = Fake::new(&[BUREAU, NOTES, ("lpoptions", script)]);
        fake.print(&job(&WANTED)).unwrap();
        fake.print(&Job { paper: "A0", ..job(&WANTED) }).unwrap();
        let asked = fake.asked();
        assert!(asked.contains("media=iso_a3_297x420mm|"), "{asked}");
        assert!(asked.contains("media=ISOA0|"), "{asked}");
    }

    #[test]
    fn a_sheet_is_sent_anyway_when_that_is_asked() {
        let fake = Fake::new(&[BUREAU, NOTES, ("lpoptions", "echo 'PageSize/x: *Letter A5'")]);
        fake.print(&Job { anyway: true, ..job(&WANTED) }).unwrap();
        assert!(fake.asked().contains("media=A3|"), "{}", fake.asked());
    }

    #[test]
    fn a_print_system_that_does_not_answer_is_told_apart_from_a_printer_that_has_gone() {
        let stopped = "case $1 in -r) echo 'scheduler is not running'; esac";
        let alone = "case $1 in -r) echo 'scheduler is running'; esac";
        let fake = Fake::new(&[("lpstat", stopped), NOTES]);
        assert!(fake.list().is_err());
        assert!(matches!(fake.print(&job(&WANTED)), Err(PrintError::NoSystem(_))));
        let nowhere = |_: &str| Command::new("/nonexistent/lpstat");
        assert!(list(&nowhere).is_err());
        assert!(matches!(print(&nowhere, &job(&WANTED)), Err(PrintError::NoSystem(_))));
        let fake = Fake::new(&[("lpstat", alone), NOTES]);
        assert!(fake.list().unwrap().is_empty());
        assert!(matches!(fake.print(&job(&WANTED)), Err(PrintError::Gone)));
    }

    #[test]
    fn thousands_of_printers_are_all_there() {
        let script = "case $1 in -e) i=0; while [ $i -lt 3000 ]; do echo Ministere_Batiment_B_Etage_3_Copieur_$i; \
            i=$((i+1)); done;; -d) echo 'system default destination: Ministere_Batiment_B_Etage_3_Copieur_2999';; esac";
        let found = Fake::new(&[("lpstat", script)]).list().unwrap();
        assert_eq!(found.len(), 3000);
        assert!(found.last().unwrap().preferred && !found[0].preferred);
    }

    #[test]
    fn a_sheet_that_is_given_up_is_not_sent() {
        let fake = Fake::new(&[("lpstat", "exec sleep 600"), NOTES]);
        let given_up = AtomicBool::new(true);
        assert!(matches!(fake.print(&job(&given_up)), Err(PrintError::GivenUp)));
        assert_eq!(fake.asked(), "");
    }

    #[test]
    fn what_the_printer_refuses_is_said_in_its_words() {
        let fake = Fake::new(&[BUREAU, ("lp", "echo 'lp: not accepting jobs' >&2; exit 1")]);
        let refused = fake.print(&job(&WANTED)).unwrap_err();
        assert!(matches!(refused, PrintError::Refused(why) if why == "not accepting jobs"));
    }
}
