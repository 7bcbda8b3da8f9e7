//! A print server of the desk's own, with one queue that prints into PDF files: CUPS and its cups-pdf backend, as they are.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::process::{self, output, wait_for};
use super::{Desk, PATIENCE};

/// The one queue.
pub const PRINTER: &str = "Atelier";

/// Who prints: nobody whom the computer knows, so that the backend writes in its common folder.
pub const WHO: &str = "atelier-d-essai";

/// Where the backend puts what such a person prints.
const OUT: &str = "/var/spool/cups-pdf/ANONYMOUS";

impl Desk {
    /// Starts the print server and its queue.
    pub fn start_printers(&mut self) {
        let user = output(std::process::Command::new("id").arg("-u"));
        assert_eq!(user.trim(), "0", "a print server of one's own needs root: see tests/run");
        let root = self.root.path().join("cups");
        for folder in ["etc", "run", "spool/tmp", "cache", "logs"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        // Its filters run as another user.
        for folder in [self.root.path(), &root, &root.join("spool"), &root.join("spool/tmp")] {
            let mode = if folder.ends_with("tmp") { 0o1777 } else { 0o755 };
            fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
        }
        let socket = root.join("socket");
        let (server, files) = (root.join("cupsd.conf"), root.join("cups-files.conf"));
        fs::write(&server, settings(&socket)).unwrap();
        fs::write(&files, places(&root)).unwrap();
        self.print_server = Some(socket.clone());
        let mut cupsd = self.environment(process::command("/usr/sbin/cupsd"));
        cupsd.arg("-f").arg("-c").arg(server).arg("-s").arg(files);
        self.start_service("cupsd", &mut cupsd);
        wait_for("the print server", PATIENCE, || socket.exists().then_some(()));
        let mut queue = self.client("/usr/sbin/lpadmin");
        queue.args(["-p", PRINTER, "-E", "-v", "cups-pdf:/"]);
        queue.args(["-P", "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"]);
        // The queue speaks PostScript level 2, for which its usual renderer turns letters into drawings: this one keeps them.
        queue.args(["-o", "pdftops-renderer-default=pdftocairo"]);
        output(&mut queue);
        output(self.client("lpstat").args(["-p", PRINTER]));
    }

    /// What the printer puts out after `since`, once it is whole.
    pub fn wait_for_paper(&self, since: SystemTime) -> PathBuf {
        wait_for("a sheet out of the printer", 3 * PATIENCE, || {
            let files = fs::read_dir(OUT).ok()?.flatten();
            let new = files.map(|entry| entry.path()).find(|path| {
                let written = fs::metadata(path).and_then(|data| data.modified());
                written.is_ok_and(|at| at + Duration::from_secs(1) > since)
                    && path.extension().is_some_and(|extension| extension == "pdf")
            })?;
            // Its backend ends the file last.
            let bytes = fs::read(&new).ok()?;
            bytes.windows(5).rev().take(16).any(|end| end == b"%%EOF").then_some(new)
        })
    }
}

fn settings(socket: &Path) -> String {
    format!(
        "LogLevel warn\nListen {}\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n\
         DefaultPaperSize A4\n<Location />\n  Allow all\n</Location>\n<Location /admin>\n  Allow all\n\
         </Location>\n<Policy default>\n  <Limit All>\n    Allow all\n  </Limit>\n</Policy>\n",
        socket.display()
    )
}

fn places(root: &Path) -> String {
    let root = root.display();
    format!(
        "ServerRoot {root}/etc\nStateDir {root}/run\nRequestRoot {root}/spool\nTempDir {root}/spool/tmp\n\
         CacheDir {root}/cache\nDataDir /usr/share/cups\nServerBin /usr/lib/cups\nAccessLog {root}/logs/access\n\
         ErrorLog {root}/logs/error\nPageLog {root}/logs/page\nSystemGroup root lpadmin\n"
    )
}
