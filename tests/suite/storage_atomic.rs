//! Saving is whole or not at all, whatever happens on the way.

use std::fs;
use std::path::{Path, PathBuf};

use dessiner_un_labo::storage::outputs::Name;
use dessiner_un_labo::storage::{self, WriteError};
use dessiner_un_labo::text::errors;
use tempfile::TempDir;

use crate::samples::names;

const OLD: &[u8] = b"ce qui \xc3\xa9tait l\xc3\xa0";

/// A folder with a saved file in it.
fn saved() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("labo.ron");
    fs::write(&path, OLD).unwrap();
    (folder, path)
}

#[test]
fn saving_makes_the_file_or_replaces_it_and_leaves_nothing_else() {
    let (folder, path) = saved();
    storage::write(&path, b"nouveau").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"nouveau");
    storage::write(&folder.path().join("autre.ron"), b"autre").unwrap();
    assert_eq!(names(folder.path()), ["autre.ron", "labo.ron"]);
}

#[test]
fn whoever_reads_while_another_saves_meets_one_whole_content() {
    let (_folder, path) = saved();
    let contents = [vec![b'a'; 300_000], vec![b'b'; 200_000]];
    storage::write(&path, &contents[0]).unwrap();
    std::thread::scope(|scope| {
        let saving = scope.spawn(|| {
            for turn in 0..40 {
                storage::write(&path, &contents[turn % 2]).unwrap();
            }
        });
        while !saving.is_finished() {
            let found = fs::read(&path).unwrap();
            assert!(contents.contains(&found), "{} bytes", found.len());
        }
    });
}

#[test]
fn a_name_that_is_a_folder_or_that_the_system_refuses_leaves_all_as_it_was() {
    let (folder, path) = saved();
    let error = storage::write(folder.path(), b"nouveau").unwrap_err();
    assert!(matches!(error, WriteError::Folder), "{error:?}");
    let long = folder.path().join("n".repeat(300) + ".ron");
    let error = storage::write(&long, b"nouveau").unwrap_err();
    assert!(matches!(error, WriteError::Name), "{error:?}");
    let gone = folder.path().join("absent").join("labo.ron");
    let error = storage::write(&gone, b"nouveau").unwrap_err();
    assert!(matches!(error, WriteError::NoFolder), "{error:?}");
    let under = path.join("labo.ron");
    let error = storage::write(&under, b"nouveau").unwrap_err();
    assert!(matches!(error, WriteError::NoFolder), "{error:?}");
    assert_eq!(names(folder.path()), ["labo.ron"]);
    assert_eq!(fs::read(&path).unwrap(), OLD);
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let (folder, path) = saved();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = storage::write(&path, b"nouveau").unwrap_err();
    assert!(matches!(error, WriteError::ReadOnly), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), OLD);
    assert_eq!(names(folder.path()), ["labo.ron"]);
}

#[test]
fn what_the_system_answers_is_told_in_french() {
    use std::io::{Error, ErrorKind};
    let path = Path::new("labo.ron");
    for (kind, said) in [
        (ErrorKind::PermissionDenied, "vous n’avez pas le droit d’écrire dans ce dossier"),
        (ErrorKind::ReadOnlyFilesystem, "vous n’avez pas le droit d’écrire dans ce dossier"),
        (ErrorKind::StorageFull, "il n’y a plus assez de place sur le disque"),
        (ErrorKind::QuotaExceeded, "il n’y a plus assez de place sur le disque"),
        (ErrorKind::NotFound, "le dossier n’existe plus, ou la clé a été retirée"),
        (
            ErrorKind::InvalidFilename,
            "ce nom n’est pas accepté ici (trop long, ou un signe interdit)",
        ),
    ] {
        let message = errors::write(path, &WriteError::from(Error::from(kind)));
        let whole =
            format!("Le fichier «\u{a0}labo.ron\u{a0}» n’a pas pu être enregistré\u{a0}: {said}.");
        assert_eq!(message.what, whole);
        assert!(message.safe.starts_with("Rien n’est perdu"));
    }
    let unsure = WriteError::NotConfirmed(Error::from(ErrorKind::Other));
    assert!(errors::write(path, &unsure).what.contains("est enregistré, mais"));
}

/// A key that was pulled out, or a disk that does not answer, has nothing on it that anybody knows of.
#[test]
fn what_was_on_the_disk_is_said_to_be_there_only_where_that_is_known() {
    use std::io::{Error, ErrorKind};
    let still = |error: WriteError| {
        let message = errors::write(Path::new("labo.ron"), &error);
        assert!(message.safe.starts_with("Rien n’est perdu"), "{message:?}");
        message.safe.contains("y est encore")
    };
    for kind in [ErrorKind::PermissionDenied, ErrorKind::StorageFull] {
        assert!(still(Error::from(kind).into()), "{kind:?}");
    }
    for kind in [
        ErrorKind::NotFound,
        ErrorKind::NotADirectory,
        ErrorKind::TimedOut,
        ErrorKind::StaleNetworkFileHandle,
        ErrorKind::NetworkDown,
        ErrorKind::Other,
    ] {
        assert!(!still(Error::from(kind).into()), "{kind:?}");
    }
    // As it happens: the folder goes between two saves.
    let (folder, path) = saved();
    drop(folder);
    assert!(!still(storage::write(&path, b"nouveau").unwrap_err()));
}

#[cfg(unix)]
mod unix {
    use std::io::Write as _;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt, symlink};
    use std::process::{Command, Output};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn the_permissions_of_a_file_are_kept_and_a_new_one_gets_the_usual_ones() {
        let (folder, path) = saved();
        for kept in [0o600, 0o640, 0o664] {
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            storage::write(&path, b"nouveau").unwrap();
            assert_eq!(mode(&path), kept);
        }
        let (usual, new) = (folder.path().join("usuel"), folder.path().join("neuf.ron"));
        fs::write(&usual, "").unwrap();
        storage::write(&new, b"nouveau").unwrap();
        assert_eq!(mode(&new), mode(&usual));
    }

    #[test]
    fn a_link_is_followed_and_stays_a_link() {
        let (folder, path) = saved();
        let links = folder.path().join("liens");
        fs::create_dir(&links).unwrap();
        let (near, far) = (links.join("un.ron"), links.join("deux.ron"));
        symlink("../labo.ron", &near).unwrap();
        symlink("un.ron", &far).unwrap();
        storage::write(&far, b"nouveau").unwrap();
        assert!(far.is_symlink() && near.is_symlink() && !path.is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"nouveau");
        let pending = links.join("trois.ron");
        symlink(folder.path().join("venir.ron"), &pending).unwrap();
        storage::write(&pending, b"venu").unwrap();
        assert_eq!(fs::read(folder.path().join("venir.ron")).unwrap(), b"venu");
        let (loop_a, loop_b) = (links.join("a"), links.join("b"));
        symlink(&loop_a, &loop_b).unwrap();
        symlink(&loop_b, &loop_a).unwrap();
        let error = storage::write(&loop_a, b"nouveau").unwrap_err();
        assert!(matches!(error, WriteError::NotAFile), "{error:?}");
        assert_eq!(names(&links), ["a", "b", "deux.ron", "trois.ron", "un.ron"]);
    }

    #[test]
    fn a_device_and_a_pipe_are_not_replaced() {
        let (folder, _) = saved();
        let pipe = folder.path().join("tuyau.ron");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        for path in [&*pipe, Path::new("/dev/full")] {
            let error = storage::write(path, b"nouveau").unwrap_err();
            assert!(matches!(error, WriteError::NotAFile), "{error:?}");
            assert!(!fs::metadata(path).unwrap().is_file());
        }
    }

    /// Whether this process may give files away: what belongs to somebody else is only tried then. Where it may not, it is said
    /// on the terminal, past what the harness keeps to itself: `tests/run` counts these as skipped.
    fn given_away(path: &Path) -> bool {
        let given = std::os::unix::fs::lchown(path, Some(12_345), Some(12_345)).is_ok();
        if !given {
            let thread = std::thread::current();
            let test = thread.name().unwrap_or_default();
            let said = format!("\n{NOT_CHECKED}{test}, only the administrator gives files away\n");
            std::io::stderr().write_all(said.as_bytes()).unwrap();
        }
        given
    }

    const NOT_CHECKED: &str = "NOT CHECKED: ";

    #[test]
    fn what_only_the_administrator_can_try_says_so_when_it_was_not_tried() {
        const TEST: &str = "storage_atomic::unix::somebody_elses_link_is_not_followed";
        // Who is not the one that files are given to.
        let (_program, mut other) = as_another(23_456);
        let output = other.args(["--exact", TEST]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(&[NOT_CHECKED, TEST].concat()), "{said}");
        // What counts the tests looks for these words.
        let count = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run");
        assert!(fs::read_to_string(count).unwrap().contains(&["/^", NOT_CHECKED, "/"].concat()));
    }

    /// This program, to be run by somebody who is not the administrator.
    fn as_another(user: u32) -> (TempDir, Command) {
        let is_root = fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0);
        // Where that user can run it, wherever this one stands.
        let mut builder = tempfile::Builder::new();
        builder.permissions(fs::Permissions::from_mode(0o755));
        let program = builder.tempdir().unwrap();
        let copy = program.path().join("suite");
        fs::copy(std::env::current_exe().unwrap(), &copy).unwrap();
        let command = if is_root {
            let mut command = Command::new("setpriv");
            command.args([format!("--reuid={user}"), format!("--regid={user}")]);
            command.arg("--clear-groups").arg(copy);
            command
        } else {
            Command::new(copy)
        };
        (program, command)
    }

    #[test]
    fn somebody_elses_link_is_not_followed() {
        let (folder, path) = saved();
        let link = folder.path().join("lien.ron");
        symlink("labo.ron", &link).unwrap();
        if !given_away(&link) {
            return;
        }
        let error = storage::save(&link, b"nouveau").unwrap_err();
        assert!(matches!(error, WriteError::AnothersLink), "{error:?}");
        assert_eq!(fs::read(&path).unwrap(), OLD);
        assert_eq!(names(folder.path()), ["labo.ron", "lien.ron"]);
    }

    /// A colleague's link to where a team works is followed, by all that writes; one in a folder where anybody puts things is not.
    #[test]
    fn somebody_elses_link_to_a_folder_is_followed_unless_anybody_could_have_put_it_there() {
        let team = tempfile::tempdir().unwrap();
        let desk = tempfile::tempdir().unwrap();
        let link = desk.path().join("équipe");
        symlink(team.path(), &link).unwrap();
        if !given_away(&link) {
            return;
        }
        let made = || Name::free(&link, "x".into(), "pdf").write(&[(".pdf".into(), vec![1])]);
        storage::save(&link.join("labo.ron"), b"nouveau").unwrap();
        made().unwrap();
        assert_eq!(names(team.path()), ["labo.ron", "x.pdf"]);
        fs::set_permissions(desk.path(), fs::Permissions::from_mode(0o1777)).unwrap();
        let saved = storage::save(&link.join("labo.ron"), b"encore").unwrap_err();
        assert!(matches!(saved, WriteError::AnothersLink), "{saved:?}");
        assert!(matches!(made().unwrap_err().error, WriteError::AnothersLink));
        assert_eq!(fs::read(team.path().join("labo.ron")).unwrap(), b"nouveau");
        assert_eq!(names(team.path()), ["labo.ron", "x.pdf"]);
    }

    #[test]
    fn the_other_name_of_a_file_keeps_what_it_held_and_that_is_said() {
        let (folder, path) = saved();
        let other = folder.path().join("autre.ron");
        fs::hard_link(&path, &other).unwrap();
        let said = storage::save(&path, b"nouveau").unwrap_err();
        assert!(matches!(said, WriteError::OtherName) && said.is_in_place(), "{said:?}");
        assert_eq!(fs::read(&path).unwrap(), b"nouveau");
        assert_eq!(fs::read(&other).unwrap(), OLD);
        assert!(errors::write(&path, &said).safe.contains("la version d’avant"));
        storage::save(&path, b"encore").unwrap();
    }

    #[test]
    fn what_a_program_that_was_killed_left_is_swept_by_the_next_save() {
        let (folder, path) = saved();
        let output = save_without_room(&path, "");
        assert_eq!(output.status.code(), None, "killed by the system: {output:?}");
        assert_eq!(names(folder.path()).len(), 2, "what it was writing");
        storage::save(&path, b"nouveau").unwrap();
        assert_eq!(names(folder.path()), ["labo.ron"]);
    }

    /// A file of the administrator, that a user may only read, in a folder of that user. Only the administrator can try it.
    #[test]
    fn somebody_elses_file_that_one_may_only_read_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("labo.ron");
        fs::write(&path, OLD).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        if !given_away(folder.path()) {
            return;
        }
        let said = as_that_user("a_child_that_saves_over_another_ones_file", &path);
        assert!(said.contains("refused as another's"), "{said}");
        assert_eq!(fs::read(&path).unwrap(), OLD);
        assert_eq!(names(folder.path()), ["labo.ron"]);
    }

    /// What another of these tests says, run by whom [`given_away`] gives to, who is in no other group.
    fn as_that_user(test: &str, path: &Path) -> String {
        let (_program, mut other) = as_another(12_345);
        let output = other
            .args(["--exact", &format!("storage_atomic::unix::{test}")])
            .args(["--ignored", "--nocapture"])
            .env(CHILD, path)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// A file that a group may change, saved by its owner who has left that group. Only the administrator can try it.
    #[test]
    fn what_one_group_could_do_is_not_given_to_another() {
        use std::os::unix::fs::{MetadataExt, chown};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("labo.ron");
        fs::write(&path, OLD).unwrap();
        if !given_away(folder.path()) {
            return;
        }
        chown(&path, Some(12_345), Some(54_321)).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        as_that_user("a_child_that_saves", &path);
        assert_eq!(fs::read(&path).unwrap(), b"nouveau");
        let new = fs::metadata(&path).unwrap();
        assert_eq!((new.gid(), new.mode() & 0o7777), (12_345, 0o604));
    }

    /// Not a test of its own.
    #[test]
    #[ignore = "run by another test, in a process of its own"]
    fn a_child_that_saves() {
        let Some(path) = std::env::var_os(CHILD) else { return };
        storage::save(Path::new(&path), b"nouveau").unwrap();
    }

    /// Not a test of its own.
    #[test]
    #[ignore = "run by other tests, in a process of its own"]
    fn a_child_that_saves_over_another_ones_file() {
        let Some(path) = std::env::var_os(CHILD) else { return };
        let error = storage::save(Path::new(&path), b"nouveau").unwrap_err();
        assert!(matches!(error, WriteError::Anothers), "{error:?}");
        println!("refused as another's");
    }

    const CHILD: &str = "DESSINER_UN_LABO_TEST_PATH";

    /// Not a test of its own: what the two below run in a process that may not write more than a few kilobytes.
    #[test]
    #[ignore = "run by other tests, in a process of its own"]
    fn a_child_that_saves_a_megabyte() {
        let Some(path) = std::env::var_os(CHILD) else { return };
        let error = storage::write(Path::new(&path), &[b'n'; 1_000_000]).unwrap_err();
        assert!(matches!(error, WriteError::Full), "{error:?}");
        println!("refused as full");
    }

    fn save_without_room(path: &Path, before: &str) -> Output {
        let script = format!("{before} ulimit -f 16; exec \"$0\" \"$@\"");
        Command::new("sh")
            .args(["-c", &script])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "storage_atomic::unix::a_child_that_saves_a_megabyte"])
            .args(["--ignored", "--nocapture"])
            .env(CHILD, path)
            .output()
            .unwrap()
    }

    #[test]
    fn a_disk_that_fills_half_way_leaves_the_old_file_whole_and_nothing_beside_it() {
        let (folder, path) = saved();
        let output = save_without_room(&path, "trap '' XFSZ;");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("refused as full"), "{output:?}");
        assert_eq!(fs::read(&path).unwrap(), OLD);
        assert_eq!(names(folder.path()), ["labo.ron"]);
    }

    #[test]
    fn a_program_killed_half_way_leaves_the_old_file_whole() {
        let (_folder, path) = saved();
        let output = save_without_room(&path, "");
        assert_eq!(output.status.code(), None, "killed by the system: {output:?}");
        assert_eq!(fs::read(&path).unwrap(), OLD);
    }
}
